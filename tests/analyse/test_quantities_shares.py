"""Shares, votes and seats: whose they are, and what those do who are a share."""

from __future__ import annotations

import pytest
from test_quantities import _doc, _found, _name

from briefing.analyse import items

_PARTIES = (
    "Die~der/ART/det/1 SPD/NE/nsubj/2 kommt~kommen/VVFIN/ROOT/2 auf/APPR/case/5 16/CARD/nummod/5 "
    "Prozent^Number=Plur/NN/obl/2 _,/$,/punct/8 die~der/ART/det/8 Grünen^Number=Plur/NN/appos/5 auf/APPR/case/11 "
    "20/CARD/nummod/11 Prozent^Number=Plur/NN/obl/2 _./$./punct/2"
)
_CANDIDATES = (
    "Joe/NE/nsubj/2 Biden/NE/flat/0 lag~liegen/VVFIN/ROOT/2 mit/APPR/case/5 49,5/CARD/nummod/5 "
    "Prozent^Number=Plur|Case=Dat/NN/obl/2 der/ART/det/7 Stimmen~Stimme^Number=Plur|Case=Gen/NN/nmod/5 "
    "vor/APPR/case/9 Donald/NE/nmod/7 Trump/NE/flat/9 (/$(/punct/13 _49,3/CARD/nummod/13 "
    "Prozent^Number=Plur/NN/appos/9 _)/$(/punct/13 _./$./punct/2"
)
_BALLOT = (
    "Für~für/APPR/case/1 Raed/NE/obl/3 Saleh/NE/flat/1 stimmten~stimmen/VVFIN/ROOT/3 182/CARD/nummod/5 "
    "Delegierte^Number=Plur|Case=Nom|Gender=Masc/NN/nsubj/3 _,/$,/punct/13 was/PRELS/nsubj/13 ein/ART/det/9 "
    "Anteil^Number=Sing|Case=Nom|Gender=Masc/NN/nsubj/13 von/APPR/case/12 69/CARD/nummod/12 "
    "Prozent^Number=Plur|Case=Dat|Gender=Neut/NN/nmod/9 ist~sein/VAFIN/acl/5 _./$./punct/3"
)


@pytest.mark.parametrize(
    ("parse", "names", "whats"),
    [
        (_PARTIES, ["SPD", "Grünen"], ["Anteil (SPD)", "Anteil (Grünen)"]),
        (
            _CANDIDATES,
            ["Joe Biden", "Donald Trump"],
            ["Anteil der Stimmen (Joe Biden)", "Anteil (Donald Trump)"],
        ),
        (_BALLOT, ["Raed Saleh"], ["Delegierte (Raed Saleh)", "Anteil (Raed Saleh)"]),
    ],
)
def test_a_share_is_of_those_it_stands_with(parse: str, names: list[str], whats: list[str]) -> None:
    doc = _doc(parse)
    found = [(doc.text.index(name), name) for name in names]
    items.write(doc, items.NAMES, [_name(at, at + len(name), "ORG", name) for at, name in sorted(found)])
    assert [item["what"] for item in _found(doc)] == whats


@pytest.mark.parametrize(
    ("parse", "what"),
    [
        (
            "40/CARD/nummod/1 Prozent^Number=Plur|Case=Nom/NN/nsubj/4 der/ART/det/3 "
            "Befragten~Befragte^Number=Plur|Case=Gen|Gender=Masc/NN/nmod/1 lehnen~ablehnen/VVFIN/ROOT/4 "
            "Masken~Maske^Number=Plur|Case=Acc/NN/obj/4 ab/PTKVZ/compound:prt/4 _./$./punct/4",
            "Anteil der Befragten: lehnen Masken ab",
        ),
        (
            "Weitere~weit/ADJA/amod/2 13/CARD/nummod/2 Prozent^Number=Plur|Case=Nom/NN/nsubj/3 "
            "sagten~sagen/VVFIN/ROOT/3 _,/$,/punct/9 dass/KOUS/mark/9 der/ART/det/7 "
            "Ausgang^Number=Sing|Case=Nom/NN/nsubj/9 noch/ADV/advmod/9 "
            "offen/ADJD/ccomp/3 sei~sein/VAFIN/cop/9 _./$./punct/3",
            "Anteil: sagten, dass der Ausgang noch offen sei",
        ),
        (
            "In~in/APPR/case/1 Georgia/NE/obl/7 sind~sein/VAFIN/aux:pass/7 96/CARD/nummod/4 "
            "Prozent^Number=Plur|Case=Nom/NN/nsubj:pass/7 der/ART/det/6 Stimmen~Stimme^Number=Plur|Case=Gen/NN/nmod/4 "
            "ausgezählt~auszählen/VVPP/ROOT/7 und/KON/cc/10 Biden/NN/nsubj/10 liegt~liegen/VVFIN/conj/7 "
            "vorn/ADV/advmod/10 _./$./punct/7",
            "Anteil der Stimmen: sind ausgezählt",
        ),
        (  # the share has problems, it is not of them
            "Gut/ADV/advmod/1 20/CARD/nummod/2 Prozent^Number=Plur/NN/nsubj/3 hatten~haben/VAFIN/ROOT/3 "
            "private~privat/ADJA/amod/5 Probleme~Problem^Number=Plur|Case=Acc/NN/obj/3 _./$./punct/3",
            "Anteil: hatten private Probleme",
        ),
        (  # too little to say
            "14/CARD/nummod/1 Prozent^Number=Plur|Case=Nom/NN/nsubj/4 der/ART/det/3 "
            "Befragten~Befragte^Number=Plur|Case=Gen/NN/nmod/1 nutzen~nutzen/VVFIN/ROOT/4 es/PPER/obj/4 _./$./punct/4",
            "Anteil der Befragten",
        ),
        (  # a measure is nobody
            "Die/ART/det/1 Quote^Number=Sing|Case=Nom|Gender=Fem/NN/nsubj/2 stieg~steigen/VVFIN/ROOT/2 auf/APPR/case/5 "
            "38/CARD/nummod/5 Prozent^Number=Plur/NN/obl/2 _./$./punct/2",
            "Quote",
        ),
        (  # no part of poverty
            "Dort/ADV/advmod/5 sind~sein/VAFIN/aux:pass/5 15/CARD/nummod/3 Prozent^Number=Plur/NN/nsubj:pass/6 "
            "von/APPR/case/5 Armut^Number=Sing|Case=Dat|Gender=Fem/NN/obl/6 bedroht~bedrohen/VVPP/ROOT/6 _./$./punct/6",
            "Anteil: sind von Armut bedroht",
        ),
        (
            "Sie/PPER/nsubj/1 erhielten~erhalten/VVFIN/ROOT/1 25/CARD/nummod/3 Prozent^Number=Plur|Case=Acc/NN/obj/1 "
            "ihres~ihr/PPOSAT/det/5 Gehaltes~Gehalt^Number=Sing|Case=Gen|Gender=Neut/NN/nmod/3 _./$./punct/1",
            "Anteil (Gehalt)",
        ),
    ],
)
def test_what_a_share_does(parse: str, what: str) -> None:
    assert [item["what"] for item in _found(_doc(parse))] == [what]


@pytest.mark.parametrize(
    ("parse", "told"),
    [
        (
            "Das/ART/det/1 Urteil^Number=Sing|Case=Nom/NN/nsubj/2 fiel~fallen/VVFIN/ROOT/2 mit/APPR/case/6 "
            "einer/ART/det/6 knappen~knapp/ADJA/amod/6 5-zu-4-Mehrheit/NN/obl/2 _./$./punct/2",
            [("5", "Mehrheit"), ("4", "Mehrheit")],
        ),
        (
            "Sie/PPER/nsubj/1 haben/VAFIN/ROOT/1 eine/ART/det/4 6/CARD/obj/1 zu/APPR/case/5 3-Mehrheit/NN/obl/1 "
            "_./$./punct/1",
            [("6", "Mehrheit"), ("3", "Mehrheit")],
        ),
        (
            "38/CARD/nummod/1 Kliniken~Klinik^Number=Plur|Case=Nom/NN/nsubj/4 und/KON/cc/3 "
            "Praxen~Praxis^Number=Plur|Case=Nom/NN/conj/1 schlossen~schließen/VVFIN/ROOT/4 _./$./punct/4",
            [("38", "Kliniken und Praxen")],
        ),
        (  # each with a number of its own
            "21/CARD/nummod/1 Schulen~Schule^Number=Plur|Case=Nom/NN/nsubj/7 und/KON/cc/3 "
            "Kinder~Kind^Number=Plur|Case=Nom/NN/conj/1 aus/APPR/case/6 22/CARD/nummod/6 "
            "Kitas~Kita^Number=Plur|Case=Dat/NN/nmod/3 fehlten~fehlen/VVFIN/ROOT/7 _./$./punct/7",
            [("21", "Schulen"), ("22", "Kitas")],
        ),
        (
            "Die/ART/det/1 Hälfte~Hälfte^Number=Sing|Case=Nom/NN/nsubj/3 Amerikas~Amerika^Case=Gen/NE/nmod/1 "
            "schweigt~schweigen/VVFIN/ROOT/3 _./$./punct/3",
            [("0.5", "Anteil (Amerika)")],
        ),
        (
            "94/CARD/nummod/1 Prozent^Number=Plur|Case=Nom/NN/nsubj/6 der/ART/det/5 1,7/CARD/nummod/4 "
            "Millionen~Million^Number=Plur|Case=Gen/NN/nummod/5 Schüler~Schüler^Number=Plur|Case=Gen/NN/nmod/1 "
            "fehlten~fehlen/VVFIN/ROOT/6 _./$./punct/6",
            [("94", "Anteil (Schüler)"), ("1700000", "Schüler")],
        ),
        (
            "Ein/ART/det/4 450/CARD/nummod/2 Seiten~Seite^Number=Plur/NN/nmod/4 starkes~stark/ADJA/amod/4 "
            "Buch^Number=Sing|Case=Nom/NN/nsubj/5 erscheint~erscheinen/VVFIN/ROOT/5 _./$./punct/5",
            [("450", "Seiten")],
        ),
        (  # what a book costs stands behind its pages
            "Das/ART/det/1 Buch^Number=Sing|Case=Nom/NN/nsubj/2 hat~haben/VAFIN/ROOT/2 260/CARD/nummod/4 "
            "Seiten~Seite^Number=Plur/NN/obj/2 _,/$,/punct/6 28/CARD/nummod/7 Euro^Number=Plur/NN/conj/4 _./$./punct/2",
            [("28", "")],
        ),
    ],
)
def test_pairs_halves_and_pages(parse: str, told: list[tuple[str, str]]) -> None:
    assert [(item["low"], item["what"]) for item in _found(_doc(parse))] == told
