"""The first page: what a reader must know in one minute, and what the briefing rests on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from briefing.model import Assessment, CoreStatement, Disagreement, NumberTopic, Span, Story
from briefing.render import charts, typography
from briefing.render.changed import changed
from briefing.render.context import Context
from briefing.render.typography import count

CORE, CHANGES, DISPUTES, FIGURES, OPEN = 6, 8, 4, 5, 5
CORE_LENGTH = 800  # characters of all core statements on the first page
LINE = 160  # characters of one side of a dispute: German keeps the verb for the end
ASKED = 240  # characters of an open question
TRIVIAL = 16  # counts up to here are mostly incidental; so many are the German states
_NAMELESS = frozenset({"Betrag", "Anteil", "Anzahl"})
_FATE = re.compile(r"\(|Tote|Tod|Opfer|[Vv]erletzt|[Vv]ermisst|Festnahme|[Ff]estgenommen|Leiche")
OPENING = 900  # characters from which on a number no longer stands in the opening of an article

WEIGHT: dict[Assessment, int] = {
    "contradiction": 0,
    "spread": 1,
    "different_status": 2,
    "different_scope": 3,
    "later_update": 4,
}


def facts(context: Context) -> list[str]:
    """Coverage in words: articles, outlets, independent origins, period, skipped and undated ones."""
    coverage = context.briefing.coverage
    found = [
        count(coverage.read, "Artikel", "Artikel"),
        count(coverage.outlets, "Medium", "Medien") if coverage.outlets else "Medien unbekannt",
        count(coverage.origins, "unabhängiger Ursprung", "unabhängige Ursprünge"),
    ]
    oldest, newest = coverage.oldest, coverage.newest
    if oldest and newest:
        same = oldest == newest
        found.append(
            f"vom {typography.short_date(oldest)}"
            if same
            else f"vom {typography.short_date(oldest)} bis {typography.short_date(newest)}"
        )
    if coverage.undated:
        found.append(f"{coverage.undated}{typography.NBSP}ohne Datum")
    if coverage.skipped:
        found.append(f"{coverage.skipped}{typography.NBSP}nicht lesbar")
    return found


def story_facts(story: Story, context: Context) -> list[str]:
    """Articles and independent origins of one story; of a single article its outlet, and whether it is an opinion."""
    sources = context.sources_of_story(story)
    if len(sources) == 1:
        opinion = [context.words["opinion"]] if sources[0].opinion else []
        return [count(1, "Artikel", "Artikel"), context.outlet(sources[0]), *opinion]
    origins = len({source.copy_of or source.id for source in sources})
    return [
        count(len(sources), "Artikel", "Artikel"),
        count(origins, "unabhängiger Ursprung", "unabhängige Ursprünge"),
    ]


def line(story: Story, context: Context) -> dict[str, Any]:
    """A story without a chapter: title, its first core statement, its facts."""
    first = story.core[0] if story.core else None
    return {
        "title": typography.spaced(story.title),
        "text": context.text(first.text) if first else "",
        "references": context.cite((first.text, *first.evidence)) if first else [],
        "facts": story_facts(story, context),
    }


def summary(story: Story, context: Context, below: Mapping[str, int]) -> dict[str, Any]:
    """The blocks of the first page (of a chapter's first page where there are several stories).

    `below`: how many items the section of that name shows further down.
    """
    return {
        "core": [_core(item.text, item.evidence, item.origins, context) for item in printed_core(story)],
        "changes": [changed(change, story, context) for change in story.changes[:CHANGES]],
        "changes_note": note(len(story.changes), CHANGES),
        "disputes": [dispute(item, context) for item in ranked(story)[:DISPUTES]],
        "disputes_note": note(len(story.disagreements), DISPUTES, below.get("disagreements", 0)),
        "figures": [figure(topic, context) for topic in figures(story)[:FIGURES]],
        "figures_note": note(len(story.numbers), FIGURES, below.get("numbers", 0)),
        "open": [
            {
                "kind": context.words[f"question_{item.kind}"],
                "text": typography.shorten(context.text(item.text), ASKED),
                "references": context.cite((item.text, *item.evidence)),
                "answered": bool(item.answered_by),
            }
            for item in story.open_questions[:OPEN]
        ],
        "open_note": note(len(story.open_questions), OPEN, below.get("open_questions", 0)),
    }


def note(total: int, limit: int, below: int = 0) -> str:
    """What a list on the first page leaves out, and where it stands: `below` of all stand in a section."""
    left = total - limit
    if left <= 0:
        return ""
    if below <= limit:
        return f"… und {left} weitere, siehe JSON"
    return f"… und {left} weitere, {'' if below >= total else f'davon {below - limit} '}siehe unten"


def ranked(story: Story) -> list[Disagreement]:
    """Disagreements, those that exclude each other first."""
    return sorted(story.disagreements, key=lambda item: WEIGHT[item.assessment])


def figures(story: Story) -> list[NumberTopic]:
    """Number topics, those first that most articles print, and print early; then those in which the values differ.

    Small counts of nothing that befell anybody (*16 Länder*, *drei Punkte*) come last.
    """

    def weight(topic: NumberTopic) -> tuple[bool, int, bool, int]:
        spans = [span for value in topic.values for span in value.evidence]
        articles = len({span.article for span in spans})
        early = len({span.article for span in spans if span.start < OPENING})
        return _is_trivial(topic), -(articles + early), charts.topic_scale(topic) is None, -len(spans)

    return sorted(story.numbers, key=weight)


def _is_trivial(topic: NumberTopic) -> bool:
    """Whether a topic holds one small exact count without a unit, of no people whose fate its name tells, or a sum or
    share that nothing names."""
    if topic.topic in _NAMELESS:
        return True
    if topic.unit or topic.low != topic.high or topic.low is None or topic.low > TRIVIAL:
        return False
    return all(value.bound == "exact" for value in topic.values) and not _FATE.search(topic.topic)


def dispute(item: Disagreement, context: Context) -> dict[str, Any]:
    """A disagreement in one line, every side with who holds it."""
    return {
        "about": typography.headed(item.about),
        "assessment": context.assessment(item),
        "sharp": item.assessment == "contradiction",
        "sides": [
            {
                "holders": typography.headed(typography.listed(list(side.holders))),
                "text": context.sentence(side.statement, LINE, side.evidence),
                "references": context.cite(side.evidence or (side.statement,)),
            }
            for side in item.sides[:3]
        ],
    }


def extent(topic: NumberTopic, context: Context) -> str:
    """From the smallest to the largest value of a topic, or the one value that all of its places print."""
    first = topic.values[0]
    if len({(value.low, value.high, value.bound) for value in topic.values}) == 1:
        word, share = context.near(topic.values), context.share(topic.values)
        return typography.amount(first.low, first.high, first.bound, topic.unit, word=word, share=share)
    at_top = [value for value in topic.values if topic.high in (value.low, value.high)]
    top = ""
    if at_top and all(value.high is None and value.bound != "exact" for value in at_top):
        top = typography.amount(at_top[0].low, None, at_top[0].bound, topic.unit)
    return typography.extent(topic.low, topic.high, topic.unit, top=top)


def figure(topic: NumberTopic, context: Context) -> dict[str, Any]:
    """A number topic in one row: extent and chart."""
    scale = charts.topic_scale(topic)
    shown = extent(topic, context)
    status = {value.status for value in topic.values}
    if len(status) == 1 and not status & {"reported", "done"}:
        shown += f" ({context.words[f'status_{status.pop()}']})"
    label = typography.headed(topic.topic)
    by = {typography.spaced(value.attributed_to) for value in topic.values if value.attributed_to}
    spans: list[Span] = [span for value in topic.values for span in value.evidence]
    return {
        "topic": label,
        "extent": shown,
        "by": typography.shorten(typography.listed(sorted(by)), 60),
        "chart": charts.overview(topic, scale, f"{label}: {shown}") if scale else None,
        "wording": "" if scale else context.wording(topic.values),
        "references": context.cite(spans[:4]),
    }


def printed_core(story: Story) -> list[CoreStatement]:
    """The core statements that leave room for the rest of the page: at least three, at most `CORE`."""
    chosen: list[CoreStatement] = []
    room = CORE_LENGTH
    for item in story.core[:CORE]:
        room -= item.text.end - item.text.start
        if room < 0 and len(chosen) >= 3:
            break
        chosen.append(item)
    return chosen


def _core(text: Span, evidence: tuple[Span, ...], origins: int, context: Context) -> dict[str, Any]:
    return {
        "text": context.text(text),
        # One source is one origin; only several need the count.
        "origins": count(origins, "Ursprung", "Ursprünge") if len(context.sources_of((text, *evidence))) > 1 else "",
        "opinion": context.opinion([text]),
        "references": context.cite((text, *evidence)),
    }
