"""What a statement denies: the words of its clauses that hold a negation.

*Es sei nicht in Ordnung, dass Beschlüsse ohne den Bundestag gefasst würden* does not deny that they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.aggregate.similarity import stem

NEGATIONS = frozenset(
    """nicht kein keine keinen keiner keinem keines keinerlei nie niemals nichts niemand niemanden niemandem weder
    keineswegs mitnichten""".split()
)
# Words that deny less, and openings that deny nothing: *nicht nur*.
_SOFT = frozenset({"ohne", "statt", "anstatt", "kaum", "selten", "wenig", "weniger"})
_NO_DENIAL = re.compile(r"\bnicht (?:nur|zuletzt|bloß|allein)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?](?:\s|$)")
_CLAUSE = re.compile(r"[,;:()]|\s[–—-]\s|\b(?:aber|sondern|doch)\b")
_WORD = re.compile(r"\w+")
# Letters by which an inflected word is known.
_KNOWN = 4

# Longer words that a clause needs to say by itself what it denies (*sei nicht gelungen* does not).
_LEAST = 2

LACKING = "-"
"""How the key of a thing begins that there is none of."""
_NONE = re.compile(r"\b[Kk]ein\w{0,2} (?:[a-zäöüß]+ ){0,2}[„»\"“]?([A-ZÄÖÜ][\w-]{3,})")

Denials = tuple[frozenset[str], ...]
"""The beginnings of the longer words of each clause with a negation; of one that denies less, nothing."""


def denials(text: str) -> Denials:
    """What each clause of `text` with a negation speaks of, or its sentence where the clause says too little."""
    found = []
    for sentence in _SENTENCE.split(_NO_DENIAL.sub(" ", text)):
        whole = _words(sentence)
        for words in map(_words, _CLAUSE.split(sentence)):
            if not NEGATIONS.isdisjoint(words):
                own = beginnings(words)
                found.append(own if len(own) >= _LEAST else beginnings(whole))
            elif not _SOFT.isdisjoint(words):
                found.append(frozenset())
    return tuple(found)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def beginnings(words: Iterable[str]) -> frozenset[str]:
    """The first letters of the stems of longer words, by which inflected forms meet."""
    return frozenset(stem(word)[:_KNOWN] for word in words if len(word) >= _KNOWN and word not in NEGATIONS)


def lacking(text: str) -> frozenset[str]:
    """The things there are none of, as keys: *in keiner Diktatur*, *keine „Corona-Diktatur“*."""
    return frozenset(f"{LACKING}{stem(noun.rpartition('-')[2].lower())}" for noun in _NONE.findall(text))


def denied_alike(one: Denials, other: Denials) -> bool:
    """Whether a clause of each denies two of the same words."""
    return any(len(clause & another) >= _LEAST for clause in one for another in other)


def contrary(one: Denials, other: Denials, stems: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one of two statements, of which the other holds no negation, denies something that both speak of.

    `stems` and `others` are the beginnings of all words of the one and of the other.
    """
    return _denied_alone(one, other, others) or _denied_alone(other, one, stems)


def _denied_alone(one: Denials, other: Denials, about: frozenset[str]) -> bool:
    return not other and any(not about.isdisjoint(clause) for clause in one)
