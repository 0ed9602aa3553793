"""What the analysis of a wrapped article finds stands in the article as it is printed."""

from __future__ import annotations

from briefing.analyse import analyse_one
from briefing.model import Article, Block

WRAPPED = 'Die Lage sei ernst, sagte Ursula \nvon der Leyen am Montag. "Wir brauchen 94,1 \nProzent mehr Geld", so sie.'


def test_sentences_and_quotations_of_wrapped_lines_are_whole_and_in_place() -> None:
    article = Article(
        id="a",
        file="a.txt",
        text=WRAPPED,
        blocks=(Block(start=0, end=len(WRAPPED), kind="body"),),
        published="2024-10-28",
    )
    found = analyse_one(article)
    sentences = [WRAPPED[s.span.start : s.span.end] for s in found.sentences]
    assert sentences[0] == "Die Lage sei ernst, sagte Ursula \nvon der Leyen am Montag."
    direct = [q for q in found.quotes if q.kind == "direct"]
    assert [WRAPPED[q.content[0].start : q.content[0].end] for q in direct] == [
        '"Wir brauchen 94,1 \nProzent mehr Geld"'
    ]
    assert [WRAPPED[q.span.start : q.span.end] for q in found.quantities] == ["94,1 \nProzent mehr Geld"]


def test_a_name_broken_over_two_lines_of_one_sentence_is_one() -> None:
    text = "Am Montag kam Präsident Emmanuel\nMacron nach Berlin und sprach mit der Regierung."
    article = Article(id="a", file="a.txt", text=text, blocks=(Block(start=0, end=len(text), kind="body"),))
    (person,) = (name for name in analyse_one(article).names if name.label == "PER")
    assert (person.name, text[person.span.start : person.span.end]) == ("Emmanuel Macron", "Emmanuel\nMacron")
    assert person.role is not None
    assert text[person.role.start : person.role.end] == "Präsident"
