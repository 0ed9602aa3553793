"""Two folders change places in one step of the file system, so that nothing can come in between."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_AT_CWD = -100  # AT_FDCWD of Linux: paths are relative to the current folder
_SWAP = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS


def exchange(one: Path, other: Path) -> bool:
    """Let `one` and `other` (both exist, on one file system) change places; whether that was possible.

    False where the system or the file system has no such step; then nothing has changed.
    """
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return bool(library.renamex_np(first, second, _SWAP) == 0)
        return bool(library.renameat2(_AT_CWD, first, _AT_CWD, second, _SWAP) == 0)
    except (AttributeError, OSError, TypeError):
        return False
