"""Several processes make the same briefing as one."""

from __future__ import annotations

import random
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from decimal import Decimal

import pytest
from comparison_builder import Draft

from briefing.aggregate import spread
from briefing.aggregate.assemble import aggregate
from briefing.model import Analysis, Article
from briefing.store import Packed, pack


def drafts() -> list[Draft]:
    """Two reports on each of ten events, with numbers, quotations and claims; every event has words of its own."""
    dice, found = random.Random(5), []
    for n in range(10):
        own = ["".join(dice.choices("abdeilmnorstu", k=8)).title() for _ in range(8)]
        place = own[0]
        for outlet in "xy":
            text = (
                f"In {place} demonstrierten {n + 2}000 Menschen. Die GDL dementierte einen Streik in {place}. "
                f"Müller sagte, {own[1]} bleibe geschlossen. Betroffen waren {', '.join(own[2:])}."
            )
            draft = Draft(f"{place}-{outlet}", text)
            draft.number(f"{n + 2}000 Menschen", (n + 2) * 1000, head="mensch")
            draft.claim("Die GDL dementierte einen Streik", "denies", "GDL", f"einen Streik in {place}", "denies")
            draft.quote(f"{own[1]} bleibe geschlossen", "Müller")
            found.append(draft)
    return found


@pytest.fixture
def given() -> tuple[list[Article], dict[str, Analysis]]:
    every = drafts()
    return [d.article for d in every], {d.article.id: d.analysis for d in every}


def test_processes_make_the_same_briefing(
    given: tuple[list[Article], dict[str, Analysis]], monkeypatch: pytest.MonkeyPatch
) -> None:
    articles, analyses = given
    packed = Packed()
    for id_, analysis in analyses.items():
        packed.add(id_, pack(analysis), id_)
    expected = aggregate(articles, analyses)
    assert len(expected.stories) > 2
    assert any(isinstance(topic.low, Decimal) for story in expected.stories for topic in story.numbers)
    monkeypatch.setattr(spread, "CHARACTERS", 300)
    monkeypatch.setattr(spread, "WAITING", 3)
    with ProcessPoolExecutor(2) as executor:
        assert aggregate(articles, packed, executor=executor) == expected
    with ThreadPoolExecutor(1) as executor:
        assert aggregate(list(reversed(articles)), analyses, executor=executor) == expected


def test_a_failure_elsewhere_is_one_here(given: tuple[list[Article], dict[str, Analysis]]) -> None:
    articles, analyses = given
    del analyses[articles[0].id]
    with ThreadPoolExecutor(1) as executor, pytest.raises(KeyError):
        aggregate(articles, analyses, executor=executor)
