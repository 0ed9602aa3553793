"""The JSON of CONTRACT (schema `briefing/1`) as types: what `briefing.json` and `analyse --json` hold.

Fields may be added within a schema number, none renamed or dropped. Positions are half-open character
offsets into the article's text.
"""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter
from typing_extensions import TypedDict

from briefing.model import (
    ActorKind,
    Assessment,
    Bound,
    ChangeKind,
    DisagreementKind,
    QuestionKind,
    QuoteKind,
    Status,
)
from briefing.render.schema_analysis import AnalysisRecord, ProblemRecord
from briefing.render.view_schema import view_schema

__all__ = ["SCHEMA", "AnalysisRecord", "schema", "view_schema"]

SCHEMA = "briefing/1"


class Evidence(TypedDict):
    """A passage of a source; `text` is the article's text from `start` to `end`, character for character."""

    source: str
    start: int
    end: int
    text: str


class SourceRecord(TypedDict):
    """An article as a source; `copy_of` is the source whose text it repeats; `sha256` of what was read."""

    id: str
    article: str
    file: str
    title: str | None
    publisher: str | None
    agency: str | None
    author: str | None
    published: str | None
    url: str | None
    words: int
    copy_of: str | None
    opinion: bool
    sha256: str


class CoreRecord(TypedDict):
    """A core statement; `origins` counts independent origins that support it."""

    id: str
    text: str
    origins: int
    evidence: list[Evidence]


class RoleRecord(TypedDict):
    """A function as printed."""

    role: str
    evidence: list[Evidence]


class ActorRecord(TypedDict):
    """A person, organisation or state; `sources` are source ids, `positions` ids of quotes."""

    id: str
    name: str
    kind: ActorKind
    aliases: list[str]
    roles: list[RoleRecord]
    mentions: int
    sources: list[str]
    positions: list[str]
    stance: list[Evidence]
    evidence: list[Evidence]


class SpeakerRecord(TypedDict):
    """Who says it; `actor` is the id of an actor of the story."""

    name: str
    actor: str | None
    role: str | None


class VariantRecord(TypedDict):
    """One printed form of a statement; `content` are the quoted parts within the evidence."""

    text: str
    kind: QuoteKind
    content: list[Evidence]
    evidence: list[Evidence]
    opinion: bool
    rule: str


class QuoteGroupRecord(TypedDict):
    """One statement; `text` and `evidence` are those of the form shown, `variants` holds all forms."""

    id: str
    kind: QuoteKind
    text: str
    speaker: SpeakerRecord | None
    evidence: list[Evidence]
    variants: list[VariantRecord]


class NumberValueRecord(TypedDict):
    """One printed value; `low` and `high` are decimal strings, null at an open end."""

    low: str | None
    high: str | None
    bound: Bound
    status: Status
    attributed_to: str | None
    as_of: str | None
    scope: str
    evidence: list[Evidence]
    rule: str


class NumberTopicRecord(TypedDict):
    """Values that count the same thing, and the smallest and largest of them."""

    id: str
    topic: str
    unit: str
    low: str | None
    high: str | None
    note: str
    values: list[NumberValueRecord]


class SideRecord(TypedDict):
    """One side of a disagreement."""

    holders: list[str]
    statement: str
    evidence: list[Evidence]


class DisagreementRecord(TypedDict):
    """Accounts that differ, and how far they exclude each other."""

    id: str
    kind: DisagreementKind
    about: str
    assessment: Assessment
    reason: str
    sides: list[SideRecord]
    rule: str


class OpenQuestionRecord(TypedDict):
    """What the texts leave open; `answered_by` are passages that answer it."""

    id: str
    text: str
    kind: QuestionKind
    answered_by: list[Evidence]
    evidence: list[Evidence]
    opinion: bool
    rule: str


class EventRecord(TypedDict):
    """A dated event."""

    id: str
    date: str
    text: str
    planned: bool
    evidence: list[Evidence]


class ChangeRecord(TypedDict):
    """A difference from an earlier briefing."""

    kind: ChangeKind
    section: str
    item: str
    text: str


class StoryRecord(TypedDict):
    """One event with everything found about it."""

    id: str
    title: str
    sources: list[str]
    core: list[CoreRecord]
    actors: list[ActorRecord]
    quotes: list[QuoteGroupRecord]
    numbers: list[NumberTopicRecord]
    disagreements: list[DisagreementRecord]
    open_questions: list[OpenQuestionRecord]
    timeline: list[EventRecord]
    changes: list[ChangeRecord]


class CoverageRecord(TypedDict):
    """What was read."""

    read: int
    skipped: int
    outlets: int
    origins: int
    oldest: str | None
    newest: str | None
    undated: int


class BriefingRecord(TypedDict):
    """The whole of `briefing.json`."""

    schema: str
    title: str
    date: str
    language: str
    made_with: dict[str, str]
    coverage: CoverageRecord
    sources: list[SourceRecord]
    stories: list[StoryRecord]
    problems: list[ProblemRecord]


def schema() -> dict[str, Any]:
    """JSON Schemas (2020-12) of `briefing.json` (`briefing`) and of a line of `analyse --json` (`analysis`)."""
    return {
        "schema": SCHEMA,
        "briefing": TypeAdapter(BriefingRecord).json_schema(),
        "analysis": TypeAdapter(AnalysisRecord).json_schema(),
    }
