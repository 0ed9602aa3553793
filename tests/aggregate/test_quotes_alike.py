"""What of two statements is compared: numbers, denials, words in marks, speakers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.aggregate.quotes_denials import beginnings, contrary, denials
from briefing.aggregate.quotes_marks import keys_of, phrases, words_shared
from briefing.aggregate.quotes_numbers import differ, numbers_in, pairs_of, telling
from briefing.aggregate.quotes_speakers import Relation, Source, relation, source_of
from briefing.model import Actor, ActorKind, Role


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("um 1.500 Soldaten", {"1500"}),
        ("CO2, Covid-19 und FFP2-Masken", set()),
        ("fünf vor zwölf", {"5", "12"}),
        ("16,9 Prozent", {"16.9"}),
        ("am 20.12. um 15.30 Uhr", {"20", "15"}),
        ("1.551.000,5 Tonnen", {"1551000.5"}),
        ("eine Million Menschen", {"million"}),
    ],
)
def test_numbers_are_read_without_those_in_words(text: str, numbers: set[str]) -> None:
    assert numbers_in(text) == numbers


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"1500"}, {"3000"}, True),
        ({"1500"}, set(), False),
        ({"1500"}, {"1500", "20"}, False),
        ({"1551000000"}, {"1600000000", "8.8"}, False),  # rounded
        ({"40"}, {"38"}, True),
        ({"2"}, {"1.9"}, True),
    ],
)
def test_numbers_differ_unless_one_side_has_all_of_the_other(one: set[str], other: set[str], expected: bool) -> None:
    assert differ(frozenset(one), frozenset(other)) is expected
    assert differ(frozenset(other), frozenset(one)) is expected


def test_small_numbers_years_and_bases_tell_nothing() -> None:
    common = frozenset({"2", "50", "2020", "100000"})
    assert not telling(common, common)
    assert telling(common | {"16.9"}, frozenset({"16.9"}))
    assert pairs_of(frozenset({"22", "17", "2020"})) == {"17 22"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("die Truppen sind in Kursk eingetroffen", "die Truppen sind nicht in Kursk eingetroffen", True),
        ("dort fallen Beschlüsse", "dort fielen Beschlüsse, einen milderen Weg gebe es nicht", False),
        ("das Ziel sei erreicht", "das Ziel, der Schutz aller, sei nicht erreicht", True),
        ("kein Ziel sei erreicht", "das Ziel sei nicht erreicht", False),
        ("die Truppen führen, statt zu weichen", "die Truppen führen und weichen nicht", False),
        ("die Truppen sind da", "die Lage ist ernst. Nichts hilft", False),
    ],
)
def test_a_denial_counts_where_it_denies_what_both_speak_of(one: str, other: str, expected: bool) -> None:
    stems = [beginnings(text.lower().split()) for text in (one, other)]
    assert contrary(denials(one), denials(other), stems[0], stems[1]) is expected
    assert contrary(denials(other), denials(one), stems[1], stems[0]) is expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("er hoffe auf einen „erträglichen Dezember“", 1),
        ("er nannte es „falsch“", 0),
        ("der „Spiegel Verlag Hamburg“", 0),
        ('die "nicht in Ordnung"', 0),
    ],
)
def test_phrases_in_marks_are_no_names_and_no_single_words(text: str, found: int) -> None:
    assert len(phrases(text, direct=False)) == found


def test_a_phrase_is_known_in_a_longer_one_and_in_another_form() -> None:
    one = phrases("es seien „durchweg völlig unkritische Kontakte“", direct=False)
    other = phrases("diese seien „durchweg völlig unkritisch“ gewesen", direct=False)
    assert words_shared(one, other) == 3
    assert keys_of(one) & keys_of(other)


@given(st.text(max_size=60), st.text(max_size=60))
def test_phrases_that_are_shared_share_a_key(one: str, other: str) -> None:
    first, second = phrases(one, direct=True), phrases(f"{other} {one}", direct=True)
    if words_shared(first, second):
        assert keys_of(first) & keys_of(second)


def who(name: str, kind: ActorKind | None = None, role: str = "", *, direct: bool = False) -> Source:
    """A speaker; an actor where a kind is given."""
    roles = (Role(role=role, evidence=()),) if role else ()
    actor = Actor(id=name, name=name, kind=kind, aliases=(), roles=roles, mentions=1, sources=()) if kind else None
    return source_of(actor, name, direct=direct)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (who("Anna Weber", "PER"), who("Anna Weber", "PER"), Relation.SAME),
        (who("Anna Weber", "PER"), who("Max Roth", "PER"), Relation.OTHER),
        (who("Anna Weber", "PER", "Bundeskanzlerin"), who("die Kanzlerin"), Relation.LINKED),
        (who("Anna Weber", "PER", "Bundeskanzlerin"), who("der Minister"), Relation.VAGUE),
        (who("Polizei", "ORG"), who("ein Polizeisprecher"), Relation.LINKED),
        (who("Gericht", "ORG"), who("Oberverwaltungsgericht Bautzen", "ORG"), Relation.LINKED),
        (who("südkoreanischer Geheimdienst", "ORG"), who("Südkoreas Geheimdienste"), Relation.LINKED),
        (who("Südkorea", "STATE"), who("südkoreanischer Geheimdienst", "ORG"), Relation.OTHER),
        (who("AfD", "ORG"), who("Anna Weber", "PER", "AfD-Fraktionschefin"), Relation.LINKED),
        (who("AfD", "ORG"), who("SPD", "ORG"), Relation.OTHER),
        (who("dpa", "ORG"), who("Anna Weber", "PER"), Relation.OPEN),
        (who("die Gutachter"), who("die Ökonomen"), Relation.OPEN),
        (who("die Gutachter"), who("Die Gutachter"), Relation.SAME),
        (who(""), who("Anna Weber", "PER"), Relation.OPEN),
        (who("", direct=True), who("Anna Weber", "PER"), Relation.VAGUE),
        (who("", direct=True), who("Anna Weber", "PER", direct=True), Relation.OPEN),
    ],
)
def test_how_speakers_are_related(one: Source, other: Source, expected: Relation) -> None:
    assert relation(one, other) is expected
    assert relation(other, one) is expected
