"""Organisations called again by the noun of their name (*die Föderation*), spelled before their abbreviation, or
read without the noun that begins their name (*Hauptverband der …*)."""

from __future__ import annotations

import re

from briefing.analyse import names_acts
from briefing.analyse.names_bodies import RULE
from briefing.analyse.names_text import Mention, Words
from briefing.german import organisations, states

_DETERMINERS = frozenset("der die das dem den des im vom beim zum zur am ins".split())
_GOES_ON = frozenset("der des für von vom".split())
_OF_MANY = frozenset({"Polizei", "Kirche", "Regierung"})  # stay several in one text
_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][a-zäöüß-]+(?:e|er|es|en)")
_SHORT = re.compile(r"[A-ZÄÖÜ]{2,6}")
_UMBRELLAS = (
    "verband", "verbandes", "verbands", "vereinigung", "föderation", "konföderation", "zusammenschluss", "dachverband"
)  # fmt: skip


def add_spelled(words: Words, found: list[Mention]) -> None:
    """*Partito Democratico (PD)*: the words whose initials an organisation's abbreviation in brackets consists of.

    The letters are matched from the last to the first (A. Schwartz and M. Hearst 2003), each by a capital.
    """
    for mention in list(found):
        short = words.text[mention.start]
        bracket = mention.start - 1
        alone = mention.end - mention.start == 1 and words.word(bracket, mention.start) == "("
        if mention.label != "ORG" or not alone or not _SHORT.fullmatch(short):
            continue
        start = _first_of(words, bracket, short)
        inside = [other for other in found if other.start < bracket and other.end > start]
        if start == bracket or any(other.label in ("PER", "ORG") or other.start < start for other in inside):
            continue
        found[:] = [other for other in found if other not in inside]
        found.append(Mention(start, bracket, "ORG", "abbreviation"))


def _first_of(words: Words, end: int, short: str) -> int:
    """Where the words before `end` begin whose initials are `short`; `end` where they are not."""
    at = end
    for letter in reversed(short):
        at -= 1
        while at < end - 1 and words.word(at, end).islower() and words.word(at, end).isalpha():
            at -= 1
        if not words.word(at, end).startswith(letter):
            return end
    return at


def add_abbreviations(words: Words, found: list[Mention]) -> None:
    """*Freie Universität (FU)*: an abbreviation in brackets whose letters the name has in order, and wherever it
    stands again as a word of its own."""
    taken = {number for mention in found for number in range(mention.start, mention.end)}
    short: set[str] = set()
    for mention in found:
        at = mention.end + 1
        if mention.label != "ORG" or words.word(at - 1, mention.start) != "(" or words.word(at + 1, at) != ")":
            continue
        word = words.text[at]
        if at not in taken and _SHORT.fullmatch(word) and _letters_of(word, words.string(mention.start, mention.end)):
            short.add(word)
    for number, word in enumerate(words.text):
        if word in short and number not in taken and words.sentence[number] >= 0:
            found.append(Mention(number, number + 1, "ORG", "abbreviation"))


def _letters_of(short: str, name: str) -> bool:
    """Whether a name begins with the first letter of an abbreviation and has the others in order."""
    at, low = 0, name.lower()
    for letter in short.lower():
        at = low.find(letter, at) + 1
        if not at:
            return False
    return low[:1] == short[:1].lower() and organisations.look_up(short) is None and states.look_up(short) is None


def lengthen(words: Words, found: list[Mention]) -> None:
    """*Föderation der [Rotkreuz-Gesellschaften]*: the noun of a union and the genitive behind it are one name."""
    taken = {number for mention in found for number in range(mention.start, mention.end)}
    for mention in found:
        noun = mention.start - 2
        if mention.label != "ORG" or words.word(noun + 1, mention.start) != "der" or noun in taken:
            continue
        if words.word(noun, mention.start).lower().endswith(_UMBRELLAS):
            mention.start = noun


def called_again(words: Words, mentions: list[Mention]) -> list[Mention]:
    """Where an organisation with a long name is called by its noun alone, the only one of its kind in the article."""
    covered = {number for mention in mentions for number in range(mention.start, mention.end)}
    first: dict[str, int] = {}
    for mention in mentions:
        if mention.label == "ORG":
            first.setdefault(mention.name, mention.start)
    heads = _heads(first)
    found = []
    for number in range(1, len(words)):
        noun = words.text[number]
        head = next((form for form in (noun, noun.removesuffix("s"), noun.removesuffix("es")) if form in heads), "")
        if not head or number in covered or words.tag[number] not in ("", "NN") or words.sentence[number] < 0:
            continue
        name = heads[head]
        after = words.word(number + 1, number)
        ruled = after in _GOES_ON or number + 1 in covered
        if first[name] < number and words.word(number - 1, number).lower() in _DETERMINERS and not ruled:
            found.append(Mention(number, number + 1, "MISC", RULE, name=name))
    names_acts.add_acts(words, found)
    return found


def _heads(names: dict[str, int]) -> dict[str, str]:
    """The nouns by which the organisations are called, where each can mean only one of them."""
    full: dict[str, set[str]] = {}
    for name in names:
        full.setdefault(_head(name), set()).add(name)
    single = {head: next(iter(found)) for head, found in full.items() if head and len(found) == 1}
    return {
        head: name for head, name in single.items()
        if not any(head.lower() in other.lower() for other in names if other != name)
    }  # fmt: skip


def _head(name: str) -> str:
    """*Föderation* of *Internationale Föderation der …*, *Finanzministerium* of *Bundesfinanzministerium*; else ""."""
    parts = name.split(" ")
    if len(parts) == 1:
        federal = name.startswith("Bundes") and name.endswith("ministerium")
        return name.removeprefix("Bundes").capitalize() if federal else ""
    while len(parts) > 1 and _ADJECTIVE.fullmatch(parts[0]) and not organisations.is_body(parts[0]):
        parts.pop(0)
    named = organisations.is_body(parts[0]) and parts[0].isalpha() and parts[0] not in _OF_MANY
    return parts[0] if named else ""
