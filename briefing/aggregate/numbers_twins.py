"""Groups of numbers that are joined by one value: the same uneven number in two words, a sum that is only repeated."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from briefing.aggregate.numbers_features import Feature
from briefing.german.words import load

_UNEVEN = 4  # digits of a value that two articles do not share by chance
_RATHER_UNEVEN = 3  # of one that they do not share by chance if they share another one, or the noun
_ENDING = 7  # letters that two compounds end in
_SUM = 10**6  # sums from here on are seldom the same by chance
_MANY = 20  # ranges of smaller counts are often the same by chance
_LARGE = 1000  # a value that one holder does not give for two things


def with_twins(groups: list[list[Feature]]) -> list[list[Feature]]:
    """The groups, those joined that hold one and the same uneven value from different articles.

    *6000 Insolvenzen* and *6000 Firmenpleiten* of one holder are one number in two words; so are
    29.250 of something in two articles whoever says it.
    """
    joined: list[list[Feature]] = []
    by_value: dict[Decimal, list[list[Feature]]] = {}
    for group in groups:
        values = {f.point for f in group}
        same = by_value.setdefault(min(values), []) if len(values) == 1 else []
        twin = next((other for other in same if _are_twins(group, other)), None)
        if twin is None:
            joined.append(list(group))
            same.append(joined[-1])
        else:
            twin += group
    return joined


def _are_twins(one: list[Feature], other: list[Feature]) -> bool:
    a, b = one[0], other[0]
    digits = len(a.point.normalize().as_tuple().digits)
    repeated = a.bucket[0] == "money" and digits >= _UNEVEN  # 130,5 Milliarden twice in one article
    if {f.article for f in one} & {f.article for f in other} and not repeated:
        return False
    if (a.quantity.unit, a.quantity.change, a.kind) != (b.quantity.unit, b.quantity.change, b.kind):
        return False
    if (
        a.scope != b.scope
        or (a.person and b.person and a.thing != b.thing)
        or (a.states and b.states and a.states != b.states)
    ):
        return False
    holders = [{f.quantity.holder_name for f in group} - {None} for group in (one, other)]
    if a.quantity.low != a.quantity.high and (a.quantity.low, a.quantity.high) == (b.quantity.low, b.quantity.high):
        return None not in (a.quantity.low, a.quantity.high) and a.point >= _MANY  # 15 bis 17 Millionen of both
    if digits >= _UNEVEN or (a.point >= _LARGE and bool(holders[0] & holders[1])):
        return True
    near = any(f.near & g.near for f in one for g in other)
    return digits >= _RATHER_UNEVEN and (near or _one_base(a, b))


def _one_base(a: Feature, b: Feature) -> bool:
    """Whether two nouns end in the same noun: *Strafverfahren*, *Ermittlungsverfahren*."""
    one, other = a.quantity.head, b.quantity.head
    return min(len(one), len(other)) > _ENDING and one[-_ENDING:] == other[-_ENDING:]


def with_repeated(groups: list[list[Feature]]) -> list[list[Feature]]:
    """The groups; sums that nobody names join the only named ones of the same value.

    *Sie einigten sich auf die Summe von 390 Milliarden Euro* repeats what elsewhere are grants of 390 billion.
    """
    named = [group for group in groups if not _is_nameless(group)]
    joined: dict[int, list[Feature]] = {id(group): list(group) for group in named}
    left: list[list[Feature]] = []
    for group in groups:
        if not _is_nameless(group):
            left.append(joined[id(group)])
            continue
        values = {f.point for f in group}
        same = [other for other in named if _kind(other) == _kind(group) and values & {f.point for f in other}]
        if len(same) == 1 and min(values) >= _SUM:
            joined[id(same[0])] += group
        else:
            left.append(group)
    return left


def _kind(group: list[Feature]) -> tuple[str, bool]:
    bucket = group[0].bucket
    return bucket[0], group[0].quantity.change


def _is_nameless(group: list[Feature]) -> bool:
    """Whether no noun but a word for sums says what the amounts are."""
    return all(f.quantity.unit and (not f.quantity.head or f.quantity.head in _measures()) for f in group)


@cache
def _measures() -> frozenset[str]:
    return frozenset(load("topics")["measures"]["words"])
