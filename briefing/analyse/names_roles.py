"""Functions of persons as printed: *der ukrainische Präsident X*, *X, Chef des Y,* and *Der Chef des Y, X,*."""

from __future__ import annotations

from briefing.analyse.names_appositions import behind
from briefing.analyse.names_gender import gender_of
from briefing.analyse.names_phrases import (
    ARTICLES,
    CLOSE,
    POSSESSIVE,
    REACH,
    after_brackets,
    agrees,
    attributes,
    before_brackets,
    extend_left,
    is_adjective,
    is_function,
    is_plural,
)
from briefing.analyse.names_text import Mention, Words
from briefing.german import persons, titles


def add_roles(words: Words, mentions: list[Mention]) -> None:
    """Set `role` and `gender` of the persons among `mentions` (in text order)."""
    starts = {mention.start: mention for mention in mentions}
    covered = {number: mention for mention in mentions for number in range(mention.start, mention.end)}
    printed = {words.text[mention.end - 1] for mention in mentions if mention.label == "PER"}
    for mention in mentions:
        if mention.label != "PER":
            continue
        role = None if _owns(words, mention, printed) else _before(words, mention, covered)
        office = _before_comma(words, mention, covered, role)
        after = behind(words, mention, starts, covered)
        found = [one for one in (role, office, after) if one is not None]
        mention.role = found[0] if found else _is_called(words, mention, covered)
        mention.also = found[1] if len(found) > 1 else None
        mention.gender = gender_of(words, mention)


def spread(words: Words, mentions: list[Mention]) -> None:
    """Give the second function of a mention to another of the person that has none (names are resolved by now).

    Where there is no other, the one that says more is kept: *die Sprecherin Anna Muster, Bürgermeisterin in X*.
    """
    free = {mention.name: mention for mention in reversed(mentions) if mention.role is None and mention.label == "PER"}
    for mention in mentions:
        if mention.also is None or mention.role is None:
            continue
        other = free.pop(mention.name, None)
        if other is not None:
            other.role = mention.also
        elif mention.role[1] - mention.role[0] == 1 and "-" not in words.text[mention.role[0]]:
            mention.role = mention.also


def _owns(words: Words, mention: Mention, printed: set[str]) -> bool:
    """Whether the name is a genitive (*die Vorwürfe Gysis*): then the noun before it is not its function."""
    name = words.string(mention.start, mention.end)
    # "die Sängerin Eva Bridgers": the case is guessed by the ending, the parser joins the name as its own
    own = words.dep[mention.start] in ("flat", "appos") and words.head[mention.start] == mention.start - 1
    for base in persons.genitive_bases(name):
        if (words.case[mention.end - 1] == "Gen" and not own) or base.split(" ")[-1] in printed:
            return True
    return False


def _before(words: Words, mention: Mention, covered: dict[int, Mention]) -> tuple[int, int] | None:
    """Title directly before the name, also with a genitive or prepositional attribute between."""
    at = mention.start - 1
    while titles.is_address(words.word(at, mention.start)) and words.text[at] != "Professor":
        if words.text[at] == "Frau" and words.word(at - 1, at).lower() in POSSESSIVE:
            return at, at + 1  # "seine Frau X"
        at -= 1
    if words.same_sentence(at, mention.start) and words.text[at] in ("namens", "'", '"') and at > 0:
        at -= 1
    if titles.title_of(words.word(at, mention.start).removeprefix("-")) and words.word(at - 1, at) == '"':
        opening = next((i for i in range(at - 3, at - 6, -1) if words.word(i, at) == '"'), at)
        return (opening, at + 1) if opening < at and words.text[at].startswith("-") else None  # "Muster"-Gründer
    if not words.same_sentence(at, mention.start) or not words.is_capitalised(at) or at in covered:
        return _over_attribute(words, mention, at, covered)
    if is_function(words, at):
        if is_plural(words, at) or _of_two(words, mention, at, covered):
            return None
        return extend_left(words, at, covered), at + 1
    found = _over_attribute(words, mention, at, covered)
    if found is None and is_function(words, at, known=False) and agrees(words, at, mention):
        return extend_left(words, at, covered), at + 1
    return found


def _of_two(words: Words, mention: Mention, at: int, covered: dict[int, Mention]) -> bool:
    """*mit seinen Konkurrenten Merz und Röttgen*: a form that may be a plural before two names."""
    other = covered.get(mention.end + 1)
    if other is None or other.label != "PER" or words.word(mention.end, mention.start) not in ("und", ","):
        return False
    start = at
    while words.same_sentence(start - 1, at) and is_adjective(words, start - 1):
        start -= 1
    determiner = words.word(start - 1, at).lower()
    return words.text[at].endswith("n") and determiner in ("den", "seinen", "ihren", "deren", "dessen", "")


def _over_attribute(words: Words, mention: Mention, at: int, covered: dict[int, Mention]) -> tuple[int, int] | None:
    """*Sprecherin des Innenministeriums Tanja Muster*: the noun of function stands before its own attribute."""
    for number in range(at, max(at - 7, -1), -1):
        if not words.same_sentence(number, mention.start) or words.text[number] in CLOSE:
            return None
        label = covered[number].label if number in covered else ""
        if label == "PER":
            return None
        if label == "" and number < at and is_function(words, number) and words.is_capitalised(number):
            end = attributes(words, number + 1, covered)
            if end == at + 1 and end > number + 1 and not is_plural(words, number):
                return extend_left(words, number, covered), end
            return None
    return None


def _before_comma(
    words: Words, mention: Mention, covered: dict[int, Mention], role: tuple[int, int] | None
) -> tuple[int, int] | None:
    """*Der Generalsekretär des Bündnisses, Mark Rutte, …*, *Der Chef der Partei, der Milliardär Max Muster, …*."""
    comma = mention.start - 1
    if role is not None:
        if role[1] > mention.start or words.word(role[0] - 1, mention.start) not in ("der", "die"):
            return None
        comma = role[0] - 2
    while words.same_sentence(comma, mention.start) and titles.is_address(words.text[comma]):
        comma -= 1
    if words.word(comma, mention.start) != "," or not _closed(words, mention):
        return None
    best, last = None, before_brackets(words, comma - 1)
    for number in range(last, max(last - REACH, -1), -1):
        if not words.same_sentence(number, mention.start) or words.text[number] in (",", ";", ":", ".", "("):
            break
        if words.is_capitalised(number) and number not in covered and is_function(words, number):
            end = attributes(words, number + 1, covered, persons_title=True)
            if after_brackets(words, end) != comma or is_plural(words, number):
                continue
            start = extend_left(words, number, covered)
            if words.word(start - 1, mention.start).lower() in ARTICLES or start < number or words.first[start]:
                best = (start, end)
    return best


def _closed(words: Words, mention: Mention) -> bool:
    """Whether the name ends an apposition: a comma, a mark or the end of the sentence follows (after brackets)."""
    at = after_brackets(words, mention.end)
    return not words.same_sentence(at, mention.start) or words.text[at] in CLOSE


def _is_called(words: Words, mention: Mention, covered: dict[int, Mention]) -> tuple[int, int] | None:
    """*Anna Muster ist Rektorin der Schule in Musterstadt.*: the name opens its clause, the function closes it."""
    before = mention.start - titles.is_address(words.word(mention.start - 1, mention.start))
    first = words.first[before] or words.word(before - 1, mention.start) in (",", ":", ";")
    at = after_brackets(words, mention.end)
    if not first or words.word(at, mention.start) != "ist":
        return None
    at += 1 + (words.word(at + 1, mention.start).lower() in ARTICLES)
    start = at
    while words.same_sentence(at, mention.start) and is_adjective(words, at):
        at += 1
    if not words.same_sentence(at, mention.start) or at in covered or titles.title_of(words.text[at]) is None:
        return None
    judged = start == at and words.text[at - 1] in ("ein", "eine")  # ein Meister der Miniatur
    if judged or any(words.text[i].startswith("einzig") for i in range(start, at)):
        return None  # der einzige Staatschef, der den Brexit lobt
    end = attributes(words, at + 1, covered)
    closed = not words.same_sentence(end, mention.start) or words.text[end] in CLOSE or words.text[end] == "und"
    fits = not is_plural(words, at) and words.is_capitalised(at) and words.tag[at] in ("", "NN")
    return (start, end) if closed and fits else None
