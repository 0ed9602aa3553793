"""Every limit holds, and each excess is a problem named in the briefing."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc

from briefing import analyse
from briefing.aggregate.assemble import aggregate
from briefing.analyse import items, pipeline
from briefing.analyse.clock import Clock, OverTime
from briefing.config import Config, Limits
from briefing.intake import analyse_all, read_all
from briefing.model import Article, Block

TEXT = "Am Montag sagte Karl Maier, rund 300 Menschen seien gekommen."
ARTICLE = Article(id="a", file="a.txt", text=TEXT, blocks=(Block(start=0, end=len(TEXT), kind="body"),))


def work(seconds: float) -> None:
    """Use up processor time."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        sum(range(100))


def test_a_loop_is_interrupted() -> None:
    clock = Clock(0.05)
    with pytest.raises(OverTime), clock.running():
        work(60)
    with pytest.raises(OverTime), clock.running():
        pytest.fail("a block after the end of time was begun")


def test_time_that_was_up_stays_up() -> None:
    clock = Clock(60)
    with pytest.raises(OverTime), clock.running():
        raise OverTime
    with pytest.raises(OverTime), clock.running():
        pytest.fail("a block after the end of time was begun")


def test_a_regular_expression_at_its_worst_is_interrupted() -> None:
    with pytest.raises(OverTime), Clock(0.05).running():
        re.match(r"(a|a)+$", "a" * 60 + "b")


def test_the_time_of_all_blocks_counts() -> None:
    clock = Clock(0.2)
    for _ in range(2):
        with clock.running():
            work(0.05)
    with pytest.raises(OverTime), clock.running():
        work(60)


def test_waiting_is_not_working() -> None:
    clock = Clock(0.05)
    with clock.running():
        time.sleep(0.1)
    with clock.running():
        pass


def test_zero_means_no_limit() -> None:
    with Clock(0).running():
        work(0.01)


def test_in_a_thread_the_next_block_is_refused() -> None:
    seen: list[str] = []

    def run() -> None:
        clock = Clock(0.01)
        with clock.running():
            work(0.05)
        try:
            with clock.running():
                seen.append("begun")
        except OverTime:
            seen.append("refused")

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert seen == ["refused"]


def slow(doc: Doc) -> Doc:
    try:
        work(60)
    except Exception:  # what a careless extractor might do
        return doc
    return doc


def quick(doc: Doc) -> Doc:
    items.write(doc, items.DATES, [{"start": 0, "end": 9, "type": "DATE", "value": "2024-10-28", "rule": "r"}])
    return doc


def use(monkeypatch: pytest.MonkeyPatch, *components: Callable[[Doc], Doc]) -> None:
    bare = pipeline._bare()
    monkeypatch.setattr(pipeline, "load", lambda _: bare)
    monkeypatch.setattr(analyse, "components", lambda: components)


def test_what_took_too_long_is_named_and_the_rest_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, quick, slow)
    found = analyse.analyse_one(ARTICLE, seconds=0.05)
    assert [date.value for date in found.dates] == ["2024-10-28"]
    assert [p.message for p in found.problems] == ["nach 0.05 s abgebrochen (limits.seconds), ohne slow"]


def test_extractors_after_the_end_of_time_do_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, slow, quick)
    found = analyse.analyse_one(ARTICLE, seconds=0.05)
    assert not found.dates
    assert [p.message for p in found.problems] == ["nach 0.05 s abgebrochen (limits.seconds), ohne slow, quick"]


def test_each_article_has_its_own_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def once(doc: Doc) -> Doc:
        return slow(doc) if "Montag" in doc.text else quick(doc)

    use(monkeypatch, once)
    other = Article(id="b", file="b.txt", text="Rund 300 Menschen.")
    first, second = analyse.analyse_chunk([ARTICLE, other], seconds=0.05)
    assert first.problems
    assert not second.problems
    assert second.dates


def test_problems_of_articles_reach_the_briefing(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, slow)
    config = Config(jobs=1, limits=Limits(seconds=1))
    monkeypatch.setattr(analyse, "Clock", lambda _: Clock(0.02))
    analyses, _ = analyse_all([ARTICLE], config, cache=False)
    briefing = aggregate([ARTICLE], analyses)
    assert [(p.where, p.message) for p in briefing.problems] == [
        ("a", "nach 1 s abgebrochen (limits.seconds), ohne slow")
    ]


def test_another_limit_is_another_analysis(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, quick)
    made = [
        analyse_all([ARTICLE], Config(jobs=1, limits=limits))[1]
        for limits in (Limits(seconds=7), Limits(seconds=7), Limits(seconds=8), Limits(article_chars=9))
    ]
    assert made == [1, 0, 1, 1]


def test_files_articles_and_characters_beyond_the_limits_are_named(tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"a{n}", "text": TEXT}) for n in range(4)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
    (tmp_path / "b.txt").write_text(TEXT * 40, "utf-8")
    one = read_all([str(tmp_path)], Config(limits=Limits(file_bytes=1000)))
    assert len(one[0]) == 4
    assert ["b.txt" in p.where and "1.000 Bytes" in p.message for p in one[1]] == [True]
    few = read_all([str(tmp_path)], Config(limits=Limits(articles=2)))
    assert len(few[0]) == 2
    assert any("mehr als 2 Artikel" in p.message for p in few[1])
    short = read_all([str(tmp_path / "b.txt")], Config(limits=Limits(article_chars=100)))
    assert [len(article.text) for article in short[0]] == [100]
    assert any("länger als 100 Zeichen" in p.message for p in short[1])
