"""What stands between marks, by its shape: a sentence, a title, the name of something."""

from __future__ import annotations

from functools import cache

from briefing.analyse.quotes_view import View
from briefing.german import reporting


def words_of(view: View, first: int, last: int) -> list[int]:
    """The words between the marks, without punctuation."""
    return [i for i in range(first, last) if view.text[i][:1].isalnum()]


def is_sentence(view: View, words: list[int]) -> bool:
    """Whether the words hold a finite verb and are three at least."""
    return any(view.is_finite(i) for i in words) and len(words) >= 3


def looks_like_title(view: View, words: list[int]) -> bool:
    """No finite verb and every word but short function words capitalised, or no German word at all."""
    if any(view.is_finite(i) and not view.text[i][:1].isupper() for i in words):
        return False
    small = [i for i in words if view.text[i][:1].islower()]
    tagged = [i for i in small if view.tag[i] in ("ADJA", "ADJD", "VVPP", "VVINF", "ADV", "PTKNEG", "VVIZU")]
    return not tagged


def is_title_of(view: View, first: int) -> bool:
    """Whether a noun of the title list, or a compound with it, stands before the marks: *die ZDF-Sendung „…“*."""
    if first == 0 or not view.tag[first - 1].startswith(("N", "A")):
        return False
    noun = view.text[first - 1]
    return noun in reporting.nouns("title_before") or noun.lower().endswith(_title_ends())


@cache
def _title_ends() -> tuple[str, ...]:
    """The longer nouns of the title list, as compounds end in them."""
    return tuple(sorted(noun.lower() for noun in reporting.nouns("title_before") if len(noun) > 3))


def names_something(view: View, first: int, words: list[int]) -> bool:
    """A noun of the title list stands directly before the marks, or any noun before what looks like a name."""
    return is_title_of(view, first) or (first > 0 and view.noun(first - 1) and looks_like_title(view, words))


def is_part_of_compound(view: View, first: int) -> bool:
    """Whether a hyphen and a word follow the closing mark directly: *„Querdenken“-Demonstration*."""
    if view.quoted[first] < 0:
        return False
    end = view.stretches[view.quoted[first]].end
    return view.plain[end : end + 1] == "-" and view.plain[end + 1 : end + 2].isalpha()


def behind_words(view: View, first: int) -> int:
    """Where a sentence goes on that begins with a whole sentence in marks and a comma (*„…“, das sei wahr*), else 0."""
    last = first
    while last < len(view.text) and view.quoted[last] == view.quoted[first]:
        last += 1
    if last + 1 >= len(view.text) or view.text[last] != "," or not is_sentence(view, words_of(view, first, last)):
        return 0
    return last + 1


def lower_word(view: View, words: list[int]) -> bool:
    """Whether one of the words begins with a small letter."""
    return any(view.text[i][:1].islower() for i in words)
