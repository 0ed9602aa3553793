"""Interviews: who has the turn, from the labels and questions that `read` set apart as blocks.

*ZEITUNG: Warum? / Anna Muster: Weil …*: a label is a block like a dateline, a question is the heading of the answer
below it. Where only the first question has a label, question and answer alternate.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from briefing.analyse import items
from briefing.analyse.quotes_view import View

_FEWEST = 4  # labels that make every turn a labelled one
_FIRST_PERSON = frozenset({"ich", "wir", "mir", "mich", "uns"})
_ADDRESS = frozenset({"Sie", "Ihnen"})
_ADDRESSED = re.compile(r"\b(?:Herr|Frau) (?:(?:Dr\.|Prof\.|Professor|Professorin) )*([A-ZÄÖÜ][\w'’-]+)")

Block = tuple[int, int, str]


class Turn(NamedTuple):
    """The words `first` to `last` (half-open) of a turn; `name` is who answers, None for who asks or is not known."""

    first: int
    last: int
    asks: bool
    name: str | None
    gender: str


class Turns:
    """The turns of an interview; empty for any other article."""

    def __init__(self, view: View, names: list[items.NameItem]) -> None:
        self._view = view
        self.turns = _turns(view, names)
        self._starts = [turn.first for turn in self.turns]
        guests = sorted({(turn.name, turn.gender) for turn in self.turns if turn.name})
        self.guest = guests[0] if len(guests) == 1 else None

    def at(self, word: int) -> Turn | None:
        """The turn that holds the word."""
        number = bisect_right(self._starts, word) - 1
        return self.turns[number] if number >= 0 and word < self.turns[number].last else None

    def speaker(self, word: int, printed: str | None) -> tuple[str, str] | None:
        """Name and gender of who speaks at `word`, where the frame has a pronoun (`printed`) or nothing (None)."""
        if not self.turns:
            return None
        if word < self._starts[0]:
            heading = self._view.sentence[word] == 0 and printed is None
            return self.guest if heading else None
        turn = self.at(word)
        if turn is None:
            return None
        if turn.name and (printed is None or printed.lower() in _FIRST_PERSON):
            return turn.name, turn.gender
        if turn.name is None and printed in _ADDRESS:
            return self.guest
        return None

    def inside(self, word: int) -> bool:
        """Whether the word stands in a turn."""
        return self.at(word) is not None


def _turns(view: View, names: list[items.NameItem]) -> list[Turn]:
    blocks = items.article_of(view.doc)["blocks"]
    labels = [n for n, block in enumerate(blocks) if _is_label(view, block)]
    if not labels or not view.text:
        return []
    people = _People(view, names, [blocks[n] for n in labels])
    if len(labels) < _FEWEST:
        return _alternating(view, people, blocks, labels[0])
    above = blocks[labels[0] - 1] if labels[0] else None
    found = [_turn(view, above, None)] if above and _is_question(view, above) else []
    longest = 0
    for n, end in zip(labels, [*labels[1:], len(blocks)], strict=True):
        own = [block for block in blocks[n + 1 : end] if block[2] in ("body", "opinion", "heading")]
        asks = own[:1] and own[0][2] == "heading"
        said = [block for block in own if (block[2] == "heading") == bool(asks)]
        if n == labels[-1] and not asks:
            said = said[: max(longest, 1)]  # other texts may follow an interview
        longest = max(longest, 0 if asks else len(said))
        found += [_turn(view, block, None if asks else people.labelled(blocks[n])) for block in said]
        if not asks:  # questions without a label of their own
            found += [_turn(view, block, None) for block in own if block not in said and _is_question(view, block)]
    return found


def _alternating(view: View, people: _People, blocks: list[Block], label: int) -> list[Turn]:
    asked = [block for block in blocks[label:] if block[2] == "heading"]
    answering = [block for block in blocks[label + 1 :] if _is_label(view, block)]
    guest = people.labelled(answering[0]) if answering else people.addressed(asked, blocks[:label])
    found: list[Turn] = []
    before = ""
    for block in blocks[label:]:
        if block[2] == "heading" or (block[2] == "body" and before == "heading"):
            found.append(_turn(view, block, guest if block[2] == "body" else None))
        if block[2] != "dateline":
            before = block[2]
    return found


def _is_label(view: View, block: Block) -> bool:
    start, end, kind = block
    return kind == "dateline" and view.plain[start:end].endswith(":") and "(" not in view.plain[start:end]


def _is_question(view: View, block: Block) -> bool:
    return block[2] == "heading" and view.plain[block[0] : block[1]].endswith("?")


def _turn(view: View, block: Block, guest: tuple[str, str] | None) -> Turn:
    first, last = view.tokens_in(block[0], block[1])
    return Turn(first, last, block[2] == "heading", *(guest or (None, "")))


class _People:
    """Full names of who is interviewed: from the labels, the names of the article, and how they are addressed."""

    def __init__(self, view: View, names: list[items.NameItem], labels: list[Block]) -> None:
        self._view = view
        printed = [" ".join(self._words(label)) for label in labels]
        self._printed = {label.split()[-1]: label for label in sorted(printed, key=len) if label}
        self._names = [name for name in names if name["label"] == "PER"]

    def labelled(self, label: Block) -> tuple[str, str] | None:
        """Name and gender of the person in a label."""
        words = self._words(label)
        return self._person(words[-1], self._printed[words[-1]]) if words else None

    def _words(self, label: Block) -> list[str]:
        """The words of a label without its colon; names in capitals as names are written."""
        words = self._view.plain[label[0] : label[1] - 1].split()
        return [word.title() if word.isupper() and len(word) > 2 else word for word in words]

    def addressed(self, asked: list[Block], before: list[Block]) -> tuple[str, str] | None:
        """Who is spoken to by name, *Frau Muster, …*, or else the only person named before the first question."""
        found = {m[1] for a, b, _ in asked for m in _ADDRESSED.finditer(self._view.plain, a, b)}
        if len(found) == 1:
            surname = found.pop()
            return self._person(surname, surname)
        end = before[-1][1] if before else 0
        named = {name["name"]: name["gender"] for name in self._names if name["end"] <= end and " " in name["name"]}
        return next(iter(named.items())) if len(named) == 1 and not found else None

    def _person(self, surname: str, printed: str) -> tuple[str, str]:
        """The longest full name of the article that ends in the surname, else the label as printed."""
        found = [name for name in self._names if name["name"].split()[-1] == surname]
        best = max(found, key=lambda name: len(name["name"]), default=None)
        if best is None or len(best["name"]) < len(printed):
            return printed, best["gender"] if best else ""
        return best["name"], best["gender"]
