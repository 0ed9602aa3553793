"""JSON Lines: one article per line, `{"id", "text", "title"?, "published"?, "publisher"?, …}`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from briefing.config import Limits
from briefing.model import Problem
from briefing.read.decode import decode, without_surrogates
from briefing.read.draft import Draft, Reader

_OPTIONAL = ("title", "published", "publisher", "agency", "author", "url")


def read(where: str, data: bytes, limits: Limits) -> Iterator[Draft | Problem]:
    """The articles of a collection; a line that is none is a problem with its number, the rest is read."""
    for number, line in enumerate(_lines(data), start=1):
        if not line.strip():
            continue
        place = f"{where}:{number}"
        text, note = decode(line)
        if note:
            yield Problem(where=place, message=note)
        try:
            record = json.loads(text.lstrip("\ufeff"))
        except (ValueError, RecursionError) as error:
            detail = getattr(error, "msg", "zu tief geschachtelt" if isinstance(error, RecursionError) else str(error))
            yield Problem(where=place, message=f"kein gültiges JSON ({detail}), Zeile übergangen")
            continue
        yield _draft(place, record, line)


def _lines(data: bytes) -> list[bytes]:
    # UTF-16 holds line-feed bytes inside characters: decode the whole first, then go on in UTF-8.
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:200]:
        data = decode(data)[0].encode("utf-8", "replace")
    return data.split(b"\n")


def _draft(place: str, record: Any, line: bytes) -> Draft | Problem:
    if not isinstance(record, dict):
        return Problem(where=place, message="kein JSON-Objekt, Zeile übergangen")
    text = record.get("text")
    if not isinstance(text, str):
        return Problem(where=place, message="kein Feld „text“ mit einem Text, Zeile übergangen")
    name = record.get("id")
    given = {key: _string(record.get(key)) for key in _OPTIONAL}
    return Draft(
        id=_string(name),
        text=without_surrogates(text),
        sha256=hashlib.sha256(line).hexdigest(),
        given=True,
        **given,
    )


def _string(value: Any) -> str | None:
    """A field as text; numbers are accepted for ids and dates, anything else counts as absent."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    try:
        text = str(value)
    except ValueError:  # an integer of more than 4,300 digits
        return None
    return without_surrogates(text).strip() or None


def _looks_like(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


READER = Reader(name="jsonl", suffixes=(".jsonl", ".ndjson"), read=read, looks_like=_looks_like)
