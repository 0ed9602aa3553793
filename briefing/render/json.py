"""`briefing.json`: UTF-8, two spaces of indent, fields in the order of the contract."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pydantic_core

from briefing.model import Article, Briefing
from briefing.render.contract import briefing_json, story_json
from briefing.render.places import Places


def dump(briefing: Briefing, articles: Mapping[str, Article]) -> bytes:
    """The briefing as the bytes of `briefing.json`; a lone surrogate becomes its JSON escape.

    Stories are written one after the other, as all of them as objects take ten times their text.
    """
    places = Places(briefing, articles)
    frame = _text(briefing_json(briefing, articles, stories=()), 0)
    before, mark, after = frame.partition(b'\n  "stories": []')
    stories = (_text(story_json(story, places), 2) for story in briefing.stories)
    return b"".join((before, *_listed(mark, stories), after, b"\n"))


def _listed(mark: bytes, items: Iterator[bytes]) -> Iterator[bytes]:
    """The empty list at the end of `mark` with `items` in it."""
    separator = mark[:-1]
    for item in items:
        yield separator + b"\n    " + item
        separator = b","
    yield mark if separator != b"," else b"\n  ]"


def _text(data: Any, level: int) -> bytes:
    """JSON as it stands at a level of indent; a string never holds a line break of its own."""
    try:
        text = pydantic_core.to_json(data, indent=2)
    except ValueError:  # a lone surrogate, which UTF-8 cannot hold
        text = json.dumps(data, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace")
    return text.replace(b"\n", b"\n" + b"  " * level)
