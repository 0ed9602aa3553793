"""Two camps that one sentence sets against each other."""

from __future__ import annotations

import pytest
from comparison_builder import Draft, NoActors, story

from briefing.aggregate.disagreements_contrast import find_contrasts
from briefing.model import Disagreement


def contrasts(text: str) -> list[Disagreement]:
    articles, analyses, _ = story(Draft("a", text))
    return find_contrasts(articles, analyses, NoActors())


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Die einen drängen auf Wechsel im Amt, die anderen fordern Geduld.", "die einen", "die anderen"),
        ("Ein Teil nahm den Chef in Schutz, der andere Teil warf ihm Versagen vor.", "ein Teil", "der andere Teil"),
        (
            "Es gibt Forscher, die den Plan für gelungen halten – und andere, die ihn für Unsinn halten.",
            "Forscher",
            "andere",
        ),
        ("Einige Delegierte lobten die Rede, andere kritisierten sie scharf.", "einige Delegierte", "andere"),
    ],
)
def test_two_camps_of_one_sentence(text: str, one: str, other: str) -> None:
    (item,) = contrasts(text)
    assert item.rule == "contrast-camps"
    assert [side.holders for side in item.sides] == [(one,), (other,)]
    spans = [text[side.statement.start : side.statement.end] for side in item.sides]
    assert spans[0][:3] in text[:12]
    assert spans[1].startswith(other)


@pytest.mark.parametrize(
    "text",
    [
        "Die einen wurden in Kurzarbeit geschickt, die anderen mussten zu Hause bleiben.",
        "Manche Tiere fressen aus der Hand, andere schwimmen erst einmal umher.",
        "Einige Firmen loben Prämien aus, andere verschenken Gutscheine.",
        "Manche fordern mehr Geld als andere Leute im Verein.",
    ],
)
def test_different_fates_are_no_views(text: str) -> None:
    assert contrasts(text) == []


def test_what_one_sees_and_the_other_explains_is_not_opposed() -> None:
    text = "Während Polen keine Hinweise auf Fehler sieht, {} Ungarn die Lage der Wirtschaft."
    (item,) = contrasts(text.format("kritisiert"))
    assert item.rule == "contrast-while"
    assert contrasts(text.format("erklärt")) == []
