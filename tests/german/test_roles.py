"""Functions without their article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.german.roles import without_article


@pytest.mark.parametrize(
    ("printed", "determiner", "shown"),
    [
        ("ukrainische Präsident", "Der", "ukrainischer Präsident"),
        ("ukrainischen Präsidenten", "dem", "ukrainischer Präsident"),
        ("frühere Gouverneur", "der", "früherer Gouverneur"),
        ("frühere Gouverneur", "", "früherer Gouverneur"),
        ("früherer Gouverneur", "ein", "früherer Gouverneur"),
        ("frühere Bosch-Managerin", "die", "frühere Bosch-Managerin"),
        ("früheren Bosch-Managerin", "der", "frühere Bosch-Managerin"),
        ("stellvertretende Vorsitzende der Gewerkschaft der Polizei", "der",
         "stellvertretender Vorsitzender der Gewerkschaft der Polizei"),
        ("stellvertretende Vorsitzende", "die", "stellvertretende Vorsitzende"),
        ("stellvertretenden Vorsitzenden", "der", "stellvertretende Vorsitzende"),
        ("stellvertretenden Vorsitzenden", "vom", "stellvertretender Vorsitzender"),
        ("stellvertretende Vorsitzende", "", "stellvertretende Vorsitzende"),
        ("SPD-Landtagsabgeordnete", "der", "SPD-Landtagsabgeordneter"),
        ("Leipziger Polizeipräsident", "Der", "Leipziger Polizeipräsident"),
        ("Amtsinhabers", "des", "Amtsinhaber"),
        ("geistliche Oberhaupt", "das", "geistliches Oberhaupt"),
        ("Chef der polnischen Regierungskanzlei", "der", "Chef der polnischen Regierungskanzlei"),
        ("Nato-Generalsekretär", "", "Nato-Generalsekretär"),
        ("Stimme der Vernunft", "die", "Stimme der Vernunft"),
        ("dänischen Gesundheitsinstituts", "des", "dänisches Gesundheitsinstitut"),
        ("amerikanischen Arzneimittelbehörde", "der", "amerikanische Arzneimittelbehörde"),
        ("Branchenverbandes", "des", "Branchenverband"),
        ("Mainzer Unternehmens", "des", "Mainzer Unternehmen"),
        ("Kasseler Regierungspräsidenten", "dem", "Kasseler Regierungspräsident"),
        ("Regierende Bürgermeister", "der", "Regierender Bürgermeister"),
        ("Berlins Regierenden Bürgermeister", "", "Berlins Regierender Bürgermeister"),
        ("US-amerikanische Präsident", "der", "US-amerikanischer Präsident"),
        ("Bayerische Ministerpräsident", "Der", "Bayerischer Ministerpräsident"),
        ("Kölner Galeristen und Kunsterfinders", "des", "Kölner Galerist und Kunsterfinder"),
        ("heutigen Vorsitzenden und Fraktionschef", "den", "heutiger Vorsitzender und Fraktionschef"),
        ("Briten", "des", "Brite"),
        ("Freie Wähler-Fraktionschef", "", "Freie Wähler-Fraktionschef"),
    ],
)  # fmt: skip
def test_a_function_reads_as_a_nominative(printed: str, determiner: str, shown: str) -> None:
    assert without_article(printed, determiner) == shown


@given(st.text(), st.text())
def test_any_text_is_survived_and_keeps_its_words(phrase: str, determiner: str) -> None:
    assert len(without_article(phrase, determiner).split(" ")) == len(phrase.split(" "))


@given(st.sampled_from(["junge", "neue", "südkoreanische", "amtierende"]), st.sampled_from(["Präsident", "Minister"]))
def test_what_is_a_nominative_stays_one(adjective: str, noun: str) -> None:
    shown = without_article(f"{adjective} {noun}", "der")
    assert without_article(shown) == shown
