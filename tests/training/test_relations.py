"""Relations by case, number and function words."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from briefing.analyse.relations import correct_relations

VOCAB = spacy.blank("de").vocab
SING, PLUR = "Number=Sing", "Number=Plur"
Row = tuple[str, str, int, str, str]
"""Word, tag, head, relation, features."""


def parsed(*rows: Row) -> Doc:
    words, tags, heads, deps, morphs = (list(column) for column in zip(*rows, strict=True))
    return Doc(VOCAB, words=words, tags=tags, heads=heads, deps=deps, morphs=morphs)


CASES: list[tuple[list[Row], list[str]]] = [
    (  # the verb's number decides
        [
            ("Schwarze", "ADJA", 1, "amod", f"Case=Nom|{PLUR}"),
            ("Zahlen", "NN", 2, "nsubj", f"Case=Nom|{PLUR}"),
            ("schreibt", "VVFIN", 2, "ROOT", SING),
            ("die", "ART", 4, "det", SING),
            ("Firma", "NN", 2, "obj", f"Case=Acc|{SING}"),
        ],
        ["amod", "obj", "ROOT", "det", "nsubj"],
    ),
    (  # the article decides
        [
            ("Den", "ART", 1, "det", SING),
            ("Antrag", "NN", 2, "nsubj", SING),
            ("stellte", "VVFIN", 2, "ROOT", SING),
            ("Merkel", "NE", 2, "obj", ""),
        ],
        ["det", "obj", "ROOT", "nsubj"],
    ),
    (  # a clause without subject
        [
            ("Dazu", "PAV", 1, "advmod", ""),
            ("besteht", "VVFIN", 1, "ROOT", SING),
            ("keine", "PIAT", 3, "det", SING),
            ("Notwendigkeit", "NN", 1, "obj", f"Case=Acc|{SING}"),
        ],
        ["advmod", "ROOT", "det", "nsubj"],
    ),
    (  # with an auxiliary of the passive
        [
            ("wird", "VAFIN", 2, "aux:pass", SING),
            ("Geld", "NN", 2, "obj", SING),
            ("gezahlt", "VVPP", 2, "ROOT", ""),
        ],
        ["aux:pass", "nsubj:pass", "ROOT"],
    ),
    (  # two subjects, one of them an accusative pronoun
        [
            ("Ihn", "PPER", 1, "nsubj", SING),
            ("sah", "VVFIN", 1, "ROOT", SING),
            ("Anna", "NE", 1, "nsubj", ""),
        ],
        ["obj", "ROOT", "nsubj"],
    ),
    (  # the subject of a passive
        [
            ("Geld", "NN", 2, "nsubj", SING),
            ("wurde", "VAFIN", 2, "aux:pass", SING),
            ("gezahlt", "VVPP", 2, "ROOT", ""),
        ],
        ["nsubj:pass", "aux:pass", "ROOT"],
    ),
    (  # a clause with "weil" is no object
        [
            ("blieb", "VVFIN", 0, "ROOT", SING),
            (",", "$,", 4, "punct", ""),
            ("weil", "KOUS", 4, "mark", ""),
            ("er", "PPER", 4, "nsubj", SING),
            ("schlief", "VVFIN", 0, "ccomp", SING),
        ],
        ["ROOT", "punct", "mark", "nsubj", "advcl"],
    ),
    (  # nothing speaks against the parser
        [
            ("Anna", "NE", 1, "nsubj", ""),
            ("sah", "VVFIN", 1, "ROOT", SING),
            ("Maria", "NE", 1, "obj", ""),
        ],
        ["nsubj", "ROOT", "obj"],
    ),
    (  # a second verb shares the subject of the first
        [
            ("Er", "PPER", 1, "nsubj", SING),
            ("kam", "VVFIN", 1, "ROOT", SING),
            ("und", "KON", 3, "cc", ""),
            ("sah", "VVFIN", 1, "conj", SING),
            ("Maria", "NE", 3, "obj", ""),
        ],
        ["nsubj", "ROOT", "cc", "conj", "obj"],
    ),
    (  # no object becomes subject of a verb in another number
        [
            ("haben", "VAFIN", 3, "aux", PLUR),
            ("den", "ART", 2, "det", SING),
            ("Plan", "NN", 3, "obj", SING),
            ("verworfen", "VVPP", 3, "ROOT", ""),
        ],
        ["aux", "det", "obj", "ROOT"],
    ),
]


@pytest.mark.parametrize(("rows", "relations"), CASES)
def test_relations(rows: list[Row], relations: list[str]) -> None:
    doc = parsed(*rows)
    correct_relations(doc)
    assert [token.dep_ for token in doc] == relations


def test_the_case_follows_the_relation() -> None:
    doc = parsed(*CASES[0][0])
    correct_relations(doc)
    assert [token.morph.get("Case", []) for token in doc] == [["Acc"], ["Acc"], [], [], ["Nom"]]
