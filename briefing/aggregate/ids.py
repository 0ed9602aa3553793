"""Ids that stay the same from one day's briefing to the next."""

from __future__ import annotations

import hashlib


def stable_id(prefix: str, *parts: str) -> str:
    """`prefix` and ten hexadecimal digits of the digest of `parts`: what the item is, never where it stands.

    Take parts that tomorrow's texts will share (a canonical name, sorted lemmas), not offsets.
    """
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}{digest[:10]}"
