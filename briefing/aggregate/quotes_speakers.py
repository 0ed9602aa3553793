"""How likely the speakers of two quotations are one source, by their names, functions and kinds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from briefing.german import organisations
from briefing.model import Actor

_WORD = re.compile(r"\w+")
# Letters of a word that stand for the same word in another form or compound (*Gericht*, *Oberverwaltungsgericht*).
_SHARED = 5


class Relation(IntEnum):
    """How two speakers are related, the closest last."""

    OTHER = 0  # two sources
    VAGUE = 1  # a person, and a phrase or unnamed words in marks that may be somebody else's
    OPEN = 2  # one is not named, or both are phrases, or a medium tells what somebody said
    LINKED = 3  # the phrase or body names the function or the house of the other
    SAME = 4


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """Who says something, as `source_of` makes it: `words` of the name, and of it with all functions (`known`)."""

    actor: Actor | None
    name: str
    direct: bool
    words: frozenset[str]
    known: frozenset[str]
    person: bool


def source_of(actor: Actor | None, name: str, role: str | None = None, *, direct: bool = False) -> Source:
    """A source: the merged actor if there is one, the name shown, the function printed here, whether it is in marks."""
    words = _words(name)
    functions = [role or "", *(role.role for role in (actor.roles if actor else ()))]
    known = words.union(*map(_words, functions))
    return Source(actor, name, direct, words, known, actor is not None and actor.kind == "PER")


def relation(one: Source, other: Source) -> Relation:
    """How the two sources are related; the order does not matter."""
    if one.actor is not None and other.actor is not None:
        return _of_actors(one, other, one.actor, other.actor)
    if not one.name or not other.name:
        named, unnamed = (one, other) if one.name else (other, one)
        return Relation.VAGUE if named.person and unnamed.direct and not named.direct else Relation.OPEN
    if _same_name(one.name, other.name):
        return Relation.SAME
    if _linked(one, other):
        return Relation.LINKED
    return Relation.VAGUE if one.person or other.person else Relation.OPEN


def _of_actors(one: Source, other: Source, actor: Actor, another: Actor) -> Relation:
    if actor.id == another.id:
        return Relation.SAME
    if one.person and other.person:
        return Relation.OTHER
    if _linked(one, other) and "STATE" not in (actor.kind, another.kind):
        return Relation.LINKED
    return Relation.OPEN if _is_medium(actor.name) or _is_medium(another.name) else Relation.OTHER


def _same_name(one: str, other: str) -> bool:
    small, large = sorted((one.lower(), other.lower()), key=len)
    return small == large or (len(small) > 3 and f" {small} " in f" {large} ")


def _linked(one: Source, other: Source) -> bool:
    """Whether all of one's name stands in name or functions of the other (*die Kanzlerin*, *Bundeskanzlerin*)."""
    return _names(one.words, other.known) or _names(other.words, one.known)


@lru_cache(1 << 16)
def _names(words: frozenset[str], known: frozenset[str]) -> bool:
    return bool(words) and all(any(_one_word(word, other) for other in known) for word in words)


def _one_word(one: str, other: str) -> bool:
    small, large = (one, other) if len(one) < len(other) else (other, one)
    return small == large or (len(small) >= _SHARED and small in large)


@lru_cache(8192)
def _words(name: str) -> frozenset[str]:
    """The words of a name or function that tell: those with capitals, without inflection, and adjectives of origin."""
    found = [word for word in _WORD.findall(name) if word[:1].isupper() or word.endswith(("ische", "ischen", "ischer"))]
    return frozenset(_bare(word.lower()) for word in found) - _EMPTY


def _bare(word: str) -> str:
    for ending in ("innen", "in", "en", "er", "es", "e", "s", "n"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHARED:
            return word[: -len(ending)]
    return word


_EMPTY = frozenset({"der", "die", "das", "den", "dem", "des", "ein", "eine", "einer", "eines", "einem"})


@lru_cache(1 << 13)
def _is_medium(name: str) -> bool:
    known = organisations.look_up(name)
    return known is not None and known.medium
