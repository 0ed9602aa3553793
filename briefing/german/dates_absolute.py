"""Dates that name day, month, year, season, decade or century: *28. Oktober 2024*, *Ende 2027*, *die 90er Jahre*."""

from __future__ import annotations

import re

from briefing.german.dates_calendar import Day, holiday, of_date, shift_months, valid_date
from briefing.german.dates_forms import (
    ARTICLES,
    DATA,
    MONTHS,
    SEASONS,
    THIS,
    WEEKDAYS,
    Context,
    Match,
    Resolved,
    fixed,
    shift_of,
    with_article,
    year_at,
)
from briefing.german.numerals_core import Tokens, word_number

_HOLIDAYS: dict[tuple[str, ...], str] = {tuple(k.replace("-", " - ").split()): v for k, v in DATA["holidays"].items()}
_HOLIDAY_FIRST = frozenset(name[0] for name in _HOLIDAYS)
_HOLIDAY_LONGEST = max(len(name) for name in _HOLIDAYS)
_DECADES: dict[str, int] = DATA["decades"]
_CENTURY = ("jahrhundert", "jahrhunderts", "jahrhunderten", "jh")
_MILLENNIUM = ("jahrtausend", "jahrtausends")
_SHORT_YEAR = re.compile(r"[0-9]{2}")


def near_year(context: Context, month: int, day: int | None = None) -> int | None:
    """The year of a month (or day) told without one: of the story told, else the nearest that fits the tense."""
    if context.told and context.year is not None:
        return context.year
    dct = context.dct
    if dct is None:
        return None
    if dct.month is None:
        return dct.year
    ahead = month > dct.month or (month == dct.month and day is not None and dct.day is not None and day > dct.day)
    behind = month < dct.month or (month == dct.month and day is not None and dct.day is not None and day < dct.day)
    distance = month - dct.month
    if context.tense == "past" and ahead and distance >= 1:
        return dct.year - 1
    if context.tense == "future" and behind and distance <= -1:
        return dct.year + 1
    if distance >= 9 and context.tense != "future":
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
        if a.text == b.text == "-" and m.digits and d.digits and a.glued and m.glued and b.glued and d.glued:
            if len(m.text) == len(d.text) == 2 and valid_date(int(first.text), int(m.text), int(d.text)):
                found = Day(year=int(first.text), month=int(m.text), day=int(d.text))
                return fixed(i, i + 5, "DATE", found.iso(), "iso-date", found)
        return None
    dot, month, second, year = (tokens.at(k) for k in range(i + 1, i + 5))
    if len(first.text) > 2 or dot.text != "." or not month.digits or len(month.text) > 2 or second.text != ".":
        return None
    if not (dot.glued and second.glued and len(month.gap) <= 1 and tokens.joined(i + 2)):
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
    shifted = _of_year(tokens, last)
    if shifted is not None:
        end, step = shifted
        return Match(
            first=start, last=end, type="DATE", rule="day-month-of-year",
            resolve=lambda c: _calendar_day(c.dct.year + step if c.dct else None, month, day),
        )  # fmt: skip
    return Match(
        first=start, last=last, type="DATE", rule="day-month",
        resolve=lambda c: _calendar_day(near_year(c, month, day), month, day),
    )  # fmt: skip


def _weekday_before(tokens: Tokens, i: int) -> int:
    """*Samstag, (den|dem) 17. Januar* is one expression; an article right before the day is part of it."""
    k = i - 1 if tokens.joined(i) and tokens.at(i - 1).low in ("den", "dem", "der") else i
    if tokens.at(k - 1).text == "," and tokens.at(k - 2).low in WEEKDAYS and tokens.joined(k) and tokens.joined(k - 1):
        return k - 2
    return k


def _of_year(tokens: Tokens, j: int) -> tuple[int, int] | None:
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
    then = day_month(tokens, k)
    if then is None or then.rule == "first-of-range" or k - i > 5:
        return None

    def resolve(context: Context) -> Resolved:
        end = then.resolve(context)
        parts = end.value.split("-")
        if len(parts) != 3 or not end.anchor:
            return Resolved(value=f"{parts[0]}-{parts[1]}-{day:02d}" if len(parts) == 3 else end.value)
        return _calendar_day(end.anchor.year, end.anchor.month or 1, day)

    return Match(first=i, last=i + 2, type="DATE", resolve=resolve, rule="first-of-range")


_PHASE = frozenset({"anfang", "ende", "mitte", "beginn", "anfangs"})


def phase_start(tokens: Tokens, i: int) -> int:
    """Takes *Anfang, Mitte, Ende, Beginn* (and *zu Beginn der*) before token `i` into the expression."""
    k = i - 1 if tokens.joined(i) and tokens.at(i - 1).low in ARTICLES else i
    if tokens.joined(k) and tokens.at(k - 1).low in _PHASE:
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
    shifted = _of_year(tokens, last)

    def resolve(context: Context) -> Resolved:
        if context.dct is None and not (context.told and context.year):
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

    return Match(first=start, last=shifted[0] if shifted else last, type="DATE", resolve=resolve, rule="month")


def season(tokens: Tokens, i: int) -> Match | None:
    """*im Herbst 1998, diesen Sommer, Sommer des Jahres 2005, Winter 2020/21*."""
    token = tokens.at(i)
    if token.low not in SEASONS or not token.text[0].isupper():
        return None
    code, middle = SEASONS[token.low]
    start = phase_start(tokens, i)
    shift = shift_of(tokens.at(i - 1).low) if start == i and tokens.joined(i) else None
    if shift is not None:
        start = with_article(tokens, i - 1) if tokens.at(i - 1).low not in THIS else i - 1
    k = i + 1
    if tokens.at(k).low == "des" and tokens.at(k + 1).low in ("jahres", "jahrs"):
        k += 2
    year = year_at(tokens, k)
    if year is not None:
        last = k + 1
        if tokens.at(last).text == "/" and tokens.at(last).glued and tokens.at(last + 1).digits:
            last += 2
        return fixed(start, last, "DATE", f"{year:04d}-{code}", "season-year", Day(year=year))
    shifted = _of_year(tokens, i + 1)
    if start == i and shift is None and tokens.at(i - 1).low not in ("im", "zum", "vom", "seit", "bis", "ab"):
        return Match(
            first=with_article(tokens, i), last=i + 1, type="DATE", rule="season-generic",
            resolve=lambda c: Resolved(value=f"{c.dct.year:04d}-{code}" if c.dct and c.tense == "future" else f"XXXX-{code}"),
        )  # fmt: skip

    def resolve(context: Context) -> Resolved:
        if context.dct is None:
            return Resolved(value=f"XXXX-{code}")
        if shifted is not None:
            return Resolved(value=f"{context.dct.year + shifted[1]:04d}-{code}")
        step = 0
        now = context.dct.month
        if now is not None and (shift == -1 or (shift is None and context.tense == "past")) and middle - now > 1:
            step = -1
        if now is not None and (shift == 1 or (shift is None and context.tense == "future")) and now - middle > 1:
            step = 1
        found = context.dct.year + step if not (context.told and context.year) else context.year
        return Resolved(value=f"{found:04d}-{code}")

    return Match(first=start, last=shifted[0] if shifted else i + 1, type="DATE", resolve=resolve, rule="season")


def quarter_or_half(tokens: Tokens, i: int) -> Match | None:
    """*im dritten Quartal (2020), zweites Halbjahr*."""
    token = tokens.at(i)
    quarterly = token.low in ("quartal", "quartals", "vierteljahr")
    if not quarterly and token.low not in ("halbjahr", "halbjahres", "halbjahrs"):
        return None
    which, start = _ordinal_before(tokens, i)
    if which is None or not 1 <= which <= (4 if quarterly else 2):
        return None
    tail = f"{'Q' if quarterly else 'H'}{which}"
    start = with_article(tokens, start)
    k = i + 1
    if tokens.at(k).low == "des" and tokens.at(k + 1).low in ("jahres", "jahrs"):
        k += 2
    year = year_at(tokens, k)
    if year is not None:
        return fixed(start, k + 1, "DATE", f"{year:04d}-{tail}", "quarter-year", Day(year=year))
    shifted = _of_year(tokens, i + 1)
    step = shifted[1] if shifted else 0
    return Match(
        first=start, last=shifted[0] if shifted else i + 1, type="DATE", rule="quarter",
        resolve=lambda c: Resolved(value=f"{c.dct.year + step:04d}-{tail}" if c.dct else f"XXXX-{tail}"),
    )  # fmt: skip


def _ordinal_before(tokens: Tokens, i: int) -> tuple[int | None, int]:
    """The ordinal before token `i` (*3.*, *dritten*) and its first token."""
    before = tokens.at(i - 1)
    if not tokens.joined(i):
        return None, i
    if before.text == "." and tokens.at(i - 2).digits and len(tokens.at(i - 2).text) <= 2:
        return int(tokens.at(i - 2).text), i - 2
    number = word_number(before.low) if before.word else None
    if number is not None and number.kind == "ordinal":
        return int(number.value), i - 1
    return None, i


def century(tokens: Tokens, i: int) -> Match | None:
    """*im 20. Jahrhundert, Beginn des 19. Jahrhunderts, das dritte Jahrtausend, vorigen Jahrhunderts*."""
    token = tokens.at(i)
    if token.low not in _CENTURY and token.low not in _MILLENNIUM:
        return None
    which, start = _ordinal_before(tokens, i)
    digits = 2 if token.low in _CENTURY else 1
    if which is not None and 1 <= which <= 30:
        start = with_article(tokens, start)
        start = phase_start(tokens, start) if start != i else start
        if tokens.at(start - 1).low in _PHASE and tokens.joined(start):
            start -= 1
        last = i + 2 if token.low == "jh" and tokens.at(i + 1).text == "." and tokens.at(i + 1).glued else i + 1
        return fixed(start, last, "DATE", f"{which - 1:0{digits}d}", "century")
    shift = shift_of(tokens.at(i - 1).low) if tokens.joined(i) else None
    if shift is None or token.low.endswith("en"):
        return None
    start = with_article(tokens, i - 1)

    def resolve(context: Context) -> Resolved:
        if context.dct is None:
            return Resolved(value="XX")
        return Resolved(value=f"{context.dct.year // (100 if digits == 2 else 1000) + shift:0{digits}d}")

    return Match(first=start, last=i + 1, type="DATE", resolve=resolve, rule="century-relative")


def decade(tokens: Tokens, i: int) -> Match | None:
    """*(Mitte) der neunziger Jahre, die 90er(-Jahre), in den 1980er Jahren, Sechzigerjahre*."""
    token = tokens.at(i)
    tens, k, full = None, i + 1, None
    if token.digits and len(token.text) in (2, 4) and token.text.endswith("0") and tokens.at(i + 1).low == "er":
        if not tokens.at(i + 1).glued:
            return None
        tens, k = int(token.text[-2]), i + 2
        full = int(token.text[:2]) if len(token.text) == 4 else None
    elif token.word:
        low = token.low
        for ending in ("jahre", "jahren"):
            if low.endswith(ending) and low.removesuffix(ending) in _DECADES:
                return _decade(tokens, i, i + 1, _DECADES[low.removesuffix(ending)], None)
        tens = _DECADES.get(low)
    if tens is None:
        return None
    if tokens.at(k).text == "-" and tokens.at(k).glued and tokens.at(k + 1).low in ("jahre", "jahren"):
        k += 2
    elif tokens.at(k).low in ("jahre", "jahren") and tokens.joined(k):
        k += 1
    elif not (token.digits and tokens.at(i - 1).low in ("den", "die", "der")) or tokens.at(k).text == "-":
        return None
    elif tokens.at(k).word and tokens.at(k).text[0].isupper():
        return None
    return _decade(tokens, i, k, tens, full)


def _decade(tokens: Tokens, i: int, last: int, tens: int, century_: int | None) -> Match:
    before = 19 if century_ is None else century_
    if century_ is None and tens == 0:
        before = 20
    start = with_article(tokens, i)
    if tokens.joined(start) and tokens.at(start - 1).low in _PHASE:
        start -= 1
    return fixed(start, last, "DATE", f"{before}{tens}", "decade")


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


def day_of_holiday(tokens: Tokens, i: int) -> Match | None:
    """*Weihnachten (2020), Karfreitag, am Tag der Deutschen Einheit*."""
    if tokens.at(i).low not in _HOLIDAY_FIRST:
        return None
    for length in range(_HOLIDAY_LONGEST, 0, -1):
        if any(not tokens.joined(k) for k in range(i + 1, i + length)):
            continue
        rule = _HOLIDAYS.get(tuple(tokens.at(k).low for k in range(i, i + length)))
        if rule is None or (not tokens.at(i).text[0].isupper() and length == 1):
            continue
        last = i + length
        named = year_at(tokens, last)

        def resolve(context: Context, rule: str = rule, named: int | None = named) -> Resolved:
            if named is None and context.dct is None:
                return Resolved(value=f"XXXX-{rule}" if len(rule) == 5 else "XXXX-XX-XX")
            found_year = named if named is not None else _holiday_year(context, rule)
            found = of_date(holiday(rule, found_year))
            return Resolved(value=found.iso(), anchor=found)

        return Match(first=i, last=last + (named is not None), type="DATE", resolve=resolve, rule="holiday")
    return None


def _holiday_year(context: Context, rule: str) -> int:
    """The year of a holiday by tense; without one, the nearest holiday to the article's date."""
    assert context.dct is not None
    if context.told and context.year is not None:
        return max(context.year, 2)
    now = context.dct.exact
    if now is None:
        return max(context.dct.year, 2)
    years = (max(now.year - 1, 2), now.year, now.year + 1)
    if context.tense == "past":
        return max((y for y in years if holiday(rule, y) <= now), default=now.year)
    if context.tense == "future":
        return min((y for y in years if holiday(rule, y) >= now), default=now.year)
    return min(years, key=lambda y: (abs((holiday(rule, y) - now).days), y))


def month_shift(context: Context, step: int) -> Resolved:
    """The article's month, shifted."""
    if context.dct is None or context.dct.month is None:
        return Resolved(value="XXXX-XX")
    found = shift_months(context.dct, step)
    return Resolved(value=found.iso(), anchor=found)
