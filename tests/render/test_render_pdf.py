"""The PDF: tagged, titled, linked, embedded fonts, the JSON attached, the same bytes every time."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import hostile
import pikepdf
import pypdf
import pytest
from fixture import articles, briefing

from briefing.processes import pool
from briefing.render import Work, pdf, render
from briefing.render.templates import Templates


@pytest.fixture(scope="module")
def document(files: dict[str, bytes]) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(files["briefing.pdf"])) as opened:
        yield opened


def elements(node: Any) -> Iterator[Any]:
    """All structure elements below `node`."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def test_it_is_sound(document: pikepdf.Pdf) -> None:
    assert document.check_pdf_syntax() == []
    assert len(document.pages) <= 8


def test_language_title_and_tags(document: pikepdf.Pdf) -> None:
    root = document.Root
    assert str(root.Lang) == "de"
    assert bool(root.MarkInfo.Marked)
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert str(document.docinfo["/Title"]) == "Erdbeben in Sarvanien – 26.\u00a0November 2024"
    assert str(document.docinfo["/CreationDate"]) == "D:20241126"
    with document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert str(metadata["dc:title"]).startswith("Erdbeben")
    kinds = {str(element.S) for element in elements(root.StructTreeRoot)}
    assert {"/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Table", "/TR", "/TH", "/TD", "/Link", "/Figure"} <= kinds
    assert all(page.Tabs == "/S" and "/StructParents" in page for page in document.pages)


def test_charts_have_alternative_texts(document: pikepdf.Pdf) -> None:
    figures = [e for e in elements(document.Root.StructTreeRoot) if e.S == "/Figure"]
    assert len(figures) > 10
    assert all(str(figure.Alt).strip() for figure in figures)


def test_cells_name_their_headers(document: pikepdf.Pdf) -> None:
    cells = [e for e in elements(document.Root.StructTreeRoot) if e.S == "/TD"]
    assert len(cells) > 50
    assert all(len(cell.A.Headers) for cell in cells)


def test_bookmarks(document: pikepdf.Pdf) -> None:
    with document.open_outline() as outline:
        titles = [item.title for item in outline.root]
    for title in ("Kernlage", "Akteure", "Zitate", "Offene Fragen", "Quellen", "Methodik", "Belege"):
        assert title in titles


def test_links_lead_to_places_in_the_document(document: pikepdf.Pdf) -> None:
    names = document.Root.Names.Dests.Names
    known = {str(names[index]) for index in range(0, len(names), 2)}
    internal = [
        str(annotation.Dest)
        for page in document.pages
        for annotation in page.get("/Annots", [])
        if "/Dest" in annotation
    ]
    assert len(internal) > 60
    assert set(internal) <= known
    assert any(name.startswith("b-Q1-") for name in internal)
    assert any(name.startswith("r") for name in internal)


def test_fonts_are_embedded_and_ours(document: pikepdf.Pdf) -> None:
    found = set()
    for page in document.pages:
        for font in page.Resources.Font.values():
            descendant = font.DescendantFonts[0]
            assert "/FontFile2" in descendant.FontDescriptor or "/FontFile3" in descendant.FontDescriptor
            assert "/ToUnicode" in font
            found.add(str(font.BaseFont).partition("+")[2])
    assert found
    assert all(name.startswith("Briefing-") for name in found)


def test_the_json_is_attached(document: pikepdf.Pdf, files: dict[str, bytes]) -> None:
    attached = document.attachments["briefing.json"].get_file()
    assert attached.read_bytes() == files["briefing.json"]
    assert json.loads(attached.read_bytes())["schema"] == "briefing/1"
    assert attached.mime_type == "application/json"


def test_pages_are_numbered_and_the_text_can_be_read(files: dict[str, bytes]) -> None:
    reader = pypdf.PdfReader(io.BytesIO(files["briefing.pdf"]))
    total = len(reader.pages)
    for number, page in enumerate(reader.pages, start=1):
        assert f"{number}/{total}" in page.extract_text()
    first = reader.pages[0].extract_text()
    assert "Kernlage" in first
    assert "Streitpunkte" in first
    assert "6 Artikel" in first.replace("\u00a0", " ")


def test_the_same_briefing_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    again = render(briefing(), articles(), formats=("md", "html", "pdf", "eml", "json"))
    assert {name: content == files[name] for name, content in again.items()} == dict.fromkeys(files, True)


def test_hostile_text_makes_a_sound_pdf_that_fetches_nothing(caplog: pytest.LogCaptureFixture) -> None:
    made = render(hostile.briefing(), {"x": hostile.article()}, formats=("pdf",))["briefing.pdf"]
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert opened.check_pdf_syntax() == []
        targets = [a for page in opened.pages for a in page.get("/Annots", []) if "/A" in a]
        assert targets == []
    messages = [record.getMessage() for record in caplog.records if record.name.startswith("weasyprint")]
    assert not [message for message in messages if "load" in message or "fetch" in message]


@pytest.mark.parametrize(
    "url",
    [
        "http://boese.example/x",
        "https://boese.example/style/print.css",
        "file:///etc/passwd",
        "https://templates.invalid/../../etc/passwd",
        "https://templates.invalid/%2e%2e/%2e%2e/etc/passwd",
        "https://templates.invalid//etc/passwd",
        "data:text/html,<b>",
        "ftp://templates.invalid/style/print.css",
    ],
)
def test_only_templates_are_fetched(url: str) -> None:
    with pytest.raises(ValueError, match=r"not fetched|no such template"):
        pdf.fetch(url, Templates())


def test_templates_and_data_images_are_fetched() -> None:
    content, kind = pdf.fetch("https://templates.invalid/style/print.css", Templates())
    assert b"@page" in content
    assert kind == "text/css"
    assert pdf.fetch("data:image/png;base64,iVBORw==", Templates()) == (b"\x89PNG", "image/png")


def test_another_process_sets_the_same_bytes(files: dict[str, bytes]) -> None:
    with pool(1) as paper:
        paper.submit(pdf.warm_up)
        work = Work(briefing=briefing(), articles=articles(), paper=paper)
        work.begin(("md", "pdf"))
        assert work.files(("pdf", "json")) == {name: files[name] for name in ("briefing.pdf", "briefing.json")}
