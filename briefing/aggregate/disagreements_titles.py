"""Titles of disagreements as a reader understands them: no functions for matters, no adverbs, no half marks."""

from __future__ import annotations

import re

from briefing.german import reporting
from briefing.german.titles import title_of

_LIST = re.compile(r"[A-ZÄÖÜ][\w-]+(?:, [A-ZÄÖÜ][\w-]+)+")
# What turns against the sentence before says nothing of the matter (*ESM-Gelder allerdings als Einmischung*).
_TURNING = re.compile(r" (?:allerdings|jedoch|aber|hingegen|dagegen|indes|derweil)\b(?: als [^,]+$)?")
_EMPTY = frozenset("Mal Rande Sicht Vielzahl Seite Blick Frage Meinung Voraussetzung Rahmen Art Weise Zeit".split())
_MARKS = (("„", "“"), ("“", "”"), ("»", "«"), ("(", ")"))
_BLAMED = re.compile(r" ((?:mit|haupt|allein)?verantwortlich)\b")


def readable(about: str, said: str) -> str:
    """A title without what only frames its matter; `said` is the text of its sides."""
    if _LIST.fullmatch(about):
        words = about.split(", ")
        return ", ".join([word for word in words if not _frames(word, said)] or words)
    about = _TURNING.sub("", about)
    if re.search(r" für [^,]+$", about) and (at := " ".join(said.split()).find(about)) >= 0:
        blamed = _BLAMED.match(" ".join(said.split()), at + len(about))
        about += blamed.group() if blamed is not None else ""
    return _balanced(about)


def _frames(word: str, said: str) -> bool:
    """Whether a noun stands before the name of its bearer, or names nothing in particular: no matter of dispute."""
    if word in _EMPTY or word.lower().endswith(("chef", "chefin")):
        return True
    person = title_of(word) is not None or reporting.is_person(word)
    return person and re.search(rf"\b{re.escape(word)} [A-ZÄÖÜ]", said) is not None


def _balanced(about: str) -> str:
    """Without quotation marks and brackets that miss their partner."""
    if about.count('"') % 2:
        about = about.replace('"', "")
    for opening, closing in _MARKS[:1] if "„" in about else _MARKS:
        if about.count(opening) != about.count(closing):
            about = about.replace(opening, "").replace(closing, "")
    return about.strip(" ,;–")
