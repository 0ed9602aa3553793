"""A briefing that says what no source says is refused."""

from __future__ import annotations

import json
from email.message import EmailMessage
from typing import Any

import pytest

from briefing.model import Article
from briefing.render import pdf
from briefing.render.templates import Templates
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


def mail(text: str, html: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = "Lage"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    message.add_attachment(b"%PDF-1.7 \xe2\x80\x9e", maintype="application", subtype="pdf")
    return message.as_bytes()


def test_the_texts_of_a_mail_are_proved() -> None:
    good = "Er: „Wir kommen\nmorgen“"
    done = {**files(), "briefing.eml": mail(good, f"<p>{good}</p>")}
    assert verify_files(done, ARTICLES) == 3
    for text, html in (("„Nie“", good), (good, "<p>„N<b>i</b>e“</p>")):
        with pytest.raises(VerifyError, match=r"briefing\.eml: quotation „Nie“"):
            verify_files({**files(), "briefing.eml": mail(text, html)}, ARTICLES)


def record(**change: Any) -> dict[str, Any]:
    data = json.loads(files()["briefing.json"])
    return {**data, **change}


def test_the_order_of_the_fields_does_not_matter() -> None:
    data = dict(reversed(record().items()))
    assert verify_files({"briefing.json": json.dumps(data).encode()}, ARTICLES) == 1


def test_evidence_of_an_unknown_source_or_article_fails() -> None:
    with pytest.raises(VerifyError, match="unknown source Q1"):
        verify_files({"briefing.json": json.dumps(record(sources=[])).encode()}, ARTICLES)
    with pytest.raises(VerifyError, match="Q1: no article b"):
        verify_files({"briefing.json": json.dumps(record(sources=[{"id": "Q1", "article": "b"}])).encode()}, ARTICLES)


def test_words_of_the_record_itself_may_stand_in_marks() -> None:
    data = record(problems=[{"where": "x", "message": "unbekannte Dateiart „.png“, übergangen"}])
    done = {"briefing.json": json.dumps(data).encode(), "briefing.md": "Dateiart „.png“".encode()}
    assert verify_files(done, ARTICLES) == 2


def paper(text: str) -> bytes:
    """A PDF with one line of text."""
    return pdf.write(f'<html lang="de"><title>x</title><p>{text}', Templates(), date="2024-10-28")


def test_a_quotation_on_paper_is_proved() -> None:
    assert verify_files({**files(), "briefing.pdf": paper("Er: „Wir kommen morgen“ – „Dann […] er“")}, ARTICLES) == 3
    with pytest.raises(VerifyError, match=r"briefing\.pdf: quotation „Wir kommen nie“ stands in no source"):
        verify_files({**files(), "briefing.pdf": paper("Er: „Wir kommen nie“")}, ARTICLES)


def test_a_mark_left_open_in_one_paragraph_of_the_paper_is_no_quotation() -> None:
    text = "Er: „Wir kommen <p>Der Rest steht allein“"
    done = {**files(), "briefing.html": f"<p>{text}".encode()}
    assert verify_files({**done, "briefing.pdf": paper(text)}, ARTICLES) == 2


def test_labels_between_two_passages_of_the_paper_are_no_words_of_a_quotation() -> None:
    text = "Er: „Wir kommen <p>↑ Q1.2 Der Rest steht allein“"
    done = {**files(), "briefing.html": b"<p>Wir kommen</p><p>Der Rest steht allein</p>"}
    assert verify_files({**done, "briefing.pdf": paper(text)}, ARTICLES)


def test_other_scripts_on_paper_are_left_to_the_other_formats() -> None:
    assert verify_files({**files(), "briefing.pdf": paper("Er: „صلى الله عليه“")}, ARTICLES)


def test_a_broken_pdf_is_no_proof() -> None:
    with pytest.raises(VerifyError, match=r"briefing\.pdf: no readable PDF"):
        verify_files({**files(), "briefing.pdf": b"%PDF-1.7"}, ARTICLES)
