"""What numbers count whose noun stands elsewhere: behind an attribute, in another clause, as a pronoun or a verb."""

from __future__ import annotations

import pytest
from test_quantities import _doc, _found


@pytest.mark.parametrize(
    ("parse", "whats"),
    [
        (
            "Das/ART/det/1 Bündnis^Case=Nom|Gender=Neut|Number=Sing/NN/nsubj/2 "
            "gewann~gewinnen^Number=Sing/VVFIN/ROOT/2 mit/APPR/case/4 321/CARD/obl/2 zu/APPR/case/7 "
            "259/CARD/nummod/7 Stimmen~Stimme^Case=Dat|Gender=Fem|Number=Plur/NN/obl/2 _./$./punct/2",
            ["Stimmen (Bündnis)", "Stimmen (Bündnis)"],
        ),
        (
            "Die/ART/det/1 Spieler^Case=Nom|Gender=Masc|Number=Plur/NN/nsubj/2 "
            "kamen~ankommen^Number=Plur/VVFIN/ROOT/2 in/APPR/case/4 siebzehn/CARD/obl/2 von/APPR/case/7 "
            "der/ART/det/7 Firma^Case=Dat|Gender=Fem|Number=Sing/NN/obl/2 "
            "gecharterten~gechartert/ADJA/amod/9 "
            "Flugzeugen~Flugzeug^Case=Dat|Gender=Neut|Number=Plur/NN/nmod/7 an/PTKVZ/compound:prt/2 "
            "_./$./punct/2",
            ["gecharterte Flugzeuge"],
        ),
        (
            "Auf/APPR/case/1 drei/CARD/obl/5 der/ART/det/4 siebzehn/CARD/nummod/4 "
            "Flüge~Flug^Case=Gen|Gender=Masc|Number=Plur/NN/nmod/1 gab~geben^Number=Sing/VVFIN/ROOT/5 "
            "es/PPER/nsubj/5 Fälle~Fall^Case=Acc|Gender=Masc|Number=Plur/NN/obj/5 _./$./punct/5",
            ["Flüge", "Flüge"],
        ),
        (
            "Es/PPER/expl/1 gab~geben^Number=Sing/VVFIN/ROOT/1 308/CARD/nummod/3 "
            "Katastrophen~Katastrophe^Case=Nom|Gender=Fem|Number=Plur/NN/obj/1 _,/$,/punct/6 "
            "77/CARD/nummod/6 Prozent^Case=Nom|Gender=Neut|Number=Plur/NN/appos/3 davon/PAV/advmod/6 "
            "wegen/APPR/case/10 des/ART/det/10 Klimas~Klima^Case=Gen|Gender=Neut|Number=Sing/NN/nmod/6 "
            "_./$./punct/1",
            ["Katastrophen", "Anteil (Katastrophen)"],
        ),
        (
            "76/CARD/nummod/1 Prozent^Case=Nom|Gender=Neut|Number=Plur/NN/ROOT/1 aller/PIS/det/3 "
            "Katastrophen~Katastrophe^Case=Gen|Gender=Fem|Number=Plur/NN/nmod/1 in/APPR/case/6 "
            "den/ART/det/6 Jahren~Jahr^Case=Dat|Gender=Neut|Number=Plur/NN/nmod/1 davor/PAV/advmod/1 "
            "waren~sein^Number=Plur/VAFIN/cop/1 es/PPER/expl/8 _,/$,/punct/13 von/APPR/case/13 "
            "76/CARD/nummod/13 Prozent^Case=Dat|Gender=Neut|Number=Plur/NN/obl/8 aller/PIS/det/15 "
            "Stürme~Sturm^Case=Gen|Gender=Masc|Number=Plur/NN/nmod/13 in/APPR/case/18 den/ART/det/18 "
            "Jahren~Jahr^Case=Dat|Gender=Neut|Number=Plur/NN/nmod/13 davor/PAV/advmod/18 auf/APPR/case/22 "
            "83/CARD/nummod/22 Prozent^Case=Acc|Gender=Neut|Number=Plur/NN/nmod/18 _./$./punct/1",
            ["Anteil aller Katastrophen", "Anteil aller Stürme", "Anteil aller Stürme"],
        ),
        (
            "Die/ART/det/1 Länder~Land^Case=Nom|Gender=Neut|Number=Plur/NN/nsubj/2 "
            "brauchten~brauchen^Number=Plur/VVFIN/ROOT/2 50/CARD/nummod/4 "
            "Milliarden~Milliarde^Case=Acc|Gender=Fem|Number=Plur/NN/nummod/5 "
            "Dollar^Case=Acc|Gender=Masc|Number=Sing/NN/obj/2 _./$./punct/2",
            ["Bedarf"],
        ),
        (
            "Die/ART/det/1 Quote^Case=Nom|Gender=Fem|Number=Sing/NN/nsubj/2 "
            "stieg~ansteigen^Number=Sing/VVFIN/ROOT/2 an/PTKVZ/compound:prt/2 _,/$,/punct/12 "
            "im/APPRART/case/6 Mai/NE/obl/12 ist~sein^Number=Sing/VAFIN/aux/12 sie/PPER/nsubj/12 "
            "um/APPR/case/11 5/CARD/nummod/11 Prozent^Case=Acc|Gender=Neut|Number=Plur/NN/obl/12 "
            "gestiegen~steigen/VVPP/ccomp/2 _./$./punct/2",
            ["Anstieg der Quote"],
        ),
        (
            "Das/PDS/nsubj/3 ist~sein^Number=Sing/VAFIN/cop/3 ein/ART/det/3 "
            "Vermögen^Case=Nom|Gender=Neut|Number=Sing/NN/ROOT/3 _,/$,/punct/10 das/PRELS/nsubj/10 "
            "bisher/ADV/advmod/10 5/CARD/nummod/8 "
            "Milliarden~Milliarde^Case=Nom|Gender=Fem|Number=Plur/NN/nmod/9 Euro/NE/obj/10 "
            "betrug~betragen^Number=Sing/VVFIN/acl/3 _./$./punct/3",
            ["Vermögen"],
        ),
        (
            "Es/PPER/expl/1 blieben~bleiben^Number=Plur/VVFIN/ROOT/1 130/CARD/nummod/3 "
            "Milliarden~Milliarde^Case=Nom|Gender=Fem|Number=Plur/NN/nummod/4 Euro/NE/obj/1 "
            "Schulden~Schuld^Case=Nom|Gender=Masc|Number=Plur/NN/obj/1 _,/$,/punct/10 88/CARD/nummod/8 "
            "Milliarden~Milliarde^Case=Nom|Gender=Fem|Number=Plur/NN/nummod/9 "
            "Euro^Case=Nom|Gender=Masc|Number=Plur/NN/obl/10 weniger/PIS/xcomp/1 als/KOKOM/mark/12 "
            "geplant~planen/VVPP/conj/10 _./$./punct/1",
            ["Schulden", "Rückgang (Schulden)"],
        ),
        (
            "Nur~nur/ADV/advmod/1 130/CARD/nummod/2 "
            "Milliarden~Milliarde^Case=Acc|Gender=Fem|Number=Plur/NN/ROOT/2 _!/$./punct/2\n"
            "Es/PPER/expl/1 blieben~bleiben^Number=Plur/VVFIN/ROOT/1 130/CARD/nummod/3 "
            "Milliarden~Milliarde^Case=Nom|Gender=Fem|Number=Plur/NN/nummod/4 Euro/NE/obj/1 "
            "Schulden~Schuld^Case=Acc|Gender=Masc|Number=Plur/NN/obj/1 _./$./punct/1",
            ["Schulden", "Schulden"],
        ),
        (
            "Jahresumsatz^Case=Nom|Gender=Masc|Number=Sing/NN/ROOT/0 _:/$./punct/4 190/CARD/nummod/3 "
            "Millionen~Million^Case=Nom|Gender=Fem|Number=Plur/NN/nummod/4 Euro/NE/appos/0",
            ["Jahresumsatz"],
        ),
        (
            "Man/PIS/nsubj/1 muss~müssen^Number=Sing/VMFIN/ROOT/1 14/CARD/nummod/3 "
            "Tage~Tag^Case=Acc|Gender=Masc|Number=Plur/NN/obj/1 in/APPR/case/6 strikte~strikt/ADJA/amod/6 "
            "Quarantäne^Case=Acc|Gender=Fem|Number=Sing/NN/nmod/3 _./$./punct/1",
            ["Dauer (Quarantäne)"],
        ),
        (
            "Jeder/PIS/nsubj/1 hat~haben^Number=Sing/VAFIN/ROOT/1 100/CARD/nummod/3 "
            "Dollar^Case=Acc|Gender=Masc|Number=Plur/NN/obj/1 pro/APPR/case/5 "
            "Tag^Case=Nom|Gender=Masc|Number=Sing/NN/nmod/3 für/APPR/case/7 "
            "Essen^Case=Acc|Gender=Neut|Number=Sing/NN/nmod/5 _./$./punct/1",
            ["Geld für Essen pro Tag"],
        ),
        (
            "Im/APPRART/case/1 Vergleich^Case=Dat|Gender=Masc|Number=Sing/NN/obl/15 mit/APPR/case/4 "
            "dem/ART/det/4 Hilfsplan^Case=Dat|Gender=Masc|Number=Sing/NN/nmod/1 der/ART/det/6 EU/NE/nmod/4 "
            "im/APPRART/case/8 Umfang^Case=Dat|Gender=Masc|Number=Sing/NN/nmod/4 von/APPR/case/12 "
            "750/CARD/nummod/11 Milliarden~Milliarde^Case=Nom|Gender=Fem|Number=Plur/NN/nummod/12 "
            "Euro^Case=Dat|Gender=Masc|Number=Plur/NN/nmod/8 ist~sein^Number=Sing/VAFIN/cop/15 "
            "das/ART/det/15 wenig/PIS/ROOT/15 _./$./punct/15",
            ["Hilfsplan der EU"],
        ),
        (
            "Ihm/PPER/obj/1 droht~drohen^Number=Sing/VVFIN/ROOT/1 ein/ART/det/3 "
            "Minus^Case=Nom|Gender=Neut|Number=Sing/NN/nsubj/1 von/APPR/case/5 zehn/CARD/nummod/8 "
            "bis/APPR/case/8 20/CARD/nummod/8 Prozent^Case=Acc|Gender=Neut|Number=Plur/NN/nmod/3 "
            "_./$./punct/1",
            ["Minus"],
        ),
        (
            "Das/PDS/nsubj/4 waren~sein^Number=Plur/VAFIN/cop/4 vor/APPR/case/3 allem/PIS/det/4 "
            "Hilfen~Hilfe^Case=Dat|Gender=Fem|Number=Plur/NN/ROOT/4 _,/$,/punct/9 insgesamt/ADV/advmod/7 "
            "25/CARD/nummod/8 Milliarden~Milliarde^Case=Nom|Gender=Fem|Number=Plur/NN/nmod/9 "
            "Euro^Case=Acc|Gender=Masc|Number=Sing/NN/appos/4 _./$./punct/4",
            ["Hilfen"],
        ),
        (
            "Da~da/ADV/advmod/1 sind~sein^Number=Plur/VAFIN/ROOT/1 die/ART/det/3 "
            "Preise~Preis^Case=Nom|Gender=Masc|Number=Plur/NN/nsubj/1 für/APPR/case/6 die/ART/det/6 "
            "Lebenshaltung^Case=Acc|Gender=Fem|Number=Sing/NN/nmod/3 _,/$,/punct/12 die/PRELS/nsubj/12 "
            "um/APPR/case/11 5/CARD/nummod/11 Prozent^Case=Acc|Gender=Neut|Number=Plur/NN/obl/12 "
            "gestiegen~steigen/VVPP/acl/6 sind~sein^Number=Plur/VAFIN/aux/12 _./$./punct/1",
            ["Anstieg der Preise"],
        ),
    ],
)
def test_a_number_without_a_noun_behind_it(parse: str, whats: list[str]) -> None:
    assert [item["what"] for item in _found(_doc(parse))] == whats


def test_a_bare_sum_takes_the_unit_of_the_same_sum() -> None:
    doc = _doc(
        "Nur/ADV/advmod/1 130/CARD/nummod/2 Milliarden/NN/ROOT/2 _!/$./punct/2\n"
        "Es/PPER/expl/1 blieben~bleiben/VVFIN/ROOT/1 130/CARD/nummod/3 Milliarden/NN/nummod/4 Euro/NN/obj/1 "
        "Schulden^Number=Plur/NN/obj/1"
    )
    assert [item["unit"] for item in _found(doc)] == ["Euro", "Euro"]


def test_storms_that_take_lives_demand_nothing() -> None:
    doc = _doc(
        "Stürme^Number=Plur/NN/nsubj/4 haben/VAFIN/aux/4 410/CARD/nummod/3 Tote^Number=Plur/NN/obj/4 "
        "gefordert~fordern/VVPP/ROOT/4"
    )
    (found,) = _found(doc)
    assert (found["holder_name"], found["status"], found["events"]) == (None, "done", ["kosten"])


def test_a_plan_one_is_compared_with_is_not_the_number() -> None:
    doc = _doc(
        "Der/ART/det/1 Bund/NN/nsubj/7 hat~haben/VAFIN/aux/7 19/CARD/nummod/5 Milliarden/NN/nummod/5 Euro/NN/obj/7 "
        "mehr/PIS/advmod/7 eingenommen~einnehmen/VVPP/ROOT/7 als/KOKOM/mark/9 geplant~planen/VVPP/advcl/7"
    )
    assert _found(doc)[0]["status"] == "done"


def test_that_is_less_of_what_was_told_before() -> None:
    doc = _doc(
        "Es/PPER/expl/1 gab~geben/VVFIN/ROOT/1 780/CARD/nummod/3 Flüge^Number=Plur/NN/obj/1 _,/$,/punct/8 "
        "das/PDS/nsubj/8 waren~sein/VAFIN/cop/8 54/CARD/nummod/8 Prozent/NN/conj/1 weniger/PIS/advmod/8 "
        "als/KOKOM/case/11 2019/CARD/obl/8"
    )
    assert [item["what"] for item in _found(doc)][:2] == ["Flüge", "Rückgang (Flüge)"]


def test_a_sum_in_brackets_is_the_size_of_the_noun_before() -> None:
    doc = _doc(
        "Sie/PPER/nsubj/1 will~wollen/VMFIN/ROOT/1 neue~neu/ADJA/amod/3 Kredite^Number=Plur/NN/obj/9 (/$(/punct/7 "
        "2/CARD/nummod/6 Milliarden/NN/nummod/7 Euro/NN/appos/3 _)/$(/punct/7 aufnehmen/VVINF/xcomp/1"
    )
    assert [item["what"] for item in _found(doc)] == ["neue Kredite"]
