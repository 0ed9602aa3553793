"""Which sentences of other origins say the same as a key sentence, and which only share its subject."""

from __future__ import annotations

import re

from briefing.aggregate.core_candidates import Candidate
from briefing.aggregate.similarity import Weights
from briefing.model import Span

SUPPORTS, TOUCHES = 0.48, 0.35
"""Weighted Dice from which a sentence says the same, and from which it is about the same: in three stories read,
most sentences between the two only shared the subject, which makes a sentence central but supports nothing."""
CONTAINED = 0.75
"""Share of the weight of a sentence that another must hold to say it too, among more."""
PREDICATED = 0.3
"""Dice of what is not a name: two sentences on the same people with other predicates say different things."""
VERBLESS = 0.6
"""Dice from which two sentences need no verb in common."""
WHOLE = 0.95
"""Share of a headline that a sentence must hold to say it."""
COUNTED = 0.3
"""Share of a sentence that another must hold to say it too, if they give the same telling number."""
HELD = 0.45
"""Share of a sentence that another must hold at the least: one that says but a part of it does not say it."""
_UNITS = re.compile(r"^(?:prozent\w*|euro|dollar|cent|million|milliard|tonn|mensch|jahr|tag|monat|kilomet\w*|met)$")
_MARKED = re.compile(r"[\"„“»]([^\"„“”«»]{12,160})[\"“”«]")
# *Das teilte die Behörde am Montag mit*: it says who said, not what.
_SAYS_WHO = re.compile(
    r"^[\"„“»]?(?:Das|Dies|So|Darüber|Davon)\b (?:\w+ ){0,2}?(?:teil|gab|gib|geh|ging|sag|bericht|meld|schr[ie]|kündig|"
    r"erklär|bestätig|ergab|ergibt|beton|hatte|hat|informier)\w*"
)


def alike(candidate: Candidate, every: list[Candidate], weights: Weights) -> list[tuple[float, Span]]:
    """The most alike sentence of every other origin that at least `TOUCHES` the matter, with how alike it is: none that
    denies or counts otherwise."""
    best: dict[str, tuple[float, Span]] = {}
    for other in every:
        if other.origin == candidate.origin or len(other.about & candidate.about) < 2:
            continue
        if other.doubtful != candidate.doubtful:
            continue
        if candidate.amounts and other.amounts and not candidate.amounts & other.amounts:
            continue
        if other.publisher and other.publisher == candidate.publisher and other.about == candidate.about:
            continue  # a ready-made sentence of the house
        like = _likeness(candidate, other, weights)
        if like >= TOUCHES and like > best.get(other.origin, (0.0, None))[0]:
            best[other.origin] = (like, other.sentence.span)
    return sorted(best.values(), key=lambda item: (-item[0], item[1]))


def _likeness(one: Candidate, other: Candidate, weights: Weights) -> float:
    """Weighted Dice, at least `SUPPORTS` where `other` holds nearly all of `one` or gives the same telling number of
    the same thing; below it if they say other things."""
    like = weights.dice(one.about, other.about)
    held = weights.contained(one.about, other.about)
    if held >= CONTAINED:
        like = max(like, SUPPORTS)
    if one.negated == other.negated and (
        (_gives_all(one, other) and held >= COUNTED) or _is_headline_of(other, one, weights)
    ):
        return max(like, SUPPORTS)
    if one.negated == other.negated and _in_the_same_words(one, other):
        return max(like, SUPPORTS)
    if like < SUPPORTS or _says_alike(one, other, like, held, weights):
        return like
    return TOUCHES


def _in_the_same_words(one: Candidate, other: Candidate) -> bool:
    """Whether both quote the same two or more words of somebody (*eine „erhebliche Eskalation“*)."""
    said = other.text.lower()
    stretches = (match[1].lower() for match in _MARKED.finditer(one.text))
    return any(" " in words and words in said for words in stretches) and bool(_MARKED.search(other.text))


def counts_alike(one: Candidate, other: Candidate) -> bool:
    """Whether two sentences give the same telling number and name two things in common, units apart."""
    shared = {item for item in one.about & other.about if not _UNITS.match(item)}
    return bool(one.telling & other.telling) and len(shared) >= 2


def gives_more(one: Candidate, other: Candidate) -> bool:
    """Whether a sentence gives all the telling numbers of `other`, of a thing in common, and more."""
    shared = {item for item in one.about & other.about if not _UNITS.match(item)}
    return bool(shared and other.telling) and one.telling > other.telling


def _gives_all(one: Candidate, other: Candidate) -> bool:
    """Whether `other` gives all the telling numbers of `one` and of the same thing, neither as an upper limit."""
    return (
        counts_alike(one, other) and one.telling <= other.telling and not one.telling & (one.ceilings ^ other.ceilings)
    )


def _is_headline_of(headline: Candidate, told: Candidate, weights: Weights) -> bool:
    """Whether all that a headline says stands in a sentence."""
    if headline.sentence.block != "headline" or len(headline.about) < 3:
        return False
    return weights.contained(headline.about, told.about) >= WHOLE


def _says_alike(one: Candidate, other: Candidate, like: float, held: float, weights: Weights) -> bool:
    """Whether two sentences on the same matter have their predicates in common, not only the names, and neither denies
    what the other says."""
    if one.negated != other.negated or len(one.about & other.about) < 3 or _SAYS_WHO.match(other.text):
        return False
    headline = other.sentence.block == "headline"
    if not headline and (held < HELD or not one.telling <= other.amounts):
        return False
    if like < VERBLESS and not headline and one.verbs and other.verbs and not one.verbs & other.verbs:
        return False
    if _acts_otherwise(one, other) or (other.telling and not one.amounts and held < CONTAINED and not headline):
        return False
    roles = one.roles | other.roles
    said = frozenset(item for item in one.about if not weights.is_name(item)) - roles
    there = frozenset(item for item in other.about if not weights.is_name(item)) - roles
    return weights.dice(said, there) >= PREDICATED or weights.contained(said, there) >= CONTAINED


def _acts_otherwise(one: Candidate, other: Candidate) -> bool:
    """Whether `other` begins with somebody whom `one` only mentions, and says nothing of the one who acts there."""
    if not one.names or not other.names:
        return False
    actor = one.names[0]
    return other.names[0] != actor and other.names[0] in one.names and actor not in other.about
