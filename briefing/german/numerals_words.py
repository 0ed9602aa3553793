"""German number words as single orthographic words: *zwölf*, *zweihunderttausend*, *zweieinhalb*, *dritte*, *Fünftel*.

Grammar after Duden, Die Grammatik, „Numeralia“; compounds are taken apart into morphemes from left
to right, so the work is linear in the length of the word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

WordKind = Literal["small", "scale", "mixed", "plural", "ordinal", "part", "half", "dozen"]

UNITS = {
    "null": 0, "ein": 1, "eins": 1, "eine": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "fünf": 5, "fuenf": 5,
    "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "zwoelf": 12, "dreizehn": 13,
    "vierzehn": 14, "fünfzehn": 15, "fuenfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
}  # fmt: skip
TENS = {
    "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "fuenfzig": 50,
    "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90,
}  # fmt: skip
SCALES = {
    "million": 10**6, "milliarde": 10**9, "billion": 10**12, "billiarde": 10**15, "trillion": 10**18,
    "trilliarde": 10**21, "quadrillion": 10**24, "quadrilliarde": 10**27,
}  # fmt: skip
ABBREVIATED = {
    "mio": 10**6, "mill": 10**6, "mrd": 10**9, "mia": 10**9, "bio": 10**12, "brd": 10**15, "tsd": 1000, "tds": 1000,
}  # fmt: skip
EIN = frozenset({"ein", "eine", "einen", "einem", "einer", "eines", "eins"})
VULGAR = {
    "½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅐": (1, 7),
    "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
_INFLECTED = {"zweier": 2, "dreier": 3, "zweien": 2, "dreien": 3, "vieren": 4, "zween": 2}
_IRREGULAR_ORDINALS = {"erst": 1, "dritt": 3, "siebt": 7, "siebent": 7, "acht": 8}
_IRREGULAR_PARTS = {"drittel": 3, "siebtel": 7, "siebentel": 7, "achtel": 8}
_MIXED = {"einhalb": (1, 2), "einviertel": (1, 4), "dreiviertel": (3, 4), "eindrittel": (1, 3), "zweidrittel": (2, 3)}
_MORPHEME = re.compile(
    "|".join(sorted((re.escape(m) for m in {*UNITS, *TENS, "hundert", "tausend", "und"}), key=len, reverse=True))
)
_MAXIMUM = 160  # characters; the longest cardinal below a million has fewer than 60
_ORDINAL_END = re.compile(r"(?:en|er|es|em|e|ens)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordNumber:
    """Value and kind of a number word.

    small: a cardinal below a million; scale: Million and above; mixed: *zweieinhalb*; plural: *Tausende*;
    ordinal: *dritte*; part: *Drittel* (value is 1/3); half: *halb*; dozen: *Dutzend*.
    """

    value: Decimal
    kind: WordKind


def ratio(above: int, below: int) -> Decimal:
    """above/below, rounded to 12 places, as thirds have no finite decimal form."""
    exact = Decimal(above) / Decimal(below)
    return exact if exact == exact.quantize(Decimal("1e-12")) else exact.quantize(Decimal("1e-12"))


def _morphemes(word: str) -> list[str] | None:
    found, at = [], 0
    while at < len(word):
        match = _MORPHEME.match(word, at)
        if match is None:
            return None
        piece = match[0]
        # "eins" and "eine" are longer than "ein" but stand only at the end: einsechstel, einelf…
        if piece in ("eins", "eine") and match.end() < len(word):
            piece = "ein"
        found.append(piece)
        at += len(piece)
    return found


def _below_hundred(parts: list[str]) -> int | None:
    """Value of the morphemes of a number from 0 to 99 (also *elf* … *neunzehn* before *hundert*)."""
    if not parts:
        return 0
    if len(parts) == 1:
        return TENS.get(parts[0], UNITS.get(parts[0]))
    if len(parts) == 3 and parts[1] == "und" and parts[2] in TENS and 0 < UNITS.get(parts[0], 0) < 10:
        return UNITS[parts[0]] + TENS[parts[2]]
    return None


def _rest(parts: list[str]) -> list[str] | None:
    """What follows *hundert* or *tausend*: a linking *und* is dropped; nothing may be left of it alone."""
    if parts and parts[0] == "und":
        return parts[1:] or None
    return parts


def _below_thousand(parts: list[str]) -> int | None:
    if parts.count("hundert") > 1:
        return None
    if "hundert" not in parts:
        return _below_hundred(parts)
    at = parts.index("hundert")
    left, rest = _below_hundred(parts[:at]), _rest(parts[at + 1 :])
    right = None if rest is None else _below_hundred(rest)
    if left is None or right is None or left > 99 or (parts[:at] and left == 0):
        return None
    return (left if parts[:at] else 1) * 100 + right


@lru_cache(maxsize=4096)
def cardinal(word: str) -> int | None:
    """Value of one word below a million (*zweihundertfünfunddreißigtausend*), lower case; None if it is none."""
    if len(word) > _MAXIMUM:
        return None
    parts = _morphemes(word)
    if not parts or parts[0] == "und" or parts[-1] == "und" or parts.count("tausend") > 1:
        return None
    if "tausend" not in parts:
        return _below_thousand(parts)
    at = parts.index("tausend")
    left, rest = _below_thousand(parts[:at]), _rest(parts[at + 1 :])
    right = None if rest is None else _below_thousand(rest)
    if left is None or right is None or left > 999 or right > 999 or (parts[:at] and left == 0):
        return None
    return (left if parts[:at] else 1) * 1000 + right


def _ordinal(word: str) -> int | None:
    """*dritte, zwanzigsten, hunderterste, millionster, drittens* without knowledge of the context."""
    ending = _ORDINAL_END.search(word)
    if ending is None:
        return None
    stem = word[: ending.start()]
    for irregular, value in _IRREGULAR_ORDINALS.items():
        if stem == irregular:
            return value
        if stem.endswith(irregular) and irregular != "acht":
            before = cardinal(stem[: -len(irregular)].removesuffix("und"))
            if before is not None and before % 100 == 0 and before:
                return before + value
    if stem.endswith("acht"):
        hundreds = cardinal(stem[:-4])
        if hundreds and hundreds % 100 == 0:
            return hundreds + 8
    if stem.endswith("st"):
        base = stem[:-2]
        if base in ("million", "milliard", "billion", "millionen", "milliarden"):
            return SCALES.get(base.removesuffix("en"), SCALES.get(base.removesuffix("en") + "e", 0)) or None
        tens = cardinal(base)
        if tens and (tens % 100 >= 20 or tens % 100 == 0):
            return tens
    if stem.endswith("t"):
        units = cardinal(stem[:-1])
        return units if units and 1 < units % 100 < 20 else None
    return None


def _part(word: str) -> int | None:
    """Denominator of *Drittel, Zehntel, Zwanzigstel, Hundertstel* (also *Fünfteln*, *Drittels*)."""
    for ending in ("n", "s", ""):
        base = word.removesuffix(ending) if ending else word
        if base == "viertel":
            return 4
        if base in _IRREGULAR_PARTS:
            return _IRREGULAR_PARTS[base]
        if base.endswith("stel"):
            value = cardinal(base[:-4])
            if value and (value % 100 >= 20 or value % 100 == 0):
                return value
            if base[:-4] in ("million", "milliard"):
                return SCALES.get(base[:-4], 10**9)
        if base.endswith("tel"):
            value = cardinal(base[:-3])
            if value and 1 < value % 100 < 20:
                return value
    return None


def _scale(word: str) -> int | None:
    for ending in ("en", "n", ""):
        base = word.removesuffix(ending) if ending else word
        if base in SCALES:
            return SCALES[base]
    return None


def _mixed(word: str) -> Decimal | None:
    if word in ("anderthalb", "anderthalbe", "anderthalben", "eineinhalb", "einundeinhalb"):
        return Decimal("1.5")
    for thousand, factor in (("tausend", 1000), ("hundert", 100)):
        if word.endswith(thousand):
            before = _mixed(word[: -len(thousand)])
            return None if before is None else before * factor
    for ending, (above, below) in _MIXED.items():
        if word.endswith(ending):
            base = word[: -len(ending)].removesuffix("und")
            whole = cardinal(base) if base else 0 if ending == "dreiviertel" else None
            if whole is not None and (whole or ending == "dreiviertel"):
                return whole + ratio(above, below)
    return None


_PLURALS = {
    "hunderte": 100, "hunderten": 100, "hunderter": 100, "tausende": 1000, "tausenden": 1000, "tausender": 1000,
    "dutzende": 12, "dutzenden": 12, "dutzender": 12, "zigtausend": 10000, "zigtausende": 10000,
    "zigtausenden": 10000, "abertausende": 1000, "abertausenden": 1000, "abermillionen": 10**6,
    "aberhunderte": 100, "zehntausende": 10000, "zehntausenden": 10000, "zehntausender": 10000,
    "hunderttausende": 100000, "hunderttausenden": 100000, "hunderttausender": 100000, "zigmillionen": 10**7,
    "vieltausende": 1000,
}  # fmt: skip


@lru_cache(maxsize=8192)
def read_word(word: str) -> WordNumber | None:
    """What number the lower-case word stands for, whatever stands around it; None if for none."""
    if len(word) > _MAXIMUM:
        return None
    if word in _PLURALS:
        return WordNumber(value=Decimal(_PLURALS[word]), kind="plural")
    if word in ("dutzend", "dutzends"):
        return WordNumber(value=Decimal(12), kind="dozen")
    if word in ("halb", "halbe", "halben", "halber", "halbes", "halbem"):
        return WordNumber(value=Decimal("0.5"), kind="half")
    if word in EIN or word in _INFLECTED:
        return WordNumber(value=Decimal(_INFLECTED.get(word, 1)), kind="small")
    value = cardinal(word)
    if value is not None:
        return WordNumber(value=Decimal(value), kind="small")
    scale = _scale(word) or ABBREVIATED.get(word)
    if scale is not None:
        return WordNumber(value=Decimal(scale), kind="scale")
    mixed = _mixed(word)
    if mixed is not None:
        return WordNumber(value=mixed, kind="mixed")
    return _derived(word)


def _derived(word: str) -> WordNumber | None:
    """Words built on a number: *Drittel*, *dritte*, *Viertelmillion*, *Zweidrittel*, glued *zweimillionen*."""
    below = _part(word)
    if below is not None:
        return WordNumber(value=ratio(1, below), kind="part")
    ordinal = _ordinal(word)
    if ordinal is not None:
        return WordNumber(value=Decimal(ordinal), kind="ordinal")
    for name, scale in SCALES.items():
        for full in (name, name + ("en" if name.endswith("n") else "n")):
            if word.endswith(full) and word != full:
                before = word[: -len(full)]
                factor = (
                    Decimal("0.25") if before == "viertel" else Decimal("0.75") if before == "dreiviertel" else None
                )
                if factor is None and before == "halb":
                    factor = Decimal("0.5")
                number = read_word(before) if factor is None else None
                if number is not None and number.kind in ("small", "mixed"):
                    factor = number.value
                if factor is not None:
                    return WordNumber(value=factor * scale, kind="mixed")
    for below_word in ("drittel", "viertel", "fünftel", "sechstel", "achtel", "zehntel"):
        if word.endswith(below_word):
            above, parts = cardinal(word[: -len(below_word)]), _part(below_word)
            if above and parts and above < parts:
                return WordNumber(value=ratio(above, parts), kind="mixed")
    return None
