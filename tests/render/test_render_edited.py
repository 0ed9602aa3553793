"""An edited Markdown briefing becomes HTML, PDF and mail in the same dress."""

from __future__ import annotations

import email
import email.policy
import io
import re

import hostile
import pikepdf
import pypdf
import pytest

from briefing.config import Look
from briefing.errors import BriefingError
from briefing.render import render
from briefing.render.edited import header, render_markdown


def words(text: str) -> list[str]:
    return re.findall(r"\w{3,}", re.sub(r"[-\u2010]\n|\u00ad", "", text))


def page_text(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


@pytest.fixture(scope="module")
def edited(files: dict[str, bytes]) -> dict[str, bytes]:
    return render_markdown(files["briefing.md"].decode())


def test_unedited_markdown_gives_the_content_of_the_pdf(files: dict[str, bytes], edited: dict[str, bytes]) -> None:
    first, second = set(words(page_text(files["briefing.pdf"]))), set(words(page_text(edited["briefing.pdf"])))
    assert {word for word in first - second if len(word) > 5} <= {"belegt", "erfunden"}
    assert len(second - first) < 12


def test_the_pdf_is_tagged_and_its_references_lead_to_the_evidence(edited: dict[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(edited["briefing.pdf"])) as document:
        assert document.check_pdf_syntax() == []
        assert str(document.Root.Lang) == "de"
        assert str(document.docinfo["/CreationDate"]) == "D:20241126"
        targets = {
            str(annotation.Dest)
            for page in document.pages
            for annotation in page.get("/Annots", [])
            if "/Dest" in annotation
        }
    assert "fn:Q1.1" in targets
    assert any(target.startswith("fnref") for target in targets)


def test_references_share_brackets_and_lead_back(edited: dict[str, bytes]) -> None:
    page = edited["briefing.html"].decode()
    assert re.search(r"\[<a [^>]*>Q1\.1</a>, <a [^>]*>Q2\.2</a>, <a [^>]*>Q3\.1</a>\]", page)
    assert '<p class="passage" id="fn:Q1.1"><b class="label">Q1.1</b>' in page
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_the_mail_carries_the_first_page(edited: dict[str, bytes]) -> None:
    message = email.message_from_bytes(edited["briefing.eml"], policy=email.policy.default)
    plain = message.get_body(("plain",))
    assert plain is not None
    text = plain.get_content()
    assert "Kernlage" in text
    assert "Quellenmatrix" not in text
    assert message["Subject"] == "Erdbeben in Sarvanien – 26. November 2024"


def test_an_edit_arrives_everywhere(files: dict[str, bytes]) -> None:
    changed = files["briefing.md"].decode().replace("erschüttert.", "heimgesucht.")
    made = render_markdown(changed, formats=("html",))
    assert "heimgesucht." in made["briefing.html"].decode()


def test_raw_html_is_shown_not_interpreted() -> None:
    source = """# Titel

<script>alert(1)</script> und <b onclick="x()">fett</b>

<div onclick="x()">

[a](javascript:alert(1)) [b](JaVa\tscript:alert(2)) [c](data:text/html,x) [d](https://ok.example/)
![Bild](http://boese.example/x.png)

Absatz
{: onclick=alert(3) style="background:url(http://boese.example)" .klasse }
"""
    page = render_markdown(source, formats=("html",))["briefing.html"].decode()
    body = page[page.index("<main") :]
    assert "<script" not in body
    assert "&lt;script&gt;" in body
    assert not re.search(r"<[^>]*\b(?:onclick|src|style)=", body)
    assert re.findall(r'href="([^"#]+)"', body) == ["https://ok.example/"]
    assert "<img" not in body


def test_hostile_articles_stay_text_through_the_editing_loop() -> None:
    markdown = render(hostile.briefing(), {"x": hostile.article()}, formats=("md",))["briefing.md"].decode()
    page = render_markdown(markdown, formats=("html",))["briefing.html"].decode()
    body = page[page.index("<main") :]
    assert not re.search(r"<(?:script|img|svg|textarea|style)\b", body)
    assert not re.search(r"<[^>]*\bon\w+=", body)
    assert not re.findall(r'href="([^"#]+)"', body)
    assert "<strong>fett</strong>" not in body
    assert "<code>" not in body


def test_a_title_is_needed() -> None:
    with pytest.raises(BriefingError, match="no title"):
        render_markdown("Nur Text")


def test_header_date_and_look() -> None:
    fields, rest = header("---\ndate: 2024-10-28\nlang: de\n---\n# T\n")
    assert fields == {"date": "2024-10-28", "lang": "de"}
    assert rest == "# T\n"
    assert header("# T\n---\n") == ({}, "# T\n---\n")
    made = render_markdown("# T\r\n\r\nText\r\n", formats=("html",), date="2024-10-28", look=Look(accent="#a00"))
    page = made["briefing.html"].decode()
    assert "Montag, 28.\u00a0Oktober 2024" in page
    assert "--accent: #a00" in page


def test_free_markdown_keeps_its_headings() -> None:
    made = render_markdown("# T\n\nVorspann\n\n## Eigenes\n\nText\n\n### Tiefer\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    with pikepdf.open(io.BytesIO(made["briefing.pdf"])) as document, document.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Eigenes"]
