"""Bodies without a proper name that speak: *die Polizei*, *die Staatsanwaltschaft*, *das Innenministerium*.

They are no names, but in many stories (an accident, a strike, an earthquake) they are the ones who say what is known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from briefing.aggregate.actors_local import Local
from briefing.german import states
from briefing.german.words import load
from briefing.model import Analysis

_ARTICLE = re.compile(r"^(?:der|die|das|dem|den|des|ein|eine|einer|eines|einem|einen)\s+", re.IGNORECASE)
_ADJECTIVE = re.compile(r"^[a-zäöüß-]+?(?:e|en|er|es|em)$|^[A-ZÄÖÜ][\w-]+er$")
_ENDINGS = {"m": "er", "f": "e", "n": "es"}


class _Body(NamedTuple):
    """A body: its noun, the name shown, and the state it serves ("" if the phrase does not say)."""

    noun: str
    name: str
    state: str


def collectives(analyses: Mapping[str, Analysis], named: list[Local]) -> list[Local]:
    """Speaking bodies, one per article and body; the name is the noun with town or state (*Berliner Polizei*).

    Bodies of one state are one (*Geheimdienst in Seoul*, *südkoreanischer Geheimdienst*), those of two states two; a
    bare noun joins where the story knows only one. `named` are the proper names of the story.
    """
    spoken = [(id_, quote) for id_, analysis in analyses.items() for quote in analysis.quotes if quote.speaker]
    names = {(id_, name.name) for id_, analysis in analyses.items() for name in analysis.names}
    found: dict[tuple[str, str], Local] = {}
    shown: dict[tuple[str, str], str] = {}
    for id_, quote in spoken:
        body = _body(quote.speaker_name or "")
        if body is None or (id_, quote.speaker_name) in names:
            continue
        name = shown.setdefault((body.noun, body.state), body.name) if body.state else body.name
        local = found.setdefault((id_, name), Local(id_, "ORG", name))
        local.forms[name] = local.forms.get(name, 0) + 1
        local.spans.append(quote.speaker[0])
        local.speaking.append(quote.speaker[0])
        local.phrases.add(quote.speaker_name or "")
    return _only_one(list(found.values()), named)


def _only_one(found: list[Local], named: list[Local]) -> list[Local]:
    """The bare noun joins the fuller name where the story knows only one (*Berliner Polizei*, *Polizei Berlin*)."""
    full: dict[str, set[str]] = {}
    for local in found:
        if " " in local.name:
            full.setdefault(_noun(local.name), set()).add(local.name)
    for local in named:
        noun, _, place = local.name.partition(" ")
        if local.kind == "ORG" and place and noun in _genders():
            full.setdefault(noun, set()).add(local.name)
    for local in found:
        bodies = _longest(full.get(local.name, set()))
        if len(bodies) == 1:
            local.name = next(iter(bodies))
    return found


def _longest(names: set[str]) -> set[str]:
    """Without those that begin another (*Staatsanwaltschaft München*, *Staatsanwaltschaft München I*)."""
    return {name for name in names if not any(other.startswith(name + " ") for other in names)}


@cache
def _genders() -> dict[str, str]:
    table = load("organisations")["collectives"]
    return {noun: gender for gender in ("m", "f", "n") for noun in table[gender].split()}


def _noun(name: str) -> str:
    return next((word for word in name.split(" ") if word in _genders()), name)


def _body(phrase: str) -> _Body | None:
    """The body that a speaker phrase names, in the nominative; None for all other phrases.

    `der südkoreanische Geheimdienst` → `südkoreanischer Geheimdienst`, `der Regierung in Kiew` → `Regierung in Kiew`;
    adjectives that name no town or state (*die örtliche Polizei*) are left out.
    """
    words = _ARTICLE.sub("", " ".join(phrase.split())).split(" ")
    adjectives = []
    while len(words) > 1 and _ADJECTIVE.match(words[0]):
        adjectives.append(words.pop(0))
    noun = words[0] if words[0] in _genders() else words[0].removesuffix("s")
    gender = _genders().get(noun)
    if gender is None:
        return None
    of = [word for word in adjectives if word[:1].isupper() or states.state_of(word)]
    state = next((found for found in map(states.state_of, of) if found), "")
    seat = words[2] if len(words) > 2 and words[1] == "in" else ""
    place = states.state_of(seat) if seat and not of else None
    name = " ".join([*(_nominative(word, gender) for word in of), noun, *(("in", seat) if place else ())])
    return _Body(noun, name, state or place or "")


def _nominative(adjective: str, gender: str) -> str:
    if adjective[:1].isupper():
        return adjective
    return re.sub(r"(?:e|en|er|es|em)$", "", adjective) + _ENDINGS[gender]
