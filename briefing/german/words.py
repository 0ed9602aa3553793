"""Word lists from `german/data/*.toml`."""

from __future__ import annotations

import sys
from functools import cache
from importlib import resources
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:  # pragma: no cover - the standard library has it from 3.11 on
    import tomli as tomllib


@cache
def load(name: str) -> dict[str, Any]:
    """The word list `data/NAME.toml`, parsed once. Treat it as read-only."""
    source = resources.files(__package__).joinpath("data", f"{name}.toml")
    return tomllib.loads(source.read_text("utf-8"))
