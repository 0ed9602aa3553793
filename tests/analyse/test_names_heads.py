"""Organisations called again by the noun of their name, spelled before an abbreviation, begun by a noun for unions."""

from __future__ import annotations

import pytest
from names_marked import names


@pytest.mark.parametrize(
    ("text", "tags", "name"),
    [
        ("Die [ORG Internationale Föderation der Kreuze] warnt . So die Föderation .",
         "ART ADJA NN ART NN VVFIN $. ADV ART NN $.", "Internationale Föderation der Kreuze"),
        ("Das [ORG Bundesfinanzministerium] spart . Im Finanzministerium war Ruhe .",
         "ART NN VVFIN $. APPRART NN VAFIN NN $.", "Bundesfinanzministerium"),
        ("Das [ORG Amt für Hügel] misst . Ein Fehler des Amtes war es .",
         "ART NN APPR NN VVFIN $. ART NN ART NN VAFIN PPER $.", "Amt für Hügel"),
    ],
)  # fmt: skip
def test_the_noun_of_a_long_name_calls_the_organisation_again(text: str, tags: str, name: str) -> None:
    found = names(text, tags)
    assert [(one.name, one.rule) for one in found] == [(name, "model"), (name, "body")]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Das Amt ruht . Das [ORG Amt für Hügel] misst .", "ART NN VVFIN $. ART NN APPR NN VVFIN $."),
        ("Das [ORG Amt für Hügel] misst . Ein Amt ruht .", "ART NN APPR NN VVFIN $. ART NN VVFIN $."),
        ("Das [ORG Amt für Hügel] misst . Das Amt der Stadt ruht .",
         "ART NN APPR NN VVFIN $. ART NN ART NN VVFIN $."),
        ("Das [ORG Amt für Hügel] und das [ORG Landesamt] messen . Das Amt ruht .",
         "ART NN APPR NN KON ART NN VVFIN $. ART NN VVFIN $."),
        ("Die [ORG Polizei Hügelstadt] ruht . Die Polizei ruht .", "ART NN NE VVFIN $. ART NN VVFIN $."),
    ],
)  # fmt: skip
def test_a_noun_that_may_mean_another_calls_nobody_again(text: str, tags: str) -> None:
    assert [one.rule for one in names(text, tags) if one.rule == "body"] == []


def test_the_words_before_their_abbreviation_are_the_organisation() -> None:
    found = names("Der Partito Nuovo ( [ORG PN] ) warnt .", "ART NE NE $( NE $( VVFIN $.")
    assert [(one.text, one.label, one.name) for one in found] == [
        ("Partito Nuovo", "ORG", "Partito Nuovo"), ("PN", "ORG", "Partito Nuovo")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["Der Partito Nuovo ( [ORG PD] ) warnt .", "Die [PER Petra Nase] ( [ORG PN] ) warnt ."]
)
def test_other_letters_and_persons_are_no_organisation_before_brackets(text: str) -> None:
    assert len([one for one in names(text, "ART NE NE $( NE $( VVFIN $.") if one.label == "ORG"]) == 1


@pytest.mark.parametrize(
    ("text", "tags", "name"),
    [
        ("Die Gewerkschaft [ORG Schiene] und Verkehr ( [ORG GSV] ) ruft .",
         "ART NN NE KON NN $( NE $( VVFIN $.", "Gewerkschaft Schiene und Verkehr"),
        ("Die Gewerkschaft [PER Schiene] und Verkehr ( GSV ) ruft .",
         "ART NN NE KON NN $( NE $( VVFIN $.", "Gewerkschaft Schiene und Verkehr"),
        ("Die Eisenbahn- und [ORG Velogewerkschaft] ( [ORG EVLG] ) ruft .",
         "ART TRUNC KON NN $( NE $( VVFIN $.", "Eisenbahn- und Velogewerkschaft"),
        ("Das Institut für [LOC Xanten] ( IFX ) misst .", "ART NN APPR NE $( NE $( VVFIN $.",
         "Institut für Xanten"),
        ("Der Netzbund für Wellen ( NfW ) misst .", "ART NN APPR NN $( NE $( VVFIN $.", "Netzbund für Wellen"),
    ],
)  # fmt: skip
def test_a_body_and_its_abbreviation_are_one_name_whatever_was_recognised(text: str, tags: str, name: str) -> None:
    found = names(text, tags)
    assert [(one.text, one.name) for one in found[:1]] == [(name, name)]
    assert {one.name for one in found} == {name}


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Die Gewerkschafterin [PER Lena Behr] ( DGB ) ruft .", "ART NN NE NE $( NE $( VVFIN $."),
        ("Die Partei rief [LOC Bonn] ( PRB ) an .", "ART NN VVFIN NE $( NE $( PTKVZ $."),
        ("Die Gewerkschaft Holz ( ABC ) ruft .", "ART NN NN $( NE $( VVFIN $."),
    ],
)  # fmt: skip
def test_what_has_other_letters_or_a_verb_inside_is_not_spelled_out(text: str, tags: str) -> None:
    assert "abbreviation" not in {one.rule for one in names(text, tags)}


def test_the_noun_of_a_union_belongs_to_its_name() -> None:
    (found,) = names("Der Hauptverband der [ORG Deutschen Hutindustrie] warnt .", "ART NN ART ADJA NN VVFIN $.")
    assert found.text == "Hauptverband der Deutschen Hutindustrie"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die [ORG Freie Universität] (FU) prüft. Die FU schwieg.", ["Freie Universität"] * 3),
        ("Die [ORG Freie Universität] (XY) prüft. Die XY schwieg.", ["Freie Universität"]),
        ("Die [ORG Freie Universität] (heute) prüft.", ["Freie Universität"]),
    ],
)
def test_an_abbreviation_in_brackets_is_the_name_before_it(text: str, expected: list[str]) -> None:
    assert [found.name for found in names(text)] == expected
