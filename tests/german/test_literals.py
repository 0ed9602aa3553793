"""What a pattern needs is in every text it matches."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.german.literals import needed


@pytest.mark.parametrize(
    ("pattern", "literal"),
    [
        (r"\bunklar\b", "unklar"),
        (r"(?:kann|konnte) (?:\w+ ){0,3}nicht bestätigt werden", "bestätigt"),
        (r"\b[Uu]nbestätigte[nr]? Bericht", "nbestätigte"),
        (r"offen|unklar", ""),
        (r"(?:offen|unklar)", ""),
        (r"Zahlen? fehlte", "fehlte"),
        (r"weiß(?= niemand) ", "weiß"),
        (r"[offen]+ ja", ""),
        (r"Zahl{0,3}en", "Zah"),
        (r"\(unklar\) so", "unklar"),
        (r"", ""),
    ],
)
def test_the_longest_certain_run_of_letters(pattern: str, literal: str) -> None:
    assert needed(pattern) == literal


_PIECES = st.sampled_from(
    ["nicht", "offen", " ", "(?:kann|soll)", "(?:bald )?", "[ab]+", r"\w+", "s?", "e*", "n{0,2}", ".", r"\b"]
)


@given(st.lists(_PIECES, min_size=1, max_size=6), st.text("abenostfichkl ", max_size=40))
def test_a_text_without_it_never_matches(pieces: list[str], noise: str) -> None:
    pattern = "".join(pieces)
    literal = needed(pattern)
    for text in (noise, "kann nicht offen", "soll bald nicht offen a b", noise + "nichtoffen"):
        if literal and literal not in text:
            assert re.search(pattern, text) is None
