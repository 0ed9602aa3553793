"""German hyphenation for print, ready at once: of 78,000 patterns only those are parsed that a word asks for.

WeasyPrint hyphenates with Pyphen, which parses all of them first; that takes half a second, a fifth of a short
PDF. The patterns are Pyphen's own, and so are the points (F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", 1983).
"""

from __future__ import annotations

from pathlib import Path

import pyphen

_DIGITS = str.maketrans("", "", "0123456789")
_DIRECTIVES = ("%", "#", "LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUNDLEFTHYPHENMIN", "COMPOUNDRIGHTHYPHENMIN")
_SPECIAL = ("/", "^^")  # spellings that change, characters by number: Pyphen itself reads such files


class Patterns:
    """The patterns of one file; stands where Pyphen keeps its own `HyphDict`. Raises `ValueError` for special ones."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            encoding = file.readline().decode("ascii").strip()
        lines = path.read_text(encoding).split("\n")[1:]
        lines = [line.strip() for line in lines if line and not line.startswith(_DIRECTIVES)]
        text = "\n".join(lines)
        if any(mark in text for mark in _SPECIAL):
            raise ValueError(f"{path}: special patterns")
        self._lines = dict(zip(text.translate(_DIGITS).split("\n"), lines, strict=True))
        self._longest = max(map(len, self._lines), default=0)
        self._known: dict[str, list[pyphen.DataInt]] = {}

    def positions(self, word: str) -> list[pyphen.DataInt]:
        """Where `word` may be divided, as offsets in it."""
        word = word.lower()
        if word not in self._known:
            self._known[word] = [
                pyphen.DataInt(n - 1) for n, value in enumerate(self._values(f".{word}.")) if value % 2
            ]
        return self._known[word]

    def _values(self, word: str) -> list[int]:
        """For every gap between letters the largest value that a pattern gives it; odd ones divide."""
        values = [0] * (len(word) + 1)
        for start in range(len(word) - 1):
            for end in range(start + 1, min(start + self._longest, len(word)) + 1):
                line = self._lines.get(word[start:end])
                if line is not None:
                    _raise(values, start, line)
        return values


def _raise(values: list[int], place: int, line: str) -> None:
    """A digit of a pattern is the value of the gap before the next letter."""
    for character in line:
        if character.isdecimal():
            values[place] = max(values[place], int(character))
        else:
            place += 1


def prepare(language: str) -> None:
    """Give Pyphen the patterns of `language`; where that is not possible it reads them by itself."""
    try:
        path = pyphen.LANGUAGES[pyphen.language_fallback(language)]
        if path not in pyphen.hdcache:
            pyphen.hdcache[path] = Patterns(path)
    except (AttributeError, KeyError, OSError, ValueError, LookupError):
        return
