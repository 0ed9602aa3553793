"""RSS and Atom feeds from files: the full text of an entry where it is there, else its summary."""

from __future__ import annotations

import hashlib
import io
import re
import time
from collections.abc import Iterator
from typing import Any

from briefing.config import Limits
from briefing.model import Problem
from briefing.read.decode import without_surrogates
from briefing.read.draft import Draft, Reader
from briefing.read.plain import to_text

_DECLARATION = re.compile(rb"<!(?:ENTITY|ATTLIST|ELEMENT)", re.IGNORECASE)
_BARE = re.compile(r"<[a-zA-Z!/]|&[a-zA-Z#]")


def read(where: str, data: bytes, limits: Limits) -> Iterator[Draft | Problem]:
    """The entries of a feed. Feeds that declare entities are refused: they expand or point outside."""
    import feedparser

    if _DECLARATION.search(data) or _DECLARATION.search(data.replace(b"\0", b"")):
        yield Problem(where=where, message="XML mit eigenen Deklarationen (ENTITY), nicht gelesen")
        return
    try:
        # A stream, never a string: feedparser would open a string that looks like an address or a file.
        parsed = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
        yield Problem(where=where, message=f"kein lesbarer Feed ({type(error).__name__})")
        return
    if not parsed.entries:
        yield Problem(where=where, message="kein RSS- oder Atom-Feed mit Einträgen")
        return
    publisher = _line(parsed.feed.get("title"))
    digest = hashlib.sha256(data).hexdigest()
    for number, entry in enumerate(parsed.entries, start=1):
        text = _text(entry)
        if not text:
            yield Problem(where=f"{where}:{number}", message="Eintrag ohne Text, übergangen")
            continue
        yield Draft(
            id=_line(entry.get("id") or entry.get("link")),
            text=text,
            sha256=digest,
            title=_line(to_text(str(entry.get("title") or ""))),
            published=_date(entry),
            publisher=publisher,
            author=_line(entry.get("author")),
            url=_line(entry.get("link")),
        )


def _text(entry: Any) -> str:
    """The longest of an entry's contents, else its summary, as plain paragraphs."""
    candidates = [str(c.get("value") or "") for c in entry.get("content") or []] or [str(entry.get("summary") or "")]
    best = max(candidates, key=len)
    return without_surrogates(to_text(best) if _BARE.search(best) else best.strip())


def _date(entry: Any) -> str | None:
    """The date as printed (its local day); feedparser's UTC value only where it is in no known form."""
    printed = entry.get("published") or entry.get("updated")
    if printed:
        return str(printed)
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    return time.strftime("%Y-%m-%d", moment) if moment else None


def _line(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    text = without_surrogates("".join(c if c.isprintable() else " " for c in value[:1_000]))
    return " ".join(text.split())[:500] or None


def _looks_like(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:2_000].lower()
    return start.startswith((b"<rss", b"<feed", b"<rdf")) or (
        start.startswith(b"<?xml") and any(tag in start for tag in (b"<rss", b"<feed", b"<rdf:rdf"))
    )


READER = Reader(name="feed", suffixes=(".xml", ".rss", ".atom"), read=read, looks_like=_looks_like)
