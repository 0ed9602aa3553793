"""What a number's own clause says happened to those it counts, and how a topic's name tells it.

The events of a quantity may come from the neighbouring clause, and of *900 der 1149 Betten sind belegt* only the 900
are. What is in doubt is not told: the sentence stands beside the number in print.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from briefing.aggregate.numbers_clause import clause
from briefing.aggregate.numbers_people import IN_HOSPITAL, said_scopes
from briefing.aggregate.numbers_text import scope_words
from briefing.aggregate.similarity import base_class
from briefing.model import Article, Quantity

if TYPE_CHECKING:
    from briefing.aggregate.numbers_features import Feature

_OF_PEOPLE = frozenset({"hospital", "infected", "tested", "vaccinated", "arrived", "recovered", "arrested", "missing"})
_TREATED = frozenset({"tested", "vaccinated"})
_STEM = 6  # letters by which a word is known in another form
_ENDS = re.compile(r"\n\s*\n|(?<=[a-zäöüß)])[.!?](?=\s)")
_REACH = 160  # characters around a number in which the verb that tells its fate stands
_ABOUT = r"(?:(?:den|insgesamt|rund|etwa|circa|gut|knapp|fast|über|mehr als|bislang|bisher)\s+){0,3}"
# 900 der insgesamt 1149 Betten, viele von 100 000 Einwohnern, 9,9 Prozent der 1009 Schüler
_OF = re.compile(
    r"(?:\d|\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|eine[rs]?|keine[rs]?|jede[rs]?|viele|einige|mehrere|Prozent|"
    rf"Hälfte|Drittel|Viertel|Fünftel|Großteil|Mehrheit))\s+(?:der|von)\s+{_ABOUT}$"
)
_OUT_OF = re.compile(rf"(?:^|[.!?:;,\n]\s*)(?:[Vv]on|[Uu]nter)\s+{_ABOUT}$")
_COUNTING = re.compile(r"^\s+(?:\w+\s+)?(?:zählend|umfassend|fassend|groß|stark)\w*")
_NONE = re.compile(r"\b(?:kein\w*|niemand\w*|nichts?)\b")
_KILLED = re.compile(
    r"\b(?:\w*töte\w*|\w*tötung\w*|ermord\w*|erschoss\w*|erschieß\w*|erstoch\w*|hingericht\w*|umgebracht\w*|gefallen\w*|"
    r"\w*[Aa]nschl[aä]g\w*|\w*[Aa]ngriff\w*|\w*[Aa]ttentat\w*|Krieg\w*|Schüsse\w*|Gefecht\w*)\b"
)
_OPEN = re.compile(
    r"\b(?:soll|sollen|sollten|will|wollen|wollten|kann|können|könnten?|muss|müssen|müssten|darf|dürfen|dürften|würden?|möchten?|um|zu)\b"
)
_POSITIVE = re.compile(r"\bpositiv\w*\b")
_LIMIT = re.compile(
    r"\b(?:Ober|Unter|Höchst|Mindest|Alters|Schmerz)?[Gg]renze\b|\b(?:Grenz|Schwellen|Richt|Ziel|Höchst|Mindest)werte?\b|\bHöchstzahl\b|\bLimit\b"
)
_PER = re.compile(
    r"\b(?:je|pro|auf)\s+(?:\d[\d.  ]*\d|hunderttausend)\s+Einwohner\b"
    r"|\b(?:pro|je)\s+(?:Tag|Woche|Monat|Jahr|Stunde|Minute|Kopf|Person|Haushalt|Quadratmeter|Kilometer)\b"
)


def own_fate(scope: frozenset[str], text: str, quantity: Quantity) -> frozenset[str]:
    """`scope` (what befell those counted) without what befell only a part of them, or others."""
    if not scope:
        return scope
    start, end = quantity.span.start, quantity.span.end
    ahead = text[max(0, start - _REACH) : start]
    before, after = clause(text, quantity)
    if _OF.search(ahead) or _OUT_OF.search(ahead) or _COUNTING.match(text[end : end + 40]) or _NONE.search(after):
        return frozenset()
    said = said_scopes(f"{before} {after}")
    return said if said and not said & scope else scope


def brackets(group: Sequence[Feature], name: str, texts: Mapping[str, Article]) -> list[str]:
    """What a topic's `name` does not say of its numbers: their fate, what they are a rate of, that they limit."""
    return [*_fates(group, name, texts), *filter(None, [_kind(group, name, texts)])]


def _fates(group: Sequence[Feature], name: str, texts: Mapping[str, Article]) -> list[str]:
    first = group[0]
    scope = first.scope - {feature.thing for feature in group}
    if not scope or first.quantity.unit not in ("", "Prozent") or (scope <= _OF_PEOPLE and not first.person):
        return []
    words = scope_words(first.scope, first.thing)
    if scope <= {base_class(word.lower(), "scopes") for word in name.split()}:
        return []
    around = [_around(feature, texts) for feature in group]
    if scope & _TREATED and (first.ahead or all(_OPEN.search(text) for text in around)):
        return []
    if "tested" in scope and all(map(_POSITIVE.search, around)):
        words = words.replace("getestet", "positiv getestet")
    if "dead" in scope and not any(map(_KILLED.search, around)):
        words = words.replace("getötet", "gestorben")
    return [] if _repeats(words, name) else [words]


def _repeats(words: str, name: str) -> bool:
    """Whether a name holds one of the words in another form (*gestorbene Patienten*, *Intensivpatienten*)."""
    lower = name.lower()
    told = (word[:_STEM] for word in words.lower().split() if len(word) >= _STEM)
    return any(word in lower for word in (*told, *(IN_HOSPITAL if "krankenhaus" in words.lower() else ())))


def _kind(group: Sequence[Feature], name: str, texts: Mapping[str, Article]) -> str:
    """The words of the text for what a rate refers to, or for a limit that its bound does not tell."""
    kind = group[0].kind
    if kind == "rate" and not _PER.search(name):
        found = filter(None, (_PER.search(_around(feature, texts)) for feature in group))
        return " ".join(min((match[0] for match in found), default="").split())
    if kind == "limit" and all(feature.quantity.bound == "exact" for feature in group) and not _LIMIT.search(name):
        found = filter(None, (_LIMIT.search(_around(feature, texts)) for feature in group))
        return min((match[0] for match in found), default="")
    return ""


def _around(feature: Feature, texts: Mapping[str, Article]) -> str:
    """The text around a number within its sentence, as far as the verb and what the number refers to may stand."""
    span, text = feature.quantity.span, texts[feature.article].text
    before = _ENDS.split(text[max(0, span.start - _REACH) : span.start])[-1]
    after = _ENDS.split(text[span.end : span.end + _REACH], maxsplit=1)[0]
    return f"{before}{text[span.start : span.end]}{after}"
