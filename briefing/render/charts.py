"""Numbers of the range charts: where a value lies on the scale of its topic (units: user units of the SVG).

A value is a point, a range a bar, a bound an arrow towards its open side; what is only planned or
expected is hollow, what is denied is crossed out. Shapes carry the meaning, colour none.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from briefing.model import Bound, NumberTopic, Status
from briefing.render.typography import number, with_unit

WIDTH, HEIGHT = 150, 12
MARGIN = 14  # room for the arrow of an open end
LOG_FROM = 20  # ratio of largest to smallest value from which the scale is logarithmic

_HOLLOW: frozenset[Status] = frozenset({"planned", "expected"})


class Scale:
    """Maps values to x positions, linearly or, for values far apart, logarithmically."""

    def __init__(self, values: Sequence[Decimal]) -> None:
        low, high = min(values), max(values)
        self.log = low > 0 and high / low >= LOG_FROM
        self.low, self.high = self._at(low), self._at(high)
        if not self.log and low >= 0 and self.low <= (self.high - self.low) * 1.5:
            self.low = 0.0

    def _at(self, value: Decimal) -> float:
        return math.log10(value) if self.log else float(value)

    def x(self, value: Decimal) -> float:
        """Position of `value` between the margins."""
        if self.high == self.low:
            return WIDTH / 2
        share = (self._at(value) - self.low) / (self.high - self.low)
        return round(MARGIN + share * (WIDTH - 2 * MARGIN), 1)


def topic_scale(topic: NumberTopic) -> Scale | None:
    """The scale of a topic; None where there is nothing to compare (fewer than two different values)."""
    values = [v for value in topic.values for v in (value.low, value.high) if v is not None and v.is_finite()]
    return Scale(values) if len(set(values)) > 1 else None


def mark(
    scale: Scale, low: Decimal | None, high: Decimal | None, bound: Bound, status: Status, text: str
) -> dict[str, Any] | None:
    """One value as numbers for the macro `chart`: kind, positions, hollow, crossed, text alternative."""
    value = low if low is not None else high
    if value is None or not value.is_finite():
        return None
    start = scale.x(value)
    end = scale.x(high) if low is not None and high is not None else start
    kind = "range" if end > start else "point"
    if kind == "point" and (high is None and bound != "exact"):
        kind, end = "up", WIDTH - 1.0
    elif kind == "point" and (low is None and bound != "exact"):
        kind, start, end = "down", 1.0, start
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "middle": HEIGHT / 2,
        "kind": kind,
        "about": bound == "about" and high is not None,
        "start": start,
        "end": end,
        "bar": round(end - start, 1),
        "left": MARGIN,
        "right": WIDTH - MARGIN,
        "hollow": status in _HOLLOW,
        "crossed": status == "denied",
        "text": text,
    }


def overview(topic: NumberTopic, scale: Scale, text: str) -> dict[str, Any]:
    """All values of a topic in one row: the whole extent and a tick for every value."""
    marks = [mark(scale, v.low, v.high, v.bound, v.status, "") for v in topic.values]
    found = [m for m in marks if m is not None]
    points = sorted({x for m in found for x in _ends(m)})
    solid = {x for m in found if not m["hollow"] for x in _ends(m)}
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "middle": HEIGHT / 2,
        "left": MARGIN,
        "right": WIDTH - MARGIN,
        "start": points[0],
        "bar": round(points[-1] - points[0], 1),
        "points": [{"x": x, "hollow": x not in solid} for x in points],
        "up": any(m["kind"] == "up" for m in found),
        "down": any(m["kind"] == "down" for m in found),
        "text": text,
    }


def _ends(found: dict[str, Any]) -> tuple[float, ...]:
    if found["kind"] == "up":
        return (found["start"],)
    if found["kind"] == "down":
        return (found["end"],)
    return (found["start"], found["end"])


def axis(scale: Scale, topic: NumberTopic) -> dict[str, Any]:
    """The ends of the scale as labels under the chart; says so where it is logarithmic."""
    values = [v for value in topic.values for v in (value.low, value.high) if v is not None and v.is_finite()]
    low = Decimal(0) if not scale.log and scale.low == 0 else min(values)
    high = max(values)
    note = ", Abstände logarithmisch" if scale.log else ""
    return {
        "low": number(low),
        "high": with_unit(number(high), topic.unit),
        "log": scale.log,
        "text": f"Skala von {number(low)} bis {with_unit(number(high), topic.unit)}{note}",
    }
