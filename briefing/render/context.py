"""What every part of the view needs at hand: the briefing, its texts, its references, its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from briefing.german.roles import DETERMINERS, without_article
from briefing.model import Article, Briefing, Disagreement, NumberValue, QuoteKind, Role, Source, Span, Story
from briefing.render import typography
from briefing.render.evidence import References, sentence_of
from briefing.render.places import Places

_NEAR: dict[str, re.Pattern[str]] = {
    "less than": re.compile(r"\b(?:knapp|fast|nahezu|annähernd|beinahe)(?= )", re.IGNORECASE),
    "more than": re.compile(r"\bgut(?= (?:\d|ein|zwei|drei|vier|fünf|hundert|tausend))", re.IGNORECASE),
}
_PART = (
    r"Hälfte|Drittel|Viertel|Fünftel|Sechstel|Siebtel|Achtel|Neuntel|Zehntel|Zwölftel|Zwanzigstel|Hundertstel"
    r"|Tausendstel|Bruchteil"
)
_COUNTED = "ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn"
# A share as texts tell it in words; *halb* and what it is part of stay numbers (*zweieinhalb Stunden*).
_SHARE = re.compile(
    rf"\b(?:(?:die|der|eine[rn]?|(?:{_COUNTED})) )?(?:{_PART})s?\b|\b(?:{_COUNTED}) von (?:{_COUNTED}|hundert)\b"
    r"|\b[Jj]ede[rsnm]? (?:\d{1,3}\.|[a-zäöü]{3,20}te[nr]?)(?= )"
)
WORDING = 170  # characters of the sentence that is shown beside a number
_DETERMINER = 12  # characters before a function in which its determiner is looked for


@dataclass(slots=True, kw_only=True)
class Context:
    """Shared by the section builders; `anchor`, `actor_names` and `roles` (the foremost of each actor)
    belong to the story in progress."""

    briefing: Briefing
    places: Places
    references: References
    words: dict[str, str]
    anchor: str = ""
    actor_names: dict[str, str] = field(default_factory=dict)
    roles: dict[str | None, str] = field(default_factory=dict)
    by_id: dict[str, Source] = field(init=False)
    by_article: dict[str, Source] = field(init=False)

    def __post_init__(self) -> None:
        self.by_id = {source.id: source for source in self.briefing.sources}
        self.by_article = {source.article: source for source in self.briefing.sources}

    def open_story(self, story: Story, anchor: str) -> None:
        """Begin the chapter of `story`; ids of its parts start with `anchor`."""
        self.anchor = anchor
        self.actor_names = {actor.id: typography.named(actor.name) for actor in story.actors}
        self.roles = {actor.id: self.role(actor.roles[0]) for actor in story.actors if actor.roles}

    def role(self, role: Role) -> str:
        """A function as it reads without its article; the first place where it has one tells gender and case."""
        for span in role.evidence:
            text = self.places.articles[span.article].text
            if text[span.start : span.end] == role.role:
                before = DETERMINERS.search(text[max(0, span.start - _DETERMINER) : span.start])
                shown = without_article(role.role, before.group(1) if before else "")
                if shown != role.role:
                    return typography.spaced(shown)
        return typography.spaced(role.role)

    def assessment(self, item: Disagreement) -> str:
        """How far accounts exclude each other; what is no number has no range, but opposite positions."""
        positions = item.kind == "claim" and item.assessment == "spread"
        return self.words["assessment_positions" if positions else f"assessment_{item.assessment}"]

    def share(self, values: Sequence[NumberValue]) -> str:
        """A part of a whole in the words of the text (*die Hälfte, sieben von zehn*) where it prints no digits."""
        ends = {end for end in (values[0].low, values[0].high) if end is not None}
        if len(ends) != 1 or not 0 < ends.pop() < 1:
            return ""
        texts = (self.places.articles[span.article].text[span.start : span.end] for v in values for span in v.evidence)
        found = next(filter(None, map(_SHARE.search, texts)), None)
        return typography.spaced(found[0]) if found else ""

    def near(self, values: Sequence[NumberValue]) -> str:
        """*knapp, fast, gut* where every one of some values is printed with such a word for its bound, else nothing.

        An amount just below 9,6 is more than the bound *less than 9,6* tells.
        """
        found = [self._near(value) for value in values]
        return found[0] if found and all(found) else ""

    def _near(self, value: NumberValue) -> str:
        words = _NEAR.get(value.bound)
        texts = (self.places.articles[span.article].text[span.start : span.end] for span in value.evidence)
        match = next(filter(None, map(words.search, texts)), None) if words else None
        return match[0].lower() if match else ""

    def text(self, *spans: Span) -> str:
        """The texts of spans as one line of German print, marks in pairs."""
        return typography.balanced(typography.german_marks(typography.spaced(self.places.line(spans))))

    def sentence(self, span: Span, limit: int, focus: Iterable[Span] = ()) -> str:
        """`excerpt`, an ellipsis before it where it begins within a sentence, and without a mark that lost its other
        half."""
        text = typography.balanced(self.excerpt(span, limit, focus))
        return f"… {text}" if text[:1].islower() else text

    def excerpt(self, span: Span, limit: int, focus: Iterable[Span] = ()) -> str:
        """The text of `span` in at most about `limit` characters, cut so that the first `focus` stays in it."""
        text = self.text(span)
        if len(text) <= limit:
            return text
        inside = [f for f in focus if f.article == span.article and span.start <= f.start and f.end <= span.end]
        room = limit * 2 // 3
        if not inside or (end := inside[0].end - span.start) < room:
            return typography.shorten(text, limit)
        begin = inside[0].start - span.start
        if end - begin > room:  # longer than what is shown of it: its beginning
            return typography.shorten(f"… {text[text.rfind(' ', 0, begin) + 1 :]}" if begin else text, limit)
        start = text.find(" ", max(0, min(end + limit // 3, len(text)) - limit))
        return "… " + typography.shorten(text[start + 1 :], limit)

    def said(self, kind: QuoteKind, spans: Iterable[Span]) -> str:
        """A quotation as printed: direct speech in marks, other speech as it stands in its sentence."""
        line = self.places.line(spans)
        if kind == "direct":
            return typography.quoted(line)
        text = typography.balanced(typography.german_marks(typography.spaced(line)).strip(" ,;:"))
        return f"… {text}" if text[:1].islower() else text

    def wording(self, values: Sequence[NumberValue]) -> str:
        """The sentence in which the first of some values is told: what is counted and of whom only it says whole."""
        place = next((span for value in values for span in value.evidence), None)
        if place is None:
            return ""
        return self.sentence(sentence_of(self.places.articles[place.article], place), WORDING, [place])

    def cite(self, spans: Iterable[Span], *, back: bool = True) -> list[dict[str, Any]]:
        """References to the passages of `spans`, which link back unless told otherwise."""
        return self.references.cite(spans, back=back)

    def article(self, source: Source) -> Article:
        """The article of a source."""
        return self.places.articles[source.article]

    def outlet(self, source: Source) -> str:
        """How a source is called in print: its outlet, else the agency."""
        article = self.article(source)
        return typography.spaced(article.publisher or article.agency or "") or self.words["no_outlet"]

    def title(self, source: Source) -> str:
        """The title of a source, else its headline, else how it begins."""
        article = self.article(source)
        if article.title:
            return typography.german_marks(typography.spaced(article.title))
        blocks = [block for kind in ("headline", "lead", "body") for block in article.blocks if block.kind == kind]
        start, end = (blocks[0].start, blocks[0].end) if blocks else (0, 200)
        text = typography.spaced(article.text[start:end])
        return typography.german_marks(typography.shorten(text, 90)) or typography.clean(article.file)

    def origins_of(self, spans: Iterable[Span]) -> int:
        """Number of independent origins among the sources of `spans`."""
        found = (self.by_article[span.article] for span in spans)
        return len({source.copy_of or source.id for source in found})

    def sources_of(self, spans: Iterable[Span]) -> list[str]:
        """Source ids of spans in the order of the sources."""
        return self.places.sources(span.article for span in spans)

    def sources_of_story(self, story: Story) -> list[Source]:
        """The sources of a story in the order of all sources."""
        return [self.by_id[id_] for id_ in self.places.sources(story.sources)]

    def opinion(self, spans: Iterable[Span]) -> bool:
        """True where every span stands in an opinion piece or an opinion block."""
        spans = list(spans)
        return bool(spans) and all(
            self.by_article[span.article].opinion
            or any(
                block.kind == "opinion" and block.start <= span.start < block.end
                for block in self.places.articles[span.article].blocks
            )
            for span in spans
        )
