"""Tests of german/persons.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.german import persons


@pytest.mark.parametrize(
    ("name", "given_names", "family"),
    [
        ("Mark Rutte", ("Mark",), "Rutte"),
        ("Ursula von der Leyen", ("Ursula",), "von der Leyen"),
        ("von der Leyen", (), "von der Leyen"),
        ("Luiz Inácio Lula da Silva", ("Luiz", "Inácio", "Lula"), "da Silva"),
        ("Kim Jong Un", ("Jong Un",), "Kim"),
        ("Kim Yong-hyun", ("Yong-hyun",), "Kim"),
        ("Xi Jinping", ("Jinping",), "Xi"),
        ("Kim Kulig", ("Kim",), "Kulig"),
        ("Putin", (), "Putin"),
        ("Donald Trump Jr.", ("Donald",), "Trump"),
        ("De Masi", (), "De Masi"),
        ("Fabio De Masi", ("Fabio",), "De Masi"),
    ],
)
def test_split(name: str, given_names: tuple[str, ...], family: str) -> None:
    parts = persons.split(name)
    assert (parts.given, parts.family) == (given_names, family)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong-un", "Kim Jong Un"),
        ("Wolodymyr Selenskyj", "Volodymyr Zelensky"),
        ("Wolodymyr Selenskyj", "Wolodymyr Selenski"),
        ("Alexander Lukaschenko", "Aljaksandr Lukashenko"),
        ("Joseph R. Biden", "Joe Biden"),
        ("Recep Tayyip Erdoğan", "Recep Erdogan"),
        ("Viktor Orbán", "Viktor Orban"),
        ("Krišjānis Kariņš", "Krisjanis Karins"),
        ("Baschar al-Assad", "Bashar Assad"),
        ("Karl Müller", "Carl Mueller"),
    ],
)
def test_spellings_of_one_person(one: str, other: str) -> None:
    assert persons.same_person(one, other)
    assert persons.same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong Un", "Kim Yong-hyun"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Ingo Kuhl", "Nora Kuhl"),
        ("George H. W. Bush", "George W. Bush"),
        ("Hans Müller", "Hans Möller"),
        ("Mark Rutte", "Rutte"),
        ("Angela Merkel", "Angela Meier"),
    ],
)
def test_two_people_stay_two(one: str, other: str) -> None:
    assert not persons.same_person(one, other)


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Angela Merkel", "f"), ("Hans-Peter Friedrich", "m"), ("Kim Jong Un", ""), ("Merkel", ""), ("Xyzzy Meier", "")],
)
def test_gender_by_first_name(name: str, gender: str) -> None:
    assert persons.first_name_gender(name) == gender


@pytest.mark.parametrize(
    ("word", "bases"), [("Putins", ("Putin",)), ("Merz'", ("Merz",)), ("Weiss", ()), ("Abe", ()), ("’", ())]
)
def test_genitive(word: str, bases: tuple[str, ...]) -> None:
    assert persons.genitive_bases(word) == bases


NAMES = st.text(st.characters(categories=["Lu", "Ll"], include_characters=" -.'’"), max_size=30)


@given(NAMES)
def test_fold_levels_case_and_is_stable(name: str) -> None:
    folded = persons.fold(name)
    assert folded == persons.fold(name.strip())
    assert folded == folded.lower()


@given(NAMES, NAMES)
def test_same_person_is_symmetric(one: str, other: str) -> None:
    assert persons.same_person(one, other) == persons.same_person(other, one)


@given(NAMES)
def test_a_full_name_is_itself(name: str) -> None:
    if persons.split(name).given:
        assert persons.same_person(name, name)
