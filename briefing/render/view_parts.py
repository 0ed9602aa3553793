"""Parts of what a template receives: references, charts, the first page."""

from __future__ import annotations

from typing import Literal

from typing_extensions import NotRequired, TypedDict


class Reference(TypedDict):
    """A link to a passage: `id` of the link itself, `target` the passage's id, `label` such as `Q1.3`."""

    id: str
    target: str
    label: str
    source: str


References = list[Reference]


class Texts(TypedDict):
    """A text with its references."""

    text: str
    references: References


class CoreView(TypedDict):
    """A core statement; `origins` as `3 Ursprünge`."""

    text: str
    origins: str
    opinion: bool
    references: References


class ChangeView(TypedDict):
    """A difference from the earlier briefing: `kind` and `section` as words."""

    kind: str
    section: str
    text: str
    references: References


class SideView(TypedDict):
    """One side of a disagreement; `holders` as `A, B und C`."""

    holders: str
    text: str
    references: References


class DisputeView(TypedDict):
    """A disagreement; `sharp` where the sides exclude each other. In its section also anchor, reason, note."""

    about: str
    assessment: str
    sharp: bool
    sides: list[SideView]
    anchor: NotRequired[str]
    reason: NotRequired[str]
    note: NotRequired[str]


class PointView(TypedDict):
    """A point on a chart, in user units."""

    x: float
    hollow: bool


class OverviewChart(TypedDict):
    """All values of a topic in one row: bar from `start`, arrows at the open ends, points."""

    width: int
    height: int
    middle: float
    left: int
    right: int
    start: float
    bar: float
    points: list[PointView]
    up: bool
    down: bool
    text: str


class ValueChart(TypedDict):
    """One value: point, range or arrow from `start` to `end`; `text` is the alternative."""

    width: int
    height: int
    middle: float
    kind: Literal["point", "range", "up", "down"]
    about: bool
    start: float
    end: float
    bar: float
    left: int
    right: int
    hollow: bool
    crossed: bool
    text: str


class FigureView(TypedDict):
    """A number topic on the first page; `chart` is null where there is nothing to compare, then `wording` is the
    sentence of the number."""

    topic: str
    extent: str
    by: str
    chart: OverviewChart | None
    wording: str
    references: References


class OpenView(TypedDict):
    """An open question on the first page."""

    kind: str
    text: str
    answered: bool
    references: References


class SummaryView(TypedDict):
    """The first page of a chapter; the notes say what was left out."""

    core: list[CoreView]
    changes: list[ChangeView]
    changes_note: str
    disputes: list[DisputeView]
    disputes_note: str
    figures: list[FigureView]
    figures_note: str
    open: list[OpenView]
    open_note: str
