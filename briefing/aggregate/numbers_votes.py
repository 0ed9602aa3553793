"""Votes: for, against, abstained, needed. The four counts of one ballot never are one number."""

from __future__ import annotations

import re

from briefing.model import Quantity, Sentence

_BALLOT = re.compile(
    r"\b(?:ge)?stimm(?:t|en|ten|te)\b|\bvotier\w+|\b(?:zu|ab)gestimmt\b|[Ss]timmen?\b|\b\w*[Aa]bstimmung\w*|\bEnthalt\w+|\benth(?:ie|a)lt\w+"
)
_STANDS = (
    ("abstained", re.compile(r"\benth(?:ie|a)lt\w*|\b(?:Stimme?n?)?[Ee]nthaltung\w*")),
    (
        "against",
        re.compile(
            r"\b[Dd]agegen\b|\b(?:Nein|Gegen)-?[Ss]timmen?\b|\bmit\s+„?Nein|\b[Gg]egen\s+(?:den|die|das|ihn|sie|es|eine[nr]?|seine|ihre|diese[ns]?)\b"
        ),
    ),
    (
        "needed",
        re.compile(r"\b(?:nötig\w*|notwendig\w*|erforderlich\w*|benötig\w+|gebraucht|brauch\w*|reichen)\b"),
    ),
    (
        "for",
        re.compile(
            r"\b[Dd]afür\b|\bJa-?[Ss]timmen?\b|\bmit\s+„?Ja\b|\b[Ff]ür\s+(?:den|die|das|ihn|sie|es|eine[nr]?|seine|ihre|diese[ns]?)\b|\bstimmten\b[^,;]*\bzu\b"
        ),
    ),
)
_CONTRAST = re.compile(r"\b[Dd]agegen\b(?!\s+(?:stimm|votier|sprachen|waren|sind))")  # *Biden kommt dagegen auf*
_BREAK = re.compile(r"[,;:()–—]|\s(?:und|bei|während|sowie)\s")


_NUMBER = r"(?:\d[\d.]*|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)"
_FIRST = re.compile(rf"{_NUMBER}\s+(?:zu|gegen)\s+{_NUMBER}\s+\w*[Ss]timmen\b")
_SECOND = re.compile(rf"{_NUMBER}\s+(?:zu|gegen)\s+$")
_SEATS = re.compile(r"\b(?:Mehrheit|Vorsprung|Verhältnis)\s+von\s+(?:\d+\s+(?:zu|gegen)\s+)?$")  # no ballot
_REJECTED = re.compile(r"\b(?:abgelehnt|lehn\w+|verw[ae]rf\w*|verworfen|scheiter\w+|gescheitert)\b")


def _paired(sentence: str, behind: str, before: str) -> str:
    """*mit 321 zu 259 Stimmen*: the first number is of those who had their way."""
    first, second = _FIRST.match(behind) is not None, _SECOND.search(before) is not None
    if first == second or _SEATS.search(before):
        return ""
    return "against" if second != (_REJECTED.search(sentence) is not None) else "for"


def stand(text: str, sentence: Sentence | None, quantity: Quantity, others: tuple[Quantity, ...]) -> str:
    """How those counted voted (`for`, `against`, `abstained`, `needed`); empty where no vote is told.

    The words after the number count first, then those before it, each up to the next number or pause.
    """
    if sentence is None or quantity.unit or quantity.change:
        return ""
    first, last = sentence.span.start, sentence.span.end
    if not _BALLOT.search(text[first:last]):
        return ""
    start, end = quantity.span.start, quantity.span.end
    inside = [q.span for q in others if first <= q.span.start < last and q.span != quantity.span]
    after = text[end : min((s.start for s in inside if s.start >= end), default=last)]
    before = text[max((s.end for s in inside if s.end <= start), default=first) : start]
    if (paired := _paired(text[first:last], text[start:last], text[first:start])) != "":
        return paired
    pause = _BREAK.search(after)
    ahead = _CONTRAST.sub("", _BREAK.split(before)[-1])
    parts = (text[start:end], after[: pause.start()] if pause else after, ahead)
    for part in parts:
        for name, pattern in _STANDS:
            if pattern.search(part):
                return name
    return ""
