"""Timings, printed, never asserted: `python -m pytest -m benchmark -s`; larger sizes: `python -m tests.bench`."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.benchmark


def timed(*arguments: str, cache: Path) -> float:
    """Wall-clock seconds of one run of the command line."""
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "briefing", *arguments],
        env={**os.environ, "BRIEFING_CACHE": str(cache)}, check=True, capture_output=True,
    )  # fmt: skip
    return time.perf_counter() - started


def test_build_of_the_samples(root: Path, tmp_path: Path) -> None:
    cache, seeds = tmp_path / "cache.sqlite", str(root / "seeds")
    cold = timed("build", seeds, "-o", str(tmp_path / "o"), cache=cache)
    cached = min(timed("build", seeds, "-o", str(tmp_path / "o"), cache=cache) for _ in range(3))
    without_pdf = min(timed("build", seeds, "-o", str(tmp_path / "o"), "-f", "md,json", cache=cache) for _ in range(3))
    print(f"\nseeds, all formats: cold {cold:.2f} s, cached {cached:.2f} s, cached without PDF {without_pdf:.2f} s")


def test_share_of_the_rules(root: Path) -> None:
    from briefing import analyse
    from briefing.analyse import pipeline
    from briefing.config import Config
    from briefing.intake import read_all

    articles = read_all([str(root / "seeds")], Config())[0] * 8
    nlp = pipeline.load()
    list(pipeline.parse(nlp, articles[:5], 200_000))
    started = time.perf_counter()
    docs = list(pipeline.parse(nlp, articles, 200_000))
    parsed = time.perf_counter() - started
    words = sum(len(doc) for doc in docs)
    print(f"\npipeline: {words / parsed:.0f} tokens/s")
    for component in analyse.components():
        started = time.perf_counter()
        for doc in docs:
            component(doc)
        seconds = time.perf_counter() - started
        print(f"{component.__name__}: {100 * seconds / parsed:.0f} % of the pipeline")


def test_speed_and_growth(root: Path) -> None:
    print()
    subprocess.run([sys.executable, "-m", "tests.bench", "--articles", "100", "1000"], cwd=root, check=True)
