"""Which quotations of a story can be the same statement, without a comparison of each with each.

Prefix filtering (S. Chaudhuri et al., "A primitive operator for similarity joins in data cleaning", 2006):
two sets of which one shares at least a part *p* of itself with the other have one of any 1 - p of its items in
common, so it is enough to look up the rarest of them. No pair that `quotes_alike` takes for one statement is lost.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, combinations

from briefing.aggregate.quotes_alike import GRAMS_SURE, SHORTEST, SIDE_LEAST, Words
from briefing.aggregate.similarity import Weights


def neighbours(
    words: Sequence[Sequence[Words]], marked: Sequence[Sequence[Words]], weights: Weights
) -> list[list[int]]:
    """For each statement the positions of those before it that it must be compared with, in order.

    `words` are what of each statement is compared (all of it, and its sentences), `marked` the longer words in marks
    inside each.
    """
    found: list[set[int]] = [set() for _ in words]
    owner = [place for place, several in enumerate(words) for _ in several]
    every = [one for several in words for one in several]
    inside = [marked[owner[n]] if one is words[owner[n]][0] else () for n, one in enumerate(every)]
    for one, other in chain(_by_grams(every, inside), _by_terms(every, weights), _by_marks(every)):
        if owner[one] != owner[other]:
            found[max(owner[one], owner[other])].add(min(owner[one], owner[other]))
    return [sorted(others) for others in found]


def _by_marks(words: Sequence[Words]) -> Iterable[tuple[int, int]]:
    """Pairs with words in marks, or telling numbers, that may be the same."""
    table: dict[str, list[int]] = {}
    for place, one in enumerate(words):
        for key in one.keys:
            table.setdefault(key, []).append(place)
    for places in table.values():
        yield from combinations(places, 2)


def _by_grams(words: Sequence[Words], marked: Sequence[Sequence[Words]]) -> Iterable[tuple[int, int]]:
    """Pairs of which one may have most characters of the other; what is contained has all of them."""
    frequency = Counter(chain.from_iterable(one.grams for one in words))
    rarest = [_shared_rarest(one.grams, frequency) for one in words]
    long = [[m.grams for m in marks if len(m.plain.replace(" ", "")) >= SHORTEST] for marks in marked]
    first = [[min(grams, key=lambda gram: (frequency[gram], gram)) for grams in inside if grams] for inside in long]
    index = _index([one.grams for one in words], set(chain.from_iterable((*rarest, *first))))
    for place, grams in enumerate(rarest):
        for gram in chain(grams, first[place]):
            yield from ((place, other) for other in index[gram])


def _by_terms(words: Sequence[Words], weights: Weights) -> Iterable[tuple[int, int]]:
    """Pairs of which one may have most of the weight of the other's terms."""
    frequency = Counter(chain.from_iterable(one.terms for one in words))
    index = _index([one.terms for one in words], {term for term, count in frequency.items() if count > 1})
    for place, one in enumerate(words):
        ranked = sorted(one.terms, key=lambda term: (-weights.of(term), term))
        missing = (1 - SIDE_LEAST) * weights.total(ranked)
        for term in ranked:
            yield from ((place, other) for other in index.get(term, ()))
            missing -= weights.of(term)
            if missing < -1e-9:  # the rest alone is too little
                break


def _shared_rarest(grams: frozenset[str], frequency: Mapping[str, int]) -> list[str]:
    """Of the rarest grams, one more than what may be missing, those that another statement has too."""
    wanted = math.floor((1 - GRAMS_SURE) * len(grams) + 1e-9) + 1
    shared = [gram for gram in grams if frequency[gram] > 1]
    wanted -= len(grams) - len(shared)  # the rarest of all are its own alone
    return sorted(shared, key=lambda gram: (frequency[gram], gram))[:wanted] if wanted > 0 else []


def _index(sets: Iterable[frozenset[str]], wanted: AbstractSet[str]) -> dict[str, list[int]]:
    """Where each of the `wanted` items is."""
    index: dict[str, list[int]] = {item: [] for item in wanted}
    for place, items in enumerate(sets):
        for item in items & wanted:
            index[item].append(place)
    return index
