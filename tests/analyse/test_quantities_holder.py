"""Who tells a number where the sentence itself hardly says so: pronouns, reports that run on, figures that show."""

from __future__ import annotations

import pytest
from test_quantities import _doc, _found, _name, _one

from briefing.analyse import items

EXPECT = (
    "Die/ART/det/1 Institute~Institut^Number=Plur/NN/nsubj/2 erwarten~erwarten/VVFIN/ROOT/2 ein/ART/det/4 "
    "Plus/NN/obj/2 von/APPR/case/7 3/CARD/nummod/7 Prozent/NN/nmod/4 _./$./punct/2\n"
)
GREW = (
    "Der/ART/det/1 Umsatz/NN/nsubj/6 {}/VMFIN/aux/6 um/APPR/case/5 4/CARD/nummod/5 Prozent/NN/obl/6 "
    "wachsen/VVINF/ROOT/6 _./$./punct/6"
)
FELL = "um/APPR/case/{0} 5/CARD/nummod/{0} Prozent/NN/obl/{1}"


@pytest.mark.parametrize(
    ("parse", "holder"),
    [
        (EXPECT + GREW.format("dürfte"), "Institute"),
        (EXPECT + GREW.format("werde"), "Institute"),
        (EXPECT + GREW.format("konnte"), None),
        (
            EXPECT + "Dann/ADV/advmod/1 könnten/VMFIN/ROOT/1 3/CARD/nummod/3 Prozent/NN/obl/1 beziehungsweise/KON/cc/6 "
            "2/CARD/nummod/6 Prozent/NN/conj/3 folgen/VVINF/xcomp/1",
            "Institute",
        ),
        (
            "Eine/ART/det/1 Umfrage/NN/nsubj/4 von/APPR/case/3 FUR/NE/nmod/1 liegt/VVFIN/ROOT/4 "
            "vor/PTKVZ/compound:prt/4 _:/$./punct/4 Es/PPER/expl/8 wollen/VMFIN/conj/4 demnach/PAV/advmod/8 "
            "40/CARD/nummod/11 Prozent/NN/nsubj/12 reisen/VVINF/xcomp/8",
            "Umfrage",
        ),
        (
            EXPECT + "Nach/APPR/case/2 5/CARD/nummod/2 Prozent/NN/obl/4 dürfte/VMFIN/aux/4 "
            "sinken~sinken/VVINF/ROOT/4 die/ART/det/6 Quote/NN/nsubj/4",
            None,
        ),
        (
            "Die/ART/det/1 Gutachter~Gutachter^Number=Plur/NN/nsubj/2 irrten~irren/VVFIN/ROOT/2 _./$./punct/2\n"
            "Sie/PPER/nsubj/1 erwarten^Number=Plur/VVFIN/ROOT/1 3/CARD/nummod/3 Prozent/NN/obj/1",
            "Gutachter",
        ),
        (
            "Die/ART/det/1 Preise~Preis^Number=Plur/NN/nsubj/2 steigen~steigen/VVFIN/ROOT/2 _./$./punct/2\n"
            "Sie/PPER/nsubj/1 erwarten^Number=Plur/VVFIN/ROOT/1 3/CARD/nummod/3 Prozent/NN/obj/1",
            None,
        ),
        (
            "Glaubt/VVFIN/advcl/8 man/PIS/nsubj/0 den/ART/det/3 Forschern~Forscher^Number=Plur|Case=Dat/NN/obj/0 "
            "_,/$,/punct/8 wird/VAFIN/aux/8 es/PPER/nsubj/8 3/CARD/nummod/8 Prozent/NN/ROOT/8",
            "Forscher",
        ),
        (
            "Die/ART/det/1 Zahlen~Zahl^Number=Plur/NN/nsubj/4 aus/APPR/case/3 Wuhan/NE/nmod/1 "
            "zeigen~zeigen/VVFIN/ROOT/4 ein/ART/det/6 Plus/NN/obj/4 von/APPR/case/9 3/CARD/nummod/9 Prozent/NN/nmod/6",
            "Wuhan",
        ),
        (
            "Die/ART/det/1 Firma/NN/nsubj/2 senkt~senken/VVFIN/ROOT/2 ihre/PPOSAT/det/4 Prognose/NN/obj/2 "
            "um/APPR/case/7 3/CARD/nummod/7 Prozent/NN/obl/2",
            "Firma",
        ),
        (
            "Die/ART/det/1 Firma/NN/nsubj/2 senkt~senken/VVFIN/ROOT/2 ihre/PPOSAT/det/4 Preise/NN/obj/2 "
            "um/APPR/case/7 3/CARD/nummod/7 Prozent/NN/obl/2",
            None,
        ),
        (
            "Wie/KOKOM/mark/8 aus/APPR/case/7 einer/ART/det/7 im/APPRART/case/5 Blatt/NN/nmod/5 Nature/NE/obl/6 "
            "veröffentlichten/ADJA/amod/7 Studie/NN/obl/8 hervorgeht/VVFIN/ROOT/8 _,/$,/punct/8 gab/VVFIN/conj/8 "
            "es/PPER/expl/10 3/CARD/nummod/13 Fälle/NN/obj/10",
            "Studie",
        ),
        (
            "So/ADV/advmod/1 sanken~sinken/VVFIN/ROOT/1 die/ART/det/3 Emissionen/NN/nsubj/1 den/ART/det/5 "
            "Forschern~Forscher/NN/obl/1 zufolge/APPO/case/5 um/APPR/case/9 5/CARD/nummod/9 Prozent/NN/obl/1",
            "Forscher",
        ),
        (
            "Die/ART/det/1 Forscherinnen/NN/nsubj/4 und/KON/cc/3 Forscher/NN/conj/1 erwarten/VVFIN/ROOT/4 "
            "5/CARD/nummod/6 Prozent/NN/obj/4",
            "Forscherinnen und Forscher",
        ),
        (
            "Die/ART/det/1 Schulen/NN/nsubj/2 gehen~gehen/VVFIN/ROOT/2 bei/APPR/case/5 50/CARD/nummod/5 "
            "Fällen/NN/obl/2 in/APPR/case/7 Quarantäne/NN/obl/2",
            None,
        ),
    ],
)
def test_who_tells_the_last_number(parse: str, holder: str | None) -> None:
    assert _found(_doc(parse))[-1]["holder_name"] == holder


@pytest.mark.parametrize(
    ("parse", "holder"),
    [
        (
            "Die/ART/det/1 Autorin/NN/nsubj/6 hat/VAFIN/aux/6 mit/APPR/case/5 300/CARD/nummod/5 Ärzten/NN/obl/6 "
            "gesprochen~sprechen/VVPP/ROOT/6",
            None,
        ),
        (
            "Die/ART/det/1 Quote/NN/nsubj/2 sinkt/VVFIN/ROOT/2 und/KON/cc/7 waren/VAFIN/aux/7 300/CARD/nummod/6 "
            "Menschen/NN/obl/7 gemeldet~melden/VVPP/conj/2",
            None,
        ),
        (
            "München/NE/nsubj/1 meldet~melden/VVFIN/ROOT/1 300/CARD/nummod/3 Fälle/NN/obj/1",
            None,
        ),
        (
            "Eine/ART/det/1 Gruppe/NN/nsubj/5 von/APPR/case/4 300/CARD/nummod/4 Ärzten/NN/nmod/1 "
            "berichtet~berichten/VVFIN/ROOT/5",
            None,
        ),
        (
            'die/ART/det/1 Gruppe/NN/dep/5 "/$(/punct/3 Durchgezählt/NE/appos/1 _"/$(/punct/3 '
            "taxierte~taxieren/VVFIN/ROOT/5 die/ART/det/7 Masse~Masse/NN/nsubj/5 auf/APPR/case/10 300/CARD/nummod/10 "
            "Menschen/NN/obl/5",
            "Durchgezählt",
        ),
        (
            "Die/ART/det/1 Polizei/NN/nsubj/2 meldete~melden/VVFIN/ROOT/2 Ruhe/NN/obj/2 •/$(/punct/2 "
            "Höchstens/ADV/advmod/6 300/CARD/nummod/7 Menschen/NN/obj/2 kamen/VVFIN/conj/2",
            None,
        ),
    ],
)
def test_who_only_seems_to_tell(parse: str, holder: str | None) -> None:
    doc = _doc(parse)
    if doc[0].text == "München":
        items.write(doc, items.NAMES, [_name(0, 7, "LOC", "München")])
    assert _found(doc)[-1]["holder_name"] == holder


def test_own_accounts_are_those_of_the_subject() -> None:
    doc = _doc(
        "Moderna/NE/nsubj/1 lieferte/VVFIN/ROOT/1 nach/APPR/case/4 eigenen~eigen/ADJA/amod/4 "
        "Angaben~Angabe^Number=Plur/NN/obl/1 300/CARD/nummod/6 Dosen/NN/obj/1"
    )
    items.write(doc, items.NAMES, [_name(0, 7, "ORG", "Moderna")])
    assert _found(doc)[0]["holder_name"] == "Moderna"


@pytest.mark.parametrize(
    ("parse", "holder"),
    [
        (
            "Ihrer/PPOSAT/det/1 Analyse/NN/obl/5 zufolge/APPO/case/1 fehlen/VVFIN/ROOT/3 300/CARD/nummod/5 "
            "Betten/NN/nsubj/3",
            None,
        ),
        (
            "Nach/APPR/case/1 Auswertung/NN/obl/7 von/APPR/case/4 99/CARD/nummod/4 Prozent/NN/nmod/1 der/ART/det/6 "
            "Zettel/NN/nmod/4 fehlen/VVFIN/ROOT/7 300/CARD/nummod/9 Betten/NN/nsubj/7",
            None,
        ),
        (
            "Wie/KOUS/mark/4 aus/APPR/case/3 dem/ART/det/3 Dokument/NN/obl/4 hervorgeht/VVFIN/advcl/5 "
            "fehlen/VVFIN/ROOT/5 300/CARD/nummod/7 Betten/NN/nsubj/5 _./$./punct/5\n"
            "Weitere/ADJA/amod/2 650/CARD/nummod/2 Betten/NN/nsubj/4 sind/VAFIN/aux/4 vorgesehen/VVPP/ROOT/4",
            "Dokument",
        ),
    ],
)
def test_what_is_no_source_and_what_is_one_still(parse: str, holder: str | None) -> None:
    assert _found(_doc(parse))[-1]["holder_name"] == holder


def test_reported_speech_goes_on_in_the_clause_above() -> None:
    doc = _doc(
        "Das/ART/det/1 Institut/NN/nsubj/2 warnt/VVFIN/ROOT/2 vor/APPR/case/4 Mutationen/NN/obl/2 _./$./punct/2\n"
        "Inzwischen/ADV/advmod/3 habe/VAFIN/aux/3 man/PIS/nsubj/3 beobachtet/VVPP/ROOT/3 _,/$,/punct/7 "
        "dass/KOUS/mark/8 500/CARD/nummod/7 Menschen/NN/nsubj/8 erkrankten/VVFIN/ccomp/3"
    )
    quote = {
        "kind": "indirect", "content": [[19, 33]], "speaker": [[0, 12]], "speaker_name": "Institut", "cue": [],
        "frame": [], "addressee": [], "rule": "x",
    }  # fmt: skip
    items.write(doc, items.QUOTES, [quote])
    assert _found(doc)[0]["holder_name"] == "Institut"


@pytest.mark.parametrize(
    ("parse", "holder"),
    [
        ("Laut/APPR/case/1 Polizei/NN/obl/2 kamen~kommen/VVFIN/ROOT/2 500/CARD/nummod/4 Leute/NN/nsubj/2", "Polizei"),
        ("Nach/APPR/case/1 Angaben/NN/obl/4 der/ART/det/3 Polizei/NN/nmod/1 kamen~kommen/VVFIN/ROOT/4 "
         "500/CARD/nummod/6 Leute/NN/nsubj/4", "Polizei"),
        ("Nach/APPR/case/1 Polizeiangaben/NN/obl/2 kamen~kommen/VVFIN/ROOT/2 500/CARD/nummod/4 "
         "Leute/NN/nsubj/2", "Polizei"),
        ("Nach/APPR/case/2 ukrainischen/ADJA/amod/2 Angaben/NN/obl/3 kamen~kommen/VVFIN/ROOT/3 500/CARD/nummod/5 "
         "Leute/NN/nsubj/3", "ukrainischen Angaben"),
        ("Der/ART/det/1 Polizei/NN/obl/3 zufolge/APPO/case/1 kamen~kommen/VVFIN/ROOT/3 "
         "500/CARD/nummod/5 Leute/NN/nsubj/3",
         "Polizei"),
        ("Die/ART/det/1 Polizei/NN/nsubj/2 zählte~zählen/VVFIN/ROOT/2 500/CARD/nummod/4 Leute/NN/obj/2", "Polizei"),
        ("Die/ART/det/1 Veranstalter/NN/nsubj/2 sprachen~sprechen/VVFIN/ROOT/2 von/APPR/case/5 500/CARD/nummod/5 "
         "Leuten/NN/obl/2", "Veranstalter"),
        ("Seitens/APPR/case/2 der/ART/det/2 Redner/NN/obl/3 war~sein/VAFIN/ROOT/3 von/APPR/case/6 500/CARD/nummod/6 "
         "Leuten/NN/obl/3 die/ART/det/8 Rede/NN/nsubj/3", "Redner"),
        ("500/CARD/nummod/1 Leute/NN/nsubj/2 kamen~kommen/VVFIN/ROOT/2", None),
        ("Nach/APPR/case/1 Angaben/NN/obl/2 kamen~kommen/VVFIN/ROOT/2 500/CARD/nummod/4 Leute/NN/nsubj/2", None),
    ],
)  # fmt: skip
def test_holder_by_the_frame(parse: str, holder: str | None) -> None:
    doc = _doc(parse)
    item = _one(doc)
    assert item["holder_name"] == holder
    assert (item["holder"] is None) == (holder is None)
    if item["holder"]:
        assert holder is not None
        assert doc.text[slice(*item["holder"])].startswith(holder[:5])


def test_holder_reads_as_a_subject_would() -> None:
    doc = _doc(
        "Laut/APPR/case/3 der/ART/det/3 südkoreanischen/ADJA/amod/3 Agentur~Agentur/NN/obl/4 "
        "kamen~kommen/VVFIN/ROOT/4 500/CARD/nummod/6 Leute/NN/nsubj/4"
    )
    doc[3].set_morph("Gender=Fem|Number=Sing")
    assert _one(doc)["holder_name"] == "südkoreanische Agentur"


def test_who_plans_does_not_tell_the_number() -> None:
    doc = _doc(
        "Pjöngjang/NE/nsubj/1 plant~planen/VVFIN/ROOT/1 ,/$,/punct/6 500/CARD/nummod/4 Leute/NN/obj/6 "
        "zu/PTKZU/mark/6 schicken/VVINF/xcomp/1"
    )
    quote = {
        "kind": "indirect", "content": [[doc[3].idx, len(doc.text.rstrip())]], "speaker": [[0, 9]],
        "speaker_name": "Nordkorea", "speaker_role": None, "cue": [[doc[1].idx, doc[1].idx + 5]], "frame": [],
        "addressee": [], "terms": [], "rule": "x",
    }  # fmt: skip
    items.write(doc, items.QUOTES, [quote])
    assert _one(doc)["holder_name"] is None


@pytest.mark.parametrize(("word", "holder"), [("nicht", None), ("gestern", "Moskau")])
def test_who_does_not_deny_does_not_tell_the_number(word: str, holder: str | None) -> None:
    doc = _doc(
        f"Moskau/NE/nsubj/1 wollte~wollen/VMFIN/ROOT/1 {word}/ADV/advmod/3 dementieren/VVINF/xcomp/1 ,/$,/punct/8 "
        "dass/KOUS/mark/8 500/CARD/nummod/7 Leute/NN/nsubj/8 kamen~kommen/VVFIN/ccomp/3"
    )
    cue = [[token.idx, token.idx + len(token)] for token in (doc[1], doc[3])]
    quote = {
        "kind": "indirect", "content": [[doc[5].idx, len(doc.text.rstrip())]], "speaker": [[0, 6]],
        "speaker_name": "Moskau", "speaker_role": None, "cue": cue, "frame": [],
        "addressee": [], "terms": [], "rule": "x",
    }  # fmt: skip
    items.write(doc, items.QUOTES, [quote])
    assert _one(doc)["holder_name"] == holder


def test_holder_is_the_speaker_of_the_quotation() -> None:
    doc = _doc(
        "Rutte/NE/nsubj/1 behauptet~behaupten/VVFIN/ROOT/1 ,/$,/punct/6 dass/KOUS/mark/6 "
        "500/CARD/nummod/5 Leute/NN/nsubj/6 "
        "kamen~kommen/VVFIN/ccomp/1"
    )
    start = doc[3].idx
    quote = {
        "kind": "indirect", "content": [[start, len(doc.text.rstrip())]], "speaker": [[0, 5]],
        "speaker_name": "Mark Rutte", "speaker_role": None, "cue": [[doc[1].idx, doc[1].idx + 9]], "frame": [],
        "addressee": [], "terms": [], "rule": "x",
    }  # fmt: skip
    items.write(doc, items.QUOTES, [quote])
    item = _one(doc)
    assert (item["holder_name"], item["holder"], item["status"]) == ("Mark Rutte", [0, 5], "claimed")
