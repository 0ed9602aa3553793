"""The component: time expressions of a document, in the article's own offsets."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from briefing.analyse import items
from briefing.analyse.dates import find_dates


def _doc(text: str, published: str | None, blocks: list[tuple[int, int, str]] | None = None) -> Doc:
    doc = spacy.blank("de").make_doc(text)
    doc.user_data[items.ARTICLE] = {
        "published": published, "title": None, "blocks": blocks or [(0, len(text), "body")]
    }  # fmt: skip
    return doc


def test_dates_are_resolved_against_the_article() -> None:
    doc = find_dates(_doc("Rutte sprach am Montag. Im Februar sagte er nichts.", "2024-10-28"))
    assert [(doc.text[d["start"] : d["end"]], d["value"]) for d in items.read(doc, items.DATES)] == [
        ("Montag", "2024-10-28"),
        ("Februar", "2024-02"),
    ]


def test_boilerplate_has_no_dates() -> None:
    text = "Am Montag kam er.\nAm Dienstag abonnieren."
    doc = find_dates(_doc(text, None, [(0, 17, "body"), (18, len(text), "boilerplate")]))
    assert [d["value"] for d in items.read(doc, items.DATES)] == ["XXXX-WXX-1"]


def test_findings_survive_serialisation() -> None:
    doc = find_dates(_doc("Am Montag kam er.", "2024-10-28"))
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert items.read(again, items.DATES) == items.read(doc, items.DATES)
