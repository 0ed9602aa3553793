"""Two views in one sentence: *X lehnt den Begriff ab, Y erklärte …*, *Kritikern, die …, hielt Y entgegen, …*.

One must reject or blame something; what the other says or wants stands in another part of the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefing.aggregate.disagreements_adverbs import is_somebody
from briefing.aggregate.disagreements_reproach import touch
from briefing.aggregate.disagreements_statements import Actors, called
from briefing.aggregate.ids import stable_id
from briefing.aggregate.similarity import Weights, concepts, keywords
from briefing.model import Analysis, Article, Claim, Disagreement, Sentence, Side, Span

_AGAINST = frozenset(
    "rejection rejection-phrase opposition resistance refusal disapproval disapproval-phrase doubt doubt-phrase".split()
)
_FOR = frozenset(
    "demand demand-for demand-on demand-to announcement announcement-phrase approval approval-phrase".split()
)
_LEAST = 25  # characters of what can be set against a rejection; less is a word
_UNREAL = re.compile(r"\b(?:würde\w*|könnte\w*|hätte\w*|wenn|falls|soll|sollte\w*)\b")


def find_sentence_contrasts(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], actors: Actors
) -> list[Disagreement]:
    """The sentences that give two opposed views, in reading order."""
    weights = Weights(analyses)
    found = []
    for article_id, analysis in analyses.items():
        text = articles[article_id].text
        for claim in analysis.claims:
            sentence = _sentence(claim, analysis)
            if sentence is None or not _takes_part(claim, analysis, text, actors):
                continue
            holder = called(article_id, claim.holder_name, actors)
            for name, span in _others(claim, sentence, analysis):
                other = called(article_id, name, actors)
                if span.end - span.start < _LEAST or not _known(article_id, name, actors):
                    continue
                if not _alike(holder, other):
                    found.append(_disagreement(claim, holder, (other, span), sentence, text, weights))
                    break
    return found


def _sentence(claim: Claim, analysis: Analysis) -> Sentence | None:
    """The sentence of the running text in which a claim against something stands."""
    if claim.rule.partition("/")[0] not in _AGAINST or not claim.holder_name:
        return None
    inside = (s for s in analysis.sentences if s.span.start <= claim.span.start < s.span.end)
    sentence = next(inside, None)
    return sentence if sentence is not None and sentence.block in ("lead", "body") else None


def _takes_part(claim: Claim, analysis: Analysis, text: str, actors: Actors) -> bool:
    """Whether a claim is the article's own report of somebody's stand, and not a part of a quotation."""
    said = text[claim.span.start : claim.span.end]
    if said.startswith(("und ", "sowie ")) or _UNREAL.search(said):
        return False
    if any(
        part.start <= claim.span.start < part.end
        for quote in analysis.quotes
        for part in quote.content
        if quote.kind != "reported"
    ):
        return False
    return _known(claim.span.article, claim.holder_name or "", actors)


def _others(claim: Claim, sentence: Sentence, analysis: Analysis) -> Iterator[tuple[str, Span]]:
    """Who else says or wants something in the sentence, outside of the claim."""
    for quote in analysis.quotes:
        if quote.content and quote.speaker_name and quote.kind != "reported":
            span = Span(article=claim.span.article, start=quote.content[0].start, end=quote.content[-1].end)
            own = any(touch(part, claim.span) for part in (*quote.content, *quote.speaker))
            if not own and sentence.span.start <= span.start < sentence.span.end:
                yield quote.speaker_name, span
    for other in analysis.claims:
        inside = sentence.span.start <= other.span.start < sentence.span.end and not touch(other.span, claim.span)
        if inside and other.holder_name and other.rule.partition("/")[0] in _FOR:
            yield other.holder_name, other.span


def _known(article: str, name: str, actors: Actors) -> bool:
    return actors.of(article, name) is not None or is_somebody(name)


def _alike(one: str, other: str) -> bool:
    """Whether two holders share a part of their names."""
    small = {"der", "die", "das", "und", "von", "des", "für", "in"}
    return bool((set(one.lower().split()) & set(other.lower().split())) - small)


def _disagreement(
    claim: Claim, holder: str, other: tuple[str, Span], sentence: Sentence, text: str, weights: Weights
) -> Disagreement:
    about, said = concepts(sentence.terms), claim.span
    if said.end - said.start < _LEAST and other[1].end < said.start:  # *…, was X aber ablehnte*
        start = (
            other[1].end + len(text[other[1].end : said.start]) - len(text[other[1].end : said.start].lstrip(" ,;–"))
        )
        said = replace(said, start=start)
    title = keywords(text[sentence.span.start : sentence.span.end], about, weights)
    return Disagreement(
        id=stable_id("D", "sentence", holder, other[0], *sorted(about)),
        kind="claim",
        about=title or f"{other[0]} und {holder}",
        assessment="spread",
        reason="Der Text selbst stellt beide Sichtweisen gegeneinander.",
        sides=(
            Side(holders=(other[0],), statement=other[1], evidence=(other[1],)),
            Side(holders=(holder,), statement=said, evidence=(said,)),
        ),
        rule="contrast-in-sentence",
    )
