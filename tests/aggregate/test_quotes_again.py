"""One speaker's statement in other words in two articles; several speakers' with the same names and number."""

from __future__ import annotations

import pytest

from briefing.aggregate.quotes_alike import Words, likeness, words_of
from briefing.aggregate.quotes_speakers import Relation
from briefing.aggregate.similarity import Weights
from briefing.model import Analysis, Name, Sentence, Span

_NAMES = ("Brasilien", "Irland", "Britannien")
_FILLER = [
    f"{word} Hafen" for word in "Brücke Markt Schule Rathaus Museum Bahnhof Straße Theater Kirche Stadion".split()
]


def same(one: str, other: str, speakers: Relation = Relation.SAME, *, elsewhere: bool = True) -> bool:
    texts = (one, other)
    sentences = tuple(
        Sentence(span=Span(article="a", start=n, end=n + 1), block="body", terms=terms(text))
        for n, text in enumerate((*texts, *_FILLER))
    )
    names = tuple(Name(span=Span(article="a", start=0, end=1), label="STATE", name=name) for name in _NAMES)
    weights = Weights({"a": Analysis(article="a", sentences=sentences, names=names)})
    pair = [features(text, weights) for text in texts]
    return likeness(pair[0], pair[1], weights, speakers, elsewhere=elsewhere) > 0


def features(text: str, weights: Weights) -> Words:
    return words_of(text, terms(text), weights, direct=text[0] == "„")


def terms(text: str) -> tuple[str, ...]:
    words = (word.lower().strip(".,„“") for word in text.split())
    return tuple(w for w in words if len(w) > 5 and w not in ("diesem", "würden", "können") and not w[0].isdigit())


_AGAIN = [
    (  # there is none of it
        "„Wir leben in keiner Diktatur, sonst könnten wir diesen Parteitag heute nicht abhalten“",
        "im Land herrsche keine „Corona-Diktatur“",
    ),
    (  # a rare number
        "noch in diesem Jahr 5400 Impfdosen herzustellen und bis zu 1300000 im kommenden",
        "noch in diesem Jahr bis zu 5400 Dosen bereitstellen zu können",
    ),
    (  # three words of it
        "er werde keine Erfolge erzielen, wenn er immer aggressiver und enthemmter auftrete",
        "vor aggressiver Sprache, enthemmter Rede und davor, dass die Partei so auftrete",
    ),
    (  # the same is denied
        "Es werde nicht gelingen, alle Impfwilligen sofort zu versorgen, sagte er den Kollegen",
        "Es gelinge voraussichtlich nicht, sofort jeden Menschen der Stadt zu versorgen",
    ),
]


@pytest.mark.parametrize(("one", "other"), _AGAIN)
def test_what_one_speaker_says_again_in_another_article_is_one_statement(one: str, other: str) -> None:
    assert same(one, other)
    assert not same(one, other, elsewhere=False)
    assert not same(one, other, Relation.OPEN)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("im Land herrsche keine Diktatur", "im Land herrsche eine Diktatur der Corona"),
        ("dass 5400 Dosen hergestellt würden", "17 Züge der Linie 5400 fielen aus, 22 kämen zu spät"),
        ("wann er aggressiver und enthemmter auftrete", "dass er aggressiver, aber enthemmter auftrete"),
    ],
)
def test_what_differs_stays_apart(one: str, other: str) -> None:
    assert not same(one, other)


def test_names_and_a_number_tell_a_statement_of_several_speakers() -> None:
    one = "Reisende aus Brasilien, Irland und Britannien dürften ab dem 26. Januar wieder in das Land einreisen"
    other = "die Regeln für Reisende aus Brasilien, Irland und Britannien würden zum 26. Januar aufgehoben"
    assert same(one, other, Relation.OPEN)
    assert not same(one, other.replace("26", "17"), Relation.OPEN)


def test_words_in_marks_that_stand_in_long_direct_speech_are_that_speech() -> None:
    one = "„Ich will auch sagen, wenn Ihr es wollt, dann bin ich dafür bereit, Eure Kandidatin zu sein im Jahr“"
    other = "Sie sei gern dafür bereit, „Eure Kandidatin zu sein“"
    assert same(one, other, Relation.VAGUE)
    assert not same(one, other.replace("„", "").replace("“", ""), Relation.VAGUE)
