"""What topics are called."""

from __future__ import annotations

from dataclasses import replace

import pytest
from comparison_builder import Draft, NoActors, story

from briefing.aggregate import numbers
from briefing.model import NumberTopic


def topics_of(*drafts: Draft) -> tuple[NumberTopic, ...]:
    return numbers.topics(*story(*drafts), NoActors())


def names(*drafts: Draft) -> set[str]:
    return {topic.topic for topic in topics_of(*drafts)}


def test_topics_of_one_wording_are_told_apart_by_the_noun_they_belong_to() -> None:
    a = Draft("a", "Ein Lager für 400 Menschen entsteht. Eine Halle für 15.000 Menschen ist voll.")
    a.number("400 Menschen", 400, head="mensch", what="Menschen", events=("entstehen", "Lager"))
    a.number("15.000 Menschen", 15000, head="mensch", what="Menschen", events=("Halle",))
    assert names(a) == {"Menschen (Lager)", "Menschen (Halle)"}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Am Lager warten [400 Menschen] auf Decken.", "Menschen (am Lager)"),
        ("An der Studie nehmen [400 Menschen] teil.", "Menschen (an der Studie)"),
        ("Es kamen [400 Menschen] aus mehreren Haushalten.", "Menschen (aus mehreren Haushalten)"),
        ("Es sprachen [400 Menschen] am Supreme Court vor.", "Menschen (am Supreme Court)"),
        ("Am Montag kamen [400 Menschen] in der Nacht.", "Menschen"),
        ("In der Turnhalle schlafen [400 Menschen].", "Menschen"),
        ("Gegen Roth klagen [400 Menschen].", "Menschen"),
        ("Es kamen [400 Menschen] und in Kursk noch viele.", "Menschen"),
        ("Mit [400 Menschen] begann der Marsch.", "Menschen (Demonstrationszug)"),
    ],
)
def test_people_are_named_with_where_or_at_what_they_are_counted(sentence: str, name: str) -> None:
    a = Draft("a", sentence.replace("[", "").replace("]", ""))
    a.number("400 Menschen", 400, head="mensch", what="Menschen")
    assert names(a) == {name}


def test_votes_are_named_by_their_stand_and_years_in_words() -> None:
    a = Draft("a", "Dafür stimmten 105 Abgeordnete, dagegen stimmten 19 Abgeordnete.")
    a.number("105 Abgeordnete", 105, head="abgeordnete", what="Abgeordnete")
    a.number("19 Abgeordnete", 19, head="abgeordnete", what="Abgeordnete")
    assert names(a) == {"Abgeordnete (dafür)", "Abgeordnete (dagegen)"}
    b = Draft("b", "Im nächsten Jahr ist die Quote 7 Prozent. Die Quote ist 9 Prozent.", published=None)
    for words, value in (("7 Prozent", 7), ("9 Prozent", 9)):
        b.number(words, value, unit="Prozent", head="quote", what="Quote")
    assert "Quote (nächstes Jahr)" in names(b)


def test_a_sum_without_a_noun_is_named_by_its_deed() -> None:
    a = Draft("a", "Für Zelte hat Roth 2 Millionen Euro bereitgestellt.")
    a.number("2 Millionen Euro", 2_000_000, unit="Euro", events=("bereitstellen",))
    assert names(a) == {"Betrag (bereitgestellt)"}


def test_a_sum_that_nothing_names_is_one_a_count_is_left_out() -> None:
    a = Draft("a", "Es geht um 2 Millionen Euro.").number("2 Millionen Euro", 2_000_000, unit="Euro")
    assert names(a) == {"Betrag"}
    b = Draft("b", "Es waren fast 1700.").number("1700", 1700)
    assert names(b) == set()
    c = Draft("c", "Es geht um Millionen Euro.").number("Millionen Euro", 1_000_000, bound="about", unit="Euro")
    c.quantities[0] = replace(c.quantities[0], high=None)
    assert names(c) == set()


def test_a_sum_that_nothing_names_joins_the_same_sum_with_a_name() -> None:
    a = Draft("a", "Hilfen von 390 Millionen Euro fließen.")
    a.number("390 Millionen Euro", 390_000_000, unit="Euro", head="hilfe", what="Hilfen")
    b = Draft("b", "Man einigte sich auf 390 Millionen Euro.").number("390 Millionen Euro", 390_000_000, unit="Euro")
    assert [(t.topic, len(t.values)) for t in topics_of(a, b)] == [("Hilfen", 2)]


def test_the_dative_plural_becomes_a_nominative() -> None:
    a = Draft("a", "Der Betrieb mit 2400 Beschäftigten ist pleite.")
    a.number("2400 Beschäftigten", 2400, head="beschäftigter", what="Beschäftigten")
    b = Draft("b", "Sie sprachen von 70 neuen Todesfällen.")
    b.number("70 neuen Todesfällen", 70, head="todesfall", what="neuen Todesfällen", events=("sterben",))
    c = Draft("c", "Sie sprachen von 55 Betrieben. Viele Betriebe schließen.")
    c.number("55 Betrieben", 55, head="betrieb", what="Betrieben")
    assert names(a, b, c) == {"Beschäftigte", "neue Todesfälle", "Betriebe"}


def test_a_nominative_plural_in_n_stays() -> None:
    a = Draft("a", "Es gab 80 Wohnungen und 90 Mehrkosten, alle Stellen und 15 Soldaten.")
    for words, head in (("80 Wohnungen", "wohnung"), ("90 Mehrkosten", "mehrkoste"), ("15 Soldaten", "soldat")):
        a.number(words, int(words[:2]), head=head, what=words[3:])
    assert names(a) == {"Wohnungen", "Mehrkosten", "Soldaten"}


def test_small_exact_counts_come_last() -> None:
    a = Draft("a", "Zwei Machthaber trafen sich. 300 Häuser brannten. 300 Häuser sind zerstört.")
    a.number("Zwei Machthaber", 2, head="machthaber", what="Machthaber")
    a.number("300 Häuser", 300, head="haus", what="Häuser")
    assert [t.topic for t in topics_of(a)][-1] == "Machthaber"


def test_one_uneven_value_in_two_words_is_one_topic() -> None:
    a = Draft("a", "Die Bahn meldet 6125 Insolvenzen.").number("6125 Insolvenzen", 6125, head="insolvenz")
    b = Draft("b", "Die Rede ist von 6125 Firmenpleiten.").number("6125 Firmenpleiten", 6125, head="firmenpleite")
    assert len(topics_of(a, b)) == 1


def test_one_even_value_in_two_words_is_two_topics() -> None:
    a = Draft("a", "Die Bahn meldet 6000 Insolvenzen.").number("6000 Insolvenzen", 6000, head="insolvenz")
    b = Draft("b", "Die Rede ist von 6000 Kühen.").number("6000 Kühen", 6000, head="kuh")
    assert len(topics_of(a, b)) == 2


@pytest.mark.parametrize(
    ("sentence", "head", "what", "name"),
    [
        ("Die Wirtschaft schrumpft um [5 Prozent].", "wirtschaft", "Wirtschaft", "Wirtschaft (Rückgang)"),
        ("Der Umsatz wächst im nächsten Jahr um [5 Prozent].", "umsatz", "Umsatz", "Umsatz (Anstieg, 2025)"),
        ("Es gab einen Rückgang des Ausstoßes um [5 Prozent].", "", "", "Ausstoß (Rückgang)"),
        ("Es gab ein Minus von [5 Prozent].", "minus", "Minus", "Minus"),
    ],
)
def test_a_change_is_named_by_what_changes_and_which_way(sentence: str, head: str, what: str, name: str) -> None:
    a = Draft("a", sentence.replace("[", "").replace("]", ""))
    a.number("5 Prozent", 5, unit="Prozent", head=head, what=f"{what} (Veränderung)", change=True)
    assert names(a) == {name}


def test_the_share_of_somebody_is_named_as_a_share() -> None:
    a = Draft("a", "Müller liegt bei 48 Prozent.")
    a.number("48 Prozent", 48, unit="Prozent", head="müller", what="Müller")
    articles, analyses, origins = story(a)
    named = tuple(replace(name, label="PER") for name in analyses["a"].names)
    analyses["a"] = replace(analyses["a"], names=named)
    assert [t.topic for t in numbers.topics(articles, analyses, origins, NoActors())] == ["Anteil (Müller)"]


@pytest.mark.parametrize(
    ("sentence", "words", "value", "head", "what", "name"),
    [
        ("Das hilft neun von zehn Kindern.", "neun von zehn Kindern", 0.9, "kind", "Kinder", "Anteil (Kinder)"),
        ("Jede zweite Schule schließt.", "Jede zweite Schule", 0.5, "schule", "Schule", "Anteil (Schule)"),
        ("Es gibt eine halbe Dosis.", "eine halbe Dosis", 0.5, "dosis", "Dosis", "Dosis"),
        ("Man verteilt 15 dieser Masken.", "15 dieser Masken", 15, "maske", "dieser Masken", "Masken"),
    ],
)
def test_shares_in_numbers_and_pointing_words(
    sentence: str, words: str, value: float, head: str, what: str, name: str
) -> None:
    assert names(Draft("a", sentence).number(words, value, head=head, what=what)) == {name}


def test_loan_words_keep_their_plural() -> None:
    a = Draft("a", "Man behandelt 60 Patienten.").number("60 Patienten", 60, head="patiente", what="Patienten")
    assert names(a) == {"Patienten"}
