"""Corrections: *Die Agentur korrigierte ihre Angabe, …* against what other articles still report."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.aggregate.ids import stable_id
from briefing.aggregate.similarity import Weights, concepts, keywords
from briefing.model import Analysis, Article, Disagreement, Sentence, Side, Span

_CORRECTS = re.compile(
    r"\b(?:korrigier\w+|berichtig\w+|revidier\w+|zog\w* zurück|zurückgezogen)\b[^.!?]{0,80}"
    r"\b(?:Angabe|Angaben|Zahl|Zahlen|Meldung|Bericht|Berichte|Darstellung|Aussage|Behauptung|Fassung|Version)\b"
    r"|\b(?:Angabe|Angaben|Zahl|Zahlen|Meldung|Bericht|Darstellung|Aussage)\b[^.!?]{0,60}\b(?:korrigiert|berichtigt|revidiert)\b"
)
_ALIKE, _LEAST, _MOST = 0.5, 2, 4


def find_corrections(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], origins: Mapping[str, str]
) -> list[Disagreement]:
    """Every correction with the sentences of other origins that say what was corrected."""
    weights = Weights(analyses)
    every = [(id_, s) for id_, a in analyses.items() for s in a.sentences if s.block in ("lead", "body")]
    found = []
    for article_id, sentence in every:
        text = articles[article_id].text[sentence.span.start : sentence.span.end]
        if not _CORRECTS.search(text):
            continue
        about = concepts(sentence.terms)
        earlier = _earlier(about, [(i, s) for i, s in every if origins[i] != origins[article_id]], weights)
        if earlier:
            found.append(_disagreement(sentence, about, earlier, keywords(text, about, weights)))
    return found


def _earlier(about: frozenset[str], others: list[tuple[str, Sentence]], weights: Weights) -> list[Span]:
    scored = []
    for _, sentence in others:
        said = concepts(sentence.terms)
        like = weights.contained(said, about)
        if len(said & about) >= _LEAST and like >= _ALIKE:
            scored.append((-like, sentence.span))
    return [span for _, span in sorted(scored)][:_MOST]


def _disagreement(sentence: Sentence, about: frozenset[str], earlier: list[Span], title: str) -> Disagreement:
    return Disagreement(
        id=stable_id("D", "correction", *sorted(about)),
        kind="claim",
        about=title,
        assessment="later_update",
        reason="Eine frühere Angabe wurde später berichtigt.",
        sides=(
            Side(holders=(), statement=earlier[0], evidence=tuple(earlier)),
            Side(holders=(), statement=sentence.span, evidence=(sentence.span,)),
        ),
        rule="correction",
    )
