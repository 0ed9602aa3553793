"""In which state those counted are, and which numbers are the total over several.

A disaster or an illness in two countries has a toll in each and one of both: three counts that grow side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from briefing.aggregate.numbers_clause import CLAUSE
from briefing.german.states import state_of
from briefing.model import Analysis, Name, Quantity, Sentence

if TYPE_CHECKING:
    from briefing.aggregate.numbers_features import Feature

ALL: Final = "*"
_SCOPES = frozenset({"dead", "injured", "missing", "infected", "arrested", "displaced", "rescued", "recovered"})
_PLACED = re.compile(r"\b(?:[Ii]n|[Aa]us|[Ii]m)\s+(?:(?:der|den|dem|ganz|ganzen|gesamten)\s+){0,2}$")
_AND = re.compile(r"^\s*(?:,|und|sowie|oder)\s+(?:in\s+)?(?:der\s+|den\s+)?$")
_BEFORE = 24  # characters in which preposition and article stand before a name


def lands_of(text: str, sentence: Sentence | None, quantity: Quantity, analysis: Analysis) -> frozenset[str]:
    """The states a number is told of: those of its clause, else those that its sentence names before it."""
    if sentence is None:
        return frozenset()
    start = quantity.span.start
    told = [name for name in analysis.names if sentence.span.start <= name.span.start < sentence.span.end]
    placed = _placed(text, [name for name in told if name.label in ("STATE", "LOC")])
    clause = [p for p in placed if not CLAUSE.search(text, *_between(p, quantity))]
    found = clause or [name for name in placed if name.span.end <= start]
    return frozenset(filter(None, (state_of(name.name) for name in found)))


def _placed(text: str, names: list[Name]) -> list[Name]:
    """The names that stand behind a preposition of place, or are listed with one that does."""
    placed: list[Name] = []
    for name in names:
        before = text[max(0, name.span.start - _BEFORE) : name.span.start]
        listed = placed and _AND.match(text[placed[-1].span.end : name.span.start])
        if _PLACED.search(before) or listed:
            placed.append(name)
    return placed


def _between(name: Name, quantity: Quantity) -> tuple[int, int]:
    if name.span.end <= quantity.span.start:
        return name.span.end, quantity.span.start
    return quantity.span.end, name.span.start


def place_words(text: str, sentence: Sentence | None, land: str, analysis: Analysis) -> str:
    """The words by which a sentence places something in a state (*in der Türkei*), empty where it does not."""
    if sentence is None:
        return ""
    told = [n for n in analysis.names if sentence.span.start <= n.span.start < sentence.span.end]
    for name in _placed(text, [n for n in told if n.label in ("STATE", "LOC")]):
        match = _PLACED.search(text[max(0, name.span.start - _BEFORE) : name.span.start])
        if match is not None and state_of(name.name) == land:
            words = f"{match[0]}{text[name.span.start : name.span.end]}".split()
            return " ".join([words[0].lower(), *words[1:]])
    return ""


def with_totals(features: Iterable[Feature]) -> list[Feature]:
    """The features with their states where the story tells the fates of people in two or more; `ALL` is the total."""
    every = list(features)
    states = {feature.lands for feature in every if _counts(feature) and len(feature.lands) == 1}
    return [replace(f, lands=_lands(f) if len(states) > 1 and _counts(f) else frozenset()) for f in every]


def _counts(feature: Feature) -> bool:
    return feature.person and not feature.quantity.unit and bool(feature.scope & _SCOPES)


def _lands(feature: Feature) -> frozenset[str]:
    return feature.lands if len(feature.lands) == 1 else frozenset({ALL})
