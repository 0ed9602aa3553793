"""Material that a first pipeline annotates."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from training import silver


def test_trees_are_compared_token_by_token() -> None:
    vocab = spacy.blank("de").vocab
    first = Doc(vocab, words=["Er", "kam", "an"], heads=[1, 1, 1], deps=["nsubj", "ROOT", "compound:prt"])
    second = Doc(vocab, words=["Er", "kam", "an"], heads=[1, 1, 1], deps=["nsubj", "ROOT", "obj"])
    assert silver.alike(first, first) == 1.0
    assert silver.alike(first, second) == pytest.approx(2 / 3)
    assert not silver.without_tree(first).has_annotation("DEP")


def test_gold_parts_of_speech_limit_the_choice() -> None:
    found = silver.masks(["NN", "VVFIN", "VAFIN"], ["NOUN", "VERB", "AUX"])
    assert found["AUX"].tolist() == [False, True, True]
    assert found["NOUN"].tolist() == [True, False, False]
