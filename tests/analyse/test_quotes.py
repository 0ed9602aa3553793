"""Quotations in sentences with inline marks; no trained model."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quotes_marked import found_in, read_marks, rules_only, tagged
from spacy.lang.de import German

from briefing.analyse import items, quotes_judge
from briefing.analyse.quotes import find_drafts, find_quotes
from briefing.analyse.quotes_indirect import Draft
from briefing.analyse.quotes_speakers import Speakers
from briefing.analyse.quotes_view import view_of

PEOPLE = {"Rutte": ("PER", "m"), "Merkel": ("PER", "f"), "Peter Meier": ("PER", "m"), "Nato": ("ORG", "")}

SENTENCES = [
    # indirect: dass, ob, w-clause, verb-second, infinitive
    "[S Rutte] [C sagte], [I dass die Lage ernst sei].",
    "[S Rutte] [C sagte], [I er könne das bestätigen].",
    "[S Die Polizei] [C teilte] gestern [C mit{PTKVZ}], [I dass zwei Menschen verletzt worden seien].",
    "[S Merkel] [C kündigte] [C an{PTKVZ}], [I die Steuern zu{PTKZU} senken].",
    "[S Der Sprecher der Polizei] [C sagte], [I die Straße sei geschlossen].",
    "[S Rutte] [C hat] gestern [C bestätigt], [I dass Truppen gekommen seien].",
    "[S Rutte] [C geht] [C davon] [C aus{PTKVZ}], [I dass Truppen gekommen seien].",
    "[C Wie] [S die Polizei] [C mitteilte], [I wurde die Straße geschlossen].",
    "[I Die Straße wurde geschlossen], [C wie] [S die Polizei] [C mitteilte].",
    # the frame behind and inside
    "[I Die Straße sei geschlossen], [C sagte] [S Merkel].",
    "[I Die Straße], [C sagte] [S Merkel], [I sei geschlossen].",
    "[I In zehn Jahren], [C so] [C schätzen] [S die Forscher], [I soll die Straße geschlossen werden{VAINF}].",
    "[I Die Straße werde geschlossen], [C so] [S der Minister].",
    # sources
    "[C Laut] [S Polizei] [I wurden zwei Menschen verletzt].",
    "[I Zwei Menschen wurden] [C laut] [S Polizei] [I verletzt].",
    "[C Nach] [S Angaben der Polizei] [I wurden zwei Menschen verletzt].",
    "[S Medienberichten] [C zufolge] [I wurden zwei Menschen verletzt].",
    # direct
    "[S Merkel] [C sagte]: [D „Die Lage ist ernst.“]",
    "[D „Die Lage ist ernst“], [C sagte] [S Merkel].",
    "[D „Die Lage ist ernst!“], [C so] [S Merkel].",
    "[D »Die Lage ist ernst«], [C sagte] [S Merkel].",
    '[D "Die Lage ist ernst"], [C sagte] [S Merkel].',
    "[D “Die Lage ist ernst”], [C sagte] [S Merkel].",
    "[D „Die Lage ist ernst“], [C sagte] [S Merkel]. [D „Wir müssten sehr bald handeln.“]",
    "[R [S Merkel] nannte die Lage [D „sehr ernst“].]",
    "[S Merkel] [C sagte], [I die Lage sei [D „sehr ernst“]].",
    # free indirect runs
    "[S Merkel] [C sagte], [I die Lage sei ernst]. [F Man müsse bald handeln. Es gebe{VVFIN} keine Zeit.]",
    "[S Merkel] [C sagte], [I die Lage sei ernst]. Gestern kam Rutte.",
    "[C Laut] [S Polizei] [I wurden zwei Menschen verletzt]. [H Der Fahrer soll krank gekommen sein.]",
    # nouns that report
    "Gestern kam [C Warnung] [S der Polizei], [I dass die Straße geschlossen werde].",
    "Es gab die [C Behauptung], [I die Straße sei geschlossen].",
    # a relative clause inside the content does not end it
    "[S Merkel] [C sagte], [I dass die Straße, die{PRELS} gut ist, geschlossen sei].",
    # reported acts
    "[R [S Merkel] kritisierte die Entscheidung der Regierung.]",
    "[R [S Die Polizei] sprach von einer schweren Lage.]",
    "[R [S Merkel] lehnte den Antrag ab{PTKVZ}.]",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_marked_sentence(marked: str) -> None:
    with_tags, _ = read_marks(marked)
    _, expected = read_marks(re.sub(r"\{\w+\}", "", marked))
    _, found, _ = found_in(tagged(with_tags, PEOPLE))
    for letter in "DIFHR":
        assert found.get(letter, []) == expected.get(letter, []), letter
    assert set(found.get("S", [])) == set(expected.get("S", []))
    if "C" in expected:
        assert found["C"] == expected["C"]


NO_QUOTES = [
    "Der Film „Das Boot“ begann gestern.",
    "Die Fähre „Estonia“ fuhr gestern nach Bonn.",
    "Gestern fuhr Merkel nach Bonn, weil es dort gut ist.",
    "Der Zug findet nicht statt{PTKVZ}.",
    "Nach der Wahl fuhr Merkel nach Bonn.",
    "Danach fuhr Merkel nach Bonn.",
    'Ein 17 Zoll" großes Gerät gab es nicht.',
]


@pytest.mark.parametrize("text", NO_QUOTES)
def test_nothing_is_quoted(text: str) -> None:
    drafts, _, _ = found_in(tagged(text, PEOPLE))
    assert drafts == []


def test_interrupted_subject_keeps_its_apposition() -> None:
    text = "Peter Meier, der Sprecher der Polizei, sagte gestern, die Straße sei geschlossen."
    _, found, names = found_in(tagged(text, PEOPLE))
    assert found["S"] == ["Peter Meier, der Sprecher der Polizei"]
    assert found["I"] == ["die Straße sei geschlossen"]
    assert names == ["Peter Meier"]


def test_long_attributes_and_dashes_inside_the_subject() -> None:
    text = "Das von Rutte geführte{ADJA} Lager der Länder – Bonn, Köln und Trier – sagte, die Lage sei ernst."
    _, found, _ = found_in(tagged(text, PEOPLE))
    assert found["S"] == ["Das von Rutte geführte Lager der Länder"]


def test_pronoun_is_the_last_speaker_of_its_gender() -> None:
    text = "Merkel sagte, die Lage sei ernst. Sie erklärte, man müsse handeln{VVINF}."
    _, _, names = found_in(tagged(text, PEOPLE))
    assert names == ["Merkel", "Merkel"]


def test_pronoun_of_another_gender_is_not_guessed() -> None:
    text = "Merkel sagte, die Lage sei ernst. Er erklärte, man müsse handeln{VVINF}."
    _, _, names = found_in(tagged(text, {"Merkel": ("PER", "f")}))
    assert names == ["Merkel", None]


def test_who_is_only_spoken_of_does_not_go_on_speaking() -> None:
    text = "Meier habe{VAFIN} gestern gehandelt{VVPP}, sagte Rutte. Die Lage, fügte{VVFIN} er hinzu{PTKVZ}, sei ernst."
    people = {"Meier": ("PER", "m"), "Rutte": ("PER", "m")}
    _, _, names = found_in(tagged(text, people))
    assert names == ["Rutte", "Rutte"]


def test_second_verb_has_the_subject_of_the_first() -> None:
    text = "Angesprochen{NN} auf Bilder, widersprach{VVFIN} dem Rutte jedoch nicht und erklärte, die Lage sei ernst."
    _, _, names = found_in(tagged(text, {"Rutte": ("PER", "m")}))
    assert names == ["Rutte"]


def test_a_clause_that_begins_with_its_verb_has_the_subject_before_it() -> None:
    text = "Rutte nannte die Lage schwierig, sagte aber: „Wir müssen handeln und kommen.“"
    _, _, names = found_in(tagged(text, PEOPLE))
    assert names[-1] == "Rutte"


@pytest.mark.parametrize("text", ["Kurzum{NN}: „Wir müssen handeln.“", "Die Enge war schwierig: „Wir müssen handeln.“"])
def test_what_cannot_speak_before_a_colon_is_no_speaker(text: str) -> None:
    drafts, _, names = found_in(tagged(text, PEOPLE))
    assert [d.rule for d in drafts] == ["direct/colon"]
    assert names == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Es gibt Regeln, wie sie{PPER} die Stadt gestern beschlossen{VVPP} hat, laut{ADJD}.",
        "Die Grünen stehen zur Lage - und fordern{VVFIN} sehr hohe Steuern.",
    ],
)
def test_no_frame_behind(text: str) -> None:
    drafts, _, _ = found_in(tagged(text))
    assert [d for d in drafts if d.kind == "indirect"] == []


def test_content_ends_before_another_frame_and_a_colon() -> None:
    text = "[S Merkel] [C sagte], [I dass die Straße geschlossen sei], wie die Polizei mitteilte."
    plain, marks = read_marks(text)
    assert marks["I"][0] in found_in(tagged(plain, PEOPLE))[1]["I"]
    text = "Merkel sagte, dass die Straße geschlossen werde: Man könne gestern handeln."
    assert found_in(tagged(text, PEOPLE))[1]["I"][0] == "dass die Straße geschlossen werde"


def test_thus_needs_a_speaker_in_the_sentence_before() -> None:
    far = "Merkel sagte, die Lage sei ernst. Es ist gut. Dort ist es kalt. Demnach wurden die Straßen geschlossen."
    assert found_in(tagged(far, PEOPLE))[2][-1] is None
    near = "Merkel sagte, die Lage sei ernst. Demnach wurden die Straßen geschlossen."
    assert found_in(tagged(near, PEOPLE))[2][-1] == "Merkel"


def test_words_in_marks_beside_another_person_are_not_given_to_the_last_speaker() -> None:
    people = {"Rutte": ("PER", "m"), "Meier": ("PER", "m")}
    text = "Rutte sagte, es sei ernst. Für Meier ist die Lage „ein zahnloser Tiger“ gestern."
    view = view_of(tagged(text, people))
    judged = Draft("direct", [(view.low.index("„"), view.low.index("“") + 1)], rule="direct/judged", speaker_of="last")
    drafts = [*find_drafts(view, rules_only), judged]
    speakers = Speakers(view, items.read(view.doc, items.NAMES), drafts)
    assert [speakers.resolve(draft).name for draft in drafts] == ["Rutte", None]


def test_title_of_a_work_behind_a_colon_is_no_quotation() -> None:
    drafts, _, _ = found_in(tagged("Dort läuft{VVFIN} etwas: „Der aufhaltsame{ADJA} Aufstieg“ von gestern."))
    assert drafts == []


def test_words_of_a_source_are_no_part_of_its_phrase() -> None:
    text = "Die Ministerien müssen{VMFIN} [C laut] [S Rutte] [I an Einsparungen kommen]."
    plain, marks = read_marks(text)
    _, found, _ = found_in(tagged(plain, PEOPLE))
    assert found["S"] == marks["S"]
    assert found["I"][-1] == "an Einsparungen kommen"


def test_pronoun_takes_no_apposition() -> None:
    text = "Rutte sagte, es sei ernst. „Wir müssen sehr bald handeln“, erklärte er, „das ist sehr klar“."
    assert set(found_in(tagged(text, PEOPLE))[2]) == {"Rutte"}


def test_what_that_means_is_no_speech() -> None:
    assert found_in(tagged("Für die Länder heißt das: Die Straßen sind geschlossen."))[0] == []


def test_noun_phrase_stays_as_printed() -> None:
    text = "Ein hochrangiger{ADJA} russischer{ADJA} Beamter sagte, die Lage sei ernst."
    _, _, names = found_in(tagged(text))
    assert names == ["Ein hochrangiger russischer Beamter"]


def test_owner_of_a_noun_does_not_speak() -> None:
    doc = tagged("„Er wurde dort nicht gut behandelt“, sagte Merkels Mutter.", {"Merkels": ("PER", "f")})
    named = items.read(doc, items.NAMES)
    named[0]["name"] = "Angela Merkel"
    items.write(doc, items.NAMES, named)
    _, _, names = found_in(doc)
    assert names == ["Merkels Mutter"]


def test_frame_behind_wins_over_a_colon_that_only_tells() -> None:
    _, _, names = found_in(tagged("Die Lage ist gut: „Wir müssten bald handeln“, sagte Merkel.", PEOPLE))
    assert names == ["Merkel"]


def test_impersonal_passive_has_no_speaker() -> None:
    _, found, names = found_in(tagged("Es wurde mitgeteilt, dass die Lage ernst sei."))
    assert found["I"] == ["dass die Lage ernst sei"]
    assert names == [None]


def test_block_after_a_colon_needs_no_marks() -> None:
    text = "Gestern sagte Merkel:\nDie Lage ist ernst. Wir müssten bald handeln{VVINF}.\nDann kam Rutte."
    drafts, found, names = found_in(tagged(text, PEOPLE))
    assert found["D"] == ["Die Lage ist ernst. Wir müssten bald handeln."]
    assert drafts[0].rule == "direct/block"
    assert names == ["Merkel"]


def test_lost_opening_mark() -> None:
    text = "Rutte kam gestern nach Bonn.\nDie Lage ist sehr ernst“, sagte Merkel.\nDann kam er."
    _, found, names = found_in(tagged(text, PEOPLE))
    assert found["D"] == ["Die Lage ist sehr ernst“"]
    assert names == ["Merkel"]


def test_boilerplate_is_skipped() -> None:
    doc = tagged("Merkel sagte, die Lage sei ernst.", PEOPLE)
    doc.user_data[items.ARTICLE] = {"published": None, "title": None, "blocks": [(0, len(doc.text), "boilerplate")]}
    assert items.read(find_quotes(doc), items.QUOTES) == []


def test_items_hold_offsets_of_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotes_judge, "_weights", dict)
    text = "Merkel sagte, die Lage sei „sehr ernst“."
    first, second = items.read(find_quotes(tagged(text, PEOPLE)), items.QUOTES)
    assert text[slice(*first["content"][0])] == "die Lage sei „sehr ernst“"
    assert text[slice(*second["content"][0])] == "„sehr ernst“"
    assert [text[slice(*s)] for s in first["frame"]] == ["Merkel sagte,"]
    assert second["speaker_name"] == "Merkel"
    assert second["rule"] == "direct/inside"


_PIECES = st.sampled_from(
    ["„", "“", '"', "»", "«", "‚", "'", ", ", ": ", ". ", "\n", "\n\n", " sagte ", " er ", " sei ",
     "dass ", "Merkel ", "laut ",
     "so ", " – ", "(", ")", " zufolge", "Angaben ", " nach ", "wie ",
     " mitteilte", "zu ", " soll ", "\u00a0", "ß", "\U0001f600",
     "hieß es ", "der ", "und ", "die Lage ", "mit", "3. Mai "]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join))
def test_any_text_gives_offsets_inside_it(text: str) -> None:
    doc = tagged(text, PEOPLE) if "{" not in text else German()(text)
    for quote in items.read(find_quotes(doc), items.QUOTES):
        spans = [*quote["content"], *quote["speaker"], *quote["cue"], *quote["frame"], *quote["addressee"]]
        assert quote["content"]
        assert all(0 <= start < end <= len(text) for start, end in spans)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_text_without_tags_never_fails(text: str) -> None:
    find_quotes(German()(text))
