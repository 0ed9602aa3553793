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
from decimal import Decimal

from briefing.aggregate.disagreements_statements import Actors
from briefing.aggregate.ids import stable_id
from briefing.aggregate.similarity import Weights, concepts
from briefing.model import Analysis, Article, CoreStatement, Sentence, Span

LEAST, MOST = 3, 6
SUPPORTS, TOUCHES = 0.48, 0.35
"""Weighted Dice from which a sentence says the same, and from which it is about the same: in three stories read,
most sentences between the two only shared the subject, which makes a sentence central but supports nothing."""
CONTAINED = 0.75
"""Share of the weight of a sentence that another must hold to say it too, among more."""
PREDICATED = 0.3
"""Dice of what is not a name: two sentences on the same people with other predicates say different things."""
REDUNDANT = 0.45
_OPENING = 4  # sentences of lead and body that open an article
_OPENING_SHARE = 0.7  # of a concept's weight, what its use in openings counts
_CANDIDATES = 40
_LENGTH = range(50, 330)  # characters
_ANAPHORIC = re.compile(  # beginnings that need the sentence before
    r"^[\"„“»']?(?:Er|Sie|Es (?!gibt|gab)|Dies\w*|"
    r"Dabei|Dazu|Damit|Daher|Dafür|Dagegen|Daran|Darauf|Darüber|Davon|Demnach|"
    r"Das (?:sei|ist|war|habe|hat|hatte|wäre|sagte|gilt|bedeutet|betrifft|zeigt|wird|würde|solle?)|Dort|Doch|Aber|Und|"
    r"Denn|Auch|So|Deshalb|Deswegen|Zudem|Außerdem|Ferner|Hinzu|Hier|Trotzdem|Dennoch|Jedoch|Allerdings|Stattdessen|"
    r"Ihr|Ihre|Ihm|Ihn|Sein|Seine|Seinen|Beide|Danach|Anschließend|Daraufhin|Später|Zuvor|Man|Ich|Wir|Jene[rs]?|"
    r"Letztere\w*|Ebenso|Ebenfalls|Gleichzeitig|Zugleich|Währenddessen|Unterdessen|Derweil|Indes|Wie|Weiter|Solche\w*|"
    r"Weiterhin|Andererseits|Einerseits|Hingegen|Demgegenüber|Somit|Folglich|Schließlich|Nun|Hintergrund|Ursache|"
    r"Zum Auftakt|Zum einen|Zum anderen|Ähnlich\w*|Erst|Immerhin|Tatsächlich|Vielmehr|Insgesamt|Zunächst|Dadurch|"
    r"Darin|Darunter|Hierbei|Hierzu|Grund (?:dafür|ist|sind|war|waren)|Die Folgen?|Der Grund|Das Problem)\b"
)
_SUBORDINATE = r"(?:Obwohl|Weil|Da|Als|Wenn|Nachdem|Während|Bevor|Dass|Ob|Falls|Seit)"
_PRONOUN = r"(?:er|sie|es|dies\w*|dort|ihre?\w?|seine?\w?|man|wir|damit|dabei)"
_TIME = r"(?:\w*tag|\w*(?:[Ww]oche|Monat|Jahr|Sommer|Winter|Herbst|Frühjahr|Nacht)\w*)"
_LINKS = (
    r"(?:jedoch|dagegen|hingegen|allerdings|demgegenüber|zudem|außerdem|deshalb|daher|dennoch|trotzdem|stattdessen|"
    r"ebenfalls|indes|demnach)"
)
# *Weil dort …*, *Um diesen Punkt …* (not *an diesem Dienstag*), *Die Opposition sprach dagegen …*
_POINTS_BACK = re.compile(
    rf"^[\"„“»']?(?:{_SUBORDINATE} {_PRONOUN}\b"
    rf"|(?:\w+ ){{0,2}}(?:[Dd]iese[mnrs]?|[Jj]ene[mnrs]?) (?!{_TIME}\b)"
    rf"|[^,:;]{{0,70}}\b{_LINKS}\b"
    rf"|\w+ (?:seine|ihre)[rmns]? \w+)"
    rf"|,[“\"«]? \w+ (?:er|sie)(?: \w+){{0,4}}[.]$"  # …, erklärte er.
)
# No sentence at all, or two run together: *… diskutieren Im Kampf …*
_DEBRIS = re.compile(
    r"^(?:Laut|Zufolge|Nach Angaben|Gemäß) (?:[a-zäöüß]+(?:te|ten|t|ieren)\b|[.,:;])|^[\"„“»']?\w+[:.] |\.\.\.|…"
    r"|[a-zäöüß]{3} (?:Im|Am|In|Bei|Nach|Mit|Für|Wegen|Seit|Zum|Zur|Der|Die|Das|Ein|Eine|Wie|Es|Er) [a-zäöüA-ZÄÖÜ]"
)
_DEFINITE = re.compile(r"[\"„“»']?(?:Der|Die|Das|Den|Dem)\b")
_NAMELESS = 0.75  # *Das Gremium befasst sich …*: who is meant stands in another sentence
_EARLIER = re.compile(r"\b(?:[Bb]ereits|[Ss]chon) (?:im|vor|seit|Ende|Anfang|Mitte)\b")
_BACKGROUND = 0.75  # *Bereits im Frühjahr …*: what came before the news
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
    unframed: bool
    origin: str
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
    ranked = sorted(eligible, key=lambda c: (-_centroid(c, shares, weights), c.sentence.span))[:_CANDIDATES]
    touched = {c.sentence.span: len(_alike(c, every, weights, TOUCHES)) for c in ranked}
    total = len({c.origin for c in every})
    scores = {c.sentence.span: _score(c, shares, weights, touched[c.sentence.span], total) for c in ranked}
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
        amounts, doubtful, unframed = _amounts(analysis), _doubtful(analysis), _unframed(analysis)
        place = 0
        for sentence in analysis.sentences:
            if sentence.block in ("headline", "lead", "body"):
                start = sentence.span.start
                candidate = _Candidate(
                    sentence=sentence,
                    text=text[start : sentence.span.end],
                    about=concepts(sentence.terms),
                    amounts=amounts.get(start, frozenset()),
                    doubtful=start in doubtful or text[: sentence.span.end].endswith("?"),
                    unframed=start in unframed,
                    origin=origins[article_id],
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


def _unframed(analysis: Analysis) -> set[int]:
    """Starts of the sentences that are somebody's indirect speech without a word that says whose."""
    found = set()
    for quote in analysis.quotes:
        if quote.kind not in ("direct", "reported"):
            framed = {_sentence_start(analysis, span) for span in (*quote.frame, *quote.cue)}
            found |= {_sentence_start(analysis, span) for span in quote.content} - framed
    return found


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
    """Whole, understandable alone, and a report: no question, no fragment, no mere quotation."""
    if candidate.sentence.block == "headline" or candidate.unframed:
        return False
    text = " ".join(candidate.text.split())
    if len(text) not in _LENGTH or len(candidate.about) < 4 or len(text.split()) < 7:
        return False
    if (
        text[-1] not in '.!"“”»'
        or text.rstrip('"“”»').endswith("?")
        or not (text[0].isupper() or text[0] in '"„“»0123456789')
    ):
        return False
    marks = sum(text.count(mark) for mark in '"„“”»«')
    if _ANAPHORIC.match(text) or _POINTS_BACK.search(text) or _DEBRIS.search(text):
        return False
    return not (text[0] in '"„“»' and marks <= 2 and text[-1] in '"“”»') and marks % 2 == 0


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
        like = _likeness(candidate.about, other.about, weights)
        if like >= least and like > best.get(other.origin, (0.0, None))[0]:
            best[other.origin] = (like, other.sentence.span)
    return [span for _, span in sorted(best.values(), key=lambda item: (-item[0], item[1]))]


def _likeness(one: frozenset[str], other: frozenset[str], weights: Weights) -> float:
    """Weighted Dice, at least `SUPPORTS` where `other` holds nearly all of `one`; below it if predicates differ."""
    like = weights.dice(one, other)
    if weights.contained(one, other) >= CONTAINED:
        like = max(like, SUPPORTS)
    if like < SUPPORTS or (len(one & other) > 2 and _says_alike(one, other, weights)):
        return like
    return TOUCHES


def _says_alike(one: frozenset[str], other: frozenset[str], weights: Weights) -> bool:
    said = frozenset(item for item in one if not weights.is_name(item))
    there = frozenset(item for item in other if not weights.is_name(item))
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
