"""What the briefing rests on: matrix, sources, method, and the passages of the appendix."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from briefing.model import Source, Span, Story
from briefing.render import typography
from briefing.render.context import Context
from briefing.render.summary import printed_core
from briefing.render.typography import spaced

ROWS, COLUMNS, SOURCES = 10, 16, 60


def matrix(story: Story, context: Context) -> dict[str, Any] | None:
    """Statements by sources: core statements, number topics, disputes, statements quoted by several sources."""
    columns = context.sources_of_story(story)
    if len(columns) < 2:
        return None
    rows = _rows(story, context)
    shown = [row for row in rows if len(context.sources_of(row[1])) > 1] or rows
    items = [
        {
            "text": typography.shorten(text, max(30, 104 - 6 * len(columns[:COLUMNS]))),
            "kind": context.words[kind],
            "cells": [_cell(source, spans, context) for source in columns[:COLUMNS]],
        }
        for kind, (text, spans) in [(row[2], row[:2]) for row in shown[:ROWS]]
    ]
    if not items:
        return None
    left_out = len(shown) - ROWS
    return {
        "key": "matrix",
        "title": context.words["matrix"],
        "anchor": f"{context.anchor}-matrix",
        "html": "sections/matrix.html",
        "md": "sections/matrix.md",
        "columns": [{"id": source.id, "outlet": context.outlet(source)} for source in columns[:COLUMNS]],
        "entries": items,
        "note": "; ".join(
            part
            for part in (
                f"… und {left_out} weitere Aussagen" if left_out > 0 else "",
                f"… und {len(columns) - COLUMNS} weitere Quellen" if len(columns) > COLUMNS else "",
            )
            if part
        ),
    }


def _rows(story: Story, context: Context) -> list[tuple[str, tuple[Span, ...], str]]:
    rows: list[tuple[str, tuple[Span, ...], str]] = [
        (context.text(item.text), (item.text, *item.evidence), "core") for item in printed_core(story)
    ]
    for topic in story.numbers:
        places = tuple(span for value in topic.values for span in value.evidence)
        rows.append((typography.headed(topic.topic), places, "numbers"))
    rows += [
        (typography.headed(item.about), tuple(span for side in item.sides for span in side.evidence), "disagreements")
        for item in story.disagreements
    ]
    for group in story.quotes:
        name = f"{spaced(group.speaker.name)}: " if group.speaker else ""
        shown = group.variants[0]
        places = tuple(span for variant in group.variants for span in variant.evidence or variant.content)
        rows.append((name + context.said(shown.kind, shown.content), places, "quotes"))
    return rows


def _cell(source: Source, spans: tuple[Span, ...], context: Context) -> dict[str, Any]:
    here = [span for span in spans if span.article == source.article][:1]
    return {"source": source.id, "references": context.cite(here, back=False)}


def sources(context: Context) -> dict[str, Any]:
    """Every source with its metadata; copies stand under their origin."""
    ordered = _grouped(context.briefing.sources)
    return {
        "key": "sources",
        "title": context.words["sources"],
        "anchor": "quellen",
        "html": "sections/sources.html",
        "md": "sections/sources.md",
        "entries": [_source(source, context) for source in ordered[:SOURCES]],
        "note": f"… und {len(ordered) - SOURCES} weitere, siehe JSON" if len(ordered) > SOURCES else "",
    }


def _grouped(all_sources: tuple[Source, ...]) -> list[Source]:
    copies: dict[str, list[Source]] = {}
    for source in all_sources:
        if source.copy_of is not None:
            copies.setdefault(source.copy_of, []).append(source)
    ordered: dict[str, Source] = {}
    for source in all_sources:
        if source.copy_of is None:
            ordered.update((s.id, s) for s in (source, *copies.get(source.id, ())))
    return list({**ordered, **{s.id: s for s in all_sources if s.id not in ordered}}.values())


def _source(source: Source, context: Context) -> dict[str, Any]:
    article = context.article(source)
    by = [part for part in (article.author, article.agency if article.publisher else None) if part]
    return {
        "id": source.id,
        "anchor": f"q-{source.id}",
        "title": context.title(source),
        "outlet": context.outlet(source),
        "by": ", ".join(spaced(part) for part in by),
        "date": typography.short_date(article.published),
        "words": typography.count(article.words, "Wort", "Wörter"),
        "url": article.url if article.url and article.url.startswith(("http://", "https://")) else "",
        "file": typography.clean(PurePath(article.file).name),
        "copy_of": source.copy_of or "",
        "opinion": source.opinion,
    }


def method(context: Context) -> dict[str, Any]:
    """How the briefing came about, in five lines."""
    made = ", ".join(f"{name} {value}" for name, value in context.briefing.made_with)
    return {
        "key": "method",
        "title": context.words["method"],
        "anchor": "methodik",
        "html": "sections/method.html",
        "md": "sections/method.md",
        "entries": [
            "Alle Aussagen sind den Artikeln mit festen Regeln und einem Sprachmodell für Wortarten, Satzbau und "
            "Namen entnommen; kein Satz ist erzeugt oder umformuliert.",
            "Jede Zeile verweist auf ihre Stelle: Q1.3 ist die dritte angeführte Stelle der Quelle Q1, siehe Belege.",
            "Gezählt werden unabhängige Ursprünge, nicht Artikel: Abdrucke desselben Agenturtextes sind ein Ursprung.",
            "Zahlen stehen nur dann beieinander, wenn sie dasselbe zählen; gemittelt oder ausgewählt wird nichts. "
            "Ein Widerspruch ist nur, was sich am selben Ort, zur selben Zeit und im selben Sinn ausschließt.",
            "Derselbe Text ergibt dieselbe Datei, Byte für Byte." + (f" Erstellt mit {spaced(made)}." if made else ""),
        ],
        "note": "",
    }


def evidence_of(source_id: str, context: Context, passages: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """The passages of one source for the appendix."""
    source = context.by_id[source_id]
    article = context.article(source)
    return {
        "id": source.id,
        "anchor": f"belege-{source.id}",
        # Where neither outlet nor agency is known, the file's name tells sources apart.
        "outlet": spaced(article.publisher or article.agency or PurePath(article.file).name),
        "date": typography.short_date(article.published),
        "title": typography.shorten(context.title(source), 100),
        "opinion": source.opinion,
        "passages": passages[source_id],
    }
