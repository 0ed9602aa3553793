"""German time expressions: inline marks give span, type and value."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.german.dates import find_dates
from briefing.german.dates_calendar import advent, easter, parse_day, weekday_near

MONDAY = "2024-10-28"
CASES = [
    # absolute
    ("Am [28. Oktober 2024] kam er.", "DATE", "2024-10-28"),
    ("Am [28.10.2024] kam er.", "DATE", "2024-10-28"),
    ("Am [28.10.] kam er.", "DATE", "2024-10-28"),
    ("Stand [2024-10-28].", "DATE", "2024-10-28"),
    ("Am [1. November] wird er kommen.", "DATE", "2024-11-01"),
    ("Am [23. Oktober] waren sie da.", "DATE", "2024-10-23"),
    ("Am [3. Dezember] war er da.", "DATE", "2023-12-03"),
    ("Am [3. Februar] wird er da sein.", "DATE", "2025-02-03"),
    ("Es begann am [Samstag, 26. Oktober] um zehn.", "DATE", "2024-10-26"),
    ("Seit [Februar 2022] herrscht Krieg.", "DATE", "2022-02"),
    ("Bis [Ende 2027] soll es fertig sein.", "DATE", "2027"),
    ("Im [Herbst 2023] stieg die Zahl.", "DATE", "2023-FA"),
    ("Im [dritten Quartal] stieg der Umsatz.", "DATE", "2024-Q3"),
    ("In [den neunziger Jahren] war das so.", "DATE", "199"),
    ("In [den 1980er Jahren] war das so.", "DATE", "198"),
    ("Im [20. Jahrhundert] war das so.", "DATE", "19"),
    ("Das Bündnis wurde [1949] gegründet.", "DATE", "1949"),
    ("Der Abt starb im [Jahr 578].", "DATE", "0578"),
    ("An [Karfreitag 2025] ruht die Arbeit.", "DATE", "2025-04-18"),
    ("Bis [Weihnachten] soll es fertig sein.", "DATE", "2024-12-24"),
    # relative
    ("Rutte sprach am [Montag].", "DATE", "2024-10-28"),
    ("Er sagte es am [Freitag].", "DATE", "2024-10-25"),
    ("Am [Freitag] wird er sprechen.", "DATE", "2024-11-01"),
    ("Am [kommenden Freitag] tagt der Rat.", "DATE", "2024-11-01"),
    ("Das teilte er am [vergangenen Montag] mit.", "DATE", "2024-10-21"),
    ("Er kam [gestern].", "DATE", "2024-10-27"),
    ("Er kommt [übermorgen].", "DATE", "2024-10-30"),
    ("Das war [vergangene Woche].", "DATE", "2024-W43"),
    ("Das wird in [der nächsten Woche] geschehen.", "DATE", "2024-W45"),
    ("Im [nächsten Jahr] steigt der Preis.", "DATE", "2025"),
    ("Der Preis lag über dem im [Vorjahr].", "DATE", "2023"),
    ("[Anfang des Monats] teilte er das mit.", "DATE", "2024-10"),
    ("[Anfang dieses Jahres] schloss er ein Abkommen.", "DATE", "2024"),
    ("Im [Februar] sagte er das.", "DATE", "2024-02"),
    ("Im [Dezember] sagte er das.", "DATE", "2023-12"),
    ("Am [Wochenende] demonstrierten sie.", "DATE", "2024-W43-WE"),
    ("[Damals] war das so.", "DATE", "PAST_REF"),
    ("[Derzeit] ist das so.", "DATE", "PRESENT_REF"),
    ("Das wird [demnächst] so sein.", "DATE", "FUTURE_REF"),
    ("Millionen mussten am [Samstagabend] warten.", "TIME", "2024-10-26TEV"),
    ("Am [Samstagabend] gegen 22.45 Uhr spürte die Polizei sieben Leute auf.", "TIME", "2024-10-26TEV"),
    ("Seit [diesem Freitag] ist das klar.", "DATE", "2024-10-25"),
    ("Sie gaben an, dass Lokale im [Dezember] wieder öffnen sollten.", "DATE", "2024-12"),
    ("An [diesem Donnerstag] tagt der Rat.", "DATE", "2024-10-31"),
    ("Am [Donnerstag] berät der Bundestag.", "DATE", "2024-10-31"),
    ("Am [Freitag] vor einer Woche war die Zahl höher.", "DATE", "2024-10-18"),
    ("Es wurde erwartet, dass am [Freitag] beraten und entschieden werden soll.", "DATE", "2024-11-01"),
    ("Der Minister sagt am [Freitag], das sei so.", "DATE", "2024-10-25"),
    ("In der [Nacht zum Sonntag] brannte es.", "TIME", "2024-10-26TNI"),
    ("Seit [Jahresbeginn] stieg die Zahl.", "DATE", "2024"),
    ("Geöffnet ist von [9] bis 17 Uhr.", "TIME", "2024-10-28T09:00"),
    # durations and sets
    ("Der Krieg dauert [zweieinhalb Jahre].", "DURATION", "P2.5Y"),
    ("Vor [mehr als zwei Monaten] begann es.", "DURATION", "P2M"),
    ("Vor [einigen Tagen] begann es.", "DURATION", "PXD"),
    ("Er sprach [eine halbe Stunde].", "DURATION", "PT0.5H"),
    ("Er saß [drei Jahre und vier Monate] ein.", "DURATION", "P3Y4M"),
    ("Das ging [jahrelang] so.", "DURATION", "PXY"),
    ("In [den vergangenen Jahren] stieg die Zahl.", "DURATION", "PXY"),
    ("Die [35-Stunden-Woche] kommt.", "DURATION", "PT35H"),
    ("Das geschieht [jedes Jahr].", "SET", "P1Y"),
    ("Gewählt wird [alle vier Jahre].", "SET", "P4Y"),
    ("Getestet wird [dreimal täglich].", "SET", "P1D"),
    ("Das kostet 5 Euro [pro Tag].", "SET", "P1D"),
    # times of day
    ("Er sprach am [Montagabend].", "TIME", "2024-10-28TEV"),
    ("Beginn ist heute um [20.15 Uhr].", "TIME", "2024-10-28T20:15"),
    ("Er kam [gestern Abend].", "TIME", "2024-10-27TEV"),
    ("Sie schläft [nachts] schlecht.", "SET", "XXXX-XX-XXTNI"),
]


def _marked(marked: str) -> tuple[str, int, int]:
    return marked.replace("[", "").replace("]", ""), marked.index("["), marked.index("]") - 1


@pytest.mark.parametrize(("marked", "kind", "value"), CASES)
def test_span_type_and_value(marked: str, kind: str, value: str) -> None:
    text, start, end = _marked(marked)
    found = [(d.start, d.end, d.type, d.value) for d in find_dates(text, MONDAY) if d.start < end and start < d.end]
    assert found == [(start, end, kind, value)]


@pytest.mark.parametrize(
    ("marked", "published", "value"),
    [
        ("Am [28. Oktober] kam er.", None, "XXXX-10-28"),
        ("Am [28. Oktober] kam er.", "2024", "2024-10-28"),
        ("Am [Montag] kam er.", None, "XXXX-WXX-1"),
        ("Am [Montag] kam er.", "2024-10", "XXXX-WXX-1"),
        ("Im [Mai] kam er.", None, "XXXX-05"),
        ("Das war [vergangene Woche].", "2024-10", "2024-WXX"),
        ("Im [vergangenen Jahr] kam er.", "2024-10", "2023"),
        ("Im [vergangenen Monat] kam er.", "2024-01", "2023-12"),
        ("Er kam [gestern].", "2024", "XXXX-XX-XX"),
        ("Um [20 Uhr] kam er.", None, "XXXX-XX-XXT20:00"),
    ],
)
def test_unknown_parts_of_the_date_stay_holes(marked: str, published: str | None, value: str) -> None:
    text, start, end = _marked(marked)
    assert [d.value for d in find_dates(text, published) if d.start < end and start < d.end] == [value]


def test_the_day_told_last_carries_the_story() -> None:
    text = "Am 18. Juni 2009 stimmten sie ab. Tags darauf stand es in der Zeitung. An diesem Tag regnete es."
    assert [d.value for d in find_dates(text, "2010-08-12")] == ["2009-06-18", "2009-06-19", "2009-06-19"]


def test_the_year_told_carries_the_story() -> None:
    text = "Im März 1992 betrat ich das Zimmer. Die Sitzung fiel auf den 5. März."
    assert [d.value for d in find_dates(text, "2001-08-23")] == ["1992-03", "1992-03-05"]


def test_without_a_date_a_year_told_carries_only_as_far_as_its_passage() -> None:
    near = "Die Wahl von 2000 wurde gerichtlich entschieden. Am 12. Dezember fiel das Urteil."
    assert [d.value for d in find_dates(near)] == ["2000", "2000-12-12"]
    far = "Das Gesetz gilt seit 2006. " + "Die Zahl der Fälle ist weiter gestiegen. " * 8 + "Im Januar kamen mehr."
    assert [d.value for d in find_dates(far)] == ["2006", "XXXX-01"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Im Geschäftsjahr 2019/20 (per 30. September) fiel der Umsatz.", "XXXX-09-30"),
        ("Es war 2019 so und ist es in diesem November.", "XXXX-11"),
    ],
)
def test_without_a_date_two_years_or_this_month_name_no_year(text: str, value: str) -> None:
    assert [d.value for d in find_dates(text)][-1] == value


@pytest.mark.parametrize("year", ["Das Gesetz von 1933 war anders.", "Er blieb bis 1998.", "So ist es seit 1998."])
def test_a_year_that_limits_or_tells_apart_does_not_carry_the_story(year: str) -> None:
    assert [d.value for d in find_dates(f"{year} Im Oktober kam er.", "2020-11-18")][-1] == "2020-10"


@pytest.mark.parametrize(
    "text",
    [
        "1500 Soldaten kamen.",
        "Die Maid sang.",
        "Er ist 20 Jahre alt.",
        "Sie sahen das Sommerloch.",
        "Kinder unter 14 Jahren",
        "Die Variante B.1.1.7 ist ansteckender.",
        "Die Version 2.1.1. und 1.1.3 des Programms",
        "",
    ],
)
def test_no_dates(text: str) -> None:
    assert find_dates(text, MONDAY) == []


@given(st.text(), st.sampled_from([None, "2024", "2024-10", "2024-10-28", "unsinn", "9999-12-31", "0001-01-01"]))
def test_any_text_gives_dates_inside_it(text: str, published: str | None) -> None:
    last = 0
    for found in find_dates(text, published):
        assert last <= found.start < found.end <= len(text)
        last = found.end


_PIECES = [
    "am", "im", "28", ".", "Oktober", "Mai", "2024", "Montag", "vergangenen", "nächste", "Woche", "Jahr", "Jahren",
    "zwei", "halbe", "Stunden", "Uhr", "um", "Anfang", "des", "dieses", "Tag", "bis", "zum", ":", "30", "heute",
    "Abend", "jeden", "täglich", "Ostern", "9999", "1000", "Quartal", "dritten", "20er", "Jahre", "-", "\n", "31",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES)), st.sampled_from([None, "2024-02-29", "0002-01-01", "9989-12-31"]))
def test_any_mixture_of_time_words_is_survived(pieces: list[str], published: str | None) -> None:
    text = " ".join(pieces)
    assert all(text[d.start : d.end] and d.value for d in find_dates(text, published))


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2199, 12, 31)))
def test_numeric_dates_are_read(day: dt.date) -> None:
    text = f"Am {day.day}.{day.month}.{day.year:04d} geschah es."
    assert [d.value for d in find_dates(text, None)] == [day.isoformat()]


@given(st.dates(min_value=dt.date(1900, 1, 1)), st.integers(min_value=1, max_value=7))
def test_weekdays_are_at_most_a_week_away(day: dt.date, number: int) -> None:
    if day.year > 9990:
        return
    for direction, days in (
        ("past", range(-6, 1)),
        ("before", range(-7, 0)),
        ("future", range(7)),
        ("after", range(1, 8)),
    ):
        found = weekday_near(day, number, direction)
        assert found.isoweekday() == number
        assert (found - day).days in days


def test_moving_holidays() -> None:
    assert easter(2024) == dt.date(2024, 3, 31)
    assert easter(2038) == dt.date(2038, 4, 25)
    assert advent(2024) == dt.date(2024, 12, 1)
    assert advent(2023) == dt.date(2023, 12, 3)


@pytest.mark.parametrize("text", ["", "2024-13", "24-10-28", "Oktober", "²024"])
def test_what_is_no_date_of_an_article(text: str) -> None:
    day = parse_day(text)
    assert day is None or day.month is None


@pytest.mark.parametrize(
    "unit",
    [
        "am Montag ",
        "Montag und ",
        "1.",
        "2024 ",
        "zwei Jahre und ",
        "heute ",
        "bis ",
        "28. ",
        "1. bis ",
        "9 bis ",
        "9 Uhr bis ",
    ],
)
def test_long_texts_grow_evenly(unit: str) -> None:
    short, long = find_dates(unit * 500, MONDAY), find_dates(unit * 1000, MONDAY)
    assert len(short) <= len(long) <= 2 * len(short) + 2
