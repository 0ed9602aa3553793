"""What all sections have in common: title, anchor, templates, and the note on what was cut."""

from __future__ import annotations

from typing import Any

from briefing.render.context import Context


def cut_note(total: int, limit: int) -> str:
    """The note under a list that was cut."""
    return f"… und {total - limit} weitere, siehe JSON" if total > limit else ""


def section(key: str, context: Context, items: list[Any], total: int, limit: int) -> dict[str, Any] | None:
    """The frame of a section; None when it has no items."""
    if not items:
        return None
    return {
        "key": key,
        "title": context.words[key],
        "anchor": f"{context.anchor}-{key}",
        "html": f"sections/{key}.html",
        "md": f"sections/{key}.md",
        "entries": items,
        "note": cut_note(total, limit),
    }
