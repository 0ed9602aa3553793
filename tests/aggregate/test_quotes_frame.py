"""A statement that its frame denies, doubts or asks is shown with the frame. `[…]` marks the content."""

from __future__ import annotations

import pytest

from briefing.aggregate.quotes_frame import INFINITIVE, shown_content, without_next
from briefing.model import Article, Quote, Span


def shown(marked: str, kind: str = "indirect", cue: str = "", rule: str = "test") -> str:
    start = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    content = Span(article="a", start=start, end=marked.index("]") - 1)
    at = text.index(cue)
    cues = (Span(article="a", start=at, end=at + len(cue)),) if cue else ()
    quote = Quote(kind=kind, content=(content,), cue=cues, rule=rule)  # type: ignore[arg-type]
    (span,) = shown_content(quote, Article(id="a", file="a", text=text), Span(article="a", start=0, end=len(text)))
    return text[span.start : span.end]


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Präsident wollte nicht dementieren, [dass Truppen eingetroffen seien].",
        "Die Firma bestritt, [dass sie davon gewusst habe].",
        "[Ob er bleibe], fragten sich die Abgeordneten.",
        "Der Minister wies zurück, [dass es Absprachen gab].",
        "Experten bezweifeln, [dass das genügt].",
        "Niemals habe er gesagt, [er gehe].",
        "Der Sprecher warnte, [das Haus stürze ein].",
    ],
)
def test_a_frame_that_turns_its_content_is_shown_with_it(sentence: str) -> None:
    assert shown(sentence) == sentence.replace("[", "").replace("]", "")


@pytest.mark.parametrize(
    "sentence",
    ["Der Minister sagte, [er habe nichts gewusst].", "[Die Lage sei nicht ernst], teilte die Polizei mit."],
)
def test_a_plain_frame_is_left_out(sentence: str) -> None:
    assert shown(sentence) == sentence[sentence.index("[") + 1 : sentence.index("]")]


def test_direct_speech_is_shown_as_said() -> None:
    assert shown("Er bestritt: „[Ich war es nicht].“", "direct") == "Ich war es nicht"


@pytest.mark.parametrize(
    ("sentence", "cue", "rule"),
    [
        ("Die Gewerkschaft forderte den Vorstand auf, [den Plan zu ändern].", "forderte", INFINITIVE),
        ("Abgeordnete warfen ihm vor, [zu mauern].", "warfen", INFINITIVE),
        ("Die Ministerin fordert, [dass der Vorstand geht].", "fordert", "indirect/dass"),
        ("Sie hofft, [dass der Bund zahlt].", "hofft", "indirect/dass"),
    ],
)
def test_what_is_meant_with_a_clause_is_shown(sentence: str, cue: str, rule: str) -> None:
    assert shown(sentence, cue=cue, rule=rule) == sentence.replace("[", "").replace("]", "")


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("Der Minister sagte, [dass der Bund zahlt].", "sagte"),
        ("Die Firma hat mitgeteilt, [dass sie zahlt].", "hat mitgeteilt"),
        ("Sie forderte, [der Bund müsse zahlen].", "forderte"),
    ],
)
def test_a_clause_after_a_plain_cue_or_in_the_subjunctive_stands_alone(sentence: str, cue: str) -> None:
    assert shown(sentence, cue=cue) == sentence[sentence.index("[") + 1 : sentence.index("]")]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Er rief dazu auf, [zu helfen]: „Es brennt“, sagte er.", "Er rief dazu auf, zu helfen"),
        ("Er rief dazu auf, [zu helfen], und sagte: „Es brennt“.", "Er rief dazu auf, zu helfen"),
        ("Er rief dazu auf, [zu helfen].", "Er rief dazu auf, zu helfen."),
    ],
)
def test_direct_speech_behind_is_another_statement(text: str, kept: str) -> None:
    start, end = text.index("["), text.index("]") - 1
    text = text.replace("[", "").replace("]", "")
    quote = Quote(kind="indirect", content=(Span(article="a", start=start, end=end),), rule=INFINITIVE)
    quotes = [quote]
    if "„" in text:
        said = Span(article="a", start=text.index("„"), end=text.index("“") + 1)
        quotes.append(Quote(kind="direct", content=(said,), rule="test"))
    whole = Span(article="a", start=0, end=len(text))
    left = without_next(quote, quotes, Article(id="a", file="a", text=text), whole)
    assert text[left.start : left.end] == kept
