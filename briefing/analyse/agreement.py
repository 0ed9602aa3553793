"""Case, gender and number of noun phrases: what article, preposition and noun leave open together.

A statistical morphologizer decides word by word. German marks the case of a noun phrase on its article, and
prepositions govern cases; a noun's gender stands in the lexicon. This module keeps the readings that all words of
the phrase allow and picks the one nearest to what the pipeline had found.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import product

import numpy as np
from spacy.attrs import DEP  # type: ignore[import-not-found]
from spacy.tokens import Doc, Token

CASES = ("Nom", "Acc", "Dat", "Gen")
GENDERS = ("Masc", "Fem", "Neut")
Reading = tuple[str, str, str]
"""Case, gender, number."""


def _readings(text: str) -> frozenset[Reading]:
    found: set[Reading] = set()
    for part in text.split():
        cases, genders, number = part.split("/")
        found |= {
            (case, gender, "Plur" if number == "P" else "Sing")
            for case, gender in product(cases.split("+"), GENDERS if genders == "*" else genders.split("+"))
        }
    return frozenset(found)


ENDINGS = {
    "er": _readings("Nom/Masc/S Gen+Dat/Fem/S Gen/*/P"),
    "e": _readings("Nom+Acc/Fem/S Nom+Acc/*/P"),
    "as": _readings("Nom+Acc/Neut/S"),
    "es": _readings("Nom+Acc/Neut/S Gen/Masc+Neut/S"),
    "en": _readings("Acc/Masc/S Dat/*/P"),
    "em": _readings("Dat/Masc+Neut/S"),
    "": _readings("Nom/Masc/S Nom+Acc/Neut/S"),
}
"""What the ending of an article, demonstrative or possessive says; "" is *ein*, *kein*, *sein*."""

_STEMS = ("dies", "jen", "jed", "welch", "kein", "ein", "mein", "dein", "sein", "ihr", "unser", "unsr", "eur", "euer")
ARTICLES = {
    "der": ENDINGS["er"],
    "die": ENDINGS["e"],
    "das": ENDINGS["as"],
    "den": ENDINGS["en"],
    "dem": ENDINGS["em"],
    "des": _readings("Gen/Masc+Neut/S"),
    **{f"{stem}{ending}": ENDINGS[ending] for stem in _STEMS for ending in ("er", "e", "es", "en", "em")},
    **dict.fromkeys(("kein", "ein", "mein", "dein", "sein", "ihr", "unser", "euer"), ENDINGS[""]),
}
for _stem in ("ein", "kein", "mein", "dein", "sein", "ihr", "unser", "unsr", "eur"):
    ARTICLES[f"{_stem}er"] = _readings("Gen+Dat/Fem/S Gen/*/P")
    ARTICLES[f"{_stem}es"] = _readings("Gen/Masc+Neut/S")

_DATIVE = _readings("Dat/*/S Dat/*/P")
_ACCUSATIVE = _readings("Acc/*/S Acc/*/P")
_GENITIVE = _readings("Gen/*/S Gen/*/P")
_EITHER = _DATIVE | _ACCUSATIVE
_LOOSE = _DATIVE | _GENITIVE
PREPOSITIONS = {
    **dict.fromkeys("aus außer bei mit nach seit von zu gegenüber entgegen zufolge samt nebst gemäß".split(), _DATIVE),
    **dict.fromkeys("durch für gegen ohne um bis".split(), _ACCUSATIVE),
    **dict.fromkeys("an auf hinter in neben über unter vor zwischen".split(), _EITHER),
    **dict.fromkeys(
        "wegen trotz während laut dank mittels statt anstatt innerhalb außerhalb aufgrund infolge angesichts "
        "hinsichtlich bezüglich anlässlich oberhalb unterhalb seitens mithilfe zugunsten einschließlich".split(),
        _LOOSE,
    ),
    **dict.fromkeys("am im vom beim zum".split(), _readings("Dat/Masc+Neut/S")),
    "zur": _readings("Dat/Fem/S"),
    **dict.fromkeys("ans ins aufs fürs durchs ums übers".split(), _readings("Acc/Neut/S")),
}
OF_RELATION = {"nsubj": "Nom", "nsubj:pass": "Nom", "obj": "Acc", "obl:arg": "Dat", "nmod": "Gen"}
"""Cases of relations without a preposition."""


@lru_cache(maxsize=50_000)
def resolve(known: str, words: tuple[str, ...], case: str, gender: str, number: str, relation: str) -> Reading:
    """Return case, gender and number of a noun: among the readings left open, the one nearest to that found.

    `known` is what the lexicon says of the noun (`gender|number`, `?` where open), `words` the lower-case articles
    and prepositions of its phrase, then what the pipeline had found. A word that contradicts the others is ignored;
    ties go to the earlier case of `CASES`.
    """
    allowed = noun_readings(known)
    for word in words:
        limits = ARTICLES.get(word) or PREPOSITIONS.get(word)
        if limits and allowed & limits:
            allowed &= limits

    def score(reading: Reading) -> tuple[int, int, str, str]:
        points = 4 * (reading[0] == case) + 3 * (reading[2] == number) + 2 * (reading[1] == gender)
        points += reading[0] == OF_RELATION.get(relation)
        return -points, CASES.index(reading[0]), reading[1], reading[2]

    return min(allowed, key=score)


@lru_cache(maxsize=64)
def noun_readings(known: str) -> frozenset[Reading]:
    """Return the readings of a noun of which the lexicon knows `gender|number`, `?` where it is open."""
    gender, _, number = known.partition("|")
    genders = GENDERS if gender not in GENDERS else (gender,)
    numbers = ("Sing", "Plur") if number not in ("Sing", "Plur") else (number,)
    return frozenset(product(CASES, genders, numbers))


def agree(doc: Doc, nouns: Mapping[int, str]) -> None:
    """Set case, gender and number of the nouns and of the articles and adjectives before them that hang on them.

    `nouns` maps token indices to what the lexicon knows (`gender|number`). A noun without a case has its article's.
    """
    attached: dict[int, list[Token]] = {}
    wanted = [doc.vocab.strings[relation] for relation in ("det", "case", "amod")]
    for index in np.flatnonzero(np.isin(doc.to_array(DEP), wanted)).tolist():
        token = doc[index]
        attached.setdefault(token.head.i, []).append(token)
    for index, known in nouns.items():
        noun, parts = doc[index], attached.get(index, ())
        if known.endswith("Sing") and index and doc[index - 1].tag_ == "CARD":
            known = known.partition("|")[0] + "|?"
        words = tuple(part.lower_ for part in parts if part.dep_ != "amod")
        relation = "" if any(part.dep_ == "case" for part in parts) else noun.dep_
        before = str(noun.morph)
        case, gender, number = _found(before)
        case = case or next((of for part in parts if part.dep_ != "case" and (of := _found(str(part.morph))[0])), "")
        reading = resolve(known, words, case, gender, number, relation)
        _set(noun, before, reading, every=True)
        for part in parts:
            if part.dep_ != "case" and part.i < index:
                _set(part, str(part.morph), reading, every=False)


def _set(token: Token, before: str, reading: Reading, *, every: bool) -> None:
    after = changed(before, reading, every=every)
    if after != before:
        token.set_morph(after)  # type: ignore[attr-defined]


@lru_cache(maxsize=10_000)
def _found(features: str) -> Reading:
    pairs = dict(part.split("=", 1) for part in features.split("|") if part)
    return pairs.get("Case", ""), pairs.get("Gender", ""), pairs.get("Number", "")


@lru_cache(maxsize=10_000)
def changed(features: str, reading: Reading, *, every: bool) -> str:
    """Return `features` with the reading's values; `every`: also those that were not marked."""
    pairs = dict(part.split("=", 1) for part in features.split("|") if part)
    for name, value in zip(("Case", "Gender", "Number"), reading, strict=True):
        if every or name in pairs:
            pairs[name] = value
    return "|".join(f"{name}={pairs[name]}" for name in sorted(pairs))


@lru_cache(maxsize=10_000)
def with_case(features: str, case: str) -> str:
    """Return `features` with another case, if they have one."""
    return "|".join(f"Case={case}" if part.startswith("Case=") else part for part in features.split("|"))
