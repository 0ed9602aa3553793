"""Speakers without a name, for print: the noun phrase in the nominative, its gender and number."""

from __future__ import annotations

from briefing.analyse.quotes_print import nominative
from briefing.analyse.quotes_view import View
from briefing.german import reporting
from briefing.german.titles import title_of

# What is said, and cannot say anything: der Vorwurf lautet, …
_SPEECHLESS = frozenset(
    """Vorwurf Vorwürfe Kritik Debatte Frage Forderung Forderungen Gerücht Gerüchte Verdacht Sorge Hoffnung Angst
    Zweifel Gedanke Idee Motto Slogan Parole Fehler Sinn Fazit Drohung Warnung Befürchtung Eindruck Problem
    Ziel Antwort Lesart Devise Botschaft Tenor""".split()
)

_SOMEBODY = frozenset(
    """viele einige manche mancher andere anderer niemand jemand keiner keine alle beide mehrere wenige jeder jede
    letztere ersterer letzterer einer eine""".split()
)


def first_noun(view: View, first: int, last: int, head: int) -> int:
    """The noun with which the phrase begins (*Anfang 2019*), behind articles and adjectives only; else its `head`."""
    for j in range(first, last):
        if view.noun(j):
            return j
        if view.tag[j] not in ("ART", "ADJA", "CARD", "PDAT", "PIAT"):
            break
    return head


def printed(view: View, first: int, last: int) -> str | None:
    """The noun phrase in the nominative, without an apposition behind a comma; None for what cannot speak."""
    end = first
    while end < last and view.text[end] != ",":
        end += 1
    end = _without_adverbial(view, first, end)
    text = _definite_plural(view, first, end) or nominative(view, first, end)
    if end == first + 1:
        text = _plural(view, first, text)
        if text in reporting.nouns("statement") - {"Augenzeugen", "Zeugen"}:
            return None
        if text[:1].islower() and text not in _SOMEBODY:
            return None
    head = next((view.text[j] for j in range(first, end) if view.noun(j)), "")
    if head in _SPEECHLESS:
        return None
    return None if text.lower() in ("man", "es", "wer", "was", "das", "dies") else text


_PLURAL_ENDS = ("ungen", "heiten", "keiten", "schaften", "ionen", "zahlen", "daten", "quellen", "stellen", "experten")


def _definite_plural(view: View, first: int, end: int) -> str:
    """*den offiziellen Zahlen* as *die offiziellen Zahlen*; empty where the noun may have another nominative."""
    article = {"den": "die", "diesen": "diese"}.get(view.low[first])
    noun = first_noun(view, first, end, first)
    if article is None or noun == first or not view.low[noun].endswith((*_PLURAL_ENDS, "ern")):
        return ""
    words = view.text[first + 1 : noun + 1]
    if view.low[noun].endswith("ern"):
        if title_of(words[-1]) is None:
            return ""
        words[-1] = words[-1][:-1]
    rest = view.plain[view.end[noun] : view.end[end - 1]]
    return " ".join([article, *words]) + " ".join(rest.split(" "))


def _without_adverbial(view: View, first: int, end: int) -> int:
    """Where the phrase ends before what belongs to the verb: *das Ministerium von den Verfahren*."""
    head = first_noun(view, first, end, end)
    if head + 1 < end and reporting.is_institution(view.text[head]) and title_of(view.text[head]) is None:
        after = view.low[head + 1]
        determined = view.tag[head + 2 : head + 3] in (["ART"], ["PPOSAT"], ["ADJA"])
        if after in ("auf", "über", "mit", "gegen") or (after in ("von", "aus", "für", "vom") and determined):
            return head + 1
    return end


def gender_of(view: View, first: int) -> str:
    """m, f or "" of the phrase that begins at the word `first`."""
    for j in range(first, min(first + 4, len(view.low))):
        if view.tag[j] == "NN":
            low = view.low[j]
            if low.endswith("in") and not low.endswith(("ein", "termin")):
                return "f"
            tags = view.doc[view.index[j]].morph.get("Gender", [])
            return {"Masc": "m", "Fem": "f"}.get(tags[0], "") if tags else ""
    return ""


def number_of(view: View, first: int) -> str:
    """s or p of the phrase that begins at the word `first`."""
    for j in range(first, min(first + 4, len(view.low))):
        if view.tag[j] == "NN":
            tags = view.doc[view.index[j]].morph.get("Number", [])
            return "p" if tags and tags[0] == "Plur" else "s"
    return "s"


def _plural(view: View, at: int, noun: str) -> str:
    """The nominative of a bare dative plural (*aus Regierungskreisen*, *Teilnehmern zufolge*)."""
    morph = view.doc[view.index[at]].morph
    dative = morph.get("Case", []) == ["Dat"] and morph.get("Number", []) == ["Plur"]
    if noun.endswith("kreisen") or (noun.endswith("ern") and (dative or title_of(noun) is not None)):
        return noun[:-1]
    return noun
