"""Briefing → files: Markdown, HTML, PDF, mail, JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor, Future
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
PAPER = ("pdf", "eml")  # formats that need the PDF


@dataclass(kw_only=True)
class Work:
    """One briefing on its way into formats; what several formats need is made once.

    `templates` is the user's folder, file by file before ours; `paper`: another process that sets the PDF
    meanwhile (None: this one does when it is asked for). Raises `BriefingError` for a mistake in a template and
    `UsageError` for a colour, logo, word or folder that is none.
    """

    briefing: Briefing
    articles: Mapping[str, Article]
    look: Look = field(default_factory=Look)
    templates: Path | None = None
    paper: Executor | None = None
    data: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        colour(self.look.accent)
        self.data = view(self.briefing, self.articles, self.look, logo(self.look.logo))

    @cached_property
    def jinja(self) -> Templates:
        """The templates, compiled when they are first used."""
        return Templates(self.templates)

    @cached_property
    def json(self) -> bytes:
        """The content of `briefing.json`."""
        return json.dump(self.briefing, self.articles)

    @cached_property
    def page(self) -> str:
        """The HTML that is set as PDF."""
        return html.page(self.data, self.jinja, "print")

    @cached_property
    def _setting(self) -> Future[bytes] | None:
        if self.paper is None:
            return None
        return self.paper.submit(pdf.write_elsewhere, self.page, self.templates, self.briefing.date, self._attachment)

    @cached_property
    def pdf(self) -> bytes:
        """The content of `briefing.pdf`."""
        if self._setting is not None:
            return self._setting.result()
        return pdf.write(self.page, self.jinja, date=self.briefing.date, attachment=self._attachment)

    @property
    def _attachment(self) -> bytes:
        return self.json if len(self.json) <= ATTACHED else b""

    def begin(self, formats: Sequence[str]) -> None:
        """Have the PDF set elsewhere, if one of `formats` needs it and there is an elsewhere."""
        if set(PAPER) & set(formats):
            _ = self._setting

    def files(self, formats: Sequence[str]) -> dict[str, bytes]:
        """The files of `formats` by name (`briefing.md`, …)."""
        return {f"briefing.{name}": write(self) for name, write in RENDERERS if name in formats}


RENDERERS: tuple[tuple[str, Callable[[Work], bytes]], ...] = (
    ("md", lambda work: markdown.dump(work.data, work.jinja)),
    ("html", lambda work: html.screen(work.data, work.jinja)),
    ("pdf", lambda work: work.pdf),
    ("eml", lambda work: mail.dump(work.data, work.jinja, work.pdf)),
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
    """The files of `formats` by name (`briefing.md`, …); `articles` by id. Raises as `Work` does."""
    return Work(briefing=briefing, articles=articles, look=look or Look(), templates=templates).files(formats)
