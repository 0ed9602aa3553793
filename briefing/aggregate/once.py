"""What several sections of one story need is made once for them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from operator import is_
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def once_per_story(make: Callable[P, T]) -> Callable[P, T]:
    """`make`, which gives its last result again when it is called with the very same objects.

    The arguments are those of one story, which no section changes; only the last ones are kept.
    """
    last: list[tuple[tuple[str, ...], tuple[object, ...], T]] = []

    @wraps(make)
    def made(*args: P.args, **kwargs: P.kwargs) -> T:
        names, objects = tuple(kwargs), (*args, *kwargs.values())
        if not last or last[0][0] != names or not _same(last[0][1], objects):
            last[:] = [(names, objects, make(*args, **kwargs))]
        return last[0][2]

    return made


def _same(some: tuple[object, ...], others: tuple[object, ...]) -> bool:
    return len(some) == len(others) and all(map(is_, some, others))
