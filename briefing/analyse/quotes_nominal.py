"""Nouns that report: *die Warnung der Polizei, dass …*, *seine Forderung, die Steuern zu senken*."""

from __future__ import annotations

from briefing.analyse.quotes_clauses import Clause
from briefing.analyse.quotes_indirect import Draft
from briefing.analyse.quotes_mood import content_end, mood
from briefing.analyse.quotes_phrases import Phrase, phrase_from, phrases_in
from briefing.analyse.quotes_subjects import body_inside
from briefing.analyse.quotes_view import View
from briefing.german import reporting
from briefing.german.titles import title_of

# Thoughts that are somebody's only where their owner is named.
_OWNED = frozenset("Frage Idee Gedanke Plan Entscheidung Hinweis Wunsch Hoffnung Hoffnungen Versprechen".split())
_EXISTS = frozenset("gibt gab gebe gäbe besteht bestand bestehe herrscht herrschte herrsche".split())
_HELD_BY = frozenset({"unter", "bei", "von", "seitens"})
_FAR = 7  # words between the noun and the comma


def find_nominal(view: View, drafts: list[Draft]) -> list[Draft]:
    """Clauses that hang on a content noun and on no reporting verb."""
    taken = {draft.content[0][0] for draft in drafts}
    nouns = reporting.nouns("content")
    found: list[Draft] = []
    for k, content in enumerate(view.clauses):
        if (
            k == 0
            or content.before != ","
            or content.start in taken
            or view.clauses[k - 1].sentence != content.sentence
        ):
            continue
        before = view.clauses[k - 1]
        rule = content.kind == "that" or (content.kind == "main" and mood(view, content) == 1)
        if not rule and not (content.kind == "inf" and view.low[content.start] not in ("um", "ohne", "statt")):
            continue
        at = _noun_before(view, before.start, before.end, nouns)
        if at < 0:
            continue
        first = at
        while first > before.start and view.tag[first - 1] in ("ART", "ADJA", "PPOSAT", "PDAT", "PIAT"):
            first -= 1
        end = content_end(view, k, set())
        owner = _owner(view, first, at, before.end)
        if owner is None and view.text[at] in _OWNED:
            continue  # nobody asks or decides here
        inside = (body_inside(view, before) or _holder(view, before)) if owner is None else None
        draft = Draft(
            "indirect",
            [(content.start, view.clauses[end - 1].end)],
            owner or inside,
            [at],
            [(first, content.start)],
            rule="indirect/noun-source" if inside else "indirect/noun",
            speaker_of="source" if inside else "",
        )
        found.append(draft)
    return found


def _noun_before(view: View, start: int, end: int, nouns: frozenset[str]) -> int:
    """The content noun from which only its attribute reaches to the comma, or -1."""
    if end - 1 > start and view.low[end - 1] in _EXISTS:
        end -= 1  # während es Beschwerden gab, dass …
    for i in range(end - 1, max(start, end - _FAR) - 1, -1):
        if view.quoted[i] < 0 and view.text[i] in nouns and view.tag[i] in ("NN", ""):
            rest = phrase_from(view, i, end, fronted=True)
            return i if rest is not None and rest.last == end else -1
        if view.is_finite(i) or view.tag[i].startswith("VV"):
            return -1
    return -1


def _owner(view: View, first: int, noun: int, end: int) -> Phrase | None:
    """Whose word it is: the genitive or *von* phrase behind the noun, else the possessive before it."""
    after = noun + 1
    if after < end:
        skip = 1 if view.low[after] in ("von", "vom") else 0
        if skip or view.tag[after] in ("ART", "PPOSAT", "NE"):
            return phrase_from(view, after + skip, end, fronted=True)
        return None
    return Phrase(first, first + 1, first) if view.tag[first] == "PPOSAT" else None


def _holder(view: View, clause: Clause) -> Phrase | None:
    """Those in whom it grows or from whom it comes: *Unter Händlern wächst die Sorge*, *von Meier kam Kritik*."""
    for phrase in phrases_in(view, clause.start, clause.end, clause.finite):
        if phrase.preposition < 0 or view.low[phrase.preposition] not in _HELD_BY:
            continue
        noun = view.text[phrase.head]
        if view.tag[phrase.head] == "NN" and (reporting.is_person(noun) or title_of(noun) is not None):
            return phrase
    return None
