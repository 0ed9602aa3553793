"""`briefing.md`: the briefing as an editor would write it, evidence as footnotes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from briefing.render.templates import Templates, fill

_BLANK_LINES = re.compile(r"\n{3,}")


def dump(data: Mapping[str, Any], templates: Templates) -> bytes:
    """The bytes of `briefing.md`; never more than one empty line in a row."""
    text = fill(templates.markdown, "briefing.md", data)
    return (_BLANK_LINES.sub("\n\n", text).strip() + "\n").encode("utf-8")
