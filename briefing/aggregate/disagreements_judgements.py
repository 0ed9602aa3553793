"""Judgements of the same thing side by side: some call it good, others bad."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from briefing.aggregate.disagreements_statements import Actors, called
from briefing.aggregate.ids import stable_id
from briefing.aggregate.similarity import Weights, concepts, keywords
from briefing.german.words import load
from briefing.model import Analysis, Article, Disagreement, Side, Span

_NEGATION = re.compile(r"\b(?:nicht|nie|kein\w{0,2}|weder|kaum|ohne|wenig)\b", re.IGNORECASE)
_PARTLY = re.compile(
    r"\b(?:zunächst|anfangs|weitgehend|teils|teilweise|zwar|wenn|falls|wer sagt|würde\w*|wäre\w*|könnte\w*)\b",
    re.IGNORECASE,
)
_MOST, _PIECES = 3, 8
_LEAST_WEIGHT = 0.4  # what stands in nearly every sentence is no matter of its own


# What shares of those asked think is no view of the institute that asked them.
_POLL = re.compile(r"\b(?:Prozent|Befragte[nr]?|Umfrage\w*)\b")
_SHOWS = re.compile(r"(?:äußert|zeigt)\w* (?:\w+ ){0,3}?sich\b|\breagiert\w* ")
_SEVERAL = re.compile(r"[.!?;] [A-ZÄÖÜ„“\"]")
_NOUN = re.compile(r"\b[A-ZÄÖÜ][\wäöüß-]{2,}")
_VERDICTS = {"approval": "good", "celebration": "good", "disapproval": "bad"}
_Judgement = tuple[str, Span, frozenset[str]]


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = load("claims")["judgement"]
    good, bad = ("|".join(sorted(data[side], key=len, reverse=True)) for side in ("good", "bad"))
    return tuple(re.compile(rf"\b(?:{words})(?:e[nmrs]?|s|n|er)?\b") for words in (good, bad))  # type: ignore[return-value]


def judgement(text: str) -> str:
    """ "good", "bad" or "" where a text judges nothing, both ways, or under a negation."""
    good, bad = (bool(pattern.search(text)) for pattern in _words())
    if good == bad or _NEGATION.search(text) or _PARTLY.search(text):
        return ""
    return "good" if good else "bad"


def find_judgements(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], actors: Actors
) -> list[Disagreement]:
    """At most three matters that different speakers judge differently, those with most voices first."""
    weights = Weights(analyses)
    sides: dict[str, dict[str, list[tuple[str, Span]]]] = {}
    for article_id, analysis in analyses.items():
        text = articles[article_id].text
        said = [
            (*j, judgement(text[j[1].start : j[1].end])) for j in (*_quoted(analysis, text), *_shown(analysis, text))
        ]
        for voice, span, about, verdict in (*said, *_claimed(analysis)):
            name = called(article_id, voice, actors)
            for matter in sorted(_matters(about, weights)) if verdict else ():
                sides.setdefault(matter, {}).setdefault(verdict, []).append((name, span))
    opposed = [(matter, s) for matter, s in sides.items() if _opposed(s)]
    ranked = sorted(opposed, key=lambda item: (-_voices(item[1]), item[0]))
    return _distinct([_disagreement(matter, s, articles, weights) for matter, s in ranked])


def _quoted(analysis: Analysis, text: str) -> list[_Judgement]:
    """What speakers say, in one sentence, with the concepts of the quotation: a matter outside it may not be judged."""
    found = []
    for quote in analysis.quotes:
        if quote.content and quote.speaker_name and quote.kind != "reported":
            span = Span(article=analysis.article, start=quote.content[0].start, end=quote.content[-1].end)
            if not (_SEVERAL.search(text, span.start, span.end) or _POLL.search(text, span.start, span.end)):
                found.append((quote.speaker_name, span, concepts(quote.terms)))
    return found


def _claimed(analysis: Analysis) -> list[tuple[str, Span, frozenset[str], str]]:
    """*X kritisierte den Streik*, *Y verteidigte ihn*: the judgement is in the verb, the matter its object.

    The object is its first noun: who criticises the closing of a meeting does not judge the meeting.
    """
    return [
        (claim.holder_name, claim.span, concepts((noun.group(),)), _VERDICTS[rule])
        for claim in analysis.claims
        if claim.holder_name and (rule := claim.rule.partition("/")[0]) in _VERDICTS
        if "/" not in claim.rule and (noun := _NOUN.search(claim.about)) is not None
    ]


def _shown(analysis: Analysis, text: str) -> list[_Judgement]:
    """*X zeigte sich enttäuscht über …*: sentences that tell someone's judgement without a quotation."""
    found = []
    for sentence in analysis.sentences:
        if sentence.block in ("lead", "body") and _SHOWS.search(text[sentence.span.start : sentence.span.end]):
            inside = [n for n in analysis.names if sentence.span.start <= n.span.start < sentence.span.end]
            voice = next((n.name for n in inside if n.acts or n.label == "PER"), "")
            found.append((voice, sentence.span, concepts(sentence.terms)))
    return found


def _matters(about: frozenset[str], weights: Weights) -> set[str]:
    """What may be judged: deeds and results that are not in every other sentence."""
    judged = {f"#{name}" for name in load("topics")["judged"]["concepts"]}
    return {item for item in about & judged if weights.of(item) >= _LEAST_WEIGHT}


def _opposed(sides: Mapping[str, list[tuple[str, Span]]]) -> bool:
    good, bad = ({voice for voice, _ in sides.get(verdict, [])} for verdict in ("good", "bad"))
    return bool(good - bad) and bool(bad - good)


def _voices(sides: Mapping[str, list[tuple[str, Span]]]) -> int:
    return min(len({voice for voice, _ in pieces}) for pieces in sides.values())


def _disagreement(
    matter: str, sides: Mapping[str, list[tuple[str, Span]]], articles: Mapping[str, Article], weights: Weights
) -> Disagreement:
    said = [articles[span.article].text[span.start : span.end] for _, span in sides["good"] + sides["bad"]]
    title = next((word for text in said if (word := keywords(text, frozenset({matter}), weights))), matter.lstrip("#"))
    return Disagreement(
        id=stable_id("D", "judgement", matter),
        kind="claim",
        about=title,
        assessment="spread",
        reason="Dasselbe wird gegensätzlich bewertet.",
        sides=tuple(_side(sides[verdict]) for verdict in ("good", "bad")),
        rule="opposing-judgements-words",
    )


def _side(pieces: list[tuple[str, Span]]) -> Side:
    spans = tuple(dict.fromkeys(span for _, span in pieces))[:_PIECES]
    return Side(holders=tuple(dict.fromkeys(voice for voice, _ in pieces if voice)), statement=spans[0], evidence=spans)


def _distinct(found: list[Disagreement]) -> list[Disagreement]:
    """Without matters that rest on the same quotations."""
    kept: list[Disagreement] = []
    for item in found:
        if all(not _same_sides(item, other) for other in kept):
            kept.append(item)
    return kept[:_MOST]


def _same_sides(one: Disagreement, other: Disagreement) -> bool:
    return any(set(a.evidence) & set(b.evidence) for a, b in zip(one.sides, other.sides, strict=True))
