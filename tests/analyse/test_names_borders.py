"""Where names end, and what kind of name they are by their neighbours; hand-made tags, no trained pipeline."""

from __future__ import annotations

import pytest
from names_marked import names


@pytest.mark.parametrize(
    ("text", "tags", "expected"),
    [
        ("Da notierte [PER Franz das Datum] genau .", "ADV VVFIN NE ART NN ADV $.", ["Franz"]),
        ("Da sang [PER Heinrich der Vogler] schön .", "ADV VVFIN NE ART NE ADV $.", ["Heinrich der Vogler"]),
        ("Da kam [PER Ursula von der Weide] an .", "ADV VVFIN NE APPR ART NN PTKVZ $.", ["Ursula von der Weide"]),
        ("Da kamen [PER Nina und Golbarg] an .", "ADV VVFIN NE KON NE PTKVZ $.", ["Nina", "Golbarg"]),
        ("Da kam [PER Hendrik und der Rest] an .", "ADV VVFIN NE KON ART NN PTKVZ $.", ["Hendrik"]),
        ("Das sagte [PER Zhu Liu von der] Universität .", "PDS VVFIN NE NE APPR ART NN $.", ["Zhu Liu"]),
        ("Das sagte [PER Luiz Lula da] Silva .", "PDS VVFIN NE NE NE NE $.", ["Luiz Lula da Silva"]),
        ("Sie schützen [PER Bidens Wohnhaus] gut .", "PPER VVFIN NE NN ADV $.", ["Bidens"]),
        ("Da kam [PER Hans Müller] an .", "ADV VVFIN NE NN PTKVZ $.", ["Hans Müller"]),
        (
            "[PER Joe Biden] kam . Wie [PER Joe Biden Staaten] verliert .",
            "NE NE VVFIN $. KOUS NE NE NN VVFIN $.",
            ["Joe Biden", "Joe Biden"],
        ),
        (
            "[PER Oliver Das] kam . Da kam [PER Oliver Das Gupta] an .",
            "NE NE VVFIN $. ADV VVFIN NE NE NE PTKVZ $.",
            ["Oliver Das", "Oliver Das Gupta"],
        ),
        (
            "[PER Putin] kam . Er mag [PER Putin Trumps] Härte . Da kam [PER Trump] an .",
            "NE VVFIN $. PPER VVFIN NE NE NN $. ADV VVFIN NE PTKVZ $.",
            ["Putin", "Putin", "Trumps", "Trump"],
        ),
        ("Da kam Kanzler [PER Sebastian] Kurz an .", "ADV VVFIN NN NE ADV PTKVZ $.", ["Sebastian Kurz"]),
        ("Dort meldet [ORG Gesundheitsamt 95 Tote] neu .", "ADV VVFIN NN CARD NN ADV $.", ["Gesundheitsamt"]),
        ("Da siegt [ORG Hannover 96] klar .", "ADV VVFIN NE CARD ADJD $.", ["Hannover 96"]),
        ("Das sah auch Anders [LOC Tegnell] ein .", "PDS VVFIN ADV ADV NE PTKVZ $.", ["Anders Tegnell"]),
    ],
)
def test_what_begins_behind_a_name_is_no_part_of_it(text: str, tags: str, expected: list[str]) -> None:
    assert [found.text for found in names(text, tags)] == expected


@pytest.mark.parametrize(
    ("text", "tags", "label"),
    [
        ("Die Kanzlei [PER Meier Kunz] warnt .", "ART NN NE NE VVFIN $.", "ORG"),
        ("Die Tui-Tochter [PER Robinson] warnt .", "ART NN NE VVFIN $.", "ORG"),
        ("Der Autozulieferer [PER Rheinmotor] warnt .", "ART NN NE VVFIN $.", "ORG"),
        ("Der Händler [PER Rheinmotor] warnt .", "ART NN NE VVFIN $.", "PER"),
        ("Die Trump-Tochter [PER Ivanka] warnt .", "ART NN NE VVFIN $.", "PER"),
        ("Der Händler [PER Meier] warnt .", "ART NN NE VVFIN $.", "PER"),
        ("Die [PER Ludwig Muster AG] warnt .", "ART NE NE NE VVFIN $.", "ORG"),
        ("Täglich startet [PER Easyjet] dort .", "ADJD VVFIN NE ADV $.", "ORG"),
        ("Da warnt Frau [PER Porsche] wieder .", "ADV VVFIN NN NE ADV $.", "PER"),
        ("Die Band [PER Meiers] ist da , [PER Otto Meier] auch .", "ART NN NE VAFIN ADV $, NE NE ADV $.", "PER"),
    ],
)
def test_what_a_noun_calls_an_organisation_is_no_person(text: str, tags: str, label: str) -> None:
    assert names(text, tags)[0].label == label


@pytest.mark.parametrize(
    ("text", "tags", "label"),
    [
        ("Da kam [PER Kalkars] Bürgermeisterin [PER Britta Schulz] an .", "ADV VVFIN NE NN NE NE PTKVZ $.", "LOC"),
        ("Da kam [PER Bidens] Sprecherin [PER Jen Psaki] . [PER Biden] nicht .",
         "ADV VVFIN NE NN NE NE $. NE PTKNEG $.", "PER"),
        ("Da kam [PER Meiers] Hund an .", "ADV VVFIN NE NN PTKVZ $.", "PER"),
    ],
)  # fmt: skip
def test_who_owns_an_office_and_is_nobody_elsewhere_is_a_place(text: str, tags: str, label: str) -> None:
    assert names(text, tags)[0].label == label


def test_the_office_of_a_place_keeps_it() -> None:
    found = names("Da kam [PER Kalkars] Bürgermeisterin [PER Britta Schulz] an .", "ADV VVFIN NE NN NE NE PTKVZ $.")
    assert found[1].role == "Kalkars Bürgermeisterin"


@pytest.mark.parametrize(
    ("text", "tags", "left"),
    [
        ("Wir kaufen [PER Schnelltests] ein .", "PPER VVFIN NN PTKVZ $.", 0),  # long and never tagged as a name
        ("Es warnen [PER Wohlmeinende] davor .", "PPER VVFIN NE PAV $.", 0),
        ("Wir tragen [PER Maske] , eine Maske hilft .", "PPER VVFIN NN $, ART NN VVFIN $.", 0),
        ("Es warnt die [ORG Deutsche Wirtschaft] davor .", "PPER VVFIN ART ADJA NN PAV $.", 0),
        ("Es warnt die [ORG Deutsche Wohnen] davor .", "PPER VVFIN ART ADJA NN PAV $.", 1),
        ("Es warnt [PER Seehofer] davor .", "PPER VVFIN NN PAV $.", 1),
        ("Es warnt Minister [PER Scharrenbach] davor .", "PPER VVFIN NN NN PAV $.", 1),
    ],
)
def test_nouns_that_are_nobody(text: str, tags: str, left: int) -> None:
    assert len(names(text, tags)) == left


PEOPLE = "[PER Jörg Meuthen] und [PER Alexander Gauland] kamen . "
PEOPLE_TAGS = "NE NE KON NE NE VVFIN $. "


@pytest.mark.parametrize(
    ("text", "tags", "expected"),
    [
        ("So nannte [PER Gauland Meuthens] Rede falsch .", "ADV VVFIN NE NE NN ADJD $.",
         [("Gauland", "PER"), ("Meuthens", "PER")]),
        ("So heißt [PER Meuthens Lega] nun .", "ADV VVFIN NE NE ADV $.", [("Meuthens", "PER"), ("Lega", "ORG")]),
        ("Im [ORG Senat] wird im [ORG Senat Meuthen] kritisiert .", "APPRART NN VAFIN APPRART NN NE VVPP $.",
         [("Senat", "ORG"), ("Senat", "ORG"), ("Meuthen", "PER")]),
        ("So nannte [PER Gauland Meyers] Rede falsch .", "ADV VVFIN NE NE NN ADJD $.", [("Gauland Meyers", "PER")]),
    ],
)  # fmt: skip
def test_names_of_two_side_by_side_are_two(text: str, tags: str, expected: list[tuple[str, str]]) -> None:
    assert [(found.text, found.label) for found in names(PEOPLE + text, PEOPLE_TAGS + tags)][2:] == expected


def test_who_owns_an_organisation_stands_in_the_genitive() -> None:
    (owner, _) = names("So heißt [PER Silvio Bossis] [ORG Forza Nova] nun .", "ADV VVFIN NE NE NE NE ADV $.")
    assert owner.name == "Silvio Bossi"


def test_two_organisations_that_are_named_alone_too_are_two() -> None:
    found = names("[ORG Muster und Kunz] warnt. Da kam [ORG Muster]. Da kam [ORG Kunz].")
    assert [one.name for one in found] == ["Muster", "Kunz", "Muster", "Kunz"]
    assert [one.name for one in names("[ORG Muster und Kunz] warnt. Da kam [ORG Kunz].")] == ["Muster und Kunz", "Kunz"]
