"""Quantities of an article: what is counted, how sure, by whom, as of when, and what stands of it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Doc

from briefing.analyse import items
from briefing.analyse.quantities_antecedent import antecedent, money_unit, of_them
from briefing.analyse.quantities_holder import Holder, HolderIndex, holder_of
from briefing.analyse.quantities_nouns import Phrase, head_lemma, modifiers
from briefing.analyse.quantities_numbers import Counted, candidates
from briefing.analyse.quantities_phrase import phrase_of
from briefing.analyse.quantities_status import clause_of, event_lemmas, events, status_of

_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_MAXIMUM = 12  # number words up to this count only with a noun or a unit


def find_quantities(doc: Doc) -> Doc:
    """Write the quantities of `doc` outside boilerplate under `items.QUANTITIES`."""
    index = HolderIndex(doc)
    found: list[items.QuantityItem] = []
    counts = candidates(doc)
    others = [counted.number.start for counted in counts]
    for counted in counts:
        phrase = phrase_of(doc, counted)
        former = None if phrase.found else antecedent(doc, counted, found)
        if not phrase.found and former is None and not (_stands_alone(counted) or of_them(doc, counted)):
            continue
        if not phrase.found:
            counted = replace(counted, unit=money_unit(counted, found))
        found.append(_item(doc, counted, phrase, former, index, others))
    items.write(doc, items.QUANTITIES, found)
    return doc


def _stands_alone(counted: Counted) -> bool:
    """Whether a number without a noun is worth keeping: with a unit, a bound, or above a dozen."""
    number = counted.number
    value = number.low if number.low is not None else number.high
    if counted.unit or number.bound not in ("exact", "range"):
        return bool(counted.unit) or (value is not None and value > _MAXIMUM)
    return value is not None and value > 1000


def _item(
    doc: Doc, counted: Counted, phrase: Phrase, former: items.QuantityItem | None, index: HolderIndex, others: list[int]
) -> items.QuantityItem:
    number = counted.number
    end = counted.end
    if phrase.found and phrase.near_end > counted.after:
        end = doc[phrase.near_end - 1].idx + len(doc[phrase.near_end - 1])
    holder = holder_of(doc, counted, index)
    deeds = events(doc, counted, phrase)
    span = _phrase_chars(doc, phrase)
    head, extra = head_lemma(doc, phrase), modifiers(doc, phrase)
    if former is not None:
        head, extra, span = former["head"], former["modifiers"], span or former["counted"]
    return {
        "start": number.start if counted.first < 0 else min(number.start, doc[counted.first].idx),
        "end": end,
        "low": _text(number.low),
        "high": _text(number.high),
        "bound": number.bound,
        "unit": counted.unit,
        "counted": span,
        "what": _what(doc, span, number.change, former),
        "status": status_of(doc, counted, phrase, deeds, holder.verb if holder else ""),
        "holder": [holder.start, holder.end] if holder and holder.start < holder.end else None,
        "holder_name": holder.name if holder else None,
        "as_of": _as_of(doc, counted, others),
        "change": number.change,
        "head": head,
        "modifiers": extra,
        "events": event_lemmas(doc, deeds),
        "places": _places(doc, counted, phrase),
        "rule": _rule(phrase, former, holder),
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")


def _phrase_chars(doc: Doc, phrase: Phrase) -> items.Offsets | None:
    if not phrase.found:
        return None
    start, end = phrase.start, phrase.end
    while start < phrase.head and doc[start].lower_ in (
        "von",
        "an",
        "für",
        "als",
        "der",
        "des",
        "vom",
        "am",
        "zugunsten",
        "durch",
    ):
        start += 1
    return [doc[start].idx, doc[end - 1].idx + len(doc[end - 1])]


def _what(doc: Doc, span: items.Offsets | None, change: bool, former: items.QuantityItem | None) -> str:
    """The counted phrase in words; an amount of change says so."""
    text = " ".join(doc.text[span[0] : span[1]].split()) if span else former["what"] if former else ""
    if not change:
        return text
    return f"{text} (Veränderung)" if text else "Veränderung"


def _rule(phrase: Phrase, former: items.QuantityItem | None, holder: Holder | None) -> str:
    rule = "elliptic" if former is not None else phrase.rule
    return f"{rule}/{holder.rule}" if holder else rule


def _bracketed(doc: Doc, at: int) -> bool:
    """Whether the character stands inside round brackets, looked for in the hundred characters before it."""
    before = doc.text[max(0, at - 100) : at]
    return before.rfind("(") > before.rfind(")")


def _as_of(doc: Doc, counted: Counted, others: list[int]) -> str | None:
    """The date nearest to the number in its sentence with no other number between, else the article's own."""
    sentence = doc[counted.first].sent
    at, inside_brackets = counted.number.start, _bracketed(doc, counted.number.start)
    near: list[tuple[int, str]] = []
    for date in items.read(doc, items.DATES):
        day = _DAY.match(date["value"])
        inside = sentence.start_char <= date["start"] < sentence.end_char
        if date["type"] in ("DATE", "TIME") and inside and day and not _border_date(doc, date["start"]):
            low, high = sorted((date["start"], at))
            between = any(low < other < high for other in others)
            if between or (_bracketed(doc, date["start"]) and not inside_brackets):
                continue
            near.append((abs(date["start"] - at), day[0]))
    published = items.article_of(doc)["published"]
    return min(near)[1] if near else published[:10] if published else None


_BORDERS = frozenset({"seit", "bis", "ab", "gegenüber", "als", "vergleich"})


def _border_date(doc: Doc, start: int) -> bool:
    """Whether a date only bounds or compares (*seit 2022, im Vergleich zum Vorjahr, mehr als am Sonntag*)."""
    return bool(_BORDERS & set(doc.text[max(0, start - 18) : start].lower().split()[-3:]))


def _places(doc: Doc, counted: Counted, phrase: Phrase) -> list[str]:
    """Places named in the clause with a preposition: where it happens, not whose it is."""
    clause = clause_of(doc, counted.last - 1)
    first, last = doc[clause[0]].idx, doc[clause[-1]].idx + len(doc[clause[-1]])
    found = []
    for name in items.read(doc, items.NAMES):
        if name["label"] not in ("LOC", "STATE") or not first <= name["start"] < last:
            continue
        span = doc.char_span(name["start"], name["end"], alignment_mode="expand")
        if span is None or span[0].tag_ == "ADJA":
            continue
        before = [doc[k].lower_ for k in range(max(0, span.start - 3), span.start)]
        if {"in", "im", "nach", "aus", "bei", "vor", "an", "auf", "am"} & set(before):
            found.append(name["name"])
    return list(dict.fromkeys(found))
