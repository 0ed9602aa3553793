"""Material that the teachers annotate."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import numpy as np
import spacy
from spacy.tokens import Doc

from briefing.analyse.lemmatizer import Lexicon
from training import silver
from training.parses import Labels, Parse, Sentence

GOLD = [
    Sentence(
        words=["Er", "geht", "Haus"],
        source=1,
        tags=["PPER", "VVFIN", "NN"],
        morphs=["Case=Nom", "Number=Sing", "Case=Acc"],
        heads=[1, 1, 1],
        relations=["nsubj", "ROOT", "obj"],
    )
]
LABELS = Labels.of(GOLD)


def test_gold_parts_of_speech_limit_the_choice() -> None:
    found = silver.masks(["NOUN", "VERB", "AUX"])
    assert found["AUX"].tolist() == [False, True, True]
    assert found["NOUN"].tolist() == [True, False, False]


def test_sentences_are_without_white_space() -> None:
    vocab = spacy.blank("de").vocab
    doc = Doc(
        vocab,
        words=["Er", "ging", "\n", "Sie", "blieb"],
        tags=["PPER", "VVFIN", "_SP", "PPER", "VVFIN"],
        pos=["PRON", "VERB", "SPACE", "PRON", "VERB"],
        heads=[1, 1, 1, 4, 4],
        deps=["nsubj", "ROOT", "dep", "nsubj", "ROOT"],
    )
    first, second = silver.sentences(doc, 2)
    assert (first[0].words, first[0].heads, first[1]) == (["Er", "ging"], [1, 1], [0, 1])
    assert (second[0].relations, second[0].source, second[1]) == (["nsubj", "ROOT"], 2, [3, 4])


def scores(inventory: object, *best: str, share: float = 0.8) -> np.ndarray:
    names = list(inventory)  # type: ignore[call-overload]
    rows = np.full((len(best), len(names)), (1 - share) / len(names))
    for row, name in zip(rows, best, strict=True):
        row[names.index(name)] = share
    return rows


def parse(relation: str, sure: float) -> Parse:
    return Parse(
        heads=[1, 1],
        arcs=np.array([sure, 0.9]),
        relations=scores(LABELS.relations, relation, "ROOT"),
        tags=scores(LABELS.tags, "NN", "VVFIN"),
        morphs=scores(LABELS.morphs, "Number=Sing", "Number=Sing"),
    )


def annotated(part: str, relation: str, sure: float) -> Doc:
    doc = Doc(spacy.blank("de").vocab, words=["Sie", "geht", "\n"], pos=[part, "VERB", "SPACE"])
    return silver.Annotator(GOLD, LABELS, Lexicon({})).document(doc, [(parse(relation, sure), [0, 1])])


def test_teachers_annotate_within_the_parts_of_speech() -> None:
    doc = annotated("PRON", "obj", 0.9)
    assert [token.tag_ for token in doc] == ["PPER", "VVFIN", "_SP"]
    assert str(doc[0].morph) == "Case=Nom"
    assert [token.dep_ for token in doc] == ["obj", "ROOT", "dep"]
    assert [token.head.i for token in doc] == [1, 1, 1]
    assert annotated("", "obj", 0.9)[0].tag_ == "NN"


def test_every_word_has_a_relation() -> None:
    assert annotated("PRON", "obj", 0.1)[0].dep_ == "obj"
    assert annotated("PRON", "ROOT", 0.9)[0].dep_ != "ROOT"


def test_running_text(tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    news.write_text(json.dumps({"text": "Ein Satz.\n" * 80}) + "\n", encoding="utf-8")
    pieces = list(silver.articles(news))
    assert "".join(pieces) == "Ein Satz.\n" * 80
    assert all(len(piece) < 520 for piece in pieces)
    lines = tmp_path / "lines.gz"
    with gzip.open(lines, "wt", encoding="utf-8") as rows:
        rows.write("# doc = a\n" + "Dieser kleine Satz hat heute genau neun Wörter insgesamt.\nKurz.\n" * 3)
    texts = list(silver.encyclopedia(spacy.blank("de"), lines, random.Random(1)))
    assert sum(len(list(doc.sents)) for doc in texts) == 3
