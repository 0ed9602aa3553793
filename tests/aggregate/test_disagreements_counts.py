"""Counts of victims, and numbers that somebody rejects."""

from __future__ import annotations

from typing import Any

import pytest
from comparison_builder import Draft, NoActors, story

from briefing.aggregate import disagreements, numbers
from briefing.model import Disagreement


def found(*drafts: Draft) -> tuple[Disagreement, ...]:
    articles, analyses, origins = story(*drafts)
    topics = numbers.topics(articles, analyses, origins, NoActors())
    return disagreements.find(articles, analyses, origins, NoActors(), topics)


@pytest.mark.parametrize(
    ("first", "assessment"),
    [
        ("In den von der Armee kontrollierten Gebieten starben laut Ministerium 403 Menschen.", "different_scope"),
        ("Im Norden des Landes starben laut Ministerium 403 Menschen.", "later_update"),
    ],
)
def test_victims_of_two_texts_of_one_day_contradict_nobody(first: str, assessment: str) -> None:
    known: dict[str, Any] = {"head": "mensch", "events": ("sterben",), "as_of": "2024-10-28"}
    a = Draft("a", first).number("403 Menschen", 403, holder_name="Ministerium", **known)
    b = Draft("b", "Dort starben laut Roth 810 Menschen.").number("810 Menschen", 810, holder_name="Roth", **known)
    (item,) = found(a, b)
    assert item.assessment == assessment


@pytest.mark.parametrize(
    "reply",
    [
        "Ein Sprecher wies diese Zahl als Spekulation zurück.",
        "Ein Sprecher weist die Angaben mit dem Hinweis auf die Lage zurück.",
        "Ein Sprecher nannte die Schätzung falsch.",
    ],
)
def test_a_number_that_is_rejected_is_opposed(reply: str) -> None:
    draft = Draft("a", f"Müller sagte, 30.000 Stellen fielen weg. {reply}").claim(
        reply, "rejects", "Sprecher", reply, "rejection"
    )
    (item,) = found(draft.number("30.000 Stellen", 30000, head="stelle", holder_name="Müller"))
    assert (item.rule, item.assessment) == ("number-counter-statement", "spread")
    assert [s.holders for s in item.sides] == [("Müller",), ("Sprecher",)]
