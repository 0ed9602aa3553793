"""The sections of a chapter, one function each: (story, context) → the section's data, None when empty.

A new section is a function here, its line in `SECTIONS` and a template of the same name for each format.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from briefing.model import Actor, Disagreement, Event, NumberTopic, NumberValue, OpenQuestion, Story
from briefing.render import charts, typography
from briefing.render.context import Context
from briefing.render.quotations import quotes
from briefing.render.sources import evidence_of, matrix, method, sources
from briefing.render.summary import extent, figures, ranked
from briefing.render.typography import spaced

__all__ = ["SECTIONS", "WHOLE", "cut_note", "evidence_of"]

ACTORS, TOPICS, VALUES, DISPUTES, QUESTIONS, EVENTS = 14, 10, 8, 8, 10, 12
SINGLES = 12


def cut_note(total: int, limit: int) -> str:
    """The note under a list that was cut."""
    return f"… und {total - limit} weitere, siehe JSON" if total > limit else ""


def section(key: str, context: Context, items: list[Any], total: int, limit: int) -> dict[str, Any] | None:
    """The frame of a section; None when it has no items."""
    if not items:
        return None
    return {
        "key": key,
        "title": context.words[key],
        "anchor": f"{context.anchor}-{key}",
        "html": f"sections/{key}.html",
        "md": f"sections/{key}.md",
        "entries": items,
        "note": cut_note(total, limit),
    }


def actors(story: Story, context: Context) -> dict[str, Any] | None:
    """Who acts: name, function as printed, stance, where."""
    items = [_actor(actor, context) for actor in story.actors[:ACTORS]]
    return section("actors", context, items, len(story.actors), ACTORS)


def _actor(actor: Actor, context: Context) -> dict[str, Any]:
    shown = [alias for alias in actor.aliases if alias != actor.name]
    return {
        "anchor": f"{context.anchor}-{actor.id}",
        "name": spaced(actor.name),
        "kind": context.words[f"kind_{actor.kind}"],
        "aliases": typography.shorten(", ".join(spaced(alias) for alias in shown[:6]), 120),
        "roles": [
            {"role": spaced(role.role), "references": context.cite(role.evidence[:2])} for role in actor.roles[:3]
        ],
        "stance": [
            {"text": typography.shorten(context.text(span), 130), "references": context.cite([span])}
            for span in actor.stance[:1]
        ],
        "mentions": str(actor.mentions),
        "sources": _source_list(context.places.sources(actor.sources)),
        "references": context.cite(() if actor.roles else actor.evidence[:1]),
    }


def _source_list(ids: list[str]) -> str:
    """Source ids with runs drawn together: `Q1–Q4, Q7`."""
    runs: list[list[int]] = []
    for number in (int(source.removeprefix("Q")) for source in ids):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = [f"Q{run[0]}–Q{run[-1]}" if len(run) > 2 else ", ".join(f"Q{n}" for n in run) for run in runs]
    return ", ".join(shown[:6]) + (f" +{len(shown) - 6}" if len(shown) > 6 else "")


def numbers(story: Story, context: Context) -> dict[str, Any] | None:
    """Per topic its extent, and every printed value on one scale; topics with one value share a table."""
    ordered = figures(story)
    several = [topic for topic in ordered if charts.topic_scale(topic) is not None]
    single = [topic for topic in ordered if topic not in several]
    items = [_topic(topic, context) for topic in several[:TOPICS]]
    found = section("numbers", context, items or [{}], len(ordered), len(several[:TOPICS]) + len(single[:SINGLES]))
    if found is None or not ordered:
        return None
    return {**found, "entries": items, "single": [_single(topic, context) for topic in single[:SINGLES]]}


def _single(topic: NumberTopic, context: Context) -> dict[str, Any]:
    """A topic whose places all print the same value, in one row."""
    names = dict.fromkeys(spaced(value.attributed_to) for value in topic.values if value.attributed_to)
    details = dict.fromkeys(_detail(value, topic, context) for value in topic.values)
    return {
        "anchor": f"{context.anchor}-{topic.id}",
        "topic": spaced(topic.topic),
        "amount": extent(topic),
        "by": typography.listed(list(names)) or context.words["unattributed"],
        "detail": "; ".join(part for part in details if part),
        "as_of": typography.short_date(topic.values[0].as_of, missing=""),
        "references": context.cite(span for value in topic.values for span in value.evidence[:2]),
    }


def _detail(value: NumberValue, topic: NumberTopic, context: Context) -> str:
    """Status and scope of a value, the scope only where it says more than the topic."""
    scope = spaced(value.scope)
    if scope.lower() in spaced(topic.topic).lower():
        scope = ""
    return " · ".join(part for part in (context.words[f"status_{value.status}"], scope) if part)


def _topic(topic: NumberTopic, context: Context) -> dict[str, Any]:
    scale = charts.topic_scale(topic)
    return {
        "anchor": f"{context.anchor}-{topic.id}",
        "topic": spaced(topic.topic),
        "extent": extent(topic),
        "text": spaced(topic.note),
        "axis": charts.axis(scale, topic) if scale else None,
        "rows": [_value(value, topic, scale, context) for value in topic.values[:VALUES]],
        "dated": any(value.as_of for value in topic.values[:VALUES]),
        "note": cut_note(len(topic.values), VALUES),
    }


def _value(value: NumberValue, topic: NumberTopic, scale: charts.Scale | None, context: Context) -> dict[str, Any]:
    text = typography.amount(value.low, value.high, value.bound, topic.unit)
    by = spaced(value.attributed_to or "") or context.words["unattributed"]
    detail = _detail(value, topic, context)
    alternative = ", ".join(part for part in (text, by, detail) if part)
    return {
        "amount": text,
        "by": by,
        "attributed": bool(value.attributed_to),
        "detail": detail,
        "as_of": typography.short_date(value.as_of, missing=""),
        "chart": charts.mark(scale, value.low, value.high, value.bound, value.status, alternative) if scale else None,
        "references": context.cite(value.evidence),
    }


def disagreements(story: Story, context: Context) -> dict[str, Any] | None:
    """Accounts that differ, side by side."""
    items = [_disagreement(item, context) for item in ranked(story)[:DISPUTES]]
    return section("disagreements", context, items, len(story.disagreements), DISPUTES)


def _disagreement(item: Disagreement, context: Context) -> dict[str, Any]:
    return {
        "anchor": f"{context.anchor}-{item.id}",
        "about": spaced(item.about),
        "assessment": context.words[f"assessment_{item.assessment}"],
        "sharp": item.assessment == "contradiction",
        "reason": spaced(item.reason),
        "sides": [
            {
                "holders": typography.listed([spaced(h) for h in side.holders]) or context.words["unattributed"],
                "text": context.excerpt(side.statement, 320, side.evidence),
                "references": context.cite(side.evidence or (side.statement,)),
            }
            for side in item.sides[:4]
        ],
        "note": cut_note(len(item.sides), 4),
    }


def open_questions(story: Story, context: Context) -> dict[str, Any] | None:
    """What the texts leave open, and who answers."""
    items = [_question(item, context) for item in story.open_questions[:QUESTIONS]]
    return section("open_questions", context, items, len(story.open_questions), QUESTIONS)


def _question(item: OpenQuestion, context: Context) -> dict[str, Any]:
    return {
        "anchor": f"{context.anchor}-{item.id}",
        "kind": context.words[f"question_{item.kind}"],
        "text": typography.shorten(context.text(item.text), 320),
        "opinion": item.opinion,
        "references": context.cite((item.text, *item.evidence)),
        "answers": [
            {"text": typography.shorten(context.text(span), 240), "references": context.cite([span])}
            for span in item.answered_by[:3]
        ],
    }


def timeline(story: Story, context: Context) -> dict[str, Any] | None:
    """Dated events in order."""
    items = [_event(event, context) for event in story.timeline[:EVENTS]]
    return section("timeline", context, items, len(story.timeline), EVENTS)


def _event(event: Event, context: Context) -> dict[str, Any]:
    return {
        "date": typography.long_date(event.date),
        "planned": event.planned,
        "text": typography.shorten(context.text(event.text), 260),
        "references": context.cite(event.evidence or (event.text,)),
    }


SECTIONS: dict[str, Callable[[Story, Context], dict[str, Any] | None]] = {
    "actors": actors,
    "quotes": quotes,
    "numbers": numbers,
    "disagreements": disagreements,
    "open_questions": open_questions,
    "timeline": timeline,
    "matrix": matrix,
}
WHOLE: dict[str, Callable[[Context], dict[str, Any]]] = {"sources": sources, "method": method}
