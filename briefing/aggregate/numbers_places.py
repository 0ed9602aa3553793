"""Where is counted: the places of a number, and the main places of a story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.aggregate.similarity import stem
from briefing.model import Analysis

_SHORTEST = 4  # letters of a word in the name of a place

if TYPE_CHECKING:
    from briefing.aggregate.numbers_features import Feature


def named_places(analyses: Mapping[str, Analysis]) -> dict[str, frozenset[str]]:
    """The words of all places that each article names, states apart."""
    return {
        id_: frozenset(
            word
            for name in a.names
            if name.label == "LOC"
            for word in name.name.lower().split()
            if len(word) >= _SHORTEST
        )
        for id_, a in analyses.items()
    }


def placed(feature: Feature, here: tuple[str, ...]) -> Feature:
    """The feature with its places; those in a main place of the story (*Leipziger Augustusplatz*) are that one."""
    if not feature.places:
        return feature
    places = frozenset(next((name for name in here if name in place), place) for place in feature.places)
    return replace(feature, places=places, away=places.isdisjoint(here))


def main_places(analyses: Mapping[str, Analysis]) -> tuple[str, ...]:
    """The place a story names most, and those named at least half as often."""
    named = Counter(n.name.lower() for analysis in analyses.values() for n in analysis.names if n.label == "LOC")
    most = max(named.values(), default=0)
    return tuple(sorted(name for name, count in named.items() if 2 * count >= most))


def is_name(place: str, names: frozenset[str]) -> bool:
    """Whether what was taken for a place is a name the article has (*Seeweg* is none)."""
    return not names or any(stem(part) in names for part in place.lower().split())
