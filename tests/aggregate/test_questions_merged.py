"""Open questions over articles."""

from __future__ import annotations

from dataclasses import replace

from comparison_builder import Draft, NoActors, story

from briefing.aggregate import questions
from briefing.model import OpenQuestion


def merged(*drafts: Draft) -> tuple[OpenQuestion, ...]:
    return questions.merge(*story(*drafts), NoActors())


def test_the_same_question_of_two_articles_is_one() -> None:
    first = "Unklar ist, wie viele Menschen in Izmir verschüttet wurden."
    second = "Unklar blieb, wie viele Menschen in Izmir verschüttet wurden."
    (question,) = merged(Draft("a", first).question(first), Draft("b", second).question(second))
    assert [span.article for span in question.evidence] == ["a", "b"]


def test_other_questions_stay_apart() -> None:
    first, second = "Unklar ist, wer in Polen gewählt wird.", "Offen ist, ob Ungarn Raketen kauft."
    assert len(merged(Draft("a", first).question(first), Draft("b", second).question(second))) == 2


def test_how_many_and_whether_are_two_questions() -> None:
    first = "Unklar ist, wie viele Soldaten nach Kursk geschickt wurden."
    second = "Fraglich ist, ob Soldaten nach Kursk geschickt wurden."
    assert len(merged(Draft("a", first).question(first), Draft("b", second).question(second))) == 2


def test_an_order_of_magnitude_is_no_answer() -> None:
    asked = "Unklar ist, wie viele Soldaten nach Russland geschickt wurden."
    b = Draft("b", "Tausende Soldaten wurden nach Russland geschickt.")
    b.number("Tausende Soldaten", 1000, head="soldat", bound="about")
    b.quantities[0] = replace(b.quantities[0], high=None)
    (question,) = merged(Draft("a", asked).question(asked), b)
    assert question.answered_by == ()


def test_a_number_elsewhere_answers_how_many() -> None:
    asked = "Unklar ist, wie viele Soldaten nach Russland geschickt wurden."
    b = Draft("b", "Etwa 10.000 Soldaten wurden nach Russland geschickt. Der Preis liegt bei 10.000 Euro.")
    b.number("10.000 Soldaten", 10000, head="soldat", events=("schicken",)).number(
        "10.000 Euro", 10000, unit="Euro", head="preis"
    )
    (question,) = merged(Draft("a", asked).question(asked), b)
    assert [b.article.text[s.start : s.end] for s in question.answered_by] == ["10.000 Soldaten"]


def test_a_confirmation_elsewhere_answers_whether() -> None:
    asked = "Offen ist, ob Ungarn Raketen nach Polen liefert."
    said = "Ungarn liefere Raketen nach Polen"
    b = Draft("b", f"{said}, sagte Müller.").quote(said, "Müller")
    (question,) = merged(Draft("a", asked).question(asked), b)
    assert [span.article for span in question.answered_by] == ["b"]


def test_a_question_of_a_comment_is_marked() -> None:
    text = "Fraglich ist, ob Russland Hilfe braucht."
    (question,) = merged(Draft("a", text, block="opinion").question(text, "doubted"))
    assert question.opinion


def test_questions_of_more_origins_come_first() -> None:
    alone, shared = "Offen ist, ob Ungarn Raketen kauft.", "Unklar ist, wer die Wahl in Polen gewinnt."
    found = merged(
        Draft("a", alone).question(alone), Draft("b", shared).question(shared), Draft("c", shared).question(shared)
    )
    assert [len(q.evidence) for q in found] == [2, 1]


def test_what_nobody_knows_comes_before_who_is_silent() -> None:
    silent, unknown = "Müller wollte sich zu Raketen in Polen nicht äußern.", "Offen ist, ob Ungarn Raketen kauft."
    found = merged(
        Draft("a", silent).question(silent, "no_comment"),
        Draft("b", silent).question(silent, "no_comment"),
        Draft("c", unknown).question(unknown),
    )
    assert [q.kind for q in found] == ["unknown", "no_comment"]
