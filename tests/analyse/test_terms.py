"""Content terms of stretches of a document."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from briefing.analyse.terms import Terms

NLP = spacy.blank("de")


def terms(words: str, pos: str) -> list[str]:
    doc = Doc(NLP.vocab, words=words.split(), pos=pos.split(), lemmas=words.split())
    return Terms(doc).of(0, len(doc.text))


def test_only_words_of_content_count() -> None:
    assert terms("die Soldaten kämpfen dort", "DET NOUN VERB ADV") == ["soldaten", "kämpfen"]


def test_a_state_counts_whatever_the_tagger_took_it_for() -> None:
    assert terms("nordkoreanischer Soldaten", "ADV NOUN") == ["nordkorea", "soldaten"]
