"""What a number counts, as a heading; on hand-made parses."""

from __future__ import annotations

import pytest
from test_quantities import _doc, _found, _name

from briefing.analyse import items

LOSS = """
Thyssen/NE/nsubj/1 machte~machen/VVFIN/ROOT/1 einen/ART/det/4 bereinigten~bereinigt/ADJA/amod/4 \
Verlust^Number=Sing|Gender=Masc/NN/obj/1 im/APPRART/case/7 fortgeführten~fortgeführt/ADJA/amod/7 Geschäft/NN/nmod/4 \
von/APPR/case/11 5/CARD/nummod/11 Millionen/NN/nmod/11 Euro/NN/nmod/4
"""
ABOUT = "Ein/ART/det/1 Fonds/NN/ROOT/1 von/APPR/case/5"


@pytest.mark.parametrize(
    ("parse", "what"),
    [
        (LOSS, "bereinigter Verlust"),
        (
            "Sie/PPER/nsubj/1 kamen/VVFIN/ROOT/1 in/APPR/case/5 58/CARD/nummod/5 offenen~offen/ADJA/amod/5 "
            "Holzbooten~Holzboot^Case=Dat|Gender=Neut|Number=Plur/NN/obl/1",
            "offene Holzboote",
        ),
        (
            "Er/PPER/nsubj/1 schrieb/VVFIN/ROOT/1 16/CARD/nummod/3 Opern~Oper^Gender=Fem|Number=Plur/NN/obj/1",
            "Opern",
        ),
        (
            "Es/PPER/expl/1 gab/VVFIN/ROOT/1 70/CARD/nummod/3 Todesfällen~Todesfall^Number=Plur/NN/obj/1",
            "Todesfälle",
        ),
        (
            "90/CARD/nummod/1 Prozent/NN/nsubj/4 der/ART/det/3 Teilnehmer^Case=Gen|Number=Plur/NN/nmod/1 "
            "fehlten/VVFIN/ROOT/4",
            "Anteil der Teilnehmer",
        ),
        (
            "Er/PPER/nsubj/1 setzte~umsetzen/VVFIN/ROOT/1 29/CARD/nummod/3 Milliarden/NN/nmod/4 Euro/NN/obj/1 "
            "um/PTKVZ/compound:prt/1",
            "Umsatz",
        ),
        (
            "Er/PPER/nsubj/1 wohnt/VVFIN/ROOT/1 5/CARD/nummod/3 Kilometer/NN/obl/4 entfernt/ADJD/advmod/1",
            "Entfernung",
        ),
        (
            "Sie/PPER/nsubj/1 gab/VVFIN/ROOT/1 5/CARD/nummod/4 Millionen/NN/nmod/4 Euro/NN/obj/1 für/APPR/case/6 "
            "Zelte/NN/nmod/4",
            "Geld für Zelte",
        ),
        ("Er/PPER/nsubj/1 plant/VVFIN/ROOT/1 den/ART/det/3 20-Milliarden-Dollar-Fonds/NN/obj/1", "Fonds"),
        ("In/APPR/case/2 der/ART/det/2 6.000-Quadratmeter-Halle/NN/ROOT/2 tagt/VVFIN/conj/2", "Halle"),
        (
            "Die/ART/det/1 Quote^Number=Sing|Gender=Fem/NN/nsubj/6 sollte/VMFIN/aux/6 bei/APPR/case/5 5/CARD/nummod/5 "
            "Prozent/NN/obl/6 einpendeln~einpendeln/VVINF/ROOT/6",
            "Quote",
        ),
        (
            "ein/ART/det/1 Rückgang~Rückgang^Number=Sing|Gender=Masc/NN/ROOT/1 der/ART/det/3 "
            "Wirtschaftskraft^Number=Sing|Gender=Fem|Case=Gen/NN/nmod/1 um/APPR/case/6 5/CARD/nummod/6 "
            "Prozent/NN/nmod/1",
            "Rückgang der Wirtschaftskraft",
        ),
        (
            "die/ART/det/1 Zahl/NN/nsubj/7 der/ART/det/6 an/APPR/case/4 Grippe/NN/obl/5 "
            "erkrankten~erkrankt/ADJA/amod/6 Menschen~Mensch^Number=Plur|Case=Gen/NN/nmod/1 "
            "steigt~steigen/VVFIN/ROOT/7 auf/APPR/case/9 500/CARD/obl/7",
            "erkrankte Menschen",
        ),
        (
            "So/ADV/advmod/1 stieg~steigen/VVFIN/ROOT/1 der/ART/det/3 Umsatz^Number=Sing|Gender=Masc/NN/nsubj/1 "
            "real~realisieren/VVPP/conj/1 auf/APPR/case/7 5/CARD/nummod/7 Prozent/NN/obl/4",
            "Umsatz",
        ),
        (
            "mit/APPR/case/2 5/CARD/nummod/2 Euro/NN/obl/5 dürften/VMFIN/aux/5 "
            "Fehlbeträge~Fehlbetrag^Number=Plur/NN/nsubj/5 auflaufen~auflaufen/VVINF/ROOT/5",
            "Fehlbeträge",
        ),
        (
            "Er/PPER/nsubj/1 zahlt~zahlen/VVFIN/ROOT/1 eine/ART/det/3 Prämie^Number=Sing|Gender=Fem/NN/obj/1 "
            "von/APPR/case/6 100/CARD/nummod/6 Euro/NN/nmod/3 pro/APPR/case/8 Monat/NN/nmod/6",
            "Prämie pro Monat",
        ),
    ],
)
def test_label(parse: str, what: str) -> None:
    assert _found(_doc(parse))[0]["what"] == what


def test_a_count_knows_the_noun_it_belongs_to() -> None:
    doc = _doc(
        "Spanien/NE/nsubj/1 errichtet~errichten/VVFIN/ROOT/1 Notlager^Number=Plur/NN/obj/1 für/APPR/case/5 "
        "7000/CARD/nummod/5 Migranten/NN/nmod/2"
    )
    assert _found(doc)[0]["events"] == ["errichten", "Notlager"]


def test_told_in_the_next_sentence() -> None:
    doc = _doc(
        "Es/PPER/expl/1 starben/VVFIN/ROOT/1 24/CARD/nummod/3 Menschen/NN/nsubj/1 _./$./punct/1 "
        "Das/PDS/obj/6 teilte~mitteilen/VVFIN/ROOT/6 die/ART/det/8 Feuerwehr/NN/nsubj/6 mit/PTKVZ/compound:prt/6"
    )
    (found,) = _found(doc)
    assert (found["holder_name"], found["rule"]) == ("Feuerwehr", "number+noun/told-next")


def test_a_pronoun_is_the_subject_before() -> None:
    doc = _doc(
        "Das/PDS/obj/1 sagt/VVFIN/ROOT/1 Anna/NE/flat/3 Roth/NE/nsubj/1 _./$./punct/1 "
        "Sie/PPER/nsubj/6 rechnet~rechnen/VVFIN/ROOT/6 mit/APPR/case/9 500/CARD/nummod/9 Gästen/NN/obl/6"
    )
    items.write(doc, items.NAMES, [{**_name(9, 18, "PER", "Anna Roth"), "gender": "f"}])
    assert _found(doc)[0]["holder_name"] == "Anna Roth"


def test_a_place_where_cases_are_registered_tells_nothing() -> None:
    doc = _doc(
        "Nürnberg/NE/nsubj/1 registrierte~registrieren/VVFIN/ROOT/1 277/CARD/nummod/3 Fälle/NN/obj/1",
    )
    items.write(doc, items.NAMES, [_name(0, 8, "LOC", "Nürnberg")])
    assert _found(doc)[0]["holder_name"] is None


@pytest.mark.parametrize(
    ("others", "holder"),
    [((), "Moderna"), ((("Pfizer", 29),), "Unternehmen"), ((("EU-Kommission", 20),), "Moderna")],
)
def test_the_company_is_the_only_one_named_before(others: tuple[tuple[str, int], ...], holder: str) -> None:
    doc = _doc(
        "Moderna/NE/nsubj/1 forscht/VVFIN/ROOT/1 mit/APPR/case/5 und/KON/cc/5 ohne/APPR/case/5 "
        "Pfizer/NE/obl/1 _./$./punct/1 "
        "Laut/APPR/case/9 dem/ART/det/9 Unternehmen/NN/obl/10 erkrankten/VVFIN/ROOT/10 "
        "30/CARD/nummod/12 Menschen/NN/nsubj/10"
    )
    found = [_name(0, 7, "ORG", "Moderna"), *(_name(at, at + len(name), "ORG", name) for name, at in others)]
    items.write(doc, items.NAMES, found)
    assert _found(doc)[0]["holder_name"] == holder


@pytest.mark.parametrize(
    "behind",
    [
        "_;/$./punct/2 im/APPRART/case/7 Vorjahr/NN/obl/7 waren/VAFIN/cop/7 es/PPER/nsubj/7 2/CARD/nummod/7 "
        "Prozent/NN/conj/2",
        "oder/KON/cc/7 2/CARD/nummod/7 Tonnen/NN/conj/5",
    ],
)
def test_it_and_the_same_in_another_unit_count_what_was_counted(behind: str) -> None:
    doc = _doc(
        "Die/ART/det/1 Quote^Number=Sing|Gender=Fem/NN/nsubj/2 stieg~steigen/VVFIN/ROOT/2 auf/APPR/case/5 "
        f"5/CARD/nummod/5 Prozent/NN/obl/2 {behind}"
    )
    assert [item["what"] for item in _found(doc)] == ["Quote", "Quote"]


def test_a_share_that_acts_is_one_of_the_same() -> None:
    doc = _doc(
        "14/CARD/nummod/1 Prozent/NN/nsubj/4 der/ART/det/3 Befragten^Case=Gen|Number=Plur/NN/nmod/1 "
        "nutzen/VVFIN/ROOT/4 es/PPER/obj/4 _./$./punct/4\n"
        "85/CARD/nummod/1 Prozent/NN/nsubj/2 loben/VVFIN/ROOT/2 es/PPER/obj/2"
    )
    assert [item["what"] for item in _found(doc)] == ["Anteil der Befragten"] * 2


def test_the_number_alone_counts_what_was_counted() -> None:
    doc = _doc(
        "22/CARD/nummod/1 Bewohner^Number=Plur/NN/nsubj/2 starben/VVFIN/ROOT/2 _,/$,/punct/2 später/ADV/advmod/5 "
        "stieg~steigen/VVFIN/conj/2 die/ART/det/7 Zahl^Number=Sing/NN/nsubj/5 auf/APPR/case/9 47/CARD/obl/5"
    )
    assert [item["what"] for item in _found(doc)] == ["Bewohner", "Bewohner"]
