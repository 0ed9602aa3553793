"""Quantities on hand-made parses: what is counted, unit, bound, status, holder, date; never a trained model."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from briefing.analyse import items
from briefing.analyse.quantities import find_quantities

VOCAB = spacy.blank("de").vocab


def _doc(parse: str, *, published: str | None = None) -> Doc:
    """A document from `word/TAG/dep/head` (head counts from the sentence's first word); `word~lemma` gives a lemma,
    `word^Case=Dat|Number=Plur` features.

    Sentences stand on lines of their own. A leading `_` glues a word to the one before.
    """
    words, spaces, tags, deps, heads, lemmas, morphs = [], [], [], [], [], [], []
    for line in parse.strip().splitlines():
        base = len(words)
        for cell in line.split():
            form, tag, dep, head = cell.rsplit("/", 3)
            glued = form.startswith("_")
            plain, _, features = form.removeprefix("_").partition("^")
            word, _, lemma = plain.partition("~")
            if glued and spaces:
                spaces[-1] = False
            words.append(word)
            spaces.append(True)
            tags.append(tag)
            deps.append(dep)
            heads.append(base + int(head))
            lemmas.append(lemma or word)
            morphs.append(features)
    doc = Doc(VOCAB, words=words, spaces=spaces, tags=tags, deps=deps, heads=heads, lemmas=lemmas, morphs=morphs)
    doc.user_data[items.ARTICLE] = {"published": published, "title": None, "blocks": [(0, len(doc.text), "body")]}
    items.write(doc, items.NAMES, [])
    items.write(doc, items.QUOTES, [])
    items.write(doc, items.DATES, [])
    return doc


def _name(start: int, end: int, label: str, name: str) -> dict[str, Any]:
    return {
        "start": start, "end": end, "label": label, "name": name, "role": None, "acts": False, "gender": "",
        "number": "s", "rule": "x",
    }  # fmt: skip


def _flat(text: str) -> Doc:
    """A document without a parse: one sentence, no tags."""
    blank = spacy.blank("de")
    blank.add_pipe("sentencizer")
    return blank(text)


def _found(doc: Doc) -> list[dict[str, Any]]:
    return items.read(find_quantities(doc), items.QUANTITIES)


def _one(doc: Doc) -> dict[str, Any]:
    (found,) = _found(doc)
    return found


ARRIVED = """
mindestens/ADV/advmod/1 1.500/CARD/nummod/3 nordkoreanische~nordkoreanisch/ADJA/amod/3 Soldaten~Soldat/NN/nsubj/4 \
trafen~treffen/VVFIN/ROOT/4 ein/PTKVZ/compound:prt/4
"""


def test_span_covers_bound_number_and_noun() -> None:
    doc = _doc(ARRIVED, published="2024-10-28")
    item = _one(doc)
    assert doc.text[item["start"] : item["end"]] == "mindestens 1.500 nordkoreanische Soldaten"
    assert (item["low"], item["high"], item["bound"]) == ("1500", None, "at least")
    assert (item["head"], item["modifiers"], item["events"]) == ("soldat", ["Nordkorea"], ["treffen"])
    assert item["counted"] is not None
    assert doc.text[slice(*item["counted"])] == "nordkoreanische Soldaten"
    assert item["what"] == "nordkoreanische Soldaten"
    assert item["as_of"] == "2024-10-28"


def test_killed_or_wounded_are_two_events() -> None:
    doc = _doc(
        "600.000/CARD/nummod/2 russische~russisch/ADJA/amod/2 Soldaten~Soldat/NN/nsubj:pass/4 "
        "seien~sein/VAFIN/aux:pass/4 "
        "getötet~töten/VVPP/ROOT/4 oder/KON/cc/6 verwundet~verwunden/VVPP/conj/4 worden~werden/VAPP/aux:pass/4"
    )
    item = _one(doc)
    assert item["events"] == ["töten", "verwunden"]
    assert item["status"] == "done"


def test_a_relative_clause_tells_the_event_and_a_further_clause_does_not() -> None:
    told = "1000/CARD/nummod/1 Soldaten~Soldat/NN/nsubj/7 ,/$,/punct/6 die/{}/nsubj/6 bald/ADV/advmod/6 "
    rest = "dort/ADV/advmod/6 kämpfen~kämpfen/VVINF/acl/1 kamen~kommen/VVFIN/ROOT/7 an/PTKVZ/compound:prt/7"
    assert _one(_doc(told.format("PRELS") + rest))["events"] == ["kommen", "kämpfen"]
    assert _one(_doc(told.format("ART") + rest))["events"] == ["kommen"]


def test_an_event_governs_over_the_noun() -> None:
    doc = _doc(
        "Pjöngjang/NE/nsubj/4 plant~planen/VVFIN/ROOT/1 etwa/ADV/advmod/3 12.000/CARD/nummod/4 "
        "Soldaten~Soldat/NN/obj/9 "
        "an/APPR/case/6 die/ART/det/6 Front/NN/obl/9 zu/PTKZU/mark/9 schicken~schicken/VVINF/xcomp/1".replace(
            "obj/7", "obj/9"
        )
    )
    item = _one(doc)
    assert (item["bound"], item["status"], item["events"]) == ("about", "planned", ["schicken"])


@pytest.mark.parametrize(
    ("parse", "status"),
    [
        ("500/CARD/nummod/1 Leute/NN/nsubj/3 wurden/VAFIN/aux:pass/3 verletzt~verletzen/VVPP/ROOT/3", "done"),
        ("500/CARD/nummod/1 Leute/NN/nsubj/3 werden/VAFIN/aux/3 kommen/VVINF/ROOT/3", "expected"),
        ("500/CARD/nummod/1 Leute/NN/nsubj/3 könnten/VMFIN/aux/3 kommen/VVINF/ROOT/3", "expected"),
        ("500/CARD/nummod/1 Leute/NN/nsubj/3 sollen/VMFIN/aux/3 kommen/VVINF/ROOT/3", "planned"),
        (
            "500/CARD/nummod/1 Leute/NN/nsubj/3 sollen/VMFIN/aux/3 gekommen~kommen/VVPP/ROOT/3 sein/VAINF/aux/3",
            "reported",
        ),
        ("geschätzt/ADJD/advmod/1 500/CARD/nummod/2 Leute/NN/nsubj/3 kommen/VVFIN/ROOT/3", "estimated"),
        ("500/CARD/nummod/1 Leute/NN/nsubj/2 kamen~kommen/VVFIN/ROOT/2", "reported"),
    ],
)
def test_status_by_the_verb_group(parse: str, status: str) -> None:
    assert _one(_doc(parse))["status"] == status


def test_a_date_beyond_another_number_is_not_its_date() -> None:
    doc = _doc(
        "500/CARD/nummod/1 Leute/NN/nsubj/2 kamen~kommen/VVFIN/ROOT/2 nach/APPR/case/5 300/CARD/nummod/5 "
        "Leuten/NN/obl/2 im/APPRART/case/7 Vorjahr/NN/nmod/5",
        published="2024-10-28",
    )
    start = doc[7].idx
    items.write(doc, items.DATES, [{"start": start, "end": start + 7, "type": "DATE", "value": "2023", "rule": "x"}])
    assert [(item["low"], item["as_of"]) for item in _found(doc)] == [("500", "2024-10-28"), ("300", "2023")]


def test_demnach_takes_the_report_of_the_sentence_before() -> None:
    doc = _doc(
        "Ein/ART/det/1 Bericht~Bericht/NN/nsubj/4 der/ART/det/3 Agentur~Agentur/NN/nmod/1 "
        "erschien~erscheinen/VVFIN/ROOT/4 "
        "_./$./punct/4\n"
        "Demnach/PAV/advmod/3 wurden/VAFIN/aux:pass/3 500/CARD/nummod/3 Leute/NN/nsubj:pass/4 "
        "entsandt~entsenden/VVPP/ROOT/4"
    )
    assert _one(doc)["holder_name"] == "Agentur"


@pytest.mark.parametrize(
    ("parse", "head", "rule"),
    [
        ("40/CARD/nummod/1 Prozent/NN/nsubj/4 der/ART/det/3 Befragten~Befragte/NN/nmod/1 "
         "lehnten~ablehnen/VVFIN/ROOT/4 "
         "ab/PTKVZ/compound:prt/4", "befragte", "share-of"),
        ("Hilfen~Hilfe/NN/nsubj/4 von/APPR/case/3 5/CARD/nummod/3 Milliarden/NN/nmod/0 "
         "fließen/VVFIN/ROOT/4", "hilfe", "sum-of"),
        ("5/CARD/nummod/1 Euro/NN/nsubj/4 für/APPR/case/3 Kinder~Kind/NN/nmod/1 "
         "fließen/VVFIN/ROOT/4", "kind", "sum-for"),
        ("Der/ART/det/1 Umsatz~Umsatz/NN/nsubj/2 stieg~steigen/VVFIN/ROOT/2 um/APPR/case/5 "
         "5/CARD/nummod/5 Prozent/NN/obl/2",
         "umsatz", "subject"),
        ("Die/ART/det/1 Zahl~Zahl/NN/nsubj/4 der/ART/det/3 Toten~Tote/NN/nmod/1 "
         "stieg~steigen/VVFIN/ROOT/4 auf/APPR/case/6 "
         "45/CARD/obl/4", "tote", "number-of"),
        ("Beamte~Beamter/NN/nsubj/1 litten~leiden/VVFIN/ROOT/1 ,/$,/punct/6 drei/CARD/nsubj/6 von/APPR/case/5 "
         "ihnen/PPER/nmod/3 starben~sterben/VVFIN/conj/1", "beamter", "of-them"),
        ("Millionen/NN/nsubj/4 Schuss~Schuss/NN/nmod/0 Munition~Munition/NN/nmod/1 wurden/VAFIN/aux:pass/4 "
         "geliefert~liefern/VVPP/ROOT/4", "munition", "number+noun"),
    ],
)  # fmt: skip
def test_what_is_counted(parse: str, head: str, rule: str) -> None:
    doc = _doc(parse)
    for token in doc:
        if token.text == "Beamte":
            token.set_morph("Number=Plur")
    item = _one(doc)
    assert (item["head"], item["rule"].split("/")[0]) == (head, rule)


def test_change_is_told_from_level() -> None:
    doc = _doc(
        "Der/ART/det/1 Umsatz/NN/nsubj/2 stieg~steigen/VVFIN/ROOT/2 um/APPR/case/5 3/CARD/nummod/5 Prozent/NN/obl/2 "
        "auf/APPR/case/8 12/CARD/nummod/8 Euro/NN/obl/2"
    )
    change, level = _found(doc)
    assert (change["low"], change["unit"], change["change"], change["what"]) == (
        "3",
        "Prozent",
        True,
        "Anstieg (Umsatz)",
    )
    assert (level["low"], level["unit"], level["change"]) == ("12", "Euro", False)


def test_elliptic_number_counts_what_was_counted_before() -> None:
    doc = _doc(
        "500/CARD/nummod/1 Leute~Leute/NN/nsubj/2 kamen~kommen/VVFIN/ROOT/2 _./$./punct/2\n"
        "Später/ADV/advmod/1 waren~sein/VAFIN/ROOT/1 es/PPER/nsubj/1 rund/ADV/advmod/4 700/CARD/xcomp/1"
    )
    assert [(item["low"], item["head"]) for item in _found(doc)] == [("500", "leute"), ("700", "leute")]


def test_bare_sum_shares_the_currency_before() -> None:
    doc = _doc(
        "Sie/PPER/nsubj/1 bekommen/VVFIN/ROOT/1 500/CARD/nummod/4 Milliarden/NN/nummod/4 Euro/NN/obj/1 ,/$,/punct/7 "
        "nicht/PTKNEG/advmod/7 390/CARD/nummod/8 Milliarden/NN/conj/4"
    )
    assert [item["unit"] for item in _found(doc)] == ["Euro", "Euro"]


def test_date_in_the_sentence_is_the_date_of_the_number() -> None:
    doc = _doc(
        "Im/APPRART/case/1 Februar/NN/obl/2 kamen~kommen/VVFIN/ROOT/2 500/CARD/nummod/4 Leute/NN/nsubj/2",
        published="2024-10-28",
    )
    items.write(doc, items.DATES, [{"start": 3, "end": 10, "type": "DATE", "value": "2024-02", "rule": "month"}])
    assert _one(doc)["as_of"] == "2024-02"


def test_places_with_a_preposition() -> None:
    doc = _doc("In/APPR/case/1 Kursk/NE/obl/2 starben~sterben/VVFIN/ROOT/2 500/CARD/nummod/4 Leute/NN/nsubj/2")
    name = _name(3, 8, "LOC", "Kursk")
    items.write(doc, items.NAMES, [name])
    assert _one(doc)["places"] == ["Kursk"]


def test_a_place_whose_name_begins_with_an_adjective() -> None:
    doc = _doc(
        "Am/APPRART/case/2 Roten/ADJA/amod/2 Platz/NN/obl/3 starben~sterben/VVFIN/ROOT/3 500/CARD/nummod/5 "
        "Leute/NN/nsubj/3"
    )
    items.write(doc, items.NAMES, [_name(3, 14, "LOC", "Roter Platz")])
    assert _one(doc)["places"] == ["Roter Platz"]


def test_an_adjective_is_no_place() -> None:
    doc = _doc(
        "In/APPR/case/2 Berliner/ADJA/amod/2 Heimen/NN/obl/3 starben~sterben/VVFIN/ROOT/3 500/CARD/nummod/5 "
        "Leute/NN/nsubj/3"
    )
    items.write(doc, items.NAMES, [_name(3, 11, "LOC", "Berlin")])
    assert _one(doc)["places"] == []


@pytest.mark.parametrize(
    "parse",
    [
        "Die/ART/det/1 57-Jährige/NN/nsubj/2 schwieg/VVFIN/ROOT/2",
        "Seit/APPR/case/1 2022/CARD/obl/2 herrscht/VVFIN/ROOT/2 Krieg/NN/nsubj/2",
        "Der/ART/det/2 3./ADJA/amod/2 Platz/NN/nsubj/3 zählt/VVFIN/ROOT/3",
        "Sie/PPER/nsubj/1 siegten/VVFIN/ROOT/1 3:2/CARD/obj/1",
        "Er/PPER/nsubj/1 kam/VVFIN/ROOT/1 zwei/CARD/nummod/3 Mal/NN/obl/1",
        "Ein/ART/det/1 Haus/NN/nsubj/2 brannte/VVFIN/ROOT/2",
        "Die/ART/det/1 Inzidenz/NN/nsubj/2 gilt/VVFIN/ROOT/2 pro/APPR/case/5 100.000/CARD/nummod/5 Einwohner/NN/obl/2",
    ],
)
def test_no_quantity(parse: str) -> None:
    assert _found(_doc(parse)) == []


def test_numbers_in_names_and_dates_count_nothing() -> None:
    doc = _doc("Gruppe/NN/nsubj/2 47/CARD/nmod/0 tagte/VVFIN/ROOT/2 vor/APPR/case/5 500/CARD/nummod/5 Tagen/NN/obl/2")
    name = _name(0, 9, "ORG", "Gruppe 47")
    items.write(doc, items.NAMES, [name])
    items.write(doc, items.DATES, [{"start": 20, "end": 29, "type": "DURATION", "value": "P500D", "rule": "length"}])
    assert _found(doc) == []


def test_boilerplate_has_no_quantities() -> None:
    doc = _doc("500/CARD/nummod/1 Leute/NN/nsubj/2 kamen/VVFIN/ROOT/2")
    doc.user_data[items.ARTICLE]["blocks"] = [(0, len(doc.text), "boilerplate")]
    assert _found(doc) == []


def test_findings_survive_serialisation() -> None:
    doc = find_quantities(_doc(ARRIVED))
    assert items.read(Doc(VOCAB).from_bytes(doc.to_bytes()), items.QUANTITIES) == items.read(doc, items.QUANTITIES)


@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    doc = _flat(text)
    for item in _found(doc):
        assert 0 <= item["start"] < item["end"] <= len(doc.text)
        assert item["counted"] is None or doc.text[slice(*item["counted"])]


_PIECES = (
    "500 rund Millionen Euro Leute laut Polizei nach Angaben von der ihnen . , Demnach zufolge so aus hervorgeht Zahl "
    "Prozent um auf \n Staats- und in Höhe"
).split(" ")


@given(st.lists(st.sampled_from(_PIECES), max_size=30))
def test_any_mixture_of_words_is_survived(pieces: list[str]) -> None:
    doc = _flat(" ".join(pieces))
    for item in _found(doc):
        assert item["low"] or item["high"]
        assert doc.text[item["start"] : item["end"]].strip()


def test_few_with_a_definite_article_are_known_not_counted() -> None:
    (found,) = _found(_doc("Die/ART/det/2 drei/CARD/nummod/2 Schwestern/NN/nsubj/3 sangen/VVFIN/ROOT/3"))
    assert (found["low"], found["head"], found["rule"]) == ("3", "schwestern", "known")


@pytest.mark.parametrize(
    ("parse", "text"),
    [
        (
            "Es/PPER/expl/1 gab/VVFIN/ROOT/1 94/CARD/nummod/4 bestätigte/VVFIN/conj/1 Fälle^Number=Plur/NN/obj/1",
            "94 bestätigte Fälle",
        ),
        (
            "2206/CARD/nummod/1 Migrantinnen/NN/nsubj/4 und/KON/cc/3 Migranten/NN/conj/1 kamen/VVFIN/ROOT/4",
            "2206 Migrantinnen und Migranten",
        ),
        (
            "nur/ADV/advmod/1 sieben/CARD/nsubj/5 von/APPR/case/4 34/CARD/nummod/4 Zimmern/NN/nmod/1 sind/VAFIN/ROOT/5",
            "nur sieben von 34 Zimmern",
        ),
        (
            "Er/PPER/nsubj/1 bekam/VVFIN/ROOT/1 drei/CARD/nummod/3 Jahre/NN/nmod/4 Haft/NN/obj/1",
            "drei Jahre Haft",
        ),
    ],
)
def test_the_span_covers_all_that_is_counted(parse: str, text: str) -> None:
    doc = _doc(parse)
    first = _found(doc)[0]
    assert doc.text[first["start"] : first["end"]] == text
