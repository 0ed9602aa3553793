"""Folding and the fast tokens for the word vectors."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from training.text import fold, tokens


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_tokens_keep_every_character_but_white_space(text: str) -> None:
    assert "".join(tokens(text)) == "".join(text.split())


def test_full_stops() -> None:
    found = tokens(fold("Am 28. Oktober kam Dr. Kim Jong-un („Chef“) ins Haus. Es war 2020."))
    assert found == 'Am 28. Oktober kam Dr. Kim Jong-un ( " Chef " ) ins Haus . Es war 2020 .'.split()
