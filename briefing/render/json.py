"""`briefing.json`: UTF-8, two spaces of indent, fields in the order of the contract."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from briefing.model import Article, Briefing
from briefing.render.contract import briefing_json, story_json
from briefing.render.places import Places


def dump(briefing: Briefing, articles: Mapping[str, Article]) -> bytes:
    """The briefing as the bytes of `briefing.json`; a lone surrogate becomes its JSON escape.

    Stories are written one after the other, as all of them as objects take ten times their text.
    """
    places = Places(briefing, articles)
    frame = _text(briefing_json(briefing, articles, stories=()), 0)
    before, mark, after = frame.partition('\n  "stories": []')
    stories = (_text(story_json(story, places), 2) for story in briefing.stories)
    parts = [before, *_listed(mark, stories), after, "\n"]
    return b"".join(part.encode("utf-8", "backslashreplace") for part in parts)


def _listed(mark: str, items: Iterator[str]) -> Iterator[str]:
    """The empty list at the end of `mark` with `items` in it."""
    separator = mark[:-1]
    for item in items:
        yield f"{separator}\n    {item}"
        separator = ","
    yield mark if separator != "," else "\n  ]"


def _text(data: Any, level: int) -> str:
    """JSON as it stands at a level of indent; a string never holds a line break of its own."""
    return json.dumps(data, ensure_ascii=False, indent=2).replace("\n", "\n" + "  " * level)
