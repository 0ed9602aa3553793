"""Where a share of votes is from: two elections on one day give each party a share in each state.

A share is told of the place its clause names, else of the one that the shares before it in its article are told of,
else of the first place the article names among those that shares are told of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.model import Analysis, Name

if TYPE_CHECKING:
    from briefing.aggregate.numbers_features import Feature

_SHARE = re.compile(r"Anteil\b[^:(]*\([^()]+\)")


def with_polls(features: Iterable[Feature], analyses: Mapping[str, Analysis]) -> list[Feature]:
    """The features with the place of each share of votes where the story tells shares of two places or more."""
    every = list(features)
    shares = [feature for feature in every if _is_share(feature)]
    places = {feature.quantity.places[0] for feature in shares if feature.quantity.places}
    if len(places) < 2:
        return every
    last: dict[str, str] = {}
    found = []
    for feature in every:
        if _is_share(feature):
            own = feature.quantity.places[0] if feature.quantity.places else ""
            place = own or last.get(feature.article) or _first(analyses[feature.article], places)
            last[feature.article] = place
            feature = replace(feature, polled=place)
        found.append(feature)
    return found


def _is_share(feature: Feature) -> bool:
    quantity = feature.quantity
    return quantity.unit == "Prozent" and not quantity.change and _SHARE.fullmatch(quantity.what) is not None


def _first(analysis: Analysis, places: set[str]) -> str:
    """The first of some places that an article names; empty where it names none."""
    named: list[Name] = [name for name in analysis.names if name.name in places]
    return min(named, key=lambda name: name.span.start).name if named else ""
