"""How far something is so, and how far it moved: the subject is what is measured."""

from __future__ import annotations

import pytest
from test_quantities import _doc, _found


@pytest.mark.parametrize(
    ("parse", "what"),
    [
        (
            "Die/ART/det/1 Schnelltests~Schnelltest^Number=Plur|Case=Nom|Gender=Masc/NN/nsubj/6 sind~sein/VAFIN/cop/6 "
            "zu/APPR/case/5 90/CARD/nummod/5 Prozent^Number=Plur/NN/obl/6 sicher/ADJD/ROOT/6 _./$./punct/6",
            "Schnelltests (sicher)",
        ),
        (
            "Der/ART/det/1 Dax^Number=Sing|Case=Nom|Gender=Masc/NN/nsubj/2 schloss~schließen/VVFIN/ROOT/2 "
            "0,1/CARD/nummod/4 Prozent^Number=Plur/NN/obj/2 tiefer~tief/ADJD/advmod/2 _./$./punct/2",
            "Rückgang (Dax)",
        ),
        (
            "Die/ART/det/1 Aktie^Number=Sing|Case=Nom|Gender=Fem/NN/nsubj/2 lag~liegen/VVFIN/ROOT/2 fünf/CARD/nummod/4 "
            "Prozent^Number=Plur/NN/obj/2 im/APPRART/case/6 Plus^Number=Sing|Case=Dat/NN/nmod/4 _./$./punct/2",
            "Anstieg der Aktie",
        ),
        (
            "Die/ART/det/1 Papiere~Papier^Number=Plur|Case=Nom|Gender=Neut/NN/nsubj/2 verloren~verlieren/VVFIN/ROOT/2 "
            "1,3/CARD/nummod/4 Prozent^Number=Plur/NN/obj/2 _./$./punct/2",
            "Rückgang der Papiere",
        ),
        (
            "Er/PPER/nsubj/1 verfehlte~verfehlen/VVFIN/ROOT/1 die/ART/det/5 notwendigen~notwendig/ADJA/amod/5 "
            "50/CARD/nummod/5 Prozent^Number=Plur/NN/obj/1 _./$./punct/1",
            "notwendiger Anteil",
        ),
        (
            "Dort/ADV/advmod/1 glaubten~glauben/VVFIN/ROOT/1 55/CARD/nummod/3 Prozent^Number=Plur/NN/nsubj/1 "
            "_,/$,/punct/8 dass/KOUS/mark/8 Masken~Maske^Number=Plur|Case=Nom/NN/nsubj/8 gut/ADJD/advmod/8 "
            "helfen/VVFIN/ccomp/1 _./$./punct/1",
            "Anteil: glaubten, dass Masken gut helfen",
        ),
    ],
)
def test_what_is_so_or_moved(parse: str, what: str) -> None:
    assert [item["what"] for item in _found(_doc(parse))] == [what]


def _pronoun(noun: str, gender: str, pronoun: str) -> str:
    before = f"{noun}^Number=Sing|Case=Nom|Gender={gender}/NN/nsubj/1 schwankt/VVFIN/ROOT/1 _./$./punct/1"
    behind = f"{pronoun}/PPER/nsubj/1 liegt~liegen/VVFIN/ROOT/1 bei/APPR/case/4 12/CARD/nummod/4 "
    return f"{before} {behind}Prozent^Number=Plur/NN/obl/1 _./$./punct/1"


@pytest.mark.parametrize(
    ("noun", "gender", "pronoun", "what"),
    [
        ("Wirksamkeit", "Fem", "Sie", "Wirksamkeit"),
        ("Wirksamkeit", "Fem", "Er", ""),
        ("Lehrmeister", "Masc", "Er", ""),  # nobody measures a person
    ],
)
def test_a_pronoun_takes_up_the_measure_before(noun: str, gender: str, pronoun: str, what: str) -> None:
    parse = _pronoun(noun, gender, pronoun)
    cells = parse.split()
    doc = _doc(" ".join([*cells[:3], *(_shifted(cell, 3) for cell in cells[3:])]))
    assert [item["what"] for item in _found(doc)] == [what]


def _shifted(cell: str, by: int) -> str:
    form, tag, dep, head = cell.rsplit("/", 3)
    return f"{form}/{tag}/{dep}/{int(head) + by}"
