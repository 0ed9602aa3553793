"""The sentences of a story as candidates for its key statements, with what speaks for and against each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from briefing.aggregate.core_sentences import is_reported, stands_alone
from briefing.aggregate.core_verbs import has_verb
from briefing.aggregate.similarity import concept, concepts
from briefing.model import Analysis, Article, Sentence, Span

OPENING = 4  # sentences of lead and body that open an article
_OLD = 45
"""Days before the article from which a sentence tells what came before the news."""
_WORD = re.compile(r"[\w-]+")
_TOLD = "source/das"
"""The rule that finds what is told as a fact, with its source in the next sentence (*Das teilte die Behörde mit*)."""
_AROUND = 1
"""Days from that of the article within which a date says only when it was written."""
_SPOKEN = 0.5  # of the characters of a sentence, from which it is a mere quotation
_TELLING = 13
"""From this count on, or with a decimal point, a number says which fact is meant; *zwei* or *zehn* do not."""
_NEGATION = re.compile(r"\b(?:nicht|nie|niemals|kein\w{0,2}|weder)\b")
_VERB = ("en", "ern", "eln")  # ends of lemmas
_OPEN = ("unknown", "unconfirmed", "asked")  # that somebody is silent or doubts may be the news
_DAY = re.compile(r"^\d{4}(?:-\d{2}(?:-\d{2})?)?$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that could be shown, with its concepts.

    `ceilings` are the amounts that are only an upper limit (*bis zu 160 Millionen*); `doubtful` if it denies, doubts
    or asks something, `unknown` if it says that something is not known, `unframed` if it is somebody's speech without
    saying whose, `quoted` if most of it is a direct quotation, `old` if it tells of a day long before the article;
    `names` in text order, `roles` the words of the functions printed with them; `days` are those it names, but for the
    days around the article's own; `place` counts the sentences before it.
    """

    sentence: Sentence
    text: str
    about: frozenset[str]
    amounts: frozenset[Decimal]
    ceilings: frozenset[Decimal]
    doubtful: bool
    unknown: bool
    negated: bool
    verbs: frozenset[str]
    names: tuple[str, ...]
    unframed: bool
    quoted: bool
    old: bool
    days: frozenset[str]
    roles: frozenset[str]
    origin: str
    publisher: str
    published: str
    place: int

    @property
    def opens(self) -> bool:
        """Whether it stands in the headline, the teaser or among the first sentences."""
        return self.sentence.block in ("headline", "lead") or self.place < OPENING

    @property
    def eligible(self) -> bool:
        """Whether it can be shown: in the report itself, nobody's speech, known, and understandable alone."""
        shown = self.sentence.block != "headline" and not (self.unframed or self.quoted or self.unknown)
        return (
            shown
            and stands_alone(self.text, len(self.about), begins=not self.place)
            and has_verb(self.text, self.sentence.terms)
        )

    @property
    def telling(self) -> frozenset[Decimal]:
        """The values in it that say which fact is meant: no small counts, no round powers of ten (*je 100.000*)."""
        return frozenset(
            v
            for v in self.amounts
            if (abs(v) >= _TELLING or v != v.to_integral_value()) and v.normalize().as_tuple().digits != (1,)
        )

    @property
    def facts(self) -> frozenset[Decimal | str]:
        """The telling numbers, and the days."""
        return self.telling | self.days


def candidates(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], origins: Mapping[str, str]
) -> list[Candidate]:
    """Every sentence of headlines, teasers and bodies, in reading order."""
    return [
        candidate
        for article_id, analysis in analyses.items()
        for candidate in _of(articles[article_id], analysis, origins[article_id])
    ]


def _of(article: Article, analysis: Analysis, origin: str) -> list[Candidate]:
    text = article.text
    amounts, ceilings = _amounts(analysis), _amounts(analysis, "at most")
    doubtful, unknown, unframed = _doubtful(analysis), _unknown(analysis), _unframed(analysis, text)
    quoted, old, names = _quoted(analysis), _old(analysis, article), _names(analysis)
    days, roles = _days(analysis, article), _roles(analysis, text)
    found, place = [], 0
    for sentence in analysis.sentences:
        if sentence.block not in ("headline", "lead", "body"):
            continue
        start, end = sentence.span.start, sentence.span.end
        found.append(
            Candidate(
                sentence=sentence,
                text=text[start:end],
                about=concepts(sentence.terms),
                amounts=amounts.get(start, frozenset()),
                ceilings=ceilings.get(start, frozenset()),
                verbs=frozenset(concept(t) for t in sentence.terms if t.endswith(_VERB)) - {""},
                names=names.get(start, ()),
                negated=bool(_NEGATION.search(text, start, end)),
                doubtful=start in doubtful or text[:end].endswith("?"),
                unknown=start in unknown,
                unframed=start in unframed,
                quoted=quoted.get(start, 0) >= _SPOKEN * (end - start),
                old=start in old,
                days=days.get(start, frozenset()),
                roles=roles.get(start, frozenset()),
                origin=origin,
                publisher=article.publisher or "",
                published=(article.published or "")[:10],
                place=place,
            )
        )
        place += sentence.block != "headline"
    return found


def _amounts(analysis: Analysis, bound: str = "") -> dict[int, frozenset[Decimal]]:
    """Start of a sentence → the values counted in it, of one bound if told."""
    found: dict[int, set[Decimal]] = {}
    for quantity in analysis.quantities:
        if bound and quantity.bound != bound:
            continue
        values = {value for value in (quantity.low, quantity.high) if value is not None}
        found.setdefault(_sentence_start(analysis, quantity.span), set()).update(values)
    return {start: frozenset(values) for start, values in found.items()}


def _names(analysis: Analysis) -> dict[int, tuple[str, ...]]:
    """Start of a sentence → the concepts of the people and organisations in it, in text order."""
    found: dict[int, list[str]] = {}
    for name in sorted(analysis.names, key=lambda n: n.span):
        if name.label in ("PER", "ORG"):
            found.setdefault(_sentence_start(analysis, name.span), []).append(concept(name.name))
    return {start: tuple(names) for start, names in found.items()}


def _roles(analysis: Analysis, text: str) -> dict[int, frozenset[str]]:
    """Start of a sentence → the concepts of the functions that stand with the names in it."""
    found: dict[int, set[str]] = {}
    for name in analysis.names:
        if name.role is not None:
            words = _WORD.findall(text[name.role.start : name.role.end].lower())
            found.setdefault(_sentence_start(analysis, name.span), set()).update(concepts(words))
    return {start: frozenset(items) for start, items in found.items()}


def _quoted(analysis: Analysis) -> dict[int, int]:
    """Start of a sentence → how many of its characters are direct speech."""
    found: dict[int, int] = {}
    for quote in analysis.quotes:
        for span in quote.content if quote.kind == "direct" else ():
            for sentence in _sentences_of(analysis, span):
                start = sentence.start
                found[start] = found.get(start, 0) + min(span.end, sentence.end) - max(span.start, start)
    return found


def _sentences_of(analysis: Analysis, span: Span) -> Iterator[Span]:
    """The sentences that a passage touches."""
    first = bisect_right(analysis.sentences, span.start, key=lambda sentence: sentence.span.end)
    for sentence in analysis.sentences[first:]:
        if sentence.span.start >= span.end:
            return
        yield sentence.span


def _old(analysis: Analysis, article: Article) -> set[int]:
    """Starts of the sentences that tell of a day, month or year long before the article, and of none near it."""
    try:
        today = date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return set()
    newest: dict[int, date] = {}
    for found in analysis.dates:
        if found.type == "DATE" and _DAY.match(found.value):
            start = _sentence_start(analysis, found.span)
            newest[start] = max(newest.get(start, date.min), _last_day(found.value))
    return {start for start, day in newest.items() if (today - day).days > _OLD}


def _days(analysis: Analysis, article: Article) -> dict[int, frozenset[str]]:
    """Start of a sentence → the days it names, but for the article's own and its neighbours, which every report has."""
    try:
        today = date.fromisoformat((article.published or "")[:10])
    except ValueError:
        today = None
    days: dict[int, set[str]] = {}
    for found in analysis.dates:
        if found.type != "DATE" or len(found.value) != len("2020-01-01") or not _DAY.match(found.value):
            continue
        if today is None or abs((_last_day(found.value) - today).days) > _AROUND:
            days.setdefault(_sentence_start(analysis, found.span), set()).add(found.value)
    return {start: frozenset(values) for start, values in days.items()}


def _last_day(value: str) -> date:
    """The last day of a year or month, or the day; the 28th stands for the end of a month."""
    year, month, day = (int(part) for part in (f"{value}-12-28" if len(value) == 4 else f"{value}-28").split("-")[:3])
    try:
        return date(year, month, day)
    except ValueError:
        return date.max


def _doubtful(analysis: Analysis) -> set[int]:
    """Starts of the sentences that deny, doubt or ask something."""
    spans = [claim.span for claim in analysis.claims if claim.stance in ("denies", "doubts")]
    return {_sentence_start(analysis, span) for span in (*spans, *(question.span for question in analysis.questions))}


def _unknown(analysis: Analysis) -> set[int]:
    """Starts of the sentences that say what is not known: they stand among the open questions."""
    return {_sentence_start(analysis, question.span) for question in analysis.questions if question.kind in _OPEN}


def _unframed(analysis: Analysis, text: str) -> set[int]:
    """Starts of the sentences that are somebody's indirect speech without a word that says whose."""
    cues = (span for quote in analysis.quotes for span in (*quote.frame, *quote.cue))
    framed = {_sentence_start(analysis, span) for span in cues}
    said = {
        _sentence_start(analysis, span)
        for quote in analysis.quotes
        if quote.kind not in ("direct", "reported") and quote.rule != _TOLD
        for span in quote.content
    }
    moods = {s.span.start for s in analysis.sentences if is_reported(text[s.span.start : s.span.end])}
    return (said | moods) - framed


def _sentence_start(analysis: Analysis, span: Span) -> int:
    """Where the sentence begins in which `span` begins."""
    number = bisect_right(analysis.sentences, span.start, key=lambda sentence: sentence.span.start)
    return analysis.sentences[number - 1].span.start if number else span.start
