"""Bodies without a proper name that speak: *die Polizei*, *die Staatsanwaltschaft*, *das Innenministerium*.

They are no names, but in many stories (an accident, a strike, an earthquake) they are the ones who say what is known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from briefing.aggregate.actors_local import Local
from briefing.german.words import load
from briefing.model import Analysis

_ARTICLE = re.compile(r"^(?:der|die|das|dem|den|des|ein|eine|einer|eines|einem|einen)\s+", re.IGNORECASE)
_ADJECTIVE = re.compile(r"^[a-zäöüß-]+?(?:e|en|er|es|em)$|^[A-ZÄÖÜ][\w-]+er$")
_ENDINGS = {"m": "er", "f": "e", "n": "es"}


def collectives(analyses: Mapping[str, Analysis], named: list[Local]) -> list[Local]:
    """Speaking bodies, one per article and body; the name is the noun with its adjectives (*Berliner Polizei*).

    `named` are the proper names of the story.
    """
    found: list[Local] = []
    for id_, analysis in analyses.items():
        names = {name.name for name in analysis.names}
        table: dict[str, Local] = {}
        for quote in analysis.quotes:
            if quote.speaker_name is None or not quote.speaker or quote.speaker_name in names:
                continue
            name = _body(quote.speaker_name)
            if name is None:
                continue
            local = table.setdefault(name, Local(id_, "ORG", name))
            span = quote.speaker[0]
            local.forms[name] = local.forms.get(name, 0) + 1
            local.spans.append(span)
            local.speaking.append(span)
            local.phrases.add(quote.speaker_name)
        found += table.values()
    return _only_one(found, named)


def _only_one(found: list[Local], named: list[Local]) -> list[Local]:
    """The bare noun joins the fuller name where the story knows only one (*Berliner Polizei*, *Polizei Berlin*)."""
    full: dict[str, set[str]] = {}
    for local in found:
        if " " in local.name:
            full.setdefault(local.name.split(" ")[-1], set()).add(local.name)
    for local in named:
        noun, _, place = local.name.partition(" ")
        if local.kind == "ORG" and place and noun in _genders():
            full.setdefault(noun, set()).add(local.name)
    for local in found:
        bodies = full.get(local.name, set())
        if len(bodies) == 1:
            local.name = next(iter(bodies))
    return found


@cache
def _genders() -> dict[str, str]:
    table = load("organisations")["collectives"]
    return {noun: gender for gender in ("m", "f", "n") for noun in table[gender].split()}


def _body(phrase: str) -> str | None:
    """Adjectives and noun of a phrase that names a body, as nominative; None for all other phrases.

    `die Berliner Polizei` → `Berliner Polizei`, `der südkoreanische Geheimdienst` → `südkoreanischer Geheimdienst`.
    """
    words = _ARTICLE.sub("", " ".join(phrase.split())).split(" ")
    adjectives = []
    while len(words) > 1 and _ADJECTIVE.match(words[0]):
        adjectives.append(words.pop(0))
    noun = words[0] if words[0] in _genders() else words[0].removesuffix("s")
    gender = _genders().get(noun)
    if gender is None:
        return None
    return " ".join([*(_nominative(word, gender) for word in adjectives), noun])


def _nominative(adjective: str, gender: str) -> str:
    if adjective[:1].isupper():
        return adjective
    return re.sub(r"(?:e|en|er|es|em)$", "", adjective) + _ENDINGS[gender]
