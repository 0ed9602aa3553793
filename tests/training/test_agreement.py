"""Noun phrases agree: article, preposition, lexicon and the pipeline's first choice."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from briefing.analyse import agreement
from training.lexicon import noun_features

VOCAB = spacy.blank("de").vocab


@pytest.mark.parametrize(
    ("known", "words", "found", "relation", "expected"),
    [
        ("Fem|Sing", ("die",), ("Nom", "Fem", "Sing"), "nsubj", ("Nom", "Fem", "Sing")),
        ("Fem|Sing", ("der",), ("Nom", "Masc", "Sing"), "nmod", ("Gen", "Fem", "Sing")),
        ("Masc|Sing", ("der",), ("Dat", "Fem", "Sing"), "nsubj", ("Nom", "Masc", "Sing")),
        ("Neut|Sing", ("in", "dem"), ("Acc", "Masc", "Sing"), "", ("Dat", "Neut", "Sing")),
        ("Masc|?", ("den",), ("Acc", "Masc", "Plur"), "obj", ("Acc", "Masc", "Sing")),
        ("Fem|Plur", ("der",), ("Nom", "Fem", "Sing"), "nmod", ("Gen", "Fem", "Plur")),
        ("?|?", ("mit",), ("Nom", "Fem", "Plur"), "", ("Dat", "Fem", "Plur")),
        ("?|?", (), ("Gen", "Neut", "Sing"), "nmod", ("Gen", "Neut", "Sing")),
        ("Fem|Sing", ("dem",), ("Dat", "Fem", "Sing"), "obl", ("Dat", "Fem", "Sing")),
    ],
)
def test_readings(
    known: str, words: tuple[str, ...], found: agreement.Reading, relation: str, expected: agreement.Reading
) -> None:
    assert agreement.resolve(known, words, *found, relation) == expected


def test_article_and_adjective_follow_the_noun() -> None:
    doc = Doc(
        VOCAB,
        words=["in", "der", "neuen", "Stadt"],
        tags=["APPR", "ART", "ADJA", "NN"],
        heads=[3, 3, 3, 3],
        deps=["case", "det", "amod", "ROOT"],
        morphs=[
            "",
            "Case=Nom|Gender=Masc|Number=Sing",
            "Case=Acc|Degree=Pos|Number=Plur",
            "Case=Acc|Gender=Fem|Number=Sing",
        ],
    )
    agreement.agree(doc, {3: "Fem|Sing"})
    assert [str(t.morph) for t in doc] == [
        "",
        "Case=Dat|Gender=Fem|Number=Sing",
        "Case=Dat|Degree=Pos|Number=Sing",
        "Case=Dat|Gender=Fem|Number=Sing",
    ]


def test_a_noun_without_case_has_its_articles() -> None:
    doc = Doc(
        VOCAB,
        words=["der", "Stadt"],
        tags=["ART", "NN"],
        heads=[1, 1],
        deps=["det", "ROOT"],
        morphs=["Case=Gen|Gender=Fem|Number=Sing", "Gender=Fem|Number=Sing"],
    )
    agreement.agree(doc, {1: "Fem|Sing"})
    assert doc[1].morph.get("Case", []) == ["Gen"]


def test_counted_units_may_be_plural() -> None:
    doc = Doc(
        VOCAB,
        words=["fünf", "Prozent"],
        tags=["CARD", "NN"],
        morphs=["NumType=Card", "Case=Nom|Gender=Neut|Number=Plur"],
    )
    agreement.agree(doc, {1: "Neut|Sing"})
    assert doc[1].morph.get("Number", []) == ["Plur"]


def test_every_article_has_readings() -> None:
    assert all(agreement.ARTICLES.values())
    assert all(agreement.PREPOSITIONS.values())


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (("SUB:NOM:SIN:FEM", "SUB:DAT:SIN:FEM"), "Fem|Sing"),
        (("SUB:NOM:SIN:MAS", "SUB:NOM:PLU:MAS"), "Masc|?"),
        (("SUB:NOM:SIN:MAS:ADJ", "SUB:NOM:SIN:FEM:ADJ"), "?|?"),
        (("SUB:NOM:SIN",), "?|?"),
    ],
)
def test_features_of_a_form(tags: tuple[str, ...], expected: str) -> None:
    assert noun_features(tags) == expected
