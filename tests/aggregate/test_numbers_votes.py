"""For, against, abstained, needed: the counts of a ballot are kept apart."""

from __future__ import annotations

import re

import pytest
from comparison_builder import Draft, NoActors, story

from briefing.aggregate import numbers
from briefing.aggregate.numbers_features import features


@pytest.mark.parametrize(
    ("sentence", "stand"),
    [
        ("Für die Absetzung stimmten [105 Abgeordnete], 19 waren dagegen.", "for"),
        ("[105 Abgeordnete] stimmten dafür.", "for"),
        ("105 Abgeordnete stimmten zu, [19 Parlamentarier] votierten dagegen.", "against"),
        ("19 waren dagegen und [4 Parlamentarier] enthielten sich.", "abstained"),
        ("Bei der Abstimmung gab es [19 Gegenstimmen].", "against"),
        ("Um ihn abzusetzen, waren [87 Stimmen] nötig.", "needed"),
        ("Er erhielt [87 Stimmen].", ""),
        ("Er gewann mit 105 zu [19 Stimmen].", "against"),
        ("Der Antrag wurde mit 105 gegen [19 Stimmen] abgelehnt.", "for"),
        ("Zur Kundgebung kamen [87 Menschen], die gegen die Regierung sind.", ""),
    ],
)
def test_stand(sentence: str, stand: str) -> None:
    match = re.search(r"\[((\d+) (\w+))\]", sentence)
    assert match is not None
    draft = Draft("a", sentence.replace("[", "").replace("]", ""))
    words, number, noun = match.groups()
    head = {"Abgeordnete": "abgeordnete", "Parlamentarier": "parlamentarier", "Menschen": "mensch"}.get(noun, "stimme")
    draft.number(words, int(number), head=head)
    for other in re.findall(r"\b\d+\b", draft.article.text):
        if other != number:
            draft.number(other, int(other))
    assert features(*story(draft))[0].stand == stand


def test_members_and_votes_of_one_ballot_are_one_count() -> None:
    a = Draft("a", "Für die Absetzung stimmten 105 Abgeordnete, 19 Abgeordnete stimmten dagegen.")
    a.number("105 Abgeordnete", 105, head="abgeordnete").number("19 Abgeordnete", 19, head="abgeordnete")
    b = Draft("b", "Es gab 105 Stimmen für die Absetzung und 19 Stimmen gegen die Absetzung.")
    b.number("105 Stimmen", 105, head="stimme").number("19 Stimmen", 19, head="stimme")
    found = numbers.topics(*story(a, b), NoActors())
    assert sorted((int(t.low or 0), len(t.values)) for t in found) == [(19, 2), (105, 2)]


def test_another_result_is_another_ballot() -> None:
    a = Draft("a", "Für die Absetzung stimmten 105 Abgeordnete. Damals stimmten 32 Abgeordnete für die Absetzung.")
    a.number("105 Abgeordnete", 105, head="abgeordnete").number("32 Abgeordnete", 32, head="abgeordnete")
    assert len(numbers.topics(*story(a), NoActors())) == 2


def _share(id_: str, value: float, what: str) -> Draft:
    draft = Draft(id_, f"Das Ergebnis liegt bei {value} Prozent, heißt es.")
    return draft.number(f"{value} Prozent", value, unit="Prozent", head="anteil", what=what)


@pytest.mark.parametrize(
    ("one", "other", "topics"),
    [
        ((68.7, "Anteil der Stimmen (Raed Saleh)"), (69, "Anteil (Raed Saleh)"), 1),
        ((68.7, "Anteil der Stimmen (Raed Saleh)"), (52, "Anteil (Raed Saleh)"), 2),
        ((68.7, "Anteil der Stimmen (Raed Saleh)"), (69.4, "Anteil der Stimmen (Franziska Giffey)"), 2),
        ((68.7, "Anteil der Stimmen (Raed Saleh)"), (56, "Anteil der Stimmen"), 2),
        ((54, "Anteil der Polen: sind dagegen"), (34, "Anteil der Polen: stimmen dem zu"), 2),
    ],
)
def test_shares_are_one_only_of_the_same(one: tuple[float, str], other: tuple[float, str], topics: int) -> None:
    assert len(numbers.topics(*story(_share("a", *one), _share("b", *other)), NoActors())) == topics


def test_seats_are_no_ballot() -> None:
    draft = Draft("a", "Die Partei hat im Senat eine Mehrheit von 53 zu 47 Stimmen.")
    draft.number("53", 53, head="stimme").number("47 Stimmen", 47, head="stimme")
    assert {feature.stand for feature in features(*story(draft))} == {""}
