"""What editors say about their own work inside a paragraph: corrections, notes, offers, lists of contributors.

Such stretches are cut out of the paragraphs, so that they can be labelled by themselves. A report on another
newsroom or on a draft (*In einer früheren Fassung des Gesetzentwurfs hieß es*) is none: what is corrected must be
this text, or the note must apologise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from briefing.german import words
from briefing.read.lines import Paragraph, fold

NOTE = 1200
OFFER = 420
"""Longest note and longest offering sentence in characters."""

_TEXT = (
    r"(?:Artikels?|Textes|Texts?|Beitrags?|Berichts?|Meldung|Reportage|Interviews?|Kolumne|Nachricht|Stücks?|Grafik"
    r"|Überschrift|Bildunterschrift)"
)
_EARLIER = (
    r"(?:[Ii]n|[Bb]ei) (?:einer|der) (?:ersten|früheren|vorherigen|vorigen|älteren|ursprünglichen|vorangegangenen)"
    r" (?:Version|Fassung)"
)
_NOTE = re.compile(
    r"(?:[*\[(]{0,3}\s?)(?:"
    r"Korrekturhinweis\b|Transparenzhinweis\b|Korrektur(?: vom [^:]{3,20})?:|Richtigstellung(?: der Redaktion)?:"
    r"|(?:Anmerkung|Hinweis|Anm\.) (?:der|d\.) Red(?:aktion\b|\.)(?=\s?[:.,])"
    rf"|(?:Hinweis: )?{_EARLIER}"
    rf"(?: (?:dieses|des|der|dieser|unseres|unserer) {_TEXT}\b|(?= (?:hieß|stand|hatten wir)\b))"
    r")"
)
_SORRY = re.compile(
    r"(?:bitten(?: wir)?(?: Sie)?,? (?:den|diesen|das|dies|ihn)(?: Fehler| Irrtum)? zu entschuldigen"
    r"|[Ww]ir haben (?:den Fehler|das|dies|die Stelle|die Meldung|den Text|die Angabe)[^.]{0,40}"
    r"(?:korrigiert|berichtigt|angepasst|präzisiert|geändert)|Fehler (?:wurde|ist)[^.]{0,20}(?:behoben|korrigiert))"
)
_LATE = re.compile(
    rf"\s?(?:\*|\()?(?:Korrekturhinweis|Korrektur|Anmerkung der Redaktion|Hinweis der Redaktion): ?{_EARLIER}"
)
# What a correction leaves open is news.
_OPEN = re.compile(
    r"\b(?:kann|können|konnte|konnten)\b[^.]{0,60}\bnicht (?:sagen|beantworten|angeben|bestätigen)\b"
    r"|\b(?:unklar|ungeklärt|nicht bekannt|noch offen)\b"
)
_BORDER = re.compile(r"(?:(?<=[.!?\]])[\"“”»)]{0,2}|(?<=@)[\w-]{1,40}\.[a-z]{2,4})\s+(?=[\[(]?[A-ZÄÖÜ„\"])")
# An address at which somebody or something is reached: of a page, by mail, by telephone.
_REACHED = re.compile(
    r"https?://|\bwww\.|@[\w-]{1,40}\.[a-z]|\b[\w-]{2,40}\.(?:de|com|org|net|info|bayern)\b"
    r"|\(?0\d{2,4}\)?[ /-]{0,3}\d{3}"
)
_SPEECH = re.compile(r"\b(?:sagte|sagt|erklärte|teilte|betonte|forderte|warnte|kritisierte|hieß|schrieb|schreibt)\b")
_READER = re.compile(r"\b(?:Sie|Ihnen|Ihre?[nmrs]?)\b")
_OURS = re.compile(r"\b[Uu]nser(?:e[nmrs]?)?\b")
_GLUED = re.compile(r"[a-zäöüß][A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ]\w+)?(?: [A-ZÄÖÜ][\w-]+){1,2}, ")


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = words.load("blocks")["editorial"]
    return data


@cache
def _tuple(key: str) -> tuple[str, ...]:
    return tuple(_data()[key])


def parted(parts: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, with notes and offers inside them cut out as paragraphs of their own."""
    return [piece for part in parts for piece in _pieces(part)]


def is_editorial(text: str) -> bool:
    """Whether a paragraph is a note of the editors, an offer to the reader or a list of contributors."""
    if len(text) <= NOTE and (_NOTE.match(text) or (_SORRY.search(text) and _SPEECH.search(text) is None)):
        return True
    judged = any if _bracketed(text) else all
    return _contributors(text) or judged(_offers(sentence) for sentence in _BORDER.split(text))


def _pieces(part: Paragraph) -> Iterator[Paragraph]:
    text = part.text
    cuts = {0, len(text)}
    for line in re.finditer(r"[^\n]+", text):
        if _contributors(line.group()):
            cuts |= {line.start(), line.end()}
    if _NOTE.match(text) and _OPEN.search(text):
        borders = [0, *(m.end() for m in _BORDER.finditer(text)), len(text)]
        cuts |= {edge for a, b in pairwise(borders) if a and _OPEN.search(text, a, b) for edge in (a, b)}
    late = _LATE.search(text)
    if late and late.start():
        cuts.add(late.start())
    if not _bracketed(text) and any(word in text for word in _tuple("triggers")):
        borders = [0, *(m.end() for m in _BORDER.finditer(text)), len(text)]
        flags = [(a, b, _offers(text[a:b])) for a, b in pairwise(borders)]
        cuts |= {edge for a, b, offer in flags if offer for edge in (a, b)}
        for (_, b, one), (_, _, two) in pairwise(flags):
            if one and two:
                cuts.discard(b)
    for a, b in pairwise(sorted(cuts)):
        piece = text[a:b]
        stripped = piece.strip()
        if stripped:
            start = part.start + a + len(piece) - len(piece.lstrip())
            gap = part.gap and a == 0
            yield Paragraph(start=start, end=start + len(stripped), text=stripped, gap=gap)


def _bracketed(text: str) -> bool:
    return text.startswith("[") and text.rstrip().endswith("]") and "]" not in text.rstrip()[:-1]


def _offers(sentence: str) -> bool:
    """Whether a sentence offers the reader something of this house, or asks to write to it."""
    if len(sentence) > OFFER:
        return False
    folded = fold(sentence)
    if folded.startswith(_tuple("starts")) or (folded.startswith(_tuple("service")) and _REACHED.search(sentence)):
        return True
    if sentence[:1] in '„"»' or ": „" in sentence or ': "' in sentence or _SPEECH.search(sentence):
        return False
    if not any(word in folded for word in _tuple("products")):
        return False
    if _OURS.search(sentence) and (_READER.search(sentence) or any(w in folded for w in _tuple("house"))):
        return True
    return _READER.search(sentence) is not None and any(word in folded for word in _tuple("calls"))


def _contributors(text: str) -> bool:
    """A list of names with professions whose line breaks were lost: *Anna Kunz, AutorinBert Lang, Soziologe*."""
    glued = len(text) <= 2 * NOTE and len(_GLUED.findall(text)) >= 3
    return glued and not text.rstrip().endswith((".", "!", "?"))
