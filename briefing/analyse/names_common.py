"""Common nouns that the trained pipeline takes for persons or organisations: der Lockdown, die Corona-Krise."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from briefing.analyse.names_text import Mention, Words
from briefing.german import organisations, persons, states, titles
from briefing.german.words import load

_LONG = 10  # letters from which a noun that is never tagged as a name is a compound: Sperrgitter, Schweinswale
_PARTICIPLE = re.compile(r"(?:end|[a-zäöüß]t|[a-zäöüß]en)e[nrs]?$")  # Schwarzvermummte, Neuzugezogene
BEFORE_NOUN = ("ART", "ADJA", "PPOSAT", "PIAT", "PDAT", "CARD", "APPRART")


def without_common(words: Words, found: list[Mention]) -> list[Mention]:
    """The mentions without single words that are surely no actor; a word list or rule that found one keeps it."""
    families = {
        persons.split(words.string(m.start, m.end)).family for m in found if m.label == "PER" and m.end - m.start > 1
    }
    nouns = Counter(words.text[i] for i in range(1, len(words)) if _stands_as_noun(words, i))
    named = Counter(word for word, tag in zip(words.text, words.tag, strict=True) if tag != "NN")
    people = {mention.start for mention in found if mention.label == "PER"}
    kept = [mention for mention in found if not _is_common(words, mention, families, nouns, named)]
    return [mention for mention in kept if not (mention.end in people and _is_member(words, mention))]


def _is_member(words: Words, mention: Mention) -> bool:
    """Whether a party's members are named as what somebody is (*der Grüne Boris Palmer*)."""
    single = mention.label == "ORG" and mention.end - mention.start == 1
    return single and organisations.is_party_member(words.text[mention.start])


def _is_common(words: Words, mention: Mention, families: set[str], nouns: Counter[str], named: Counter[str]) -> bool:
    word = words.text[mention.start]
    if mention.label == "ORG" and mention.rule == "model" and mention.end - mention.start == 2:
        last = words.text[mention.end - 1]
        return word.endswith(("e", "en", "er")) and last in _no_bodies()  # die deutsche Wirtschaft
    if mention.end - mention.start > 1 or mention.rule != "model" or mention.label not in ("PER", "ORG"):
        return False
    if word in _no_actors():
        return True
    if organisations.look_up(word) is not None or states.look_up(word) is not None:
        return False
    if mention.label == "PER":
        known = word in families or any(base in families for base in persons.genitive_bases(word))
        if known or _is_introduced(words, mention.start):
            return False
        sure = nouns[word] > 2 * named[word]
        return _stands_as_noun(words, mention.start) or sure or (len(word) >= _LONG and _is_noun(word, named))
    if titles.title_of(word) is not None:
        return not word.isupper() and not organisations.is_party_member(word)  # the profession of somebody: Virologe
    tail = word.rpartition("-")[2]
    return "-" in word and _stands_as_noun(words, mention.start) and tail[:1].isupper() and not _is_body(tail)


def _is_noun(word: str, named: Counter[str]) -> bool:
    """Whether a long word is never tagged as a name in the article, or looks like a participle."""
    return word not in named or _PARTICIPLE.search(word) is not None


def _is_introduced(words: Words, number: int) -> bool:
    """Whether a title or form of address stands before the word: then it is somebody's name."""
    before = words.word(number - 1, number)
    return titles.is_address(before) or titles.title_of(before) is not None or persons.is_first_name(before)


def _stands_as_noun(words: Words, number: int) -> bool:
    """Whether the word is tagged as a common noun and has an article or adjective before it."""
    before = number - 1
    return words.tag[number] == "NN" and words.same_sentence(before, number) and words.tag[before] in BEFORE_NOUN


def _is_body(noun: str) -> bool:
    low = noun.lower()
    return noun.isupper() or organisations.is_body(noun) or low.endswith(organisations.introducing_nouns())


@cache
def _no_actors() -> frozenset[str]:
    return frozenset(load("names_classes")["no_actors"].split())


@cache
def _no_bodies() -> frozenset[str]:
    return frozenset(load("names_classes")["no_bodies"].split())
