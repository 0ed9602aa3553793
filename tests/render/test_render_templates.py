"""The user's templates override ours file by file; mistakes in them are one clear line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from fixture import articles, briefing
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from briefing.config import Look
from briefing.errors import BriefingError, UsageError
from briefing.render import render
from briefing.render.templates import Templates, home, markdown_escaped, own_files


def built(folder: Path, **look: object) -> str:
    made = render(briefing(), articles(), formats=("html",), templates=folder, look=Look(**look))  # type: ignore[arg-type]
    return made["briefing.html"].decode()


def test_our_templates_are_complete() -> None:
    names = {name for name, _ in own_files()}
    assert {"briefing.html", "briefing.md", "mail.html", "mail.txt", "style/print.css", "fonts/OFL.txt"} <= names
    sections = {name.removeprefix("sections/").partition(".")[0] for name in names if name.startswith("sections/")}
    assert set(Look().sections) <= sections


def test_fonts_are_small_enough_to_ship() -> None:
    assert sum(path.stat().st_size for path in (home() / "fonts").iterdir()) < 1_500_000


def test_one_file_overrides_the_rest_falls_back(tmp_path: Path) -> None:
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "method.html").write_text("<p>Unsere Methode</p>\n", "utf-8")
    page = built(tmp_path)
    assert "<p>Unsere Methode</p>" in page
    assert "Kernlage" in page


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("<ol>\n{{ section.fehlt }}\n</ol>", "line 2"),
        ("<ol>\n\n{{ unbekannt }}</ol>", "'unbekannt' is undefined"),
        ("{% if x %}\n<p>", "line"),
        ("{{ ''.__class__.__mro__ }}", "line 1"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{% include 'nirgends.html' %}", "nirgends.html"),
    ],
)
def test_a_mistake_is_one_line_with_file_and_place(tmp_path: Path, template: str, message: str) -> None:
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "method.html").write_text(template, "utf-8")
    with pytest.raises(BriefingError) as caught:
        built(tmp_path)
    assert message in str(caught.value)
    assert "method.html" in str(caught.value) or "nirgends.html" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_all_templates_compile_and_the_first_that_does_not_is_named(tmp_path: Path) -> None:
    assert Templates().check() > 25
    (tmp_path / "mail.txt").write_text("{% for %}", "utf-8")
    with pytest.raises(BriefingError, match=r"mail\.txt, line 1"):
        Templates(tmp_path).check()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="fehlt"):
        Templates(tmp_path / "fehlt")


def test_files_outside_the_folders_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "geheim").write_text("x", "utf-8")
    (tmp_path / "t").mkdir()
    with pytest.raises(BriefingError, match="no such template file"):
        Templates(tmp_path / "t").read("../geheim")


def test_sections_are_chosen_and_ordered(tmp_path: Path) -> None:
    page = built(tmp_path, sections=("numbers", "actors"))
    assert page.index('id="t1-numbers"') < page.index('id="t1-actors"')
    assert "t1-quotes" not in page
    assert "methodik" not in page


def test_words_and_colours_are_the_users(tmp_path: Path) -> None:
    page = built(tmp_path, words={"core": "Das Wichtigste"}, accent="#a00")
    assert "Das Wichtigste" in page
    assert "--accent: #a00" in page


@pytest.mark.parametrize("accent", ["red", "#12", "#1d4e79; } body { display: none", "url(x)"])
def test_a_colour_is_a_colour(tmp_path: Path, accent: str) -> None:
    with pytest.raises(UsageError, match=r"look\.accent"):
        built(tmp_path, accent=accent)


def test_an_unknown_word_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="'actors'"):
        built(tmp_path, words={"actor": "x"})


def test_the_logo_is_embedded(tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "utf-8")
    assert 'src="data:image/svg+xml;base64,' in built(tmp_path, logo=str(logo))
    with pytest.raises(UsageError, match=r"look\.logo"):
        built(tmp_path, logo=str(tmp_path / "logo.exe"))


@given(
    st.text(alphabet=st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Zs")), min_size=1, max_size=60)
)
def test_escaped_text_is_shown_as_it_is(text: str) -> None:
    """python-markdown turns the escaped text back into exactly these characters, in one paragraph."""
    from html.parser import HTMLParser

    seen: list[str] = []
    tags: list[str] = []

    class Reader(HTMLParser):
        def handle_data(self, data: str) -> None:
            seen.append(data)

        def handle_starttag(self, tag: str, attrs: object) -> None:
            tags.append(tag)

    reader = Reader()
    reader.feed(Markdown(extensions=["tables", "footnotes", "attr_list", "sane_lists"]).convert(markdown_escaped(text)))
    reader.close()
    assert "".join(seen).strip() == text.strip()
    assert tags == ["p"]


def test_a_briefing_without_a_date_leaves_no_gap() -> None:
    made = render(replace(briefing(), date=""), articles(), formats=("md", "html"), templates=None, look=Look())
    head = made["briefing.md"].decode().partition("##")[0]
    assert "date:" not in head
    assert "  " not in head
    assert 'class="day"' not in made["briefing.html"].decode()


def test_of_a_path_only_the_name_of_the_file_is_shown() -> None:
    moved = {key: replace(article, file=f"/home/somebody/{key}.txt") for key, article in articles().items()}
    made = render(briefing(), moved, formats=("md",), templates=None, look=Look())["briefing.md"].decode()
    assert "somebody" not in made
    assert "a1.txt" in made
