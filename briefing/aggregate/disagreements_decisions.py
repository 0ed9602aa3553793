"""Decisions and those who criticise them: what a court or an office decided against who calls that wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.aggregate.disagreements_reproach import Stand, apart, side_of, touch
from briefing.aggregate.disagreements_statements import Actors
from briefing.aggregate.ids import stable_id
from briefing.aggregate.numbers_features import sentence_at
from briefing.aggregate.similarity import concepts
from briefing.german.words import load
from briefing.model import Analysis, Article, Disagreement, Side

_DECIDES = re.compile(
    r"\b(?:entschied\w*|urteilte\w*|geurteilt|hob|aufgehoben|kippte\w*|gekippt|erlaubte\w*|erlaubt|genehmigte\w*|genehmigt|"
    r"zugelassen|beschloss\w*|beschlossen|verhängte\w*|verhängt|untersagte\w*|untersagt|verbot\w*|verboten|stattgegeben|"
    r"Urteil|Entscheidung|Beschluss|angeordnet|ordnete|billigte\w*|gebilligt)\b"
)
_DECISION = re.compile(
    r"\b(?:\w*[Zz]ulassung|zuzulassen|zugelassen\w*|\w*[Gg]enehmigung|genehmigt\w*|\w*[Uu]rteil\w*|\w*[Ee]ntscheid\w*|\w*[Vv]erbot\w*|"
    r"\w*[Bb]eschl[uü]ss\w*|\w*[Rr]ichterspruch\w*|\w*[Aa]nordnung\w*|\w*[Aa]ufhebung)\b"
)
_EMOTION = re.compile(r"^.{0,40}\b(?:Unverständnis|Kritik|Bedenken|Empörung|Unmut|Enttäuschung) (?:über|an|gegen) ")
_SHORT = re.compile(r"\b[A-Z][A-Za-z]{1,5}\b")
_BODY = re.compile(
    r"\b(?:[Dd]as|[Dd]er|[Dd]ie|[Ee]ine?|[Dd]em|[Dd]es|[Dd]urch|[Vv]om) (?:[\wäöüß]+ ){0,2}"
    r"([A-ZÄÖÜ][\w-]*?(?:gerichtshof|gericht|ministerium|behörde|kommission|parlament|bundestag|landtag|senat|stadtrat))(?:e?s|en)?\b"
)


def _bodies(said: str) -> set[str]:
    """Courts, ministries and parliaments named in a text, by their lower-case name without its case ending."""
    short = load("claims")["bodies"]
    found = {match.group(1).lower() for match in _BODY.finditer(said)}
    return found | {short[word] for word in _SHORT.findall(said) if word in short}


def find_criticised_decisions(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], actors: Actors
) -> list[Disagreement]:
    """Criticism of what a court or an office decided, with the sentences that tell the decision."""
    critics: dict[str, list[tuple[Stand, frozenset[str]]]] = {}
    rulings: dict[str, list[tuple[Stand, frozenset[str]]]] = {}
    for article_id, analysis in analyses.items():
        text = articles[article_id].text
        for claim in analysis.claims:
            said = text[claim.span.start : claim.span.end]
            rule = claim.rule.partition("/")[0]
            if rule in ("disapproval", "disapproval-phrase") and claim.holder_name and _DECISION.search(said):
                actor = actors.of(article_id, claim.holder_name)
                stand = Stand(actor.name if actor else claim.holder_name, claim.span, frozenset(), claim.about)
                sentence = sentence_at(analysis, claim.span.start)
                about = concepts((*claim.terms, *(sentence.terms if sentence is not None else ())))
                for body in _bodies(said):
                    critics.setdefault(body, []).append((stand, about))
        for told in analysis.sentences:
            said = text[told.span.start : told.span.end]
            if told.block in ("lead", "body") and _DECIDES.search(said):
                for body in _bodies(said):
                    stand = Stand(body, told.span, frozenset())
                    rulings.setdefault(body, []).append((stand, concepts(told.terms)))
    return [made for body in critics if (made := _decision(body, critics[body], rulings.get(body, []))) is not None]


def _decision(
    body: str, critics: list[tuple[Stand, frozenset[str]]], rulings: list[tuple[Stand, frozenset[str]]]
) -> Disagreement | None:
    """The decision and its critics, where both speak of the same matter besides the body itself."""
    against = [stand for stand, _ in critics]
    about = frozenset().union(*(terms for _, terms in critics))
    told = [
        stand
        for stand, terms in rulings
        if {t for t in terms & about if body not in t} and all(not touch(stand.span, a.span) for a in against)
    ]
    if not told:
        return None
    holder = body.capitalize()
    spans = apart(s.span for s in told)
    return Disagreement(
        id=stable_id("D", "decision", body, *sorted(about)),
        kind="claim",
        about=_EMOTION.sub("", min((s.matter for s in against), key=lambda m: (-len(m), m))),
        assessment="spread",
        reason="Eine Entscheidung und wer sie kritisiert.",
        sides=(Side(holders=(holder,), statement=spans[0], evidence=spans), side_of(against)),
        rule="decision-criticised",
    )
