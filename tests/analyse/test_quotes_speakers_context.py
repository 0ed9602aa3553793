"""Who speaks where the sentence itself does not say it: what stood before, what goes on; no trained model."""

from __future__ import annotations

import pytest
from quotes_marked import found_in, tagged

PEOPLE = {
    "Rutte": ("PER", "m"),
    "Merkel": ("PER", "f"),
    "Peter Meier": ("PER", "m"),
    "Anna Kunz": ("PER", "f"),
    "Nato": ("ORG", ""),
}


def speakers(text: str) -> list[str | None]:
    return found_in(tagged(text, PEOPLE))[2]


def kinds(text: str) -> list[str]:
    return [draft.kind for draft in found_in(tagged(text, PEOPLE))[0]]


# ── runs ────────────────────────────────────────────────────────────────────────────────────────


def test_plans_behind_an_act_are_nobodys_words() -> None:
    assert kinds("Die Polizei kam gestern. Die Straße soll bald geschlossen{VVPP} werden{VAINF}.") == []
    assert kinds("Die Polizei sagte, die Lage sei ernst. Die Straße soll bald leer bleiben.") == [
        "indirect",
        "free_indirect",
    ]


def test_a_rumour_of_the_past_has_no_speaker() -> None:
    text = "Die Polizei kam gestern. Rutte soll Hilfe geschickt haben{VAINF}."
    assert kinds(text) == ["free_indirect"]
    assert speakers(text) == [None]


# ── pronouns ────────────────────────────────────────────────────────────────────────────────────


def test_whoever_acts_again_before_the_pronoun_is_meant() -> None:
    other = "Auch Peter Meier kam. Rutte wartete{VVFIN}."
    assert speakers(f"Rutte sagte, die Lage sei ernst. {other} Er sagte, die Straße sei leer.") == ["Rutte", "Rutte"]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Die Experten kamen{VVFIN} gestern.", "Die Experten"),
        ("Die Pläne halfen{VVFIN} sehr.", None),
        ("Die Experten kamen{VVFIN} gestern.\n", None),
    ],
)
def test_a_group_that_is_the_subject_before(before: str, name: str | None) -> None:
    text = f"{before} Sie sagten, die Lage sei ernst."
    doc = tagged(text, PEOPLE)
    for token in doc:
        if token.text in ("Experten", "Pläne", "kamen", "sagten", "halfen"):
            token.set_morph("Number=Plur")
    assert found_in(doc)[2] == [name]


# ── heißt es ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Die Polizei sagte, die Lage sei ernst.", "Die Polizei"),
        ("Die Nato kam gestern.", "Nato"),
        ("Rutte sagte, die Lage sei ernst.", None),
        ("Rutte kam gestern.", None),
        ("Das Haus brannte{VVFIN}.", None),
    ],
)
def test_what_is_said_behind_a_body_is_said_by_it(before: str, name: str | None) -> None:
    assert speakers(f"{before} Die Straße sei geschlossen, hieß es.")[-1] == name


def test_what_was_said_at_another_time_is_said_by_nobody() -> None:
    assert speakers("Die Polizei sagte, die Lage sei ernst. Die Straße sei geschlossen, hieß es damals.")[-1] is None


def test_the_text_in_which_it_is_said() -> None:
    text = "Gestern stellte Merkel den Beschluss vor{PTKVZ}. Darin{PAV} heißt es, die Straße sei geschlossen."
    doc = tagged(text, PEOPLE)
    next(token for token in doc if token.text == "Beschluss").set_morph("Gender=Masc|Number=Sing")
    assert found_in(doc)[2] == ["der Beschluss"]
