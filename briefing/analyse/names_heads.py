"""Organisations called again by the noun of their name (*die Föderation*), spelled before their abbreviation, or
read without the noun that begins their name (*Hauptverband der …*)."""

from __future__ import annotations

import re

from briefing.analyse import names_acts
from briefing.analyse.names_bodies import RULE
from briefing.analyse.names_text import Mention, Words
from briefing.german import bodies, organisations, persons, states

_DETERMINERS = frozenset("der die das dem den des im vom beim zum zur am ins".split())
_GOES_ON = frozenset("der des für von vom".split())
_OF_MANY = frozenset({"Polizei", "Kirche", "Regierung"})  # stay several in one text
_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][a-zäöüß-]+(?:e|er|es|en)")
_SHORT = re.compile(r"[A-ZÄÖÜ]{2,6}")
_MIXED = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{0,3}[A-ZÄÖÜ][A-Za-zÄÖÜäöüß]{0,5}")
_UMBRELLAS = (
    "verband", "verbandes", "verbands", "vereinigung", "föderation", "konföderation", "zusammenschluss", "dachverband"
)  # fmt: skip


def add_spelled(words: Words, found: list[Mention]) -> None:
    """*Partito Democratico (PD)*: the words whose letters an organisation's abbreviation in brackets consists of.

    The letters are matched from the last to the first (A. Schwartz and M. Hearst 2003): each is the capital of a
    word, or behind the noun of a body (*Eisenbahn- und Verkehrsgewerkschaft (EVG)*, *Institut für Holz (IFH)*) any
    letter. A body's words are one name, whatever was recognised inside them.
    """
    labels = {mention.start: mention.label for mention in found if mention.end - mention.start == 1}
    for bracket in range(1, len(words) - 2):
        if words.text[bracket] != "(" or words.word(bracket + 2, bracket) != ")":
            continue
        short, label = words.text[bracket + 1], labels.get(bracket + 1, "")
        if label in ("LOC", "PER") or not _MIXED.fullmatch(short) or persons.is_party(short):
            continue
        start = _first_of(words, bracket, short)
        initials = start < bracket and label == "ORG" and _SHORT.fullmatch(short) is not None
        start = start if start < bracket else _first_with_letters(words, bracket, short)
        body = len(short) > 2 and any(_is_body(words, at) for at in range(start, bracket))
        level = start == bracket - 1 and bodies.gender_of(bodies.nominative(words.text[start]))  # das Landgericht (LG)
        if not (initials or (body and not level)):
            continue
        inside = [other for other in found if other.start < bracket and other.end > start]
        strange = any(other.label in ("PER", "ORG") for other in inside) and not body
        if strange or any(other.start < start or (other.start, other.end) == (start, bracket) for other in inside):
            continue
        found[:] = [other for other in found if other not in inside]
        found.append(Mention(start, bracket, "ORG", "abbreviation"))


def _is_body(words: Words, number: int) -> bool:
    noun = words.text[number]
    return noun[:1].isupper() and (organisations.is_body(noun) or bool(organisations.describing(noun)[0]))


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


def _first_with_letters(words: Words, end: int, short: str) -> int:
    """Where the words before `end` begin that have the letters of `short` in order; `end` where they have not.

    The first letter begins the first word, the last one stands in the last; only words that a name may have lie
    between, at most two more than letters.
    """
    at, place, left = end, 0, short.lower()
    while left and end - at < len(short) + 2:
        at -= 1
        word = words.word(at, end)
        if not word or not word.replace("-", "").isalpha() or words.tag[at][:1] == "V":
            return end
        place = len(word)
        while left:
            whole = len(left) == 1
            found = 0 if whole and word.lower().startswith(left) else word.lower().rfind(left[-1], 0, place)
            if found < 0 or (whole and found):
                break
            place, left = found, left[:-1]
        if at == end - 1 and len(left) == len(short):
            return end
    return end if left or not words.text[at][:1].isupper() or words.tag[at] == "ART" else at


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
