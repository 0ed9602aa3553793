"""A function that several persons share; hand-made documents, no trained pipeline."""

from __future__ import annotations

import pytest
from names_marked import names, parsed


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Das fordern die Senatoren [PER Max Muster], [PER Otto Kunz] (CDU) und [PER Anna Holz].", ["Senatoren"] * 3),
        ("Das fordern die Expertinnen [PER Anna Muster] und [PER Eva Kunz].", ["Expertinnen"] * 2),
        ("Das fordern die Herren [PER Max Muster] und [PER Otto Kunz].", [None, None]),
        ("Das fordern die Kollegen [PER Max Muster] und [PER Otto Kunz].", [None, None]),
        ("Sie traf die Senatoren [PER Max Muster] und [PER Otto Kunz], [PER Anna Holz] sagte ab.",
         ["Senatoren", "Senatoren", None]),
        ("Da haben Experten [PER Max Muster] und [PER Otto Kunz] gelobt.", ["Experten", None]),
    ],
)  # fmt: skip
def test_the_function_of_several(text: str, roles: list[str | None]) -> None:
    assert [found.role for found in names(text) if found.label == "PER"] == roles


def test_the_parser_must_join_the_names() -> None:
    found = parsed(
        "Da nannten die Experten Max Muster und Otto Kunz .", "ADV VVFIN ART NN NE NE KON NE NE $.",
        "advmod ROOT det nsubj obj flat cc conj flat punct", "1 1 3 1 1 4 7 4 7 1",
        "da nennen der Experte Max Muster und Otto Kunz .", "O O O O B-PER I-PER O B-PER I-PER O",
    )  # fmt: skip
    assert [one.role for one in found] == [None, None]
