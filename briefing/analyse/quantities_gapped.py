"""Shares whose unit stands with another of a list: *die AfD 27,1 Prozent, die Linke 11,4 und die SPD 9,9*.

A list of shares tells its unit once, with its first or its last member. What stands between two members is no more
than whose the next one is; a decimal in brackets behind a name (*Grüne (3,6)*) is a share where shares were told.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from briefing.analyse.quantities_numbers import Counted

_SHARE = "Prozent"
_ALL = Decimal(100)
_NAME = r"(?:[A-ZÄÖÜ][\w./&-]*)(?: (?:und|der|des)? ?[A-ZÄÖÜ][\w./&-]*){0,4}"
_NEXT = re.compile(
    rf" ?(?:,|;| und| sowie|, und)(?: auch)? (?:(?:die|das|der|den|für die|für das|für) )?{_NAME}"
    r"(?: \([^()]{1,20}\))?,?(?: (?:nur|noch|immerhin|rund|etwa|knapp|gut|gerade einmal))?(?: (?:auf|bei|mit))?"
    r"(?: (?:nur|noch|immerhin|rund|etwa|knapp|gut|gerade einmal))? "
)
_BRACKET = re.compile(rf"{_NAME} \($")
_ENDS = re.compile(r"\s*(?:[,.;)]|und\b|sowie\b|$)")
_FAR = 90  # characters between two shares of one list
_BACK = 60  # characters of a name before a bracket
_NEAR = 600  # characters back to a share that tells what a decimal in brackets is


def with_units(text: str, found: list[Counted]) -> list[Counted]:
    """The numbers of a text, those of a list of shares all with the unit that one of them has."""
    if not any(counted.unit == _SHARE for counted in found):
        return found
    made = list(found)
    for order in (range(1, len(made)), range(len(made) - 2, -1, -1)):  # the first member tells the unit, or the last
        step = -1 if order.step == 1 else 1
        for k in order:
            if (
                _is_bare(text, made[k])
                and _shares(made[k + step])
                and _listed(text, made[min(k, k + step)], made[max(k, k + step)])
            ):
                made[k] = replace(made[k], unit=_SHARE)
    last = -_NEAR
    for k, counted in enumerate(made):
        at = counted.number.start
        if _is_bare(text, counted) and at - last < _NEAR and _in_brackets(text, counted):
            made[k] = replace(counted, unit=_SHARE)
        if made[k].unit == _SHARE:
            last = made[k].end
    return made


def _shares(counted: Counted) -> bool:
    return counted.unit == _SHARE and not counted.number.change


def _is_bare(text: str, counted: Counted) -> bool:
    """Whether a number has no unit and nothing behind it that it could count, and may be a share."""
    number = counted.number
    if counted.unit or counted.term or number.compound or number.kind != "cardinal":
        return False
    ends = [end for end in (number.low, number.high) if end is not None]
    return all(0 <= end <= _ALL for end in ends) and _ENDS.match(text, counted.end) is not None


def _listed(text: str, one: Counted, other: Counted) -> bool:
    """Whether nothing but the next owner stands between two numbers."""
    between = text[one.end : other.number.start]
    return len(between) < _FAR and _NEXT.fullmatch(between) is not None


def _in_brackets(text: str, counted: Counted) -> bool:
    """*Grüne (3,6)*: a decimal alone in brackets behind a name."""
    start, end = counted.number.start, counted.end
    decimal = "," in text[start:end] and text[end : end + 1] == ")"
    return decimal and _BRACKET.search(text[max(0, start - _BACK) : start]) is not None
