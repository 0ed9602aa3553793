"""Who may be printed as a holder."""

from __future__ import annotations

import pytest
from comparison_builder import Draft, story

from briefing.aggregate.numbers_holders import plain_holder, with_holders
from briefing.model import Disagreement, Side, Span


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Die Behörden", "Behörden"),
        ("der langjährige Minister", "der langjährige Minister"),
        ("Robert Koch-Institut", "Robert Koch-Institut"),
        ("Nur 13 Prozent", None),
        ("Vorwürfe", None),
        ("die Verbindlichkeiten", None),
        ("Seine", None),
        (None, None),
    ],
)
def test_plain_holder(printed: str | None, expected: str | None) -> None:
    assert plain_holder(printed) == expected


def shown(text: str, *sides: tuple[str, tuple[str, ...]], rule: str = "test") -> Disagreement | None:
    draft = Draft("a", text)
    made = tuple(Side(holders=holders, statement=draft.span(w), evidence=(draft.span(w),)) for w, holders in sides)
    item = Disagreement(id="D1", kind="claim", about="", assessment="spread", reason="", sides=made, rule=rule)
    return with_holders(item, story(draft)[1])


def test_both_countries_are_the_two_states_named_last() -> None:
    text = "Roth nennt Russland und Nordkorea. Experten sehen das so, was von beiden Ländern bestritten wird."
    item = shown(text, ("Experten sehen das so", ("Experten",)), ("was von beiden Ländern", ("beiden Ländern",)))
    assert item is not None
    assert item.sides[1].holders == ("Nordkorea", "Russland")


def test_both_sides_without_two_states_are_left_out() -> None:
    item = shown(
        "Die GDL sagt ja. Beide Länder sagen nein.", ("Die GDL", ("GDL",)), ("Beide Länder", ("Beide Länder",))
    )
    assert item is not None
    assert item.sides[1].holders == ()


@pytest.mark.parametrize(("rule", "left"), [("number-range", False), ("number-counter-statement", True)])
def test_accounts_of_one_article_need_a_holder(rule: str, left: bool) -> None:
    sides = (("15 drinnen", ("Vorwürfe",)), ("25 draußen", ()))
    assert (shown("Es sind 15 drinnen und 25 draußen.", *sides, rule=rule) is not None) == left


def test_no_one_differs_from_himself() -> None:
    assert shown("Roth sagt ja. Roth sagt nein.", ("sagt ja", ("Roth",)), ("sagt nein", ("Roth",))) is None


def test_spans_are_kept() -> None:
    item = shown("Die GDL sagt ja. Die Bahn nein.", ("Die GDL", ("Die GDL",)), ("Die Bahn", ("Die Bahn",)))
    assert item is not None
    assert [side.statement for side in item.sides] == [
        Span(article="a", start=0, end=7),
        Span(article="a", start=17, end=25),
    ]
