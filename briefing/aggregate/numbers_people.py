"""Who is counted: the class of people by what they do, what befell them, and the part of an event they are in."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.aggregate.similarity import KEPT, base_class
from briefing.german.words import load

IN_HOSPITAL = ("krankenh", "klinik", "intensivst", "spital")
_STAFF = frozenset({"jobs", "staff", "people"})
_COMERS, _COMING = frozenset({"migrants", "people"}), frozenset({"arrived", "housed"})
_FATES = frozenset({"dead", "injured", "missing", "arrested"})
_PAST = ("ete", "eten", "te", "ten")
_WORD = re.compile(r"\b[a-zäöüß]{3,}\b")
_TREATED = frozenset({"tested", "vaccinated"})


def of_people(events: tuple[str, ...]) -> bool:
    """Whether a deed is one of people: *18.000 trafen ein, 20.000 demonstrierten*."""
    person = load("topics")["persons"]["deeds"]
    return any(base_class(word, "scopes") in person or base_class(word, "roles") for word in events)


def scopes(thing: str, own: tuple[str, ...]) -> frozenset[str]:
    """What happened to those counted: killed, injured, arrested …"""
    found = {s for s in (base_class(word.lower(), "scopes") for word in own if word) if s}
    if any(word.lower().startswith(IN_HOSPITAL) for word in own):
        found.add("hospital")
    if thing not in _STAFF:
        found.discard("dismissed")  # flights and plans are cancelled as well
    if thing not in _COMERS:
        found -= _COMING  # goods arrive, troops are moved
    if thing not in load("topics")["persons"]["classes"]:
        found -= _TREATED
    return frozenset(found | ({thing} & load("topics")["scopes"].keys()))


def role(thing: str, deeds: tuple[str, ...], around: tuple[str, ...]) -> str:
    """The class of people that have no name of their own, by what they do (*Menschen* at a rally: protesters).

    Where their own clause tells nothing, the sentence and the one before it do.
    """
    if thing != "people":
        return thing
    for words in (deeds, around):
        roles = [role for role in (base_class(word.lower(), "roles") for word in words) if role]
        if roles or any(base_class(word.lower(), "scopes") for word in words):
            return roles[0] if roles else thing
    return thing


def subevents(words: tuple[str, ...]) -> frozenset[str]:
    """Parts of an event that are named, also within compounds (*Kundgebungsbühne*)."""
    return frozenset(name for word in words for name in _subevents_in(word.lower()))


@lru_cache(KEPT)
def _subevents_in(word: str) -> tuple[str, ...]:
    return tuple(
        name
        for name, members in load("topics")["subevents"].items()
        if any(word == m or (len(m) >= 5 and (word.startswith(m) or word.endswith(m))) for m in members)
    )


def own_scopes(scope: frozenset[str], words: str) -> frozenset[str]:
    """What happened to those counted themselves, where the sentence tells several fates of several numbers.

    *Vier Menschen getötet und 22 verletzt*: `words` are those beside the number; without any fate in them,
    all of `scope` stays.
    """
    if len(scope & _FATES) < 2:
        return scope
    own = said_scopes(words.lower())
    return scope - (_FATES - own) if own & scope & _FATES else scope


def said_scopes(words: str) -> frozenset[str]:
    """What the words in lower case (verbs, participles) of a piece of text say happened to somebody."""
    found = (base_class(form, "scopes") for word in _WORD.findall(words) for form in _forms(word))
    return frozenset(filter(None, found))


def _forms(word: str) -> tuple[str, ...]:
    """A word, and the verbs it may be a past form of (*tötete*)."""
    return word, *(word.removesuffix(end) + "en" for end in _PAST if word.endswith(end))
