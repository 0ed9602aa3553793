"""Which way a number goes: *um 5,4 Prozent zurückgehen, ein Minus von 5,4, minus 5,4* are all a fall of 5,4 Prozent.

The value is told without its sign then, and the name of what is counted begins with *Rückgang* or *Anstieg*. Of
levels that may lie below zero (interest, inflation, temperature, a result in money) the sign stays.
"""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.analyse.quantities_clauses import clause_of, lemma, whole_verb
from briefing.analyse.quantities_nouns import Phrase, governing_verb, is_adjective, noun_phrase
from briefing.analyse.quantities_numbers import Counted
from briefing.german.numerals import Number
from briefing.german.words import load
from briefing.model import Bound

FALL, RISE = "Rückgang", "Anstieg"
CHANGE = "(Veränderung)"
_WORDS = load("quantities")["directions"]
_FALLS, _RISES = frozenset(_WORDS["falls"]), frozenset(_WORDS["rises"])
_LESS, _MORE = frozenset(_WORDS["less"]), frozenset(_WORDS["more"])
_FALL_NOUNS, _RISE_NOUNS = tuple(_WORDS["fall_nouns"]), tuple(_WORDS["rise_nouns"])
_PLAIN = frozenset(_WORDS["plain"])
_LEVELS = tuple(_WORDS["signed"])
_SHARES = frozenset({"Prozent", "Prozentpunkte", "Promille"})
_DETERMINERS = ("ART", "PPOSAT", "PDAT", "PIAT")
_NOMINALISED = tuple(f"{stem}en" for stem in load("quantities")["counting"]["nominalised"])
_MEASURES = frozenset(load("topics")["measures"]["words"]) | {"punkte", "zähler"}
# No sure genitive: weak masculine nouns, and those that take no ending.
_UNSURE = (
    "e", "en", "ent", "ant", "ist", "at", "oge", "mensch", "herr", "nom", "held", "soph", "fonds", "us", "x", "is",
    "os",
)  # fmt: skip
_NOT_FEMININE = frozenset({"das", "den", "dem", "des", "ein", "einen", "einem", "eines", "im", "am", "vom", "beim"})
_FEMININE = frozenset({"die", "eine", "zur"})
_VOWELS = re.compile(r"[aeiouäöüy]+", re.IGNORECASE)
_COUNTS = frozenset({"Zahl", "Anzahl", "Gesamtzahl", "Menge", "Quote", "Rate", "Summe"})
_STEM = 3  # letters that a noun and its nominative share, but for an umlaut


def unsigned(doc: Doc, counted: Counted, phrase: Phrase) -> Counted:
    """*minus 5,4 Prozent* as a change of 5,4; a level below zero as it is."""
    number = counted.number
    ends = [end for end in (number.low, number.high) if end is not None]
    if not ends or max(ends) >= 0:
        return counted
    level = phrase.found and doc[phrase.head].lower_.endswith(_LEVELS)
    if level or (counted.unit and counted.unit not in _SHARES):
        return replace(counted, number=replace(number, change=False)) if number.change else counted
    if counted.unit not in _SHARES and not number.change:
        return counted
    return replace(counted, number=_positive(number))


def _positive(number: Number) -> Number:
    low = None if number.high is None else abs(number.high)
    high = None if number.low is None else abs(number.low)
    return replace(number, low=low, high=high, bound=_MIRRORED.get(number.bound, number.bound), change=True)


_MIRRORED: dict[Bound, Bound] = {
    "more than": "less than",
    "less than": "more than",
    "at least": "at most",
    "at most": "at least",
}


def direction(doc: Doc, counted: Counted, phrase: Phrase, *, fell: bool = False) -> str:
    """`FALL` or `RISE` of an amount of change, empty where nothing tells which; `fell` where its sign said so."""
    if not counted.number.change or counted.term:
        return ""
    if fell:
        return FALL
    if phrase.rule == "sum-of" and (told := _of_noun(doc[phrase.head])):
        return told
    signs = {doc[k].lower_ for k in range(max(0, counted.first - 1), counted.last)}
    if signs & {"minus", "-", "−"}:
        return FALL
    if "plus" in signs:
        return RISE
    near = [doc[k].lower_ for k in range(counted.last, min(len(doc), max(counted.after, phrase.near_end) + 1))]
    if near and near[-1] in ("im", "ins") and counted.after + 1 < len(doc):  # fünf Prozent im Plus
        near.append({"plus": "mehr", "minus": "weniger"}.get(doc[counted.after + 1].lower_, ""))
    if _LESS & set(near):
        return FALL
    if _MORE & set(near):
        return RISE
    if phrase.found and (told := _of_noun(doc[phrase.head])):
        return told
    return _of_verb(doc, counted)


def _of_noun(noun: Token) -> str:
    low = noun.lower_
    return FALL if low.endswith(_FALL_NOUNS) else RISE if low.endswith(_RISE_NOUNS) else ""


def _of_verb(doc: Doc, counted: Counted) -> str:
    verbs = _verbs(doc, counted)
    return next((FALL if name in _FALLS else RISE for name in verbs if name in _FALLS | _RISES), "")


def _verbs(doc: Doc, counted: Counted) -> list[str]:
    """The verb the number hangs on, then those of its clause, by lemma."""
    verb = governing_verb(doc, counted.last - 1)
    near = [doc[k] for k in clause_of(doc, counted.last - 1) if doc[k].tag_.startswith("VV")]
    return [whole_verb(token) for token in ([verb] if verb is not None else []) + near]


def directed(doc: Doc, counted: Counted, phrase: Phrase, what: str, way: str) -> str:
    """What is counted with the way it goes: *Rückgang des Umsatzes*; as it is where it says so itself."""
    if not way or not what:
        return what
    noun = doc[phrase.head] if phrase.found else None
    if noun is not None and _of_noun(noun):
        measured = _measured(doc, counted) if noun.lower_ in _PLAIN else Phrase()
        if not measured.found:
            return what
        noun, what = doc[measured.head], doc[measured.head].text
    if what.lower() in _MEASURES:
        return f"{what} {CHANGE}"
    way = "Wachstum" if way == RISE and "wachsen" in _verbs(doc, counted) else way
    genitive = _genitive(noun, what) if noun is not None else ""
    return f"{way} {genitive}" if genitive else f"{way} ({what})"


def _measured(doc: Doc, counted: Counted) -> Phrase:
    """*ein Minus von 5,4 Prozent für das Bruttoinlandsprodukt, ein Plus von 3 Prozent beim Umsatz*: what changes."""
    k = counted.after
    if k + 1 >= len(doc) or doc[k].lower_ not in ("für", "bei", "beim"):
        return Phrase()
    found = noun_phrase(doc, k + 2 if doc[k + 1].tag_ in _DETERMINERS else k + 1)
    return found if found.found and doc[found.head].tag_ == "NN" else Phrase()


def _genitive(noun: Token, what: str) -> str:
    """A wording with `noun` in the nominative as a genitive with its article; empty where its form is not sure."""
    words = what.split()
    if words[0] in _COUNTS:  # die Zahl der Toten
        return f"der {what}"
    at = next((n for n, word in enumerate(words) if word[0].isupper()), -1)
    if at < 0 or noun.tag_ != "NN" or words[at][:_STEM] != noun.text[:_STEM]:
        return ""
    number, gender = "".join(noun.morph.get("Number", [])), "".join(noun.morph.get("Gender", []))
    form, before, behind = words[at], [_weak(word) for word in words[:at]], words[at + 1 :]
    if number == "Plur":
        form += "n" if f"{form}n".lower().endswith(_NOMINALISED) else ""
        return " ".join(["der", *before, form, *behind])
    article = _article(noun)
    if number != "Sing" or not gender:
        return ""
    if gender == "Fem":
        return "" if article in _NOT_FEMININE else " ".join(["der", *before, form, *behind])
    if article in _FEMININE or lemma(noun) != form.lower() or form.lower().endswith(_UNSURE):
        return ""
    last = form.rpartition("-")[2]
    if not last.isupper() and last.isalpha():  # des BIP, des CO2
        short = len(_VOWELS.findall(last)) == 1 and last == form
        form += "es" if short or form.endswith(("s", "ß", "z", "st")) else "s"
    return " ".join(["des", *before, form, *behind])


def _article(noun: Token) -> str:
    """The word before a noun and its adjectives."""
    first = noun.i
    while first > 0 and is_adjective(noun.doc[first - 1]):
        first -= 1
    return noun.doc[first - 1].lower_ if first else ""


def _weak(word: str) -> str:
    """An adjective of the nominative as it stands behind a definite article in the genitive."""
    stem = next((word[: -len(end)] for end in ("er", "es", "e") if word.endswith(end)), word)
    return stem + "en" if stem != word and word[0].islower() else word
