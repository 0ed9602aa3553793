"""The lemmatizer on hand-made documents: prefixes, mood, names; it needs no trained model."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from briefing.analyse.lemmatizer import GermanLemmatizer, Lexicon
from training.lexicon import induce

VOCAB = spacy.blank("de").vocab
DATA = {
    "finite": induce(
        {"kündigte": "2:en", "nahm": "3:ehmen", "habe": "0:n", "sei": "1:in", "wäre": "4:sein", "ist": "3:sein"}
    ),
    "participle": induce({"angekündigt": "9:kündigen", "gekündigt": "9:kündigen"}),
    "adjective": induce({"großen": "2:", "kleinen": "2:", "größeren": "6:oß"}),
    "noun": induce({"äpfel": "5:apfel", "staaten": "2:"}),
    "mood": {"": "?", "^habe": "K1", "^sei": "K1", "^wäre": "K2", "^ist": "I"},
    "names in s": {"NE Hans": ""},
}


@pytest.fixture
def component() -> GermanLemmatizer:
    found = GermanLemmatizer(spacy.blank("de"))
    found.lexicon = Lexicon(DATA)
    return found


def doc(
    words: str, tags: str, *, heads: list[int] | None = None, deps: str = "", morphs: list[str] | None = None
) -> Doc:
    parts = words.split()
    return Doc(VOCAB, words=parts, tags=tags.split(), heads=heads, deps=deps.split() or None, morphs=morphs)


def test_separated_prefix_is_joined_by_the_tree(component: GermanLemmatizer) -> None:
    text = doc("Er kündigte Streiks an", "PPER VVFIN NN PTKVZ", heads=[1, 1, 1, 1], deps="nsubj ROOT obj compound:prt")
    assert component(text)[1].lemma_ == "ankündigen"


def test_separated_prefix_is_joined_without_a_tree(component: GermanLemmatizer) -> None:
    assert component(doc("Sie nahm daran teil", "PPER VVFIN PAV PTKVZ"))[1].lemma_ == "teilnehmen"


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("angekündigt", "VVPP", "ankündigen"),
        ("weggekündigt", "VVPP", "wegkündigen"),
        ("Größeren", "ADJA", "groß"),
        ("Äpfel", "NN", "Apfel"),
        ("EU-Staaten", "NN", "EU-Staat"),
        ("SPD", "NN", "SPD"),
        ("28.", "ADJA", "28."),
        ("Trotzdem", "PAV", "trotzdem"),
        ("Mio.", "", "Mio."),
    ],
)
def test_lemmas(component: GermanLemmatizer, form: str, tag: str, lemma: str) -> None:
    assert component.lexicon.lemma(form, tag) == lemma


@pytest.mark.parametrize(
    ("form", "genitive", "lemma"),
    [
        ("Putins", True, "Putin"),
        ("Putins", False, "Putins"),
        ("Hans", True, "Hans"),
        ("Strauss", True, "Strauss"),
        ("UNHCRS", True, "UNHCRS"),
    ],
)
def test_names(component: GermanLemmatizer, form: str, genitive: bool, lemma: str) -> None:
    assert component.lexicon.name_lemma(form, genitive=genitive) == lemma


@pytest.mark.parametrize(
    ("words", "tags", "verb", "expected"),
    [
        ("Er habe geschlafen", "PPER VAFIN VVPP", 1, "Mood=Sub|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"),
        ("Ich habe geschlafen", "PPER VAFIN VVPP", 1, "Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin"),
        (
            "dass ich gut geschlafen habe",
            "KOUS PPER ADJD VVPP VAFIN",
            4,
            "Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin",
        ),
        (
            "ich glaube , er sei da",
            "PPER VVFIN $, PPER VAFIN ADV",
            4,
            "Mood=Sub|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
        ),
        ("Es wäre schön", "PPER VAFIN ADJD", 1, "Mood=Sub|Tense=Past|VerbForm=Fin"),
        ("Es ist schön", "PPER VAFIN ADJD", 1, "Mood=Ind|VerbForm=Fin"),
        ("Er kündigte", "PPER VVFIN", 1, ""),
    ],
)
def test_mood(component: GermanLemmatizer, words: str, tags: str, verb: int, expected: str) -> None:
    assert str(component(doc(words, tags))[verb].morph) == expected


def test_part_of_speech_follows_the_tag(component: GermanLemmatizer) -> None:
    assert [t.pos_ for t in component(doc("Merkel ist da", "NE VAFIN ADV"))] == ["PROPN", "AUX", "ADV"]


def test_saved_bytes_are_stable_and_complete(component: GermanLemmatizer) -> None:
    data = component.to_bytes()
    again = GermanLemmatizer(spacy.blank("de")).from_bytes(data)
    assert again.to_bytes() == data
    assert again.lexicon.data == DATA
