"""Where statements stand: spans looked up in the articles, named by source ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.model import Article, Briefing, Span
from briefing.render.schema import Evidence


class Places:
    """Looks spans up in the articles and names them by source ids (Q1, Q2, …)."""

    def __init__(self, briefing: Briefing, articles: Mapping[str, Article]) -> None:
        self.articles = articles
        self.source_of = {source.article: source.id for source in briefing.sources}
        self._rank = {id_: n for n, id_ in enumerate(self.source_of.values())}

    def sources(self, ids: Iterable[str]) -> list[str]:
        """Source ids of articles (a source id stays), each once, in the order of the sources."""
        wanted = {self.source_of.get(item, item) for item in ids}
        return sorted(wanted & self._rank.keys(), key=self._rank.__getitem__)

    def text(self, span: Span) -> str:
        """The characters of a span, exactly."""
        return self.articles[span.article].text[span.start : span.end]

    def line(self, spans: Iterable[Span]) -> str:
        """The texts of spans as one line; what was left out between two of them is marked by […]."""
        parts: list[str] = []
        last: Span | None = None
        for span in spans:
            if last is not None:
                apart = last.article != span.article or self._omitted(last, span)
                parts.append(" […] " if apart else " ")
            parts.append(" ".join(self.text(span).split()))
            last = span
        return "".join(parts)

    def _omitted(self, first: Span, second: Span) -> bool:
        between = self.articles[first.article].text[first.end : second.start]
        return any(character.isalnum() for character in between)

    def cite(self, spans: Iterable[Span]) -> list[Evidence]:
        """Evidence of spans, each once, in the given order."""
        return [
            {"source": self.source_of[span.article], "start": span.start, "end": span.end, "text": self.text(span)}
            for span in dict.fromkeys(spans)
        ]
