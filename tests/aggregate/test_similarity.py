"""Concepts, classes and weights."""

from __future__ import annotations

import pytest
from comparison_builder import Draft, story
from hypothesis import given
from hypothesis import strategies as st

from briefing.aggregate.similarity import Weights, base_class, concept, concepts, keywords, stem


@pytest.mark.parametrize(("one", "other"), [("entsendung", "schicken"), ("soldat", "truppe"), ("streik", "ausstand")])
def test_words_for_one_thing_are_one_concept(one: str, other: str) -> None:
    assert concept(one) == concept(other) != ""


def test_words_of_reporting_say_nothing() -> None:
    assert concepts(["bericht", "montag", "rakete", "1500"]) == {"#missile"}


@pytest.mark.parametrize(
    ("word", "table", "expected"),
    [
        ("elitesoldat", "things", "military"),
        ("todesopfer", "things", "dead"),
        ("bahnmitarbeiter", "things", "staff"),
        ("haus", "things", "houses"),
        ("verletzt", "scopes", "injured"),
        ("tisch", "things", ""),
    ],
)
def test_compounds_belong_to_their_base(word: str, table: str, expected: str) -> None:
    assert base_class(word, table) == expected


def test_umlauts_of_the_plural_do_not_part_words() -> None:
    assert stem("zuschüsse") == stem("zuschuss")


@given(st.text(alphabet="abcdefgeninungers", min_size=1, max_size=20))
def test_a_stem_is_a_beginning_and_keeps_four_letters(word: str) -> None:
    assert word.startswith(stem(word))
    assert len(stem(word)) >= min(4, len(word))


def test_shares_lie_between_none_and_all() -> None:
    _, analyses, _ = story(Draft("a", "Russland schickt Raketen. Polen warnt."), Draft("b", "Die Ernte war gut."))
    weights = Weights(analyses)
    some, more = frozenset({"#missile", "warn"}), frozenset({"#missile", "warn", "ernt"})
    assert weights.contained(some, more) == 1.0
    assert 0 < weights.contained(more, some) < 1
    assert weights.dice(some, frozenset({"ernt"})) == 0.0
    assert weights.dice(frozenset(), frozenset()) == 0.0


def test_names_weigh_double() -> None:
    _, analyses, _ = story(Draft("a", "Russland schickt Raketen."))
    weights = Weights(analyses)
    assert weights.is_name(concept("Russland"))
    assert weights.of(concept("Russland")) == 2 * weights.of("#missile")


def test_keywords_are_nouns_as_printed() -> None:
    text = "Während die Gewerkschaft von einem Streik spricht, sieht Russland nur eine Pause."
    _, analyses, _ = story(Draft("a", text))
    assert keywords(text, concepts(["streik", "pause", "russland"]), Weights(analyses)) == "Streik, Pause"


def test_a_hyphenated_compound_shares_its_base() -> None:
    assert concepts(["corona-impfstoff"]) & concepts(["impfstoff"])
    assert concepts(["us-pharmakonzern"]) & concepts(["pharmakonzern"])
    assert not concepts(["covid-19"]) & concepts(["19"])


def test_a_full_stop_is_no_part_of_a_word() -> None:
    assert concepts(["covid-19."]) == concepts(["covid-19"])
