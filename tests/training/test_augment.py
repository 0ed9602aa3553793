"""Variants of name material keep text and names in step."""

from __future__ import annotations

import random

import pytest
import spacy
from spacy.tokens import Doc

from training import augment, silver
from training.names import Text

SAMPLE = Text(
    text="In Köln traf Olaf Scholz die Größen der SPD. Merkels Rede fehlte.",
    names=((3, 7, "LOC"), (13, 24, "PER"), (40, 43, "ORG"), (45, 52, "PER")),
)
POOLS = {"PER": ["Kim Jong Un", "Selenskyj"], "ORG": ["Verdi"], "LOC": ["Seoul"]}


def inside(text: Text) -> list[tuple[str, str]]:
    return [(text.text[start:end], label) for start, end, label in text.names]


@pytest.mark.parametrize("seed", range(8))
def test_other_names_of_the_same_kind(seed: int) -> None:
    changed = augment.replace_names(SAMPLE, POOLS, random.Random(seed), share=1.0)
    found = inside(changed)
    assert found[0] == ("Seoul", "LOC")
    assert found[1] in {("Kim Jong Un", "PER"), ("Olaf Selenskyj", "PER")}
    assert found[2:] == [("Verdi", "ORG"), ("Merkels", "PER")]
    assert changed.text.endswith(". Merkels Rede fehlte.")


def test_nothing_changes_without_names_to_put_in() -> None:
    assert augment.replace_names(SAMPLE, {}, random.Random(1)) == SAMPLE


def test_umlauts_as_two_letters() -> None:
    changed = augment.respell(SAMPLE)
    assert changed.text.startswith("In Koeln traf Olaf Scholz die Groessen")
    assert inside(changed) == [("Koeln", "LOC"), ("Olaf Scholz", "PER"), ("SPD", "ORG"), ("Merkels", "PER")]


def test_headlines_have_no_full_stop() -> None:
    assert augment.headline(Text(text="Merkel kommt.\n", names=())).text == "Merkel kommt"
    assert augment.headline(Text(text="Und dann ...", names=())).text == "Und dann ..."


def test_only_clean_names_enter_the_pool() -> None:
    text = Text(text="Olaf Scholz, '' Bagan, Länder spiele", names=((0, 11, "PER"), (13, 21, "LOC"), (23, 36, "PER")))
    assert augment.pool([text]) == {"PER": ["Olaf Scholz"], "ORG": [], "LOC": [], "MISC": []}


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
