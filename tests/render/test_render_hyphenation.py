"""Hyphenation: the points are those that Pyphen finds by itself."""

from __future__ import annotations

import re
from pathlib import Path

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.render.hyphenation import Patterns, prepare

PATH = pyphen.LANGUAGES["de_DE"]
OURS, THEIRS = Patterns(PATH), pyphen.HyphDict(PATH)


def test_words_of_the_samples_are_divided_alike(root: Path) -> None:
    words = {w for path in (root / "seeds").glob("*.txt") for w in re.findall(r"\w+", path.read_text("utf-8"))}
    assert len(words) > 500
    assert {w: OURS.positions(w) for w in words} == {w: THEIRS.positions(w) for w in words}
    assert OURS.positions("Waffenstillstand") == [3, 6, 11, 15]


@given(st.text("abcdefghijklmnoprstuvwxyzäöüßABC0123456789.-", max_size=24))
def test_anything_is_divided_alike(word: str) -> None:
    assert OURS.positions(word) == THEIRS.positions(word)


def test_special_patterns_are_left_to_pyphen(tmp_path: Path) -> None:
    path = tmp_path / "hyph_xx.dic"
    path.write_text("UTF-8\nLEFTHYPHENMIN 2\nc1k/k=k,1,2\n", "utf-8")
    with pytest.raises(ValueError, match="special"):
        Patterns(path)


def test_it_stands_where_pyphen_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pyphen, "hdcache", {})
    prepare("de")
    prepare("xx")
    assert [type(found) for found in pyphen.hdcache.values()] == [Patterns]
    assert pyphen.Pyphen(lang="de").inserted("Waffenstillstand") == "Waf-fen-still-stand"
