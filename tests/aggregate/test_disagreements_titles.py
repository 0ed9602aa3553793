"""Titles of disagreements."""

from __future__ import annotations

import pytest

from briefing.aggregate.disagreements_titles import readable


@pytest.mark.parametrize(
    ("about", "title"),
    [
        ("Großeltern, Enkel", "Großeltern, Enkel"),
        ("Betriebschef, Wohnungen", "Wohnungen"),
        ("Begriff, Rande, Clan-Kriminalität", "Begriff, Clan-Kriminalität"),
        ("Ministerpräsident, Innenminister", "Ministerpräsident, Innenminister"),
        ("Hilfsgelder allerdings als Einmischung der EU", "Hilfsgelder"),
        ("die Pläne jedoch", "die Pläne"),
        ('die "Reform', "die Reform"),
        ("die Reform“ des Landes", "die Reform des Landes"),
        ("die „Reform“ des Landes", "die „Reform“ des Landes"),
        ("der Bau (2020", "der Bau 2020"),
        ("Neuwahlen im Bund", "Neuwahlen im Bund"),
    ],
)
def test_a_title_names_the_matter_alone(about: str, title: str) -> None:
    assert readable(about, "") == title


def test_the_function_of_a_speaker_is_no_matter() -> None:
    assert readable("Kosten, Streiktag, Ökonom", "Die Kosten schätzte der Ökonom Roth.") == "Kosten, Streiktag"
    assert readable("Kosten, Ökonom", "Die Kosten kennt kein Ökonom.") == "Kosten, Ökonom"


def test_who_is_made_responsible_is_told_in_full() -> None:
    about = "die Politik der Regierung für die Krise"
    assert readable(about, f"Roth machte {about} mitverantwortlich.") == f"{about} mitverantwortlich"
    assert readable(about, f"Roth lobte {about} sehr.") == about
