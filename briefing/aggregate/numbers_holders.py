"""Who may be printed as the holder of a number or a statement.

What the analysis takes for a holder may be no one at all (*40 Prozent*, *Vorwürfe*, *Seine*). Such a
holder is left out: no name is better than one that says nothing. *Beide Länder* are the two states the
text named last.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.german.words import load
from briefing.model import Analysis, Disagreement, Side

_ARTICLE = re.compile(r"^(?i:der|die|das|dem|den|des|ein|eine[mnrs]?)\s+(?=[A-ZÄÖÜ])")
_NO_ONE = re.compile(
    r"^\W*$|\d|^(?:Nur|Rund|Etwa|Gut|Knapp)\b|^(?:sein|ihr|unser|mein|dies|jen)e?[mnrs]?$|^(?:er|sie|es|man|wir|ich|das|dies|andere|einige|viele)$",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(r"^(?:amtlich|offiziell|behördlich|staatlich)e\s+(?:Angaben|Zahlen|Daten|Schätzungen)$")
_BOTH = re.compile(
    r"^(?:die |der |den )?beide[nr]?\s+(Länder|Staaten|Regierung|Nation|Seiten|Parteien|Lager)", re.IGNORECASE
)
_ACCOUNTS = frozenset({"number-range", "contrast-while", "opposing-judgements-words"})  # rules that compare accounts
_STATES = frozenset({"länder", "staaten", "regierung", "nation"})


def plain_holder(name: str | None) -> str | None:
    """A holder without the article before it; None where it is no one who says anything."""
    if name is None:
        return None
    bare = _ARTICLE.sub("", name.strip())
    last = bare.split()[-1].lower() if bare.split() else ""
    if _OFFICIAL.match(bare):
        return bare
    if _NO_ONE.search(bare) or last in load("topics")["no_holder"]["words"]:
        return None
    return bare


def with_holders(item: Disagreement, analyses: dict[str, Analysis]) -> Disagreement | None:
    """A disagreement with holders that can be printed; None if accounts of one article are left without any."""
    sides = tuple(_side(side, analyses) for side in item.sides)
    places = {span.article for side in sides for span in side.evidence}
    if item.rule in _ACCOUNTS and len(places) == 1 and not any(side.holders for side in sides):
        return None
    if all(side.holders for side in sides) and len({side.holders for side in sides}) == 1:
        return None  # no one differs from himself
    return replace(item, sides=sides)


def _side(side: Side, analyses: dict[str, Analysis]) -> Side:
    found: list[str] = []
    for holder in side.holders:
        match = _BOTH.match(holder)
        if match:
            found += _two_states(side, analyses) if match.group(1).lower() in _STATES else []
        elif (bare := plain_holder(holder)) is not None:
            found.append(bare)
    return replace(side, holders=tuple(dict.fromkeys(found)))


def _two_states(side: Side, analyses: dict[str, Analysis]) -> list[str]:
    """The last two states named before a statement; none if there are fewer."""
    analysis = analyses.get(side.statement.article)
    if analysis is None:
        return []
    before = [n.name for n in analysis.names if n.label == "STATE" and n.span.end <= side.statement.start]
    last = list(dict.fromkeys(reversed(before)))[:2]
    return sorted(last) if len(last) == 2 else []
