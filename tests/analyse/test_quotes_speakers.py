"""Who speaks: the noun phrase at the reporting verb and the name it stands for; no trained model."""

from __future__ import annotations

import re

import pytest
from quotes_marked import found_in, read_marks, tagged

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
