"""Words in marks inside statements: what a speaker said in these words is known again wherever it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from briefing.aggregate.quotes_denials import NEGATIONS
from briefing.aggregate.similarity import stem

_MARKED = re.compile(r"[„“”»«\"]([^„“”»«\"]{6,200})[“”»«\"]")
_WORD = re.compile(r"\w+")
_LONG = 5  # letters of a word that tells; one less in a phrase of three words and more
_TELLING = 2  # such words in a phrase that is known again
_MOST = 10  # words of a direct quotation that is a phrase as a whole


def phrases(text: str, *, direct: bool) -> tuple[str, ...]:
    """The phrases in marks inside `text`, as stems with spaces around; all of it where it is short direct speech.

    A phrase has at least two longer words of which one is no name or noun: titles and names stand in marks as well.
    """
    found = [text] if direct else _MARKED.findall(text)
    made = []
    for phrase in found:
        words = _WORD.findall(phrase)
        least = _LONG if len(words) <= _TELLING else _LONG - 1
        long = [word for word in words if len(word) >= least and word.lower() not in NEGATIONS]
        if len(long) >= _TELLING and any(word[0].islower() for word in long) and (not direct or len(words) <= _MOST):
            made.append(f" {' '.join(stem(word.lower()) for word in words)} ")
    return tuple(made)


def words_shared(some: Sequence[str], others: Sequence[str]) -> int:
    """The number of words of the longest phrase that one side has in a phrase of the other."""
    shared = [min(one, other, key=len) for one in some for other in others if one in other or other in one]
    return max((len(phrase.split()) for phrase in shared), default=0)


def keys_of(found: Iterable[str]) -> frozenset[str]:
    """Each two neighbouring words of the phrases: those that one phrase has in another are in both."""
    pairs = (pairwise(words) for words in (phrase.split() for phrase in found))
    return frozenset(f"{one} {other}" for several in pairs for one, other in several)
