"""Briefing + articles → the plain dicts and strings a template receives. Templates compute nothing.

`view_schema.py` describes every key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from briefing import __version__
from briefing.config import Look
from briefing.model import Article, Briefing, Story
from briefing.render import sections, summary, typography
from briefing.render.context import Context
from briefing.render.evidence import References
from briefing.render.frame import cut_note
from briefing.render.places import Places
from briefing.render.words import words

CHAPTERS = 15  # stories with a chapter of their own; the others are listed with their first core statement
LISTED = 60  # stories named in print; of a day's thousands the others stand in the JSON only
DETAILED = 5  # chapters with sections; the others have their first page only


def view(briefing: Briefing, articles: Mapping[str, Article], look: Look, logo: str = "") -> dict[str, Any]:
    """Everything the templates receive, in German print form, for the sections that `look` chooses."""
    places = Places(briefing, articles)
    context = Context(briefing=briefing, places=places, references=References(places), words=words(look.words))
    single = len(briefing.stories) == 1
    brief = replace(look, sections=())
    chapters = [
        {
            **_chapter(story, f"t{index}", context, look if index <= DETAILED else brief),
            "h": 2 if single else 3,
            "sub": 3 if single else 4,
        }
        for index, story in enumerate(briefing.stories[:CHAPTERS], start=1)
    ]
    more = [summary.line(story, context) for story in briefing.stories[CHAPTERS:LISTED]]
    endings = [sections.WHOLE[key](context) for key in look.sections if key in sections.WHOLE]
    passages = context.references.finish()
    problems = briefing.problems
    day = typography.long_date(briefing.date, missing="")
    title = typography.spaced(briefing.title)
    return {
        "title": title,
        "name": f"{title} – {day}" if day else title,
        "date": day,
        "day": typography.full_date(briefing.date, missing=""),
        "date_iso": briefing.date,
        "language": "de",
        "w": context.words,
        "look": {"accent": look.accent, "font_size": f"{look.font_size:g}", "logo": logo},
        "meta": {
            "author": f"briefing {__version__}",
            "description": f"{title}{f', {day}' if day else ''}. {', '.join(summary.facts(context))}.",
            "keywords": ", ".join(_keywords(briefing)),
            "generator": f"briefing {__version__}",
        },
        "facts": summary.facts(context),
        "single": single,
        "stories": chapters,
        "more_stories": more,
        "more_note": cut_note(len(briefing.stories), LISTED),
        "endings": endings,
        "evidence": [sections.evidence_of(source, context, passages) for source in passages],
        "evidence_anchor": "belege",
        "problems_anchor": "probleme",
        "problems": [
            {"where": typography.clean(p.where), "message": typography.spaced(p.message)} for p in problems[:20]
        ],
        "problems_note": cut_note(len(problems), 20),
    }


def _chapter(story: Story, anchor: str, context: Context, look: Look) -> dict[str, Any]:
    context.open_story(story, anchor)
    return {
        "id": story.id,
        "title": typography.spaced(story.title),
        "anchor": anchor,
        "facts": summary.story_facts(story, context),
        "summary": summary.summary(story, context, sections.below(story, look.sections)),
        "sections": [
            section
            for key in look.sections
            if key in sections.SECTIONS and (section := sections.SECTIONS[key](story, context)) is not None
        ],
    }


def _keywords(briefing: Briefing) -> list[str]:
    names = [actor.name for story in briefing.stories for actor in story.actors[:8]]
    return [typography.clean(name).replace(",", " ") for name in dict.fromkeys(names)][:12]
