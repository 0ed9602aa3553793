"""Which paragraphs are boilerplate: navigation, teasers with their lists, offers, credits, boxes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from briefing.german import words
from briefing.read import editorial, openings
from briefing.read.lines import Paragraph, fold

LINE = 250
OFFER = 300
TEASER = 150
LIST = 12
HEAD = 8
CLOSE = 3
"""Longest line, offer, teaser in characters; longest list of teasers, head and close of a text in paragraphs."""

HeadingLike = Callable[[Paragraph], bool]

_COPYRIGHT = re.compile(r"(?i)(?:^|\s)(?:©|\(c\)\s)|^copyright\b")
_SPEECH = re.compile(r"\b(?:sagte|erklärte|teilte|betonte|forderte|warnte|kritisierte|hieß|mitgeteilt)\b")
_CREDIT = re.compile(
    r"(?:Foto|Bild|Titelbild|Symbolbild|Archivfoto|Grafik|Video|Quelle|Text)(?:s|er|n)?\s*(?::|/|©|\()"
)
_URL_ONLY = re.compile(r"(?:https?://|www\.)\S+")
_STAMP = re.compile(
    r"(?:(?:Mo|Di|Mi|Do|Fr|Sa|So|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)\w{0,2}[.,]* )?"
    r"\d{1,2}\.\s?(?:\d{1,2}\.|[A-Za-zä]{3,9}\.?)\s?\d{2,4}(?:[,|–\- ]{0,4}(?:um )?\d{1,2}[:.]\d{2}(?: ?Uhr)?)?"
)
_BOX = re.compile(
    r"(?:Wer|Was) (?:ist|sind|war|waren) (?:(?:der|die|das|ein|eine) )?(?!Ihre?\b|Eure?\b|Dein|Mein)"
    r"(?P<what>[A-ZÄÖÜ][\w.-]*(?: (?:(?:von|van|de|der|den|zu) )?[A-ZÄÖÜ(][\w.)-]*){0,3})\?"
)
_AUTHOR = re.compile(r"\W{0,5}(?:Unser|Der|Die|Unsere) (?:Autor|Autorin|Autoren|Kolumnist|Kolumnistin)\b")
_DEFINES = re.compile(r"\b(?:ist|sind|war|waren|wurde|gilt|bezeichnet|steht|gehört)\b")


@cache
def _data() -> dict[str, Any]:
    return words.load("blocks")


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(_data()[key])


@cache
def _tuple(key: str) -> tuple[str, ...]:
    return tuple(_data()[key])


def find(parts: Sequence[Paragraph], heading_like: HeadingLike) -> list[int]:
    """The indices of the boilerplate paragraphs, in order."""
    found = {i for i, part in enumerate(parts) if is_line(part)}
    for i, part in enumerate(parts):
        if fold(part.text) in _set("list_starts"):
            found.update(_list(parts, i, heading_like))
    found.update(_stamps(parts))
    found.update(i for i, part in enumerate(parts) if i and openings.author(part.text))
    found.update(i for i, part in enumerate(parts) if i >= len(parts) - CLOSE and _author_note(part.text))
    found.update(_items(parts, found))
    found.update(_closing(parts, found, heading_like))
    return sorted(found)


def is_line(part: Paragraph) -> bool:
    """Whether a paragraph is boilerplate by itself, whatever stands around it."""
    text = part.text
    if editorial.is_editorial(text):
        return True
    bracketed = text.startswith("[") and text.endswith("]")
    if len(text) > (2 * OFFER if bracketed else OFFER):
        return False
    folded = fold(text)
    return (
        not folded
        or folded in _set("lines")
        or _offer(text, folded)
        or (len(text) <= LINE and (_pointer(part, folded) or _credit(text)))
        or (bracketed and folded.startswith(_tuple("bracket_starts")))
    )


def _pointer(part: Paragraph, folded: str) -> bool:
    if folded.startswith(_tuple("starts")):
        return True
    if not folded.startswith(_tuple("labels")):
        return False
    for start in _tuple("labels"):
        rest = folded[len(start) :]
        if folded.startswith(start) and (not rest or rest.startswith(":")):
            return len(part.text) <= TEASER or part.last != "."
    return False


def _credit(text: str) -> bool:
    short = len(text) <= TEASER
    return (
        (short and _COPYRIGHT.search(text) is not None)
        or ("(c) copyright" in text.lower() or "alle rechte vorbehalten" in text.lower())
        or (short and _CREDIT.match(text) is not None and not text.rstrip().endswith((".", "!", "?")))
        or _URL_ONLY.fullmatch(text) is not None
        or openings.agency_line(text) is not None
        or openings.site(text) is not None
    )


def _offer(text: str, folded: str) -> bool:
    """A paragraph that asks the reader to subscribe: an offer, a call, and the reader is spoken to."""
    addressed = "Sie " in text or "Ihnen" in text or "Ihr" in text or folded.startswith(("jetzt", "hier", "["))
    return (
        addressed
        and _SPEECH.search(text) is None
        and any(word in folded for word in _tuple("calls"))
        and any(re.search(rf"(?<!\w){re.escape(word)}", folded) for word in _tuple("offers"))
        and "\u201e" not in text[:2]
    )


def _list(parts: Sequence[Paragraph], at: int, heading_like: HeadingLike) -> list[int]:
    """The line that opens a list of teasers, and the headlines below it."""
    found = [at]
    for i in range(at + 1, min(at + 1 + LIST, len(parts))):
        if len(parts[i].text) > TEASER or not heading_like(parts[i]):
            break
        if parts[i].gap and i > at + 1 and not parts[i - 1].gap:
            break
        found.append(i)
    return found


def _author_note(text: str) -> bool:
    """Who the author of a guest piece is, told at the end of it."""
    low = text.lower()
    return len(text) <= OFFER and _AUTHOR.match(text) is not None and any(w in low for w in _tuple("author_notes"))


def _stamps(parts: Sequence[Paragraph]) -> list[int]:
    """The line with the report's date, near its beginning or end; several such lines head a chronicle."""
    found = [i for i, part in enumerate(parts) if len(part.text) <= 60 and _STAMP.fullmatch(part.text.strip("| "))]
    return found if len(found) == 1 and (found[0] < HEAD or found[0] >= len(parts) - 2) else []


def _items(parts: Sequence[Paragraph], known: set[int]) -> set[int]:
    """List items next to an item that is an offer or a pointer: such lists hold nothing else."""
    found: set[int] = set()
    for way in (range(len(parts)), range(len(parts) - 1, -1, -1)):
        inside = False
        for i in way:
            item = parts[i].text.startswith(("- ", "• ", "* ", "– "))
            inside = item and (inside or i in known)
            if inside:
                found.add(i)
    return found


def _closing(parts: Sequence[Paragraph], known: set[int], heading_like: HeadingLike) -> set[int]:
    """Boxes and notes at the end: explanations below a fixed heading, *Wer ist …?* with its answer.

    Only what reaches the end of the text counts, and never more than half of it: in the middle of a
    report such a heading belongs to the report.
    """
    found: set[int] = set()
    at = len(parts)
    while at > 0:
        i = at - 1
        if i in known:
            at = i
            continue
        opened = _opened(parts, i, heading_like)
        if opened is None:
            break
        at = opened
        found.update(range(at, i + 1))
    total = sum(len(part.text) for part in parts)
    boxed = sum(len(parts[i].text) for i in found)
    return found if boxed * 2 <= total else set()


def _opened(parts: Sequence[Paragraph], end: int, heading_like: HeadingLike) -> int | None:
    """The heading of the box whose last paragraph is `end`, at most three paragraphs above."""
    if fold(parts[end].text) in _set("box_starts"):
        return end
    for i in range(end - 1, max(end - 4, -1), -1):
        box = _BOX.fullmatch(parts[i].text)
        if box:
            return i if _explains(parts[i + 1].text, box["what"]) else None
        if fold(parts[i].text) in _set("box_starts"):
            return i
        if heading_like(parts[i]):
            return None
    return None


def _explains(text: str, what: str) -> bool:
    """Whether a text defines its subject: it names it at once and goes on with *ist*, *war*, …"""
    name = what.split()[-1].lower()
    return name in text[:80].lower() and _DEFINES.search(text[:160]) is not None
