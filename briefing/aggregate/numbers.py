"""Number topics: the numbers of all articles that count the same thing, side by side.

Numbers join a topic only if nothing speaks against it (another unit, change and level, another
thing, killed against killed or wounded, another nationality) and enough for it: what is counted,
the deed, the place, the words around, and the value itself. Average linkage keeps a chain of
half-similar numbers from growing into one topic.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from briefing.aggregate.ids import stable_id
from briefing.aggregate.numbers_crowds import parted, with_crowds
from briefing.aggregate.numbers_features import Feature, Kind, features
from briefing.aggregate.numbers_kinds import with_kinds
from briefing.aggregate.numbers_similarity import similarity
from briefing.aggregate.numbers_text import ends, is_vague, precise, scope_words, status_note
from briefing.aggregate.similarity import Weights, base_class, stem
from briefing.model import Actor, Analysis, Article, NumberTopic, NumberValue

_LONGEST = 70  # characters of a topic's name
_ARTICLES = frozenset("der die das den dem des ein eine einen einem einer eines".split())
JOIN = 0.46  # mean similarity of two clusters that join


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
    buckets: dict[tuple[str, bool, frozenset[str], str, Kind], list[Feature]] = {}
    texts = {article_id: article.text for article_id, article in articles.items()}
    for feature in with_kinds(features(articles, analyses, origins), texts):
        buckets.setdefault(feature.bucket, []).append(feature)
    grouped = [group for bucket in buckets.values() for group in _grouped(bucket, weights, articles)]
    return with_crowds([part for group in grouped for part in parted(group)])


def _grouped(bucket: list[Feature], weights: Weights, articles: Mapping[str, Article]) -> list[list[Feature]]:
    """Clusters of the precise numbers; *Tausende* and the like join the nearest one, else each other."""
    clusters = _linked([f for f in bucket if not is_vague(f.quantity)], weights, articles)
    left = []
    for feature in bucket:
        if is_vague(feature.quantity):
            near = [(_nearness(feature, cluster, weights, articles), -n) for n, cluster in enumerate(clusters)]
            best, position = max(near, default=(0.0, 0))
            if best >= JOIN:
                clusters[-position].append(feature)
            else:
                left.append(feature)
    return [*clusters, *_linked(left, weights, articles)]


def _nearness(feature: Feature, cluster: list[Feature], weights: Weights, articles: Mapping[str, Article]) -> float:
    likes = [similarity(feature, other, weights, articles) for other in cluster]
    return 0.0 if min(likes) == 0 else _linkage((sum(likes), max(likes)), len(likes))


def _linked(bucket: list[Feature], weights: Weights, articles: Mapping[str, Article]) -> list[list[Feature]]:
    """Agglomerative clusters: the two most alike join while the mean of average and single linkage is enough.

    A pair that cannot join keeps its clusters apart for good.
    """
    clusters = [[feature] for feature in bucket]
    links: dict[tuple[int, int], tuple[float, float]] = {}
    for i, one in enumerate(bucket):
        for j in range(i + 1, len(bucket)):
            like = similarity(one, bucket[j], weights, articles)
            if like > 0:
                links[i, j] = (like, like)
    alive = set(range(len(bucket)))
    queue = [(-like, i, j) for (i, j), (like, _) in links.items()]
    heapq.heapify(queue)
    while queue:
        score, i, j = heapq.heappop(queue)
        if -score < JOIN:
            break
        # An entry is stale when its clusters have grown since; the newer one is in the queue as well.
        if (i, j) not in links or score != -_linkage(links[i, j], len(clusters[i]) * len(clusters[j])):
            continue
        clusters[i] += clusters[j]
        alive.discard(j)
        for pair in _join(links, i, j, alive):
            size = len(clusters[pair[0]]) * len(clusters[pair[1]])
            heapq.heappush(queue, (-_linkage(links[pair], size), *pair))
    return [clusters[i] for i in sorted(alive)]


def _linkage(link: tuple[float, float], pairs: int) -> float:
    """Mean of average and single linkage, given the sum and the maximum of the similarities."""
    return (link[0] / pairs + link[1]) / 2


def _join(links: dict[tuple[int, int], tuple[float, float]], i: int, j: int, alive: set[int]) -> list[tuple[int, int]]:
    """Change the links after cluster `j` went into `i` (sums and maxima where both had one); the changed pairs."""
    del links[i, j]
    changed = []
    for k in sorted(alive - {i}):
        pair, other = (min(i, k), max(i, k)), (min(j, k), max(j, k))
        first, second = links.pop(pair, None), links.pop(other, None)
        if first is not None and second is not None:
            links[pair] = (first[0] + second[0], max(first[1], second[1]))
            changed.append(pair)
    return changed


def _rank(group: list[Feature], topic: NumberTopic) -> tuple[int, int, str, int]:
    origins = len({feature.origin for feature in group})
    first = min(group, key=lambda f: (f.article, f.quantity.span.start))
    return -min(len(group), 2) * origins, -len(topic.values), first.article, first.quantity.span.start


def _topic(group: list[Feature], actors: Actors) -> NumberTopic:
    ordered = sorted(group, key=lambda f: (f.point, f.article, f.quantity.span.start))
    values = _values(ordered, actors)
    low, high = ends(precise(values)) or (None, None)
    name = _name(group)
    quantity = group[0].quantity
    return NumberTopic(
        id=stable_id("N", name.lower(), quantity.unit, str(quantity.change), *sorted(group[0].scope)),
        topic=name,
        unit=quantity.unit,
        low=low,
        high=high,
        note=status_note(values),
        values=values,
    )


def _name(group: list[Feature]) -> str:
    """The most frequent wording of what is counted, one of several words if two numbers share it.

    What happened to those counted is added where the wording does not say it.
    """
    forms: dict[tuple[str, ...], list[str]] = {}
    for feature in group:
        what = _bare(feature.quantity.what)
        if what and len(what) <= _LONGEST:
            forms.setdefault(tuple(stem(word) for word in what.lower().split()), []).append(what)
    told = {key: found for key, found in forms.items() if len(key) > 1 and len(found) > 1} or forms
    if told:
        name = min(told.values(), key=lambda found: (-len(found), -len(found[0]), found[0]))[0]
    else:
        heads = Counter(f.quantity.head.capitalize() or f.quantity.unit for f in group)
        name = min(heads, key=lambda h: (-heads[h], h))
    scope = group[0].scope
    said = {base_class(word.lower(), "scopes") for word in name.split()}
    return name if not scope or scope <= said else f"{name} ({scope_words(scope)})"


def _bare(what: str) -> str:
    """A wording without the article before it."""
    words = what.split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in _ARTICLES else words)


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
