"""Stories: reports of one event together, others apart; folders of few articles; the order never matters."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from briefing.aggregate.stories import cluster, features
from briefing.aggregate.story_words import stem
from briefing.model import Article, Block

STRIKE = (
    "Beim Warnstreik der Gewerkschaft Verdi im Nahverkehr sind in Köln und Bonn Busse und Bahnen ausgefallen.",
    "Verdi hat den Warnstreik im Kölner Nahverkehr beendet. Die Busse und Bahnen der KVB fahren wieder nach Plan.",
    "Pendler in Köln und Bonn mussten wegen des Warnstreiks auf Bahnen verzichten. Verdi fordert mehr Lohn für Fahrer.",
)
QUAKE = (
    "Bei einem Erdbeben vor der Küste von Izmir sind Häuser eingestürzt. Retter suchen in Trümmern nach Verschütteten.",
    "Nach dem Erdbeben in Izmir suchen Retter in den Trümmern eingestürzter Häuser. Der Präsident reist an die Küste.",
    "In Izmir haben Retter ein Mädchen aus Trümmern geborgen. Das Erdbeben an der Küste zerstörte zwanzig Häuser.",
)
ELECTION = (
    "Die Landtagswahl in Thüringen gewinnt nach Hochrechnungen die Opposition. Die Wahlbeteiligung lag hoch.",
    "Nach der Landtagswahl in Thüringen sondieren die Parteien. Die Opposition gewinnt laut Hochrechnungen klar.",
)


def article(id: str, text: str, published: str | None = None) -> Article:
    return Article(id=id, file=f"{id}.txt", text=text, published=published)


def stories(articles: list[Article]) -> set[frozenset[str]]:
    found = cluster({a.id: a for a in articles})
    sets = {frozenset(ids) for ids in found}
    assert sorted(i for ids in found for i in ids) == sorted(a.id for a in articles)
    for seed in range(4):
        mixed = list(articles)
        random.Random(seed).shuffle(mixed)
        again = cluster({a.id: a for a in mixed})
        assert {frozenset(ids) for ids in again} == sets
    return sets


def day(count: int = 60) -> list[Article]:
    """Short reports on many matters, each with words of its own."""
    source = random.Random(3)
    names = ["".join(source.choices("abdeilmnorstu", k=8)).title() for _ in range(count * 12)]
    texts = [" und ".join(names[n * 12 : n * 12 + 12]) for n in range(count)]
    return [article(f"other{n}", text) for n, text in enumerate(texts)]


def test_events_of_a_day_are_told_apart() -> None:
    events = [*STRIKE, *QUAKE, *ELECTION]
    found = stories([article(str(n), text) for n, text in enumerate(events)] + day())
    assert {s for s in found if len(s) > 1} == {frozenset("012"), frozenset("345"), frozenset("67")}


def test_a_folder_on_one_event_is_one_story() -> None:
    assert stories([article(str(n), text) for n, text in enumerate(STRIKE)]) == {frozenset("012")}


def test_an_article_aside_joins_the_story_of_most_of_a_small_folder() -> None:
    aside = "Warten: ein Ortstermin an Gleisen, wo Rentner Kaffee und Kuchen an Schüler verteilen und Bahnen fehlen."
    assert stories([article(str(n), text) for n, text in enumerate([*STRIKE, aside])]) == {frozenset("0123")}
    beside = [article(str(n), text) for n, text in enumerate([STRIKE[0], aside, QUAKE[0], ELECTION[0]])]
    assert all(len(story) == 1 for story in stories(beside))


def test_articles_on_one_event_that_share_none_of_their_weightiest_words_are_compared() -> None:
    one, other, shared = (" ".join(f"{word}{n}" for n in range(40)) for word in ("Anfang", "Beginn", "Zuletzt"))
    assert len(stories([article("0", f"{one} {shared}"), article("1", f"{other} {shared}")])) == 1


def test_a_small_folder_on_two_events_is_two() -> None:
    found = stories([article(str(n), text) for n, text in enumerate([*STRIKE, *QUAKE])])
    assert found == {frozenset("012"), frozenset("345")}


def test_the_same_event_a_year_later_is_another_story() -> None:
    old = [article(f"old{n}", text, "2023-03-07") for n, text in enumerate(QUAKE)]
    new = [article(f"new{n}", text, "2024-03-07") for n, text in enumerate(QUAKE)]
    assert stories(old + new + day()) >= {frozenset(a.id for a in old), frozenset(a.id for a in new)}


def test_largest_first_and_source_order_within() -> None:
    order = [*ELECTION, *QUAKE]
    found = cluster({f"z{9 - n}": article(f"z{9 - n}", text) for n, text in enumerate(order)})
    assert found == [("z7", "z6", "z5"), ("z9", "z8")]


def test_headline_and_opening_count_more_and_boilerplate_not_at_all() -> None:
    offer = "Newsletter"
    text = f"Die Ministerin reist ab. {offer}"
    blocks = (
        Block(start=0, end=24, kind="body"),
        Block(start=25, end=len(text), kind="boilerplate"),
    )
    one = features(Article(id="a", file="a", text=text, title="Abreise", blocks=blocks))
    assert one[stem("Abreise")] > one[stem("Ministerin")] > one[stem("Newsletter")] == 0


def test_stems() -> None:
    assert {stem(w) for w in ("Streik", "Streiks", "Streiken")} == {"streik"}
    assert stem("Ei") == "ei"


def test_no_articles() -> None:
    assert cluster({}) == []


@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_texts_are_divided(texts: list[str]) -> None:
    stories([article(str(n), text) for n, text in enumerate(texts)])
