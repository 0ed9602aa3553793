"""What frames report and how far it reaches: sentences with inline marks; no trained model."""

from __future__ import annotations

import re

import pytest
from quotes_marked import found_in, read_marks, tagged

PEOPLE = {"Rutte": ("PER", "m"), "Merkel": ("PER", "f")}

CONTENTS = [
    # the content begins before the frame and goes on behind it
    "[I Die Lage sei ernst], sagte Merkel, [I vielmehr müsse{VMFIN} man handeln].",
    "[I Die Frage sei nur], sagte Merkel, [I dass die Lage ernst sei].",
    "[I Die Lage sei ernst], sagte Merkel: Gestern kam Rutte.",
    "[I Die Lage sei ernst], sagte Merkel, allerdings{ADV} ist die Straße gut.",
    "Gestern kam Rutte, [I die Lage sei ernst], hieß es.",
    "[I Die Lage sei ernst, die Straße sei geschlossen], sagte Merkel.",
    # it ends at words in marks behind a colon or a stop
    "Merkel sagte, [I dass die Lage ernst sei]: [D „Wir müssen{VMFIN} gestern sehr bald handeln.“]",
    "Merkel sagte, [I dass die Lage ernst sei]. [D „Wir müssen{VMFIN} gestern sehr bald handeln.“]",
    # the rest of the clause around an infinitive is no part of it
    "Rutte lehnt{VVFIN} die [C Forderung] der Polizei, [I die Steuern zu{PTKZU} senken], ab{PTKVZ}.",
    # a question told before the answer
    "Merkel sagte auf die Frage, ob die Straße geschlossen sei, [I die Lage sei ernst].",
    # a subject interrupted by a relative clause
    "Merkel sagte gestern, [I die Lage, die{PRELS} schwierig ist, sei ernst].",
    # the source with its date, its relative clause, its apposition
    "Laut Bericht vom Montag [I ist die Lage ernst].",
    "Nach Angaben der Polizei, die{PRELS} gestern kam, [I ist die Lage ernst].",
    # a condition opens the sentence that goes on reporting
    "Merkel sagte, [I die Lage sei ernst]. [F Komme{VVFIN} Rutte, müsse man handeln.]",
]

NO_REPORTS = [
    "Ich glaube{VVFIN}, dass die Lage ernst ist.",
    "Wenn Sie{PPER} sagen{VVFIN}, dass die Lage ernst ist, kam Rutte.",
    "Es ist zu{PTKZU} befürchten{VVINF}, dass die Lage ernst ist.",
    "Das Problem besteht{VVFIN}, dass die Lage ernst ist.",
    "Es wundert{VVFIN} ihn{PPER}, dass die Lage ernst ist.",
    "Die Lage erlaubt{VVFIN} es, die Steuern zu{PTKZU} senken.",
    "Rutte konnte{VMFIN} nicht bestätigen, dass die Lage ernst ist.",
    "Rutte entscheidet{VVFIN}, ob die Straße geschlossen wird.",
    "Rutte kam gestern, forderte aber Hilfe.",
    "Regeln, wie sie die Polizei beschloss{VVFIN}, sind gut.",
    "Die Straße ist so{ADV} gut{ADJD}, wie Rutte sagte.",
    "Die Lage wäre{VAFIN} für uns gut.",
    "Gestern kam ich und sei{VAFIN} krank.",
    "Rutte fragte{VVFIN} ihn{PPER} nach seinen{PPOSAT} Plänen.",
    "Rutte kam gestern. Die Lage könnte gut sein{VAINF}.",
    "Länder, die über Geld verfügen{VVFIN}, die Steuern zu{PTKZU} senken, sind gut.",
    "Rutte kam gestern, so viele wie Merkel.",
    "Wird{VAFIN} Rutte sagen{VVINF}, dass die Lage ernst ist?",
]


@pytest.mark.parametrize("marked", CONTENTS)
def test_extent_of_content(marked: str) -> None:
    with_tags, _ = read_marks(marked)
    _, expected = read_marks(re.sub(r"\{\w+\}", "", marked))
    _, found, _ = found_in(tagged(with_tags, PEOPLE))
    for letter in "DIFH":
        assert found.get(letter, []) == expected.get(letter, []), letter


@pytest.mark.parametrize("text", NO_REPORTS)
def test_no_report(text: str) -> None:
    _, found, _ = found_in(tagged(text, PEOPLE))
    indirect = [words for letter in "IFH" for words in found.get(letter, [])]
    assert indirect == []
