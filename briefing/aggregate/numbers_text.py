"""Numbers in German words: *etwa 1.500*, *mehr als 600.000*, and what a topic's values stand for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from briefing.model import NumberValue, Quantity

_BOUNDS = {
    "about": "etwa",
    "at least": "mindestens",
    "at most": "höchstens",
    "more than": "mehr als",
    "less than": "weniger als",
}
_SCOPES = {
    "dead": "getötet",
    "injured": "verletzt",
    "missing": "vermisst",
    "arrested": "festgenommen",
    "infected": "infiziert",
    "recovered": "genesen",
    "hospital": "im Krankenhaus",
    "rescued": "gerettet",
    "displaced": "geflohen oder obdachlos",
    "registered": "angemeldet oder angekündigt",
    "dismissed": "entlassen oder gestrichen",
    "arrived": "angekommen",
    "housed": "untergebracht",
    "tested": "getestet",
    "vaccinated": "geimpft",
    "destroyed": "zerstört",
    "damaged": "beschädigt",
}
_LARGE = ((Decimal(10) ** 12, "Billion", "Billionen"), (Decimal(10) ** 9, "Milliarde", "Milliarden"),
          (Decimal(10) ** 6, "Million", "Millionen"))  # fmt: skip
_AHEAD = frozenset({"planned", "expected"})


def plain(value: Decimal) -> str:
    """A number as German text prints it: *1.500*, *3,5*, *1,3 Millionen*."""
    for size, one, many in _LARGE:
        if abs(value) >= size:
            shown = _grouped((value / size).normalize())
            if len(shown) <= 7:
                return f"{shown} {one if value == size else many}"
    return _grouped(value)


def _grouped(value: Decimal) -> str:
    text = f"{value:,f}"
    whole, _, rest = text.partition(".")
    rest = rest.rstrip("0")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")


def worded(value: NumberValue, unit: str = "") -> str:
    """A value with its bound and unit: *mindestens 1.500*, *10.000 bis 12.000 Euro*."""
    low, high = value.low, value.high
    after = f" {unit}" if unit else ""
    if value.bound == "range" and low is not None and high is not None:
        return f"{plain(low)} bis {plain(high)}{after}"
    end = low if low is not None else high
    if end is None:
        return ""
    return f"{_BOUNDS.get(value.bound, '')} {plain(end)}{after}".strip()


def scope_words(scope: Iterable[str], thing: str = "") -> str:
    """What happened to those counted: *getötet oder verletzt*; jobs are cut, people dismissed."""
    words = [_SCOPES.get(item, item) for item in sorted(scope)]
    if thing and "dismissed" in scope:
        words[sorted(scope).index("dismissed")] = "gestrichen" if thing == "jobs" else "entlassen"
    return " oder ".join(words)


def is_vague(value: Quantity | NumberValue) -> bool:
    """*Tausende*, *mehrere Millionen*: an order of magnitude without an upper end."""
    return value.bound == "about" and value.high is None


def precise(values: Iterable[NumberValue]) -> list[NumberValue]:
    """The values without orders of magnitude, all if there is nothing more precise."""
    every = list(values)
    return [value for value in every if not is_vague(value)] or every


def ends(values: Iterable[NumberValue]) -> tuple[Decimal, Decimal] | None:
    """Smallest and largest end of some values, None if there is none."""
    found = [end for value in values for end in (value.low, value.high) if end is not None]
    return (min(found), max(found)) if found else None


def status_note(values: Sequence[NumberValue]) -> str:
    """Where a topic holds values of different status, which of them lie where; else empty."""
    told = precise(values)
    ahead = [v for v in told if v.status in _AHEAD]
    denied = [v for v in told if v.status == "denied"]
    actual = [v for v in told if v.status not in _AHEAD and v.status != "denied"]
    named = (("berichtet", actual), ("geplant oder erwartet", ahead), ("bestritten", denied))
    parts = []
    for word, group in named:
        span = ends(group)
        if span is not None:
            low, high = span
            parts.append(f"{word}: {plain(low)}" + (f" bis {plain(high)}" if high != low else ""))
    return "; ".join(parts) if len(parts) > 1 else ""
