"""Parties and houses of persons without a function, and parties called by their members; no trained pipeline."""

from __future__ import annotations

import pytest
from names_marked import names


@pytest.mark.parametrize(
    ("text", "tags", "role"),
    [
        ("[PER Anna Muster] (Grüne) warnte.", "", "Grüne"),
        ("[PER Anna Muster] (Freie Wähler) warnte.", "", "Freie Wähler"),
        ("[PER Anna Muster] (SPD, Berlin) warnte.", "", "SPD"),
        ("[PER Anna Muster] (Mitte) warnte.", "", None),
        ("Ministerin [PER Anna Muster] (SPD) warnte.", "", "Ministerin"),
        ("Das sagte [PER Max Muster] von der [ORG Universität Muster].", "PDS VVFIN NE NE APPR ART NN NE $.",
         "von der Universität Muster"),
        ("[PER Max Muster] vom [ORG Institut Muster] rechnet damit.", "NE NE APPRART NN NE VVFIN PAV $.",
         "vom Institut Muster"),
        ("Sie lieh [PER Max Muster] von der [ORG Universität Muster] Geld.", "PPER VVFIN NE NE APPR ART NN NE NN $.",
         None),
        ("Geld hat [PER Max Muster] von der [ORG Bank Muster].", "NN VAFIN NE NE APPR ART NN NE $.", None),
    ],
)  # fmt: skip
def test_what_somebody_without_a_function_belongs_to(text: str, tags: str, role: str | None) -> None:
    assert names(text, tags)[0].role == role


def test_an_affiliation_is_told_once() -> None:
    found = names("[PER Anna Muster] (CDU) kam. Da ging [PER Anna Muster] (CDU).")
    assert [one.role for one in found if one.label == "PER"] == ["CDU", None]


@pytest.mark.parametrize(
    ("text", "tags", "name"),
    [
        ("Da bauten die Demokraten ihre Führung aus.", "ADV VVFIN ART NN PPOSAT NN PTKVZ $.", "Demokraten"),
        ("Das wollen die US-Demokraten nicht.", "PDS VMFIN ART NN PTKNEG $.", "Demokraten"),
        ("Da kamen die Jusos.", "ADV VVFIN ART NN $.", "Jusos"),
        ("Da kam ein Republikaner.", "ADV VVFIN ART NN $.", None),
    ],
)
def test_a_party_is_called_by_its_members(text: str, tags: str, name: str | None) -> None:
    assert [found.name for found in names(text, tags)] == ([name] if name else [])


@pytest.mark.parametrize("member", ["Demokraten", "US-Demokraten"])
def test_a_member_of_a_party_is_no_party(member: str) -> None:
    found = names(f"Der Sieg des {member} [PER Joe Muster] war klar.", "ART NN ART NN NE NE VAFIN ADJD $.")
    assert [(one.label, one.role) for one in found] == [("PER", member)]


def test_whom_an_organisation_of_the_pipeline_describes() -> None:
    found = names("Da gab der [ORG Grüne] [PER Boris Muster] nach.", "ADV VVFIN ART NN NE NE PTKVZ $.")
    assert [(one.label, one.role) for one in found] == [("PER", "Grüne")]
