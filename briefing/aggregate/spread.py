"""Stories made by several processes: what goes to them and comes back is plain bytes, so the order is all that counts.

Articles, analyses and stories travel as JSON, which pydantic reads and writes ten times as fast as pickle
does our frozen types.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future

from pydantic import TypeAdapter

from briefing.aggregate import chapter, copies
from briefing.aggregate.chapter import Made
from briefing.model import Analysis, Article
from briefing.store import Packed, pack, unpack

CHARACTERS = 400_000  # of article text in a task: about half a second's work
WAITING = 16  # tasks that are under way at once: memory does not grow with the stories

_ARTICLES: TypeAdapter[list[Article]] = TypeAdapter(list[Article])
_MADE: TypeAdapter[list[Made]] = TypeAdapter(list[Made])

Groups = Sequence[tuple[str, ...]]


def origins_by(executor: Executor, articles: Mapping[str, Article]) -> Future[dict[str, str]]:
    """`copies.find_origins` in another process, while this one goes on."""
    return executor.submit(_origins, _ARTICLES.dump_json(list(articles.values())))


def _origins(articles: bytes) -> dict[str, str]:
    return copies.find_origins({article.id: article for article in _ARTICLES.validate_json(articles)})


def made_by(
    executor: Executor,
    groups: Groups,
    articles: Mapping[str, Article],
    analyses: Mapping[str, Analysis],
    origins: Mapping[str, str],
    sources: Mapping[str, str],
) -> Iterator[Made]:
    """The stories of `groups` (article ids each), in their order."""
    waiting: deque[Future[bytes]] = deque()
    for part in _parts(groups, articles):
        ids = [id_ for group in part for id_ in group]
        task = (
            part,
            _ARTICLES.dump_json([articles[id_] for id_ in ids]),
            [analyses.packed(id_) if isinstance(analyses, Packed) else pack(analyses[id_]) for id_ in ids],
            [origins[id_] for id_ in ids],
            [sources[id_] for id_ in ids],
        )
        waiting.append(executor.submit(_make, *task))
        if len(waiting) == WAITING:
            yield from _MADE.validate_json(waiting.popleft().result())
    while waiting:
        yield from _MADE.validate_json(waiting.popleft().result())


def _make(
    groups: Groups, articles: bytes, packed: Sequence[bytes], origins: Sequence[str], sources: Sequence[str]
) -> bytes:
    """A task: stories as JSON."""
    found = {article.id: article for article in _ARTICLES.validate_json(articles)}
    analysis = dict(zip(found, packed, strict=True))
    origin = dict(zip(found, origins, strict=True))
    source = dict(zip(found, sources, strict=True))
    made = [
        chapter.make(
            {id_: found[id_] for id_ in ids},
            {id_: unpack(analysis[id_]) for id_ in ids},
            {id_: origin[id_] for id_ in ids},
            {id_: source[id_] for id_ in ids},
        )
        for ids in groups
    ]
    return _MADE.dump_json(made)


def _parts(groups: Groups, articles: Mapping[str, Article]) -> Iterator[list[tuple[str, ...]]]:
    """The groups in parts of about `CHARACTERS`."""
    part: list[tuple[str, ...]] = []
    size = 0
    for ids in groups:
        part.append(ids)
        size += sum(len(articles[id_].text) for id_ in ids)
        if size >= CHARACTERS:
            yield part
            part, size = [], 0
    if part:
        yield part
