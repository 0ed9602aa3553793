"""More name material: the same sentences with other names of the same kind, as headlines and in other spellings.

The names come from the other corpora and from combinations of first names and surnames of many countries, so that
the model learns from the sentence around a name and not from a few thousand names of one corpus.
"""

from __future__ import annotations

import csv
import dataclasses
import random
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from training.names import Text, read_bio

PLAIN_NAME = re.compile(r"[^\W\d_][\w.'’ -]*[\w.]\Z")
CLEAN = {"PER": re.compile(r"(?:[A-ZÄÖÜ][\w.'’-]+)(?: (?:von|van|de|al|bin|der|den|dos|da|[A-ZÄÖÜ][\w.'’-]*))*\Z")}
FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


def pool(texts: Iterable[Text]) -> dict[str, list[str]]:
    """Return the different names of each label in `texts` that look like names, sorted."""
    found: dict[str, set[str]] = {"PER": set(), "ORG": set(), "LOC": set(), "MISC": set()}
    for text in texts:
        for start, end, label in text.names:
            name = text.text[start:end]
            plain = PLAIN_NAME.match(name) and name[0].isupper() and len(name) < 50 and "\n" not in name
            if plain and (label not in CLEAN or CLEAN[label].match(name)):
                found[label].add(name)
    return {label: sorted(names) for label, names in found.items()}


def people(corpora: Path, surnames: Sequence[str], draw: random.Random, count: int) -> list[str]:
    """Return `count` full names: a first name of the world list and a surname."""
    with (corpora / "gazetteers" / "first_names_world_gender.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.reader(lines, delimiter="\t"))[1:]
    first = [row[0].replace("+", "-") for row in rows if len(row[0]) > 2]
    return [f"{draw.choice(first)} {draw.choice(surnames)}" for _ in range(count)]


def replace_names(text: Text, names: Mapping[str, Sequence[str]], draw: random.Random, *, share: float = 0.7) -> Text:
    """Return `text` with about `share` of its names replaced; names in -s, maybe genitives, stay."""
    whole, found, last = "", [], 0
    for start, end, label in text.names:
        name = text.text[start:end]
        whole += text.text[last:start]
        options = names.get(label, ())
        if options and not name.endswith(("s", "'")) and label != "MISC" and draw.random() < share:
            choice = draw.choice(options)
            if label == "PER" and (" " in name) != (" " in choice):
                choice = choice.rsplit(" ", 1)[-1] if " " in choice else f"{name.split(' ')[0]} {choice}"
            name = choice
        found.append((len(whole), len(whole) + len(name), label))
        whole += name
        last = end
    return Text(text=whole + text.text[last:], names=tuple(found))


def respell(text: Text) -> Text:
    """Return `text` with umlauts and ß written as two letters."""
    whole, found, last = "", [], 0
    for start, end, label in text.names:
        whole += text.text[last:start].translate(FOLDED)
        name = text.text[start:end].translate(FOLDED)
        found.append((len(whole), len(whole) + len(name), label))
        whole += name
        last = end
    return Text(text=whole + text.text[last:].translate(FOLDED), names=tuple(found))


def headline(text: Text) -> Text:
    """Return `text` without its final full stop, as headlines are written."""
    cut = text.text.rstrip()
    return dataclasses.replace(text, text=cut[:-1]) if cut.endswith(".") and not cut.endswith("..") else text


def name_pools(corpora: Path, gold: Iterable[Text], draw: random.Random) -> dict[str, list[str]]:
    """Return names to put in: those of the silver fragments and the gold texts, and combined people."""
    folder = corpora / "names"
    fragments = pool(text for name in ("wikiann-train.conll",) for text in read_bio(folder / name))
    known = pool(gold)
    surnames = sorted(
        {name.rsplit(" ", 1)[-1] for source in (fragments, known) for name in source["PER"] if " " in name}
    )
    merged = {label: sorted({*fragments[label], *known[label]}) for label in ("PER", "ORG", "LOC")}
    merged["PER"] += people(corpora, surnames, draw, len(merged["PER"]))
    return merged


def variants(texts: Sequence[Text], pools: Mapping[str, Sequence[str]], draw: random.Random) -> list[Text]:
    """Return the additional texts: every text with names in it once with other names, some of them respelt."""
    found = []
    for text in texts:
        if not text.names:
            continue
        changed = replace_names(text, pools, draw)
        turn = draw.random()
        if turn < 0.04:
            changed = respell(changed)
        elif turn < 0.12:
            changed = headline(changed)
        found.append(changed)
    return found
