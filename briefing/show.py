"""Findings for a reader at a terminal: an article with marks in its text, and what a line rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefing.errors import BriefingError
from briefing.model import Analysis, Article, Span


def marked(article: Article, analysis: Analysis) -> str:
    """The article's text with names marked in place, then all other findings, a line each."""
    lines = [f"═══ {article.id} · {article.published or 'undatiert'} · {article.agency or article.publisher or '–'}"]
    lines.append(_with_names(article, analysis))
    lines.extend(f"  {line}" for line in _findings(article, analysis))
    return "\n".join(lines)


def _with_names(article: Article, analysis: Analysis) -> str:
    parts, last = [], 0
    for name in analysis.names:
        if name.span.start >= last:
            parts.append(article.text[last : name.span.start])
            parts.append(f"[{article.text[name.span.start : name.span.end]}|{name.label}]")
            last = name.span.end
    return "".join(parts) + article.text[last:]


def _findings(article: Article, analysis: Analysis) -> Iterator[str]:
    def text(*spans: Span | None) -> str:
        return " … ".join(" ".join(article.text[s.start : s.end].split()) for s in spans if s is not None)

    for quote in analysis.quotes:
        yield f"quote {quote.kind} ({quote.rule}): {quote.speaker_name or '?'}: {text(*quote.content)}"
    for number in analysis.quantities:
        value = f"{number.low}–{number.high} {number.unit}".strip()
        holder = number.holder_name or "?"
        yield f"number {number.bound} {value}, {number.status}, {holder} ({number.rule}): {text(number.span)}"
    for date in analysis.dates:
        yield f"date {date.type} {date.value} ({date.rule}): {text(date.span)}"
    for claim in analysis.claims:
        what = text(claim.proposition or claim.span)
        yield f"claim {claim.stance} ({claim.rule}): {claim.holder_name or '?'}: {what}"
    for question in analysis.questions:
        yield f"question {question.kind} ({question.rule}): {text(question.span)}"


def explained(briefing: dict[str, Any], id_: str) -> str:
    """The item with this id in a `briefing.json`: its values, and each evidence with source and offsets.

    Raises `BriefingError` for an id that is not there.
    """
    item = next((found for found in _items(briefing) if found.get("id") == id_), None)
    if item is None:
        raise BriefingError(f"no item {id_!r} in this briefing")
    files = {source["id"]: source["file"] for source in briefing["sources"]}
    return "\n".join(_lines(item, files, 0))


def _items(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        if "id" in data:
            yield data
        for value in data.values():
            yield from _items(value)
    elif isinstance(data, list):
        for value in data:
            yield from _items(value)


def _lines(data: Any, files: dict[str, str], depth: int) -> Iterator[str]:
    pad = "  " * depth
    if isinstance(data, dict) and {"source", "start", "end", "text"} <= data.keys():
        where = f"{data['source']} {files.get(data['source'], '')}:{data['start']}-{data['end']}"
        yield f"{pad}[{where}] {' '.join(data['text'].split())}"
    elif isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, (dict, list)):
                if value:
                    yield f"{pad}{key}:"
                    yield from _lines(value, files, depth + 1)
            elif value not in (None, ""):
                yield f"{pad}{key}: {value}"
    elif isinstance(data, list):
        for value in data:
            yield from _lines(value, files, depth)
    else:
        yield f"{pad}{data}"
