"""Briefing and analyses as the JSON other programs rely on (types in `schema.py`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from briefing.model import (
    Actor,
    Analysis,
    Article,
    Briefing,
    Disagreement,
    NumberTopic,
    OpenQuestion,
    Problem,
    QuoteGroup,
    Source,
    Span,
    Story,
)
from briefing.render import schema as s

Cite = Callable[[Iterable[Span]], list[s.Evidence]]


class Places:
    """Looks spans up in the articles and names them by source ids (Q1, Q2, …)."""

    def __init__(self, briefing: Briefing, articles: Mapping[str, Article]) -> None:
        self.articles = articles
        self.source_of = {source.article: source.id for source in briefing.sources}

    def sources(self, ids: Iterable[str]) -> list[str]:
        """Source ids of articles (a source id stays), each once, in the order of the sources."""
        wanted = {self.source_of.get(item, item) for item in ids}
        return [source for source in self.source_of.values() if source in wanted]

    def text(self, span: Span) -> str:
        """The characters of a span, exactly."""
        return self.articles[span.article].text[span.start : span.end]

    def line(self, spans: Iterable[Span]) -> str:
        """The texts of spans as one line; what was left out between two of them is marked by […]."""
        parts: list[str] = []
        last: Span | None = None
        for span in spans:
            if last is not None:
                apart = last.article != span.article or self._omitted(last, span)
                parts.append(" […] " if apart else " ")
            parts.append(" ".join(self.text(span).split()))
            last = span
        return "".join(parts)

    def _omitted(self, first: Span, second: Span) -> bool:
        between = self.articles[first.article].text[first.end : second.start]
        return any(character.isalnum() for character in between)

    def cite(self, spans: Iterable[Span]) -> list[s.Evidence]:
        """Evidence of spans, each once, in the given order."""
        return [
            {"source": self.source_of[span.article], "start": span.start, "end": span.end, "text": self.text(span)}
            for span in dict.fromkeys(spans)
        ]


def briefing_json(briefing: Briefing, articles: Mapping[str, Article]) -> s.BriefingRecord:
    """The content of `briefing.json`; `articles` by id, one for every source of the briefing."""
    places = Places(briefing, articles)
    coverage = briefing.coverage
    return {
        "schema": s.SCHEMA,
        "title": briefing.title,
        "date": briefing.date,
        "language": "de",
        "made_with": dict(briefing.made_with),
        "coverage": {
            "read": coverage.read,
            "skipped": coverage.skipped,
            "outlets": coverage.outlets,
            "origins": coverage.origins,
            "oldest": coverage.oldest,
            "newest": coverage.newest,
            "undated": coverage.undated,
        },
        "sources": [_source(source, articles[source.article]) for source in briefing.sources],
        "stories": [_story(story, places) for story in briefing.stories],
        "problems": _problems(briefing.problems),
    }


def analysis_json(article: Article, analysis: Analysis, *, with_text: bool = False) -> s.AnalysisRecord:
    """One line of `briefing analyse --json`; with `with_text` it carries the article's text."""
    text = article.text
    record: s.AnalysisRecord = {
        "id": article.id,
        "file": article.file,
        "title": article.title,
        "publisher": article.publisher,
        "agency": article.agency,
        "author": article.author,
        "url": article.url,
        "published": article.published,
        "dated_by": article.dated_by,
        "sha256": article.sha256,
        "blocks": [{"start": b.start, "end": b.end, "kind": b.kind} for b in article.blocks],
        "sentences": _offsets(sentence.span for sentence in analysis.sentences),
        "names": _names(analysis, text),
        "quotes": _quotes(analysis, text),
        "quantities": _quantities(analysis),
        "dates": [
            {"start": d.span.start, "end": d.span.end, "type": d.type, "value": d.value, "rule": d.rule}
            for d in analysis.dates
        ],
        "claims": [
            {
                "start": c.span.start,
                "end": c.span.end,
                "stance": c.stance,
                "holder": _offset(c.holder),
                "holder_name": c.holder_name,
                "about": c.about,
                "proposition": _offset(c.proposition),
                "rule": c.rule,
            }
            for c in analysis.claims
        ],
        "questions": [
            {"start": q.span.start, "end": q.span.end, "kind": q.kind, "rule": q.rule} for q in analysis.questions
        ],
        "model": analysis.model,
        "problems": _problems(analysis.problems),
    }
    if with_text:
        record["text"] = text
    return record


def number(value: Decimal | None) -> str | None:
    """A decimal string without exponent and trailing zeros after the point (`1500`, `3.5`)."""
    if value is None:
        return None
    plain = format(value, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return "0" if plain in ("-0", "") else plain


# ── parts of an analysis ────────────────────────────────────────────────────────────────────────


def _names(analysis: Analysis, text: str) -> list[s.NameRecord]:
    records: list[s.NameRecord] = []
    for name in analysis.names:
        record: s.NameRecord = {
            "start": name.span.start,
            "end": name.span.end,
            "label": name.label,
            "name": name.name,
            "acts": name.acts,
            "rule": name.rule,
        }
        if name.role is not None:
            record["role"] = text[name.role.start : name.role.end]
            record["role_span"] = (name.role.start, name.role.end)
        records.append(record)
    return records


def _quotes(analysis: Analysis, text: str) -> list[s.QuoteRecord]:
    return [
        {
            "kind": q.kind,
            "content": _offsets(q.content),
            "speaker": _offsets(q.speaker),
            "speaker_name": q.speaker_name,
            "speaker_role": text[q.speaker_role.start : q.speaker_role.end] if q.speaker_role else None,
            "cue": _offsets(q.cue),
            "frame": _offsets(q.frame),
            "addressee": _offsets(q.addressee),
            "rule": q.rule,
        }
        for q in analysis.quotes
    ]


def _quantities(analysis: Analysis) -> list[s.QuantityRecord]:
    return [
        {
            "start": q.span.start,
            "end": q.span.end,
            "low": number(q.low),
            "high": number(q.high),
            "bound": q.bound,
            "unit": q.unit,
            "counted": _offset(q.counted),
            "what": q.what,
            "status": q.status,
            "holder": _offset(q.holder),
            "holder_name": q.holder_name,
            "as_of": q.as_of,
            "change": q.change,
            "rule": q.rule,
        }
        for q in analysis.quantities
    ]


def _offset(span: Span | None) -> s.Offsets | None:
    return None if span is None else (span.start, span.end)


def _offsets(spans: Iterable[Span]) -> list[s.Offsets]:
    return [(span.start, span.end) for span in spans]


def _problems(problems: Iterable[Problem]) -> list[s.ProblemRecord]:
    return [{"where": problem.where, "message": problem.message} for problem in problems]


# ── parts of a briefing ─────────────────────────────────────────────────────────────────────────


def _source(source: Source, article: Article) -> s.SourceRecord:
    return {
        "id": source.id,
        "article": source.article,
        "file": article.file,
        "title": article.title,
        "publisher": article.publisher,
        "agency": article.agency,
        "author": article.author,
        "published": article.published,
        "url": article.url,
        "words": article.words,
        "copy_of": source.copy_of,
        "opinion": source.opinion,
        "sha256": article.sha256,
    }


def _story(story: Story, places: Places) -> s.StoryRecord:
    cite = places.cite
    return {
        "id": story.id,
        "title": story.title,
        "sources": list(story.sources),
        "core": [
            {"id": c.id, "text": places.line([c.text]), "origins": c.origins, "evidence": cite(c.evidence)}
            for c in story.core
        ],
        "actors": [_actor(actor, places) for actor in story.actors],
        "quotes": [_quote(group, places) for group in story.quotes],
        "numbers": [_topic(topic, cite) for topic in story.numbers],
        "disagreements": [_disagreement(item, places) for item in story.disagreements],
        "open_questions": [_question(item, places) for item in story.open_questions],
        "timeline": [
            {
                "id": event.id,
                "date": event.date,
                "text": places.line([event.text]),
                "planned": event.planned,
                "evidence": cite(event.evidence),
            }
            for event in story.timeline
        ],
        "changes": [{"kind": c.kind, "section": c.section, "item": c.item, "text": c.text} for c in story.changes],
    }


def _actor(actor: Actor, places: Places) -> s.ActorRecord:
    cite = places.cite
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "aliases": list(actor.aliases),
        "roles": [{"role": role.role, "evidence": cite(role.evidence)} for role in actor.roles],
        "mentions": actor.mentions,
        "sources": places.sources(actor.sources),
        "positions": list(actor.positions),
        "stance": cite(actor.stance),
        "evidence": cite(actor.evidence),
    }


def _quote(group: QuoteGroup, places: Places) -> s.QuoteGroupRecord:
    shown = group.variants[0]
    speaker = group.speaker
    return {
        "id": group.id,
        "kind": group.kind,
        "text": places.line(shown.content),
        "speaker": None if speaker is None else {"name": speaker.name, "actor": speaker.actor, "role": speaker.role},
        "evidence": places.cite(shown.evidence),
        "variants": [
            {
                "text": places.line(variant.content),
                "kind": variant.kind,
                "content": places.cite(variant.content),
                "evidence": places.cite(variant.evidence),
                "opinion": variant.opinion,
                "rule": variant.rule,
            }
            for variant in group.variants
        ],
    }


def _topic(topic: NumberTopic, cite: Cite) -> s.NumberTopicRecord:
    return {
        "id": topic.id,
        "topic": topic.topic,
        "unit": topic.unit,
        "low": number(topic.low),
        "high": number(topic.high),
        "note": topic.note,
        "values": [
            {
                "low": number(value.low),
                "high": number(value.high),
                "bound": value.bound,
                "status": value.status,
                "attributed_to": value.attributed_to,
                "as_of": value.as_of,
                "scope": value.scope,
                "evidence": cite(value.evidence),
                "rule": value.rule,
            }
            for value in topic.values
        ],
    }


def _disagreement(item: Disagreement, places: Places) -> s.DisagreementRecord:
    return {
        "id": item.id,
        "kind": item.kind,
        "about": item.about,
        "assessment": item.assessment,
        "reason": item.reason,
        "sides": [
            {
                "holders": list(side.holders),
                "statement": places.line([side.statement]),
                "evidence": places.cite(side.evidence),
            }
            for side in item.sides
        ],
        "rule": item.rule,
    }


def _question(item: OpenQuestion, places: Places) -> s.OpenQuestionRecord:
    return {
        "id": item.id,
        "text": places.line([item.text]),
        "kind": item.kind,
        "answered_by": places.cite(item.answered_by),
        "evidence": places.cite(item.evidence),
        "opinion": item.opinion,
        "rule": item.rule,
    }
