"""Tests of german/organisations.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.german import organisations


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("NATO", "Nato"),
        ("Nordatlantikpakts", "Nato"),
        ("der Europäischen Union", "EU"),
        ("Europäischer Union", "EU"),
        ("Vereinten Nationen", "UN"),
        ("RKI", "Robert Koch-Institut"),
        ("Robert-Koch-Instituts", "Robert Koch-Institut"),
        ("Internationalen Atomenergiebehörde", "IAEA"),
        ("Volkswagen AG", "Volkswagen"),
    ],
)
def test_forms_of_one_organisation(printed: str, name: str) -> None:
    found = organisations.look_up(printed)
    assert found is not None
    assert found.name == name


def test_unknown_organisation() -> None:
    assert organisations.look_up("Muster GmbH") is None


def test_media_are_known_as_media() -> None:
    found = organisations.look_up("Yonhap")
    assert found is not None
    assert found.medium


@pytest.mark.parametrize(
    ("printed", "form"),
    [("Europäischen Union", "Europäische Union"), ("Deutschen Bahn", "Deutsche Bahn"), ("CDU", "CDU"),
     ("Bundestags", "Bundestag"), ("Muster GmbH", None)],
)  # fmt: skip
def test_listed_form_has_no_case_ending(printed: str, form: str | None) -> None:
    assert organisations.listed_form(printed) == form


@given(st.text(max_size=40))
def test_key_of_any_text_ignores_case_of_the_article(text: str) -> None:
    assert organisations.key(f"der {text}") == organisations.key(f"Der {text}")


def test_reach() -> None:
    assert organisations.reach("Internationale") >= 2
    assert organisations.reach("Apfelbaum") == 0


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Innenministeriums", "Innenministerium"),
        ("Friedrich-Loeffler-Instituts", "Friedrich-Loeffler-Institut"),
        ("Bibliothek des Zentrums", "Bibliothek des Zentrums"),
        ("Deutschen Krankenhausgesellschaft", "Deutsche Krankenhausgesellschaft"),
        ("Gemeinsame Bundesausschusses", "Gemeinsamer Bundesausschuss"),
        ("Deutsche Landkreistag", "Deutscher Landkreistag"),
        ("Bayerischem Apothekerverband", "Bayerischer Apothekerverband"),
        ("Deutschen Roten Kreuzes", "Deutsches Rotes Kreuz"),
        ("Deutschen Interdisziplinären Vereinigung für Intensiv- und Notfallmedizin",
         "Deutsche Interdisziplinäre Vereinigung für Intensiv- und Notfallmedizin"),
        ("Berliner Verkehrsgesellschaft", "Berliner Verkehrsgesellschaft"),
        ("Berliner Apotheker-Verein", "Berliner Apotheker-Verein"),
        ("Düsseldorfer Rheinischen Post", "Düsseldorfer Rheinische Post"),
        ("Bundesministeriums für Bildung und Forschung", "Bundesministerium für Bildung und Forschung"),
        ("Neue Industrieverbände", "Neue Industrieverbände"),
        ("Muster AG", "Muster AG"),
        ("Hotel- und Gaststättenverbands DeHoGa", "Hotel- und Gaststättenverband DeHoGa"),
        ("Deutschen Hotel- und Gaststättenverbandes", "Deutscher Hotel- und Gaststättenverband"),
        ("Friedens- und Konfliktforschung", "Friedens- und Konfliktforschung"),
    ],
)  # fmt: skip
def test_nominative_of_a_name(printed: str, name: str) -> None:
    assert organisations.nominative(printed) == name


def test_a_court_before_its_seat_in_the_genitive() -> None:
    assert organisations.nominative("Oberverwaltungsgerichts Bautzen") == "Oberverwaltungsgericht Bautzen"
    assert organisations.key("OVG Bautzen") == organisations.key("Oberverwaltungsgericht Bautzen")
