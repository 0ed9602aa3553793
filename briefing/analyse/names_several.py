"""The function of several who are named behind it: *die Senatoren Max Muster, Otto Kunz und Anna Beispiel*."""

from __future__ import annotations

from briefing.analyse.names_phrases import after_brackets, is_plural
from briefing.analyse.names_text import Mention, Words
from briefing.german import titles

# What several are to somebody else.
_PEERS = frozenset(
    """kollege kolleg freund bruder schwester partner gegner konkurrent rivale rival kontrahent nachbar vater
    mitstreiter mutter sohn tochter gast landsmann nachfolger vorgänger täter opfer zeuge zeug sieger verlierer
    zugang neuzugang
    """.split()
)
_JOINS = frozenset({",", "und", "sowie"})


def add_shared(words: Words, mentions: list[Mention]) -> None:
    """Set the missing `role` of the persons in a series behind one noun of function that means all of them."""
    covered = {number: mention for mention in mentions for number in range(mention.start, mention.end)}
    starts = {mention.start: mention for mention in mentions if mention.label == "PER"}
    for mention in starts.values():
        noun = mention.start - 1
        if not _is_shared(words, noun, mention) or noun in covered:
            continue
        series = _series(words, mention, starts)
        if len(series) > 1:
            for person in series:
                person.role = person.role or (noun, noun + 1)


def _is_shared(words: Words, noun: int, mention: Mention) -> bool:
    """A noun of function that may be a plural and to which the parser joins the name."""
    if not words.same_sentence(noun, mention.start) or mention.role is not None or words.tag[noun] not in ("", "NN"):
        return False
    word = words.text[noun]
    title = titles.title_of(word)
    if title is None or word.startswith("Herr") or titles.nominative(word).lower().removesuffix("in") in _PEERS:
        return False
    heads = {words.head[number] for number in range(mention.start, mention.end)}
    joined = noun in heads or not any(words.dep)
    article = any(words.word(i, noun).lower() in ("die", "den", "der") for i in (noun - 1, noun - 2, noun - 3))
    return joined and article and (title.number == "p" or is_plural(words, noun) or _is_dative(words, noun))


def _is_dative(words: Words, noun: int) -> bool:
    """*mit den Senatoren*: the article of a dative plural, where the form may be a plural."""
    morph = words.doc[words.token[noun]].morph
    return morph.get("Number", []) == ["Plur"]


def _series(words: Words, first: Mention, starts: dict[int, Mention]) -> list[Mention]:
    """The persons from `first` on that only commas, *und* and brackets part."""
    found, at = [first], after_brackets(words, first.end)
    while words.word(at, first.start) in _JOINS and at + 1 in starts:
        person, last = starts[at + 1], words.text[at] != ","
        found.append(person)
        if last:
            break
        at = after_brackets(words, person.end)
    return found
