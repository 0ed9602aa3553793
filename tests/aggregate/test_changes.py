"""What is new, moved or gone since an earlier briefing."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from briefing.aggregate.changes import changes_since
from briefing.errors import BriefingError
from briefing.model import Briefing, Coverage, NumberTopic, NumberValue, Span, Story

COVERAGE = Coverage(read=1, skipped=0, outlets=1, origins=1, oldest=None, newest=None)


def topic(id_: str, high: str) -> NumberTopic:
    return NumberTopic(id=id_, topic="Verletzte", unit="", low=Decimal(10), high=Decimal(high), note="", values=())


def briefing(*topics: NumberTopic) -> Briefing:
    story = Story(id="S1", title="Beben", sources=("Q1",), numbers=topics)
    return Briefing(title="Beben", date="2024-01-02", coverage=COVERAGE, sources=(), stories=(story,))


def earlier(folder: Path, *numbers: dict[str, object]) -> Path:
    story = {"id": "S1", "title": "Beben", "numbers": list(numbers)}
    data = {"sources": [{"id": "Q1", "article": "a"}], "stories": [story]}
    (folder / "briefing.json").write_text(json.dumps(data), "utf-8")
    return folder


def test_new_moved_and_gone_items(tmp_path: Path) -> None:
    folder = earlier(
        tmp_path,
        {"id": "N1", "topic": "Verletzte", "low": "10", "high": "1200"},
        {"id": "N3", "topic": "Tote", "low": "1", "high": "1"},
    )
    changed = changes_since(briefing(topic("N1", "1500.5"), topic("N2", "3")), folder)
    found = {(c.kind, c.section, c.item): c.text for c in changed.stories[0].changes}
    assert found == {
        ("changed", "numbers", "N1"): "Verletzte: 10 bis 1.500,5, zuvor 10 bis 1.200",
        ("new", "numbers", "N2"): "Verletzte",
        ("gone", "numbers", "N3"): "Tote",
    }


def test_a_topic_with_a_new_name_is_known_by_its_evidence(tmp_path: Path) -> None:
    evidence = [{"source": "Q1", "start": start, "end": start + 3, "text": "zwölf"} for start in (5, 50)]
    old = {"id": "N0", "topic": "Opfer", "low": "10", "high": "12", "values": [{"evidence": evidence}]}
    spans = tuple(Span(article="a", start=start, end=start + 3) for start in (5, 90))
    value = NumberValue(
        low=Decimal(10), high=Decimal(10), bound="exact", status="done", attributed_to=None, as_of=None, scope="",
        evidence=spans,
    )  # fmt: skip
    changed = changes_since(briefing(replace(topic("N1", "15"), values=(value,))), earlier(tmp_path, old))
    (change,) = changed.stories[0].changes
    assert (change.kind, change.item, change.text) == ("changed", "N1", "Verletzte: 10 bis 15, zuvor 10 bis 12")


def test_an_unchanged_story_has_no_changes(tmp_path: Path) -> None:
    folder = earlier(tmp_path, {"id": "N1", "topic": "Verletzte", "low": "10", "high": "12"})
    assert changes_since(briefing(topic("N1", "12")), folder).stories[0].changes == ()


def test_an_unknown_story_is_new(tmp_path: Path) -> None:
    (tmp_path / "briefing.json").write_text('{"sources": [], "stories": []}', "utf-8")
    (change,) = changes_since(briefing(), tmp_path).stories[0].changes
    assert (change.kind, change.section) == ("new", "stories")


def test_no_earlier_briefing_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match="no readable earlier briefing"):
        changes_since(briefing(), tmp_path / "none.json")
