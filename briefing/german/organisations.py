"""Organisations: one name for abbreviation, long form and inflected form (*NATO*, *Nordatlantikpakts* → *Nato*)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.german.words import load

_ENDING = re.compile(r"(?<=\w{3})(?:en|er|es|em|e|s|n)$")
_ARTICLES = frozenset({"der", "die", "das", "des", "dem", "den", "the"})
_GENITIVE = re.compile(r"(ministerium|präsidium|institut|gericht|amt|rat|hof|verband|zentrum|parlament|kongress)e?s$")
_LEGAL_FORM = re.compile(r" (?:AG|SE|GmbH|KG|KGaA|Inc\.?|Ltd\.?|Corp\.?|plc|S\.A\.|e\.V\.|eV|Co\.)$")


class Organisation(NamedTuple):
    """The name shown for an organisation, and whether it is a news medium or agency."""

    name: str
    medium: bool


def key(phrase: str) -> str:
    """Organisation name without inflection, article, legal form, hyphens and case, for comparison.

    `der Europäischen Union` and `Europäische Union` have one key, `Robert-Koch-Institut` and
    `Robert Koch-Institut` too. Abbreviations keep their letters (`NATO` and `Nato` have one key).
    """
    words = _LEGAL_FORM.sub("", phrase).replace("-", " ").replace("\u2019", "'").split()
    if len(words) > 1 and words[0].lower() in _ARTICLES:
        words = words[1:]
    return " ".join(_stem(word) for word in words)


def _stem(word: str) -> str:
    low = word.lower().strip("\"'„“”‚‘.,")
    if len(word) <= 5 and sum(letter.isupper() for letter in word) > 1:
        return low.removesuffix("s") if word.endswith("s") and word[:-1].isupper() else low
    return _ENDING.sub("", low)


@cache
def _index() -> dict[str, Organisation]:
    data, table = load("organisations"), {}
    for section, medium in (("media", True), ("organisations", False)):
        for name, forms in data[section].items():
            for form in (name, *forms):
                table[key(form)] = Organisation(name, medium)
    return table


@cache
def _exact() -> dict[str, Organisation]:
    data, table = load("organisations"), {}
    for section, medium in (("media", True), ("organisations", False)):
        for name, forms in data[section].items():
            for form in (name, *forms):
                table[form] = Organisation(name, medium)
    return table


def look_up(phrase: str) -> Organisation | None:
    """The organisation that a name or abbreviation stands for, whatever its inflection; None if it is not listed."""
    return _exact().get(phrase) or _index().get(key(phrase))


@cache
def _listed() -> dict[str, str]:
    forms = sorted(_exact(), key=lambda form: (-len(form.split(" ")), form))
    return {key(form): form for form in forms}


def listed_form(phrase: str) -> str | None:
    """The listed form of an inflected long name (*Europäischen Union* → *Europäische Union*); None if not listed.

    Single words come back as printed, without genitive -s.
    """
    if " " not in phrase:
        known = _exact()
        return phrase if phrase in known else phrase[:-1] if phrase[:-1] in known and phrase[-1:] == "s" else None
    if phrase in _exact():
        return phrase
    return _listed().get(key(phrase))


@cache
def introducing_nouns() -> tuple[str, ...]:
    """Ends of nouns (lower case) that announce an organisation's name (*Fluggesellschaft Muster*)."""
    return tuple(load("organisations")["introducing"].split())


def nominative(phrase: str) -> str:
    """A name that is one compound noun without genitive ending (*Innenministeriums* → *Innenministerium*)."""
    return _GENITIVE.sub(r"\1", phrase)


def exact(phrase: str) -> Organisation | None:
    """As `look_up`, but only for a form exactly as listed (or with genitive -s): safe in running text."""
    return _exact().get(phrase) or _exact().get(phrase.removesuffix("s"))


@cache
def _reaches() -> dict[str, int]:
    table: dict[str, int] = {}
    for form in _exact():
        words = form.replace("-", " ").split()
        for first in {_stem(words[0]), key(form).split(" ")[0]}:
            table[first] = max(table.get(first, 0), len(words))
    return table


@lru_cache(maxsize=16384)
def reach(word: str) -> int:
    """Number of words of the longest listed form that begins with `word`; 0 if none does."""
    return _reaches().get(_stem(word.split("-")[0]), 0)
