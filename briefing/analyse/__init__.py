"""Article → Analysis: the trained pipeline, then the extractors of `COMPONENTS`.

Importing this package does not import spaCy; the first analysis does. So a build that finds every
analysis in the cache never pays for it.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import json
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from briefing.analyse.clock import Clock, OverTime
from briefing.analyse.flow import flow
from briefing.model import Analysis, Article, Problem

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FOLDER = Path(__file__).parent
OWN_MODEL = _FOLDER / "model"
CHUNK = 16  # articles a worker takes at a time
BATCH = 120_000  # characters that are parsed at a time: about 400 MiB at most
_ARTICLES: TypeAdapter[list[Article]] = TypeAdapter(list[Article])
_ANALYSES: TypeAdapter[list[Analysis]] = TypeAdapter(list[Analysis])


def components() -> tuple[Callable[[Doc], Doc], ...]:
    """The extractors in the order they run; a later one may read what an earlier one wrote."""
    from briefing.analyse.claims import find_claims
    from briefing.analyse.dates import find_dates
    from briefing.analyse.names import find_names
    from briefing.analyse.quantities import find_quantities
    from briefing.analyse.questions import find_questions
    from briefing.analyse.quotes import find_quotes

    return (find_names, find_quotes, find_dates, find_quantities, find_claims, find_questions)


def describe_model(model: str = "") -> str:
    """Name and version of the trained pipeline, found without importing spaCy."""
    if not model:
        meta = OWN_MODEL / "meta.json"
        if not meta.is_file():
            return "rules only"
        data = json.loads(meta.read_text("utf-8"))
        return f"{data['lang']}_{data['name']} {data['version']}"
    if not Path(model).exists() and importlib.util.find_spec(model) is not None:
        return f"{model} {importlib.metadata.version(model)}"
    return model


@cache
def fingerprint(model: str = "") -> str:
    """What decides an analysis besides the article: sources of `analyse` and `german`, and the model.

    Part of the cache key. The trained pipeline counts by its `meta.json` and the sizes of its files.
    """
    digest = hashlib.sha256()
    for folder in (_FOLDER, _FOLDER.parent / "german"):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".py", ".toml", ".json", ".npz") and path.is_file():
                digest.update(path.relative_to(folder).as_posix().encode())
                digest.update(path.read_bytes())
    for path in sorted(OWN_MODEL.rglob("*")):
        if path.is_file():
            digest.update(f"{path.name} {path.stat().st_size}".encode())
    digest.update((_FOLDER.parent / "model.py").read_bytes())
    digest.update(model.encode())
    return digest.hexdigest()


def analyse_one(article: Article, *, model: str = "", limit: int = 200_000, seconds: float = 0) -> Analysis:
    """The analysis of one article; at most `limit` characters are read.

    `seconds` is the processor time that the extractors may take (0: any); what was not finished then is missing.
    """
    return analyse_chunk([article], model=model, limit=limit, seconds=seconds)[0]


def analyse_chunk(
    articles: list[Article], *, model: str = "", limit: int = 200_000, seconds: float = 0
) -> list[Analysis]:
    """The analyses of some articles, in order, in this process."""
    from briefing.analyse import pipeline
    from briefing.analyse.harvest import harvest

    nlp = pipeline.load(model)
    name = describe_model(model)
    found = []
    for batch in _batches(articles, limit):
        # What the pipeline learns of the words of a batch goes with it: memory does not grow with the articles.
        with nlp.memory_zone():
            flows = [flow(article) for article in batch]
            docs = pipeline.parse(nlp, (one.article for one in flows), limit)
            for article, flowing, doc in zip(batch, flows, docs, strict=True):
                problems = (*_excess(article, limit), *_extract(doc, article, seconds))
                found.append(harvest(doc, article, name, problems, flowing.span))
    return found


def _batches(articles: list[Article], limit: int) -> Iterator[list[Article]]:
    """The articles in parts of about `BATCH` characters, as the pipeline holds all of a part at once."""
    batch: list[Article] = []
    size = 0
    for article in articles:
        length = min(len(article.text), limit)
        if batch and size + length > BATCH:
            yield batch
            batch, size = [], 0
        batch.append(article)
        size += length
    if batch:
        yield batch


def _extract(doc: Doc, article: Article, seconds: float) -> Iterator[Problem]:
    """Run every extractor; one that fails on this article costs its findings here, never the build."""
    clock, late = Clock(seconds), []
    for component in components():
        try:
            with clock.running():
                component(doc)
        except OverTime:
            late.append(component.__name__)
        except Exception as error:
            message = f"{component.__name__} fehlgeschlagen ({type(error).__name__}: {error})"
            yield Problem(where=article.id, message=" ".join(message.split())[:200])
    if late:
        message = f"nach {seconds:g} s abgebrochen (limits.seconds), ohne {', '.join(late)}"
        yield Problem(where=article.id, message=message)


def _excess(article: Article, limit: int) -> tuple[Problem, ...]:
    if len(article.text) <= limit:
        return ()
    message = f"nur die ersten {limit} von {len(article.text)} Zeichen ausgewertet"
    return (Problem(where=article.id, message=message),)


def work(task: bytes, model: str, limit: int, seconds: float) -> bytes:
    """A chunk of articles as JSON → their analyses as JSON: pure, so any machine may do it."""
    articles = _ARTICLES.validate_json(task)
    return _ANALYSES.dump_json(analyse_chunk(articles, model=model, limit=limit, seconds=seconds))


def analyse(
    articles: Iterable[Article],
    *,
    executor: Executor | None = None,
    model: str = "",
    limit: int = 200_000,
    seconds: float = 0,
) -> Iterator[Analysis]:
    """Analyses in the order of `articles`, by this process or by any `concurrent.futures.Executor`.

    At most a few chunks per worker are in flight, so memory does not grow with the input.
    """
    chunks = _chunks(iter(articles))
    if executor is None:
        for chunk in chunks:
            yield from analyse_chunk(chunk, model=model, limit=limit, seconds=seconds)
        return
    waiting: list[Future[bytes]] = []
    for chunk in chunks:
        waiting.append(executor.submit(work, _ARTICLES.dump_json(chunk), model, limit, seconds))
        if len(waiting) > 2 * getattr(executor, "_max_workers", 8):
            yield from _ANALYSES.validate_json(waiting.pop(0).result())
    for future in waiting:
        yield from _ANALYSES.validate_json(future.result())


def _chunks(articles: Iterator[Article]) -> Iterator[list[Article]]:
    while chunk := list(islice(articles, CHUNK)):
        yield chunk
