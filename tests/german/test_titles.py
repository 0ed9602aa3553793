"""Tests of german/titles.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.german import titles


@pytest.mark.parametrize(
    ("word", "gender", "number"),
    [
        ("Nato-Generalsekretär", "m", ""),
        ("Präsidentin", "f", "s"),
        ("Sprecherinnen", "f", "p"),
        ("Ministers", "m", "s"),
        ("Militärgeheimdienstchef", "m", ""),
        ("Kreml-Chef", "m", ""),
        ("Vorsitzende", "", ""),
        ("Vorsitzender", "m", ""),
        ("Anwältin", "f", "s"),
        ("Mitglied", "", ""),
        ("Experten", "m", ""),
    ],
)
def test_functions(word: str, gender: str, number: str) -> None:
    assert titles.title_of(word) == (gender, number)


@pytest.mark.parametrize("word", ["Montag", "Staat", "Ministerium", "Fenster", "präsident", "Stadt", ""])
def test_other_words_are_no_functions(word: str) -> None:
    assert titles.title_of(word) is None


@pytest.mark.parametrize(
    ("printed", "nominative"),
    [("Präsidenten", "Präsident"), ("Generalsekretärs", "Generalsekretär"), ("Sprecherinnen", "Sprecherin"),
     ("Präsident", "Präsident"), ("Haus", "Haus")],
)  # fmt: skip
def test_nominative(printed: str, nominative: str) -> None:
    assert titles.nominative(printed) == nominative


def test_one_office_has_one_stem() -> None:
    assert titles.stem("US-Präsidentin") == titles.stem("Staatspräsidenten") == titles.stem("Präsident")
    assert titles.stem("Präsident") != titles.stem("Minister")


@given(st.text(max_size=30))
def test_any_word_is_looked_at_without_error(word: str) -> None:
    found = titles.title_of(word)
    assert found is None or (found.gender in ("m", "f", "") and found.number in ("s", "p", ""))
    assert titles.is_no_function(word) in (True, False)


@pytest.mark.parametrize("word", ["Montag", "Jahre", "Partei", "Hafenstadt", "Pazifikinsel"])
def test_nouns_before_a_name_that_are_no_function(word: str) -> None:
    assert titles.is_no_function(word)
