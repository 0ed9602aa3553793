"""Where and among what a number counts, in the words of the text: *an der Studie*, *in Regensburg*, *im Einsatz*."""

from __future__ import annotations

import re
from functools import cache

from briefing.aggregate.numbers_clause import clause
from briefing.aggregate.numbers_features import Feature
from briefing.german.words import load

_PHRASE = re.compile(
    r"\b(?P<word>[Aa]n|[Aa]m|[Bb]eim?|[Zz]um|[Zz]ur|[Ii]n|[Ii]m|[Ff]ür|[Aa]us|[Gg]egen)\s+"
    r"(?:(?:der|dem|den|die|das|einer|einem|einen|eine|ein)\s+)?"
    r"(?:(?!dies|jen|sein|ihr|unser|mein|all)[a-zäöüß]{4,}(?:en|er|em|e)\s+)?"
    r"(?P<noun>[A-ZÄÖÜ][\wäöüß-]{2,})(?:\s+(?P<more>[A-ZÄÖÜ][\wäöüß-]{2,}))?"
)
_EVENTS = frozenset({"an", "am", "bei", "beim", "zum", "zur"})
# Between a number and a phrase that surely is its own: two words at most, and no other member of a list.
_AT_ONCE = re.compile(r"\W*(?:(?!und\b|oder\b|sowie\b)\w{1,12}\s+){0,2}")
_LONGEST = 34  # characters of a phrase


def phrase(feature: Feature, text: str) -> str:
    """The prepositional phrase that belongs to a number, empty where the clause has none.

    That at once behind the number comes first, then the nearest event or place before it.
    """
    before, after = clause(text, feature.quantity)
    behind = next((m for m in _PHRASE.finditer(after) if _fits(m, feature)), None)
    if behind is not None and behind["word"].islower() and _AT_ONCE.fullmatch(after, 0, behind.start()):
        return _printed(behind)
    ahead = [m for m in _PHRASE.finditer(before) if _fits(m, feature) and _leads(m, feature)]
    return _printed(ahead[-1]) if ahead else ""


def _leads(match: re.Match[str], feature: Feature) -> bool:
    """Whether a phrase before a number surely belongs to it: an event, or a place the analysis found."""
    places = {part for place in feature.quantity.places for part in place.lower().split()}
    return match["word"].lower() in _EVENTS or match["noun"].lower() in places


def _fits(match: re.Match[str], feature: Feature) -> bool:
    """Whether a phrase tells more than a time, a measure, a source, or what is counted itself."""
    noun, head = match["noun"].lower(), feature.quantity.head
    if match["more"] and match["more"].lower().startswith(_empty()):
        return False
    if noun.startswith(_empty()) or noun.endswith(_times()):
        return False
    if head and (noun.startswith(head[:5]) or head.endswith(noun)):
        return False
    holder = (feature.quantity.holder_name or "").lower()
    return noun not in holder.split() and len(_printed(match)) <= _LONGEST


def _printed(match: re.Match[str]) -> str:
    words = match.group().split()
    words[0] = words[0].lower()
    return " ".join(words)


@cache
def _empty() -> tuple[str, ...]:
    return tuple(load("topics")["phrases"]["empty"])


@cache
def _times() -> tuple[str, ...]:
    return tuple(load("topics")["phrases"]["times"])
