"""Noun phrases for print: *des Verteidigungsministeriums* is listed as *das Verteidigungsministerium*."""

from __future__ import annotations

from briefing.analyse.quotes_view import View
from briefing.german import titles

_DEFINITE = {"Masc": "der", "Fem": "die", "Neut": "das"}
_INDEFINITE = {"Masc": "ein", "Fem": "eine", "Neut": "ein"}
_STRONG = {"Masc": "er", "Fem": "e", "Neut": "es"}
_ENDINGS = ("en", "em", "er", "es")


def nominative(view: View, first: int, last: int) -> str:
    """The words `first` to `last` as printed; an oblique singular at the beginning is put into the nominative.

    Only the article, the adjectives behind it and the genitive ending of the noun change. Where the
    gender is not known, and in the plural, the words stay as they are.
    """
    text = view.plain
    plain = " ".join(text[view.start[first] : view.end[last - 1]].split())
    head = next((i for i in range(first, last) if view.tag[i] in ("NN", "NE")), -1)
    if head < 0 or view.tag[head] != "NN" or not all(view.tag[i] in ("ART", "ADJA") for i in range(first, head)):
        return plain
    token = view.doc[view.index[head]]
    gender = _feature(token.morph.get("Gender", []))
    if gender not in _DEFINITE or _feature(token.morph.get("Number", [])) == "Plur":
        return plain
    lead = _lead(view.low[first], gender, view.tag[first])
    if lead is None:
        return plain
    article, ending = lead
    words = [view.text[i] for i in range(first, head)]
    if not article and words[0][:1].isupper():
        return plain  # Berliner Polizei
    if article:
        words[0] = article
    for k in range(1 if article else 0, len(words)):
        words[k] = _with_ending(words[k], ending)
    noun = view.text[head]
    if gender != "Fem" and view.low[first] in ("des", "eines") and noun.endswith("s") and token.lemma_:
        noun = token.lemma_ if noun.startswith(token.lemma_) else noun
    elif gender == "Masc" and article:
        noun = titles.nominative(noun)  # dem Präsidenten
    rest = " ".join(text[view.end[head] : view.end[last - 1]].split()) if head + 1 < last else ""
    glue = " " if rest and view.start[head + 1] > view.end[head] else ""
    return f"{' '.join([*words, noun])}{glue}{rest}"


def _feature(values: list[str]) -> str:
    return values[0] if values else ""


def _lead(low: str, gender: str, tag: str) -> tuple[str, str] | None:
    """Nominative article (may be empty) and ending of adjectives for an oblique first word, else None."""
    if low in ("des", "dem") and gender != "Fem":
        return _DEFINITE[gender], "e"
    if low == "der" and gender == "Fem":
        return "die", "e"
    if low == "den" and gender == "Masc":
        return "der", "e"
    if low in ("eines", "einem") and gender != "Fem":
        return _INDEFINITE[gender], _STRONG[gender]
    if low == "einen" and gender == "Masc":
        return "ein", "er"
    if low == "einer" and gender == "Fem":
        return "eine", "e"
    if tag == "ADJA" and (low.endswith(("en", "em")) or (low.endswith("er") and gender == "Fem")):
        return "", _STRONG[gender]
    return None


def _with_ending(word: str, ending: str) -> str:
    """An adjective with another ending of inflection."""
    for old in _ENDINGS:
        if word.endswith(old):
            return word[: -len(old)] + ending
    return word
