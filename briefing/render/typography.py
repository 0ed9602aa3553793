"""German print: numbers, dates, spaces and quotation marks (Duden, DIN 5008; CLDR through Babel)."""

from __future__ import annotations

import datetime
import re
import unicodedata
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

from briefing.model import Bound

LOCALE = "de_DE"
NBSP = "\u00a0"
THIN = "\u202f"  # narrow no-break space

_UNITS = (
    "Prozent|Prozentpunkte?n?|Euro|Dollar|Franken|Kilometern?|Metern?|Tonnen|Kilogramm|Grad|Uhr|Hektar|"
    "Millionen|Million|Milliarden|Milliarde|Billionen|Mio\\.|Mrd\\.|Tausend|Jahren?|Tagen?|Stunden|Minuten|"
    "km/h|km²|km|m²|kg|cm|mm|°C|€|\\$|%"
)
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_NUMBER_UNIT = re.compile(rf"(?<=\d) (?=(?:{_UNITS})(?!\w))")
_DAY_MONTH = re.compile(rf"(?<=\d\.) (?=(?:{_MONTHS})\b)")
_SHORT_FORM = re.compile(r"\b(z|u|d|i|o|s|v|m)\. ?(?=(?:B|a|h|R|E|o|Ä|d|u|U|w)\.)")
_BEFORE_POINT = re.compile(r"(?<=\w) (?=[.,;](?: |$))")  # im Kampf getötet .
_BEFORE_NUMBER = re.compile(r"(\b(?:Nr\.|Art\.|Abs\.|Seite|Kapitel)|§) (?=\d)")
_DOUBLE_MARK = re.compile(r"[\"„“”«»]")
_BEFORE_OPENING = " (/[\u00a0\u202f–—-„»"
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
_COARSE = re.compile(r"(\d{4})(?:-(\d{2}))?\Z")
_ADJECTIVE = re.compile(r"[a-zäöüß]{4,}(?:e|en|er|es) [A-ZÄÖÜ]")
_ONE = {"Prozentpunkte": "Prozentpunkt", "Tonnen": "Tonne", "Stunden": "Stunde", "Tage": "Tag", "Minuten": "Minute"}
_YEARLESS = re.compile(r"^XXXX-(\d{2})-(\d{2})$")
_WEEK = re.compile(r"(\d{4})-W(\d{2})\Z")

_BOUND_WORDS: dict[Bound, str] = {
    "about": "rund ",
    "at least": "mindestens ",
    "at most": "höchstens ",
    "more than": "mehr als ",
    "less than": "weniger als ",
}
_PLURALS = {  # what a text gives as a word only: *Tausende* has a beginning and no end
    Decimal(12): "Dutzende",
    Decimal(100): "Hunderte",
    Decimal(1000): "Tausende",
    Decimal(10_000): "Zehntausende",
    Decimal(100_000): "Hunderttausende",
    Decimal(1_000_000): "Millionen",
    Decimal(1_000_000_000): "Milliarden",
}
_SCALES = ((Decimal(10) ** 12, "Bio."), (Decimal(10) ** 9, "Mrd."), (Decimal(10) ** 6, "Mio."))
_SYMBOLS = {"Prozent": "%", "prozent": "%"}


def clean(text: str) -> str:
    """One line: white space folded, control and invisible format characters (bidi, zero width) removed."""
    kept: list[str] = []
    for character in text:
        category = unicodedata.category(character)
        if character.isspace() or category in ("Zl", "Zp"):
            kept.append(" ")
        elif category == "Cs":
            kept.append("\ufffd")
        elif category not in ("Cc", "Cf"):
            kept.append(character)
    return " ".join("".join(kept).split())


def spaced(text: str) -> str:
    """`clean`, with no-break spaces where a German typesetter puts them and none before a point; only spaces change."""
    text = _BEFORE_POINT.sub("", clean(text))
    text = _SHORT_FORM.sub(rf"\1.{THIN}", text)
    text = _NUMBER_UNIT.sub(NBSP, text)
    text = _DAY_MONTH.sub(NBSP, text)
    return _BEFORE_NUMBER.sub(rf"\1{NBSP}", text)


def german_marks(text: str) -> str:
    """Every pair of double marks (straight, English, pointed) as „…“, an apostrophe as ’."""
    parts: list[str] = []
    last = 0
    for match in _DOUBLE_MARK.finditer(text):
        before = text[match.start() - 1] if match.start() else " "
        opens = match[0] == "„" or (match[0] != "”" and before in _BEFORE_OPENING)
        parts += [text[last : match.start()], "„" if opens else "“"]
        last = match.end()
    return _APOSTROPHE.sub("’", "".join(parts) + text[last:])


def balanced(text: str) -> str:
    """`text` in German marks with both halves of those it is cut through.

    A closing mark at its end and an opening one at its start that stand alone are left out; before one that closes
    within, the opening one is set again, and behind one that opens within, the closing one.
    """
    opened, closed = text.count("„"), text.count("“")
    if closed > opened and text.endswith("“"):
        return text[:-1]
    if closed and text.index("“") < (text.index("„") if opened else len(text)):
        return f"„{text}"
    if opened > closed and text.startswith("„"):
        return text[1:]
    if opened > closed:
        return f"{text}“"
    return text


def quoted(text: str) -> str:
    """`text` in German quotation marks; double marks inside become single ones."""
    inner = german_marks(spaced(text).strip('"„“”«»')).translate({ord("„"): "‚", ord("“"): "‘"})
    return f"„{inner}“"


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a word, the cut marked by an ellipsis."""
    if len(text) <= limit:
        return text
    cut = text.rfind(" ", 0, limit - 1)
    return text[: cut if cut > limit // 2 else limit - 1].rstrip(" ,;:–-") + f"{NBSP}…"


def number(value: Decimal) -> str:
    """`1.500`, `3,5`; round millions as `1,3 Mio.`."""
    for scale, name in _SCALES:
        if abs(value) >= scale and value % (scale / 100) == 0:
            return f"{_plain(value / scale)}{THIN}{name}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    digits = max(0, -int(value.normalize().as_tuple().exponent)) if value.is_finite() else 0
    return str(format_decimal(value, format="#,##0." + "#" * min(digits, 12), locale=LOCALE)).replace("-", "−")


def with_unit(text: str, unit: str) -> str:
    """A number and its unit with the space between them."""
    if not unit:
        return text
    unit = _SYMBOLS.get(unit, unit)
    return f"{text}{THIN if unit == '%' else NBSP}{clean(unit)}"


def amount(
    low: Decimal | None, high: Decimal | None, bound: Bound, unit: str = "", *, word: str = "", share: str = ""
) -> str:
    """A value as printed: `rund 1.500 Euro`, `1.500 bis 3.000`, `mehr als 600.000`, `Tausende`.

    `word` is said in place of the usual word for the bound: `knapp 9,6 Mrd. Euro`; `share` in place of the number:
    `mehr als die Hälfte`.
    """
    if low is not None and high is not None and low != high:
        return with_unit(_span(low, high, " bis "), unit)
    value = low if low is not None else high
    if value is None:
        return "ohne Zahl"
    if high is None and bound == "about" and value in _PLURALS:
        return with_unit(_PLURALS[value], unit)
    words = f"{word} " if word else _BOUND_WORDS.get(bound, "")
    if share and not unit:
        return f"{words}{share}"
    unit = _ONE.get(unit, unit) if value == 1 else unit
    return spaced_prefix(words) + with_unit(number(value), unit)


def spaced_prefix(words: str) -> str:
    """A bound word tied to its number."""
    return words[:-1] + NBSP if words else ""


def extent(low: Decimal | None, high: Decimal | None, unit: str = "", *, top: str = "") -> str:
    """A range of values: `1.500–12.000`, `1,2–2 Mrd.`; with the words of an open end `412 bis mehr als 600`."""
    if low is None or high is None:
        return amount(low, high, "exact", unit)
    if low == high:
        return top or with_unit(number(low), unit)
    if top:
        return f"{number(low)} bis {top}"
    return with_unit(_span(low, high, "–"), unit)


def _span(low: Decimal, high: Decimal, between: str) -> str:
    first, second = number(low), number(high)
    scale = second.partition(THIN)[2]
    if scale and first.endswith(THIN + scale):
        first = first.partition(THIN)[0]
    return f"{first}{between}{second}"


def long_date(value: str | None, missing: str = "ohne Datum") -> str:
    """`28. Oktober 2024`, `Oktober 2024`, `2024`, `28. Oktober` of no year; other values as they are."""
    return _date(value, "d. MMMM y", "MMMM y", missing).replace(". ", f".{NBSP}", 1)


def full_date(value: str | None, missing: str = "ohne Datum") -> str:
    """`Montag, 28. Oktober 2024`."""
    return _date(value, "EEEE, d. MMMM y", "MMMM y", missing).replace(". ", f".{NBSP}", 1)


def short_date(value: str | None, missing: str = "ohne Datum") -> str:
    """`28.10.2024`, `10/2024`, `2024`; other values as they are."""
    return _date(value, "dd.MM.y", "MM/y", missing)


def _date(value: str | None, day: str, month: str, missing: str) -> str:
    if not value:
        return missing
    if _DAY.match(value):
        try:
            return str(format_date(datetime.date.fromisoformat(value[:10]), day, locale=LOCALE))
        except ValueError:
            return clean(value)
    if week := _WEEK.match(value):
        return f"{int(week[2])}.{NBSP}Woche {week[1]}"
    if yearless := _YEARLESS.match(value):
        try:
            day_of_leap_year = datetime.date(2000, int(yearless[1]), int(yearless[2]))
        except ValueError:
            return clean(value)
        return str(format_date(day_of_leap_year, "d. MMMM", locale=LOCALE))
    coarse = _COARSE.match(value)
    if coarse and coarse[2] and 1 <= int(coarse[2]) <= 12:
        return str(format_date(datetime.date(int(coarse[1]), int(coarse[2]), 1), month, locale=LOCALE))
    return clean(value)


def count(number_of: int, one: str, many: str) -> str:
    """`1 Artikel`, `1.200 Artikel`: a number with its noun."""
    return f"{_plain(Decimal(number_of))}{NBSP}{one if number_of == 1 else many}"


def named(name: str) -> str:
    """A name as it stands in a list: a group's adjective with a capital (*Deutsche Institute*)."""
    name = spaced(name)
    return name[0].upper() + name[1:] if _ADJECTIVE.match(name) else name


def headed(text: str) -> str:
    """German print that begins a line: the first letter is a capital."""
    text = german_marks(spaced(text))
    return text[:1].upper() + text[1:]


def listed(items: list[str]) -> str:
    """`a, b und c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} und {items[-1]}"
