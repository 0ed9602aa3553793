"""Runs of the command line with what they cost."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_PAUSE = 0.2  # seconds between two looks at the memory
_MIB = 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Seconds by the clock, processor seconds of all processes, and the most memory they held together (MiB)."""

    wall: float
    cpu: float
    peak: float

    def __str__(self) -> str:
        return f"{self.wall:.1f} s, {self.cpu:.1f} s processor time, {self.peak:.0f} MiB"


def briefing(*arguments: str | Path, cache: Path) -> Cost:
    """One run of `python -m briefing`; raises `RuntimeError` with what it printed when it fails."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "briefing", *map(str, arguments)],
        env={**os.environ, "BRIEFING_CACHE": str(cache)}, cwd=ROOT,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    peak = _Peak(process.pid)
    printed = process.stderr.read() if process.stderr is not None else ""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    if process.returncode:
        raise RuntimeError(printed)
    return Cost(wall=wall, cpu=usage.ru_utime + usage.ru_stime, peak=peak.stop())


class _Peak:
    """Watches a process and its children; memory that they share counts once (Linux: proportional set size)."""

    def __init__(self, pid: int) -> None:
        self._pid, self._most, self._ended = pid, 0.0, threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self) -> None:
        while not self._ended.wait(_PAUSE):
            self._most = max(self._most, sum(map(_held, _tree(self._pid))))

    def stop(self) -> float:
        """The most that was seen, in MiB."""
        self._ended.set()
        self._thread.join()
        return self._most / _MIB


def _tree(pid: int) -> list[int]:
    found = [pid]
    for parent in found:
        with contextlib.suppress(OSError):
            for children in Path(f"/proc/{parent}/task").glob("*/children"):
                found += map(int, children.read_text("ascii").split())
    return found


def _held(pid: int) -> int:
    with contextlib.suppress(OSError, ValueError, IndexError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def pipeline(folder: Path, most: int) -> float:
    """Words per processor second of the bare trained pipeline, in this process."""
    from briefing.analyse import pipeline as trained
    from briefing.config import Config
    from briefing.intake import read_all

    articles = read_all([str(folder)], Config())[0][:most]
    nlp = trained.load()
    list(trained.parse(nlp, articles[:5], 200_000))
    started = time.process_time()
    for _ in trained.parse(nlp, articles, 200_000):
        pass
    return sum(article.words for article in articles) / (time.process_time() - started)
