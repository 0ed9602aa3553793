"""Who speaks: the noun phrase at the reporting verb and the name it stands for; no trained model."""

from __future__ import annotations

import re

import pytest
from quotes_marked import found_in, read_marks, tagged

from briefing.analyse import items

PEOPLE = {
    "Rutte": ("PER", "m"),
    "Merkel": ("PER", "f"),
    "Peter Meier": ("PER", "m"),
    "Anna Kunz": ("PER", "f"),
    "Nato": ("ORG", ""),
    "Creditor": ("ORG", ""),
}


def speakers(text: str) -> list[str | None]:
    return found_in(tagged(text, PEOPLE))[2]


PHRASES = [
    # a noun of time is no part of the name behind it
    "Dann{ADV} [C erklärte] am Abend [S Anna Kunz], [I dass die Straße geschlossen sei].",
    # a name in marks, and a finite verb that looks like a participle
    "Wie [S die „Neue{NE} Post{NE}“] berichtet{VVPP}, wurde die Straße geschlossen.",
    # words in marks are the content, not the subject
    '[D "Wir müssen handeln,"] [C sagte] [S Merkel].',
    # the name of an organisation behind the noun of its kind
    "[I Die Straße sei geschlossen], [C teilte] [S die Agentur Creditor] [C mit{PTKVZ}].",
    # who is quoted stands behind the paper that quotes
    "[D „Die Lage ist ernst“], [C zitierte] die „Post{NE}“ [S Anna Kunz].",
]


@pytest.mark.parametrize("marked", PHRASES)
def test_phrase_of_the_speaker(marked: str) -> None:
    plain, expected = read_marks(marked)
    assert found_in(tagged(plain, PEOPLE))[1].get("S") == [re.sub(r"\{\w+\}", "", part) for part in expected["S"]]


def test_what_is_rejected_does_not_speak() -> None:
    spans = found_in(tagged("Kritik lehnte Merkel ab{PTKVZ} und sagte, die Lage sei gut.", PEOPLE))[1]
    assert spans["S"] == ["Merkel"]


def test_a_person_names_a_number_not_the_number_a_person() -> None:
    spans = found_in(tagged("Gestern nannte Rutte eine Zahl: „Wir müssen zwei Menschen helfen.“", PEOPLE))[1]
    assert spans["S"] == ["Rutte"]


def test_who_speaks_together() -> None:
    text = "Rutte (SPD) und die Präsidentin Merkel sagten, die Lage sei ernst."
    assert speakers(text) == ["Rutte und Merkel"]
    assert speakers("Rutte und der Vorsitzende der Nato sagten, die Lage sei ernst.") == ["Rutte"]


def test_owner_tagged_as_part_of_a_name_does_not_speak() -> None:
    doc = tagged("„Die Lage ist ernst“, bestätigte Meiers Sprecher{NE}. Peter Meier kam.", PEOPLE)
    name = {"start": 33, "end": 39, "label": "PER", "name": "Peter Meier", "role": None, "acts": True,
            "gender": "m", "number": "s", "rule": "test"}  # fmt: skip
    items.write(doc, items.NAMES, [name, *items.read(doc, items.NAMES)])
    doc[7].tag_ = "VVFIN"
    doc[8].tag_ = "NE"
    assert found_in(doc)[1]["S"] == ["Meiers Sprecher"]
    assert found_in(doc)[2] == ["Meiers Sprecher"]


# ── whose statement ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nach ukrainischen{ADJA} Angaben kamen zwei Menschen.", "Ukraine"),
        ("Nach unbestätigten{ADJA} Informationen kamen zwei Menschen.", None),
        ("Laut einem Jahresbericht der Nato kamen zwei Menschen.", "Nato"),
        ("Laut dem Schuldneratlas Europa{NE} von Creditor kamen zwei Menschen.", "Creditor"),
        ("Laut Lagebericht vom Donnerstag kamen zwei Menschen.", "Lagebericht"),
        ("Laut Polizeiangaben kamen zwei Menschen.", "Polizei"),
        ("Die Straße sei geschlossen, hieß es aus Regierungskreisen.", "Regierungskreise"),
        ("Im September hieß es, die Straße sei geschlossen.", None),
        ("Die Straße sei geschlossen, lautet{VVFIN} der Vorwurf.", None),
    ],
)
def test_source_of_a_statement(text: str, name: str | None) -> None:
    assert speakers(text) == [name]


def test_own_statement_is_that_of_the_subject() -> None:
    assert speakers("Nach eigenen{ADJA} Angaben hat die Firma zwei Menschen geschickt.") == ["die Firma"]


@pytest.mark.parametrize(
    "text", ["So einen historischen{ADJA} Schritt gab es nicht, so einen Schritt.", "Dann kam es, so eine Bühne."]
)
def test_so_that_compares_names_no_source(text: str) -> None:
    assert found_in(tagged(text))[0] == []


def test_nach_with_a_direction_is_no_source() -> None:
    assert found_in(tagged("Gestern{ADV} kamen die ersten Meldungen nach außen."))[0] == []


# ── pronouns, titles, kinds of bodies ───────────────────────────────────────────────────────────


def test_sentences_of_the_quotation_hide_nobody() -> None:
    text = "Rutte sagte: „Die Lage ist gut.“ Auch Peter Meier kam. „Wir müssen handeln. Es ist sehr ernst“, sagte er."
    assert speakers(text) == ["Rutte", "Peter Meier"]


def test_nobody_in_particular_ends_the_words_of_the_last_speaker() -> None:
    text = "Merkel sagte, die Lage sei ernst. Man müsse warten, hieß es. „Wir werden bald sehr viel mehr helfen.“"
    assert speakers(text)[-1] is None


def test_who_is_introduced_before_words_in_marks_speaks() -> None:
    text = "Merkel sagte, die Lage sei ernst. Peter Meier kam gestern. „Wir werden bald sehr viel mehr helfen.“"
    assert speakers(text) == ["Merkel", "Peter Meier"]
    two = "Merkel sagte, die Lage sei ernst. Peter Meier kam. Für Anna Kunz gilt das. „Wir werden sehr bald helfen.“"
    assert speakers(two) == ["Merkel", "Anna Kunz"]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("die Experten", "die Experten"),  # a plural is nobody alone
        ("der Sprecher", "der Sprecher"),  # who speaks for others is not the one spoken of
        ("der Experte", "Peter Meier"),
        ("der Patientenschützer", "Peter Meier"),
        ("der Sprecher der Polizei", "der Sprecher der Polizei"),
        ("der Stadtrat", "der Stadtrat"),  # the body, not one of its members
    ],
)
def test_epithet(phrase: str, name: str) -> None:
    assert speakers(f"Peter Meier kam gestern. Die Lage sei ernst, sagte {phrase}.") == [name]


def test_speaker_without_a_name_goes_on() -> None:
    text = "Ein Sprecher der Polizei sagte, die Lage sei ernst. Die Straße sei geschlossen, sagte der Sprecher."
    assert speakers(text) == ["Ein Sprecher der Polizei"] * 2


def test_kind_of_a_body_is_the_one_body_of_that_kind() -> None:
    bodies = {"Bundesamt": ("ORG", "")}
    text = "Gestern kam das Bundesamt. Das Amt sagte, die Lage sei ernst. Die Klinik sagte, die Lage sei gut."
    assert found_in(tagged(text, bodies))[2] == ["Bundesamt", "Die Klinik"]


def test_age_of_the_only_person_of_that_gender() -> None:
    text = "Das ist das Haus von Anna Kunz. „Die Lage ist ernst“, sagte die 28-Jährige{NN}. Rutte kam."
    assert speakers(text) == ["Anna Kunz"]


def test_apposition_before_a_relative_pronoun() -> None:
    text = "Das stammt von Peter Meier, dem Trainer, der{PRELS} gestern sagte, die Lage sei ernst."
    assert speakers(text) == ["Peter Meier"]


# ── what is printed ─────────────────────────────────────────────────────────────────────────────


def test_whose_assessment_it_is() -> None:
    doc = tagged("Nach Meiers Einschätzung ist die Lage ernst.")
    name = {"start": 5, "end": 11, "label": "PER", "name": "Peter Meier", "role": None, "acts": False,
            "gender": "m", "number": "s", "rule": "test"}  # fmt: skip
    items.write(doc, items.NAMES, [name])
    doc[1].tag_ = "NE"
    assert found_in(doc)[2] == ["Peter Meier"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Straße sei geschlossen, teilte die Polizei über Twitter mit{PTKVZ}.", "die Polizei"),
        ("Die Straße sei geschlossen, sagte der Sprecher von Nord.", "der Sprecher von Nord"),
        ("Laut den neuen Zahlen von 2019 kamen zwei Menschen.", "die neuen Zahlen"),
        ("Diesen{PDAT} Unternehmern zufolge kamen zwei Menschen.", "diese Unternehmer"),
        ("Anfang 2019 hieß es, die Straße sei geschlossen.", None),
    ],
)
def test_printed_phrase(text: str, name: str | None) -> None:
    assert speakers(text) == [name]


def test_party_tells_politicians_apart() -> None:
    text = "Rutte (SPD) kam. Peter Meier (CDU) sprach. Die Lage sei ernst, sagte der SPD-Politiker."
    assert speakers(text) == ["Rutte"]


def test_function_printed_only_later() -> None:
    doc = tagged("Die Lage sei ernst, sagte die Senatorin. Gestern kam Senatorin Anna Kunz. Rutte kam.", PEOPLE)
    found = items.read(doc, items.NAMES)
    role = doc.text.index("Senatorin Anna")
    found[0]["role"] = [role, role + len("Senatorin")]
    items.write(doc, items.NAMES, found)
    assert found_in(doc)[2] == ["Anna Kunz"]


def test_release_without_a_sender() -> None:
    text = "Die Polizei sagte, die Lage sei ernst. „Zwei Menschen wurden verletzt“, hieß es in einer Mitteilung."
    assert speakers(text) == ["Die Polizei"] * 2
    person = "Merkel sagte, die Lage sei ernst. „Zwei Menschen wurden verletzt“, hieß es in einer Mitteilung."
    assert speakers(person)[1] != "Merkel"


def test_frame_that_leaves_out_its_subject() -> None:
    assert speakers("Rutte sagte: „Die Lage ist ernst.“ Und fügte{VVFIN} hinzu{PTKVZ}: „Wir müssen handeln.“") == [
        "Rutte",
        "Rutte",
    ]


def test_pronoun_after_another_person_is_not_guessed() -> None:
    other = "Sehr hoch ist heute dort bald auch der Druck auf Peter Meier."
    text = f"Rutte sagte, die Lage sei ernst. {other} Man müsse warten, sagte er."
    assert speakers(text)[-1] is None


def test_colon_after_a_sentence_about_one_person() -> None:
    text = (
        "Rutte sagte, die Lage sei ernst. Für Peter Meier ist das klar gut so: „Wir werden bald sehr viel mehr helfen.“"
    )
    assert speakers(text)[-1] == "Peter Meier"


def _with_roles(text: str, people: dict[str, tuple[str, str]], *roles: tuple[str, str]) -> list[str | None]:
    """The speakers of a text whose people bear the functions printed before them."""
    doc = tagged(text, people)
    found = items.read(doc, items.NAMES)
    for role, name in roles:
        start = doc.text.index(f"{role} {name}")
        for item in found:
            if item["start"] == start + len(role) + 1:
                item["role"] = [start, start + len(role)]
    items.write(doc, items.NAMES, found)
    return found_in(doc)[2]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("der Anwalt von Peter Meier", "Rutte"),
        ("der Anwalt von Anna Kunz", "der Anwalt von Anna Kunz"),
        ("der Bruder von Peter Meier", "der Bruder von Peter Meier"),
        ("sein{PPOSAT} Anwalt", "Rutte"),
        ("der Anwalt", "Rutte"),
    ],
)
def test_who_belongs_to_somebody_is_who_is_named_so(phrase: str, name: str) -> None:
    text = f"Peter Meier kam. Sein Verteidiger Rutte schwieg. Peter Meier sprach. Die Lage sei ernst, sagte {phrase}."
    assert _with_roles(text, PEOPLE, ("Verteidiger", "Rutte")) == [name]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("der künftige{ADJA} Präsident", "Peter Meier"),
        ("der gewählte{ADJA} Präsident", "der gewählte Präsident"),
        ("der amtierende{ADJA} Präsident", "Rutte"),
        ("der frühere{ADJA} Präsident", "der frühere Präsident"),
    ],
)
def test_the_time_of_an_office_tells_its_holders_apart(phrase: str, name: str) -> None:
    text = f"Da kamen Präsident Rutte und der künftige Präsident Peter Meier. Die Lage sei ernst, sagte {phrase}."
    if name.startswith("der gewählte"):
        text = text.replace("künftige Präsident Peter", "Minister Peter")
    roles = ("Präsident", "Rutte"), ("künftige Präsident", "Peter Meier"), ("Minister", "Peter Meier")
    assert _with_roles(text, PEOPLE, *[r for r in roles if " ".join(r) in text]) == [name]


def test_an_organisation_beside_a_person_speaks_itself() -> None:
    text = "Gestern erklärte die Nato Anna Kunz, die Lage sei ernst."
    assert speakers(text) == ["Nato"]


def test_a_manuscript_holds_the_words_of_who_speaks() -> None:
    text = "Die Lage ist ernst, sagte Merkel gestern. Laut Manuskript ist die Straße geschlossen."
    assert speakers(text)[-1] == "Merkel"


def test_who_opens_a_run_in_the_indicative_speaks_in_it() -> None:
    text = "Rutte sagte, die Lage sei ernst. Merkel dankte{VVFIN} allen Helfern. Die Straße sei geschlossen."
    assert speakers(text) == ["Rutte", "Merkel"]
    other = "Rutte sagte, die Lage sei ernst. Dass{KOUS} Merkel wartete{VVFIN}, machte es gut. Die Straße sei leer."
    assert "Merkel" not in speakers(other)


def test_act_of_speech_before_a_run_follows_on_a_source_without_a_name() -> None:
    text = "Die Polizei sagte, die Lage sei ernst. Rutte betonte{VVFIN} den Plan. Die Straße sei „ganz leer“."
    assert set(speakers(text)[1:]) == {"Rutte"}


def test_a_thing_is_nobody() -> None:
    assert speakers("Laut der Argumentation ist die Lage ernst.") == [None]
