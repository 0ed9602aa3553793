"""Every type that the stages share. Standard library only; all values survive JSON.

Positions are half-open character offsets into `Article.text`. A text that stands in an article is
never stored a second time: its `Span` is, and `render` looks the characters up.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

BlockKind = Literal["headline", "lead", "body", "heading", "dateline", "opinion", "boilerplate"]
NameLabel = Literal["PER", "ORG", "LOC", "STATE", "MISC"]
QuoteKind = Literal["direct", "indirect", "free_indirect", "indirect_free_indirect", "reported"]
Bound = Literal["exact", "about", "at least", "at most", "more than", "less than", "range"]
Status = Literal["reported", "done", "planned", "expected", "claimed", "denied", "estimated"]
DateType = Literal["DATE", "TIME", "DURATION", "SET"]
Stance = Literal["asserts", "denies", "confirms", "doubts", "announces", "demands"]
QuestionKind = Literal["unknown", "unconfirmed", "no_comment", "asked", "doubted"]
ActorKind = Literal["PER", "ORG", "STATE"]
DisagreementKind = Literal["number", "claim"]
Assessment = Literal["contradiction", "spread", "different_scope", "later_update", "different_status"]
ChangeKind = Literal["new", "changed", "gone"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Characters `start` to `end` (half-open) of the text of the article with the id `article`."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something the reader of the briefing must know went wrong: where (file, article) and what."""

    where: str
    message: str


# ── read ────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A labelled part of an article; blocks are in order, do not overlap, and skip only white space."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as read. `text` is never altered.

    `published` is `YYYY-MM-DD`, a coarser `YYYY-MM` or `YYYY`, or None; `dated_by` names the rule
    that found it (`given`, `metadata`, `dateline`, …). `sha256` is the digest of the file's bytes
    (of the line's bytes in a collection), by which `verify` recognises the source.
    """

    id: str
    file: str
    text: str
    title: str | None = None
    published: str | None = None
    dated_by: str = ""
    publisher: str | None = None
    agency: str | None = None
    author: str | None = None
    url: str | None = None
    blocks: tuple[Block, ...] = ()
    sha256: str = ""

    @property
    def words(self) -> int:
        """Number of words (white-space separated) in the text."""
        return len(self.text.split())


# ── analyse ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, the kind of block it stands in, and its content lemmas (lower case, in text order).

    `terms` lets later stages compare sentences without a parser; names stand in it by their
    resolved full name, lower case.
    """

    span: Span
    block: BlockKind
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in the text. `name` is the full name it stands for within the article.

    `acts` is true where it is the agent of a verb or the speaker of a quotation; `role` is the
    function as printed (title before, apposition after the name).
    """

    span: Span
    label: NameLabel
    name: str
    role: Span | None = None
    acts: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quotation: its content (one span per uninterrupted part) and who says it how to whom.

    `speaker_name` is the resolved full name, else the noun phrase as printed, else None.
    `speaker_role` is a function printed for the speaker in this place (`Pentagon-Sprecherin`).
    `terms` are the content lemmas of the content, for comparison across articles.
    """

    kind: QuoteKind
    content: tuple[Span, ...]
    speaker: tuple[Span, ...] = ()
    speaker_name: str | None = None
    speaker_role: Span | None = None
    cue: tuple[Span, ...] = ()
    frame: tuple[Span, ...] = ()
    addressee: tuple[Span, ...] = ()
    terms: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number that counts or measures something.

    `span` covers the number and the counted noun phrase, `low`/`high` are None at an open end.
    `unit` is empty for a plain count, else a canonical unit (`Prozent`, `Euro`, `km²`, …).
    `change` tells *um 20 Prozent* (True) from *auf 20 Prozent*.
    Normalised features for the comparison across articles, all lower-case lemmas or resolved names:
    `head` (soldat), `modifiers` (Nordkorea for *nordkoreanische*), `events` (töten, verwunden),
    `places` (Kursk), `sentence_terms` as in `Sentence`.
    """

    span: Span
    low: Decimal | None
    high: Decimal | None
    bound: Bound
    unit: str = ""
    counted: Span | None = None
    what: str = ""
    status: Status = "reported"
    holder: Span | None = None
    holder_name: str | None = None
    as_of: str | None = None
    change: bool = False
    head: str = ""
    modifiers: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A time expression with its TIMEX3 type and value, resolved against the article's date."""

    span: Span
    type: DateType
    value: str
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Someone's stance towards a proposition (*dementierte Berichte über …*).

    `about` names the proposition in the text's own words; `terms` are its content lemmas with
    participants by resolved name, by which claims are compared; `proposition` is where it stands.
    """

    span: Span
    stance: Stance
    holder: Span | None = None
    holder_name: str | None = None
    about: str = ""
    proposition: Span | None = None
    terms: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something the text itself leaves open; `span` is the sentence or clause that says so."""

    span: Span
    kind: QuestionKind
    terms: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All that was found in one article; this is what the cache stores."""

    article: str
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    quotes: tuple[Quote, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[Date, ...] = ()
    claims: tuple[Claim, ...] = ()
    questions: tuple[Question, ...] = ()
    model: str = ""
    problems: tuple[Problem, ...] = ()


# ── aggregate ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article as a source of the briefing: `id` is Q1, Q2, …; `copy_of` the id of its origin.

    Origins are counted, not articles: sources that share an agency text are one origin.
    """

    id: str
    article: str
    copy_of: str | None = None
    opinion: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A function as printed, with the places where it is printed."""

    role: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, organisation or state over all articles; `positions` are ids of quote groups."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    mentions: int
    sources: tuple[str, ...]
    evidence: tuple[Span, ...] = ()
    positions: tuple[str, ...] = ()
    stance: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says a quotation: name as resolved, the actor's id if there is one, a role as printed."""

    name: str
    actor: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteVariant:
    """One printed form of a statement; `content` are the quoted parts, `evidence` adds the frame."""

    kind: QuoteKind
    content: tuple[Span, ...]
    evidence: tuple[Span, ...]
    opinion: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteGroup:
    """One statement with all its printed variants; the first variant is the one shown."""

    id: str
    kind: QuoteKind
    speaker: Speaker | None
    variants: tuple[QuoteVariant, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberValue:
    """One printed value of a number topic."""

    low: Decimal | None
    high: Decimal | None
    bound: Bound
    status: Status
    attributed_to: str | None
    as_of: str | None
    scope: str
    evidence: tuple[Span, ...]
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberTopic:
    """Values that count the same thing, with the smallest and the largest of them."""

    id: str
    topic: str
    unit: str
    low: Decimal | None
    high: Decimal | None
    note: str
    values: tuple[NumberValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a disagreement: who holds it, where the statement stands."""

    holders: tuple[str, ...]
    statement: Span
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Two or more accounts that differ, and how far they exclude each other."""

    id: str
    kind: DisagreementKind
    about: str
    assessment: Assessment
    reason: str
    sides: tuple[Side, ...]
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """What the texts leave open; `answered_by` are places in other articles that answer it."""

    id: str
    kind: QuestionKind
    text: Span
    evidence: tuple[Span, ...]
    answered_by: tuple[Span, ...] = ()
    opinion: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A dated event: ISO date (or coarser), the sentence that reports it, planned or past."""

    id: str
    date: str
    text: Span
    planned: bool
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreStatement:
    """A chosen sentence, with sentences of other origins that support it."""

    id: str
    text: Span
    evidence: tuple[Span, ...]
    origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A difference from an earlier briefing."""

    kind: ChangeKind
    section: str
    item: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One event with everything found about it; `sources` are source ids."""

    id: str
    title: str
    sources: tuple[str, ...]
    core: tuple[CoreStatement, ...] = ()
    actors: tuple[Actor, ...] = ()
    quotes: tuple[QuoteGroup, ...] = ()
    numbers: tuple[NumberTopic, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    timeline: tuple[Event, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What was read: articles, skipped inputs, outlets, independent origins, oldest and newest date."""

    read: int
    skipped: int
    outlets: int
    origins: int
    oldest: str | None
    newest: str | None
    undated: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """The whole briefing, before any format."""

    title: str
    date: str
    coverage: Coverage
    sources: tuple[Source, ...]
    stories: tuple[Story, ...]
    problems: tuple[Problem, ...] = ()
    made_with: tuple[tuple[str, str], ...] = ()
