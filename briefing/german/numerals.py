"""Every German way to write a number: figures, words, fractions, ranges, bounds, and what is no count.

`find_numbers(text)` finds them all, each with its kind, so that callers choose; `read_number(text)` reads
one. Work is linear in the length of the text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from briefing.german import words
from briefing.german.numerals_bounds import bound_after, bound_before
from briefing.german.numerals_core import core_at, word_number
from briefing.german.numerals_drafts import Draft, draft_at
from briefing.german.numerals_kinds import UNITS_AFTER, Kind, word_ordinal
from briefing.german.numerals_ranges import extended
from briefing.german.numerals_tokens import Tokens
from briefing.german.numerals_words import EIN
from briefing.model import Bound

_CHANGE = words.load("numerals")["change"]
_CHANGE_STEMS, _CHANGE_NOUNS = tuple(_CHANGE["stems"]), frozenset(_CHANGE["nouns"])
_CHANGE_ENDS = tuple(noun for noun in _CHANGE["nouns"] if len(noun) > 6)  # Wirtschaftseinbruch, Bevölkerungswachstum


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in a text, characters `start` to `end` including its bound words; `digits_start` without them.

    `low` and `high` are the value (equal unless it is a range; None at an open end). `kind` tells counts
    (cardinal, percent, fraction, factor) from what counts nothing (ordinal, year, age, date, time, score,
    label, phone). `change` is true for an amount of change (*um 20 Prozent*). `compound` is true inside a
    hyphenated word (*400-Milliarden-Grenze*). Percentages are given as printed (5 for *5 Prozent*).
    """

    start: int
    end: int
    digits_start: int
    low: Decimal | None
    high: Decimal | None
    bound: Bound = "exact"
    kind: Kind = "cardinal"
    change: bool = False
    compound: bool = False
    words: bool = False


def find_numbers(text: str) -> list[Number]:
    """All numbers of the text in order, without overlaps; never raises, whatever the text."""
    tokens = Tokens(text)
    found: list[Number] = []
    i, floor = 0, 0
    while i < len(tokens):
        draft = draft_at(tokens, i)
        if draft is None:
            i += 1
            continue
        draft = extended(tokens, draft)
        number = _finished(tokens, draft, floor)
        found.append(number)
        i = floor = max(draft.last, i + 1)
    return _both_ends(text, _shared_percent(text, found))


def _both_ends(text: str, found: list[Number]) -> list[Number]:
    """*mehr als 10 und weniger als 20* is one range."""
    merged: list[Number] = []
    for number in found:
        before = merged[-1] if merged else None
        if before is not None and before.low is not None and number.high is not None:
            opens = before.bound in ("more than", "at least") and number.bound in ("less than", "at most")
            if opens and before.low < number.high and text[before.end : number.start].split() in (["und"], ["aber"]):
                merged[-1] = replace(number, start=before.start, low=before.low, bound="range")
                continue
        merged.append(number)
    return merged


def _shared_percent(text: str, found: list[Number]) -> list[Number]:
    """*um 3 auf 12 Prozent*: the first number is a percentage too."""
    for at in range(len(found) - 1):
        here, then = found[at], found[at + 1]
        linked = text[here.end : then.digits_start].split()
        if here.kind != "cardinal" or then.kind != "percent" or not linked:
            continue
        level = linked[0] == "auf" and here.change
        listed = len(linked) == 1 and linked[0] in ("und", "oder", ",", "beziehungsweise", "bzw.", "respektive")
        if level or (listed and here.bound == then.bound):
            found[at] = replace(here, kind="percent")
    return found


def read_number(text: str) -> Decimal | None:
    """The value of a text that is one number and nothing else; None otherwise. *ein* alone is 1."""
    tokens = Tokens(text.strip())
    if len(tokens) == 1 and tokens[0].low in EIN:
        return Decimal(1)
    first = tokens.at(0)
    minus = first.low in ("minus", "negativ") or first.text in ("-", "−", "–")
    start = 1 if minus or first.text == "+" or first.low == "plus" else 0
    core = core_at(tokens, start)
    if core is None:
        ordinal = word_ordinal(tokens, start)
        scale = word_number(tokens.at(start).low) if len(tokens) == start + 1 else None
        lone = scale.value if scale is not None and scale.kind in ("scale", "part", "half", "dozen") else None
        value = ordinal if ordinal is not None else lone
        end = start + 1
    else:
        value, end = core.value, core.last
        if tokens.at(end).text == "." and end + 1 == len(tokens) and core.form == "figures":
            end += 1
    if value is None or end != len(tokens):
        return None
    return value.copy_negate() if minus else value


def _finished(tokens: Tokens, draft: Draft, floor: int) -> Number:
    """The draft with sign, bound and change flag, as characters."""
    first = _signed(tokens, draft)
    if first is not None:
        draft.low = None if draft.low is None else draft.low.copy_negate()
        if draft.bound != "range":  # minus 5 bis 10 Grad: the sign is that of the lower end
            draft.high = None if draft.high is None else draft.high.copy_negate()
    at = draft.first if first is None else first
    start, bound = at, draft.bound
    if draft.kind in ("cardinal", "percent", "fraction", "factor", "age"):
        start, outer = bound_before(tokens, at)
        start = max(start, floor)
        if start < at or outer != "exact":
            bound = _combined(draft.bound, outer if start < at else "exact")
        if draft.bound == "range" and tokens.at(start - 1).low in ("zwischen", "von") and start > floor:
            start -= 1
    after = bound_after(tokens, draft.last) if draft.kind in ("cardinal", "percent", "age") else None
    if after is not None and bound == "exact":
        draft.last, bound = after
    low, high = draft.low, draft.high
    if bound in ("at least", "more than") and low is not None:
        high = None
    elif bound in ("at most", "less than") and high is not None:
        low = None
    if draft.low is not None and draft.low < 0 and bound in _MIRRORED:  # gut minus neun: unter -9
        low, high, bound = high, low, _MIRRORED[bound]
    low, high = _plain(low), _plain(high)
    begin = tokens.at(start).start
    change = draft.change or _is_change(tokens, start, draft)
    compound = draft.core is not None and draft.core.form == "compound"
    return Number(
        start=begin, end=tokens.at(draft.last - 1).end, digits_start=tokens.at(at).start, low=low, high=high,
        bound=bound, kind=draft.kind, change=change, compound=compound or _in_compound(tokens, draft.last),
        words=not tokens.at(draft.first).digits,
    )  # fmt: skip


def _plain(value: Decimal | None) -> Decimal | None:
    """Without exponent and trailing zeros: 1.3E+9 and 1300000000.0 are 1300000000."""
    if value is None:
        return None
    return (
        Decimal(format(value, "f").rstrip("0").rstrip(".") or "0")
        if "." in format(value, "f")
        else Decimal(format(value, "f"))
    )


def _combined(inner: Bound, outer: Bound) -> Bound:
    """Bound of a number that has one of its own (*Tausende*, ranges) and words before it (*mehr als*)."""
    if inner == "range" or outer == "exact":
        return inner
    return outer


def _in_compound(tokens: Tokens, j: int) -> bool:
    """Whether the number goes on as a hyphenated word (*35-Stunden-Woche*)."""
    return tokens.at(j).text == "-" and tokens.at(j).glued and tokens.at(j + 1).word and tokens.at(j + 1).glued


_MIRRORED: dict[Bound, Bound] = {
    "more than": "less than",
    "less than": "more than",
    "at least": "at most",
    "at most": "at least",
}


def _signed(tokens: Tokens, draft: Draft) -> int | None:
    """The token of a minus sign that belongs to the number."""
    if draft.kind not in ("cardinal", "percent", "fraction"):
        return None
    before = tokens.at(draft.first - 1)
    if before.low == "minus" and tokens.joined(draft.first) and before.text != "Minus":
        return draft.first - 1
    figure = tokens.at(draft.first).digits and tokens.at(draft.first).glued
    apart = bool(before.gap) or draft.first == 1 or tokens.at(draft.first - 2).text in "(["
    if before.text in ("-", "−", "–") and figure and apart and not tokens.at(draft.first - 2).digits:
        return draft.first - 1
    return None


_ABOUT_UM = frozenset(
    {"geht", "ging", "gehe", "gehen", "handelt", "handele", "handelte", "bat", "bittet", "kämpft", "kämpfen", "spielt"}
)


_MONEY = frozenset({"euro", "dollar", "franken", "us-dollar", "€", "$", "us"})
_COMPARED = frozenset(
    {"mehr", "weniger", "höher", "niedriger", "teurer", "billiger", "größer", "kleiner", "stärker", "schwächer"}
)


def _is_change(tokens: Tokens, start: int, draft: Draft) -> bool:
    """*um 20 Prozent (gestiegen)*, *plus 3 Prozent*, *ein Anstieg von 5 Prozent*; not *es geht um 5 Millionen*."""
    if draft.kind not in ("cardinal", "percent", "fraction", "factor"):
        return False
    at = start
    while tokens.at(at).low in ("mehr", "weniger", "rund", "über", "gut", "knapp", "etwa", "bis") and at < draft.first:
        at += 1
    near = [tokens.at(k).low for k in range(max(0, start - 12), start)]
    before = tokens.at(start - 1).low
    unit = draft.last + 1 if draft.kind == "percent" or tokens.at(draft.last).low in UNITS_AFTER else draft.last
    if tokens.at(unit).low in _COMPARED and tokens.joined(unit) and tokens.at(unit - 1).low not in ("und", "oder"):
        return True
    if before == "plus" and tokens.at(start).low.startswith("weiter"):
        return False  # 64 Länder, plus 92 weitere Staaten
    if before in ("plus", "minus") or tokens.at(draft.first - 1).low in ("plus", "minus"):
        return tokens.at(draft.last).low not in ("grad", "°")  # minus 70 Grad is a level
    if before in ("von", "um") and any(word in _CHANGE_NOUNS or word.endswith(_CHANGE_ENDS) for word in near[-3:]):
        sum_of = tokens.at(draft.last).low in _MONEY or (draft.core is not None and draft.core.scale >= 10**6)
        return not (sum_of and {"minus", "plus"} & set(near[-3:]))  # a loss, not a change
    if before != "um" and tokens.at(start).low != "um":
        return False
    if any(word in _ABOUT_UM for word in near):
        return False
    if draft.kind in ("percent", "fraction", "factor") or tokens.at(draft.last).low == "auf":
        return True
    after = [tokens.at(k).low for k in range(draft.last, min(len(tokens), draft.last + 14))]
    return any(word.startswith(_CHANGE_STEMS) for word in (*near, *after))


def with_span(number: Number, start: int, end: int) -> Number:
    """The same number over other characters (a measure with its unit)."""
    return replace(number, start=start, end=end)
