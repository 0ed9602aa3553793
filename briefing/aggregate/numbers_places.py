"""Where is counted: the places of a number, and the main places of a story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.aggregate.similarity import stem
from briefing.model import Analysis

if TYPE_CHECKING:
    from briefing.aggregate.numbers_features import Feature


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
