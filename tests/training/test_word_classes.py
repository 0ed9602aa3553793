"""Word classes of a form, and the table that a vocabulary carries."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from briefing.analyse.word_classes import CLASSES, WordClasses

BIT = {name: 1 << place for place, name in enumerate(CLASSES)}


def table() -> WordClasses:
    return WordClasses.make(
        {
            "Angela": BIT["first name"],
            "Merkel": BIT["surname"],
            "Berlin": BIT["place"],
            "Mitte": BIT["noun"],
            "die": BIT["word"],
        }
    )


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("Merkel", ["surname"]),
        ("Merkels", ["surname"]),
        ("Berlin-Mitte", ["noun", "place"]),
        ("Die", ["word"]),
        ("Rostock", []),
        ("2020", []),
        ("", []),
    ],
)
def test_classes_of_a_form(form: str, names: list[str]) -> None:
    assert table().get(form) == sum(BIT[name] for name in names)


def test_the_vocabulary_carries_the_table(tmp_path: Path) -> None:
    nlp = spacy.blank("de")
    nlp.vocab.lookups = table().lookups()
    nlp.to_disk(tmp_path)
    assert WordClasses.of(spacy.load(tmp_path).vocab).get("Angela") == BIT["first name"]
    assert WordClasses.of(spacy.blank("de").vocab).get("Angela") == 0
