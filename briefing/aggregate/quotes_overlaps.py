"""Quotations of one article that overlap: words in marks inside indirect speech, one statement found twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.model import Quote, Span

# Rules whose finds are right too seldom for print; they stay in the analysis of the article.
WEAK_RULES = frozenset(
    {
        "reported/object",
        "direct/long",
        "direct/judged",
        "direct/inside/judged",
        "direct/clause",
        "indirect/w-clause",
        "indirect/v2-indicative",
        "source/aus",
        "indirect/noun",
    }
)
STRETCH = 200  # characters by which overlapping quotations are looked up


class Overlaps:
    """Finds the quotations of an article that overlap another without going through all of them."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self.place = {id(quote): n for n, quote in enumerate(quotes)}
        self._near: dict[int, list[Quote]] = {}
        for quote in quotes:
            for part in _parts(quote.content):
                self._near.setdefault(part, []).append(quote)

    def of(self, quote: Quote) -> list[Quote]:
        """All others that share a stretch of `STRETCH` characters with it, in the order of the article."""
        found = {self.place[id(o)]: o for part in _parts(quote.content) for o in self._near[part] if o is not quote}
        return [found[place] for place in sorted(found)]


def _parts(spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(n for span in spans for n in range(span.start // STRETCH, span.end // STRETCH + 1))


def is_inside_other(quote: Quote, overlaps: Overlaps) -> bool:
    """Whether the quotation is a part of another one: words in marks, the same speaker's, or most of what it says."""
    for other in overlaps.of(quote):
        if other.rule in WEAK_RULES or (other.kind == "direct" and quote.kind != "direct"):
            continue
        another = quote.kind != "direct" and other.speaker_name != quote.speaker_name
        told = other.rule.startswith("source/") or other.kind == "reported"
        if another and (told or 2 * _size(quote) < _size(other)):
            continue
        larger = _size(other) > _size(quote) or overlaps.place[id(other)] < overlaps.place[id(quote)]
        if larger and holds(other, quote):
            return True
    return False


def holds(other: Quote, quote: Quote) -> bool:
    """Whether every part of `quote` stands in a part of `other`."""
    return all(any(o.start <= c.start and c.end <= o.end for o in other.content) for c in quote.content)


def _size(quote: Quote) -> int:
    return sum(span.end - span.start for span in quote.content)
