"""The invented briefing in all formats, made once."""

from __future__ import annotations

import pytest
from fixture import articles, briefing

from briefing.render import render


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    return render(briefing(), articles(), formats=("md", "html", "pdf", "eml", "json"))
