"""What a printed value leaves possible: its bound and its rounding as an interval."""

from __future__ import annotations

from decimal import Decimal

from briefing.model import NumberValue

_INFINITE = Decimal("Infinity")


def interval(value: NumberValue) -> tuple[Decimal, Decimal]:
    """What a value leaves possible, its rounding included: 650.000 *etwa* is 645.000 to 655.000 and more.

    An approximate number is as wide as the last digit it is rounded to, at least five per cent.
    """
    low = value.low if value.low is not None else -_INFINITE
    high = value.high if value.high is not None else _INFINITE
    if value.bound in ("about", "range", "exact"):
        wide = max((_width(end, value.bound) for end in (value.low, value.high) if end is not None), default=Decimal(0))
        low, high = low - wide, high + wide
    return low, high


def _width(end: Decimal, bound: str) -> Decimal:
    """Half the place a number is rounded to (12.000 → 500); an approximate one at least a twentieth of itself."""
    exponent = int(end.normalize().as_tuple().exponent)
    rounded = Decimal(5).scaleb(exponent - 1) if exponent > 0 or bound == "about" else Decimal(0)
    if bound == "about":
        return max(rounded, abs(end) / 20)
    return rounded if exponent >= 2 else Decimal(0)


def exclude(a: NumberValue, b: NumberValue) -> bool:
    """Whether two values cannot both be true."""
    first, second = interval(a), interval(b)
    return first[1] < second[0] or second[1] < first[0]


def middle(value: NumberValue) -> Decimal:
    """The middle of a value, its one end where the other is open, 0 without any."""
    low, high = value.low, value.high
    if low is not None and high is not None:
        return (low + high) / 2
    return low if low is not None else high if high is not None else Decimal(0)
