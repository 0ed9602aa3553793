"""What the accused says to an accusation, and what only looks like it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from comparison_builder import Draft, NoActors, story

from briefing.aggregate.disagreements_replies import find_replies
from briefing.model import Analysis, Disagreement

ACCUSATION = "Roth wirft Ungarn vor, die Bauern in der Krise im Stich zu lassen"


def replies(said: str, speaker: str) -> list[Disagreement]:
    draft = Draft("a", f"{ACCUSATION}. {said}, hieß es dazu.")
    draft.claim(ACCUSATION, "asserts", "Roth", "die Bauern in der Krise im Stich zu lassen", "accusation")
    draft.quote(said, speaker)
    articles, analyses, _ = story(draft)
    return find_replies(articles, {"a": _with_holder(analyses["a"], draft)}, NoActors())


def _with_holder(analysis: Analysis, draft: Draft) -> Analysis:
    return replace(analysis, claims=tuple(replace(claim, holder=draft.span("Roth")) for claim in analysis.claims))


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("Die Krise werde gemeistert", "Ungarn"),
        ("Ungarn werde die Finanzkrise meistern", "Außenministerin"),
        ("Die Krise werde gemeistert", "ungarische Regierungssprecher"),
    ],
)
def test_the_accused_replies(said: str, speaker: str) -> None:
    (item,) = replies(said, speaker)
    assert item.rule == "accusation-and-reply"
    assert [side.holders for side in item.sides] == [("Roth",), (speaker,)]


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("Ungarn werde die Krise meistern", "Müller"),
        ("Die Krise sei vorbei", "Außenministerin"),
        ("Ungarn freue sich auf das Spiel", "Außenministerin"),
    ],
)
def test_no_reply(said: str, speaker: str) -> None:
    assert replies(said, speaker) == []
