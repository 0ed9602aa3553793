"""Where the phrase of a source ends, shares of people, and whom a definite description means; no trained model."""

from __future__ import annotations

import pytest
from quotes_marked import found_in, tagged

from briefing.analyse import items
from briefing.analyse.quotes_anaphora_functions import same_function

PEOPLE = {
    "Rutte": ("PER", "m"),
    "Merkel": ("PER", "f"),
    "Peter Meier": ("PER", "m"),
    "Anna Kunz": ("PER", "f"),
    "Olaf Hahn": ("PER", "m"),
    "Münchner Wirt": ("ORG", "m"),
    "Berliner Stadtrat": ("ORG", "m"),
}


def speakers(text: str, **roles: str) -> list[str | None]:
    """The speakers of a text; `roles` are functions printed before a surname."""
    doc = tagged(text, PEOPLE)
    names = items.read(doc, items.NAMES)
    for name in names:
        role = roles.get(name["name"].split()[-1])
        at = text.find(f"{role} {name['name']}") if role else -1
        if role and at >= 0 and at + len(role) + 1 == name["start"]:
            name["role"] = [at, at + len(role)]
    items.write(doc, items.NAMES, names)
    for token in doc:
        if token.text in ("Befragten", "Deutschen", "Unternehmen"):
            token.set_morph("Number=Plur")
        if token.text in ("Münchner", "Berliner"):
            token.tag_ = "ADJA"
    return found_in(doc)[2]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Die Partei ist laut Polizei mit 31 Prozent der Stimmen gut.", "Polizei"),
        ("Die Klinik kommt laut Polizei an ihre{PPOSAT} Grenzen.", "Polizei"),
        ("Sie hat laut Polizei in einem Zug lange gefehlt.", "Polizei"),
        ("Sie wurde laut Polizei von rund 100 Leuten begrüßt{VVPP}.", "Polizei"),
        ("Der Mann ist laut Peter Meier „Mitte 20“ und krank.", "Peter Meier"),
        ("Das Haus brennt laut Polizei in{APPR} Bonn{NE} sehr.", "Polizei in Bonn"),
        ("Die Lage ist laut einer Umfrage unter 100 Leuten gut.", "einer Umfrage unter 100 Leuten"),
        ("Die Lage ist laut Polizei unter Berufung auf die Polizei gut.", "Polizei unter Berufung auf die Polizei"),
    ],
)
def test_a_source_ends_before_what_belongs_to_the_sentence(text: str, printed: str) -> None:
    assert found_in(tagged(text, PEOPLE))[1].get("S") == [printed]


def test_a_source_ends_before_what_the_court_found() -> None:
    text = "Er sitzt{VVFIN}, weil er sich nach Auffassung eines Gerichtes des „Aufrufs zu Subversion“ schuldig macht."
    assert found_in(tagged(text, PEOPLE))[1]["S"][0] == "Auffassung eines Gerichtes"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gut{ADJD} 70 Prozent der Befragten sagten, die Lage sei ernst.", ["Befragte"]),
        ("Gut{ADJD} 70 Prozent der befragten{ADJA} Unternehmen sagten, die Lage sei ernst.", ["befragte Unternehmen"]),
        ("Gut{ADJD} 70 Prozent sagten, die Lage sei ernst.", [None]),
        (
            "In Bonn sagten 70 Prozent der Befragten, die Lage sei ernst. Nur 20 Prozent sagten, sie sei gut.",
            ["Befragte", "Befragte"],
        ),
    ],
)
def test_a_share_speaks_for_those_who_are_counted(text: str, names: list[str | None]) -> None:
    assert speakers(text) == names


def test_a_trade_and_a_town_are_no_body() -> None:
    assert speakers("Rutte kam{VVFIN}. „Die Lage ist ernst“, sagte der Münchner Wirt.") == ["Rutte"]
    text = "Rutte kam{VVFIN}. „Die Lage ist ernst“, sagte der Berliner Stadtrat."
    assert speakers(text) == ["Berliner Stadtrat"]


@pytest.mark.parametrize(
    ("party", "name"), [("CDU", "Olaf Hahn"), ("SPD", "Peter Meier"), ("Grünen", "Olaf Hahn"), ("Orts", "Peter Meier")]
)
def test_a_politician_of_another_party_is_not_the_last_speaker(party: str, name: str) -> None:
    text = "„Die Lage ist ernst“, sagte Peter Meier (SPD) nach einer Einigung mit Olaf Hahn. "
    assert speakers(f"{text}Der {party}-Politiker sagte: „Die Straße ist leer.“")[-1] == name


def test_a_politician_who_speaks_to_a_paper() -> None:
    text = "Peter Meier kam{VVFIN}. „Die Lage ist ernst“, sagte der CDU-Politiker der Bild."
    assert speakers(text) == ["Peter Meier"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Die Lage ist nach Auffassung der Polizei „sehr ernst“ und schwierig.", "direct/inside/view"),
        ("Rutte warf Merkel vor{PTKVZ}, die Lage sei „sehr ernst“ und schwierig.", "direct/inside/view"),
        ("Die Lage ist nach Angaben der Polizei „sehr ernst“ und schwierig.", "direct/inside"),
    ],
)
def test_words_in_marks_inside_a_view_or_a_charge(text: str, rule: str) -> None:
    drafts = found_in(tagged(text, PEOPLE))[0]
    assert [draft.rule for draft in drafts if draft.kind == "direct"] == [rule]


@pytest.mark.parametrize(
    ("role", "phrase", "name"),
    [
        ("Vorsitzender der Unionsfraktion", "der Unionsfraktionschef", "Peter Meier"),
        ("Bürgermeister", "der Rathauschef", "Peter Meier"),
        ("Vorstand der Stiftung Wald", "der Stiftungsvorstand", "Peter Meier"),
        ("Gründer", "der Unternehmer", "Peter Meier"),
        ("Regierungschef", "der Ministerpräsident", "Peter Meier"),
        ("Fraktionschef", "der Unternehmer", "der Unternehmer"),
        ("Vizechef der Unionsfraktion", "der Unionsfraktionschef", "der Unionsfraktionschef"),
        ("Präsident der Stiftung Wald", "der Vorstand", "der Vorstand"),
        ("Präsidentin der Stiftung Wald", "die Stiftungspräsidentin", "die Stiftungspräsidentin"),
    ],
)
def test_another_word_for_the_function(role: str, phrase: str, name: str) -> None:
    between = "Die Straße war gestern leer. Das Haus brannte{VVFIN}. Die Lage war gut. "
    text = f"{role} Peter Meier kam{{VVFIN}}. {between}„Die Lage ist ernst“, sagte {phrase}."
    assert speakers(text, Meier=role)[-1] == name


@pytest.mark.parametrize(
    ("role", "phrase", "name"),
    [
        ("Bürgermeister", "der Rathauschef", "Peter Meier"),
        ("Gründer", "der Unternehmer", "Peter Meier"),
        ("Sänger", "der Unternehmer", "der Unternehmer"),
    ],
)
def test_another_word_where_somebody_else_acts(role: str, phrase: str, name: str) -> None:
    text = f"{role} Peter Meier wartete{{VVFIN}}. Olaf Hahn kam{{VVFIN}}. „Die Lage ist ernst“, sagte {phrase}."
    assert speakers(text, Meier=role)[-1] == name


@pytest.mark.parametrize(
    ("noun", "role", "same"),
    [
        ("fraktionschef", "vorsitzende der spd-fraktion", True),
        ("fraktionschef", "stellvertretende vorsitzende der spd-fraktion", False),
        ("dfb-präsident", "chef des dfb", True),
        ("dfb-präsident", "direktor des dfb", False),
        ("medizinerin", "chefärztin", True),
        ("unternehmer", "chef der muster ag", True),
        ("unternehmer", "chef der polizei", False),
        ("ökonomin", "volkswirtin", True),
        ("chef", "chef der muster ag", False),
    ],
)
def test_nouns_that_stand_for_a_function(noun: str, role: str, same: bool) -> None:
    assert same_function(noun, role) is same


def test_who_is_only_spoken_of_is_not_the_last_speaker() -> None:
    text = "„Die Lage ist ernst“, sagte Peter Meier. Schon gestern habe Olaf Hahn das gesagt, teilte der Forscher mit."
    assert speakers(text)[-1] == "Peter Meier"
