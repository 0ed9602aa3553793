"""Numbers in headings and crowds: what a topic brings together across wordings."""

from __future__ import annotations

from comparison_builder import Draft, NoActors, story

from briefing.aggregate import numbers


def topics_of(*drafts: Draft) -> list[tuple[str, list[int]]]:
    found = numbers.topics(*story(*drafts), NoActors())
    return [(t.topic, sorted(int(v.low if v.low is not None else v.high or 0) for v in t.values)) for t in found]


def test_a_heading_rounds_what_the_text_tells() -> None:
    a = Draft("a", "Mehr als 2.000 Migranten auf den Inseln", block="headline")
    a.number("Mehr als 2.000 Migranten", 2000, bound="more than", head="migrant", what="Migranten")
    b = Draft("b", "Es sind 2.206 Migranten angekommen.")
    b.number("2.206 Migranten", 2206, head="migrant", what="Migranten", events=("ankommen",))
    assert len(topics_of(a)) == len(topics_of(b)) == 1


def test_arrived_and_housed_are_two_counts() -> None:
    a = Draft("a", "Es sind 5.000 Migranten angekommen. Man brachte 5.500 Migranten in Hotels unter.")
    a.number("5.000 Migranten", 5000, head="migrant", what="Migranten", events=("ankommen",))
    a.number("5.500 Migranten", 5500, head="migrant", what="Migranten", events=("unterbringen",))
    assert {name for name, _ in topics_of(a)} == {"Migranten (angekommen)", "Migranten (untergebracht)"}


def test_refugees_and_people_who_arrive_are_one_count() -> None:
    a = Draft("a", "Dort sind 13.700 Menschen eingetroffen.")
    a.number("13.700 Menschen", 13700, head="mensch", what="Menschen", events=("eintreffen",))
    b = Draft("b", "Dort sind 14.000 Geflüchtete angekommen.")
    b.number("14.000 Geflüchtete", 14000, head="geflüchtete", what="Geflüchtete", events=("ankommen",))
    assert [values for _, values in topics_of(a, b)] == [[13700, 14000]]


def test_a_number_without_a_noun_counts_people_by_what_they_do() -> None:
    a = Draft("a", "Dort trafen 18.000 ein.").number("18.000", 18000, events=("eintreffen",))
    assert topics_of(a) == [("Menschen (angekommen)", [18000])]


def test_what_a_text_only_names_again_is_no_topic() -> None:
    a = Draft("a", "Die drei Manager kamen.").number("drei Manager", 3, head="manager", what="Manager")
    a.quantities[0] = type(a.quantities[0])(
        **{name: getattr(a.quantities[0], name) for name in a.quantities[0].__slots__} | {"rule": "known"}
    )
    assert topics_of(a) == []


def test_compounds_are_counted_under_their_base() -> None:
    a = Draft("a", "Man lieferte 50 Millionen Impfdosen.")
    a.number("50 Millionen Impfdosen", 50_000_000, head="impfdosis", what="Impfdosen")
    b = Draft("b", "Man lieferte 50 Millionen Dosen.")
    b.number("50 Millionen Dosen", 50_000_000, head="dosis", what="Dosen")
    assert len(topics_of(a, b)) == 1


def test_what_was_lost_and_what_will_be_are_two_topics() -> None:
    a = Draft("a", "Der Verlust betrug 5 Millionen Euro.")
    a.number("5 Millionen Euro", 5_000_000, unit="Euro", head="verlust", what="Verlust", status="done")
    b = Draft("b", "Der Verlust wird 6 Millionen Euro betragen.")
    b.number("6 Millionen Euro", 6_000_000, unit="Euro", head="verlust", what="Verlust", status="expected")
    assert len(topics_of(a, b)) == 2


def test_a_bound_and_the_value_within_it_are_one_count() -> None:
    a = Draft("a", "Der Initiative gehören über 150 Länder an.")
    a.number("über 150 Länder", 150, bound="more than", head="land", what="Länder")
    b = Draft("b", "Bislang sind etwa 170 Länder dabei.")
    b.number("etwa 170 Länder", 170, bound="about", head="land", what="Länder")
    c = Draft("c", "Anderswo zählt man 900 Länder.").number("900 Länder", 900, head="land", what="Länder")
    assert sorted(values for _, values in topics_of(a, b, c)) == [[150, 170], [900]]


def test_two_nouns_of_one_sentence_are_two_sums() -> None:
    a = Draft("a", "Es gibt 390 Millionen Euro als Zuschüsse und 390 Millionen Euro als Kredite.")
    a.number("390 Millionen Euro als Z", 390_000_000, unit="Euro", head="zuschuss", what="Zuschüsse")
    a.number("390 Millionen Euro als K", 390_000_000, unit="Euro", head="kredit", what="Kredite")
    assert {name for name, _ in topics_of(a)} == {"Zuschüsse", "Kredite"}


def test_counts_that_a_text_gives_side_by_side_are_two_topics() -> None:
    a = Draft("a", "In der Stadt starben 238 Menschen. Im ganzen Land starben 11.982 Menschen.")
    a.number("238 Menschen", 238, head="mensch", what="Menschen", events=("sterben",))
    a.number("11.982 Menschen", 11982, head="mensch", what="Menschen", events=("sterben",))
    b = Draft("b", "Es starben 11.991 Menschen.")
    b.number("11.991 Menschen", 11991, head="mensch", what="Menschen", events=("sterben",))
    assert sorted(values for _, values in topics_of(a, b)) == [[238], [11982, 11991]]


def test_accounts_that_a_text_sets_against_each_other_are_one_topic() -> None:
    a = Draft("a", "Laut Polizei kamen 20.000 Menschen zur Kundgebung, die Redner sprachen von 90.000 Menschen.")
    a.number("20.000 Menschen", 20000, head="mensch", what="Menschen", events=("teilnehmen",), holder_name="Polizei")
    a.number("90.000 Menschen", 90000, head="mensch", what="Menschen", events=("teilnehmen",), holder_name="Redner")
    b = Draft("b", "Zur Kundgebung kamen 30.000 Menschen.")
    b.number("30.000 Menschen", 30000, head="mensch", what="Menschen", events=("teilnehmen",))
    assert [values for _, values in topics_of(a, b)] == [[20000, 30000, 90000]]
