"""What is new, changed or gone since an earlier briefing.

Items are the same if they have the same stable id, or else if at least half of the earlier one's evidence is
evidence of the later: a topic keeps its place when a new article gives it another name.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.model import Briefing, Change, NumberTopic, Span, Story

SECTIONS = ("numbers", "disagreements", "open_questions", "quotes", "actors")
Earlier = Mapping[str, Any]
Place = tuple[str, int]  # article id and first character of an evidence


def changes_since(briefing: Briefing, folder: Path) -> Briefing:
    """`briefing` with the changes of each story since the briefing in `folder` (or that JSON file).

    Raises `BriefingError` when there is no readable briefing.
    """
    path = folder / "briefing.json" if folder.is_dir() else folder
    try:
        earlier = json.loads(path.read_text("utf-8"))
        stories = earlier["stories"]
        articles = {source["id"]: source["article"] for source in earlier["sources"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BriefingError(f"{path}: no readable earlier briefing ({type(error).__name__})") from error
    return replace(briefing, stories=tuple(_with_changes(story, stories, articles) for story in briefing.stories))


def _with_changes(story: Story, earlier: Sequence[Earlier], articles: Mapping[str, str]) -> Story:
    before = max(earlier, key=lambda other: _shared(story, other), default=None)
    if before is None or not _shared(story, before):
        return replace(story, changes=(Change(kind="new", section="stories", item=story.id, text=story.title),))
    return replace(story, changes=tuple(_compare(story, before, articles)))


def _shared(story: Story, earlier: Earlier) -> int:
    """How many items two stories share; the same story id outweighs them all."""
    own = {item.id for key in SECTIONS for item in getattr(story, key)}
    old = {item["id"] for key in SECTIONS for item in earlier.get(key, ())}
    return len(own & old) + (1000 if story.id == earlier["id"] else 0)


def _compare(story: Story, earlier: Earlier, articles: Mapping[str, str]) -> Iterator[Change]:
    for section in SECTIONS:
        old = {item["id"]: item for item in earlier.get(section, ())}
        new = {item.id: item for item in getattr(story, section)}
        same = _paired(new, old, articles)
        for id_, item in new.items():
            if id_ not in same:
                yield Change(kind="new", section=section, item=id_, text=_label(section, item))
            elif isinstance(item, NumberTopic) and (text := _moved(item, old[same[id_]])):
                yield Change(kind="changed", section=section, item=id_, text=text)
        for id_, item in old.items():
            if id_ not in same.values():
                yield Change(kind="gone", section=section, item=id_, text=_old_label(section, item))


def _paired(new: Mapping[str, Any], old: Mapping[str, Earlier], articles: Mapping[str, str]) -> dict[str, str]:
    """New id → old id of the items that are the same; each old item is taken once."""
    same = {id_: id_ for id_ in new if id_ in old}
    places = {id_: set(_places(item)) for id_, item in new.items() if id_ not in same}
    for id_, item in old.items():
        if id_ in same:
            continue
        before = {(articles.get(e["source"], ""), e["start"]) for e in _evidence(item)}
        shared = {other: len(before & found) for other, found in places.items() if other not in same}
        best = max(shared, key=lambda other: (shared[other], other), default=None)
        if best is not None and shared[best] and 2 * shared[best] >= len(before):
            same[best] = id_
    return same


def _places(value: Any) -> Iterator[Place]:
    """Where the spans in an item of a story begin."""
    if isinstance(value, Span):
        yield value.article, value.start
    elif isinstance(value, tuple):
        for part in value:
            yield from _places(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _places(getattr(value, field.name))


def _evidence(value: Any) -> Iterator[Earlier]:
    """Every evidence object below an item of a `briefing.json`."""
    if isinstance(value, dict):
        if {"source", "start", "end", "text"} <= value.keys():
            yield value
        for part in value.values():
            yield from _evidence(part)
    elif isinstance(value, list):
        for part in value:
            yield from _evidence(part)


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
