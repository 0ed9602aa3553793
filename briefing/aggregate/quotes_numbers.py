"""Numbers in statements: read from the text, compared with room for rounding, weighed by how much they tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

# Not the figures that are a part of a word: CO2, Covid-19, FFP2.
_NUMBER = re.compile(r"(?<![\w-])\d+(?:[.,]\d+)*|(?<=\d)-\d+")
_WORD = re.compile(r"\w+")
_VALUES = {
    word: str(value)
    for value, word in enumerate("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(), start=2)
}
_OTHER_WORDS = frozenset(
    """dutzend dutzende hundert hunderte tausend tausende million millionen milliarde milliarden hälfte drittel
    viertel""".split()
)
# Bases of rates (*je 100.000 Einwohner*) and numbers that are in every text.
_PLAIN = frozenset({"100", "1000", "100000", "1000000", "000"})
_SMALL, _LARGE, _THOUSAND = 12, 100, 1000
# Figures that a rounded number must have left to be recognised in a finer one.
_FIGURES = 2
_MOST = 8  # telling numbers that are paired
RARE = "#"
"""How the key of a rare number begins."""


def numbers_in(text: str) -> frozenset[str]:
    """The numbers of a text as they are printed, without points between thousands; small ones also from words."""
    figures = {_printed(n.rstrip(",").lstrip("-")) for n in _NUMBER.findall(text)}
    words = {word.lower() for word in _WORD.findall(text)}
    return frozenset(figures | {_VALUES[word] for word in words & _VALUES.keys()} | (_OTHER_WORDS & words))


def _printed(number: str) -> str:
    """A printed number without points between thousands, its fraction behind a point; of a day or an hour (*20.12.*,
    *15.30*), the first part."""
    first, point, rest = number.partition(".")
    if point and len(rest) < len("000"):
        return first
    return number.replace(".", "").replace(",", ".")


def differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both have numbers and each has one that the other lacks, rounded ones apart."""
    return bool(one and other) and not (_covered(one, other) or _covered(other, one))


def telling(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both have a number, also a rounded one, that is found in no other matter: a large one or a fraction."""
    return any(_tells(number) and _is_rare(number, _LARGE) and _has(other, number) for number in one)


def pairs_of(numbers: frozenset[str]) -> frozenset[str]:
    """The pairs of telling numbers: two statements of one speaker that share one are about the same."""
    telling_ones = sorted(number for number in numbers if _tells(number))[:_MOST]
    return frozenset(f"{one} {other}" for one, other in combinations(telling_ones, 2))


def rare(numbers: Iterable[str]) -> frozenset[str]:
    """The numbers that are found in no other matter, marked as such: those over a thousand, and fractions."""
    return frozenset(f"{RARE}{number}" for number in numbers if _tells(number) and _is_rare(number, _THOUSAND))


def _covered(some: Iterable[str], others: frozenset[str]) -> bool:
    return all(_has(others, number) for number in some)


def _has(numbers: frozenset[str], number: str) -> bool:
    return number in numbers or any(_rounded(number, other) or _rounded(other, number) for other in numbers)


@lru_cache(4096)
def _rounded(coarse: str, fine: str) -> bool:
    """Whether `coarse` is `fine` with fewer figures (*1,6 Milliarden*, *1551 Millionen*)."""
    values = [_value(coarse), _value(fine)]
    if values[0] is None or values[1] is None or values[1] == 0:
        return False
    figures = len(values[0].normalize().as_tuple().digits)
    if not _FIGURES <= figures < len(values[1].normalize().as_tuple().digits):
        return False
    exponent = values[1].adjusted() - figures + 1
    return values[1].quantize(Decimal(1).scaleb(exponent)) == values[0]


def _tells(number: str) -> bool:
    value = _value(number)
    if value is None or number in _PLAIN or (abs(value) <= _SMALL and value % 1 == 0):
        return False
    return not (len(number) == 4 and number[:2] in ("19", "20"))  # a year


def _is_rare(number: str, least: int) -> bool:
    value = _value(number)
    return value is not None and (abs(value) > least or value % 1 != 0)


@lru_cache(4096)
def _value(number: str) -> Decimal | None:
    text = number.replace(",", ".")
    return Decimal(text) if re.fullmatch(r"-?\d{1,18}(?:\.\d{1,12})?", text) else None
