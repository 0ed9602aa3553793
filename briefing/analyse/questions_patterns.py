"""What a sentence leaves open, by patterns on its plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefing.german.words import load

_WORDS = r"(?:[^\s.!?;]+ ){0,6}"


@dataclass(frozen=True, slots=True)
class Finding:
    """The kind of an open question, the rule that found it, and where in the sentence (characters)."""

    kind: str
    rule: str
    start: int
    end: int


@cache
def _patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    data = load("questions")
    asks = rf"(?:{'|'.join(data['predicates']['question_words'])})\b"
    return tuple(
        (group["kind"], group["rule"], re.compile(pattern.replace("{w}", _WORDS).replace("{q}", asks)))
        for group in data["patterns"]
        for pattern in group["any"]
    )


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
    for kind, rule, pattern in _patterns():
        match = pattern.search(text)
        if match:
            return Finding(kind, rule, *match.span())
    return _predicate(text)


def _predicate(text: str) -> Finding | None:
    always, with_company, with_question, asks, nouns = _predicates()
    open_ended = bool(asks.search(text))
    for pattern, allowed in (
        (always, True),
        (with_company, open_ended or bool(nouns.search(text))),
        (with_question, open_ended),
    ):
        match = pattern.search(text) if allowed else None
        if match:
            word = next(g for g in match.groups() if g).lower()
            return Finding("doubted" if word == "fraglich" else "unknown", f"predicate-{word}", *match.span())
    return None


@cache
def _asked() -> tuple[re.Pattern[str], re.Pattern[str], int]:
    data = load("questions")["asked"]
    return re.compile(data["boxes"]), re.compile(data["reader"]), int(data["least_words"])


def is_real_question(sentence: str, before: str = "") -> bool:
    """Whether a sentence that ends in a question mark asks something the subject leaves open.

    It must be introduced as a question: by a clause and colon before it, or by such a word in the
    sentence `before`; a question without that is rhetoric or a heading.
    """
    boxes, reader, least = _asked()
    text = " ".join(sentence.split()).strip("\"' ")
    lead, _, question = text.rpartition(": ")
    leads = load("questions")["asked"]["leads"]
    if not lead and not any(word.strip(".,:;") in leads for word in before.split()):
        return False
    if len(question.split()) < least or boxes.match(question) or reader.search(question):
        return False
    first = question.split()[0].lower()
    words = load("questions")["predicates"]["question_words"]
    verb_first = first.endswith(("t", "en", "te", "ist", "st")) and first not in ("und", "oder", "nicht")
    return first in words or first in ("wird", "werden", "darf", "soll", "muss", "kann") or verb_first
