"""German print: numbers, dates, spaces, quotation marks."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Bound
from briefing.render import typography

NB, THIN = typography.NBSP, typography.THIN


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1500", "1.500"),
        ("3.5", "3,5"),
        ("1300000", f"1,3{THIN}Mio."),
        ("1234567", "1.234.567"),
        ("2000000000", f"2{THIN}Mrd."),
        ("-4", "−4"),
        ("0.25", "0,25"),
        ("10", "10"),
    ],
)
def test_numbers(value: str, expected: str) -> None:
    assert typography.number(Decimal(value)) == expected


@pytest.mark.parametrize(
    ("low", "high", "bound", "unit", "expected"),
    [
        ("600", None, "more than", "", f"mehr als{NB}600"),
        (None, "50", "at most", "Euro", f"höchstens{NB}50{NB}Euro"),
        ("1500", "1500", "about", "", f"rund{NB}1.500"),
        ("10", "20", "range", "Prozent", f"10 bis 20{THIN}%"),
        ("1200000000", "2000000000", "range", "Euro", f"1,2 bis 2{THIN}Mrd.{NB}Euro"),
        (None, None, "exact", "", "ohne Zahl"),
        ("1000", None, "about", "", "Tausende"),
        ("1000000", None, "about", "Euro", f"Millionen{NB}Euro"),
        ("1000", "1000", "about", "", f"rund{NB}1.000"),
        ("1", None, "more than", "Prozentpunkte", f"mehr als{NB}1{NB}Prozentpunkt"),
    ],
)
def test_amounts(low: str | None, high: str | None, bound: Bound, unit: str, expected: str) -> None:
    given_low = None if low is None else Decimal(low)
    given_high = None if high is None else Decimal(high)
    assert typography.amount(given_low, given_high, bound, unit) == expected


def test_extent_names_an_open_end() -> None:
    assert typography.extent(Decimal(412), Decimal(600), top="mehr als 600") == "412 bis mehr als 600"
    assert typography.extent(Decimal(412), Decimal(412), "Euro") == f"412{NB}Euro"
    assert typography.extent(Decimal(412), Decimal(600)) == "412–600"


@pytest.mark.parametrize(
    ("value", "long", "short"),
    [
        ("2024-10-28", f"28.{NB}Oktober 2024", "28.10.2024"),
        ("2024-10", "Oktober 2024", "10/2024"),
        ("2024", "2024", "2024"),
        ("2024-W43", f"43.{NB}Woche 2024", f"43.{NB}Woche 2024"),
        ("2024-Q3", "2024-Q3", "2024-Q3"),
        ("2024-13-99", "2024-13-99", "2024-13-99"),
        ("XXXX-10-28", f"28.{NB}Oktober", "28. Oktober"),
        ("XXXX-02-30", "XXXX-02-30", "XXXX-02-30"),
        (None, "ohne Datum", "ohne Datum"),
    ],
)
def test_dates(value: str | None, long: str, short: str) -> None:
    assert typography.long_date(value) == long
    assert typography.short_date(value) == short


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("z. B. in Talin", f"z.{THIN}B. in Talin"),
        ("u.a. 20 Prozent", f"u.{THIN}a. 20{NB}Prozent"),
        ("am 28. Oktober", f"am 28.{NB}Oktober"),
        ("3,5 Millionen Euro", f"3,5{NB}Millionen Euro"),
        ("nach § 5", f"nach §{NB}5"),
        ("20 Menschen", "20 Menschen"),
        ("im Kampf getötet . Dann , so", "im Kampf getötet. Dann, so"),
        ("es fehlt . 5 davon", "es fehlt. 5 davon"),
        ("gut ... und .5", "gut ... und .5"),
    ],
)
def test_no_break_spaces(text: str, expected: str) -> None:
    assert typography.spaced(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jede Stunde zählt", "„Jede Stunde zählt“"),
        ("Das „Wunder“ von Talin", "„Das ‚Wunder‘ von Talin“"),
        ('Das "Wunder"', "„Das ‚Wunder“"),
        ("»Ja«", "„Ja“"),
    ],
)
def test_quotation_marks(text: str, expected: str) -> None:
    assert typography.quoted(text) == expected


@given(st.text())
def test_spacing_changes_nothing_but_spaces_and_invisible_characters(text: str) -> None:
    def visible(value: str) -> str:
        kept = (c for c in value if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf", "Zl", "Zp"))
        return "".join("\ufffd" if unicodedata.category(c) == "Cs" else c for c in kept)

    assert visible(typography.spaced(text)) == visible(text)


@given(st.text())
def test_cleaned_text_is_one_line_without_controls(text: str) -> None:
    cleaned = typography.clean(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in cleaned)
    assert cleaned == " ".join(cleaned.split(" ")).strip()
    assert typography.clean(cleaned) == cleaned


@given(st.text(min_size=1), st.integers(min_value=10, max_value=80))
def test_shortened_text_keeps_its_limit(text: str, limit: int) -> None:
    assert len(typography.shorten(text, limit)) <= limit + 2


def test_lists_and_counts() -> None:
    assert typography.listed(["a", "b", "c"]) == "a, b und c"
    assert typography.listed([]) == ""
    assert typography.count(1, "Wort", "Wörter") == f"1{NB}Wort"
    assert typography.count(1200, "Wort", "Wörter") == f"1.200{NB}Wörter"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("… dass es genehmigt werden kann.“", "… dass es genehmigt werden kann."),
        ("„Das ist genehmigt", "Das ist genehmigt"),
        ("Er nannte es „genehmigt“", "Er nannte es „genehmigt“"),
        ("“", ""),
        ("Es sind viele“, sagte er: „Und es", "„Es sind viele“, sagte er: „Und es"),
        ("Es sind viele“, sagte er", "„Es sind viele“, sagte er"),
        ("Er sagte: „Das ist so.", "Er sagte: „Das ist so.“"),
    ],
)
def test_a_mark_without_its_other_half_is_left_out(text: str, expected: str) -> None:
    assert typography.balanced(text) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("deutsche Wirtschaftsinstitute", "Deutsche Wirtschaftsinstitute"),
        ("dm", "dm"),
        ("eBay", "eBay"),
        ("IG Metall", "IG Metall"),
    ],
)
def test_a_group_is_named_with_a_capital(name: str, expected: str) -> None:
    assert typography.named(name) == typography.spaced(expected)
