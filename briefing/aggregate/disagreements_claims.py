"""Denial against confirmation or assertion, doubt against assertion, opposing demands and judgements.

Two statements are about the same when the smaller shares most of its weight with the larger, a name
and something besides names among it. A denial that names its object only by *das* or *die Vorwürfe*
opposes the sentence it points to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefing.aggregate.disagreements_judgements import judgement
from briefing.aggregate.disagreements_statements import UNREAL, Actors, Stand, Statement, statements
from briefing.aggregate.ids import stable_id
from briefing.aggregate.similarity import Weights
from briefing.model import Analysis, Article, Assessment, Disagreement, Side, Span

SAME_MATTER = 0.6
SAME_DENIAL = 0.6
_NAMELESS = 0.8  # without a shared name nearly all of the matter must be shared
_WEIGHTY = 6.0
_MOST = 5  # pieces of evidence a side shows

_AGAINST: dict[Stand, tuple[tuple[Stand, ...], Assessment, str]] = {
    "denies": (("confirms", "says"), "contradiction", "denial"),
    "doubts": (("confirms", "says"), "spread", "doubt"),
    "rejects": (("demands", "approves", "announces"), "spread", "opposing-positions"),
    "disapproves": (("approves",), "spread", "opposing-judgements"),
}
_REASON: dict[str, str] = {
    "denial": "Die einen bestätigen oder behaupten, was die anderen bestreiten.",
    "doubt": "Was die einen sagen, ziehen die anderen in Zweifel.",
    "opposing-positions": "Was die einen fordern oder gutheißen, lehnen die anderen ab.",
    "opposing-judgements": "Dasselbe wird gegensätzlich bewertet.",
}


# What can be rejected must have been proposed, planned or demanded.
_PROPOSED = re.compile(
    r"\b(?:solle?n?|wolle?n?|will|sollten?|[Gg]eplant\w*|[Pp]län\w*|[Pp]lan\w*|\w*[Vv]orschl\w+|\w*[Vv]orgeschlagen\w*|"
    r"\w*forder\w*|verlang\w*|künftig\w*|beantrag\w*|dafür|Angebot\w*|anbiet\w*)\b"
)


# What a rejection says of the sentence before; without it *kündigte Widerstand an* rejects something else.
_POINTING = re.compile(
    r"\b(?:das|dies|es|dem|dagegen|daran|solche\w*|diese[nmrs]?|(?:die|der|den|das|dessen|deren) "
    r"(?:\w+ )?(?:Pl[aä]n\w*|Vorschl[aä]g\w*|Vorst[oö]ß\w*|Forderung\w*|Ideen?|Vorhaben|Maßnahmen?|Entw[uü]rf\w*))\b"
)

# An accusation tells what someone is said to have done.
_ALLEGED = re.compile(
    r"\b(?:soll|sollen|solle|angeblich\w*|[Vv]orw(?:urf|ürfe\w*|irft|arf|erfen)|beschuldig\w+|bezichtig\w+|"
    r"Betrug\w*|betrogen|gefälscht|illegal\w*|gelogen|verschwiegen|vertuscht|stehlen|gestohlen|manipulier\w+)\b"
)


# A preposition before a phrase whose form is that of the nominative as well.
_OBJECT = re.compile(r"^(?:gegen|für) (?=(?:das|die|ein|eine|sein|seine|ihr|ihre|mehr|weitere) )")


@dataclass(frozen=True, slots=True)
class _Case:
    """What some statements oppose, and those that they oppose."""

    against: list[Statement]
    support: list[Statement]


def find_claim_disagreements(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], origins: Mapping[str, str], actors: Actors
) -> list[Disagreement]:
    """The disagreements between statements, contradictions first."""
    weights = Weights(analyses)
    every = statements(articles, analyses, origins, actors)
    found: list[Disagreement] = []
    for stand, (opposite, assessment, rule) in _AGAINST.items():
        opponents = [s for s in every if s.stand == stand]
        supporters = [s for s in every if s.stand in opposite]
        for group in _together(opponents, weights):
            case = _Case(group, _support(group, supporters, every, weights))
            if case.support:
                found.append(_disagreement(case, assessment, rule))
            elif any(s.told is not None for s in group):
                told = _told(group, every, articles)
                if told is not None:
                    found.append(told)
    return found


def same_matter(one: frozenset[str], other: frozenset[str], weights: Weights) -> float:
    """How far two statements are about the same, 0 if they share no name or nothing besides names."""
    shared = one & other
    if not _enough(shared, weights):
        return 0.0
    small, large = sorted((one, other), key=lambda s: (len(s), sorted(s)))
    return weights.contained(small, large)


def _enough(shared: frozenset[str], weights: Weights) -> bool:
    """A name and something besides names, or two things besides names."""
    content = _content(shared, weights)
    return len(content) >= 2 or (len(content) == 1 and any(weights.is_name(item) for item in shared))


def _content(shared: frozenset[str], weights: Weights) -> list[str]:
    """What is shared besides names; a compound and its base (*Groko-Gesetz*, *Gesetz*) are one."""
    content = sorted(item for item in shared if not weights.is_name(item))
    return [item for item in content if not any(item != other and item in other for other in content)]


def _together(opponents: list[Statement], weights: Weights) -> list[list[Statement]]:
    """Statements of one stance about the same matter, single linkage in reading order."""
    groups: list[list[Statement]] = []
    for statement in opponents:
        home = next((g for g in groups if any(_one_matter(statement, s, weights) for s in g)), None)
        if home is None:
            groups.append([statement])
        else:
            home.append(statement)
    return groups


def _one_matter(one: Statement, other: Statement, weights: Weights) -> bool:
    """Whether two statements of one stance oppose the same; those that point back must be all but equal."""
    if one.told is not None and one.told == other.told:
        return True
    like = same_matter(one.about, other.about, weights)
    if one.told is not None or other.told is not None:
        return like > 0 and weights.dice(one.about, other.about) >= SAME_DENIAL
    return like >= SAME_DENIAL


def _support(
    group: list[Statement], supporters: list[Statement], every: list[Statement], weights: Weights
) -> list[Statement]:
    """What speaks for the matter the group opposes: other holders, the most alike first."""
    against = {s.holder for s in group}
    scored = []
    for candidate in supporters:
        if candidate.holder in against or not candidate.holder:
            continue
        best = max(_opposes(s, candidate, weights) for s in group)
        if best >= SAME_MATTER:
            scored.append((candidate.stand != "confirms", -best, candidate.key, candidate))
    return [candidate for _, _, _, candidate in sorted(scored, key=lambda item: item[:3])][:_MOST]


def _opposes(opponent: Statement, candidate: Statement, weights: Weights) -> float:
    """How much of the opponent's matter the candidate states; long statements must state it too."""
    if candidate.article == opponent.article and _within(candidate.span, opponent.span):
        return 0.0
    shared = opponent.about & candidate.about
    if not _enough(shared, weights):
        return 0.0
    like = weights.contained(opponent.about, candidate.about)
    if opponent.stand in ("rejects", "disapproves") and _one_object(shared, weights):
        like = max(like, same_matter(opponent.about, candidate.about, weights))
    named = any(weights.is_name(item) for item in shared)
    return like if named or like >= _NAMELESS or _one_object(shared, weights) else 0.0


def _one_object(shared: frozenset[str], weights: Weights) -> bool:
    """Whether what two stands share is a matter of its own: two or more weighty things besides names."""
    content = _content(shared, weights)
    return len(content) >= 2 and weights.total(content) >= _WEIGHTY


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _told(group: list[Statement], every: list[Statement], articles: Mapping[str, Article]) -> Disagreement | None:
    """A stance towards the sentence before it: that sentence is the other side, with its holder if it has one."""
    first = next(s for s in group if s.told is not None)
    told = first.told
    assert told is not None
    voiced = next(
        (s for s in every if s.article == first.article and s.holder and s.holder != first.holder
         and s.stand != first.stand and _touch(s.span, told)),
        None,
    )  # fmt: skip
    if not _answers(first, voiced, told, articles):
        return None
    spoken = Side(holders=(voiced.holder,) if voiced is not None else (), statement=told, evidence=(told,))
    text = articles[told.article].text
    denies = (
        first.stand == "denies"
        and voiced is not None
        and voiced.stand in ("says", "confirms")
        and not UNREAL.search(text[told.start : told.end])
        and "Kritik" not in text[first.span.start : first.span.end]
    )
    return Disagreement(
        id=stable_id("D", "claim", *sorted(first.about)),
        kind="claim",
        about=_about(group),
        assessment="contradiction" if denies else "spread",
        reason=_REASON[_AGAINST[first.stand][2]],
        sides=(spoken, _side(group)),
        rule=f"{_AGAINST[first.stand][2]}-of-sentence-before",
    )


def _answers(first: Statement, voiced: Statement | None, told: Span, articles: Mapping[str, Article]) -> bool:
    """Whether a stand really is one towards the sentence before: an accusation, a plan, an approval."""
    text = articles[told.article].text
    said = text[told.start : told.end]
    if first.stand == "rejects":
        pointing = not first.rule.startswith("demand") and _POINTING.search(text, first.span.start, first.span.end)
        return bool(pointing) and bool(_PROPOSED.search(said))
    if voiced is None:
        return False
    if first.stand == "disapproves":
        return voiced.stand == "approves" or judgement(said) == "good"
    if first.stand == "denies":
        return voiced.stand in ("says", "confirms", "disapproves") and _is_accusation(first, voiced, told, text)
    return True


def _is_accusation(denial: Statement, voiced: Statement, told: Span, text: str) -> bool:
    """Whether what a denial points to is in its own sentence, or is an accusation and not just any remark."""
    between, own = text[told.end : denial.span.start], text[told.start : told.end].rstrip(' "“”»')
    if told.end <= denial.span.start and not re.search(r"[.!?\n]", between) and own[-1:] not in (".", "!", "?"):
        return True
    accuses = voiced.rule.partition("/")[0] in ("assertion", "accusation", "investigation", "disapproval")
    return accuses or bool(_ALLEGED.search(text[told.start : told.end]))


def _touch(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _disagreement(case: _Case, assessment: Assessment, rule: str) -> Disagreement:
    shared = case.against[0].about
    return Disagreement(
        id=stable_id("D", "claim", rule, *sorted(shared)),
        kind="claim",
        about=_about(case.against),
        assessment=assessment,
        reason=_REASON[rule],
        sides=(_side([_without(s, case.against) for s in case.support]), _side(case.against)),
        rule=rule,
    )


def _without(statement: Statement, against: list[Statement]) -> Statement:
    """A statement without the clause at its end in which it is opposed (*…, was X bestreitet*)."""
    for other in against:
        span = statement.span
        if other.article == span.article and span.start < other.span.start < span.end <= other.span.end:
            statement = replace(statement, span=replace(span, end=other.span.start - 2))
    return statement


def _about(group: list[Statement]) -> str:
    """The matter in the text's own words: the fullest short wording of those who oppose it."""
    short = [s.matter for s in group if s.matter and len(s.matter) <= 160] or [s.matter[:157] + "…" for s in group]
    return _OBJECT.sub("", max(short, key=lambda m: (len(m), m)))


def _side(group: list[Statement]) -> Side:
    spans = tuple(dict.fromkeys(s.span for s in group))
    return Side(holders=tuple(dict.fromkeys(s.holder for s in group if s.holder)), statement=spans[0], evidence=spans)
