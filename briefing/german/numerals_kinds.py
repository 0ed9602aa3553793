"""Numbers that are no counts: dates, times of day, scores, telephone numbers, labels, years, ordinals, ages."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from briefing.german import words
from briefing.german.numerals_core import Core, word_number
from briefing.german.numerals_tokens import Tokens
from briefing.german.numerals_words import cardinal

Kind = Literal[
    "cardinal", "percent", "fraction", "factor", "ordinal", "year", "age", "date", "time", "score", "label", "phone"
]

MONTHS = frozenset({
    "januar", "jänner", "jan", "februar", "feber", "feb", "märz", "mär", "april", "apr", "mai", "juni", "jun", "juli",
    "jul", "august", "aug", "september", "sep", "sept", "oktober", "okt", "november", "nov", "dezember", "dez",
})  # fmt: skip
_DATA = words.load("numerals")
_STRONG, _WEAK = frozenset(_DATA["labels"]["strong"]), frozenset(_DATA["labels"]["weak"])
_RANKS = frozenset({"platz", "rang", "position", "tabellenplatz", "weltranglistenplatz"})
_STREETS = tuple(_DATA["labels"]["street_ends"])
_YEAR_CUES, _ORDINAL_CUES = frozenset(_DATA["years"]["before"]), frozenset(_DATA["ordinals"]["before"])
_AMBIGUOUS_ORDINALS = frozenset(_DATA["ordinals"]["ambiguous"])
_WERE = frozenset({"wurde", "wurden", "war", "waren", "hatte", "hatten"})
_PREFIXES = ("ge", "ver", "be", "er", "ent", "zer")


def special_at(tokens: Tokens, i: int) -> tuple[int, Kind] | None:
    """A date, time, score, telephone number or label in figures at `i`: the token after it, and its kind."""
    if not tokens.at(i).digits:
        return None
    for test in (_glued_label, _date, _time, _phone, _score, _version):
        found = test(tokens, i)
        if found is not None:
            return found
    return None


def _glued_label(tokens: Tokens, i: int) -> tuple[int, Kind] | None:
    """*A9, G20, U21, Covid-19, B 27, A 9*: letters right before the figures, or a road's letter."""
    before, token = tokens.at(i - 1), tokens.at(i)
    if token.glued and before.word and before.text[-1] not in "²³½":
        return _label_end(tokens, i), "label"
    if tokens.at(i + 1).low == "er" and tokens.at(i + 1).glued:  # die 1990er, in den 90er-Jahren
        return i + 2, "year" if token.text.endswith("0") and len(token.text) in (2, 4) else "label"
    postcode = len(token.text) == 5 and before.text == "," and tokens.at(i - 2).digits
    if postcode and tokens.at(i + 1).word and tokens.at(i + 1).text[0].isupper():
        return i + 1, "label"
    voted = tokens.at(i - 2).low == "zu" and tokens.at(i - 4).digits  # 5-zu-4-Mehrheit
    named = tokens.at(i - 2).word and len(tokens.at(i - 2).text) > 1 and not voted
    if token.glued and before.text == "-" and before.glued and named:
        return _label_end(tokens, i), "label"
    if len(token.gap) == 1 and before.text in ("A", "B", "L", "K", "E", "U", "S") and len(token.text) <= 4:
        return _label_end(tokens, i), "label"
    return None


def _label_end(tokens: Tokens, i: int) -> int:
    """The token after a label in figures at `i`: *737-800*, *3b*, *2.1*."""
    end = i + 1
    while tokens.at(end).glued and (
        tokens.at(end).digits
        or (tokens.at(end).word and len(tokens.at(end).text) == 1)
        or (tokens.at(end).text in ".-/" and tokens.at(end + 1).glued and tokens.at(end + 1).digits)
    ):
        end += 1
    return end


def _date(tokens: Tokens, i: int) -> tuple[int, Kind] | None:
    """*28.10.2024, 28.10., 28. 10. 2024, 28. Oktober, 2024-10-28*."""
    first, dot = tokens.at(i), tokens.at(i + 1)
    if len(first.text) <= 2 and dot.text == "." and dot.glued and 0 < int(first.text) <= 31:
        month, second = tokens.at(i + 2), tokens.at(i + 3)
        if month.low in MONTHS and tokens.joined(i + 2):
            return i + 3, "date"
        digits = month.digits and len(month.text) <= 2 and 0 < int(month.text) <= 12 and len(month.gap) <= 1
        if digits and tokens.joined(i + 2) and second.text == "." and second.glued:
            year = tokens.at(i + 4)
            if year.digits and len(year.text) in (2, 4) and len(year.gap) <= 1 and tokens.joined(i + 4):
                return i + 5, "date"
            return i + 4, "date"
        return None
    a, m, b, d = (tokens.at(k) for k in range(i + 1, i + 5))
    if (
        len(first.text) == 4
        and a.text == b.text == "-"
        and m.digits
        and d.digits
        and all(t.glued for t in (a, m, b, d))
    ):
        return i + 5, "date"
    return None


def _version(tokens: Tokens, i: int) -> tuple[int, Kind] | None:
    """*192.168.1.2, 3.11.2*: three or more groups by full stops that are no thousands."""
    groups, k = [tokens.at(i).text], i + 1
    while tokens.at(k).text == "." and tokens.at(k).glued and tokens.at(k + 1).digits and tokens.at(k + 1).glued:
        groups.append(tokens.at(k + 1).text)
        k += 2
    return (k, "label") if len(groups) > 2 and any(len(group) != 3 for group in groups[1:]) else None


def _time(tokens: Tokens, i: int) -> tuple[int, Kind] | None:
    """*20 Uhr, 20:15, 20.15 Uhr, 9h30*, also *20 bis 22 Uhr* for the first figure."""
    first = tokens.at(i)
    if len(first.text) > 2 or int(first.text) > 24:
        return None
    if tokens.at(i + 1).low == "uhr":
        return i + 1, "time"
    mark, minutes = tokens.at(i + 1), tokens.at(i + 2)
    paired = mark.text in (":", ".") and mark.glued and minutes.digits and minutes.glued and len(minutes.text) == 2
    if paired and int(minutes.text) < 60:
        end = i + 3
        if tokens.at(end).low == "uhr":
            return end, "time"
        if mark.text == ":" and not (tokens.at(end).text == ":" and tokens.at(end).glued):
            return end, "time"
    k = i + (3 if paired else 1)
    if tokens.at(k).low in ("bis", "und", "-", "–", "oder") and tokens.at(k + 1).digits:
        behind = k + 4 if tokens.at(k + 2).text in (".", ":") and tokens.at(k + 3).glued else k + 2
        if tokens.at(behind).low == "uhr":
            return k, "time"
    return None


def _phone(tokens: Tokens, i: int) -> tuple[int, Kind] | None:
    """Figures with a leading zero or a plus sign, and runs of groups that are no thousands."""
    first, before = tokens.at(i), tokens.at(i - 1)
    plus = before.text == "+" and first.glued and len(first.text) in (2, 3)
    zero = first.text.startswith("0") and len(first.text) > 1
    if len(first.text) > 15:
        return i + 1, "label"
    if not (plus or zero):
        return None
    end = i + 1
    while True:
        token = tokens.at(end)
        mark = token.text in "/-()–" and tokens.at(end + 1).digits
        if not ((token.digits or mark) and len(token.gap) <= 1 and tokens.joined(end)):
            break
        end += 1
    length = sum(len(tokens.at(k).text) for k in range(i, end) if tokens.at(k).digits)
    return (end, "phone" if length >= 6 else "label") if zero or length >= 6 else None


def _score(tokens: Tokens, i: int) -> tuple[int, Kind] | None:
    """*3:2, 3 : 2, 21:15* and set scores."""
    mark, second = tokens.at(i + 1), tokens.at(i + 2)
    if mark.text != ":" or not second.digits or len(tokens.at(i).text) > 3 or len(second.text) > 3:
        return None
    even = (mark.glued and second.glued) or (len(mark.gap) == 1 and len(second.gap) == 1)
    return (i + 3, "score") if even else None


def is_label(tokens: Tokens, core: Core) -> bool:
    """Whether the number names something (*Artikel 5, Hauptstraße 12, Platz 3, Nummer elf*)."""
    i = core.first
    if core.scale != 1:
        return False
    if not tokens.at(i).digits:
        low, after = tokens.at(i - 1).low, tokens.at(core.last)
        return low in _STRONG or (low in _RANKS and not after.text[:1].isupper())
    k = i - 1
    while tokens.at(k).text == "." and k > i - 2:
        k -= 1
    before = tokens.at(k)
    if not tokens.joined(i) or not before.text.strip():
        return False
    if before.low in _STRONG or (before.text == "-" and tokens.at(k - 1).low in _STRONG):
        return True
    street = before.word and before.low.endswith(_STREETS) and before.text[0].isupper()
    weak = before.low in _WEAK and before.text[0].isupper()
    return (weak or street) and not _counts_something(tokens, core.last) and core.value < 1000


def _counts_something(tokens: Tokens, j: int) -> bool:
    """Whether a noun, perhaps after adjectives, follows token `j - 1`."""
    token = tokens.at(j)
    if not token.word or not tokens.joined(j):
        return token.text in ("%", "€", "$", "°")
    return token.text[0].isupper() or token.low.endswith(("e", "er", "en", "es"))


def _participle(low: str) -> bool:
    """Whether the word has the form of a perfect participle, or is an auxiliary of the past."""
    return low in _WERE or (low.endswith(("t", "en")) and (low.startswith(_PREFIXES) or "ge" in low[1:6]))


def is_year(tokens: Tokens, core: Core, bounded: bool) -> bool:
    """Whether four figures without grouping are a year: by a cue before them, else by nothing counted after."""
    token = tokens.at(core.first)
    plain = core.last == core.first + 1 and token.digits and len(token.text) == 4 and not token.text.startswith("0")
    if not plain or not 1000 <= core.value <= 2199 or bounded:
        return False
    before, after = tokens.at(core.first - 1), tokens.at(core.last)
    if 1900 <= core.value <= 2099 and core.value % 10 and before.low in _WHEN:  # dort, wo 1989 Menschen demonstrierten
        return True
    if after.low in UNITS_AFTER or after.text in "%€$":
        return False
    recent = 1900 <= core.value <= 2099
    counted = after.word and after.text[0].isupper() and tokens.joined(core.last) and after.low not in MONTHS
    round_ = core.value % 100 == 0
    if before.low == "von" and after.low == "auf" and not recent:  # sank von 1197 auf 1173
        return False
    if before.low == "von" and after.low == "bis" and tokens.at(core.last + 1).digits:
        upper = tokens.at(core.last + 2)  # von 1450 bis 1850 Mark
        return not (upper.low in UNITS_AFTER or upper.text in "%€$")
    if before.low in _YEAR_CUES and tokens.joined(core.first):
        return not (counted and not recent) and not (
            counted and round_ and before.low in ("von", "um", "bis", "nach", "vor", "ab", "in")
        )
    if recent:
        article = before.low in ("die", "der", "den", "insgesamt", "weitere", "weiteren", "bereits", "alle", "allen")
        return not (counted and (round_ or article))
    closed = before.text == "(" or after.text == ")" or after.text == "/"
    verb = after.word and after.text[0].islower() and _participle(after.low)
    plain_word = after.low in _AFTER_YEAR
    return closed or ((verb or plain_word) and core.value % 50 != 0 and before.low not in ("die", "den", "rund"))


_WHEN = frozenset({"wo", "nachdem", "bevor", "weil", "obwohl", "während", "damals"})
# Function words after bare figures: "1811 seine Erzählung" dates, "1811 Soldaten" counts.
_AFTER_YEAR = frozenset({
    "in", "im", "am", "an", "auf", "aus", "bei", "durch", "für", "gegen", "mit", "nach", "von", "vom", "zu", "zum",
    "zur", "unter", "über", "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "sein", "seine",
    "seinen", "ihr", "ihre", "als", "und", "noch", "schon", "erstmals", "zunächst", "sich", "er", "sie", "es", "wie",
})  # fmt: skip


UNITS_AFTER = frozenset({
    "euro", "dollar", "prozent", "meter", "kilometer", "tonnen", "liter", "franken", "mark", "hektar", "stunden",
    "tage", "kilogramm", "kilo", "gramm", "menschen", "personen", "soldaten", "mitarbeiter", "mitarbeiterinnen",
    "beschäftigte", "stellen", "arbeitsplätze", "neuinfektionen", "infektionen", "fälle", "fällen", "tote", "toten",
    "einwohner", "euros", "kubikmeter", "quadratmeter", "quadratkilometer", "megawatt", "watt", "kilometern",
    "metern", "punkte", "punkten", "zuschauer", "teilnehmer", "stück", "mal", "infizierte", "patienten", "polizisten",
    "beamte", "wörter",
})  # fmt: skip


_MINUTES = 130


def ordinal_end(tokens: Tokens, core: Core) -> int | None:
    """The token after an ordinal in figures (*der 3. Platz, zum 75. Mal*), None if the full stop ends a sentence."""
    token, dot = tokens.at(core.first), tokens.at(core.last)
    plain = core.last == core.first + 1 and token.digits and len(token.text) <= 4
    if not plain or dot.text != "." or not dot.glued or not tokens.joined(core.last + 1):
        return None
    after, before = tokens.at(core.last + 1), tokens.at(core.first - 1)
    if not after.gap:  # (70.), (21., 76.): the minute of a goal, a place; not "(Es kamen 500.)"
        minute = core.value <= _MINUTES and before.text in ("(", ",") and after.text in (")", ",")
        return core.last + 1 if minute else None
    if not tokens.joined(core.first) and core.value < 200 and after.word:  # opens a line: 19. Wahlperiode
        return core.last + 1
    if after.text in (",", ")", "und", "bis", "-", "–") or (after.word and after.text[0].islower()):
        return core.last + 1
    if after.digits or not after.word:
        return core.last + 1 if before.low in _ORDINAL_CUES and after.digits else None
    return core.last + 1 if before.low in _ORDINAL_CUES or len(after.text) == 1 else None


def word_ordinal(tokens: Tokens, i: int) -> Decimal | None:
    """Value of an ordinal word (*dritte, zum Zwanzigsten, drittens*) at `i`."""
    token = tokens.at(i)
    number = word_number(token.low) if token.word else None
    if number is None or number.kind != "ordinal":
        return None
    if token.low in _AMBIGUOUS_ORDINALS and tokens.at(i - 1).low not in _ORDINAL_CUES:
        return None
    return number.value


_ADJECTIVE = re.compile(
    r"(prozentig|promillig|jährig|fach|mal|köpfig|stellig|tägig|stündig|monatig|wöchig|minütig)(?:e[nmrs]?)?$"
)


def is_derived(low: str) -> bool:
    """Whether the word has the ending of an adjective built on a number."""
    return _ADJECTIVE.search(low) is not None


def derived(tokens: Tokens, i: int) -> tuple[int, Decimal, Kind] | None:
    """*5-prozentig, fünfprozentig, 57-Jähriger, dreimal, 3-fach, 20-mal*: end, value and kind."""
    token = tokens.at(i)
    if token.digits:
        k = i + 1
        if tokens.at(k).text in ",." and tokens.at(k).glued and tokens.at(k + 1).digits and tokens.at(k + 1).glued:
            k += 2
        text = "".join(tokens.at(n).text for n in range(i, k)).replace(",", ".")
        hyphen = tokens.at(k).text == "-" and tokens.at(k).glued
        tail = tokens.at(k + 1 if hyphen else k)
        match = _ADJECTIVE.fullmatch(tail.low) if tail.word and tail.glued else None
        if match is None or len(text) > 12:
            return None
        end, value = k + (2 if hyphen else 1), Decimal(text)
    elif token.word:
        match = _ADJECTIVE.search(token.low)
        stem = token.low[: match.start()] if match else ""
        whole = cardinal(stem) if stem else None
        if match is None or whole is None or (stem == "ein" and match[1] in ("fach", "mal")):  # einfach, noch einmal
            return None
        end, value = i + 1, Decimal(whole)
    else:
        return None
    kinds: dict[str, Kind] = {
        "prozentig": "percent",
        "promillig": "percent",
        "jährig": "age",
        "fach": "factor",
        "mal": "factor",
    }
    return end, value, kinds.get(match[1], "label")
