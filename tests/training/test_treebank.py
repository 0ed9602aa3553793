"""Treebank words become the pipeline's tokens with one set of labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from training import conllu, labels, prepare, treebank
from training.text import glue

CONLLU = """\
# newdoc id = d1
# sent_id = 1
# text = Er kam am Social-Media-Tag „heim“.
1\tEr\ter\tPRON\tPPER\tCase=Nom|Number=Sing|Person=3|PronType=Prs\t2\tnsubj\t_\t_
2\tkam\tkommen\tVERB\tVVFIN\tMood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin\t0\troot\t_\t_
3-4\tam\t_\t_\t_\t_\t_\t_\t_\t_
3\tan\tan\tADP\tAPPR\t_\t9\tcase\t_\t_
4\tdem\tder\tDET\tART\tCase=Dat|PronType=Art\t9\tdet\t_\t_
5\tSocial\tSocial\tNOUN\tNN\tCase=Dat\t7\tcompound\t_\t_
6\t-\t-\tPUNCT\t$(\t_\t5\tpunct\t_\t_
7\tMedia\tMedia\tNOUN\tNN\tCase=Dat\t9\tcompound\t_\t_
8\t-\t-\tPUNCT\t$(\t_\t7\tpunct\t_\t_
9\tTag\tTag\tNOUN\tNN\tCase=Dat|Gender=Masc|Number=Sing\t2\tobl:tmod\t_\t_
10\t„\t„\tPUNCT\t$(\t_\t11\tpunct\t_\t_
11\theim\theim\tADP\tPTKVZ\t_\t2\tcompound:prt\t_\t_
12\t“\t“\tPUNCT\t$(\t_\t11\tpunct\t_\t_
13\t.\t.\tPUNCT\t$.\t_\t2\tpunct\t_\t_

"""


@pytest.fixture
def sentence(tmp_path: Path) -> conllu.Sentence:
    (tmp_path / "a.conllu").write_text(CONLLU, encoding="utf-8")
    [only] = conllu.read_conllu(tmp_path / "a.conllu")
    return only


def test_words_point_into_folded_text(sentence: conllu.Sentence) -> None:
    assert sentence.text == 'Er kam am Social-Media-Tag "heim".'
    assert sentence.document == "d1"
    for word in sentence.words:
        if word.form not in ("an", "dem"):
            assert sentence.text[word.start : word.end] == word.form


def test_contractions_and_compounds_become_one_token(sentence: conllu.Sentence) -> None:
    doc = treebank.paragraph(prepare.blank(), [sentence], [""])
    assert doc is not None
    rows = [(t.text, t.tag_, t.pos_, t.dep_, t.head.text) for t in doc]
    assert rows[2:4] == [
        ("am", "APPRART", "ADP", "case", "Social-Media-Tag"),
        ("Social-Media-Tag", "NN", "NOUN", "obl", "kam"),
    ]
    assert rows[5] == ("heim", "PTKVZ", "ADP", "compound:prt", "kam")
    assert [t.lemma_ for t in doc][:3] == ["er", "kommen", "an"]


def test_line_breaks_are_tokens_that_end_a_sentence(sentence: conllu.Sentence) -> None:
    doc = treebank.paragraph(prepare.blank(), [sentence, sentence], ["\n\n", ""])
    assert doc is not None
    assert [s.text for s in doc.sents] == [sentence.text + "\n\n", sentence.text]
    space = next(t for t in doc if t.is_space)
    assert (space.tag_, space.pos_, space.dep_) == ("_SP", "SPACE", "dep")


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("obl:tmod", "obl"),
        ("iobj", "obl:arg"),
        ("nsubj:pass", "nsubj:pass"),
        ("csubj:pass", "nsubj:pass"),
        ("acl:relcl", "acl"),
    ],
)
def test_relations_lose_their_subtypes(label: str, expected: str) -> None:
    assert labels.relation(label) == expected


@pytest.mark.parametrize(
    ("raw", "pos", "tag", "expected"),
    [
        ("Case=Dat", "ADP", "APPR", ""),
        ("Gender=Masc,Neut|Number=Sing|Case=Nom", "NOUN", "NN", "Case=Nom|Number=Sing"),
        ("_", "VERB", "VVPP", "VerbForm=Part"),
        ("Mood=Sub|Tense=Pres", "AUX", "VAFIN", "Mood=Sub|Tense=Pres|VerbForm=Fin"),
        ("PronType=Dem,Rel|Case=Nom", "PRON", "PRELS", "Case=Nom|PronType=Rel"),
        ("Case=Nom|Degree=Pos", "ADJ", "ADJD", "Degree=Pos"),
    ],
)
def test_features_that_all_treebanks_share(raw: str, pos: str, tag: str, expected: str) -> None:
    assert labels.features(raw, pos, tag) == expected


@pytest.mark.parametrize(
    ("form", "lemma", "pos", "tag", "raw", "expected"),
    [
        ("könnte", "können", "AUX", "VBC", "Mood=Sub", "VMFIN"),
        ("gesagt", "sagen", "VERB", "VBN", "_", "VVPP"),
        ("anzukündigen", "ankündigen", "VERB", "VB", "_", "VVIZU"),
        ("dafür", "dafür", "ADV", "RB", "_", "PAV"),
        ("Berlin", "Berlin", "PROPN", "NNP", "_", "NE"),
        (";", ";", "PUNCT", ":", "_", "$."),
    ],
)
def test_tags_of_the_english_kind_become_stts(
    form: str, lemma: str, pos: str, tag: str, raw: str, expected: str
) -> None:
    assert labels.penn_to_stts(form, lemma, pos, tag, raw) == expected


def test_glue_sets_no_space_inside_quotation_marks_and_brackets() -> None:
    text, spans = glue(["Er", '"', "kam", '"', "(", "spät", ")", "."])
    assert text == 'Er "kam" (spät).'
    assert [text[start:end] for start, end in spans] == ["Er", '"', "kam", '"', "(", "spät", ")", "."]


def test_words_that_form_a_circle_are_left_out(sentence: conllu.Sentence, tmp_path: Path) -> None:
    circle = CONLLU.replace("\t9\tcompound", "\t10\tcompound").replace("\t11\tpunct\t_\t_\n11", "\t5\tpunct\t_\t_\n11")
    circle = circle.replace(
        "9\tTag\tTag\tNOUN\tNN\tCase=Dat|Gender=Masc|Number=Sing\t2\t", "9\tTag\tTag\tNOUN\tNN\t_\t10\t"
    )
    (tmp_path / "b.conllu").write_text(circle, encoding="utf-8")
    [only] = conllu.read_conllu(tmp_path / "b.conllu")
    assert treebank.paragraph(prepare.blank(), [only], [""]) is None


def test_parts_of_speech_alone(tmp_path: Path) -> None:
    (tmp_path / "c.conll").write_text(
        "Er\tPRON\nwar\tVERB\nim\t_\nin\tADP\ndem\tDET\nHaus\tNOUN\n.\tPUNCT\n\n", "utf-8"
    )
    [only] = conllu.read_upos(tmp_path / "c.conll")
    assert only.text == "Er war im Haus."
    assert [word.pos for word in only.words] == ["PRON", "VERB", "ADP", "NOUN", "PUNCT"]
