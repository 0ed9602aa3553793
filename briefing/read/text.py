"""Plain text and Markdown: the decoded file is the text, exactly as it stands."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from briefing.config import Limits
from briefing.model import Problem
from briefing.read.decode import decode, is_binary
from briefing.read.draft import Draft, Reader

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<body>(?:(?!---)[^\n]*\n){1,40})---[ \t]*(?:\r?\n|$)")
_ENTRY = re.compile(r"(?m)^(title|date|published|author|publisher|agency|url):[ \t]*(\S[^\r\n]*)")


def read(where: str, data: bytes, limits: Limits) -> Iterator[Draft | Problem]:
    """The article of a text file. Front matter (`--- title: … ---`) gives metadata and stays in the text."""
    text, note = decode(data)
    if is_binary(text):
        yield Problem(where=where, message="keine Textdatei, übergangen")
        return
    if note:
        yield Problem(where=where, message=note)
    front = _FRONT_MATTER.match(text)
    entries = {k: v.strip(" \t\"'") for k, v in _ENTRY.findall(front["body"])} if front else {}
    yield Draft(
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        title=entries.get("title"),
        published=entries.get("published") or entries.get("date"),
        publisher=entries.get("publisher"),
        agency=entries.get("agency"),
        author=entries.get("author"),
        url=entries.get("url"),
    )


READER = Reader(name="text", suffixes=(".txt", ".text", ".md", ".markdown"), read=read, looks_like=lambda head: True)
