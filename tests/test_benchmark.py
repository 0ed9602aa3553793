"""Timings, printed, never asserted: `python -m pytest -m benchmark -s`."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
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


def varied(root: Path, count: int) -> Iterator[str]:
    """`count` articles made of the samples' paragraphs, each with words of its own, as JSON Lines."""
    import json
    import random

    paragraphs = [
        line for path in sorted((root / "seeds").glob("*.txt")) for line in path.read_text("utf-8").split("\n")
        if len(line) > 120
    ]  # fmt: skip
    dice = random.Random(7)
    for number in range(count):
        chosen = dice.sample(paragraphs, 6)
        text = "\n".join(p.replace("Kursk", f"Ort{number % 97}") for p in chosen)
        yield json.dumps({"id": f"a{number}", "text": text, "published": f"2024-10-{1 + number % 28:02}"})


def test_build_of_the_samples(root: Path, tmp_path: Path) -> None:
    cache, seeds = tmp_path / "cache.sqlite", str(root / "seeds")
    cold = timed("build", seeds, "-o", str(tmp_path / "o"), cache=cache)
    cached = min(timed("build", seeds, "-o", str(tmp_path / "o"), cache=cache) for _ in range(3))
    without_pdf = min(timed("build", seeds, "-o", str(tmp_path / "o"), "-f", "md,json", cache=cache) for _ in range(3))
    print(f"\nseeds, all formats: cold {cold:.2f} s, cached {cached:.2f} s, cached without PDF {without_pdf:.2f} s")


@pytest.mark.parametrize("jobs", [1, 2])
def test_analysis(root: Path, tmp_path: Path, jobs: int) -> None:
    path = tmp_path / "many.jsonl"
    lines = list(varied(root, 400))
    path.write_text("\n".join(lines), "utf-8")
    words = sum(len(line.split()) for line in lines)
    seconds = timed("analyse", "--json", "-j", str(jobs), str(path), cache=tmp_path / "c.sqlite")
    print(f"\nanalysis, {jobs} process(es): {400 / seconds:.0f} articles/s, {words / seconds:.0f} words/s in all")


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


@pytest.mark.parametrize("count", [100, 1000])
def test_growth(root: Path, tmp_path: Path, count: int) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(varied(root, count)), "utf-8")
    cache = tmp_path / "c.sqlite"
    cold = timed("build", str(path), "-o", str(tmp_path / "o"), cache=cache)
    cached = timed("build", str(path), "-o", str(tmp_path / "o"), cache=cache)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"\n{count} articles: cold {cold:.1f} s, cached {cached:.1f} s, peak {peak:.0f} MiB")
