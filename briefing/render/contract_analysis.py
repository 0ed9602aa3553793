"""An analysis as the JSON of `briefing analyse --json` (types in `schema_analysis.py`)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from briefing.model import Analysis, Article, Problem, Span
from briefing.render import schema_analysis as a

_BODY = "body"
"""Rule of bodies without a name (*die Behörden*): actors, but no proper names."""


def analysis_json(article: Article, analysis: Analysis, *, with_text: bool = False) -> a.AnalysisRecord:
    """One line of `briefing analyse --json`; with `with_text` it carries the article's text."""
    text = article.text
    record: a.AnalysisRecord = {
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
        "problems": problems(analysis.problems),
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


def _names(analysis: Analysis, text: str) -> list[a.NameRecord]:
    records: list[a.NameRecord] = []
    for name in (name for name in analysis.names if name.rule != _BODY):
        record: a.NameRecord = {
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


def _quotes(analysis: Analysis, text: str) -> list[a.QuoteRecord]:
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


def _quantities(analysis: Analysis) -> list[a.QuantityRecord]:
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


def _offset(span: Span | None) -> a.Offsets | None:
    return None if span is None else (span.start, span.end)


def _offsets(spans: Iterable[Span]) -> list[a.Offsets]:
    return [(span.start, span.end) for span in spans]


def problems(found: Iterable[Problem]) -> list[a.ProblemRecord]:
    """Problems as records."""
    return [{"where": problem.where, "message": problem.message} for problem in found]
