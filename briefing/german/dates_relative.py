"""Time expressions relative to the article or to the date told last: *am Montag, vergangene Woche, heute, damals*."""

from __future__ import annotations

from briefing.german.dates_absolute import phase_start
from briefing.german.dates_calendar import DAY, Day, iso_week, of_date, quarter
from briefing.german.dates_forms import (
    ARTICLES,
    DATA,
    PARTS,
    THIS,
    WEEKDAYS,
    Context,
    Match,
    Resolved,
    fixed,
    shift_of,
    unit_of,
    with_article,
)
from briefing.german.dates_periods import month_shift
from briefing.german.numerals_tokens import Tokens

_DEICTIC: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): value for value, phrases in DATA["deictic"].items() for phrase in phrases
}
_DEICTIC_FIRST = frozenset(phrase[0] for phrase in _DEICTIC)
_DAYS: dict[str, int] = DATA["relative_days"]
_NOUNS: dict[str, tuple[str, int]] = {word: (unit, step) for word, (unit, step) in DATA["relative"].items()}


def _shifted_day(context: Context, step: int) -> Resolved:
    exact = context.dct.exact if context.dct else None
    if exact is None:
        return Resolved(value="XXXX-XX-XX")
    found = of_date(exact + DAY * step)
    return Resolved(value=found.iso(), anchor=found)


def shifted(context: Context, unit: str, step: int) -> Resolved:
    """The article's day, week, weekend, month, quarter, year, decade or century, `step` units away."""
    dct = context.dct
    exact = dct.exact if dct else None
    if unit == "D":
        return _shifted_day(context, step)
    if unit == "M":
        return month_shift(context, step)
    if dct is None:
        return Resolved(value={"Y": "XXXX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE"}.get(unit, "XXXX"))
    if unit == "Y":
        return Resolved(value=f"{dct.year + step:04d}", anchor=Day(year=max(dct.year + step, 1)))
    if unit == "Q":
        return Resolved(value=quarter(dct, step) or f"{dct.year:04d}-QX")
    if unit == "H":
        half = dct.year * 2 + (1 if (dct.month or 1) > 6 else 0) + step
        return Resolved(value=f"{half // 2:04d}-H{half % 2 + 1}")
    if unit == "DE":
        return Resolved(value=f"{dct.year // 10 + step}")
    if unit == "CE":
        return Resolved(value=f"{dct.year // 100 + step}")
    if exact is None:
        return Resolved(value=f"{dct.year:04d}-WXX" + ("-WE" if unit == "WE" else ""))
    week = iso_week(exact + DAY * 7 * step)
    return Resolved(value=f"{week}-WE" if unit == "WE" else week)


def deictic(tokens: Tokens, i: int) -> Match | None:
    """*jetzt, damals, demnächst, in letzter Zeit, die Zukunft*."""
    token = tokens.at(i)
    if token.low not in _DEICTIC_FIRST:
        return None
    for length in (4, 3, 2, 1):
        phrase = tuple(tokens.at(k).low for k in range(i, i + length))
        value = _DEICTIC.get(phrase)
        if value is None or any(not tokens.joined(k) for k in range(i + 1, i + length)):
            continue
        if phrase == ("früher",) and _comparative(tokens, i):
            return None
        if phrase == ("jüngst",) and tokens.at(i + 1).glued:
            return None
        if length == 1 and tokens.at(i + 1).text == "-" and tokens.at(i + 1).glued:
            return None
        if length == 1 and token.low in ("zukunft", "vergangenheit", "gegenwart") and not _bare(tokens, i):
            return None
        if (
            length == 1
            and token.low in ("nun", "aktuell", "einst")
            and token.text[0].isupper()
            and tokens.at(i + 1).text == ","
        ):
            return None
        return fixed(i, i + length, "DATE", value, "deictic")
    return None


def _bare(tokens: Tokens, i: int) -> bool:
    return (
        tokens.at(i - 1).low in ("in", "zur", "der", "die", "ferner", "naher", "keine", "für", "mit", "ohne") or i == 0
    )


def _comparative(tokens: Tokens, i: int) -> bool:
    """*früher als, ein Jahr früher, je früher*: no date of its own."""
    before = tokens.at(i - 1)
    if tokens.at(i + 1).low == "als" or before.low in ("je", "desto", "viel", "etwas", "noch"):
        return True
    return unit_of(before.low) is not None or tokens.at(i + 1).low in ("oder", "beginn", "termin")


def today(tokens: Tokens, i: int) -> Match | None:
    """*heute, gestern Abend, morgen früh, übermorgen*; *heute* in general statements is PRESENT_REF."""
    token = tokens.at(i)
    step = _DAYS.get(token.low)
    if _overnight(tokens, i):
        return None
    if step is None:
        if token.low != "morgen" or not _tomorrow(tokens, i):
            return None
        step = 1
    part = PARTS.get(tokens.at(i + 1).low) if tokens.joined(i + 1) else None
    if part is not None and token.low in ("heute", "gestern", "morgen", "vorgestern", "übermorgen"):

        def in_part(context: Context) -> Resolved:
            found = _shifted_day(context, step)
            return Resolved(value=f"{found.value}T{part}", anchor=found.anchor)

        return Match(first=i, last=i + 2, type="TIME", resolve=in_part, rule="day-part")
    if step == 0 and general_present(tokens, i):
        return fixed(i, i + 1, "DATE", "PRESENT_REF", "present")
    if step == 1 and tokens.at(i - 1).low == "von" and tokens.at(i - 2).word:
        return fixed(i, i + 1, "DATE", "FUTURE_REF", "tomorrow-figurative")
    return Match(first=i, last=i + 1, type="DATE", resolve=lambda c: _shifted_day(c, step), rule="day-adverb")


def _overnight(tokens: Tokens, i: int) -> bool:
    """*von heute auf morgen*: suddenly, no day."""
    first = i if tokens.at(i).low == "heute" else i - 2
    return [tokens.at(k).low for k in range(first - 1, first + 3)] == ["von", "heute", "auf", "morgen"]


def general_present(tokens: Tokens, i: int) -> bool:
    """Whether *heute* means these days: features use it so, agency reports name the weekday instead.

    Told by the text as a whole: a report dates its events by weekdays or days of the month.
    """
    if tokens.at(i).low != "heute":
        return False
    after = tokens.at(i + 1).low
    if tokens.at(i - 1).low in ("ab", "bis") or (
        tokens.at(i - 1).low in ("seit", "von") and after in ("an", "um", "bis")
    ):
        return False
    window = [tokens.at(k).low for k in range(max(0, i - 10), min(len(tokens), i + 14))]
    if "uhr" in window or any(word in WEEKDAYS for word in window):
        return False
    return not _daily(tokens) or any(word in ("damals", "früher", "einst", "heutzutage") for word in window)


def _daily(tokens: Tokens) -> bool:
    """Whether the text dates events by the weekday, as daily news does: one weekday in 250 words or more."""
    if tokens.weekdays < 0:
        tokens.weekdays = sum(1 for token in tokens if token.low in WEEKDAYS)
    return tokens.weekdays * 250 >= len(tokens)


def _tomorrow(tokens: Tokens, i: int) -> bool:
    """*morgen* as an adverb: lower case, or at the start of a sentence before a verb."""
    token, before = tokens.at(i), tokens.at(i - 1)
    if token.text[0].islower():
        return before.low not in ("am", "jeden", "guten")
    return False


def unit_with_shift(tokens: Tokens, i: int) -> Match | None:
    """*vergangene Woche, im nächsten Jahr, diesem Monat, Ende dieses Jahres, Anfang des Monats, Vorjahr*."""
    token = tokens.at(i)
    noun = _NOUNS.get(token.low)
    if noun is not None:
        unit, step = noun
        start = phase_start(tokens, i)
        start = with_article(tokens, i) if start == i else start
        if unit == "D":
            return Match(
                first=start, last=i + 1, type="DATE", rule="relative-day", resolve=lambda c: _from_ref(c, step)
            )
        return Match(
            first=start, last=i + 1, type="DATE", rule="relative-noun", resolve=lambda c: shifted(c, unit, step)
        )
    found = unit_of(token.low)
    if found is None or not token.text[0].isupper() or found[0] not in ("D", "W", "WE", "M", "Q", "H", "Y", "DE"):
        return None
    unit, plural = found
    low, before = token.low, tokens.at(i - 1)
    plural = plural and not (unit == "WE" and low in ("wochenende", "wochenendes"))
    if (low in ("woche", "wochen") and plural) or (plural and unit != "WE"):
        return None
    shift = shift_of(before.low) if tokens.joined(i) else None
    if shift is not None:
        return _with_adjective(tokens, i, unit, shift)
    if unit == "WE":
        start = i
        return Match(first=start, last=i + 1, type="DATE", rule="weekend", resolve=_weekend)
    if before.low in ("des", "der") and tokens.joined(i):
        start = phase_start(tokens, i)
        if start < i - 1 and unit in ("W", "M", "Y", "Q"):
            return Match(
                first=start, last=i + 1, type="DATE", rule="phase-of-unit", resolve=lambda c: shifted(c, unit, 0)
            )
        if low in ("jahres", "jahrs") and before.low == "des" and tokens.at(i - 2).text[:1].isupper():
            return Match(first=i - 1, last=i + 1, type="DATE", rule="of-the-year", resolve=lambda c: shifted(c, "Y", 0))
    return None


def _with_adjective(tokens: Tokens, i: int, unit: str, shift: int) -> Match | None:
    adjective = tokens.at(i - 1)
    start = i - 1 if adjective.low in THIS else with_article(tokens, i - 1)
    inner = start
    if tokens.joined(start) and tokens.at(start - 1).low in ("anfang", "ende", "mitte", "beginn"):
        start -= 1
    if unit == "D" and shift == 0:
        return Match(first=start, last=i + 1, type="DATE", rule="this-day", resolve=_same_day)
    if unit == "D" and (adjective.low.startswith(("nächst", "folgend")) or shift == 1):
        return Match(first=inner, last=i + 1, type="DATE", rule="next-day", resolve=lambda c: _from_ref(c, 1))
    if unit == "D":
        return None
    return Match(first=start, last=i + 1, type="DATE", rule="unit-shift", resolve=lambda c: shifted(c, unit, shift))


def _same_day(context: Context) -> Resolved:
    """*an diesem Tag*: the day told last, else the article's."""
    day = context.ref if context.ref is not None and context.ref.day is not None else context.dct
    if day is None or day.day is None:
        return Resolved(value="XXXX-XX-XX")
    return Resolved(value=day.iso(), anchor=day)


def _from_ref(context: Context, step: int) -> Resolved:
    """*am nächsten Tag, tags darauf, am Vortag*: counted from the day told last, else from the article's."""
    for day in (context.ref, context.dct):
        exact = day.exact if day is not None else None
        if exact is not None:
            found = of_date(exact + DAY * step)
            return Resolved(value=found.iso(), anchor=found)
    return Resolved(value="XXXX-XX-XX")


def _weekend(context: Context) -> Resolved:
    """*am Wochenende*: the last one by default, the coming one in the future tense; on the weekend itself, this one."""
    exact = context.dct.exact if context.dct else None
    if exact is None:
        return shifted(context, "WE", 0)
    if exact.isoweekday() >= 6 or context.tense in ("future", "open"):
        return Resolved(value=f"{iso_week(exact)}-WE")
    return Resolved(value=f"{iso_week(exact - DAY * 7)}-WE")


def day_after(tokens: Tokens, i: int) -> Match | None:
    """*tags darauf, tags zuvor, (am) Tag zuvor, am Tag danach*."""
    low, after = tokens.at(i).low, tokens.at(i + 1).low
    if not tokens.joined(i + 1):
        return None
    steps = {"darauf": 1, "danach": 1, "zuvor": -1, "davor": -1}
    if (
        after not in steps
        or low not in ("tags", "tag")
        or (low == "tag" and tokens.at(i - 1).low not in ("am", *ARTICLES))
    ):
        return None
    return Match(first=i, last=i + 2, type="DATE", rule="day-after", resolve=lambda c: _from_ref(c, steps[after]))
