"""Shares of one party in two states, and those for whom something is demanded: apart."""

from __future__ import annotations

from comparison_builder import Draft, NoActors, story

from briefing.aggregate import numbers
from briefing.aggregate.numbers_features import features


def _share(text: str, draft: str, value: float, *places: str, what: str = "Anteil (AfD)") -> Draft:
    made = Draft(draft, text)
    words = f"{value} Prozent".replace(".", ",")
    made.number(words, value, unit="Prozent", head="anteil", what=what, places=places)
    return made


def test_a_party_has_a_share_in_each_state() -> None:
    a = _share("In Sachsen liegt die AfD bei 31,4 Prozent.", "a", 31.4, "Sachsen")
    b = _share("In Thüringen liegt die AfD bei 32,8 Prozent.", "b", 32.8, "Thüringen")
    c = _share("In Thüringen liegt die AfD bei 30,9 Prozent.", "c", 30.9, "Thüringen")
    found = numbers.topics(*story(a, b, c), NoActors())
    assert sorted(len(topic.values) for topic in found) == [1, 2]


def test_a_share_of_another_time_is_another_number() -> None:
    a = _share("Die SPD liegt bei 9,7 Prozent.", "a", 9.7, what="Anteil (SPD)")
    b = _share("Die SPD lag bei 9,9 Prozent.", "b", 9.9, what="Anteil (SPD, vor fünf Jahren)")
    assert len(numbers.topics(*story(a, b), NoActors())) == 2


def test_those_something_is_demanded_for_are_not_on_strike() -> None:
    a = Draft("a", "Am Streik beteiligten sich 150.000 Beschäftigte.")
    a.number("150.000 Beschäftigte", 150_000, head="beschäftigte", what="Beschäftigte", events=("beteiligen",))
    b = Draft("b", "Zum Streik fordert Verdi für 230.000 Beschäftigte mehr Lohn.")
    b.number("230.000 Beschäftigte", 230_000, head="beschäftigte", what="Beschäftigte (Forderung)")
    assert len(numbers.topics(*story(a, b), NoActors())) == 2


def test_a_share_and_a_share_of_the_votes_are_one_partys() -> None:
    a = _share("Die AfD kommt in Thüringen auf 31,2 Prozent.", "a", 31.2)
    b = _share("Nach dem Endergebnis liegt die AfD bei 32,4 Prozent.", "b", 32.4, what="Anteil der Stimmen (AfD)")
    (topic,) = numbers.topics(*story(a, b), NoActors())
    assert len(topic.values) == 2


def test_a_share_is_not_that_of_who_spoke_before() -> None:
    a = Draft("a", "Das sagte Gröger. Das Land hält 20 Prozent der Stimmrechte.")
    a.number("20 Prozent der Stimmrechte", 20, unit="Prozent", head="stimmrecht", what="Anteil der Stimmrechte")
    assert features(*story(a))[0].subject == ""


def test_a_decimal_is_no_border_of_a_clause() -> None:
    a = Draft("a", "In Berlin kommt Kursk auf 32,8 Prozent und 32 Mandate.")
    a.number("32 Mandate", 32, head="mandat", what="Mandate")
    assert features(*story(a))[0].subject == "Kursk"
