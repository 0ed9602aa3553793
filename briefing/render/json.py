"""`briefing.json`: UTF-8, two spaces of indent, fields in the order of the contract."""

from __future__ import annotations

import json
from collections.abc import Mapping

from briefing.model import Article, Briefing
from briefing.render.contract import briefing_json


def dump(briefing: Briefing, articles: Mapping[str, Article]) -> bytes:
    """The briefing as the bytes of `briefing.json`; a lone surrogate becomes its JSON escape."""
    data = briefing_json(briefing, articles)
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")
