"""How components hand on what they found: plain values on `doc.spans`, positions in characters.

A component writes its findings with `write(doc, KEY, items)`; a later component and `harvest` read
them with `read(doc, KEY)`. The items are plain dictionaries (the `TypedDict`s below), so a `Doc`
survives `to_bytes`. A span is `[start, end]` in characters of the article. What the article itself
tells (date, blocks) stands in `doc.user_data`, see `article_of`.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Any, TypedDict, cast

from spacy.tokens import Doc, SpanGroup

NAMES, QUOTES, QUANTITIES, DATES, CLAIMS, QUESTIONS = ("names", "quotes", "quantities", "dates", "claims", "questions")
ARTICLE = "briefing_article"
TEXT = "briefing_text"

Offsets = list[int]


class ArticleFacts(TypedDict):
    """What a component may know of the article besides its text."""

    published: str | None
    title: str | None
    blocks: list[tuple[int, int, str]]


class NameItem(TypedDict):
    """See `model.Name`; `gender` is "m", "f" or "" and `number` "s" or "p", for the choice of speakers."""

    start: int
    end: int
    label: str
    name: str
    role: Offsets | None
    acts: bool
    gender: str
    number: str
    rule: str


class QuoteItem(TypedDict):
    """See `model.Quote`."""

    kind: str
    content: list[Offsets]
    speaker: list[Offsets]
    speaker_name: str | None
    speaker_role: Offsets | None
    cue: list[Offsets]
    frame: list[Offsets]
    addressee: list[Offsets]
    terms: list[str]
    rule: str


class QuantityItem(TypedDict):
    """See `model.Quantity`; `low` and `high` are decimal strings."""

    start: int
    end: int
    low: str | None
    high: str | None
    bound: str
    unit: str
    counted: Offsets | None
    what: str
    status: str
    holder: Offsets | None
    holder_name: str | None
    as_of: str | None
    change: bool
    head: str
    modifiers: list[str]
    events: list[str]
    places: list[str]
    rule: str


class DateItem(TypedDict):
    """See `model.Date`."""

    start: int
    end: int
    type: str
    value: str
    rule: str


class ClaimItem(TypedDict):
    """See `model.Claim`."""

    start: int
    end: int
    stance: str
    holder: Offsets | None
    holder_name: str | None
    about: str
    proposition: Offsets | None
    terms: list[str]
    rule: str


class QuestionItem(TypedDict):
    """See `model.Question`."""

    start: int
    end: int
    kind: str
    terms: list[str]
    rule: str


def write(doc: Doc, key: str, items: list[Any]) -> None:
    """Store what a component found under `key`."""
    doc.spans[key] = SpanGroup(doc, name=key, attrs={"items": items})


def read(doc: Doc, key: str) -> list[Any]:
    """What an earlier component stored under `key`; empty if it did not run."""
    return list(doc.spans[key].attrs["items"]) if key in doc.spans else []


def article_of(doc: Doc) -> ArticleFacts:
    """Date, title and blocks of the article; without an article (tests) everything is body."""
    facts = doc.user_data.get(ARTICLE)
    if facts is None:
        return {"published": None, "title": None, "blocks": [(0, len(text_of(doc)), "body")]}
    return cast(ArticleFacts, facts)


def block_at(doc: Doc, offset: int) -> str:
    """Kind of the block that holds the character `offset` ("body" where none does)."""
    blocks = article_of(doc)["blocks"]
    after = bisect_right(blocks, offset, key=lambda block: block[0])
    if after and offset < blocks[after - 1][1]:
        return blocks[after - 1][2]
    return "body"


def text_of(doc: Doc) -> str:
    """`doc.text`, which spaCy joins anew from all tokens at every call, joined once."""
    text = doc.user_data.get(TEXT)
    if text is None:
        text = doc.user_data[TEXT] = doc.text
    return cast(str, text)
