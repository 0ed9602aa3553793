"""Dates that name day, month or year: *28. Oktober 2024, Ende 2027, Juni des vergangenen Jahres*."""

from __future__ import annotations

from briefing.german.dates_calendar import Day, valid_date
from briefing.german.dates_forms import (
    ARTICLES,
    MONTHS,
    WEEKDAYS,
    Context,
    Match,
    Resolved,
    fixed,
    shift_of,
    with_article,
    year_at,
)
from briefing.german.numerals_tokens import Tokens

_SOON = 3  # months ahead from which a month lies back because the sentence, not its own clause, tells of the past


def near_year(context: Context, month: int, day: int | None = None) -> int | None:
    """The year of a month (or day) told without one: of the story told, else the nearest that fits the tense."""
    if context.told and context.year is not None:
        return context.year
    dct = context.dct
    if dct is None:
        return None
    if dct.month is None:
        return dct.year
    distance = month - dct.month
    later = (day or 0) - (dct.day or 0) if day is not None and dct.day is not None and distance == 0 else 0
    ahead, behind = distance > 0 or later > 0, distance < 0 or later < 0
    if context.cue == "back":
        return dct.year - 1 if distance > 0 else dct.year
    looks_back = context.tense == "past" and context.cue == ""
    if looks_back and ahead and distance >= (1 if context.clause == "past" else _SOON):
        return dct.year - 1
    if (context.tense == "future" or context.cue == "ahead") and behind and distance <= -3:
        return dct.year + 1
    if distance >= 9 and context.tense != "future" and context.cue != "ahead":
        return dct.year - 1
    if distance <= -9 and context.tense != "past":
        return dct.year + 1
    return dct.year


def _calendar_day(year: int | None, month: int, day: int) -> Resolved:
    if year is None:
        return Resolved(value=f"XXXX-{month:02d}-{day:02d}")
    if valid_date(year, month, day) is None:
        return Resolved(value=f"{year:04d}-{month:02d}")
    found = Day(year=year, month=month, day=day)
    return Resolved(value=found.iso(), anchor=found)


def _century_of_short(year: int) -> int:
    return 2000 + year if year < 50 else 1900 + year


def numeric_date(tokens: Tokens, i: int) -> Match | None:
    """*28.10.2024, 28.10.24, 28.10., 2024-10-28*."""
    first = tokens.at(i)
    if not first.digits or (first.glued and i and tokens.at(i - 1).digits):
        return None
    if len(first.text) == 4:
        a, m, b, d = (tokens.at(k) for k in range(i + 1, i + 5))
        dashes = a.text == b.text == "-" and a.glued and m.glued and b.glued and d.glued
        if not (dashes and m.digits and d.digits and len(m.text) == len(d.text) == 2):
            return None
        if valid_date(int(first.text), int(m.text), int(d.text)) is None:
            return None
        found = Day(year=int(first.text), month=int(m.text), day=int(d.text))
        return fixed(i, i + 5, "DATE", found.iso(), "iso-date", found)
    dot, month, second, year = (tokens.at(k) for k in range(i + 1, i + 5))
    if len(first.text) > 2 or dot.text != "." or not month.digits or len(month.text) > 2 or second.text != ".":
        return None
    if not (dot.glued and second.glued and len(month.gap) <= 1 and tokens.joined(i + 2)):
        return None
    # *B.1.1.7, Version 2.1.1.3*: a name of points and figures.
    if (first.glued and i and tokens.at(i - 1).text == ".") or (year.digits and year.glued and len(year.text) == 1):
        return None
    in_month, number = int(first.text), int(month.text)
    if not 1 <= number <= 12 or not 1 <= in_month <= 31:
        return None
    if year.digits and len(year.text) in (2, 4) and len(year.gap) <= 1 and tokens.joined(i + 4):
        full = int(year.text) if len(year.text) == 4 else _century_of_short(int(year.text))
        if full and (year.glued or len(year.text) == 4):
            day = _calendar_day(full, number, in_month)
            return fixed(i, i + 5, "DATE", day.value, "numeric-date", day.anchor)
    return Match(
        first=i, last=i + 4, type="DATE", rule="numeric-date",
        resolve=lambda c: _calendar_day(near_year(c, number, in_month), number, in_month),
    )  # fmt: skip


def day_month(tokens: Tokens, i: int) -> Match | None:
    """*(Montag, den) 28. Oktober (2024)*, *8. Mai dieses Jahres*, *21. bis 27. Februar* (its first part too)."""
    first, dot, name = tokens.at(i), tokens.at(i + 1), tokens.at(i + 2)
    if not first.digits or len(first.text) > 2 or dot.text != "." or not dot.glued or not 1 <= int(first.text) <= 31:
        return None
    day = int(first.text)
    if name.low not in MONTHS or not tokens.joined(i + 2):
        return _first_of_range(tokens, i, day)
    month = MONTHS[name.low]
    last = i + 3
    if (
        len(name.low) <= 4
        and tokens.at(last).text == "."
        and tokens.at(last).glued
        and name.low not in ("mai", "juni", "juli", "märz")
    ):
        last += 1
    start = _weekday_before(tokens, i)
    year = year_at(tokens, last)
    if year is not None:
        found = _calendar_day(year, month, day)
        return fixed(start, last + 1, "DATE", found.value, "day-month-year", found.anchor)
    shifted = of_year(tokens, last)
    if shifted is not None:
        end, step = shifted
        return Match(
            first=start, last=end, type="DATE", rule="day-month-of-year",
            resolve=lambda c: _calendar_day(c.dct.year + step if c.dct else None, month, day),
        )  # fmt: skip
    return Match(
        first=start, last=last, type="DATE", rule="day-month",
        resolve=lambda c: _calendar_day(_by_later(tokens, last, month, c) or near_year(c, month, day), month, day),
    )  # fmt: skip


_TO = frozenset({"bis", "und", "oder", "–", "-", "/"})
_BETWEEN = frozenset({"zum", "zur", "den", "dem", "der", "im", "anfang", "mitte", "ende", "einschließlich"})


def _year_behind(tokens: Tokens, i: int, month: int) -> tuple[int | None, int]:
    """The year of a month or day told with a later one that has it (*November* bis Februar 2021), and how far it lies
    from that (−1 where it could not come first); None and the shift where words name the later one's year (*April* und
    Juni dieses Jahres), None and 1 where nothing does."""
    nothing = None, 1
    if tokens.at(i).low not in _TO or "\n" in tokens.at(i).gap:
        return nothing
    k = i + 1
    while tokens.at(k).low in _BETWEEN and k - i < 4:
        k += 1
    if tokens.at(k).digits and tokens.at(k + 1).text == ".":
        k += 2
    later = MONTHS.get(tokens.at(k).low) if len(tokens.at(k).low) > 2 else None
    if later is None or not tokens.joined(k):
        return nothing
    before = -1 if later < month else 0
    named, worded = year_at(tokens, k + 1), of_year(tokens, k + 1)
    if named is not None:
        return named + before, 0
    return (None, worded[1] + before) if worded is not None else nothing


def _by_later(tokens: Tokens, last: int, month: int, context: Context) -> int | None:
    """The year that a later month gives this one, if it does."""
    year, shift = _year_behind(tokens, last, month)
    if year is not None:
        return max(year, 1)
    return context.dct.year + shift if shift <= 0 and context.dct is not None else None


def _weekday_before(tokens: Tokens, i: int) -> int:
    """*Samstag, (den|dem) 17. Januar* is one expression; an article right before the day is part of it."""
    k = i - 1 if tokens.joined(i) and tokens.at(i - 1).low in ("den", "dem", "der") else i
    if tokens.at(k - 1).text == "," and tokens.at(k - 2).low in WEEKDAYS and tokens.joined(k) and tokens.joined(k - 1):
        return k - 2
    return k


def of_year(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """*(8. Mai) dieses Jahres, (dem Juni) des vergangenen Jahres*: end and shift in years."""
    k = j + 1 if tokens.at(j).low == "des" else j
    step = shift_of(tokens.at(k).low)
    if step is not None and tokens.at(k + 1).low in ("jahres", "jahrs") and tokens.joined(k + 1) and tokens.joined(j):
        return k + 2, step
    if tokens.at(j).low == "des" and tokens.at(j + 1).low in ("vorjahres", "vorjahrs"):
        return j + 2, -1
    return None


def _first_of_range(tokens: Tokens, i: int, day: int) -> Match | None:
    """*5.* in *5. bis zum 9. Juni*, *12. und 13. Mai*: takes month and year from the later date."""
    k = i + 2
    link = tokens.at(k)
    if link.low not in ("bis", "und", "oder", "auf", "/", "-", "–", "bzw"):
        return None
    k += 1
    while tokens.at(k).low in ("zum", "den", "dem", "der", "am"):
        k += 1
    then = day_month(tokens, k) if tokens.at(k + 2).low in MONTHS else None
    if then is None or k - i > 5:
        return None

    def resolve(context: Context) -> Resolved:
        end = then.resolve(context)
        parts = end.value.split("-")
        if len(parts) != 3 or not end.anchor:
            return Resolved(value=f"{parts[0]}-{parts[1]}-{day:02d}" if len(parts) == 3 else end.value)
        return _calendar_day(end.anchor.year, end.anchor.month or 1, day)

    return Match(first=i, last=i + 2, type="DATE", resolve=resolve, rule="first-of-range")


PHASE = frozenset({"anfang", "ende", "mitte", "beginn", "anfangs"})


def phase_start(tokens: Tokens, i: int) -> int:
    """Takes *Anfang, Mitte, Ende, Beginn* (and *zu Beginn der*) before token `i` into the expression."""
    k = i - 1 if tokens.joined(i) and tokens.at(i - 1).low in ARTICLES else i
    if tokens.joined(k) and tokens.at(k - 1).low in PHASE:
        return k - 1
    return i


def month(tokens: Tokens, i: int) -> Match | None:
    """*(Anfang) Februar 2022, im Mai, Juni des vergangenen Jahres*."""
    token = tokens.at(i)
    if token.low not in MONTHS or not token.text[0].isupper() or len(token.low) < 3:
        return None
    number = MONTHS[token.low]
    if len(token.low) <= 4 and token.low not in ("mai", "juni", "juli", "märz"):
        return None
    last = i + 1
    start = phase_start(tokens, i)
    shift = shift_of(tokens.at(i - 1).low) if start == i and tokens.joined(i) else None
    if shift is not None:
        start = with_article(tokens, i - 1)
    elif start == i:
        start = with_article(tokens, i)
    year = year_at(tokens, last)
    if year is None and tokens.at(last).low == "des" and tokens.at(last + 1).low in ("jahres", "jahrs"):
        year = year_at(tokens, last + 2)
        last = last + 2 if year is not None else last
    if year is not None:
        found = Day(year=year, month=number)
        return fixed(start, last + 1, "DATE", found.iso(), "month-year", found)
    shifted = of_year(tokens, last)

    behind = last

    def resolve(context: Context) -> Resolved:
        later = _by_later(tokens, behind, number, context) if shift is None else None
        if later is not None:
            return Resolved(value=Day(year=later, month=number).iso(), anchor=Day(year=later, month=number))
        if context.dct is None and (shift is not None or not (context.told and context.year)):
            return Resolved(value=f"XXXX-{number:02d}")
        assert context.dct is not None or context.year is not None
        own = context.dct.year if context.dct else context.year or 0
        if shifted is not None:
            found_year = own + shifted[1]
        elif shift is not None and context.dct is not None and context.dct.month is not None:
            later = number > context.dct.month or (shift > 0 and number == context.dct.month)
            found_year = own - (1 if (shift < 0 and later) or (shift < 0 and number == context.dct.month) else 0)
            found_year += 1 if shift > 0 and number <= context.dct.month else 0
        else:
            found_year = near_year(context, number) or own
        found = Day(year=found_year, month=number)
        return Resolved(value=found.iso(), anchor=found)

    last, rule = (shifted[0], "month-of-year") if shifted else (last, "month")
    return Match(first=start, last=last, type="DATE", resolve=resolve, rule=rule)


def year(tokens: Tokens, i: int) -> Match | None:
    """*(Ende) 2027, im Jahr 578, dem Jahre 1910, (1997)*; whether bare figures are a year is decided before."""
    token = tokens.at(i)
    if token.low in ("jahr", "jahre", "jahres"):
        after = tokens.at(i + 1)
        if after.digits and 3 <= len(after.text) <= 4 and tokens.joined(i + 1) and int(after.text) < 2200:
            number = int(after.text)
            if len(after.text) == 4 or tokens.at(i - 1).low in ("im", "dem", "des"):
                start = with_article(tokens, i)
                return fixed(start, i + 2, "DATE", f"{number:04d}", "year-named", Day(year=max(number, 1)))
        return None
    number_ = year_at(tokens, i)
    if number_ is None:
        return None
    start = phase_start(tokens, i)
    return fixed(start, i + 1, "DATE", f"{number_:04d}", "year", Day(year=number_))
