"""The table of word classes (`briefing.analyse.word_classes.WordClasses`), from dictionary and gazetteers.

None of the corpora on which the names are trained goes in: what the table knows of a word of those would be more
than it knows of others.
"""

from __future__ import annotations

import collections
import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.lookups import Lookups
from spacy.util import registry

from briefing.analyse.word_classes import CLASSES, WordClasses
from training.lexicon import read_dictionary
from training.names import read_bio

BIT = {name: 1 << place for place, name in enumerate(CLASSES)}
DICTIONARY = {
    "VOR": "first name",
    "NAC": "surname",
    "STD": "place",
    "COU": "place",
    "GEB": "place",
    "MOU": "place",
    "WAT": "place",
    "GEO": "place",
}
"""Last part of the tag of a proper noun in the LanguageTool dictionary."""
WORDS = ("ADJ", "PA1", "PA2", "VER", "ADV", "PRP", "KON", "PRO", "ART", "ZAL", "NEG", "INJ")
LEAST_SHARE = 0.5
"""Share of a word's places in the silver fragments that have one label."""


def build(corpora: Path) -> WordClasses:
    """Make the table."""
    words: collections.defaultdict[str, int] = collections.defaultdict(int)
    folder = corpora / "gazetteers"
    for form, _, tag in read_dictionary(folder / "languagetool_german_morph.tsv.gz"):
        for word, name in _of_dictionary(form, tag):
            words[word] |= BIT[name]
    for word, name in (*_gazetteers(folder), *_silver(corpora / "names" / "wikiann-train.conll")):
        words[word] |= BIT[name]
    return WordClasses.make(words)


def _of_dictionary(form: str, tag: str) -> Iterator[tuple[str, str]]:
    parts = tag.rstrip("*#").split(":")
    if parts[0] == "EIG":
        if parts[-1] in DICTIONARY:
            yield form, DICTIONARY[parts[-1]]
    elif parts[0] == "SUB":
        yield form, "noun"
    elif parts[0] in WORDS:
        yield form.lower(), "word"


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _gazetteers(folder: Path) -> Iterator[tuple[str, str]]:
    for row in _rows(folder / "first_names_world_gender.tsv"):
        for part in row["name"].split("+"):
            yield part, "first name"
    for line in (folder / "surnames_lt.txt").read_text("utf-8").splitlines():
        yield line.strip(), "surname"
    for row in _rows(folder / "politicians_de_wikidata.tsv"):
        yield from _person(row["label"])
    for row in _rows(folder / "countries_de.tsv"):
        for name in (row["name_de"], row["capital_de"]):
            yield from ((word, "place") for word in _capitals(name or ""))
    for row in _rows(folder / "organisations_curated_de.tsv"):
        for name in (row["abbrev"], row["name_de"], *(row["aliases"] or "").split(";")):
            if name and " " not in name:
                yield name.strip(), "organisation"


def _person(name: str) -> Iterator[tuple[str, str]]:
    parts = list(_capitals(name))
    if len(parts) > 1:
        yield from ((part, "first name") for part in parts[:-1])
        yield parts[-1], "surname"


def _capitals(name: str) -> Iterable[str]:
    return (word for word in name.split() if word[:1].isupper() and len(word) > 2)


def _silver(path: Path) -> Iterator[tuple[str, str]]:
    counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for text in read_bio(path):
        inside = [(text.text[start:end], label) for start, end, label in text.names]
        rest = text.text
        for start, end, _ in reversed(text.names):
            rest = rest[:start] + " " + rest[end:]
        for name, label in inside:
            counts_of = (word for word in name.split() if word[:1].isupper())
            for word in counts_of:
                counts[word][label] += 1
        for word in rest.split():
            counts[word]["O"] += 1
    for word, labels in sorted(counts.items()):
        label, count = min(labels.items(), key=lambda item: (-item[1], item[0]))
        if label != "O" and len(word) > 1 and count >= LEAST_SHARE * sum(labels.values()):
            yield word, label


@registry.misc("training.word_classes.v1")  # type: ignore[untyped-decorator]
def read_classes(path: str) -> Lookups:
    """Read the table's folder; a training configuration names this in `[initialize.lookups]`."""
    return Lookups().from_disk(path)
