"""Whether a noun phrase can be the subject of a verb by its number and case."""

from __future__ import annotations

from briefing.analyse.quotes_phrases import Phrase
from briefing.analyse.quotes_view import View
from briefing.german import reporting
from briefing.german.titles import title_of

_SINGULAR_VERBS = ("schien", "spien")
_JOINED = frozenset({"und", "sowie", "oder", "bzw.", "beziehungsweise", "&", "/", "plus"})
# Singular nouns of several, with verbs in both numbers.
_PARTS = (
    "prozent",
    "drittel",
    "viertel",
    "hälfte",
    "mehrheit",
    "minderheit",
    "reihe",
    "zahl",
    "teil",
    "dutzend",
    "paar",
    "million",
    "millionen",
    "gruppe",
    "handvoll",
    "menge",
    "fülle",
    "vielzahl",
    "duo",
    "trio",
)
_DATIVE = frozenset("der einer dieser jener seiner ihrer keiner".split())
_ONE = frozenset("der das dem ein eine dieser dieses jeder jede jedes kein sein ihr".split())


def _is_person(noun: str) -> bool:
    return reporting.is_person(noun) or title_of(noun) is not None or noun.endswith("ährige")


def disagrees(view: View, finite: int, phrase: Phrase) -> bool:
    """Whether the phrase is surely of another number than the finite verb: *Kritiker gestehen Maria Muster zu, …*."""
    if finite < 0 or phrase.preposition >= 0:
        return False
    number = _number(view, phrase)
    return number != "" and number != verb_number(view, finite)


def is_feminine_object(view: View, phrase: Phrase) -> bool:
    """*gab der Polizei die Schuld*: a feminine noun behind *der* in a case that the tagger is sure of too."""
    if view.low[phrase.first] not in _DATIVE or any(
        view.tag[i] != "ADJA" for i in range(phrase.first + 1, phrase.head)
    ):
        return False
    morph = view.doc[view.index[phrase.head]].morph
    return morph.get("Gender", []) == ["Fem"] and morph.get("Case", []) in (["Dat"], ["Gen"])


def verb_number(view: View, finite: int) -> str:
    """p for a plural, s for a singular, by the ending of the third person."""
    low = view.low[finite]
    return "p" if low.endswith(("en", "ern", "eln", "sind")) and not low.endswith(_SINGULAR_VERBS) else "s"


def _number(view: View, phrase: Phrase) -> str:
    """s or p where it is sure, else empty."""
    first, last, head = phrase.first, phrase.last, phrase.head
    behind = view.low[last] if last < len(view.low) else ""
    if behind in _JOINED or any(view.low[i] in _JOINED or view.text[i] == "," for i in range(first, last)):
        return ""
    if first > 0 and (view.low[first - 1] in _JOINED or view.low[max(0, first - 2) : first] == ["als", "auch"]):
        return ""
    if view.person[head]:
        return "s"
    if view.tag[head] != "NN" or view.tag[first] == "CARD" or view.low[head].endswith(_PARTS):
        return ""
    marked = view.doc[view.index[head]].morph.get("Number", [])
    if marked == ["Plur"]:
        single = view.low[first] in _ONE or view.low[head].endswith(("er", "el", "en"))
        one_of = view.low[first] == "die" and view.low[head].endswith("e") and _is_person(view.text[head])
        return "" if single or one_of else "p"  # die 42-Jährige, die Vorsitzende
    if marked == ["Sing"]:
        owned = first in view.owner and not view.low[head].endswith(("en", "er", "el"))
        sure = owned or view.low[first] in _ONE or (view.low[first] == "die" and not view.low[head].endswith("en"))
        return "s" if sure else ""
    return ""
