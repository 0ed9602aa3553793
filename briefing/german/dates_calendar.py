"""Calendar arithmetic on dates with holes: months, weeks, Easter, holidays, ISO weeks."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

DAY = dt.timedelta(days=1)
_FIRST, _LAST = 1, 9990  # years that datetime can shift safely


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A calendar date of which month and day may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def exact(self) -> dt.date | None:
        """The date as `datetime.date` if it is complete and exists."""
        if self.month is None or self.day is None:
            return None
        return valid_date(self.year, self.month, self.day)

    def iso(self) -> str:
        """`2024-10-28`, `2024-10` or `2024`."""
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
            if self.day is not None:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)


def parse_day(text: str | None) -> Day | None:
    """`YYYY-MM-DD`, `YYYY-MM` or `YYYY` (more after that is ignored); None for anything else."""
    if not text:
        return None
    parts = text[:10].split("-")
    if not all(part.isascii() and part.isdigit() for part in parts) or len(parts[0]) != 4 or len(parts) > 3:
        return None
    numbers = [int(part) for part in parts]
    if not _FIRST < numbers[0] < _LAST:
        return None
    month = numbers[1] if len(numbers) > 1 and 1 <= numbers[1] <= 12 else None
    day = numbers[2] if month and len(numbers) > 2 and valid_date(numbers[0], month, numbers[2]) else None
    return Day(year=numbers[0], month=month, day=day)


def valid_date(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None where the calendar has no such day (31. Februar)."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def of_date(date: dt.date) -> Day:
    """A complete `Day`."""
    return Day(year=date.year, month=date.month, day=date.day)


def shift_months(day: Day, months: int) -> Day:
    """The month `months` away; the day is dropped."""
    index = day.year * 12 + (day.month or 1) - 1 + months
    return Day(year=index // 12, month=index % 12 + 1)


def iso_week(date: dt.date) -> str:
    """`2024-W44`."""
    year, week, _ = date.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter(day: Day, shift: int = 0) -> str | None:
    """`2024-Q4`, `shift` quarters away; None where the month is unknown."""
    if day.month is None:
        return None
    index = day.year * 4 + (day.month - 1) // 3 + shift
    return f"{index // 4:04d}-Q{index % 4 + 1}"


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


def advent(year: int) -> dt.date:
    """First Sunday of Advent: the fourth Sunday before Christmas Day."""
    christmas = dt.date(year, 12, 25)
    return christmas - DAY * (christmas.isoweekday() + 21)


def holiday(rule: str, year: int) -> dt.date:
    """A holiday in `year`: `MM-DD`, days from Easter (`-2`), or `advent+7`."""
    if rule.startswith("advent"):
        return advent(year) + DAY * int(rule[6:])
    if len(rule) == 5 and rule[2] == "-":
        return dt.date(year, int(rule[:2]), int(rule[3:]))
    return easter(year) + DAY * int(rule)


def weekday_near(date: dt.date, weekday: int, direction: str) -> dt.date:
    """The nearest `weekday` (1 is Monday): `past` includes the date itself, `before`, `after` and `future`
    (the date itself or later) go strictly as they say; `week` is the one in the ISO week of the date.
    """
    ahead = (weekday - date.isoweekday()) % 7
    if direction == "week":
        return date + DAY * (weekday - date.isoweekday())
    if direction == "future":
        return date + DAY * ahead
    if direction == "after":
        return date + DAY * (ahead or 7)
    back = (date.isoweekday() - weekday) % 7
    if direction == "before":
        return date - DAY * (back or 7)
    return date - DAY * back
