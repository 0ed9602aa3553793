"""Source phrases: *laut X, nach Angaben von X, X zufolge, so X, wie aus X hervorgeht*, and the name behind them."""

from __future__ import annotations

from spacy.tokens import Doc

from briefing.analyse import items
from briefing.analyse.quantities_clauses import clause_of, divided, lemma
from briefing.analyse.quantities_named import DETERMINERS, EMPTY, Holder, holder, phrase_end, phrase_start
from briefing.analyse.quantities_nouns import is_adjective, is_noun
from briefing.analyse.quantities_numbers import Counted
from briefing.german.words import load

_DATA = load("quantities")
_NOUNS = frozenset(_DATA["sources"]["nouns"])
_COMPOUNDS = tuple(_DATA["sources"]["compounds"])
_SAYS = frozenset(_DATA["verbs"]["says"])
_FOLLOWING = frozenset(_DATA["sources"]["following"])
_REPORTS = tuple(_DATA["sources"]["reports"])
_ARISES = frozenset({"hervorgeht", "hervor", "hervorging", "hervorgehe", "hervorgehen"})
_BELIEVES = frozenset({"glaubt", "folgt", "glaube", "vertraut"})
_NEAR = 60  # tokens within which a source phrase belongs to a number
_FINITE = ("VVFIN", "VAFIN", "VMFIN")


def frame(doc: Doc, counted: Counted | None, start: int, end: int) -> Holder | None:
    """A source phrase in the tokens `start` to `end`; in a long sentence the one nearest to the number wins."""
    best: tuple[int, Holder] | None = None
    if counted is not None:
        start, end = max(start, counted.first - _NEAR), min(end, counted.after + _NEAR)
    for k in range(start, end):
        found = _source_at(doc, k, start, end)
        if found is None:
            continue
        if counted is not None and (_belongs_elsewhere(doc, k, counted) or divided(doc, k, counted.first)):
            continue
        distance = 0 if counted is None else abs(k - counted.first) + (40 if _apart(doc, k, counted) else 0)
        if distance < _NEAR and (best is None or distance < best[0]):
            best = (distance, found)
    return best[1] if best else None


def _belongs_elsewhere(doc: Doc, k: int, counted: Counted) -> bool:
    """Whether the source phrase at `k` stands behind the number in a clause with a finite verb of its own."""
    if doc[k].lower_ in ("seitens", "vonseiten"):
        return False
    if k < counted.after or not any(doc[n].text in (",", ";") for n in range(counted.after, k)):
        return False
    clause = clause_of(doc, k)
    return counted.first not in clause and any(doc[n].tag_ in _FINITE for n in clause)


def _apart(doc: Doc, k: int, counted: Counted) -> bool:
    low, high = sorted((k, counted.first))
    return any(doc[n].text == ";" or doc[n].is_space for n in range(low, high))


def _source_at(doc: Doc, k: int, start: int, end: int) -> Holder | None:
    low = doc[k].lower_
    if low == "laut" and doc[k].tag_ in ("ADJD", "ADV") and doc[k + 1 : k + 2].text[:1].isupper():
        return None  # wie laut Ihre Waschmaschine ist
    if low in ("seitens", "vonseiten") and not _tells(doc, start, end):
        return None
    if low in ("laut", "gemäß") and (given := given_out(doc, k, end)) is not None:
        return given
    if low == "gemäß":
        return None
    if low in ("laut", "seitens", "vonseiten") and k + 1 < end:
        return holder(doc, k + 1, phrase_end(doc, k + 1, end), "laut")
    if low == "nach" and k + 1 < end:
        return given_out(doc, k, end)
    if low in _BELIEVES and (believed := _believed(doc, k, end)) is not None:
        return believed
    if low == "zufolge":
        first = phrase_start(doc, k, start)
        while first > start and _is_date(doc, k - 1) and doc[first - 1].tag_.startswith("APPR"):
            first, k = phrase_start(doc, first - 1, start), first - 1  # einer Antwort aus dem vergangenen Jahr zufolge
        return _of_figures(doc, first, k) if first < k else None
    if (
        low == "so"
        and k > start
        and doc[k - 1].text in (",", '"')
        and k + 1 < end
        and doc[k + 1].tag_ in ("NE", "ART", "NN", "PPOSAT")
    ):
        return holder(doc, k + 1, phrase_end(doc, k + 1, end), "so")
    if low in ("aus", "in", "bei") and k + 1 < end:
        return _document(doc, k, start, end)
    if low in _FOLLOWING:
        return Holder(start=doc[k].idx, end=doc[k].idx + len(doc[k]), name="", verb="", rule="following")
    return None


def _of_figures(doc: Doc, first: int, k: int) -> Holder | None:
    """*Angaben der Behörde zufolge, einer Analyse des Instituts zufolge*: whose figures they are, else the phrase."""
    noun = next((n for n in range(first, k) if is_noun(doc[n])), k)
    figures = noun < k and doc[noun].lower_ in EMPTY | {"daten", "zahlen", "auskunft", "darstellung"}
    if figures and noun + 2 < k and doc[noun + 1].lower_ in ("der", "des", "von", "vom"):
        return holder(doc, noun + 2 if doc[noun + 1].lower_ in ("von", "vom") else noun + 1, k, "zufolge")
    return holder(doc, first, k, "zufolge")


def _believed(doc: Doc, k: int, end: int) -> Holder | None:
    """*Glaubt man den Instituten, folgt man der Studie, geht es nach dem Minister*: whom the text lets tell it."""
    opens = k == doc[k].sent.start or not doc[k - 1].text[-1].isalpha()
    if not opens or k + 2 >= end or doc[k + 1].lower_ != "man" or doc[k + 2].tag_ not in (*DETERMINERS, "NE"):
        return None
    return holder(doc, k + 2, phrase_end(doc, k + 2, end), "believed")


def _tells(doc: Doc, start: int, end: int) -> bool:
    """Whether something is told, estimated or reckoned with: *seitens der Polizei war mit … gerechnet worden*."""
    return any(doc[n].lower_ in ("rede", "hieß", "heißt") or lemma(doc[n]) in _SAYS for n in range(start, end))


def _document(doc: Doc, k: int, start: int, end: int) -> Holder | None:
    """*wie aus dem Bericht hervorgeht, aus der Antwort geht hervor, heißt es in dem Papier*."""
    last = phrase_end(doc, k + 1, end)
    behind = {doc[n].lower_ for n in range(last, min(end, last + 5))}
    ahead = [doc[n].lower_ for n in range(max(start, k - 3), k)]
    told = doc[k].lower_ == "aus" and behind & _ARISES
    if told or ahead[-2:] == ["heißt", "es"] or ahead[-2:] == ["hieß", "es"]:
        return owned(doc, k + 1, last, end, "document")
    return _described(doc, k, end) if doc[k].lower_ == "aus" else None


def _described(doc: Doc, k: int, end: int) -> Holder | None:
    """*aus einer im Magazin Nature veröffentlichten Studie von X hervorgeht*: the document behind a participle."""
    clause = clause_of(doc, k)
    arises = next((n for n in range(k, min(end, clause[-1] + 1)) if doc[n].lower_ in _ARISES), -1)
    for n in range(arises - 1, k, -1):
        if doc[n].tag_ == "NN" and lemma(doc[n]).rpartition("-")[2].endswith(_REPORTS) and is_adjective(doc[n - 1]):
            return owned(doc, n, phrase_end(doc, n, arises), arises, "document")
    return None


def owned(doc: Doc, first: int, last: int, end: int, rule: str) -> Holder | None:
    """The phrase of a document as a holder; whose it is where a name behind *von* or a genitive tells."""
    if last < end and doc[last].lower_ in ("von", "vom", "aus"):
        inner = holder(doc, last + 1, phrase_end(doc, last + 1, end), rule)
        named = inner is not None and any(n["name"] == inner.name for n in items.read(doc, items.NAMES))
        if named or (doc[last].lower_ == "aus" and doc[last - 1].lower_ in ("zahlen", "daten")):
            return inner
    return holder(doc, first, last, rule)


def given_out(doc: Doc, k: int, end: int) -> Holder | None:
    """*nach Angaben der Polizei, nach Einschätzung von X, nach ukrainischen Angaben, nach Polizeiangaben*."""
    first = k + 1
    while first < end and (is_adjective(doc[first]) or doc[first].tag_ in DETERMINERS):
        first += 1
    if first >= end or not is_noun(doc[first]):
        return None
    low = doc[first].lower_
    compound = low.endswith(_COMPOUNDS) and low not in _NOUNS
    if low not in _NOUNS and not compound:
        return None
    follows = first + 1
    dated = follows + 1 < end and doc[follows].lower_ in ("von", "vom") and _is_date(doc, follows + 1)
    if dated:  # nach Polizeiangaben vom Samstag
        return holder(doc, k + 1, first + 1, "nach-angaben") if compound else None
    if follows < end and doc[follows].lower_ in ("von", "vom", "der", "des", "aus", "dieser", "seiner", "ihrer"):
        inner = follows + 1 if doc[follows].lower_ in ("von", "vom", "aus") else follows
        if any(doc[n].lower_ == "prozent" for n in range(inner, min(end, inner + 4))):
            return None  # nach Auszählung von 99 Prozent der Stimmen
        return holder(doc, inner, phrase_end(doc, inner, end), "nach-angaben")
    if follows < end and doc[follows].tag_ == "NE":
        return holder(doc, follows, phrase_end(doc, follows, end), "nach-angaben")
    if first > k + 1 or compound:
        return holder(doc, k + 1, first + 1, "nach-angaben")
    return None


def _is_date(doc: Doc, k: int) -> bool:
    return any(date["start"] <= doc[k].idx < date["end"] for date in items.read(doc, items.DATES))
