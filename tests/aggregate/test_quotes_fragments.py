"""A few words in marks that make no sentence are shown by the sentence they stand in, and that once."""

from __future__ import annotations

import pytest

from briefing.aggregate.quotes import is_fragment, merge
from briefing.aggregate.quotes_entries import entries_of
from briefing.aggregate.similarity import Weights
from briefing.model import Actor, Analysis, Article, Quote, QuoteGroup, Sentence, Span

SENTENCE = "Rutte hält die Pläne der Länder dagegen für „sachgerecht“."


class Rutte:
    """Rutte alone is known."""

    actors = (Actor(id="A", name="Rutte", kind="PER", aliases=(), roles=(), mentions=1, sources=()),)

    def of(self, article_id: str, name: str) -> Actor | None:
        """Rutte, by his name."""
        return self.actors[0] if name == "Rutte" else None


def found(text: str, *parts: str, rule: str = "direct/view", speaker: str = "Rutte") -> tuple[Article, Analysis]:
    """One article of one sentence; `parts` are direct where they begin with a mark, else indirect speech."""
    whole = Span(article="a", start=0, end=len(text))
    quotes = []
    for part in parts:
        start = text.index(part)
        quotes.append(
            Quote(
                kind="direct" if part[0] == "„" else "indirect",
                content=(Span(article="a", start=start, end=start + len(part)),),
                speaker=(Span(article="a", start=0, end=5),) if text.startswith("Rutte") else (),
                speaker_name=speaker,
                terms=tuple(word.lower() for word in part.split() if len(word) > 4),
                rule=rule if part[0] == "„" else "indirect/behind",
            )
        )
    sentences = (Sentence(span=whole, block="body", terms=()),)
    return Article(id="a", file="a", text=text), Analysis(article="a", sentences=sentences, quotes=tuple(quotes))


def groups_of(text: str, *parts: str, rule: str = "direct/view", speaker: str = "Rutte") -> tuple[QuoteGroup, ...]:
    article, analysis = found(text, *parts, rule=rule, speaker=speaker)
    return merge({"a": article}, {"a": analysis}, {"a": "a"}, Rutte())


def test_a_word_in_marks_is_shown_by_its_sentence() -> None:
    (group,) = groups_of(SENTENCE, "„sachgerecht“")
    (variant,) = group.variants
    assert group.kind == variant.kind == "reported"
    assert is_fragment(variant)
    assert variant.content == variant.evidence


@pytest.mark.parametrize("words", ["„Das passt schon“", "„Die Pläne der Länder sachgerecht, immerhin“"])
def test_a_sentence_or_a_longer_part_of_one_is_shown_as_said(words: str) -> None:
    (group,) = groups_of(f"Rutte sagte: {words}.", words)
    assert group.kind == "direct"


def test_two_words_in_marks_of_one_sentence_are_shown_once() -> None:
    text = "Rutte nannte die Pläne der Länder „sachgerecht“ und „beispiellos“."
    (group,) = groups_of(text, "„sachgerecht“", "„beispiellos“")
    assert is_fragment(group.variants[0])


def test_a_name_in_marks_beside_what_somebody_said_is_no_statement() -> None:
    text = "Rutte teilte der „Freien Presse“ mit, die Pläne seien in jeder Hinsicht ein großer Fortschritt."
    told = "die Pläne seien in jeder Hinsicht ein großer Fortschritt"
    (group,) = groups_of(text, "„Freien Presse“", told)
    assert group.kind == "indirect"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (SENTENCE, 1),
        ("Das Geld wird aus dem umgeschichtet, was als „sachgerecht“ eingeplant ist.", 0),
        ("Das Geld sei als „sachgerecht“ anzusehen.", 1),  # somebody says so
    ],
)
def test_words_that_a_weak_rule_finds_need_a_speaker_or_the_mood_of_speech(text: str, count: int) -> None:
    article, analysis = found(text, "„sachgerecht“", rule="direct/judged")
    assert len(entries_of(article, analysis, Weights({"a": analysis}), Rutte())) == count
