"""Firms and bodies that the trained pipeline took for places: *die Nordbahn teilte mit, …*.

A place seldom has an article and never speaks; what does both and is no known state is an organisation.
"""

from __future__ import annotations

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
    """Make ORG of single words called places or works that speak once, or act twice, as subjects behind an article."""
    acts: dict[str, int] = {}
    for mention in mentions:
        if mention.label in ("LOC", "MISC") and mention.rule == "model" and mention.end - mention.start == 1:
            weight = _act_of(words, mention)
            if weight:
                acts[words.text[mention.start]] = acts.get(words.text[mention.start], 0) + weight
    firms = {word for word, number in acts.items() if number >= _OFTEN and _may_be_firm(word)}
    for mention in mentions:
        word = words.string(mention.start, mention.end)
        if mention.label in ("LOC", "MISC") and firms & {word, *persons.genitive_bases(word)}:
            mention.label, mention.rule = "ORG", "speaking place"


def _act_of(words: Words, mention: Mention) -> int:
    """2 where it speaks, 1 where it acts else, as subject behind an article in the nominative of one gender; else 0."""
    at = mention.start
    verb = words.head[at]
    article = words.word(at - 1, at)
    if article.lower() not in ("die", "der") or words.dep[at] != "nsubj" or not is_act(words, verb):
        return 0
    if article.lower() == "der" and words.case[at] not in ("", "Nom"):
        return 0
    return _OFTEN if is_reporting(full_lemma(words, verb)) else 1


def _may_be_firm(word: str) -> bool:
    return states.look_up(word) is None and not word.lower().endswith(_REGIONS) and word[:1].isupper()
