"""What stands first, and what it is called."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from fixture import articles, at, briefing

from briefing.model import Disagreement, NumberTopic, NumberValue, Side
from briefing.render import render


def topic(name: str, *places: tuple[str, str]) -> NumberTopic:
    values = tuple(
        NumberValue(
            low=Decimal(7), high=Decimal(7), bound="exact", status="reported", attributed_to=None, as_of=None, scope="",
            evidence=(at(*place),),
        )
        for place in places
    )  # fmt: skip
    return NumberTopic(id=f"n-{name}", topic=name, unit="", low=Decimal(7), high=Decimal(7), note="", values=values)


def markdown(**sections: object) -> str:
    made = briefing()
    made = replace(made, stories=(replace(made.stories[0], **sections),))  # type: ignore[arg-type]
    return render(made, articles(), formats=("md",))["briefing.md"].decode()


def test_numbers_that_most_articles_print_stand_first() -> None:
    once = topic("Einzelnes", ("a1", "Erdbeben"), ("a1", "Stärke 6,9"))
    twice = topic("Gemeinsames", ("a2", "487 Toten"), ("a5", "530 Tote"))
    shown = markdown(numbers=(once, twice))
    assert shown.index("Gemeinsames") < shown.index("Einzelnes")


def test_small_counts_of_nothing_that_befell_anybody_stand_last() -> None:
    small = topic("Länder", ("a2", "487 Toten"), ("a5", "530 Tote"))
    dead = topic("Tote", ("a1", "Erdbeben"))
    measured = replace(topic("Stärke", ("a1", "Stärke 6,9")), unit="km")
    shown = markdown(numbers=(small, dead, measured))
    assert shown.index("| Tote") < shown.index("| Länder")
    assert shown.index("| Stärke") < shown.index("| Länder")


def test_claims_that_differ_are_positions_and_numbers_a_range() -> None:
    def dispute(kind: str) -> Disagreement:
        sides = tuple(Side(holders=(h,), statement=at(*p), evidence=()) for h, p in (
            ("Belis", ("a1", "Jede Stunde zählt")), ("Dora", ("a2", "Dort oben ist niemand, der zählt")),
        ))  # fmt: skip
        return Disagreement(id=f"d-{kind}", kind=kind, about="Hilfe", assessment="spread", reason="x", sides=sides)  # type: ignore[arg-type]

    assert "Gegensätzliche Positionen" in markdown(disagreements=(dispute("claim"),))
    assert "Spannweite" in markdown(disagreements=(dispute("number"),))
