"""The mail file: text and HTML of the first page, the PDF, headers that nothing can inject into."""

from __future__ import annotations

import email
import email.policy
import email.utils
from email.message import EmailMessage

import hostile
import pytest

from briefing.render import mail, render


def parsed(content: bytes) -> EmailMessage:
    return email.message_from_bytes(content, policy=email.policy.default)


@pytest.fixture(scope="module")
def message(files: dict[str, bytes]) -> EmailMessage:
    return parsed(files["briefing.eml"])


def test_structure(message: EmailMessage, files: dict[str, bytes]) -> None:
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "application/pdf",
    ]
    attachment = next(iter(message.iter_attachments()))
    assert attachment.get_filename() == "briefing.pdf"
    assert attachment.get_content() == files["briefing.pdf"]


def test_headers(message: EmailMessage) -> None:
    assert message["Subject"] == "Erdbeben in Sarvanien – 26. November 2024"
    assert email.utils.parsedate_to_datetime(message["Date"]).isoformat() == "2024-11-26T06:30:00+00:00"
    assert message["Message-ID"].endswith("@briefing.invalid>")
    assert message["X-Unsent"] == "1"
    assert message["To"] is None
    assert message["Bcc"] is None


def test_both_bodies_say_the_same(message: EmailMessage) -> None:
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert html is not None
    text, page = plain.get_content(), html.get_content()
    for words in ("Kernlage", "Streitpunkte", "Offen", "Viktor Hasan", "Q2.6", "412 bis mehr als"):
        assert words in text.replace("\u00a0", " ")
        assert words in page.replace("\u00a0", " ")
    assert max(len(line) for line in text.splitlines()) <= mail.WIDTH
    assert "style=" in page
    assert "<style" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_lines_on_the_wire_are_short_and_end_in_crlf(files: dict[str, bytes]) -> None:
    lines = files["briefing.eml"].split(b"\r\n")
    assert max(len(line) for line in lines) <= 998
    assert not any(b"\n" in line for line in lines)


def test_hostile_titles_inject_no_header() -> None:
    made = render(hostile.briefing(), {"x": hostile.article()}, formats=("eml",))["briefing.eml"]
    message = parsed(made)
    assert message["Bcc"] is None
    assert set(message.keys()) == {
        "Subject",
        "Date",
        "Message-ID",
        "Content-Language",
        "X-Unsent",
        "MIME-Version",
        "Content-Type",
    }
    assert message.defects == []
    html = message.get_body(("html",))
    assert html is not None
    assert "<script" not in html.get_content()


def test_an_odd_date_does_not_stop_the_mail() -> None:
    made = parsed(mail.message(subject="s\r\nBcc: x@y", date="gestern", text="t\n", html="<p>", pdf=b"%PDF"))
    assert made["Bcc"] is None
    assert made["Subject"] == "s Bcc: x@y"
