"""Weekdays as dates: *(am) Montag, kommenden Dienstag, Freitag vor einer Woche, Mittwochabend*."""

from __future__ import annotations

import datetime as dt

from briefing.german.dates_calendar import DAY, of_date, weekday_near
from briefing.german.dates_cues import names_paper
from briefing.german.dates_forms import (
    DATA,
    PARTS,
    THIS,
    WEEKDAYS,
    Context,
    Match,
    Resolved,
    fixed,
    shift_of,
    with_article,
)
from briefing.german.numerals_tokens import Tokens
from briefing.german.numerals_words import EIN
from briefing.model import DateType

_NEXT_TO: dict[str, int] = DATA["relative_days"]  # of them only the adjectives (*morgigen*)
_LINKS = frozenset({"und", "bis", "oder", ",", "/", "sowie"})
_SCENE = 5  # days ahead from which a part of a day (*am Montagabend*) in the present tense is the last one
_LIST = 6  # further weekdays before the week that they are in
_WEEKS = {"einer": 1, "anderthalb": 1, "eineinhalb": 1, "zwei": 2, "drei": 3, "vier": 4}


def weekday(tokens: Tokens, i: int) -> Match | None:
    """*(am) Montag, kommenden Dienstag, diesem Donnerstag, Montagabend, Mittwoch vormittags*."""
    token = tokens.at(i)
    name, part, last = _weekday_form(tokens, i)
    if name is None or not token.text[0].isupper():
        return None
    if name == "sonntag" and names_paper(tokens, i):
        return None
    number = WEEKDAYS[name]
    if _indefinite(tokens, i):
        value = f"XXXX-WXX-{number}"
        kind: DateType = "TIME" if part else "DATE"
        return fixed(i, last, kind, f"{value}T{part}" if part else value, "some-weekday")
    start, shift, near = _led(tokens, i)
    before = tokens.at(start - 1).low
    if before in ("jeden", "jedem", "jeder", "immer") and tokens.joined(start):
        first = start - 1 if before != "immer" else start
        return fixed(first, last, "SET", f"XXXX-WXX-{number}", "every-weekday")
    night = (
        start == i
        and part is None
        and before in ("zum", "zu", "auf")
        and tokens.at(i - 2).low == "nacht"
        and tokens.joined(i)
    )
    if night:
        start, part = i - 2, "NI"
    if part is not None and tokens.at(last - 1).low.endswith("s") and last == i + 2:
        return fixed(start, last, "SET", f"XXXX-WXX-{number}T{part}", "weekday-part-set")
    weeks, named = _weeks_ago(tokens, last), _week_named(tokens, last)

    def resolve(context: Context) -> Resolved:
        exact = context.dct.exact if context.dct else None
        if exact is not None and weeks:
            found: dt.date | None = weekday_near(exact, number, "past") - DAY * 7 * weeks
        elif exact is not None and named is not None:
            found = weekday_near(exact + DAY * 7 * named, number, "week")
        elif exact is not None and near is not None:
            found = weekday_near(exact + DAY * (near - 3), number, "future")
        else:
            found = _near_weekday(context, number, shift, scene=_SCENE if part else _SCENE + 1)
        if found is None:
            value = f"XXXX-WXX-{number}"
            return Resolved(value=f"{value}T{part}" if part else value)
        anchor = of_date(found - DAY) if night else of_date(found)  # the night to Sunday starts on Saturday
        return Resolved(value=f"{anchor.iso()}T{part}" if part else anchor.iso(), anchor=anchor)

    return Match(first=start, last=last, type="TIME" if part else "DATE", resolve=resolve, rule="weekday")


def _led(tokens: Tokens, i: int) -> tuple[int, int | None, int | None]:
    """Where the expression starts, its shift (*kommenden* 1), and its distance in days that is told (*morgigen* 1)."""
    if not tokens.joined(i):
        return i, None, None
    before = tokens.at(i - 1).low
    if before in _NEXT_TO and before.endswith("en"):
        return i - 1, None, _NEXT_TO[before]
    shift = shift_of(before)
    if shift is not None:
        return with_article(tokens, i - 1), 3 if before.startswith("folgend") else shift, None
    return (i - 1 if before in ("des", "der", "den", "dem") else i), None, None


def _indefinite(tokens: Tokens, i: int) -> bool:
    """*an einem Montag, ein warmer Mittwoch*: no certain one."""
    before, earlier = tokens.at(i - 1), tokens.at(i - 2)
    if not tokens.joined(i):
        return False
    if before.low in EIN:
        return True
    adjective = before.word and before.text[0].islower() and before.low.endswith(("en", "er"))
    known = shift_of(before.low) is not None or before.low in _NEXT_TO
    return adjective and not known and earlier.low in EIN and tokens.joined(i - 1)


def _after_list(tokens: Tokens, i: int) -> int:
    """The token behind further weekdays (*Dienstag* und Mittwoch *dieser Woche*)."""
    for _ in range(_LIST):
        if tokens.at(i).low not in _LINKS or not tokens.joined(i + 1) or _weekday_form(tokens, i + 1)[0] is None:
            break
        i = _weekday_form(tokens, i + 1)[2]
    return i


def _weeks_ago(tokens: Tokens, i: int) -> int:
    """How many weeks back *(Freitag) vor einer Woche, vor anderthalb Wochen* goes; 0 if that does not follow."""
    i = _after_list(tokens, i)
    before, number, unit = (tokens.at(k).low for k in (i, i + 1, i + 2))
    if before != "vor" or not tokens.joined(i):
        return 0
    if unit == "tagen":
        return {"acht": 1, "vierzehn": 2}.get(number, 0)
    return _WEEKS.get(number, 0) if unit in ("woche", "wochen") else 0


def _week_named(tokens: Tokens, i: int) -> int | None:
    """The week that follows (*Montag* dieser Woche, der vergangenen Woche), from the article's; None if none does."""
    i = _after_list(tokens, i)
    if tokens.at(i).low in ("der", "in") and tokens.joined(i):
        i += 1 if tokens.at(i).low == "der" or tokens.at(i + 1).low in THIS else 0
    shift = shift_of(tokens.at(i).low) if tokens.joined(i) else None
    return shift if shift is not None and tokens.at(i + 1).low == "woche" and tokens.joined(i + 1) else None


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


def _near_weekday(context: Context, number: int, shift: int | None, scene: int) -> dt.date | None:
    """The date a weekday means: in news the last one (today included) unless the tense or an adjective says next; from
    `scene` days ahead the present tense tells a scene of the day before (*Lukas ist am Samstag in der Stadt*)."""
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
        return weekday_near(exact, number, "before") + DAY * 7 * (shift + 1)
    if shift is not None and shift > 0:
        return weekday_near(exact, number, "after") + DAY * 7 * (shift - 1)
    if shift == 0:  # an diesem Freitag: the near one, whatever the tense
        ahead = (number - exact.isoweekday()) % 7
        past = ahead > (3 if context.tense == "past" else 4) and context.tense not in ("future", "open")
        return weekday_near(exact, number, "past" if past or context.cue == "back" else "future")
    if context.cue in ("back", "ahead"):
        return weekday_near(exact, number, "past" if context.cue == "back" else "future")
    if context.cue == "before" and context.clause != "past":
        return weekday_near(exact, number, "future")
    if context.week is not None:
        return weekday_near(exact + DAY * 7 * context.week, number, "week")
    ahead_of = context.tense in ("future", "open", "present") or (context.cue == "border" and not context.tense)
    if context.tense == "present" and not context.cue and (number - exact.isoweekday()) % 7 >= scene:
        ahead_of = False
    return weekday_near(exact, number, "future" if ahead_of else "past")
