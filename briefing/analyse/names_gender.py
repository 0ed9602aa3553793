"""Gender of a person: by title, form of address, first name, and the article of the function."""

from __future__ import annotations

from briefing.analyse.names_text import Mention, Words
from briefing.german import persons, titles


def gender_of(words: Words, mention: Mention) -> str:
    """By title, form of address, first name, and the article of the role."""
    if mention.role is not None:
        for number in range(mention.role[0], mention.role[1]):
            title = titles.title_of(words.text[number])
            if title is not None and title.gender:
                # "Model Anna Muster", "Gast Anna Muster": a masculine noun may name a woman
                return "f" if _first_name_is(words, mention, "f") else title.gender
    for number in range(mention.start - 1, max(mention.start - 4, -1), -1):
        word = words.word(number, mention.start)
        if word in ("Frau", "Lady", "Königin", "Prinzessin", "Gräfin"):
            return "f"
        if word in ("Herr", "Herrn", "Sir", "Lord"):
            return "m"
        if not titles.is_address(word):
            break
    return persons.first_name_gender(words.string(mention.start, mention.end)) or _by_article(words, mention)


def _first_name_is(words: Words, mention: Mention, gender: str) -> bool:
    return persons.first_name_gender(words.string(mention.start, mention.end)) == gender


def _by_article(words: Words, mention: Mention) -> str:
    """*der Vorsitzende X* is a man, *die Vorsitzende X* a woman."""
    if mention.role is None:
        return ""
    article = words.word(mention.role[0] - 1, mention.start).lower()
    noun = words.text[mention.role[1] - 1]
    if article == "die" and noun.endswith("e"):
        return "f"
    weak = noun.endswith("e") or (noun.endswith("en") and article != "der")
    if article in ("der", "dem", "des") and weak:
        return "m"
    return ""
