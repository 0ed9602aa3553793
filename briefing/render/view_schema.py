"""What a template receives, as types: plain dicts, lists, strings, numbers and truth values.

`view.py` builds it, `briefing schema --view` prints it, a test holds both against each other. Texts are
ready for print (German numbers, dates, marks, spaces); templates only place them.
"""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter
from typing_extensions import TypedDict

from briefing.render.view_parts import References, SummaryView
from briefing.render.view_sections import (
    ActorsView,
    DisagreementsView,
    MatrixView,
    MethodView,
    NumbersView,
    QuestionsView,
    QuotesView,
    SourcesView,
    TimelineView,
)


class ChapterView(TypedDict):
    """A story; `h` and `sub` are the levels of its headings."""

    id: str
    title: str
    anchor: str
    facts: list[str]
    summary: SummaryView
    sections: list[
        ActorsView | QuotesView | NumbersView | DisagreementsView | QuestionsView | TimelineView | MatrixView
    ]
    h: int
    sub: int


class StoryLine(TypedDict):
    """A story without a chapter: its first core statement."""

    title: str
    text: str
    references: References
    facts: list[str]


class PassagePart(TypedDict):
    """A run of a passage; `mark` where it is cited."""

    text: str
    mark: bool


class BackView(TypedDict):
    """A link back to a reference."""

    target: str
    label: str


class PassageView(TypedDict):
    """A cited passage; `before` and `after` are context for screens, `position` the offsets cited."""

    id: str
    label: str
    source: str
    before: str
    after: str
    parts: list[PassagePart]
    position: str
    back: list[BackView]
    several: bool


class EvidenceView(TypedDict):
    """The passages of one source."""

    id: str
    anchor: str
    outlet: str
    date: str
    title: str
    opinion: bool
    passages: list[PassageView]


class LookView(TypedDict):
    """The user's look; `logo` is a data URI or empty, `font_size` in points."""

    accent: str
    font_size: str
    logo: str


class MetaView(TypedDict):
    """Metadata of the document."""

    author: str
    description: str
    keywords: str
    generator: str


class ProblemView(TypedDict):
    """What went wrong, and where."""

    where: str
    message: str


class View(TypedDict):
    """Everything a template receives. HTML templates also get `medium` (`screen`, `print`) and `style`."""

    title: str
    name: str
    date: str
    day: str
    date_iso: str
    language: str
    w: dict[str, str]
    look: LookView
    meta: MetaView
    facts: list[str]
    single: bool
    stories: list[ChapterView]
    more_stories: list[StoryLine]
    more_note: str
    endings: list[SourcesView | MethodView]
    evidence: list[EvidenceView]
    evidence_anchor: str
    problems_anchor: str
    problems: list[ProblemView]
    problems_note: str


def view_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what a template receives."""
    return TypeAdapter(View).json_schema()
