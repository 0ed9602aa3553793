"""Contrasts that the text draws itself: *Während X … bezeichnete, sprach Y von …*, *die einen …, die anderen …*."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from briefing.aggregate.disagreements_statements import Actors
from briefing.aggregate.ids import stable_id
from briefing.aggregate.similarity import Weights, concepts, keywords
from briefing.german.words import load
from briefing.model import Analysis, Article, Disagreement, Sentence, Side, Span

_WHILE = re.compile(r"(?:^|[,:;–—] |[.!?] )([Ww]ährend) (?!des|der|dieser|dieses|eines|einer|ihrer|seiner|dessen)")
# Two camps of one sentence, both with a verb that tells what they want or think.
_CAMPS = re.compile(
    r"(?:^|[:;–] |[.!?] )\"?(?P<one>[Dd]ie einen|[Ee]in Teil(?: (?:der|von) [\w-]+)?|"
    r"(?:[Ee]inige|[Mm]anche)(?: [A-ZÄÖÜ][\w-]+)?|[Ee]s gibt [A-ZÄÖÜ][\w-]+, die) (?P<first>[^.!?;]{15,250}?)"
    r"(?: –)?(?:,| und| –|, und) (?:und |aber |wieder )?"
    r"(?P<other>die anderen|der andere Teil|andere)(?:, die)? (?P<second>(?!(?:als|wie)\b)[^.!?;]{10,400})"
)
_STANCE = re.compile(
    r"\b(?:forder\w*|verlang\w*|dräng\w* auf|poch\w*|plädier\w*|woll\w*|lehn\w*|kritisier\w*|bemängel\w*|lob\w*|"
    r"begrüß\w*|befürwort\w*|bestreit\w*|bestritt\w*|bezweifel\w*|behaupt\w*|spr[aei]ch\w* (?:\S+ )?von|mahn\w*|"
    r"warn\w*|attestier\w*|verteidig\w*|rechtfertig\w*|verharmlos\w*|(?:halt|hält|hielt)\w* [^,;]{2,90} für|"
    r"für [^,;]{2,60} (?:halt|hielt)\w*|(?:seh|sieh|sah)\w* (?:\S+ ){0,4}(?:als|kritisch|skeptisch|anders)|"
    r"(?:warf|werf|wirf)\w* [^,;]{2,80} vor|(?:nahm|nehm|nimm)\w* [^,;]{2,60} in Schutz|(?:nenn|nann)\w*|bezeichn\w*|"
    r"verurteil\w*|verdamm\w*|beklag\w*|unterstütz\w*)\b"
)
_SAME = 0.6
_FINITE_END = re.compile(r"\b[a-zäöüß]+(?:te|ten|t|en|ben|sah|sahen|hielt|nahm|ging|lag|war|ist|sind)$")


@cache
def says() -> re.Pattern[str]:
    """The verbs of saying, wanting and judging by which a clause tells a view."""
    return re.compile(rf"\b(?:{'|'.join(load('claims')['contrast']['stems'])})[a-zäöüß]{{0,4}}\b")


def find_contrasts(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], actors: Actors
) -> list[Disagreement]:
    """Sentences that set two parties' views against each other, in reading order; the same contrast once."""
    weights = Weights(analyses)
    found: list[tuple[frozenset[str], Disagreement]] = []
    for article_id, analysis in analyses.items():
        text = articles[article_id].text
        for sentence in analysis.sentences:
            if sentence.block in ("lead", "body"):
                camps = _camps(sentence, text, weights)
                if camps is not None:
                    _add(found, concepts(sentence.terms), camps, weights)
                halves = _halves(sentence, text)
                if halves is not None:
                    about = concepts(sentence.terms)
                    title = keywords(text[sentence.span.start : sentence.span.end], about, weights)
                    disagreement = _disagreement(title, about, analysis, *halves, actors)
                    if disagreement is not None:
                        _add(found, about, disagreement, weights)
    return [disagreement for _, disagreement in found]


def _add(
    found: list[tuple[frozenset[str], Disagreement]], about: frozenset[str], new: Disagreement, weights: Weights
) -> None:
    """Append a contrast, or its evidence to the one that says the same."""
    for number, (known, old) in enumerate(found):
        if weights.dice(known, about) >= _SAME:
            sides = tuple(
                Side(
                    holders=tuple(dict.fromkeys((*a.holders, *b.holders))),
                    statement=a.statement,
                    evidence=(*a.evidence, *b.evidence),
                )
                for a, b in zip(old.sides, new.sides, strict=True)
            )
            found[number] = (known, replace(old, sides=sides))
            return
    found.append((about, new))


def _halves(sentence: Sentence, text: str) -> tuple[Span, Span] | None:
    """The *während* clause and the main clause after it; both must tell what someone says or wants."""
    start, end = sentence.span.start, sentence.span.end
    said = text[start:end]
    match = _WHILE.search(said)
    if match is None:
        return None
    first = match.start(1)
    comma = next(
        (
            m.start()
            for m in re.finditer(",", said)
            if m.start() > first + 15 and _FINITE_END.search(said[first : m.start()].rstrip('"“”»'))
        ),
        None,
    )
    if comma is None or comma + 15 > len(said):
        return None
    if not (says().search(said[first:comma]) and says().search(said[comma:])):
        return None
    if not (_STANCE.search(said[first:comma]) or _STANCE.search(said[comma:])):
        return None  # what one sees and the other explains need not be opposed
    after = comma + 1 + len(said[comma + 1 :]) - len(said[comma + 1 :].lstrip())
    one = Span(article=sentence.span.article, start=start + first, end=start + comma)
    return one, Span(article=sentence.span.article, start=start + after, end=end)


def _camps(sentence: Sentence, text: str, weights: Weights) -> Disagreement | None:
    """Two camps that a sentence sets against each other, each by the words it is named with."""
    said = text[sentence.span.start : sentence.span.end].replace("\n", " ")
    match = _CAMPS.search(said)
    if match is None or not all(_STANCE.search(match[half]) for half in ("first", "second")):
        return None
    start, article, about = sentence.span.start, sentence.span.article, concepts(sentence.terms)
    spans = (
        Span(article=article, start=start + match.start("one"), end=start + match.end("first")),
        Span(article=article, start=start + match.start("other"), end=start + match.end("second")),
    )
    one = match["one"].removesuffix(", die").removeprefix("Es gibt ")
    names = [one if one[:1] != said[match.start("one")] else one[:1].lower() + one[1:], match["other"]]
    return Disagreement(
        id=stable_id("D", "camps", *sorted(about)),
        kind="claim",
        about=keywords(said, about, weights) or " und ".join(names),
        assessment="spread",
        reason="Der Text selbst stellt beide Sichtweisen gegeneinander.",
        sides=tuple(
            Side(
                holders=(name,),
                statement=span,
                evidence=(span,),
            )
            for name, span in zip(names, spans, strict=True)
        ),
        rule="contrast-camps",
    )


def _disagreement(
    title: str, about: frozenset[str], analysis: Analysis, one: Span, other: Span, actors: Actors
) -> Disagreement | None:
    holders = [_party(half, analysis, actors) for half in (one, other)]
    if not holders[0] and not holders[1]:
        return None
    if holders[0] and holders[0] == holders[1]:
        return None
    return Disagreement(
        id=stable_id("D", "contrast", *sorted(about)),
        kind="claim",
        about=title,
        assessment="spread",
        reason="Der Text selbst stellt beide Sichtweisen gegeneinander.",
        sides=tuple(
            Side(holders=(name,) if name else (), statement=half, evidence=(half,))
            for name, half in zip(holders, (one, other), strict=True)
        ),
        rule="contrast-while",
    )


def _party(half: Span, analysis: Analysis, actors: Actors) -> str:
    """Who speaks or acts in a half of the sentence: a speaker, a holder, the first acting name."""
    inside = [q.speaker_name for q in analysis.quotes if q.speaker and half.start <= q.speaker[0].start < half.end]
    inside += [c.holder_name for c in analysis.claims if c.holder and half.start <= c.holder.start < half.end]
    inside += [n.name for n in analysis.names if n.acts and half.start <= n.span.start < half.end]
    name = next((n for n in inside if n), "")
    actor = actors.of(analysis.article, name) if name else None
    return actor.name if actor is not None else name
