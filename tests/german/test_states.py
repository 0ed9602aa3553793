"""Tests of german/states.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.german import states
from briefing.german.words import load

STATES = sorted(name for name, entry in load("states").items() if isinstance(entry, dict))


@pytest.mark.parametrize(
    ("word", "state", "kind"),
    [
        ("Russland", "Russland", "name"),
        ("Russlands", "Russland", "name"),
        ("russischen", "Russland", "adjective"),
        ("Russische", "Russland", "adjective"),
        ("Russen", "Russland", "inhabitant"),
        ("Russinnen", "Russland", "inhabitant"),
        ("Moskaus", "Russland", "capital"),
        ("Kreml", "Russland", "seat"),
        ("Kremls", "Russland", "seat"),
        ("Vereinigten Staaten", "USA", "name"),
        ("US-amerikanischer", "USA", "adjective"),
        ("Weißen Hauses", "USA", "seat"),
        ("Weißes Haus", "USA", "seat"),
        ("Niederlanden", "Niederlande", "name"),
        ("Vereinigten Arabischen Emiraten", "Vereinigte Arabische Emirate", "name"),
        ("Kyjiw", "Ukraine", "capital"),
        ("Berlin", "Deutschland", "capital"),
        ("deutschen", "Deutschland", "adjective"),
        ("bayerische", "Bayern", "adjective"),
        ("Israelis", "Israel", "inhabitant"),
        ("Franzosen", "Frankreich", "inhabitant"),
    ],
)
def test_every_kind_of_word_leads_to_its_state(word: str, state: str, kind: str) -> None:
    found = states.look_up(word)
    assert found is not None
    assert (found.state, found.kind) == (state, kind)


@pytest.mark.parametrize("word", ["Putins", "Brüssel", "Kongo", "Haus", "und", "", "Victoria", "Staaten"])
def test_words_that_lead_to_no_single_state(word: str) -> None:
    assert states.state_of(word) is None


@pytest.mark.parametrize(
    ("printed", "base"),
    [("Moskaus", "Moskau"), ("Vereinigten Staaten", "Vereinigte Staaten"), ("Weißen Haus", "Weißes Haus"),
     ("Nordkoreas", "Nordkorea"), ("Paris", "Paris"), ("Paris'", "Paris"),
     ("russische", "russische"), ("Haus", "Haus")],
)  # fmt: skip
def test_base_form(printed: str, base: str) -> None:
    assert states.base_form(printed) == base


@given(st.sampled_from(STATES))
def test_every_state_leads_to_itself_or_to_the_state_whose_capital_it_is(name: str) -> None:
    assert states.state_of(name) == ("Deutschland" if name == "Berlin" else name)
    assert states.base_form(name) == name


@given(st.text(max_size=20))
def test_any_text_is_looked_up_without_error(text: str) -> None:
    assert states.state_of(text) is None or isinstance(states.base_form(text), str)


def test_lands_are_no_states() -> None:
    assert states.is_state("Frankreich")
    assert not states.is_state("Bayern")
    assert not states.is_state("shared_cities")


def test_reach_covers_the_longest_form_that_begins_with_the_word() -> None:
    assert states.reach("Vereinigten") >= 3
    assert states.reach("nirgends") == 0
