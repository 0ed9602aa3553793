"""Sections of what a template receives."""

from __future__ import annotations

from typing_extensions import NotRequired, TypedDict

from briefing.render.view_parts import DisputeView, References, Texts, ValueChart


class SectionView(TypedDict):
    """What every section has; `html` and `md` name its templates, `entries` are its items."""

    key: str
    title: str
    anchor: str
    html: str
    md: str
    note: str


class RoleView(TypedDict):
    """A function as printed."""

    role: str
    references: References


class ActorView(TypedDict):
    """An actor; `sources` as `Q1–Q3, Q5`."""

    anchor: str
    name: str
    kind: str
    aliases: str
    roles: list[RoleView]
    stance: list[Texts]
    mentions: str
    sources: str
    references: References


class ActorsView(SectionView):
    """Section `actors`."""

    entries: list[ActorView]


class PartView(TypedDict):
    """A run of words of a variant; `new` where they differ from the form shown."""

    text: str
    new: bool


class VariantView(TypedDict):
    """Another printed form of a statement."""

    kind: str
    direct: bool
    parts: list[PartView]
    references: References


class StatementView(TypedDict):
    """A statement; direct speech stands in German marks."""

    anchor: str
    kind: str
    direct: bool
    text: str
    opinion: bool
    references: References
    variants: list[VariantView]
    note: str


class SpeakerView(TypedDict):
    """A speaker with statements; `actor` is the anchor of the actor or empty; `note` as `5 von 18`."""

    speaker: str
    role: str
    actor: str
    statements: list[StatementView]
    note: str


class QuotesView(SectionView):
    """Section `quotes`; `single` are speakers of whom one statement is shown."""

    entries: list[SpeakerView]
    single: list[SpeakerView]


class RowView(TypedDict):
    """A row of a number table; `topic` and `anchor` in the table of single values, `chart` in the others.

    `wording` is the sentence in which the number is told.
    """

    amount: str
    by: str
    detail: str
    wording: str
    as_of: str
    references: References
    attributed: NotRequired[bool]
    chart: NotRequired[ValueChart | None]
    topic: NotRequired[str]
    anchor: NotRequired[str]


class AxisView(TypedDict):
    """The ends of a topic's scale."""

    low: str
    high: str
    log: bool
    text: str


class TopicView(TypedDict):
    """A number topic with its values, smallest first; `detailed` where a value has a status or scope to tell, `dated`
    where one says as of when."""

    anchor: str
    topic: str
    extent: str
    text: str
    axis: AxisView | None
    rows: list[RowView]
    detailed: bool
    dated: bool
    note: str


class NumbersView(SectionView):
    """Section `numbers`; `single` are topics with one value."""

    entries: list[TopicView]
    single: list[RowView]
    detailed: bool
    dated: bool


class DisagreementsView(SectionView):
    """Section `disagreements`."""

    entries: list[DisputeView]


class QuestionView(TypedDict):
    """An open question and what answers it."""

    anchor: str
    kind: str
    text: str
    opinion: bool
    references: References
    answers: list[Texts]


class QuestionsView(SectionView):
    """Section `open_questions`."""

    entries: list[QuestionView]


class EventView(TypedDict):
    """A dated event."""

    date: str
    planned: bool
    text: str
    references: References


class TimelineView(SectionView):
    """Section `timeline`."""

    entries: list[EventView]


class ColumnView(TypedDict):
    """A source as a column."""

    id: str
    outlet: str


class CellView(TypedDict):
    """Where a source makes a statement; no references where it does not."""

    source: str
    references: References


class MatrixRow(TypedDict):
    """A statement as a row; `kind` names its section."""

    text: str
    kind: str
    cells: list[CellView]


class MatrixView(SectionView):
    """Section `matrix`."""

    columns: list[ColumnView]
    entries: list[MatrixRow]


class SourceView(TypedDict):
    """A source; `url` only where it is http(s); `copy_of` the id of its origin or empty."""

    id: str
    anchor: str
    title: str
    outlet: str
    by: str
    date: str
    words: str
    url: str
    file: str
    copy_of: str
    opinion: bool


class SourcesView(SectionView):
    """Section `sources`."""

    entries: list[SourceView]


class MethodView(SectionView):
    """Section `method`: one line each."""

    entries: list[str]
