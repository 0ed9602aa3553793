"""Number topics: the numbers of all articles that count the same thing, side by side.

Numbers join a topic only if nothing speaks against it (another unit, change and level, another
thing, killed against killed or wounded, another nationality) and enough for it: what is counted,
the deed, the place, the words around, and the value itself. Average linkage keeps a chain of
half-similar numbers from growing into one topic.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from briefing.aggregate.ids import stable_id
from briefing.aggregate.numbers_features import Feature, features
from briefing.aggregate.numbers_text import status_note
from briefing.aggregate.similarity import Weights
from briefing.model import Actor, Analysis, Article, NumberTopic, NumberValue

# Weighted shares of what two numbers have in common; tuned on two clusters and the samples.
JOIN = 0.45
_OWN, _CLAUSE, _CONTEXT, _VALUE = 0.45, 0.25, 0.15, 0.35


class Actors(Protocol):
    """What is asked of the merged actors: the actor a name in an article stands for."""

    def of(self, article_id: str, name: str) -> Actor | None:
        """The merged actor, None if the name stands for none."""


def topics(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], origins: Mapping[str, str], actors: Actors
) -> tuple[NumberTopic, ...]:
    """All quantities in topics: those with most independent origins and values first, single ones last."""
    found = groups(articles, analyses, origins)
    made = [_topic(group, actors) for group in found]
    ranked = sorted(zip(found, made, strict=True), key=lambda pair: _rank(*pair))
    return _unique_ids(tuple(topic for _, topic in ranked))


def groups(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], origins: Mapping[str, str]
) -> list[list[Feature]]:
    """The quantities that count the same thing, in the order of the articles and of the text."""
    weights = Weights(analyses)
    buckets: dict[tuple[str, bool, frozenset[str], str], list[Feature]] = {}
    for feature in features(articles, analyses, origins):
        buckets.setdefault(feature.bucket, []).append(feature)
    return [group for bucket in buckets.values() for group in _linked(bucket, weights)]


def _linked(bucket: list[Feature], weights: Weights) -> list[list[Feature]]:
    """Average-linkage clusters: the two most similar clusters join while their mean similarity is enough."""
    clusters = [[feature] for feature in bucket]
    size = len(clusters)
    like = {(i, j): similarity(bucket[i], bucket[j], weights) for i in range(size) for j in range(i + 1, size)}
    sums = {pair: value for pair, value in like.items() if value > 0}
    alive = set(range(size))
    while sums:
        (i, j), best = max(
            ((pair, value / (len(clusters[pair[0]]) * len(clusters[pair[1]]))) for pair, value in sums.items()),
            key=lambda item: (item[1], -item[0][0], -item[0][1]),
        )
        if best < JOIN:
            break
        clusters[i] += clusters[j]
        alive.discard(j)
        merged: dict[tuple[int, int], float] = {}
        for k in alive - {i}:
            first = sums.get((min(i, k), max(i, k)))
            second = sums.get((min(j, k), max(j, k)))
            if first is not None and second is not None:
                merged[min(i, k), max(i, k)] = first + second
        sums = {pair: value for pair, value in sums.items() if i not in pair and j not in pair} | merged
    return [clusters[i] for i in sorted(alive)]


def similarity(a: Feature, b: Feature, weights: Weights) -> float:
    """How sure it is that two numbers count the same thing, 0 (they cannot) to about 1."""
    if not _may_join(a, b):
        return 0.0
    same_value = (a.quantity.low, a.quantity.high) == (b.quantity.low, b.quantity.high)
    telling = same_value and (bool(a.quantity.unit) or a.point >= 13)
    own = _shared(a.words, b.words, weights)
    clause = _shared(a.clause | a.words, b.clause | b.words, weights)
    context = weights.dice(a.context, b.context)
    score = _OWN * own + _CLAUSE * clause + _CONTEXT * context
    if a.states and a.states == b.states:
        score += 0.15
    if telling:
        score += _VALUE * (0.5 + context / 2) if a.article != b.article else _VALUE * 0.7
    if a.places and b.places and not a.places & b.places:
        score -= 0.15
    return max(score, 0.001)


def _shared(one: frozenset[str], other: frozenset[str], weights: Weights) -> float:
    """Mean of both shares of containment: a short description may name less than a long one."""
    if not one or not other:
        return 0.0
    return (weights.contained(one, other) + weights.contained(other, one) + weights.dice(one, other)) / 3


def _may_join(a: Feature, b: Feature) -> bool:
    if a.states and b.states and not a.states & b.states:
        return False
    if a.person and b.person and a.thing != b.thing and "people" not in (a.thing, b.thing):
        return False
    # The other one's sentence must at least know the nationality.
    for one, other in ((a, b), (b, a)):
        if one.states and not other.states and not one.states & other.context:
            return False
    return True


def _rank(group: list[Feature], topic: NumberTopic) -> tuple[int, int, str, int]:
    origins = len({feature.origin for feature in group})
    first = min(group, key=lambda f: (f.article, f.quantity.span.start))
    return -min(len(group), 2) * origins, -len(topic.values), first.article, first.quantity.span.start


def _topic(group: list[Feature], actors: Actors) -> NumberTopic:
    ordered = sorted(group, key=lambda f: (f.point, f.article, f.quantity.span.start))
    values = _values(ordered, actors)
    ends = [end for value in values for end in (value.low, value.high) if end is not None]
    name = _name(group)
    quantity = group[0].quantity
    return NumberTopic(
        id=stable_id("N", name.lower(), quantity.unit, str(quantity.change), *sorted(group[0].scope)),
        topic=name,
        unit=quantity.unit,
        low=min(ends, default=None),
        high=max(ends, default=None),
        note=status_note(values),
        values=values,
    )


def _name(group: list[Feature]) -> str:
    """The most frequent wording of what is counted; among equals the longer, then the first in the alphabet."""
    wordings = Counter(f.quantity.what.strip() for f in group if f.quantity.what.strip())
    if not wordings:
        heads = Counter(f.quantity.head.capitalize() or f.quantity.unit for f in group)
        return min(heads, key=lambda h: (-heads[h], h))
    shorter = {w: n for w, n in wordings.items() if len(w) <= 70} or dict(wordings)
    return min(shorter, key=lambda w: (-shorter[w], -len(w), w))


def _values(ordered: list[Feature], actors: Actors) -> tuple[NumberValue, ...]:
    """One value per article, number and holder; its places as evidence."""
    merged: dict[tuple[object, ...], list[Feature]] = {}
    for feature in ordered:
        q = feature.quantity
        key = (feature.article, q.low, q.high, q.bound, q.status, attributed(feature, actors))
        merged.setdefault(key, []).append(feature)
    return tuple(_value(same, actors) for same in merged.values())


def attributed(feature: Feature, actors: Actors) -> str | None:
    """Who says the number: the merged actor's name, else as printed."""
    name = feature.quantity.holder_name
    if name is None:
        return None
    actor = actors.of(feature.article, name)
    return actor.name if actor is not None else name


def _value(same: list[Feature], actors: Actors) -> NumberValue:
    first = same[0].quantity
    return NumberValue(
        low=first.low,
        high=first.high,
        bound=first.bound,
        status=first.status,
        attributed_to=attributed(same[0], actors),
        as_of=next((f.quantity.as_of for f in same if f.quantity.as_of), None),
        scope=first.what,
        evidence=tuple(f.quantity.span for f in same),
        rule=first.rule,
    )


def _unique_ids(made: tuple[NumberTopic, ...]) -> tuple[NumberTopic, ...]:
    """Topics of the same name get ids of their own by their order."""
    seen: Counter[str] = Counter()
    unique = []
    for topic in made:
        seen[topic.id] += 1
        if seen[topic.id] > 1:
            unique.append(replace(topic, id=stable_id("N", topic.id, str(seen[topic.id]))))
        else:
            unique.append(topic)
    return tuple(unique)
