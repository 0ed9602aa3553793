"""Which files to read: arguments, folders, standard input. Nothing here can hang or leave the folder."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from io import BufferedReader
from pathlib import Path
from typing import Any, BinaryIO, cast

from briefing.config import Limits
from briefing.model import Problem

STANDARD_INPUT = "-"


def find(inputs: Sequence[str]) -> Iterator[Path | Problem]:
    """The files of `inputs` in order, those of folders sorted by name, `Path("-")` for standard input.

    Hidden files are skipped. Links inside a folder are followed to files of the same folder only,
    never to folders (no loops) and never out (no leaks).
    """
    for name in inputs:
        path = Path(name)
        if name == STANDARD_INPUT or path.is_file():
            yield path
        elif path.is_dir():
            yield from _walk(path)
        elif path.exists():
            yield Problem(where=printable(path), message="weder Datei noch Ordner, übergangen")
        else:
            yield Problem(where=printable(path), message="gibt es nicht")


def _walk(root: Path) -> Iterator[Path | Problem]:
    real_root = root.resolve()
    waiting = [root]
    while waiting:
        path = waiting.pop()
        try:
            link, folder = path.is_symlink() and path != root, path.is_dir()
            if link and folder:
                yield Problem(where=printable(path), message="Verweis auf einen Ordner, nicht verfolgt")
            elif link and not path.resolve().is_relative_to(real_root):
                yield Problem(where=printable(path), message="Verweis aus dem Ordner hinaus, nicht gelesen")
            elif folder:
                names = sorted((n for n in os.listdir(path) if not n.startswith(".")), reverse=True)  # noqa: PTH208
                waiting.extend(path / n for n in names)
            else:
                yield path
        except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links, before Python 3.13
            yield Problem(where=printable(path), message=reason(error))


@contextlib.contextmanager
def opened(path: Path) -> Iterator[BufferedReader | Problem]:
    """A regular file or standard input, ready to be read and looked into (`peek`), or why it is not."""
    where = printable(path)
    if str(path) == STANDARD_INPUT:
        given = sys.stdin.buffer
        file: BufferedReader = given if isinstance(given, BufferedReader) else BufferedReader(cast(Any, given))
        try:
            yield file
        finally:
            if file is not given:
                file.detach()
        return
    try:
        # Non-blocking: opening a FIFO that nobody writes to would wait for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        file = os.fdopen(handle, "rb")
    except (OSError, ValueError) as error:
        yield Problem(where=where, message=reason(error))
        return
    with file:
        if stat.S_ISREG(os.fstat(handle).st_mode):
            yield file
        else:
            yield Problem(where=where, message="keine gewöhnliche Datei, übergangen")


def load(where: str, file: BinaryIO, limits: Limits) -> bytes | Problem:
    """The bytes of an open file, or why there are none."""
    data = file.read(limits.file_bytes + 1)
    if len(data) <= limits.file_bytes:
        return data
    return Problem(where=where, message=f"größer als {bytes_(limits.file_bytes)}, übergangen")


def bytes_(size: int) -> str:
    """A number of bytes as German print."""
    return f"{size:,} Bytes".replace(",", ".")


def printable(path: Path | str) -> str:
    """A path as text that can be written as UTF-8, whatever bytes the file system holds, on one line."""
    return "".join(c if c.isprintable() else "\ufffd" for c in os.fsencode(path).decode("utf-8", "replace"))


def reason(error: Exception) -> str:
    """An operating system error in one German line."""
    if isinstance(error, PermissionError):
        return "keine Leseberechtigung"
    if isinstance(error, FileNotFoundError):
        return "gibt es nicht"
    detail = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"nicht lesbar ({' '.join(detail.split())})"
