"""What a topic's name tells of those counted: only what their own clause says, in the words of the text."""

from __future__ import annotations

from typing import Any

import pytest
from comparison_builder import Draft

from briefing.aggregate import actors, copies, numbers


def name(text: str, **more: Any) -> str:
    """The name of the topic of the number in brackets."""
    start, end = text.index("["), text.index("]")
    words = text[start + 1 : end]
    draft = Draft("a", text.replace("[", "").replace("]", "")).number(words, 300, **more)
    articles, analyses = {"a": draft.article}, {"a": draft.analysis}
    origins = copies.find_origins(articles)
    return numbers.topics(articles, analyses, origins, actors.merge(articles, analyses, origins))[0].topic


PATIENTS: dict[str, Any] = {"head": "patient", "what": "Patienten"}


@pytest.mark.parametrize(
    ("text", "deed", "expected"),
    [
        ("In der Nacht starben [300 Patienten] an dem Virus.", "sterben", "Patienten (gestorben)"),
        ("Soldaten töteten im Süden [300 Patienten].", "töten", "Patienten (getötet)"),
        ("Bisher wurden [300 Patienten] positiv auf das Virus getestet.", "testen", "Patienten (positiv getestet)"),
        ("Bisher wurden [300 Patienten] getestet.", "testen", "Patienten (getestet)"),
        ("Bis Freitag sollen [300 Patienten] geimpft werden.", "impfen", "Patienten"),
        ("Etwa 20 starben, [300 Patienten] haben sich infiziert.", "sterben", "Patienten (infiziert)"),
        ("Von [300 Patienten], die untersucht wurden, steckte sich keiner an.", "anstecken", "Patienten"),
        ("In Quarantäne sind 20 der insgesamt [300 Patienten], infiziert ist einer.", "infizieren", "Patienten"),
        ("In dem [300 Patienten] zählenden Heim starben zwei.", "sterben", "Patienten"),
        ("Dabei haben sich [300 Patienten] infiziert.", "infizieren", "Patienten (infiziert)"),
    ],
)
def test_the_fate_is_that_of_those_counted(text: str, deed: str, expected: str) -> None:
    assert name(text, **PATIENTS, events=(deed,)) == expected


def test_a_fate_that_the_wording_tells_is_not_told_again() -> None:
    text = "Gestern gab es [300 gestorbene Patienten]."
    assert name(text, head="patient", what="gestorbene Patienten", events=("sterben",)) == "gestorbene Patienten"


def test_beds_are_in_no_hospital() -> None:
    text = "In der Klinik sind [300 Betten] belegt."
    assert name(text, head="bett", what="Betten", events=("behandeln",)) == "Betten"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das Amt meldet [300 Fälle] je 100.000 Einwohner.", "Fälle (je 100.000 Einwohner)"),
        ("Es sind [300 Fälle] pro Woche.", "Fälle (pro Woche)"),
        ("Die Obergrenze von [300 Fällen] gilt ab Montag, erlaubt sind keine mehr.", "Fälle (Obergrenze)"),
        ("Allein in Kursk gab es [300 Fälle].", "Fälle"),
    ],
)
def test_rates_and_limits_are_named_with_the_words_of_the_text(text: str, expected: str) -> None:
    assert name(text, head="fall", what="Fälle") == expected


def test_a_bound_needs_no_name_of_a_limit() -> None:
    text = "Es dürfen [höchstens 300 Personen] kommen."
    assert name(text, head="person", what="Personen", bound="at most") == "Personen"
