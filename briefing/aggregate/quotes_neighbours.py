"""Which quotations of a story can be the same statement, without a comparison of each with each.

Prefix filtering (S. Chaudhuri et al., "A primitive operator for similarity joins in data cleaning", 2006):
two sets of which one shares at least a part *p* of itself with the other have one of any 1 - p of its items in
common, so it is enough to look up the rarest of them. No pair that `quotes_alike` takes for one statement is lost.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from briefing.aggregate.quotes_alike import GRAMS_SURE, SHORTEST, TERMS_FAIR, Words
from briefing.aggregate.similarity import Weights


def neighbours(words: Sequence[Words], marked: Sequence[Sequence[Words]], weights: Weights) -> list[list[int]]:
    """For each statement the positions of those before it that it must be compared with, in order.

    `marked` are the longer words in marks inside each statement.
    """
    found: list[set[int]] = [set() for _ in words]
    for one, other in chain(_by_grams(words, marked), _by_terms(words, weights)):
        if one != other:
            found[max(one, other)].add(min(one, other))
    return [sorted(others) for others in found]


def _by_grams(words: Sequence[Words], marked: Sequence[Sequence[Words]]) -> Iterable[tuple[int, int]]:
    """Pairs of which one may have most characters of the other; what is contained has all of them."""
    frequency = Counter(gram for one in words for gram in one.grams)
    index = _index([one.grams for one in words])
    for place, one in enumerate(words):
        for gram in _rarest(one.grams, frequency, 1 - GRAMS_SURE):
            yield from ((place, other) for other in index[gram])
        for mark in marked[place]:
            if len(mark.plain.replace(" ", "")) >= SHORTEST:
                for gram in _rarest(mark.grams, frequency, 0):
                    yield from ((place, other) for other in index.get(gram, ()))


def _by_terms(words: Sequence[Words], weights: Weights) -> Iterable[tuple[int, int]]:
    """Pairs of which one may have most of the weight of the other's terms."""
    index = _index([one.terms for one in words])
    for place, one in enumerate(words):
        ranked = sorted(one.terms, key=lambda term: (-weights.of(term), term))
        missing = (1 - TERMS_FAIR) * weights.total(ranked)
        for term in ranked:
            yield from ((place, other) for other in index[term])
            missing -= weights.of(term)
            if missing < -1e-9:  # the rest alone is too little
                break


def _rarest(items: frozenset[str], frequency: Counter[str], share: float) -> list[str]:
    """The rarest items: one more than `share` of them."""
    return sorted(items, key=lambda item: (frequency[item], item))[: math.floor(share * len(items) + 1e-9) + 1]


def _index(sets: Iterable[frozenset[str]]) -> dict[str, list[int]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for place, items in enumerate(sets):
        for item in items:
            index[item].append(place)
    return index
