"""Accusations and what the accused says to them: *X wirft Madrid vor …*, *Spanien wolle …, versicherte die Ministerin*.

The reply is a statement of the accused itself, or of one who speaks for it, in an article that tells the
accusation, and it shares something with it besides names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.aggregate.disagreements_reproach import apart, touch
from briefing.aggregate.disagreements_statements import Actors, called
from briefing.aggregate.ids import stable_id
from briefing.aggregate.similarity import Weights, concepts
from briefing.german.states import state_of
from briefing.model import Analysis, Article, Claim, Disagreement, Name, Side, Span

_SPEAKS_FOR = re.compile(r"[Mm]inister|[Pp]räsident|[Kk]anzler|[Ss]precher|[Rr]egierung|[Pp]remier")
_SUFFIX = 4  # letters that the base of a compound has at least (*Migrationskrise*, *Krise*)


def find_replies(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], actors: Actors
) -> list[Disagreement]:
    """Each accusation that is answered, in reading order, with all replies of its article."""
    weights = Weights(analyses)
    found = []
    for article_id, analysis in analyses.items():
        text = articles[article_id].text
        for claim in analysis.claims:
            if claim.rule == "accusation" and claim.holder_name:
                accused = _accused(claim, analysis)
                replies = _replies(claim, accused, analysis, text, actors, weights) if accused is not None else []
                if accused is not None and replies:
                    found.append(_disagreement(claim, replies, called(article_id, claim.holder_name, actors)))
    return found


def _accused(claim: Claim, analysis: Analysis) -> Name | None:
    """The name beside the holder's phrase and outside the proposition (*werfen Madrid vor, …*)."""
    outside = [span for span in (claim.holder, claim.proposition) if span is not None]
    inside = [n for n in analysis.names if claim.span.start <= n.span.start < claim.span.end]
    return next((n for n in inside if not any(touch(n.span, span) for span in outside)), None)


def _replies(
    claim: Claim, accused: Name, analysis: Analysis, text: str, actors: Actors, weights: Weights
) -> list[tuple[str, Span]]:
    """Who says what for the accused, after the accusation."""
    about = {item for item in concepts(claim.terms) if not weights.is_name(item)}
    found = []
    for quote in analysis.quotes:
        if not quote.content or not quote.speaker_name or quote.kind == "reported":
            continue
        span = Span(article=analysis.article, start=quote.content[0].start, end=quote.content[-1].end)
        if span.start < claim.span.end or not _common(about, concepts(quote.terms)):
            continue
        if _speaks_for(quote.speaker_name, accused, text[span.start : span.end], analysis.article, actors):
            found.append((called(analysis.article, quote.speaker_name, actors), span))
    return found


def _common(about: set[str], said: frozenset[str]) -> bool:
    """Whether two sets share a concept, or one has the base of a compound of the other."""
    return any(
        one == other or (len(one) >= _SUFFIX and other.endswith(one)) or (len(other) >= _SUFFIX and one.endswith(other))
        for one in about
        for other in said
    )


def _speaks_for(speaker: str, accused: Name, said: str, article_id: str, actors: Actors) -> bool:
    """The accused itself, one whose function names it, or a minister who says what the accused state does."""
    if called(article_id, speaker, actors) == called(article_id, accused.name, actors):
        return True
    actor = actors.of(article_id, speaker)
    roles = " ".join(role.role for role in actor.roles) if actor is not None else speaker
    state = state_of(accused.name)
    if state is None:
        return accused.label == "ORG" and re.search(rf"\b{re.escape(accused.name)}\b", f"{roles} {speaker}") is not None
    if not _SPEAKS_FOR.search(f"{roles} {speaker}"):
        return False
    named = [word for word in re.findall(r"[\wäöüß]+", roles) if state_of(word) == state]
    return bool(named) or any(state_of(word) == state for word in re.findall(r"[\wäöüß]+", said)[:2])


def _disagreement(claim: Claim, replies: list[tuple[str, Span]], holder: str) -> Disagreement:
    spans = apart(span for _, span in replies)
    return Disagreement(
        id=stable_id("D", "reply", *sorted(concepts(claim.terms))),
        kind="claim",
        about=" ".join(claim.about.split()),
        assessment="spread",
        reason="Ein Vorwurf und was die Gegenseite dazu sagt.",
        sides=(
            Side(holders=(holder,), statement=claim.span, evidence=(claim.span,)),
            Side(holders=tuple(dict.fromkeys(name for name, _ in replies)), statement=spans[0], evidence=spans),
        ),
        rule="accusation-and-reply",
    )
