"""The pipeline keeps offsets, whatever the text, and one failing extractor fails no build."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from briefing import analyse
from briefing.analyse import pipeline
from briefing.errors import UsageError
from briefing.model import Analysis, Article, Block


def article(text: str) -> Article:
    blocks = (Block(start=0, end=len(text), kind="body"),) if text else ()
    return Article(id="a", file="a", text=text, published="2024-10-28", blocks=blocks)


def spans(analysis: Analysis) -> list[tuple[int, int]]:
    """Every span of an analysis."""
    found = [s.span for s in analysis.sentences] + [n.span for n in analysis.names]
    found += [span for q in analysis.quotes for span in (*q.content, *q.speaker, *q.cue, *q.frame, *q.addressee)]
    for item in (*analysis.quantities, *analysis.dates, *analysis.claims, *analysis.questions):
        found.append(item.span)
    return [(span.start, span.end) for span in found]


PIECES = st.sampled_from(
    ["„", "“", '"', "»", "«", "‚", "‘", "sagte er", "Präsident Müller", "laut Polizei", "1.500", "rund", "\n", " ",
     ", dass", "sei", "habe", "am Montag", "?", ".", ":", "Berlin", "\u00a0", "\u200f", "\x00", "🙂", "ß",
     "\ud800", "unklar"]
)  # fmt: skip


@settings(max_examples=40)
@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=200))
def test_any_text_is_analysed_and_every_span_lies_in_it(text: str) -> None:
    analysis = analyse.analyse_one(article(text))
    assert analysis.problems == ()
    for start, end in spans(analysis):
        assert 0 <= start < end <= len(text)


def test_the_same_article_gives_the_same_analysis() -> None:
    text = "„Wir kommen“, sagte Bürgermeister Karl Maier am Montag. Rund 300 Menschen seien da."
    assert analyse.analyse_one(article(text)) == analyse.analyse_one(article(text))


def test_what_is_beyond_the_limit_is_named() -> None:
    analysis = analyse.analyse_one(article("Ein Satz. " * 50), limit=100)
    assert [p.message for p in analysis.problems] == ["nur die ersten 100 von 500 Zeichen ausgewertet"]
    assert all(end <= 100 for _, end in spans(analysis))


def test_an_extractor_that_fails_is_a_problem_of_that_article(monkeypatch: pytest.MonkeyPatch) -> None:
    def find_nothing(doc: Doc) -> Doc:
        raise RuntimeError("oh\nnein")

    monkeypatch.setattr(analyse, "components", lambda: (find_nothing,))
    (problem,) = analyse.analyse_one(article("Ein Satz.")).problems
    assert problem.message == "find_nothing fehlgeschlagen (RuntimeError: oh nein)"


def test_an_unknown_pipeline_is_one_clear_line() -> None:
    with pytest.raises(UsageError, match="model 'no_such_model' cannot be loaded"):
        pipeline.load("no_such_model")


def test_labels_of_other_pipelines_become_ours() -> None:
    assert {pipeline.ENTITY_LABELS[label] for label in ("PERSON", "GPE", "ORG", "OTH")} == {"PER", "LOC", "ORG", "MISC"}
