"""Weekdays as dates: *(am) Montag, kommenden Dienstag, Freitag vor einer Woche, Mittwochabend*."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from briefing.german.dates_calendar import DAY, of_date, weekday_near
from briefing.german.dates_forms import PARTS, WEEKDAYS, Context, Match, Resolved, fixed, shift_of, with_article
from briefing.german.numerals_tokens import Tokens


def weekday(tokens: Tokens, i: int) -> Match | None:
    """*(am) Montag, kommenden Dienstag, diesem Donnerstag, Montagabend, Mittwoch vormittags*."""
    token = tokens.at(i)
    name, part, last = _weekday_form(tokens, i)
    if name is None or not token.text[0].isupper():
        return None
    shift, start = None, i
    if tokens.joined(i):
        shift = shift_of(tokens.at(i - 1).low)
        if shift is not None:
            start = with_article(tokens, i - 1)
            if tokens.at(i - 1).low.startswith("folgend"):
                shift = 3
        elif tokens.at(i - 1).low == "des" or tokens.at(i - 1).low in ("der", "den", "dem"):
            start = i - 1
    number = WEEKDAYS[name]
    before = tokens.at(start - 1).low
    since = before == "seit" or (before == "vom" and tokens.at(last).low not in ("an", "bis"))
    if before in ("jeden", "jedem", "jeder", "immer") and tokens.joined(start):
        first = start - 1 if before != "immer" else start
        return fixed(first, last, "SET", f"XXXX-WXX-{number}", "every-weekday")
    night = (
        start == i
        and part is None
        and before in ("zum", "auf")
        and tokens.at(i - 2).low == "nacht"
        and tokens.joined(i)
    )
    if night:
        start, part = i - 2, "NI"
    if part is not None and tokens.at(last - 1).low.endswith("s") and last == i + 2:
        return fixed(start, last, "SET", f"XXXX-WXX-{number}T{part}", "weekday-part-set")

    weeks = _weeks_ago(tokens, last)

    def resolve(context: Context) -> Resolved:
        exact = context.dct.exact if context.dct else None
        if weeks and exact is not None:
            found: dt.date | None = weekday_near(exact, number, "past") - DAY * 7 * weeks
        else:
            found = _near_weekday(
                replace(context, tense="past") if since else context, number, None if since else shift
            )
        if found is None:
            value = f"XXXX-WXX-{number}"
            return Resolved(value=f"{value}T{part}" if part else value)
        anchor = of_date(found - DAY) if night else of_date(found)  # the night to Sunday starts on Saturday
        return Resolved(value=f"{anchor.iso()}T{part}" if part else anchor.iso(), anchor=anchor)

    return Match(first=start, last=last, type="TIME" if part else "DATE", resolve=resolve, rule="weekday")


def _weeks_ago(tokens: Tokens, i: int) -> int:
    """How many weeks back *(Freitag) vor einer Woche, vor zwei Wochen* goes; 0 if that does not follow."""
    before, number, unit = (tokens.at(k).low for k in (i, i + 1, i + 2))
    if before != "vor" or unit not in ("woche", "wochen") or not tokens.joined(i):
        return 0
    return {"einer": 1, "zwei": 2, "drei": 3}.get(number, 0)


def _weekday_form(tokens: Tokens, i: int) -> tuple[str | None, str | None, int]:
    """Weekday, part of the day and end of *Montag, Montags, Montagabend, Montag früh*."""
    low = tokens.at(i).low
    for name in WEEKDAYS:
        if not low.startswith(name):
            continue
        rest = low[len(name) :]
        if rest in ("", "s"):
            after = tokens.at(i + 1)
            if (
                tokens.joined(i + 1)
                and after.low in PARTS
                and (
                    after.text[0].islower()
                    or after.low in ("früh", "abend", "morgen", "nachmittag", "vormittag", "mittag", "nacht")
                )
            ):
                return name, PARTS[after.low], i + 2
            return name, None, i + 1
        if rest in PARTS:
            return name, PARTS[rest], i + 1
    return None, None, i + 1


def _near_weekday(context: Context, number: int, shift: int | None) -> dt.date | None:
    """The date a weekday means: in news the last one (today included) unless the tense or an adjective says next."""
    exact = context.dct.exact if context.dct else None
    ref = context.ref.exact if context.ref else None
    if shift == 3:
        base = ref or exact
        return None if base is None else weekday_near(base, number, "after")
    if exact is None:
        if context.told and ref is not None and shift is None:
            return weekday_near(ref, number, "future")
        return None
    if shift is not None and shift < 0:
        return weekday_near(exact, number, "before")
    if shift is not None and shift > 0:
        return weekday_near(exact, number, "after")
    if shift == 0:  # an diesem Freitag: the near one, whatever the tense
        ahead = (number - exact.isoweekday()) % 7
        return weekday_near(exact, number, "past" if context.tense == "past" and ahead > 3 else "future")
    return weekday_near(exact, number, "future" if context.tense in ("future", "present") else "past")
