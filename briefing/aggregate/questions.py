"""Open questions of all articles: the same one merged, with the places that answer it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.aggregate.disagreements_statements import Actors, Statement, statements
from briefing.aggregate.ids import stable_id
from briefing.aggregate.numbers_features import sentence_at
from briefing.aggregate.numbers_text import is_vague
from briefing.aggregate.similarity import Weights, concepts
from briefing.model import Analysis, Article, OpenQuestion, Question, Span

SAME_QUESTION = 0.6
ANSWERS = 0.55
_MOST_ANSWERS = 5
_SILENCE = 1.5  # origins
_COUNTS = re.compile(
    r"\b(?:wie viele?|wieviele?|wie hoch|wie groß|wie stark|Zahlen?|Opferzahl\w*|Höhe|Anzahl|Ausmaß)\b"
)
_SILENT = re.compile(r"\b(?:Stellungnahme|Reaktion|Kommentar|Erklärung|Antwort)\b")
_ASKS_WHETHER = re.compile(r"\b(?:ob|inwieweit|inwiefern)\b")
_ORDER = ("unknown", "unconfirmed", "doubted", "no_comment", "asked")


@dataclass(frozen=True, slots=True)
class _Found:
    """A question with its text, concepts and block."""

    question: Question
    text: str
    about: frozenset[str]
    opinion: bool


def merge(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], origins: Mapping[str, str], actors: Actors
) -> tuple[OpenQuestion, ...]:
    """What the texts leave open; questions of several origins first, then by kind and reading order."""
    weights = Weights(analyses)
    every = [_found(question, articles, analyses) for analysis in analyses.values() for question in analysis.questions]
    groups: list[list[_Found]] = []
    for found in every:
        home = next((g for g in groups if any(_same(found, other, weights) for other in g)), None)
        if home is None:
            groups.append([found])
        else:
            home.append(found)
    told = statements(articles, analyses, origins, actors)
    place = {article_id: n for n, article_id in enumerate(articles)}
    ranked = sorted(groups, key=lambda g: (-_told_by(g, origins), _first(g, place)))
    return tuple(_open(group, articles, analyses, told, actors, weights) for group in ranked)


def _told_by(group: list[_Found], origins: Mapping[str, str]) -> float:
    """How many origins leave it open; that somebody is silent weighs less than what nobody knows."""
    silent = group[0].question.kind == "no_comment"
    return len({origins[found.question.span.article] for found in group}) - (_SILENCE if silent else 0)


def _first(group: list[_Found], place: Mapping[str, int]) -> tuple[bool, int, int, int]:
    first = group[0].question
    return group[0].opinion, _ORDER.index(first.kind), place[first.span.article], first.span.start


def _found(question: Question, articles: Mapping[str, Article], analyses: Mapping[str, Analysis]) -> _Found:
    span = question.span
    sentence = sentence_at(analyses[span.article], span.start)
    return _Found(
        question=question,
        text=articles[span.article].text[span.start : span.end],
        about=concepts(question.terms),
        opinion=sentence is not None and sentence.block == "opinion",
    )


def _same(one: _Found, other: _Found, weights: Weights) -> bool:
    if " ".join(one.text.split()) == " ".join(other.text.split()):
        return True
    if bool(_COUNTS.search(one.text)) != bool(_COUNTS.search(other.text)):
        return False
    content = [item for item in one.about & other.about if not weights.is_name(item)]
    if len(content) < 2:
        return False
    small, large = sorted((one.about, other.about), key=lambda s: (len(s), sorted(s)))
    return weights.dice(one.about, other.about) >= SAME_QUESTION or (
        len(content) >= 3 and weights.contained(small, large) >= 0.75
    )


def _open(
    group: list[_Found],
    articles: Mapping[str, Article],
    analyses: Mapping[str, Analysis],
    told: list[Statement],
    actors: Actors,
    weights: Weights,
) -> OpenQuestion:
    kinds = Counter(found.question.kind for found in group)
    shown = min(group, key=lambda f: (f.opinion, f.question.kind != kinds.most_common(1)[0][0], len(f.text) > 300))
    return OpenQuestion(
        id=stable_id("O", *sorted(shown.about)),
        kind=shown.question.kind,
        text=shown.question.span,
        evidence=tuple(found.question.span for found in group),
        answered_by=_answers(shown, group, articles, analyses, told, actors, weights),
        opinion=all(found.opinion for found in group),
        rule=shown.question.rule,
    )


def _answers(
    shown: _Found,
    group: list[_Found],
    articles: Mapping[str, Article],
    analyses: Mapping[str, Analysis],
    told: list[Statement],
    actors: Actors,
    weights: Weights,
) -> tuple[Span, ...]:
    """Places in other articles, or later in the same, that state what is asked."""
    asking = {(f.question.span.article, f.question.span.start) for f in group}
    if _COUNTS.search(shown.text):
        spans = _counts(shown, analyses, weights)
    elif shown.question.kind == "no_comment":
        spans = _comments(shown, told, actors, analyses, weights)
    elif _ASKS_WHETHER.search(shown.text) or shown.question.kind == "unconfirmed":
        spans = [s.span for s in told if s.stand in ("says", "confirms", "denies") and _states(shown, s.about, weights)]
    else:
        return ()
    after = [s for s in spans if (s.article, s.start) not in asking and _later(s, shown)]
    return tuple(dict.fromkeys(after))[:_MOST_ANSWERS]


def _later(span: Span, shown: _Found) -> bool:
    asked = shown.question.span
    return span.article != asked.article or span.start >= asked.end


def _states(shown: _Found, about: frozenset[str], weights: Weights) -> bool:
    shared = shown.about & about
    content = [item for item in shared if not weights.is_name(item)]
    return len(shared) >= 2 and bool(content) and weights.contained(shown.about, about) >= ANSWERS


def _counts(shown: _Found, analyses: Mapping[str, Analysis], weights: Weights) -> list[Span]:
    """Numbers of what the question asks the number of."""
    found = []
    for analysis in analyses.values():
        for quantity in analysis.quantities:
            sentence = sentence_at(analysis, quantity.span.start)
            counted = concepts((quantity.head, *quantity.modifiers))
            around = concepts(
                (*(sentence.terms if sentence else ()), quantity.head, *quantity.modifiers, *quantity.events)
            )
            if (
                counted & shown.about
                and not quantity.change
                and not is_vague(quantity)
                and _states(shown, around, weights)
            ):
                found.append(quantity.span)
    return found


def _comments(
    shown: _Found, told: list[Statement], actors: Actors, analyses: Mapping[str, Analysis], weights: Weights
) -> list[Span]:
    """Stands that the silent one takes elsewhere, on the matter asked or, where none is named, on any."""
    span = shown.question.span
    named = [
        actor.name
        for name in analyses[span.article].names
        if span.start <= name.span.start < span.end and (actor := actors.of(span.article, name.name)) is not None
    ]
    matter = {item for item in shown.about if not weights.is_name(item)}
    silent = bool(_SILENT.search(shown.text))
    return [
        s.span
        for s in told
        if s.holder in named
        and s.stand in ("denies", "confirms")
        and (len(matter & s.about) > 1 if not silent else s.article != span.article)
    ]
