"""Views that the text itself sets against each other."""

from __future__ import annotations

import pytest
from comparison_builder import Draft, NoActors, story

from briefing.aggregate.disagreements_rejoinder import find_rejoinders
from briefing.model import Disagreement


def rejoinders(text: str, quoted: str = "") -> list[Disagreement]:
    draft = Draft("a", text)
    if quoted:
        draft.quote(quoted, "Müller")
    articles, analyses, _ = story(draft)
    return find_rejoinders(articles, analyses, NoActors())


@pytest.mark.parametrize(
    "reply",
    [
        "Polen sieht das anders.",
        "Polen sieht das ganz anders: Die Mittel reichten.",
        "Polen hält dagegen, die Mittel reichten.",
        "Polen entgegnete am Abend, die Mittel reichten.",
        "Polen hielt dem entgegen, die Mittel reichten.",
        "Polen vertritt eine andere Meinung.",
        "Polen hält dagegen die Mittel in den nächsten Jahren für ausreichend.",
        "Dem widerspricht Polen entschieden.",
        "Doch dem widersprach Polen.",
        "Dieser Darstellung widersprach Polen.",
        "Polen widerspricht dieser Darstellung.",
        "Polen widersprach: Die Mittel reichten.",
        "Polen teilt diese Einschätzung allerdings nicht.",
        "Polen hält das für übertrieben.",
        "Polen hält diese Schätzung allerdings für viel zu hoch.",
        "Polen nannte das undemokratisch.",
        "Polen nannte dies einen Skandal.",
    ],
)
def test_a_rejoinder_opposes_the_sentence_before(reply: str) -> None:
    (item,) = rejoinders(f"Ungarn verlangt mehr Mittel. {reply}")
    assert item.rule == "rejoinder"
    assert [side.holders for side in item.sides] == [("Ungarn",), ("Polen",)]


def test_a_short_sentence_is_opposed_with_what_its_speaker_said_before() -> None:
    text = "Ungarn verlangt in diesem Jahr mehr Mittel. Das brauche Ungarn in jedem Jahr. Polen sieht das anders."
    (item,) = rejoinders(text)
    assert item.sides[0].statement.start == 0
    (item,) = rejoinders("Russland schweigt. Das brauche Ungarn in jedem Jahr. Polen sieht das anders.")
    assert item.sides[0].statement.start == len("Russland schweigt. ")


def test_a_short_rejoinder_takes_the_next_sentence_of_its_holder_along() -> None:
    text = "Ungarn verlangt mehr Mittel. Polen ist anderer Meinung. Die Mittel reichten, heißt es in Polen."
    (item,) = rejoinders(text)
    assert text[item.sides[1].statement.start :] == "Polen ist anderer Meinung. Die Mittel reichten, heißt es in Polen."
    (item,) = rejoinders("Ungarn verlangt mehr Mittel. Polen ist anderer Meinung. Russland schweigt.")
    assert item.sides[1].statement.end == len("Ungarn verlangt mehr Mittel. Polen ist anderer Meinung.")


@pytest.mark.parametrize(
    "reply",
    [
        "Polen hielt gut dagegen und siegte.",
        "Polen hat dem nichts entgegenzuhalten.",
        "In Polen sieht das Stadion anders aus.",
        "Ungarn sieht das heute anders.",
        "Sieht Polen das anders?",
        "Er widerspricht Roth, worauf Polen konterte, das sei falsch.",
        "Polen entgegnete: „Wo ist das Problem?“",
        "In Polen widerspricht das dem Gedanken der Rechtsstaatlichkeit.",
        "Die Richter sehen das anders.",
        "Müller hält den Kritikern entgegen, es fehle an Geld.",
        "Polen hält das für möglich.",
        "Polen hält das Ergebnis der Wahl für fahrlässig.",
        "Polen hält das für wichtig.",
        "Polen hält das nicht für übertrieben.",
        "Polen nennt das ein Konzept.",
        "Polen nannte das Vorgehen bedauerlich.",
    ],
)
def test_no_rejoinder(reply: str) -> None:
    assert rejoinders(f"Ungarn verlangt mehr Mittel. {reply}") == []


def test_a_mere_exclamation_is_not_opposed() -> None:
    assert rejoinders("Ungarn schweigt. Polen sieht das anders.") == []


def test_words_of_a_quotation_oppose_nothing() -> None:
    said = "In ein paar Tagen sieht das anders aus, Polen sieht das anders."
    assert rejoinders(f"Ungarn verlangt mehr Mittel. {said}", quoted=said) == []


def test_a_verdict_needs_somebody_who_said_what_it_is_passed_on() -> None:
    assert rejoinders("Der Regen hörte am Abend wieder auf. Polen hält das für übertrieben.") == []


def test_what_is_doubted_by_nobody_named_is_told_with_its_holder_alone() -> None:
    for reply in ("Dies wird jedoch angezweifelt.", "Das wird bestritten."):
        (item,) = rejoinders(f"Ungarn verlangt mehr Mittel. {reply}")
        assert [side.holders for side in item.sides] == [("Ungarn",), ()]
    assert rejoinders("Der Regen hörte am Abend wieder auf. Dies wird jedoch angezweifelt.") == []
