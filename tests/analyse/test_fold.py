"""Folding keeps every offset."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.analyse.fold import DOUBLE_MARKS, LONG, SINGLE_MARKS, SPACES, fold


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_one_character_stays_one_character(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    folded.encode("utf-8")
    assert all(kept == c for c, kept in zip(text, folded, strict=True) if c.isalnum())


def test_marks_and_spaces_become_plain() -> None:
    assert set(fold(DOUBLE_MARKS)) == {'"'}
    assert set(fold(SINGLE_MARKS)) == {"'"}
    assert set(fold(SPACES)) == {" "}
    assert fold("a\nb\tc\x00d") == "a\nb\tc d"


def test_marks_without_a_space_for_long_become_letters() -> None:
    assert fold("(" * LONG + " (a) " + "a-" * LONG) == "x" * LONG + " (a) " + "ax" * LONG
    assert fold("„" * (LONG - 1)) == '"' * (LONG - 1)
