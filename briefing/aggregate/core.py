"""The key sentences: what most independent origins report, each with the sentences that support it.

Sentences are ranked by the centroid of the story (Radev et al. 2004) whose weights count origins, not
articles, and most of all their openings: headline, teaser and first sentences say what a report is about
(Edmundson 1969). They are then chosen by maximal marginal relevance (Carbonell & Goldstein 1998): what a chosen
sentence says already counts less (SumBasic, Nenkova & Vanderwende 2005), and a sentence that brings no name and no
number must say something else. The first is looked for where the articles begin, unless a later one says much more
of the headline; what came before the news, and what everybody knows, stands behind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from briefing.aggregate.core_candidates import Candidate, candidates
from briefing.aggregate.core_support import SUPPORTS, alike, counts_alike, gives_more
from briefing.aggregate.core_teasers import teasers
from briefing.aggregate.disagreements_statements import Actors
from briefing.aggregate.ids import stable_id
from briefing.aggregate.similarity import Weights
from briefing.model import Analysis, Article, CoreStatement, Span

LEAST, MOST = 4, 6
REDUNDANT, LIKE = 0.45, 0.38
"""Dice from which a sentence says what a chosen one does, and where they share more than names."""
RESTATED = 0.3
"""Share of a sentence (names apart) without a new name or number that a chosen one may hold: beyond it, it says the
same again."""
COMMON = 0.4
"""The same share by number of words, whatever their weight: what the whole story is about weighs little."""
_SAID = 0.3  # what a concept counts that a chosen sentence has
_NUMBER, _LATER_NUMBER = 1.0, 3.0
"""Weight of a telling number, or of a day, that several origins give: in the first line, and in the others."""
_NAMED = 0.5  # of its weight, what a name counts in a headline: whom it is about is no news yet
_FIRST = 6  # sentences of an article among which the first line is looked for
_SAYS_MORE = 1.5  # times the news that a later sentence must say to come first
_IN_LEADS = 0.35  # of what a concept counts in headlines, what it does in teasers
_FACT = 3  # concepts of a headline that tells a fact
_TOLD = 0.5  # share of a headline that a chosen sentence must say for it to be told
_OPENING = 4  # sentences of lead and body that open an article
_OPENING_SHARE = 0.7  # of a concept's weight, what its use in openings counts
_CANDIDATES = 40
_DEFINITE = re.compile(r"[\"„“»']?(?:Der|Die|Das|Den|Dem)\b")
_NAMELESS = 0.6  # *Das Gremium befasst sich …*: who is meant stands in another sentence
_EARLIER = re.compile(r"\b(?:[Bb]ereits|[Ss]chon) (?:im|vor|seit|Ende|Anfang|Mitte)\b")
_PLACED = 0.8  # *Die Polizei in Berlin …*
_BACKGROUND = 0.6  # *Bereits im Frühjahr …*: what came before the news
_USUAL = re.compile(
    r"^(?:Normalerweise|Üblicherweise|Traditionell|Grundsätzlich|Ursprünglich|Bisher|Bislang|Lange|Jahrelang|Wochenlang|"
    r"Monatelang|Eigentlich|Früher|Einst|In der Regel|Seit (?:vielen |einigen )?(?:Jahren|Jahrzehnten|Jahrhunderten)|"
    r"Jedes Jahr|Jahr für Jahr)\b"
    r"|\b(?:ist|war) (?:längst |schon |hinlänglich )?(?:nicht neu|bekannt|nichts Neues)\b"
    r"|\b(?:kein Geheimnis|man|dürften?|jedes Jahr)\b"
)
_TURNS = re.compile(r"[.!?] (?:Doch|Aber|Nun|Jetzt|Dennoch|Trotzdem)\b")  # a teaser tells both
_NEWS_DAY = re.compile(
    r"\b(?:am|an diesem|vom|seit|bis|ab) (?:\w+en )?(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|\b(?:Mittwoch|Sonnabend)|"
    r"\b[Hh]eute\b"
)
_DATED = 1.15
_PLUPERFECT = re.compile(r"[^,:;]{0,80}\bhatten?\b")
_PERFECTED = 0.8  # *Trump hatte den Einreisestopp im März verhängt*: mostly what came before, too
_ALONE = 0.75  # what one of several origins reports
_AGEING = 0.15  # per day
_ONE_HEADLINE = 0.5
_NEWS, _LATER_NEWS = 3.0, 1.0  # what the headlines add to a sentence that says them, the first and the later ones
_OWN_NEWS = 0.5  # what the headline of its own article adds: it names a fact where the sentence says it again
_LEAD_BONUS, _FIRST_BONUS, _OPENING_BONUS, _SUPPORT_BONUS = 0.25, 0.15, 0.5, 0.5


def choose(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], origins: Mapping[str, str], actors: Actors
) -> tuple[CoreStatement, ...]:
    """Three to six sentences (fewer if the texts hold fewer): by independent origins, then by importance."""
    weights = Weights(analyses)
    every = candidates(articles, analyses, origins)
    shares = _origin_shares(every)
    eligible = [c for c in (*every, *teasers(every)) if c.eligible]
    newest = max((c.published for c in every), default="")
    ranked = sorted(eligible, key=lambda c: (-_centroid(c, shares, weights), c.sentence.span))[:_CANDIDATES]
    near = {c.sentence.span: alike(c, every, weights) for c in ranked}
    touched = {span: len(found) for span, found in near.items()}
    support = {span: [other for like, other in found if like >= SUPPORTS] for span, found in near.items()}
    total = len({c.origin for c in every})
    titles = [c for c in every if c.sentence.block == "headline"]
    headlines = _headlines(titles, every)
    factors = {
        c.sentence.span: _factor(c, weights, touched[c.sentence.span] + len(support[c.sentence.span]), total)
        * _freshness(c, newest)
        for c in ranked
    }
    news = {c.sentence.span: _announced(c, headlines, weights) for c in ranked}
    own = {c.origin: c.about for c in titles if len(c.about) >= _FACT}
    rank = _Rank(shares, _number_shares(every), factors, news, own, weights)
    wanted = min(MOST, max(LEAST, total + 1))
    chosen = _picked(ranked, touched if total > 1 else {}, wanted, rank)
    return tuple(_statement(c, support[c.sentence.span], total) for c in chosen)


@dataclass(frozen=True, slots=True)
class _Rank:
    """What a sentence is worth beside those chosen already."""

    shares: Mapping[str, float]
    numbers: Mapping[Decimal | str, float]
    factors: Mapping[Span, float]
    news: Mapping[Span, float]
    headlines: Mapping[str, frozenset[str]]
    weights: Weights

    def of(self, candidate: Candidate, chosen: Sequence[Candidate]) -> float:
        """Weight of what the sentence shares with the story, less where a chosen one has it, damped by its length."""
        said = frozenset(item for other in chosen for item in other.about)
        given = frozenset(value for other in chosen for value in other.facts)
        weight = sum(
            self.shares.get(item, 0.0) * self.weights.of(item) * (_SAID if item in said else 1.0)
            for item in sorted(candidate.about)
        )
        number = _LATER_NUMBER if chosen else _NUMBER
        weight += sum(number * self.numbers.get(value, 0.0) for value in sorted(candidate.facts - given, key=str))
        alike = max((self.weights.dice(candidate.about, other.about) for other in chosen), default=0.0)
        damped = float(weight / max(6, len(candidate.about)) ** 0.7)
        worth = damped * self.factors[candidate.sentence.span] * (1 - alike)
        news = self.news[candidate.sentence.span]
        own = self._untold(candidate, chosen)
        return worth * (1.0 + (_LATER_NEWS * max(news, own) if chosen else _NEWS * news + _OWN_NEWS * own))

    def _untold(self, candidate: Candidate, chosen: Sequence[Candidate]) -> float:
        """Share of the headline of its article that a sentence says, if no chosen one tells that."""
        headline = self.headlines.get(candidate.origin, frozenset())
        if any(self.weights.contained(headline, other.about) >= _TOLD for other in chosen):
            return 0.0
        return self.weights.contained(headline, candidate.about)

    def first(self, left: Sequence[Candidate]) -> Sequence[Candidate]:
        """Which of `left` may come first: what begins an article, and later ones that say much more of the news."""
        left_news = [c for c in left if not (_is_background(c) or _PLUPERFECT.match(c.text))]
        begins = [c for c in left_news if c.sentence.block == "lead" or c.place < _FIRST]
        said = max((self.news[c.sentence.span] for c in begins), default=0.0)
        later = [c for c in left_news if c not in begins and self.news[c.sentence.span] > _SAYS_MORE * said]
        return [*begins, *later] or left

    def repeats(self, candidate: Candidate, other: Candidate) -> bool:
        """Whether a sentence says what `other` says."""
        told = frozenset(item for item in candidate.about if not self.weights.is_name(item))
        least = LIKE if told & other.about else REDUNDANT
        if self.weights.dice(candidate.about, other.about) >= least or counts_alike(candidate, other):
            return True
        if gives_more(candidate, other):
            return True
        new = set(candidate.names) - set(other.names) or candidate.telling - other.telling
        if new:
            return False
        if candidate.telling and candidate.about & other.about:
            return True
        held = self.weights.contained
        return (
            held(told, other.about) >= RESTATED
            or held(candidate.about, other.about) >= REDUNDANT
            or len(told & other.about) >= COMMON * len(told)
        )


def _picked(left: list[Candidate], touched: Mapping[Span, int], wanted: int, rank: _Rank) -> list[Candidate]:
    """The best of `left` that say something new, until there are `wanted`; one that gives all the numbers of a chosen
    one and more takes its place. What only one of several origins reports fills up to the least number, no further."""
    chosen: list[Candidate] = []
    left = list(left)
    while left and len(chosen) < wanted:
        pool = left if chosen else rank.first(left)
        best = max(pool, key=lambda c: (rank.of(c, chosen), -c.place, c.sentence.span))
        left.remove(best)
        if touched and not touched[best.sentence.span] and len(chosen) >= LEAST:
            continue
        same = [other for other in chosen if rank.repeats(best, other)]
        if not same:
            chosen.append(best)
        elif len(same) == 1 and gives_more(best, same[0]):
            chosen[chosen.index(same[0])] = best
    return chosen


def _origin_shares(every: list[Candidate]) -> dict[str, float]:
    """Share of the origins that use a concept, openings counting most; 0 where only one of several uses it."""
    anywhere, openings = _counts(every), _counts([c for c in every if c.opens])
    total = len({c.origin for c in every})
    return {
        item: (_OPENING_SHARE * openings[item] + (1 - _OPENING_SHARE) * count) / total
        for item, count in anywhere.items()
        if count > 1 or total == 1
    }


def _headlines(titles: list[Candidate], every: list[Candidate]) -> dict[str, float]:
    """Concept → origins whose headline has it; where it is the teaser or first sentence, less, and one alone not."""
    found: dict[str, float] = dict(_counts(titles))
    opening = _counts([c for c in every if c.sentence.block in ("headline", "lead") or not c.place])
    for item, count in opening.items():
        if count > 1:
            found[item] = max(found.get(item, 0.0), _IN_LEADS * count)
    return found


def _number_shares(every: list[Candidate]) -> dict[Decimal | str, float]:
    """Share of the origins that give a telling number or day; 0 where only one gives it."""
    origins: dict[Decimal | str, set[str]] = {}
    for candidate in every:
        for value in candidate.facts:
            origins.setdefault(value, set()).add(candidate.origin)
    total = len({c.origin for c in every})
    return {value: len(found) / total for value, found in origins.items() if len(found) > 1}


def _counts(candidates: list[Candidate]) -> Counter[str]:
    """Concept → origins that use it."""
    by_origin: dict[str, set[str]] = {}
    for candidate in candidates:
        by_origin.setdefault(candidate.origin, set()).update(candidate.about)
    return Counter(item for items in by_origin.values() for item in items)


def _freshness(candidate: Candidate, newest: str) -> float:
    """1 for the newest articles, less for each day before: what was going to happen may have happened since."""
    try:
        days = (date.fromisoformat(newest) - date.fromisoformat(candidate.published)).days
    except ValueError:
        return 1.0
    return 1 / (1 + _AGEING * days)


def _centroid(candidate: Candidate, shares: Mapping[str, float], weights: Weights) -> float:
    """Weight of what the sentence shares with the story, damped by its length."""
    weight = sum(shares.get(item, 0.0) * weights.of(item) for item in sorted(candidate.about))
    return float(weight / max(6, len(candidate.about)) ** 0.7)


def _factor(candidate: Candidate, weights: Weights, support: int, total: int) -> float:
    """What its place and the origins that touch on it or say it too make of the worth of a sentence."""
    factor = 1.0 + _SUPPORT_BONUS * support / max(1, total - 1)
    factor += _LEAD_BONUS if candidate.sentence.block == "lead" else 0.0
    factor += _FIRST_BONUS if candidate.place < 4 else 0.0
    factor += _OPENING_BONUS if candidate.place == 0 else 0.0
    if _DEFINITE.match(candidate.text) and not candidate.names:
        factor *= _PLACED if any(weights.is_name(item) for item in candidate.about) else _NAMELESS
    if _is_background(candidate):
        factor *= _BACKGROUND
    elif _PLUPERFECT.match(candidate.text):
        factor *= _PERFECTED
    elif _NEWS_DAY.search(candidate.text):
        factor *= _DATED
    if total > 1 and not support:
        factor *= _ALONE
    return factor


def _is_background(candidate: Candidate) -> bool:
    """Whether a sentence tells what came before the news, or what everybody knows."""
    if _TURNS.search(candidate.text):
        return False
    return candidate.old or bool(_EARLIER.search(candidate.text) or _USUAL.search(candidate.text))


def _announced(candidate: Candidate, headlines: Mapping[str, float], weights: Weights) -> float:
    """How much of the headlines a sentence says, 0 to 1: they name the news, the more of them, the more surely."""
    whole = sum(_named(item, count, weights) for item, count in sorted(headlines.items()))
    said = sum(_named(item, headlines.get(item, 0), weights) for item in sorted(candidate.about))
    return said / whole if whole else 0.0


def _named(item: str, count: float, weights: Weights) -> float:
    """What a concept counts that so many headlines have: little if one alone has it, or if it is a name."""
    if weights.is_name(item):
        return _NAMED * _ONE_HEADLINE * weights.of(item) * min(count, 1)
    return weights.of(item) * (count if count > 1 else _ONE_HEADLINE * count)


def _statement(candidate: Candidate, support: list[Span], total: int) -> CoreStatement:
    span = candidate.sentence.span
    return CoreStatement(
        id=stable_id("C", *sorted(candidate.about)),
        text=span,
        evidence=(span, *support),
        origins=min(total, 1 + len(support)),
    )
