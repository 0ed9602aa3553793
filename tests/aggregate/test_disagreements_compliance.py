"""Rules that some say were kept and others tell were broken."""

from __future__ import annotations

import pytest
from comparison_builder import Draft, NoActors, story

from briefing.aggregate.disagreements_compliance import find_compliance
from briefing.model import Disagreement


def compliance(said: str, told: str) -> list[Disagreement]:
    one, other = Draft("a", f"Müller sagte, {said}."), Draft("b", f"{told}")
    one.quote(said, "Müller")
    articles, analyses, _ = story(one, other)
    return find_compliance(articles, analyses, NoActors())


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("dass er kein Fehlverhalten erkennen könne", "Die Hygiene-Regeln wurden nicht eingehalten."),
        ("es habe keine Verstöße gegeben", "Viele missachteten die Auflagen."),
        ("die Soldaten hätten sich an alle Regeln gehalten", "Die Soldaten hätten gegen Regeln verstoßen."),
        ("alle Auflagen seien eingehalten worden", "Weder Masken noch Auflagen wurden beachtet."),
        ("man habe alle Verpflichtungen aus dem Abkommen erfüllt", "Ungarn habe das Abkommen gebrochen."),
    ],
)
def test_kept_or_broken(said: str, told: str) -> None:
    (item,) = compliance(said, told)
    assert (item.rule, item.assessment) == ("kept-or-broken", "spread")
    assert item.sides[0].holders == ("Müller",)
    assert item.about
    assert item.about in told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("alle Auflagen seien eingehalten worden", "Das Abkommen wurde gebrochen."),
        ("alle müssten die Regeln einhalten", "Die Regeln wurden nicht eingehalten."),
        ("die Regeln seien nicht alle eingehalten worden", "Die Regeln wurden nicht eingehalten."),
        ("alle Auflagen seien eingehalten worden", "Wer gegen die Auflagen verstoßen hat, muss zahlen."),
        ("alle Auflagen seien eingehalten worden", "Die Auflagen wurden eingehalten."),
        ("ein Schaden gelte nicht als Verletzung der Regeln", "Die Regeln wurden nicht eingehalten."),
    ],
)
def test_no_disagreement(said: str, told: str) -> None:
    assert compliance(said, told) == []


def test_nobody_differs_from_himself() -> None:
    draft = Draft("a", "Alle Regeln seien eingehalten worden. Die Regeln seien nicht eingehalten worden.")
    draft.quote("Alle Regeln seien eingehalten worden", "Müller")
    draft.quote("Die Regeln seien nicht eingehalten worden", "Müller")
    articles, analyses, _ = story(draft)
    assert find_compliance(articles, analyses, NoActors()) == []
