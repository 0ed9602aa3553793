"""Interviews with printed turns: who has the turn speaks; no trained model."""

from __future__ import annotations

from quotes_marked import tagged

from briefing.analyse import items
from briefing.analyse.quotes import find_quotes
from briefing.read.blocks import label

PEOPLE = {"Anna Kunz": ("PER", "f")}

INTERVIEW = """„Wir müssen sehr bald handeln“
Anna{NE} Kunz ist Forscherin.
BLATT: Frau Kunz, Sie sagten, die Lage sei ernst. Was gilt heute?
Anna Kunz: Ich sagte, die Lage sei gut. Es hieß, die Straße sei geschlossen. Warum ist das so? Genau.
BLATT: Der Minister sagte, das sei falsch.
Kunz: Der Minister sagte, die Lage sei schlecht. Genau.
Das ist für uns alle falsch.
BLATT: Und{KON} gilt das?
Kunz: Es ist ernst."""

ALTERNATING = """Das ist der Titel
Ein Gespräch über die Lage. Anna{NE} Kunz hilft.
SZ: Frau Kunz, helfen Sie?
Ich habe sehr lange geholfen. Das ist ernst.
Haben{VAFIN} Sie Zeit?
Das war früher für uns alle besser.
Sind{VAFIN} Sie sicher?
Es ist für uns alle klar.
Sie ist Forscherin und hat sehr lange gelebt."""


def quoted(text: str) -> list[tuple[str, str | None]]:
    doc = tagged(text, PEOPLE)
    blocks = [(block.start, block.end, block.kind) for block in label(doc.text)]
    doc.user_data[items.ARTICLE] = {"published": None, "title": None, "blocks": blocks}
    found = items.read(find_quotes(doc), items.QUOTES)
    return [(doc.text[quote["content"][0][0] : quote["content"][-1][1]], quote["speaker_name"]) for quote in found]


def test_answers_are_direct_speech_and_questions_are_none() -> None:
    assert quoted(INTERVIEW) == [
        ("„Wir müssen sehr bald handeln“", "Anna Kunz"),
        ("Ich sagte, die Lage sei gut.", "Anna Kunz"),
        ("Es hieß, die Straße sei geschlossen.", "Anna Kunz"),
        ("Der Minister sagte, die Lage sei schlecht.", "Anna Kunz"),
        ("Das ist für uns alle falsch.", "Anna Kunz"),
    ]


def test_question_and_answer_alternate_behind_one_label() -> None:
    assert quoted(ALTERNATING) == [
        ("Ich habe sehr lange geholfen.", "Anna Kunz"),
        ("Das war früher für uns alle besser.", "Anna Kunz"),
        ("Es ist für uns alle klar.", "Anna Kunz"),
    ]


def test_questions_without_a_label() -> None:
    questions = ["Der Minister sagte, das sei falsch?", "Sind{VAFIN} Sie sicher?", "Ist{VAFIN} das klar?"] * 2
    text = "Das ist der Titel\nEin Gespräch mit Anna{NE} Kunz.\n" + "\n".join(
        f"{question}\nKUNZ: Es ist für uns alle sehr klar." for question in questions
    )
    assert quoted(text) == [("Es ist für uns alle sehr klar.", "Anna Kunz")] * len(questions)


def test_a_label_once_makes_no_interview() -> None:
    text = "Berlin: Ich sagte, die Lage sei gut. Das gilt.\nKunz kam. Ich sagte, die Lage sei ernst."
    assert not quoted(text)


def test_an_announced_paragraph_ends_before_an_offer() -> None:
    offer = "Sie können den Newsletter kostenlos bestellen."
    text = f"Das ist der Titel\nEs ist so. Das gilt.\nDer Minister sagte:\nDas ist für uns alle sehr gut. {offer}"
    assert quoted(text) == [("Das ist für uns alle sehr gut.", "Der Minister")]
