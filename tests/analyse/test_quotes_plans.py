"""Plans are told as acts; comments of nobody are no frames; no trained model."""

from __future__ import annotations

import pytest
from quotes_marked import found_in, tagged

PEOPLE = {"Rutte": ("PER", "m"), "Merkel": ("PER", "f")}


@pytest.mark.parametrize("verb", ["plant", "beabsichtigt"])
def test_a_plan_is_told_with_its_frame(verb: str) -> None:
    drafts, found, names = found_in(tagged(f"Merkel {verb}{{VVFIN}}, Tausende Soldaten zu{{PTKZU}} senken.", PEOPLE))
    assert [d.rule for d in drafts] == ["reported/plan"]
    assert found["R"] == [f"Merkel {verb}, Tausende Soldaten zu senken."]
    assert names == ["Merkel"]


def test_a_plan_in_the_konjunktiv_is_told_by_somebody() -> None:
    drafts, _, _ = found_in(tagged("Gäste hätten sich geweigert{VVPP}, die Straße zu{PTKZU} senken.", PEOPLE))
    assert "reported/plan" not in [d.rule for d in drafts]


def test_what_is_announced_is_said() -> None:
    drafts, found, _ = found_in(tagged("Merkel kündigte an{PTKVZ}, die Steuern zu{PTKZU} senken.", PEOPLE))
    assert [d.kind for d in drafts] == ["indirect"]
    assert found["I"] == ["die Steuern zu senken"]


@pytest.mark.parametrize(
    "text",
    [
        "Dass es gut ist, ahnte{VVFIN} er nicht.",
        "Es wurden – so würde{VAFIN} man sagen{VVINF} – Lügen verbreitet{VVPP}.",
        "Wie erklären{VVFIN} Sie{PPER} sich, dass die Lage gut ist?",
        "Rutte hat gespürt{VVPP}, wonach{PWAV} die Menschen streben{VVFIN}.",
        "Siehe{VVFIN} auch die Lage.",
    ],
)
def test_nobody_says_it(text: str) -> None:
    _, found, _ = found_in(tagged(text, PEOPLE))
    assert not any(found.get(letter) for letter in "IFH")


@pytest.mark.parametrize(
    "text",
    [
        "Merkel und Rutte haben Gäste vor{PTKVZ} und nach Ostern befragt{VVPP}, die Steuern zu{PTKZU} senken.",
        "Mit der ins Leben{NN} gerufenen{ADJA} „Mother Hood“ kam Rutte.",
    ],
)
def test_other_verbs_of_the_same_form(text: str) -> None:
    assert found_in(tagged(text, PEOPLE))[0] == []


def test_a_frame_in_the_konjunktiv_behind_words_in_marks_is_no_content() -> None:
    _, found, _ = found_in(tagged("„Die Lage ist ernst“, habe er zu Merkel gesagt.", PEOPLE))
    assert "F" not in found
