"""Bodies without a proper name: *die Polizei*, *das peruanische Parlament*, *die Regierung in Kiew*.

They are no names, but in many stories (an accident, a strike, a trial) they are the ones who act and tell.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.german import states
from briefing.german.words import load

_ARTICLE = re.compile(r"^(?:der|die|das|dem|den|des|ein|eine|einer|eines|einem|einen)\s+", re.IGNORECASE)
# *ein Sprecher der Polizei*: the body speaks.
_SPOKESPERSON = re.compile(r"^Sprecher(?:s|in)? (?:der|des|vom|von) ")
_ADJECTIVE = re.compile(r"^[a-zäöüß-]+?(?:e|en|er|es|em)$|^[A-ZÄÖÜ][\w-]+er$")
_ENDINGS = {"m": "er", "f": "e", "n": "es", "p": "e"}


class Body(NamedTuple):
    """A body: its noun, the name shown, and the state it serves ("" if the phrase does not say)."""

    noun: str
    name: str
    state: str


def body_of(phrase: str) -> Body | None:
    """The body that a phrase names, in the nominative; None for all other phrases.

    `der südkoreanische Geheimdienst` → `südkoreanischer Geheimdienst`, `der Regierung in Kiew` → `Regierung in Kiew`,
    `ein Sprecher des Innenministeriums` → `Innenministerium`; adjectives that name no town or state (*die örtliche
    Polizei*) are left out.
    """
    words = _ARTICLE.sub("", _SPOKESPERSON.sub("", _ARTICLE.sub("", " ".join(phrase.split())))).split(" ")
    adjectives = []
    while len(words) > 1 and _ADJECTIVE.match(words[0]) and not gender_of(words[0]):
        adjectives.append(words.pop(0))
    noun = nominative(words[0])
    gender = gender_of(noun)
    if not gender:
        return None
    of = [word for word in adjectives if word[:1].isupper() or states.state_of(word)]
    state = next((found for found in map(states.state_of, of) if found), "")
    seat = words[2] if len(words) > 2 and words[1] == "in" else ""
    place = states.state_of(seat) if seat and not of else None
    name = " ".join([*(_strong(word, gender) for word in of), noun, *(("in", seat) if place else ())])
    return Body(noun, name, state or place or "")


def nominative(noun: str) -> str:
    """The noun of a body without the ending of the genitive or the dative plural (*Gesundheitsamtes*, *Behörden*)."""
    forms = (noun, noun.removesuffix("s"), noun.removesuffix("es"), noun.removesuffix("n"))
    return next((form for form in forms if gender_of(form)), noun)


@lru_cache(maxsize=16384)
def gender_of(noun: str) -> str:
    """m, f, n, or p for a plural, if the noun names a body that speaks and acts for itself; else ""."""
    whole = _whole().get(noun)
    if whole is not None:
        return whole
    low = noun.lower()
    if not noun[:1].isupper() or low.endswith(_no_bodies()):
        return ""
    return next((gender for gender, ends in _ends().items() if low.endswith(ends) and low not in ends), "")


def noun_of(name: str) -> str:
    """The noun in the name of a body (*Geheimdienst* in *südkoreanischer Geheimdienst*); without one the name."""
    return next((word for word in name.split(" ") if gender_of(word)), name)


def is_short_for(noun: str, name: str) -> bool:
    """Whether a bare noun is how a body is called again (*Regierung* for *Bundesregierung*, *Gericht*, *Kommission*).

    Not for bodies of several levels that all stay in one text, as *Polizei* and *Bundespolizei*.
    """
    longer = name.split(" ")[0] if " " not in name or gender_of(name.split(" ")[0]) else name.split(" ")[-1]
    return noun in _short() and noun != name and longer.lower().endswith(noun.lower())


def _strong(adjective: str, gender: str) -> str:
    if adjective[:1].isupper():
        return adjective
    return re.sub(r"(?:e|en|er|es|em)$", "", adjective) + _ENDINGS[gender]


@cache
def _whole() -> dict[str, str]:
    table = load("organisations")["collectives"]
    return {noun: gender for gender in _ENDINGS for noun in table[gender].split()}


@cache
def _ends() -> dict[str, tuple[str, ...]]:
    table = load("organisations")["collectives"]["compounds"]
    return {gender: tuple(table[gender].split()) for gender in _ENDINGS}


@cache
def _no_bodies() -> tuple[str, ...]:
    return tuple(load("organisations")["collectives"]["compounds"]["none"].split())


@cache
def _short() -> frozenset[str]:
    return frozenset(load("organisations")["collectives"]["short"].split())
