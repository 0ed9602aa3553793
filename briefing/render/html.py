"""`briefing.html`: one file for screens, nothing fetched from anywhere; also the HTML that becomes the PDF."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from briefing.render.templates import Templates, fill

Medium = Literal["screen", "print"]


def page(data: Mapping[str, Any], templates: Templates, medium: Medium) -> str:
    """The briefing as HTML for a screen or for paper; fonts are data URIs on a screen."""
    style = templates.read("style/fonts.css").decode("utf-8") + templates.style(medium, data["look"])
    if medium == "screen":
        style = templates.with_fonts(style)
    return fill(templates.html, "briefing.html", {**data, "medium": medium, "style": style})


def screen(data: Mapping[str, Any], templates: Templates) -> bytes:
    """The bytes of `briefing.html`."""
    return page(data, templates, "screen").encode("utf-8")
