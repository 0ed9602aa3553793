"""Whether two quotations are the same statement: shared characters, shared rare terms, equal numbers."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.aggregate.quotes_denials import LACKING, Denials, beginnings, contrary, denials, denied_alike, lacking
from briefing.aggregate.quotes_marks import keys_of, phrases, words_shared
from briefing.aggregate.quotes_numbers import RARE, differ, numbers_in, pairs_of, rare, telling
from briefing.aggregate.quotes_speakers import Relation
from briefing.aggregate.similarity import Weights, concepts, stem

GRAM = 4
# A partial quotation needs so many characters (without spaces) to be recognised inside another statement.
SHORTEST = 12
# Measured on the statement groups of the development collections: share of the 4-grams of the shorter text that
# the longer has, and weighted share of its terms; one of both high, or both fair, makes the same statement.
GRAMS_SURE, GRAMS_FAIR = 0.70, 0.42
TERMS_SURE, TERMS_FAIR = 0.80, 0.55
# Where nearly all terms are the same, however few.
TERMS_MOST, GRAMS_HALF = 0.7, 0.5
# Without the same speaker only (nearly) the same words count.
GRAMS_VERBATIM = 0.85

# Where the speaker's name leaves open who it is, both must be high on both sides.
GRAMS_CLOSE, TERMS_CLOSE = 0.6, 0.65

# Words that are recognised verbatim under another speaker's name (Nato for its secretary general), and of words in
# marks under a name that leaves open whose they are.
VERBATIM_WORDS, MARKED_WORDS, LONG_WORDS = 6, 4, 12

# Least sum of the shares of characters and of terms (Dice), by how the speakers are related; a number that both have
# counts as much as `NUMBER`. Two direct quotations repeat each other's words, not only their matter.
TOGETHER = {Relation.SAME: 0.95, Relation.LINKED: 0.9, Relation.OPEN: 1.0}
TOGETHER_DIRECT = 0.97
# Three terms are asked for, one less where a telling number is shared or so much of one speaker's words.
TOGETHER_SURE = 1.2
NUMBER = 0.25
# Both shares must reach these, and the terms this share of the lighter side.
GRAMS_LEAST, TERMS_LEAST, SIDE_LEAST = 0.4, 0.33, 0.4

# Share of the terms (Dice) that two statements with the same rare number must have in common.
COUNTED = {Relation.SAME: 0.15, Relation.LINKED: 0.28, Relation.OPEN: 0.28}
# Words in marks that both have, by how the speakers are related.
MARKED = {Relation.SAME: 2, Relation.LINKED: 3, Relation.OPEN: 3}
# What one speaker says in two articles: shares of terms (Dice) and of characters where three words are
# the same, and where a number is that is found in no other matter.
AGAIN_TERMS, AGAIN_GRAMS, AGAIN_COUNTED, AGAIN_DENIED = 0.22, 0.25, 0.1, 0.2
# The same names and a number, of whomever: shares of terms and of characters.
NAMED_TERMS, NAMED_GRAMS = 0.6, 0.5
# Characters where both give a number, rounded in one.
GRAMS_COUNTED = 0.35
# What is returned for the same statement with no characters in common.
LEAST = 0.01

MARKS = "„“”‟«»″\"‚‘’›‹'"
_WORD = re.compile(r"\w+")
# An indirect question; with a capital, *Wer* and *Was* are who and what is spoken of.
_ASKS = re.compile(
    r"(?:[Oo]b|wie|was|wer|wen|wem|[Ww]ann|wo|[Ww]arum|[Ww]eshalb|[Ww]ieso|[Ww]ohin|[Ww]oher|[Ww]elche[rsmn]?|"
    r"(?:[Vv]on|[Mm]it|[Ff]ür|[Aa]n) we[nm])\b"
)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What of a statement is compared."""

    plain: str
    grams: frozenset[str]
    terms: frozenset[str]
    numbers: frozenset[str]
    count: int
    names: frozenset[str] = field(default_factory=frozenset)
    stems: frozenset[str] = field(default_factory=frozenset)
    denials: Denials = ()
    asks: bool = False
    direct: bool = False
    phrases: tuple[str, ...] = ()
    pairs: frozenset[str] = field(default_factory=frozenset)
    keys: frozenset[str] = field(default_factory=frozenset)
    units: frozenset[frozenset[str]] = field(default_factory=frozenset)
    stemmed: str = ""  # all of what stands in marks, as `phrases` are


def words_of(
    text: str,
    terms_found: Iterable[str],
    weights: Weights,
    numbers: frozenset[str] | None = None,
    *,
    direct: bool = False,
) -> Words:
    """The features of a quotation with its content `text`, marks included, and its content lemmas.

    `numbers` are its numbers by value (`numbers_in` where they are not known better), `direct` whether it is in marks.
    """
    tokens = [word.lower() for word in _WORD.findall(text)]
    plain = " ".join(tokens)
    dense = plain.replace(" ", "_")
    grams = frozenset(map(sys.intern, [dense[i : i + GRAM] for i in range(len(dense) - GRAM + 1)]))
    found = tuple(terms_found)
    terms = concepts(found)
    figures = numbers_in(text) if numbers is None else numbers
    said, pairs = phrases(text, direct=direct), pairs_of(figures) | rare(figures)
    return Words(
        plain=plain,
        grams=grams,
        terms=terms,
        numbers=figures,
        count=len(tokens),
        names=frozenset(term for term in terms if weights.is_name(term)),
        stems=beginnings(found),
        denials=denials(text),
        asks=bool(_ASKS.match(text.lstrip(MARKS))),
        direct=direct,
        phrases=said,
        pairs=pairs,
        keys=keys_of(said) | pairs | lacking(text),
        stemmed=f" {' '.join(stem(word) for word in tokens)} " if direct else "",
        units=frozenset(concepts((term,)) for term in found),
    )


def grams_shared(one: Words, other: Words) -> float:
    """Share of the character 4-grams of the shorter text that the longer one has too, 0 to 1."""
    least = min(len(one.grams), len(other.grams))
    return len(one.grams & other.grams) / least if least else 0.0


def contained(small: Words, large: Words) -> bool:
    """Whether the words of `small` stand in `large` one after the other, and are enough to be recognised."""
    return len(small.plain.replace(" ", "")) >= SHORTEST and f" {small.plain} " in f" {large.plain} "


def likeness(one: Words, other: Words, weights: Weights, speakers: Relation, *, elsewhere: bool = False) -> float:
    """How near the wording of two texts that say the same is (`grams_shared`), 0 where they do not say the same.

    `speakers` is how their speakers are related, `elsewhere` whether they stand in two articles. Numbers that differ,
    or a negation of what both speak of in one of them only, keep statements apart; so does a question that is none in
    the other.
    """
    shared = grams_shared(one, other)
    unlike = speakers is not Relation.SAME and shared < GRAMS_LEAST and one.keys.isdisjoint(other.keys)
    if unlike and (shared < GRAMS_COUNTED or not telling(one.numbers, other.numbers)):
        return 0.0
    if speakers is Relation.OTHER and shared < _verbatim(one, other):
        return 0.0
    same = _same(one, other, weights, speakers, shared)
    if not same and elsewhere and speakers is Relation.SAME:
        same = _again(one, other, weights, shared)
    return max(shared, LEAST) if same else 0.0


def _again(one: Words, other: Words, weights: Weights, shared: float) -> bool:
    """Whether one speaker says the same in two articles in other words: with a rare number, with three of the terms, or
    because he denies the same."""
    if differ(one.numbers, other.numbers) or one.asks != other.asks:
        return False
    if contrary(one.denials, other.denials, one.stems, other.stems):
        return False
    dice = weights.dice(one.terms, other.terms)
    common = one.keys & other.keys
    if any(key.startswith(LACKING) for key in common):
        return True
    if any(key.startswith(RARE) for key in common):
        return dice >= AGAIN_COUNTED or shared >= GRAMS_HALF
    if max(weights.contained(one.terms, other.terms), weights.contained(other.terms, one.terms)) < SIDE_LEAST:
        return False
    if dice >= AGAIN_DENIED and denied_alike(one.denials, other.denials):
        return True
    if shared < AGAIN_GRAMS or dice < AGAIN_TERMS:
        return False
    return _matters(one, other, (one.terms & other.terms) - one.names - other.names) >= 3


def _same(one: Words, other: Words, weights: Weights, speakers: Relation, shared: float) -> bool:
    if differ(one.numbers, other.numbers):
        return False
    small, large = (one, other) if (one.count, one.plain) <= (other.count, other.plain) else (other, one)
    verbatim = shared == 1.0 and contained(small, large)
    nearly = verbatim or shared >= _verbatim(one, other)
    if speakers is not Relation.SAME and small.count >= VERBATIM_WORDS and nearly:
        return True
    if speakers is Relation.SAME and (verbatim or _repeated(one, other)):
        return True
    if shared >= GRAMS_SURE and speakers > Relation.OTHER and _in_marks(one, other):
        return True
    if speakers is Relation.OTHER or one.asks != other.asks:
        return False
    if contrary(one.denials, other.denials, one.stems, other.stems):
        return False
    if not one.keys.isdisjoint(other.keys) and _marked_alike(one, other, weights, speakers):
        return True
    if speakers is Relation.SAME:
        return _same_matter(small, large, weights, shared) or _together(one, other, weights, shared, speakers)
    if one.direct and other.direct and shared >= GRAMS_VERBATIM and small.count >= MARKED_WORDS:
        return len(small.terms) >= 2
    if shared >= NAMED_GRAMS and speakers > Relation.VAGUE and one.numbers & other.numbers:
        common = one.terms & other.terms
        if _matters(one, other, common) >= 3 and weights.dice(one.terms, other.terms) >= NAMED_TERMS:
            return True
    return _close(one, other, weights, shared) or _together(one, other, weights, shared, speakers)


def _verbatim(one: Words, other: Words) -> float:
    """Share of characters from which on two texts are the same words under whatever name: less for long direct ones."""
    return GRAMS_SURE if one.direct and other.direct and min(one.count, other.count) >= LONG_WORDS else GRAMS_VERBATIM


def _in_marks(one: Words, other: Words) -> bool:
    """Whether direct speech has a phrase that stands in marks in the other, of four words or more."""
    pairs = ((one.phrases, other.stemmed), (other.phrases, one.stemmed))
    return any(p in whole and len(p.split()) >= MARKED_WORDS for phrases, whole in pairs if whole for p in phrases)


def _marked_alike(one: Words, other: Words, weights: Weights, speakers: Relation) -> bool:
    """The same words in marks, or the same rare number, or two telling ones, about the same thing."""
    if words_shared(one.phrases, other.phrases) >= MARKED.get(speakers, sys.maxsize):
        return True
    shared = one.pairs & other.pairs
    if not shared or not (one.terms & other.terms) - one.names:
        return False
    if speakers is Relation.SAME and any(" " in key for key in shared):
        return True
    return weights.dice(one.terms, other.terms) >= COUNTED.get(speakers, 1.0)


def _repeated(one: Words, other: Words) -> bool:
    """The very same words in marks, however few."""
    return one.direct and other.direct and one.plain == other.plain and bool(one.terms and one.grams)


def _same_matter(small: Words, large: Words, weights: Weights, shared: float) -> bool:
    """Said by one speaker: most characters, or most of the terms of the shorter one."""
    if small.count >= 4 and shared >= GRAMS_SURE:
        return True
    common = (small.terms & large.terms) - small.names
    terms, both = weights.contained(small.terms, large.terms), weights.dice(small.terms, large.terms)
    if _matters(small, large, common) >= 2 and both >= TERMS_MOST and shared >= GRAMS_HALF:
        return True
    if len(small.terms) + bool(small.numbers & large.numbers) < 3 or not common:
        return False
    if _matters(small, large, small.terms & large.terms) < 2:
        return False
    if terms >= TERMS_SURE and both >= 0.45:
        return True
    return terms >= TERMS_FAIR and shared >= GRAMS_FAIR and both >= 0.4


def _close(one: Words, other: Words, weights: Weights, shared: float) -> bool:
    """Nearly the same terms on both sides and most of the characters."""
    if min(one.count, other.count) < VERBATIM_WORDS or shared < GRAMS_CLOSE:
        return False
    dice = weights.dice(one.terms, other.terms)
    return dice >= TERMS_CLOSE and (len(one.terms & other.terms) >= 3 or min(dice, shared) >= TERMS_SURE)


def _together(one: Words, other: Words, weights: Weights, shared: float, speakers: Relation) -> bool:
    """Enough characters, terms and telling numbers together."""
    direct = one.direct and other.direct and min(one.count, other.count) >= VERBATIM_WORDS
    least = min(TOGETHER.get(speakers, 9.0), TOGETHER_DIRECT if direct else 9.0)
    number = telling(one.numbers, other.numbers)
    if shared < (GRAMS_COUNTED if number else GRAMS_LEAST) or shared + 1.0 + NUMBER < least:
        return False
    dice = weights.dice(one.terms, other.terms)
    side = max(weights.contained(one.terms, other.terms), weights.contained(other.terms, one.terms))
    sure = dice + shared >= TOGETHER_SURE and (speakers is Relation.SAME or number)
    if _matters(one, other, (one.terms & other.terms) - one.names - other.names) < 3 - number - sure:
        return False
    return dice >= TERMS_LEAST and side >= SIDE_LEAST and dice + shared + NUMBER * number >= least


def _matters(one: Words, other: Words, common: frozenset[str]) -> int:
    """How many words of the one and of the other the common terms are; a compound with its parts is one."""
    return min(sum(not unit.isdisjoint(common) for unit in words.units) for words in (one, other))
