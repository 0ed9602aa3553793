"""Paragraphs as one line each, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analyse.flow import flow
from briefing.model import Article, Block


def article(*paragraphs: str) -> Article:
    text, blocks = "", []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        blocks.append(Block(start=len(text), end=len(text) + len(paragraph), kind="body"))
        text += paragraph
    return Article(id="a", file="a.txt", text=text, blocks=tuple(blocks))


@pytest.mark.parametrize(
    ("wrapped", "flowing"),
    [
        ("Ursula \nvon der Leyen kam.", "Ursula von der Leyen kam."),
        ("Es waren 94,1 \nProzent.", "Es waren 94,1 Prozent."),
        ("Er trug keinen\n \nSprengstoffgürtel.", "Er trug keinen Sprengstoffgürtel."),
        ("Zwei  Blanks,\tein Tabulator.", "Zwei Blanks,\tein Tabulator."),
        ("Die Corona-\nMaßnahmen gelten.", "Die Corona-Maßnahmen gelten."),
        ("Bund-, Landes-\nund Stadtpolitik.", "Bund-, Landes- und Stadtpolitik."),
        ("Nichts zu tun.", "Nichts zu tun."),
    ],
)
def test_white_space_inside_a_paragraph_is_one_blank(wrapped: str, flowing: str) -> None:
    assert flow(article(wrapped)).article.text == flowing


def test_paragraphs_stay_apart() -> None:
    made = flow(article("Der erste\nAbsatz.", "Der zweite."))
    assert made.article.text == "Der erste Absatz.\n\nDer zweite."
    assert [made.article.text[b.start : b.end] for b in made.article.blocks] == ["Der erste Absatz.", "Der zweite."]


def test_a_stretch_leads_back_to_its_characters() -> None:
    original = article("Da sprach Ursula \n von der Leyen.")
    made = flow(original)
    start = made.article.text.index("Ursula")
    first, last = made.span(start, start + len("Ursula von der Leyen"))
    assert original.text[first:last] == "Ursula \n von der Leyen"


@given(st.lists(st.text(alphabet="ab- \n\tÄ.", min_size=1).filter(str.strip).map(str.strip), max_size=4))
def test_every_word_is_found_where_it_stands(paragraphs: list[str]) -> None:
    original = article(*paragraphs)
    made = flow(original)
    for block in made.article.blocks:
        assert "\n" not in made.article.text[block.start : block.end]
    for place, character in enumerate(made.article.text):
        first, last = made.span(place, place + 1)
        assert last == first + 1
        assert original.text[first] == character or (character == " " and original.text[first].isspace())
