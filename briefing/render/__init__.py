"""Briefing → files: Markdown, HTML, PDF, mail, JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from briefing.config import Look
from briefing.model import Article, Briefing
from briefing.render import html, json, mail, markdown, pdf
from briefing.render.templates import Templates, colour, logo
from briefing.render.view import view

ATTACHED = 20_000_000  # bytes of JSON that a PDF, and with it a mail, can carry


@dataclass(kw_only=True)
class Work:
    """One briefing on its way into formats; what several formats need is made once."""

    briefing: Briefing
    articles: Mapping[str, Article]
    look: Look
    templates: Templates
    data: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        colour(self.look.accent)
        self.data = view(self.briefing, self.articles, self.look, logo(self.look.logo))

    @cached_property
    def json(self) -> bytes:
        """The content of `briefing.json`."""
        return json.dump(self.briefing, self.articles)

    @cached_property
    def pdf(self) -> bytes:
        """The content of `briefing.pdf`."""
        page = html.page(self.data, self.templates, "print")
        attachment = self.json if len(self.json) <= ATTACHED else b""
        return pdf.write(page, self.templates, date=self.briefing.date, attachment=attachment)


RENDERERS: tuple[tuple[str, Callable[[Work], bytes]], ...] = (
    ("md", lambda work: markdown.dump(work.data, work.templates)),
    ("html", lambda work: html.screen(work.data, work.templates)),
    ("pdf", lambda work: work.pdf),
    ("eml", lambda work: mail.dump(work.data, work.templates, work.pdf)),
    ("json", lambda work: work.json),
)


def render(
    briefing: Briefing,
    articles: Mapping[str, Article],
    *,
    formats: Sequence[str],
    templates: Path | None = None,
    look: Look | None = None,
) -> dict[str, bytes]:
    """The files of `formats` by name (`briefing.md`, …); `articles` by id.

    `templates` is the user's folder, file by file before ours. Raises `BriefingError` for a mistake in a
    template and `UsageError` for a colour, logo, word or folder that is none.
    """
    work = Work(briefing=briefing, articles=articles, look=look or Look(), templates=Templates(templates))
    return {f"briefing.{name}": write(work) for name, write in RENDERERS if name in formats}
