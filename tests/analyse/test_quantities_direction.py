"""A change is told without a sign, with the way it goes in its name; levels below zero keep their sign."""

from __future__ import annotations

import pytest
from test_quantities import _doc, _one


@pytest.mark.parametrize(
    ("parse", "low", "what", "change"),
    [
        (
            "Das/ART/det/1 Bruttoinlandsprodukt~Bruttoinlandsprodukt^Gender=Neut|Number=Sing/NN/nsubj/2 "
            "schrumpfte~schrumpfen/VVFIN/ROOT/2 um/APPR/case/5 5,4/CARD/nummod/5 Prozent/NN/obl/2",
            "5.4",
            "Rückgang des Bruttoinlandsprodukts",
            True,
        ),
        (
            "Die/ART/det/1 Produktion~Produktion^Gender=Fem|Number=Sing/NN/nsubj/2 wuchs~wachsen/VVFIN/ROOT/2 "
            "um/APPR/case/5 3/CARD/nummod/5 Prozent/NN/obl/2",
            "3",
            "Wachstum der Produktion",
            True,
        ),
        (
            "Die/ART/det/1 Exporte~Export^Gender=Masc|Number=Plur/NN/nsubj/2 liegen~liegen/VVFIN/ROOT/2 "
            "bei/APPR/case/6 minus/APPR/case/6 17/CARD/nummod/6 Prozent/NN/obl/2",
            "17",
            "Rückgang der Exporte",
            True,
        ),
        (
            "ein/ART/det/1 Minus/NN/ROOT/1 von/APPR/case/4 5,4/CARD/nummod/4 Prozent/NN/nmod/1 für/APPR/case/7 "
            "das/ART/det/7 Bruttoinlandsprodukt~Bruttoinlandsprodukt^Gender=Neut|Number=Sing/NN/nmod/1",
            "5.4",
            "Rückgang des Bruttoinlandsprodukts",
            True,
        ),
        (
            "zwei/CARD/nummod/1 Infizierte~Infizierter^Number=Plur/NN/ROOT/1 weniger/PIAT/advmod/1 als/KOKOM/case/4 "
            "gestern/ADV/advmod/1",
            "2",
            "Rückgang der Infizierten",
            True,
        ),
        (
            "Der/ART/det/1 Leitzins~Leitzins^Gender=Masc|Number=Sing/NN/nsubj/2 liegt~liegen/VVFIN/ROOT/2 "
            "bei/APPR/case/6 minus/APPR/case/6 0,5/CARD/nummod/6 Prozent/NN/obl/2",
            "-0.5",
            "Leitzins",
            False,
        ),
        (
            "Das/ART/det/1 Ergebnis~Ergebnis^Gender=Neut|Number=Sing/NN/nsubj/2 liegt~liegen/VVFIN/ROOT/2 "
            "bei/APPR/case/7 minus/APPR/case/7 fünf/CARD/nummod/7 Millionen/NN/nummod/7 Euro/NN/obl/2",
            "-5000000",
            "Ergebnis",
            False,
        ),
    ],
)
def test_the_way_a_number_goes(parse: str, low: str, what: str, change: bool) -> None:
    found = _one(_doc(parse))
    assert (found["low"], found["what"], found["change"]) == (low, what, change)
