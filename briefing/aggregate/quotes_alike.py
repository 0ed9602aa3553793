"""Whether two quotations are the same statement: shared characters, shared rare terms, equal numbers."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.aggregate.similarity import Weights, concepts

GRAM = 4
# A partial quotation needs so many characters (without spaces) to be recognised inside another statement.
SHORTEST = 12
# Measured on the statement groups of the development collections: share of the 4-grams of the shorter text that
# the longer has, and weighted share of its terms; one of both high, or both fair, makes the same statement.
GRAMS_SURE, GRAMS_FAIR = 0.72, 0.42
TERMS_SURE, TERMS_FAIR = 0.80, 0.55
# Without the same speaker only (nearly) the same words count.
GRAMS_VERBATIM = 0.85

# Where the speaker's name leaves open who it is, both must be high on both sides.
GRAMS_CLOSE, TERMS_CLOSE = 0.6, 0.65

# Words that are recognised verbatim under another speaker's name (Nato for its secretary general).
VERBATIM_WORDS = 6

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NUMBER_WORDS = frozenset(
    """zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dutzend dutzende hundert hunderte tausend tausende
    million millionen milliarde milliarden hälfte drittel viertel""".split()
)
_NEGATION = frozenset({"nicht", "kein", "keine", "keinen", "keiner", "keinem", "keinerlei", "nie", "niemals", "nichts"})


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What of a statement is compared."""

    text: str
    plain: str
    grams: frozenset[str]
    terms: frozenset[str]
    numbers: frozenset[str]
    negated: bool
    count: int
    names: frozenset[str] = field(default_factory=frozenset)


def words_of(text: str, terms_found: Iterable[str], weights: Weights, numbers: frozenset[str] | None = None) -> Words:
    """The features of a quotation with its content `text` and its content lemmas.

    `numbers` are its numbers by value (`numbers_in` where they are not known better).
    """
    tokens = [word.lower() for word in _WORD.findall(text)]
    plain = " ".join(tokens)
    dense = plain.replace(" ", "_")
    grams = frozenset(map(sys.intern, [dense[i : i + GRAM] for i in range(len(dense) - GRAM + 1)]))
    terms = concepts(terms_found)
    return Words(
        text=text,
        plain=plain,
        grams=grams,
        terms=terms,
        numbers=numbers_in(text) if numbers is None else numbers,
        negated=bool(_NEGATION & set(tokens)),
        count=len(tokens),
        names=frozenset(term for term in terms if weights.is_name(term)),
    )


def numbers_in(text: str) -> frozenset[str]:
    """The numbers of a text as they are printed, without points between thousands."""
    figures = frozenset(n.replace(".", "").rstrip(",") for n in _NUMBER.findall(text))
    return figures | (_NUMBER_WORDS & {word.lower() for word in _WORD.findall(text)})


def grams_shared(one: Words, other: Words) -> float:
    """Share of the character 4-grams of the shorter text that the longer one has too, 0 to 1."""
    small, large = sorted((one, other), key=lambda w: (len(w.grams), w.plain))
    return len(small.grams & large.grams) / len(small.grams) if small.grams else 0.0


def contained(small: Words, large: Words) -> bool:
    """Whether the words of `small` stand in `large` one after the other, and are enough to be recognised."""
    return len(small.plain.replace(" ", "")) >= SHORTEST and f" {small.plain} " in f" {large.plain} "


def same_statement(
    one: Words, other: Words, weights: Weights, *, same_speaker: bool, may_be_same: bool = False
) -> bool:
    """Whether both say the same thing.

    `same_speaker` is whether one actor says both, `may_be_same` whether the name of one of them leaves that open
    (*die Unternehmen*). Numbers that differ, or a negation in one of two long texts only, keep statements apart.
    """
    if _numbers_differ(one, other):
        return False
    small, large = sorted((one, other), key=lambda w: (w.count, w.plain))
    verbatim = contained(small, large)
    shared = grams_shared(one, other)
    if not same_speaker:
        enough = small.count >= VERBATIM_WORDS
        close = may_be_same and _close(one, other, weights, shared)
        return enough and (verbatim or shared >= GRAMS_VERBATIM or close)
    if verbatim:
        return True
    if small.count >= 4 and shared >= GRAMS_SURE and one.negated == other.negated:
        return True
    if len(small.terms) < 2 or one.negated != other.negated:
        return False
    terms = weights.contained(small.terms, large.terms)
    content = small.terms - small.names
    if not content & large.terms:
        return False
    both = weights.dice(one.terms, other.terms)
    if len(small.terms) >= 3 and terms >= TERMS_SURE and both >= 0.45:
        return True
    return len(small.terms) >= 3 and terms >= TERMS_FAIR and shared >= GRAMS_FAIR and both >= 0.4


def _close(one: Words, other: Words, weights: Weights, shared: float) -> bool:
    """Nearly the same terms on both sides and most of the characters."""
    both = len(one.terms & other.terms) >= 3 and weights.dice(one.terms, other.terms) >= TERMS_CLOSE
    return both and shared >= GRAMS_CLOSE and one.negated == other.negated


def _numbers_differ(one: Words, other: Words) -> bool:
    if not one.numbers or not other.numbers:
        return False
    return not (one.numbers <= other.numbers or other.numbers <= one.numbers)
