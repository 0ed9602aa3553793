"""Content terms: what a stretch of text is about, as lemmas that can be compared across articles."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from spacy.tokens import Doc, Token

from briefing.analyse import items
from briefing.german.states import state_of

# Full verbs that carry no content of their own, and adverbs and pronouns tagged as content.
EMPTY = frozenset(
    """sein haben werden können müssen sollen wollen dürfen mögen lassen geben gehen kommen machen tun stehen liegen
    sagen mitteilen erklären berichten heißen bleiben bringen nehmen stellen halten setzen finden sehen wissen
    ander viel wenig mehr weit neu groß gut ganz letzt erst zweit jahr tag woche monat uhr montag dienstag mittwoch
    donnerstag freitag samstag sonnabend sonntag prozent million milliarde""".split()
)
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM", "X"})


class Terms:
    """Terms of any stretch of one document; names count by the full name they were resolved to."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._starts = [token.idx for token in doc]
        self._name_at: dict[int, str] = {}
        for name in items.read(doc, items.NAMES):
            for token in self._tokens(name["start"], name["end"]):
                self._name_at[token.i] = name["name"].lower()

    def _tokens(self, start: int, end: int) -> list[Token]:
        first, last = bisect_left(self._starts, start), bisect_right(self._starts, end - 1)
        return list(self._doc[first:last]) if last > first else []

    def of(self, start: int, end: int) -> list[str]:
        """Terms between two character offsets, in text order, lower case."""
        found: list[str] = []
        for token in self._tokens(start, end):
            name = self._name_at.get(token.i)
            if name is not None:
                if not found or found[-1] != name:
                    found.append(name)
            else:
                term = self._term(token)
                if term:
                    found.append(term)
        return found

    @staticmethod
    def _term(token: Token) -> str:
        if not token.is_alpha and not token.like_num and "-" not in token.text:
            return ""
        state = state_of(token.text)
        if state:  # before the part of speech, which the tagger may have missed
            return state.lower()
        if token.pos_ and token.pos_ not in _CONTENT:
            return ""
        term = (token.lemma_ or token.text).lower()
        if term in EMPTY or token.is_stop or len(term) < 3:
            return ""
        return term
