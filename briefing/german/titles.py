"""Nouns of function (*Generalsekretär*, *Sprecherin*, *Vorsitzende*), recognised by their ends, with gender and number.

German forms new titles by composition without limit (*Militärgeheimdienstchef*), so the word list
`titles.toml` holds ends of words, not whole words.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.german.words import load

_WEAK = ("e", "ent", "ant", "ist", "at", "et", "or", "oge", "arch", "soph", "graf", "graph", "zeuge", "kollege")
_NO_FUNCTION_ENDS = tuple(
    """insel stadt dorf dörfer grad straße partei konzern firma club verein agentur zeitung gesellschaft verband region
    provinz hafen hersteller""".split()
)
_ADJECTIVAL_ENDINGS = ("e", "er", "en", "em", "es")
_ADJECTIVE = re.compile(r"(?:e|er|en|em|es)$")


class Title(NamedTuple):
    """What a noun of function tells: gender "m", "f" or "" and number "s", "p" or "" (both possible)."""

    gender: str
    number: str


def _masculine_forms(noun: str) -> dict[str, Title]:
    """Inflected forms of a masculine noun and of its feminine in -in."""
    forms = {noun: Title("m", "")}
    if noun.endswith("e"):
        forms |= {noun + "n": Title("m", ""), noun + "ns": Title("m", "s")}
    elif noun.endswith("er"):
        forms |= {noun + "s": Title("m", "s"), noun + "n": Title("m", "p")}
    elif noun.endswith(_WEAK):
        forms |= {noun + "en": Title("m", ""), noun + "s": Title("m", "s"), noun + "n": Title("m", "")}
    else:
        forms |= {
            noun + "s": Title("m", "s"),
            noun + "es": Title("m", "s"),
            noun + "e": Title("m", "p"),
            noun + "en": Title("m", "p"),
            noun + "n": Title("m", "p"),
        }
    if noun.endswith("mann"):
        forms |= {noun[:-4] + "leute": Title("", "p"), noun[:-4] + "männer": Title("m", "p")}
    stem = noun.removesuffix("e")
    return forms | {stem + "in": Title("f", "s"), stem + "innen": Title("f", "p")}


@cache
def _endings() -> tuple[dict[str, Title], dict[str, Title]]:
    """Forms that may end a compound, and forms that must be a whole word."""
    data = load("titles")
    compound: dict[str, Title] = {}
    for noun in data["compound"].split():
        compound |= _masculine_forms(noun)
    for noun in data["feminine"].split():
        compound[noun] = Title("f", "s")
        compound |= {noun + "nen": Title("f", "p")} if noun.endswith("in") else {noun + "en": Title("f", "p")}
    for stem in data["adjectival"].split():
        compound |= {stem + ending: Title("", "") for ending in _ADJECTIVAL_ENDINGS}
        compound[stem + "er"] = Title("m", "")
    for noun in data["neuter"].split():
        compound |= {noun + ending: Title("", "s" if ending in ("s", "es") else "") for ending in ("", "s", "es")}
        compound[noun + "er"] = Title("", "p")
    whole: dict[str, Title] = {}
    for noun in data["whole"].split():
        whole |= _masculine_forms(noun)
    return compound, whole


@lru_cache(maxsize=32768)
def title_of(word: str) -> Title | None:
    """Gender and number of a noun of function, in any case and as the end of a compound; None for other words.

    `Kreml-Chef` → ("m", ""), `Sprecherinnen` → ("f", "p"), `Vorsitzende` → ("", "").
    """
    if not word[:1].isupper():
        return None
    low = word.lower()
    last = low.rsplit("-", 1)[-1]
    compound, whole = _endings()
    if last in whole:
        return whole[last]
    for start in range(max(0, len(last) - 28), len(last) - 2):
        found = compound.get(last[start:])
        if found is not None and (start == 0 or start > 1):
            return found
    return None


@cache
def _function_adjectives() -> frozenset[str]:
    return frozenset(word.removesuffix("e") for word in load("titles")["adjectives"].split())


def is_function_adjective(word: str) -> bool:
    """Whether an inflected adjective names or limits a function (*ehemalige*, *stellvertretenden*)."""
    return word.islower() and _ADJECTIVE.sub("", word) in _function_adjectives()


@lru_cache(maxsize=32768)
def is_adjectival(word: str) -> bool:
    """Whether the word is an adjectival noun of function (*Vorsitzende*, *Abgeordneter*)."""
    low = _ADJECTIVE.sub("", word.lower())
    return low != word.lower() and low.endswith(tuple(load("titles")["adjectival"].split()))


@cache
def _address() -> frozenset[str]:
    return frozenset(load("titles")["address"])


def is_address(word: str) -> bool:
    """Whether the word is a form of address or a degree (*Herr*, *Dr.*), which is no function."""
    return word in _address()


@cache
def _never() -> frozenset[str]:
    return frozenset(load("titles")["never"].split())


def is_no_function(word: str) -> bool:
    """Whether a noun that stands before a name is surely not the person's function (*Montag*, *Partei*)."""
    low = word.lower()
    if low.endswith(_NO_FUNCTION_ENDS):
        return True
    return low in _never() or low.removesuffix("s") in _never() or low.removesuffix("en") in _never()


@cache
def _nominatives() -> dict[str, str]:
    """Inflected masculine and feminine endings → nominative singular."""
    data = load("titles")
    table: dict[str, str] = {}
    for noun in (*data["compound"].split(), *data["whole"].split()):
        for form in _masculine_forms(noun):
            feminine = noun.removesuffix("e") + "in"
            table.setdefault(form, feminine if form.startswith(feminine) else noun)
    return table


@lru_cache(maxsize=32768)
def nominative(word: str) -> str:
    """Nominative singular of a noun of function (*Präsidenten* → *Präsident*); other words unchanged."""
    low, table = word.lower(), _nominatives()
    for start in range(len(low) - 2):
        base = table.get(low[start:])
        if base is not None and start != 1:
            kept = word[:start]
            return kept + (base.capitalize() if word[start : start + 1].isupper() else base)
    return word


@lru_cache(maxsize=32768)
def stem(word: str) -> str:
    """The bare office a title ends in, lower case, without gender and inflection (*Generalsekretärs* → *sekretär*).

    For comparison only: *Präsident*, *US-Präsidentin* and *Staatspräsidenten* have one stem.
    """
    low, table = word.lower().rsplit("-", 1)[-1], _nominatives()
    found = [table[low[start:]] for start in range(len(low) - 2) if low[start:] in table]
    return found[-1].removesuffix("in") if found else low


_UMLAUT = ("arzt", "anwalt", "rat", "graf", "bauer", "koch")


def singular(word: str, gender: str) -> str:
    """What one of several is (*Senatoren* → *Senator*, of a woman *Senatorin*); "" where the form is not known."""
    if is_adjectival(word):
        stem_ = _ADJECTIVE.sub("", word)
        return {"m": stem_ + "er", "f": stem_ + "e"}.get(gender, "")
    title = title_of(word)
    if title is None or title.gender == "":
        return ""
    base = nominative(word)
    if title.gender == "f" and title.number == "p":
        base = word.removesuffix("nen") if word.endswith("innen") else ""
    if gender != "f" or title.gender == "f":
        return base
    return "" if base.lower().endswith(_UMLAUT) else base.removesuffix("e") + "in"
