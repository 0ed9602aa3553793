"""Relations by case, number and function words."""

from __future__ import annotations

import random

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
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


BEHIND: list[Row] = [
    ("Sie", "PPER", 2, "nsubj", PLUR),
    ("seien", "VAFIN", 2, "cop", PLUR),
    ("einig", "ADJD", 2, "ROOT", ""),
    (",", "$,", 2, "punct", ""),
    ("bestätigten", "ADJA", 5, "amod", PLUR),
    ("Diplomaten", "NN", 2, "obj", f"Case=Acc|{PLUR}"),
    (".", "$.", 2, "punct", ""),
]


def test_the_verb_behind_what_was_said_is_no_adjective() -> None:
    doc = parsed(*BEHIND)
    correct_relations(doc)
    assert [(t.tag_, t.dep_, t.head.text) for t in doc[4:6]] == [
        ("VVFIN", "conj", "einig"),
        ("NN", "nsubj", "bestätigten"),
    ]
    assert (doc[4].lemma_, doc[5].morph.get("Case", [])) == ("bestätigen", ["Nom"])


@pytest.mark.parametrize(
    ("place", "row"),
    [
        (2, ("neuen", "ADJA", 5, "amod", PLUR)),  # a row of adjectives
        (4, ("geplanten", "ADJA", 5, "amod", PLUR)),  # nobody says anything
        (4, ("bestätigte", "ADJA", 5, "amod", PLUR)),
        (5, ("Diplomat", "NN", 2, "obj", SING)),
    ],
)
def test_other_adjectives_behind_a_comma_stay(place: int, row: Row) -> None:
    rows = [*BEHIND[:place], row, *BEHIND[place + 1 :]]
    doc = parsed(*rows)
    correct_relations(doc)
    assert doc[4].tag_ == "ADJA"


def test_an_article_before_a_wide_attribute() -> None:
    doc = parsed(
        ("Dagegen", "PAV", 1, "advmod", ""),
        ("sprach", "VVFIN", 1, "ROOT", SING),
        ("der", "ART", 1, "nsubj", ""),
        ("in", "APPR", 5, "case", ""),
        ("seiner", "PPOSAT", 5, "det", ""),
        ("Heimat", "NN", 1, "obl", f"Case=Dat|Gender=Fem|{SING}"),
        ("gesuchte", "ADJA", 7, "amod", ""),
        ("Präsident", "NN", 1, "nsubj", f"Case=Nom|Gender=Masc|{SING}"),
    )
    correct_relations(doc)
    assert [(t.dep_, t.head.text) for t in doc[2:8]] == [
        ("det", "Präsident"),
        ("case", "Heimat"),
        ("det", "Heimat"),
        ("obl", "gesuchte"),
        ("amod", "Präsident"),
        ("nsubj", "sprach"),
    ]


def test_a_preposition_before_a_wide_attribute() -> None:
    doc = parsed(
        ("gilt", "VVFIN", 0, "ROOT", SING),
        ("für", "APPR", 2, "case", ""),
        ("die", "ART", 0, "obl", ""),
        ("auf", "APPR", 4, "case", ""),
        ("Einfuhren", "NN", 0, "obl", f"Case=Acc|Gender=Fem|{PLUR}"),
        ("fällige", "ADJA", 6, "amod", ""),
        ("Steuer", "NN", 0, "obj", f"Case=Acc|Gender=Fem|{SING}"),
    )
    correct_relations(doc)
    assert [(t.dep_, t.head.text) for t in (doc[1], doc[2], doc[4], doc[6])] == [
        ("case", "Steuer"),
        ("det", "Steuer"),
        ("obl", "fällige"),
        ("obl", "gilt"),
    ]


@pytest.mark.parametrize(
    ("place", "row"),
    [
        (2, ("die", "ART", 0, "nsubj", "")),  # does not agree
        (3, (",", "$,", 4, "punct", "")),
        (4, ("haben", "VAFIN", 0, "aux", "")),
        (5, ("der", "ART", 6, "det", "")),  # has an article
    ],
)
def test_other_pronouns_stay(place: int, row: Row) -> None:
    rows: list[Row] = [
        ("sprach", "VVFIN", 0, "ROOT", SING),
        ("auch", "ADV", 0, "advmod", ""),
        ("der", "ART", 0, "nsubj", ""),
        ("lange", "ADV", 0, "advmod", ""),
        ("schon", "ADV", 0, "advmod", ""),
        ("gesuchte", "ADJA", 6, "amod", ""),
        ("Präsident", "NN", 0, "obj", f"Gender=Masc|{SING}"),
    ]
    rows[place] = row
    doc = parsed(*rows)
    correct_relations(doc)
    assert doc[2].dep_ != "det"


def test_a_postposition_hangs_on_the_noun_before_it() -> None:
    doc = parsed(
        ("Redner", "NN", 1, "obj", f"Case=Acc|{PLUR}"),
        ("sprachen", "VVFIN", 1, "ROOT", PLUR),
        ("georgischen", "ADJA", 3, "amod", PLUR),
        ("Medien", "NN", 1, "nsubj", f"Case=Nom|{PLUR}"),
        ("zufolge", "APPR", 6, "case", ""),
        ("von", "APPR", 6, "case", ""),
        ("Fälschungen", "NN", 1, "obl", f"Case=Dat|{PLUR}"),
    )
    correct_relations(doc)
    assert [(t.dep_, t.head.text) for t in doc] == [
        ("nsubj", "sprachen"),
        ("ROOT", "sprachen"),
        ("amod", "Medien"),
        ("obl", "sprachen"),
        ("case", "Medien"),
        ("case", "Fälschungen"),
        ("obl", "sprachen"),
    ]
    assert (doc[3].morph.get("Case", []), doc[4].tag_) == (["Dat"], "APPO")


def test_what_hung_on_the_noun_before_a_postposition() -> None:
    doc = parsed(
        ("Er", "PPER", 2, "nsubj", SING),
        ("ist", "VAFIN", 2, "cop", SING),
        ("Berichten", "NN", 6, "obj", PLUR),
        ("der", "ART", 4, "det", ""),
        ("Zeitung", "NN", 2, "nmod", SING),
        ("zufolge", "APPR", 2, "case", ""),
        ("zurückgetreten", "VVPP", 6, "ROOT", ""),
    )
    correct_relations(doc)
    assert [(t.dep_, t.head.text) for t in doc] == [
        ("nsubj", "zurückgetreten"),
        ("aux", "zurückgetreten"),
        ("obl", "zurückgetreten"),
        ("det", "Zeitung"),
        ("nmod", "Berichten"),
        ("case", "Berichten"),
        ("ROOT", "zurückgetreten"),
    ]


@pytest.mark.parametrize("before", [("kam", "VVFIN", 0, "ROOT", ""), ("Bericht", "NN", 0, "ROOT", "")])
def test_a_postposition_without_a_noun_stays(before: Row) -> None:
    doc = parsed(before, ("zufolge", "APPR", 0, "case", ""))
    correct_relations(doc)
    assert [(t.tag_, t.dep_) for t in doc] == [(before[1], before[3]), ("APPR", "case")]


@pytest.mark.parametrize(("tag", "relation"), [("NE", "obl"), ("NN", "nmod")])
def test_what_somebody_becomes_hangs_on_the_verb(tag: str, relation: str) -> None:
    doc = parsed(
        ("wurde", "VAFIN", 4, "aux:pass", SING),
        ("Giffey", tag, 4, "nsubj", SING),
        ("zur", "APPRART", 3, "case", ""),
        ("Chefin", "NN", 1, "nmod", SING),
        ("gewählt", "VVPP", 4, "ROOT", ""),
    )
    correct_relations(doc)
    assert doc[3].dep_ == relation


def test_nothing_hangs_on_an_auxiliary() -> None:
    doc = parsed(
        ("Gestern", "ADV", 1, "advmod", ""),
        ("wurde", "VAFIN", 3, "aux:pass", SING),
        ("Giffey", "NE", 1, "nsubj", SING),
        ("gewählt", "VVPP", 3, "ROOT", ""),
    )
    correct_relations(doc)
    assert [(t.dep_, t.head.text) for t in doc] == [
        ("advmod", "gewählt"),
        ("aux:pass", "gewählt"),
        ("nsubj:pass", "gewählt"),
        ("ROOT", "gewählt"),
    ]


def test_the_verb_among_the_attributes_is_none_of_them() -> None:
    doc = parsed(
        ("der", "ART", 1, "nsubj", ""),
        ("gekommen", "VVPP", 1, "ROOT", ""),
        ("gesuchte", "ADJA", 3, "amod", ""),
        ("Mann", "NN", 1, "obj", f"Gender=Masc|{SING}"),
    )
    correct_relations(doc)
    assert [t.head.text for t in doc] == ["gekommen", "gekommen", "Mann", "gekommen"]


def test_a_postposition_above_its_noun_stays() -> None:
    doc = parsed(
        ("Bericht", "NN", 2, "obl", ""),
        ("zufolge", "APPR", 1, "ROOT", ""),
        ("kam", "VVFIN", 1, "dep", ""),
    )
    correct_relations(doc)
    assert [t.head.text for t in doc] == ["kam", "zufolge", "zufolge"]


WORDS = st.sampled_from(
    [
        ("der", "ART", "nsubj"),
        ("zufolge", "APPR", "case"),
        ("zur", "APPRART", "case"),
        ("gesuchte", "ADJA", "amod"),
        ("bestätigten", "ADJA", "amod"),
        ("Mann", "NN", "obl"),
        ("Merkel", "NE", "nmod"),
        ("gekommen", "VVPP", "obl"),
        ("wurde", "VAFIN", "aux:pass"),
        (",", "$,", "punct"),
    ]
)


@settings(max_examples=300)
@given(st.lists(st.tuples(WORDS, st.integers(0, 9)), min_size=3, max_size=6), st.randoms(use_true_random=False))
def test_every_tree_stays_a_tree(rows: list[tuple[tuple[str, str, str], int]], draw: random.Random) -> None:
    order = draw.sample(range(len(rows)), len(rows))
    heads = list(range(len(rows)))
    for place, index in enumerate(order[1:], 1):
        heads[index] = order[rows[index][1] % place]
    deps = ["ROOT" if heads[i] == i else dep for i, ((_, _, dep), _) in enumerate(rows)]
    words, tags = [word for (word, _, _), _ in rows], [tag for (_, tag, _), _ in rows]
    doc = Doc(VOCAB, words=words, tags=tags, heads=heads, deps=deps)
    correct_relations(doc)
    for token in doc:
        path = {token.i}
        while token.head.i != token.i:
            token = token.head
            assert token.i not in path
            path.add(token.i)
