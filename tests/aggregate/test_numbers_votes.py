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
