"""HTML pages: main text by trafilatura; title, date, author, publisher from JSON-LD and meta elements."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

from briefing.config import Limits
from briefing.model import Problem
from briefing.read.decode import without_surrogates
from briefing.read.draft import Draft, Reader

DEPTH = 200
"""Elements inside each other from which on a page is refused: parsers recurse on them, no article needs them."""

_OPENING = re.compile(
    rb"<(/?)(?:div|span|p|b|i|em|font|table|tr|td|ul|ol|li|blockquote|section|article|a)\b", re.IGNORECASE
)
_ARTICLE_TYPES = ("Article", "Posting", "Report", "WebPage")


def read(where: str, data: bytes, limits: Limits) -> Iterator[Draft | Problem]:
    """The article of a page. A page without a main text is a problem."""
    if _too_deep(data):
        yield Problem(where=where, message=f"HTML tiefer als {DEPTH} Ebenen geschachtelt, übergangen")
        return
    draft = page(data)
    if draft is None:
        yield Problem(where=where, message="kein Artikeltext in der HTML-Seite gefunden")
    else:
        yield draft


def page(data: bytes | str) -> Draft | None:
    """The article of an HTML page or fragment, or None if there is no text to be found. Fetches nothing."""
    import trafilatura

    raw = data if isinstance(data, bytes) else data.encode("utf-8", "replace")
    try:
        tree = trafilatura.load_html(data)
        if tree is None:
            return None
        facts = _facts(tree)
        text = trafilatura.extract(
            tree, include_comments=False, include_tables=False, favor_precision=True, deduplicate=False
        )
    except (RecursionError, ValueError, AttributeError, TypeError, KeyError, LookupError):
        return None  # hostile markup inside trafilatura: no text is the honest answer
    if not text:
        return None
    return Draft(text=without_surrogates(text), sha256=hashlib.sha256(raw).hexdigest(), **facts)


def _too_deep(data: bytes) -> bool:
    """A cheap bound without a parser: how far opening tags of nesting elements run ahead of closing ones."""
    depth = 0
    for match in _OPENING.finditer(data):
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > 10 * DEPTH:
            return True
    return False


def _facts(tree: Any) -> dict[str, Any]:
    meta = _meta(tree)
    linked = _json_ld(tree)
    heading = [" ".join("".join(h.itertext()).split()) for h in tree.xpath("//h1")[:3]]
    title = _first(linked, "headline") or meta.get("og:title") or next((h for h in heading if h), None) or _title(tree)
    published = _first(linked, "datePublished") or meta.get("article:published_time") or meta.get("date") or _time(tree)
    return {
        "title": _clean(title),
        "published": _clean(published),
        "publisher": _clean(_name(_any(linked, "publisher")) or meta.get("og:site_name") or meta.get("publisher")),
        "author": _clean(_name(_any(linked, "author")) or meta.get("author")),
        "url": _clean(_canonical(tree) or meta.get("og:url")),
    }


def _meta(tree: Any) -> dict[str, str]:
    """`<meta>` elements by name or property, lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for node in tree.xpath("//meta[@content]"):
        key = (node.get("property") or node.get("name") or node.get("itemprop") or "").lower()
        if key and node.get("content").strip():
            found.setdefault(key, node.get("content").strip())
    return found


def _json_ld(tree: Any) -> list[dict[str, Any]]:
    """All JSON-LD objects that describe an article, the most article-like type first."""
    objects: list[dict[str, Any]] = []
    waiting: list[Any] = []
    for node in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            waiting.append(json.loads(node.text or "", strict=False))
        except (ValueError, RecursionError):
            continue
    while waiting and len(objects) < 1_000:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            objects.append(value)
            waiting.extend(value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value)
    ranked = [(rank, i, o) for i, o in enumerate(objects) if (rank := _rank(o)) is not None]
    return [o for _, _, o in sorted(ranked, key=lambda item: item[:2])]


def _rank(value: dict[str, Any]) -> int | None:
    kinds = value.get("@type")
    names = [k for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)]
    return min((r for r, end in enumerate(_ARTICLE_TYPES) for n in names if n.endswith(end)), default=None)


def _any(objects: list[dict[str, Any]], key: str) -> Any:
    return next((o[key] for o in objects if o.get(key)), None)


def _first(objects: list[dict[str, Any]], key: str) -> str | None:
    return next((o[key] for o in objects if isinstance(o.get(key), str) and o[key].strip()), None)


def _name(value: Any) -> str | None:
    """The name in an `author` or `publisher`: a string, an object with a name, or a list of these."""
    if isinstance(value, list):
        names = [n for n in (_name(v) for v in value[:10] if not isinstance(v, list)) if n]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        value = value.get("name")
        if isinstance(value, list):
            value = next((v for v in value if isinstance(v, str)), None)
    if not isinstance(value, str) or value.startswith(("http://", "https://")):
        return None
    return value


def _title(tree: Any) -> str | None:
    nodes = tree.xpath("//title")
    return nodes[0].text if nodes else None


def _time(tree: Any) -> str | None:
    nodes = tree.xpath("//time[@datetime]/@datetime")
    return str(nodes[0]) if nodes else None


def _canonical(tree: Any) -> str | None:
    nodes = tree.xpath("//link[@rel='canonical']/@href")
    return next((str(n) for n in nodes if str(n).startswith(("http://", "https://"))), None)


def _clean(value: str | None) -> str | None:
    """One line without entities and control characters, at most 500 characters."""
    import html

    if not isinstance(value, str):
        return None
    text = html.unescape(html.unescape(without_surrogates(value[:2_000])))
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:500] or None


def _looks_like(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    declared = start.startswith(b"<?xml") and b"<html" in head[:1000].lower()
    return declared or start.startswith((b"<!doctype html", b"<html"))


READER = Reader(name="html", suffixes=(".html", ".htm", ".xhtml"), read=read, looks_like=_looks_like)
