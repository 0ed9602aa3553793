"""The clause a number stands in."""

from __future__ import annotations

import re

from briefing.model import Quantity

CLAUSE = re.compile(r",(?!\d)|(?<!\d),|[;:()–—\n\"„“”»«]| - |(?<=[a-zäöüß])[.!?](?=\s)")
_CAPITAL = re.compile(r"\b[A-ZÄÖÜ][\wäöüß-]{2,}")
_REACH = 200  # characters on each side


def clause(text: str, quantity: Quantity) -> tuple[str, str]:
    """The words of the clause before and after a number, without the number itself."""
    start, end = quantity.span.start, quantity.span.end
    before = text[max(0, start - _REACH) : start]
    marks = [m.end() for m in CLAUSE.finditer(before)]
    match = CLAUSE.search(text, end, end + _REACH)
    after = text[end : match.start() if match else end + _REACH]
    return before[marks[-1] :] if marks else before, after


def clause_words(text: str, quantity: Quantity) -> tuple[str, ...]:
    """The capitalised words in the clause around the number, without the number itself."""
    return tuple(_CAPITAL.findall(" ".join(clause(text, quantity))))
