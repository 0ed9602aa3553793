"""Numbers that are neither figures nor cardinals: *jeder Dritte, die Hälfte, im mittleren zweistelligen
Millionenbereich, Verdopplung, doppelt so viele, neun von zehn*.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from briefing.german import words
from briefing.german.numerals_core import core_at, word_number
from briefing.german.numerals_kinds import Kind
from briefing.german.numerals_tokens import Tokens
from briefing.german.numerals_words import cardinal, ratio

_FACTORS: dict[str, float] = words.load("numerals")["change"]["words"]
_JEDER = frozenset({"jeder", "jede", "jedes", "jedem", "jeden"})
_SIZES = {
    "tausender": 3, "zehntausender": 4, "hunderttausender": 5, "millionen": 6, "milliarden": 9, "billionen": 12,
    "euro": 0, "prozent": 0, "hunderter": 2,
}  # fmt: skip
_FRAMES = (
    "bereich", "betrag", "summe", "höhe", "zahl", "bereiche", "beträge", "betrags", "betrages", "summen", "zahlen",
    "beträgen", "bereichs", "bereichen", "anzahl", "prozentsatz", "verlust", "gewinn", "schaden",
)  # fmt: skip
# Thirds of the range from 10 to 99: 10–39, 40–69, 70–99; of one figure: 1–3, 4–6, 7–9.
_LEVELS = {"niedrig": 0, "unter": 0, "klein": 0, "mittler": 1, "hoh": 2, "ober": 2, "höher": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Special:
    """A number over the tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    low: Decimal
    high: Decimal
    kind: Kind
    change: bool = False


_BEGINNINGS = _JEDER | {
    "die",
    "der",
    "eine",
    "einer",
    "zur",
    "hälfte",
    "doppelt",
    "halb",
    "doppelte",
    "doppelten",
    "doppeltes",
}


def begins_special(low: str) -> bool:
    """Whether one of the forms below can start with this word."""
    if low in _BEGINNINGS or "stellig" in low or low.endswith(("fache", "faches", "fachen")):
        return True
    return low.startswith((*_LEVELS, *_FACTORS))


def special_number(tokens: Tokens, i: int) -> Special | None:
    """The special form that starts at token `i`, if one does."""
    token = tokens.at(i)
    if not token.word:
        return None
    return _every(tokens, i) or _half(tokens, i) or _stellig(tokens, i) or _factor(tokens, i) or _out_of(tokens, i)


def _every(tokens: Tokens, i: int) -> Special | None:
    """*jeder Dritte, jede zehnte Frau* is a share, *jedes zweite Jahr* too."""
    if tokens.at(i).low not in _JEDER or not tokens.joined(i + 1):
        return None
    token = tokens.at(i + 1)
    number = word_number(token.low) if token.word else None
    last = i + 2
    if token.digits and tokens.at(i + 2).text == "." and tokens.at(i + 2).glued and len(token.text) < 6:
        value, last = Decimal(token.text), i + 3
    elif number is not None and number.kind == "ordinal":
        value = number.value
    else:
        return None
    if not 1 < value < 10**6:
        return None
    share = ratio(1, int(value))
    return Special(first=i, last=last, low=share, high=share, kind="fraction")


def _half(tokens: Tokens, i: int) -> Special | None:
    """*die Hälfte, eine Hälfte, zur Hälfte* and *doppelt so viele, das Dreifache*."""
    low, first = tokens.at(i).low, i
    if low in ("die", "der", "eine", "einer", "zur") and tokens.at(i + 1).low == "hälfte" and tokens.joined(i + 1):
        return Special(first=i, last=i + 2, low=Decimal("0.5"), high=Decimal("0.5"), kind="fraction")
    if low == "hälfte":
        return Special(first=i, last=i + 1, low=Decimal("0.5"), high=Decimal("0.5"), kind="fraction")
    if low in ("doppelt", "halb") and tokens.at(i + 1).low == "so" and tokens.joined(i + 1):
        value = Decimal(2) if low == "doppelt" else Decimal("0.5")
        return Special(first=first, last=i + 1, low=value, high=value, kind="factor")
    if low in ("doppelte", "doppelten", "doppeltes") and tokens.at(i - 1).low in ("das", "dem", "ums", "aufs"):
        return Special(first=first, last=i + 1, low=Decimal(2), high=Decimal(2), kind="factor")
    for ending in ("fache", "faches", "fachen"):
        if low.endswith(ending):
            whole = cardinal(low.removesuffix(ending))
            if whole is not None:
                return Special(first=first, last=i + 1, low=Decimal(whole), high=Decimal(whole), kind="factor")
    return None


def _factor(tokens: Tokens, i: int) -> Special | None:
    """*Verdopplung, verdoppelte, halbiert* as change by a factor."""
    low = tokens.at(i).low
    if not low.startswith(("ver", "halbier")):
        return None
    for stem, factor in _FACTORS.items():
        if low.startswith(stem):
            value = Decimal(str(factor))
            return Special(first=i, last=i + 1, low=value, high=value, kind="factor", change=True)
    return None


def _stellig(tokens: Tokens, i: int) -> Special | None:
    """*(im) mittleren zweistelligen Millionenbereich, ein hoher dreistelliger Betrag, zweistellige Prozentzahl*."""
    level, k = None, i
    for stem, third in _LEVELS.items():
        if tokens.at(i).low.startswith(stem) and len(tokens.at(i).low) <= len(stem) + 4 and tokens.joined(i + 1):
            level, k = third, i + 1
            break
    token = tokens.at(k)
    if not token.word or "stellig" not in token.low:
        return None
    figures = cardinal(token.low[: token.low.index("stellig")])
    if figures is None or not 1 <= figures <= 9:
        return None
    low, high = Decimal(10) ** (figures - 1), Decimal(10) ** figures - 1
    if level is not None:
        step = (Decimal(10) ** (figures - 1)) * 3
        low, high = low + level * step, low + (level + 1) * step - 1
    power, last = _frame_at(tokens, k + 1)
    if power is not None:
        low, high = low.scaleb(power), high.scaleb(power)
    elif level is not None:
        return None
    return Special(first=i, last=last, low=low, high=high, kind="cardinal")


def _frame_at(tokens: Tokens, k: int) -> tuple[int | None, int]:
    """The power of ten of *Millionenbereich* or *Millionen-Euro-Bereich* at token `k`, and the token after it."""
    if not tokens.at(k).word or not tokens.joined(k):
        return None, k
    last, size = k + 1, tokens.at(k).low
    while tokens.at(last).text == "-" and tokens.at(last).glued and tokens.at(last + 1).glued:
        last += 2
    power = _frame(size) if last == k + 1 else None
    if last > k + 1 and tokens.at(last - 1).low in _FRAMES:
        power = next((power for name, power in _SIZES.items() if size.startswith(name) and power), None)
    return power, last if power is not None else k


def _frame(low: str) -> int | None:
    """The power of ten in *Millionenbereich, Milliardensumme, Bereich*; None for other nouns."""
    for frame in _FRAMES:
        if low.endswith(frame):
            size = low[: -len(frame)].removesuffix("-")
            if not size:
                return 0
            return next((power for name, power in _SIZES.items() if size.startswith(name)), None)
    return None


def _out_of(tokens: Tokens, i: int) -> Special | None:
    """*neun von zehn (Befragten), einer von drei* as a share; only small round wholes in words."""
    first, whole = tokens.at(i), tokens.at(i + 2)
    if tokens.at(i + 1).low != "von" or not whole.word or not tokens.joined(i + 1) or not tokens.joined(i + 2):
        return None
    above, below = word_number(first.low), word_number(whole.low)
    if above is None or below is None or above.kind != "small" or below.kind != "small":
        return None
    if not 0 < above.value < below.value or below.value not in (3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000):
        return None
    follows = core_at(tokens, i + 2)
    if follows is not None and follows.last != i + 3:
        return None
    share = ratio(int(above.value), int(below.value))
    return Special(first=i, last=i + 3, low=share, high=share, kind="fraction")
