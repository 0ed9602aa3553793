"""What is new, changed or gone since an earlier briefing: items are compared by their stable ids."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.model import Briefing, Change, NumberTopic, Story

SECTIONS = ("numbers", "disagreements", "open_questions", "quotes", "actors")
Earlier = Mapping[str, Any]


def changes_since(briefing: Briefing, folder: Path) -> Briefing:
    """`briefing` with the changes of each story since the briefing in `folder` (or that JSON file).

    Raises `BriefingError` when there is no readable briefing.
    """
    path = folder / "briefing.json" if folder.is_dir() else folder
    try:
        earlier = json.loads(path.read_text("utf-8"))
        stories = earlier["stories"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BriefingError(f"{path}: no readable earlier briefing ({type(error).__name__})") from error
    return replace(briefing, stories=tuple(_with_changes(story, stories) for story in briefing.stories))


def _with_changes(story: Story, earlier: Sequence[Earlier]) -> Story:
    before = max(earlier, key=lambda other: _shared(story, other), default=None)
    if before is None or not _shared(story, before):
        return replace(story, changes=(Change(kind="new", section="stories", item=story.id, text=story.title),))
    return replace(story, changes=tuple(_compare(story, before)))


def _shared(story: Story, earlier: Earlier) -> int:
    """How many items two stories share; the same story id outweighs them all."""
    own = {item.id for key in SECTIONS for item in getattr(story, key)}
    old = {item["id"] for key in SECTIONS for item in earlier.get(key, ())}
    return len(own & old) + (1000 if story.id == earlier["id"] else 0)


def _compare(story: Story, earlier: Earlier) -> Iterator[Change]:
    for section in SECTIONS:
        old = {item["id"]: item for item in earlier.get(section, ())}
        new = {item.id: item for item in getattr(story, section)}
        for id_, item in new.items():
            if id_ not in old:
                yield Change(kind="new", section=section, item=id_, text=_label(section, item))
            elif isinstance(item, NumberTopic) and (text := _moved(item, old[id_])):
                yield Change(kind="changed", section=section, item=id_, text=text)
        for id_, item in old.items():
            if id_ not in new:
                yield Change(kind="gone", section=section, item=id_, text=_old_label(section, item))


def _moved(topic: NumberTopic, old: Earlier) -> str:
    now = tuple(None if value is None else str(value) for value in (topic.low, topic.high))
    then = (old["low"], old["high"])
    if now == then:
        return ""
    return f"{topic.topic}: {_range(*now)}, zuvor {_range(*then)}"


def _range(low: str | None, high: str | None) -> str:
    if low == high or low is None or high is None:
        return _german(low or high)
    return f"{_german(low)} bis {_german(high)}"


def _german(number: str | None) -> str:
    if number is None:
        return "offen"
    whole, _, decimals = number.partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{decimals}" if decimals else grouped


def _label(section: str, item: Any) -> str:
    """What the item is called; a quotation and an open question are looked up by their id when rendered."""
    names: dict[str, Callable[[Any], str]] = {
        "numbers": lambda x: str(x.topic),
        "disagreements": lambda x: str(x.about),
        "actors": lambda x: str(x.name),
        "quotes": lambda x: x.speaker.name if x.speaker else "",
        "open_questions": lambda x: "",
    }
    return names[section](item)


def _old_label(section: str, item: Earlier) -> str:
    key = {"numbers": "topic", "disagreements": "about", "actors": "name"}.get(section, "text")
    return str(item.get(key) or "")
