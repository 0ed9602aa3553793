"""Title, agency, author, publisher and date of an article, from what its source gives and its text says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefing.model import Article, Block
from briefing.read import openings, published
from briefing.read.draft import Draft


def article(draft: Draft, *, id: str, file: str, blocks: tuple[Block, ...]) -> Article:
    """The finished article. What the source gives goes before what the text says; nothing is invented."""
    when, rule = published.of(draft, blocks)
    return Article(
        id=id,
        file=file,
        text=draft.text,
        title=draft.title or headline(draft.text, blocks),
        published=when,
        dated_by=rule,
        publisher=draft.publisher or publisher(draft.text, blocks),
        agency=draft.agency or agency(draft.text, blocks),
        author=draft.author or author(draft.text, blocks),
        url=draft.url,
        blocks=blocks,
        sha256=draft.sha256,
    )


def headline(text: str, blocks: Iterable[Block]) -> str | None:
    """The headline that stands in the text, on one line without Markdown's `#`, or None."""
    for block in blocks:
        if block.kind == "headline":
            return " ".join(text[block.start : block.end].lstrip("# ").split()) or None
    return None


def agency(text: str, blocks: Iterable[Block]) -> str | None:
    """The agencies of dateline, credit lines and closing signature, in order, joined by `, `, or None.

    What the report says *about* an agency does not count.
    """
    found: list[str] = []
    for block in blocks:
        part = text[block.start : block.end]
        names: tuple[str, ...] | None = None
        if block.kind == "dateline" and "(" in part:
            names = openings.agencies(part[part.rindex("(") + 1 :].split(")")[0])
        elif block.kind == "boilerplate":
            names = openings.agency_line(part) or openings.copyright_of(part)
        found.extend(name for name in names or () if name not in found)
    return ", ".join(found) or None


def author(text: str, blocks: Iterable[Block]) -> str | None:
    """The name of a byline, else the initials of a closing signature; None if there is neither."""
    initials = None
    for block in blocks:
        if block.kind == "boilerplate":
            part = text[block.start : block.end]
            name = openings.author(part)
            if name:
                return name
            inside = openings.signed(part)
            if inside and not openings.agencies(inside):
                initials = inside
    return initials


def publisher(text: str, blocks: Iterable[Block]) -> str | None:
    """The site that names itself in the navigation, or None."""
    for block in blocks:
        if block.kind == "boilerplate":
            name = openings.site(text[block.start : block.end])
            if name:
                return name
    return None


def date_articles(articles: Iterable[Article]) -> list[Article]:
    """The second pass: dates that need the other articles; the order of the articles is kept.

    `dated_by` becomes `weekday` (a weekday with its day and month, in the year nearest to the other
    articles in which they fall together) or `latest date` (the latest full date of the text, near
    to the other articles). Articles that have a date of their own keep it. The result does not
    depend on the order.
    """
    every = list(articles)
    known = sorted(day for a in every if a.published and (day := published.middle(a.published)))
    if not known:
        return every
    centre = known[len(known) // 2]
    dated: list[Article] = []
    for a in every:
        when, rule = (None, "") if a.published else published.near(a.text, a.blocks, centre)
        dated.append(replace(a, published=when, dated_by=rule) if when else a)
    return dated
