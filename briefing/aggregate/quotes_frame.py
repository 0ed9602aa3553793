"""Frames that turn what they hold: who *bestritt, dass …* or *wollte nicht dementieren, dass …* does not say that …

Such a statement is shown with its whole sentence; without its frame it would say the opposite, or too much.
"""

from __future__ import annotations

import re

from briefing.model import Article, Quote, Span

_TURNS = re.compile(
    r"\b(?:nicht|nie|niemals|kein\w{0,2}|keineswegs|weder|kaum|ohne|ob|bestr(?:eit|itt)\w*|abstr(?:eit|itt)\w*|abgestritten|"
    r"dementier\w*|leugne\w*|geleugnet|(?:be|an)?zweifel\w*|angezweifelt|wide(?:rsprach|rsprech|rsprich|rsproch)\w*|"
    r"widerleg\w*|zurück\w*wies\w*|zurückgewiesen|wies\w?|weis(?:t|en)|verneint?\w*|frag\w*|gefragt|rätsel\w*|warn\w*|"
    r"gewarnt|wisse?n?|weiß|hoff\w*|gehofft|fürcht\w*|befürcht\w*|wünsch\w*|angeblich)\b",
    re.IGNORECASE,
)


def shown_content(quote: Quote, article: Article, evidence: Span) -> tuple[Span, ...]:
    """What is shown of a quotation: its content, or all of its `evidence` where the frame turns it.

    Only speech that is not in marks needs it: direct speech was said as it stands.
    """
    if quote.kind == "direct" or quote.kind == "reported" or not _TURNS.search(_frame(quote, article, evidence)):
        return quote.content
    return (evidence,)


def _frame(quote: Quote, article: Article, evidence: Span) -> str:
    """The evidence without the content."""
    parts, last = [], evidence.start
    for span in sorted(quote.content):
        parts.append(article.text[last : max(last, span.start)])
        last = max(last, span.end)
    return " … ".join([*parts, article.text[last : evidence.end]])
