"""What a build costs: `python -m tests.bench --help`. Prints the table of the README; asserts nothing."""

from __future__ import annotations

import argparse
import math
import os
import sys
import tempfile
from pathlib import Path

from tests.bench import corpus
from tests.bench.measure import ROOT, Cost, briefing, pipeline

CORPUS = ROOT.parent / "shared" / "corpora" / "news" / "2020-11.jsonl"
SPEED = 200  # articles by which the speed of the analysis is measured
NEW = 100  # articles added to those that are cached


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="a JSON Lines file of articles [%(default)s]")
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 1_000, 5_000], help="sizes [%(default)s]")
    parser.add_argument("--work", type=Path, help="folder that keeps articles and cache for further runs")
    parser.add_argument("--no-speed", action="store_true", help="leave out the speed of the analysis alone")
    parser.add_argument("--add", action="store_true", help=f"add {NEW} articles to the largest size")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = given.work or Path(temporary)
        records = _records(given.corpus)
        print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        if not given.no_speed:
            _speed(records, work)
        costs = {count: _build(records, count, max(given.articles), work) for count in sorted(given.articles)}
        _growth(costs)
        if given.add:
            _add(records, max(given.articles), work)


def _records(path: Path) -> list[dict[str, object]]:
    if path.is_file():
        return corpus.read(path)
    print(f"{path} is not there: paragraphs of the samples instead, which are alike; see --corpus", file=sys.stderr)
    return corpus.samples(ROOT / "seeds", 500)


def _speed(records: list[dict[str, object]], work: Path) -> None:
    """Words per processor second: the bare pipeline, the analysis by one process and by two."""
    folder = work / "speed"
    words = corpus.write(folder, corpus.articles(records, SPEED))
    bare = pipeline(folder, SPEED)
    print(f"trained pipeline alone: {bare:.0f} words/s and core")
    for jobs in (1, 2):
        with tempfile.TemporaryDirectory() as empty:
            cost = briefing("analyse", "--json", "-j", str(jobs), folder, cache=Path(empty) / "cache.sqlite")
        print(
            f"analyse -j {jobs}: {words / cost.wall:.0f} words/s, {words / cost.cpu:.0f} words/s and core "
            f"({words / cost.cpu / bare:.0%} of the pipeline alone); {cost}"
        )


def _build(records: list[dict[str, object]], count: int, most: int, work: Path) -> tuple[Cost, Cost]:
    """Builds of `count` articles: as they come, then cached, then cached without PDF."""
    files, words = _inputs(records, count, most, work)
    cache, out = work / "cache.sqlite", work / "out"
    first = briefing("build", *files, "-o", out, cache=cache)
    cached = briefing("build", *files, "-o", out, cache=cache)
    text = briefing("build", *files, "-o", out, "-f", "md,html,json", cache=cache)
    print(f"{count} articles, {words} words: {first}")
    print(f"  cached: {cached}\n  cached, without PDF: {text}", flush=True)
    return first, cached


def _inputs(records: list[dict[str, object]], count: int, most: int, work: Path) -> tuple[list[Path], int]:
    """The files of the first `count` articles; whole files are shared by all sizes."""
    folder = work / f"c{most if count % corpus.PER_FILE == 0 else count}"
    size = most if count % corpus.PER_FILE == 0 else count
    if not folder.is_dir():
        corpus.write(folder, corpus.articles(records, size))
    files = sorted(folder.glob("*.jsonl"))[: math.ceil(count / corpus.PER_FILE)]
    return files, sum(len(record["text"].split()) for file in files for record in corpus.read(file))


def _growth(costs: dict[int, tuple[Cost, Cost]]) -> None:
    """Exponents of growth from each size to the next: 1 is linear."""
    for small, large in zip(list(costs)[:-1], list(costs)[1:], strict=True):
        times = (math.log(costs[large][n].cpu / costs[small][n].cpu) / math.log(large / small) for n in range(2))
        first, cached = times
        print(f"{small} to {large} articles: exponent {first:.2f}, cached {cached:.2f} (processor time)")


def _add(records: list[dict[str, object]], most: int, work: Path) -> None:
    """A few new articles to many cached ones."""
    files, _ = _inputs(records, most, most, work)
    folder = work / "new"
    every = list(corpus.articles(records, most + NEW))
    corpus.write(folder, iter(every[most:]))
    cost = briefing("build", *files, folder, "-o", work / "out", "-f", "md,html,json", cache=work / "cache.sqlite")
    print(f"{NEW} new articles to {most} cached ones, without PDF: {cost}")


if __name__ == "__main__":
    main()
