"""Rates, limits and counts of one thing never make a range."""

from __future__ import annotations

import re

import pytest
from comparison_builder import Draft, NoActors, story

from briefing.aggregate import numbers
from briefing.aggregate.numbers_features import features
from briefing.aggregate.numbers_kinds import kind_of, with_kinds
from briefing.model import NumberTopic


def kind(sentence: str) -> str:
    """The kind of the number between square brackets."""
    match = re.search(r"\[((?:\D*?)(\d+)\D*?)\]", sentence)
    assert match is not None
    draft = Draft("a", sentence.replace("[", "").replace("]", ""))
    draft.number(match.group(1), int(match.group(2)), head=match.group(1).split()[-1].lower().rstrip("en"))
    articles, analyses, origins = story(draft)
    (feature,) = features(articles, analyses, origins)
    return kind_of(feature, draft.article.text)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Neukölln meldet [173 Neuinfektionen] je 100.000 Einwohner.", "rate"),
        ("Neukölln meldet [173 Neuinfektionen] (pro 100.000 Einwohner in sieben Tagen).", "rate"),
        ("Die Klinik behandelt [90 Menschen] pro Tag.", "rate"),
        ("Auf 100.000 Einwohner kamen [173 Fälle].", "rate"),
        ("Die Sieben-Tage-Inzidenz lag bei [173 Fällen].", "rate"),
        ("Ab [50 Neuinfektionen] gilt eine Sperrstunde.", "limit"),
        ("Eine Sperrstunde gilt, wenn mehr als [50 Fälle] gemeldet werden.", "limit"),
        ("Im Freien dürfen sich höchstens [25 Personen] treffen.", "limit"),
        ("Die Obergrenze liegt bei [500 Zuschauern].", "limit"),
        ("Allein in Frankfurt fielen [650 Flüge] aus.", "part"),
        ("In Frankfurt fielen [650] von 1.170 Flügen aus.", "part"),
        ("Am Montag wurden [5132 Neuinfektionen] gemeldet.", ""),
        ("Zur Kundgebung kamen [200 Menschen], wenn auch verspätet.", ""),
        ("Die Polizei schätzte die Menge auf [200 Menschen].", ""),
        ("Bei dem Beben starben [40 Menschen], die Bergung dauert an.", ""),
    ],
)
def test_kind(sentence: str, expected: str) -> None:
    assert kind(sentence) == expected


def topics_of(*drafts: Draft) -> tuple[NumberTopic, ...]:
    return numbers.topics(*story(*drafts), NoActors())


def test_rate_limit_and_count_are_three_topics() -> None:
    a = Draft("a", "Es gab 5132 Neuinfektionen. In Neukölln sind es 173 Neuinfektionen je Woche.")
    a.number("5132 Neuinfektionen", 5132, head="neuinfektion").number("173 Neuinfektionen", 173, head="neuinfektion")
    b = Draft("b", "Ab 35 Neuinfektionen gilt die Regel.")
    b.number("35 Neuinfektionen", 35, head="neuinfektion")
    assert sorted(t.low for t in topics_of(a, b) if t.low is not None) == [35, 173, 5132]
    assert all(t.low == t.high for t in topics_of(a, b))


def test_what_is_a_limit_once_is_one_everywhere() -> None:
    a = Draft("a", "Ab 35 Neuinfektionen gilt die Regel.")
    a.number("35 Neuinfektionen", 35, head="neuinfektion")
    b = Draft("b", "Der Wert von 35 Neuinfektionen ist umstritten.")
    b.number("35 Neuinfektionen", 35, head="neuinfektion")
    articles, analyses, origins = story(a, b)
    told = with_kinds(features(articles, analyses, origins), {k: v.text for k, v in articles.items()})
    assert [f.kind for f in told] == ["limit", "limit"]


def test_what_a_rate_refers_to_is_no_number_of_its_own() -> None:
    a = Draft("a", "Es gab 50 Fälle je 100.000 Einwohner.")
    a.number("50 Fälle", 50, head="fall").number("100.000 Einwohner", 100000, head="einwohner")
    assert [t.low for t in topics_of(a)] == [50]


def test_counts_an_order_of_magnitude_apart_in_one_article_are_two_topics() -> None:
    a = Draft("a", "Das Werk hat 500 Beschäftigte. Der Konzern hat 19.000 Beschäftigte.")
    a.number("500 Beschäftigte", 500, head="beschäftigte").number("19.000 Beschäftigte", 19000, head="beschäftigte")
    assert len(topics_of(a)) == 2


def test_far_counts_of_one_crowd_by_two_origins_stay_together() -> None:
    a = Draft("a", "Zur Kundgebung kamen 2.000 Demonstranten.")
    a.number("2.000 Demonstranten", 2000, head="demonstrant", status="done")
    b = Draft("b", "Zur Kundgebung kamen 30.000 Demonstranten.")
    b.number("30.000 Demonstranten", 30000, head="demonstrant", status="done")
    assert len(topics_of(a, b)) == 1
