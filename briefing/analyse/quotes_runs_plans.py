"""Sentences with *soll*: a plan that somebody told of, a rumour, or the article's own words."""

from __future__ import annotations

from briefing.analyse.quotes_clauses import Clause
from briefing.analyse.quotes_draft import Draft
from briefing.analyse.quotes_view import View

# What ties a sentence to the one before, among its first words.
_TIES = frozenset(
    """zudem außerdem auch damit dabei dafür dazu darin daran darauf davon so deshalb daher dies das diese dieser dieses
    sie er es ihnen ihr sein ferner zugleich gleichzeitig dort""".split()
)
_TIED = 6
_ADDS = frozenset({"zudem", "außerdem", "ferner", "ebenfalls"})


def opens_paragraph(view: View, start: int) -> bool:
    """Whether the word begins a paragraph."""
    return start > 0 and "\n" in view.plain[view.end[start - 1] : view.start[start]]


def is_tied(view: View, number: int, source: Draft | None) -> bool:
    """Whether a sentence with *soll* surely goes on: behind a text or a source, or with a word that points back."""
    if source is not None and (
        source.rule.startswith("source/") or source.speaker_of == "source" or _from_text(source)
    ):
        return True
    first, last = view.sentences[number]
    if opens_paragraph(view, first):
        return False
    head = range(first, min(last, first + _TIED))
    return any(view.low[i] in _TIES for i in head) or bool(_ADDS & set(view.low[first:last]))


def _from_text(source: Draft) -> bool:
    """*heißt es in dem Papier*"""
    return source.cue_of is not None and source.cue_of.lemma == "heißen" and source.speaker is not None


def is_rumour(view: View, clause: Clause) -> bool:
    """Whether *soll* is told of the past: *soll Geld genommen haben*, *soll dort gewesen sein*."""
    end = clause.end - 1
    return view.low[end] in ("haben", "sein") and view.tag[end - 1] in ("VVPP", "VAPP", "VMPP")
