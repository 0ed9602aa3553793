"""The first page: what is left out and where it stands, single articles, days to come."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from fixture import articles, at, briefing

from briefing.config import Look
from briefing.model import CoreStatement, Story
from briefing.render import render
from briefing.render.summary import CORE, note
from briefing.render.view import DETAILED, view


@pytest.mark.parametrize(
    ("total", "limit", "below", "expected"),
    [
        (5, 5, 5, ""),
        (7, 5, 7, "… und 2 weitere, siehe unten"),
        (29, 5, 12, "… und 24 weitere, davon 7 siehe unten"),
        (29, 5, 0, "… und 24 weitere, siehe JSON"),
        (29, 5, 5, "… und 24 weitere, siehe JSON"),
    ],
)
def test_a_note_tells_where_the_rest_stands(total: int, limit: int, below: int, expected: str) -> None:
    assert note(total, limit, below) == expected


def test_the_matrix_has_only_printed_core_statements() -> None:
    made = briefing()
    whole = at("a1", "Nach Angaben des Innenministeriums kamen mindestens 412 Menschen ums Leben")
    late = CoreStatement(id="k99", text=at("a1", "rund 1.500 wurden verletzt"), evidence=(), origins=1)
    core = (*(CoreStatement(id=f"k{n}", text=whole, evidence=(), origins=1) for n in range(CORE)), late)
    found = view(replace(made, stories=(replace(made.stories[0], core=core),)), articles(), Look())
    rows = [row for s in found["stories"][0]["sections"] if s["key"] == "matrix" for row in s["entries"]]
    assert not any("1.500" in row["text"] and row["kind"] == found["w"]["core"] for row in rows)


def test_of_a_single_article_its_outlet_and_kind_are_told() -> None:
    made = briefing()
    stories = tuple(Story(id=f"s{n}", title=f"Thema {n}", sources=(source,)) for n, source in enumerate(("Q1", "Q6")))
    texts = articles()
    found = view(replace(made, stories=stories), texts, Look())
    assert [story["facts"][1:] for story in found["stories"]] == [
        [texts["a1"].publisher],
        [texts["a6"].publisher, "Meinung"],
    ]


def test_a_day_to_come_is_no_day_as_of_which_a_value_holds() -> None:
    made = briefing()
    numbers = made.stories[0].numbers
    dated = tuple(
        replace(topic, values=tuple(replace(value, as_of="2024-12-24") for value in topic.values)) for topic in numbers
    )
    found = view(replace(made, stories=(replace(made.stories[0], numbers=dated),)), articles(), Look())
    section = next(s for s in found["stories"][0]["sections"] if s["key"] == "numbers")
    assert not any(row["as_of"] for row in section["single"])


def test_a_range_that_is_printed_once_is_a_line_of_the_table() -> None:
    made = briefing()
    topic = made.stories[0].numbers[0]
    value = replace(topic.values[0], low=Decimal(1), high=Decimal(2), bound="range")
    once = replace(topic, topic="Fälle", low=Decimal(1), high=Decimal(2), values=(value,))
    found = view(replace(made, stories=(replace(made.stories[0], numbers=(once,)),)), articles(), Look())
    section = next(s for s in found["stories"][0]["sections"] if s["key"] == "numbers")
    assert not section["entries"]
    assert [row["amount"] for row in section["single"]] == ["1 bis 2"]


def test_a_scope_that_is_the_topic_in_another_case_is_left_out() -> None:
    made = briefing()
    topic = made.stories[0].numbers[0]
    value = replace(topic.values[0], scope="Muslimen", status="reported")
    found = view(
        replace(made, stories=(replace(made.stories[0], numbers=(replace(topic, topic="Muslime", values=(value,)),)),)),
        articles(),
        Look(),
    )
    section = next(s for s in found["stories"][0]["sections"] if s["key"] == "numbers")
    assert [row["detail"] for row in section["single"]] == [""]


def test_a_chapter_without_sections_needs_no_page_of_its_own() -> None:
    made = briefing()
    stories = tuple(replace(made.stories[0], id=f"s{n}", title=f"Thema {n}") for n in range(DETAILED + 1))
    page = render(replace(made, stories=stories), articles(), formats=("html",))["briefing.html"].decode()
    assert page.count('class="chapter"') == DETAILED
    assert page.count('class="chapter brief"') == 1
