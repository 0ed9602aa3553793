"""Accusations with their denial by the accused."""

from __future__ import annotations

import pytest
from comparison_builder import Draft, NoActors, story

from briefing.aggregate.disagreements_denials import find_denials
from briefing.model import Disagreement

DENIAL = "Müller wies die Vorwürfe zurück"


def denials(*accusations: str, holder: str = "Müller") -> list[Disagreement]:
    drafts = []
    for number, accusation in enumerate(accusations):
        draft = Draft(f"a{number}", f"{accusation} {DENIAL}." if number == 0 else accusation)
        if number == 0:
            draft.claim(DENIAL, "denies", holder, DENIAL, "denial")
        drafts.append(draft)
    articles, analyses, _ = story(*drafts)
    return find_denials(articles, analyses, NoActors())


@pytest.mark.parametrize(
    "accusation",
    [
        "Müller wurde vorgeworfen, Geld von einer Baufirma angenommen zu haben.",
        "Müller soll als Bürgermeister Bestechungsgeld kassiert haben.",
        "Die Staatsanwaltschaft ermittelt gegen Müller wegen Untreue.",
        "Die Behörden werfen Müller Betrug vor.",
        "Müller steht im Verdacht, Akten vernichtet zu haben. Die Wahl ist am Sonntag.",
    ],
)
def test_the_accused_denies(accusation: str) -> None:
    (item,) = denials(accusation)
    assert (item.rule, item.assessment) == ("accusation-and-denial", "spread")
    assert item.sides[1].holders == ("Müller",)


def test_the_same_accusation_in_another_article_is_evidence() -> None:
    (item,) = denials(
        "Müller wurde vorgeworfen, Bestechungsgeld einer Baufirma angenommen zu haben.",
        "Müller soll Bestechungsgeld von einer Baufirma genommen haben. Roth wurde Untreue vorgeworfen.",
    )
    assert [span.article for span in item.sides[0].evidence] == ["a0", "a1"]


@pytest.mark.parametrize(
    "accusation",
    [
        "Roth wurde vorgeworfen, Geld von einer Baufirma angenommen zu haben.",
        "Müller soll am Montag in Berlin angekommen sein.",
        "Müller bestreitet, dass gegen ihn ermittelt wird.",
        "Der Verdacht gegen Roth ist alt. " + "Müller kam an. " * 7,
    ],
)
def test_what_is_no_accusation_of_the_one_who_denies(accusation: str) -> None:
    assert denials(accusation) == []


def test_a_denial_by_another_is_none() -> None:
    assert denials("Müller wurde Untreue vorgeworfen.", holder="Roth") == []
