"""Numbers with a unit: currencies, percentages, lengths, areas, masses, data …, with conversion for comparison.

`find_measures(text)` gives numbers with the unit beside them; `convert(value, unit)` brings a value to the
base unit of its dimension, so that hectares compare with square kilometres and a thousand tonnes with
kilograms. Per cent and percentage points are different dimensions, and so is every currency.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from briefing.german import words
from briefing.german.numerals import Number, find_numbers
from briefing.german.numerals_tokens import Tokens

_LONGEST = 4  # tokens of a unit: "km/h" is three, "Kilometer pro Stunde" too, "US-Dollar" as well
_NUMERIC = ("cardinal", "percent", "fraction", "age")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit: canonical `name`, `dimension`, and `factor` to the base unit of the dimension."""

    name: str
    dimension: str
    factor: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A number with its unit, characters `start` to `end` (bound, number and unit).

    `unit` is None for an age (*20 Jahre alt*), whose `number.kind` is `age` and whose unit of time is `age_unit`.
    """

    start: int
    end: int
    number: Number
    unit: Unit | None
    age_unit: str = ""


@cache
def _table() -> tuple[dict[tuple[str, ...], Unit], dict[tuple[str, ...], Unit]]:
    """Forms as token tuples: without regard to case, and exact."""
    folded: dict[tuple[str, ...], Unit] = {}
    exact: dict[tuple[str, ...], Unit] = {}
    for entry in words.load("units")["unit"]:
        unit = Unit(name=entry["name"], dimension=entry["dimension"], factor=Decimal(entry.get("factor", "1")))
        for form in entry["forms"]:
            key = tuple(token.text for token in Tokens(form))
            if entry.get("exact"):
                exact[key] = unit
            else:
                folded[tuple(part.lower() for part in key)] = unit
    return folded, exact


@cache
def units() -> dict[str, Unit]:
    """All units by canonical name."""
    folded, exact = _table()
    return {unit.name: unit for unit in (*folded.values(), *exact.values())}


def convert(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """`value` in the base unit of the dimension, and the dimension; unknown units stay as they are.

    >>> convert(Decimal(250), "km²") == convert(Decimal(25000), "ha")
    True
    """
    found = units().get(unit)
    return (value, unit) if found is None else (value * found.factor, found.dimension)


# Abbreviations of one letter and others that are words or initials too: only in this very spelling.
_CASED = frozenset(
    {"m", "l", "g", "t", "ha", "MB", "mb", "K", "pp", "ar", "ct", "km", "cm", "mm", "nm", "ml", "kg", "mg"}
)


def unit_at(tokens: Tokens, j: int) -> tuple[Unit, int] | None:
    """The unit whose name starts at token `j`, and the token after it; the longest name wins."""
    folded, exact = _table()
    if not tokens.joined(j):
        return None
    for length in range(_LONGEST, 0, -1):
        if any(not tokens.joined(k) for k in range(j + 1, j + length)):
            continue
        parts = tuple(tokens.at(k).text for k in range(j, j + length))
        unit = exact.get(parts) or folded.get(tuple(tokens.at(k).low for k in range(j, j + length)))
        if unit is None or not _whole(tokens, j, j + length):
            continue
        if length == 1 and tokens.at(j).low in _CASED and tokens.at(j).text not in (*_CASED, "MB"):
            continue
        if length == 1 and len(parts[0]) == 1 and parts[0].isalpha() and not _ends_unit(tokens, j + 1):
            continue
        return unit, j + length
    return None


_ADJECTIVE = frozenset({"ige", "iger", "iges", "igen", "igem", "ig"})  # 5%ige


def _whole(tokens: Tokens, j: int, end: int) -> bool:
    """Whether the unit is not the first part of a longer word (*Euro-Scheine*, *Grad-Messung*)."""
    after = tokens.at(end)
    hyphenated = after.text == "-" and after.glued and tokens.at(end + 1).word and tokens.at(end + 1).glued
    return not hyphenated and not (after.word and after.glued and after.low not in _ADJECTIVE)


def _ends_unit(tokens: Tokens, j: int) -> bool:
    return tokens.at(j).text != "." or not tokens.at(j).glued or not tokens.at(j + 1).glued


def _symbol_before(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """A currency before the figures (*€ 5, US$ 30, CHF 20*): the unit and its first token."""
    for length in (2, 1):
        first = i - length
        if first < 0 or any(not tokens.joined(k) for k in range(first + 1, i + 1)):
            continue
        if tokens.at(i).gap and len(tokens.at(i).gap) > 1:
            continue
        text = "".join(tokens.at(k).text for k in range(first, i))
        if text in ("€", "$", "£", "¥", "US$", "EUR", "USD", "CHF", "GBP", "₽", "₹"):
            unit = unit_at_text(text)
            if unit is not None:
                return unit, first
    return None


@cache
def unit_at_text(text: str) -> Unit | None:
    """The unit that a text is the name of (*Quadratkilometern* → km²); None if it is none."""
    tokens = Tokens(text)
    folded, exact = _table()
    parts = tuple(token.text for token in tokens)
    return exact.get(parts) or folded.get(tuple(token.low for token in tokens))


_LARGE = 10**6  # sums from here on are sums in any compound; 500-Euro-Schein and 35-Stunden-Woche measure nothing


def find_measures(text: str, numbers: list[Number] | None = None) -> list[Measure]:
    """All numbers of `text` that have a unit, in order; `numbers` are those of `find_numbers` if known already."""
    tokens = Tokens(text)
    first_at = {token.start: index for index, token in enumerate(tokens)}
    last_at = {token.end: index for index, token in enumerate(tokens)}
    found: list[Measure] = []
    listed = find_numbers(text) if numbers is None else numbers
    for number in listed:
        if number.kind not in _NUMERIC or number.digits_start not in first_at or number.end not in last_at:
            continue
        measure = _measure(tokens, number, first_at[number.digits_start], last_at[number.end] + 1)
        if measure is not None:
            found.append(measure)
    return _shared(text, found, listed)


def _measure(tokens: Tokens, number: Number, i: int, j: int) -> Measure | None:
    if number.compound:
        return _compound(tokens, number, j)
    low = tokens.at(j - 1).low
    if tokens.at(j - 2).text == "-" and tokens.at(j - 1).glued and j - 3 > i:  # im dreistelligen Millionen-Euro-Bereich
        inner = unit_at_text("-".join(tokens.at(k).text for k in range(_part_start(tokens, j), j - 2, 2)))
        return None if inner is None else Measure(start=number.start, end=number.end, number=number, unit=inner)
    if "prozentig" in low:
        return Measure(start=number.start, end=number.end, number=number, unit=units()["Prozent"])
    dash = tokens.at(j).text in (",", ".") and tokens.at(j).glued and tokens.at(j + 1).text in ("-", "–")
    after = unit_at(tokens, j + 2 if dash and tokens.at(j + 1).glued else j)  # 20,- Euro
    end = tokens.at(after[1] - 1).end if after is not None else number.end
    if number.kind == "age":
        years = after[0].name if after is not None else "Jahre"
        old = tokens.at(after[1]) if after is not None else tokens.at(j)
        end = old.end if old.low in ("alt", "alte", "alten", "alter", "altes") else end
        return Measure(start=number.start, end=end, number=number, unit=None, age_unit=years)
    if after is not None:
        return Measure(start=number.start, end=end, number=number, unit=after[0])
    before = _symbol_before(tokens, i)
    if before is not None:
        start = min(number.start, tokens.at(before[1]).start)
        return Measure(start=start, end=number.end, number=number, unit=before[0])
    return None


def _compound(tokens: Tokens, number: Number, j: int) -> Measure | None:
    """*20-Milliarden-Dollar-Fonds, 6.000-Quadratmeter-Halle*: the unit within the word; the measure ends behind it."""
    if number.low is None:
        return None
    for last in (j + 4, j + 2):  # US-Dollar is two tokens
        parts = [tokens.at(k) for k in range(j, last)]
        if any(part.gap for part in parts) or [part.text for part in parts[::2]] != ["-"] * (len(parts) // 2):
            continue
        unit = unit_at_text("-".join(part.text for part in parts[1::2]))
        sized = tokens.at(last).text == "-" and tokens.at(last).glued
        if unit is not None and sized and (number.low >= _LARGE or _measures(unit, tokens.at(last + 1).low)):
            return Measure(start=number.start, end=parts[-1].end, number=number, unit=unit)
    return None


def _measures(unit: Unit, noun: str) -> bool:
    """Whether such a unit before a noun is its size: *120-Quadratmeter-Wohnung, 75-Prozent-Zuschuss*, no *-Schein*."""
    sized = tuple(words.load("quantities")["sized"]["nouns"])
    return unit.dimension in ("area", "mass", "power") or noun.endswith(sized)


def _part_start(tokens: Tokens, j: int) -> int:
    """The token behind the first hyphen of the word that ends before token `j`."""
    k = j - 1
    while tokens.at(k - 1).text == "-" and tokens.at(k - 1).glued and tokens.at(k).glued:
        k -= 2
    return k + 2


_LISTED = frozenset({"und", "oder", ",", "beziehungsweise", "bzw.", "respektive"})


def _shared(text: str, found: list[Measure], listed: list[Number]) -> list[Measure]:
    """*um 3 auf 12 Euro, 22 beziehungsweise 17 Prozent*: a number takes the unit of the one that follows it."""
    have = {measure.number.start for measure in found}
    by_start = {measure.number.digits_start: measure for measure in found}
    extra = []
    for here, then in itertools.pairwise(listed):
        level = by_start.get(then.digits_start)
        if here.start in have or level is None or here.kind not in _NUMERIC:
            continue
        link = text[here.end : then.start].strip()
        if (here.change and link == "auf") or (here.kind == then.kind == "percent" and link in _LISTED):
            extra.append(replace(level, start=here.start, end=here.end, number=here))
    return sorted([*found, *extra], key=lambda measure: measure.start)
