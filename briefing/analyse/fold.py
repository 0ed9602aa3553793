"""One character for one character: what the trained pipeline sees instead of the raw text.

Offsets into the folded text are offsets into the article.
"""

from __future__ import annotations

import re

LONG = 200
"""Characters without a space from which on they are no word: addresses, broken files, attacks."""

DOUBLE_MARKS = "„“”‟«»″〝〞＂"
SINGLE_MARKS = "‚‘’‛‹›′"
SPACES = "\u00a0\u2007\u202f\u2009\u200a\u2008\u2006\u2005\u2004\u2003\u2002\ufeff\u3000"

_TABLE = str.maketrans(
    DOUBLE_MARKS + SINGLE_MARKS + SPACES,
    '"' * len(DOUBLE_MARKS) + "'" * len(SINGLE_MARKS) + " " * len(SPACES),
)

_NO_SPACE = re.compile(rf"\S{{{LONG},}}")
_NO_LETTER = re.compile(r"[\W_]")


def fold(text: str) -> str:
    """`text` with plain quotation marks and plain spaces; the same number of characters.

    Control characters other than line breaks and tabs become spaces, lone surrogates a replacement
    character (spaCy stores UTF-8). In `LONG` characters without a space every mark becomes a letter: the
    tokenizer, which takes marks off a word one by one, needs the square of their number.
    """
    folded = text.translate(_TABLE)
    if not folded.isprintable():
        folded = "".join(_plain(character) for character in folded)
    return _NO_SPACE.sub(lambda run: _NO_LETTER.sub("x", run[0]), folded)


def _plain(character: str) -> str:
    if character >= " " and not "\x7f" <= character <= "\x9f":
        return "\ufffd" if "\ud800" <= character <= "\udfff" else character
    return character if character in "\n\t\r" else "\n" if character == "\x85" else " "
