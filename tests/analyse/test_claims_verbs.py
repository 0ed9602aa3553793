"""Verb forms from principal parts."""

from __future__ import annotations

import pytest

from briefing.analyse.claims_verbs import inflect


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("dementieren", ["dementiert", "dementierte", "dementierten", "dementiere"]),
        ("fordern", ["fordert", "forderte", "forderten", "gefordert"]),
        ("bezweifeln", ["bezweifelt", "bezweifelte", "bezweifle", "bezweifeln"]),
        ("bestreiten bestritt bestritten", ["bestreitet", "bestritt", "bestritten", "bestreite"]),
        ("widersprechen widersprach widersprochen widerspricht", ["widerspricht", "widersprach", "widersprochen"]),
        ("behaupten", ["behauptet", "behauptete", "behaupteten"]),
    ],
)
def test_forms(entry: str, forms: list[str]) -> None:
    known = inflect(entry)
    assert [form for form in forms if form not in known] == []


def test_a_separable_prefix_stands_apart_or_joined() -> None:
    forms = inflect("zurück|weisen wies gewiesen")
    assert {r.particle for r in forms["wies"]} == {"zurück"}
    assert {r.form for r in forms["zurückgewiesen"]} == {"participle"}
    assert {r.form for r in forms["zurückzuweisen"]} == {"infinitive"}
    assert {(r.form, r.particle) for r in forms["zurückwies"]} == {("finite", "")}


def test_the_participle_of_an_inseparable_verb_has_no_ge() -> None:
    assert "gedementiert" not in inflect("dementieren")
    assert "gebehauptet" not in inflect("behaupten")
