"""What an organisation is, as printed: *die US-Gesundheitsbehörde CDC*, *Carbon Monitor, ein Forschungsprojekt, …*."""

from __future__ import annotations

from briefing.analyse.names_text import Mention, Words
from briefing.german import organisations, states

_ARTICLES = frozenset("ein eine einer einem eines einen der die das dem des".split())
_PREPOSITIONS = frozenset("vom zum zur beim im am von aus für bei".split())
_CLOSE = frozenset([",", ".", ";", ")", "-", "–", "!", "?"])


def add_organisation_roles(words: Words, mentions: list[Mention]) -> None:
    """Set `role` of the organisations among `mentions`: the describing noun before the name, or in an apposition."""
    covered = {number for mention in mentions for number in range(mention.start, mention.end)}
    for mention in mentions:
        if mention.label == "ORG" and mention.role is None:
            mention.role = _before(words, mention, covered) or _after(words, mention, covered)


def _before(words: Words, mention: Mention, covered: set[int]) -> tuple[int, int] | None:
    """*das dänische Gesundheitsinstitut SSI*, *das Bündnis „Muster“*: one noun in the singular with its adjectives."""
    noun = mention.start - 1
    if words.word(noun, mention.start) in ('"', "'"):
        noun -= 1
    if noun in covered or not words.same_sentence(noun, mention.start) or not _describes(words, noun):
        return None
    if words.tag[noun - 1] in ("CARD", "PIAT") and words.same_sentence(noun - 1, noun):
        return None
    start = noun
    while words.same_sentence(start - 1, noun) and start - 1 not in covered and _is_adjective(words, start - 1):
        start -= 1
    before = words.word(start - 1, noun).lower()
    while start < noun and before not in _ARTICLES | _PREPOSITIONS and words.text[start][:1].islower():
        start += 1  # its own attribute stands before the first adjective: "in Weimar ansässigen Gesellschaft X"
    return start, noun + 1


def _after(words: Words, mention: Mention, covered: set[int]) -> tuple[int, int] | None:
    """*dem Carbon Monitor, einem Forschungsprojekt aus mehreren Ländern*: an apposition that a mark closes."""
    at = mention.end + 1
    if words.word(mention.end, mention.start) != "," or words.word(at, mention.start).lower() not in _ARTICLES:
        return None
    start = at = at + 1
    while words.same_sentence(at, mention.start) and at not in covered and _is_adjective(words, at):
        at += 1
    if not words.same_sentence(at, mention.start) or at in covered or not _describes(words, at):
        return None
    after = at + 1
    closed = not words.same_sentence(after, at) or words.text[after] in _CLOSE
    ruled = not closed and (words.text[after].lower() in _PREPOSITIONS or words.tag[after] == "ART")
    return (start, at + 1) if closed or ruled else None


def _describes(words: Words, number: int) -> bool:
    plural = words.doc[words.token[number]].morph.get("Number", []) == ["Plur"]
    gender, _ = organisations.describing(words.text[number])
    return bool(gender) and not plural and words.tag[number] in ("", "NN", "NE")


def _is_adjective(words: Words, number: int) -> bool:
    word = words.text[number]
    if word[:1].islower():
        return words.tag[number] == "ADJA"
    state = states.look_up(word)
    origin = state is not None and state.kind == "adjective"
    return origin or (words.tag[number] == "ADJA" and word.endswith("er"))
