"""Inputs → articles and their analyses, through the cache: what `build` and `analyse` share."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from pathlib import Path

import platformdirs

from briefing import analyse, processes, read
from briefing.config import Config
from briefing.errors import BriefingError
from briefing.model import Article, Problem
from briefing.store import Packed, Store, key_of, pack

POOL_FROM = 64  # articles to analyse from which starting worker processes pays

Progress = Callable[[int, int], None]


def read_all(inputs: Sequence[str], config: Config) -> tuple[list[Article], list[Problem]]:
    """All articles of `inputs`, dated, and the problems met; at most `limits.articles` of them."""
    articles: list[Article] = []
    problems: list[Problem] = []
    over = 0
    for found in read.read(inputs, limits=config.limits):
        if isinstance(found, Problem):
            problems.append(found)
        elif len(articles) < config.limits.articles:
            articles.append(found)
        else:
            over += 1
    if over:
        limit = config.limits.articles
        message = f"{over} Artikel nicht gelesen: mehr als {limit} (limits.articles)"
        problems.append(Problem(where="limits.articles", message=message))
    return read.date_articles(articles), problems


def analyse_all(
    articles: Sequence[Article],
    config: Config,
    *,
    cache: bool = True,
    cluster: str = "",
    progress: Progress | None = None,
) -> tuple[Packed, int]:
    """Analyses by article id, from the cache where it has them, and how many were made anew.

    Each new analysis is stored as soon as it is made, so an interrupted build goes on where it stopped.
    """
    limits = config.limits
    fingerprint = f"{analyse.fingerprint(config.model)}{limits.article_chars}/{limits.seconds}"
    found = Packed()
    with Store(cache_path() if cache else None, config.cache_megabytes) as store:
        keys = {article.id: key_of(article, fingerprint) for article in articles}
        missing = []
        for article in articles:
            known = store.get_packed(keys[article.id])
            if known is None:
                missing.append(article)
            else:
                found.add(article.id, known, keys[article.id])
        with executor_for(config.jobs, len(missing), cluster) as executor:
            made = analyse.analyse(
                missing, executor=executor, model=config.model, limit=limits.article_chars, seconds=limits.seconds
            )
            for done, analysis in enumerate(made, 1):
                packed = pack(analysis)
                found.add(analysis.article, packed, keys[analysis.article])
                store.put_packed(keys[analysis.article], packed)
                if progress is not None:
                    progress(done, len(missing))
    return found, len(missing)


@contextlib.contextmanager
def executor_for(jobs: int, articles: int, cluster: str = "") -> Iterator[Executor | None]:
    """What analyses or compares: a Dask cluster, a pool of `jobs` processes (0: all cores), or this process."""
    if cluster:
        try:
            from distributed import Client
        except ImportError as error:
            raise BriefingError("--cluster needs Dask: pip install 'briefing[cluster]'") from error
        with Client(cluster) as client:
            yield client.get_executor(pure=True)
        return
    count = jobs or (os.cpu_count() or 1 if articles >= POOL_FROM else 1)
    if count == 1 or not articles:
        yield None
        return
    with processes.pool(count) as pool:
        yield pool


def cache_path() -> Path:
    """The cache file: BRIEFING_CACHE, else in the user's cache folder (XDG)."""
    given = os.environ.get("BRIEFING_CACHE")
    return Path(given) if given else Path(platformdirs.user_cache_dir("briefing")) / "analyses.sqlite"
