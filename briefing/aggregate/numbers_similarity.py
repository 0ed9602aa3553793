"""How sure it is that two numbers count the same thing.

The score is a sum of witnesses (the thing, what happened to it, the words around, the value itself);
the shares were set on the sample articles and two clusters and hold for counts of people, for money
and other units, and for plain counts of things, which differ in what identifies them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from briefing.aggregate.numbers_features import Feature, is_state_name
from briefing.aggregate.similarity import Weights
from briefing.german.words import load
from briefing.model import Article

# Shares, votes and seats belong to someone: those of two parties are never one topic.
_SHARES = frozenset({"Prozent", "Prozentpunkte", "Punkte"})
_DIVIDED = frozenset({"votes", "seats"})
_ON_STRIKE = {"staff", "protesters"}
# von 500 auf 390, 390 statt 500: two values of one thing
_FROM_TO = re.compile(r"^\W*(?:\w+ ){0,3}(?:auf|statt|anstatt|anstelle|gegenüber|nachdem|bisher|zuvor)\b[^.!?]{0,40}$")
# 5.000 Teilnehmer, die Arbeitgeber dagegen von nur 2.000
_SET_AGAINST = re.compile(r"^[^.!?\n]{0,60}\b(?:dagegen|hingegen|demgegenüber)\b[^.!?\n]{0,40}$")
_ROUNDING = Decimal("1.005")
_NEARLY = Decimal("1.2")  # how far apart values lie of which one bounds the other
_BASE = 5  # letters of a noun that is the base of another
_UNEVEN = 4  # digits of a value that two articles do not share by chance
_LARGE = 1000  # a value that one holder does not give for two things
_SUM = 10**6  # sums from here on are seldom the same by chance
_NEAR = 250  # characters within which a text goes on counting the same people
_LISTED = re.compile(r"^\W*(?:und|sowie|darunter|davon|plus|zuzüglich)\b[^.!?]{0,40}$")


def similarity(a: Feature, b: Feature, weights: Weights, articles: Mapping[str, Article]) -> float:
    """0 where two numbers cannot count the same thing, else how much speaks for it, up to about 1.3."""
    if not _may_join(a, b) or _are_listed(a, b, articles):
        return 0.0
    score = _persons(a, b) if a.person else _things(a, b, weights)
    score += 0.15 * _shared(a.theme, b.theme, weights) + 0.15 * weights.dice(a.context, b.context)
    if _telling(a) and _same_value(a, b):
        score += 0.25 if a.person or a.article == b.article else _same_amount(a, b)
    elif _telling(a) and a.article != b.article and _one_thing(a, b) and _agree(a, b):
        score += 0.18
    if (a.known or b.known) and a.quantity.low == b.quantity.low:
        score += 0.25
    if a.fresh != b.fresh:
        score -= 0.2
    if a.years != b.years:
        score -= 0.5 if (a.years and b.years) or not _same_value(a, b) or a.point < _LARGE else 0.1
    if a.places and b.places and not a.places & b.places:
        score -= 0.3
    if a.article == b.article:
        if a.sentence == b.sentence:
            score += _in_one_sentence(a, b, articles)
        elif a.person and abs(a.quantity.span.start - b.quantity.span.start) < _NEAR:
            score += 0.15
    return max(score, 0.001)


def _persons(a: Feature, b: Feature) -> float:
    """People are identified by their class, by what happened to them and by their nationality.

    Within one story a class is one group of people unless something tells two apart.
    """
    same_states = bool(a.states) and a.states == b.states
    one_fate = bool(a.scope) and {a.thing, b.thing} <= a.scope | {"people"}
    one_fate = one_fate or ("arrived" in a.scope and a.period == b.period)
    if not one_fate and (a.thing != b.thing or a.thing == "people"):
        score = 0.35 if same_states else 0.2
    else:
        score = 0.35 if a.thing in load("topics")["attendance"]["classes"] else 0.42
        if a.thing == "military" and not _common_state(a, b):
            score -= 0.2
    if a.scope:
        score += 0.15
    if same_states:
        score += 0.1
    if a.subevents and a.subevents & b.subevents:
        score += 0.1
    return score


def _common_state(a: Feature, b: Feature) -> bool:
    """Whether the sentences of both name one and the same state."""
    return any(is_state_name(item) for item in (a.states | a.context) & (b.states | b.context))


def _things(a: Feature, b: Feature, weights: Weights) -> float:
    """Money and other amounts are identified by their theme, plain counts by the thing itself."""
    other = bool(a.subject and b.subject and a.subject != b.subject)
    if a.bucket[3]:
        known = a.thing in load("topics")["things"]
        return (0.42 if known else 0.3) - (0.15 if other else 0.0)
    common = [item for item in a.theme & b.theme if not weights.is_name(item)]
    return 0.5 * _shared(a.theme, b.theme, weights) + (0.1 if common else 0.0) - (0.15 if other else 0.0)


def _same_value(a: Feature, b: Feature) -> bool:
    """Equal, or as good as equal after rounding (*1.074*, *1074,3*)."""
    small, large = sorted((a.point, b.point))
    return small == large or (a.bucket[0] == "money" and small > 0 and large / small < _ROUNDING)


def _one_thing(a: Feature, b: Feature) -> bool:
    """The same noun, or one the base of the other (*Haushaltsrahmen*, *EU-Haushaltsrahmen*)."""
    small, large = sorted((a.thing, b.thing), key=len)
    return small == large or (len(small) >= _BASE and large.endswith(small))


def _agree(a: Feature, b: Feature) -> bool:
    """Whether one value is what the other one bounds or rounds: *über 150*, *etwa 170*."""
    small, large = sorted((a, b), key=lambda f: f.point)
    if small.point <= 0 or large.point > small.point * _NEARLY:
        return False
    opens = small.quantity.bound in ("more than", "at least") or large.quantity.bound in ("less than", "at most")
    return opens or "about" in (small.quantity.bound, large.quantity.bound)


def _same_amount(a: Feature, b: Feature) -> float:
    """Two articles seldom give the same uneven amount for two things."""
    uneven = len(a.point.normalize().as_tuple().digits) > 1
    if not uneven:
        return 0.25
    return 0.3 if a.theme and b.theme and not a.theme & b.theme else 0.4


def _telling(a: Feature) -> bool:
    """A small count is often the same by chance."""
    return bool(a.quantity.unit) or a.point >= 13


def _are_listed(a: Feature, b: Feature, articles: Mapping[str, Article]) -> bool:
    """*390 Milliarden als Zuschüsse und 360 Milliarden als Kredite*: two nouns of one sentence are two things."""
    if a.article != b.article or a.sentence != b.sentence or a.bucket[0] != "money" or not (a.thing and b.thing):
        return False
    first, second = sorted((a, b), key=lambda f: f.quantity.span.start)
    between = articles[a.article].text[first.quantity.span.end : second.quantity.span.start]
    return a.thing != b.thing and not _FROM_TO.match(between)


def _in_one_sentence(a: Feature, b: Feature, articles: Mapping[str, Article]) -> float:
    first, second = sorted((a, b), key=lambda f: f.quantity.span.start)
    between = articles[a.article].text[first.quantity.span.end : second.quantity.span.start]
    if _FROM_TO.match(between) or _SET_AGAINST.match(between):
        return 0.35
    if not a.person:
        return -0.3  # several amounts in one sentence are several things
    return -0.25 if _LISTED.match(between) else -0.1


def _shared(one: frozenset[str], other: frozenset[str], weights: Weights) -> float:
    """Mean of both shares and the overlap: a short description may name less than a long one."""
    if not one or not other:
        return 0.0
    return (weights.contained(one, other) + weights.contained(other, one) + weights.dice(one, other)) / 3


def _may_join(a: Feature, b: Feature) -> bool:
    if a.kind == "limit" and a.point != b.point:
        return False  # two limits are two rules
    if a.quantity.unit and b.quantity.unit and a.quantity.unit != b.quantity.unit:
        return False
    if a.states and b.states and not a.states & b.states:
        return False
    if not a.person and a.scope and b.scope and a.scope != b.scope:
        return False
    if a.subject and b.subject and a.subject != b.subject and (a.quantity.unit in _SHARES or a.thing in _DIVIDED):
        return False
    if a.ahead != b.ahead and any(f.quantity.head.endswith(tuple(load("topics")["results"]["words"])) for f in (a, b)):
        return False
    # The other one's sentence must at least know the nationality.
    for one, other in ((a, b), (b, a)):
        if one.states and not other.states and not one.states & other.context:
            return False
    return not a.person or _same_people(a, b)


def _same_people(a: Feature, b: Feature) -> bool:
    things = {a.thing, b.thing}
    if len(things) == 2 and "people" not in things and things != _ON_STRIKE:
        return False
    if a.subevents and b.subevents and not a.subevents & b.subevents:
        return False
    if a.scope and (a.fresh != b.fresh or a.years != b.years):
        return False
    if "arrived" in a.scope and a.period and b.period and a.period != b.period:
        return False  # so far this year, from Saturday to Monday
    attending = things & set(load("topics")["attendance"]["classes"])
    return not attending or a.ahead == b.ahead


def with_twins(groups: list[list[Feature]]) -> list[list[Feature]]:
    """The groups, those joined that hold one and the same uneven value from different articles.

    *6000 Insolvenzen* and *6000 Firmenpleiten* of one holder are one number in two words; so are
    29.250 of something in two articles whoever says it.
    """
    joined: list[list[Feature]] = []
    for group in groups:
        twin = next((other for other in joined if _are_twins(group, other)), None)
        if twin is None:
            joined.append(list(group))
        else:
            twin += group
    return joined


def _are_twins(one: list[Feature], other: list[Feature]) -> bool:
    if len({f.point for f in (*one, *other)}) > 1 or {f.article for f in one} & {f.article for f in other}:
        return False
    a, b = one[0], other[0]
    if (a.quantity.unit, a.quantity.change, a.kind) != (b.quantity.unit, b.quantity.change, b.kind):
        return False
    if (
        a.scope != b.scope
        or (a.person and b.person and a.thing != b.thing)
        or (a.states and b.states and a.states != b.states)
    ):
        return False
    holders = [{f.quantity.holder_name for f in group} - {None} for group in (one, other)]
    return len(a.point.normalize().as_tuple().digits) >= _UNEVEN or (
        a.point >= _LARGE and bool(holders[0] & holders[1])
    )


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
