"""German time expressions with TIMEX3 type and value (DATE, TIME, DURATION, SET).

Spans and values follow TimeML 1.2.1 and the conventions of the German news corpus KRAUTS: prepositions and
contractions (*im, am*) stay outside the span, a separate article belongs to it, *vor zwei Jahren* is the
duration *zwei Jahren*. Values are resolved against the article's date; where it is unknown or coarse they
keep holes (`XXXX-10-28`, `XXXX-WXX-1`). Work is linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from briefing.german import dates_absolute as absolute
from briefing.german import dates_clock as clock
from briefing.german import dates_periods as periods
from briefing.german import dates_relative as relative
from briefing.german import dates_spans as spans
from briefing.german import dates_weekdays as weekdays
from briefing.german.dates_calendar import Day, parse_day
from briefing.german.dates_cues import cue_at
from briefing.german.dates_forms import WEEKDAYS, Context, Match, shift_of
from briefing.german.dates_tense import tense_at
from briefing.german.numerals_bounds import bound_before
from briefing.german.numerals_core import Core, core_at
from briefing.german.numerals_kinds import is_label, is_year
from briefing.german.numerals_tokens import Tokens
from briefing.model import DateType

_NAMES_YEAR = (
    "day-month-of-year",
    "month-of-year",
    "year-named",
    "day-month-year",
    "month-year",
    "numeric-date",
    "iso-date",
    "year",
)
_BY_VERB = ("weekday", "weekend", "day-month", "numeric-date", "month", "first-of-range")
_LIMITS = ("bis", "seit", "ab")
_FIRST_BARE = 1300  # figures below are a year only behind a word that leads to one
_TO_YEAR = frozenset(
    {"im", "in", "um", "anno", "seit", "bis", "von", "vom", "ab", "nach", "vor", "zwischen", "und", "–", "-"}
)
_FLASHBACK = 120  # tokens for which a day of another year stays the day told last
_STORY = 45  # tokens after which a year told is no longer the year of the story
_LATELY = 1200  # tokens for which a day of about the article's year stays the day told last
_LOG = 60  # days before the article's that entries of its log reach back
_SENTENCES = 80  # tokens after which a week named is forgotten
_UNDATED = 30  # the same in an article without a date: read in news, most years told earlier belong to another story


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression: characters `start` to `end`, TIMEX3 `type` and `value`, and the rule that found it."""

    start: int
    end: int
    type: DateType
    value: str
    rule: str


_Matcher = Callable[[Tokens, int], Match | None]
Verbs = Callable[[int, int], str]
"""past, future, present or "" of the verb that characters `start` to `end` hang on."""

_FIGURES: tuple[_Matcher, ...] = (
    absolute.numeric_date,
    absolute.day_month,
    periods.decade,
    spans.compound,
    clock.clock,
    absolute.year,
)
_LOWER: tuple[_Matcher, ...] = (
    periods.decade,
    relative.today,
    relative.deictic,
    relative.day_after,
    relative.unit_with_shift,
    clock.clock,
    clock.part_of_day,
    spans.adverb,
)
_CAPITAL: tuple[_Matcher, ...] = (
    periods.decade,
    periods.century,
    periods.quarter_or_half,
    periods.day_of_holiday,
    spans.length,
    absolute.month,
    periods.season,
    weekdays.weekday,
    *_LOWER[1:],
    clock.seasonal_night,
    absolute.year,
)


def find_dates(text: str, published: str | None = None, verbs: Verbs | None = None) -> list[Timex]:
    """All time expressions of `text` in order, without overlaps.

    `published` is the article's date (`YYYY-MM-DD`, `YYYY-MM`, `YYYY`) or None; `verbs` tells the tense of the verb on
    which an expression hangs, where the text has been parsed. Never raises, whatever the text.
    """
    tokens = Tokens(text)
    day = parse_day(published)
    state = _State(published=day, dct=day, verbs=verbs)
    found: list[Timex] = []
    for match in _chosen(_matches(tokens)):
        resolved = match.resolve(state.context(tokens, match))
        state.told(tokens, match, resolved.anchor)
        found.append(
            Timex(
                start=tokens[match.first].start,
                end=tokens[match.last - 1].end,
                type=resolved.type or match.type,
                value=resolved.value,
                rule=match.rule,
            )
        )
    return found


def _matches(tokens: Tokens) -> list[Match]:
    found = []
    for i, token in enumerate(tokens):
        if not (token.digits or token.word):
            continue
        for matcher in _FIGURES if token.digits else _CAPITAL if token.text[0].isupper() else _LOWER:
            match = matcher(tokens, i)
            if match is not None and _allowed(tokens, match):
                found.append(match)
    return found


def _allowed(tokens: Tokens, match: Match) -> bool:
    """Bare figures are a year only where `numerals` says so; figures of a longer number never."""
    if match.rule != "year":
        return True
    at = match.last - 1
    if int(tokens.at(at).text) < _FIRST_BARE and tokens.at(at - 1).low not in _TO_YEAR:
        return False  # *1060 gelten als genesen*
    value = core_at(tokens, at)
    if value is None or (tokens.at(at).glued and tokens.at(at - 1).text in ".,-–/" and tokens.at(at - 2).digits):
        return _second_year(tokens, at)
    core = Core(first=at, last=at + 1, value=value.value, mantissa=value.value, scale=value.scale, form="figures")
    if value.last != at + 1 or is_label(tokens, core):
        return False
    first, bound = bound_before(tokens, at)
    return is_year(
        tokens, core, bound != "exact" and tokens.at(first).low not in ("ab", "über", "um", "etwa", "gegen", "rund")
    )


def _second_year(tokens: Tokens, at: int) -> bool:
    """*1998/1999, 1983-1990*: the second of two years."""
    before, mark = tokens.at(at - 2), tokens.at(at - 1)
    return before.digits and len(before.text) == 4 and mark.text in "-–/" and before.text[:2] in ("18", "19", "20")


def _chosen(matches: list[Match]) -> list[Match]:
    """The longest of overlapping matches; of equally long ones the first matcher's."""
    taken: set[int] = set()
    kept = []
    for match in sorted(matches, key=lambda m: (m.first - m.last, m.first)):
        cells = range(match.first, match.last)
        if not any(cell in taken for cell in cells):
            taken.update(cells)
            kept.append(match)
    return sorted(kept, key=lambda m: m.first)


@dataclass(slots=True, kw_only=True)
class _State:
    """What was told so far: the last day, the last year with its place; `dct` is the day of the entry in a log."""

    published: Day | None
    dct: Day | None = None
    ref: Day | None = None
    ref_at: int = -(10**9)
    year: int | None = None
    year_at: int = -(10**9)
    verbs: Verbs | None = None
    week: int | None = None
    week_at: int = -(10**9)

    def context(self, tokens: Tokens, match: Match) -> Context:
        """The context in which the match is resolved."""
        if self._is_entry(tokens, match):
            return Context(dct=self.published, ref=None, year=None, tense="past", clause="past")
        tense, clause = tense_at(tokens, match.first, match.last)
        asked = self.verbs if match.rule in _BY_VERB else None
        parsed = asked(tokens[match.first].start, tokens[match.last - 1].end) if asked else ""
        tense, clause = clause or parsed or tense, clause or parsed
        near = match.first - self.year_at < (_STORY if self.dct is not None else _UNDATED)
        past_story = near and self.year is not None and self.dct is not None and self.year < self.dct.year - 1
        story = (past_story and tense in ("past", "")) or (self.dct is None and near and self.year is not None)
        told_lately = self.ref is not None and self.dct is not None and abs(self.ref.year - self.dct.year) <= 1
        far = _LATELY if told_lately else _FLASHBACK
        ref = self.ref if match.first - self.ref_at < far else None
        cue = cue_at(tokens, match.first, match.last)
        return Context(
            dct=self.dct,
            ref=ref,
            year=self.year,
            tense=tense,
            clause=clause,
            told=bool(story),
            cue=cue,
            week=self.week if match.rule == "weekday" and self._opens_next(tokens, match) else None,
        )

    def _opens_next(self, tokens: Tokens, match: Match) -> bool:
        """Whether a weekday opens the sentence after the one that opened with a week (*Vergangene Woche …*)."""
        if self.week is None or match.first - self.week_at > _SENTENCES:
            return False
        between = [k for k in range(self.week_at, match.first) if tokens.at(k).text in ".!?"]
        return bool(between) and between[0] == match.first - 2 and tokens.at(match.first - 1).low == "am"

    def told(self, tokens: Tokens, match: Match, anchor: Day | None) -> None:
        """Remember the day and the year that a match left; *2019/20* leaves none, since it is two."""
        if tokens.at(match.last).text == "/" and tokens.at(match.last + 1).digits:
            self.year = None
        elif match.rule in _NAMES_YEAR and anchor and not self._limits(tokens, match):
            self.year, self.year_at = anchor.year, match.first
        elif match.rule in ("weekday", "day-adverb", "relative-noun", "unit-shift", "present", "weekend"):
            self.year = None
        if match.rule == "unit-shift" and tokens.at(match.last - 1).low == "woche":
            opens = match.first == 0 or tokens.at(match.first - 1).text in ".!?" or not tokens.joined(match.first)
            shift = shift_of(tokens.at(match.last - 2).low)
            self.week, self.week_at = (shift, match.first) if opens and shift and shift < 0 else (None, -(10**9))
        if self._is_entry(tokens, match) and self._recent(anchor):
            self.dct, self.year = anchor, None
        if anchor is not None and anchor.day is not None:
            self.ref, self.ref_at = replace(anchor), match.first

    def _is_entry(self, tokens: Tokens, match: Match) -> bool:
        """Whether a date opens an entry of a log (*Freitag, 27. November, 12.35 Uhr:*): the rest was said that day."""
        if match.rule not in ("day-month", "day-month-year") or self.dct is None:
            return False
        if tokens.joined(match.first) or tokens.at(match.first).low not in WEEKDAYS:
            return False
        after = [tokens.at(k).text for k in range(match.last, match.last + 6)]
        return after[0] == "," and after[1].isdigit() and after[4:6] == ["Uhr", ":"]

    def _recent(self, anchor: Day | None) -> bool:
        """Whether a day lies in the two months before the article's."""
        day, now = anchor.exact if anchor else None, self.published.exact if self.published else None
        return day is not None and now is not None and 0 <= (now - day).days <= _LOG

    def _limits(self, tokens: Tokens, match: Match) -> bool:
        """Whether a year only limits a span or tells things apart (*Gesetz von 1933*): the story is not set in it."""
        before = tokens.at(match.first - 1).low
        return match.rule == "year" and (before in _LIMITS or (before == "von" and self.dct is not None))
