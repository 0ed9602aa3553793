"""`briefing render FILE.md`: an edited briefing to HTML, PDF and mail with the same style sheets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from briefing import __version__
from briefing.config import Look
from briefing.errors import BriefingError
from briefing.render import edited_tree, mail, pdf, typography
from briefing.render.html import Medium
from briefing.render.templates import Templates, colour, fill, logo
from briefing.render.words import words

_HEADER = re.compile(r"\A---[ \t]*\n((?:[^\n]*\n){0,40}?)---[ \t]*\n")
_FIELD = re.compile(r"([A-Za-z_]+):[ \t]*([^\n]*)\n")

FORMATS = ("html", "pdf", "eml")


def render_markdown(
    text: str,
    *,
    formats: Sequence[str] = FORMATS,
    templates: Path | None = None,
    look: Look | None = None,
    date: str = "",
) -> dict[str, bytes]:
    """The files of an edited briefing (`briefing.html`, `briefing.pdf`, `briefing.eml`).

    `date` (ISO) takes the place of the one in the Markdown's header. Raises `BriefingError` when the
    Markdown has no title, and as `render` does.
    """
    look = look or Look()
    colour(look.accent)
    own = Templates(templates)
    fields, text = header(text.replace("\r\n", "\n"))
    data = _data(text, date or fields.get("date", ""), look)
    files: dict[str, bytes] = {}
    if "html" in formats:
        files["briefing.html"] = _page(data, own, "screen").encode("utf-8")
    if "pdf" in formats or "eml" in formats:
        document = pdf.write(_page(data, own, "print"), own, date=data["date_iso"])
        if "pdf" in formats:
            files["briefing.pdf"] = document
        if "eml" in formats:
            files["briefing.eml"] = _mail(data, own, document)
    return files


def header(text: str) -> tuple[dict[str, str], str]:
    """The fields between the two `---` lines at the top, and the text after them."""
    match = _HEADER.match(text)
    if match is None:
        return {}, text
    return {key.lower(): value.strip() for key, value in _FIELD.findall(match[1])}, text[match.end() :]


def _data(text: str, date: str, look: Look) -> dict[str, Any]:
    root = edited_tree.convert(text)
    first = next(root.iter("h1"), None)
    title = typography.clean("".join(first.itertext())) if first is not None else ""
    if not title:
        raise BriefingError("the Markdown has no title: it must begin with a line `# Title`")
    own = words(look.words)
    main, facts = edited_tree.shape(root, own)
    front = edited_tree.front(main)
    day = typography.full_date(date, missing="")
    return {
        "title": title,
        "name": f"{title} – {typography.long_date(date)}" if date else title,
        "date": typography.long_date(date, missing=""),
        "day": day,
        "date_iso": date,
        "language": "de",
        "w": own,
        "look": {"accent": look.accent, "font_size": f"{look.font_size:g}", "logo": logo(look.logo)},
        "meta": {
            "author": f"briefing {__version__}",
            "description": f"{title}. {own['edited']}",
            "keywords": "",
            "generator": f"briefing {__version__}",
        },
        "facts": facts,
        "headings": list(edited_tree.headings(main)),
        "body": edited_tree.serialised(main),
        "front": edited_tree.serialised(front),
        "plain": edited_tree.plain(front),
    }


def _page(data: dict[str, Any], templates: Templates, medium: Medium) -> str:
    style = templates.read("style/fonts.css").decode("utf-8") + templates.style(medium, data["look"])
    if medium == "screen":
        style = templates.with_fonts(style)
    return fill(templates.html, "edited.html", {**data, "medium": medium, "style": style})


def _mail(data: dict[str, Any], templates: Templates, document: bytes) -> bytes:
    style = templates.read("style/mail.css").decode("utf-8")
    html = fill(templates.html, "mail-edited.html", {**data, "body": data["front"], "style": style})
    return mail.message(
        subject=data["name"],
        date=data["date_iso"],
        text=mail.wrapped(fill(templates.text, "mail-edited.txt", data)),
        html=mail.inlined(html),
        pdf=document,
    )
