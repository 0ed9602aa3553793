"""The time a count is of: the years its sentence names, all so far or some days, all cases or new ones."""

from __future__ import annotations

import re

from briefing.model import Analysis, Article, Quantity, Sentence

# A year that is not the end of a span of time (*seit 2022*, *bis 2027*).
_YEAR = re.compile(r"(?<!seit )(?<!Seit )(?<!bis )(?<!ab )(?<!Ende )(?<![a-zä] \d\d )\b((?:19|20)\d\d)\b(?! bis)(?!/)")
_SO_FAR = re.compile(
    r"\b(?:[Ii]n\s+diesem\s+Jahr|[Ss]eit\s+(?:Januar|Jahres(?:beginn|anfang)|Anfang\s+des\s+Jahres|Beginn)|[Bb]isher|[Bb]islang"
    r"|[Ii]nsgesamt|[Ii]m\s+(?:gesamten\s+|ganzen\s+)?Jahr)\b"
)
_WEEKDAY = r"(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag\w*|Mittwoch\w*|Sonnabend\w*"
_DAYS = re.compile(
    rf"\b(?:[Aa]m\s+(?:Wochenende|{_WEEKDAY})|[Bb]innen|[Ii]nnerhalb|[Vv]on\s+(?:{_WEEKDAY})|[Ss]eit\s+(?:{_WEEKDAY})"
    r"|[Ii]n\s+(?:den\s+)?(?:vergangenen|letzten)\s+\w+\s+(?:Tagen|Stunden|Wochen)|[Ii]n\s+der\s+Nacht|[Hh]eute|[Gg]estern)\b"
)
_FRESH = re.compile(r"\b(?:[Nn]eue|weitere|zusätzlich|Neu[a-zäöü]+|binnen|innerhalb)")
_ADDED = re.compile(r"\b(?:zusätzlich|weitere|noch einmal|nochmals)\s*$")


def other_years(article: Article, sentence: Sentence | None, quantity: Quantity, analysis: Analysis) -> frozenset[str]:
    """Years the sentence names, without the year of the article and those that open or close a span of time.

    A year behind or before another number of the sentence is that one's.
    """
    if sentence is None:
        return frozenset()
    span, first, last = quantity.span, sentence.span.start, sentence.span.end
    others = [q.span for q in analysis.quantities if first <= q.span.start < last and q.span != span]
    start = max((other.end for other in others if other.end <= span.start), default=first)
    end = min((other.start for other in others if other.start >= span.end), default=last)
    text = f"{article.text[start : span.start]} {article.text[span.end : max(span.end, end)]}"
    return frozenset(_YEAR.findall(text)) - {(article.published or "")[:4]}


def period(text: str, sentence: Sentence | None, quantity: Quantity) -> str:
    """Whether a count is of all so far or of some days; empty where the sentence does not say."""
    if sentence is None:
        return ""
    before, after = text[sentence.span.start : quantity.span.start], text[quantity.span.end : sentence.span.end]
    told = f"{before} {after}"
    days, total = _DAYS.search(told), _SO_FAR.search(told)
    return "" if bool(days) == bool(total) else "days" if days else "total"


def is_fresh(text: str, quantity: Quantity) -> bool:
    """Whether a count is of new cases (*Neuinfektionen*, *142 weitere Todesfälle*), not of all so far."""
    start, end = quantity.span.start, quantity.span.end
    added = _ADDED.search(text[max(0, start - 14) : start])
    return quantity.head.startswith("neu") or bool(added or _FRESH.search(text[start : end + 25]))
