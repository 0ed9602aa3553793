"""The key sentences."""

from __future__ import annotations

import pytest
from comparison_builder import Draft, NoActors, story

from briefing.aggregate import core

SHARED = "Nordkorea hat nach Angaben der Behörden 1500 Soldaten nach Russland geschickt."
RESTATED = "Die Behörden teilten mit, Nordkorea habe 1500 Soldaten nach Russland geschickt."
ASIDE = "Im Stadtpark blühen in diesem warmen Herbst noch immer viele bunte Rosen."


def chosen(*drafts: Draft) -> list[str]:
    articles, analyses, origins = story(*drafts)
    found = core.choose(articles, analyses, origins, NoActors())
    return [articles[c.text.article].text[c.text.start : c.text.end] for c in found]


def test_what_two_origins_report_comes_first_once_with_its_support() -> None:
    articles, analyses, origins = story(Draft("a", f"{ASIDE} {SHARED}"), Draft("b", RESTATED))
    first, *others = core.choose(articles, analyses, origins, NoActors())
    assert {span.article for span in first.evidence} == {"a", "b"}
    assert first.origins == 2
    assert all(other.text.article == "a" for other in others if other.text.start == 0)
    assert not {SHARED, RESTATED} <= set(chosen(Draft("a", f"{ASIDE} {SHARED}"), Draft("b", RESTATED)))


@pytest.mark.parametrize(
    "sentence",
    [
        "Er hat nach Angaben der Behörden 1500 Soldaten nach Russland geschickt.",
        "Dies sei nach Angaben der Behörden in Russland ein großer Fehler gewesen.",
        "Hat Nordkorea nach Angaben der Behörden wirklich Soldaten nach Russland geschickt?",
        "Soldaten nach Russland geschickt",
        "Wir haben Soldaten aus Nordkorea in Russland mit eigenen Augen gesehen.",
    ],
)
def test_sentences_that_cannot_stand_alone_are_not_chosen(sentence: str) -> None:
    assert sentence not in chosen(Draft("a", f"{sentence} {SHARED}"))


@pytest.mark.parametrize("block", ["opinion", "boilerplate", "headline", "heading"])
def test_only_reports_are_chosen(block: str) -> None:
    assert chosen(Draft("a", SHARED, block=block)) == []


def test_a_copy_is_no_support() -> None:
    articles, analyses, _ = story(Draft("a", SHARED), Draft("b", SHARED))
    (only,) = core.choose(articles, analyses, {"a": "a", "b": "a"}, NoActors())
    assert only.origins == 1


def test_nothing_comes_of_nothing() -> None:
    assert core.choose({}, {}, {}, NoActors()) == ()
