"""Full names inside an article, and names in any text; entities are marked by hand, see `names_marked`."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from names_marked import NLP, names, parsed, resolved

from briefing.analyse import items
from briefing.analyse.names import find_names


def test_family_name_and_genitive_stand_for_the_full_name() -> None:
    found = resolved("[PER Wladimir Putin] kam. [PER Putins] Plan war alt, doch [PER Putin] lachte.")
    assert found == {"Wladimir Putin": "Wladimir Putin", "Putins": "Wladimir Putin", "Putin": "Wladimir Putin"}


def test_family_first_names() -> None:
    text = "Machthaber [PER Kim Jong Un] reiste. [PER Kim] schwieg. Minister [PER Kim Yong-hyun] kam später."
    assert resolved(text)["Kim"] == "Kim Jong Un"


def test_a_bare_name_that_fits_two_people_stays_as_printed() -> None:
    text = "[PER Kim Jong Un] und [PER Kim Yong-hyun] trafen sich nicht. Dann sprach [PER Kim] davon."
    assert resolved(text)["Kim"] == "Kim"


def test_function_decides_between_two_people_of_one_name() -> None:
    text = (
        "Machthaber [PER Kim Jong Un] und Verteidigungsminister [PER Kim Yong-hyun] schwiegen. "
        "Später sagte Verteidigungsminister [PER Kim], man warte."
    )
    assert [found.name for found in names(text)][-1] == "Kim Yong-hyun"


def test_form_of_address_decides_in_a_couple() -> None:
    text = "[PER Ingo Kuhl] und [PER Nora Kuhl] klagten. Frau [PER Kuhl] sprach zuerst."
    assert [found.name for found in names(text)][-1] == "Nora Kuhl"


def test_particles_belong_to_the_name() -> None:
    found = resolved("[PER Ursula von der Leyen] kam, [PER von der Leyen] ging.")
    assert found["von der Leyen"] == "Ursula von der Leyen"


@pytest.mark.parametrize(
    ("printed", "name"),
    [("NATO", "Nato"), ("Europäischen Union", "EU"), ("Vereinten Nationen", "UN"), ("Muster GmbH", "Muster GmbH")],
)
def test_organisations_by_their_usual_name(printed: str, name: str) -> None:
    assert resolved(f"Das sagte ein Vertreter der [ORG {printed}] gestern.")[printed] == name


def test_an_abbreviation_explained_in_the_article() -> None:
    text = "Die [ORG Deutsche Hügelhilfe] ([ORG DHH]) warnt. Die [ORG DHH] hilft."
    assert {found.name for found in names(text)} == {"Deutsche Hügelhilfe"}


def test_a_body_called_by_its_noun_is_the_one_with_that_noun() -> None:
    text = "Das [ORG Bundesamt für Musterschutz] warnt. Das [ORG Bundesamt] schwieg."
    assert resolved(text)["Bundesamt"] == "Bundesamt für Musterschutz"
    two = text + " Das [ORG Bundesamt für Normung] auch."
    assert resolved(two)["Bundesamt"] == "Bundesamt"


def test_a_genitive_before_what_it_owns() -> None:
    owner, *_ = parsed(
        "Wladimir Putins Krieg endet .", "NE NE NN VVFIN $.", "nmod flat nsubj ROOT punct", "2 0 3 3 3",
        "Wladimir Putins Krieg enden .", "B-PER I-PER O O O",
    )  # fmt: skip
    assert owner.name == "Wladimir Putin"


# ── any text ─────────────────────────────────────────────────────────────────────────────────────


PIECES = st.sampled_from(
    ["Putin", "Mark Rutte", "der Präsident", "Kim", ",", ".", "(", ")",
     '"', "Russlands", "Nato", "\n", "Dr.", "von der",
     "Chef des", "und", "sagte", "Kim Jong Un", "'", "\u00ad", "Die Linke", "US-", "Weißen Haus", "ver.di", "Frau"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25), st.data())
def test_names_lie_in_the_text_in_order_and_apart(pieces: list[str], data: st.DataObject) -> None:
    doc = NLP.make_doc(" ".join(pieces))
    if len(doc) > 2:
        start = data.draw(st.integers(0, len(doc) - 2))
        label = data.draw(st.sampled_from(["PER", "ORG", "LOC", "MISC"]))
        doc.ents = [doc.char_span(doc[start].idx, doc[start + 1].idx + len(doc[start + 1]), label=label)]
    found = items.read(find_names(doc), items.NAMES)
    for one, other in pairwise(found):
        assert one["end"] <= other["start"]
    for name in found:
        printed = doc.text[name["start"] : name["end"]]
        assert printed.strip() == printed != ""
        assert name["name"]
        assert name["rule"]
        assert name["role"] is None or 0 <= name["role"][0] < name["role"][1] <= len(doc.text)
