"""Functions behind a name: appositions and predicates; no trained pipeline."""

from __future__ import annotations

import pytest
from names_marked import names, parsed


@pytest.mark.parametrize(
    ("text", "tags", "role"),
    [
        ("Das sagte [PER Max Muster], Rektor der Schule in Musterstadt.", "", "Rektor der Schule in Musterstadt"),
        ("[PER Max Muster], 46, Küchenchef im Gasthaus: Es geht.", "", "Küchenchef im Gasthaus"),
        ("[PER Max Muster] etwa, der Fraktionschef der Grünen, kam.", "", "Fraktionschef der Grünen"),
        ("Das sagte [PER Max Muster], Gründer der Firma mUster, gestern.", "", "Gründer der Firma mUster"),
        ("Das sagte [PER Max Muster], Chef des [ORG Bunds für Tanz e.V.], ja.", "", "Chef des Bunds für Tanz e.V."),
        ("Das sagte [PER Max Muster], einer der führenden Forscher von Muster.",
         "PDS VVFIN NE NE $, PIS ART ADJA NN APPR NE $.", "einer der führenden Forscher von Muster"),
        ('Das schrieb [PER Anna Muster], die Sprecherin der rot-grünen "Liste".',
         'PDS VVFIN NE NE $, ART NN ART NN $( NN $( $.', 'Sprecherin der rot-grünen "Liste"'),
        ("Das sagte [PER Max Muster], 46, am Montag.", "", None),
        ("Das sagte [PER Max Muster], einer der Tage war kalt.", "", None),
        ("[PER Max Muster] etwa, der Fraktionschef habe das gesagt.", "", None),
    ],
)  # fmt: skip
def test_the_apposition_behind_a_name(text: str, tags: str, role: str | None) -> None:
    assert names(text, tags)[0].role == role


def test_the_parse_closes_an_apposition() -> None:
    (found,) = parsed(
        "Das sagte Max Muster , der Leiter des Amts dem Blatt .", "PDS VVFIN NE NE $, ART NN ART NN ART NN $.",
        "obj ROOT nsubj flat punct det appos det nmod det iobj punct", "1 1 1 2 6 6 2 8 6 10 1 1",
        "der sagen Max Muster , der Leiter der Amt der Blatt .", "O O B-PER I-PER O O O O O O O O",
    )  # fmt: skip
    assert found.role == "Leiter des Amts"


@pytest.mark.parametrize(
    ("text", "tags", "deps", "heads", "role"),
    [
        ("Max Muster ist seit 2014 Leiter der Schule .", "NE NE VAFIN APPR CARD NN ART NN $.",
         "nsubj flat cop case obl ROOT det nmod punct", "5 0 5 4 5 5 7 5 5", "Leiter der Schule"),
        ("Max Muster wird neuer Leiter der Schule .", "NE NE VAFIN ADJA NN ART NN $.",
         "nsubj flat ROOT amod xcomp det nmod punct", "2 0 2 4 2 6 4 2", "neuer Leiter der Schule"),
        ("Max Muster ist ein Leiter der Schule .", "NE NE VAFIN ART NN ART NN $.",
         "nsubj flat cop det ROOT det nmod punct", "4 0 4 4 4 6 4 4", None),
        ("Max Muster ist nicht Leiter der Schule .", "NE NE VAFIN PTKNEG NN ART NN $.",
         "nsubj flat cop advmod ROOT det nmod punct", "4 0 4 4 4 6 4 4", None),
        ("Max Muster war früher Leiter der Schule .", "NE NE VAFIN ADV NN ART NN $.",
         "nsubj flat cop advmod ROOT det nmod punct", "4 0 4 4 4 6 4 4", None),
        ("Max Muster ist der einzige Leiter , der kam .", "NE NE VAFIN ART ADJA NN $, PRELS VVFIN $.",
         "nsubj flat cop det amod ROOT punct nsubj acl punct", "5 0 5 5 5 5 8 8 5 5", None),
    ],
)  # fmt: skip
def test_what_a_person_is_said_to_be(text: str, tags: str, deps: str, heads: str, role: str | None) -> None:
    lemmas = text.replace(" ist ", " sein ").replace(" wird ", " werden ").replace(" war ", " sein ")
    entities = " ".join(["B-PER", "I-PER", *["O"] * (len(text.split()) - 2)])
    assert parsed(text, tags, deps, heads, lemmas, entities)[0].role == role


@pytest.mark.parametrize(
    ("before", "tag", "role"), [("bisher tätige", "ADV ADJA", "Leiter des Amts"), ("zuvor einmal", "ADV ADV", None)]
)
def test_the_noun_behind_a_participle_with_words_of_its_own(before: str, tag: str, role: str | None) -> None:
    (found,) = parsed(
        f"Das sagte Max Muster , der {before} Leiter des Amts .", f"PDS VVFIN NE NE $, ART {tag} NN ART NN $.",
        "obj ROOT nsubj flat punct det advmod amod appos det nmod punct", "1 1 1 2 8 8 7 8 2 10 8 1",
        f"der sagen Max Muster , der {before} Leiter der Amt .", "O O B-PER I-PER O O O O O O O O",
    )  # fmt: skip
    assert found.role == role
