"""JSON Lines: one article per line, `{"id", "text", "title"?, "published"?, "publisher"?, …}`; JSON: one or a list.

A collection is read line by line: it may be as large as it likes, the limit holds for each record.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from briefing.config import Limits
from briefing.model import Problem
from briefing.read.decode import decode, without_surrogates
from briefing.read.draft import Draft, Reader
from briefing.read.sources import bytes_

_OPTIONAL = ("title", "published", "publisher", "agency", "author", "url")
_REST = 1 << 20  # bytes at a time in which the rest of a line that is too long is passed over


def read(where: str, data: bytes, limits: Limits) -> Iterator[Draft | Problem]:
    """The articles of a collection; a line that is none is a problem with its number, the rest is read."""
    # UTF-16 holds line-feed bytes inside characters: decode the whole first, then go on in UTF-8.
    if _is_wide(data):
        data = decode(data)[0].encode("utf-8", "replace")
    return _records(where, data.split(b"\n"), limits)


def stream(where: str, file: BinaryIO, head: bytes, limits: Limits) -> Iterator[Draft | Problem] | None:
    """`read` of an open file that begins with `head`, line by line; None if it has to be read as a whole."""
    return None if _is_wide(head) else _records(where, _lines(file, limits.file_bytes), limits)


def read_json(where: str, data: bytes, limits: Limits) -> Iterator[Draft | Problem]:
    """The article of a JSON object, the articles of a list of them; else the file is read as JSON Lines."""
    text, note = decode(data)
    if note:
        yield Problem(where=where, message=note)
    try:
        found = json.loads(text.lstrip("\ufeff"))
        records = found if isinstance(found, list) else [found]
        # The digest of a record by its content: its place in the list may change.
        contents = [json.dumps(record, sort_keys=True).encode() for record in records]
    except (ValueError, RecursionError):
        yield from read(where, data, limits)
        return
    for number, (record, content) in enumerate(zip(records, contents, strict=True), start=1):
        yield _draft(f"{where}#{number}" if isinstance(found, list) else where, record, content)


def _is_wide(head: bytes) -> bool:
    return head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head[:200]


def _lines(file: BinaryIO, most: int) -> Iterator[bytes]:
    """The lines of a file; of one longer than `most` bytes its first `most` + 1."""
    while line := file.readline(most + 1):
        yield line
        if len(line) > most and not line.endswith(b"\n"):
            while (rest := file.readline(_REST)) and not rest.endswith(b"\n"):
                pass


def _records(where: str, lines: Iterable[bytes], limits: Limits) -> Iterator[Draft | Problem]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        place = f"{where}:{number}"
        if len(line) > limits.file_bytes:
            yield Problem(where=place, message=f"größer als {bytes_(limits.file_bytes)}, Zeile übergangen")
            continue
        text, note = decode(line)
        if note:
            yield Problem(where=place, message=note)
        try:
            record = json.loads(text.lstrip("\ufeff"))
        except (ValueError, RecursionError) as error:
            detail = getattr(error, "msg", "zu tief geschachtelt" if isinstance(error, RecursionError) else str(error))
            yield Problem(where=place, message=f"kein gültiges JSON ({detail}), Zeile übergangen")
            continue
        yield _draft(place, record, line.removesuffix(b"\n"))


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


def _looks_like_list(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"[") and start[1:].lstrip(b" \t\r\n").startswith(b"{")


READER = Reader(name="jsonl", suffixes=(".jsonl", ".ndjson"), read=read, looks_like=_looks_like, stream=stream)
READER_JSON = Reader(name="json", suffixes=(".json",), read=read_json, looks_like=_looks_like_list)
