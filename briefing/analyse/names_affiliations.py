"""What a person belongs to, where no function is told: *Anna Muster (Grüne)*, *warnt Max Muster von der Klinik X*."""

from __future__ import annotations

from briefing.analyse.names_text import Mention, Words
from briefing.german import persons

_FROM = frozenset({"von", "vom"})
_LONGEST = 4  # words of a party in brackets


def add_affiliations(words: Words, mentions: list[Mention]) -> None:
    """Set `role` of the persons without one, at their first mention that tells a party or a house."""
    known = {mention.name for mention in mentions if mention.label == "PER" and mention.role is not None}
    houses = {mention.start: mention for mention in mentions if mention.label == "ORG"}
    for mention in mentions:
        if mention.label != "PER" or " " not in mention.name or mention.name in known:
            continue
        mention.role = _party(words, mention) or _house(words, mention, houses)
        if mention.role is not None:
            known.add(mention.name)


def _party(words: Words, mention: Mention) -> tuple[int, int] | None:
    """The party in the brackets directly behind the name."""
    if words.word(mention.end, mention.start) != "(":
        return None
    start = end = mention.end + 1
    while (
        words.same_sentence(end, mention.start) and end - start <= _LONGEST and words.text[end] not in (")", ",", ";")
    ):
        end += 1
    closed = words.word(end, mention.start) in (")", ",", ";") and end > start
    return (start, end) if closed and persons.is_party(words.string(start, end)) else None


def _house(words: Words, mention: Mention, houses: dict[int, Mention]) -> tuple[int, int] | None:
    """*von der Universität X* between a verb and a mark, or between the beginning of the sentence and its verb."""
    if words.word(mention.end, mention.start) not in _FROM:
        return None
    start = at = mention.end
    at += 1 + (words.word(at + 1, mention.start) in ("der", "dem", "den"))
    at += at not in houses and words.word(at, mention.start)[:1].isupper() and words.text[at].endswith("er")
    house = houses.get(at)
    if house is None or not words.same_sentence(house.end, mention.start):
        return None
    after = words.text[house.end]
    told = words.tag[mention.start - 1] == "VVFIN" and words.same_sentence(mention.start - 1, mention.start)
    if told and after in (",", ".", ":", ";", '"'):
        return start, house.end
    opens = words.first[mention.start] and words.tag[house.end] in ("VVFIN", "VAFIN", "VMFIN")
    return (start, house.end) if opens else None
