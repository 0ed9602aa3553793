"""Two views that one sentence tells side by side."""

from __future__ import annotations

import pytest
from comparison_builder import Draft, NoActors, story

from briefing.aggregate.disagreements_sentences import find_sentence_contrasts
from briefing.model import Disagreement

SAID = "Die Kritiker lehnen den Begriff als verletzend ab"
WORDS = "der Begriff benenne nur, was in der Stadt geschehe"


def contrasts(draft: Draft) -> list[Disagreement]:
    articles, analyses, _ = story(draft)
    return find_sentence_contrasts(articles, analyses, NoActors())


def test_a_rejection_and_what_another_says_in_the_same_sentence() -> None:
    draft = Draft("a", f"{SAID}, die Ministerin erklärte, {WORDS}.").quote(WORDS, "die Ministerin")
    (item,) = contrasts(draft.claim(SAID, "denies", "Die Kritiker", "den Begriff", "rejection"))
    assert item.rule == "contrast-in-sentence"
    assert [side.holders for side in item.sides] == [("die Ministerin",), ("Die Kritiker",)]


def test_a_bare_verb_is_shown_with_its_clause() -> None:
    wanted = "Die Minister der Länder forderten einen Pakt für Hochschulen"
    draft = Draft("a", f"{wanted}, was die Kanzlerin ablehnte.")
    draft.claim(wanted, "demands", "Die Minister der Länder", "einen Pakt", "demand")
    (item,) = contrasts(draft.claim("ablehnte", "denies", "die Kanzlerin", "einen Pakt", "rejection"))
    shown = item.sides[1].statement
    assert draft.article.text[shown.start : shown.end] == "was die Kanzlerin ablehnte"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"{SAID}, sie erklärten, {WORDS}.", "Kritiker"),
        (f"{SAID}. Die Ministerin erklärte, {WORDS}.", "die Ministerin"),
        (f"{SAID}, heißt es bei Xy, {WORDS}.", "Xy"),
    ],
)
def test_one_party_other_sentences_and_nobody(text: str, speaker: str) -> None:
    draft = Draft("a", text).quote(WORDS, speaker)
    assert contrasts(draft.claim(SAID, "denies", "Die Kritiker", "den Begriff", "rejection")) == []


def test_words_of_a_quotation_are_no_report_of_a_stand() -> None:
    text = f"„{SAID}“, sagte der Sprecher, die Ministerin erklärte, {WORDS}."
    draft = Draft("a", text).quote(SAID, "der Sprecher", "direct").quote(WORDS, "die Ministerin")
    assert contrasts(draft.claim(SAID, "denies", "Die Kritiker", "den Begriff", "rejection")) == []
