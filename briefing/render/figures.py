"""The section of numbers: per topic every printed value on one scale; topics with one value share a table."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from briefing.model import NumberTopic, NumberValue, Story
from briefing.render import charts, typography
from briefing.render.context import Context
from briefing.render.frame import cut_note, section
from briefing.render.summary import extent, figures
from briefing.render.typography import spaced

TOPICS, VALUES, SINGLES = 10, 8, 12
_DATIVE = re.compile(r"(?<=\w{4})n$")  # Muslimen says no more than Muslime
PLACES = 4  # places cited for one row


def numbers(story: Story, context: Context) -> dict[str, Any] | None:
    """Topics whose values differ with a chart each, then those with one value in one table."""
    ordered = figures(story)
    several = [topic for topic in ordered if _has_chart(topic)]
    single = [topic for topic in ordered if topic not in several]
    shown = len(several[:TOPICS]) + len(single[:SINGLES])
    found = section("numbers", context, ordered, len(ordered), shown)
    rows = [_single(topic, context) for topic in single[:SINGLES]]
    return found and {
        **found,
        "entries": [_topic(topic, context) for topic in several[:TOPICS]],
        "single": rows,
        "detailed": any(row["detail"] for row in rows),
        "dated": any(row["as_of"] for row in rows),
    }


def _has_chart(topic: NumberTopic) -> bool:
    """Whether a topic has values to compare; a range that is printed once has a line of the table like other values."""
    rows = {(v.low, v.high, v.bound, v.attributed_to, v.status, v.as_of) for v in topic.values}
    return len(rows) > 1 and charts.topic_scale(topic) is not None


def _topic(topic: NumberTopic, context: Context) -> dict[str, Any]:
    scale = charts.topic_scale(topic)
    groups = _alike(topic, context)
    rows = [_row(group, topic, scale, context) for group in groups[:VALUES]]
    return {
        "anchor": f"{context.anchor}-{topic.id}",
        "topic": typography.headed(topic.topic),
        "extent": extent(topic, context),
        "text": spaced(topic.note),
        "axis": charts.axis(scale, topic) if scale else None,
        "rows": rows,
        "detailed": any(row["detail"] for row in rows),
        "dated": any(row["as_of"] for row in rows),
        "note": cut_note(len(groups), VALUES),
    }


def _alike(topic: NumberTopic, context: Context) -> list[list[NumberValue]]:
    """Values that would print the same row, together: same amount, holder, status and day; smallest first."""
    groups: dict[tuple[object, ...], list[NumberValue]] = {}
    for value in topic.values:
        status = context.words[f"status_{value.status}"]
        key = (value.low, value.high, value.bound, value.attributed_to, status, value.as_of)
        groups.setdefault(key, []).append(value)
    return sorted(groups.values(), key=lambda group: _size(group[0]))


def _size(value: NumberValue) -> tuple[Decimal, Decimal]:
    first = value.low if value.low is not None else value.high
    return (first or Decimal(0), value.high or first or Decimal(0))


def _row(values: list[NumberValue], topic: NumberTopic, scale: charts.Scale | None, context: Context) -> dict[str, Any]:
    value = values[0]
    word, share = context.near(values), context.share(values)
    text = typography.amount(value.low, value.high, value.bound, topic.unit, word=word, share=share)
    by = typography.german_marks(spaced(value.attributed_to or "")) or context.words["unattributed"]
    detail = _details(values, topic, context)
    alternative = ", ".join(part for part in (text, by, detail) if part)
    return {
        "amount": text,
        "by": by,
        "attributed": bool(value.attributed_to),
        "detail": detail,
        "as_of": _as_of(value, context),
        "wording": context.wording(values),
        "chart": charts.mark(scale, value.low, value.high, value.bound, value.status, alternative) if scale else None,
        "references": context.cite([span for item in values for span in item.evidence][:PLACES]),
    }


def _single(topic: NumberTopic, context: Context) -> dict[str, Any]:
    """A topic whose places all print the same value, in one row."""
    names = dict.fromkeys(spaced(value.attributed_to) for value in topic.values if value.attributed_to)
    return {
        "anchor": f"{context.anchor}-{topic.id}",
        "topic": typography.headed(topic.topic),
        "amount": extent(topic, context),
        "by": typography.german_marks(typography.listed(list(names))) or context.words["unattributed"],
        "detail": _details(list(topic.values), topic, context),
        "wording": context.wording(topic.values),
        "as_of": _as_of(topic.values[0], context),
        "references": context.cite([span for value in topic.values for span in value.evidence][:PLACES]),
    }


def _as_of(value: NumberValue, context: Context) -> str:
    """The day as of which a value holds; a day still to come is none (*bis zu zehn Personen am 24. Dezember*)."""
    to_come = value.as_of is not None and value.as_of[:10] > context.briefing.date[: len(value.as_of)] != ""
    return "" if to_come else typography.short_date(value.as_of, missing="")


def shown(story: Story) -> int:
    """How many topics the section shows."""
    several = sum(_has_chart(topic) for topic in story.numbers)
    return min(several, TOPICS) + min(len(story.numbers) - several, SINGLES)


def _details(values: list[NumberValue], topic: NumberTopic, context: Context) -> str:
    """Status and scope of values, each once, the scope only where it says more than the topic."""
    status = dict.fromkeys(context.words[f"status_{value.status}"] for value in values)
    scopes = dict.fromkeys(spaced(value.scope) for value in values)
    shown = spaced(topic.topic).lower()
    telling = [scope for scope in scopes if scope.lower() not in shown and _DATIVE.sub("", scope.lower()) not in shown]
    return " · ".join(part for part in (", ".join(filter(None, status)), "; ".join(telling[:2])) if part)
