"""When an article was published: from its source, its head, or a weekday with a date. Plain regular expressions."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from email.utils import parsedate_to_datetime

from briefing.model import Block
from briefing.read.draft import Draft

HEAD = 700
"""Characters at the beginning in which a full date counts as the date of the article where a stamp says so."""

HALF_YEAR = 183
"""Days between a weekday with its date and the middle of the others up to which it is believed."""

NEAR = 45
"""Days between an article's latest full date and the middle of the others up to which it is believed."""

MONTHS = {
    form: number
    for number, forms in enumerate(
        "januar jänner jan|februar feber feb|märz mär mrz|april apr|mai|juni jun|juli jul|august aug|"
        "september sept sep|oktober okt|november nov|dezember dez".split("|"),
        start=1,
    )
    for form in forms.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate("montag|dienstag|mittwoch|donnerstag|freitag|samstag sonnabend|sonntag".split("|"))
    for name in names.split()
}

_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?!\d)")
_FULL = re.compile(
    rf"(?i)(?<![\d.])(?P<day>\d{{1,2}})\.\s?(?:{_MONTH}|(?P<number>\d{{1,2}})\.)\s?(?P<year>(?:19|20)\d\d)(?!\d)"
)
_MARKED = re.compile(r"\bdate (?P<value>(?:19|20)\d\d-\d\d(?:-\d\d)?)(?!\d)")
_STAMP = re.compile(
    r"(?i)\b(?:stand|veröffentlicht|erstellt|erschienen|publiziert|aktualisiert|aktualisierung|datum|vom)\b[^\n]{0,25}$"
)
_WEEKDAY = re.compile(
    r"(?i)(?P<before>\b\w+ )?\b(?P<weekday>"
    + "|".join(WEEKDAYS)
    + r")\w{0,7}\s?(?:,\s|\(|, (?:den|dem) )(?:den |dem )?(?P<day>\d{1,2})\.\s?"
    rf"(?:{_MONTH}|(?P<number>\d{{1,2}})\.)(?!\s?\d{{4}})"
)
_AHEAD = ("kommenden", "nächsten", "bis", "ab", "zum")


def of(draft: Draft, blocks: Iterable[Block]) -> tuple[str | None, str]:
    """The date of an article and the rule: `given`, `metadata`, `dateline`, `stamp`, `marked`; or None."""
    when = normal(draft.published)
    if when:
        return when, "given" if draft.given else "metadata"
    for block in blocks:
        part = draft.text[block.start : block.end]
        if block.kind == "dateline" and (full := _FULL.search(part)) and (day := _day(full)):
            return day.isoformat(), "dateline"
        if block.kind == "boilerplate" and len(part) <= 250:
            stamped = _stamped(part)
            if stamped:
                return stamped
    marked = _MARKED.search(draft.text)
    if marked and (when := normal(marked["value"])):
        return when, "marked"
    return None, ""


def _stamped(part: str) -> tuple[str, str] | None:
    """A line that is a date, or says that a date is the article's."""
    full = _FULL.search(part)
    if full and (day := _day(full)):
        before, after = part[: full.start()].strip(" |,("), part[full.end() :]
        alone = not before or before.lower().rstrip(".,") in {*WEEKDAYS, "mo", "di", "mi", "do", "fr", "sa", "so"}
        if _STAMP.search(part[: full.start()]) or (alone and len(after) < 25):
            return day.isoformat(), "stamp"
    return None


def normal(value: str | None) -> str | None:
    """A date in any common form as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; None if it is none or does not exist.

    The day is the one printed, in the source's own time zone.
    """
    if not value:
        return None
    value = value.strip()[:100]
    iso = _ISO.match(value)
    if iso:
        return _valid(int(iso["year"]), int(iso["month"]), int(iso["day"]) if iso["day"] else None)
    full = _FULL.search(value)
    if full:
        day = _day(full)
        return day.isoformat() if day else None
    if re.fullmatch(r"(?:19|20)\d\d", value):
        return value
    compact = re.match(r"((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)", value)
    if compact:
        return _valid(*(int(g) for g in compact.groups()))
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _valid(year: int, month: int, day: int | None = None) -> str | None:
    try:
        datetime.date(year, month, day or 1)
    except ValueError:
        return None
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")


def _day(match: re.Match[str]) -> datetime.date | None:
    month = MONTHS[match["month"].lower()] if match["month"] else int(match["number"])
    try:
        return datetime.date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None


def middle(value: str) -> datetime.date | None:
    """The day a date stands for in comparisons: the middle of a month or year where no day is given."""
    parts = [int(p) for p in value.split("-")]
    try:
        return datetime.date(parts[0], parts[1] if len(parts) > 1 else 7, parts[2] if len(parts) > 2 else 15)
    except ValueError:
        return None


def near(text: str, blocks: Iterable[Block], centre: datetime.date) -> tuple[str | None, str]:
    """The date of an undated article whose neighbours lie around `centre`, and the rule; or None."""
    report = [text[b.start : b.end] for b in blocks if b.kind in ("lead", "body", "dateline", "headline")]
    days = [day for part in report for match in _WEEKDAY.finditer(part) if (day := _fitting(match, centre))]
    if days:
        return max(days).isoformat(), "weekday"
    full = [day for part in report for match in _FULL.finditer(part) if (day := _day(match))]
    close = [day for day in full if abs((day - centre).days) <= NEAR]
    if close and max(full) == max(close):
        return max(close).isoformat(), "latest date"
    return None, ""


def _fitting(match: re.Match[str], centre: datetime.date) -> datetime.date | None:
    """The day of *diesem Montag (28. Oktober)* in the year nearest to `centre` in which the two fall together."""
    if (match["before"] or "").strip().lower() in _AHEAD:
        return None
    month = MONTHS[match["month"].lower()] if match["month"] else int(match["number"])
    fitting: list[datetime.date] = []
    for year in range(centre.year - 6, centre.year + 7):
        try:
            day = datetime.date(year, month, int(match["day"]))
        except ValueError:
            continue
        if day.weekday() == WEEKDAYS[match["weekday"].lower()]:
            fitting.append(day)
    best = min(fitting, key=lambda day: (abs((day - centre).days), day), default=None)
    return best if best and abs((best - centre).days) <= HALF_YEAR else None
