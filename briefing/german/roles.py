"""A function as it reads without its article and sentence: *der frühere Gouverneur* → *früherer Gouverneur*.

Only endings of inflection change. Where gender or case cannot be told from the head noun and the determiner that
stood before it, the phrase stays as it is printed.
"""

from __future__ import annotations

import re

from briefing.german import organisations, states, titles

_INFLECTED = re.compile(r"(?<=\w{3})(?:en|em|er|es|e)$")
_STRONG = {"m": "er", "f": "e", "n": "es"}
_OBLIQUE_MASCULINE = frozenset(
    "dem den des einem einen eines vom zum beim im am seinem seinen seines ihrem ihren ihres".split()
)
_OBLIQUE_FEMININE = frozenset("der einer zur seiner ihrer deren dessen".split())
_NEUTER = ("mitglied", "oberhaupt", "mitgliedes", "mitglieds", "oberhaupts", "oberhauptes")
_NO_ADJECTIVES = frozenset(
    "heute gerade lange gestern ohne über unter hinter neben außer aber oder für wegen gegen dieser jener seine ihre "
    "seiner ihrer seinen ihren zwei drei beide beiden".split()
)
DETERMINERS = re.compile(r"\b([A-Za-zäöüÄÖÜ]{2,6})\s+$")
"""The word before a phrase, if it can be its determiner."""


def without_article(phrase: str, determiner: str = "") -> str:
    """The phrase in the nominative, its adjectives as they stand without an article.

    `determiner` is the word printed before the phrase, in any case of letters; empty if unknown.
    """
    words = phrase.split(" ")
    place = next((i for i, word in enumerate(words) if titles.title_of(word) is not None), None)
    if place is None:
        return _inhabitant(words) or _organisation(words)
    head, gender = _head(words[place], determiner.lower())
    if not gender:
        return phrase
    rest = words[place + 1 :]
    if len(rest) > 1 and rest[0] == "und" and any(titles.title_of(word) is not None for word in rest[1:3]):
        rest = ["und", without_article(" ".join(rest[1:]), determiner)]  # Galeristen und Erfinders
    return " ".join([*(_adjective(word, gender) for word in words[:place]), head, *rest])


def _inhabitant(words: list[str]) -> str:
    """*Briten*, *Belgiers* → *Brite*, *Belgier*; "" for all other words."""
    shorter = words[-1][:-1] if words[-1].endswith(("n", "s")) else ""
    state = states.look_up(shorter) if len(words) == 1 and shorter else None
    return shorter if state is not None and state.kind == "inhabitant" else ""


def _organisation(words: list[str]) -> str:
    """*dänischen Gesundheitsinstituts* → *dänisches Gesundheitsinstitut*: what an organisation is."""
    gender, noun = organisations.describing(words[-1])
    if not gender or not all(word.islower() or word.endswith("er") for word in words[:-1]):
        return " ".join(words)
    return " ".join([*(_adjective(word, gender) if word.islower() else word for word in words[:-1]), noun])


def _head(noun: str, determiner: str) -> tuple[str, str]:
    """The nominative of the head noun and its gender: m, f, n, or "" if they cannot be told."""
    if titles.is_adjectival(noun):
        return _adjectival(noun, determiner)
    if noun.lower().endswith(_NEUTER):
        return re.sub(r"(?<=[dt])e?s$", "", noun), "n"
    title = titles.title_of(noun)
    if title is None or not title.gender or title.number == "p":
        return noun, ""
    return titles.nominative(noun), title.gender


def _adjectival(noun: str, determiner: str) -> tuple[str, str]:
    """*Vorsitzende, Abgeordneten*: the determiner tells the gender, the strong ending *-er* does so alone."""
    if noun.endswith("er"):
        return noun, "m" if determiner not in _OBLIQUE_FEMININE else ""
    if noun.endswith("e"):
        if determiner in ("der", "dieser", "jener"):
            return f"{noun}r", "m"
        return noun, "f" if determiner in ("die", "eine", "ihre", "seine", "diese", "jene") else ""
    if noun.endswith("en"):
        if determiner in _OBLIQUE_MASCULINE:
            return f"{noun[:-1]}r", "m"
        if determiner in _OBLIQUE_FEMININE:
            return noun[:-1], "f"
    return noun, ""


def _adjective(word: str, gender: str) -> str:
    """The adjective in its strong form; towns (*Kasseler*) and genitives (*Berlins*) stay."""
    if word in _NO_ADJECTIVES or not _INFLECTED.search(word) or not _is_adjective(word):
        return word
    return _INFLECTED.sub("", word) + _STRONG[gender]


def _is_adjective(word: str) -> bool:
    """*neue*, *US-amerikanische*, *Regierende*, *Bayerische*; not *Kasseler* or another noun."""
    if word.rpartition("-")[2].islower():
        return True
    origin = states.look_up(word)
    of_state = origin is not None and origin.kind == "adjective" and not word.endswith("er")
    return of_state or titles.is_function_adjective(word.lower())
