"""A Dask cluster analyses like one process, also when a worker dies."""

from __future__ import annotations

import os
import signal
import warnings
from pathlib import Path

import pytest

from briefing.analyse import CHUNK
from briefing.config import Config
from briefing.intake import analyse_all
from briefing.model import Article, Block

distributed = pytest.importorskip("distributed", reason="the extra briefing[cluster] is not installed")
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]


def articles(count: int) -> list[Article]:
    """Short articles, all different."""
    found = []
    for n in range(count):
        text = f"Bürgermeister Karl Maier sagte am Montag, rund {n + 10}00 Menschen seien nach Köln gekommen."
        found.append(Article(id=f"a{n}", file="a", text=text, blocks=(Block(start=0, end=len(text), kind="body"),)))
    return found


def test_a_cluster_gives_the_same_analyses_although_a_worker_is_killed(tmp_path: Path) -> None:
    many = articles(160)
    expected, _ = analyse_all(many, Config(jobs=1), cache=False)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
        ) as cluster:
            victim = next(iter(cluster.workers.values())).pid
            killed_at: list[int] = []

            def kill(done: int, total: int) -> None:
                if not killed_at and done < total:
                    os.kill(victim, signal.SIGKILL)
                    killed_at.append(done)

            found, made = analyse_all(many, Config(), cache=False, cluster=cluster.scheduler_address, progress=kill)
    assert killed_at[0] < 160 - 2 * CHUNK, "killed midway"
    assert made == 160
    assert found == expected
