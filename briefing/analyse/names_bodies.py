"""Bodies without a proper name that act: *Das Ordnungsamt untersagte …*, *Das peruanische Parlament hat … abgesetzt*.

Where they speak, the quotation tells; here they are the subject of any other active verb.
"""

from __future__ import annotations

from functools import cache

from briefing.analyse.names_acts import is_act
from briefing.analyse.names_text import Mention, Words
from briefing.german import bodies, reporting

RULE = "body"
_NO_DETERMINERS = frozenset("kein keine jede jedes jeder manche manches welche welches solche viele einige".split())


def bodies_of(words: Words, mentions: list[Mention]) -> list[Mention]:
    """The acting bodies beside `mentions`, with the noun phrase in the nominative as their name."""
    covered = {number for mention in mentions for number in range(mention.start, mention.end)}
    found = []
    for number in range(len(words)):
        if number in covered or words.tag[number] != "NN" or words.sentence[number] < 0:
            continue
        gender = bodies.gender_of(words.text[number])
        if not gender or not _acts(words, number):
            continue
        start = number
        while words.same_sentence(start - 1, number) and start - 1 not in covered and words.tag[start - 1] == "ADJA":
            start -= 1
        before = words.word(start - 1, number).lower()
        if before in ("ein", "eine") and not words.text[number].lower().endswith("gericht"):
            continue  # one of many
        if before in _NO_DETERMINERS or (gender == "p" and before != "die") or before == '"':
            continue
        body = bodies.body_of(words.string(start, number + 1))
        if body is not None:
            # No proper name of an organisation: the stages that compare names leave it out by its label.
            found.append(Mention(number, number + 1, "MISC", RULE, name=body.name, acts=True, gender=_person(gender)))
    return found


def _person(gender: str) -> str:
    return gender if gender in ("m", "f") else ""


def _acts(words: Words, number: int) -> bool:
    """Whether the noun, in the nominative, is the subject of an active verb that tells an act, but reports nothing."""
    at = number
    while words.dep[at] == "conj" and words.same_sentence(at, words.head[at]) and words.head[at] < at:
        at = words.head[at]
    verb = words.head[at]
    if words.dep[at] != "nsubj" or words.case[number] not in ("", "Nom") or not is_act(words, verb):
        return False
    return not is_reporting(full_lemma(words, verb))


def full_lemma(words: Words, verb: int) -> set[str]:
    """The lemma of a verb, with its separated prefix too."""
    near = range(max(0, verb - 40), min(len(words), verb + 40))
    prefixes = [words.text[i] for i in near if words.head[i] == verb and words.tag[i] == "PTKVZ"]
    return {words.lemma[verb], *(prefix + words.lemma[verb] for prefix in prefixes)}


def is_reporting(lemmas: set[str]) -> bool:
    """Whether one of the lemmas of a verb is that of a verb of saying."""
    return bool(lemmas & _reporting())


@cache
def _reporting() -> frozenset[str]:
    return frozenset(verb.lemma for verb in reporting.verbs())
