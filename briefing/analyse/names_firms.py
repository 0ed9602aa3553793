"""Firms and bodies that the trained pipeline took for places: *die Nordbahn teilte mit, …*.

A place seldom has an article and never speaks; what does both and is no known state is an organisation.
"""

from __future__ import annotations

from collections import Counter

from briefing.analyse.names_acts import is_act
from briefing.analyse.names_bodies import full_lemma, is_reporting
from briefing.analyse.names_text import Mention, Words
from briefing.german import persons, states

# Places and regions that have an article: they stand for those who live there or govern them.
_REGIONS = tuple(
    """republik land staat stadt insel inseln gemeinde region provinz küste gebiet zone straße gasse allee platz markt
    berg gebirge see meer wald heide pfalz lausitz eifel krim toskana lombardei bretagne normandie provence mark börde
    viertel ring kiez ufer""".split()
)
_OFTEN = 2  # acts behind an article that tell as much as one statement


def add_firms(words: Words, mentions: list[Mention]) -> None:
    """Make ORG of single words called places or works that speak once, or act twice, as subjects behind an article.

    Where they speak or act counts everywhere in the article, and there they are names too.
    """
    places = {
        words.text[mention.start]
        for mention in mentions
        if mention.label in ("LOC", "MISC") and mention.rule == "model" and mention.end - mention.start == 1
    }
    spots = [at for at, word in enumerate(words.text) if word in places and _may_be_firm(word)]
    acts: Counter[str] = Counter()
    for at in spots:
        acts[words.text[at]] += _act_of(words, at)
    firms = {word for word, number in acts.items() if number >= _OFTEN}
    for mention in mentions:
        word = words.string(mention.start, mention.end)
        if mention.label in ("LOC", "MISC") and firms & {word, *persons.genitive_bases(word)}:
            mention.label, mention.rule = "ORG", "speaking place"
    taken = {number for mention in mentions for number in range(mention.start, mention.end)}
    missed = [at for at in spots if words.text[at] in firms and at not in taken and _act_of(words, at)]
    mentions += [Mention(at, at + 1, "ORG", "speaking place") for at in missed]
    mentions.sort(key=lambda mention: mention.start)


def _act_of(words: Words, at: int) -> int:
    """2 where a word speaks, 1 where it acts else, as subject behind an article in the nominative of one gender."""
    verb = words.head[at]
    article = words.word(at - 1, at)
    if article.lower() not in ("die", "der") or words.dep[at] != "nsubj" or not is_act(words, verb):
        return 0
    if article.lower() == "der" and words.case[at] not in ("", "Nom"):
        return 0
    return _OFTEN if is_reporting(full_lemma(words, verb)) else 1


def _may_be_firm(word: str) -> bool:
    return states.look_up(word) is None and not word.lower().endswith(_REGIONS) and word[:1].isupper()
