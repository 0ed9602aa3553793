"""Counts of a crowd that lie so far apart that their wording alone does not bring them together.

Organisers and speakers count many times more people than the police, and in other words. In a story
about one event the far larger counts of a crowd without place or part of an event of their own are
counts of the crowd that most origins count.
"""

from __future__ import annotations

from briefing.aggregate.numbers_features import Feature

_MANY = 3  # origins that count a crowd before it is the story's crowd
_TIMES = 5  # how many times larger another count must be


def with_crowds(groups: list[list[Feature]]) -> list[list[Feature]]:
    """The groups, far larger counts joined to the story's crowd."""
    crowds = [group for group in groups if _is_crowd(group)]
    counted = [group for group in crowds if len({f.origin for f in group}) >= _MANY]
    if not counted:
        return groups
    main = max(counted, key=lambda group: (max(f.point for f in group), -groups.index(group)))
    most = max(f.point for f in main)
    far = [
        g
        for g in crowds
        if g is not main and min(f.point for f in g) >= most and max(f.point for f in g) >= _TIMES * most
    ]
    far = [group for group in far if _fits(group, main)]
    joined = [*main, *(feature for group in far for feature in group)]
    return [joined if group is main else group for group in groups if not any(group is other for other in far)]


def _is_crowd(group: list[Feature]) -> bool:
    """Protesters (or people among them) who came, not who were expected, at no other place."""
    if not any(f.thing == "protesters" for f in group):
        return False
    return all(f.person and not f.ahead and not f.places and not f.scope for f in group if f.thing == "protesters")


def _fits(group: list[Feature], main: list[Feature]) -> bool:
    """Whether the two name no different parts of the event."""
    parts, others = ({part for f in g for part in f.subevents} for g in (group, main))
    return not parts or not others or bool(parts & others)
