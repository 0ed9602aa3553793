"""What a reader hands on, before blocks and metadata are found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from briefing.config import Limits
from briefing.model import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One article as its reader found it; `sha256` is the hexadecimal digest of the bytes it came from.

    `published` is what the source says about the date, in any common form. `given` tells that it
    came from the user's own field (JSON Lines) and not from the page's or mail's metadata.
    """

    text: str
    sha256: str
    id: str | None = None
    title: str | None = None
    published: str | None = None
    given: bool = False
    publisher: str | None = None
    agency: str | None = None
    author: str | None = None
    url: str | None = None


ReadBytes = Callable[[str, bytes, Limits], Iterator[Draft | Problem]]
ReadStream = Callable[[str, BinaryIO, bytes, Limits], "Iterator[Draft | Problem] | None"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A file format: its suffixes (lower case, with the dot) and how its bytes become articles.

    `looks_like` decides by the first bytes where there is no suffix (standard input). `stream` reads an
    open file (its first bytes are given too) piece by piece; None, or None as its result: read it as a whole.
    """

    name: str
    suffixes: tuple[str, ...]
    read: ReadBytes
    looks_like: Callable[[bytes], bool]
    stream: ReadStream | None = None
