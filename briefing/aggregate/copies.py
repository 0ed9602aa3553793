"""Near-duplicates and agency reprints: which article is printed from which.

Word shingles of length five, compared by containment (A. Broder, "On the resemblance and containment
of documents", 1997). Candidates come from an inverted index over a fixed share of the shingles, chosen
by their digest modulo a number (U. Manber, "Finding similar files in a large file system", 1994), so the
work grows with the text, not with the square of the articles.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping

from briefing.model import Article

SIZE = 5
"""Words in a shingle."""

SAMPLE = 8
"""One shingle in so many enters the index; short articles enter all of theirs."""

SHORT = 400
"""Shingles up to which an article counts as short."""

DEEP = 20
"""Articles, in order of origin, that each shingle of the index keeps: reprints all meet their origin there."""

SHARED = 0.45
"""Share of the shorter text's shingles that makes it a copy of the longer: in ten days of news all nine pairs that
share 47 per cent or more were one agency's text, of those below 35 none was no more than that."""

HOUSE = 3
"""Days on which one publisher prints a shingle before it is house text (offers, forms of daily reports)."""

LEAST = 12
"""Shingles below which an article is too short to be told a copy, unless the texts are equal."""

_WORD = re.compile(r"\w+")


def find_origins(articles: Mapping[str, Article]) -> dict[str, str]:
    """Each article's id with the id of its origin: its own, or that of the article it is printed from.

    Origins are the earliest, then most complete, then first by id; boilerplate does not count. Shared
    quotations do not make two reports on one event copies: nearly half of the shorter text must be the
    same, word for word. Independent of the order of `articles`.
    """
    shingles = _without_house_text(articles, {id: _shingles(article) for id, article in articles.items()})
    ranked = sorted(articles, key=lambda id: (articles[id].published or "9999", -len(shingles[id]), id))
    rank = {id: n for n, id in enumerate(ranked)}
    index: defaultdict[int, list[str]] = defaultdict(list)
    origins: dict[str, str] = {}
    for id in ranked:
        sample = _sample(shingles[id])
        met = Counter(other for shingle in sample for other in index.get(shingle, ()))
        few = sum(shingle % SAMPLE == 0 for shingle in sample)  # of which a long text has entered any
        likely = sorted(
            (other for other, n in met.items() if n * 10 >= (few if len(shingles[other]) > SHORT else len(sample))),
            key=rank.__getitem__,
        )
        origins[id] = next((other for other in likely if _copied(shingles[id], shingles[other])), id)
        if origins[id] == id:
            for shingle in sample:
                if len(index[shingle]) < DEEP:
                    index[shingle].append(id)
    return {id: origins[id] for id in articles}


def _shingles(article: Article) -> array[int]:
    """The 32-bit digests of the shingles, sorted, each once; of the whole text if it is shorter than one."""
    parts = [article.text[b.start : b.end] for b in article.blocks if b.kind != "boilerplate"]
    words = [word.encode() for word in _WORD.findall(" ".join(parts or [article.text]).lower())]
    many = max(1, len(words) - SIZE + 1)
    return array("L", sorted({zlib.crc32(b" ".join(words[i : i + SIZE])) for i in range(many)}))


def _without_house_text(articles: Mapping[str, Article], shingles: dict[str, array[int]]) -> dict[str, array[int]]:
    """The shingles that one publisher does not print again and again, day by day."""
    days: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for id, article in articles.items():
        if article.publisher and article.published:
            days[article.publisher][article.published].append(id)
    found = dict(shingles)
    for printed in days.values():
        if len(printed) >= HOUSE:
            times: Counter[int] = Counter()
            for ids in printed.values():
                times.update(set().union(*(shingles[id] for id in ids)))
            house = {shingle for shingle, days_of_it in times.items() if days_of_it >= HOUSE}
            for id in (id for ids in printed.values() for id in ids):
                if not house.isdisjoint(shingles[id]):
                    found[id] = array("L", [s for s in shingles[id] if s not in house])
    return found


def _sample(shingles: array[int]) -> list[int]:
    """What of an article is looked up in the index and enters it."""
    return [s for s in shingles if s % SAMPLE == 0] if len(shingles) > SHORT else list(shingles)


def _copied(a: array[int], b: array[int]) -> bool:
    if min(len(a), len(b)) < LEAST:
        return a == b
    return len(set(a).intersection(b)) >= SHARED * min(len(a), len(b))
