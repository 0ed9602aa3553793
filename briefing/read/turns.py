"""Interviews printed as such: the labels of who speaks, and the paragraphs that ask.

Two forms are known by their labels alone, whatever the outlet or the people are called: a label before every turn
(*ZEITUNG: Warum? / Kunz: Weil …*), and a label before the first question only (*ZEITUNG: Frau Kunz, warum? / Weil … /
Und dann? / …*), where question and answer alternate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.read.lines import Paragraph

TURNS = 4
QUESTIONS = 3
QUESTION = 500
"""Fewest labelled turns, fewest questions without a label, longest of those in characters."""

_WORD = r"[A-ZÄÖÜ][A-Za-zÀ-ž.’'-]{0,24}"
_LABEL = re.compile(
    rf"(?P<label>{_WORD}(?:\s(?:(?:von der|von|van|de|der|zu|ten|al)\s)?{_WORD}){{0,4}})\s?:(?=\s|$|[A-ZÄÖÜ„\"])"
)
_PERSON = re.compile(r"\b(?:Herr|Frau|Sie|Ihr|Ihre|Ihnen|Ihren|Ihrem|Ihrer|Du|Dir|Dich|Euch)\b")
_ASKING = 0.4
_ANSWERING = 0.3
"""Share of the turns that end in a question, at least of who asks, at most of who answers."""
_ALTERNATING = 0.85
"""Share of the paragraphs ending in a question that must stand where a question is due."""


class Turn(NamedTuple):
    """A paragraph of an interview: length of the label that opens it, and whether it asks."""

    label: int
    asks: bool


def find(parts: Sequence[Paragraph], left: Sequence[int]) -> dict[int, Turn]:
    """The turns among the paragraphs `left` by their number; empty where the text is no interview."""
    labels = [(i, match) for i in left if (match := _LABEL.match(parts[i].text))]
    if not labels:
        return {}
    return _labelled(parts, left, labels) or _answered(parts, left, labels) or _alternating(parts, left, labels[0])


def _key(match: re.Match[str]) -> str:
    return match["label"].split()[-1].lower()


def _asks(text: str) -> bool:
    return text.rstrip(" \"'“”»«)").endswith("?")


def _labelled(
    parts: Sequence[Paragraph], left: Sequence[int], labels: list[tuple[int, re.Match[str]]]
) -> dict[int, Turn]:
    keys = [_key(match) for _, match in labels]
    kept = [(i, match) for (i, match), key in zip(labels, keys, strict=True) if keys.count(key) > 1]
    names = {_key(match) for _, match in kept}
    if len(kept) < TURNS or len(names) < 2:
        return {}
    share = {}
    for name in sorted(names):
        own = [
            _asks(parts[i + int(match.end() == len(parts[i].text) and i + 1 < len(parts))].text)
            for i, match in kept
            if _key(match) == name
        ]
        share[name] = sum(own) / len(own)
    asking = {name for name, part in share.items() if part >= _ASKING}
    if not asking or asking == names or any(_ANSWERING < part < _ASKING for part in share.values()):
        return {}
    found: dict[int, Turn] = {}
    starts = [i for i, _ in kept]
    longest = 0
    for (i, match), end in zip(kept, [*starts[1:], len(parts)], strict=True):
        asks = _key(match) in asking
        found[i] = Turn(match.end(), asks)
        rest = [j for j in left if i < j < end]
        alone = int(match.end() == len(parts[i].text))  # the label on a line of its own
        if asks and not _asks(parts[i].text):  # a question of several paragraphs
            rest = rest[: next((n + 1 for n, j in enumerate(rest) if _asks(parts[j].text)), alone)]
        elif asks:
            rest = []
        elif i == starts[-1]:
            rest = rest[: max(longest, alone)]  # other texts may follow an interview
        longest = max(longest, 0 if asks else len(rest))
        found |= {j: Turn(0, asks) for j in rest}
    return found


def _answered(
    parts: Sequence[Paragraph], left: Sequence[int], labels: list[tuple[int, re.Match[str]]]
) -> dict[int, Turn]:
    """Questions without a label above answers with one."""
    keys = [_key(match) for _, match in labels]
    kept = {i: match for (i, match), key in zip(labels, keys, strict=True) if keys.count(key) > 1}
    before = {b: a for a, b in pairwise(left)}
    asked = [before[i] for i in kept if i in before and before[i] not in kept and _asks(parts[before[i]].text)]
    if len(kept) < TURNS or len(asked) < QUESTIONS or len(asked) < 0.5 * len(kept):
        return {}
    found = {i: Turn(0, asks=True) for i in asked}
    return found | {i: Turn(match.end(), asks=False) for i, match in kept.items()}


def _alternating(parts: Sequence[Paragraph], left: Sequence[int], first: tuple[int, re.Match[str]]) -> dict[int, Turn]:
    """Question and answer in turn behind a question with the label of the newspaper."""
    begin, match = first
    opening = parts[begin].text
    if not match["label"].isupper() or not _asks(opening) or _PERSON.search(opening) is None:
        return {}
    rest = [i for i in left if i >= begin]
    asked = [n for n, i in enumerate(rest) if _asks(parts[i].text) and len(parts[i].text) <= QUESTION]
    even = [n for n in asked if n % 2 == 0]
    strict = len(even) >= _ALTERNATING * len(asked)
    if len(even if strict else asked) < QUESTIONS or (not strict and any(b - a == 1 for a, b in pairwise(asked))):
        return {}
    spoken = sum(_PERSON.search(parts[rest[n]].text) is not None for n in asked)
    if spoken < 2:
        return {}
    if strict:
        asked = list(range(0, even[-1] + 1, 2))
    found = {begin: Turn(match.end(), asks=True)}
    for n in asked:
        found.setdefault(rest[n], Turn(0, asks=True))
        if n + 1 < len(rest):
            answer = _LABEL.match(parts[rest[n + 1]].text) if n == 0 else None
            found[rest[n + 1]] = Turn(answer.end() if answer else 0, asks=False)
    return found
