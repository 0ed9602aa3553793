"""Reproach against defence, decision against criticism, and what only looks like them."""

from __future__ import annotations

import pytest
from comparison_builder import Draft, NoActors, story

from briefing.aggregate.disagreements_decisions import find_criticised_decisions
from briefing.aggregate.disagreements_reproach import find_reproaches
from briefing.model import Disagreement


def reproaches(*drafts: Draft) -> list[Disagreement]:
    articles, analyses, _ = story(*drafts)
    return find_reproaches(articles, analyses, NoActors())


def decisions(*drafts: Draft) -> list[Disagreement]:
    articles, analyses, _ = story(*drafts)
    return find_criticised_decisions(articles, analyses, NoActors())


def blaming(said: str = "Die Polizei sei überfordert gewesen", speaker: str = "Jung") -> Draft:
    return Draft("a", f"{said}, sagte {speaker}.").quote(said, speaker)


def defending() -> Draft:
    text = "Der Minister verteidigte das Vorgehen der Polizei."
    return Draft("b", text).claim(text[:-1], "asserts", "Minister", "das Vorgehen der Polizei", "approval")


def test_a_failure_is_set_against_the_defence_of_the_same_office() -> None:
    (item,) = reproaches(blaming(), defending())
    assert item.rule == "reproach-and-defence"
    assert item.assessment == "spread"
    assert item.about == "das Vorgehen der Polizei"
    assert [side.holders for side in item.sides] == [("Jung",), ("Minister",)]


def test_criticism_rejected_is_a_defence() -> None:
    text = "Der Senator wies Kritik an der Polizei zurück."
    defence = Draft("b", text).claim(text[:-1], "denies", "Senator", "Kritik an der Polizei", "denial")
    assert len(reproaches(blaming(), defence)) == 1


def test_a_failure_denied_is_a_defence() -> None:
    said = "Der Aufsicht seien keinerlei Pflichtverletzungen vorzuwerfen"
    (item,) = reproaches(
        blaming("Das Aufsichtsversagen müsse aufgearbeitet werden"), Draft("b", f"{said}.").quote(said, "Braun")
    )
    assert [side.holders for side in item.sides] == [("Jung",), ("Braun",)]


@pytest.mark.parametrize(
    "said",
    [
        "Die Feuerwehr sei überfordert gewesen",
        "Die Polizei sei mit zwölf Fahrzeugen gekommen",
        "Die Polizei sei nicht überfordert gewesen",
    ],
)
def test_no_reproach_of_the_one_defended(said: str) -> None:
    assert reproaches(blaming(said), defending()) == []


def test_nobody_disagrees_with_himself() -> None:
    assert reproaches(blaming(speaker="Minister"), defending()) == []


def test_regret_is_no_reproach() -> None:
    text = "Senator Roth bedauerte das Aus für die Polizei."
    regret = Draft("a", text).claim(text[:-1], "asserts", "Senator Roth", "das Aus für die Polizei", "disapproval")
    assert reproaches(regret, defending()) == []


def test_who_condemns_attacks_on_somebody_does_not_accuse_them() -> None:
    text = "Die Ministerin verurteilte die Angriffe auf die Polizei."
    about = "die Angriffe auf die Polizei"
    condemned = Draft("a", text).claim(text[:-1], "asserts", "Die Ministerin", about, "disapproval")
    assert reproaches(condemned, defending()) == []


def criticism(court: str) -> Draft:
    text = f"Roth nannte die Zulassung der Kundgebung durch das {court} falsch."
    about = f"die Zulassung der Kundgebung durch das {court}"
    return Draft("b", text).claim(text[:-1], "asserts", "Roth", about, "disapproval-phrase")


@pytest.mark.parametrize("court", ["Oberverwaltungsgericht", "OVG"])
def test_a_decision_is_set_against_its_critics(court: str) -> None:
    ruling = Draft("a", f"Das {court} entschied, dass die Kundgebung stattfinden darf.")
    (item,) = decisions(ruling, criticism("Oberverwaltungsgericht"))
    assert item.rule == "decision-criticised"
    assert [side.holders for side in item.sides] == [("Oberverwaltungsgericht",), ("Roth",)]


@pytest.mark.parametrize(
    "text",
    [
        "Das Landgericht entschied, dass die Kundgebung stattfinden darf.",
        "Das Oberverwaltungsgericht entschied, dass der Zoo schließen muss.",
        "Das Oberverwaltungsgericht liegt neben dem Platz der Kundgebung.",
    ],
)
def test_another_decision_is_none(text: str) -> None:
    assert decisions(Draft("a", text), criticism("Oberverwaltungsgericht")) == []


def test_a_thing_holds_no_stand() -> None:
    text = "Die Reform verteidigte das Vorgehen der Polizei."
    thing = Draft("b", text).claim(text[:-1], "asserts", "Reform", "das Vorgehen der Polizei", "approval")
    assert reproaches(blaming(), thing) == []


def test_the_decision_is_the_matter_and_not_the_dismay_at_it() -> None:
    draft = Draft(
        "b", "Roth äußerte einmal mehr Unverständnis über die Zulassung der Kundgebung durch das Landgericht."
    )
    about = "einmal mehr Unverständnis über die Zulassung der Kundgebung durch das Landgericht"
    draft.claim(draft.article.text[:-1], "asserts", "Roth", about, "disapproval-phrase")
    (item,) = decisions(Draft("a", "Das Landgericht hat die Kundgebung erlaubt."), draft)
    assert item.about == "die Zulassung der Kundgebung durch das Landgericht"


def test_who_is_defended_by_nobody_named_defends_nobody() -> None:
    text = "{} nahm den Minister der Polizei in Schutz."
    for holder, count in (("Ein Minister", 1), ("Mancher sagte, andere", 0)):
        said = text.format(holder)[:-1]
        draft = Draft("b", f"{said}.").claim(said, "asserts", "Minister", "den Minister der Polizei", "approval")
        assert len(reproaches(blaming(), draft)) == count
