"""Numbers without a noun: *rund 20.000* after *die Teilnehmer*, *drei von ihnen*, *18 davon*, *500 Milliarden*."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import takewhile

from briefing.analyse import items
from briefing.analyse.quantities_numbers import Counted
from briefing.german.units import units
from briefing.german.words import load

_FAR = 400  # characters: further back nobody remembers what was counted
_OF_THEM = ("von ihnen", "von denen", "davon", "darunter", "unter ihnen", "dieser zahl", "diese zahl", "die zahl")
_SAME = frozenset(
    {"oder", "(", "(rund", "beziehungsweise", ", also", ", das sind", ", das entspricht", ", umgerechnet"}
)
_SIZES = tuple(load("quantities")["counting"]["sizes"])
_SUM = 10**7  # figures from here on, beside sums of money, are money


def antecedent(text: str, counted: Counted, found: list[items.QuantityItem]) -> items.QuantityItem | None:
    """The quantity before it that counts the same: by *von ihnen*, or of like size in this or the last sentence."""
    at = counted.number.start
    for item in found[-1:]:  # von 237 Millionen Euro auf 565 Millionen Euro
        if item["head"] and item["unit"] == counted.unit and text[item["end"] : at].split() in (["auf"], ["statt"]):
            return item
        other = bool(counted.unit) and counted.unit != item["unit"]
        if item["head"] and other and text[item["end"] : at].strip(" \n") in _SAME:
            return item  # um 53 Millionen Tonnen oder 14,9 Prozent
        if item["head"] and item["unit"] == counted.unit and _from_to(text[: item["start"]], text[item["end"] : at]):
            return item
        if _compared(text, counted, item) or _that_is(text, counted, item):
            return item
    recent = takewhile(lambda item: at - item["end"] < _FAR, reversed(found))
    near = [item for item in recent if item["head"] and item["unit"] == counted.unit]
    if near and counted.unit and "davon" in text[max(0, at - 18) : at].lower():
        return near[0]
    if near and counted.unit and at - near[0]["end"] < _CLOSE and _is_it(text, counted):
        return near[0]  # Die Quote lag im Oktober bei 1,9 Prozent, ein Jahr später sind es 3,0 Prozent
    if not near or counted.unit or counted.number.kind in ("percent", "fraction"):
        return None
    if "stellig" in text[counted.number.start : counted.number.end]:
        return None
    if of_them(text, counted):
        return near[0]
    value = _value(counted.number.low, counted.number.high)
    like = [item for item in near if _like(value, _value(_decimal(item["low"]), _decimal(item["high"])))]
    return like[0] if like else None


_FROM = re.compile(r"\b[Vv]on (?:\w+ ){0,2}$")
_TO = re.compile(r"[^,.;:!?()\n]{1,60} auf ")


def _from_to(before: str, between: str) -> bool:
    """*von 76 Prozent in den 2000er Jahren auf*: both ends of a way."""
    return _FROM.search(before[-_LINK:]) is not None and _TO.fullmatch(between) is not None


def _compared(text: str, counted: Counted, item: items.QuantityItem) -> bool:
    """*130 Milliarden Euro Schulden, 88 Milliarden Euro weniger als geplant*: more or less of the same."""
    between = text[item["end"] : counted.number.start]
    less = _LESS.match(text[counted.end :]) is not None and not item["change"]
    return (
        less and bool(item["head"]) and item["unit"] == counted.unit and _SAME_SENTENCE.fullmatch(between) is not None
    )


def _that_is(text: str, counted: Counted, item: items.QuantityItem) -> bool:
    """*1,1 Millionen Flüge. Das waren 54 Prozent weniger als im Vorjahr*: more or less of what was told before."""
    between = text[item["end"] : counted.number.start]
    less = _LESS.match(text[counted.end :]) is not None and not item["change"] and bool(item["head"])
    return less and len(between) < _CLOSE and "\n" not in between and _THAT_IS.search(between) is not None


_THAT_IS = re.compile(r"\b(?:das|dies) (?:sind|waren|ist|war|seien|entspricht|entsprach) (?:\w+ ){0,3}$", re.IGNORECASE)
_LESS = re.compile(r" (?:weniger|mehr) als\b")
_SAME_SENTENCE = re.compile(r"[^.;:!?()\n]{1,160}")


def same_sums(found: list[items.QuantityItem]) -> list[items.QuantityItem]:
    """The quantities; *nur 130 Milliarden!* counts what *130 Milliarden Euro Schulden* of the same text count."""
    told: dict[tuple[str | None, str | None], items.QuantityItem] = {}
    for item in found:
        sized = any(word.lower().endswith(_SIZES) for word in item["what"].split())
        if is_money(item["unit"]) and sized and not item["change"]:
            told.setdefault((item["low"], item["high"]), item)
    made = []
    for item in found:
        other = told.get((item["low"], item["high"]))
        large = _value(_decimal(item["low"]), _decimal(item["high"])) >= _SUM
        bare = not item["what"] and not item["change"] and (not item["unit"] or is_money(item["unit"]))
        if other is not None and large and bare and item["unit"] in ("", other["unit"]):
            item["unit"], item["what"], item["head"] = other["unit"], other["what"], other["head"]
            item["modifiers"], item["rule"] = other["modifiers"], f"same-sum/{item['rule']}"
        made.append(item)
    return made


def whole_of(text: str, counted: Counted, found: list[items.QuantityItem]) -> items.QuantityItem | None:
    """*308 Katastrophen gab es, 77 Prozent davon …*: the count right before that a share is one of."""
    share = counted.unit == "Prozent" or counted.number.kind == "fraction"
    if not share or not found or counted.number.change:
        return None
    last = found[-1]
    near = text[last["end"] : counted.number.start]
    told = text[counted.end :].startswith(" davon") or _OF_WHICH.search(near) is not None
    whole = not last["unit"] and not last["change"] and bool(last["what"]) and last["counted"] is not None
    return last if told and whole and len(near) < _CLOSE and "\n" not in near else None


_OF_WHICH = re.compile(r"\bdavon (?:\w+ ){0,3}$", re.IGNORECASE)
_IT_IS = re.compile(r"\b(?:sind|waren|seien) es (?:\w+ ){0,3}$|\b(es) (?:\w+ ){0,2}$", re.IGNORECASE)
_BE = re.compile(r"\s*(?:sind|waren|seien|gewesen)\b")
_LINK = 40  # characters before a number in which *sind es* stands
_CLOSE = 220  # characters to the number that *es* takes up


def _is_it(text: str, counted: Counted) -> bool:
    """*im Vorjahr waren es 5 Prozent; in Berlin, wo es 5 Prozent sind*."""
    match = _IT_IS.search(text[max(0, counted.number.start - _LINK) : counted.number.start])
    return match is not None and (match[1] is None or _BE.match(text[counted.end :]) is not None)


def of_them(text: str, counted: Counted) -> bool:
    """Whether the number is a part of what was told before (*drei von ihnen*, *davon 18*)."""
    window = text[max(0, counted.number.start - 14) : counted.end + 14].lower()
    return any(phrase in window for phrase in _OF_THEM)


def money_unit(counted: Counted, found: list[items.QuantityItem]) -> str:
    """The currency a bare sum shares with the sums right before it (*390 Milliarden* after *500 Milliarden Euro*)."""
    value = _value(counted.number.low, counted.number.high)
    if counted.unit or value < _SUM:
        return counted.unit
    at = counted.number.start
    for item in takewhile(lambda item: at - item["end"] < 2 * _FAR, reversed(found)):
        if is_money(item["unit"]):
            return item["unit"]
    return ""


def is_money(unit: str) -> bool:
    """Whether a unit is a currency."""
    return unit in units() and units()[unit].dimension in _currencies()


def _currencies() -> frozenset[str]:
    return frozenset(
        unit.dimension for unit in units().values() if unit.dimension[0].isupper() or " Dollar" in unit.dimension
    )


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _value(low: Decimal | None, high: Decimal | None) -> Decimal:
    return low if low is not None else high if high is not None else Decimal(0)


def _like(one: Decimal, other: Decimal) -> bool:
    """Whether two values are within a factor of twenty and above a dozen."""
    small, large = sorted((abs(one), abs(other)))
    return small > 12 and large <= small * 20
