"""The one door out of spaCy: what the components wrote on a document, as the shared types."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, cast

from spacy.tokens import Doc

from briefing.analyse import items
from briefing.analyse.terms import Terms
from briefing.model import (
    Analysis,
    Article,
    BlockKind,
    Claim,
    Date,
    Name,
    Problem,
    Quantity,
    Question,
    Quote,
    Sentence,
    Span,
)

Place = Callable[[int, int], tuple[int, int]]
"""Where characters of a document stand in the text of its article."""


def harvest(
    doc: Doc,
    article: Article,
    model: str,
    problems: tuple[Problem, ...] = (),
    place: Place = lambda start, end: (start, end),
) -> Analysis:
    """All findings of `doc` outside boilerplate, as an `Analysis` of `article`, placed in its text by `place`."""
    return _Harvest(doc, article, place).analysis(model, problems)


class _Harvest:
    def __init__(self, doc: Doc, article: Article, place: Place) -> None:
        self._doc, self._article, self._place = doc, article, place
        self._terms = Terms(doc)

    def _span(self, offsets: Any) -> Span:
        start, end = self._place(offsets[0], offsets[1])
        return Span(article=self._article.id, start=start, end=end)

    def _maybe(self, offsets: Any) -> Span | None:
        return self._span(offsets) if offsets else None

    def _spans(self, many: Any) -> tuple[Span, ...]:
        return tuple(self._span(offsets) for offsets in many)

    def _items(self, key: str) -> list[dict[str, Any]]:
        found = items.read(self._doc, key)
        return [item for item in found if items.block_at(self._doc, _first(item)) != "boilerplate"]

    def _terms_of(self, item: dict[str, Any], *spans: Any) -> tuple[str, ...]:
        if item["terms"]:
            return tuple(item["terms"])
        return tuple(term for start, end in spans for term in self._terms.of(start, end))

    def analysis(self, model: str, problems: tuple[Problem, ...]) -> Analysis:
        return Analysis(
            article=self._article.id,
            sentences=self._sentences(),
            names=tuple(self._name(item) for item in self._items(items.NAMES)),
            quotes=tuple(self._quote(item) for item in self._items(items.QUOTES)),
            quantities=tuple(self._quantity(item) for item in self._items(items.QUANTITIES)),
            dates=tuple(self._date(item) for item in self._items(items.DATES)),
            claims=tuple(self._claim(item) for item in self._items(items.CLAIMS)),
            questions=tuple(self._question(item) for item in self._items(items.QUESTIONS)),
            model=model,
            problems=problems,
        )

    def _sentences(self) -> tuple[Sentence, ...]:
        found = []
        for sentence in self._doc.sents:
            text = sentence.text
            start = sentence.start_char + len(text) - len(text.lstrip())
            end = sentence.end_char - (len(text) - len(text.rstrip()))
            if start < end:
                kind = cast(BlockKind, items.block_at(self._doc, start))
                terms = () if kind == "boilerplate" else tuple(self._terms.of(start, end))
                found.append(Sentence(span=self._span((start, end)), block=kind, terms=terms))
        return tuple(found)

    def _name(self, item: dict[str, Any]) -> Name:
        return Name(
            span=self._span((item["start"], item["end"])),
            label=item["label"],
            name=item["name"],
            role=self._maybe(item["role"]),
            acts=item["acts"],
            rule=item["rule"],
        )

    def _quote(self, item: dict[str, Any]) -> Quote:
        return Quote(
            kind=item["kind"],
            content=self._spans(item["content"]),
            speaker=self._spans(item["speaker"]),
            speaker_name=item["speaker_name"],
            speaker_role=self._maybe(item["speaker_role"]),
            cue=self._spans(item["cue"]),
            frame=self._spans(item["frame"]),
            addressee=self._spans(item["addressee"]),
            terms=self._terms_of(item, *item["content"]),
            rule=item["rule"],
        )

    def _quantity(self, item: dict[str, Any]) -> Quantity:
        return Quantity(
            span=self._span((item["start"], item["end"])),
            low=Decimal(item["low"]) if item["low"] is not None else None,
            high=Decimal(item["high"]) if item["high"] is not None else None,
            bound=item["bound"],
            unit=item["unit"],
            counted=self._maybe(item["counted"]),
            what=item["what"],
            status=item["status"],
            holder=self._maybe(item["holder"]),
            holder_name=item["holder_name"],
            as_of=item["as_of"],
            change=item["change"],
            head=item["head"],
            modifiers=tuple(item["modifiers"]),
            events=tuple(item["events"]),
            places=tuple(item["places"]),
            rule=item["rule"],
        )

    def _date(self, item: dict[str, Any]) -> Date:
        span = self._span((item["start"], item["end"]))
        return Date(span=span, type=item["type"], value=item["value"], rule=item["rule"])

    def _claim(self, item: dict[str, Any]) -> Claim:
        proposition = item["proposition"]
        return Claim(
            span=self._span((item["start"], item["end"])),
            stance=item["stance"],
            holder=self._maybe(item["holder"]),
            holder_name=item["holder_name"],
            about=item["about"],
            proposition=self._maybe(proposition),
            terms=self._terms_of(item, proposition or (item["start"], item["end"])),
            rule=item["rule"],
        )

    def _question(self, item: dict[str, Any]) -> Question:
        offsets = (item["start"], item["end"])
        return Question(
            span=self._span(offsets), kind=item["kind"], terms=self._terms_of(item, offsets), rule=item["rule"]
        )


def _first(item: dict[str, Any]) -> int:
    return int(item["content"][0][0] if "content" in item else item["start"])
