"""Words beside a time expression that say on which side of the article's day it lies, whatever the verb's tense.

*seit Montag, mehr als am Samstag, am Freitag veröffentlichte Zahlen* lie back; *das am Freitag erscheinende Buch*,
*die Vorlage für die Beratungen am Mittwoch* lie ahead; a border (*bis zum 20. Dezember*) does not lie back by tense.
"""

from __future__ import annotations

import re

from briefing.german.dates_forms import DATA
from briefing.german.numerals_tokens import Tokens

_REACH = 130  # characters before an expression in which the words that it hangs on are looked for
_WORDS = 7  # words between an expression and the participle that it belongs to
_DETERMINERS = frozenset({
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "dieser", "diese",
    "dieses", "diesen", "diesem", "ihre", "ihren", "ihrem", "ihrer", "seine", "seinen", "seinem", "seiner", "alle",
    "kein", "keine", "keinen", "im", "zum", "zur", "beim",
})  # fmt: skip
_LEADS = frozenset({"am", "im", "an", "in", "vom", "seit", "ab", "für", "erst", "schon", "bereits", "noch"})
_PRESENT_PARTICIPLE = re.compile(r"(?!folgend|geltend|laufend|vergang|während|lebend)[a-zäöüß]{3,}nd(?:e|en|er|es|em)$")
_PAST_PARTICIPLE = re.compile(r"[a-zäöüß]{3,}(?:te|ten|ter|tes|tem|ene|enen|ener|enes|enem)$")
_TO_COME = re.compile(
    r"(?:geplant|angesetzt|vorgesehen|anberaumt|erwartet|terminiert|anstehend|bevorstehend|fällig|drohend|beginnend)e"
)
_EVENT = (
    r"(?:[Bb]eratung(?:en)?|[Gg]espräch(?:e|en|s)?|[Tt]reffens?|[Kk]onferenz(?:en)?|[Rr]unde|[Ss]itzung(?:en)?|[Gg]ipfels?|"
    r"[Ss]piele?s?|[Pp]artie|[Dd]uell|[Ff]inale|[Rr]ennen|[Aa]bstimmung|[Ww]ahl(?:en|tag|termin)?|[Dd]emonstration(?:en)?|"
    r"[Kk]undgebung|[Ss]chalte|[Vv]erhandlung(?:en)?|[Dd]ebatte|[Ll]esung|[Aa]nhörung|[Aa]usschuss(?:es)?|[Tt]raining|"
    r"[Aa]uftritt|[Ff]eier|[Pp]arteitag(?:s|es)?|[Pp]rozess(?:es)?|[Uu]rteil|[Ss]treiks?|[Pp]remiere|[Ee]ntscheidung|"
    r"[Aa]ustausch|[Kk]lausur|[Vv]ersammlung|[Bb]egegnung|[Dd]erby|[Ss]tart|[Ee]röffnung|Plenum|Bundesrat|Kabinett)"
)
_AFTER_EVENT = (
    r"(?: (?:mit|von|zwischen|der|des|in|im|bei|gegen|zu den|zum|zur|über|auf)(?: [\w-]+){1,5})?,? (?:am|an) $"
)
_MODIFIED = r"(?:de[mnrs] |die |das |ihre[mnr]? |seine[mnr]? |eine[mnr]? )?(?:[a-zäöüß-]+e[nmr]? )?"
_FOR_EVENT = re.compile(rf"\b(?:[Ff]ür|[Vv]orfeld) {_MODIFIED}[A-ZÄÖÜ]?[\w-]*{_EVENT}{_AFTER_EVENT}")
_BEFORE_EVENT = re.compile(
    rf"\b(?:Tage|Stunden|Woche|Wochen|kurz|unmittelbar|wenige) vor {_MODIFIED}[A-ZÄÖÜ]?[\w-]*{_EVENT}{_AFTER_EVENT}"
    rf"|\b[Vv]or (?:de[mnr] )?(?:neuen|neuer|nächsten|anstehenden|bevorstehenden|geplanten|entscheidenden) "
    rf"[A-ZÄÖÜ]?[\w-]*{_EVENT}{_AFTER_EVENT}"
)
_ONLY_BEFORE = re.compile(rf"\b[Vv]or {_MODIFIED}[A-ZÄÖÜ]?[\w-]*{_EVENT}{_AFTER_EVENT}")
_EXPECTED = re.compile(
    r"\b(?:[Vv]oraussichtlich|[Ff]rühestens)(?: erst| schon| bereits)? (?:am|an|im|zum|ab|bis|für|von)(?: zum)? $"
)
_COMPARED = re.compile(
    r"(?:\b(?:als|wie) (?:noch |zuletzt |bereits |schon |erst |etwa |zum Beispiel )?(?:am|im|in|Anfang|Ende|Mitte) "
    r"|\b[Vv]ergleich (?:zum|mit dem) |\bgegenüber (?:dem )?|\b[Aa]us (?:dem )?"
    r"|\b[Ss]eit (?:dem |Anfang |Ende |Mitte )?)$"
)
_OF_NOUN = re.compile(r"\b(?!Von\b)[A-ZÄÖÜ][\wäöüß-]+[“\"»”]? (?:von|vom) $")
_BORDER = re.compile(r"\b(?:[Bb]is|[Aa]b|[Aa]uf|[Ff]ür|[Zz]um|[Zz]ur|[Vv]om?)(?: zum| zur)?(?: den| dem)? $")
_ON = frozenset({"an", "bis", "auf", "ab"})


def cue_at(tokens: Tokens, first: int, last: int) -> str:
    """`back`, `ahead`, `before` (an event or a beginning: ahead if the verb's tense does not say else) or `border` by
    the words around tokens `first` to `last`, else an empty string."""
    start = tokens.at(first).start
    before = tokens.text[max(0, start - _REACH) : start]
    if _COMPARED.search(before) or (_OF_NOUN.search(before) and tokens.at(last).low not in _ON):
        return "back"
    participle = _participle(tokens, first, last)
    if participle:
        return participle
    if _EXPECTED.search(before) or _FOR_EVENT.search(before) or _BEFORE_EVENT.search(before):
        return "ahead"
    if _ONLY_BEFORE.search(before) or before.endswith((" ab ", "Ab ")) or _from_on(tokens, first, last):
        return "before"
    return "border" if _BORDER.search(before) else ""


def _from_on(tokens: Tokens, first: int, last: int) -> bool:
    """*von Freitag an*"""
    return tokens.at(first - 1).low == "von" and tokens.at(last).low == "an"


def _participle(tokens: Tokens, first: int, last: int) -> str:
    """Which way the participle looks that the expression stands before (*der am Montag* beginnende *Prozess*)."""
    k = first - 1
    while tokens.at(k).low in _LEADS and tokens.joined(k + 1) and first - k < 4:
        k -= 1
    leads = [tokens.at(n).low for n in range(k + 1, first)]
    if not leads or tokens.at(k).low not in _DETERMINERS or not tokens.joined(k + 1):
        return ""
    for n in range(last, last + _WORDS):
        token = tokens.at(n)
        if not token.word or not tokens.joined(n):
            return ""
        after = tokens.at(n + 1)
        if token.text[0].isupper() or not (after.text[0].isupper() or after.digits):
            continue
        if _TO_COME.match(token.low) or _PRESENT_PARTICIPLE.match(token.low):
            return "" if "seit" in leads else "ahead"
        if _PAST_PARTICIPLE.match(token.low):
            return "border" if "für" in leads else "back"
    return ""


def names_paper(tokens: Tokens, first: int) -> bool:
    """Whether a Sunday is only the name of a newspaper (*Welt am Sonntag*)."""
    return tokens.at(first - 1).low == "am" and tokens.at(first - 2).text in DATA["papers"]["words"]
