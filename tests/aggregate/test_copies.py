"""Copies: reprints share an origin, reports that share quotations do not; the order never matters."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.aggregate.copies import find_origins
from briefing.model import Article, Block


def words(seed: int, count: int) -> str:
    """Text of made-up words that share no five-word run with that of another seed."""
    source = random.Random(seed)
    return " ".join("".join(source.choices("abdeilmnorstu", k=6)) for _ in range(count))


def article(id: str, text: str, **more: str | None) -> Article:
    return Article(id=id, file=f"{id}.txt", text=text, blocks=(Block(start=0, end=len(text), kind="body"),), **more)  # type: ignore[arg-type]


def origins(*articles: Article) -> dict[str, str]:
    found = find_origins({a.id: a for a in articles})
    for seed in range(4):
        mixed = list(articles)
        random.Random(seed).shuffle(mixed)
        assert find_origins({a.id: a for a in mixed}) == found
    return found


WIRE = words(1, 300)


def test_reprints_share_the_earliest_most_complete_origin() -> None:
    found = origins(
        article("a", WIRE, published="2024-03-08"),
        article("b", "Streik beginnt. " + WIRE + " Mehr in Kürze.", published="2024-03-07"),
        article("c", " ".join(WIRE.split()[:180]) + " " + words(2, 30), published="2024-03-07"),
        article("d", words(3, 300), published="2024-03-07"),
    )
    assert found == {"a": "b", "b": "b", "c": "b", "d": "d"}


def test_without_dates_the_most_complete_then_the_first_id() -> None:
    assert origins(article("b", WIRE), article("a", WIRE)) == {"a": "a", "b": "a"}
    assert origins(article("a", WIRE), article("b", WIRE + " " + words(5, 40))) == {"a": "b", "b": "b"}


def test_wire_text_inside_a_longer_report() -> None:
    found = origins(article("own", f"{words(6, 500)} {WIRE} {words(7, 500)}"), article("wire", WIRE))
    assert found == {"own": "own", "wire": "own"}


@pytest.mark.parametrize("own", [500, 900, 2000])
def test_half_of_a_short_reprint_in_a_long_text(own: int) -> None:
    """A long text enters only a part of its shingles into the index, a short one looks all of its up."""
    found = origins(
        article("long", f"{words(11, own)} {WIRE}", published="2024-03-07"),
        article("short", " ".join([*WIRE.split()[:150], words(12, 140)]), published="2024-03-08"),
    )
    assert found == {"long": "long", "short": "long"}


def test_shared_quotations_make_no_copy() -> None:
    quotes = words(8, 60)
    found = origins(article("a", f"{words(9, 120)} {quotes}"), article("b", f"{quotes} {words(10, 120)}"))
    assert found == {"a": "a", "b": "b"}


def test_boilerplate_does_not_count() -> None:
    offer = words(11, 200)
    made = []
    for id, seed in (("a", 12), ("b", 13)):
        body = words(seed, 60)
        blocks = (
            Block(start=0, end=len(body), kind="body"),
            Block(start=len(body) + 1, end=len(body) + 1 + len(offer), kind="boilerplate"),
        )
        made.append(Article(id=id, file=id, text=f"{body} {offer}", blocks=blocks))
    assert origins(*made) == {"a": "a", "b": "b"}


def test_house_text_printed_day_by_day_makes_no_copy() -> None:
    form = words(14, 120)
    daily = [
        article(f"n{n}", f"{form} {words(20 + n, 60)}", publisher="Blatt", published=f"2024-03-0{n + 1}")
        for n in range(4)
    ]
    assert set(origins(*daily).values()) == {a.id for a in daily}
    twice = origins(article("x", WIRE, publisher="Blatt"), article("y", WIRE, publisher="Blatt"))
    assert twice == {"x": "x", "y": "x"}


def test_sixty_reprints_of_one_text() -> None:
    every = [article(f"{n:02}", f"{WIRE} {words(100 + n, 20)}") for n in range(60)]
    assert set(origins(*every).values()) == {min(every, key=lambda a: (-len(a.text.split()), a.id)).id}


@pytest.mark.parametrize("text", ["", "Ein Wort", "\n", "… – …"])
def test_texts_too_short_to_compare(text: str) -> None:
    assert origins(article("a", text), article("b", "Etwas anderes")) == {"a": "a", "b": "b"}


@given(st.lists(st.text(max_size=80), max_size=8))
def test_every_article_has_an_origin_that_is_its_own(texts: list[str]) -> None:
    articles = {str(n): article(str(n), text) for n, text in enumerate(texts)}
    found = find_origins(articles)
    assert list(found) == list(articles)
    assert all(found[origin] == origin for origin in found.values())
