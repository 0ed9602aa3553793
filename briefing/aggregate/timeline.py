"""Dated events of all articles in order of time, past and planned."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.aggregate.ids import stable_id
from briefing.aggregate.numbers_features import sentence_at
from briefing.aggregate.similarity import Weights, concepts
from briefing.model import Analysis, Article, Date, Event, Sentence

SAME_EVENT = 0.4
MOST = 20
_ISO = re.compile(r"^\d{4}-\d{2}(?:-\d{2})?$")
_REPORTS = re.compile(
    r"\b(?:sagte|sagten|erklärte|erklärten|teilte|teilten|berichtete|berichteten|schrieb|betonte|hieß|äußerte|meldete|"
    r"bestätigte|sprach|ergänzte|warnte|twitterte)\b"
)
_NEAR = 60  # characters between a reporting verb and its date
_PLANNED = re.compile(
    r"\b(?:soll|sollen|will|wollen|wird|werden|geplant|plant|planen|ab|bis|könnte|könnten|angekündigt|vorgesehen)\b"
)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A sentence with the date it tells of; `report` where the date is only that of a statement."""

    date: str
    sentence: Sentence
    about: frozenset[str]
    planned: bool
    report: bool
    origin: str


def order(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], origins: Mapping[str, str]
) -> tuple[Event, ...]:
    """At most `MOST` events by date; those told by more origins, and deeds before statements, are kept."""
    weights = Weights(analyses)
    groups: list[list[_Dated]] = []
    for dated in _dated(articles, analyses, origins):
        home = next((g for g in groups if _same(g[0], dated, weights)), None)
        if home is None:
            groups.append([dated])
        else:
            home.append(dated)
    kept = sorted(groups, key=lambda g: (-len({d.origin for d in g}), all(d.report for d in g)))[:MOST]
    return tuple(_event(group) for group in sorted(kept, key=lambda g: (g[0].date, _start(g[0]))))


def _start(dated: _Dated) -> tuple[str, int]:
    return dated.sentence.span.article, dated.sentence.span.start


def _dated(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], origins: Mapping[str, str]
) -> list[_Dated]:
    found = []
    for article_id, analysis in analyses.items():
        by_sentence: dict[int, tuple[Sentence, list[Date]]] = {}
        for date in analysis.dates:
            sentence = sentence_at(analysis, date.span.start)
            if date.type == "DATE" and _ISO.match(date.value) and sentence is not None and _shown(sentence):
                by_sentence.setdefault(sentence.span.start, (sentence, []))[1].append(date)
        for sentence, dates in by_sentence.values():
            found.append(_of(articles[article_id], sentence, dates, origins[article_id]))
    return found


def _shown(sentence: Sentence) -> bool:
    return sentence.block in ("lead", "body") and len(sentence.terms) >= 3


def _of(article: Article, sentence: Sentence, dates: list[Date], origin: str) -> _Dated:
    """The sentence with its most precise date, the first among equals."""
    date = max(dates, key=lambda d: (len(d.value), -d.span.start))
    text = article.text[sentence.span.start : sentence.span.end]
    around = article.text[
        max(sentence.span.start, date.span.start - _NEAR) : min(sentence.span.end, date.span.end + _NEAR)
    ]
    published = article.published or ""
    return _Dated(
        date=date.value,
        sentence=sentence,
        about=concepts(sentence.terms),
        planned=bool(published) and date.value > published[: len(date.value)] and bool(_PLANNED.search(text)),
        report=bool(_REPORTS.search(around)),
        origin=origin,
    )


def _same(one: _Dated, other: _Dated, weights: Weights) -> bool:
    return one.date == other.date and weights.dice(one.about, other.about) >= SAME_EVENT


def _event(group: list[_Dated]) -> Event:
    shown = min(group, key=lambda d: (d.report, len(d.sentence.terms) > 30))
    return Event(
        id=stable_id("T", shown.date, *sorted(shown.about)),
        date=shown.date,
        text=shown.sentence.span,
        planned=shown.planned,
        evidence=tuple(d.sentence.span for d in group),
    )
