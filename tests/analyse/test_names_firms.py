"""Firms that the trained pipeline took for places speak or act behind an article; no trained pipeline."""

from __future__ import annotations

import pytest
from names_marked import parsed


@pytest.mark.parametrize(
    ("words", "lemmas", "label"),
    [
        ("Die Nordbahn kündigt Kürzungen an .", "die Nordbahn kündigen Kürzung an .", "ORG"),
        ("Die Nordbahn baut Schienen ab .", "die Nordbahn bauen Schiene ab .", "LOC"),
        ("Die Uferinsel kündigt Kürzungen an .", "die Uferinsel kündigen Kürzung an .", "LOC"),
        ("Schöne Nordbahn kündigt Kürzungen an .", "schön Nordbahn kündigen Kürzung an .", "LOC"),
    ],
)
def test_a_place_that_speaks_behind_an_article_is_an_organisation(words: str, lemmas: str, label: str) -> None:
    (found,) = parsed(
        words, "ART NE VVFIN NN PTKVZ $.", "det nsubj ROOT obj compound:prt punct", "1 2 2 2 2 2", lemmas,
        "O B-LOC O O O O",
    )  # fmt: skip
    assert found.label == label


def test_two_acts_tell_as_much_as_one_statement() -> None:
    sentence = ("Die Nordbahn baut Schienen ab .", "ART NE VVFIN NN PTKVZ $.", "det nsubj ROOT obj compound:prt punct")
    words, tags, deps = (" ".join([part] * 2) for part in sentence)
    found = parsed(
        words, tags, deps, "1 2 2 2 2 2 7 8 8 8 8 8", " ".join(["die Nordbahn bauen Schiene ab ."] * 2),
        " ".join(["O B-LOC O O O O"] * 2),
    )  # fmt: skip
    assert [one.label for one in found] == ["ORG", "ORG"]


def test_it_speaks_where_the_pipeline_finds_no_name() -> None:
    tags, deps = "ART NE VVFIN NN PTKVZ $.", "det nsubj ROOT obj compound:prt punct"
    found = parsed(
        " ".join(["Die Nordbahn baut Schienen ab .", "Die Nordbahn kündigt Kürzungen an ."]),
        " ".join([tags] * 2), " ".join([deps] * 2), "1 2 2 2 2 2 7 8 8 8 8 8",
        " ".join(["die Nordbahn bauen Schiene ab .", "die Nordbahn kündigen Kürzung an ."]),
        "O B-LOC O O O O " + " ".join("O" * 6),
    )  # fmt: skip
    assert [(one.text, one.label) for one in found] == [("Nordbahn", "ORG"), ("Nordbahn", "ORG")]
