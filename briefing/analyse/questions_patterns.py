"""What a sentence leaves open, by patterns on its plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefing.german.literals import needed
from briefing.german.words import load

_WORDS = r"(?:[^\s.!?;]+ ){0,6}"
_PLAIN = r"(?:[^\s.!?;,:]+ ){0,8}"
_SAID = (
    r"(?:sag|mitteil|teil|bericht|erklär|hieß|heißt|beton|schreib|schrieb|meld|ankündig|angekündigt|vorgesehen|geplant|"
    r"etwa|bisher|zuvor|erwartet|üblich)"
)
# The comma and the first word of an indirect question; *wie der Sprecher sagte* is none.
_CLAUSE = (
    r",\"? (?:(?:und|oder|aber|auch|sondern|insbesondere|vor allem|also|genau|etwa) )?"
    r"(?:(?:mit|von|zu|in|auf|an|für|bei|aus|unter|nach|bis|seit|ab) )?"
    rf"(?:ob|inwieweit|inwiefern|wann|warum|weshalb|wieso|wer|wen|wem|wohin|woher|welche[mnrs]?|"
    rf"wie(?! (?:[^\s.!?;,:]+ ){{0,6}}{_SAID}))\b"
)
_WHETHER = (
    r",\"? (?:(?:und|oder|aber|auch|insbesondere|vor allem|also|genau) )?(?:ob|wann|inwieweit|inwiefern|warum|wer)\b"
)


@dataclass(frozen=True, slots=True)
class Finding:
    """The kind of an open question, the rule that found it, and where in the sentence (characters)."""

    kind: str
    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Pattern:
    """One way to leave something open, and what in the sentence speaks against it; `needs` is in every match."""

    kind: str
    rule: str
    pattern: re.Pattern[str]
    needs: str
    unless: re.Pattern[str] | None


@cache
def _patterns() -> tuple[_Pattern, ...]:
    data = load("questions")
    words = "|".join(data["predicates"]["question_words"])
    opens = rf'^"?(?:(?:Doch|Aber|Und|Noch|[A-ZÄÖÜ][a-zäöü]{{1,4}}) )?(?i:{words})\b[^.!?;]+,'

    macros = {"w": _WORDS, "v": _PLAIN, "q": rf"(?:{words})\b", "c": _CLAUSE, "b": _WHETHER, "o": opens}

    def written(pattern: str) -> str:
        for name, text in macros.items():
            pattern = pattern.replace(f"{{{name}}}", text)
        return pattern

    return tuple(
        _Pattern(
            group["kind"],
            group["rule"],
            re.compile(pattern),
            needed(pattern),
            re.compile("|".join(group["unless"])) if "unless" in group else None,
        )
        for group in data["patterns"]
        for pattern in map(written, group["any"])
    )


@cache
def _closed() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = load("questions")["closed"]
    return re.compile(data["words"]), re.compile(data["speaker"])


@cache
def _predicates() -> tuple[re.Pattern[str], ...]:
    """Words that always count, that need company, that need a question clause; question clauses; open nouns."""
    data = load("questions")["predicates"]
    copula = "|".join(data["copulas"])

    def predicative(words: list[str]) -> re.Pattern[str]:
        word = "|".join(words)
        after = rf"\b(?:{copula})\b(?: [^\s.!?;,]+){{0,12}}? ({word})\b"
        before = rf"\b({word}) (?:{copula})\b"
        opening = "|".join(w.capitalize() for w in words)
        alone = rf"^(?:Noch |Völlig |Weiter |Weiterhin |Bislang |Zunächst )?({opening}|{word})(?:,| (?:{copula})\b)"
        return re.compile(rf"{after}|{before}|{alone}")

    asks = re.compile(
        rf"(?:^|, |und |: |auch |aber )(?:(?:mit|von|zu|in|auf|an|für|bei|aus|unter|nach) )?"
        rf"(?:{'|'.join(data['question_words'])})\b",
        re.IGNORECASE,
    )
    nouns = re.compile(rf"\b(?:\w+-)?(?:{'|'.join(data['open_nouns'])})\b")
    words = (data["always"], data["with_clause"], data["with_question_only"])
    return (*(predicative(group) for group in words), asks, nouns)


def finding(sentence: str) -> Finding | None:
    """What `sentence` leaves open, None if nothing. Line breaks in it count as spaces."""
    text = re.sub(r"\s", " ", sentence)
    past, speaker = _closed()
    if past.search(text):
        return None
    for way in _patterns():
        match = way.pattern.search(text) if way.needs in text else None
        if match and (way.unless is None or not way.unless.search(text)) and not _own(text, match, speaker):
            return Finding(way.kind, way.rule, *match.span())
    return _predicate(text)


# *Die Schulen sollten offen bleiben*: open to visitors, not to be decided.
_OPEN_DOORS = re.compile(
    r"\b(?:soll|solle|sollen|sollten|müssen|dürfen|dürften|können|könnten|will|wollen|wollten) [^,;:]{0,60}\boffen$|"
    r"\b(?:soll|solle|sollen|sollten|müssen|dürfen|dürften|können|könnten|will|wollen|wollten) "
    r"(?:\w+ ){0,6}?offen (?:bleiben|sein)$|"
    r"\b(?:\w*[Ss]chulen|Kitas|Läden|\w*[Gg]eschäfte|\w*[Gg]renzen|\w*[Rr]estaurants|Gaststätten|Türen|Hotels|Kirchen|Museen|"
    r"Theater|Bars|Kneipen|Märkte|Häfen|Parks) (?:sind|waren|bleiben|blieben|seien) [^,;:]{0,40}\boffen$"
)
_BEFORE = 25  # characters before the words that leave something open


def _own(text: str, match: re.Match[str], speaker: re.Pattern[str]) -> bool:
    """Whether it is the speaker who does not know (*das weiß ich nicht*)."""
    return bool(speaker.search(text, max(0, match.start() - _BEFORE), match.end()))


def _predicate(text: str) -> Finding | None:
    always, with_company, with_question, asks, nouns = _predicates()
    open_ended = bool(asks.search(text))
    for pattern, allowed in (
        (always, True),
        (with_company, open_ended or bool(nouns.search(text))),
        (with_question, open_ended),
    ):
        match = pattern.search(text) if allowed else None
        if match and not _OPEN_DOORS.search(text, 0, match.end()):
            word = next(g for g in match.groups() if g).lower()
            return Finding("doubted" if word == "fraglich" else "unknown", f"predicate-{word}", *match.span())
    return None


@cache
def _asked() -> tuple[re.Pattern[str], re.Pattern[str], int]:
    data = load("questions")["asked"]
    return re.compile(data["boxes"]), re.compile(data["reader"]), int(data["least_words"])


def is_real_question(sentence: str, before: str = "") -> bool:
    """Whether a sentence that ends in a question mark asks something the subject leaves open.

    It must be introduced as a question, by such a word before a colon or in the sentence `before`; a question without
    that is rhetoric (*Nur: Wo endet die Stadt?*) or a heading.
    """
    boxes, reader, least = _asked()
    text = " ".join(sentence.split()).strip("\"' ")
    lead, _, question = text.rpartition(": ")
    leads = load("questions")["asked"]["leads"]
    if not any(word.strip(".,:;") in leads for word in (lead or before).split()):
        return False
    if len(question.split()) < least or boxes.match(question) or reader.search(question):
        return False
    first = question.split()[0].lower()
    words = load("questions")["predicates"]["question_words"]
    verb_first = first.endswith(("t", "en", "te", "ist", "st")) and first not in ("und", "oder", "nicht")
    return first in words or first in ("wird", "werden", "darf", "soll", "muss", "kann") or verb_first
