"""The tense of the verb that a time expression hangs on, in hand-made trees."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from briefing.analyse.dates_verbs import Tenses

_PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
_PAST = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
_PLURAL = "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"

# Words as form/tag/dep/head/lemma/features, one day marked by its tag.
_CASES = [
    ("Freitag/NN/obl/1 berät/VVFIN/ROOT/1/beraten/pres er/PPER/nsubj/1", "present"),
    ("Freitag/NN/obl/1 sagt/VVFIN/ROOT/1/sagen/pres er/PPER/nsubj/1", ""),
    ("Freitag/NN/obl/3 hat/VAFIN/aux/3/haben/pres er/PPER/nsubj/3 vermeldet/VVFIN/ROOT/3/vermelden/pres", "past"),
    ("Freitag/NN/obl/1 haben/VAFIN/aux/3/haben/plural sie/PPER/nsubj/3 gegeben/VVPP/ROOT/3/geben", "past"),
    ("Freitag/NN/obl/3 wird/VAFIN/aux/3/werden/pres er/PPER/nsubj/3 gewählt/VVPP/ROOT/3/wählen", "future"),
    ("Freitag/NN/obl/3 ist/VAFIN/aux:pass/3/sein/pres er/PPER/nsubj/3 geplant/VVPP/ROOT/3/planen", "future"),
    ("Freitag/NN/obl/3 musste/VMFIN/aux/3/müssen/past er/PPER/nsubj/3 gehen/VVINF/ROOT/3/gehen", "past"),
    ("Freitag/NN/obl/3 sollte/VMFIN/aux/3/sollen/past er/PPER/nsubj/3 gehen/VVINF/ROOT/3/gehen", ""),
    ("Freitag/NN/obl/1 hingen/VVFIN/ROOT/1/hängen/plural sie/PPER/nsubj/1", "past"),
    ("die/PRELS/nsubj/2 Freitag/NN/obl/2 vorlegt/VVPP/acl/3/vorlegen Firma/NN/ROOT/3", "present"),
    ("aufgerufen/VVPP/ROOT/0/aufrufen Freitag/NN/obl/2 einzureisen/VVIZU/xcomp/0/einreisen", "future"),
    ("Freitag/NN/ROOT/0", ""),
]
_FEATURES = {"pres": _PRESENT, "past": _PAST, "plural": _PLURAL}


def _doc(tree: str) -> Doc:
    rows = [word.split("/") for word in tree.split()]
    return Doc(
        spacy.blank("de").vocab,
        words=[row[0] for row in rows],
        tags=[row[1] for row in rows],
        deps=[row[2] for row in rows],
        heads=[int(row[3]) for row in rows],
        lemmas=[row[4] if len(row) > 4 else row[0] for row in rows],
        morphs=[_FEATURES[row[5]] if len(row) > 5 else "" for row in rows],
    )


@pytest.mark.parametrize(("tree", "tense"), _CASES)
def test_the_tense_of_the_verb_of_a_day(tree: str, tense: str) -> None:
    doc = _doc(tree)
    start = doc.text.index("Freitag")
    assert Tenses(doc).at(start, start + len("Freitag")) == tense
