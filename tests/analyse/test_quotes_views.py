"""Forecasts and judgements: reported acts and words in marks inside them; no trained model."""

from __future__ import annotations

import re

import pytest
from quotes_marked import found_in, read_marks, tagged

PEOPLE = {"Rutte": ("PER", "m"), "Merkel": ("PER", "f")}

TOLD = [
    # what is expected
    "[R [S Die Polizei] rechnet mit 400 Gästen.]",
    "[R [S Rutte] geht{VVFIN} von einem Rückgang{NN} aus{PTKVZ}.]",
    "[R [S Merkel] sagt{VVFIN} einen Rückgang{NN} um 5 Prozent voraus{PTKVZ}.]",
    "[R Gestern{ADV} erwartete{VVFIN} [S das Ministerium] ein Minus von 5 Prozent.]",
    "[R [S Die Institute] erwarten{VVFIN} ein Minus von 5 Prozent.]",
    "[R Den Schaden schätzt{VVFIN} [S die Polizei] auf 300 Euro.]",
    # how something is seen
    "[R [S Merkel] hält{VVFIN} die Entscheidung für falsch.]",
    "[R [S Merkel] hält{VVFIN} die Entscheidung für einen Fehler{NN}.]",
    "[R [S Rutte] findet die Lage, die{PRELS} schwierig ist, gut.]",
    "[R [S Die Polizei] sieht{VVFIN} keine Gefahr.]",
    "[R [S Merkel] sieht{VVFIN} die Lage kritisch{ADJD}.]",
    "[R [S Rutte] hat die Lage zum{APPRART} Ziel{NN} erklärt{VVPP}.]",
    # words in marks in such a clause
    "[S Merkel] [C sieht{VVFIN}] eine [D „Kampagne des Gegners“].",
    "[S Rutte] [C findet] es [D „nicht mehr gut“].",
]

NOT_TOLD = [
    "Merkel hielt{VVFIN} eine Rede{NN} für die Polizei.",
    "Rutte sieht{VVFIN} den Film{NN} „Das Boot“ gestern.",
    "Merkel findet schnell{ADJD} Gäste.",
    "Man rechnet mit 400 Gästen.",
    "Die Zuschauer sahen{VVFIN} eine Chance{NN}.",
    "Wenn Merkel mit 400 Gästen rechnet, kommt{VVFIN} sie.",
    "Merkel kann{VMFIN} mit 400 Gästen rechnen{VVINF}.",
    "Den Gast erwartet{VVFIN} ein Minus{NN}.",
    "Rechnet Merkel mit 400 Gästen?",
    "Merkel findet das gut.",
]


@pytest.mark.parametrize("marked", TOLD)
def test_told(marked: str) -> None:
    with_tags, _ = read_marks(marked)
    _, expected = read_marks(re.sub(r"\{\w+\}", "", marked))
    _, found, _ = found_in(tagged(with_tags, PEOPLE))
    for letter in "DIFHR" if "R" in expected else "DIFH":
        assert found.get(letter, []) == expected.get(letter, []), letter
    assert found["S"] == expected["S"]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_not_told(text: str) -> None:
    drafts, _, _ = found_in(tagged(text, PEOPLE))
    assert drafts == []


def test_a_judgement_before_reported_speech_leaves_it_whole() -> None:
    text = "Merkel sieht{VVFIN} die Lage positiv{ADJD}: Man sei froh."
    _, found, _names = found_in(tagged(text, PEOPLE))
    assert found["F"] == ["Man sei froh."]
    assert found["R"] == ["Merkel sieht die Lage positiv"]


def test_as_opens_a_main_clause_where_the_verb_is_second() -> None:
    text = "Als{KOUS} Ministerin könnte sie das gestern nicht erklären{VVINF}, betonte Merkel."
    _, found, _ = found_in(tagged(text, PEOPLE))
    assert found["I"] == ["Als Ministerin könnte sie das gestern nicht erklären"]


def test_words_a_passive_in_the_konjunktiv_reports_have_no_frame_in_it() -> None:
    text = "Merkel sagte, es sei gut. Die Lage sei schon beschrieben{VVPP} worden: „Wir wollen Hilfe.“"
    _, found, names = found_in(tagged(text, PEOPLE))
    assert found["F"] == ["Die Lage sei schon beschrieben worden"]
    assert set(names) == {"Merkel"}


STANCES = [
    ("Merkel forderte gestern den Rücktritt der Polizei.", "reported/stance"),
    ("Rutte lehnte den Antrag ab{PTKVZ}.", "reported/stance"),
    ("Merkel will{VMFIN} den Rücktritt fordern{VVINF}.", ""),
    ("Der Antrag wurde von Merkel kritisiert{VVPP}.", "reported/object"),
]


@pytest.mark.parametrize(("text", "rule"), STANCES)
def test_a_stance_has_a_rule_of_its_own(text: str, rule: str) -> None:
    drafts, _, _ = found_in(tagged(text, PEOPLE))
    assert [d.rule for d in drafts] == ([rule] if rule else [])
