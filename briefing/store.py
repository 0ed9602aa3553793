"""A content-addressed cache of analyses, and of stories made of them, in one SQLite file.

An entry's key is the digest of everything that decides its value, so an entry is never wrong, only
unused. The cache is a convenience: whatever is wrong with the file, the build goes on without it.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from types import TracebackType

from pydantic import TypeAdapter

from briefing.model import Analysis, Article

_VERSION = 1
_ANALYSIS: TypeAdapter[Analysis] = TypeAdapter(Analysis)
_SCHEMA = "CREATE TABLE IF NOT EXISTS analyses (key TEXT PRIMARY KEY, used INTEGER, check_sum INTEGER, value BLOB)"


def pack(analysis: Analysis) -> bytes:
    """An analysis as compressed JSON: about a fiftieth of what it takes as objects."""
    return zlib.compress(_ANALYSIS.dump_json(analysis), 6)


def unpack(packed: bytes) -> Analysis:
    """What `pack` packed; raises `ValueError` for anything else."""
    try:
        return _ANALYSIS.validate_json(zlib.decompress(packed))
    except zlib.error as error:
        raise ValueError(str(error)) from error


class Packed(Mapping[str, Analysis]):
    """Analyses by article id, kept packed, so that memory holds those of one story at a time.

    Every look-up unpacks anew. Nothing but `unpack` can fail later: the entries need neither the
    cache file, which another build may trim, nor room on a disk.
    """

    def __init__(self) -> None:
        self._packed: dict[str, bytes] = {}
        self._keys: dict[str, str] = {}

    def add(self, article: str, packed: bytes, key: str) -> None:
        """Keep what `pack` made of the analysis of the article with this id, and the key it is cached under."""
        self._packed[article] = packed
        self._keys[article] = key

    def key(self, article: str) -> str:
        """The digest of everything that decides the analysis of this article (`key_of`)."""
        return self._keys[article]

    def packed(self, article: str) -> bytes:
        """What was added for this article."""
        return self._packed[article]

    def __getitem__(self, article: str) -> Analysis:
        return unpack(self._packed[article])

    def __contains__(self, article: object) -> bool:
        return article in self._packed

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


_FIELDS = tuple(f.name for f in fields(Article) if f.name != "file")


def key_of(article: Article, fingerprint: str) -> str:
    """The digest of what is read of an article, wherever its file lies, and of what analyses it."""
    digest = hashlib.sha256(fingerprint.encode())
    digest.update(repr([getattr(article, name) for name in _FIELDS]).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


class Store:
    """The cache in `path`; safe to share between builds that run at the same time.

    A file that is no database, or of another version, is set aside and begun anew. `path` None
    means no cache: nothing is found and nothing kept.
    """

    def __init__(self, path: Path | None, megabytes: int = 2_000) -> None:
        self._path, self._megabytes = path, megabytes
        self._database = self._open() if path is not None else None
        self._used: list[str] = []

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _open(self) -> sqlite3.Connection | None:
        assert self._path is not None
        for attempt in range(2):
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                return self._connect(self._path)
            except sqlite3.DatabaseError as error:
                busy = isinstance(error, sqlite3.OperationalError) and "locked" in str(error)
                if attempt or busy:
                    return None
                self._set_aside()
            except OSError:
                return None
        return None

    @staticmethod
    def _connect(path: Path) -> sqlite3.Connection:
        database = sqlite3.connect(path, timeout=30, isolation_level=None)
        try:
            version = database.execute("PRAGMA user_version").fetchone()[0]
            if version not in (0, _VERSION):
                raise sqlite3.DatabaseError(f"cache version {version}")
            database.execute("PRAGMA journal_mode=WAL")
            database.execute("PRAGMA synchronous=NORMAL")
            database.execute(_SCHEMA)
            database.execute(f"PRAGMA user_version={_VERSION}")
        except BaseException:
            database.close()
            raise
        return database

    def _set_aside(self) -> None:
        assert self._path is not None
        for suffix in ("", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                Path(f"{self._path}{suffix}").unlink()

    def _rebuild_if_damaged(self, error: sqlite3.Error) -> None:
        """A file found damaged in the middle is begun anew; a busy or read-only one is left alone."""
        if self._database is not None and type(error) is sqlite3.DatabaseError:
            self._database.close()
            self._used.clear()
            self._set_aside()
            self._database = self._open()

    def get(self, key: str) -> Analysis | None:
        """The analysis stored under `key`; None if there is none or it does not pass its check sum."""
        packed = self.get_packed(key)
        try:
            return None if packed is None else unpack(packed)
        except ValueError:
            return None

    def has(self, key: str) -> bool:
        """Whether there is an entry for `key`, readable or not."""
        if self._database is None:
            return False
        try:
            return self._database.execute("SELECT 1 FROM analyses WHERE key = ?", (key,)).fetchone() is not None
        except sqlite3.Error as error:
            self._rebuild_if_damaged(error)
            return False

    def get_packed(self, key: str) -> bytes | None:
        """The packed entry stored under `key`; None if there is none or it does not pass its check sum."""
        if self._database is None:
            return None
        try:
            row = self._database.execute("SELECT check_sum, value FROM analyses WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error as error:
            self._rebuild_if_damaged(error)
            return None
        if row is None or not isinstance(row[1], bytes) or zlib.crc32(row[1]) != row[0]:
            return None
        self._used.append(key)
        return row[1]

    def put(self, key: str, analysis: Analysis) -> None:
        """Keep `analysis` under `key`; failing to (full disk, lost permission) is no error."""
        self.put_packed(key, pack(analysis))

    def put_packed(self, key: str, packed: bytes) -> None:
        """`put` of what `pack` made."""
        if self._database is None:
            return
        try:
            self._database.execute(
                "INSERT OR REPLACE INTO analyses VALUES (?, unixepoch(), ?, ?)", (key, zlib.crc32(packed), packed)
            )
        except sqlite3.Error as error:
            self._rebuild_if_damaged(error)

    @contextlib.contextmanager
    def batch(self) -> Iterator[None]:
        """Many `put`s as one transaction: all the rest of the block is written at its end."""
        if self._database is None:
            yield
            return
        with contextlib.suppress(sqlite3.Error):
            self._database.execute("BEGIN")
        try:
            yield
        finally:
            with contextlib.suppress(sqlite3.Error):
                self._database.execute("COMMIT")

    def size(self) -> tuple[int, int]:
        """Number of entries and bytes they take."""
        if self._database is None:
            return 0, 0
        row = self._database.execute("SELECT count(*), coalesce(sum(length(value)), 0) FROM analyses").fetchone()
        return int(row[0]), int(row[1])

    def trim(self) -> int:
        """Drop the entries unused for longest until the cache keeps its size; how many were dropped."""
        if self._database is None:
            return 0
        limit, dropped = self._megabytes * 1_000_000, 0
        entries, size = self.size()
        while entries and size > limit:
            count = max(1, entries // 10)
            self._database.execute(
                "DELETE FROM analyses WHERE key IN (SELECT key FROM analyses ORDER BY used, key LIMIT ?)", (count,)
            )
            dropped += count
            entries, size = self.size()
        return dropped

    def clear(self) -> None:
        """Drop every entry."""
        if self._database is not None:
            self._database.execute("DELETE FROM analyses")
            self._database.execute("VACUUM")

    def close(self) -> None:
        """Note which entries were used and close the file."""
        if self._database is None:
            return
        with contextlib.suppress(sqlite3.Error):
            self._database.execute("BEGIN")
            self._database.executemany(
                "UPDATE analyses SET used = unixepoch() WHERE key = ?", [(key,) for key in self._used]
            )
            self._database.execute("COMMIT")
        with contextlib.suppress(sqlite3.Error):
            self.trim()
        self._database.close()
        self._database = None
