"""Shared by the matchers of `dates`: what a match is, in what context it is resolved, and inflected words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from briefing.german import words
from briefing.german.dates_calendar import Day
from briefing.german.numerals_tokens import Tokens
from briefing.model import DateType

DATA = words.load("time")
MONTHS: dict[str, int] = DATA["months"]
WEEKDAYS: dict[str, int] = DATA["weekdays"]
SEASONS: dict[str, tuple[str, int]] = {name: (code, middle) for name, (code, middle) in DATA["seasons"].items()}
PARTS: dict[str, str] = DATA["parts"]
_UNITS: dict[str, str] = DATA["units"]
_PREFIXES = tuple(DATA["prefixes"]["words"])
ARTICLES = frozenset({"der", "die", "das", "den", "dem", "des"})
THIS = frozenset({"dieser", "diese", "dieses", "diesen", "diesem"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a value depends on: the article's date, the date told last, its year, and the tense of the clause.

    `year` is the year last named, where the text is telling a past story; `tense` is past, future, open or present,
    `clause` the same where the clause of the expression tells it, not only the sentence. `cue` is what the words beside
    the expression say (`dates_cues.cue_at`), `week` how many weeks from the article's the week lies that the sentence
    before is set in, if it names one.
    """

    dct: Day | None
    ref: Day | None
    year: int | None
    tense: str
    told: bool = False
    clause: str = ""
    cue: str = ""
    week: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A TIMEX3 value, and the day (or month, or year) it leaves for the expressions after it."""

    value: str
    anchor: Day | None = None
    type: DateType | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A time expression over the tokens `first` to `last` (exclusive) and how its value is found."""

    first: int
    last: int
    type: DateType
    resolve: Callable[[Context], Resolved]
    rule: str


def fixed(first: int, last: int, kind: DateType, value: str, rule: str, anchor: Day | None = None) -> Match:
    """A match whose value depends on nothing."""
    found = Resolved(value=value, anchor=anchor)
    return Match(first=first, last=last, type=kind, resolve=lambda _: found, rule=rule)


@lru_cache(maxsize=4096)
def unit_of(low: str) -> tuple[str, bool] | None:
    """The unit an inflected noun stands for (*Jahren* → Y) and whether it is plural in form."""
    for base, code in _UNITS.items():
        for stem in (base, "nächt" if base == "nacht" else base):
            at = low.find(stem)
            if at < 0:
                continue
            ending, before = low[at + len(stem) :], low[:at]
            if before and not before.startswith(_PREFIXES):
                continue
            if before and (
                base in ("abend", "nacht", "wochenende", "quartal") or before in ("viertel", "halb", "dreiviertel")
            ):
                continue
            if ending in ("", "s", "es"):
                return code, False
            if ending in ("e", "en", "n", "er"):
                return code, ending != "er"
    return None


def duration(number: str, code: str) -> str:
    """ISO 8601 with TIMEX3 units: `P3Y`, `PT2H`, `P2DE`, `PXY`."""
    if code.startswith("T") and code[1:2].isdigit():  # Viertelstunde
        return f"P{code}"
    return f"PT{number}{code[1:]}" if code.startswith("T") else f"P{number}{code}"


def shift_of(low: str) -> int | None:
    """Shift told by an adjective: *vergangenen* −1, *nächste* 1, *vorletzte* −2, *diesem* 0."""
    if low in THIS:
        return 0
    for name, step in (("before_last", -2), ("after_next", 2), ("last", -1), ("next", 1), ("this", 0)):
        for stem in DATA["shifts"][name]:
            if low.startswith(stem) and low[len(stem) :] in ("e", "en", "er", "es", "em", "") and low != "dies":
                return step
    return None


def with_article(tokens: Tokens, i: int) -> int:
    """The token of an article right before `i`, else `i`; contractions (*im, am, zum*) stay outside."""
    if tokens.joined(i) and tokens.at(i - 1).low in ARTICLES:
        return i - 1
    return i


def year_at(tokens: Tokens, i: int) -> int | None:
    """Four figures without grouping that can be a year."""
    token = tokens.at(i)
    if token.digits and len(token.text) == 4 and tokens.joined(i) and 1000 <= int(token.text) <= 2199:
        decimals = tokens.at(i + 1).text in (",", ".") and tokens.at(i + 1).glued and tokens.at(i + 2).glued
        if not (decimals and tokens.at(i + 2).digits):
            return int(token.text)
    return None
