"""A number topic as a case: who gives which value, and what is known of each for the comparison."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from briefing.aggregate.numbers_features import Feature, sentence_at
from briefing.aggregate.numbers_intervals import exclude
from briefing.model import Analysis, Article, NumberTopic, NumberValue, Span

_GROWING = frozenset({"dead", "injured", "missing", "infected", "arrested"})
_FOUND = frozenset({"dead", "injured", "missing"})
_CASES = frozenset({"infected", "recovered"})
_NEAR = 300  # characters
_CONTRAST = re.compile(
    r"\b(?:hingegen|dagegen|[Ww]ährend|demgegenüber|widersprach\w*|sprach|sprachen|spricht|sprechen)\b"
)
# Offices that publish a new count of the same thing day by day.
_REGISTER = re.compile(r"Robert[ -]Koch|\bRKI\b|Johns[ -]Hopkins|Gesundheits(?:amt|ämter)|Statisti|(?i:zeit online)")
_PERIOD = re.compile(
    r"[Qq]uartal|[Hh]albjahr|[Ff]rühjahr|\b[Ss]ommer|\b[Hh]erbst|\b[Ww]inter|\b[Mm]onat|\b[Ww]oche|\b[Tt]ag\b"
)
# What a holder counts is only its own part: im eigenen Konzern, konzernweit, in den von ihm kontrollierten Gebieten.
_OWN = re.compile(
    r"\b(?:im|in|am|an|aus|bei)\s+(?:der\s+|den\s+|dem\s+)?eigene[nr]\s+[A-ZÄÖÜ][\wäöüß-]+"
    r"|\b(?:konzern|unternehmens|partei|verbands|haus)(?:weit|intern)\b|\b(?:konzern|unternehmens|haus)eigen\w+"
    r"|\b[Ii]n (?:den|dem) von [^.,;:!?]{3,50} (?:kontroll|gehalten|besetz|beherrsch|regier|verwaltet)\w* "
    r"(?:Gebiet|Teil|Landesteil|Region|Provinz)\w*"
)
_WORD = re.compile(r"[^\W\d]{3,}")
_SAME, _LEAST = 0.8, 8  # share of words that two sentences have in common, and words they have
_PAUSE = re.compile(r"[,;:()–—\n]\s*")
_LONGEST = 250  # characters of what is shown around a number


@dataclass(frozen=True, slots=True)
class Group:
    """The values of one topic that give the same number."""

    point: Decimal
    values: tuple[NumberValue, ...]

    @property
    def holders(self) -> tuple[str, ...]:
        """Who says it, each once, in the order of the values."""
        return tuple(dict.fromkeys(v.attributed_to for v in self.values if v.attributed_to))


@dataclass(frozen=True, slots=True)
class Case:
    """A topic with all that is known of its values."""

    topic: NumberTopic
    articles: Mapping[str, Article]
    known: Mapping[Span, Feature]
    analyses: Mapping[str, Analysis]

    @property
    def counts_people(self) -> bool:
        """Whether the topic counts people, and not the cases of an illness."""
        inside = [self.known[span] for value in self.topic.values for span in value.evidence]
        return all(f.person and not f.quantity.change and not f.scope & _CASES for f in inside)

    def is_template(self, one: Group, other: Group) -> bool:
        """Whether two texts tell the values in the same words: one text for two places or two days."""
        both = [(a, b) for a in one.values for b in other.values if a.evidence[0].article != b.evidence[0].article]
        pairs = [(self._words(a), self._words(b)) for a, b in both]
        return any(len(a & b) >= _SAME * len(a | b) for a, b in pairs if len(a) >= _LEAST)

    def _words(self, value: NumberValue) -> frozenset[str]:
        told = self.told(value.evidence[0])
        return frozenset(_WORD.findall(self.articles[told.article].text[told.start : told.end]))

    def contrasts(self, one: Group, other: Group) -> bool:
        """Whether one text itself sets a value of `one` against a value of `other`."""
        pairs = [(self.known[a.evidence[0]], self.known[b.evidence[0]]) for a in one.values for b in other.values]
        return any(a.article == b.article and contrasted(a, b, self.articles[a.article].text) for a, b in pairs)

    @property
    def is_register(self) -> bool:
        """Whether the values are daily counts of an office: every one of them is of its day."""
        holders = {value.attributed_to or "" for value in self.topic.values}
        cases = all(self.known[span].scope & _CASES for value in self.topic.values for span in value.evidence)
        return cases or any(_REGISTER.search(holder) for holder in holders)

    @property
    def is_rate(self) -> bool:
        """Whether the topic is a rate or an amount of something, not a number of people."""
        return not self.counts_people

    def same_period(self, one: Group, other: Group) -> bool:
        """Whether no sentence of one side names a quarter, a half or a season that no sentence of the other names."""
        periods = [
            {match.group().lower() for v in side.values for match in _PERIOD.finditer(self._text(v))}
            for side in (one, other)
        ]
        return periods[0] == periods[1]

    def reach(self, value: NumberValue) -> str:
        """The words by which a sentence counts only what is the holder's own (*im eigenen Konzern*), else empty."""
        match = _OWN.search(self._text(value))
        return match[0] if match else ""

    def _text(self, value: NumberValue) -> str:
        sentence = self.sentence(value.evidence[0])
        return self.articles[sentence.article].text[sentence.start : sentence.end]

    def told_by_two(self, one: Group, other: Group) -> bool:
        """Whether one text itself gives two changes of one time that exclude each other, each with a holder."""
        return any(self._both_told(a, b) for a in one.values for b in other.values)

    def _both_told(self, a: NumberValue, b: NumberValue) -> bool:
        first, second = self.known[a.evidence[0]], self.known[b.evidence[0]]
        if first.article != second.article or not first.measured & second.measured or "denied" in (a.status, b.status):
            return False
        held = bool(a.attributed_to and b.attributed_to) and a.attributed_to != b.attributed_to
        return held and exclude(a, b) and (first.years, first.parts) == (second.years, second.parts)

    def sentence(self, span: Span) -> Span:
        """The sentence of a number, all of it; the number alone where it is in none."""
        found = sentence_at(self.analyses[span.article], span.start)
        return found.span if found is not None else span

    def told(self, span: Span) -> Span:
        """The words of the sentence around a number up to the numbers and pauses beside it."""
        sentence, text = self.sentence(span), self.articles[span.article].text
        others = [other for other in self.known if other.article == span.article and other != span]
        start = max((o.end for o in others if sentence.start <= o.end <= span.start), default=sentence.start)
        end = min((o.start for o in others if span.end <= o.start <= sentence.end), default=sentence.end)
        start += max((m.end() for m in _PAUSE.finditer(text[start : span.start])), default=0)
        pause = _PAUSE.search(text[span.end : end])
        end = span.end + pause.start() if pause else end
        found = _stripped(Span(article=span.article, start=start, end=end), text)
        return found if found.end - found.start <= _LONGEST else span

    @property
    def grows(self) -> bool:
        """Whether the topic counts what grows by the hour: victims, infections, arrests."""
        return any(self.known[span].scope & _GROWING for value in self.topic.values for span in value.evidence)

    @property
    def finds(self) -> bool:
        """Whether the topic counts victims, of whom more are found while texts of one day are written."""
        return any(self.known[span].scope & _FOUND for value in self.topic.values for span in value.evidence)


def contrasted(a: Feature, b: Feature, text: str) -> bool:
    """Whether one text sets two of its numbers against each other (*… dagegen sprach von …*)."""
    first, second = sorted((a.quantity.span, b.quantity.span))
    return second.start - first.end < _NEAR and bool(_CONTRAST.search(text[first.end : second.end + 60]))


def _stripped(span: Span, text: str) -> Span:
    """A span without the white space and marks at its ends."""
    inside = text[span.start : span.end]
    start = span.start + len(inside) - len(inside.lstrip(" \n\t,;:–—"))
    return Span(article=span.article, start=start, end=max(start, span.start + len(inside.rstrip(" \n\t,;:–—"))))
