"""Frames of bodies, verbs of beginning and finding, runs over paragraphs; whose words they are; no trained model."""

from __future__ import annotations

import pytest
from quotes_marked import found_in, tagged

PEOPLE = {
    "Rutte": ("PER", "m"),
    "Merkel": ("PER", "f"),
    "Peter Meier": ("PER", "m"),
    "Anna Kunz": ("PER", "f"),
}


def spoken(text: str) -> list[tuple[str, str | None]]:
    drafts, _, names = found_in(tagged(text, PEOPLE))
    return list(zip((draft.kind for draft in drafts), names, strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the body in which something is said
        ("Im Finanzministerium wurde betont{VVPP}, dass die Lage gut sei.", [("indirect", "Finanzministerium")]),
        (
            "Im Finanzministerium herrscht{VVFIN} Skepsis, dass alles gut sei.",
            [("indirect", "Finanzministerium")],
        ),
        ("Im Sommer wurde betont{VVPP}, dass die Lage gut sei.", [("indirect", None)]),
        # a mistagged wie
        ("Wie{APPR} Anna Kunz auf Twitter{NE} schrieb, kam es gut.", [("indirect", "Anna Kunz")]),
        # federations, leagues and funds speak
        ("Die Länder müssten helfen, forderte die Föderation.", [("indirect", "die Föderation")]),
        # words in marks with which somebody begins; what somebody finds
        ("„Liebe Leute an den Radios“, beginnt{VVFIN} Merkel ihre Rede.", [("direct", "Merkel")]),
        ("Das sei falsch, findet Merkel.", [("indirect", "Merkel")]),
        ("Die Straße war leer, fand{VVFIN} Merkel gestern klar.", []),
        ("Die Polizei fand{VVFIN} Zustimmung dazu, dass die Straße leer ist.", []),
        ("Merkel will Leute finden{VVINF}, dass die Straße leer ist.", []),
        # speaking of something, and what speaks for it
        ("Merkel sprach davon, dass die Lage gut sei.", [("indirect", "Merkel")]),
        ("Dafür{PAV} sprach auch, dass die Lage gut sei.", []),
        ("Die Leute sprachen{VVFIN} darüber{PAV}, wie die Lage sei.", []),
        # in whom a thought grows
        ("Unter Händlern wächst{VVFIN} die Sorge, dass es so bleibe.", [("indirect", "Händler")]),
        # what somebody said elsewhere suggests it; things that happen demand nothing
        ("Aussagen einiger{PIAT} Spieler legen{VVFIN} nahe{PTKVZ}, dass die Lage gut ist.", []),
        ("Der Sturm forderte 15 Todesopfer.", []),
        ("Die Vertrauensfrage forderte die Hilfe der Leute.", [("reported", None)]),
        # what begins is no speech where the words in marks are a part of it
        ("Merkel beginnt{VVFIN} „seine“ Arbeit.", []),
        # no speech, though a verb of speaking
        ("Die Leute bleiben{VVFIN} dort, sprechen{VVFIN} in Kameras wie der Präsident.", []),
    ],
)
def test_frames(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert spoken(text) == expected


QUOTED = "„Die Lage ist ernst“, sagte Merkel."


@pytest.mark.parametrize(
    ("behind", "goes_on"),
    [
        ("Es müssten neue Regeln kommen. Das sei nicht gut.", True),
        ("Sie würde gern kommen.", True),
        ("Es müssten neue Regeln kommen. Das ist nicht gut.", False),
        ("Es hätte ernst sein können, doch es bleibt{VVFIN} gut. Das sei so.", False),
    ],
)
def test_the_second_konjunktiv_over_a_paragraph(behind: str, goes_on: bool) -> None:
    drafts, _, names = found_in(tagged(f"{QUOTED}\n{behind}", PEOPLE))
    first = len(tagged(f"{QUOTED}\n", PEOPLE))
    spans = [(draft.content[0][0], draft.content[-1][1]) for draft in drafts]
    reached = [name for (start, end), name in zip(spans, names, strict=True) if start <= first < end]
    assert (reached == ["Merkel"]) is goes_on


def test_who_is_announced_before_a_colon_speaks() -> None:
    text = f"{QUOTED} Das Fazit von Anna Kunz fällt{{VVFIN}} gut aus: Es sei sehr gut."
    assert spoken(text)[1:] == [("indirect_free_indirect", "Anna Kunz")]


def test_who_acts_behind_long_words_in_marks() -> None:
    words = "„Wir hätten euch gern gefragt und sehr lange auf alle gewartet,“"
    text = f"{QUOTED} {words} musste{{VMFIN}} Peter Meier dann{{ADV}} alles zurückziehen."
    assert spoken(text) == [("direct", "Merkel"), ("direct", "Peter Meier")]


@pytest.mark.parametrize(
    ("source", "name"),
    [("in dem Bericht", "der Bericht"), ("bei der Polizei", None)],
)
def test_some_sentences_later_only_a_text_is_meant(source: str, name: str | None) -> None:
    text = f"Die Lage sei gut, heißt es {source}. Die Straße ist dort leer. Seit gestern ist demnach alles gut."
    doc = tagged(text, PEOPLE)
    for token in doc:
        if token.text == "Bericht":
            token.set_morph("Gender=Masc|Number=Sing")
    assert found_in(doc)[2][-1] == name


def test_an_agency_line_is_no_part_of_what_is_said() -> None:
    text = "Fußball, Spanien: Die Straße ist leer. Das teilte{VVFIN} die Polizei mit{PTKVZ}."
    assert found_in(tagged(text, PEOPLE))[1]["I"] == ["Die Straße ist leer."]


def test_what_is_printed_to_the_letter_are_the_words_of_the_text() -> None:
    doc = tagged("Merkel kam. Der Vertrag steht. Im Wortlaut: „Die Lage ist gut und sehr ernst.“", PEOPLE)
    for token in doc:
        if token.text == "Vertrag":
            token.set_morph("Gender=Masc|Number=Sing")
    assert found_in(doc)[2] == ["der Vertrag"]


def test_the_year_of_a_report_is_not_its_head() -> None:
    doc = tagged("Die Lage ist gut. Das geht aus dem Bericht 2020 hervor{PTKVZ}.", PEOPLE)
    for token in doc:
        if token.text == "Bericht":
            token.set_morph("Gender=Masc|Number=Sing")
    assert found_in(doc)[2] == ["der Bericht 2020"]
