"""The quotations of an article that are shown, each with its speaker and what of it is compared."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Protocol

from briefing.aggregate.core_sentences import is_reported
from briefing.aggregate.quotes_alike import MARKS, VERBATIM_WORDS, Words, words_of
from briefing.aggregate.quotes_amounts import Amounts
from briefing.aggregate.quotes_frame import is_broken_off
from briefing.aggregate.quotes_overlaps import WEAK_RULES, Overlaps, holds, is_inside_other
from briefing.aggregate.quotes_speakers import Source, source_of
from briefing.aggregate.similarity import Weights
from briefing.model import Actor, Analysis, Article, Quote, Sentence, Span

# Subjects that stand for nobody who could be asked.
_NOBODY = frozenset({"man", "wer", "ich", "wir", "niemand", "jemand", "keiner", "jeder", "jede"})
_KNOWS = frozenset({"weiß", "wissen", "wusste", "wussten"})
# In a commentary such sentences are the writer's own guesses, not the words of whoever was named last.
_WITHOUT_FRAME = ("free_indirect", "indirect_free_indirect")


class Actors(Protocol):
    """What is asked of the merged actors."""

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All actors of the story, the most important first."""

    def of(self, article_id: str, name: str) -> Actor | None:
        """The actor that a name in an article stands for."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A quotation in its article with what is compared."""

    article: str
    order: int
    quote: Quote
    words: Words
    marked: tuple[Words, ...]
    compared: tuple[Words, ...]  # all of it, and its sentences where it has several
    source: Source
    actor: Actor | None
    name: str
    opinion: bool
    role: str | None


def entries_of(article: Article, analysis: Analysis, weights: Weights, actors: Actors) -> list[Entry]:
    """The quotations of an article that are shown, in its order; what is a part of another one is left out."""
    quotes = [q for q in analysis.quotes if q.content and _block(article, q.content[0].start) != "boilerplate"]
    overlaps, amounts, found = Overlaps(quotes), Amounts(article, analysis), []
    for place, quote in enumerate(quotes):
        if is_inside_other(quote, overlaps):
            continue
        actor = _actor(article.id, quote, actors)
        if quote.rule in WEAK_RULES and not (
            quote.kind == "direct" and actor and _is_shown_weak(article, quote, analysis)
        ):
            continue
        if quote.kind == "indirect" and (_is_nobody(article, quote) or _is_knowing(article, quote)):
            continue
        if quote.kind == "reported" and actor is None:
            continue
        opinion = _block(article, quote.content[0].start) == "opinion"
        if opinion and quote.kind in _WITHOUT_FRAME:
            continue
        text = _text(article, quote.content)
        words = words_of(text, quote.terms, weights, amounts.of(quote), direct=quote.kind == "direct")
        name = actor.name if actor else quote.speaker_name or ""
        role = _role(article, quote, name)
        found.append(
            Entry(
                article=article.id,
                order=place,
                quote=quote,
                words=words,
                compared=(words, *_parts(article, quote, _sentences(quote, analysis), amounts, weights)),
                source=source_of(actor, name, role, direct=quote.kind == "direct"),
                actor=actor,
                marked=_marked(article, quote, overlaps, weights),
                name=name,
                role=role,
                opinion=opinion,
            )
        )
    return found


def _is_shown_weak(article: Article, quote: Quote, analysis: Analysis) -> bool:
    """Whether direct speech that a weak rule finds is a sentence, or stands in one with its speaker or in the mood of
    reported speech."""
    around = [sentence.span for sentence in _sentences(quote, analysis)]
    if not around or not is_broken_off(quote, article):
        return True
    start, end = around[0].start, around[-1].end
    named = any(start <= span.start and span.end <= end for span in quote.speaker)
    return named or is_reported(article.text[start:end])


def _is_nobody(article: Article, quote: Quote) -> bool:
    """Whether the printed subject means no one in particular, or whoever writes (*ich*)."""
    return any(article.text[span.start : span.end].lower() in _NOBODY for span in quote.speaker)


def _is_knowing(article: Article, quote: Quote) -> bool:
    """*Sie weiß, dass …*: the author tells what someone knows; *ließ wissen* has two words."""
    return [article.text[span.start : span.end].lower() in _KNOWS for span in quote.cue] == [True]


def _marked(article: Article, quote: Quote, overlaps: Overlaps, weights: Weights) -> tuple[Words, ...]:
    """The longer words in marks inside a quotation: the speaker's own, recognised under whatever name."""
    inside = (other for other in overlaps.of(quote) if other.kind == "direct" and holds(quote, other))
    found = (words_of(_text(article, other.content), other.terms, weights) for other in inside)
    return tuple(words for words in found if words.count >= VERBATIM_WORDS)


def _sentences(quote: Quote, analysis: Analysis) -> list[Sentence]:
    start, end = min(span.start for span in quote.content), max(span.end for span in quote.content)
    first = bisect_right(analysis.sentences, start, key=lambda sentence: sentence.span.end)
    return list(takewhile(lambda sentence: sentence.span.start < end, analysis.sentences[first:]))


def _parts(
    article: Article, quote: Quote, sentences: Sequence[Sentence], amounts: Amounts, weights: Weights
) -> tuple[Words, ...]:
    """The sentences of a quotation that are long enough, where there are several."""
    if len(sentences) < 2 or quote.kind == "reported":
        return ()
    own, found = set(quote.terms), []
    for sentence in sentences:
        spans = [
            replace(sentence.span, start=max(span.start, sentence.span.start), end=min(span.end, sentence.span.end))
            for span in quote.content
            if span.start < sentence.span.end and span.end > sentence.span.start
        ]
        text = _text(article, spans)
        terms = [term for term in sentence.terms if term in own]
        words = words_of(text, terms, weights, amounts.within(spans), direct=quote.kind == "direct")
        if words.count >= VERBATIM_WORDS:
            found.append(words)
    return tuple(found)


def _text(article: Article, spans: Iterable[Span]) -> str:
    parts = (article.text[span.start : span.end] for span in spans)
    return " ".join(" ".join(parts).split())


def _block(article: Article, offset: int) -> str:
    return next((b.kind for b in article.blocks if b.start <= offset < b.end), "body")


def _actor(article: str, quote: Quote, actors: Actors) -> Actor | None:
    return actors.of(article, quote.speaker_name) if quote.speaker_name else None


def content_text(article: Article, quote: Quote) -> str:
    """The words of a quotation, its parts joined by a space, without the marks around it."""
    return _text(article, quote.content).strip(MARKS + " ")


def _role(article: Article, quote: Quote, name: str) -> str | None:
    """The function printed with the speaker; what is only a part of the name (*Von der* Leyen) is none."""
    if quote.speaker_role is None:
        return None
    role = article.text[quote.speaker_role.start : quote.speaker_role.end]
    return None if set(role.lower().split()) <= set(name.lower().split()) else role
