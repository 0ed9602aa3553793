"""Seasons, quarters, decades, centuries and holidays: *Herbst 1998, drittes Quartal, die 90er Jahre, Ostern*."""

from __future__ import annotations

from briefing.german.dates_absolute import PHASE, of_year, phase_start
from briefing.german.dates_calendar import Day, holiday, of_date, shift_months
from briefing.german.dates_forms import (
    DATA,
    SEASONS,
    THIS,
    Context,
    Match,
    Resolved,
    fixed,
    shift_of,
    with_article,
    year_at,
)
from briefing.german.numerals_core import word_number
from briefing.german.numerals_tokens import Tokens

_HOLIDAYS: dict[tuple[str, ...], str] = {tuple(k.replace("-", " - ").split()): v for k, v in DATA["holidays"].items()}
_HOLIDAY_FIRST = frozenset(name[0] for name in _HOLIDAYS)
_HOLIDAY_LONGEST = max(len(name) for name in _HOLIDAYS)
_DECADES: dict[str, int] = DATA["decades"]
_CENTURY = ("jahrhundert", "jahrhunderts", "jahrhunderten", "jh")
_MILLENNIUM = ("jahrtausend", "jahrtausends")


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
    shifted = of_year(tokens, i + 1)
    if start == i and shift is None and tokens.at(i - 1).low not in ("im", "zum", "vom", "seit", "bis", "ab"):
        return Match(
            first=with_article(tokens, i), last=i + 1, type="DATE", rule="season-generic",
            resolve=lambda c: Resolved(
                value=f"{c.dct.year:04d}-{code}" if c.dct and c.tense == "future" else f"XXXX-{code}"
            ),
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
    shifted = of_year(tokens, i + 1)
    begin = which * 3 - 2 if quarterly else which * 6 - 5

    def resolve(context: Context) -> Resolved:
        if context.dct is None:
            return Resolved(value=f"XXXX-{tail}")
        ahead = context.dct.month is not None and begin > context.dct.month and context.tense == "past"
        step = shifted[1] if shifted else -1 if ahead else 0
        return Resolved(value=f"{context.dct.year + step:04d}-{tail}")

    return Match(
        first=start, last=shifted[0] if shifted else i + 1, type="DATE", rule="quarter",
        resolve=resolve,
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
        if tokens.at(start - 1).low in PHASE and tokens.joined(start):
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
    elif (
        not (token.digits and tokens.at(i - 1).low in ("den", "die", "der"))
        or tokens.at(k).text == "-"
        or (tokens.at(k).word and tokens.at(k).text[0].isupper())
    ):
        return None
    return _decade(tokens, i, k, tens, full)


def _decade(tokens: Tokens, i: int, last: int, tens: int, century_: int | None) -> Match:
    before = 19 if century_ is None else century_
    if century_ is None and tens == 0:
        before = 20
    start = with_article(tokens, i)
    if tokens.joined(start) and tokens.at(start - 1).low in PHASE:
        start -= 1
    return fixed(start, last, "DATE", f"{before}{tens}", "decade")


_LEAD_SAINT = frozenset({"zu", "an", "am", "bis", "vor", "nach", "seit"})


def day_of_holiday(tokens: Tokens, i: int) -> Match | None:
    """*Weihnachten (2020), Karfreitag, am Tag der Deutschen Einheit*."""
    if tokens.at(i).low not in _HOLIDAY_FIRST:
        return None
    for length in range(_HOLIDAY_LONGEST, 0, -1):
        if any(not tokens.joined(k) for k in range(i + 1, i + length)):
            continue
        if tokens.at(i).low == "nikolaus" and tokens.at(i - 1).low not in (
            "zu",
            "an",
            "am",
            "bis",
            "vor",
            "nach",
            "seit",
        ):
            continue  # somebody's first name
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
    nearest = min(years, key=lambda y: (abs((holiday(rule, y) - now).days), y))
    distance = (holiday(rule, nearest) - now).days
    if context.tense == "past" and distance > 120:
        return nearest - 1
    return nearest + 1 if context.tense == "future" and distance < -120 else nearest


def month_shift(context: Context, step: int) -> Resolved:
    """The article's month, shifted."""
    if context.dct is None or context.dct.month is None:
        return Resolved(value="XXXX-XX")
    found = shift_months(context.dct, step)
    return Resolved(value=found.iso(), anchor=found)
