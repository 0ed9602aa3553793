"""Reproach and defence: what some call a failure of somebody, others defend.

Both sides must speak of the same office, organisation or person: the police that one side calls
overwhelmed and the other defends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeGuard

from briefing.aggregate.disagreements_statements import Actors
from briefing.aggregate.ids import stable_id
from briefing.aggregate.similarity import Weights
from briefing.german.words import load
from briefing.model import Analysis, Article, Claim, Disagreement, Quote, Sentence, Side, Span

_PIECES, _MOST = 6, 4
# Who defends is nobody named; what follows is the one who is defended.
_OTHERS = re.compile(r"\b(?:[Aa]ndere|[Ee]inige|[Mm]anche|[Vv]iele) (?:nahm\w*|nehm\w*|verteidig\w*)\b")
_DEFENDS = re.compile(r"\b(?:verteidig\w+|rechtfertig\w+)\b|\bSchutz\b|\bhinter\b|\bRücken\b")
_REPROACH = re.compile(r"\b(?:\w*[Kk]ritik|Vorw[uü]rf\w*|\w*[Aa]nschuldigung\w*|Beschuldigung\w*|vorzuwerfen)\b")
_REGRETS = re.compile(r"\b(?:bedauer|beklag)\w*")
# Whoever condemns attacks on somebody does not accuse them.
_ATTACKED = re.compile(
    r"\b(?:\w*[Aa]ngriffe?n?|Gewalt|Attacken?|Übergriffen?|Ausschreitungen|Krawalle|Hass|Hetze|Drohungen?|"
    r"Anschl[aä]ge?n?) (?:gegen|auf)\b"
)
_CRITICISES = re.compile(r"\b(?:übt?e?n?|geübt|äußer\w*|geäußert|formulier\w*|angemeldet)\b")
_NO_FAULT = re.compile(r"\bnichts vorzuwerfen\b|\b(?:kein\w*|nicht|ohne) (?:\w+ ){0,3}$")
_FUNCTION = re.compile(
    r"[Mm]inister|[Ss]enator|[Pp]räsident|[Kk]anzler|[Cc]hef|[Ss]precher|[Aa]nwalt|[Vv]erteidiger|[Vv]ertreter|[Pp]olitiker|"
    r"[Pp]artei|[Ff]raktion|[Gg]ewerkschaft|[Vv]erband|[Oo]pposition|[Ee]xperte|[Bb]eauftragte|[Vv]orsitzende|[Mm]eister"
)
_SPOKE = re.compile(r"\b(?:sprach|sprachen|spricht|sprechen|sprächen) (?:[^\s.!?;]+ ){0,6}von\b")


@dataclass(frozen=True, slots=True)
class Stand:
    """Who says something of whom: the span shown and the offices, organisations and people it speaks of."""

    holder: str
    span: Span
    targets: frozenset[str]
    matter: str = ""


@cache
def _faults() -> re.Pattern[str]:
    words = "|".join(sorted(load("claims")["fault"]["words"], key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b")


@cache
def _institutions() -> re.Pattern[str]:
    return re.compile("|".join(sorted(load("claims")["fault"]["institutions"], key=len, reverse=True)))


def find_reproaches(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], actors: Actors
) -> list[Disagreement]:
    """Reproaches of somebody with what defends the same one, those with most voices first."""
    attacks, defences = [], []
    weights = Weights(analyses)
    for article_id, analysis in analyses.items():
        text = articles[article_id].text
        found = _Reader(analysis, text, actors, weights)
        attacks += found.attacks()
        defences += found.defences()
    return _opposed(attacks, defences)


class _Reader:
    """The attacks and defences of one article."""

    def __init__(self, analysis: Analysis, text: str, actors: Actors, weights: Weights) -> None:
        self._analysis, self._text, self._actors, self._weights = analysis, text, actors, weights

    def _name(self, name: str | None) -> str:
        actor = self._actors.of(self._analysis.article, name) if name else None
        return actor.name if actor is not None else name or ""

    def _holds(self, name: str | None) -> TypeGuard[str]:
        """Whether a name is that of somebody: a merged actor, an office, a function."""
        if not name:
            return False
        return self._actors.of(self._analysis.article, name) is not None or bool(
            _FUNCTION.search(name) or _institutions().search(name)
        )

    def _said(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def _targets(self, span: Span, without: str = "") -> frozenset[str]:
        """Organisations and people that are named in a span, and kinds of office (*polizei* in *Polizeieinsatz*)."""
        inside = [n for n in self._analysis.names if span.start <= n.span.start < span.end]
        named = {self._name(n.name) for n in inside if n.label in ("PER", "ORG")}
        offices = {match.group().lower() for match in _institutions().finditer(self._said(span))}
        return frozenset((named | offices) - {without, ""})

    def _quotes(self) -> list[tuple[Quote, Span]]:
        found = []
        for quote in self._analysis.quotes:
            if quote.content and quote.speaker_name and quote.kind != "reported":
                span = Span(article=self._analysis.article, start=quote.content[0].start, end=quote.content[-1].end)
                found.append((quote, span))
        return found

    def attacks(self) -> list[Stand]:
        """Claims that accuse, and statements that call something a failure."""
        found = []
        for claim in self._analysis.claims:
            if self._holds(claim.holder_name) and _accuses(claim, self._said(claim.span)):
                holder = self._name(claim.holder_name)
                found.append(Stand(holder, claim.span, self._aimed(claim, holder)))
        for quote, span in self._quotes():
            if _blames(self._said(span)):
                holder = self._name(quote.speaker_name)
                found.append(Stand(holder, span, self._targets(span, holder)))
        return [*found, *self._spoken()]

    def _aimed(self, claim: Claim, holder: str) -> frozenset[str]:
        """Whom a claim accuses: named in its object, for *wirft X vor* beside the holder's own phrase."""
        if not claim.rule.startswith("accusation"):
            return self._targets(claim.proposition or claim.span, holder)
        end = claim.holder.end if claim.holder is not None else claim.span.start
        start = end if claim.span.start <= end < claim.span.end else claim.span.start
        return self._targets(Span(article=claim.span.article, start=start, end=claim.span.end), holder)

    def _spoken(self) -> list[Stand]:
        """*X sprach von Staatsversagen*."""
        found = []
        for sentence in self._analysis.sentences:
            said = self._said(sentence.span)
            if sentence.block in ("lead", "body") and _SPOKE.search(said) and _blames(said):
                name = _acting(self._analysis, sentence)
                if name:
                    holder = self._name(name)
                    found.append(Stand(holder, sentence.span, self._targets(sentence.span, holder)))
        return found

    def defences(self) -> list[Stand]:
        """Claims that reject criticism or defend somebody, and statements that deny a failure."""
        found = []
        for claim in self._analysis.claims:
            said = self._said(claim.span)
            if self._holds(claim.holder_name) and _defends(claim, said) and not _OTHERS.search(said):
                holder = self._name(claim.holder_name)
                own = frozenset(m.group().lower() for m in _institutions().finditer(claim.holder_name))
                about = claim.proposition or claim.span
                targets = self._targets(claim.span) | self._targets(about) | own
                found.append(Stand(holder, _whole(claim), targets - {holder}, " ".join(claim.about.split())))
        for quote, span in self._quotes():
            if _clears(self._said(span)):
                holder = self._name(quote.speaker_name)
                found.append(Stand(holder, span, self._targets(span, holder)))
        return found


def _whole(claim: Claim) -> Span:
    """A claim with its proposition where that stands right before it (*Y Versagen vorzuwerfen, hält X für falsch*)."""
    told = claim.proposition
    if told is not None and told.end <= claim.span.start <= told.end + 2:
        return Span(article=told.article, start=told.start, end=claim.span.end)
    return claim.span


def _accuses(claim: Claim, said: str) -> bool:
    rule, _, pointing = claim.rule.partition("/")
    if rule in ("disapproval", "disapproval-phrase"):
        return not any((pointing, _REPROACH.search(said), _REGRETS.search(said), _ATTACKED.search(said)))
    return rule == "accusation" or (rule == "demand" and bool(re.search(r"\b(?:Rücktritt\w*|Entlassung)\b", said)))


def _defends(claim: Claim, said: str) -> bool:
    rule = claim.rule.partition("/")[0]
    if rule in ("approval", "approval-phrase"):
        return bool(_DEFENDS.search(said))
    if rule == "denial":
        return bool(_REPROACH.search(said)) and claim.rule == "denial"
    return rule == "disapproval-phrase" and bool(_REPROACH.search(claim.about)) and not _CRITICISES.search(said)


def _blames(said: str) -> bool:
    """Whether a statement names a failure and does not deny it."""
    match = _faults().search(said)
    return match is not None and not _NO_FAULT.search(said[: match.start()]) and not said.rstrip().endswith("?")


def _clears(said: str) -> bool:
    """Whether a statement denies a failure (*keinerlei Pflichtverletzungen*)."""
    match = _faults().search(said)
    return match is not None and bool(_NO_FAULT.search(said[: match.start()]))


def _acting(analysis: Analysis, sentence: Sentence) -> str:
    inside = [n for n in analysis.names if sentence.span.start <= n.span.start < sentence.span.end]
    return next((n.name for n in inside if n.acts and n.label in ("PER", "ORG")), "")


def _opposed(attacks: list[Stand], defences: list[Stand]) -> list[Disagreement]:
    """One disagreement per target that is both attacked and defended, those with most voices first."""
    found: list[tuple[int, str, Disagreement]] = []
    taken: set[Span] = set()
    for target in sorted({t for d in defences for t in d.targets}):
        shield = [d for d in defences if target in d.targets and d.span not in taken]
        names = {d.holder for d in shield}
        blame = [a for a in attacks if target in a.targets and a.holder not in names and a.holder != target]
        blame = [a for a in blame if all(not touch(a.span, d.span) for d in shield)]
        if not shield or not blame:
            continue
        taken.update(d.span for d in shield)
        matters = [d.matter for d in shield if target in d.matter.lower()]
        about = min(matters, key=lambda m: (len(m), m), default=target[:1].upper() + target[1:])
        item = Disagreement(
            id=stable_id("D", "reproach", target),
            kind="claim",
            about=about,
            assessment="spread",
            reason="Was die einen vorwerfen, weisen die anderen zurück.",
            sides=(side_of(blame), side_of(shield)),
            rule="reproach-and-defence",
        )
        found.append((-len({a.holder for a in blame}) - len(names), target, item))
    return [item for _, _, item in sorted(found, key=lambda f: f[:2])][:_MOST]


def touch(a: Span, b: Span) -> bool:
    """Whether two spans have a character in common."""
    return a.article == b.article and a.start < b.end and b.start < a.end


def side_of(stands: list[Stand]) -> Side:
    """A side of a disagreement: everybody who takes the stand, each piece of evidence once."""
    spans = apart(s.span for s in stands)
    return Side(holders=tuple(dict.fromkeys(s.holder for s in stands if s.holder)), statement=spans[0], evidence=spans)


def apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, without those that overlap one before; at most `_PIECES`."""
    kept: list[Span] = []
    for span in spans:
        if all(not touch(span, other) for other in kept):
            kept.append(span)
    return tuple(kept[:_PIECES])
