"""Frames without which a statement would say the opposite, or something else.

Who *bestritt, dass …* does not say that …; *zurückzutreten* is nothing without *forderte ihn auf*; and *dass er
zurücktritt* is a fact after *sagte*, a wish after *hofft*. Such a statement is shown with its whole sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from briefing.aggregate.core_verbs import has_verb
from briefing.model import Article, Quote, Span

_TURNS = re.compile(
    r"\b(?:nicht|nie|niemals|kein\w{0,2}|keineswegs|weder|kaum|ohne|ob|bestr(?:eit|itt)\w*|abstr(?:eit|itt)\w*|abgestritten|"
    r"dementier\w*|leugne\w*|geleugnet|(?:be|an)?zweifel\w*|angezweifelt|wide(?:rsprach|rsprech|rsprich|rsproch)\w*|"
    r"widerleg\w*|zurück\w*wies\w*|zurückgewiesen|wies\w?|weis(?:t|en)|verneint?\w*|frag\w*|gefragt|rätsel\w*|warn\w*|"
    r"gewarnt|wisse?n?|weiß|hoff\w*|gehofft|fürcht\w*|befürcht\w*|wünsch\w*|angeblich)\b",
    re.IGNORECASE,
)

_WORD = re.compile(r"\w+")
_SUBJECT = re.compile(r"[A-ZÄÖÜ]|\b(?:ich|du|er|sie|es|wir|ihr|das|dies|man|wer|was)\b")
_WORDS = 5  # of direct speech, from which on it is understood by itself

INFINITIVE = "indirect/infinitive"
"""The rule whose contents have no verb of their own that says what is meant with them."""
_CLAUSE = re.compile(r"(?:dass|daß|ob|wie|was|wer|wen|wem|wann|wo|warum|weshalb|wieso|welche[rsmn]?)\b", re.IGNORECASE)
# Cues that say only that something was said, and how: their clause can stand for itself.
_PLAIN = re.compile(
    r"\b(?:sag\w*|gesagt|erklär\w*|beton\w*|teil\w* mit|mitteil\w*|mitgeteilt|bericht\w*|schr(?:ei|ie)b\w*|"
    r"geschrieben|hieß|heißt|geheißen|äußer\w*|geäußert|mein\w*|ergänz\w*|füg\w* hinzu|hinzu\w*füg\w*|bekräftig\w*|"
    r"unterstr\w*|versicher\w*|bestätig\w*|verkünd\w*|bekannt\w*|meld\w*|gemeldet|vermeld\w*|laut|zufolge|nach|so|"
    r"erläuter\w*|verw(?:ie|ei)s\w*|verwiesen|w(?:ie|ei)s\w* darauf hin|hin\w*wiesen|stell\w* (?:klar|fest|heraus)|"
    r"(?:klar|fest|heraus)\w*stell\w*|schilder\w*|erzähl\w*|räum\w* ein|ein\w*räum\w*|gab zu|gibt zu|zu\w*geb\w*|"
    r"zugab|gestand\w*|gesteh\w*|rechn\w* damit|erwart\w*|schätz\w*|geschätzt|geh\w* davon aus|ging\w* davon aus|"
    r"vermut\w*|behaupt\w*|überzeugt|argumentier\w*|begründ\w*|hervor\w*|heb\w* hervor|hob\w* hervor|"
    r"sprach\w*|sprech\w*|spricht|gesprochen|antwort\w*|geantwortet|bilanzier\w*|konstatier\w*|resümier\w*|"
    r"mach\w* deutlich|deutlich\w* mach\w*|deutlich gemacht|verlaut\w*|informier\w*|twitter\w*|getwittert|merk\w* an|"
    r"an\w*merk\w*|gab an|gibt an|geben an|gaben an|angegeben|rede|insistier\w*|beharr\w*|beteuer\w*)\b",
    re.IGNORECASE,
)


def shown_content(quote: Quote, article: Article, evidence: Span) -> tuple[Span, ...]:
    """What is shown of a quotation: its content, or all of its `evidence` where it needs the frame.

    Only speech that is not in marks does: direct speech was said as it stands.
    """
    if quote.kind in ("direct", "reported") or not _needs_frame(quote, article, evidence):
        return quote.content
    return (evidence,)


def without_next(quote: Quote, quotes: Iterable[Quote], article: Article, evidence: Span) -> Span:
    """The evidence without direct speech that follows in its last sentence (*… warnte sie, zu warten: „Es brennt“*).

    It is a statement of its own; of what stands behind it nothing belongs to this one.
    """
    end = max(span.end for span in (*quote.content, *quote.cue, *quote.speaker) if span.start < evidence.end)
    behind = (q for q in quotes if q.kind == "direct")
    return replace(evidence, end=end) if any(end <= q.content[0].start < evidence.end for q in behind) else evidence


def is_broken_off(quote: Quote, article: Article) -> bool:
    """Whether direct speech is a few words that make no sentence: *„sachgerecht“* says nothing without what is so."""
    if quote.kind != "direct":
        return False
    text = " ".join(article.text[span.start : span.end] for span in quote.content)
    words = _WORD.findall(text)
    if len(words) >= _WORDS:
        return False
    return len(words) < 2 or not _SUBJECT.search(text) or not has_verb(text, quote.terms)


def _needs_frame(quote: Quote, article: Article, evidence: Span) -> bool:
    if quote.rule == INFINITIVE or _TURNS.search(_frame(quote, article, evidence)):
        return True
    first = min(quote.content)
    if not quote.cue or not _CLAUSE.match(article.text, first.start, first.end):
        return False
    cue = " ".join(article.text[span.start : span.end] for span in sorted(quote.cue))
    return not _PLAIN.search(cue)


def _frame(quote: Quote, article: Article, evidence: Span) -> str:
    """The evidence without the content."""
    parts, last = [], evidence.start
    for span in sorted(quote.content):
        parts.append(article.text[last : max(last, span.start)])
        last = max(last, span.end)
    return " … ".join([*parts, article.text[last : evidence.end]])
