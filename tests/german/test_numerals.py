"""Every German way to write a number; sentences of `numerals.tsv` come from a grammar with known meanings."""

from __future__ import annotations

import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from briefing.german.dates import find_dates
from briefing.german.numerals import find_numbers, read_number
from briefing.german.numerals_tokens import Token, Tokens

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("numerals.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_the_grammar_covers_at_least_three_hundred_sentences() -> None:
    assert len({row[0] for row in ROWS}) >= 300


@pytest.mark.parametrize(("marked", "low", "high", "bound", "kind", "change"), ROWS)
def test_sentence(marked: str, low: str, high: str, bound: str, kind: str, change: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    number = next(n for n in find_numbers(text) if n.start < end and start < n.end)
    assert (text[number.start : number.end], number.bound, number.kind) == (text[start:end], bound, kind)
    assert number.change == bool(change)
    if low != "*":
        assert number.low == (Decimal(low) if low else None)
        assert number.high == (Decimal(high) if high else None)


@given(st.integers(min_value=0, max_value=10**12))
def test_cardinals_in_words_are_read(value: int) -> None:
    assert read_number(num2words(value, lang="de")) == value


@given(st.integers(min_value=1, max_value=10**6 - 1))
def test_ordinals_in_words_are_read(value: int) -> None:
    assert read_number(num2words(value, lang="de", to="ordinal")) == value


@given(st.integers(min_value=2, max_value=10**12))
def test_cardinals_are_found_in_a_sentence(value: int) -> None:
    written = num2words(value, lang="de")
    text = f"Es waren {written} Menschen."
    assert [(n.low, text[n.start : n.end]) for n in find_numbers(text)] == [(Decimal(value), written)]


@given(st.integers(min_value=0, max_value=10**15))
def test_grouped_figures_are_read(value: int) -> None:
    for separator in (".", " ", "\u00a0", "\u202f", "'"):
        assert read_number(f"{value:,}".replace(",", separator)) == value


@given(st.decimals(min_value=0, max_value=10**9, places=3))
def test_decimal_commas_are_read(value: Decimal) -> None:
    assert read_number(str(value).replace(".", ",")) == value


@given(st.text())
def test_any_text_gives_numbers_inside_it(text: str) -> None:
    last = 0
    for number in find_numbers(text):
        assert last <= number.start <= number.digits_start < number.end <= len(text)
        assert text[number.start : number.end].strip() == text[number.start : number.end]
        last = number.end


@given(st.lists(st.sampled_from(
    ["zwei", "hundert", "tausend", "und", "ein", "eine", "halbe", "Million", "Mrd.", "3", ".", ",", "500", "-", "/",
     "bis", "zu", "zwischen", "Drittel", "Prozent", "%", "um", "mehr", "als", "Uhr", "28", ":", "½", "\n", "(", ")"]
)))  # fmt: skip
def test_any_mixture_of_number_tokens_is_survived(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert all(text[n.start : n.end] for n in find_numbers(text))
    assert find_numbers("".join(pieces)) is not None


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1.",
        "1.000",
        "zwei",
        "hundert ",
        "und ",
        "1/",
        "3:",
        "1,",
        "1 ",
        "ein ",
        "bis ",
        "1 bis ",
        "1. und ",
        "9 Uhr bis ",
    ],
)
def test_very_long_numbers_do_not_crash(unit: str) -> None:
    for times in (1000, 2000):
        assert isinstance(find_numbers(unit * times), list)
        assert read_number(unit * times) is None


def test_tokens_grow_with_the_text() -> None:
    text = "Rund 1.500 bis 2 Millionen Menschen, 3:2, § 5 "
    assert len(Tokens(text * 64)) == 64 * len(Tokens(text))
    assert len(find_numbers(text * 64)) == 64 * len(find_numbers(text))


@pytest.mark.parametrize(
    "text", ["", "die Elf", "außer Acht", "ein Haus", "Roman", "IV", "XIV. Kapitel", "und", "unter vier Augen"]
)
def test_no_numbers(text: str) -> None:
    assert find_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ein", 1),
        ("eins", 1),
        ("minus zwei", -2),
        ("Dutzend", 12),
        ("20k", 20000),
        ("zwei und drei Viertel", Decimal("2.75")),
        ("null Komma acht", Decimal("0.8")),
        ("ein und ein halb", Decimal("1.5")),
        ("322 hundert", 32200),
        ("3½", Decimal("3.5")),
        ("1,500,000", 1500000),
        ("3 1/2", Decimal("3.5")),
        ("Million", 10**6),
        ("eine Trillion", 10**18),
    ],
)
def test_single_numbers(text: str, value: Decimal) -> None:
    assert read_number(text) == value


@pytest.mark.parametrize("text", ["", "abc", "12 Affen", "1e5", "zwei drei", "1.2.3"])
def test_what_is_no_single_number(text: str) -> None:
    assert read_number(text) is None


CHAINS = [
    "1/", "1-", "1.", "1 ", "1, ", "0 ", "01 ", "hundert und ", "eine Million ", "1 bis ", "rund ", "zwei und ", "A1 ",
    "5 % auf ", "von 1 auf ", "am Montag ", "zwei Jahre und ", "28. Oktober ", "heute ", "Nacht zum ", "2020/",
]  # fmt: skip


@pytest.mark.parametrize("unit", CHAINS)
@pytest.mark.parametrize("reader", [find_numbers, find_dates])
def test_twice_the_text_is_twice_the_work(
    unit: str, reader: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at, original = 0, Tokens.at

    def counted(tokens: Tokens, index: int) -> Token:
        nonlocal looked_at
        looked_at += 1
        return original(tokens, index)

    monkeypatch.setattr(Tokens, "at", counted)
    reader(unit * 400)
    once, looked_at = looked_at, 0
    reader(unit * 800)
    assert looked_at <= 2.1 * once + 100


@pytest.mark.benchmark
def test_time_grows_with_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    text = "Rund 1.500 bis 2 Millionen Menschen zahlten am 3. Mai 2,5 Mrd. Euro, teilte die Behörde mit. " * 500
    for times in (1, 2, 4):
        start = time.perf_counter()
        find_numbers(text * times)
        with capsys.disabled():
            print(f"\n{len(text) * times} characters: {time.perf_counter() - start:.2f} s")


@pytest.mark.parametrize(
    ("text", "low", "high"), [("minus 5 bis 10 Grad", -5, 10), ("-1 bis 3 Grad", -1, 3), ("-1~3-1", -1, 3)]
)
def test_the_sign_before_a_range_is_that_of_its_lower_end(text: str, low: int, high: int) -> None:
    number = find_numbers(text)[0]
    assert (number.low, number.high, number.bound) == (low, high, "range")
