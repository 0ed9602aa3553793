"""What forbids that two numbers count the same thing: another unit, way, ballot, time, people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from briefing.aggregate.numbers_features import Feature, bearer
from briefing.aggregate.numbers_text import is_vague
from briefing.german.words import load
from briefing.model import Article

# Shares, votes and seats belong to someone: those of two parties are never one topic.
_SHARES = frozenset({"Prozent", "Prozentpunkte", "Punkte"})
_DIVIDED = frozenset({"votes", "seats"})
_MEMBER = "mitglied"
_ON_STRIKE = {"staff", "protesters"}
# von 500 auf 390, 390 statt 500: two values of one thing
_FROM_TO = re.compile(
    r"^\W*(?:(?:\w+ )?auf|(?:\w+ )?möglichst|(?:\w+ ){0,3}(?:statt|anstatt|anstelle|gegenüber|nachdem|bisher|zuvor))"
    r"\b[^.!?]{0,40}$"
)
# statt einem Minus von 4,2 Prozent nun 5,4 Prozent
_INSTEAD = re.compile(r"\b(?:[Ss]tatt|[Aa]nstatt|[Aa]nstelle)\s+[^,.;]{0,30}$")
# 5.000 Teilnehmer, die Arbeitgeber dagegen von nur 2.000
_SET_AGAINST = re.compile(r"^[^.!?\n]{0,60}\b(?:dagegen|hingegen|demgegenüber)\b[^.!?\n]{0,40}$")
_BEFORE = 40  # characters before a number that may set it against the next one
GIVEN = "#give"  # what is given
_AFTER = 60  # characters behind a number that may tell that it was given earlier
_STOP = re.compile(r"[.!?]\s")
_REVISED = re.compile(
    r"\b(?:[Nn]och|[Zz]uvor|[Bb]isher\w*|[Zz]unächst|[Uu]rsprünglich\w*|[Ss]tatt|[Ff]rüher\w*|[Vv]orher|korrigier\w+"
    r"|möglichst|Vortag)\b"
)
_TENFOLD = Decimal(10)
_ROUNDING = Decimal("1.005")
_APART = Decimal(3)  # per cent between two shares that are two
_ACCOUNTS = Decimal("1.05")  # how far apart a text gives two accounts of one count
_NEARLY = Decimal("1.2")  # how far apart values lie of which one bounds the other


def may_join(a: Feature, b: Feature, articles: Mapping[str, Article]) -> bool:
    """Whether nothing forbids that two numbers of one bucket count the same thing."""
    if a.kind == "limit" and a.point != b.point:
        return False  # two limits are two rules
    if a.quantity.unit and b.quantity.unit and a.quantity.unit != b.quantity.unit:
        return False
    if not a.quantity.unit and (a.point < 1) != (b.point < 1):
        return False  # a third of them, three of them
    if a.states and b.states and not a.states & b.states:
        return False
    if _demanded(a) != _demanded(b) or (_demanded(a) and not same_value(a, b) and not agree(a, b)):
        return False  # those for whom something is demanded are not those who are on strike
    if a.polled and b.polled and a.polled != b.polled and (bearer(a.quantity) or bearer(b.quantity)):
        return False  # a party in two states
    if a.lands and b.lands and a.lands != b.lands:
        return False  # the toll of one state, of another, of both
    if not a.person and a.scope and b.scope and a.scope != b.scope:
        return False
    if a.subject and b.subject and a.subject != b.subject and _is_divided(a, b):
        return False
    if (_of_others(a, b) or _are_shares(a, b)) and not same_value(a, b) and not agree(a, b):
        return False
    if a.measured and b.measured and _are_far(a, b):
        return False
    if a.stand != b.stand and a.stand and b.stand:
        return False
    if (a.stand or b.stand) and not same_value(a, b) and not agree(a, b):
        return False  # another ballot
    if a.direction and b.direction and a.direction != b.direction:
        return False
    if a.parts and b.parts and not a.parts & b.parts:
        return False
    if (not a.person or a.scope) and _are_rivals(a, b, articles):
        return False
    if a.ahead != b.ahead and any(f.quantity.head.endswith(tuple(load("topics")["results"]["words"])) for f in (a, b)):
        return False
    # The other one's sentence must at least know the nationality.
    for one, other in ((a, b), (b, a)):
        if one.states and not other.states and not one.states & other.context:
            return False
    return not a.person or _same_people(a, b)


def _demanded(feature: Feature) -> bool:
    """Whether somebody demands or offers something for those counted."""
    return feature.quantity.what.endswith("(Forderung)")


def _of_others(a: Feature, b: Feature) -> bool:
    """Whether two shares are told of different things: one of all, one of somebody, or who do or think something else.

    Those of two parties are told apart as their subjects.
    """
    return _told(a) != _told(b) or bool(bearer(a.quantity)) != bool(bearer(b.quantity))


def _are_shares(a: Feature, b: Feature) -> bool:
    """Whether two numbers are shares of something that lie apart, or nobody says what they count.

    *Anteil der Befragten* is another question each time; the stages of one share are told in one sentence.
    """
    if a.quantity.change or b.quantity.change or (a.sentence == b.sentence and a.article == b.article):
        return False
    given = GIVEN in a.theme & b.theme
    nameless = not a.quantity.what and not b.quantity.what and bool(a.quantity.unit) and not given
    shares = a.quantity.unit == "Prozent" and all(f.quantity.what.startswith("Anteil") for f in (a, b))
    return nameless or (shares and abs(a.point - b.point) > _APART)


def _told(feature: Feature) -> str:
    """What a share is said to do (*Anteil der Polen: unterstützen die Proteste*)."""
    what = feature.quantity.what
    return what.partition(": ")[2] if what.startswith("Anteil") else ""


def _is_divided(a: Feature, b: Feature) -> bool:
    """Whether a number is one owner's: a share, votes, staff and members, what somebody gives."""
    if a.thing == "staff" or a.quantity.head.endswith(_MEMBER):
        return True
    return a.quantity.unit in _SHARES or a.thing in _DIVIDED or GIVEN in a.theme & b.theme


def _same_people(a: Feature, b: Feature) -> bool:
    things = {a.thing, b.thing}
    if len(things) == 2 and "people" not in things and things != _ON_STRIKE:
        return False
    if a.subevents and b.subevents and not a.subevents & b.subevents:
        return False
    if ("counter" in a.subevents) != ("counter" in b.subevents):
        return False
    if a.scope and (a.fresh != b.fresh or a.years != b.years):
        return False
    if a.scope and a.period and b.period and a.period != b.period:
        return False  # so far this year, from Saturday to Monday
    attending = things & set(load("topics")["attendance"]["classes"])
    return not attending or a.ahead == b.ahead


def _are_rivals(a: Feature, b: Feature, articles: Mapping[str, Article]) -> bool:
    """Whether one text gives two values of a change, neither of them as an earlier or another one's."""
    if a.article != b.article or same_value(a, b) or agree(a, b) or _is_within(a, b):
        return False
    small, large = sorted((abs(a.point), abs(b.point)))
    if a.person and large <= _ACCOUNTS * small:
        return False  # two accounts of one count
    holders = {a.quantity.holder_name, b.quantity.holder_name}
    if len(holders) == 2 and None not in holders and a.parts == b.parts and large <= 2 * small:
        return False
    text = articles[a.article].text
    if a.sentence == b.sentence and are_stages(a, b, text):
        return False
    return not any(_REVISED.search(_sentence(f, text)) for f in (a, b))


def _sentence(feature: Feature, text: str) -> str:
    """The sentence up to some words behind the number."""
    end = feature.quantity.span.end
    return text[max(0, feature.sentence) : end] + _STOP.split(text[end : end + _AFTER])[0]


def _is_within(a: Feature, b: Feature) -> bool:
    """Whether one value is more than the other says it is at least, and not twice as much."""
    small, large = sorted((a, b), key=lambda f: f.point)
    return small.quantity.bound in ("more than", "at least") and large.point < 2 * small.point


def _are_far(a: Feature, b: Feature) -> bool:
    """Whether two amounts lie more than an order of magnitude apart."""
    small, large = sorted((abs(a.point), abs(b.point)))
    return small > 0 and large > _TENFOLD * small


def are_stages(a: Feature, b: Feature, text: str) -> bool:
    """Whether one sentence tells two values as stages or accounts of one thing: *von 500 auf 390*."""
    first, second = sorted((a.quantity.span, b.quantity.span))
    between = text[first.end : second.start]
    instead = _INSTEAD.search(text[max(0, first.start - _BEFORE) : first.start])
    return bool(_FROM_TO.match(between) or _SET_AGAINST.match(between) or instead)


def same_value(a: Feature, b: Feature) -> bool:
    """Equal, or as good as equal after rounding (*1.074*, *1074,3*)."""
    if is_vague(a.quantity) != is_vague(b.quantity):
        return False  # *Tausende* are not *1000*
    small, large = sorted((a.point, b.point))
    return small == large or (a.bucket[0] == "money" and small > 0 and large / small < _ROUNDING)


def agree(a: Feature, b: Feature) -> bool:
    """Whether one value is what the other one bounds or rounds: *über 150*, *etwa 170*."""
    small, large = sorted((a, b), key=lambda f: f.point)
    if small.point <= 0 or large.point > small.point * _NEARLY:
        return False
    opens = small.quantity.bound in ("more than", "at least") or large.quantity.bound in ("less than", "at most")
    return opens or "about" in (small.quantity.bound, large.quantity.bound)
