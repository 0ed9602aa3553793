"""A number as tokens, while it is put together: where it starts, its value and its kind."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from briefing.german import words
from briefing.german.numerals_bounds import bound_before
from briefing.german.numerals_core import VAGUE, Core, core_at, starts_with_point
from briefing.german.numerals_kinds import (
    Kind,
    derived,
    is_derived,
    is_label,
    is_year,
    ordinal_end,
    special_at,
    word_ordinal,
)
from briefing.german.numerals_special import begins_special, special_number
from briefing.german.numerals_tokens import Tokens
from briefing.german.numerals_words import EIN, VULGAR, read_word
from briefing.model import Bound

_IDIOMS = tuple(tuple(phrase.split()) for phrase in words.load("numerals")["idioms"]["phrases"])
PERCENT = frozenset({"%", "prozent", "promille", "‰", "prozentpunkte", "prozentpunkten", "prozentpunkt", "prozents"})


@dataclass(slots=True, kw_only=True)
class Draft:
    """A number as tokens, while it is put together."""

    first: int
    last: int
    low: Decimal | None
    high: Decimal | None
    kind: Kind
    core: Core | None = None
    bound: Bound = "exact"
    change: bool = False


@lru_cache(maxsize=16384)
def _may_begin(low: str) -> bool:
    """Whether a number can start with this word: most words of a text are turned away here, once each."""
    return low in VULGAR or read_word(low) is not None or is_derived(low) or begins_special(low)


def draft_at(tokens: Tokens, i: int) -> Draft | None:
    """The number that starts at token `i` (without its bound), if one does."""
    token = tokens.at(i)
    if not (token.digits or (token.word and _may_begin(token.low)) or starts_with_point(tokens, i)):
        return None
    taken = special_at(tokens, i)
    if taken is not None:
        whole = taken[1] == "time" and taken[0] == i + 1
        value = Decimal(token.text) if whole else None
        return Draft(first=i, last=taken[0], low=value, high=value, kind=taken[1])
    special = special_number(tokens, i)
    if special is not None:
        same = special.low == special.high
        return Draft(
            first=i, last=special.last, low=special.low, high=special.high, kind=special.kind, change=special.change,
            bound="exact" if same else "range",
        )  # fmt: skip
    adjective = derived(tokens, i)
    if adjective is not None:
        return Draft(first=i, last=adjective[0], low=adjective[1], high=adjective[1], kind=adjective[2])
    ordinal = word_ordinal(tokens, i)
    if ordinal is not None:
        return Draft(first=i, last=i + 1, low=ordinal, high=ordinal, kind="ordinal")
    core = core_at(tokens, i) or _one_to(tokens, i)
    return None if core is None else classified(tokens, core)


_TWO_SENSES = frozenset({"zoll", "knoten", "fuß", "mark", "krone", "fass", "bar", "tempo", "real", "rand", "unze"})


@cache
def _measured() -> frozenset[str]:
    """Units in one word that are nothing but units; those of time are left to durations."""
    forms = (form for unit in words.load("units")["unit"] if "time" not in unit["dimension"] for form in unit["forms"])
    return frozenset(form for form in forms if len(form) > 3 and form.isalpha()) - _TWO_SENSES


def _one_to(tokens: Tokens, i: int) -> Core | None:
    """*ein* as a number before *bis zwei*, *oder zwei*, a unit (*ein Prozent*) or an age; else it is the article."""
    if tokens.at(i).low not in EIN or not tokens.joined(i + 1):
        return None
    one, after = Decimal(1), tokens.at(i + 1)
    old = after.low in _TIME_UNITS and tokens.at(i + 2).low in _YEARS_OLD
    if not (
        old or (after.low in _measured() and after.text[0].isupper() and not tokens.at(i + 2).text.startswith("-"))
    ):
        upper = core_at(tokens, i + 2) if after.low in ("bis", "oder") and tokens.joined(i + 2) else None
        if upper is None or not 1 < upper.mantissa < 20:
            return None
    return Core(first=i, last=i + 1, value=one, mantissa=one, scale=one, form="words")


def classified(tokens: Tokens, core: Core) -> Draft | None:
    """A core number with its kind; None for words that are none here (*die Elf*, *außer Acht*)."""
    i = core.first
    token = tokens.at(i)
    draft = Draft(first=i, last=core.last, low=core.value, high=core.value, kind="cardinal", core=core)
    several = _several(tokens, core)
    if core.form == "plural" or several:
        draft.first, draft.high, draft.bound = i - several, None, "about"
        draft.core = Core(
            first=i, last=core.last, value=core.value, mantissa=core.mantissa, scale=core.scale, form="plural"
        )
        return draft
    if token.word and core.last == i + 1 and _no_number(tokens, i):
        return None
    first, bound = bound_before(tokens, i)
    if is_label(tokens, core):
        draft.kind = "label"
        return draft
    compared = tokens.at(i - 1).low == "als" and not (tokens.at(core.last).word and tokens.joined(core.last))
    if is_year(tokens, core, not compared and bound != "exact" and tokens.at(first).low not in ("ab", "über", "um")):
        draft.kind = "year"
        short = tokens.at(core.last).text == "/" and tokens.at(core.last).glued and tokens.at(core.last + 1).digits
        draft.last += 2 if short else 0
        return draft
    end = ordinal_end(tokens, core)
    if end is not None:
        draft.kind, draft.last = "ordinal", end
        return draft
    after = tokens.at(core.last)
    if core.form == "part" or (
        token.text not in ("", "1") and "/" in tokens.text[token.start : tokens.at(core.last - 1).end]
    ):
        draft.kind = (
            "fraction"
            if core.value < 1 or (core.form == "part" and core.scale == 1 and core.value < 1000)
            else "cardinal"
        )
    if core.scale == 1 and _age(tokens, core):
        draft.kind = "age"
    elif after.text in "%‰" or after.low in PERCENT:
        draft.kind = "percent"
    elif after.low == "uhr" and core.form in ("words", "figures") and core.value <= 24:
        draft.kind = "time"
    elif core.form == "figures" and after.text in "°′″" and tokens.at(core.last + 1).digits:
        draft.kind = "label"
    return draft


_WHOLE_SCALES = frozenset(
    {"hundert", "tausend", "dutzend", "zehntausend", "hunderttausend", "millionen", "milliarden", "billionen"}
)


def _several(tokens: Tokens, core: Core) -> int:
    """How many tokens before the number make it vague: *mehrere Tausend*, *ein paar Hundert*."""
    if tokens.at(core.first).low not in _WHOLE_SCALES or core.last > core.first + 2 or not tokens.joined(core.first):
        return 0
    if tokens.at(core.first - 1).low == "paar":
        return 2 if tokens.at(core.first - 2).low == "ein" else 0
    return 1 if tokens.at(core.first - 1).low in VAGUE else 0


_DETERMINERS = frozenset({"die", "der", "eine", "seine", "seiner", "ihre", "unsere", "deutsche", "dfb"})


def _no_number(tokens: Tokens, i: int) -> bool:
    """Words of the form of a number that stand for something else: *die Elf*, *außer Acht*, idioms."""
    token = tokens.at(i)
    if token.text in ("Elf", "Acht") and tokens.at(i - 1).low in (*_DETERMINERS, "außer", "in", "startelf"):
        return True
    if token.text == "Acht" and tokens.at(i + 1).low.startswith(("geb", "gib", "gab")):
        return True
    lows = [tokens.at(k).low for k in range(i - 3, i + 4)]
    for phrase in _IDIOMS:
        for shift, word in enumerate(phrase):
            if word == token.low and shift <= 3 and tuple(lows[3 - shift : 3 - shift + len(phrase)]) == phrase:
                return True
    return False


_YEARS_OLD = frozenset({"alt", "alte", "alten", "alter", "altes", "altem"})
_TIME_UNITS = frozenset(
    {"jahre", "jahren", "jahr", "monate", "monaten", "monat", "wochen", "woche", "tage", "tagen", "tag"}
)


def _age(tokens: Tokens, core: Core) -> bool:
    """*20 Jahre alt, im Alter von 5 Jahren, Peter Müller (57), Anna Schmidt, 34,*."""
    i, j = core.first, core.last
    if tokens.at(j).low in _TIME_UNITS and tokens.at(j + 1).low in _YEARS_OLD:
        return True
    if tokens.at(i - 1).low in ("von", "zwischen", "ab") and tokens.at(i - 2).low == "alter":
        return True
    token, name = tokens.at(i), tokens.at(i - 2)
    short = token.digits and j == i + 1 and len(token.text) <= 3 and 5 < core.value < 115
    if not short or not name.word or not name.text[0].isupper():
        return False
    before, after = tokens.at(i - 1).text, tokens.at(j).text
    forename = tokens.at(i - 3).word and tokens.at(i - 3).text[0].isupper() and tokens.at(i - 3).text[-1] != "."
    return (before == "(" and after == ")" and forename) or (before == "," and after == "," and forename)
