"""Measures briefings against what a careful analyst lists: of the samples, and of invented events of other kinds.

`seeds_gold.json` belongs to the samples, `events/NAME/gold.json` to an invented strike, earthquake, election and
company. Gold is not exhaustive, so findings beyond it cost nothing, except where it names a trap. Each figure
is a share between 0 and 1.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
Item = Mapping[str, Any]


class Briefing:
    """A `briefing.json` with its gold."""

    def __init__(self, data: Item, gold: Item) -> None:
        self.gold = gold
        self._file = {source["id"]: Path(source["file"]).name for source in data["sources"]}
        self._story = data["stories"]

    def all(self, section: str) -> list[Any]:
        """The items of one section of all stories."""
        return [item for story in self._story for item in story[section]]

    def hits(self, item: Item, gold: Item, share: float = 0.5) -> bool:
        """Whether the item's evidence covers at least `share` of the characters of a gold span."""
        return any(
            self._file[e["source"]] == gold["file"]
            and min(e["end"], gold["end"]) - max(e["start"], gold["start"]) >= share * (gold["end"] - gold["start"])
            for e in evidence(item)
        )


def evidence(item: Any) -> Iterator[Item]:
    """Every evidence below an item."""
    if isinstance(item, dict):
        if {"source", "start", "end", "text"} <= item.keys():
            yield item
        for value in item.values():
            yield from evidence(value)
    elif isinstance(item, list):
        for value in item:
            yield from evidence(value)


def same_name(gold: str, found: str | None) -> bool:
    """Whether one name is the other or its last part; articles and inflection do not count."""
    one, other = (_words(name or "") for name in (gold, found))
    return not one or (bool(other) and (one <= other or other <= one))


def _words(name: str) -> frozenset[str]:
    words = name.lower().replace("-", " ").split()
    articles = {"der", "die", "das", "den", "dem", "des", "ein", "eine", "einer", "eines"}
    return frozenset(word[:5] for word in words if word not in articles)


def score(data: Item, event: Path) -> float:
    """The mean of the shares that the gold of an invented event asks for."""
    shares = figures(data, event / "gold.json")
    return round(sum(shares.values()) / len(shares), 3)


def figures(data: Item, path: Path = HERE / "seeds_gold.json") -> dict[str, float]:
    """The measured shares, by name; without those of which the gold at `path` names nothing."""
    gold = json.loads(path.read_text("utf-8"))
    b = Briefing(data, gold)
    shares = {
        "actors": share(_named(b, actor) for actor in gold["actors"]),
        "quotes found": share(any(b.hits(q, g) for q in b.all("quotes")) for g in gold["quotes"]),
        "quotes with speaker": share(_spoken(b, g) for g in gold["quotes"]),
        "numbers": share(_counted(b, g) is not None for g in gold["numbers"]),
        "number bounds": share((_counted(b, g) or {}).get("bound") == g["bound"] for g in gold["numbers"]),
        "ranges": share(_ranged(b, g) for g in gold["ranges"]),
        "disagreements": share(_disputed(b, g) for g in gold["disagreements"] if not g.get("optional")),
        "no false contradiction": share(not _contradicted(b, g) for g in gold["not_disagreements"]),
        "open questions": share(
            any(b.hits(q, g) for q in b.all("open_questions")) for g in gold["open_questions"] if g["required"]
        ),
        "no rhetorical question": share(
            not any(b.hits(q, g) for q in b.all("open_questions")) for g in gold["not_open_questions"]
        ),
        "no boilerplate": share(not any(b.hits(s, g, 0.3) for s in _everything(b)) for g in gold["boilerplate"]),
    }
    return {name: value for name, value in shares.items() if value is not None}


def share(hits: Iterable[bool]) -> float | None:
    """The share of true values, rounded to three digits; None for none."""
    values = list(hits)
    return round(sum(values) / len(values), 3) if values else None


def _everything(b: Briefing) -> list[Any]:
    sections = ("core", "actors", "quotes", "numbers", "disagreements", "open_questions", "timeline")
    return [item for section in sections for item in b.all(section)]


def _named(b: Briefing, gold: Item) -> bool:
    return any(gold["name"] in (actor["name"], *actor["aliases"]) for actor in b.all("actors"))


def _spoken(b: Briefing, gold: Item) -> bool:
    return any(
        b.hits(quote, gold) and same_name(gold["speaker"], (quote["speaker"] or {}).get("name"))
        for quote in b.all("quotes")
    )


def _counted(b: Briefing, gold: Item) -> Item | None:
    for topic in b.all("numbers"):
        for value in topic["values"]:
            ends = {float(value[key]) for key in ("low", "high") if value[key] is not None}
            if float(gold["value"]) in ends and b.hits(value, gold):
                return dict(value)
    return None


def _ranged(b: Briefing, gold: Item) -> bool:
    return any(
        None not in (topic["low"], topic["high"])
        and (float(topic["low"]), float(topic["high"])) == (gold["low"], gold["high"])
        for topic in b.all("numbers")
    )


def _disputed(b: Briefing, gold: Item) -> bool:
    for found in b.all("disagreements"):
        touched = {
            (mine, its)
            for mine, side in enumerate(found["sides"])
            for its, spans in enumerate(gold["sides"])
            if any(b.hits(side, span) for span in spans)
        }
        if len({a for a, _ in touched}) > 1 and len({c for _, c in touched}) > 1:
            return True
    return False


def _contradicted(b: Briefing, gold: Item) -> bool:
    return any(
        found["assessment"] == "contradiction" and all(b.hits(found, item) for item in gold["items"])
        for found in b.all("disagreements")
    )
