"""Sentences that go on reporting without a frame of their own; no trained model."""

from __future__ import annotations

import re

import pytest
from quotes_marked import found_in, read_marks, tagged

PEOPLE = {"Rutte": ("PER", "m"), "Merkel": ("PER", "f")}

GOES_ON = [
    # before a colon and words in marks, whoever is named behind them
    "[S Merkel] [C sagte], [I die Lage sei ernst]. [F Auch müsse die Polizei handeln{VVINF}]: [D „Wir wollen Hilfe.“]",
    "[S Merkel] [C sagte], [I die Lage sei ernst]. [F Straßen würden{VAFIN} fehlen{VVINF}]: [D „Wir wollen Hilfe.“]",
    "[F Die Lage sei ernst]: [D „Wir wollen Hilfe“], [C sagte] [S Merkel].",
    # advice that is tied to the statement before it
    "[S Merkel] [C sagte], [I die Lage sei ernst]. [F Deshalb{PAV} sollten{VMFIN} sie kommen.]",
    "[S Merkel] [C sagte], [I die Lage sei ernst]. [F Man sollte{VMFIN} warten{VVINF}, bis{KOUS} die Lage gut sei.]",
    "[I Die Lage ist ernst.] Das{PDS} teilte [S Merkel] mit{PTKVZ}. [F Vielmehr{ADV} sollten{VMFIN} sie kommen.]",
    # told in a clause whose modal has one form for both moods
    "[S Merkel] [C sagte] gestern, [I die Straßen sollten{VMFIN} geschlossen werden{VAINF}].",
    "[S Merkel] [C erklärte] am Montag, [I Gäste aus Bonn, Köln und Trier dürften{VMFIN} gestern kommen].",
    # a form that is finite and no participle, whatever the tagger says
    "[I Man kann{VMFIN} kommen], [C wie{KOUS}] [S die Polizei] [C mitteilt{VVPP}].",
    # an enumeration behind a complete frame
    "Gestern [C hieß] [C es], [I die Lage in Bonn, in Köln und in Trier sei ernst].",
]

TELLS = [
    "Merkel sagte, die Lage sei ernst. Am Abend{NN} sollte{VMFIN} Rutte nach Bonn fahren{VVINF}.",
    "Merkel kritisierte Rutte. Deshalb{PAV} sollten{VMFIN} die Straßen geschlossen werden{VAINF}.",
    "Merkel sagte, die Lage sei ernst.\nDeshalb{PAV} sollten{VMFIN} die Straßen geschlossen werden{VAINF}.",
    "Die Lage wäre gut: „Wir wollen Hilfe.“",
    "Merkel forderte{VVFIN} Geld, das{PRELS} gestern kommen sollte{VMFIN}.",
]


@pytest.mark.parametrize("marked", GOES_ON)
def test_goes_on(marked: str) -> None:
    with_tags, _ = read_marks(marked)
    _, expected = read_marks(re.sub(r"\{\w+\}", "", marked))
    _, found, _ = found_in(tagged(with_tags, PEOPLE))
    for letter in "DIFH":
        assert found.get(letter, []) == expected.get(letter, []), letter
    assert set(found.get("S", [])) == set(expected["S"]) if "S" in expected else True


@pytest.mark.parametrize("text", TELLS)
def test_the_article_tells_on(text: str) -> None:
    _, found, _ = found_in(tagged(text, PEOPLE))
    assert "F" not in found
    assert not any("sollte" in words for words in found.get("I", []))


def test_a_condition_before_words_in_marks_is_no_frame() -> None:
    text = "Wenn{KOUS} Rutte das sagen{VVINF} könne, „muss man sehr bald handeln“, hieß es bei der Polizei."
    _, _, names = found_in(tagged(text, PEOPLE))
    assert "Rutte" not in names


BORDERS = [
    # words in marks open a sentence in the Konjunktiv, as a part of it or before it
    "[S Merkel] [C sagte], [I die Lage sei ernst]. [F [D „Sehr wichtig“] sei die Hilfe der Polizei.]",
    "[D „Wir brauchen{VVFIN} Hilfe“], [I das{PDS} sei klar], [C sagte] [S Merkel].",
    # long words in marks in a sentence in the Konjunktiv are a part of it
    "[S Merkel] [C sagte], [I es sei gut]. [F Man gerate{VVFIN} in Not, [D „die sehr viel ernster ist als gestern“].]",
    # the subject of what is attributed, before its relative clause
    "[S Merkel] [C sagte], [I die Lage sei ernst]. [I Der Test, der{PRELS} gut ist, muss] [C demnach] [I kommen].",
    # an infinitive inside the content
    "[S Merkel] [C sagte], [I dass die Freude der Leute, mitzumachen{VVFIN} „sehr hoch“ sei].",
    # advice behind an infinitive
    "[S Merkel] [C sagte], [I es sei ernst]. [F Anstatt{KOUI} zu{PTKZU} warten{VVINF}, sollten{VMFIN} sie kommen.]",
]


@pytest.mark.parametrize("marked", BORDERS)
def test_borders(marked: str) -> None:
    with_tags, _ = read_marks(marked)
    _, expected = read_marks(re.sub(r"\{\w+\}", "", marked))
    _, found, _ = found_in(tagged(with_tags, PEOPLE))
    for letter in "IFH":
        assert found.get(letter, []) == expected.get(letter, []), letter
    assert set(found["S"]) >= set(expected["S"])
