"""Who acts, and capitals that stand for governments; no trained pipeline."""

from __future__ import annotations

import pytest
from names_marked import NLP, names, parsed, written
from spacy.tokens import Doc

from briefing.analyse.names import find_names


@pytest.mark.parametrize(
    "text",
    [
        "Laut [ORG Yonhap] ist das so.",
        "Nach Angaben der [ORG NATO] ist das so.",
        "Das sei falsch, sagte [PER Mark Rutte].",
        '"Nein", sagte Präsident [PER Joe Biden] dazu.',
        "Das sei so, so [PER Mark Rutte] weiter.",
        "[ORG Yonhap] zufolge ist das so.",
    ],
)
def test_speakers_act(text: str) -> None:
    assert names(text)[0].acts


def test_who_is_only_spoken_of_does_not_act() -> None:
    assert not names("Es ging um [PER Mark Rutte] und die [ORG NATO].")[0].acts


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("Das ist laut [LOC Moskau] falsch.", "STATE", "Russland"),
        ("Gespräche zwischen [LOC Moskau] und [LOC Kiew] laufen.", "STATE", "Russland"),
        ("Das nützt [LOC Moskaus] Vormarsch.", "STATE", "Russland"),
        ("Das tat der [LOC Kreml] nie.", "STATE", "Russland"),
        ("Er reiste nach [LOC Moskau] und schwieg.", "LOC", "Moskau"),
        ("[LOC Moskaus] Bürgermeister schwieg.", "LOC", "Moskau"),
        ("Er lebt in [LOC Russland] und schweigt.", "STATE", "Russland"),
        ("Das geschah in [LOC Bayern] gestern.", "LOC", "Bayern"),
    ],
)
def test_capitals_stand_for_governments_only_where_they_act(text: str, label: str, name: str) -> None:
    (found, *_) = names(text)
    assert (found.label, found.name) == (label, name)


def test_agents_by_the_parse() -> None:
    words = ["Moskau", "fordert", "Antworten", "."]
    doc = Doc(
        NLP.vocab, words=words, tags=["NE", "VVFIN", "NN", "$."], deps=["nsubj", "ROOT", "obj", "punct"],
        heads=[1, 1, 1, 1], lemmas=["Moskau", "fordern", "Antwort", "."], ents=["B-LOC", "O", "O", "O"],
    )  # fmt: skip
    (found,) = written(find_names(doc))
    assert (found.label, found.name, found.acts) == ("STATE", "Russland", True)


@pytest.mark.parametrize(
    ("text", "verb", "label"),
    [
        ("Madrid warnte", "warnen", "STATE"),
        ("Madrid gewann", "gewinnen", "LOC"),
        ("Bayern warnte", "warnen", "STATE"),
        ("Bayern gewann", "gewinnen", "LOC"),
        ("Berlin warnte", "warnen", "LOC"),  # the town or the Land, while no other government is spoken of
    ],
)
def test_a_capital_acts_only_by_verbs_of_politics(text: str, verb: str, label: str) -> None:
    lemmas = f"{text.split()[0]} {verb} ."
    (found,) = parsed(text + " .", "NE VVFIN $.", "nsubj ROOT punct", "1 1 1", lemmas, "B-LOC O O")
    assert found.label == label


def test_berlin_means_the_government_beside_other_capitals() -> None:
    berlin, paris = parsed(
        "Berlin warnte Paris .", "NE VVFIN NE $.", "nsubj ROOT obj punct", "1 1 1 1", "Berlin warnen Paris .",
        "B-LOC O B-LOC O",
    )  # fmt: skip
    assert (berlin.label, berlin.name, paris.label) == ("STATE", "Deutschland", "LOC")


def test_the_party_in_brackets_does_not_act() -> None:
    person, party = parsed(
        "Merkel ( CDU ) sagte nichts .", "NE $( NE $( VVFIN PIS $.", "nsubj punct appos punct ROOT obj punct",
        "4 2 0 2 4 4 4", "Merkel ( CDU ) sagen nichts .", "B-PER O B-ORG O O O O",
    )  # fmt: skip
    assert (person.acts, party.acts) == (True, False)


def test_a_town_whose_own_organs_are_named_is_no_government() -> None:
    scene = "Die Wiener Polizei kam. Der Wiener Bürgermeister schwieg. Laut [LOC Wien] ist das so."
    assert names(scene)[-1].label == "LOC"
    assert names("Die Wiener Polizei kam. Laut [LOC Wien] ist das so.")[-1].label == "STATE"


@pytest.mark.parametrize(
    "text",
    [
        "Die Besetzung durch die [ORG MRTA] endete.",
        "Das geschah durch [PER Max Muster] gestern.",
        "Er forscht zusammen mit der [ORG FDA] daran.",
        "Er forscht gemeinsam mit dem Institut [ORG Muster Monitor] daran.",
    ],
)
def test_who_does_it_is_no_subject(text: str) -> None:
    assert names(text)[0].acts


def test_all_with_whom_somebody_acts_do_so_too() -> None:
    found = names("Das hat er zusammen mit der [ORG FDA], dem [ORG DIW] und dem [ORG RKI] für die [ORG Nato] getan.")
    assert [name.acts for name in found] == [True, True, True, False]


def test_the_owner_of_what_acts_does_not() -> None:
    (found,) = parsed(
        "Durch Trumps Verhalten fiel es .", "APPR NE NN VVFIN PPER $.", "case nmod obl ROOT nsubj punct",
        "2 2 3 3 3 3", "durch Trump Verhalten fallen es .", "O B-PER O O O O",
    )  # fmt: skip
    assert not found.acts


def test_the_agent_of_a_passive_acts() -> None:
    (found,) = parsed(
        "Er wurde von Muster angezeigt .", "PPER VAFIN APPR NE VVPP $.",
        "nsubj:pass aux:pass case obl:agent ROOT punct",
        "4 4 3 4 4 4", "er werden von Muster anzeigen .", "O O O B-PER O O",
    )  # fmt: skip
    assert found.acts


def test_a_subject_that_hangs_on_the_auxiliary_acts() -> None:
    (found,) = parsed(
        "Muster hat es verlauten lassen .", "NE VAFIN PPER VVINF VVINF $.", "nsubj aux obj xcomp ROOT punct",
        "1 4 3 4 4 4", "Muster haben es verlauten lassen .", "B-ORG O O O O O",
    )  # fmt: skip
    assert found.acts


def test_the_subject_beside_a_relative_pronoun_in_the_accusative_acts() -> None:
    (found,) = parsed(
        "Fonds , den die Muster eingerichtet hat .", "NN $, PRELS ART NE VVPP VAFIN $.",
        "ROOT punct obj det obj acl aux punct", "0 5 5 4 5 0 5 0", "Fonds , der die Muster einrichten haben .",
        "O O O O B-ORG O O O",
    )  # fmt: skip
    assert found.acts


def test_heads_that_lead_in_a_circle_are_not_followed_for_ever() -> None:
    (found,) = parsed(
        "Er wurde von Präsident Muster angezeigt .", "PPER VAFIN APPR NN NE VVPP $.",
        "nsubj:pass aux:pass case nmod appos ROOT punct",
        "5 5 4 3 3 5 5", "er werden von Präsident Muster anzeigen .", "O O O O B-PER O O",
    )  # fmt: skip
    assert found.text == "Muster"
