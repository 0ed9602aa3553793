"""Statements as the comparison sees them: who takes which stance towards what, with its concepts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from briefing.aggregate.similarity import concepts
from briefing.model import Actor, Analysis, Article, Claim, Quote, Span

Stand = Literal["says", "confirms", "denies", "rejects", "doubts", "demands", "approves", "disapproves", "announces"]

_NEGATED = re.compile(
    r"\b(?:nicht|nie|niemals|kein\w{0,2}|keineswegs|keinesfalls|weder|ohne|falsch|unwahr|haltlos)\b", re.IGNORECASE
)
UNREAL = re.compile(
    r"\b(?:könnte\w{0,2}|würde\w{0,2}|wäre\w{0,2}|hätte\w{0,2}|falls|wenn|sollte\w{0,2}|dürfte\w{0,2}|ob|womöglich|möglicherweise)\b",
    re.IGNORECASE,
)
_STANDS: dict[Stand, tuple[str, ...]] = {
    "denies": ("denial", "denial-phrase", "objection"),
    "rejects": ("rejection", "resistance", "opposition", "refusal", "rejection-phrase"),
    "confirms": ("confirmation", "admission"),
    "doubts": ("doubt", "doubt-at", "doubt-phrase"),
    "says": ("assertion", "assumption", "assertion-phrase", "accusation", "investigation"),
    "approves": ("approval", "celebration", "approval-phrase"),
    "disapproves": ("disapproval", "disapproval-phrase"),
    "announces": ("announcement", "announcement-phrase"),
    "demands": ("demand", "demand-for", "demand-on", "demand-to"),
}
_STAND = {rule: stand for stand, rules in _STANDS.items() for rule in rules}


class Actors(Protocol):
    """What is asked of the merged actors: the actor a name in an article stands for."""

    def of(self, article_id: str, name: str) -> Actor | None:
        """The merged actor, None if the name stands for none."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One stance: `span` is what is shown, `told` the span of a proposition that stands elsewhere."""

    article: str
    origin: str
    stand: Stand
    holder: str
    span: Span
    about: frozenset[str]
    told: Span | None
    rule: str
    matter: str = ""

    @property
    def key(self) -> tuple[str, int, int]:
        """Reading order."""
        return self.article, self.span.start, self.span.end


def statements(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], origins: Mapping[str, str], actors: Actors
) -> list[Statement]:
    """All claims and all unconditional, unnegated quotations, in reading order."""
    found: list[Statement] = []
    for article_id, analysis in analyses.items():
        text = articles[article_id].text
        for claim in analysis.claims:
            statement = _of_claim(claim, origins[article_id], actors)
            if statement is not None:
                found.append(statement)
        taken = [s.span for s in found if s.article == article_id]
        for quote in analysis.quotes:
            said = _of_quote(quote, text, origins[article_id], actors)
            if said is not None and not any(_overlap(said.span, span) for span in taken):
                found.append(said)
    return found


def _overlap(a: Span, b: Span) -> bool:
    """Whether two spans of one article share more than half of the shorter one."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared * 2 > min(a.end - a.start, b.end - b.start)


def called(article: str, name: str | None, actors: Actors) -> str:
    """What a holder is called: the merged actor's name, else as the article has it; empty if it names none."""
    actor = actors.of(article, name) if name else None
    return actor.name if actor is not None else name or ""


def _of_claim(claim: Claim, origin: str, actors: Actors) -> Statement | None:
    rule, _, anaphora = claim.rule.partition("/")
    stand = _STAND.get(rule)
    if stand is None:
        return None
    if stand == "demands" and _NEGATED.search(claim.about):
        stand = "rejects"  # who demands not to do it rejects it
    article = claim.span.article
    return Statement(
        article=article,
        origin=origin,
        stand=stand,
        holder=called(article, claim.holder_name, actors),
        span=claim.span,
        about=concepts(claim.terms),
        told=claim.proposition if anaphora else None,
        rule=claim.rule,
        matter=" ".join(claim.about.split()),
    )


def _of_quote(quote: Quote, text: str, origin: str, actors: Actors) -> Statement | None:
    if not quote.content or not quote.speaker_name or quote.kind == "reported":
        return None
    span = Span(article=quote.content[0].article, start=quote.content[0].start, end=quote.content[-1].end)
    said = text[span.start : span.end]
    if _NEGATED.search(said) or UNREAL.search(said) or said.rstrip().endswith("?"):
        return None
    return Statement(
        article=span.article,
        origin=origin,
        stand="says",
        holder=called(span.article, quote.speaker_name, actors),
        span=span,
        about=concepts(quote.terms),
        told=None,
        rule=quote.rule,
    )
