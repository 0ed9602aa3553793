"""Tokens of a German text as the readers of numbers and dates see it: figures, words, single marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+(?:\u00ad[^\W\d_]+)*|[^\s]")
SPACES = " \u00a0\u202f\u2009"


@dataclass(frozen=True, slots=True)
class Token:
    """A run of figures, a word, or one other character; `gap` is the white space before it."""

    text: str
    low: str
    start: int
    end: int
    gap: str

    @property
    def digits(self) -> bool:
        """Whether the token consists of figures."""
        return "0" <= self.text[0] <= "9"

    @property
    def word(self) -> bool:
        """Whether the token is a word (letters, also ½ and ²)."""
        return self.text[0].isalnum() and not self.digits

    @property
    def glued(self) -> bool:
        """Whether it follows the token before it without white space."""
        return not self.gap


class Tokens:
    """The tokens of a text; positions outside give an empty token, so look-arounds need no checks."""

    _NONE = Token("\n", "\n", -1, -1, "\n")

    def __init__(self, text: str) -> None:
        self.text = text
        self.weekdays = -1  # how many weekdays the text names; counted when first asked for
        self._items: list[Token] = []
        last = 0
        for match in _TOKEN.finditer(text):
            raw = match[0]
            self._items.append(
                Token(raw, raw.lower().replace("\u00ad", ""), match.start(), match.end(), text[last : match.start()])
            )
            last = match.end()

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, at: int) -> Token:
        return self._items[at]

    def __iter__(self) -> Iterator[Token]:
        return iter(self._items)

    def at(self, index: int) -> Token:
        """The token at `index`, or an empty one outside the text."""
        return self._items[index] if 0 <= index < len(self._items) else self._NONE

    def joined(self, index: int) -> bool:
        """Whether the token stands in the same line as the one before it."""
        return 0 < index < len(self._items) and "\n" not in self._items[index].gap
