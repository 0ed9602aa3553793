"""States: from a word (name, genitive, adjective, inhabitant, capital, seat of government) to the state."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Literal, NamedTuple

from briefing.german.words import load

StateWordKind = Literal["name", "adjective", "inhabitant", "capital", "seat"]
_RANK: tuple[StateWordKind, ...] = ("name", "adjective", "inhabitant", "capital", "seat")
_ADJECTIVE_ENDINGS = ("", "e", "en", "er", "es", "em", "s")
_ADJECTIVE = re.compile(r"((?:isch|igt|iert|arab|weiß|heilig|blau|rot|hellen))(?:e[nrs]?)$", re.IGNORECASE)
_PLURALS = frozenset("Niederlande Emirate Staaten Philippinen Malediven Seychellen Komoren Salomonen".split())
_APOSTROPHES = "'’"


class StateWord(NamedTuple):
    """The state a word stands for, what kind of word it is, and whether the state is a part of another ("land")."""

    state: str
    kind: StateWordKind
    land: bool


def _inhabitants(word: str) -> list[str]:
    """A name of inhabitants in all cases and numbers."""
    if word == "Deutsche":
        return [word, "Deutschen", "Deutscher"]
    if word.endswith("in"):
        return [word, word + "nen"]
    if word.endswith("e"):
        return [word, word + "n"]
    if word.endswith("er"):
        return [word, word + "n", word + "s"]
    if word.endswith(("i", "o", "a")):
        return [word, word + "s"]
    return [word, word + "en", word + "s"]


def _inflected(name: str) -> list[str]:
    """A name with its genitive; leading adjectives in all cases (*Vereinigten Staaten*), plurals with the dative."""
    words = name.split(" ")
    lead = 0
    while lead < len(words) - 1 and _ADJECTIVE.search(words[lead]):
        lead += 1
    stems, rest = [_ADJECTIVE.sub(r"\1", word) for word in words[:lead]], " ".join(words[lead:])
    nouns = [rest]
    if rest.endswith(("s", "z", "x")):
        nouns += [rest + "es", *(rest + mark for mark in _APOSTROPHES)]
    elif rest in _PLURALS:
        nouns.append(rest + "n" if rest.endswith("e") else rest)
    elif not rest.endswith("ß"):
        nouns.append(rest + "s")
    if words[0] != rest and lead == 0 and words[0][:1].isupper() and not words[0].endswith(("s", "z", "x")):
        nouns.append(f"{words[0]}s {' '.join(words[1:])}")  # "Republiks" is harmless, "Staats Katar" is not rare
    forms = [" ".join([*stems, noun]) for noun in nouns] if not lead else []
    for ending in ("e", "en", "er", "es", "em") if lead else ():
        forms += [" ".join([*(stem + ending for stem in stems), noun]) for noun in nouns]
    return list(dict.fromkeys([name, *forms]))


def _forms(name: str, entry: dict[str, Any]) -> list[tuple[str, StateWordKind]]:
    found: list[tuple[str, StateWordKind]] = []
    for alias in (name, *entry.get("aliases", ())):
        found += [(form, "name") for form in _inflected(alias)]
    for stem in entry.get("adjectives", ()):
        # "Berliner", "Bremer": undeclined
        endings = ("",) if stem.endswith("er") else _ADJECTIVE_ENDINGS
        variants = (stem, stem[:1].upper() + stem[1:])
        found += [(variant + ending, "adjective") for variant in variants for ending in endings]
    for people in entry.get("people", ()):
        found += [(form, "inhabitant") for form in _inhabitants(people)]
    shared = set(load("states")["shared_cities"])
    if entry.get("kind") != "land":
        for city in entry.get("cities", ()):
            if city not in shared:
                found += [(form, "capital") for form in _inflected(city)]
    for seat in entry.get("seats", ()):
        found += [(form, "seat") for form in (*_inflected(seat), *([seat + "es"] if seat.endswith("ast") else []))]
    return found


@cache
def _index() -> dict[str, StateWord]:
    """Every form of every state; where two states share a form, the sovereign state and the closer kind win."""
    table: dict[str, StateWord] = {}
    for name, entry in load("states").items():
        if not isinstance(entry, dict):
            continue
        land = entry.get("kind") == "land"
        for form, kind in _forms(name, entry):
            new, old = StateWord(name, kind, land), table.get(form)
            if old is None or _order(new, form) < _order(old, form):
                table[form] = new
    return table


def _order(word: StateWord, form: str) -> tuple[int, bool, str]:
    if form == "Berlin":  # capital of Germany before the Land of the same name
        return (int(word.land), word.land, word.state)
    return (_RANK.index(word.kind), word.land, word.state)


def look_up(word: str) -> StateWord | None:
    """State and kind of a word or word group in any inflection; None if it leads to no one state.

    >>> look_up("nordkoreanischen")
    StateWord(state='Nordkorea', kind='adjective', land=False)
    """
    found = _index().get(word)
    if found is None and word.startswith("US-") and word[3:4].islower():
        return _index().get(word[3:])
    return found


def state_of(word: str) -> str | None:
    """Canonical name of the state that a name, genitive, adjective, inhabitant, capital or seat leads to.

    `Putins` → None, `Moskaus` → `Russland`, `südkoreanischer` → `Südkorea`, `Kreml` → `Russland`.
    Words that lead to no single state (`Brüssel`, `Kongo`) give None.
    """
    found = look_up(word)
    return found.state if found else None


def is_state(name: str) -> bool:
    """Whether `name` is the canonical name of a state (not of a Land or another part of a state)."""
    entry = load("states").get(name)
    return isinstance(entry, dict) and entry.get("kind") != "land"


def base_form(word: str) -> str:
    """Nominative of a state's name, capital or seat (*Moskaus* → *Moskau*, *Vereinigten Staaten* → *Vereinigte …*)."""
    found = look_up(word)
    if found is None or found.kind in ("adjective", "inhabitant"):
        return word
    entry = load("states")[found.state]
    names = (found.state, *entry.get("aliases", ()), *entry.get("cities", ()), *entry.get("seats", ()))
    return next((name for name in names if word in (*_inflected(name), f"{name}es")), word)


@cache
def _reaches() -> dict[str, int]:
    table: dict[str, int] = {}
    for form in _index():
        words = form.split(" ")
        table[words[0]] = max(table.get(words[0], 0), len(words))
    return table


def reach(word: str) -> int:
    """Number of words of the longest form that begins with `word`; 0 if none does."""
    return _reaches().get(word, 0)
