"""One line of `briefing analyse --json` as types; positions are half-open character offsets into the text."""

from __future__ import annotations

from typing_extensions import NotRequired, TypedDict

from briefing.model import BlockKind, Bound, DateType, NameLabel, QuestionKind, QuoteKind, Stance, Status

Offsets = tuple[int, int]


class BlockRecord(TypedDict):
    """A labelled part of an article."""

    start: int
    end: int
    kind: BlockKind


class NameRecord(TypedDict):
    """A name; `role` as printed, `role_span` where it stands, `acts` when it acts or speaks."""

    start: int
    end: int
    label: NameLabel
    name: str
    role: NotRequired[str]
    role_span: NotRequired[Offsets]
    acts: bool
    rule: str


class QuoteRecord(TypedDict):
    """A quotation in one article."""

    kind: QuoteKind
    content: list[Offsets]
    speaker: list[Offsets]
    speaker_name: str | None
    speaker_role: str | None
    cue: list[Offsets]
    frame: list[Offsets]
    addressee: list[Offsets]
    rule: str


class QuantityRecord(TypedDict):
    """A quantity; `low` and `high` are decimal strings, null at an open end."""

    start: int
    end: int
    low: str | None
    high: str | None
    bound: Bound
    unit: str
    counted: Offsets | None
    what: str
    status: Status
    holder: Offsets | None
    holder_name: str | None
    as_of: str | None
    change: bool
    rule: str


class DateRecord(TypedDict):
    """A time expression with its TIMEX3 type and value."""

    start: int
    end: int
    type: DateType
    value: str
    rule: str


class ClaimRecord(TypedDict):
    """A stance of someone towards a proposition."""

    start: int
    end: int
    stance: Stance
    holder: Offsets | None
    holder_name: str | None
    about: str
    proposition: Offsets | None
    rule: str


class QuestionRecord(TypedDict):
    """Something the text leaves open."""

    start: int
    end: int
    kind: QuestionKind
    rule: str


class ProblemRecord(TypedDict):
    """What went wrong, and where."""

    where: str
    message: str


class AnalysisRecord(TypedDict):
    """One line of `briefing analyse --json`: an article and what was found in it."""

    id: str
    file: str
    title: str | None
    publisher: str | None
    agency: str | None
    author: str | None
    url: str | None
    published: str | None
    dated_by: str
    sha256: str
    text: NotRequired[str]
    blocks: list[BlockRecord]
    sentences: list[Offsets]
    names: list[NameRecord]
    quotes: list[QuoteRecord]
    quantities: list[QuantityRecord]
    dates: list[DateRecord]
    claims: list[ClaimRecord]
    questions: list[QuestionRecord]
    model: str
    problems: list[ProblemRecord]
