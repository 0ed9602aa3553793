"""What rises or falls: the direction of a change in per cent, and whose change it is.

*Ein Minus von 5,4 Prozent*, *das Bruttoinlandsprodukt sinkt um 5,4 Prozent* and *ein Wirtschaftseinbruch von
5,4 Prozent* are one number. A change that does not say of what is that of the change told before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.aggregate.numbers_clause import clause
from briefing.aggregate.numbers_periods import SAME
from briefing.aggregate.similarity import concept
from briefing.german.words import load
from briefing.model import Article

if TYPE_CHECKING:
    from briefing.aggregate.numbers_features import Feature

SHARES = frozenset({"Prozent", "Prozentpunkte"})
_NEAR = 500  # characters within which a text goes on telling the same change
_LONG = 5  # letters of a noun for a change that ends compounds
_SHORT = 40  # characters before a number in which *um* tells a change
_BY = re.compile(r"\bum\s+(?:[a-zäöüß]+\s+){0,3}$")
_MORE_THAN = re.compile(r"\b(?:mehr|weniger|höher|niedriger)\s+als\b")  # a bound, no way
_GENITIVE = re.compile(r"(?<=[bdfgkmnprtßzx])e?s$")
_NOUN = re.compile(r"\b[A-ZÄÖÜ][\wäöüß-]{2,}")
# Minus … für das Bruttoinlandsprodukt; Rückgang der Wirtschaftskraft
_OF = (
    r"\s+(?:für|bei|beim|im|der|des|in|von)\s+(?:der|die|das|den|dem|des)?\s*"
    r"(?:[a-zäöüß]+\s+)?([A-ZÄÖÜ][\wäöüß-]{2,})"
)
_BEHIND = re.compile(rf"^{_OF}")


def with_changes(features: list[Feature], articles: Mapping[str, Article]) -> list[Feature]:
    """The features, of changes in per cent with their direction and what changes."""
    told: list[Feature] = []
    last: Feature | None = None
    for feature in features:
        text = articles[feature.article].text
        if not is_change(feature, text):
            told.append(feature)
            continue
        way, measured = direction(feature, text), _measured(feature, text)
        same = last is not None and last.article == feature.article
        if not measured and same and last is not None:
            near = feature.quantity.span.start - last.quantity.span.end < _NEAR
            measured = last.measured if near else measured
        measured = measured or _named_before(feature, text)
        changed = replace(
            feature,
            quantity=replace(feature.quantity, change=True),
            person=False,
            scope=frozenset(),
            direction=way,
            measured=measured,
        )
        told.append(changed)
        last = changed
    return _paired(told, articles)


def _paired(features: list[Feature], articles: Mapping[str, Article]) -> list[Feature]:
    """The features; two that tell one change in two units (*1,6 Tonnen oder 8,8 Prozent weniger*) are both changes."""
    told = list(features)
    for number, (one, other) in enumerate(pairwise(features)):
        if one.article != other.article or _is_no_measure(one) or _is_no_measure(other):
            continue
        between = articles[one.article].text[one.quantity.span.end : other.quantity.span.start]
        known = [f for f in (one, other) if f.quantity.change]
        if len(known) == 1 and SAME.fullmatch(between):
            full, place = known[0], number + (known[0] is one)
            told[place] = replace(
                told[place],
                quantity=replace(told[place].quantity, change=True),
                direction=full.direction,
                measured=full.measured,
            )
    return told


def _is_no_measure(feature: Feature) -> bool:
    """Whether a number is no measure of a change: money, or without any unit."""
    return not feature.quantity.unit or feature.bucket[0] == "money"


def is_change(feature: Feature, text: str) -> bool:
    """Whether a number tells by how much, in per cent or another unit that is no money, something rises or falls."""
    q = feature.quantity
    if q.unit in SHARES:
        return q.change or names_change(q.head)
    if _is_no_measure(feature):
        return False
    by = _BY.search(text[max(0, q.span.start - _SHORT) : q.span.start])
    return q.change or bool(by and direction(feature, text))


def direction(feature: Feature, text: str) -> str:
    """`up`, `down`, or empty where the words say neither or both."""
    q = feature.quantity
    before, after = clause(text, q)
    own = q.head if names_change(q.head) else ""
    told = _MORE_THAN.sub("", text[q.span.start : q.span.end].lower()).split()
    ways = (
        _ways((own,)) or _ways(told) or _ways(q.events) or _ways(re.findall(r"[\wäöüß]+", f"{before} {after}".lower()))
    )
    return next(iter(ways)) if len(ways) == 1 else ""


def _ways(words: tuple[str, ...] | list[str]) -> set[str]:
    table = load("topics")["directions"]
    return {
        way
        for way in ("up", "down")
        for word in words
        if word and (word in table[way] or any(len(m) >= _LONG and word.endswith(m) for m in table[way]))
    }


@cache
def names_change(head: str) -> bool:
    """Whether a noun names a change (*Minus*, *Wirtschaftseinbruch*)."""
    table = load("topics")["directions"]
    nouns = (*table["up"], *table["down"])
    return head in nouns or any(len(noun) >= _LONG and head.endswith(noun) and len(head) > len(noun) for noun in nouns)


def tells_what(feature: Feature) -> bool:
    """Whether the noun of a change says what changes: no noun for a change as such, a forecast or a source."""
    head, holder = feature.quantity.head, (feature.quantity.holder_name or "").lower().split()
    if not head or names_change(head) or head in load("topics")["directions"]["meta"]:
        return False
    return not any(head[:6] == word[:6] for word in holder)


def _measured(feature: Feature, text: str) -> frozenset[str]:
    """The concepts of what changes, empty where the words beside the number do not say it."""
    q = feature.quantity
    if tells_what(feature):
        return frozenset({folded(concept(q.head))})
    base = _prefix(q.head)
    if base:
        return frozenset({base})
    before, after = clause(text, q)
    behind = _BEHIND.match(after)
    inside = re.search(rf"\b{re.escape(q.head.capitalize())}\w*{_OF}", before) if q.head else None
    named = [match.group(1) for match in (behind, inside) if match]
    found = {folded(concept(word)) for word in named} or _classes(f"{before} {after}")
    return frozenset(item for item in found if item)


def printed_what(feature: Feature, text: str) -> str:
    """The noun of what changes as the clause prints it (*Rückgang der Wirtschaftskraft*), empty if there is none."""
    before, after = clause(text, feature.quantity)
    for part in (before, after):
        for match in reversed(list(_NOUN.finditer(part))):
            if _class(match.group()):
                owned = part[: match.start()].endswith("des ")
                return _GENITIVE.sub("", match.group()) if owned else match.group()
    return ""


def _prefix(head: str) -> str:
    """What a compound says changes: *Wirtschaftseinbruch* → the economy."""
    nouns = (noun for way in ("up", "down") for noun in load("topics")["directions"][way])
    base = max((n for n in nouns if len(n) >= _LONG and head.endswith(n) and head != n), key=len, default="")
    first = head.removesuffix(base).rstrip("-") if base else ""
    return folded(concept(first.removesuffix("s"))) if len(first) > 3 else ""


def _named_before(feature: Feature, text: str) -> frozenset[str]:
    """The last thing of a known class that the text names before the number."""
    start = feature.quantity.span.start
    found = [item for word in _NOUN.findall(text[max(0, start - _NEAR) : start]) if (item := _class(word))]
    return frozenset(found[-1:])


def _classes(words: str) -> set[str]:
    return {item for word in _NOUN.findall(words) if (item := _class(word))}


def _class(word: str) -> str:
    item = concept(word)
    known = folded(item)
    return known if known != item else ""


@cache
def _table() -> Mapping[str, str]:
    return {concept(word): f"#{name}" for name, words in load("topics")["measured"].items() for word in words}


def folded(item: str) -> str:
    """The class of what is measured that a concept is in (*Bruttoinlandsprodukt*: the economy), else the concept."""
    return _table().get(item, item)
