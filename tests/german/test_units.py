"""Numbers with units, currencies, percentages and ages; conversion to a common base."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.german.units import convert, find_measures, unit_at_text, units

CASES = [
    ("Er zahlt [$ 30].", "30", "US-Dollar"),
    ("Er zahlt [30 $].", "30", "US-Dollar"),
    ("Er zahlt [€ 5].", "5", "Euro"),
    ("Er zahlt [rund 5,5 Mio. Euro].", "5500000", "Euro"),
    ("Er zahlt [2,3 Mrd. US-Dollar].", "2300000000", "US-Dollar"),
    ("Er zahlt [10 Schweizer Franken].", "10", "Franken"),
    ("Sie eroberten [etwa 250 Quadratkilometer].", "250", "km²"),
    ("Es brannten [20.000 Hektar].", "20000", "ha"),
    ("Der Anteil liegt bei [75 %].", "75", "Prozent"),
    ("Der Anteil liegt bei [hundert Prozent].", "100", "Prozent"),
    ("Das ist [5-prozentiger] Alkohol.", "5", "Prozent"),
    ("Es waren [drei Prozentpunkte].", "3", "Prozentpunkte"),
    ("Er fuhr [120 km/h].", "120", "km/h"),
    ("Er fuhr [80 Kilometer pro Stunde].", "80", "km/h"),
    ("Es hatte [20 Grad Celsius].", "20", "°C"),
    ("Es hatte [-5 °C].", "-5", "°C"),
    ("Es sind [5 GB].", "5", "GB"),
    ("Es sind [fünf Tonnen].", "5", "t"),
    ("Es sind [3 t] Stahl.", "3", "t"),
    ("Es sind [12 m].", "12", "m"),
    ("Es sind [1,5 Liter].", "1.5", "l"),
    ("Es sind [zwei Pfund].", "2", "Pfund"),
    ("Es sind [37 PS].", "37", "PS"),
    ("Es ist ein [20-Milliarden-Dollar]-Fonds.", "20000000000", "US-Dollar"),
    ("Es ist eine [750-Milliarden-US-Dollar]-Hilfe.", "750000000000", "US-Dollar"),
]


@pytest.mark.parametrize(("marked", "value", "unit"), CASES)
def test_measure(marked: str, value: str, unit: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    (measure,) = find_measures(text)
    assert (text[measure.start : measure.end], measure.number.low) == (text[start:end], Decimal(value))
    assert measure.unit is not None
    assert measure.unit.name == unit


@pytest.mark.parametrize(("text", "unit"), [("Sie ist 20 Jahre alt.", "Jahre"), ("Es ist 6 Monate alt.", "Monate")])
def test_age(text: str, unit: str) -> None:
    (measure,) = find_measures(text)
    assert (measure.unit, measure.age_unit, measure.number.kind) == (None, unit, "age")
    assert text[measure.start : measure.end].endswith("alt")


def test_change_and_level_share_the_unit() -> None:
    text = "Der Preis stieg um 3 auf 12 Euro."
    assert [(m.number.low, m.number.change, m.unit.name) for m in find_measures(text) if m.unit] == [
        (Decimal(3), True, "Euro"),
        (Decimal(12), False, "Euro"),
    ]


@pytest.mark.parametrize(
    ("text", "units_found"),
    [
        ("In der 6.000-Quadratmeter-Halle", ["m²"]),
        ("ein 75-Prozent-Zuschuss", ["Prozent"]),
        ("mit 22 beziehungsweise 17 Prozent", ["Prozent", "Prozent"]),
        ("für 2,3 Millionen Soles", ["Sol"]),
    ],
)
def test_units_within_a_word_and_in_a_list(text: str, units_found: list[str]) -> None:
    assert [measure.unit.name for measure in find_measures(text) if measure.unit] == units_found


@pytest.mark.parametrize(
    "text",
    [
        "Ein 100-Euro-Schein.",
        "Die 35-Stunden-Woche",
        "ein 50-Meter-Sprint",
        "Im Jahr 2020 m",
        "20 Menschen",
        "Platz 3",
        "",
    ],
)
def test_no_measure(text: str) -> None:
    assert find_measures(text) == []


def test_units_of_one_dimension_compare() -> None:
    assert convert(Decimal(250), "km²") == convert(Decimal(25000), "ha")
    assert convert(Decimal("1.5"), "t") == convert(Decimal(1500), "kg")
    assert convert(Decimal(3), "Prozent")[1] != convert(Decimal(3), "Prozentpunkte")[1]
    assert convert(Decimal(3), "Euro")[1] != convert(Decimal(3), "US-Dollar")[1]
    assert convert(Decimal(3), "Ellen") == (Decimal(3), "Ellen")


def test_inflected_names_lead_to_the_unit() -> None:
    for form, name in (("Quadratkilometern", "km²"), ("Tonnen", "t"), ("%", "Prozent"), ("US-Dollar", "US-Dollar")):
        unit = unit_at_text(form)
        assert unit is not None
        assert unit.name == name
    assert unit_at_text("Soldaten") is None


def test_every_unit_has_a_positive_factor() -> None:
    assert all(unit.factor > 0 for unit in units().values())


@given(st.text(alphabet="1 2,.€$%kmgthPS²³/hGradEuro-\n"))
def test_any_text_gives_measures_inside_it(text: str) -> None:
    assert all(0 <= m.start < m.end <= len(text) for m in find_measures(text))
