"""Nothing an article holds may crash, hang, execute, fetch or leak, on the whole way from file to mail."""

from __future__ import annotations

import email
import email.policy
import html
import io
import json
import re
import socket
import time
from collections.abc import Callable
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from typing import TypeVar

import pytest
from hostile_texts import MARKUP, NUMBERS, PATTERNS, SENTENCES
from pypdf import PdfReader

from briefing import analyse
from briefing.aggregate.assemble import aggregate
from briefing.analyse import pipeline
from briefing.analyse.harvest import harvest
from briefing.build import Options, Result, build, verify_folder
from briefing.config import Config
from briefing.model import Article
from briefing.read import blocks

pytestmark = pytest.mark.slow
T = TypeVar("T")
FORBIDDEN = {"script", "iframe", "object", "embed", "form", "input", "textarea", "base"}


def articles(folder: Path) -> Path:
    """Hostile articles as text, JSON Lines and HTML, three outlets on one event."""
    folder.mkdir()
    body = "\n".join((*SENTENCES, *NUMBERS, "„" * 3000, "\u200b" * 500, "Wort" * 20_000, "W " * 2000))
    (folder / "<b>..a.txt").write_text(f"{MARKUP[0]} 27 Tote\n\n{body}", "utf-8", "surrogatepass")
    record = {
        "id": "../../etc/passwd\r\nBcc: x@boese.example", "title": " ".join(MARKUP), "text": body + " \ud800 Ende.",
        "publisher": MARKUP[3], "agency": MARKUP[2], "author": MARKUP[6].encode().decode("unicode_escape"),
        "url": "javascript:alert(6)", "published": "2024-10-28",
    }  # fmt: skip
    (folder / "b.jsonl").write_text(json.dumps(record) + '\n{"id": 7, "text": [1]}\n[]\n{"text"', "utf-8")
    page = "".join(f"<p>{html.escape(sentence)}</p>" for sentence in SENTENCES)
    title = f"<title>{html.escape(MARKUP[0])}</title>"
    (folder / "c.html").write_text(f"{title}<body><article>{page}</article></body>", "utf-8")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Result:
    """The hostile briefing in all formats; whoever opens a connection while it is built fails."""
    folder = tmp_path_factory.mktemp("hostile")

    def refused(*_: object) -> None:
        raise AssertionError("a connection was opened")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refused)
        patch.setattr(socket, "getaddrinfo", refused)
        options = Options(inputs=(str(articles(folder / "in")),), folder=folder / "out", cache=False, single=True)
        return build(Config(title=MARKUP[6]), options)


class Page(HTMLParser):
    """Elements, attributes and visible text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: D102
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def check_page(text: str) -> None:
    page = Page(text)
    assert not page.tags & FORBIDDEN
    for name, value in page.attributes:
        assert not name.startswith("on")
        if name in ("src", "href", "xlink:href"):
            assert value.startswith(("#", "data:", "mailto:", "https://", "http://")) or not value
            assert "javascript:" not in value.lower()
            assert name == "href" or value.startswith("data:"), f"{name}={value} would be fetched"


def test_three_articles_are_read_and_the_rest_named(built: Result) -> None:
    assert built.briefing.coverage.read == 3
    assert sum("b.jsonl" in problem.where for problem in built.problems) >= 3
    assert not [p for p in built.problems if "fehlgeschlagen" in p.message or "abgebrochen" in p.message]


def test_the_page_holds_no_script_and_loads_nothing(built: Result) -> None:
    page = (built.folder / "briefing.html").read_text("utf-8")
    check_page(page)
    styles = "".join(re.findall(r"<style[^>]*>(.*?)</style>", page, re.DOTALL))
    assert "boese" not in styles


def test_nothing_was_executed(built: Result) -> None:
    for name in ("briefing.md", "briefing.html", "briefing.json"):
        assert str(7919 * 7907) not in (built.folder / name).read_text("utf-8")


def test_the_mail_has_the_headers_of_one_mail(built: Result) -> None:
    mail = email.message_from_bytes((built.folder / "briefing.eml").read_bytes(), policy=email.policy.default)
    assert {name.lower() for name in mail} <= {
        "subject", "date", "message-id", "x-unsent", "mime-version", "content-type", "content-language"
    }  # fmt: skip
    assert not mail.defects
    body = mail.get_body(("html",))
    assert body is not None
    check_page(body.get_content())


def test_the_record_is_json_and_ids_are_one_line(built: Result) -> None:
    data = json.loads((built.folder / "briefing.json").read_bytes())
    assert all("\n" not in source["article"] and "\r" not in source["article"] for source in data["sources"])
    assert all(path.parent == built.folder for path in built.folder.iterdir())


def test_the_paper_has_no_action_and_no_quotation_of_its_own(built: Result) -> None:
    paper = PdfReader(io.BytesIO((built.folder / "briefing.pdf").read_bytes()))
    for page in paper.pages:
        for annotation in page.get("/Annots") or ():
            action = annotation.get_object().get("/A", {})
            assert action.get("/S") in (None, "/URI", "/GoTo")
            assert "javascript" not in str(action.get("/URI", "")).lower()
    assert "/OpenAction" not in paper.trailer["/Root"] or "/JS" not in str(paper.trailer["/Root"]["/OpenAction"])


def test_every_quotation_is_verbatim_all_the_same(built: Result) -> None:
    assert verify_folder(built.folder, Config()) > 20


# ── linear time ─────────────────────────────────────────────────────────────────────────────────

SIZE = 6_000  # characters
WORST = 3.2  # twice the text may take so much more processor time; four times would be quadratic
NOISE = 0.15  # seconds in which nothing is measured


@pytest.mark.parametrize("pattern", PATTERNS)
def test_twice_the_text_takes_about_twice_the_time(pattern: str) -> None:
    """Processor time, smallest of up to three tries, with a wide margin: only a square can fail."""
    one, two = (pattern * (size // len(pattern)) for size in (SIZE, 2 * SIZE))
    worst: dict[str, float] = {}
    for _ in range(3):
        times = [_times(text) for text in (one, two)]
        for name, twice in times[1].items():
            ratio = twice / max(times[0][name], NOISE / 2) if twice > NOISE else 1.0
            worst[name] = min(ratio, worst.get(name, ratio))
        if max(worst.values()) < WORST:
            return
    raise AssertionError({name: round(ratio, 1) for name, ratio in worst.items() if ratio >= WORST})


def _times(text: str) -> dict[str, float]:
    """Processor seconds of every stage that sees the text."""
    times: dict[str, float] = {}

    def run(name: str, work: Callable[[], T]) -> T:
        started = time.process_time()
        result = work()
        times[name] = time.process_time() - started
        return result

    parts = run("label", lambda: blocks.label(text, None))
    article = Article(id="a", file="a", text=text, published="2024-10-28", blocks=parts)
    doc = run("parse", lambda: next(pipeline.parse(pipeline.load(), [article], 200_000)))
    for component in analyse.components():
        run(component.__name__, partial(component, doc))
    analysis = run("harvest", lambda: harvest(doc, article, ""))
    run("aggregate", lambda: aggregate([article], {"a": analysis}))
    return times
