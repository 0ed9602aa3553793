"""Rates, limits, parts and plain counts: numbers that measure the same thing in ways that never compare.

*50 Neuinfektionen je 100.000 Einwohner* is a rate, *ab 50 Neuinfektionen* or *höchstens 25 Personen
dürfen* a limit that a rule sets, *11.369 Neuinfektionen* a count. Side by side in one topic they make
a range that nobody ever gave. What a text once calls a rate or a limit it often repeats without the
word; the same value of the same thing is then of the same kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from briefing.aggregate.numbers_features import Feature, Kind
from briefing.aggregate.numbers_where import ALL
from briefing.german.words import load

_BEFORE, _AFTER = 110, 90  # characters of the sentence that are looked at around a number
_STOPS = re.compile(r"[;\n:?!]|(?<=[a-zäöüß)])\.(?=\s|$)")
_PER = re.compile(
    r"\b(?:je|pro|per)\s+(?:\d[\d. ]*|hundert\w*|tausend\w*)?\s*(?:Million\w*\s+)?"
    r"(?:Einwohner\w*|Kopf|Woche|Tag|Stunde|Jahr|Monat|Minute|Quadratmeter|Person|Haushalt)\b"
    r"|\b(?:je|pro|per)\s+\d[\d. ]*"
    r"|\b(?:in|binnen|innerhalb\s+von)\s+(?:sieben|7)\s+Tagen\b|\b(?:binnen|innerhalb)\s+einer\s+Woche\b"
    r"|^\s*auf\s+(?:\d[\d. ]*|hundert\w*)\s+Einwohner"
)
_ON_HEADS = re.compile(
    r"\b[Aa]uf\s+(?:je\s+)?(?:\d[\d. ]*|hundert\w*|tausend\w*)\s+Einwohner\w*\s+(?:kommen|kamen|entfallen)\b"
)
_RATE_HEAD = re.compile(r"(?:inzidenz(?:wert|en)?|falldichte|quote|r-wert|reproduktionszahl)$")
_INCIDENCE = re.compile(r"(?:[Ii]nzidenz|(?:Sieben|7)-Tage-|[Ww]öchentlich)\w*[^,;.]{0,25}$")
_FROM_ON = re.compile(
    r"\b[Aa]b\s+(?:einem?r?\s+)?(?:mehr\s+als\s+|rund\s+|etwa\s+|dem\s+)?(?:[\wäöüß-]+\s+(?:von|über)\s+)?$"
)
_IF = re.compile(
    r"(?:^|[,.–(]\s*|\b(?:und|oder|aber|auch|erst|nur)\s)(?:[Ww]enn|[Ff]alls|[Ss]ofern|[Ss]obald)\s(?:[^,]|,(?=\d))*$"
    r"|\b[Bb]ei\s+(?:mehr\s+als|über|weniger\s+als|unter|mindestens)\s*$"
)
_EXCEEDED = re.compile(
    r"^(?:[^,;]|,(?=\d)){0,60}\b(?:überschr[ie]+tt?en\w*|überschreite\w*|übersteig\w*|überstieg\w*|unterschr[ie]+tt?en|unterschreite\w*|"
    r"gedrückt|erreicht\s+(?:wird|werden|ist|sind))\b"
)
_RULE = re.compile(
    r"\b(?:dürf(?:en|e)|durften?|darf|erlaubt\w*|zulässig\w*|zugelassen|begrenzt|beschränkt|\w*[Bb]egrenzung|\w*[Bb]eschränkung|Obergrenze|Höchstgrenze|"
    r"Grenzwert\w*|Schwellenwert\w*|Zielwert\w*|Richtwert\w*|Schwelle|Höchstzahl|Marke|verboten|untersagt|Maximum|Limit)\b"
)
_ALLOWED = frozenset({"at most", "less than", "exact", "more than", "at least"})
_DENOMINATOR = re.compile(r"\b(?:je|pro|per)\s+$")
_ON = re.compile(r"\b(?:je|pro|per|[Aa]uf)\b[^,;.]*$")
_ON_CASES = re.compile(
    r"\b(?:[Ss]chon|[Bb]ereits|[Ee]rst|[Ss]pätestens|[Nn]ur|[Mm]it|[Aa]us|[Bb]ei)\s+(?:erst\s+)?(?:bei\s+)?(?:einem\s+Wert\s+von\s+)?$"
)
# Allein in Frankfurt fielen 650 von 1.170 Flügen aus
_PART = re.compile(r"\b(?:[Aa]llein|[Dd]avon|[Dd]arunter|von\s+denen|von\s+ihnen|unter\s+ihnen)\b")
_OF = re.compile(r"\s+(?:von|der)\s+(?:(?:den|bislang|bisher|insgesamt|rund|etwa|gut|knapp)\s+){0,2}\d")
_OF_BEFORE = re.compile(r"\d\s+(?:von|der)\s+(?:den\s+|insgesamt\s+|rund\s+)?$")
# Von den 600 Delegierten waren 483 anwesend
_FROM_THE = re.compile(r"\b[Vv]on\s+(?:den|insgesamt|allen|rund|etwa)\s+(?:\w+\s+)?\d[\d. ]*\s+[A-ZÄÖÜ][^,;:]*$")
_KINDS: tuple[Kind, ...] = ("rate", "limit")
_ROUND = Decimal(100)


def with_kinds(features: Iterable[Feature], texts: dict[str, str]) -> list[Feature]:
    """The features with their kinds, without denominators of rates (*je 100.000 Einwohner*)."""
    told = [replace(f, kind=kind_of(f, texts[f.article])) for f in features if not is_denominator(f, texts[f.article])]
    # Allein in der Türkei starben 1498 Menschen: no part of what others tell of the same state
    told = [replace(f, kind="") if f.kind == "part" and f.lands and ALL not in f.lands else f for f in told]
    known: dict[tuple[str, Decimal], Kind] = {}
    attending = load("topics")["attendance"]["classes"]  # as many may have come as were allowed
    for kind in _KINDS:  # a rate that is elsewhere a limit is that limit
        spread = [f for f in told if f.kind == kind and not f.quantity.unit and f.thing not in attending]
        known.update({(f.thing, f.point): kind for f in spread})
    return [f if f.quantity.unit else replace(f, kind=known.get((f.thing, f.point), f.kind)) for f in told]


def kind_of(feature: Feature, text: str) -> Kind:
    """Whether a number is a limit, a rate, a part of a whole, or a plain count or amount (empty)."""
    span = feature.quantity.span
    before = _STOPS.split(text[max(0, span.start - _BEFORE) : span.start])[-1]
    after = _STOPS.split(text[span.end : span.end + _AFTER], maxsplit=1)[0]
    number = told = text[span.start : span.end]
    if _is_limit(feature, before, number, after):
        return "limit"
    if feature.quantity.unit:
        former = feature.quantity.rule.startswith("elliptic")
        return "part" if former and _PART.search(before.rpartition(",")[2]) else ""
    head, counted = feature.quantity.head.lower(), feature.quantity.counted
    if (
        counted is not None
        and counted.end <= span.start <= counted.end + _AFTER
        and not _STOPS.search(text[counted.end : span.start])
    ):
        number = text[counted.start : span.start]  # *Neuinfektionen je 100.000 Einwohner lag bei 131,5*
    per = _PER.search(number) or _PER.match(after.lstrip(" (")) or _PER.search(after.partition(",")[0][:50])
    if per or _ON_HEADS.search(before) or _RATE_HEAD.search(head) or _INCIDENCE.search(before):
        return "rate"
    inner = before.rpartition(",")[2]
    if _PART.search(inner + told) or _OF.search(told) or _OF.match(after) or _OF_BEFORE.search(before):
        return "part"
    if _FROM_THE.search(before):
        return "part"
    return ""


def _is_limit(feature: Feature, before: str, number: str, after: str) -> bool:
    """What a rule allows, or the value from which on it holds."""
    if feature.quantity.change:
        return False
    if _FROM_ON.search(before) or re.match(r"[Aa]b\s", number):
        return True
    if feature.quantity.unit or feature.quantity.status in ("done", "denied"):
        return False
    if _IF.search(before) or (feature.thing == "infected" and _EXCEEDED.match(after)):
        return True
    if feature.thing == "infected" and _ON_CASES.search(before) and _is_threshold(feature, before):
        return True
    clause = before.rpartition(",")[2] + " " + after.partition(",")[0]
    return feature.quantity.bound in _ALLOWED and bool(_RULE.search(clause))


def _is_threshold(feature: Feature, before: str) -> bool:
    """*bei 35 Neuinfektionen*, *Gebiete mit mehr als 50 Neuinfektionen*, but not *Berlin mit 706 Neuinfektionen*."""
    return before.rstrip().endswith(("bei", "Bei", "von")) or feature.quantity.bound in ("more than", "at least")


def is_denominator(feature: Feature, text: str) -> bool:
    """Whether a round count only tells what a rate refers to: *je 100.000 Einwohner*."""
    start, q = feature.quantity.span.start, feature.quantity
    hundreds = feature.point >= _ROUND and len(feature.point.normalize().as_tuple().digits) == 1
    return (
        not q.unit and hundreds and q.bound == "exact" and bool(_DENOMINATOR.search(text[max(0, start - 15) : start]))
    )
