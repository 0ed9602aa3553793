"""Views set against each other by an adverb: *X fordert …. Y hält das hingegen für …*, *…, bemängeln dagegen Kritiker*.

Both sentences must tell what somebody says or wants, and the adverb must be the article's own word, in the main
clause and not one that points (*stimmten dagegen*, *Verstöße dagegen*, *wehren sich dagegen*).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.aggregate.disagreements_contrast import says
from briefing.aggregate.disagreements_reproach import touch
from briefing.aggregate.disagreements_statements import Actors, called
from briefing.aggregate.ids import stable_id
from briefing.aggregate.similarity import Weights, concepts, keywords
from briefing.german import reporting
from briefing.german.titles import title_of
from briefing.model import Analysis, Article, Disagreement, Quote, Sentence, Side, Span

_ADVERB = re.compile(r"\b(?:[Hh]ingegen|[Dd]emgegenüber|[Dd]agegen\b(?!\s?[,.;:!?)]))\b")
# *dagegen* that points to what is opposed, by the verb or noun beside it.
_POINTS = re.compile(
    r"\b(?:nichts|etwas|wenig|viel|einiges|Verst[oö]ße?|Proteste?|Klagen?|Beschwerden?|Einspruch|Widerstand|Argumente?|"
    r"Einwände|Mittel|spricht|sprechen|wehr\w* sich|protestier\w+|demonstrier\w+|klag\w+) (?:\w+ ){0,2}dagegen\b|"
    r"\b(?:stimmt?e?n?|gestimmt|votier\w+)\b[^.!?]{0,80}\bdagegen\b|"
    r"\b[Dd]agegen (?:wehr|protest|klag|leg|ging|geh|demonstr|helf|hilft|half|stimm|votier|vorgeh|vorzugeh|"
    r"unternehm|immun|"
    r"(?:spricht|sprechen|sprach|sprachen)\b(?![^.!?]* von\b))\w*|"
    r"\b(?:hält|halten|hielt|hielten) (?:[\w-]+ ){0,4}dagegen\b"
)
_INSIDE = re.compile(
    r"[:;–]|, (?:und |aber |während |weil |wenn |dass |ob |obwohl |die |der |das |andere|manche|einige|viele)|"
    r", (?-i:[A-ZÄÖÜ])\w+ (?:(?-i:[A-ZÄÖÜ])\w+ )?(?-i:[a-zäöü])\w+t(?:e|en)? $",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\b(?:[Ll]aut|[Nn]ach|zufolge)\b")
_BESIDE = re.compile(r"(?:[Dd]agegen|[Hh]ingegen|[Dd]emgegenüber)\s+([A-ZÄÖÜ][\wäöüß-]+)")
_FEELS = re.compile(r"\bfreu\w+ sich\b")
_PARTIES = frozenset({"PER", "ORG", "STATE"})
_NEAR = 60  # characters from the adverb within which its sentence names who holds the view
_MOODS = frozenset({"celebration", "announcement", "investigation", "refusal"})
_LEAST, _FULL = 25, 90  # characters a sentence has at least that can be opposed; that says enough alone
_BACK = 2  # sentences before that one of the same speaker that are shown with it


def find_adverbial_contrasts(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], actors: Actors
) -> list[Disagreement]:
    """Every sentence that an adverb sets against the sentence before it, in reading order."""
    weights = Weights(analyses)
    found = []
    for article_id, analysis in analyses.items():
        reader = _Reader(analysis, articles[article_id].text, actors)
        told = [s for s in analysis.sentences if s.block in ("lead", "body")]
        for number, sentence in enumerate(told):
            mark = reader.mark(sentence)
            if mark is None:
                continue
            before = told[:number]
            if mark == sentence.span.start and before and not reader.voice(before[-1]) and reader.quotes(sentence):
                before.pop()  # a sentence that only tells what happened stands between the two views
                if before and not reader.known(reader.voice(before[-1])):
                    continue  # *alle Virologen sagen* two sentences before is a ground for what stands between
            one, other = reader.speech(before), reader.opponent(sentence, mark)
            if one is not None and other and not _same(one.holders[0], other):
                found.append(_disagreement(one, other, before[-1], sentence, reader.text, weights))
    return found


class _Reader:
    """Who says what in the sentences of one article."""

    def __init__(self, analysis: Analysis, text: str, actors: Actors) -> None:
        self._analysis, self.text, self._actors = analysis, text, actors

    def quotes(self, sentence: Sentence) -> bool:
        """Whether somebody is quoted in a sentence."""
        return any(touch(part, sentence.span) for quote in self._analysis.quotes for part in quote.content)

    def mark(self, sentence: Sentence) -> int | None:
        """Where the adverb stands that sets a sentence against the one before."""
        said = self.text[sentence.span.start : sentence.span.end].replace("\n", " ")
        match = _ADVERB.search(said)
        if match is None or _POINTS.search(said) or "?" in said:
            return None
        at = sentence.span.start + match.start()
        quotes = [q for q in self._analysis.quotes if any(touch(part, sentence.span) for part in q.content)]
        if any(part.start <= at < part.end and not self._begins(q, sentence, at) for q in quotes for part in q.content):
            return None
        parts = [part for quote in quotes for part in quote.content if not part.start <= at < part.end]
        outside = "".join(
            char
            for place, char in enumerate(said[: match.start()], sentence.span.start)
            if not any(part.start <= place < part.end for part in parts)
        )
        return None if _INSIDE.search(outside) else at

    def _begins(self, quote: Quote, sentence: Sentence, at: int) -> bool:
        """Whether the words before the adverb are those of the article, though the quotation takes them in."""
        if quote.kind == "reported":
            return True  # it is the article's own sentence that reports
        if quote.kind == "direct" or not quote.speaker:
            return False
        start = sentence.span.start
        return start <= quote.speaker[0].start < at and not _ACCORDING.search(self.text[start : quote.speaker[0].start])

    def voice(self, sentence: Sentence) -> str:
        """Who is quoted in a sentence or takes a stand, "" for nobody that is known as somebody."""
        return self._known(self._told(sentence.span)) if self._told(sentence.span) else ""

    def known(self, name: str) -> bool:
        """Whether a name stands for an actor of the story, or for one body or function with its article."""
        return self._actors.of(self._analysis.article, name) is not None or name[:4].lower() in ("der ", "die ", "das ")

    def opponent(self, sentence: Sentence, mark: int) -> str:
        """Who says or wants what the adverb sets against the sentence before: whoever stands nearest to it."""
        if _FEELS.search(self.text, sentence.span.start, sentence.span.end):
            return ""
        told = self._told(sentence.span)
        if not told and says().search(self.text, sentence.span.start, sentence.span.end) is None:
            return ""
        beside = _BESIDE.match(self.text, mark)
        if beside is not None:
            named = [n.name for n in self._analysis.names if n.span.start == beside.start(1) and n.label in _PARTIES]
            if named or is_somebody(beside.group(1)):
                return called(self._analysis.article, named[0] if named else beside.group(1), self._actors)
        near = Span(article=self._analysis.article, start=sentence.span.start, end=min(sentence.span.end, mark + _NEAR))
        acting = [n for n in self._analysis.names if n.acts and n.label in _PARTIES and touch(n.span, near)]
        close = [(name, span) for name, span in told if span is not None and touch(span, near)]
        beside_mark = [(n.name, n.span) for n in acting if abs(n.span.end - mark) < _NEAR or told]
        return self._known([*close, *beside_mark, *told])

    def _told(self, span: Span) -> list[tuple[str, Span | None]]:
        """The speakers and holders of a sentence, with the place where they are named."""
        said = [
            (q.speaker_name, q.speaker[0] if q.speaker else None)
            for q in self._analysis.quotes
            if q.speaker_name and any(touch(part, span) for part in q.content)
        ]
        held = [
            (c.holder_name, c.holder)
            for c in self._analysis.claims
            if c.holder_name and touch(c.span, span) and c.rule.partition("/")[0] not in _MOODS
        ]
        return [*said, *held]

    def _known(self, named: list[tuple[str, Span | None]]) -> str:
        """The first that is an actor of the story, else the first that names persons, a body or a function."""
        article = self._analysis.article
        actors = [name for name, _ in named if self._actors.of(article, name) is not None]
        name = next((n for n in (*actors, *(n for n, _ in named if is_somebody(n)))), "")
        return called(article, name, self._actors) if name else ""

    def speech(self, told: list[Sentence]) -> Side | None:
        """What somebody says in the last sentence, with those before it that lead up to it where it is short."""
        holder = self.voice(told[-1]) if told else ""
        if not holder or told[-1].span.end - told[-1].span.start < _LEAST:
            return None
        spans = [told[-1].span]
        for sentence in reversed(told[-1 - _BACK : -1]):
            if spans[-1].end - spans[-1].start >= _FULL or self.voice(sentence) != holder:
                break
            spans.append(sentence.span)
        return Side(holders=(holder,), statement=spans[0], evidence=tuple(spans))


def is_somebody(name: str) -> bool:
    """Whether a phrase ends in a noun of persons, of a body or of a function."""
    nouns = [word for word in re.findall(r"[\wäöüß-]+", name) if word[:1].isupper()]
    if re.fullmatch(r"(?:der|die|das|eine?) [A-ZÄÖÜ][\wäöüß-]+", name, re.IGNORECASE):
        return True
    if not nouns or re.search(r"[\d,]", name):
        return False
    return any(reporting.is_person(n) or reporting.is_institution(n) or title_of(n) is not None for n in nouns)


def _same(one: str, other: str) -> bool:
    """Whether two holders are one, as far as their names tell (*Bohlen*, *Friedrich von Bohlen*)."""
    a, b = one.lower().split(), other.lower().split()
    return a[-1] == b[-1] or one.lower() in other.lower() or other.lower() in one.lower()


def _disagreement(
    one: Side, other: str, before: Sentence, sentence: Sentence, text: str, weights: Weights
) -> Disagreement:
    about = [concepts(s.terms) for s in (before, sentence)]
    said = sentence.span
    told = text[one.statement.start : one.statement.end]
    title = keywords(told, about[0] & about[1] or about[0], weights)
    return Disagreement(
        id=stable_id("D", "adverb", *sorted(about[0] | about[1])),
        kind="claim",
        about=title or keywords(text[said.start : said.end], about[1], weights) or f"{one.holders[0]} und {other}",
        assessment="spread",
        reason="Der Text selbst stellt beide Sichtweisen gegeneinander.",
        sides=(one, Side(holders=(other,), statement=said, evidence=(said,))),
        rule="contrast-adverb",
    )
