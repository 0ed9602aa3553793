"""What brings numbers of several articles together besides their own words, and what keeps them apart."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from comparison_builder import Draft, NoActors, story

from briefing.aggregate import numbers
from briefing.aggregate.numbers_features import features
from briefing.model import Name


def topics_of(*drafts: Draft) -> list[list[int]]:
    found = numbers.topics(*story(*drafts), NoActors())
    return sorted(sorted(int(v.low if v.low is not None else v.high or 0) for v in t.values) for t in found)


def test_delegates_are_counted_under_their_noun() -> None:
    a = Draft("a", "Mehr als 500 Delegierte beschlossen das Konzept.")
    a.number("Mehr als 500 Delegierte", 500, bound="more than", head="delegierte")
    b = Draft("b", "Etwa 600 Delegierte sind gekommen.").number("Etwa 600 Delegierte", 600, head="delegierte")
    assert topics_of(a, b) == [[500, 600]]


def test_part_and_whole_are_two_topics() -> None:
    a = Draft("a", "Von den 600 Delegierten waren 483 Delegierte anwesend.")
    a.number("600 Delegierten", 600, head="delegierte").number("483 Delegierte", 483, head="delegierte")
    b = Draft("b", "Etwa 600 Delegierte sind gekommen.").number("Etwa 600 Delegierte", 600, head="delegierte")
    assert topics_of(a, b) == [[483], [600, 600]]


def test_two_texts_that_tell_the_same_pair_of_sums_tell_one_thing() -> None:
    drafts = []
    for id_, first, head in (("a", "Ein Programm von 10 Milliarden Euro ist geplant", "programm"),
                             ("b", "Die Hilfe kostet 10 Milliarden Euro", "hilfe")):  # fmt: skip
        draft = Draft(id_, f"{first}. Die Züge kosten 3,7 Milliarden Euro.")
        draft.number("10 Milliarden Euro", 10e9, unit="Euro", head=head)
        draft.number("3,7 Milliarden Euro", 3.7e9, unit="Euro", head="zug")
        drafts.append(draft)
    assert topics_of(*drafts) == [[3_700_000_000] * 2, [10_000_000_000] * 2]


def test_what_one_state_gives_is_one_sum() -> None:
    a = Draft("a", "Ungarn beteiligt sich mit mehr als 500 Millionen Euro.")
    a.number("mehr als 500 Millionen Euro", 5e8, bound="more than", unit="Euro", events=("beteiligen",))
    b = Draft("b", "Ungarn hat 100 Millionen Euro beigesteuert.")
    b.number("100 Millionen Euro", 1e8, unit="Euro", events=("beisteuern",))
    c = Draft("c", "Polen hat 300 Millionen Euro beigesteuert.")
    c.number("300 Millionen Euro", 3e8, unit="Euro", events=("beisteuern",))
    assert topics_of(a, b, c) == [[100_000_000, 500_000_000], [300_000_000]]


def test_a_sale_is_one_price_in_two_words() -> None:
    a = Draft("a", "Der Verkauf des Aufzugsgeschäfts brachte 15 Milliarden Euro.")
    a.number("15 Milliarden Euro", 15e9, unit="Euro", events=("Verkauf des Aufzugsgeschäfts",))
    b = Draft("b", "Man verkaufte die Aufzugsparte zum Preis von 17 Milliarden Euro.")
    b.number("17 Milliarden Euro", 17e9, unit="Euro", head="preis")
    assert topics_of(a, b) == [[15_000_000_000, 17_000_000_000]]


def test_the_same_range_is_the_same_count() -> None:
    a = Draft("a", "Man tötet 15 bis 17 Millionen Nerze.")
    a.number("15 bis 17 Millionen Nerze", 15e6, 17e6, bound="range", head="nerz")
    b = Draft("b", "Man tötet 15 bis 17 Millionen Tiere.")
    b.number("15 bis 17 Millionen Tiere", 15e6, 17e6, bound="range", head="tier")
    assert topics_of(a, b) == [[15_000_000, 15_000_000]]


def test_a_counter_demonstration_is_another_crowd() -> None:
    a = Draft("a", "Zur Demonstration kamen 200 Menschen. Zur Gegendemonstration kamen 130 Menschen.")
    a.number("200 Menschen", 200, head="mensch", events=("Demonstration",))
    a.number("130 Menschen", 130, head="mensch", events=("Gegendemonstration",))
    assert topics_of(a) == [[130], [200]]


def test_a_crowd_elsewhere_is_another_crowd() -> None:
    a = Draft("a", "In Berlin, ja in Berlin demonstrierten 2000 Menschen.")
    a.number("2000 Menschen", 2000, head="mensch", events=("demonstrieren",))
    b = Draft("b", "In Izmir demonstrierten 900 Menschen.")
    b.number("900 Menschen", 900, head="mensch", events=("demonstrieren",), places=("Izmir",))
    articles, analyses, origins = story(a, b)
    for draft, places in ((a, ("Berlin", "Berlin", "Berlin")), (b, ("Izmir",))):
        names = tuple(Name(span=draft.span(place), label="LOC", name=place) for place in places)
        analyses[draft.article.id] = replace(analyses[draft.article.id], names=names)
    assert len(numbers.topics(articles, analyses, origins, NoActors())) == 2


def test_two_values_of_one_text_are_two_things_unless_it_tells_stages() -> None:
    a = Draft("a", "Der Rabatt stieg von 237 Millionen Euro auf 565 Millionen Euro. Ihr Rabatt ist 300 Millionen Euro.")
    for words, value in (("237 Millionen Euro", 237e6), ("565 Millionen Euro", 565e6), ("300 Millionen Euro", 300e6)):
        a.number(words, value, unit="Euro", head="rabatt")
    assert topics_of(a) == [[237_000_000, 565_000_000], [300_000_000]]


def test_near_counts_of_one_thing_in_other_words_are_one_topic() -> None:
    a = Draft("a", "In 207 Farmen fand man das Virus.").number("207 Farmen", 207, head="farm")
    b = Draft("b", "Das Virus ist jetzt in 216 Zuchtanlagen.").number("216 Zuchtanlagen", 216, head="zuchtanlage")
    assert topics_of(a, b) == [[207, 216]]


def test_a_share_and_a_count_are_two_topics() -> None:
    a = Draft("a", "Ein Drittel der Mitarbeiter ist krank.").number(
        "Ein Drittel der Mitarbeiter", 0.33, head="mitarbeiter"
    )
    b = Draft("b", "Drei Mitarbeiter sind krank.").number("Drei Mitarbeiter", 3, head="mitarbeiter")
    assert len(topics_of(a, b)) == 2


def test_members_of_two_clubs_are_two_counts() -> None:
    a = Draft("a", "Die Bahn hat 8000 Mitglieder.").number("8000 Mitglieder", 8000, head="mitglied")
    b = Draft("b", "Die GDL hat 5700 Mitglieder.").number("5700 Mitglieder", 5700, head="mitglied")
    assert len(topics_of(a, b)) == 2


@pytest.mark.parametrize(
    ("sentence", "fates"),
    [
        ("Er hat [4 Menschen] getötet und [22 Menschen] verletzt.", [{"dead"}, {"injured"}]),
        ("Der Mann, der [4 Menschen] tötete und [22 Menschen] verletzte, floh.", [{"dead"}, {"injured"}]),
        ("Es wurden [90 Menschen] getötet oder verletzt.", [{"dead", "injured"}]),
    ],
)
def test_fates_belong_to_the_number_beside_them(sentence: str, fates: list[set[str]]) -> None:
    draft = Draft("a", sentence.replace("[", "").replace("]", ""))
    for words in re.findall(r"\[(.*?)\]", sentence):
        draft.number(words, int(words.split()[0]), head="mensch", events=("töten", "verletzen"))
    assert [f.scope for f in features(*story(draft))] == fates


def test_a_rather_uneven_count_joins_over_two_words_of_one_base() -> None:
    a = Draft("a", "Die Polizei leitete 257 Strafverfahren ein.").number(
        "257 Strafverfahren", 257, head="strafverfahren"
    )
    b = Draft("b", "Es gibt 257 Ermittlungsverfahren.")
    b.number("257 Ermittlungsverfahren", 257, head="ermittlungsverfahren")
    c = Draft("c", "Dort stehen 257 Autos.").number("257 Autos", 257, head="auto")
    assert topics_of(a, b, c) == [[257], [257, 257]]


def test_cases_of_days_and_of_all_so_far_are_two_counts() -> None:
    a = Draft("a", "Zwischen Donnerstag und Freitag starben 426 Menschen.")
    a.number("426 Menschen", 426, head="mensch", events=("sterben",))
    b = Draft("b", "Seit Beginn der Pandemie starben 15.586 Menschen.")
    b.number("15.586 Menschen", 15586, head="mensch", events=("sterben",))
    assert topics_of(a, b) == [[426], [15586]]


def test_one_count_of_two_regions_is_two_topics() -> None:
    drafts = []
    for id_, place, value in (("a", "Kursk", 14), ("b", "Izmir", 50)):
        draft = Draft(id_, f"In {place} ist die Zahl der Toten auf {value} gestiegen.")
        drafts.append(draft.number(str(value), value, head="tote", what="Tote"))
    articles, analyses, origins = story(*drafts)
    for id_, analysis in analyses.items():
        names = tuple(replace(name, label="LOC") for name in analysis.names)
        analyses[id_] = replace(analysis, names=names)
    assert len(numbers.topics(articles, analyses, origins, NoActors())) == 2


def test_a_distance_is_known_by_its_ends() -> None:
    a = Draft("a", "Von Izmir sind es mehr als 100 Kilometer nach Kursk.")
    a.number("mehr als 100 Kilometer", 100, bound="more than", unit="km", head="entfernung", places=("Kursk",))
    b = Draft("b", "Rund 110 Kilometer trennen Kursk von Izmir.")
    b.number("Rund 110 Kilometer", 110, bound="about", unit="km", head="entfernung", places=("Izmir",))
    c = Draft("c", "Bis Berlin sind es rund 110 Kilometer.")
    c.number("rund 110 Kilometer", 110, bound="about", unit="km", head="entfernung", places=("Berlin",))
    articles, analyses, origins = story(a, b, c)
    for id_, analysis in analyses.items():
        analyses[id_] = replace(analysis, names=tuple(replace(name, label="LOC") for name in analysis.names))
    found = numbers.topics(articles, analyses, origins, NoActors())
    assert sorted(len(topic.values) for topic in found) == [1, 2]
