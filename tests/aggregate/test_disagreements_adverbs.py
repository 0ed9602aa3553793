"""Views that an adverb sets against each other."""

from __future__ import annotations

import pytest
from comparison_builder import Draft, NoActors, story

from briefing.aggregate.disagreements_adverbs import find_adverbial_contrasts
from briefing.model import Disagreement

FIRST = "Der Verband verlangt in diesem Jahr mehr Mittel."


def contrasts(reply: str, speaker: str = "die Ministerin", first: str = FIRST) -> list[Disagreement]:
    draft = Draft("a", f"{first} {reply}")
    draft.quote(first.rpartition(". ")[2], "Der Verband")
    draft.quote(reply, speaker)
    articles, analyses, _ = story(draft)
    return find_adverbial_contrasts(articles, analyses, NoActors())


@pytest.mark.parametrize(
    "reply",
    [
        "Die Ministerin hält die Mittel hingegen für ausreichend.",
        "Die Ministerin dagegen sprach von genug Geld.",
        "Demgegenüber betonte die Ministerin, die Mittel reichten.",
        "Die Ministerin sagte hingegen, die Mittel reichten.",
        "Dagegen sprach die Ministerin von einem Erfolg der Förderung.",
        "Die Ministerin zeigte sich dagegen nicht überzeugt von den Plänen.",
    ],
)
def test_an_adverb_sets_two_views_against_each_other(reply: str) -> None:
    draft = Draft("a", f"{FIRST} {reply}")
    draft.quote(FIRST, "Der Verband").claim(reply, "denies", "die Ministerin", reply, "rejection")
    articles, analyses, _ = story(draft)
    (item,) = find_adverbial_contrasts(articles, analyses, NoActors())
    assert item.rule == "contrast-adverb"
    assert [side.holders for side in item.sides] == [("Der Verband",), ("die Ministerin",)]


@pytest.mark.parametrize(
    "reply",
    [
        "Die Ministerin konstatiert, dass Verstöße dagegen teuer werden.",
        "Dagegen wehrte sich die Ministerin vor Gericht.",
        "Dafür stimmten zwölf, dagegen die Ministerin.",
        "Dagegen helfe nur mehr Personal, sagte die Ministerin.",
        "Die Ministerin sagte, manche fänden es gut, andere hingegen schlecht.",
        "Was sagt die Ministerin dagegen zu den Mitteln?",
        "Die Ministerin ist dagegen.",
    ],
)
def test_no_contrast(reply: str) -> None:
    draft = Draft("a", f"{FIRST} {reply}")
    draft.quote(FIRST, "Der Verband").claim(reply, "denies", "die Ministerin", reply, "rejection")
    articles, analyses, _ = story(draft)
    assert find_adverbial_contrasts(articles, analyses, NoActors()) == []


def test_words_of_a_quotation_and_of_the_same_speaker_oppose_nothing() -> None:
    assert contrasts("Die Mittel seien hingegen zu knapp.") == []
    draft = Draft("a", f"{FIRST} Der Verband hält die Zahl der Stellen hingegen für ausreichend.")
    draft.quote(FIRST, "Der Verband").quote("für ausreichend", "Verband")
    articles, analyses, _ = story(draft)
    assert find_adverbial_contrasts(articles, analyses, NoActors()) == []


def test_what_only_happened_may_stand_between_the_two_views() -> None:
    between = "Es regnete den ganzen Tag über im Tal."
    reply = "Dagegen sprach die Ministerin von einem Erfolg der Förderung."
    draft = Draft("a", f"{FIRST} {between} {reply}").quote(FIRST, "Der Verband").quote(reply, "die Ministerin")
    articles, analyses, _ = story(draft)
    assert find_adverbial_contrasts(articles, analyses, NoActors()) == []
    draft = Draft("a", f"{FIRST} {between} {reply}").quote(FIRST, "Der Verband").quote("einem Erfolg", "die Ministerin")
    articles, analyses, _ = story(draft)
    (item,) = find_adverbial_contrasts(articles, analyses, NoActors())
    assert item.sides[0].holders == ("Der Verband",)


def test_who_stands_behind_the_adverb_holds_the_view() -> None:
    reply = "Noch fehlten Planer, bemängeln dagegen Kritiker."
    draft = Draft("a", f"{FIRST} {reply}")
    draft.quote(FIRST, "Der Verband").quote("Noch fehlten Planer", "Planer")
    articles, analyses, _ = story(draft)
    (item,) = find_adverbial_contrasts(articles, analyses, NoActors())
    assert item.sides[1].holders == ("Kritiker",)


def test_a_short_sentence_is_shown_with_what_its_speaker_said_before() -> None:
    text = "Der Verband verlangt mehr Mittel. Das sei nur recht und billig."
    draft = Draft("a", f"{text} Die Ministerin hält die Mittel hingegen für ausreichend.")
    draft.quote("mehr Mittel", "Der Verband").quote("Das sei nur recht und billig", "Der Verband")
    draft.quote("für ausreichend", "die Ministerin")
    articles, analyses, _ = story(draft)
    (item,) = find_adverbial_contrasts(articles, analyses, NoActors())
    assert len(item.sides[0].evidence) == 2


def test_those_who_are_called_on_for_what_stands_between_hold_no_view() -> None:
    first, between = "Und alle Forscher sagen das in diesem Jahr.", "Es regnete den ganzen Tag über im Tal."
    reply = "Dagegen sprach die Ministerin von einem Erfolg der Förderung."
    draft = Draft("a", f"{first} {between} {reply}").quote(first, "Forscher").quote("einem Erfolg", "die Ministerin")
    articles, analyses, _ = story(draft)
    assert find_adverbial_contrasts(articles, analyses, NoActors()) == []
