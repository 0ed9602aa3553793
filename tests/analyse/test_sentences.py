"""Where sentences end without a trained parser. `|` marks the expected borders."""

from __future__ import annotations

import pytest
import spacy

from briefing.analyse import items
from briefing.analyse.sentences import LONGEST, split_sentences

NLP = spacy.blank("de")

CASES = [
    "Am 28. Oktober kam er.| Sie ging.",
    "Dr. Müller sprach z. B. mit Prof. Schmidt.| Dann ging er.",
    "Er wohnt in St. Gallen, Nr. 3.| Das ist weit.",
    '"Das ist so."| Er ging.',
    '"Das ist so", sagte er.| Er ging.',
    'Er fragte: "Wer kommt?" und ging.',
    "Kommt er?| Nein!| Doch.",
    "Eine Überschrift ohne Punkt\n|Der erste Satz.| Der zweite.",
    "Rund 3,5 Mio. Euro und 1.500 Mann.| Mehr nicht.",
    "George W. Bush sprach.| Er ging.",
    "Im 3. Quartal stieg der Umsatz.| Gut.",
    "Er kam … und ging.| Schluss …| Neu.",
    "Das geschah 2024.| Danach war Ruhe.",
    "Es waren 28.| Die Polizei zählte 30.",
    "Das Unternehmen Müller & Co. KG wuchs.",
    "Es ging um Brot, Milch usw.| Danach um Geld.",
    "Angeklagt ist Stephan E.| Er soll geschossen haben.",
    "Das sagt Tim K.| Alle seien freundlich gewesen.",
    "Es geht um Google & Co.| Überraschenderweise helfen alle.",
    "Es zielt auf Tönnies und Co.| Mast fürchtet das.",
    "(So war es.)| Neu.",
    '"Kommt er?", fragte sie.| "Nein."',
    "Sie sagte: „Ich gehe.“| „Und ich bleibe.“",
    "Der 1. FC Köln gewann am 3. Advent mit 3:2.",
    "Am Mittwoch, dem 5. Mai 2020, kam er.",
    "Karl der V. regierte lange.",
    "Abs. 3 Satz 2 gilt.| Mehr nicht.",
    "Das kostet 3,50 Euro pro Std.| Sie lachte.",
    "Der Impfstoff schützt vor Covid-19.| Schwere Nebenwirkungen gab es nicht.",
    "Abgeschossen wurde Flug MH-17.| Ermittler sind vor Ort.",
]


@pytest.mark.parametrize("case", CASES)
def test_borders_by_rule(case: str) -> None:
    text = case.replace("|", "")
    expected, position = [0], 0
    for part in case.split("|")[:-1]:
        position += len(part)
        expected.append(position + len(text[position:]) - len(text[position:].lstrip()))
    doc = split_sentences(NLP(text))
    assert [sentence.start_char for sentence in doc.sents] == expected


def test_a_line_break_ends_a_sentence_and_white_space_begins_none() -> None:
    doc = split_sentences(NLP("Titel ohne Punkt\n\nAm 3. November kam Dr. Maier an."))
    starts = {token.text: token.is_sent_start for token in doc}
    assert starts["Am"] is True
    assert starts["November"] is False
    assert starts["Maier"] is False
    assert starts["\n\n"] is False


def test_every_token_is_decided() -> None:
    doc = split_sentences(NLP("Ja. Nein? Doch! \n … und so weiter"))
    assert all(token.is_sent_start is not None for token in doc)


def test_no_sentence_is_endless() -> None:
    doc = split_sentences(NLP("und " * (3 * LONGEST)))
    assert [len(sentence) for sentence in doc.sents] == [LONGEST] * 3
    assert len(list(split_sentences(NLP("und " * (LONGEST - 2) + "Schluss. Neu.")).sents)) == 2


def test_what_a_dateline_opens_is_a_sentence_of_its_own() -> None:
    doc = NLP("Bonn (dpa) - Die Züge stehen. Jung: Wir warten.")
    doc.user_data[items.ARTICLE] = {
        "published": None,
        "title": None,
        "blocks": [(0, 12, "dateline"), (13, 29, "body"), (30, 35, "dateline"), (36, 47, "body")],
    }
    sentences = [sentence.text for sentence in split_sentences(doc).sents]
    assert sentences == ["Bonn (dpa) -", "Die Züge stehen.", "Jung:", "Wir warten."]
