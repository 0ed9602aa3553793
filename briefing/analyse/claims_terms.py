"""Terms of a claim: those of the text, and every state that an adjective names, whatever its tag."""

from __future__ import annotations

from spacy.tokens import Doc

from briefing.analyse.terms import Terms
from briefing.german.states import state_of


class ClaimTerms:
    """As `Terms`, each term once, and with the states of all adjectives (*nordkoreanischer*)."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._terms = Terms(doc)

    def of(self, start: int, end: int) -> list[str]:
        """Terms between two character offsets, lower case."""
        found = self._terms.of(start, end)
        span = self._doc.char_span(start, end, alignment_mode="expand")
        for token in span if span is not None else ():
            state = state_of(token.text) if token.idx >= start and token.text[:1].isalpha() else None
            if state:
                found.append(state.lower())
        return list(dict.fromkeys(found))
