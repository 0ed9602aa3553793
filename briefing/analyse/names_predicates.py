"""What a person is said to be, by the parse: *Ugur Sahin ist Professor in Mainz*, *Muster wird neue Präsidentin*."""

from __future__ import annotations

from functools import cache

from briefing.analyse.names_phrases import attributes, extend_left, is_plural
from briefing.analyse.names_text import Mention, Words
from briefing.german import titles
from briefing.german.words import load

_BECOMES = frozenset({"wird", "bleibt"})
_BARS = frozenset("ob wenn falls sofern als würde wäre nicht kein keine nie niemals wie angeblich".split())
_REACH = 25  # words between a person and what it is


def add_predicates(words: Words, mentions: list[Mention]) -> None:
    """Set the missing `role` of persons whose function is the predicate of *ist*, *wird* or *bleibt*.

    What somebody is called with *ein* (*ist ein Populist*) is a judgement, what somebody *was* may be over.
    """
    covered = {number: mention for mention in mentions for number in range(mention.start, mention.end)}
    bearers = {number: mention for mention in mentions if mention.role for number in range(*mention.role)}
    subjects: dict[int, list[int]] = {}
    for number, relation in enumerate(words.dep):
        if relation == "nsubj":
            subjects.setdefault(words.head[number], []).append(number)
    for verb, noun in _predicates(words):
        near = {number for head in (noun, words.head[noun]) for number in subjects.get(head, ()) if number != noun}
        named = [covered.get(number) or bearers.get(number) for number in near]  # die Politikerin Anna Muster wird …
        people = {mention.start for mention in named if mention is not None and mention.label == "PER"}
        if len(people) != 1 or (noun in covered and covered[noun].label in ("PER", "ORG")):
            continue
        person = covered[people.pop()]
        role = _function(words, noun, verb, person, covered) if " " in person.name else None
        free = [mention for mention in (person, *mentions) if mention.name == person.name and mention.role is None]
        if role is not None and free and all(mention.role != role for mention in mentions):
            free[0].role = role


def _predicates(words: Words) -> list[tuple[int, int]]:
    """Verbs of being with the noun of function that is their predicate."""
    found = []
    for number, relation in enumerate(words.dep):
        head = words.head[number]
        if relation == "cop" and words.text[number] == "ist":
            found.append((number, head))
        elif relation in ("xcomp", "nsubj") and words.text[head] in _BECOMES and words.tag[head] in ("VAFIN", "VVFIN"):
            found.append((head, number))
    return [(verb, noun) for verb, noun in found if words.tag[noun] == "NN" and titles.title_of(words.text[noun])]


def _function(
    words: Words, noun: int, verb: int, person: Mention, covered: dict[int, Mention]
) -> tuple[int, int] | None:
    first, last = min(noun, verb, person.start), max(noun, verb, person.end)
    if last - first > _REACH or not words.same_sentence(first, last - 1) or is_plural(words, noun):
        return None
    if any(words.text[i].lower() in _BARS for i in range(first, last)) or words.word(first - 1, first) in _BARS:
        return None
    start = extend_left(words, noun, covered)
    before = words.word(start - 1, noun).lower()
    if before.startswith(("ein", "kein", "sein", "ihr", "mein", "unser", "dein", "dies", "jed", "so")):
        return None
    if any(words.text[i].startswith("einzig") for i in range(start, noun)):
        return None  # der einzige Staatschef, der den Brexit lobt
    end = attributes(words, noun + 1, covered)
    if any(start <= i < end for i in (verb, person.start)):
        return None
    if end == noun + 1 and words.text[noun].lower() in _relational():
        return None
    return start, end


@cache
def _relational() -> frozenset[str]:
    return frozenset(load("titles")["relational"].split())
