"""A German news briefing from many articles: extracted, never invented."""

from __future__ import annotations

__version__ = "0.1.0"
