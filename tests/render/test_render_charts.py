"""The range charts place values where they belong."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import NumberTopic, NumberValue
from briefing.render.charts import MARGIN, WIDTH, Scale, axis, mark, overview, topic_scale


def topic(*values: tuple[str | None, str | None, str, str]) -> NumberTopic:
    made = tuple(
        NumberValue(
            low=None if low is None else Decimal(low),
            high=None if high is None else Decimal(high),
            bound=bound,  # type: ignore[arg-type]
            status=status,  # type: ignore[arg-type]
            attributed_to=None,
            as_of=None,
            scope="",
            evidence=(),
        )
        for low, high, bound, status in values
    )
    return NumberTopic(id="n", topic="t", unit="", low=None, high=None, note="", values=made)


def test_points_bars_and_arrows() -> None:
    scale = Scale([Decimal(100), Decimal(200)])
    point = mark(scale, Decimal(150), Decimal(150), "exact", "reported", "")
    bar = mark(scale, Decimal(120), Decimal(180), "range", "reported", "")
    up = mark(scale, Decimal(150), None, "more than", "reported", "")
    down = mark(scale, None, Decimal(150), "at most", "reported", "")
    hundreds = mark(scale, Decimal(100), None, "about", "reported", "")
    assert hundreds is not None
    assert (hundreds["kind"], hundreds["about"]) == ("up", False)
    assert point is not None
    assert bar is not None
    assert up is not None
    assert down is not None
    assert (point["kind"], bar["kind"], up["kind"], down["kind"]) == ("point", "range", "up", "down")
    assert bar["start"] < point["start"] < bar["end"]
    assert up["end"] > up["start"] == point["start"]
    assert down["start"] < down["end"] == point["start"]


def test_planned_is_hollow_and_denied_is_crossed() -> None:
    scale = Scale([Decimal(1), Decimal(2)])
    planned = mark(scale, Decimal(1), Decimal(1), "exact", "planned", "")
    denied = mark(scale, Decimal(1), Decimal(1), "exact", "denied", "")
    assert planned is not None
    assert denied is not None
    assert planned["hollow"]
    assert not planned["crossed"]
    assert denied["crossed"]


def test_values_far_apart_are_on_a_logarithmic_scale_that_says_so() -> None:
    far = topic(("10", "10", "exact", "reported"), ("5000", "5000", "exact", "reported"))
    near = topic(("10", "10", "exact", "reported"), ("50", "50", "exact", "reported"))
    far_scale, near_scale = topic_scale(far), topic_scale(near)
    assert far_scale is not None
    assert near_scale is not None
    assert far_scale.log
    assert "logarithmisch" in axis(far_scale, far)["text"]
    assert not near_scale.log
    assert axis(near_scale, near)["low"] == "0"


def test_one_value_has_no_scale() -> None:
    assert topic_scale(topic(("10", "10", "exact", "reported"))) is None
    assert topic_scale(topic((None, None, "exact", "reported"))) is None


def test_overview_shows_every_value_once_and_what_is_only_planned_as_hollow() -> None:
    made = topic(("10", "10", "exact", "planned"), ("20", None, "more than", "done"), ("20", "20", "exact", "done"))
    scale = topic_scale(made)
    assert scale is not None
    shown = overview(made, scale, "text")
    assert [point["hollow"] for point in shown["points"]] == [True, False]
    assert shown["up"]
    assert not shown["down"]


@given(st.lists(st.decimals(min_value=-(10**12), max_value=10**12, places=2), min_size=2, max_size=8))
def test_positions_keep_order_and_stay_inside(values: list[Decimal]) -> None:
    scale = Scale(values)
    positions = [scale.x(value) for value in sorted(values)]
    assert positions == sorted(positions)
    assert positions[0] >= MARGIN
    assert positions[-1] <= WIDTH - MARGIN
