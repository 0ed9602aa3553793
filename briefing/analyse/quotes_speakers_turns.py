"""Interviews that print who speaks before every turn: *ZEITUNG: Warum? – Anna Muster: Weil …*."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from briefing.analyse import items
from briefing.analyse.quotes_view import View

_LONGEST = 5  # words of a label before its colon
_FEWEST = 4  # turns that make an interview
_FIRST_PERSON = frozenset({"ich", "wir", "mir", "mich", "uns"})
_ADDRESS = frozenset({"Sie", "Ihnen"})


class Turn(NamedTuple):
    """A turn from the word `first` on; `name` is the person who is interviewed, None for who asks."""

    first: int
    name: str | None
    gender: str


class Turns:
    """The turns of an interview; empty for any other article."""

    def __init__(self, view: View, names: list[items.NameItem]) -> None:
        self._view = view
        self._turns = _turns(view, names)
        self._starts = [turn.first for turn in self._turns]
        guests = sorted({(turn.name, turn.gender) for turn in self._turns if turn.name})
        self.guest = guests[0] if len(guests) == 1 else None

    def speaker(self, word: int, printed: str | None) -> tuple[str, str] | None:
        """Name and gender of who speaks at `word`, where the frame has a pronoun (`printed`) or nothing (None)."""
        number = bisect_right(self._starts, word) - 1
        if not self._turns:
            return None
        if number < 0:
            heading = self._view.sentence[word] == 0 and printed is None
            return self.guest if heading else None
        turn = self._turns[number]
        if turn.name and (printed is None or printed.lower() in _FIRST_PERSON):
            return turn.name, turn.gender
        if turn.name is None and printed in _ADDRESS:
            return self.guest
        return None

    def inside(self, word: int) -> bool:
        """Whether the word stands in a turn."""
        return bool(self._starts) and word >= self._starts[0]


def _turns(view: View, names: list[items.NameItem]) -> list[Turn]:
    labels = [(first, label) for first in _paragraphs(view) if (label := _label(view, first))]
    if len(labels) < _FEWEST:
        return []
    often = [label for _, label in labels]
    lasts = [label.split(" ")[-1] for label in often]
    kept = [(first, label) for first, label in labels if lasts.count(label.split(" ")[-1]) > 1]
    if len({label.split(" ")[-1] for _, label in kept}) < 2:
        return []
    people = {n["start"]: n for n in names if n["label"] == "PER"}
    full = {n["name"].split(" ")[-1]: n for n in names if n["label"] == "PER"}
    found = []
    for first, label in kept:
        person = people.get(view.start[first]) or full.get(label.split(" ")[-1])
        found.append(Turn(first, person["name"] if person else None, person["gender"] if person else ""))
    return found


def _paragraphs(view: View) -> list[int]:
    return [i for i in range(len(view.text)) if i == 0 or "\n" in view.plain[view.end[i - 1] : view.start[i]]]


def _label(view: View, first: int) -> str:
    """The name before the colon with which the paragraph begins, else ""."""
    end = first
    while end < min(len(view.text), first + _LONGEST) and view.text[end][:1].isupper() and view.text[end][:1].isalpha():
        end += 1
    if end == first or end >= len(view.text) or view.text[end] != ":" or end + 1 >= len(view.text):
        return ""
    return " ".join(view.text[first:end])
