"""Two registers of one thing: the office counts one number, a newspaper or another authority a somewhat other one.

The counts are of the same day but gathered in different ways, so they do not contradict each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from briefing.aggregate.ids import stable_id
from briefing.aggregate.numbers_features import sentence_at
from briefing.model import Analysis, Article, Disagreement, NumberTopic, NumberValue, Side, Span

_OFFICE = re.compile(r"Robert[ -]Koch|\bRKI\b|Gesundheits(?:amt|ämter)")
_OTHER_DAY = re.compile(
    r"\b(?:Vorwoche\w*|Vortag\w*|vergangene\w*|vorige\w*|letzte\w* (?:Woche|Montag|Freitag)|vor einer Woche|Tag zuvor|"
    r"Woche zuvor|gestern|weniger als|mehr als (?:am|vor)|Höchststand|Rekord\w*|Gesundheitsämter noch)\b",
    re.IGNORECASE,
)
_LEAST = Decimal(100)  # smaller counts are those of single places
_NEAR = Decimal("0.2")  # share of the larger by which two counts of one day differ at most


def find_two_registers(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], topics: tuple[NumberTopic, ...]
) -> list[Disagreement]:
    """For each topic the two counts of different registers that one text gives and that lie nearest to each other."""
    found = []
    for topic in topics:
        values = [v for v in topic.values if _counts(v, articles, analyses)] if not topic.unit else []
        pairs = [
            (abs(one.low - other.low), one, other)
            for one in values
            if one.attributed_to and _OFFICE.search(one.attributed_to)
            for other in values
            if other.attributed_to and not _OFFICE.search(other.attributed_to)
            if one.low is not None and other.low is not None and one.low != other.low
            if abs(one.low - other.low) <= _NEAR * max(one.low, other.low)
            if {e.article for e in one.evidence} & {e.article for e in other.evidence}
        ]
        if pairs:
            _, one, other = min(pairs, key=lambda p: (p[0], p[1].evidence, p[2].evidence))
            found.append(_disagreement(topic, one, other, analyses))
    return found


def _counts(value: NumberValue, articles: Mapping[str, Article], analyses: Mapping[str, Analysis]) -> bool:
    """Whether a value is an exact count that its sentence does not tell of another day."""
    if value.low is None or value.low != value.high or value.low < _LEAST or not value.attributed_to:
        return False
    return not any(_OTHER_DAY.search(_said(span, articles, analyses)) for span in value.evidence[:1])


def _said(span: Span, articles: Mapping[str, Article], analyses: Mapping[str, Analysis]) -> str:
    sentence = sentence_at(analyses[span.article], span.start)
    around = sentence.span if sentence is not None else span
    return articles[span.article].text[around.start : around.end]


def _disagreement(
    topic: NumberTopic, one: NumberValue, other: NumberValue, analyses: Mapping[str, Analysis]
) -> Disagreement:
    return Disagreement(
        id=stable_id("D", "registers", topic.id, str(one.low), str(other.low)),
        kind="number",
        about=topic.topic,
        assessment="different_scope",
        reason="Zwei Stellen zählen auf verschiedene Weise.",
        sides=(_side(one, analyses), _side(other, analyses)),
        rule="two-registers",
    )


def _side(value: NumberValue, analyses: Mapping[str, Analysis]) -> Side:
    span = value.evidence[0]
    sentence = sentence_at(analyses[span.article], span.start)
    shown = sentence.span if sentence is not None else span
    return Side(holders=(value.attributed_to or "",), statement=shown, evidence=(shown,))
