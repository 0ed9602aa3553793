"""Words for what qualifies a number in the name of its topic: a change, a year, a vote, a part of an event."""

from __future__ import annotations

from briefing.aggregate.numbers_changes import names_change
from briefing.aggregate.numbers_features import Feature
from briefing.german.words import load

_WAYS = {"up": "Anstieg", "down": "Rückgang"}
_YEARS = {"+1": "nächstes Jahr", "-1": "Vorjahr"}
_STANDS = {"for": "dafür", "against": "dagegen", "abstained": "enthalten", "needed": "nötig"}
_EVENTS = {"march": "Demonstrationszug", "rally": "Kundgebung", "counter": "Gegendemonstration"}


def change_words(group: list[Feature], name: str) -> list[str]:
    """Which way a change goes if its name does not say it, and in which year if the numbers that name one agree."""
    ways = {f.direction for f in group} - {""}
    words = [_WAYS[next(iter(ways))]] if len(ways) == 1 else ["Veränderung"]
    words = [] if says_change(name) else words
    years = {year for f in group for year in f.years}
    absolute = {year for year in years if year.isdigit()} or years
    named = [f for f in group if f.years]
    if len(absolute) == 1 and 2 * len(named) >= len(group):
        words += [_YEARS.get(year, year) for year in absolute]
    return words


def says_change(name: str) -> bool:
    """Whether a wording itself names a change (*Rückgang, Abschlag, Steigerung gegenüber dem Vorjahr*)."""
    words = name.lower().split()
    return any(word.endswith(tuple(load("numerals")["change"]["nouns"])) or names_change(word) for word in words)


def vote_word(feature: Feature) -> str:
    """How those counted voted, empty where no vote is told."""
    return _STANDS.get(feature.stand, "")


def event_word(feature: Feature) -> str:
    """The part of an event that people are counted at, empty where the text names none or several."""
    parts = [_EVENTS[part] for part in sorted(feature.subevents) if part in _EVENTS] if feature.person else []
    return parts[0] if len(parts) == 1 else ""


def year_word(feature: Feature) -> str:
    """The year that a number is of, empty where the text names none or several."""
    years = [_YEARS.get(year, year) for year in feature.years]
    return years[0] if len(years) == 1 else ""
