"""Suits and the courts that dismiss them."""

from __future__ import annotations

import pytest
from comparison_builder import Draft, NoActors, story

from briefing.aggregate.disagreements_lawsuits import find_dismissed_suits
from briefing.model import Disagreement

SUIT = "Die Partei hat gegen die Maskenpflicht geklagt."


def suits(text: str) -> list[Disagreement]:
    articles, analyses, _ = story(Draft("a", text))
    return find_dismissed_suits(articles, analyses, NoActors())


@pytest.mark.parametrize(
    "ruling",
    [
        "Die Richter wiesen die Klage jedoch ab.",
        "Das Oberverwaltungsgericht lehnte den Eilantrag am Freitag ab.",
        "Der Eilantrag wurde vom Verwaltungsgericht abgelehnt.",
        "Mit der Klage ist sie vor Gericht gescheitert.",
    ],
)
def test_a_suit_and_its_dismissal(ruling: str) -> None:
    (item,) = suits(f"{SUIT} {ruling}")
    assert item.rule == "suit-dismissed"
    assert item.sides[0].holders == ("Die Partei",)
    assert item.sides[1].holders != ()


@pytest.mark.parametrize(
    "text",
    [
        f"{SUIT} Der Landtag lehnte den Antrag ab.",
        f"{SUIT} Das Gericht entscheidet am Freitag.",
        "Die Partei tagt heute. Das Gericht wies die Klage ab.",
        f"{SUIT} Es war kalt. Es war nass. Es war dunkel. Das Gericht wies die Klage ab.",
    ],
)
def test_no_suit_dismissed(text: str) -> None:
    assert suits(text) == []


def test_a_suit_belongs_to_the_ruling_right_after_it() -> None:
    text = f"{SUIT} Das Gericht wies die Klage ab. Ein anderes Gericht wies die Klage gegen den Umzug ab."
    assert len(suits(text)) == 1
