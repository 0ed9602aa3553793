"""Pairing of quotation marks."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quotes_marked import found_in, read_marks, tagged

from briefing.analyse.quotes import find_drafts
from briefing.analyse.quotes_marks import find_single, find_stretches
from briefing.analyse.quotes_view import view_of


def words(text: str) -> list[str]:
    return [text[s.start : s.end] for s in find_stretches(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Er sagte: „Das ist so.“ Dann ging er.",
        "Er sagte: »Das ist so.« Dann ging er.",
        "Er sagte: «Das ist so.» Dann ging er.",
        'Er sagte: "Das ist so." Dann ging er.',
        "Er sagte: “Das ist so.” Dann ging er.",
        "Er sagte: „Das ist so.” Dann ging er.",
        'Er sagte: „Das ist so." Dann ging er.',
    ],
)
def test_every_style(text: str) -> None:
    (found,) = words(text)
    assert found[1:-1] == "Das ist so."


def test_several_stretches_in_a_sentence() -> None:
    assert words("„A ist so“, sagte er, „und B ist so.“") == ["„A ist so“", "„und B ist so.“"]


def test_nested_single_marks_stay_inside() -> None:
    text = "„Er rief ‚Halt an jetzt sofort‘ und ging“, sagte sie."
    assert words(text) == ["„Er rief ‚Halt an jetzt sofort‘ und ging“"]
    assert find_single(text, find_stretches(text)) == []


def test_quotation_over_paragraphs() -> None:
    text = "„Der erste Absatz.\n\n„Der zweite Absatz.“ Ende."
    assert words(text) == ["„Der erste Absatz.\n\n„Der zweite Absatz.“"]


def test_never_closed_mark_hides_nothing_else() -> None:
    assert words("Er sagte: „Das ist so. Sie rief: „Nein!“") == ["„Nein!“"]


def test_lost_opening_mark_is_taken_from_the_paragraph() -> None:
    text = "Davor nichts.\nDas ist ein Fortschritt“, sagte sie.\nDanach nichts."
    assert words(text) == ["Das ist ein Fortschritt“"]


def test_inches_open_nothing() -> None:
    assert words('Ein 17" großer Schirm.') == []


def test_single_marks_need_four_words() -> None:
    text = "Sie nannte es 'ein Zeichen von wachsender Verzweiflung' und 'klug', wie's heißt."
    assert [text[s.start : s.end] for s in find_single(text, [])] == ["'ein Zeichen von wachsender Verzweiflung'"]


@given(st.text(alphabet="„“”»«\"‚‘' ab.\n:", max_size=300))
def test_stretches_lie_in_order_inside_the_text(text: str) -> None:
    found = find_stretches(text)
    assert all(0 <= s.start < s.end <= len(text) for s in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    singles = find_single(text, found)
    assert all(not (s.start < d.end and d.start < s.end) for s in singles for d in found)


@pytest.mark.parametrize("piece", ["„", "“", '"', "„a ", '"a ', "a“ ", "‚a b c d ", "„\n", "a“, b\n"])
def test_thousands_of_unbalanced_marks_are_read_once(piece: str) -> None:
    text = piece * 20_000
    found = find_stretches(text)
    assert all(s.end - s.start <= 3_100 for s in found)
    find_single(text, found)


def test_a_blank_before_the_closing_mark_does_not_lose_it() -> None:
    text = "„Wir müssen jetzt handeln “, sagte er. Dann kam „sie“ an."
    assert [text[s.start : s.end] for s in find_stretches(text)] == ["„Wir müssen jetzt handeln “", "„sie“"]
    text = 'Er sagte: "Wir müssen jetzt handeln ". Dann kam "sie" an.'
    assert [text[s.start : s.end] for s in find_stretches(text)] == ['"Wir müssen jetzt handeln "', '"sie"']


SPOKEN = [
    "[D „Nieder mit Rutte“], [C rief{VVFIN}] [S Merkel].",
    "[D „Die Lage ist ernst.“ „Wir müssen bald handeln“], [C sagte] [S Merkel].",
    "[D „Die Lage ist sehr ernst.“] und [D „Wir müssen bald handeln“], [C sagte] [S Merkel].",
]


@pytest.mark.parametrize("marked", SPOKEN)
def test_words_said(marked: str) -> None:
    with_tags, _ = read_marks(marked)
    _, expected = read_marks(re.sub(r"\{\w+\}", "", marked))
    drafts, found, _ = found_in(tagged(with_tags, {"Rutte": ("PER", "m"), "Merkel": ("PER", "f")}))
    assert len(drafts) == 1
    assert (found["D"], found["S"]) == (expected["D"], expected["S"])


def test_what_is_chanted_is_said() -> None:
    drafts, found, _ = found_in(
        tagged("Gäste{NN} kamen{VVFIN} und skandierten{ADJA} Sprüche{NN} wie „Freie{NN} Straßen“.")
    )
    assert [d.rule for d in drafts] == ["direct/call"]
    assert found["D"] == ["„Freie Straßen“"]


@pytest.mark.parametrize(
    "text", ["Rutte sagte der „Bild“-Zeitung, es sei gut.", "In der ZDF-Sendung „Gut gefragt{VVPP}“ kam er."]
)
def test_names_of_papers_and_programmes_are_no_candidates(text: str) -> None:
    view = view_of(tagged(text, {"Rutte": ("PER", "m")}))
    assert [d for d in find_drafts(view, lambda _, drafts: drafts) if d.kind == "direct"] == []


OBJECTS = [
    ("Merkel forderte einen „neuen Plan der Länder“.", "direct/act"),
    ("Rutte warf Merkel „falsche Angaben“ vor{PTKVZ}.", "direct/act"),
    ("Merkel forderte Geld für „neue Pläne der Länder“.", "direct/clause"),
]


@pytest.mark.parametrize(("text", "rule"), OBJECTS)
def test_what_is_demanded_or_blamed_in_marks_is_the_speakers(text: str, rule: str) -> None:
    drafts, _, _ = found_in(tagged(text, {"Rutte": ("PER", "m"), "Merkel": ("PER", "f")}))
    assert [d.rule for d in drafts if d.kind == "direct"] == [rule]
