"""Who says the same as a key sentence."""

from __future__ import annotations

import pytest
from comparison_builder import Draft, NoActors, story

from briefing.aggregate import core


@pytest.mark.parametrize(
    ("other", "origins"),
    [
        ('"Es ist eine erhebliche Eskalation auch für Polen", sagte Müller zu dem Einsatz in Ungarn am Rande.', 2),
        ('"Es ist eine kleine Eskalation auch für Polen", sagte Müller zu dem Einsatz in Ungarn am Rande.', 1),
        ("Eine erhebliche Eskalation nannte Müller den Einsatz der anderen, die in Ungarn am Rande standen.", 1),
    ],
)
def test_the_same_words_in_marks_support_each_other(other: str, origins: int) -> None:
    said = 'Der neue Chef sagte, die Stationierung in Ungarn stelle für Müller eine "erhebliche Eskalation" dar.'
    found = core.choose(*story(Draft("a", said), Draft("b", f"Alles ruhte. {other}")), NoActors())
    assert max(statement.origins for statement in found) == origins
