"""What one wants or says and another rejects, by its owner's name or by its object."""

from __future__ import annotations

import pytest
from comparison_builder import Draft, NoActors, story

from briefing.aggregate.disagreements_opposed import find_opposed
from briefing.aggregate.disagreements_proposals import find_rejected_proposals
from briefing.model import Disagreement, Name


def opposed(draft: Draft, *named: str) -> list[Disagreement]:
    articles, analyses, _ = story(draft)
    (analysis,) = analyses.values()
    names = tuple(
        Name(span=draft.span(words), label="PER", name=words.removesuffix("s"), acts=False, rule="test")
        for words in named
    )
    analyses = {analysis.article: type(analysis)(**{**_fields(analysis), "names": names})}
    return find_opposed(articles, analyses, NoActors())


def _fields(item: object) -> dict[str, object]:
    return {name: getattr(item, name) for name in item.__dataclass_fields__}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("said", "name", "rule"),
    [
        ("Roth kritisierte Webers Vorstoß zur Miete.", "Webers", "disapproval"),
        ("Roth wies die Behauptung von Weber zur Miete zurück.", "Weber", "denial"),
        ("Roth lehnte die Forderung Webers zur Miete ab.", "Webers", "rejection"),
    ],
)
def test_words_are_opposed_with_what_their_owner_says_of_the_matter(said: str, name: str, rule: str) -> None:
    draft = Draft("a", f"Sie will die Miete im ganzen Land um die Hälfte senken. {said}")
    draft.quote("Sie will die Miete im ganzen Land um die Hälfte senken", "Weber")
    draft.claim(said, "denies", "Roth", said, rule)
    (item,) = opposed(draft, name)
    assert item.rule == "words-opposed"
    assert [side.holders for side in item.sides] == [("Weber",), ("Roth",)]


def test_the_clause_that_tells_the_words_is_the_other_side() -> None:
    said = "Roth widersprach Webers Darstellung, er habe die Wahl schon gewonnen."
    draft = Draft("a", said).claim(said, "denies", "Roth", "er habe die Wahl schon gewonnen", "objection")
    (item,) = opposed(draft, "Webers")
    assert item.about == "Webers Darstellung"
    told = item.sides[0].statement
    assert said[told.start : told.end].startswith("Webers Darstellung, er habe")


def test_a_clause_behind_the_verb_is_shown_without_it() -> None:
    said = "Roth wies Webers Darstellung zurück, wonach die Wahl schon gewonnen ist."
    draft = Draft("a", said).claim(said, "denies", "Roth", "die Wahl schon gewonnen ist", "denial")
    (item,) = opposed(draft, "Webers")
    told = item.sides[0].statement
    assert said[told.start : told.end].startswith("wonach die Wahl")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Roth kritisierte nach Angaben von Weber die Miete.", "Weber"),
        ("Roth kritisierte Webers Nachbarn.", "Webers"),
        ("Roth kritisierte Weber.", "Weber"),
    ],
)
def test_a_name_beside_owns_nothing(said: str, name: str) -> None:
    draft = Draft("a", f"Weber will die Miete senken. {said}")
    draft.quote("Weber will die Miete senken", "Weber").claim(said, "denies", "Roth", said, "disapproval")
    assert opposed(draft, name) == []


def test_a_demand_without_a_name_is_the_last_one_before_of_somebody_else() -> None:
    draft = Draft("a", "Weber fordert mehr Tests. Roth schweigt. Der Minister lehnte die Forderungen ab.")
    draft.claim("Weber fordert mehr Tests", "demands", "Weber", "mehr Tests", "demand")
    draft.claim("Der Minister lehnte die Forderungen ab.", "denies", "Der Minister", "die Forderungen", "rejection")
    (item,) = opposed(draft)
    assert [side.holders for side in item.sides] == [("Weber",), ("Der Minister",)]


def proposals(wanted: str, rejected: str, about: str, rule: str = "demand", against: str = "rejection") -> int:
    draft = Draft("a", f"{wanted} {rejected}")
    draft.claim(wanted, "demands", "Italia Viva", wanted.removeprefix("Italia Viva "), rule).claim(
        rejected, "denies", "Lega", about, against
    )
    articles, analyses, _ = story(draft)
    return len(find_rejected_proposals(articles, analyses, NoActors()))


@pytest.mark.parametrize(
    ("wanted", "rejected", "about", "rule", "against"),
    [
        ("Italia Viva verlangt Gelder des ESM.", "Lega lehnt ESM-Gelder ab.", "ESM-Gelder", "demand", "rejection"),
        (
            "Italia Viva will das Zählen stoppen.",
            "Lega wehrt sich gegen den Stopp.",
            "den Stopp",
            "demand",
            "resistance",
        ),
        (
            "Italia Viva lobte die Kredite.",
            "Lega tadelte die hohen Kredite.",
            "die hohen Kredite",
            "approval",
            "disapproval",
        ),
    ],
)
def test_what_one_wants_and_another_rejects(wanted: str, rejected: str, about: str, rule: str, against: str) -> None:
    assert proposals(wanted, rejected, about, rule, against) == 1


@pytest.mark.parametrize(
    ("wanted", "rejected", "about", "rule", "against"),
    [
        ("Italia Viva verlangt neue Regeln.", "Lega lehnt Regeln ab.", "Regeln", "demand", "rejection"),
        ("Italia Viva verlangt kein Geld.", "Lega lehnt Geld ab.", "Geld", "demand", "rejection"),
        ("Italia Viva verlangt mehr Kredite.", "Lega tadelt Kredite.", "Kredite", "demand", "disapproval"),
        ("Italia Viva unterstützt Soldaten.", "Lega lehnt Soldaten ab.", "Soldaten", "approval", "rejection"),
        ("Italia Viva verlangt Kredite.", "Lega muss Kredite ablehnen.", "Kredite", "demand", "rejection"),
        ("Italia Viva verlangt Kredite.", "Lega lehnt den Umzug ab.", "den Umzug", "demand", "rejection"),
    ],
)
def test_no_proposal_rejected(wanted: str, rejected: str, about: str, rule: str, against: str) -> None:
    assert proposals(wanted, rejected, about, rule, against) == 0
