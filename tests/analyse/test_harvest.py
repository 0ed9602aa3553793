"""What components write comes out as shared types, without boilerplate, with terms."""

from __future__ import annotations

from decimal import Decimal

import spacy
from spacy.tokens import Doc

from briefing.analyse import items
from briefing.analyse.harvest import harvest
from briefing.analyse.sentences import split_sentences
from briefing.model import Article, Block, Span

TEXT = "Karl Maier sagte, rund 300 Menschen seien gekommen.\nLesen Sie auch: Karl Maier tanzt."
BREAK = TEXT.index("\n")


def article() -> Article:
    blocks = (Block(start=0, end=BREAK, kind="body"), Block(start=BREAK + 1, end=len(TEXT), kind="boilerplate"))
    return Article(id="a", file="a.txt", text=TEXT, blocks=blocks)


def document() -> Doc:
    doc = split_sentences(spacy.blank("de")(TEXT))
    doc.user_data[items.ARTICLE] = {
        "published": None, "title": None, "blocks": [(b.start, b.end, b.kind) for b in article().blocks],
    }  # fmt: skip
    name = {"label": "PER", "name": "Karl Maier", "role": None, "acts": True, "gender": "m", "number": "s", "rule": "n"}
    second = TEXT.index("Karl", BREAK)
    items.write(doc, items.NAMES, [{"start": 0, "end": 10, **name}, {"start": second, "end": second + 10, **name}])
    content = [TEXT.index("rund"), BREAK - 1]
    items.write(
        doc, items.QUOTES,
        [{"kind": "indirect", "content": [content], "speaker": [[0, 10]], "speaker_name": "Karl Maier",
          "speaker_role": None, "cue": [[11, 16]], "frame": [[0, 16]], "addressee": [], "terms": [], "rule": "q"}],
    )  # fmt: skip
    items.write(
        doc, items.QUANTITIES,
        [{"start": content[0], "end": content[0] + 17, "low": "300", "high": "300", "bound": "about", "unit": "",
          "counted": None, "what": "Menschen", "status": "claimed", "holder": [0, 10], "holder_name": "Karl Maier",
          "as_of": None, "change": False, "head": "mensch", "modifiers": [], "events": ["kommen"], "places": [],
          "rule": "z"}],
    )  # fmt: skip
    return doc


def test_findings_become_shared_types_with_spans_of_the_article() -> None:
    analysis = harvest(document(), article(), "model 1")
    (quote,) = analysis.quotes
    assert quote.speaker == (Span(article="a", start=0, end=10),)
    assert TEXT[quote.content[0].start : quote.content[0].end] == "rund 300 Menschen seien gekommen"
    (number,) = analysis.quantities
    assert (number.low, number.bound, number.holder_name) == (Decimal(300), "about", "Karl Maier")
    assert analysis.model == "model 1"


def test_nothing_comes_out_of_boilerplate() -> None:
    analysis = harvest(document(), article(), "")
    assert [name.span.start for name in analysis.names] == [0]
    assert [sentence.block for sentence in analysis.sentences] == ["body", "boilerplate"]
    assert analysis.sentences[1].terms == ()


def test_terms_hold_names_by_their_full_name_and_no_empty_words() -> None:
    terms = harvest(document(), article(), "").sentences[0].terms
    assert terms[0] == "karl maier"
    assert "menschen" in terms
    assert "sagte" not in terms or "sagen" not in terms
    assert "seien" not in terms


def test_sentences_cover_the_text_without_surrounding_space() -> None:
    for sentence in harvest(document(), article(), "").sentences:
        text = TEXT[sentence.span.start : sentence.span.end]
        assert text == text.strip()
        assert "\n" not in text
