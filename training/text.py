"""Plain running text for the word vectors: folded, in tokens, one paragraph a line.

The tokens only have to be near those of spaCy's German tokenizer: floret builds its vectors from character
n-grams, so a rare difference costs nothing, and a regular expression is thirty times faster.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.lang.de import German

TEXTS = {
    "wikipedia_klexikon_articles.txt.gz": 1,
    "klexikon.txt.gz": 1,
    "bundestag_wp21.txt.gz": 1,
}
"""Files and how often they are read: the encyclopedia is nearer to news than the minutes of parliament."""
LONGEST_LINE = 900
"""Tokens a line; floret silently breaks longer ones at an arbitrary place."""

_DOUBLE = "„“”‟«»"
_SINGLE = "‚‘’‛‹›"
_SPACES = "\u00a0\u2007\u202f\u2009"
FOLD = str.maketrans(_DOUBLE + _SINGLE + _SPACES, '"' * len(_DOUBLE) + "'" * len(_SINGLE) + " " * len(_SPACES))

_TOKEN = re.compile(r"\w[\w.'/&+-]*|[^\w\s]")
_ORDINAL = re.compile(r"\d{1,2}\.\Z")


def fold(text: str) -> str:
    """Quotation marks to their plain forms, unusual spaces to a plain space; the length stays the same.

    This mirrors what the analysis does to an article before the pipeline sees it.
    """
    return text.translate(FOLD)


def _abbreviations() -> frozenset[str]:
    rules = getattr(German().tokenizer, "rules", None) or {}
    return frozenset(form for form in rules if form.endswith("."))


ABBREVIATIONS = _abbreviations()


def tokens(text: str) -> list[str]:
    """Split folded text into tokens; a final full stop stays with ordinals and known abbreviations."""
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        tail: list[str] = []
        while len(word) > 1 and word[-1] in ".'/&+-":
            if word[-1] == "." and (word in ABBREVIATIONS or _ORDINAL.match(word)):
                break
            if word[-1] == "-":
                break
            tail.append(word[-1])
            word = word[:-1]
        found.append(word)
        found.extend(reversed(tail))
    return found


def paragraphs(corpora: Path) -> Iterator[str]:
    """Yield every paragraph of the unlabelled texts and of the annotated Wikinews training articles."""
    for name, times in TEXTS.items():
        for _ in range(times):
            with gzip.open(corpora / "text" / name, "rt", encoding="utf-8") as lines:
                yield from (line for line in lines if not line.startswith("# doc ="))
    with (corpora / "names" / "wikinews-train.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield from json.loads(line)["text"].split("\n")


def write_plain(corpora: Path, target: Path) -> int:
    """Write the tokens of all paragraphs to `target`, separated by spaces; return the number of tokens."""
    count = 0
    with target.open("w", encoding="utf-8") as out:
        for paragraph in paragraphs(corpora):
            words = tokens(fold(paragraph))
            for first in range(0, len(words), LONGEST_LINE):
                out.write(" ".join(words[first : first + LONGEST_LINE]) + "\n")
            count += len(words)
    return count


_NO_SPACE_BEFORE = re.compile(r"[.,;:!?)\]}%…]+\Z")
_NO_SPACE_AFTER = re.compile(r"[(\[{]\Z")


def glue(forms: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Join tokens into running text by the usual spacing; return it with the characters of each token."""
    text, space, inside, spans = "", "", False, []
    for form in forms:
        if _NO_SPACE_BEFORE.match(form) or (form == '"' and inside):
            space = ""
        start = len(text) + len(space)
        text += space + form
        spans.append((start, len(text)))
        space = "" if _NO_SPACE_AFTER.match(form) or (form == '"' and not inside) else " "
        inside ^= form == '"'
    return text, spans
