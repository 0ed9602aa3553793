"""A briefing that says what no source says is refused."""

from __future__ import annotations

import json

import pytest

from briefing.model import Article
from briefing.verify import VerifyError, verify_files

TEXT = "Er sagte: „Wir kommen morgen.“ Dann ging er."


def files(*, evidence: str = "Wir kommen morgen.", markdown: str = "") -> dict[str, bytes]:
    start = TEXT.index("Wir")
    data = {
        "sources": [{"id": "Q1", "article": "a"}],
        "stories": [{"core": [{"evidence": [{"source": "Q1", "start": start, "end": start + 18, "text": evidence}]}]}],
    }
    return {"briefing.json": json.dumps(data).encode(), "briefing.md": markdown.encode()}


ARTICLES = {"a": Article(id="a", file="a.txt", text=TEXT)}


def test_verbatim_evidence_and_quotations_pass() -> None:
    assert verify_files(files(markdown="Er: „Wir kommen\nmorgen“ und „Dann […] er“"), ARTICLES) == 3


def test_changed_evidence_fails() -> None:
    with pytest.raises(VerifyError, match="not verbatim in Q1"):
        verify_files(files(evidence="Wir kommen heute!!"), ARTICLES)


def test_an_invented_quotation_fails() -> None:
    with pytest.raises(VerifyError, match="„Wir kommen nie“ stands in no source"):
        verify_files(files(markdown="Er: „Wir kommen nie“"), ARTICLES)


def test_markup_and_escapes_do_not_hide_a_quotation() -> None:
    done = files()
    done["briefing.html"] = "<p>„Wir <b>kommen</b> mor&shy;gen.“</p>".encode()
    done["briefing.md"] = "„Wir kommen morgen\\.“".encode()
    assert verify_files(done, ARTICLES) == 3
