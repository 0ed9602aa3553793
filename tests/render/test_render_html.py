# ruff: noqa: D102
"""One HTML file: closed in itself, every link leads somewhere, article text stays text."""

from __future__ import annotations

import itertools
import re
from html.parser import HTMLParser

import hostile
import pytest
from fixture import articles, briefing

from briefing.model import Briefing, Story
from briefing.render import render

VOID = {"meta", "link", "br", "img", "hr", "circle", "path", "rect"}


class Page(HTMLParser):
    """Elements, ids, links and text of a page; fails on elements that do not nest."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.stack: list[str] = []
        self.text: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def named(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def page(files: dict[str, bytes]) -> Page:
    return Page(files["briefing.html"].decode())


def test_it_nests_and_every_link_has_a_target(page: Page) -> None:
    assert page.stack == []
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = [a["href"] for a in page.named("a")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert [link for link in links if not link.startswith("#")] == [
        "https://nachrichten.example/a3",
        "https://nachrichten.example/a5",
    ]
    labels = [a[key] for _, a in page.tags for key in ("aria-labelledby",) if key in a]
    assert labels
    assert set(labels) <= set(ids)


def test_every_reference_leads_to_a_passage_that_marks_something(files: dict[str, bytes], page: Page) -> None:
    source = files["briefing.html"].decode()
    references = [a["href"][1:] for a in page.named("a") if "ref" in a.get("class", "").split()]
    assert len(references) > 40
    for target in set(references):
        passage = re.search(rf'<p class="passage" id="{target}">(.*?)</p>', source, re.DOTALL)
        assert passage is not None
        assert "<mark>" in passage[1]


def test_landmarks_headings_and_language(page: Page) -> None:
    assert page.named("html")[0]["lang"] == "de"
    for landmark in ("main", "header", "footer"):
        assert len(page.named(landmark)) == 1
    assert page.named("nav")[0]["aria-label"] == "Inhalt"
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert all("scope" in attributes for attributes in page.named("th"))


def test_charts_have_a_text_alternative(files: dict[str, bytes]) -> None:
    charts = re.findall(r"<svg.*?</svg>", files["briefing.html"].decode(), re.DOTALL)
    assert len(charts) > 10
    for chart in charts:
        assert re.search(r'role="img".*<title>[^<]*\d[^<]*</title>', chart, re.DOTALL)


def test_nothing_is_fetched(files: dict[str, bytes], page: Page) -> None:
    source = files["briefing.html"].decode()
    policy = next(m["content"] for m in page.named("meta") if m.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy
    assert not re.search(r"url\((?!\"data:)", source)
    assert not page.named("script")
    assert not page.named("link")
    assert not [a for _, a in page.tags if "src" in a]


def test_hostile_text_stays_text() -> None:
    made = render(hostile.briefing(), {"x": hostile.article()}, formats=("html",))["briefing.html"].decode()
    page = Page(made)
    assert page.stack == []
    known = Page(render(briefing(), articles(), formats=("html",))["briefing.html"].decode())
    assert {tag for tag, _ in page.tags} <= {tag for tag, _ in known.tags}
    names = {key for _, attributes in page.tags for key in attributes}
    assert names <= {key for _, attributes in known.tags for key in attributes}
    assert all(a["href"].startswith("#") for a in page.named("a"))
    text = "".join(page.text)
    assert "<script>alert(1)</script>" in text
    assert "{{ 7*7 }}" in text
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff\x00-\x08]", made)


def test_several_stories_are_chapters_and_the_rest_is_listed() -> None:
    story = briefing().stories[0]

    def numbered(number: int) -> Story:
        return Story(id=f"s{number}", title=f"Thema {number}", sources=story.sources, core=story.core[:1])

    made = briefing()
    many = Briefing(
        title="Lage",
        date=made.date,
        coverage=made.coverage,
        sources=made.sources,
        stories=(story, *(numbered(n) for n in range(2, 20))),
    )
    built = render(many, articles(), formats=("html", "md"))
    page = Page(built["briefing.html"].decode())
    assert page.stack == []
    assert len([a for a in page.named("article") if "chapter" in a["class"]]) == 15
    assert "Thema 19" in "".join(page.text)
    markdown = built["briefing.md"].decode()
    assert "\n## Thema 2\n" in markdown
    assert "\n### Kernlage\n" in markdown
    assert "1. **Thema 19**" in markdown


def test_a_briefing_without_anything_is_still_a_page() -> None:
    made = briefing()
    empty = Briefing(
        title="Nichts",
        date="2024-11-26",
        coverage=made.coverage,
        sources=(),
        stories=(Story(id="s", title="", sources=()),),
    )
    page = Page(render(empty, {}, formats=("html",))["briefing.html"].decode())
    assert page.stack == []
    assert "Methodik" in "".join(page.text)
