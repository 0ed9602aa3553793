"""From files to articles: text, HTML, JSON Lines, feeds, mails. Bad input is a problem, never a crash.

A further format is one module with a `READER` and one line in `READERS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BufferedReader
from pathlib import Path

from briefing.config import Limits
from briefing.model import Article, Problem
from briefing.read import blocks, feed, html, jsonl, mail, metadata, sources, text
from briefing.read.draft import Draft, Reader
from briefing.read.metadata import date_articles

__all__ = ["READERS", "date_articles", "read"]

READERS: tuple[Reader, ...] = (jsonl.READER, jsonl.READER_JSON, html.READER, feed.READER, mail.READER, text.READER)
"""All formats; without a suffix the first whose `looks_like` holds is taken, so text stands last."""

ID = 2_000
"""Longest id in characters."""

_HEAD = 4_000  # bytes by which a format is known
_BLANK = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def read(inputs: Sequence[str], *, limits: Limits) -> Iterator[Article | Problem]:
    """The articles of files, folders and standard input (`-`), and what could not be read, in input order.

    Every id is unique; the text is exactly what the source holds (see CONTRACT). Dates that need the
    other articles come from `date_articles` afterwards.
    """
    taken: set[str] = set()
    count = 0
    for path in sources.find(inputs):
        if isinstance(path, Problem):
            yield path
            continue
        for item in _drafts(path, limits):
            if isinstance(item, Problem):
                yield item
                continue
            if count >= limits.articles:
                yield Problem(
                    where=sources.printable(path), message=f"mehr als {limits.articles} Artikel, Rest übergangen"
                )
                return
            found = list(_finish(item, path, taken, limits))
            count += sum(isinstance(f, Article) for f in found)
            yield from found


def _drafts(path: Path, limits: Limits) -> Iterator[Draft | Problem]:
    where = sources.printable(path)
    reader = _by_suffix(path)
    if reader is None and path.suffix and str(path) != sources.STANDARD_INPUT:
        yield Problem(where=where, message=f"unbekannte Dateiart „{sources.printable(path.suffix)}“, übergangen")
        return
    with sources.opened(path) as file:
        if isinstance(file, Problem):
            yield file
            return
        try:
            yield from _read(where, file, reader, limits)
        except OSError as error:
            yield Problem(where=where, message=sources.reason(error))


def _read(where: str, file: BufferedReader, reader: Reader | None, limits: Limits) -> Iterator[Draft | Problem]:
    head = file.peek(_HEAD)[:_HEAD]
    reader = reader or next(r for r in READERS if r.looks_like(head))
    found = reader.stream(where, file, head, limits) if reader.stream and head.strip(_BLANK) else None
    if found is None:
        data = sources.load(where, file, limits)
        if isinstance(data, Problem):
            yield data
            return
        if not data.strip(_BLANK):
            yield Problem(where=where, message="leer, übergangen")
            return
        found = reader.read(where, data, limits)
    yield from found


def _by_suffix(path: Path) -> Reader | None:
    return next((r for r in READERS if path.suffix.lower() in r.suffixes), None)


def _finish(draft: Draft, path: Path, taken: set[str], limits: Limits) -> Iterator[Article | Problem]:
    """Limits, id, blocks and metadata of a draft."""
    where = sources.printable(path)
    if not draft.text.strip("\ufeff \t\r\n\u00a0"):
        yield Problem(where=f"{where} {draft.id or ''}".strip(), message="Artikel ohne Text, übergangen")
        return
    if len(draft.text) > limits.article_chars:
        yield Problem(
            where=where, message=f"Artikel länger als {limits.article_chars} Zeichen, der Rest bleibt ungelesen"
        )
        draft = replace(draft, text=draft.text[: limits.article_chars])
    name = _unique(_id(draft.id) or sources.printable(path.name) or "-", where, taken)
    parts = blocks.label(draft.text, draft.title, draft.url)
    yield metadata.article(draft, id=name, file=where, blocks=parts)


def _id(given: str | None) -> str:
    """An id on one line without invisible characters; it is a name only, never a path."""
    return " ".join(_HIDDEN.sub(" ", given or "").split())[:ID]


def _unique(name: str, where: str, taken: set[str]) -> str:
    """`name`, or with its folder, or with a number, so that no two articles share an id."""
    candidates = [name, where if where.endswith(name) else f"{where}#{name}"]
    number = 2
    chosen = next((c for c in candidates if c not in taken), "")
    while not chosen:
        chosen = "" if f"{name}#{number}" in taken else f"{name}#{number}"
        number += 1
    taken.add(chosen)
    return chosen
