"""Dated events of all articles in order of time, past and planned.

An event is what a sentence tells as happening on the date: no statement of that day, no aside (*in diesem
November*), no question, and no date that the sentence's own tense contradicts (*am Samstag schuf* in the future).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefing.aggregate.ids import stable_id
from briefing.aggregate.numbers_features import sentence_at
from briefing.aggregate.similarity import Weights, concepts
from briefing.model import Analysis, Article, Date, Event, Sentence

SAME_EVENT = 0.4
MOST = 20
_ISO = re.compile(r"^\d{4}-\d{2}(?:-\d{2})?$")
_NAMED_DAY = re.compile(
    r"(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|\d\.(?:\d{1,2}\.|\s)"
)  # no bare *gegen 20 Uhr*
_NO_YEAR = re.compile(r"^XXXX-\d{2}-\d{2}$")
_REPORTS = re.compile(
    r"\b(?:sagte|sagten|sagt|gesagt|erklärte|erklärten|erklärt|teilte|teilten|mitgeteilt|berichtete|berichteten|schrieb|"
    r"betonte|betont|hieß|äußerte|geäußert|meldete|bestätigte|sprach|ergänzte|warnte|twitterte|kritisierte|kritisiert|"
    r"Bericht|Interview|Angaben|zufolge)\b"
)
_NEAR = 60  # characters between a reporting verb and its date
_PLANNED = re.compile(
    r"\b(?:solle?n?|will|wollen|wolle|wird|werden|werde|geplant|plant|planen|angekündigt|vorgesehen|spätestens)\b"
)
# What may or may not come, and what is asked.
_HEDGED = re.compile(r"\b(?:könnten?|dürften?|möglicherweise|womöglich|vielleicht|wohl|wäre\w*|würde\w*|Frage)\b|^Ob\b")
# Dates that hang on another one told before, on today, or on a name: not a day of its own.
_LOOSE = re.compile(
    r"\b(?:heute|jetzt|nun|danach|darauf|davor|selben|gleichen|nächsten Tag|Vortag|Nikolaus\w*|Weihnacht\w*|"
    r"Ostern|Silvester|diese[mnrs]? "
    r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}|[Jj]ahre?s?\b")
_FIRST = re.compile(r"\b(?:ich|mir|mich|mein\w*|wir|uns|unser\w*)\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:war|waren|hat|haben|hatten?|habe|ist|sind|sei|seien|wurden?|worden|(?!heute|bitte|weite|breite|zweite|dritte|letzte|beste)[a-zäöüß]{3,}te(?:n)?|"
    r"(?:\w{2,5})?(?:kam|ging|schuf|gab|traf|stand|lief|begann|fiel|nahm|trat|zog|stieg|starb|hob|hielt|ließ|schloss|wies|bot|sah|"
    r"lag|fand|verlor|gewann|blieb|rief|griff|trug|wuchs|flog|fuhr|schoss|schlug|brach|verbot|entschied|lud|unterlag|"
    r"empfing|schied|schritt|riss|sank|warf|verließ|überstand)(?:en)?)\b"
)
_TOLD_PAST = re.compile(
    r"\b(?:war|waren|hatten?|wurden?|kam|kamen|ging|gingen|gab|gaben|schuf|schufen|traf|trafen|begann|begannen|[a-zäöüß]{3,}ierten?)\b"
)
_UNTIL = re.compile(r"\bbis (?:zu[mr]? |Ende |Mitte |Anfang )?(?:\w+ )?$")
# A date that only says which thing is meant (*die Rede vom Samstag*), and a paper's name.
_ATTRIBUTE = re.compile(r"[A-ZÄÖÜ][\wäöüß-]+[\"“”»]* (?:vom|von|des|für|für den|der|von diesem) $|\b(?:Bild|Welt) am $")
_MONTH_LED = re.compile(
    r"\b(?:[Ii]m|[Ss]eit|[Bb]is|[Aa]b|[Aa]nfang|[Ee]nde|[Mm]itte)"
    r"(?: (?:kommenden|vergangenen|vorigen|nächsten|dem|zum|Anfang|Ende|Mitte))? ?$"
)
_LONGEST = 400  # characters of a sentence that the reader takes in as an event
_AHEAD = 60  # days
_FARTHEST = 300  # days: a month or day without a year is of the year around the article


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
    """At most `MOST` events by date; those told by more origins are kept."""
    weights = Weights(analyses)
    groups: list[list[_Dated]] = []
    newest = _newest(articles)
    analyses = {id_: _placed(analysis, articles[id_].text, newest) for id_, analysis in analyses.items()}
    for dated in _dated(articles, analyses, origins):
        home = next((g for g in groups if _same(g[0], dated, weights)), None)
        if home is None:
            groups.append([dated])
        else:
            home.append(dated)
    kept = sorted(groups, key=lambda g: -len({d.origin for d in g}))[:MOST]
    return tuple(_event(group) for group in sorted(kept, key=lambda g: (g[0].date, _start(g[0]))))


def _newest(articles: Mapping[str, Article]) -> datetime.date | None:
    """The newest day on which an article of the story appeared."""
    days = [article.published[:10] for article in articles.values() if article.published and len(article.published) > 9]
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
        if -_FARTHEST <= (found - newest).days <= _AHEAD:
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
            if sentence is not None and _shown(sentence) and _is_dated(date, sentence, articles[article_id]):
                by_sentence.setdefault(sentence.span.start, (sentence, []))[1].append(date)
        spoken = [span for quote in analysis.quotes if quote.kind == "direct" for span in quote.content]
        for sentence, dates in by_sentence.values():
            own = [d for d in dates if not any(s.start <= d.span.start < s.end for s in spoken)]
            dated = _of(articles[article_id], sentence, own, origins[article_id]) if own else None
            if dated is not None and not dated.report:
                found.append(dated)
    return found


def _is_dated(date: Date, sentence: Sentence, article: Article) -> bool:
    """Whether a date is a day or month of its own, near enough where its year is not printed, and fits the tense."""
    if date.type != "DATE" or not _ISO.match(date.value):
        return False
    told = article.text[date.span.start : date.span.end]
    said = article.text[sentence.span.start : sentence.span.end]
    before = article.text[sentence.span.start : date.span.start]
    if _LOOSE.search(told) or said.rstrip("\"“”»' ").endswith("?") or len(said) > _LONGEST:
        return False
    if _FIRST.search(said) or _HEDGED.search(said) or _ATTRIBUTE.search(before):
        return False
    if len(date.value) == len("2020-11") and not _led(before, told, article.text[date.span.end :][:1]):
        return False
    return _fits(date.value, article.published or "", told, said, before)


def _led(before: str, told: str, after: str) -> bool:
    """Whether a month is one in which something happens (*im November*), not a part of a name (*November-Hilfe*)."""
    lead = before + told[: max(told.rfind(" ") + 1, 0)]
    return after != "-" and bool(_MONTH_LED.search(lead.rstrip() + " ") or _MONTH_LED.search(before))


def _fits(value: str, published: str, told: str, said: str, before: str) -> bool:
    """Whether the tense of a sentence fits a date that lies before or after the article's own."""
    if len(published) < len("2020-11-22"):
        return True
    day, today = (f"{date}-15"[:10] for date in (value, published))
    apart = (datetime.date.fromisoformat(day) - datetime.date.fromisoformat(today)).days
    if abs(apart) > _FARTHEST and not _YEAR.search(told) and not _YEAR.search(said):
        return False
    if len(value) == len("2020-11") and apart > _FARTHEST // 2 and not _YEAR.search(told):
        return False
    if value > published[: len(value)]:
        return bool(_PLANNED.search(said)) or not _TOLD_PAST.search(said)
    if value == published[: len(value)]:
        return True
    return bool(_PAST.search(said)) and (_UNTIL.search(before) is None or bool(_TOLD_PAST.search(said)))


def _shown(sentence: Sentence) -> bool:
    return sentence.block in ("lead", "body") and len(sentence.terms) >= 3


def _of(article: Article, sentence: Sentence, dates: list[Date], origin: str) -> _Dated:
    """The sentence with its most precise date, the first among equals."""
    date = max(dates, key=lambda d: (len(d.value), -d.span.start))
    around = article.text[
        max(sentence.span.start, date.span.start - _NEAR) : min(sentence.span.end, date.span.end + _NEAR)
    ]
    published = article.published or ""
    return _Dated(
        date=date.value,
        sentence=sentence,
        about=concepts(sentence.terms),
        planned=bool(published) and date.value > published[: len(date.value)],
        report=bool(_REPORTS.search(around)),
        origin=origin,
    )


def _same(one: _Dated, other: _Dated, weights: Weights) -> bool:
    return one.date == other.date and weights.dice(one.about, other.about) >= SAME_EVENT


def _event(group: list[_Dated]) -> Event:
    shown = min(group, key=lambda d: len(d.sentence.terms) > 30)
    return Event(
        id=stable_id("T", shown.date, *sorted(shown.about)),
        date=shown.date,
        text=shown.sentence.span,
        planned=shown.planned,
        evidence=tuple(d.sentence.span for d in group),
    )
