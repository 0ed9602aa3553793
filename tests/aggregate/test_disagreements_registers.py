"""Two registers that count one thing in different ways."""

from __future__ import annotations

from comparison_builder import Draft, NoActors, story

from briefing.aggregate.disagreements_registers import find_two_registers
from briefing.aggregate.numbers import topics
from briefing.model import Disagreement


def registers(office: str, other: str, counts: tuple[float, float] = (22806, 22132)) -> list[Disagreement]:
    draft = Draft("a", f"{office} {other}")
    for text, value, holder in ((office, counts[0], "RKI"), (other, counts[1], "ZEIT ONLINE")):
        words = next(word for word in text.split() if word.replace(".", "").isdigit())
        draft.number(f"{words} Infektionen", value, head="infektion", what="Infektionen", holder_name=holder)
    articles, analyses, origins = story(draft)
    return find_two_registers(articles, analyses, topics(articles, analyses, origins, NoActors()))


def test_two_registers_are_told_with_the_reason() -> None:
    (item,) = registers("Das RKI meldet 22.806 Infektionen.", "ZEIT ONLINE zählt 22.132 Infektionen.")
    assert (item.rule, item.assessment) == ("two-registers", "different_scope")
    assert [side.holders for side in item.sides] == [("RKI",), ("ZEIT ONLINE",)]


def test_counts_of_another_day_or_far_apart_are_other_counts() -> None:
    other = "ZEIT ONLINE zählt 22.132 Infektionen."
    assert registers("Vor einer Woche meldete das RKI 22.806 Infektionen.", other) == []
    assert registers("Das RKI meldet 32.806 Infektionen.", other, (32806, 22132)) == []
