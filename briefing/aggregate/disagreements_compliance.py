"""Kept or broken: *alle Auflagen seien eingehalten worden* against *die Auflagen wurden nicht eingehalten*.

Whoever says that all rules, duties or agreements were kept, or sees no wrong done, stands against sentences that tell
how they were broken. Both must name the same kind of rule (*Abstandsregeln*, *Hygiene-Regeln*), or the first deny any
wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.aggregate.disagreements_reproach import apart, touch
from briefing.aggregate.disagreements_statements import Actors, called
from briefing.aggregate.ids import stable_id
from briefing.model import Analysis, Article, Disagreement, Side, Span

_RULES = re.compile(
    r"\b[\w-]*?(regel|auflage|vorschrift|vorgabe|abst[aä]nd|vereinbarung|abkommen|vertr[aä]g|gesetz|pflicht|sanktion|"
    r"waffenruhe|feuerpause|verordnung|hygienekonzept|völkerrecht|menschenrecht|resolution)(?:e?s|e|en|n)?\b",
    re.IGNORECASE,
)
_KEEPS = re.compile(
    r"\b(?:alle[nr]?|sämtliche[nr]?|jede[rs]?|stets|immer|strikt) .{0,80}"
    r"\b(?:eingehalten|befolgt|beachtet|respektiert|erfüllt)\b|"
    r"\ban (?:alle|sämtliche|die|das|den|ihre|seine) .{3,60}\bgehalten\b"
)
_NO_WRONG = re.compile(
    r"\bkein(?:e[nr]?|erlei)? (?:[\w-]+ ){0,2}?"
    r"(?:Fehlverhalten|(?:\w+-?)?[Vv]erst(?:oß|öße)|Rechtsbruch|Unrecht)\b[^.!?]{0,60}"
    r"\b(?:erkenn\w+|erkannt|seh\w+|sieht|gesehen|feststell\w+|festgestellt|gegeben|gebe|gab|begangen|vorlieg\w+)\b"
)
_BREAKS = re.compile(
    r"\b(?:verstoßen|verstieß\w*|missachtet\w*|ignorierte\w*|gebrochen|umgangen)\b|"
    r"\b(?:nicht|weder|kaum) (?:[^.!?]{0,60} )?(?:eingehalten|einhielten?|einhalten|befolgt\w*|beachtet\w*)\b",
    re.IGNORECASE,
)
_UNREAL = re.compile(r"\b(?:wenn|falls|sofern|würde\w*|könnte\w*|sollte\w*|müsst\w+)\b", re.IGNORECASE)
_MAY_BE = re.compile(r"\b(?:ob|damit|bei|müsse\w*|muss|dürf\w+|drohe?n?|wer|laut|kann|können)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Told:
    """Who says it ("" for the article itself), the span, the kinds of rule named (none: any), the first as printed."""

    holder: str
    span: Span
    rules: frozenset[str]
    word: str = ""


def find_compliance(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], actors: Actors
) -> list[Disagreement]:
    """One disagreement for those who say that rules are kept, with what tells that the same are broken."""
    kept = [
        told for article_id, analysis in analyses.items() for told in _said(analysis, articles[article_id].text, actors)
    ]
    if not kept:
        return []
    broken = []
    for article_id, analysis in analyses.items():
        text = articles[article_id].text
        for sentence in analysis.sentences:
            said = text[sentence.span.start : sentence.span.end]
            rules = _broken(said)
            if rules and sentence.block in ("lead", "body"):
                word = next((match.group() for match in _RULES.finditer(said)), "")
                broken.append(_Told(_voice(analysis, sentence.span, actors), sentence.span, rules, word))
    sides = [(one, [b for b in broken if _opposes(b, one)]) for one in kept]
    return _disagreements([(one, against) for one, against in sides if against])


def _said(analysis: Analysis, text: str, actors: Actors) -> Iterator[_Told]:
    """The statements of an article that rules are kept."""
    for quote in analysis.quotes:
        if quote.content and quote.speaker_name and quote.kind != "reported":
            span = Span(article=analysis.article, start=quote.content[0].start, end=quote.content[-1].end)
            if (rules := _kept(text[span.start : span.end])) is not None:
                yield _Told(called(analysis.article, quote.speaker_name, actors), span, rules)


def _kept(said: str) -> frozenset[str] | None:
    """The kinds of rule that a statement says are kept, empty where it denies any wrong, None where it says neither."""
    if said.rstrip().endswith("?") or _UNREAL.search(said):
        return None
    if _NO_WRONG.search(said):
        return frozenset()
    rules = _named(said)
    return rules if rules and _KEEPS.search(said) and not re.search(r"\b(?:nicht|kaum)\b", said) else None


def _broken(said: str) -> frozenset[str]:
    """The kinds of rule that a sentence tells are broken."""
    if not _BREAKS.search(said) or _MAY_BE.search(said) or _UNREAL.search(said) or said.rstrip().endswith("?"):
        return frozenset()
    return _named(said)


def _named(said: str) -> frozenset[str]:
    return frozenset(match.group(1).lower().replace("ä", "a") for match in _RULES.finditer(said))


def _opposes(broken: _Told, kept: _Told) -> bool:
    if broken.holder == kept.holder or touch(broken.span, kept.span):
        return False
    return bool(broken.rules & kept.rules) or not kept.rules


def _voice(analysis: Analysis, span: Span, actors: Actors) -> str:
    said = [q.speaker_name for q in analysis.quotes if any(touch(part, span) for part in q.content)]
    held = [c.holder_name for c in analysis.claims if touch(c.span, span)]
    return called(analysis.article, next((name for name in (*said, *held) if name), None), actors)


def _disagreements(found: list[tuple[_Told, list[_Told]]]) -> list[Disagreement]:
    """One for each kind of rule; all who say it is kept on one side."""
    groups: dict[frozenset[str], list[tuple[_Told, list[_Told]]]] = {}
    for one, against in found:
        groups.setdefault(one.rules, []).append((one, against))
    made = []
    for rules, pairs in groups.items():
        told = list(dict.fromkeys(b for _, against in pairs for b in against))
        made.append(
            Disagreement(
                id=stable_id("D", "compliance", *sorted(rules), pairs[0][0].holder),
                kind="claim",
                about=told[0].word,
                assessment="spread",
                reason="Die einen sagen, es werde eingehalten, was den anderen zufolge gebrochen wird.",
                sides=(_side([one for one, _ in pairs]), _side(told)),
                rule="kept-or-broken",
            )
        )
    return made


def _side(told: list[_Told]) -> Side:
    spans = apart(t.span for t in told)
    holders = tuple(dict.fromkeys(t.holder for t in told if t.holder and t.span in spans))
    return Side(holders=holders, statement=spans[0], evidence=spans)
