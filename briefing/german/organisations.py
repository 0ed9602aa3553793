"""Organisations: one name for abbreviation, long form and inflected form (*NATO*, *Nordatlantikpakts* → *Nato*)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.german.words import load

_ENDING = re.compile(r"(?<=\w{3})(?:en|er|es|em|e|s|n)$")
_ARTICLES = frozenset({"der", "die", "das", "des", "dem", "den", "the"})
_GENITIVE = re.compile(
    r"(ministerium|präsidium|institut|gericht|amt|rat|hof|verband|zentrum|parlament|kongress)e?s$", re.IGNORECASE
)
_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜa-zäöüß]+)?(?:en|em|er|es|e)")
_LONG = 8  # letters of a name that is told apart by more than its hyphen
_INFLECTED = re.compile(r"(?:en|em|es|e)$")
# Courts as they are abbreviated before their seat. AG and LG may as well be companies.
_COURTS = {"OVG": "Oberverwaltungsgericht", "OLG": "Oberlandesgericht", "VGH": "Verwaltungsgerichtshof",
           "VG": "Verwaltungsgericht", "LSG": "Landessozialgericht", "LAG": "Landesarbeitsgericht"}  # fmt: skip
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
    if len(words) > 1:
        words[0] = _COURTS.get(words[0], words[0])
    return " ".join(_stem(word) for word in words)


def closed_key(phrase: str) -> str:
    """A name of one word as it would be written in one piece (*Thyssen-Krupp* is *Thyssenkrupp*), else "".

    For comparison only; short names, where a hyphen may tell two apart, have none.
    """
    word = re.sub(r"(?<=\w)[-‑](?=\w)", "", phrase).lower()
    return word.removesuffix("s") if word.isalpha() and len(word) >= _LONG else ""


def bare_head(phrase: str) -> str:
    """A body's name without the adjective before it: *Deutscher Ethikrat* → *Ethikrat*; else "".

    *Internationale Föderation der Kreuze* → *Föderation der Kreuze*.
    """
    adjective, _, rest = phrase.partition(" ")
    named = _ADJECTIVE.fullmatch(adjective) is not None and not adjective.endswith(("ener", "iger"))
    noun, _, ruled = rest.partition(" ")
    body = noun.isalpha() and noun[:1].isupper() and is_body(noun)
    return rest if named and body and (not ruled or ruled[:1].islower()) else ""


def initials(phrase: str) -> str:
    """The letters by which a long name may be abbreviated (*Statens Serum Institut*: SSI); "" for shorter names."""
    words = [word for word in re.split(r"[\s\-‑/]+", phrase) if word[:1].isupper()]
    return "".join(word[0] for word in words) if len(words) > 2 else ""


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
    """The organisation that a name or abbreviation stands for, whatever its inflection; None if it is not listed.

    Also by its long form or what it is before its abbreviation (*Weltgesundheitsorganisation WHO*).
    """
    return _exact().get(phrase) or _index().get(key(phrase)) or _behind_noun(phrase)


def _behind_noun(phrase: str) -> Organisation | None:
    before, _, short = phrase.rpartition(" ")
    known = _exact().get(short) if before and len(short) < _LONG and short[1:2].isupper() else None
    if known is None or known.medium:
        return None
    same = _index().get(key(before)) is known or (" " not in before and bool(describing(before)[0]))
    return known if same else None


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


def describing(noun: str) -> tuple[str, str]:
    """Gender (m, f, n) and nominative of a noun that tells what an organisation is; ("", noun) for all other words.

    `US-Gesundheitsbehörde` → ("f", "US-Gesundheitsbehörde"), `Branchenverbandes` → ("m", "Branchenverband").
    """
    if noun[:1].isupper() and not noun.isupper():
        for form in dict.fromkeys((noun, noun.removesuffix("s"), noun.removesuffix("es"))):
            gender = next((g for g, ends in _describing().items() if form.lower().endswith(ends)), "")
            if gender:
                return gender, form
    return "", noun


@cache
def _describing() -> dict[str, tuple[str, ...]]:
    table = load("organisations")["describing"]
    return {gender: tuple(table[gender].split()) for gender in ("m", "f", "n")}


_JOINT = "\N{UNIT SEPARATOR}"
"""Between the parts of a noun that count as one word."""


def nominative(phrase: str) -> str:
    """A name in the nominative, as it stands without an article.

    `Innenministeriums` → `Innenministerium`, `Deutschen Krankenhausgesellschaft` → `Deutsche Krankenhausgesellschaft`,
    `Gemeinsame Bundesausschusses` → `Gemeinsamer Bundesausschuss`. Where the head noun is not known to be a singular
    of one gender the name stays as it is.
    """
    ruled = re.search(r" (?:des|eines) \S+$", phrase) is not None  # Bibliothek des Zentrums
    words = (phrase if ruled else _GENITIVE.sub(r"\1", phrase)).split(" ")
    pair = next((i for i in range(len(words) - 2) if words[i].endswith("-") and words[i + 1] in ("und", "oder")), -1)
    if pair >= 0:  # Hotel- und Gaststättenverbands: one noun in two parts
        words[pair : pair + 3] = [_JOINT.join(words[pair : pair + 3])]
    return _nominative(words).replace(_JOINT, " ")


def _nominative(words: list[str]) -> str:
    head = next((i for i, word in enumerate(words) if _gender(word)), -1)
    if head == 0 and len(words) > 1 and (words[1].islower() or _ends_in_genitive(words)):
        return " ".join([_without_genitive(words[0]), *words[1:]])  # Bundesministeriums für Bildung
    if head < 1 or not all(_ADJECTIVE.fullmatch(word) for word in words[:head]):
        return " ".join(words)
    gender = _gender(words[head])
    noun = words[head] if gender == "f" else _without_genitive(words[head])
    return " ".join([*(_strong(word, gender) for word in words[:head]), noun, *words[head + 1 :]])


def without_genitive(phrase: str) -> str:
    """A name of several words as printed, its last word without the ending of the genitive (*Deutschen Ethikrat*)."""
    *before, last = phrase.split(" ")
    return " ".join([*before, _without_genitive(last)])


def _ends_in_genitive(words: list[str]) -> bool:
    """*Oberverwaltungsgerichts Bautzen*: a court, ministry or office before its seat."""
    return len(words) == 2 and _GENITIVE.search(words[0].lower()) is not None and words[1][:1].isupper()


def _strong(adjective: str, gender: str) -> str:
    if adjective.endswith("er"):
        return adjective  # Berliner, Kölner: not inflected
    return _INFLECTED.sub("", adjective) + {"m": "er", "f": "e", "n": "es"}[gender]


def is_body(noun: str) -> bool:
    """Whether the noun ends like one that names a body (*Untersuchungsausschusses*, *Gruppe*), also in the genitive."""
    return bool(_gender(noun))


@lru_cache(maxsize=4096)
def _gender(noun: str) -> str:
    """m, f or n of a body's noun by its end, also in the genitive of the singular; empty if unknown."""
    low = noun.lower()
    for gender, ends in _heads().items():
        if low.endswith(ends):
            return gender
    bare = _without_genitive(low)
    return next((g for g, ends in _heads().items() if g != "f" and bare != low and bare.endswith(ends)), "")


def _without_genitive(noun: str) -> str:
    low = noun.lower()
    for gender in ("m", "n"):
        for end in _heads()[gender]:
            if low.endswith((end + "s", end + "es")):
                return noun[: low.rindex(end) + len(end)]
    return noun


@cache
def _heads() -> dict[str, tuple[str, ...]]:
    table = load("organisations")["heads"]
    return {gender: tuple(table[gender].split()) for gender in ("m", "f", "n")}


def is_party_member(word: str) -> bool:
    """Whether a party or movement is called by its members so (*Demokraten*, *US-Demokraten*, *Grünen*)."""
    return word.rpartition("-")[2] in _party_members()


@cache
def _party_members() -> frozenset[str]:
    return frozenset(load("names_classes")["party_members"].split())


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
