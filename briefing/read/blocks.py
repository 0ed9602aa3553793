"""Labels the parts of a text: headline, lead, body, heading, dateline, opinion, boilerplate. Never deletes.

Precision goes first: what is labelled boilerplate disappears from the briefing, so a sentence of the
report must never be. Blocks are in order, do not overlap, and together skip only white space.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.model import Block, BlockKind
from briefing.read import editorial, furniture, openings, opinion, turns
from briefing.read.lines import Paragraph, fold, paragraphs

HEADLINE = 200
HEADING = 140
LEAD = 500
"""Lengths in characters up to which a paragraph can be what it says."""


@dataclass(slots=True)
class _Layout:
    """The paragraphs of a text and the kind decided for each so far (None: not yet)."""

    parts: list[Paragraph]
    kinds: list[BlockKind | None] = field(default_factory=list)
    turns: dict[int, turns.Turn] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.kinds = [None] * len(self.parts)

    def open(self) -> list[int]:
        """The paragraphs that are not decided yet."""
        return [i for i, kind in enumerate(self.kinds) if kind is None]


def label(text: str, title: str | None = None, url: str | None = None) -> tuple[Block, ...]:
    """The blocks of `text`; `title` is the headline and `url` the address where the source gives them."""
    layout = _Layout(editorial.parted(paragraphs(text)))
    _boilerplate(layout)
    _headline(layout, title)
    _turns(layout)
    _headings(layout)
    _lead(layout)
    _opinion(layout, whole=opinion.by_address(url) or _personal(layout, title))
    for i in layout.open():
        layout.kinds[i] = "body"
    blocks: list[Block] = []
    datelines = 0
    for i, (part, kind) in enumerate(zip(layout.parts, layout.kinds, strict=True)):
        assert kind is not None
        if i in layout.turns:
            blocks.extend(_turn(part, kind, layout.turns[i].label))
        elif kind in ("lead", "body", "opinion"):
            blocks.extend(_cut(text, part, kind, with_dateline=datelines < 3))
            datelines += 1
        else:
            blocks.append(Block(start=part.start, end=part.end, kind=kind))
    return tuple(blocks)


def heading_like(part: Paragraph, limit: int = HEADING) -> bool:
    """Whether a paragraph has the form of a headline: short, one line, no sentence's end, no torn beginning."""
    text = part.text
    if len(text) > limit or "\n" in text or text[:1].islower() or text.endswith((",", ";", "-")):
        return False
    if part.last in (".", "…"):
        return text.endswith("...") and len(text) <= limit
    if part.last == ":":
        return len(text.split()) <= 3
    if part.last in ("?", "!"):
        inner = text.rstrip("?! \"'“”»«")
        return not any(mark in inner for mark in (". ", "? ", "! "))
    return any(c.isalpha() for c in text)


def _boilerplate(layout: _Layout) -> None:
    parts = layout.parts
    for i in furniture.find(parts, heading_like):
        layout.kinds[i] = "boilerplate"


def _headline(layout: _Layout, title: str | None) -> None:
    """The given title where it stands, else an opening line in the form of a headline."""
    first = layout.open()[:8]
    wanted = fold(title or "")
    for i in first[:6]:
        if wanted and fold(layout.parts[i].text) == wanted:
            layout.kinds[i] = "headline"
            return
    if not first or len(layout.open()) < 2:
        return
    at = first[0]
    following = first[1]
    if not heading_like(layout.parts[at], HEADLINE):
        return
    kicker = len(layout.parts[at].text.split()) <= 3 and heading_like(layout.parts[following], HEADLINE)
    if kicker and len(layout.parts[following].text.split()) > 3 and len(layout.open()) > 2:
        layout.kinds[at] = "heading"
        at = following
    if openings.opinion_label(layout.parts[at].text) and fold(layout.parts[at].text) in openings.opinion_words():
        return
    layout.kinds[at] = "headline"


def _turns(layout: _Layout) -> None:
    """In an interview a question is the heading of the answer below it; labels of who speaks are set apart."""
    layout.turns = turns.find(layout.parts, layout.open())
    for i, turn in layout.turns.items():
        layout.kinds[i] = "heading" if turn.asks else "body"


def _headings(layout: _Layout) -> None:
    """Lines in the form of a heading that a text follows. Runs of three and more are a list, not headings."""
    run: list[int] = []
    for i in [*layout.open(), len(layout.parts)]:
        if i < len(layout.parts) and heading_like(layout.parts[i]):
            if run and run[-1] != i - 1:
                _close(layout, run, None)
                run = []
            run.append(i)
            continue
        _close(layout, run, i if i < len(layout.parts) else None)
        run = []


def _close(layout: _Layout, run: list[int], following: int | None) -> None:
    if 0 < len(run) <= 2 and following is not None:
        for i in run:
            layout.kinds[i] = "heading"


def _lead(layout: _Layout) -> None:
    """The paragraph below the headline, if it is short and a report follows it."""
    for i, kind in enumerate(layout.kinds):
        if kind == "headline":
            rest = [j for j in layout.open() if j > i]
            if not rest or (len(rest) < 2 and not layout.turns):
                return
            part = layout.parts[rest[0]]
            between = layout.kinds[i + 1 : rest[0]]
            short = len(part.text) <= LEAD and part.last in (".", "?", "!", "…")
            if short and "heading" not in between and not openings.dateline(part.text):
                layout.kinds[rest[0]] = "lead"
            return


def _personal(layout: _Layout, title: str | None) -> bool:
    """Whether the author calls upon people or speaks of *ich* throughout; in an interview it is somebody else."""
    if layout.turns:
        return False
    kinds = list(zip(layout.parts, layout.kinds, strict=True))
    headline = next((part.text for part, kind in kinds if kind == "headline"), title or "")
    return opinion.by_headline(headline) or opinion.first_person(
        headline, [part.text for part, kind in kinds if kind in (None, "lead")]
    )


def _opinion(layout: _Layout, *, whole: bool) -> None:
    """The whole text where that is known or its opening says so; else from an opinion label to what ends it."""
    section = False
    opening = True  # nothing but headlines so far, or the first paragraph below them
    for i, part in enumerate(layout.parts):
        kind = layout.kinds[i]
        if kind == "boilerplate":
            whole = whole or (opening and openings.opinion_call(part.text))
            section = section and openings.author(part.text) is not None
        elif i in layout.turns and layout.turns[i].asks:
            continue
        elif kind in ("headline", "heading"):
            if openings.opinion_label(part.text):
                whole, section = whole or opening, True
            elif openings.ends_opinion(part.text):
                section = False
        else:
            whole = whole or (opening and openings.opinion_call(part.text))
            opening = opening and kind == "lead"
            if whole or section:
                layout.kinds[i] = "opinion"


def _turn(part: Paragraph, kind: BlockKind, label: int) -> list[Block]:
    """A paragraph of an interview as blocks: the label of who speaks like a dateline, and what is said."""
    said = part.start + label + len(part.text[label:]) - len(part.text[label:].lstrip())
    named = [Block(start=part.start, end=part.start + label, kind="dateline")] if label else []
    return [*named, Block(start=said, end=part.end, kind=kind)] if said < part.end else named


def _cut(text: str, part: Paragraph, kind: BlockKind, *, with_dateline: bool) -> list[Block]:
    """A paragraph as blocks: its dateline, its text, and the agency or signature in brackets at its end."""
    start, end = part.start, part.end
    blocks: list[Block] = []
    if with_dateline:
        length = openings.dateline(part.text)
        if length:
            mark = part.text[:length].rstrip()
            blocks.append(Block(start=start, end=start + len(mark), kind="dateline"))
            start += length
    tail = openings.signature(text[start:end])
    if tail:
        body = text[start : end - tail].rstrip(" \t\u00a0\r\n")
        if body:
            blocks.append(Block(start=start, end=start + len(body), kind=kind))
            start = end - tail
            kind = "boilerplate"
    blocks.append(Block(start=start, end=end, kind=kind))
    return blocks
