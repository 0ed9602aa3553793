"""Results of an election: lists that tell the unit once, ranks, another time, and those something is demanded for."""

from __future__ import annotations

import pytest
from test_quantities import _doc, _found, _name

from briefing.analyse import items

_GAPPED = (
    "Die~der/ART/det/1 AfD/NE/nsubj/2 erreicht~erreichen/VVFIN/ROOT/2 27,1/CARD/nummod/4 "
    "Prozent^Number=Plur/NN/obj/2 _,/$,/punct/7 die~der/ART/det/7 Linke~Linke^Number=Sing/NN/conj/4 "
    "11,4/CARD/nummod/7 _,/$,/punct/10 die~der/ART/det/10 SPD/NE/conj/4 9,9/CARD/nummod/10 _und/KON/cc/15 "
    "die~der/ART/det/15 Grünen/NN/conj/4 6,1/CARD/nummod/17 Prozent^Number=Plur/NN/conj/4 _./$./punct/2"
).replace("_und", "und")
_RANKED = (
    "Dort~dort/ADV/advmod/7 ist~sein/VAFIN/cop/7 die~der/ART/det/3 CDU/NE/nsubj/7 mit/APPR/case/6 31/CARD/nummod/6 "
    "Prozent^Number=Plur|Case=Dat/NN/obl/8 stärkste~stark/ADJA/amod/8 Kraft~Kraft^Number=Sing|Gender=Fem/NN/ROOT/8 "
    "geworden~werden/VAPP/aux/8 _./$./punct/8"
)
_BEFORE = (
    "Die~der/ART/det/1 SPD/NE/nsubj/2 stürzt~abstürzen/VVFIN/ROOT/2 auf/APPR/case/5 9,7/CARD/nummod/5 "
    "Prozent^Number=Plur/NN/obl/2 ab/PTKVZ/compound:prt/2 _;/$./punct/2 vor/APPR/case/10 fünf/CARD/nummod/10 "
    "Jahren~Jahr^Number=Plur/NN/obl/2 hatte~haben/VAFIN/aux/15 sie/PPER/nsubj/15 15,0/CARD/nummod/14 "
    "Prozent^Number=Plur|Case=Acc/NN/obj/15 erreicht~erreichen/VVPP/conj/2 _./$./punct/2"
)
_WITH = (
    "Die~der/ART/det/1 AfD/NE/nsubj/2 kommt~kommen/VVFIN/ROOT/2 mit/APPR/case/4 Spitzenkandidat/NN/obl/2 "
    "Dirk/NE/flat/4 Hollmann/NE/flat/4 auf/APPR/case/9 26,5/CARD/nummod/9 Prozent^Number=Plur/NN/obl/2 _./$./punct/2"
)


def _told(parse: str, *names: str) -> list[tuple[str, str]]:
    doc = _doc(parse)
    found = []
    for name in names:
        at = doc.text.index(name)
        found.append(_name(at, at + len(name), "PER" if " " in name else "ORG", name))
        role = "Spitzenkandidat "
        if doc.text[:at].endswith(role):
            found[-1]["role"] = [at - len(role), at - 1]
    items.write(doc, items.NAMES, sorted(found, key=lambda name: name["start"]))
    return [(item["low"], item["what"]) for item in _found(doc)]


def test_a_list_of_shares_tells_its_unit_once() -> None:
    assert _told(_GAPPED, "AfD", "SPD", "Grünen") == [
        ("27.1", "Anteil (AfD)"),
        ("11.4", "Anteil (Die Linke)"),
        ("9.9", "Anteil (SPD)"),
        ("6.1", "Anteil (Grünen)"),
    ]


def test_who_comes_first_has_the_share() -> None:
    assert _told(_RANKED, "CDU") == [("31", "Anteil (CDU)")]


def test_the_share_of_another_time_says_so() -> None:
    assert _told(_BEFORE, "SPD") == [("9.7", "Anteil (SPD)"), ("15", "Anteil (SPD, vor fünf Jahren)")]


def test_who_runs_for_a_party_does_not_have_its_share() -> None:
    assert _told(_WITH, "AfD", "Dirk Hollmann") == [("26.5", "Anteil (AfD)")]


@pytest.mark.parametrize(
    ("parse", "told"),
    [
        (
            "Sie/PPER/nsubj/1 fordert~fordern/VVFIN/ROOT/1 für/APPR/case/4 230.000/CARD/nummod/4 "
            "Beschäftigte~Beschäftigte^Number=Plur/NN/obl/1 mehr/PIAT/det/6 Lohn/NN/obj/1 _./$./punct/1",
            [("230000", "Beschäftigte (Forderung)", "reported")],
        ),
        (
            "Für~für/APPR/case/4 sie/PPER/obl/4 streikten~streiken/VVFIN/ROOT/2 230/CARD/nummod/4 "
            "Beschäftigte~Beschäftigte^Number=Plur/NN/nsubj/2 _./$./punct/2",
            [("230", "Beschäftigte", "reported")],
        ),
        (
            "Wahlberechtigt~wahlberechtigt/ADJD/ROOT/0 waren~sein/VAFIN/cop/0 rund/ADV/advmod/3 "
            "5.000/CARD/nummod/4 Menschen~Mensch^Number=Plur/NN/nsubj/0 _./$./punct/0",
            [("5000", "wahlberechtigte Menschen", "reported")],
        ),
        (
            "Es/PPER/expl/1 werden~werden/VAFIN/aux:pass/5 5.000/CARD/nummod/3 Autos~Auto^Number=Plur/NN/obl/5 "
            "weniger/PIS/nsubj:pass/5 verkauft~verkaufen/VVPP/ROOT/5 als/KOKOM/case/7 zuvor/ADV/advcl/5 _./$./punct/5",
            [("5000", "Rückgang der Autos", "reported")],
        ),
        (
            "Die~der/ART/det/1 Kosten~Kosten^Number=Plur/NN/nsubj/2 lagen~liegen/VVFIN/ROOT/2 20/CARD/nummod/4 "
            "Prozent^Number=Plur/NN/obl/2 über/APPR/case/7 dem~der/ART/det/7 Plan/NN/obl/2 _./$./punct/2",
            [("20", "Kosten (Veränderung)", "reported")],
        ),
        (
            "Die~der/ART/det/1 Quote~Quote^Number=Sing/NN/nsubj/2 lag~liegen/VVFIN/ROOT/2 mit/APPR/case/5 "
            "20/CARD/nummod/5 Prozent^Number=Plur/NN/obl/2 über/APPR/case/8 dem~der/ART/det/8 Plan/NN/obl/2 "
            "_./$./punct/2",
            [("20", "Quote", "reported")],
        ),
        (
            "Sie/PPER/nsubj/1 will~wollen/VMFIN/ROOT/1 mehr/PIAT/det/3 Lohn/NN/obj/1 bei/APPR/case/6 einer/ART/det/6 "
            "Laufzeit~Laufzeit^Number=Sing/NN/obl/1 von/APPR/case/9 zwölf/CARD/nummod/9 "
            "Monaten~Monat^Number=Plur/NN/nmod/6 _./$./punct/1",
            [("12", "Laufzeit", "planned")],
        ),
    ],
)
def test_what_is_said_of_those_counted(parse: str, told: list[tuple[str, str, str]]) -> None:
    assert [(item["low"], item["what"], item["status"]) for item in _found(_doc(parse))] == told


@pytest.mark.parametrize(
    ("parse", "told"),
    [
        (
            "Alle/PIAT/det/3 785/CARD/nummod/3 geplanten~geplant/ADJA/amod/3 Flüge~Flug^Number=Plur/NN/nsubj/4 "
            "fielen~ausfallen^Tense=Past/VVFIN/ROOT/4 aus/PTKVZ/compound:prt/4 _./$./punct/4",
            [("785", "done")],
        ),
        (
            "Die/ART/det/2 20.293/CARD/nummod/2 Infizierten~Infizierte^Number=Plur/NN/nsubj/8 _,/$,/punct/6 "
            "die/PRELS/nsubj:pass/5 gemeldet~melden/VVPP/acl/2 wurden~werden/VAFIN/aux:pass/5 _,/$,/punct/5 "
            "könnten~können/VMFIN/aux/9 husten~husten/VVINF/ROOT/9 _./$./punct/9",
            [("20293", "done")],
        ),
        (
            "Recherchen/NN/nsubj/1 gehen~ausgehen/VVFIN/ROOT/1 von/APPR/case/4 20.293/CARD/nummod/4 "
            "Fällen~Fall^Number=Plur/NN/obl/1 aus/PTKVZ/compound:prt/1 _./$./punct/1",
            [("20293", "estimated")],
        ),
        ("Im~in/APPRART/case/1 Raum/NN/obl/3 3.101/CARD/nummod/1 tagten~tagen/VVFIN/ROOT/3 sie/PPER/nsubj/3", []),
        (
            "Auf~auf/APPR/case/2 dem/ART/det/2 Marktplatz/NN/obl/5 500/CARD/nummod/4 Menschen^Number=Plur/NN/nsubj/5 "
            "tanzten~tanzen/VVFIN/ROOT/5",
            [("500", "reported")],
        ),
    ],
)
def test_what_stands_of_a_number_and_what_is_none(parse: str, told: list[tuple[str, str]]) -> None:
    assert [(item["low"], item["status"]) for item in _found(_doc(parse))] == told


def test_an_office_right_before_the_number_reports_it() -> None:
    doc = _doc(
        "Dort/ADV/advmod/1 meldete~melden/VVFIN/ROOT/1 das/ART/det/3 Gesundheitsministerium^Number=Sing/NN/nsubj/1 "
        "95/CARD/nummod/5 Tote~Tote^Number=Plur/NN/nmod/3 _./$./punct/1"
    )
    assert [(item["low"], item["holder_name"]) for item in _found(doc)] == [("95", "Gesundheitsministerium")]
