"""A report that runs on: who told the numbers of the sentences before, while the text goes on reporting.

*Die Institute rechnen mit einem Minus von 5,4 Prozent. Im kommenden Jahr dürfte die Wirtschaft um 4,7 Prozent
wachsen.* The second number is the institutes' too: the text goes on to foretell, or to report in the subjunctive, in
the same paragraph, and names nobody else.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from briefing.analyse import items
from briefing.analyse.quantities_clauses import clause_of
from briefing.analyse.quantities_named import Holder
from briefing.analyse.quantities_numbers import Counted
from briefing.german.words import load
from briefing.model import Status

# Konjunktiv I that differs from the indicative.
INDIRECT = frozenset(
    {"sei", "seien", "habe", "werde", "könne", "müsse", "solle", "wolle", "dürfe", "gebe", "komme", "liege"}
)
_EXPECTS = frozenset(load("quantities")["verbs"]["expects"])
_MAY = frozenset({"könnte", "könnten", "dürfte", "dürften"})
_FORETELLS = frozenset({"könnte", "könnten", "dürfte", "dürften", "wird", "werden"})
_COMPARED = frozenset({"nach", "statt", "gegenüber", "anstelle", "seit"})  # nach fünf Prozent in 2019
_ADDS = frozenset({"weitere", "davon", "darunter", "zudem", "außerdem", "zusätzlich", "hinzu", "dazu"})
_SOURCES = frozenset({"document", "nach-angaben", "laut", "zufolge", "report", "told-next", "following-report"})
_FINITE = ("VVFIN", "VAFIN", "VMFIN")
_LISTED = frozenset({"und", "oder", "beziehungsweise", "bzw.", "sowie"})
_GAP = 1  # sentences without a number between two of one report


class Running:
    """Who told the last number of a document, read in the order of the text."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._told: tuple[int, Holder, bool] | None = None  # end of its sentence as a token, who, whether it foretells
        self._after = 0  # the token behind the last number that somebody tells

    def note(self, counted: Counted, holder: Holder | None, status: Status) -> None:
        """A number that was read; one that nobody tells ends the report."""
        sentence = self._doc[counted.first].sent
        if holder is not None:
            self._after = counted.after
            self._told = (sentence.end, holder, status == "expected" or holder.verb in _EXPECTS)
        elif self._told is not None and sentence.end != self._told[0]:
            self._told = None

    def holder(self, counted: Counted, status: Status) -> Holder | None:
        """Who tells a number for which its own sentence names nobody."""
        if self._told is None or not self._goes_on(counted, self._told[0]):
            return None
        _, told, foretold = self._told
        between = [token.lower_ for token in self._doc[self._after : counted.first]]
        if len(between) == 1 and between[0] in _LISTED:
            return replace(self._told[1], verb="", rule="running")
        clause = [self._doc[k] for k in clause_of(self._doc, counted.last - 1)]
        lows = {token.lower_ for token in clause}
        compared = counted.first > 0 and self._doc[counted.first - 1].lower_ in _COMPARED
        if counted.first < self._told[0] and not any(token.tag_ in _FINITE for token in clause):
            return None if compared else replace(told, verb="", rule="running")  # um 4 Prozent wachsen, 2022 um 2
        ahead = (status == "expected" and lows & _FORETELLS) or lows & _MAY
        further = bool(foretold and ahead and not compared)
        starts = self._doc[self._doc[counted.first].sent.start].lower_
        if starts in _ADDS and told.rule in _SOURCES and not compared:
            further = True  # Weitere 650 Millionen Euro sind für … vorgesehen
        if further or lows & INDIRECT:
            return replace(told, verb="", rule="running")
        return None

    def _goes_on(self, counted: Counted, end: int) -> bool:
        """Whether the number stands in the same paragraph at most two sentences on, outside quotations."""
        start = counted.first
        between = self._doc[end:start] if end <= start else self._doc[start:start]
        if any(token.is_space and "\n" in token.text for token in between):
            return False
        gap = sum(1 for token in between if token.is_sent_start) - 1
        at = counted.number.start
        quotes: list[items.QuoteItem] = items.read(self._doc, items.QUOTES)
        spoken = (quote for quote in quotes if quote["kind"] == "direct" or quote["speaker_name"])
        quoted = any(a <= at < b for quote in spoken for a, b in quote["content"])
        return gap <= _GAP and not quoted and not any(token.text == '"' for token in between)
