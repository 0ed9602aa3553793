"""Two topics that the reader must see together.

Topics that are easily confused (the same people, but killed against killed or wounded), and the
same digits in another order of magnitude, which were not taken for one topic.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from briefing.aggregate.ids import stable_id
from briefing.aggregate.numbers_features import Feature
from briefing.aggregate.numbers_text import scope_words
from briefing.aggregate.similarity import Weights
from briefing.model import Disagreement, NumberTopic, NumberValue, Side, Span

_VICTIMS = frozenset({"dead", "injured", "missing"})
_MAGNITUDES = (Decimal(1000), Decimal(1_000_000))
_COMMON = 2  # concepts two sentences must share for one number to be the other's misprint


def find_other_scopes(topics: tuple[NumberTopic, ...], known: Mapping[Span, Feature]) -> list[Disagreement]:
    """For a topic that counts several fates, the largest topic that counts only one of them."""
    found: dict[str, tuple[int, Disagreement]] = {}
    victims = [t for t in topics if _feature(t, known).person and _feature(t, known).scope]
    for i, one in enumerate(victims):
        for other in victims[i + 1 :]:
            narrow, wide = sorted((one, other), key=lambda t: (len(_feature(t, known).scope), t.id))
            if _confusable(_feature(narrow, known), _feature(wide, known)):
                size = len(narrow.values)
                if size > found.get(wide.id, (0,))[0]:
                    found[wide.id] = (size, _disagreement(narrow, wide, known))
    return [disagreement for _, disagreement in found.values()]


def _feature(topic: NumberTopic, known: Mapping[Span, Feature]) -> Feature:
    return known[topic.values[0].evidence[0]]


def _confusable(narrow: Feature, wide: Feature) -> bool:
    return (
        narrow.person
        and wide.person
        and bool(narrow.scope)
        and narrow.scope < wide.scope <= _VICTIMS
        and narrow.states == wide.states
        and (bool(narrow.states) or narrow.thing == wide.thing)
    )


def _disagreement(narrow: NumberTopic, wide: NumberTopic, known: Mapping[Span, Feature]) -> Disagreement:
    names = [scope_words(_feature(topic, known).scope) for topic in (narrow, wide)]
    return Disagreement(
        id=stable_id("D", "scope", narrow.id, wide.id),
        kind="number",
        about=wide.topic,
        assessment="different_scope",
        reason=f"Andere Bezugsgröße: nur {names[0]} gegen {names[1]}.",
        sides=(_side(narrow), _side(wide)),
        rule="number-other-scope",
    )


def _side(topic: NumberTopic) -> Side:
    spans = tuple(dict.fromkeys(span for value in topic.values for span in value.evidence))
    holders = tuple(dict.fromkeys(v.attributed_to for v in topic.values if v.attributed_to))
    return Side(holders=holders, statement=spans[0], evidence=spans)


def find_misprints(
    topics: tuple[NumberTopic, ...], known: Mapping[Span, Feature], weights: Weights
) -> list[Disagreement]:
    """Pairs of topics whose numbers look like a misprint of each other."""
    same_digits: dict[tuple[int, ...], dict[str, NumberTopic]] = {}
    for topic in topics:
        for value in topic.values:
            digits = _digits(value.low) if value.low is not None and value.low > 0 else ()
            if len(digits) > 1 and not _feature(topic, known).person:
                same_digits.setdefault(digits, {})[topic.id] = topic
    found: dict[tuple[str, str], Disagreement] = {}
    for group in same_digits.values():
        for one, other in combinations(group.values(), 2):
            small, large = sorted((one, other), key=lambda t: (t.low or t.high or Decimal(0), t.id))
            pairs = _misprints(small, large, known, weights)
            if pairs:
                found.setdefault((small.id, large.id), _misprint(small, large, pairs))
    return list(found.values())


def _misprints(
    small: NumberTopic, large: NumberTopic, known: Mapping[Span, Feature], weights: Weights
) -> list[tuple[NumberValue, NumberValue]]:
    """Values with the same two or more digits a thousand or a million times apart, said of much the same."""
    return [
        (a, b)
        for a in small.values
        for b in large.values
        if a.low is not None and b.low is not None and a.low > 0 and b.low / a.low in _MAGNITUDES
        if len(_digits(a.low)) > 1 and _alike(known[a.evidence[0]], known[b.evidence[0]], weights)
    ]


def _digits(value: Decimal) -> tuple[int, ...]:
    return value.normalize().as_tuple().digits


def _alike(a: Feature, b: Feature, weights: Weights) -> bool:
    if a.bucket != b.bucket or a.article == b.article:
        return False
    common = [item for item in a.theme & b.theme if not weights.is_name(item)]
    return bool(common) or len([item for item in a.context & b.context if not weights.is_name(item)]) >= _COMMON


def _misprint(small: NumberTopic, large: NumberTopic, pairs: list[tuple[NumberValue, NumberValue]]) -> Disagreement:
    sides = []
    for position, topic in enumerate((small, large)):
        values = tuple(dict.fromkeys(pair[position] for pair in pairs))
        sides.append(_side(replace(topic, values=values)))
    return Disagreement(
        id=stable_id("D", "magnitude", small.id, large.id),
        kind="number",
        about=large.topic,
        assessment="contradiction",
        reason="Dieselben Ziffern in verschiedener Größenordnung; vermutlich ein Druckfehler.",
        sides=tuple(sides),
        rule="number-magnitude",
    )
