"""Where the phrase of a source ends, before what belongs to the sentence: *laut Polizei am Montag*, *laut X auf 5*."""

from __future__ import annotations

from briefing.analyse.quotes_phrases import Phrase
from briefing.analyse.quotes_speakers_source import is_statement
from briefing.analyse.quotes_view import View
from briefing.german.titles import title_of

_WHEN = frozenset("am im um nach seit vor gegen zu zum zur".split())
# What belongs to the sentence, unless it tells who was asked: geht laut Stufenplan auf Stufe Rot, an die Grenze.
_WHITHER = frozenset("auf an ins ans aufs bei unter mit".split())
_ASKED = frozenset("bei unter mit".split())
_INQUIRIES = (
    "umfrage", "umfragen", "befragung", "studie", "studien", "untersuchung", "erhebung", "interview", "gespräch",
    "analyse", "absprache", "treffen",
)  # fmt: skip
_REFERENCE = frozenset({"berufung", "verweis", "hinweis", "bezug"})
_OFFICE = frozenset({"an", "bei", "mit"})  # Professor an der Universität X
_PLACED = ("ein", "sein", "ihr", "dies")  # in einem Zug, in ihre Infrastruktur: no part of a name


def within_source(view: View, phrase: Phrase) -> Phrase:
    """The phrase of a source without a time, a number or words in marks that belong to the sentence."""
    for j in range(phrase.first + 1, phrase.last):
        if j > phrase.head and (_begins_adverbial(view, phrase, j) or _begins_words(view, j)):
            return Phrase(phrase.first, j, phrase.head)
        if _is_object(view, j):
            return Phrase(phrase.first, j, min(phrase.head, j - 1))
    return phrase


def _begins_adverbial(view: View, phrase: Phrase, j: int) -> bool:
    low = view.low[j]
    if j + 1 >= phrase.last or view.quoted[j] >= 0:
        return False
    if low in _WHEN:
        return True
    if not view.tag[j].startswith("APPR") or view.doc[view.index[j]].ent_iob_ == "I":
        return False
    counted = any(view.tag[k] == "CARD" for k in range(j + 1, min(j + 3, phrase.last)))
    if low in _WHITHER:
        share = counted and any(view.low[k] == "prozent" for k in range(j + 1, phrase.last))
        asked = low in _ASKED and view.low[j - 1].endswith(_INQUIRIES)
        office = low in _OFFICE and any(title_of(view.text[k]) is not None for k in range(phrase.head, j))
        refers = view.low[j + 1] in _REFERENCE or view.low[j - 1] in _REFERENCE
        return share or not (asked or office or refers)
    if low == "in":
        return (
            view.tag[j + 1] in ("ART", "PPOSAT", "PDAT")
            and view.low[j + 1].startswith(_PLACED)
            and not _is_outlet(view, phrase)
        )
    return counted and low in ("für", "von") and not _is_year(view, j + 1)


def _is_outlet(view: View, phrase: Phrase) -> bool:
    return view.low[phrase.last - 1].endswith(("ausgabe", "bericht", "interview", "studie", "mitteilung"))


def _is_year(view: View, i: int) -> bool:
    return view.text[i].isdigit() and len(view.text[i]) == 4


def _begins_words(view: View, j: int) -> bool:
    """*nach Angaben von Meier „Mitte 20“*, *nach Auffassung des Gerichts des „Aufrufs“ schuldig*: not *des „Spiegel“*.

    Names do not end in *-s* behind *des* within marks; nouns do.
    """
    at = j + 1 if view.low[j] == "des" else j
    if at + 1 >= len(view.text) or view.quoted[at] < 0 or view.quoted[at] == view.quoted[at - 1]:
        return False
    if at == j:
        return view.person[j - 1]
    return view.tag[at + 1] == "NN" and view.low[at + 1].endswith("s") and view.text[at + 2] not in '"“«»”'


def _is_object(view: View, j: int) -> bool:
    """*melden laut RKI Engpässe*: a bare plural behind a bare name is another phrase."""
    bare = view.tag[j] == "NN" and view.tag[j - 1] == "NE" and not view.text[j - 1].endswith("-")
    plural = view.doc[view.index[j]].morph.get("Number", []) == ["Plur"]
    return bare and plural and title_of(view.text[j]) is None and not is_statement(view.text[j])
