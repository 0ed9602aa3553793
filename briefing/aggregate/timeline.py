"""Dated events of all articles in order of time, past and planned.

An event is what a sentence tells as happening on the date (see `timeline_sentences`). Where no article of the story has
a date, days without a year stay so (`XXXX-01-26`) and stand last.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefing.aggregate.ids import stable_id
from briefing.aggregate.numbers_features import sentence_at
from briefing.aggregate.similarity import Weights, concepts
from briefing.aggregate.timeline_sentences import PLANNED, TOLD_PAST, is_aside, is_dated, is_report, leans
from briefing.model import Analysis, Article, Date, Event, Sentence

SAME_EVENT = 0.33
SAME_PLAN = 0.2
"""Likeness of sentences from which they tell the same appointment: a day to come has few."""
MOST, A_DAY = 20, 3
_BEGINNING = 1500  # characters of an article in which it tells its news
_NAMED_DAY = re.compile(
    r"(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|\d\.(?:\d{1,2}\.|\s)"
)  # no bare *gegen 20 Uhr*
_NO_YEAR = re.compile(r"^XXXX-\d{2}-\d{2}$")
_AHEAD, _BEHIND = 60, 300  # days from the newest article in which a day without a year is looked for
_WEEK = datetime.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A sentence with the date it tells of; `report` where the date is only that of a statement, `announced` where
    words say that it is to come, `leans` where it needs the sentence before, `aside` where the date is another
    event's."""

    date: str
    sentence: Sentence
    about: frozenset[str]
    planned: bool
    announced: bool
    report: bool
    leans: bool
    aside: bool
    origin: str


def order(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], origins: Mapping[str, str]
) -> tuple[Event, ...]:
    """At most `MOST` events by date, `A_DAY` of a day; the next days' and those told by more origins are kept."""
    weights = Weights(analyses)
    groups: list[list[_Dated]] = []
    newest = _newest(articles)
    analyses = {id_: _placed(analysis, articles[id_].text, newest) for id_, analysis in analyses.items()}
    for dated in _certain(_dated(articles, analyses, origins)):
        home = next((g for g in groups if _same(g[0], dated, weights)), None)
        if home is None:
            groups.append([dated])
        else:
            home.append(dated)
    days = {dated.date for group in groups for dated in group if not dated.aside}
    groups = [group for group in groups if _holds(group, days)]
    kept = sorted(_few_a_day(groups), key=lambda g: (not _soon(g[0], newest), -_origins(g)))[:MOST]
    return tuple(_event(group) for group in sorted(kept, key=lambda g: (g[0].date, _start(g[0]))))


def _holds(group: list[_Dated], days: set[str]) -> bool:
    """Whether a sentence of the group can stand alone; one with another event's day only if that day is to come and
    nothing else tells of it."""
    if all(dated.leans for dated in group):
        return False
    return not all(dated.aside for dated in group) or (group[0].planned and group[0].date not in days)


def _few_a_day(groups: list[list[_Dated]]) -> list[list[_Dated]]:
    """At most `A_DAY` groups of one date."""
    by_date: dict[str, list[list[_Dated]]] = {}
    for group in groups:
        by_date.setdefault(group[0].date, []).append(group)
    return [group for same in by_date.values() for group in sorted(same, key=_rank)[:A_DAY]]


def _rank(group: list[_Dated]) -> tuple[int, bool, bool, int]:
    """What a day's list keeps first: told by more origins, understood alone, told where articles begin."""
    start = min(dated.sentence.span.start for dated in group)
    return -_origins(group), all(d.leans or d.aside for d in group), start > _BEGINNING, start


def _origins(group: list[_Dated]) -> int:
    return len({dated.origin for dated in group})


def _soon(dated: _Dated, newest: datetime.date | None) -> bool:
    """Whether the day lies within the week after the newest article."""
    if newest is None or len(dated.date) != len("2020-11-22") or dated.date.startswith("X"):
        return False
    return datetime.timedelta(0) <= datetime.date.fromisoformat(dated.date) - newest <= _WEEK


def _newest(articles: Mapping[str, Article]) -> datetime.date | None:
    """The newest day on which an article of the story appeared; of a mere month its middle."""
    days = [f"{article.published}-15"[:10] for article in articles.values() if len(article.published or "") >= 7]
    return datetime.date.fromisoformat(max(days)) if days else None


def _placed(analysis: Analysis, text: str, newest: datetime.date | None) -> Analysis:
    """The analysis with times of a named day as that day, and days without a year in the one that brings them near."""
    dates = []
    for date in analysis.dates:
        if date.type == "TIME" and _NAMED_DAY.search(text, date.span.start, date.span.end):
            date = replace(date, type="DATE", value=date.value[:10])
        dates.append(replace(date, value=_with_year(date.value, newest)))
    return replace(analysis, dates=tuple(dates))


def _with_year(day: str, newest: datetime.date | None) -> str:
    """`XXXX-10-23` in the year in which it lies near the newest article; other values as they are."""
    if newest is None or not _NO_YEAR.match(day):
        return day
    for year in (newest.year, newest.year - 1, newest.year + 1):
        try:
            found = datetime.date.fromisoformat(f"{year:04d}{day[4:]}")
        except ValueError:
            continue
        if -_BEHIND <= (found - newest).days <= _AHEAD:
            return found.isoformat()
    return day


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
            if sentence is not None and _shown(sentence) and is_dated(date, sentence, articles[article_id]):
                by_sentence.setdefault(sentence.span.start, (sentence, []))[1].append(date)
        spoken = [span for quote in analysis.quotes if quote.kind == "direct" for span in quote.content]
        for sentence, dates in by_sentence.values():
            own = [d for d in dates if not any(s.start <= d.span.start < s.end for s in spoken)]
            dated = _of(articles[article_id], sentence, own, origins[article_id]) if own else None
            if dated is not None and not dated.report:
                found.append(dated)
    return found


def _shown(sentence: Sentence) -> bool:
    return sentence.block in ("lead", "body") and len(sentence.terms) >= 3


def _of(article: Article, sentence: Sentence, dates: list[Date], origin: str) -> _Dated:
    """The sentence with its most precise date, the first among equals."""
    date = max(dates, key=lambda d: (len(d.value), -d.span.start))
    said = " ".join(article.text[sentence.span.start : sentence.span.end].split())
    published = article.published or ""
    announced = bool(PLANNED.search(said))
    later = date.value > published[: len(date.value)] if published else announced and not TOLD_PAST.search(said)
    return _Dated(
        date=date.value,
        sentence=sentence,
        about=concepts(sentence.terms),
        planned=later,
        announced=announced,
        report=is_report(date, sentence, article.text),
        leans=leans(said),
        aside=is_aside(date, sentence, article.text),
        origin=origin,
    )


def _certain(every: list[_Dated]) -> list[_Dated]:
    """Without days that only the present tense puts into the next week (*Am Mittwoch protestieren …*) while the story
    has the day a week before."""
    days = {dated.date for dated in every}
    return [d for d in every if not (d.planned and not d.announced and _week_before(d.date) in days)]


def _week_before(date: str) -> str:
    try:
        return (datetime.date.fromisoformat(date) - _WEEK).isoformat()
    except ValueError:
        return ""


def _same(one: _Dated, other: _Dated, weights: Weights) -> bool:
    least = SAME_PLAN if one.planned and len(one.date) == len("2020-11-22") else SAME_EVENT
    return one.date == other.date and weights.dice(one.about, other.about) >= least


def _event(group: list[_Dated]) -> Event:
    shown = min(group, key=lambda d: (d.leans or d.aside, len(d.sentence.terms) > 30))
    return Event(
        id=stable_id("T", shown.date, *sorted(shown.about)),
        date=shown.date,
        text=shown.sentence.span,
        planned=shown.planned,
        evidence=tuple(d.sentence.span for d in group),
    )
