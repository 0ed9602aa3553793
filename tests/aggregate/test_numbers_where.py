"""The toll of a disaster in each of two states and over both are three topics."""

from __future__ import annotations

import re

import pytest
from comparison_builder import Draft, NoActors, story

from briefing.aggregate import numbers
from briefing.aggregate.numbers_features import features


def draft(id_: str, text: str) -> Draft:
    """`[912 Menschen]` is a number of people who died."""
    made = Draft(id_, text.replace("[", "").replace("]", ""))
    for words in re.findall(r"\[([^\]]+)\]", text):
        made.number(words, float(words.split()[0]), head="mensch", what="Menschen", events=("sterben",))
    return made


def lands(*texts: str) -> list[set[str]]:
    articles, analyses, origins = story(*(draft(id_, text) for id_, text in zip("abc", texts, strict=False)))
    return [set(feature.lands) for feature in features(articles, analyses, origins)]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("In Ungarn starben [912 Menschen].", {"Ungarn"}),
        ("In Ungarn und Polen starben [912 Menschen].", {"*"}),
        ("In Ungarn und in Polen sind [912 Menschen] gestorben.", {"*"}),
        ("Es starben [912 Menschen].", {"*"}),
        ("In Ungarn starben 5 Hunde, gestorben sind auch [912 Menschen].", {"Ungarn"}),
        ("Nach Angaben von Ungarn starben [912 Menschen].", {"*"}),
        ("Aus Ungarn wurden [912 Menschen] gemeldet, die starben.", {"Ungarn"}),
    ],
)
def test_the_state_is_the_one_that_the_clause_or_the_sentence_places(text: str, state: set[str]) -> None:
    other = "In Polen starben [403 Menschen]. In Ungarn starben [20 Menschen]."
    assert lands(text, other)[0] == state


def test_one_state_alone_is_where_the_story_is() -> None:
    assert lands("In Ungarn starben [912 Menschen].", "Es starben [920 Menschen].") == [set(), set()]


def test_tolls_of_two_states_and_their_sum_are_three_topics() -> None:
    one = draft(
        "a", "In Ungarn starben [912 Menschen]. In Polen starben [403 Menschen]. Damit starben [1315 Menschen]."
    )
    two = draft("b", "Es starben [2300 Menschen]. Allein in Ungarn starben [1498 Menschen], in Polen [810 Menschen].")
    topics = numbers.topics(*story(one, two), NoActors())
    assert {f"{topic.topic}: {topic.low:.0f} bis {topic.high:.0f}" for topic in topics} == {
        "Menschen (gestorben, in Ungarn): 912 bis 1498",
        "Menschen (gestorben, in Polen): 403 bis 810",
        "Menschen (gestorben): 1315 bis 2300",
    }
