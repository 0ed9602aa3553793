"""Spans of time: rules, deadlines and lengths are told, ages and narration are not."""

from __future__ import annotations

import pytest
from test_quantities import _doc, _found

STAY = "Alle/PIAT/det/1 Reisenden/NN/nsubj/5 {}/VMFIN/aux/5"


@pytest.mark.parametrize(
    ("parse", "what"),
    [
        (
            STAY.format("sollen~sollen") + " sieben/CARD/nummod/4 Tage/NN/obl/5 zuhause/ADV/advmod/6 "
            "bleiben~bleiben/VVINF/ROOT/6",
            "Dauer (zuhause bleiben)",
        ),
        (
            "Der/ART/det/1 Test/NN/nsubj/8 muss~müssen/VMFIN/aux/8 drei/CARD/nummod/4 Tage/NN/obl/8 vor/APPR/case/7 "
            "der/ART/det/7 Abreise/NN/nmod/4 erfolgen~erfolgen/VVINF/ROOT/8",
            "Frist vor der Abreise",
        ),
        (
            "Sie/PPER/nsubj/1 fordert~auffordern/VVFIN/ROOT/1 auf/PTKVZ/compound:prt/1 _,/$,/punct/7 "
            "drei/CARD/nummod/5 Tage/NN/obl/7 zu/PTKZU/mark/7 warten~warten/VVINF/xcomp/1",
            "Wartezeit",
        ),
        (
            "Die/ART/det/1 Auswertung/NN/nsubj/2 dauert~dauern/VVFIN/ROOT/2 sieben/CARD/nummod/4 Tage/NN/obl/2",
            "Dauer (Auswertung)",
        ),
        (
            "Ihre/PPOSAT/det/1 Geltungsdauer/NN/nsubj/5 soll/VMFIN/aux/5 vier/CARD/nummod/4 Wochen/NN/obj/5 "
            "betragen~betragen/VVINF/ROOT/5",
            "Geltungsdauer",
        ),
        (
            "Räume/NN/nsubj/4 müssen~müssen/VMFIN/aux/4 alle/PIAT/det/3 zwanzig/CARD/nummod/4 Minuten/NN/obl/5 "
            "gelüftet~lüften/VVPP/ROOT/5 werden/VAINF/aux/5",
            "Abstand (lüften)",
        ),
        (
            "Alles/PIS/nsubj/7 muss~müssen/VMFIN/aux/7 sechs/CARD/nummod/3 Tage/NN/obl/7 vor/APPR/case/6 der/ART/det/6 "
            "Wahl^Number=Sing|Gender=Fem/NN/nmod/3 gelöst~lösen/VVPP/ROOT/7 sein/VAINF/aux/7",
            "Frist vor der Wahl",
        ),
        (
            "Es~es/PPER/nsubj/1 dauerte~dauern/VVFIN/ROOT/1 fünf/CARD/nummod/3 Wochen/NN/obl/1 bis/KOUS/mark/7 "
            "das/ART/det/6 Ergebnis/NN/nsubj/7 feststand~feststehen/VVFIN/advcl/1 _./$./punct/1",
            "Dauer (bis das Ergebnis feststand)",
        ),
        ("Test/NN/ROOT/0 nicht/PTKNEG/advmod/0 älter/ADJD/advmod/0 als/KOKOM/case/5 72/CARD/nummod/5 Stunden/NN/nmod/0",
         "Höchstalter"),
    ],
)  # fmt: skip
def test_a_term_has_a_name(parse: str, what: str) -> None:
    (found,) = _found(_doc(parse))
    assert found["what"] == what


@pytest.mark.parametrize(
    "parse",
    [
        STAY.format("sollen~sollen") + " vor/APPR/case/5 drei/CARD/nummod/5 Tagen/NN/obl/6 abreisen/VVINF/ROOT/6",
        STAY.format("sollen~sollen") + " drei/CARD/nummod/4 Tage/NN/obl/6 später/ADJD/advmod/6 abreisen/VVINF/ROOT/6",
        "Kinder/NN/nsubj/5 bis/APPR/case/3 14/CARD/nummod/3 Jahre/NN/nmod/0 dürfen~dürfen/VMFIN/aux/5 "
        "mitspielen/VVINF/ROOT/5",
        "Er/PPER/nsubj/4 muss~müssen/VMFIN/aux/4 drei/CARD/nummod/3 Tage/NN/obl/4 arbeiten/VVINF/ROOT/4",
        "Der/ART/det/1 Fall/NN/nsubj/4 soll~sollen/VMFIN/aux/4 zwei/CARD/nummod/4 Tage/NN/obl/6 "
        "gedauert~andern/VVPP/ROOT/6 haben/VAINF/aux/5",
        "Sie/PPER/nsubj/1 fuhren/VVFIN/ROOT/1 drei/CARD/nummod/3 Tage/NN/obl/1 durch/APPR/case/5 Peru/NE/obl/1",
    ],
)  # fmt: skip
def test_narration_and_ages_are_no_terms(parse: str) -> None:
    assert _found(_doc(parse)) == []
