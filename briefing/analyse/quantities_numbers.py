"""Which numbers of a text count or measure something: dates, ages, scores, labels and idioms are left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from briefing.analyse import items
from briefing.analyse.quantities_terms import length_of, term_of
from briefing.german.numerals import Number, find_numbers
from briefing.german.units import Measure, find_measures
from briefing.german.words import load

_KINDS = ("cardinal", "percent", "fraction")
_NO_COUNT = frozenset(load("quantities")["counting"]["no_count"])
_AHEAD = 8  # spans of dates and names that can overlap one number
_TIMES = frozenset({"time", "time (months)"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A number with its tokens: `first` to `last` of number and bound, `after` the token behind its unit.

    `closed` is true where the tokenizer left the full stop of the sentence on the number: nothing counted follows.
    `known` is true for few with a definite article (*die drei Manager*): named again, not counted. `term` is what the
    rule or term is called that a span of time is.
    """

    number: Number
    unit: str
    end: int
    first: int
    last: int
    after: int
    closed: bool = False
    known: bool = False
    term: str = ""


def unit_token(doc: Doc, counted: Counted) -> Token:
    """The last token of the number with its unit."""
    k = counted.after - 1
    while k > counted.first and doc[k].is_space:
        k -= 1
    return doc[k]


def candidates(doc: Doc, text: str) -> list[Counted]:
    """The numbers of `doc` (its text is `text`) that may count something, in order, without dates and names."""
    numbers = find_numbers(text)
    measures = {m.number.digits_start: m for m in find_measures(text, numbers)}
    taken = _taken(doc)
    found = []
    cursor = 0
    for number in numbers:
        measure = measures.get(number.digits_start)
        if measure is not None and measure.unit is not None and measure.unit.dimension in _TIMES:
            term = _term(doc, number, measure)
            if term is not None:
                found.append(term)
            continue
        while cursor < len(taken) and taken[cursor][1] <= number.start:
            cursor += 1
        if number.kind not in _KINDS or number.low is number.high is None:
            continue
        if number.compound and measure is None and not _scaled_compound(number) and not _decided(text, number):
            continue
        if any(start < number.end and number.digits_start < end for start, end in taken[cursor : cursor + _AHEAD]):
            continue
        if items.block_at(doc, number.start) == "boilerplate":
            continue
        counted = _located(doc, number, measure)
        if counted is not None and not _idle(doc, counted):
            found.append(replace(counted, known=_known_few(number, counted, doc[counted.first - 1])))
    return found


def _term(doc: Doc, number: Number, measure: Measure) -> Counted | None:
    """A span of time that is the length of something, or a rule or term of the matter."""
    if number.kind != "cardinal" or number.compound or items.block_at(doc, number.start) == "boilerplate":
        return None
    counted = _located(doc, number, measure)
    if counted is None or length_of(doc, counted.first, counted.after, counted.closed):
        return counted
    term = term_of(doc, counted.first, counted.after, counted.unit)
    return replace(counted, term=term) if term else None


def _taken(doc: Doc) -> list[tuple[int, int]]:
    """Characters of time expressions and names: numbers in them count nothing."""
    spans = [(d["start"], d["end"]) for d in items.read(doc, items.DATES)]
    names = [(n["start"], n["end"]) for n in items.read(doc, items.NAMES) if _named(doc, n)]
    return sorted(spans + names)


def _named(doc: Doc, name: items.NameItem) -> bool:
    """Whether a number in this name belongs to it (*Gruppe 47*), and does not count the noun behind it."""
    span = doc.char_span(name["start"], name["end"], alignment_mode="expand")
    if span is None or not span[-1].like_num or name["label"] == "LOC":
        return span is not None and not span[-1].like_num
    following = doc[span.end] if span.end < len(doc) else None
    if following is not None and following.tag_ == "KON" and span.end + 1 < len(doc) and doc[span.end + 1].like_num:
        return False  # bei der Bundestagswahl 20 oder 30 Prozent
    return following is None or not (following.text[:1].isupper() or following.tag_ == "ADJA")


def _scaled_compound(number: Number) -> bool:
    """*400-Milliarden-Grenze* is a sum; *35-Stunden-Woche* and *G7-Staaten* count nothing."""
    return number.low is not None and number.low >= 10**6 and number.high is not None  # no Millionen-Marke


_DECIDED = re.compile(r"(?:zu|gegen)[ \n-]$")
_VOTE = re.compile(r"\d+-zu-\d+-(?:Mehrheit|Entscheidung|Votum|Urteil|Beschluss)\b")
_DECISION = re.compile(r"-(?:Mehrheit|Entscheidung|Votum|Urteil|Beschluss)\b")


def _decided(text: str, number: Number) -> bool:
    """*mit 5 zu 4-Mehrheit*: the second count of a vote."""
    before = text[max(0, number.digits_start - 7) : number.digits_start]
    behind = text[number.digits_start : number.digits_start + 24]
    if _VOTE.match(behind):
        return True
    return _DECIDED.search(before) is not None and _DECISION.search(behind) is not None


def _located(doc: Doc, number: Number, measure: Measure | None) -> Counted | None:
    """The number with the tokens it stands on; None where it ends within a token that is no number."""
    end = number.end if measure is None else max(number.end, measure.end)
    start = number.start if measure is None else min(number.start, measure.start)
    span = doc.char_span(start, number.end, alignment_mode="expand")
    whole = doc.char_span(start, end, alignment_mode="expand")
    if span is None or whole is None:
        return None
    if measure is not None and measure.unit is None:
        return None
    unit = measure.unit if measure is not None else None
    after = whole.end
    while after + 1 < len(doc) and doc[after].is_space and "\n" not in doc[after].text:
        after += 1  # two blanks
    return Counted(
        number=number,
        unit="" if unit is None else unit.name,
        end=end,
        first=span.start,
        last=span.end,
        after=after,
        closed=whole.end_char > end and whole.text[end - whole.start_char :].strip() == ".",
    )


_DEFINITE = frozenset({
    "die", "der", "den", "des", "dem", "das", "diese", "dieser", "diesen", "seine", "seiner", "seinen", "ihre", "ihrer",
    "ihren", "unsere", "unserer", "unseren", "meine", "meiner", "meinen", "alle", "allen", "aller", "beiden", "deren",
})  # fmt: skip
_FEW, _PAGES = 12, 20
_NAME = 4  # tokens of a club's name before its year


def _known_few(number: Number, counted: Counted, before: Token) -> bool:
    """*die drei Freundinnen, unsere zwei Kinder*: known ones are named, not counted."""
    few = (
        number.low is not None
        and number.low <= _FEW
        and number.low % 1 == 0
        and number.bound == "exact"
        and not counted.unit
    )
    return few and number.kind == "cardinal" and counted.first > 0 and before.lower_ in _DEFINITE


def _is_size(doc: Doc, counted: Counted) -> bool:
    """*ein 450 Seiten starkes Antragsbuch*: how long a document is; not beside the price of a book."""
    k = counted.after
    size = counted.number.low if counted.number.low is not None else counted.number.high
    if k + 2 >= len(doc) or doc[k].lower_ != "seiten" or size is None or size < _PAGES:
        return False
    return not (doc[k + 1].text in (",", "/", ";") and doc[k + 2].like_num) and doc[k + 1].text not in (")", ".")


_PLACES = ("straße", "platz", "weg", "allee", "gasse", "raum", "zimmer", "saal", "gleis", "halle", "hausnummer", "bahn")
_CLUBS = frozenset({"TSV", "SV", "FC", "VfB", "VfL", "TuS", "SC", "TV", "ESV", "FSV", "SpVgg", "BV", "SSV", "MTV"})
_FOUNDED = (1800, 2000)


def _numbered(doc: Doc, counted: Counted, before: Token) -> bool:
    """*Raum 3 101, Kolpingstraße 1, TSV Dachau 1865*: a place's number or a club's year counts nothing."""
    number, k = counted.number, counted.after
    if counted.unit or number.words or number.low is None or number.low != number.high or number.bound != "exact":
        return False
    counts = k < len(doc) and not counted.closed and doc[k].tag_ in ("NN", "ADJA")
    if before.text[:1].isupper() and before.lower_.endswith(_PLACES):
        return not counts or number.low == 1
    club = {doc[n].text for n in range(max(0, counted.first - _NAME), counted.first - 1)} & _CLUBS
    return bool(club) and not counts and _FOUNDED[0] <= number.low < _FOUNDED[1]


def _idle(doc: Doc, counted: Counted) -> bool:
    """Numbers that count nothing by what follows: *zwei Mal*, *zwei Jahre*; list numbers at the start of a line."""
    number = counted.number
    low = "" if counted.closed else doc[counted.after].lower_ if counted.after < len(doc) else ""
    if not counted.unit and low in _NO_COUNT and not _is_size(doc, counted):
        return True
    if number.words and number.low == number.high == 0 and not counted.unit:  # null Toleranz
        return True
    before = doc[counted.first - 1] if counted.first else None
    if before is not None and before.lower_ in ("pro", "je", "per"):
        return True
    if before is not None and _numbered(doc, counted, before):
        return True
    starts = before is None or before.is_space
    return starts and number.kind == "cardinal" and low in (")", ".")
