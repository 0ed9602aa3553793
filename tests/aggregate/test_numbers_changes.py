"""What rises or falls, which way, and in which time."""

from __future__ import annotations

import pytest
from comparison_builder import Draft, NoActors, story

from briefing.aggregate import numbers
from briefing.aggregate.numbers_features import Feature, features
from briefing.model import NumberTopic


def topics_of(*drafts: Draft) -> tuple[NumberTopic, ...]:
    return numbers.topics(*story(*drafts), NoActors())


def first(draft: Draft) -> Feature:
    return features(*story(draft))[0]


@pytest.mark.parametrize(
    ("sentence", "number", "head", "way", "measured"),
    [
        ("Das Minus von 5 Prozent für das Bruttoinlandsprodukt bleibt.", "5 Prozent", "minus", "down", "#economy"),
        ("Es droht ein Wirtschaftseinbruch von 5 Prozent.", "5 Prozent", "wirtschaftseinbruch", "down", "#economy"),
        ("Die Wirtschaft wächst um 5 Prozent.", "um 5 Prozent", "wirtschaft", "up", "#economy"),
        ("Es gab einen Rückgang der Emissionen um 5 Prozent.", "um 5 Prozent", "rückgang", "down", "#emission"),
        ("Der Anteil liegt bei 5 Prozent.", "5 Prozent", "anteil", "", ""),
    ],
)  # fmt: skip
def test_direction_and_what_changes(sentence: str, number: str, head: str, way: str, measured: str) -> None:
    found = first(Draft("a", sentence).number(number, 5, unit="Prozent", head=head, change=number.startswith("um")))
    assert (found.direction, "".join(found.measured)) == (way, measured)


def test_one_fall_in_four_words_is_one_topic() -> None:
    a = Draft("a", "Die Institute rechnen mit einem Minus von 5,4 Prozent für das Bruttoinlandsprodukt.")
    a.number("5,4 Prozent", 5.4, unit="Prozent", head="minus", holder_name="Institute")
    b = Draft("b", "Die Regierung rechnet mit einem Wirtschaftseinbruch von 5,8 Prozent.")
    b.number("5,8 Prozent", 5.8, unit="Prozent", head="wirtschaftseinbruch", holder_name="Regierung")
    c = Draft("c", "Die Wirtschaft schrumpft um 5,4 Prozent.")
    c.number("um 5,4 Prozent", 5.4, unit="Prozent", head="wirtschaft", change=True)
    (topic,) = topics_of(a, b, c)
    assert [str(end) for end in (topic.low, topic.high)] == ["5.4", "5.8"]


def test_a_change_that_does_not_say_of_what_is_that_of_the_one_before() -> None:
    a = Draft("a", "Die Wirtschaft schrumpft um 5,4 Prozent. Zuvor hatte man ein Minus von 4,2 Prozent erwartet.")
    a.number("um 5,4 Prozent", 5.4, unit="Prozent", head="wirtschaft", change=True)
    a.number("4,2 Prozent", 4.2, unit="Prozent", head="minus", change=True)
    assert [t.low for t in topics_of(a)] == [a.quantities[1].low]


@pytest.mark.parametrize(
    "text",
    [
        "Die Wirtschaft schrumpft um 5,4 Prozent. Im nächsten Jahr wächst die Wirtschaft um 4,7 Prozent.",
        "Die Wirtschaft schrumpft um 5,4 Prozent, im kommenden Jahr um 4,7 Prozent.",
        "Im ersten Quartal fiel die Wirtschaft um 5,4 Prozent. Im zweiten Quartal fiel die Wirtschaft um 4,7 Prozent.",
        "Die Wirtschaft schrumpft um 5,4 Prozent. In Polen schrumpft die Wirtschaft um 4,7 Prozent.",
    ],
)
def test_another_way_year_quarter_or_value_of_one_text_is_another_topic(text: str) -> None:
    a = Draft("a", text)
    for words, value in (("um 5,4 Prozent", 5.4), ("um 4,7 Prozent", 4.7)):
        a.number(words, value, unit="Prozent", head="wirtschaft", change=True)
    assert len(topics_of(a)) == 2


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("Im nächsten Jahr sind es 7 Euro.", {"2025"}),
        ("Im Vorjahr waren es 7 Euro.", {"2023"}),
        ("Es sind 7 Euro mehr als im Vorjahr.", set()),
        ("Gegenüber dem vergangenen Jahr sind es 7 Euro mehr.", set()),
        ("Im Jahr 2024 sind es 7 Euro.", set()),
        ("Im Jahr 2022 waren es 7 Euro.", {"2022"}),
    ],
)
def test_years_beside_a_number(sentence: str, years: set[str]) -> None:
    assert first(Draft("a", sentence).number("7 Euro", 7, unit="Euro")).years == years


def test_a_year_belongs_to_the_number_beside_it() -> None:
    a = Draft("a", "Im kommenden Jahr wächst sie um 4,7 Prozent, 2026 dann um 2,7 Prozent.")
    a.number("um 4,7 Prozent", 4.7, unit="Prozent", change=True).number(
        "um 2,7 Prozent", 2.7, unit="Prozent", change=True
    )
    assert [f.years for f in features(*story(a))] == [{"2025"}, {"2026"}]


def test_without_a_date_next_year_may_be_any_recent_one() -> None:
    a = Draft("a", "Die Wirtschaft wächst im nächsten Jahr um 4,7 Prozent.", published=None)
    b = Draft("b", "Die Wirtschaft wächst 2021 um 4,7 Prozent.", published=None)
    for draft in (a, b):
        draft.number("um 4,7 Prozent", 4.7, unit="Prozent", head="wirtschaft", change=True)
    assert len(topics_of(a, b)) == 1
