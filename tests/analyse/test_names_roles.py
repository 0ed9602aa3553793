"""Functions and gender of persons; no trained pipeline."""

from __future__ import annotations

import pytest
from names_marked import NLP, names, parsed, written
from spacy.tokens import Doc

from briefing.analyse.names import find_names


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Das sagte Nato-Generalsekretär [PER Mark Rutte] gestern.", "Nato-Generalsekretär"),
        ("Der ukrainische Präsident [PER Wolodymyr Selenskyj] warnte.", "ukrainische Präsident"),
        ("Nordkoreas Machthaber [PER Kim Jong Un] reiste ab.", "Nordkoreas Machthaber"),
        ("Laut [PER Kyrylo Budanow], Chef des ukrainischen Militärgeheimdienstes, war es so.",
         "Chef des ukrainischen Militärgeheimdienstes"),
        ("[PER Mark Rutte], der Generalsekretär des Bündnisses, kam.", "Generalsekretär des Bündnisses"),
        ("Der Generalsekretär des Bündnisses, [PER Mark Rutte], kam.", "Generalsekretär des Bündnisses"),
        ("Die Sprecherin des Innenministeriums [PER Tanja Muster] schwieg.", "Sprecherin des Innenministeriums"),
        ("Der frühere Minister für Bergbau und Verkehr, [PER Max Muster], starb.",
         "frühere Minister für Bergbau und Verkehr"),
        ("Der Stabschef von Präsident [PER Max Muster], [PER Andrij Jermak], schrieb.",
         "Stabschef von Präsident Max Muster"),
        ("Berlins Regierender Bürgermeister [PER Michael Müller] kam.", "Berlins Regierender Bürgermeister"),
        ("Der 57-jährige Präsident [PER Max Muster] kam.", "Präsident"),
        ("Professor [PER Max Muster] forscht.", "Professor"),
        ("Er sprach mit dem Leiter der Behörde für Kultur (BFK), [PER Max Muster], und anderen.",
         "Leiter der Behörde für Kultur"),
        ("[PER Max Muster] ist Vizepräsident des Hotelverbands.", "Vizepräsident des Hotelverbands"),
        ("Frau [PER Anna Muster] (45) ist stellvertretende Leiterin der Schule.",
         "stellvertretende Leiterin der Schule"),
        ("Es ging um einen: Vizekanzler und Finanzminister [PER Max Muster].", "Vizekanzler und Finanzminister"),
        ("Da kamen andere Parlamentarier und Minister [PER Max Muster].", "Minister"),
        ("Die Minister und Kanzler [PER Max Muster] kamen.", "Kanzler"),
        ("[PER Max Muster], Chef des Verbands im öffentlichen Rundfunk, kam.", "Chef des Verbands"),
        ("Das sagte [PER Max Muster], Forscher an der Akademie dem Blatt.", "Forscher an der Akademie"),
        ("Der Gewinner [PER Max Muster] (CDU), Bürgermeister von Musterstadt, kam.", "Bürgermeister von Musterstadt"),
        ("Der CDU-Chef [PER Max Muster], Bürgermeister von Musterstadt, kam.", "CDU-Chef"),
        ("Das sagte [PER Max Muster], Bürgermeisterin von Musterstadt, gestern.", None),
        ("Den heutigen Vorsitzenden und Fraktionschef [PER Max Muster] traf es.",
         "heutigen Vorsitzenden und Fraktionschef"),
    ],
)  # fmt: skip
def test_roles(text: str, role: str) -> None:
    assert names(text)[-1 if "Jermak" in text else _person(text)].role == role


def _person(text: str) -> int:
    return next(i for i, found in enumerate(names(text)) if found.label == "PER")


@pytest.mark.parametrize(
    "text",
    [
        "Am Montag [PER Mark Rutte] zu treffen, ist schwer.",
        "Der Anwalt [PER Putins] kam, [PER Putin] nicht.",
        "Das sagte [PER Max Muster], der Präsident habe gelogen.",
        "Da kamen [PER Max Muster], Kanzlerin [PER Angela Merkel] und andere.",
        "Es kamen die Sprecher, [PER Max Muster] und andere.",
        "Wenn [PER Max Muster] ist, was er war, kommt er.",
        "[PER Max Muster] ist Präsident geworden.",
    ],
)
def test_what_is_no_role(text: str) -> None:
    assert names(text)[0].role is None


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Sprecherin [PER Kim Muster] kam.", "f"),
        ("Der Vorsitzende [PER Kim Muster] kam.", "m"),
        ("Die Vorsitzende [PER Kim Muster] kam.", "f"),
        ("Frau [PER Muster] kam.", "f"),
        ("[PER Olaf Muster] kam.", "m"),
        ("[PER Muster] kam.", ""),
    ],
)
def test_gender(text: str, gender: str) -> None:
    assert names(text)[0].gender == gender


@pytest.mark.parametrize(
    ("text", "tags", "role"),
    [
        ("Gestern wählten die Demokraten [PER Biden] .", "ADV VVFIN ART NN NE $.", None),
        ("Gestern gratulierten Regierungschefs [PER Biden] herzlich .", "ADV VVFIN NN NE ADV $.", None),
        ("Die Rede des Regierungschefs [PER Biden] endete .", "ART NN ART NN NE VVFIN $.", "Regierungschefs"),
        ("Die Regeln , die Ministerpräsident [PER Muster] nannte .", "ART NN $, PRELS NN NE VVFIN $.",
         "Ministerpräsident"),
        ("Er siegte vor seinen Konkurrenten [PER Merz] und [PER Röttgen] .", "PPER VVFIN APPR PPOSAT NN NE KON NE $.",
         None),
        ("Er dankte seinem Konkurrenten [PER Merz] und ging .", "PPER VVFIN PPOSAT NN NE KON VVFIN $.",
         "Konkurrenten"),
    ],
)  # fmt: skip
def test_a_function_in_the_plural_is_nobodys(text: str, tags: str, role: str | None) -> None:
    assert names(text, tags)[0].role == role


def test_a_noun_of_time_is_no_function() -> None:
    _, person = parsed(
        "Meier nannte vor Wochen Anna Muster .", "NE VVFIN APPR NN NE NE $.", "nsubj ROOT case obl appos flat punct",
        "1 1 3 1 3 4 1", "Meier nennen vor Woche Anna Muster .", "B-PER O O O B-PER I-PER O",
    )  # fmt: skip
    assert (person.name, person.role) == ("Anna Muster", None)


def test_a_noun_in_the_plural_beside_the_name_is_its_subject() -> None:
    found = parsed(
        "Da hatten Medien Muster gewählt .", "ADV VAFIN NN NE VVPP $.", "advmod aux dep ROOT dep punct", "4 4 3 3 3 3",
        "da haben Medium Muster wählen .", "O O O B-PER O O",
    )  # fmt: skip
    assert [f.role for f in found] == [None]


def test_the_function_behind_a_name_in_marks() -> None:
    found = parsed(
        'Da kam " Quer " -Gründer Max Muster .', "ADV VVFIN $( NE $( NN NE NE $.",
        "advmod ROOT punct nsubj punct flat flat flat punct", "1 1 3 1 3 3 3 6 1",
        'da kommen " Quer " Gründer Max Muster .', "O O O O O O B-PER I-PER O",
    )  # fmt: skip
    assert [f.role for f in found] == ['" Quer " -Gründer']


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Die US-Gesundheitsbehörde [ORG CDC] hat gewarnt.", "US-Gesundheitsbehörde"),
        ('Das Bündnis "[ORG Muster statt Hetze]" kam.', "Bündnis"),
        ("Laut dem Branchenverband [ORG Danske Muster] ist das so.", "Branchenverband"),
        ("Daten aus dem [ORG Muster Monitor], einem Forschungsprojekt aus mehreren Ländern.", "Forschungsprojekt"),
        ("Die [ORG Muster], eine Denkfabrik, kam.", "Denkfabrik"),
        ("Das Mittagessen [ORG Muster] kam.", None),
        ("Die [ORG Muster], eine Denkfabrik gründete er, kam.", None),
        ("Die Zeitung lobt [ORG Muster] sehr.", None),
    ],
)
def test_what_an_organisation_is(text: str, role: str | None) -> None:
    assert names(text)[0].role == role


def test_a_participle_with_words_of_its_own_is_no_part_of_what_an_organisation_is() -> None:
    (found,) = parsed(
        "Die dort ansässige Bank Muster warnt .", "ART ADV ADJA NN NE VVFIN $.",
        "det advmod amod nsubj appos ROOT punct", "3 2 3 5 3 5 5", "die dort ansässig Bank Muster warnen .",
        "O O O O B-ORG O O",
    )  # fmt: skip
    assert found.role == "Bank"


def test_the_apposition_of_one_names_another() -> None:
    found = names(
        "Da kam [PER Max Muster], der Trainer der Siegerin [PER Anna Kunz].",
        "ADV VVFIN NE NE $, ART NN ART NN NE NE $.",
    )
    assert found[0].role == "Trainer der Siegerin Anna Kunz"


def test_the_second_function_is_borne_by_another_mention() -> None:
    found = names("Der Chef der Partei, der Milliardär [PER Max Muster], kam. Da sagte [PER Muster] nichts.")
    assert [one.role for one in found] == ["Milliardär", "Chef der Partei"]


def test_a_name_behind_its_function_may_end_in_s() -> None:
    doc = Doc(
        NLP.vocab, words="Da sagte Fraktionschef Lars Harms der Zeitung viel .".split(),
        tags="ADV VVFIN NN NE NE ART NN PIS $.".split(),
        deps="advmod ROOT nsubj flat flat det iobj obj punct".split(), heads=[1, 1, 1, 2, 3, 6, 1, 1, 1],
        morphs=["", "", "Case=Nom", "Case=Gen", "Case=Gen", "", "", "", ""],
        lemmas="da sagen Fraktionschef Lars Harm der Zeitung viel .".split(),
        ents="O O O B-PER I-PER O O O O".split(),
    )  # fmt: skip
    (found,) = written(find_names(doc))
    assert (found.name, found.role) == ("Lars Harms", "Fraktionschef")
