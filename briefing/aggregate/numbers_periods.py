"""The time a count is of: the years its sentence names, all so far or some days, all cases or new ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from briefing.model import Analysis, Article, Quantity, Sentence

# A year that is not the end of a span of time (*seit 2022*, *bis 2027*).
_YEAR = re.compile(r"(?<!seit )(?<!Seit )(?<!bis )(?<!ab )(?<!Ende )(?<![a-zä] \d\d )\b((?:19|20)\d\d)\b(?! bis)(?!/)")
_NEXT = re.compile(
    r"\b(?:nächste|kommende|folgende|neue)[mnrs]?\s+(?:Geschäftsj|Haushaltsj|J)ahr(?:es)?\b|\b(?:nächste|kommende)[mnrs]?(?=\s*(?:$|[,;.]|um\b|dann\b|bei\b))"
    r"|\bFolgejahr"
)
_LAST = re.compile(
    r"\b(?:im|des)\s+(?:Vorjahr(?:es)?\b|(?:vergangenen|letzten|vorigen|vorherigen)\s+Jahr(?:es)?\b)"
    r"|\b[Vv]or\s+einem\s+Jahr\b|\bein\s+Jahr\s+(?:zuvor|davor)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"\b(?:Vergleich|verglichen|[Gg]egenüber)\b[^,]*$")
_MORE_THAN = re.compile(r"\b(?:als|wie|zum|mit)\s+$|" + _AGAINST.pattern)
_QUARTER = re.compile(
    r"\b(ersten|zweiten|dritten|vierten|letzten|1\.|2\.|3\.|4\.)\s+(Quartal|Vierteljahr|Halbjahr|Jahreshälfte)|\bJahres(mitte|ende)"
)
_ORDER = {"ersten": "1", "zweiten": "2", "dritten": "3", "vierten": "4", "letzten": "4"}
_MONTH = re.compile(
    r"\b(?:[Ii]m|[Ss]eit|[Aa]nfang|[Mm]itte|[Ee]nde|[Vv]om|des)\s+"
    r"(Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
)
_TURN = re.compile(r"[,;–—]|\s(?:und|beziehungsweise|sowie|nach|statt)\s")
SAME = re.compile(r"\s*(?:oder|\(|,\s*also)\s*")  # 1,6 Milliarden Tonnen oder 8,8 Prozent
_THAN = re.compile(
    r"\b(?:mehr|weniger|höher|niedriger|stärker|geringer|so viel\w*)\s+(?:als|wie)\b"
)  # what it is compared with
_SO_FAR = re.compile(
    r"\b(?:[Ii]n\s+diesem\s+Jahr|[Ss]eit\s+(?:Januar|Jahres(?:beginn|anfang)|Anfang\s+des\s+Jahres|Beginn)|[Bb]isher|[Bb]islang"
    r"|[Ii]nsgesamt|[Ii]m\s+(?:gesamten\s+|ganzen\s+)?Jahr)\b"
)
_WEEKDAY = r"(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag\w*|Mittwoch\w*|Sonnabend\w*"
_DAYS = re.compile(
    rf"\b(?:[Aa]m\s+(?:Wochenende|{_WEEKDAY})|[Bb]innen|[Ii]nnerhalb|(?:[Vv]on|[Zz]wischen)\s+(?:{_WEEKDAY})|[Ss]eit\s+(?:{_WEEKDAY})"
    r"|[Ii]n\s+(?:den\s+)?(?:vergangenen|letzten)\s+\w+\s+(?:Tagen|Stunden|Wochen)|[Ii]n\s+der\s+Nacht|[Hh]eute|[Gg]estern)\b"
)
_FRESH = re.compile(r"\b(?:[Nn]eue|weitere|zusätzlich|Neu[a-zäöü]+|binnen|innerhalb)")
_ADDED = re.compile(r"\b(?:zusätzlich|weitere|noch einmal|nochmals)\s*$")


def other_years(article: Article, sentence: Sentence | None, quantity: Quantity, analysis: Analysis) -> frozenset[str]:
    """Years the words around a number name, without the year of the article and those that open or close a span.

    *Nächstes Jahr* and *im Vorjahr* are the year after and before that of the article, `+1` and `-1` where
    the article has no date. A year behind or before another number of the sentence is that one's.
    """
    before, after = around(article, sentence, quantity, analysis)
    this = (article.published or "")[:4]
    found: set[str] = set()
    for part, against in ((before, _AGAINST), (after, _MORE_THAN)):
        own = set(_YEAR.findall(part))
        own |= {_year(this, 1)} if _NEXT.search(part) else set()
        last = _LAST.search(part)
        own |= {_year(this, -1)} if last and not against.search(part[: last.start()]) else set()
        found |= own
    return frozenset(found) - {this}


def recent_years(articles: Mapping[str, Article]) -> frozenset[str]:
    """Years that the articles of a story without any date may be of: the one named most, that before and after it.

    Empty where an article has a date.
    """
    if any(article.published for article in articles.values()):
        return frozenset()
    named = Counter(year for article in articles.values() for year in sorted(set(_YEAR.findall(article.text))))
    if not named:
        return frozenset()
    most = max(named.items(), key=lambda item: (item[1], item[0]))[0]
    return frozenset(("-1", "+1", *(str(int(most) + shift) for shift in (-1, 0, 1))))


def _year(this: str, shift: int) -> str:
    return str(int(this) + shift) if this.isdigit() else f"{shift:+d}"


def parts_of_year(
    article: Article, sentence: Sentence | None, quantity: Quantity, analysis: Analysis
) -> frozenset[str]:
    """Quarters, halves and months that the words around a number name: `Q2`, `H1`, `April`."""
    found: set[str] = set()
    for part in around(article, sentence, quantity, analysis):
        for order, name, turn in _QUARTER.findall(part):
            kind = "Q" if name.startswith(("Quartal", "Viertel")) else "H"
            found.add(turn or kind + _ORDER.get(order, order.rstrip(".")))
        found.update(_MONTH.findall(part))
    return frozenset(found)


def around(article: Article, sentence: Sentence | None, quantity: Quantity, analysis: Analysis) -> tuple[str, str]:
    """The words of the sentence before and after a number that are not those of another number."""
    if sentence is None:
        return "", ""
    span, first, last = quantity.span, sentence.span.start, sentence.span.end
    others = [q.span for q in analysis.quantities if first <= q.span.start < last and q.span != span]
    others = [other for other in others if not SAME.fullmatch(article.text, other.end, span.start)]
    start = max((other.end for other in others if other.end <= span.start), default=-1)
    end = min((other.start for other in others if other.start >= span.end), default=-1)
    before = article.text[start if start >= 0 else first : span.start]
    after = article.text[span.end : end if end >= 0 else max(span.end, last)]
    if start >= 0:  # what follows the other number at once is its own
        before = _TURN.split(before)[-1]
    if end >= 0:
        after = _TURN.split(after)[0]
    return before, _THAN.split(after)[0]


def period(text: str, sentence: Sentence | None, quantity: Quantity) -> str:
    """Whether a count is of all so far or of some days; empty where the sentence does not say."""
    if sentence is None:
        return ""
    before, after = text[sentence.span.start : quantity.span.start], text[quantity.span.end : sentence.span.end]
    told = f"{before} {after}"
    days, total = _DAYS.search(told), _SO_FAR.search(told)
    return "" if bool(days) == bool(total) else "days" if days else "total"


def is_fresh(text: str, quantity: Quantity) -> bool:
    """Whether a count is of new cases (*Neuinfektionen*, *142 weitere Todesfälle*), not of all so far."""
    start, end = quantity.span.start, quantity.span.end
    added = _ADDED.search(text[max(0, start - 14) : start])
    return quantity.head.startswith("neu") or bool(added or _FRESH.search(text[start : end + 25]))
