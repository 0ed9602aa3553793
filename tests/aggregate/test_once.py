"""The last result is given again for the same objects only."""

from __future__ import annotations

from briefing.aggregate.once import once_per_story


def test_the_same_objects_are_worked_on_once() -> None:
    calls = []

    @once_per_story
    def size(items: list[int], more: int = 0) -> int:
        calls.append(items)
        return len(items) + more

    first, equal = [1], [1]
    found = [size(first), size(first), size(equal), size(first), size(first, more=1), size(first, 1)]
    assert found == [1, 1, 1, 1, 2, 2]
    assert len(calls) == 5
