"""Stories kept from build to build: what was compared once is not compared again while nothing it rests on changes."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from briefing.aggregate import chapter
from briefing.aggregate.chapter import Made
from briefing.store import Packed, Store

_MADE: TypeAdapter[Made] = TypeAdapter(Made)


@cache
def fingerprint() -> str:
    """What decides a story besides its analyses, whose keys cover `german` and the model of the data."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


class Kept:
    """The stories in the cache, by the articles and analyses they were made of."""

    def __init__(self, store: Store, analyses: Packed) -> None:
        self._store, self._analyses = store, analyses

    def key(self, ids: Sequence[str], origins: Mapping[str, str]) -> str:
        """The digest of all that decides the story of the articles `ids`, save the names of its sources."""
        digest = hashlib.sha256(fingerprint().encode())
        for id_ in ids:
            digest.update(f"{id_}\0{self._analyses.key(id_)}\0{origins[id_]}\n".encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    def has(self, key: str) -> bool:
        """Whether something is kept under `key`."""
        return self._store.has(key)

    def get(self, key: str, sources: Sequence[str]) -> Made | None:
        """The story kept under `key`, with these sources; None if there is none that can be read."""
        packed = self._store.get_packed(key)
        try:
            story, problems = _MADE.validate_json(zlib.decompress(packed or b""))
        except (ValueError, zlib.error):
            return None
        return replace(story, sources=tuple(sources)), problems

    def put(self, key: str, made: Made) -> None:
        """Keep a story all of whose sections could be made: another may fail only now, for want of memory."""
        if chapter.is_whole(made):
            self._store.put_packed(key, zlib.compress(_MADE.dump_json(made), 1))
