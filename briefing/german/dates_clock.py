"""Times of day: *20 Uhr, 20.15 Uhr, halb neun, am Abend, nachts, um Mitternacht*."""

from __future__ import annotations

from briefing.german.dates_calendar import Day
from briefing.german.dates_forms import PARTS, Context, Match, Resolved, fixed, shift_of
from briefing.german.numerals_core import word_number
from briefing.german.numerals_tokens import Tokens

_ADVERBS = frozenset(
    {"morgens", "abends", "nachts", "mittags", "vormittags", "nachmittags", "frühmorgens", "spätabends"}
)


def _on_day(context: Context, clock: str, shift: int = 0) -> Resolved:
    """A clock time on the day told last, else on the article's day."""
    day: Day | None = context.ref if context.ref is not None and context.ref.day is not None else context.dct
    if day is None or day.day is None:
        return Resolved(value=f"XXXX-XX-XXT{clock}")
    return Resolved(value=f"{day.iso()}T{clock}", anchor=day)


def clock(tokens: Tokens, i: int) -> Match | None:
    """*20 Uhr, 20.15 Uhr, 20:15 (Uhr), neun Uhr, halb neun, Viertel nach acht*."""
    token = tokens.at(i)
    if token.digits:
        return _figures(tokens, i)
    if not token.word:
        return None
    if token.low == "halb" and tokens.joined(i + 1):
        hour = _hour(tokens, i + 1)
        if hour is not None and tokens.at(i - 1).low in ("um", "gegen", "ab", "bis", "vor", "nach", "seit"):
            return _at(i, i + 2, f"{(hour - 1) % 24:02d}:30")
    hour = _hour(tokens, i)
    if hour is not None and tokens.at(i + 1).low == "uhr" and tokens.joined(i + 1):
        return _at(i, i + 2, f"{hour:02d}:00")
    return None


def _hour(tokens: Tokens, i: int) -> int | None:
    number = word_number(tokens.at(i).low) if tokens.at(i).word else None
    if number is None or number.kind != "small" or not 0 <= number.value <= 24 or tokens.at(i).low in ("eine", "einer"):
        return None
    return int(number.value)


def _at(first: int, last: int, value: str) -> Match:
    return Match(first=first, last=last, type="TIME", resolve=lambda c: _on_day(c, value), rule="clock")


def _figures(tokens: Tokens, i: int) -> Match | None:
    first, mark, minutes = tokens.at(i), tokens.at(i + 1), tokens.at(i + 2)
    if len(first.text) > 2 or int(first.text) > 24 or (first.glued and tokens.at(i - 1).text in ",.:"):
        return None
    if mark.low == "uhr":
        last = i + 2
        tail = tokens.at(last)
        if (
            tail.digits
            and len(tail.text) == 2
            and int(tail.text) < 60
            and len(tail.gap) == 1
            and not tokens.at(last + 1).word
        ):
            return _at(i, last + 1, f"{int(first.text):02d}:{tail.text}")
        return _at(i, last, f"{int(first.text):02d}:00")
    if mark.low in ("bis", "und", "-", "–") and minutes.digits and tokens.joined(i + 2):
        behind = i + 5 if tokens.at(i + 3).text in (".", ":") and tokens.at(i + 4).glued else i + 3
        if tokens.at(behind).low == "uhr":  # von 9 bis 17 Uhr
            return _at(i, i + 1, f"{int(first.text):02d}:00")
    paired = mark.text in (":", ".") and mark.glued and minutes.digits and minutes.glued and len(minutes.text) == 2
    if paired and int(minutes.text) < 60 and tokens.at(i + 3).low == "uhr":
        return _at(i, i + 4, f"{int(first.text):02d}:{minutes.text}")
    return None


def part_of_day(tokens: Tokens, i: int) -> Match | None:
    """*am (frühen) Abend, in der Nacht, nachts, am Morgen*; bare adverbs recur, with a day told they are that day's."""
    token = tokens.at(i)
    part = PARTS.get(token.low)
    if part is None:
        return None
    if token.low in _ADVERBS:

        def recurring(context: Context) -> Resolved:
            if context.told and context.ref is not None and context.ref.day is not None and token.text[0].isupper():
                return Resolved(value=f"{context.ref.iso()}T{part}", anchor=context.ref, type="TIME")
            return Resolved(value=f"XXXX-XX-XXT{part}")

        return Match(first=i, last=i + 1, type="SET", resolve=recurring, rule="part-adverb")
    if token.text[0].islower() or not tokens.joined(i):
        return None
    before = tokens.at(i - 1)
    if token.low == "mitternacht":
        return _at(i, i + 1, "24:00") if before.low in ("um", "gegen", "nach", "vor", "bis", "kurz") else None
    start = i
    if before.low in ("frühen", "späten", "frühe", "späte", "gleichen", "selben"):
        start = i - 1
    shift = shift_of(before.low)
    if shift is not None:
        start = i - 1
    lead = tokens.at(start - 1).low
    if lead not in ("am", "gegen", "zum", "vom") and not (lead in ("der", "zur") and part == "NI") and shift is None:
        return None
    if lead == "der" and tokens.at(start - 2).low not in ("in", "während", "aus", "seit"):
        return None
    if tokens.at(i + 1).low in ("des", "der") and tokens.joined(i + 1) and part != "NI":
        return None
    return Match(first=start, last=i + 1, type="TIME", resolve=lambda c: _on_day(c, part), rule="part-of-day")


def seasonal_night(tokens: Tokens, i: int) -> Match | None:
    """*Nächte, Sommermonate, warme Jahreszeit*: recurring parts of the year."""
    low = tokens.at(i).low
    names = {"sommermonate": "P1SU", "sommermonaten": "P1SU", "wintermonate": "P1WI", "wintermonaten": "P1WI"}
    if low in names:
        return fixed(i, i + 1, "SET", names[low], "season-set")
    if low == "jahreszeit" and tokens.joined(i):
        before = tokens.at(i - 1).low
        if before in ("kalten", "kalte"):
            return fixed(i - 1, i + 1, "SET", "P1WI", "season-set")
        if before in ("warmen", "warme"):
            return fixed(i - 1, i + 1, "SET", "P1SU", "season-set")
    return None
