"""How sure it is that two numbers count the same thing.

The score is a sum of witnesses (the thing, what happened to it, the words around, the value itself);
the shares were set on the sample articles and two clusters and hold for counts of people, for money
and other units, and for plain counts of things, which differ in what identifies them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from briefing.aggregate.numbers_exclusions import GIVEN, agree, are_stages, may_join, same_value
from briefing.aggregate.numbers_features import Feature, bearer, is_state_name
from briefing.aggregate.similarity import Weights
from briefing.german.words import load
from briefing.model import Article

_BASE = 5  # letters of a noun that is the base of another
_LARGE = 1000  # a value that one holder does not give for two things
_DISTANCE = "entfernung"  # what the analysis calls a distance
_PRICE = "#price"
_COMPOUND, _FIRST = 9, 6  # letters of a compound and of its first part
_MANY = 50  # counts from here on are seldom near each other by chance
_NEARLY = Decimal("1.5")  # per cent that two accounts of one share may lie apart
_COUNTED = Decimal(3)  # while the votes of one place are counted
_LATER = Decimal("1.1")
_NEAR = 250  # characters within which a text goes on counting the same people
_LISTED = re.compile(r"^\W*(?:und|sowie|darunter|davon|plus|zuzüglich)\b[^.!?]{0,40}$")


def similarity(a: Feature, b: Feature, weights: Weights, articles: Mapping[str, Article]) -> float:
    """0 where two numbers cannot count the same thing, else how much speaks for it, up to about 1.3."""
    if not may_join(a, b, articles) or _are_listed(a, b, articles):
        return 0.0
    score = _persons(a, b) if a.person else _things(a, b, weights)
    score += 0.15 * _shared(a.theme, b.theme, weights) + 0.15 * weights.dice(a.context, b.context)
    if _telling(a) and same_value(a, b):
        score += 0.25 if a.person or a.article == b.article else _same_amount(a, b)
    elif _telling(a) and a.article != b.article and agree(a, b) and (a.measured & b.measured or _one_thing(a, b)):
        score += 0.18
    elif a.counts and a.article != b.article and _close(a, b):
        score += 0.12
    if a.article != b.article and (same_value(a, b) or agree(a, b)) and not a.near.isdisjoint(b.near):
        score += 0.25 if same_value(a, b) else 0.2  # both tell the same pair of numbers
    if (a.known or b.known) and a.quantity.low == b.quantity.low:
        score += 0.25
    if a.fresh != b.fresh:
        score -= 0.2
    score -= _years_apart(a, b)
    one_toll = bool(a.lands) and a.lands == b.lands
    if a.quantity.head == b.quantity.head == _DISTANCE:
        score += _between_places(a, b, weights)
    elif one_toll:
        score += 0.1
    elif a.places and b.places and not a.places & b.places:
        score -= 0.3
    elif a.person and a.away != b.away and not same_value(a, b):
        score -= 0.15  # one of the two is told of another place than the story's own
    regional = a.region and b.region and not a.measured and not one_toll
    if regional and a.region.isdisjoint(b.region) and not same_value(a, b):
        score -= 0.3  # the same of two regions
    if a.article == b.article:
        if a.sentence == b.sentence:
            score += _in_one_sentence(a, b, articles)
        elif a.person and abs(a.quantity.span.start - b.quantity.span.start) < _NEAR:
            score += 0.15
    return max(score, 0.001)


def _years_apart(a: Feature, b: Feature) -> float:
    """How much the years that are named speak against one thing."""
    if a.years == b.years:
        return 0.0
    if a.years and b.years:
        signed = [any(year[0] in "+-" for year in f.years) for f in (a, b)]
        # *nächstes Jahr* of an article without a date may be any recent one
        return 0.0 if signed[0] != signed[1] and a.recent and b.recent else 0.5
    if a.recent and b.recent:
        return 0.1
    return 0.5 if not same_value(a, b) or a.point < _LARGE else 0.1


def _persons(a: Feature, b: Feature) -> float:
    """People are identified by their class, by what happened to them and by their nationality.

    Within one story a class is one group of people unless something tells two apart.
    """
    same_states = bool(a.states) and a.states == b.states
    one_fate = bool(a.scope) and {a.thing, b.thing} <= a.scope | {"people"}
    one_fate = one_fate or ("arrived" in a.scope and a.period == b.period)
    if not one_fate and not _one_noun(a, b) and (a.thing != b.thing or a.thing == "people"):
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


def _one_noun(a: Feature, b: Feature) -> bool:
    """Whether both name people by one noun that tells who they are: *Delegierte*, not *Menschen*."""
    small, large = sorted((a.quantity.head, b.quantity.head), key=len)
    return (
        a.article != b.article
        and bool(small)
        and large.endswith(small)
        and small not in load("topics")["things"]["people"]
    )


def _common_state(a: Feature, b: Feature) -> bool:
    """Whether the sentences of both name one and the same state."""
    return any(is_state_name(item) for item in (a.states | a.context) & (b.states | b.context))


def _things(a: Feature, b: Feature, weights: Weights) -> float:
    """Money and other amounts are identified by their theme, plain counts by the thing itself."""
    other = bool(a.subject and b.subject and a.subject != b.subject)
    if a.direction or a.measured:
        return _changes(a, b) - (0.15 if other else 0.0)
    if a.bucket[3]:
        known = a.thing in load("topics")["things"]
        return (0.42 if known else 0.3) - (0.15 if other else 0.0)
    if a.quantity.unit == "Prozent" and (whose := bearer(a.quantity)) and whose == bearer(b.quantity):
        far = _COUNTED if a.polled and a.polled == b.polled else _NEARLY
        return 0.5 if abs(a.point - b.point) <= far else 0.1
    common = [item for item in a.theme & b.theme if not weights.is_name(item)]
    if a.bucket[0] == "money" and _one_deal(a, b):
        return 0.42
    kin = 0.25 if same_value(a, b) and _prefixed(a, b) else 0.0
    return 0.5 * _shared(a.theme, b.theme, weights) + kin + (0.1 if common else 0.0) - (0.15 if other else 0.0)


def _one_deal(a: Feature, b: Feature) -> bool:
    """Whether both are what one and the same gives, or the price of things of one kind (*Aufzugsgeschäft, -sparte*)."""
    if a.subject and a.subject == b.subject and GIVEN in a.theme & b.theme and a.ahead == b.ahead:
        return True
    return _PRICE in a.theme & b.theme and any(_kindred(one, other) for one in a.context for other in b.context)


def _close(a: Feature, b: Feature) -> bool:
    """Whether two large counts of one thing lie so near that one may be the later state of the other."""
    small, large = sorted((a.point, b.point))
    return small >= _MANY and large <= _LATER * small


def _between_places(a: Feature, b: Feature, weights: Weights) -> float:
    """Distances are known by the places they lie between, whichever of them the clause names."""
    near = same_value(a, b) or agree(a, b)
    return 0.25 if near and any(weights.is_name(item) for item in a.context & b.context) else 0.0


def _prefixed(a: Feature, b: Feature) -> bool:
    """Whether one noun is the first part of the other: *Schutz*, *Schutzwirkung*."""
    small, large = sorted((a.quantity.head, b.quantity.head), key=len)
    return len(small) >= _FIRST and large != small and large.startswith(small)


def _kindred(one: str, other: str) -> bool:
    """Whether two compounds have the same first part."""
    return one != other and min(len(one), len(other)) >= _COMPOUND and one[:_FIRST] == other[:_FIRST]


def _changes(a: Feature, b: Feature) -> float:
    """Changes in per cent are identified by what changes, and which way; one that does not say fits any."""
    if a.measured and b.measured:
        if not a.measured & b.measured or _other_states(a, b):
            return 0.1
        return 0.47 if a.direction and a.direction == b.direction else 0.4
    return 0.25 if a.direction == b.direction else 0.1


def _other_states(a: Feature, b: Feature) -> bool:
    """Whether the sentences name states and no common one."""
    one, other = ({item for item in f.states | f.context if is_state_name(item)} for f in (a, b))
    return bool(one and other) and not one & other


def _one_thing(a: Feature, b: Feature) -> bool:
    """The same noun, or one the base of the other (*Haushaltsrahmen*, *EU-Haushaltsrahmen*)."""
    small, large = sorted((a.thing, b.thing), key=len)
    return small == large or (len(small) >= _BASE and large.endswith(small))


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
    return a.thing != b.thing and not are_stages(a, b, articles[a.article].text)


def _in_one_sentence(a: Feature, b: Feature, articles: Mapping[str, Article]) -> float:
    text = articles[a.article].text
    if are_stages(a, b, text):
        return 0.35
    if not a.person:
        return -0.3  # several amounts in one sentence are several things
    first, second = sorted((a.quantity.span, b.quantity.span))
    return -0.25 if _LISTED.match(text[first.end : second.start]) else -0.1


def _shared(one: frozenset[str], other: frozenset[str], weights: Weights) -> float:
    """Mean of both shares and the overlap: a short description may name less than a long one."""
    if not one or not other:
        return 0.0
    return (weights.contained(one, other) + weights.contained(other, one) + weights.dice(one, other)) / 3
