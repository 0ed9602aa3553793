"""How alike two stretches of text are: terms folded to concepts, weighted by how rare they are in the story.

Weights are inverse document frequencies over sentences (Spärck Jones 1972); names count double,
because two sentences about the same people and places are about the same matter more often than
two that share a verb.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from itertools import chain

from briefing.aggregate.once import once_per_story
from briefing.german.words import load
from briefing.model import Analysis

NAME_FACTOR = 2.0
KEPT = 1 << 17  # words whose concept is kept in memory
SENTENCES = 1 << 13  # sentences whose concepts are
_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
_ENDINGS = ("ungen", "ung", "innen", "in", "en", "er", "es", "em", "e", "n", "s")


@cache
def _concepts() -> dict[str, str]:
    table: dict[str, str] = {}
    for concept, words in load("topics")["concepts"].items():
        for word in words:
            table.setdefault(word, "" if concept == "empty" else f"#{concept}")
    return table


@lru_cache(KEPT)
def concept(term: str) -> str:
    """The concept a term belongs to, else its stem; empty for words that say nothing about the matter."""
    lower = term.lower().strip("-.")
    table = _concepts()
    for form in (lower, _without_ending(lower), lower.rpartition("-")[2]):
        if form in table:
            return table[form]
    return stem(lower)


@lru_cache(KEPT)
def stem(word: str) -> str:
    """`word` without one ending of inflection or nominalisation (at least four letters stay) and without umlauts.

    So *Zuschüsse* and *Zuschuss*, *Häuser* and *Haus* are one.
    """
    return _without_ending(word).translate(_UMLAUTS)


def _without_ending(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4 and not (ending == "s" and word.endswith("ss")):
            return word[: -len(ending)]
    return word


@lru_cache(KEPT)
def base_class(word: str, table: str) -> str:
    """The class in `table` (`things`, `scopes` of the word list) that a word or the base of a compound is in."""
    lower = word.lower()
    classes = load("topics")[table]
    verbs = table in ("scopes", "roles")  # a prefix makes another verb (ankündigen, ausfallen)
    for name, words in classes.items():
        if lower in words:
            return str(name)
    found = [
        (len(member), str(name))
        for name, words in classes.items()
        for member in words
        if len(member) >= 5 and lower.endswith(member) and not (verbs and member.endswith("en"))
    ]
    return max(found)[1] if found else ""


class _Known(dict[str, float]):
    """Weights of the concepts of one story: rare ones more, names double; at least a tenth."""

    def __init__(self, frequency: Counter[str], sentences: int, names: frozenset[str]) -> None:
        self._frequency, self._sentences, self._names = frequency, sentences, names

    def __missing__(self, item: str) -> float:
        rarity = math.log((self._sentences + 1) / (self._frequency[item] + 0.5))
        known = self[item] = max(0.1, rarity) * (NAME_FACTOR if item in self._names else 1.0)
        return known


class Weights:
    """Weights of concepts in one story."""

    def __init__(self, analyses: Mapping[str, Analysis]) -> None:
        self._names, self._known, self._totals = _tallies(analyses)

    def is_name(self, item: str) -> bool:
        """Whether a concept is the name of a person, organisation, place or state."""
        return item in self._names

    def of(self, item: str) -> float:
        """Weight of one concept: rare ones more, names double; at least a tenth."""
        return self._known[item]

    def total(self, items: Iterable[str]) -> float:
        """Sum of the weights, the same in whatever order."""
        return math.fsum(map(self._known.__getitem__, items))

    def contained(self, small: frozenset[str], large: frozenset[str]) -> float:
        """Share of the weight of `small` that `large` has too, 0 to 1; 0 if `small` is empty."""
        whole = self._whole(small)
        return self.total(small & large) / whole if whole else 0.0

    def dice(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Weighted Dice coefficient, 0 to 1."""
        whole = self._whole(one) + self._whole(other)
        return 2 * self.total(one & other) / whole if whole else 0.0

    def _whole(self, items: frozenset[str]) -> float:
        """`total` of a set that is compared again and again."""
        whole = self._totals.get(items)
        if whole is None:
            whole = self._totals[items] = self.total(items)
        return whole


@once_per_story
def _tallies(analyses: Mapping[str, Analysis]) -> tuple[frozenset[str], _Known, dict[frozenset[str], float]]:
    """Concepts that are names, weights by how many sentences have the concept, and totals of sets so far."""
    frequency: Counter[str] = Counter()
    sentences = 0
    names: set[str] = set()
    for analysis in analyses.values():
        names.update(concept(name.name) for name in analysis.names)
        for sentence in analysis.sentences:
            if sentence.terms:
                sentences += 1
                frequency.update(concepts(sentence.terms))
    known = frozenset(names - {""})
    return known, _Known(frequency, sentences, known), {}


def concepts(terms: Iterable[str]) -> frozenset[str]:
    """The concepts of some terms, without empty ones and bare numbers."""
    return _concepts_together(terms) if isinstance(terms, tuple) else _together(terms)


def _together(terms: Iterable[str]) -> frozenset[str]:
    return frozenset(chain.from_iterable(map(_concepts_of, terms)))


# Every section of a story asks for those of the same sentences.
_concepts_together: Callable[[tuple[str, ...]], frozenset[str]] = lru_cache(SENTENCES)(_together)


@lru_cache(KEPT)
def _concepts_of(term: str) -> tuple[str, ...]:
    if not any(c.isalpha() for c in term):
        return ()
    return tuple(item for item in (concept(term), *_parts(term.lower())) if item)


def _parts(term: str) -> tuple[str, ...]:
    """Both parts of a compound whose base is a known concept (*Bilanzfälschung*: balance sheet, fraud)."""
    table = _concepts()
    if term in table or " " in term:
        return ()
    first, hyphen, base = term.strip("-.").rpartition("-")
    if hyphen and len(first) > 1 and len(base) > 4 and base.isalpha():
        return (concept(base),)
    for cut in range(4, len(term) - 5):
        base = term[cut:].lstrip("-")
        if base in table and len(base) >= 6 and table[base]:
            return stem(term[:cut].rstrip("s-")), table[base]
    return ()


_CAPITAL = re.compile(r"\b[A-ZÄÖÜ][\wäöüß-]{2,}")


def keywords(text: str, about: frozenset[str], weights: Weights, most: int = 3) -> str:
    """The weightiest nouns of `text` that belong to `about`, as printed, in text order: a heading for it."""
    words: dict[str, str] = {}
    for word in _CAPITAL.findall(text):
        item = concept(word)
        if item in about and not weights.is_name(item):
            words.setdefault(item, word)
    chosen = sorted(words, key=lambda item: (-weights.of(item), item))[:most]
    return ", ".join(word for item, word in words.items() if item in chosen)
