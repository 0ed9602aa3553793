"""The cache finds what it was given, and nothing else, whatever happens to its file."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from briefing.model import Analysis, Article, Quantity, Quote, Sentence, Span
from briefing.store import Store, key_of

SPAN = Span(article="a", start=0, end=4)
ANALYSIS = Analysis(
    article="a",
    sentences=(Sentence(span=SPAN, block="body", terms=("wort",)),),
    quotes=(Quote(kind="direct", content=(SPAN,), speaker_name="Müller", rule="r"),),
    quantities=(Quantity(span=SPAN, low=Decimal("1.50"), high=None, bound="at least"),),
)


def test_what_is_put_is_got_again(tmp_path: Path) -> None:
    with Store(tmp_path / "c.sqlite") as store:
        store.put("k", ANALYSIS)
    with Store(tmp_path / "c.sqlite") as store:
        assert store.get("k") == ANALYSIS
        assert store.get("other") is None


def test_any_difference_of_the_article_or_the_analyser_is_another_key() -> None:
    article = Article(id="a", file="f", text="Text")
    keys = {
        key_of(article, "1"),
        key_of(article, "2"),
        key_of(replace(article, text="Texte"), "1"),
        key_of(replace(article, published="2024"), "1"),
    }
    assert len(keys) == 4
    assert key_of(article, "1") == key_of(replace(article), "1")


@pytest.mark.parametrize("content", [b"", b"not a database, but long enough to look at" * 50])
def test_a_file_that_is_no_cache_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "c.sqlite"
    path.write_bytes(content)
    with Store(path) as store:
        store.put("k", ANALYSIS)
        assert store.get("k") == ANALYSIS


def test_a_damaged_entry_is_not_found(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    with Store(path) as store:
        store.put("k", ANALYSIS)
    database = sqlite3.connect(path)
    database.execute("UPDATE analyses SET value = x'00112233'")
    database.commit()
    database.close()
    with Store(path) as store:
        assert store.get("k") is None


def test_another_version_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    database = sqlite3.connect(path)
    database.execute("PRAGMA user_version=999")
    database.close()
    with Store(path) as store:
        store.put("k", ANALYSIS)
        assert store.size()[0] == 1


def test_an_unwritable_place_means_no_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with Store(tmp_path / "file" / "c.sqlite") as store:
        store.put("k", ANALYSIS)
        assert store.get("k") is None
        assert store.size() == (0, 0)


def test_trimming_drops_entries_until_the_size_is_kept(tmp_path: Path) -> None:
    with Store(tmp_path / "c.sqlite", megabytes=0) as store:
        store.put("k", ANALYSIS)
        assert store.trim() == 1
        assert store.size() == (0, 0)


def test_two_builds_share_one_cache(tmp_path: Path) -> None:
    with Store(tmp_path / "c.sqlite") as first, Store(tmp_path / "c.sqlite") as second:
        first.put("a", ANALYSIS)
        second.put("b", ANALYSIS)
        assert first.get("b") == second.get("a") == ANALYSIS
