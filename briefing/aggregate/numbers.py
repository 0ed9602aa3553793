"""Number topics: the numbers of all articles that count the same thing, side by side.

Numbers join a topic only if nothing speaks against it (another unit, change and level, another
thing, killed against killed or wounded, another nationality) and enough for it: what is counted,
the deed, the place, the words around, and the value itself. Average linkage keeps a chain of
half-similar numbers from growing into one topic.
"""

from __future__ import annotations

import heapq
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from briefing.aggregate.ids import stable_id
from briefing.aggregate.numbers_crowds import parted, with_crowds
from briefing.aggregate.numbers_features import Feature, Kind, features
from briefing.aggregate.numbers_headings import with_headings
from briefing.aggregate.numbers_holders import plain_holder
from briefing.aggregate.numbers_kinds import with_kinds
from briefing.aggregate.numbers_names import Names
from briefing.aggregate.numbers_similarity import similarity
from briefing.aggregate.numbers_text import ends, is_vague, precise, status_note
from briefing.aggregate.numbers_twins import with_repeated, with_twins
from briefing.aggregate.similarity import Weights, concepts
from briefing.model import Actor, Analysis, Article, NumberTopic, NumberValue

_SMALL = 12  # counts up to here are mostly incidental
_WORD = re.compile(r"[\w-]{3,}")
JOIN = 0.46  # mean similarity of two clusters that join


class Actors(Protocol):
    """What is asked of the merged actors: the actor a name in an article stands for."""

    def of(self, article_id: str, name: str) -> Actor | None:
        """The merged actor, None if the name stands for none."""


def topics(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], origins: Mapping[str, str], actors: Actors
) -> tuple[NumberTopic, ...]:
    """All quantities in topics: those with most independent origins and values first, trivial ones last."""
    found = groups(articles, analyses, origins)
    names = Names(articles, analyses).of(found)
    made = [(group, _topic(group, name, actors)) for group, name in zip(found, names, strict=True) if name]
    titles = _titles(articles)
    ranked = sorted(made, key=lambda pair: _rank(pair[0], pair[1], titles))
    return _unique_ids(tuple(topic for _, topic in ranked))


def _titles(articles: Mapping[str, Article]) -> frozenset[str]:
    """The concepts of all titles."""
    return concepts(word for a in articles.values() for word in _WORD.findall(a.title or "") if word[0].isupper())


def groups(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], origins: Mapping[str, str]
) -> list[list[Feature]]:
    """The quantities that count the same thing, in the order of the articles and of the text."""
    weights = Weights(analyses)
    buckets: dict[tuple[str, bool, frozenset[str], str, Kind], list[Feature]] = {}
    texts = {article_id: article.text for article_id, article in articles.items()}
    for feature in with_headings(with_kinds(features(articles, analyses, origins), texts), analyses):
        buckets.setdefault(feature.bucket, []).append(feature)
    grouped = with_twins([group for bucket in buckets.values() for group in _grouped(bucket, weights, articles)])
    grouped = with_repeated(grouped)
    return [
        group
        for group in with_crowds([part for group in grouped for part in parted(group, articles)])
        if _is_told(group)
    ]


def _is_told(group: list[Feature]) -> bool:
    """Whether a group counts something: what is only named again counts where several origins agree."""
    return not all(feature.known for feature in group) or len({feature.origin for feature in group}) > 1


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


def _rank(group: list[Feature], topic: NumberTopic, titles: frozenset[str]) -> tuple[float, int, str, int]:
    """Several origins and a real range first, then what the titles speak of; small exact counts last."""
    origins = len({feature.origin for feature in group})
    points = {feature.point for feature in group if not is_vague(feature.quantity)}
    score = float(min(len(group), 2) * origins)
    score += 1.5 if origins > 1 and len(points) > 1 and group[0].kind != "limit" else 0.0
    score += 0.5 if any(feature.words & titles for feature in group) else 0.0
    score += 0.4 if group[0].scope else 0.0
    score -= 1.0 if group[0].kind == "limit" else 0.0
    if all(_is_trivial(feature) for feature in group):
        score = min(score, 1.0) - 2.0
    first = min(group, key=lambda f: (f.article, f.quantity.span.start))
    return -score, -len(topic.values), first.article, first.quantity.span.start


def _is_trivial(feature: Feature) -> bool:
    """*zwei Machthaber*, *beide Länder*, *sieben Tage*: a small exact count of nothing that happened."""
    q = feature.quantity
    if not q.unit and not q.what and is_vague(q):
        return True  # *Tausende*, no one knows of what
    return not q.unit and not feature.scope and q.bound == "exact" and 0 < feature.point <= _SMALL and q.low == q.high


def _topic(group: list[Feature], name: str, actors: Actors) -> NumberTopic:
    ordered = sorted(group, key=lambda f: (f.point, f.article, f.quantity.span.start))
    values = _values(ordered, actors)
    low, high = ends(precise(values)) or (None, None)
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
    return actor.name if actor is not None else plain_holder(name)


def _value(same: list[Feature], actors: Actors) -> NumberValue:
    first = same[0].quantity
    return NumberValue(
        low=first.low,
        high=first.high,
        bound=first.bound,
        status=first.status,
        attributed_to=attributed(same[0], actors),
        as_of=next((f.quantity.as_of for f in same if f.quantity.as_of), None),
        scope=first.what.removesuffix("(Veränderung)").strip(),
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
