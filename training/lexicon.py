"""The LanguageTool full-form dictionary → the compact suffix tables of the lemmatizer.

A table of suffixes reproduces every form it was induced from and generalises to unknown words, above all to
compounds. Where a form has several lemmas, the treebanks decide, then the frequency of the lemma in the texts.
"""

from __future__ import annotations

import collections
import gzip
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

CLASSES = {"SUB": "noun", "ADJ": "adjective", "PA1": "adjective", "PA2": "adjective"}
THIRD_PERSON = ("3:SIN", "3:PLU")
NOT_BY_FORM = frozenset(("möchte", "möchten"))
"""Konjunktiv in form only; news uses them as a present indicative."""

Forms = dict[str, dict[str, set[str]]]


def read_dictionary(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (form, lemma, tag) of every line that is not disabled."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if not line.startswith("#") and len(cells) == 3:
                yield cells[0], cells[1], cells[2].partition(" ")[0]


def table_names(tag: str) -> tuple[str, ...]:
    """Return the tables that a dictionary tag feeds."""
    if not tag.startswith("VER:"):
        return (CLASSES[tag[:3]],) if tag[:3] in CLASSES and tag[3:4] in (":", "") else ()
    parts = tag.split(":")
    if "INF" in parts:
        return ("infinitive",)
    if "EIZ" in parts:
        return ("zu-infinitive",)
    if "PA2" in parts:
        return ("participle",)
    return () if "PA1" in parts else ("finite",)


def rule(form: str, lemma: str) -> str:
    """Return `N:text`, which makes `lemma` of `form` by dropping N characters and appending `text`."""
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return f"{len(form) - shared}:{lemma[shared:]}"


def moods(tags: Iterable[str]) -> str:
    """Return what the readings of a finite form leave open: `K1`, `K2`, `I` or `?`."""
    third = {mood for tag in tags for mood in ("PRÄ", "PRT", "KJ1", "KJ2") if mood in tag and _third(tag)}
    if third == {"KJ1"}:
        return "K1"
    if third == {"KJ2"}:
        return "K2"
    return "?" if third & {"KJ1", "KJ2"} else "I"


def _weak(tag: str) -> bool:
    """Nominalised infinitives and adjectives: *Stimmen* is of *Stimme*, if there is such a noun."""
    return not {"INF", "ADJ"}.isdisjoint(tag.split(":"))


def _third(tag: str) -> bool:
    return any(person in tag for person in THIRD_PERSON)


GENDERS = {"MAS": "Masc", "FEM": "Fem", "NEU": "Neut"}
NUMBERS = {"SIN": "Sing", "PLU": "Plur"}


def noun_features(tags: Iterable[str]) -> str:
    """Return `gender|number` of a noun's form, `?` where its readings differ or it is a nominalised adjective."""
    genders, numbers = set(), set()
    for tag in tags:
        parts = tag.split(":")
        if parts[0] == "SUB" and len(parts) > 3 and parts[3] in GENDERS and parts[2] in NUMBERS:
            genders.add(GENDERS[parts[3]])
            numbers |= {"Sing", "Plur"} if "ADJ" in parts else {NUMBERS[parts[2]]}
    return "|".join(values.pop() if len(values) == 1 else "?" for values in (genders, numbers))


def induce(values: Mapping[str, str]) -> dict[str, str]:
    """Return the suffix table of `values` (word → value): every word gets its value by its longest suffix."""
    table: dict[str, str] = {}
    rows = sorted((f"^{word}"[::-1], value) for word, value in values.items())

    def visit(first: int, last: int, depth: int, inherited: str | None) -> None:
        counts = collections.Counter(value for _, value in rows[first:last])
        best = min(counts, key=lambda value: (-counts[value], value))
        if best != inherited:
            table[rows[first][0][:depth][::-1]] = best
        if len(counts) == 1:
            return
        start = first
        while start < last:
            letter = rows[start][0][depth : depth + 1]
            end = start + 1
            while end < last and rows[end][0][depth : depth + 1] == letter:
                end += 1
            visit(start, end, depth + 1, best)
            start = end

    if rows:
        visit(0, len(rows), 0, None)
    return table


def build(
    dictionary: Path, frequencies: Mapping[str, int], gold: Mapping[tuple[str, str], collections.Counter[str]]
) -> dict[str, dict[str, str]]:
    """Return the tables of the lexicon.

    `frequencies` counts the words of the texts; `gold` counts the lemmas of (lower-case form, STTS tag) in the
    training part of the treebanks.
    """
    readings: dict[str, dict[str, set[str]]] = collections.defaultdict(lambda: collections.defaultdict(set))
    finite: dict[str, set[str]] = collections.defaultdict(set)
    nouns: dict[str, set[str]] = collections.defaultdict(set)
    for form, lemma, tag in read_dictionary(dictionary):
        for name in table_names(tag):
            readings["weak noun" if name == "noun" and _weak(tag) else name][form.lower()].add(lemma)
            if name == "finite" and "IMP" not in tag:
                finite[form.lower()].add(tag)
            if name == "noun":
                nouns[form.lower()].add(tag)
    for form, lemmas in readings.pop("weak noun", {}).items():
        readings["noun"].setdefault(form, lemmas)
    data: dict[str, dict[str, str]] = {}
    for name, forms in sorted(readings.items()):
        chosen = {form: min(lemmas, key=lambda x: (-frequencies.get(x, 0), x)) for form, lemmas in forms.items()}
        data[name] = induce({form: rule(form, lemma.lower()) for form, lemma in chosen.items()})
    labels = {form: "?" if form in NOT_BY_FORM else moods(tags) for form, tags in finite.items()}
    data["mood"] = induce(labels)
    data["noun features"] = induce({form: noun_features(tags) for form, tags in nouns.items()})
    data["fixed"] = fixed_lemmas(gold, data)
    data["names in s"] = names_in_s(frequencies)
    return data


def fixed_lemmas(
    gold: Mapping[tuple[str, str], collections.Counter[str]], data: Mapping[str, Mapping[str, str]]
) -> dict[str, str]:
    """Lemmas that only the treebanks know: closed word classes, and content words seen at least twice."""
    from briefing.analyse.lemmatizer import Lexicon

    lexicon = Lexicon(data)
    fixed = {}
    for (form, tag), lemmas in sorted(gold.items()):
        lemma, count = min(lemmas.items(), key=lambda item: (-item[1], item[0]))
        open_class = tag[:2] in ("NN", "AD") or tag[:2] in ("VV", "VA", "VM")
        plain = tag not in ("NE", "CARD", "XY", "FM", "TRUNC", "_SP", "") and not tag.startswith("$")
        if plain and count >= (2 if open_class else 1) and not (open_class and tag == "NN"):
            shape = form
            if lexicon.lemma(shape, tag) != lemma:
                fixed[f"{tag} {form}"] = lemma
    return fixed


def names_in_s(frequencies: Mapping[str, int], *, least: int = 20) -> dict[str, str]:
    """Capitalised words in -s that are commoner than the same word without it (*Paris*, *Jones*)."""
    return {
        f"NE {word}": ""
        for word, count in sorted(frequencies.items())
        if count >= least
        and word.endswith("s")
        and word[:1].isupper()
        and word[1:].islower()
        and frequencies.get(word[:-1], 0) < count
    }
