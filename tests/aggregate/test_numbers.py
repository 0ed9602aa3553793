"""Which numbers count the same thing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from comparison_builder import Draft, NoActors, story
from hypothesis import given
from hypothesis import strategies as st

from briefing.aggregate import numbers
from briefing.aggregate.numbers_text import plain, worded
from briefing.model import NumberTopic, NumberValue


def topics_of(*drafts: Draft) -> tuple[NumberTopic, ...]:
    return numbers.topics(*story(*drafts), NoActors())


SOLDIERS = {"head": "soldat", "modifiers": ("nordkorea",), "events": ("schicken",), "what": "nordkoreanische Soldaten"}


def test_words_for_the_same_people_join() -> None:
    a = Draft("a", "Nordkorea habe 1500 Spezialkräfte nach Russland geschickt.")
    a.number(
        "1500 Spezialkräfte",
        1500,
        head="spezialkraft",
        modifiers=("nordkorea",),
        events=("schicken",),
        holder_name="Yonhap",
    )
    b = Draft("b", "Etwa 10.000 nordkoreanische Soldaten seien nach Russland geschickt worden.")
    b.number("Etwa 10.000 nordkoreanische Soldaten", 10000, bound="about", holder_name="Pentagon", **SOLDIERS)
    (topic,) = topics_of(a, b)
    assert (topic.low, topic.high) == (1500, 10000)
    assert [v.attributed_to for v in topic.values] == ["Yonhap", "Pentagon"]


def test_killed_and_killed_or_wounded_are_two_topics() -> None:
    a = Draft(
        "a",
        "70.000 russische Soldaten wurden getötet, 600.000 russische Soldaten getötet oder verwundet.",
    )
    a.number("70.000 russische Soldaten", 70000, head="soldat", modifiers=("russland",), events=("töten",))
    a.number(
        "600.000 russische Soldaten", 600000, head="soldat", modifiers=("russland",), events=("töten", "verwunden")
    )
    assert len(topics_of(a)) == 2


def test_other_nationality_is_another_topic() -> None:
    a = Draft("a", "31.000 ukrainische Soldaten wurden getötet. 70.000 russische Soldaten wurden getötet.")
    a.number("31.000 ukrainische Soldaten", 31000, head="soldat", modifiers=("ukraine",), events=("töten",))
    a.number("70.000 russische Soldaten", 70000, head="soldat", modifiers=("russland",), events=("töten",))
    assert len(topics_of(a)) == 2


def test_who_came_and_who_was_expected_are_two_topics() -> None:
    a = Draft("a", "Zur Kundgebung kamen 20.000 Teilnehmer. Zur Kundgebung waren 10.000 Teilnehmer angemeldet.")
    a.number("20.000 Teilnehmer", 20000, head="teilnehmer", status="done")
    a.number("10.000 Teilnehmer", 10000, head="teilnehmer", status="planned")
    assert len(topics_of(a)) == 2


def test_shares_of_two_parties_are_two_topics() -> None:
    a = Draft("a", "Die Bahn kommt auf 25 Prozent der Stimmen. Die GDL kommt auf 24 Prozent der Stimmen.")
    a.number("25 Prozent der Stimmen", 25, unit="Prozent", head="stimme")
    a.number("24 Prozent der Stimmen", 24, unit="Prozent", head="stimme")
    assert len(topics_of(a)) == 2


def test_orders_of_magnitude_leave_the_range_alone() -> None:
    a = Draft("a", "Nordkorea hat Tausende Soldaten geschickt. Nordkorea hat 1500 Soldaten geschickt.")
    a.number("Tausende Soldaten", 1000, bound="about", **SOLDIERS)
    a.quantities[0] = replace(a.quantities[0], high=None)
    a.number("1500 Soldaten", 1500, **SOLDIERS)
    (topic,) = topics_of(a)
    assert (topic.low, topic.high, len(topic.values)) == (1500, 1500, 2)


def test_another_year_is_another_topic() -> None:
    a = Draft("a", "Bei dem Beben starben 40 Menschen. Bei dem Beben von 1999 starben 17.000 Menschen.")
    a.number("40 Menschen", 40, head="mensch", events=("sterben",))
    a.number("17.000 Menschen", 17000, head="mensch", events=("sterben",))
    assert len(topics_of(a)) == 2


def test_far_larger_counts_join_the_storys_crowd() -> None:
    drafts = [Draft(id_, "Laut Polizei kamen 20.000 Menschen zur Kundgebung.") for id_ in "abc"]
    for draft in drafts:
        draft.number("20.000 Menschen", 20000, head="mensch", what="Menschen", events=("teilnehmen",))
    far = Draft("d", "Redner riefen, es hätten sich eine Million Bürger versammelt.")
    far.number("eine Million Bürger", 1_000_000, head="bürger", events=("versammeln",))
    (topic,) = topics_of(*drafts, far)
    assert (topic.low, topic.high) == (20000, 1_000_000)


def test_the_same_uneven_amount_is_the_same_thing() -> None:
    a = Draft("a", "Es fehlen Guthaben von 1,9 Milliarden Euro.").number(
        "1,9 Milliarden Euro", 1.9e9, unit="Euro", head="guthaben"
    )
    b = Draft("b", "Der Konzern vermisst 1,9 Milliarden Euro Guthaben.").number(
        "1,9 Milliarden Euro", 1.9e9, unit="Euro"
    )
    (topic,) = topics_of(a, b)
    assert len(topic.values) == 2


def test_level_and_change_are_two_topics() -> None:
    a = Draft("a", "Die Löhne steigen um 5 Prozent. Der Anteil der Löhne liegt bei 5 Prozent.")
    a.number("um 5 Prozent", 5, unit="Prozent", head="lohn", change=True)
    a.number("bei 5 Prozent", 5, unit="Prozent", head="lohn")
    assert len(topics_of(a)) == 2


def test_planned_and_done_stand_in_one_topic_with_a_note() -> None:
    a = Draft(
        "a",
        "Nordkorea hat 1500 Soldaten geschickt. Nordkorea will 12.000 Soldaten schicken.",
    )
    a.number("1500 Soldaten", 1500, status="done", **SOLDIERS)
    a.number("12.000 Soldaten", 12000, status="planned", **SOLDIERS)
    (topic,) = topics_of(a)
    assert topic.note == "berichtet: 1.500; geplant oder erwartet: 12.000"


def test_equal_values_of_two_articles_both_stay() -> None:
    drafts = [Draft(id_, "Laut Polizei kamen 20.000 Menschen zur Kundgebung.") for id_ in "ab"]
    for draft in drafts:
        draft.number("20.000 Menschen", 20000, head="mensch", holder_name="Polizei", what="Menschen")
    (topic,) = topics_of(*drafts)
    assert [v.evidence[0].article for v in topic.values] == ["a", "b"]


def test_one_value_said_twice_in_an_article_is_one_value() -> None:
    a = Draft("a", "Zur Kundgebung kamen 20.000 Menschen. Die Kundgebung mit 20.000 Teilnehmern war laut.")
    a.number("20.000 Menschen", 20000, head="mensch", what="Menschen")
    a.number("20.000 Teilnehmern", 20000, head="teilnehmer", what="Teilnehmer")
    (topic,) = topics_of(a)
    assert [len(v.evidence) for v in topic.values] == [2]


def test_topics_of_more_origins_come_first_and_ids_differ() -> None:
    a = Draft("a", "Es gab 12 Tote. Es entstand ein Schaden von 3 Millionen Euro.")
    a.number("3 Millionen Euro", 3_000_000, unit="Euro", head="schaden").number("12 Tote", 12, head="tote")
    b = Draft("b", "Es gab 14 Tote.")
    b.number("14 Tote", 14, head="tote")
    found = topics_of(a, b)
    assert [(t.low, t.high) for t in found] == [(12, 14), (3_000_000, 3_000_000)]
    assert len({t.id for t in found}) == 2


@given(st.permutations(["a", "b", "c"]))
def test_every_quantity_stands_in_exactly_one_topic(order: list[str]) -> None:
    drafts = {
        id_: Draft(id_, f"Bei dem Beben starben {n} Menschen in Izmir.")
        for id_, n in zip("abc", (10, 12, 14), strict=True)
    }
    for draft, n in zip(drafts.values(), (10, 12, 14), strict=True):
        draft.number(f"{n} Menschen", n, head="mensch", events=("sterben",), places=("izmir",))
    spans = [s for t in topics_of(*(drafts[i] for i in order)) for v in t.values for s in v.evidence]
    assert sorted(s.article for s in spans) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1500", "1.500"),
        ("3.50", "3,5"),
        ("1300000", "1,3 Millionen"),
        ("1000000000", "1 Milliarde"),
        ("0.25", "0,25"),
        ("12", "12"),
    ],
)
def test_plain(value: str, text: str) -> None:
    assert plain(Decimal(value)) == text


def test_worded() -> None:
    value = NumberValue(
        low=Decimal(1500),
        high=None,
        bound="at least",
        status="reported",
        attributed_to=None,
        as_of=None,
        scope="",
        evidence=(),
    )
    assert worded(value, "Euro") == "mindestens 1.500 Euro"


def test_thousands_are_not_one_thousand() -> None:
    a = Draft("a", "Es kamen Tausende Erntehelfer ins Land.")
    a.number("Tausende Erntehelfer", 1000, bound="about", head="erntehelfer")
    a.quantities[-1] = replace(a.quantities[-1], high=None)
    b = Draft("b", "Es kamen mehr als 1000 Profis ins Land.")
    b.number("mehr als 1000 Profis", 1000, bound="more than", head="profi")
    assert len(topics_of(a, b)) == 2


def test_an_uneven_sum_twice_in_an_article_is_one() -> None:
    a = Draft("a", "Der Bund nahm 130,5 Milliarden Euro Schulden auf. Die Kredite betrugen 130,5 Milliarden Euro.")
    a.number("130,5 Milliarden Euro Schulden", 130_500_000_000, unit="Euro", head="schuld")
    a.number("betrugen 130,5 Milliarden Euro", 130_500_000_000, unit="Euro", head="kredit")
    assert len(topics_of(a)) == 1


def test_what_only_a_verb_tells_of_sums_does_not_join_them() -> None:
    a = Draft("a", "Dort waren es 560 Millionen Euro.")
    a.number("560 Millionen Euro", 560_000_000, unit="Euro", head="erhaltenes geld", what="erhaltenes Geld")
    b = Draft("b", "Hier waren es 540 Millionen Euro.")
    b.number("540 Millionen Euro", 540_000_000, unit="Euro", head="erhaltenes geld", what="erhaltenes Geld")
    assert len(topics_of(a, b)) == 2
