"""Articles for measuring: those of a collection, repeated with changed words where it has too few."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

PER_FILE = 1_000  # articles
_WORD = re.compile(r"\w+")
_CHANGED = "bdfgklmnprstvwz"
_PARAGRAPHS = 6


def read(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON Lines file that hold a text; a line that is none is left out."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        try:
            record = json.loads(line)
        except ValueError:
            continue
        if isinstance(record, dict) and isinstance(record.get("text"), str):
            found.append(record)
    return found


def samples(folder: Path, count: int) -> list[dict[str, Any]]:
    """`count` articles put together from paragraphs of the texts in `folder`: a stand-in where no collection is."""
    paragraphs = [
        line for path in sorted(folder.glob("*.txt")) for line in path.read_text("utf-8").split("\n") if len(line) > 120
    ]
    return [
        {
            "id": f"a{n}",
            "published": f"2024-10-{1 + n % 28:02}",
            "text": "\n".join(paragraphs[(n * 7 + k * (3 + n % 5)) % len(paragraphs)] for k in range(_PARAGRAPHS)),
        }
        for n in range(count)
    ]


def articles(records: Sequence[dict[str, Any]], count: int) -> Iterator[dict[str, Any]]:
    """`count` articles: `records`, then again and again with other names and nouns (ids `1-ID`, `2-ID`, …).

    In each round the consonants of every word that stands in capitals only are exchanged, all by the same
    rule: so the articles of a round report the same stories as before, but none of another round.
    """
    small = {word for r in records for word in _WORD.findall(r["text"]) if word[0].islower()}
    for n in range(count):
        round_, place = divmod(n, len(records))
        yield _changed(records[place], round_, small) if round_ else records[place]


def _changed(record: dict[str, Any], round_: int, small: set[str]) -> dict[str, Any]:
    shifted = _CHANGED[round_ % len(_CHANGED) :] + _CHANGED[: round_ % len(_CHANGED)]
    table = str.maketrans(_CHANGED + _CHANGED.upper(), shifted + shifted.upper())

    def other(match: re.Match[str]) -> str:
        word = match[0]
        return word.translate(table) if word[0].isupper() and len(word) > 3 and word.lower() not in small else word

    changed = {key: _WORD.sub(other, value) for key in ("text", "title") if isinstance(value := record.get(key), str)}
    return {**record, **changed, "id": f"{round_}-{record.get('id', '')}"}


def write(folder: Path, found: Iterator[dict[str, Any]]) -> int:
    """Put articles into files of `PER_FILE` lines in `folder`; the number of their words."""
    folder.mkdir(parents=True, exist_ok=True)
    words, lines, files = 0, [], 0
    for article in found:
        words += len(article["text"].split())
        lines.append(json.dumps(article, ensure_ascii=False))
        if len(lines) == PER_FILE:
            files += _file(folder, files, lines)
    if lines:
        _file(folder, files, lines)
    return words


def _file(folder: Path, number: int, lines: list[str]) -> int:
    (folder / f"{number:03}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    lines.clear()
    return 1
