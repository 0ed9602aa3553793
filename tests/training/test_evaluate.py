"""Scores and the sentence cases."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from briefing.analyse import OWN_MODEL, pipeline
from training import evaluate

CASES = Path(__file__).parent / "data" / "sentence_cases.txt"
FLOOR = 98.0
"""Per cent of the cases with all sentences right; may only rise."""


def test_counts() -> None:
    counts = evaluate.Counts()
    counts.add({(1,), (2,), (3,)}, {(1,), (2,), (4,), (5,)})
    p, r, f = counts.scores()
    assert (round(p, 1), round(r, 1), round(f, 1)) == (66.7, 50.0, 57.1)
    assert evaluate.Counts().scores() == (0.0, 0.0, 0.0)


def test_a_wrong_border_is_shown() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    share, wrong = evaluate.sentence_cases(nlp, [["Er kam. ", "Sie ging."], ["Er kam am 5. ", "Mai."]])
    assert share == 50.0
    assert wrong == ["Er kam am 5. Mai."]


def test_there_are_fifty_cases() -> None:
    assert len(evaluate.read_cases(CASES)) >= 50


@pytest.mark.quality
@pytest.mark.skipif(not (OWN_MODEL / "meta.json").is_file(), reason="no trained model in this checkout")
def test_sentence_borders_of_the_shipped_pipeline() -> None:
    share, wrong = evaluate.sentence_cases(pipeline.load(), evaluate.read_cases(CASES))
    assert share >= FLOOR, wrong
