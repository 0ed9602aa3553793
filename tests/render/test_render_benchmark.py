"""How long the formats take once a briefing is made. Run with -m benchmark."""

from __future__ import annotations

import time

import pytest
from fixture import articles, briefing

from briefing.render import RENDERERS, render


@pytest.mark.benchmark
def test_formats(capsys: pytest.CaptureFixture[str]) -> None:
    render(briefing(), articles(), formats=("pdf",))
    lines = []
    for name, _ in RENDERERS:
        start = time.perf_counter()
        made = render(briefing(), articles(), formats=(name,))
        lines.append(f"{name:5} {time.perf_counter() - start:6.2f} s  {len(made[f'briefing.{name}']) / 1000:7.1f} kB")
    with capsys.disabled():
        print("\n" + "\n".join(lines))
    assert len(lines) == len(RENDERERS)
