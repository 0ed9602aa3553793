"""Which quotations are one statement: groups of those that say the same, the nearest wording first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from briefing.aggregate.quotes_alike import GRAMS_SURE, Words, contained, likeness
from briefing.aggregate.quotes_entries import Entry
from briefing.aggregate.quotes_neighbours import neighbours
from briefing.aggregate.quotes_numbers import differ
from briefing.aggregate.quotes_speakers import Relation, relation
from briefing.aggregate.similarity import Weights

_TURN = "direct/turn"
"""Sentences of an interview, which says nothing twice."""


def grouped(entries: list[Entry], weights: Weights) -> list[list[Entry]]:
    """Single-linkage groups, the nearest first, but never two entries that cannot be one statement.

    Two groups become one only where an entry of each is most of one of the other: paraphrases do not chain.
    """
    twins = _twins(entries, weights)
    groups = _linked(list(twins), weights)
    return [[entry for one in group for entry in (one, *twins[one])] for group in groups]


def _twins(entries: list[Entry], weights: Weights) -> dict[Entry, list[Entry]]:
    """Each entry with those that repeat it word for word: thousands of them are compared with the others once."""
    found: dict[Entry, list[Entry]] = {}
    first: dict[tuple[str, str | None, str, int], Entry] = {}
    for entry in entries:
        key = (entry.name, entry.actor.id if entry.actor else None, entry.words.plain, len(entry.compared))
        one = first.setdefault(key, entry)
        alike = one is not entry and _likeness(one, entry, weights) > 0 and not _apart(one, entry, weights)
        if alike and one.quote.kind == entry.quote.kind:
            found[one].append(entry)
        else:
            found[entry] = []
    return found


def _linked(entries: list[Entry], weights: Weights) -> list[list[Entry]]:
    ordered = sorted(entries, key=lambda e: -e.words.count)
    near = neighbours([e.compared for e in ordered], [e.marked for e in ordered], weights)
    pairs = [(place, other) for place, others in enumerate(near) for other in others]
    linked = ((_likeness(ordered[one], ordered[other], weights), other, one) for one, other in pairs)
    groups = [[place] for place in range(len(ordered))]
    home = list(range(len(ordered)))
    for share, one, other in sorted((link for link in linked if link[0]), key=lambda link: (-link[0], link[1:])):
        into, out = sorted((home[one], home[other]))
        both = len(groups[into]) > 1 and len(groups[out]) > 1
        if into == out or (both and share < GRAMS_SURE):
            continue
        first, second = [[ordered[place] for place in groups[number]] for number in (home[one], home[other])]
        if any(_apart(a, b, weights) for a in first for b in second):
            continue
        if not _elsewhere(ordered[one], second, ordered[other], weights) and not _elsewhere(
            ordered[other], first, ordered[one], weights
        ):
            for place in groups[out]:
                home[place] = into
            groups[into] += groups[out]
            groups[out] = []
    return [[ordered[place] for place in group] for group in groups if group]


def _elsewhere(entry: Entry, group: Sequence[Entry], run: Entry, weights: Weights) -> bool:
    """Whether the entry repeats other sentences of a run than all others of the run's group do.

    Of sentences that somebody is said to have said one after the other, each may be a statement of its own; direct
    speech is one as it is printed.
    """
    if len(group) == 1 or len(run.compared) == 1 or run.quote.kind == "direct":
        return False
    own = _passages(entry, run, weights)
    others = [_passages(member, run, weights) for member in group if member is not run]
    return bool(own) and all(other and own.isdisjoint(other) for other in others)


def _passages(entry: Entry, run: Entry, weights: Weights) -> frozenset[int]:
    """Which sentences of a run the entry is like."""
    speakers = relation(entry.source, run.source)
    return frozenset(
        number
        for number, sentence in enumerate(run.compared[1:])
        if any(likeness(words, sentence, weights, speakers) for words in entry.compared)
    )


def _apart(one: Entry, other: Entry, weights: Weights) -> bool:
    """Whether another person says it, another body in other words, or a single sentence with other numbers."""
    if _persons(one, other):
        return True
    if len(one.compared) == len(other.compared) == 1 and differ(one.words.numbers, other.words.numbers):
        return True
    if one.actor is None or other.actor is None or relation(one.source, other.source) is not Relation.OTHER:
        return False
    return not _likeness(one, other, weights)


def _persons(one: Entry, other: Entry) -> bool:
    """Whether two different persons say them: never one statement."""
    if one.actor is None or other.actor is None or not (one.source.person and other.source.person):
        return False
    return one.actor.id != other.actor.id


def _likeness(entry: Entry, other: Entry, weights: Weights) -> float:
    """How near the wording of two entries that say the same is (share of characters), 0 where they do not."""
    if _persons(entry, other) or (entry.article == other.article and entry.quote.rule == other.quote.rule == _TURN):
        return 0.0
    speakers = relation(entry.source, other.source)
    if speakers is Relation.OPEN and entry.article == other.article:
        speakers = Relation.VAGUE  # an article names one speaker in one way
    if any(contained(mark, other.words) for mark in entry.marked):
        return 1.0
    if any(contained(mark, entry.words) for mark in other.marked):
        return 1.0
    if len(entry.compared) == len(other.compared) == 1:
        return likeness(entry.words, other.words, weights, speakers, elsewhere=entry.article != other.article)
    elsewhere = entry.article != other.article and _is_one(entry) and _is_one(other)
    pairs = product(entry.compared, other.compared)
    whole = (pair for pair in pairs if _speaks_for(pair[0], entry, pair[1], other))
    return max((likeness(one, another, weights, speakers, elsewhere=elsewhere) for one, another in whole), default=0.0)


def _is_one(entry: Entry) -> bool:
    """Whether it is one statement as it is printed, no run of sentences of which each may be one."""
    return len(entry.compared) == 1 or entry.quote.kind == "direct"


def _speaks_for(words: Words, entry: Entry, others: Words, other: Entry) -> bool:
    """Whether what is compared is most of one of the two; a run of sentences is not told by a sentence of another."""
    if _is_most(words, entry) and (words is not entry.words or len(entry.compared) == 1 or _is_most(others, other)):
        return True
    return _is_most(others, other) and (others is not other.words or len(other.compared) == 1)


def _is_most(part: Words, entry: Entry) -> bool:
    """Whether a sentence is at least half of what is said."""
    return 2 * part.count >= entry.words.count
