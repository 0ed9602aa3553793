"""Ranges of numbers: *40 bis 50, 10- bis 12.000, zwischen 20 und 30, zwei oder drei*."""

from __future__ import annotations

from decimal import Decimal

from briefing.german.numerals_core import Core, core_at
from briefing.german.numerals_drafts import PERCENT, Draft, classified
from briefing.german.numerals_kinds import UNITS_AFTER, special_at
from briefing.german.numerals_tokens import Tokens

_DASHES = "-–—‐‑~"


def extended(tokens: Tokens, draft: Draft) -> Draft:
    """Ranges: *40 bis 50, 10- bis 12.000, 10–15, zwischen 20 und 30, zwei oder drei*."""
    if draft.core is None or draft.kind not in ("cardinal", "percent", "fraction", "age", "year"):
        return draft
    if draft.core.form == "plural":
        return draft
    left, j = draft.core, draft.last
    k = j
    unit = tokens.at(k).low in UNITS_AFTER or tokens.at(k).low in PERCENT or tokens.at(k).text in ("€", "$", "°")
    if unit and tokens.joined(k):
        k += 1
    hyphen = tokens.at(j).text == "-" and tokens.at(j).glued and tokens.at(j + 1).low in ("bis", "oder")
    k = j + 1 if hyphen else k
    start, between = _range_link(tokens, draft.first, k, unit)
    if start is None:
        return draft
    right_first = start
    right = core_at(tokens, right_first)
    if right is None or not tokens.joined(right_first) or special_at(tokens, right_first) is not None:
        return draft
    low, high = _range_values(left, right, hyphen, between, tokens.at(right_first).low)
    year = draft.kind == "year"
    if low is None or low > high or (low == high and not year) or (year and right.value < 100):
        return draft
    if between == "oder" and not _next(left, right):
        return draft
    upper = classified(tokens, right)
    if upper is None or upper.kind in ("label", "ordinal", "date", "time", "phone"):
        return draft
    return Draft(
        first=draft.first, last=right.last, low=low, high=high, core=right, bound="range",
        kind=upper.kind if upper.kind in ("percent", "age", "fraction") or year else "cardinal",
    )  # fmt: skip


def _next(left: Core, right: Core) -> bool:
    """*zwei oder drei, 20 oder 30*: numbers that follow each other, one by one or in tens."""
    if left.mantissa >= 10 and left.mantissa % 10 == 0 and left.mantissa < 100:
        return right.mantissa - left.mantissa in (1, 10)
    return right.mantissa - left.mantissa == 1 and left.mantissa < 20


def _range_link(tokens: Tokens, first: int, k: int, unit: bool) -> tuple[int | None, str]:
    """Where the upper end of a range starts after the link word at `k`, and what links it."""
    link = tokens.at(k)
    if not tokens.joined(k):
        return None, ""
    if link.low == "bis" and tokens.at(k + 1).low != "zu":
        return _past_about(tokens, k + 1), "bis"
    if link.low == "bis":
        return k + 2, "bis"
    if link.text in _DASHES and (link.glued == tokens.at(k + 1).glued) and not unit:
        return k + 1, "-"
    if link.low == "und" and "zwischen" in (tokens.at(n).low for n in range(max(0, first - 3), first)):
        return _past_about(tokens, k + 1), "und"
    if link.low == "oder" and not unit:
        return k + 1, "oder"
    if link.text == "," and link.glued and not unit and not tokens.at(first).digits and tokens.at(k + 1).gap:
        return k + 1, "oder"
    return None, ""


def _past_about(tokens: Tokens, k: int) -> int:
    return (
        k + 1
        if tokens.at(k).low in ("etwa", "rund", "ca", "circa", "ungefähr", "über", "gut", "knapp", "maximal")
        else k
    )


def _range_values(left: Core, right: Core, hyphen: bool, between: str, word: str) -> tuple[Decimal | None, Decimal]:
    """Both ends; the lower one takes over the scale of the upper one (*2 bis 3 Millionen*, *10- bis 12.000*)."""
    low, high = left.value, right.value
    if left.scale == 1 and right.scale > 1 and left.mantissa < right.mantissa and left.mantissa < 1000:
        return low * right.scale, high
    if hyphen and left.scale == 1 and high >= 1000 and low < 1000 and low * 1000 < high:
        return low * 1000, high
    if hyphen and word.endswith("hundert") and low * 100 < high < 2000:
        return low * 100, high
    if between == "-" and left.form != "figures" and right.form != "figures" and low > high:
        return None, high
    return low, high
