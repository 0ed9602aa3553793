"""The cache finds what it was given, and nothing else, whatever happens to its file."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from briefing.model import Analysis, Article, Quantity, Quote, Sentence, Span
from briefing.store import Packed, Store, key_of, pack, unpack

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
    assert key_of(article, "1") == key_of(replace(article, file="moved/a.txt"), "1")


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


def test_packed_analyses_are_a_mapping_of_analyses() -> None:
    packed = Packed()
    packed.add("a", pack(ANALYSIS), "k")
    assert packed == {"a": ANALYSIS}
    assert "b" not in packed
    assert len(packed) == 1
    with pytest.raises(KeyError):
        packed["b"]


@pytest.mark.parametrize("damaged", [b"", b"x", pack(ANALYSIS)[:-3]])
def test_unpacking_anything_else_is_a_value_error(damaged: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        unpack(damaged)


@pytest.mark.parametrize("value", ["x'00'", "NULL", "'text'", "17"])
def test_an_entry_of_another_kind_is_not_found(tmp_path: Path, value: str) -> None:
    path = tmp_path / "c.sqlite"
    with Store(path) as store:
        store.put("k", ANALYSIS)
    database = sqlite3.connect(path)
    database.execute(f"UPDATE analyses SET value = {value}")
    database.commit()
    database.close()
    with Store(path) as store:
        assert store.get_packed("k") is None
        assert store.get("k") is None


def test_a_file_damaged_in_the_middle_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    with Store(path) as store:
        for n in range(300):
            store.put(f"k{n}", ANALYSIS)
    path.write_bytes(path.read_bytes()[:20_000])
    with Store(path) as store:
        found = [store.get(f"k{n}") for n in range(300)]
        store.put("new", ANALYSIS)
    assert None in found
    assert all(entry in (None, ANALYSIS) for entry in found)
    with Store(path) as store:
        assert store.get("new") == ANALYSIS


def test_a_read_only_cache_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    with Store(path) as store:
        store.put("k", ANALYSIS)
        store._database.execute("PRAGMA query_only=1")  # type: ignore[union-attr]
        store.put("other", ANALYSIS)
        assert store.get("k") == ANALYSIS
        assert store.get("other") is None
