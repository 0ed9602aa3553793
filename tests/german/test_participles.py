"""Perfect participles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.german.participles import participle


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("beisteuern", "beigesteuert"),
        ("abschreiben", "abgeschrieben"),
        ("investieren", "investiert"),
        ("beantragen", "beantragt"),
        ("rechnen", "gerechnet"),
        ("lernen", "gelernt"),
        ("öffnen", "geöffnet"),
        ("ernten", "geerntet"),
        ("beten", "gebetet"),
        ("unterbringen", "untergebracht"),
        ("untersagen", "untersagt"),
        ("einzuwerben", "eingeworben"),
        ("verlieren", "verloren"),
        ("überweisen", "überwiesen"),
        ("sammeln", "gesammelt"),
    ],
)
def test_participle(lemma: str, form: str) -> None:
    assert participle(lemma) == form


@given(st.text(max_size=30))
def test_any_text_is_no_verb_or_has_a_form(text: str) -> None:
    found = participle(text)
    assert found is None or found.isalpha()
