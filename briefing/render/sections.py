"""The sections of a chapter, one function each: (story, context) → the section's data, None when empty.

A new section is a function here, its line in `SECTIONS` and a template of the same name for each format.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from briefing.german import organisations
from briefing.model import Actor, Disagreement, Event, OpenQuestion, Span, Story
from briefing.render import figures, typography
from briefing.render.context import Context
from briefing.render.frame import cut_note, section
from briefing.render.quotations import quotes
from briefing.render.sources import evidence_of, matrix, method, sources
from briefing.render.summary import ranked
from briefing.render.typography import spaced

__all__ = ["SECTIONS", "WHOLE", "evidence_of"]

ACTORS, DISPUTES, QUESTIONS, EVENTS = 14, 8, 10, 12


def actors(story: Story, context: Context) -> dict[str, Any] | None:
    """Who acts: name, function, stance, where."""
    items = [_actor(actor, context) for actor in story.actors[:ACTORS]]
    return section("actors", context, items, len(story.actors), ACTORS)


def _actor(actor: Actor, context: Context) -> dict[str, Any]:
    shown = [alias for alias in actor.aliases if _telling(alias, actor.name)]
    return {
        "anchor": f"{context.anchor}-{actor.id}",
        "name": typography.named(actor.name),
        "kind": context.words[f"kind_{actor.kind}"],
        "aliases": typography.shorten(", ".join(spaced(alias) for alias in shown[:6]), 120),
        "roles": _roles(actor, context),
        "stance": [
            {"text": context.sentence(span, 130), "references": context.cite([span])} for span in actor.stance[:1]
        ],
        "mentions": str(actor.mentions),
        "sources": _source_list(context.places.sources(actor.sources)),
        "references": context.cite(() if actor.roles else actor.evidence[:1]),
    }


def _roles(actor: Actor, context: Context) -> list[dict[str, Any]]:
    """The first three functions that read differently, without article and ending."""
    places: dict[str, list[Span]] = {}
    for role in actor.roles:
        places.setdefault(context.role(role), []).extend(role.evidence[:2])
    return [{"role": role, "references": context.cite(spans[:2])} for role, spans in list(places.items())[:3]]


def _telling(alias: str, name: str) -> bool:
    """Whether an alias says more than a part, an inflected form or another spelling of the name."""
    parts, whole = (set(text.replace("-", " ").lower().split()) for text in (alias, name))
    if organisations.key(alias) == organisations.key(name):
        return False
    return not parts <= whole | {f"{word}s" for word in whole} | {f"{word}es" for word in whole}


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


def below(story: Story, keys: Collection[str]) -> dict[str, int]:
    """How many items the chosen sections show of what the first page shows a part of."""
    counts = {
        "numbers": figures.shown(story),
        "disagreements": min(len(story.disagreements), DISPUTES),
        "open_questions": min(len(story.open_questions), QUESTIONS),
    }
    return {key: shown for key, shown in counts.items() if key in keys}


def disagreements(story: Story, context: Context) -> dict[str, Any] | None:
    """Accounts that differ, side by side."""
    items = [_disagreement(item, context) for item in ranked(story)[:DISPUTES]]
    return section("disagreements", context, items, len(story.disagreements), DISPUTES)


def _disagreement(item: Disagreement, context: Context) -> dict[str, Any]:
    return {
        "anchor": f"{context.anchor}-{item.id}",
        "about": typography.headed(item.about),
        "assessment": context.assessment(item),
        "sharp": item.assessment == "contradiction",
        "reason": spaced(item.reason),
        "sides": [
            {
                "holders": typography.headed(typography.listed(list(side.holders))) or context.words["unattributed"],
                "text": context.sentence(side.statement, 320, side.evidence),
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
    """Dated events in order; of more than fit, those around the day of the briefing."""
    behind = [event for event in story.timeline if not event.planned]
    ahead = [event for event in story.timeline if event.planned]
    room = max(EVENTS - len(behind), EVENTS // 2)
    kept = {event.id for event in (*ahead[:room], *behind[max(0, len(behind) + len(ahead[:room]) - EVENTS) :])}
    items = [_event(event, context) for event in story.timeline if event.id in kept]
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
    "numbers": figures.numbers,
    "disagreements": disagreements,
    "open_questions": open_questions,
    "timeline": timeline,
    "matrix": matrix,
}
WHOLE: dict[str, Callable[[Context], dict[str, Any]]] = {"sources": sources, "method": method}
