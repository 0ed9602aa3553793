"""Bodies without a proper name: which nouns are some, and what they are called in the nominative."""

from __future__ import annotations

import pytest

from briefing.german import bodies


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("die Polizei", "Polizei"),
        ("des Ordnungsamtes", "Ordnungsamt"),
        ("Das peruanische Parlament", "peruanisches Parlament"),
        ("die führenden Wirtschaftsforschungsinstitute", "Wirtschaftsforschungsinstitute"),
        ("den Gesundheitsämtern", "Gesundheitsämter"),
        ("die dänischen Behörden", "dänische Behörden"),
        ("der Berliner Senat", "Berliner Senat"),
        ("Regionalregierung", "Regionalregierung"),
        ("ein Sprecher des Innenministeriums", "Innenministerium"),
        ("eine Sprecherin der Berliner Polizei", "Berliner Polizei"),
        ("der Regierung in Kiew", "Regierung in Kiew"),
    ],
)
def test_the_name_of_a_body_in_the_nominative(phrase: str, name: str) -> None:
    found = bodies.body_of(phrase)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "phrase", ["das Ehrenamt", "das Amt", "eine Behörde", "der Polizeisprecher", "ein Fischgericht", "das Kind", ""]
)
def test_what_is_no_body_that_acts_for_itself(phrase: str) -> None:
    assert bodies.body_of(phrase) is None


@pytest.mark.parametrize(
    ("noun", "name", "short"),
    [
        ("Regierung", "Bundesregierung", True),
        ("Gericht", "Verwaltungsgericht Leipzig", True),
        ("Kommission", "EU-Kommission", True),
        ("Polizei", "Bundespolizei", False),
        ("Regierung", "Regierung", False),
        ("Gericht", "Bundesregierung", False),
    ],
)
def test_the_noun_by_which_a_body_is_called_again(noun: str, name: str, short: bool) -> None:
    assert bodies.is_short_for(noun, name) is short
