"""Durations and recurring times: *zweieinhalb Jahre, jahrelang, alle vier Jahre, dreimal täglich, pro Tag*."""

from __future__ import annotations

from decimal import Decimal

from briefing.german.dates_forms import ARTICLES, DATA, Match, duration, fixed, shift_of, unit_of, with_article
from briefing.german.numerals_core import core_at, word_number
from briefing.german.numerals_tokens import Tokens
from briefing.german.numerals_words import EIN

_ADVERBS: dict[str, str] = DATA["adverbs"]
_LONG: dict[str, str] = DATA["long"]
_VAGUE = frozenset({
    "einige", "einigen", "einiger", "mehrere", "mehreren", "mehrerer", "wenige", "wenigen", "weniger", "viele",
    "vielen", "vieler", "lange", "langen", "etliche", "etlichen", "paar", "zahlreiche", "zahlreichen", "unzählige",
})  # fmt: skip
_FUZZY = frozenset({
    "gut", "knapp", "fast", "rund", "etwa", "genau", "nur", "mindestens", "höchstens", "ungefähr", "circa", "ca",
    "beinahe", "nahezu", "exakt", "maximal", "zirka",
})  # fmt: skip
_BETWEEN = frozenset({
    "knappes", "gutes", "volle", "volles", "ganzes", "ganze", "ganzen", "lange", "langes", "weitere", "weiteres",
    "knappe", "gute", "wertvolles", "vollen", "weiteren", "aufeinanderfolgenden", "aufeinanderfolgende",
    "zusätzliche", "halbes", "halbe", "halben", "solche",
})  # fmt: skip


def _number_text(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _number_before(tokens: Tokens, i: int) -> tuple[int, str] | None:
    """The numeral right before the unit at `i`, perhaps with an adjective between: its first token and its text."""
    k, half = i - 1, False
    if tokens.joined(i) and tokens.at(k).low in _BETWEEN:
        half = tokens.at(k).low.startswith("halb")
        k -= 1
    if half and tokens.at(k).low in EIN and tokens.joined(k + 1):
        return k, "0.5"
    if not tokens.joined(k + 1) and k + 1 != i:
        return None
    for first in range(max(0, k - 6), k + 1):
        token = tokens.at(first)
        if not (token.digits or token.word) or any(not tokens.joined(n) for n in range(first + 1, i + 1)):
            continue
        if token.low in EIN and first == k:
            return first, "0.5" if half else "1"
        core = core_at(tokens, first)
        if core is not None and core.last == k + 1 and core.form in ("figures", "words", "part"):
            if token.digits and tokens.at(first - 1).text in (",", ".") and tokens.at(first - 1).glued:
                continue
            return first, _number_text(core.value)
    return None


def length(tokens: Tokens, i: int) -> Match | None:
    """*zwei Jahre, mehr als zehn Jahren, ein halbes Jahr, drei Jahre und vier Monate, seit Wochen*."""
    token = tokens.at(i)
    found = unit_of(token.low)
    if found is None or not token.text[0].isupper():
        return None
    code, plural = found
    numeral = _number_before(tokens, i)
    if numeral is None:
        return _vague(tokens, i, code) if plural else _single(tokens, i, code)
    first, number = numeral
    if code in ("TEV", "TNI", "TAF", "TMO") and number == "1" and tokens.at(first).low in ("einem", "eines", "einer"):
        return None
    value = duration(number, code)
    last = i + 1
    second = _second_part(tokens, last)
    if second is not None:
        last, tail = second
        value += tail.removeprefix("PT").removeprefix("P") if "T" in value or "T" not in tail else "T" + tail[2:]
    start = _fuzzy_start(tokens, first)
    if code in ("Y", "M") and _is_age(tokens, start, i):
        return None
    shift = shift_of(tokens.at(start - 1).low) if tokens.joined(start) else None
    if shift is not None and tokens.at(start - 1).low != "dieser":
        start = with_article(tokens, start - 1)
        if tokens.at(start - 1).low in ("all", "alle"):
            start -= 1
    elif tokens.joined(start) and tokens.at(start - 1).low in ARTICLES:
        start -= 1
    if tokens.at(start - 1).low == "alle" and tokens.joined(start):
        return fixed(start - 1, last, "SET", value, "every")
    after = tokens.at(last).low
    if after in ("zuvor", "davor", "später", "früher", "danach") and tokens.joined(last):
        last += 1
    return fixed(start, last, "DURATION", value, "length")


def _is_age(tokens: Tokens, start: int, i: int) -> bool:
    """*20 Jahre alt, unter 18 Jahren, im Alter von 14 Jahren, Kinder bis 15 Jahre*: nobody's time passes."""
    if tokens.at(i + 1).low in ("alt", "alte", "alten", "alter", "altes", "altem", "jung"):
        return True
    low, before = tokens.at(start - 1).low, tokens.at(start - 2).low
    if low in ("von", "auf") and before in ("alter", "altersgrenze", "mindestalter", "höchstalter"):
        return True
    if (
        low in ("unter", "ab", "über")
        and tokens.at(start - 2).word
        and before not in ("seit", "vor", "nach", "in", "von")
    ):
        return tokens.at(start - 2).text[0].isupper() or low == "unter"
    return low == "bis" and tokens.at(start - 2).text[:1].isupper() and before in _PEOPLE


_PEOPLE = frozenset(
    {"kinder", "jugendliche", "personen", "menschen", "kindern", "jugendlichen", "schüler", "frauen", "männer"}
)


def _fuzzy_start(tokens: Tokens, first: int) -> int:
    """Takes *mehr als, fast genau, gut, nur* before the numeral into the span."""
    start = first
    while tokens.joined(start):
        before = tokens.at(start - 1).low
        if before in _FUZZY:
            start -= 1
        elif before == "als" and tokens.at(start - 2).low in ("mehr", "weniger", "länger") and tokens.joined(start - 1):
            start -= 2
        else:
            break
    return start


def _second_part(tokens: Tokens, j: int) -> tuple[int, str] | None:
    """*… und vier Monate*."""
    if tokens.at(j).low != "und" or not tokens.joined(j):
        return None
    for k in range(j + 2, j + 5):
        found = unit_of(tokens.at(k).low) if tokens.joined(k) else None
        if found is not None:
            numeral = _number_before(tokens, k)
            if numeral is not None and numeral[0] == j + 1:
                return k + 1, duration(numeral[1], found[0])
    return None


def _vague(tokens: Tokens, i: int, code: str) -> Match | None:
    """Plural without a numeral: *einigen Jahren, den vergangenen Wochen, seit Jahren, all diese Jahre*."""
    unknown = duration("X", code)
    before = tokens.at(i - 1)
    if not tokens.joined(i):
        return None
    if before.low in _VAGUE:
        start = i - 2 if before.low == "paar" and tokens.at(i - 2).low == "ein" else i - 1
        if before.low == "paar" and tokens.at(i - 2).low == "alle":
            return fixed(i - 2, i + 1, "SET", unknown, "every-few")
        shift = shift_of(tokens.at(start - 1).low)
        start = with_article(tokens, start - 1) if shift is not None else start
        return fixed(start, i + 1, "DURATION", unknown, "vague-length")
    shift = shift_of(before.low)
    if shift is not None and before.low not in ("dieser", "dieses"):
        start = with_article(tokens, i - 1)
        start -= tokens.at(start - 1).low in ("all", "alle")
        if shift == 0 and code in ("D", "W", "TH") and start == i - 1:
            return fixed(start, i + 1, "DATE", "PRESENT_REF", "these-days")
        return fixed(start, i + 1, "DURATION", unknown, "recent-length")
    if before.low in ("seit", "vor", "nach", "binnen", "über") and code not in ("TNI", "TEV"):
        return fixed(i, i + 1, "DURATION", unknown, "bare-length")
    return None


def _single(tokens: Tokens, i: int, code: str) -> Match | None:
    """Singular without a numeral: *pro Tag, im Jahr, jedes Jahr, Jahr für Jahr, der Tag, an dem*."""
    token, before, after = tokens.at(i), tokens.at(i - 1), tokens.at(i + 1)
    one = duration("1", code)
    if not tokens.joined(i) and i:
        return None
    if before.low in ("pro", "je"):
        return fixed(i - 1, i + 1, "SET", one, "per")
    if before.low in ("jeder", "jede", "jedes", "jeden", "jedem"):
        return fixed(i - 1, i + 1, "SET", one, "every-one")
    if after.low in ("für", "um") and tokens.at(i + 2).low == token.low and token.low != "tag":
        return fixed(i, i + 3, "SET", one, "after-another")
    if before.low == "im" and code in ("Y", "M") and token.low in ("jahr", "monat"):
        if after.low in ("nach", "vor", "des", "seit") or after.digits:
            return fixed(i, i + 1, "DURATION", one, "the-year-after") if not after.digits else None
        return fixed(i - 1, i + 1, "SET", one, "per-year")
    if (
        before.low in ("der", "die", "das")
        and code in ("D", "Y", "W", "M")
        and after.text == ","
        and token.low in ("tag", "jahr", "woche", "monat")
    ):
        return fixed(i - 1, i + 1, "DURATION", one, "the-day-when")
    return None


def compound(tokens: Tokens, i: int) -> Match | None:
    """*35-Stunden-Woche, 24-stündig, dreitägig, zweijährigen, Zweijahresvertrag* (only what names a length)."""
    token = tokens.at(i)
    if token.digits and tokens.at(i + 1).text == "-" and tokens.at(i + 1).glued and tokens.at(i + 2).glued:
        found = unit_of(tokens.at(i + 2).low)
        if found is not None and tokens.at(i + 2).text[0].isupper() and len(token.text) < 6:
            last = i + 3
            while (
                tokens.at(last).text == "-"
                and tokens.at(last).glued
                and tokens.at(last + 1).glued
                and tokens.at(last + 1).word
            ):
                last += 2
            return fixed(i, last, "DURATION", duration(token.text, found[0]), "compound-length")
    return None


def adverb(tokens: Tokens, i: int) -> Match | None:
    """*täglich, dreimal täglich, jährliche, montags, jahrelang, langjährige*."""
    low = tokens.at(i).low
    for word in (low, low.removesuffix("e"), low[:-2] if low.endswith(("en", "er", "es", "em")) else low):
        value = _ADVERBS.get(word)
        if value is not None:
            times = tokens.at(i - 1).low if tokens.joined(i) else ""
            start = (
                i - 1 if times.endswith("mal") and (word_number(times[:-3]) or times in ("einmal", "mehrmals")) else i
            )
            return fixed(start, i + 1, "SET", value, "adverb-set")
        value = _LONG.get(word)
        if value is not None:
            return fixed(i, i + 1, "DURATION", value, "adverb-length")
    return None
