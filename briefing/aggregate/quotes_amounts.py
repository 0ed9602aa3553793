"""The numbers of a quotation by value: *500 Millionen* and *eine halbe Milliarde* are one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from briefing.aggregate.quotes_numbers import numbers_in
from briefing.model import Analysis, Article, Quantity, Quote, Span


class Amounts:
    """Looks up the numbers that stand in the quotations of one article."""

    def __init__(self, article: Article, analysis: Analysis) -> None:
        self._text = article.text
        self._quantities = sorted(analysis.quantities, key=lambda quantity: quantity.span)
        self._starts = [quantity.span.start for quantity in self._quantities]

    def of(self, quote: Quote) -> frozenset[str]:
        """Values of the quantities counted in the quotation, and its other numbers as printed."""
        return self.within(quote.content)

    def within(self, spans: Iterable[Span]) -> frozenset[str]:
        """Values of the quantities counted in these places, and their other numbers as printed."""
        values: set[str] = set()
        for part in spans:
            values |= self._in(part)
        return frozenset(values)

    def _in(self, part: Span) -> set[str]:
        values: set[str] = set()
        at = part.start
        for place in range(bisect_left(self._starts, part.start), bisect_left(self._starts, part.end)):
            quantity = self._quantities[place]
            values |= _values(quantity) | numbers_in(self._text[at : max(at, quantity.span.start)])
            at = max(at, quantity.span.end)
        return values | numbers_in(self._text[at : max(at, part.end)])


def _values(quantity: Quantity) -> set[str]:
    ends = {end for end in (quantity.low, quantity.high) if end is not None}
    return {format(abs(end.normalize()), "f") for end in ends}
