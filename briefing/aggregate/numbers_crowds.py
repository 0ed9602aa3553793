"""Counts of a crowd that lie so far apart that their wording alone does not bring them together.

Organisers and speakers count many times more people than the police, and in other words. In a story
about one event the far larger counts of a crowd without place or part of an event of their own are
counts of the crowd that most origins count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from briefing.aggregate.numbers_features import Feature
from briefing.aggregate.numbers_text import is_vague
from briefing.model import Article

_MANY = 3  # origins that count a crowd before it is the story's crowd
_TIMES = 2  # how many times larger another count must be
_REACH = 300  # characters between two numbers that are set against each other
_LEAD = 60  # characters behind them
_STAGES = re.compile(
    r"\b(?:[Dd]agegen|[Hh]ingegen|[Ww]ährend|[Ss]tatt|[Zz]unächst|[Zz]uvor|[Bb]isher|sprach\w*|sprechen|schätz\w+|korrigier\w+)\b"
)
_THREEFOLD = 3  # stages of one count in one text seldom lie farther apart
_REGISTERED = frozenset({"infected", "recovered", "tested", "hospital"})  # counted by offices, never disputed so far
_FARTHEST = 100  # times that accounts of one count may lie apart
_TENFOLD = Decimal(10)  # neighbouring values farther apart need a reason to be of one topic


def with_crowds(groups: list[list[Feature]]) -> list[list[Feature]]:
    """The groups, far larger counts joined to the story's crowd."""
    crowds = [group for group in groups if _is_crowd(group)]
    counted = [group for group in groups if len({f.origin for f in group}) >= _MANY and _is_main(group)]
    if not counted:
        return groups
    main = max(counted, key=lambda group: (max(f.point for f in group), -groups.index(group)))
    most = max(f.point for f in main)
    far = [group for group in crowds if group is not main and _is_far(group, most) and _fits(group, main)]
    joined = [*main, *(feature for group in far for feature in group)]
    return [joined if group is main else group for group in groups if not any(group is other for other in far)]


def parted(group: list[Feature], articles: Mapping[str, Article]) -> list[list[Feature]]:
    """A group cut where two neighbouring values lie more than an order of magnitude apart.

    Such a gap is kept only where accounts may really dispute one count of people: origins that differ on
    both sides, and the same fate or the same kind of crowd at no other place. People are cut as well at a
    smaller gap if a text gives a count on either side and does not set them against each other. Orders of
    magnitude (*Tausende*) stay with the part that most origins give.
    """
    exact = sorted((f for f in group if not is_vague(f.quantity)), key=lambda f: (f.point, f.article))
    parts: list[list[Feature]] = []
    for feature in exact:
        last = parts[-1] if parts else []
        near = last and (feature.point <= _TENFOLD * last[-1].point or _disputed(last[-1], feature))
        if near and not _told_apart(last, [f for f in exact if f.point >= feature.point], articles):
            last.append(feature)
        else:
            parts.append([feature])
    if len(parts) < 2:
        return [group]
    best = max(parts, key=lambda part: (len({f.origin for f in part}), len(part)))
    best += [f for f in group if is_vague(f.quantity)]
    return parts


def _told_apart(lower: list[Feature], upper: list[Feature], articles: Mapping[str, Article]) -> bool:
    """Whether texts give people both counts, each as a fact of its own."""
    if not lower[0].person or upper[0].point < _THREEFOLD * lower[-1].point:
        return False
    pairs = [(a, b) for a in lower for b in upper if a.article == b.article]
    against = sum(_set_against(a, b, articles[a.article].text) for a, b in pairs)
    far = upper[0].point >= _TENFOLD * lower[-1].point
    return len(pairs) > (against if far else 2 * against)


def _set_against(a: Feature, b: Feature, text: str) -> bool:
    """Whether two numbers of a text may be accounts or stages of one count."""
    holders = {a.quantity.holder_name, b.quantity.holder_name}
    if (len(holders) == 2 and None not in holders) or a.ahead != b.ahead:
        return True
    first, second = sorted((a.quantity.span, b.quantity.span))
    return second.start - first.end < _REACH and bool(_STAGES.search(text[first.start : second.end + _LEAD]))


def _disputed(small: Feature, large: Feature) -> bool:
    """Whether two far counts may be accounts of the same people."""
    if small.origin == large.origin or not small.person or small.places != large.places or small.kind:
        return False
    if large.point > _FARTHEST * small.point or small.scope & _REGISTERED:
        return False
    return bool(small.scope) or (small.thing == large.thing == "protesters")


def _is_main(group: list[Feature]) -> bool:
    """Protesters who came, most of them counted at no other place."""
    came = [f for f in group if f.thing == "protesters" and not f.ahead and not f.scope]
    return 2 * sum(not f.places for f in came) > len(came)


def _is_crowd(group: list[Feature]) -> bool:
    """Protesters (or people among them) who came, not who were expected, at no other place."""
    if not any(f.thing == "protesters" for f in group):
        return False
    return all(f.person and not f.ahead and not f.places and not f.scope for f in group if f.thing == "protesters")


def _is_far(group: list[Feature], most: Decimal) -> bool:
    """Whether the counts are all larger than the known ones, one of them far; *Zehntausende* says too little."""
    points = [f.point for f in group if not is_vague(f.quantity)]
    return bool(points) and min(points) >= most and max(points) >= _TIMES * most


def _fits(group: list[Feature], main: list[Feature]) -> bool:
    """Whether the two name no different parts of the event."""
    parts, others = ({part for f in g for part in f.subevents} for g in (group, main))
    return not parts or not others or bool(parts & others)
