"""The function behind a name: *X, Chef des Y,*, *X, 46, Direktor im Y*, *X etwa, einer der Forscher von Y, …*."""

from __future__ import annotations

from briefing.analyse.names_phrases import (
    AGE,
    ARTICLES,
    after_brackets,
    attributes,
    ends_apposition,
    is_adjective,
    is_function,
    is_genitive,
    is_plural,
)
from briefing.analyse.names_text import Mention, Words
from briefing.german import persons, titles

_BEFORE_COMMA = frozenset(
    "etwa beispielsweise selbst indes dagegen hingegen allerdings jedoch freilich wiederum".split()
)
_BEHIND_COMMA = frozenset("ebenfalls selbst damals heute zugleich auch derzeit inzwischen aktuell".split())
_REACH = 10  # words between the article and the noun of an apposition
_ONE = frozenset("einer eine einem einen eines".split())


def behind(
    words: Words, mention: Mention, starts: dict[int, Mention], covered: dict[int, Mention]
) -> tuple[int, int] | None:
    """First and past-the-last word of the function in the apposition that follows a person; None without one."""
    at, loose = _beginning(words, mention)
    if at is None:
        return None
    if words.word(at, mention.start).lower() in _BEHIND_COMMA:
        at += 1
    if words.word(at, mention.start).lower() in _ONE and words.word(at + 1, mention.start) == "der":
        return _one_of(words, mention, at, covered)
    determined = words.word(at, mention.start).lower() in ARTICLES
    first = at
    start, at = _noun(words, mention, at + determined, covered)
    if not words.same_sentence(at, mention.start) or at in covered:
        return None
    if not is_function(words, at) or is_plural(words, at):
        return _by_parse(words, mention, first + 1, covered) if determined else None
    if _names_a_woman(words, mention, at):
        return None  # "erinnerte Jean Muster, Bürgermeisterin Anna Kunz habe …"
    end = attributes(words, at + 1, covered)
    if determined and end > at + 1 and end in starts and starts[end].label == "PER":
        end = attributes(words, at + 1, covered, persons_title=True)  # der Trainer der Siegerin Anna Muster
    if (end in starts and starts[end].label == "PER") or not words.is_capitalised(at):
        return None
    if _is_joined(words, mention, at) or (not loose and ends_apposition(words, end, mention, determined)):
        return start, end
    return None


def _beginning(words: Words, mention: Mention) -> tuple[int | None, bool]:
    """Where the apposition begins behind its comma, and whether a verb's prefix stands between it and the name."""
    at = after_brackets(words, mention.end)
    loose = words.word(at, mention.start) != "," and words.tag[at : at + 1] == ["PTKVZ"]
    at += loose or words.word(at, mention.start) in _BEFORE_COMMA
    if words.word(at, mention.start) != ",":
        return None, loose
    aged = words.word(at + 1, mention.start).isdigit() and words.word(at + 2, mention.start) == ","
    return at + (3 if aged else 1), loose  # "X, 46, Direktor im Y"


def _noun(words: Words, mention: Mention, at: int, covered: dict[int, Mention]) -> tuple[int, int]:
    """The first word of the function and its noun, behind adjectives and a genitive."""
    start = at
    while words.same_sentence(at, mention.start) and is_adjective(words, at):
        if AGE.search(words.text[at]):
            start = at + 1
        at += 1
    genitive = covered.get(at)
    if genitive is not None and genitive.label != "PER" and is_genitive(words, genitive) and genitive.end < len(words):
        at = genitive.end
        while words.same_sentence(at, mention.start) and is_adjective(words, at):
            at += 1
    return start, at


def _one_of(words: Words, mention: Mention, start: int, covered: dict[int, Mention]) -> tuple[int, int] | None:
    """*einer der führenden Forscher von Y*: one of several who bear a function."""
    at = start + 2
    while words.same_sentence(at, mention.start) and is_adjective(words, at):
        at += 1
    if not words.same_sentence(at, mention.start) or at in covered or titles.title_of(words.text[at]) is None:
        return None
    end = attributes(words, at + 1, covered)
    closed = ends_apposition(words, end, mention, False) or _is_joined(words, mention, start)
    return (start, end) if closed and words.is_capitalised(at) else None


def _by_parse(words: Words, mention: Mention, first: int, covered: dict[int, Mention]) -> tuple[int, int] | None:
    """*der für den Bundestag kandidierende Bürgermeister aus X*: the noun that the parser joins to the name."""
    for at in range(first, min(first + _REACH, len(words))):
        if not words.same_sentence(at, mention.start) or words.text[at] == "," or words.tag[at].endswith("FIN"):
            return None
        limited = words.tag[at - 1] == "ADJA" and at not in covered  # not "X, der zuvor Präsident war"
        if limited and _is_joined(words, mention, at) and titles.title_of(words.text[at]) is not None:
            end = attributes(words, at + 1, covered)
            another = end in covered and covered[end].label == "PER"  # die Pariser Bürgermeisterin Anne Muster
            return None if another or is_plural(words, at) else (at, end)
    return None


def _names_a_woman(words: Words, mention: Mention, at: int) -> bool:
    """Whether a noun of function is feminine and the first name before it a man's."""
    title = titles.title_of(words.text[at])
    woman = title is not None and title.gender == "f"
    return woman and persons.first_name_gender(words.string(mention.start, mention.end)) == "m"


def _is_joined(words: Words, mention: Mention, at: int) -> bool:
    """Whether the parser too sees an apposition of the name: then no mark need close it."""
    return words.dep[at] == "appos" and mention.start <= words.head[at] < mention.end
