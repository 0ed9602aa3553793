"""Numbers in headings: they round what the text below tells in full, and mean the same.

*Mehr als 2.000 Geflüchtete erreichen Kanarische Inseln* stands above *2.206 Migranten sind angekommen*. A
heading has no room for place, period and predicate, so such a number takes its frame from the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from briefing.aggregate.numbers_features import Feature, sentence_at
from briefing.model import Analysis

_HEADINGS = frozenset({"headline", "heading", "lead"})
_BEYOND = Decimal("1.2")  # how far a value may lie beyond what is called *mehr als*
_NEARLY = Decimal("1.1")  # how far two values may lie apart of which one rounds the other


def with_headings(features: list[Feature], analyses: Mapping[str, Analysis]) -> list[Feature]:
    """The features; those of headings framed like the first number of their article that they round."""
    blocks = {id(f): _block(f, analyses[f.article]) for f in features}
    told: dict[str, list[Feature]] = {}
    for feature in features:
        if blocks[id(feature)] not in _HEADINGS:
            told.setdefault(feature.article, []).append(feature)
    return [_framed(f, told.get(f.article, [])) if blocks[id(f)] in _HEADINGS else f for f in features]


def _block(feature: Feature, analysis: Analysis) -> str:
    sentence = sentence_at(analysis, feature.quantity.span.start)
    return sentence.block if sentence is not None else ""


def _framed(feature: Feature, told: list[Feature]) -> Feature:
    full = next((other for other in told if _rounds(feature, other)), None)
    if full is None:
        return feature
    return replace(
        feature,
        thing=full.thing if feature.thing == "people" else feature.thing,
        scope=full.scope,
        kind=full.kind,
        fresh=full.fresh,
        years=full.years,
        period=full.period,
        subevents=full.subevents,
        places=feature.places | full.places,
        theme=feature.theme | full.theme,
        context=feature.context | full.context,
    )


def _rounds(short: Feature, full: Feature) -> bool:
    """Whether the first number may be the second one rounded: of the same unit and thing, a little less exact."""
    a, b = short.quantity, full.quantity
    if (a.unit, a.change) != (b.unit, b.change) or short.point <= 0 or full.point <= 0:
        return False
    people = short.person and full.person and (short.thing == full.thing or "people" in (short.thing, full.thing))
    if not (people or (not short.person and short.thing == full.thing)):
        return False
    if short.scope and full.scope and short.scope != full.scope:
        return False
    if a.bound in ("more than", "at least"):
        return short.point <= full.point <= short.point * _BEYOND
    small, large = sorted((short.point, full.point))
    return large <= small * _NEARLY and _digits(short.point) <= _digits(full.point)


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)
