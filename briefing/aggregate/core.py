"""The key sentences: what most independent origins report, each with the sentences that support it.

Sentences are ranked by the centroid of the story (Radev et al. 2004) whose weights count origins, not
articles, and most of all their openings: headline, teaser and first sentences say what a report is about
(Edmundson 1969). They are then chosen by maximal marginal relevance (Carbonell & Goldstein 1998).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from briefing.aggregate.core_sentences import is_reported, stands_alone
from briefing.aggregate.disagreements_statements import Actors
from briefing.aggregate.ids import stable_id
from briefing.aggregate.similarity import Weights, concept, concepts
from briefing.model import Analysis, Article, CoreStatement, Sentence, Span

LEAST, MOST = 3, 6
SUPPORTS, TOUCHES = 0.48, 0.35
"""Weighted Dice from which a sentence says the same, and from which it is about the same: in three stories read,
most sentences between the two only shared the subject, which makes a sentence central but supports nothing."""
CONTAINED = 0.75
"""Share of the weight of a sentence that another must hold to say it too, among more."""
PREDICATED = 0.3
"""Dice of what is not a name: two sentences on the same people with other predicates say different things."""
VERBLESS = 0.6
"""Dice from which two sentences need no verb in common."""
REDUNDANT = 0.45
_OPENING = 4  # sentences of lead and body that open an article
_OPENING_SHARE = 0.7  # of a concept's weight, what its use in openings counts
_CANDIDATES = 40
_DEFINITE = re.compile(r"[\"„“»']?(?:Der|Die|Das|Den|Dem)\b")
_NAMELESS = 0.75  # *Das Gremium befasst sich …*: who is meant stands in another sentence
_EARLIER = re.compile(r"\b(?:[Bb]ereits|[Ss]chon) (?:im|vor|seit|Ende|Anfang|Mitte)\b")
_BACKGROUND = 0.75  # *Bereits im Frühjahr …*: what came before the news
_NEGATION = re.compile(r"\b(?:nicht|nie|niemals|kein\w{0,2}|weder)\b")
_VERB = ("en", "ern", "eln")  # ends of lemmas
_AGEING = 0.15  # per day
_LEAD_BONUS, _FIRST_BONUS, _OPENING_BONUS, _SUPPORT_BONUS = 0.25, 0.15, 0.5, 0.5


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence that could be shown, with its concepts; `doubtful` if it denies, doubts or asks something,
    `unframed` if it is somebody's speech without saying whose; `place` counts the sentences before it."""

    sentence: Sentence
    text: str
    about: frozenset[str]
    amounts: frozenset[Decimal]
    doubtful: bool
    negated: bool
    verbs: frozenset[str]
    unframed: bool
    origin: str
    published: str
    place: int

    @property
    def opens(self) -> bool:
        """Whether it stands in the headline, the teaser or among the first sentences."""
        return self.sentence.block in ("headline", "lead") or self.place < _OPENING


def choose(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], origins: Mapping[str, str], actors: Actors
) -> tuple[CoreStatement, ...]:
    """Three to six sentences (fewer if the texts hold fewer): by independent origins, then by importance."""
    weights = Weights(analyses)
    every = _sentences(articles, analyses, origins)
    shares = _origin_shares(every)
    eligible = [c for c in every if _eligible(c)]
    newest = max((c.published for c in every), default="")
    ranked = sorted(eligible, key=lambda c: (-_centroid(c, shares, weights), c.sentence.span))[:_CANDIDATES]
    touched = {c.sentence.span: len(_alike(c, every, weights, TOUCHES)) for c in ranked}
    total = len({c.origin for c in every})
    scores = {
        c.sentence.span: _score(c, shares, weights, touched[c.sentence.span], total) * _freshness(c, newest)
        for c in ranked
    }
    wanted = min(MOST, max(LEAST, total + 1))
    shared = [c for c in ranked if touched[c.sentence.span]]
    alone = [c for c in ranked if not touched[c.sentence.span]]
    chosen = _picked([], shared, wanted, scores, weights)
    # What only one of several origins reports fills up to the least number, no further.
    chosen = _picked(chosen, alone, LEAST if total > 1 else wanted, scores, weights)
    statements = [_statement(c, _alike(c, every, weights, SUPPORTS), total) for c in chosen]
    # The first chosen is what the reports are about; the others follow by how many origins say so.
    return (*statements[:1], *sorted(statements[1:], key=lambda statement: -statement.origins))


def _picked(
    chosen: list[_Candidate], left: list[_Candidate], wanted: int, scores: Mapping[Span, float], weights: Weights
) -> list[_Candidate]:
    """`chosen` and the best of `left` that say something new, until there are `wanted`."""
    chosen, left = list(chosen), list(left)
    while left and len(chosen) < wanted:
        best = max(left, key=lambda c: (_marginal(c, chosen, scores, weights), -c.place, c.sentence.span))
        left.remove(best)
        if all(weights.dice(best.about, other.about) < REDUNDANT for other in chosen):
            chosen.append(best)
    return chosen


def _sentences(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], origins: Mapping[str, str]
) -> list[_Candidate]:
    found = []
    for article_id, analysis in analyses.items():
        text = articles[article_id].text
        amounts, doubtful, unframed = _amounts(analysis), _doubtful(analysis), _unframed(analysis, text)
        place = 0
        for sentence in analysis.sentences:
            if sentence.block in ("headline", "lead", "body"):
                start = sentence.span.start
                candidate = _Candidate(
                    sentence=sentence,
                    text=text[start : sentence.span.end],
                    about=concepts(sentence.terms),
                    amounts=amounts.get(start, frozenset()),
                    verbs=frozenset(concept(t) for t in sentence.terms if t.endswith(_VERB)) - {""},
                    negated=bool(_NEGATION.search(text, start, sentence.span.end)),
                    doubtful=start in doubtful or text[: sentence.span.end].endswith("?"),
                    unframed=start in unframed,
                    origin=origins[article_id],
                    published=(articles[article_id].published or "")[:10],
                    place=place,
                )
                found.append(candidate)
                place += sentence.block != "headline"
    return found


def _amounts(analysis: Analysis) -> dict[int, frozenset[Decimal]]:
    """Start of a sentence → the values counted in it."""
    found: dict[int, set[Decimal]] = {}
    for quantity in analysis.quantities:
        values = {value for value in (quantity.low, quantity.high) if value is not None}
        found.setdefault(_sentence_start(analysis, quantity.span), set()).update(values)
    return {start: frozenset(values) for start, values in found.items()}


def _doubtful(analysis: Analysis) -> set[int]:
    """Starts of the sentences that deny, doubt or ask something."""
    spans = [claim.span for claim in analysis.claims if claim.stance in ("denies", "doubts")]
    return {_sentence_start(analysis, span) for span in (*spans, *(question.span for question in analysis.questions))}


def _unframed(analysis: Analysis, text: str) -> set[int]:
    """Starts of the sentences that are somebody's indirect speech without a word that says whose."""
    cues = (span for quote in analysis.quotes for span in (*quote.frame, *quote.cue))
    framed = {_sentence_start(analysis, span) for span in cues}
    said = {
        _sentence_start(analysis, span)
        for quote in analysis.quotes
        if quote.kind not in ("direct", "reported")
        for span in quote.content
    }
    moods = {s.span.start for s in analysis.sentences if is_reported(text[s.span.start : s.span.end])}
    return (said | moods) - framed


def _sentence_start(analysis: Analysis, span: Span) -> int:
    """Where the sentence begins in which `span` begins."""
    number = bisect_right(analysis.sentences, span.start, key=lambda sentence: sentence.span.start)
    return analysis.sentences[number - 1].span.start if number else span.start


def _origin_shares(every: list[_Candidate]) -> dict[str, float]:
    """Share of the origins that use a concept, openings counting most; 0 where only one of several uses it."""
    anywhere, openings = _counts(every), _counts([c for c in every if c.opens])
    total = len({c.origin for c in every})
    return {
        item: (_OPENING_SHARE * openings[item] + (1 - _OPENING_SHARE) * count) / total
        for item, count in anywhere.items()
        if count > 1 or total == 1
    }


def _counts(candidates: list[_Candidate]) -> Counter[str]:
    """Concept → origins that use it."""
    by_origin: dict[str, set[str]] = {}
    for candidate in candidates:
        by_origin.setdefault(candidate.origin, set()).update(candidate.about)
    return Counter(item for items in by_origin.values() for item in items)


def _eligible(candidate: _Candidate) -> bool:
    """Whether it can be shown: in the report itself, nobody's speech, and understandable alone."""
    shown = candidate.sentence.block != "headline" and not candidate.unframed
    return shown and stands_alone(candidate.text, len(candidate.about))


def _freshness(candidate: _Candidate, newest: str) -> float:
    """1 for the newest articles, less for each day before: what was going to happen may have happened since."""
    try:
        days = (date.fromisoformat(newest) - date.fromisoformat(candidate.published)).days
    except ValueError:
        return 1.0
    return 1 / (1 + _AGEING * days)


def _centroid(candidate: _Candidate, shares: Mapping[str, float], weights: Weights) -> float:
    """Weight of what the sentence shares with the story, damped by its length."""
    weight = sum(shares.get(item, 0.0) * weights.of(item) for item in sorted(candidate.about))
    return float(weight / max(6, len(candidate.about)) ** 0.7)


def _alike(candidate: _Candidate, every: list[_Candidate], weights: Weights, least: float) -> list[Span]:
    """The most alike sentence of every other origin, if alike enough, that neither denies nor counts otherwise."""
    best: dict[str, tuple[float, Span]] = {}
    for other in every:
        if other.origin == candidate.origin or len(other.about & candidate.about) < 2:
            continue
        if other.doubtful != candidate.doubtful:
            continue
        if candidate.amounts and other.amounts and not candidate.amounts & other.amounts:
            continue
        like = _likeness(candidate, other, weights)
        if like >= least and like > best.get(other.origin, (0.0, None))[0]:
            best[other.origin] = (like, other.sentence.span)
    return [span for _, span in sorted(best.values(), key=lambda item: (-item[0], item[1]))]


def _likeness(one: _Candidate, other: _Candidate, weights: Weights) -> float:
    """Weighted Dice, at least `SUPPORTS` where `other` holds nearly all of `one`; below it if they say other things."""
    like = weights.dice(one.about, other.about)
    if weights.contained(one.about, other.about) >= CONTAINED:
        like = max(like, SUPPORTS)
    if like < SUPPORTS or _says_alike(one, other, like, weights):
        return like
    return TOUCHES


def _says_alike(one: _Candidate, other: _Candidate, like: float, weights: Weights) -> bool:
    """Whether two sentences on the same matter have their predicates in common, not only the names, and neither denies
    what the other says."""
    if one.negated != other.negated or len(one.about & other.about) < 3:
        return False
    if (
        like < VERBLESS
        and other.sentence.block != "headline"
        and one.verbs
        and other.verbs
        and not one.verbs & other.verbs
    ):
        return False
    said = frozenset(item for item in one.about if not weights.is_name(item))
    there = frozenset(item for item in other.about if not weights.is_name(item))
    return weights.dice(said, there) >= PREDICATED or weights.contained(said, there) >= CONTAINED


def _score(candidate: _Candidate, shares: Mapping[str, float], weights: Weights, support: int, total: int) -> float:
    score = _centroid(candidate, shares, weights)
    factor = 1.0 + _SUPPORT_BONUS * support / max(1, total - 1)
    factor += _LEAD_BONUS if candidate.sentence.block == "lead" else 0.0
    factor += _FIRST_BONUS if candidate.place < 4 else 0.0
    factor += _OPENING_BONUS if candidate.place == 0 else 0.0
    if _DEFINITE.match(candidate.text) and not any(weights.is_name(item) for item in candidate.about):
        factor *= _NAMELESS
    if _EARLIER.search(candidate.text):
        factor *= _BACKGROUND
    return score * factor


def _marginal(candidate: _Candidate, chosen: list[_Candidate], scores: Mapping[Span, float], weights: Weights) -> float:
    """Score less what has been said already."""
    said = max((weights.dice(candidate.about, other.about) for other in chosen), default=0.0)
    return scores[candidate.sentence.span] * (1 - said)


def _statement(candidate: _Candidate, support: list[Span], total: int) -> CoreStatement:
    span = candidate.sentence.span
    return CoreStatement(
        id=stable_id("C", *sorted(candidate.about)),
        text=span,
        evidence=(span, *support),
        origins=min(total, 1 + len(support)),
    )
