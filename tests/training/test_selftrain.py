"""Running text that several recognisers annotate."""

from __future__ import annotations

import spacy

from training import selftrain

NLP = spacy.blank("de")


def test_the_majority_decides() -> None:
    first = frozenset({(0, 5, "PER"), (10, 15, "ORG")})
    second = frozenset({(0, 5, "PER"), (10, 15, "LOC")})
    third = frozenset({(0, 5, "ORG"), (3, 8, "LOC")})
    sure, open_ = selftrain.vote([first, second, third])
    assert sure == {(0, 5, "PER")}
    assert open_ == {(10, 15, "ORG"), (10, 15, "LOC")}


def test_an_article_settles_a_name() -> None:
    texts = ["Anna Weber kam.", "Weber ging. Anna Weber blieb.", "Bonn"]
    sure = [{(0, 10, "PER")}, {(12, 22, "PER")}, {(0, 4, "LOC")}]
    assert selftrain.known(texts, sure) == {"Anna Weber": "PER", "Weber": "PER"}


def test_open_names_are_settled_or_left_open() -> None:
    text = "Weber und Bonn und Ford"
    kept, left = selftrain.settle(
        text, {(19, 23, "PER")}, {(0, 5, "ORG"), (10, 14, "LOC")}, {"Weber": "PER", "Ford": "ORG"}
    )
    assert kept == [(0, 5, "PER"), (19, 23, "ORG")]
    assert left == [(10, 14, "")]


def test_open_names_are_no_training_material() -> None:
    doc = selftrain.document(NLP, "Weber und Bonn", [(0, 5, "PER")], [(10, 14, "")])
    assert [(token.text, token.ent_iob_) for token in doc] == [("Weber", "B"), ("und", "O"), ("Bonn", "")]


def test_blocks_of_lines() -> None:
    lines = [str(i) for i in range(23)]
    assert selftrain.pieces(lines, 2) == ["0 1 2 3 4", "10 11 12 13 14", "20 21 22"]
