"""Stretches between quotation marks, in one pass over the raw text; unbalanced marks never fail."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"[„“”‟«»″\"〝〞＂]|\n")
_SINGLE = re.compile(r"(?<!\w)[‚‹›'‘](?=\w)|(?<=[\w.!?…])[‘’'›‹](?!\w)|\n")
_LOST = re.compile(r",\s[a-zäöü]|[ \t]*(?:\n|$)")
# Longest stretch that is still believed to be one quotation, and how far an open one may run on.
_LONGEST = 3000
_PARAGRAPHS = 4


class Stretch(NamedTuple):
    """Characters from the opening mark to behind the closing mark."""

    start: int
    end: int
    closed: bool = True


def _opens(text: str, at: int, mark: str) -> bool:
    """Whether the mark looks like an opening one: nothing but space before it and a word after it."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if mark == "„":
        return not after.isspace()
    return (before.isspace() or before in "([-–—/:'‚…") and not after.isspace()


def _closes(text: str, at: int, mark: str) -> bool:
    """Whether the mark looks like a closing one: a word or a stop before it."""
    before = text[at - 1] if at else " "
    return mark != "„" and not before.isspace()


def _closes_apart(text: str, start: int, at: int) -> bool:
    """A closing mark with a blank before it, as links leave them: *„… kommen “, sagte er*."""
    after = text[at + 1 : at + 2]
    if text[at - 1].isspace() and text[at] in "“”" and text[start] == "„":
        return not after.isalnum()
    return text[at - 1] == " " and after in (",", ".", ";") and text.count(" ", start, at) > 2


def find_stretches(text: str) -> list[Stretch]:
    """All outermost stretches in double marks, in order, never overlapping.

    A stretch may run over line breaks if the next paragraphs carry on the quotation (each beginning
    with an opening mark, or the closing mark coming first). An opening mark while another is open
    means that the first was never closed: the first is dropped.
    """
    found: list[Stretch] = []
    start, breaks = -1, 0
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        if mark == "\n":
            if start >= 0 and at and text[at - 1] != "\n":
                breaks += 1
                if breaks > _PARAGRAPHS:
                    start = -1
            continue
        if start >= 0 and at - start > _LONGEST:
            start = -1
        if start < 0:
            if _opens(text, at, mark):
                start, breaks = at, 0
            continue
        if _closes_apart(text, start, at):
            found.append(Stretch(start, at + 1))
            start = -1
        elif _opens(text, at, mark) and not (_closes(text, at, mark) and text[at - 1] not in "([-–—/:…"):
            if not (breaks and text[at - 1] == "\n"):  # a new paragraph that opens again carries on
                start, breaks = at, 0
        elif _closes(text, at, mark):
            found.append(Stretch(start, at + 1))
            start = -1
    return sorted([*found, *_unopened(text, found)])


def _unopened(text: str, found: list[Stretch]) -> list[Stretch]:
    """Paragraphs that begin without a mark but hold a lone closing one before the frame (an opening mark got lost)."""
    extra: list[Stretch] = []
    index, start = 0, 0
    for line in text.split("\n"):
        end = start + len(line)
        while index < len(found) and found[index].end <= start:
            index += 1
        begin = start + len(line) - len(line.lstrip())
        marks = [match.start() for match in _MARK.finditer(line)]
        overlapped = index < len(found) and found[index].start < end
        if len(marks) == 1 and not overlapped and len(line) < _LONGEST:
            at = start + marks[0]
            if _closes(text, at, text[at]) and _LOST.match(text, at + 1) and text.count(" ", begin, at) >= 3:
                extra.append(Stretch(begin, at + 1))
        start = end + 1
    return extra


def find_single(text: str, taken: list[Stretch]) -> list[Stretch]:
    """Stretches in single marks outside of `taken` that are too long to be an apostrophe: four words and more."""
    found: list[Stretch] = []
    start, index = -1, 0
    for match in _SINGLE.finditer(text):
        at = match.start()
        while index < len(taken) and taken[index].end <= at:
            index += 1
        if index < len(taken) and taken[index].start <= at:
            start = -1
            continue
        if match.group() == "\n":
            start = -1
        elif start < 0:
            if at + 1 < len(text) and text[at + 1].isalnum() and (at == 0 or not text[at - 1].isalnum()):
                start = at
        elif at and not text[at - 1].isspace():
            if text.count(" ", start, at) >= 3:
                found.append(Stretch(start, at + 1))
            start = -1
    return found
