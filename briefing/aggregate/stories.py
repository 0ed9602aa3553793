"""Which articles report the same story.

Average-link agglomerative clustering over TF-IDF vectors, the method that did best and most evenly on
event detection in news (Y. Yang et al., "A study on retrospective and on-line event detection", 1998;
the weight for distance in time follows S. Miranda et al., "Multilingual clustering of streaming news", 2018).
Headline and opening count more than the rest, as news is written from the top. How common a word is
is estimated from the collection with a prior, so that a folder of five articles can be judged like
a day of ten thousand.
"""

from __future__ import annotations

import datetime
import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from briefing.aggregate.stories_order import is_overview
from briefing.aggregate.story_words import EMPTY, stem
from briefing.model import Article

ALIKE = 0.16
"""Mean cosine of two groups from which on they are one story, in a large collection."""

TOGETHER = 0.12
"""The same in a folder of few articles, which somebody put together on one subject."""

ASIDE = 0.07
"""The same for an article beside a story that most articles of such a folder report."""

FEW, MANY = 8, 40
"""Articles up to which a collection is such a folder, and from which on it is a large collection."""

PRIOR, SHARE = 100, 0.02
"""The prior of a word's frequency: as if in so many other articles it stood in this share of them."""

TITLE, OPENING, OPENING_WORDS = 5, 3, 120
"""How often a word of the headline and of the first words counts, and how many words the opening has."""

KEPT = 200
"""Words kept of an article, those of greatest weight."""

KEYS, DEEP = 30, 150
"""Words of an article by which its neighbours are looked for, and neighbours that one word can give."""

HINT = 0.03
"""Cosine over these words alone from which on two articles are compared as a whole."""

HALF = 14
"""Days between two reports that halve their likeness."""

_WORD = re.compile(r"[^\W\d_][\w-]*[^\W_]|\d+(?:[.,]\d+)*")

Vector = dict[str, float]


@dataclass(slots=True)
class _Group:
    """Articles taken for one story so far: the sum of their vectors and the days they span."""

    ids: list[str]
    total: Vector
    first: int | None
    last: int | None


def cluster(articles: Mapping[str, Article]) -> list[tuple[str, ...]]:
    """The stories as tuples of article ids, the largest first; an article alone is a story of one.

    Within a story the order is that of `articles`; which articles form a story does not depend on it.
    Plain words do it: on the labelled days resolved names beside them cost one to two points of B-cubed F,
    lemmas instead of them three.
    """
    # In order of time: of a very frequent word the neighbours nearest in time are looked at.
    ranked = sorted(articles, key=lambda id: (articles[id].published or "", id))
    vectors = _vectors({id: features(articles[id]) for id in ranked})
    groups = {
        id: _Group(ids=[id], total=vector, first=(day := _day(articles[id].published)), last=day)
        for id, vector in vectors.items()
    }
    # Few articles are all compared: articles on one event may share none of their weightiest words.
    pairs: Iterable[tuple[str, str]] = combinations(vectors, 2) if len(vectors) <= MANY else _neighbours(vectors)
    if len(articles) > FEW:  # what tells of many subjects would bring them all into a story of one
        alone = {id for id in articles if is_overview(articles[id])}
        pairs = (pair for pair in pairs if alone.isdisjoint(pair))
    merged = _merge(groups, pairs, _threshold(len(articles)))
    if len(articles) <= FEW:
        merged = _gathered(merged, len(articles))
    order = {id: n for n, id in enumerate(articles)}
    stories = [tuple(sorted(group.ids, key=order.__getitem__)) for group in merged]
    return sorted(stories, key=lambda ids: (-len(ids), min(ids)))


def features(article: Article) -> Counter[str]:
    """How often each content word counts in an article: capitalised words and numbers, as light stems."""
    kept = [b for b in article.blocks if b.kind != "boilerplate"]
    text = " ".join(article.text[b.start : b.end] for b in kept) if kept else article.text
    counts: Counter[str] = Counter()
    for n, word in enumerate(_WORD.findall(text)):
        _count(counts, word, OPENING if n < OPENING_WORDS else 1)
    for word in _WORD.findall(article.title or ""):
        _count(counts, word, TITLE)
    return counts


def _count(counts: Counter[str], word: str, times: int) -> None:
    # German writes nouns and names with a capital: the case does the work of a part-of-speech tagger.
    if len(word) >= 3 and not word[0].islower():
        term = stem(word)
        if term not in EMPTY:
            counts[term] += times


def _vectors(counts: Mapping[str, Counter[str]]) -> dict[str, Vector]:
    """Unit vectors: square root of the count times the logarithm of the inverse share of articles."""
    spread = Counter(term for count in counts.values() for term in count)
    every = len(counts) + PRIOR
    vectors: dict[str, Vector] = {}
    for id, count in counts.items():
        weights = {t: math.sqrt(n) * math.log(every / (spread[t] + PRIOR * SHARE)) for t, n in count.items()}
        best = sorted(weights, key=lambda t: (-weights[t], t))[:KEPT]
        norm = math.sqrt(math.fsum(weights[t] ** 2 for t in best)) or 1.0
        vectors[id] = {t: weights[t] / norm for t in best if weights[t] > 0}
    return vectors


def _neighbours(vectors: Mapping[str, Vector]) -> list[tuple[str, str]]:
    """Pairs of articles that can be alike: their weightiest words alone make them so to some degree."""
    index: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    pairs: list[tuple[str, str]] = []
    for id, vector in vectors.items():
        keys = list(vector.items())[:KEYS]
        met: defaultdict[str, float] = defaultdict(float)
        for term, weight in keys:
            for other, its in index[term][-DEEP:]:
                met[other] += weight * its
        pairs.extend((other, id) for other, product in sorted(met.items()) if product >= HINT)
        for term, weight in keys:
            index[term].append((id, weight))
    return pairs


def _merge(groups: dict[str, _Group], pairs: Iterable[tuple[str, str]], least: float) -> list[_Group]:
    """Joins the two most alike groups again and again, until none are alike enough (UPGMA)."""
    alike: dict[str, dict[str, float]] = {id: {} for id in groups}
    heap: list[tuple[float, str, str]] = []
    for a, b in pairs:
        _link(alike, heap, a, b, _cosine(groups[a], groups[b]), least)
    while heap:
        negative, a, b = heapq.heappop(heap)
        if a not in groups or b not in groups or alike[a].get(b) != -negative:
            continue
        one, other = groups[a], groups.pop(b)
        for c in sorted((alike[a].keys() | alike[b].keys()) - {a, b}):
            left, right = alike[a].get(c), alike[b].get(c)
            left = _cosine(one, groups[c]) if left is None else left
            right = _cosine(other, groups[c]) if right is None else right
            mean = (left * len(one.ids) + right * len(other.ids)) / (len(one.ids) + len(other.ids))
            alike[c].pop(b, None)
            _link(alike, heap, a, c, mean, least)
        alike[a].pop(b, None)
        del alike[b]
        _join(one, other)
    return [groups[id] for id in sorted(groups)]


def _gathered(groups: list[_Group], articles: int) -> list[_Group]:
    """With what stands aside joined to the story of most articles, if there is one and it is not too far from it."""
    main = max(groups, key=lambda group: len(group.ids), default=None)
    if main is None or len(main.ids) * 2 <= articles:
        return groups
    near = [group for group in groups if group is not main and _cosine(main, group) >= ASIDE]
    for group in near:
        _join(main, group)
    return [group for group in groups if group not in near]


def _link(
    alike: dict[str, dict[str, float]], heap: list[tuple[float, str, str]], a: str, b: str, value: float, least: float
) -> None:
    value = round(value, 12)
    alike[a][b] = alike[b][a] = value
    if value >= least:
        heapq.heappush(heap, (-value, min(a, b), max(a, b)))


def _join(one: _Group, other: _Group) -> None:
    one.ids += other.ids
    # A new sum: the vectors of single articles are shared with the caller.
    one.total = dict(one.total)
    for term, weight in other.total.items():
        one.total[term] = one.total.get(term, 0.0) + weight
    days = [day for day in (one.first, one.last, other.first, other.last) if day is not None]
    one.first, one.last = (min(days), max(days)) if days else (None, None)


def _cosine(one: _Group, other: _Group) -> float:
    """The mean cosine over all pairs of articles of two groups, less the further apart in time they are."""
    small, large = sorted((one, other), key=lambda group: (len(group.total), group.ids[0]))
    product = math.fsum(weight * large.total.get(term, 0.0) for term, weight in small.total.items())
    gap = 0
    if one.first is not None and one.last is not None and other.first is not None and other.last is not None:
        gap = max(0, one.first - other.last, other.first - one.last)
    return product / (len(one.ids) * len(other.ids)) / (1 + gap / HALF)


def _threshold(articles: int) -> float:
    share = min(1.0, max(0.0, (articles - FEW) / (MANY - FEW)))
    return TOGETHER + (ALIKE - TOGETHER) * share


def _day(published: str | None) -> int | None:
    """A full date as a number of days; coarser dates tell too little."""
    try:
        return datetime.date.fromisoformat(published or "").toordinal()
    except ValueError:
        return None
