"""Signs that a whole text is an opinion piece although no line of it says so: its address, and who says *ich*."""

from __future__ import annotations

import re
from collections.abc import Sequence

FEWEST = 8
SHARE = 0.012
"""Words of the first person outside quotation marks: at least so many, and at least this share of all."""

LABELS = 4
"""Paragraphs that open with a name and a colon: several people speak."""
_LABEL = re.compile(r"[A-ZÄÖÜ][\w .-]{1,40}:\s")

# What addresses call such pieces: a folder of the site, or a word of the page's name.
_FOLDER = re.compile(
    r"/(?:meinung(?:en)?|kommentare?|kolumnen?|glossen?|opinion|leitartikel|gastbeitr(?:ag|aege)|gastkommentare?|essays?"
    r"|standpunkte?|zwischenrufe?|10nach8|rezensionen|buchkritik|filmkritik)/"
)
_NAMED = re.compile(
    r"[-/](?:kommentar|kolumne|glosse|gastbeitrag|gastkommentar|leitartikel|10nach8|rezension|buchkritik|filmkritik)(?=[-/.]|$)"
)
# A headline that calls upon people to act: *Lasst die Schulen offen!*, *Verschieben wir das Fest!*
_CALL = re.compile(
    r"(?:[\w-]{2,30}: )?(?:[A-ZÄÖÜ][a-zäöüß]{1,14}t (?:den|die|das|dem|euch|nicht|uns|unsere[nmrs]?|endlich|mal|mehr)\b"
    r"|[A-ZÄÖÜ][a-zäöüß]{2,16}en wir )[^?„“\"!]{0,200}!"
)
_QUOTED = re.compile(r"„[^„“”\"]{0,2000}[“”\"]|\"[^\"]{0,2000}\"|»[^«»]{0,2000}«|“[^“”]{0,2000}”|‚[^‚‘’]{0,900}[‘’]")
_MARK = re.compile(r"[„“”\"»«]")
_FIRST = re.compile(r"\b(?:[Ii]ch|[Mm]ir|[Mm]ich|[Mm]ein(?:e[nmrs]?)?)\b")


def by_address(url: str | None) -> bool:
    """Whether the address of a page names it an opinion piece: `…/meinung/…`, `…/corona-schulen-kommentar-1.2`."""
    path = (url or "").lower().split("?")[0]
    return _FOLDER.search(path) is not None or _NAMED.search(path) is not None


def by_headline(title: str) -> bool:
    """Whether a headline is a call to act, not that of somebody who is quoted."""
    return _CALL.fullmatch(title.strip()) is not None


def first_person(title: str, paragraphs: Sequence[str]) -> bool:
    """Whether the author speaks of *ich* throughout; under a headline in quotation marks somebody else does."""
    if title[:1] in "„“”\"»«‚'‘" or sum(_LABEL.match(text) is not None for text in paragraphs) >= LABELS:
        return False
    count = words = 0
    for text in paragraphs:
        outside = _QUOTED.sub(" ", text)
        words += len(text.split())
        if not _MARK.search(outside):  # a mark without its pair: nobody knows who speaks
            count += len(_FIRST.findall(outside))
    return count >= FEWEST and count >= SHARE * words
