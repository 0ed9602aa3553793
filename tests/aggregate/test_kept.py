"""Stories kept between builds: what is kept is what would be made, and nothing that could not be made is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from comparison_builder import Draft

from briefing.aggregate import chapter, kept, questions
from briefing.aggregate.assemble import aggregate
from briefing.aggregate.kept import Kept
from briefing.model import Article, Briefing
from briefing.store import Packed, Store, pack

KEYS = {"strike": "1", "quake": "2", "vote": "3"}


def drafts() -> dict[str, Draft]:
    strike = Draft("strike", "Die GDL streikt in Hamburg. Müller sagte, der Verkehr ruhe. Betroffen sind 2000 Züge.")
    strike.quote("der Verkehr ruhe", "Müller")
    strike.number("2000 Züge", 2000, head="zug")
    quake = Draft("quake", "Ein Beben erschütterte Izmir. 30 Menschen starben unter Trümmern.")
    quake.number("30 Menschen", 30, head="mensch")
    vote = Draft("vote", "Peru wählte einen Präsidenten. Der Kongress stimmte zu.")
    return {draft.article.id: draft for draft in (strike, quake, vote)}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "c.sqlite") as store:
        yield store


def briefing(store: Store | None, ids: str = "strike quake vote", **keys: str) -> Briefing:
    every = {id_: draft for id_, draft in drafts().items() if id_ in ids.split()}
    packed = Packed()
    for id_, draft in every.items():
        packed.add(id_, pack(draft.analysis), {**KEYS, **keys}[id_])
    articles: list[Article] = [draft.article for draft in every.values()]
    return aggregate(articles, packed, kept=None if store is None else Kept(store, packed))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The articles of every story that is made."""
    calls: list[tuple[str, ...]] = []
    make = chapter.make

    def noted(articles, *rest):  # type: ignore[no-untyped-def]
        calls.append(tuple(articles))
        return make(articles, *rest)

    monkeypatch.setattr(chapter, "make", noted)
    return calls


def test_a_kept_story_is_the_one_that_would_be_made(store: Store, made: list[tuple[str, ...]]) -> None:
    expected = briefing(None)
    assert len(expected.stories) == 3
    made.clear()
    assert briefing(store) == expected
    assert len(made) == 3
    assert briefing(store) == expected
    assert len(made) == 3


def test_it_takes_the_names_that_its_sources_have_now(store: Store, made: list[tuple[str, ...]]) -> None:
    briefing(store)
    made.clear()
    fewer = briefing(store, "vote")
    assert made == []
    assert fewer == briefing(None, "vote")
    assert fewer.stories[0].sources == ("Q1",)


def test_another_analysis_makes_another_story(store: Store, made: list[tuple[str, ...]]) -> None:
    briefing(store)
    made.clear()
    briefing(store, quake="another")
    assert made == [("quake",)]


def test_other_code_makes_every_story_anew(
    store: Store, made: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    briefing(store)
    made.clear()
    monkeypatch.setattr(kept, "fingerprint", lambda: "other code")
    briefing(store)
    assert len(made) == 3


def test_a_story_with_a_section_that_failed_is_made_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> tuple[()]:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(questions, "merge", fails)
        assert briefing(store).problems
    assert not briefing(store).problems


def test_a_damaged_entry_is_made_again(store: Store, made: list[tuple[str, ...]]) -> None:
    briefing(store)
    packed = Packed()
    packed.add("vote", b"", KEYS["vote"])
    store.put_packed(Kept(store, packed).key(["vote"], {"vote": "vote"}), b"not a story")
    made.clear()
    assert briefing(store) == briefing(None)
    assert ("vote",) in made


def test_without_a_cache_nothing_is_kept(made: list[tuple[str, ...]]) -> None:
    with Store(None) as none:
        assert briefing(none) == briefing(none)
    assert len(made) == 6
