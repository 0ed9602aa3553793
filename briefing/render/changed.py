"""„Neu seit gestern“: what a change is about, in the words of the briefing, with its passages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from briefing.model import Change, Span, Story
from briefing.render import typography
from briefing.render.context import Context

LINE = 140  # characters of a statement


def changed(change: Change, story: Story, context: Context) -> dict[str, Any]:
    """One change: its kind and section as words, what it is about, references to its first passages."""
    text, spans = _about(change, story, context)
    return {
        "kind": context.words[f"change_{change.kind}"],
        "section": context.words.get(change.section, typography.clean(change.section)),
        "text": text or typography.shorten(typography.spaced(change.text), LINE),
        "references": context.cite(dict.fromkeys(spans)) if spans else [],
    }


def _about(change: Change, story: Story, context: Context) -> tuple[str, list[Span]]:
    """Quotations and questions are looked up in the story; what is gone keeps the text it had."""
    for group in story.quotes:
        if change.section == "quotes" and group.id == change.item:
            shown = group.variants[0]
            who = f"{typography.spaced(group.speaker.name)}: " if group.speaker else ""
            said = typography.shorten(context.said(shown.kind, shown.content), LINE)
            return who + said, list(shown.evidence[:1])
    for question in story.open_questions:
        if change.section == "open_questions" and question.id == change.item:
            return context.excerpt(question.text, LINE), [question.text]
    return "", list(_passages(change, story))


def _passages(change: Change, story: Story) -> Iterable[Span]:
    for topic in story.numbers:
        if topic.id == change.item:
            yield from (span for value in topic.values[:3] for span in value.evidence[:1])
    for item in story.disagreements:
        if item.id == change.item:
            yield from (span for side in item.sides for span in side.evidence[:1])
    for actor in story.actors:
        if actor.id == change.item:
            yield from actor.evidence[:1]
