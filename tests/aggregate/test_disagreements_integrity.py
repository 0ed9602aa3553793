"""A vote that some call rigged and others fair."""

from __future__ import annotations

import pytest
from comparison_builder import Draft, NoActors, story

from briefing.aggregate.disagreements_integrity import find_disputed_votes
from briefing.model import Disagreement

RIGGED = "Die Opposition sprach von Fälschungen bei der Wahl."


def votes(rigged: str, fair: str, speaker: str | None = "Die Beobachter") -> list[Disagreement]:
    draft = Draft("a", f"{rigged} {fair}").quote(rigged, "Die Opposition")
    if speaker:
        draft.quote(fair, speaker)
    articles, analyses, _ = story(draft)
    return find_disputed_votes(articles, analyses, NoActors())


@pytest.mark.parametrize(
    "fair",
    [
        "Die Wahlbeobachter sahen keine gravierenden Verstöße.",
        "Die Beobachter sprachen von einer freien und fairen Wahl.",
        "Es gebe keine Hinweise auf Betrug bei der Auszählung, hieß es.",
        "Die Wahlleitung wies die Vorwürfe der Manipulation als falsch zurück.",
        "Die Wahl sei die sicherste der Geschichte gewesen.",
    ],
)
def test_rigged_against_fair(fair: str) -> None:
    (item,) = votes(RIGGED, fair)
    assert (item.rule, item.assessment) == ("vote-rigged-or-fair", "contradiction")
    assert [side.holders for side in item.sides] == [("Die Opposition",), ("Die Beobachter",)]


def test_the_article_itself_may_tell_that_there_are_no_signs() -> None:
    (item,) = votes(RIGGED, "Für Betrug bei der Wahl gibt es keinerlei Belege für Manipulationen.", speaker=None)
    assert (item.assessment, item.sides[1].holders) == ("spread", ())


@pytest.mark.parametrize(
    ("rigged", "fair"),
    [
        (RIGGED, "Die Bürger hätten ein Recht auf freie und faire Wahlen."),
        (RIGGED, "Die Wahl war nicht fair."),
        (RIGGED, "Die Opposition behauptet das ohne Belege für Betrug bei der Wahl."),
        ("Sie rief dazu auf, Fälschungen bei der Abstimmung zu verhindern.", "Die Wahl war frei und fair."),
        ("Der Staatsanwalt leitete Ermittlungen wegen Betrugs bei der Wahl ein.", "Die Wahl war frei und fair."),
        ("Der Konzern hat Bilanzen gefälscht.", "Die Prüfer sahen keine Verstöße."),
    ],
)
def test_no_disputed_vote(rigged: str, fair: str) -> None:
    assert votes(rigged, fair) == []


def test_who_says_both_is_one_side() -> None:
    assert votes(RIGGED, "Die Wahl war frei und fair.", speaker="Die Opposition") == []
