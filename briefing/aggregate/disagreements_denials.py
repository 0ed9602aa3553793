"""Accusations and their denial by the accused: *X wurde Bestechung vorgeworfen*, *X bestreitet jedes Fehlverhalten*.

The denial names its matter only by a word for an accusation (*die Vorwürfe*, *das*) or for guilt; the accusation
is told in a sentence about the same person or body, in the same article before it or in another article in
like words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.aggregate.disagreements_reproach import apart, touch
from briefing.aggregate.disagreements_statements import Actors, called
from briefing.aggregate.ids import stable_id
from briefing.aggregate.similarity import Weights, concepts
from briefing.model import Analysis, Article, Claim, Disagreement, Sentence, Side, Span

_DENIES = frozenset({"denial", "denial-phrase"})
_GUILT = re.compile(
    r"\b(?:Vorw[uü]rf\w*|\w*[Aa]nschuldigung\w*|\w*[Bb]eschuldigung\w*|Anklage\w*|Verdacht\w*|Fehlverhalten|Schuld|Mitschuld|"
    r"Beteiligung|Verwicklung|Verstrickung|Rechtsverst[oö]ß\w*)\b"
)
_CHARGED = re.compile(
    r"\b(?:vorgeworfen|angelastet|beschuldigt|bezichtigt|verdächtigt|angeklagt|zur Last (?:gelegt|legt|legen)|"
    r"(?:[Ee]rmittel\w+|[Ee]rmittlung\w*|Anklage|[Ss]trafanzeige|Vorw[uü]rf\w*|Verdacht) (?:\w+ ){0,2}gegen|"
    r"wirft|werfen|warf|warfen|Vorwurf (?:der|des|wegen)|[Vv]erdacht (?:der|des|auf)|(?:steh|stand)\w* im Verdacht)\b"
)
_SAID_TO = re.compile(r"\b(?:soll|sollen|solle) (?:[^.!?;]{1,160}?)\b(?:haben|sein)\b")
_MISDEED = re.compile(
    r"\b\w*(?:[Bb]estech|[Kk]orrupt|[Bb]etrug|[Bb]etrog|[Uu]ntreue|[Vv]eruntreu|[Gg]eldwäsche|[Mm]ord|[Mm]issbrauch|[Mm]issbräuch|"
    r"[Vv]ergewaltig|[Bb]elästig|[Pp]lagiat|[Pp]lagiier|[Hh]interz[io]|[Ii]nsiderhandel|[Hh]ochverrat|[Ss]pion|[Mm]enschenrechtsverletz|"
    r"[Kk]riegsverbrech|[Ss]tiehl|[Ss]tohl|[Mm]anipulier|[Mm]anipulation|[Ff]älsch|[Ss]chmier|[Vv]ertusch|[Ee]rpress|[Vv]olksverhetz|"
    r"[Vv]erschw[io]eg|[Ll]üge|[Ll]og\b|[Tt]äusch|[Nn]ötig|[Mm]isshand|[Ff]olter|[Vv]ergifte|[Gg]iftanschlag|[Hh]ackerangriff|"
    r"[Kk]artell|[Pp]reisabsprache|[Ss]chwarzgeld|[Vv]orteilsnahme|[Ii]llegal)\w*"
)
_BEFORE = 6  # sentences before a denial in which its accusation may stand
_LIKE = 0.3  # of the weight of the shorter sentence that an accusation in another article must share


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that tells an accusation: of whom, by whom ("" if nobody is named), its concepts."""

    accused: frozenset[str]
    holder: str
    span: Span
    about: frozenset[str]
    number: int


def find_denials(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], actors: Actors
) -> list[Disagreement]:
    """One disagreement for everybody who denies what they are accused of, in reading order."""
    if not any(_denies(claim, articles[i].text) for i, analysis in analyses.items() for claim in analysis.claims):
        return []
    weights = Weights(analyses)
    told = {i: _accusations(a, articles[i].text, actors) for i, a in analyses.items()}
    found: dict[str, tuple[list[_Told], list[Claim]]] = {}
    for article_id, analysis in analyses.items():
        text = articles[article_id].text
        for claim in analysis.claims:
            if not _denies(claim, text):
                continue
            who = called(article_id, claim.holder_name, actors)
            near = [t for t in told[article_id] if who in t.accused and _stands_before(t, claim, analysis)]
            if near:
                charges, denials = found.setdefault(who, ([], []))
                charges += [t for t in near if t not in charges]
                denials.append(claim)
    return [
        _disagreement(who, [*charges, *_elsewhere(who, charges, told, weights)], denials)
        for who, (charges, denials) in found.items()
    ]


def _denies(claim: Claim, text: str) -> bool:
    rule, _, pointing = claim.rule.partition("/")
    said = text[claim.span.start : claim.span.end]
    return rule in _DENIES and bool(claim.holder_name) and (bool(pointing) or bool(_GUILT.search(said)))


def _accusations(analysis: Analysis, text: str, actors: Actors) -> list[_Told]:
    found = []
    for number, sentence in enumerate(analysis.sentences):
        said = text[sentence.span.start : sentence.span.end]
        if sentence.block in ("lead", "body") and _accuses(said):
            holder, accused = _parties(sentence, analysis, actors)
            if accused:
                found.append(_Told(accused, holder, sentence.span, concepts(sentence.terms), number))
    return found


def _accuses(said: str) -> bool:
    """Whether a sentence tells an accusation and not its denial."""
    if re.search(r"\b(?:bestreite\w*|bestritt\w*|dementier\w*|zurückgewiesen|zurückweis\w*|leugne\w*)\b", said):
        return False
    if re.search(r"\b(?:wies|wiesen|weist|weisen)\b.* zurück\b", said):
        return False
    return bool(_CHARGED.search(said)) or (bool(_SAID_TO.search(said)) and bool(_MISDEED.search(said)))


def _parties(sentence: Sentence, analysis: Analysis, actors: Actors) -> tuple[str, frozenset[str]]:
    """Who accuses and who may be the accused: all names of the sentence but the accuser's."""
    span = sentence.span
    accusers = {
        called(analysis.article, c.holder_name, actors)
        for c in analysis.claims
        if c.holder_name and c.rule in ("accusation", "investigation", "disapproval") and touch(c.span, span)
    }
    inside = [n for n in analysis.names if span.start <= n.span.start < span.end and n.label != "MISC"]
    named = {called(analysis.article, n.name, actors) for n in inside}
    return min(accusers, default=""), frozenset(named - accusers)


def _stands_before(told: _Told, denial: Claim, analysis: Analysis) -> bool:
    at = next((i for i, s in enumerate(analysis.sentences) if s.span.start <= denial.span.start < s.span.end), -1)
    return 0 <= at - told.number <= _BEFORE and not touch(told.span, denial.span)


def _elsewhere(who: str, charges: list[_Told], told: Mapping[str, list[_Told]], weights: Weights) -> list[_Told]:
    """The same accusation in other articles and sentences: of the same person, in like words."""
    others = [t for found in told.values() for t in found if who in t.accused and t not in charges]
    return [t for t in others if any(_like(t, c, weights) for c in charges)]


def _like(one: _Told, other: _Told, weights: Weights) -> bool:
    shared = {item for item in one.about & other.about if not weights.is_name(item)}
    small = min(one.about, other.about, key=lambda s: (len(s), sorted(s)))
    return len(shared) >= 2 and weights.contained(small, one.about & other.about) >= _LIKE


def _disagreement(who: str, charges: list[_Told], denials: list[Claim]) -> Disagreement:
    spans, denied = apart(t.span for t in charges), apart(c.span for c in denials)
    holders = tuple(dict.fromkeys(t.holder for t in charges if t.holder and t.span in spans))
    return Disagreement(
        id=stable_id("D", "accusation", who, *sorted(charges[0].about)),
        kind="claim",
        about=f"Vorwürfe gegen {who}",
        assessment="spread",
        reason="Was die einen vorwerfen, bestreiten die Beschuldigten.",
        sides=(
            Side(holders=holders, statement=spans[0], evidence=spans),
            Side(holders=(who,), statement=denied[0], evidence=denied),
        ),
        rule="accusation-and-denial",
    )
