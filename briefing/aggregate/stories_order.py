"""What kind of text an article is, as far as it decides where it stands: overviews alone, news before the rest.

An overview tells of many subjects in a few lines each (*Nachrichten am Morgen*, *Das war wichtig*, a city's
newsletter, a live blog). In a story of one subject it would bring all the others along.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing.german import words
from briefing.model import Article

OPENING, TITLE = 700, 300
"""Characters of the text in which news names its day and its source, and of a title that are looked at."""

_TITLED = re.compile(
    r"(?i)\bNachrichten (?:am|vom) \w+\b|\bÜbersicht für Eilige\b|\bdas war wichtig\b"
    r"|\b(?:Live|News)-?(?:blog|ticker)\b"
    r"|\S / [^/]{12,} / \S|\S{4,} [^/]{12,} / [^/]{16,}$"
)
_TOLD = re.compile(
    r"\b(?:am|seit|vom|bis|zum|diesen|vergangenen|kommenden) (?:\w+ )?"
    r"(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)"
    r"|\b(?:heute|gestern|\d{1,2}\. (?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))"
)
_REPORTED = re.compile(
    r"\b(?:teilten?|sagten?|erklärten?|beschloss(?:en)?|entschied(?:en)?|meldeten?|kündigten?|bestätigten?|gaben?|laut"
    r"|mitgeteilt|beschlossen|entschieden|gemeldet|angekündigt|veröffentlicht|festgenommen|gestorben|gewonnen|verloren)\b"
)
_SPOKEN = '„“"»«‚'


def is_overview(article: Article) -> bool:
    """Whether an article tells of many subjects, by its title or by the headings that only such texts have."""
    return _TITLED.search((article.title or "")[:TITLE]) is not None or _headings().search(article.text) is not None


@cache
def _headings() -> re.Pattern[str]:
    """A line, or a few broken ones, that is nothing but such a heading."""
    found = "|".join(r"\s+".join(map(re.escape, heading.split())) for heading in words.load("blocks")["overview"])
    return re.compile(rf"(?im)^[ \t]*(?:{found})[ \t]*[:?!]?[ \t]*$")


def newsworthiness(articles: Sequence[Article]) -> int:
    """How much a story looks like news of the day: the best of its articles counts."""
    return max((_news(article) for article in articles), default=0)


def _news(article: Article) -> int:
    """News first; then interviews, overviews, and what is somebody's opinion."""
    if (
        sum((b.end - b.start) * (1 if b.kind == "opinion" else -1) for b in article.blocks if b.kind != "boilerplate")
        > 0
    ):
        return -3
    if is_overview(article):
        return -2
    if any(b.kind == "dateline" and article.text[b.start : b.end].endswith(":") for b in article.blocks):
        return -1
    title = article.title or ""
    opening = _opening(article)
    score = 2 if article.agency else 0
    score += 1 if _TOLD.search(opening) else 0
    score += 1 if _REPORTED.search(opening) else 0
    score += 1 if any(character.isdigit() for character in title) else 0
    score -= 1 if title[:1] in _SPOKEN or title.endswith(("?", "!")) else 0
    score -= 1 if len(title.split()) <= 4 else 0
    return max(score, 0)


def _opening(article: Article) -> str:
    told = [b for b in article.blocks if b.kind in ("lead", "body")]
    return article.text[told[0].start : told[0].start + OPENING] if told else ""
