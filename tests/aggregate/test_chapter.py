"""One story of several articles: what it is called."""

from __future__ import annotations

from dataclasses import replace

import pytest
from comparison_builder import Draft, story

from briefing.aggregate import chapter

NEWS = "Die Bahn streicht nach Angaben des Vorstands im kommenden Winter rund tausend Züge im Fernverkehr."
RETOLD = "Im Fernverkehr der Bahn fallen im Winter tausend Züge weg, wie der Vorstand am Montag mitteilte."
ASIDE = "Die Gewerkschaft der Lokführer verlangt höhere Löhne und kürzere Schichten für ihre Mitglieder."


def titled(*pairs: tuple[str, str]) -> str:
    drafts = [Draft(str(number), text) for number, (_, text) in enumerate(pairs)]
    articles, analyses, origins = story(*drafts)
    articles = {id_: replace(a, title=pairs[int(id_)][0]) for id_, a in articles.items()}
    made, _ = chapter.make(articles, analyses, origins, {id_: f"Q{id_}" for id_ in articles})
    return made.title


def test_a_story_has_one_of_its_headlines() -> None:
    found = titled(
        ("Bahn streicht tausend Züge", NEWS), ("Lokführer verlangen mehr", ASIDE), ("Züge fallen weg", RETOLD)
    )
    assert found == "Bahn streicht tausend Züge"


@pytest.mark.parametrize("no_fact", ["Streicht die Bahn tausend Züge?", "„Die Bahn streicht tausend Züge“"])
def test_a_question_or_a_quotation_names_no_fact(no_fact: str) -> None:
    assert titled((no_fact, NEWS), ("Züge fallen weg", RETOLD)) == "Züge fallen weg"


def test_two_words_that_name_nobody_are_no_title_beside_others() -> None:
    assert titled(("Tausend Züge", NEWS), ("Lokführer verlangen mehr Geld", ASIDE)) == "Lokführer verlangen mehr Geld"


def test_the_headline_of_the_first_key_statement_comes_before_others() -> None:
    found = titled(("Vorstand der Bahn streicht Züge", NEWS), ("Die Lokführer der Bahn verlangen Löhne", ASIDE))
    assert found == "Vorstand der Bahn streicht Züge"


def test_without_headlines_a_story_is_called_by_its_first_words() -> None:
    assert NEWS.startswith(titled(("", NEWS)).rstrip(" …")[:20])


def test_a_section_that_fails_is_named_and_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> tuple[()]:
        raise IndexError("list index out of range")

    monkeypatch.setattr(chapter.timeline, "order", broken)
    articles, analyses, origins = story(Draft("a", NEWS), Draft("b", RETOLD))
    made, problems = chapter.make(articles, analyses, origins, {"a": "Q1", "b": "Q2"})
    assert made.core
    assert made.timeline == ()
    assert [p.message for p in problems["a"]] == [
        "Abschnitt Zeitleiste fehlgeschlagen (IndexError: list index out of range)"
    ]
