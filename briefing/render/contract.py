"""Briefing and analyses as the JSON other programs rely on (types in `schema.py`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from briefing.model import (
    Actor,
    Article,
    Briefing,
    Disagreement,
    NumberTopic,
    OpenQuestion,
    QuoteGroup,
    Source,
    Span,
    Story,
)
from briefing.render import schema as s
from briefing.render.contract_analysis import analysis_json, number, problems
from briefing.render.places import Places

__all__ = ["analysis_json", "briefing_json", "number"]

Cite = Callable[[Iterable[Span]], list[s.Evidence]]


def briefing_json(
    briefing: Briefing, articles: Mapping[str, Article], *, stories: Sequence[Story] | None = None
) -> s.BriefingRecord:
    """The content of `briefing.json`; `articles` by id, one for every source of the briefing.

    `stories`: those to put in (None: all).
    """
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
        "stories": [story_json(story, places) for story in (briefing.stories if stories is None else stories)],
        "problems": problems(briefing.problems),
    }


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


def story_json(story: Story, places: Places) -> s.StoryRecord:
    """One story of `briefing.json`."""
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
