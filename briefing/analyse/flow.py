"""A text as it reads, without the line breaks inside its paragraphs, and the way back to its own characters.

Texts come wrapped at a width, at links, or with doubled blanks. A trained pipeline and rules that go from word to word
would stumble over white space that stands between two words of one sentence (*Ursula / von der Leyen*).
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field, replace

from briefing.model import Article, Block

_GAP = re.compile(r"[^\S\r\n]*[\r\n]\s*|[^\S\r\n]{2,}")
_DIVIDED = re.compile(r"\w-$")


@dataclass(frozen=True, slots=True)
class Flow:
    """An article whose paragraphs have single blanks only; `offsets` are the places of its characters in the text."""

    article: Article
    offsets: array[int] = field(default_factory=lambda: array("l"))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the flowing text stands in the article; offsets in characters."""
        if not self.offsets:
            return start, end
        first = self.offsets[start]
        return first, self.offsets[end - 1] + 1 if end > start else first


def flow(article: Article) -> Flow:
    """The article with one blank for every white space inside a block, none in a compound divided at its hyphen."""
    text = article.text
    pieces: list[str] = []
    offsets = array("l")
    blocks: list[Block] = []
    done = 0

    def keep(start: int, end: int) -> None:
        pieces.append(text[start:end])
        offsets.extend(range(start, end))

    for block in article.blocks:
        keep(done, block.start)
        begin, done = len(offsets), block.start
        for gap in _GAP.finditer(text, block.start, block.end):
            keep(done, gap.start())
            done = gap.end()
            divided = _DIVIDED.search(text, gap.start() - 2, gap.start()) and text[done : done + 1].isupper()
            if not divided:
                pieces.append(" ")
                offsets.append(gap.start())
        keep(done, block.end)
        done = block.end
        blocks.append(Block(start=begin, end=len(offsets), kind=block.kind))
    if "".join(pieces) == text[:done]:
        return Flow(article)
    keep(done, len(text))
    return Flow(replace(article, text="".join(pieces), blocks=tuple(blocks)), offsets)
