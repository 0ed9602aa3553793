"""Source phrases: *laut X, nach Angaben von X, X zufolge, so X, wie aus X hervorgeht*, and the name behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from briefing.analyse import items
from briefing.analyse.quantities_clauses import clause_of, lemma
from briefing.analyse.quantities_label import nominative
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
_EMPTY = frozenset({"angaben", "angabe", "informationen", "berichten", "bericht", "schätzungen"})
DETERMINERS = ("ART", "PPOSAT", "PDAT", "PIAT", "PIDAT")
_DATIVES = frozenset({"dem", "den", "einem", "ihren", "seinen", "diesem", "diesen"})
_BELIEVES = frozenset({"glaubt", "folgt", "glaube", "vertraut"})
_NEAR = 60  # tokens within which a source phrase belongs to a number
_FINITE = ("VVFIN", "VAFIN", "VMFIN")
_STRONG = {"Masc": "er", "Neut": "es", "Fem": "e"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Characters of who gives the number, the name resolved, the reporting verb's lemma, and the rule."""

    start: int
    end: int
    name: str
    verb: str
    rule: str


def frame(doc: Doc, counted: Counted | None, start: int, end: int) -> Holder | None:
    """A source phrase in the tokens `start` to `end`; in a long sentence the one nearest to the number wins."""
    best: tuple[int, Holder] | None = None
    if counted is not None:
        start, end = max(start, counted.first - _NEAR), min(end, counted.after + _NEAR)
    for k in range(start, end):
        found = _source_at(doc, k, start, end)
        if found is None:
            continue
        if counted is not None and _belongs_elsewhere(doc, k, counted):
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
        first = _phrase_start(doc, k, start)
        while first > start and _is_date(doc, k - 1) and doc[first - 1].tag_.startswith("APPR"):
            first, k = _phrase_start(doc, first - 1, start), first - 1  # einer Antwort aus dem vergangenen Jahr zufolge
        return holder(doc, first, k, "zufolge") if first < k else None
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


def phrase_end(doc: Doc, k: int, end: int) -> int:
    """The token after the noun phrase at `k`, with a genitive or name behind its noun."""
    noun = False
    while k < end and not doc[k].is_space:
        token = doc[k]
        if is_noun(token):
            noun = True
        elif (
            noun
            and token.lower_ in ("der", "des", "von", "für")
            and token.lower_ in ("der", "des")
            and _genitive_next(doc, k, end)
        ):
            noun = False
        elif noun and _both_genders(doc, k, end):
            return k + 2
        elif noun or not (is_adjective(token) or token.tag_ in (*DETERMINERS, "ADV", "CARD") or token.text == "-"):
            break
        k += 1
    return k


def _both_genders(doc: Doc, k: int, end: int) -> bool:
    """*Forscherinnen und Forscher*: one group in both genders."""
    woman = doc[k - 1].lower_.removesuffix("innen")
    paired = k + 1 < end and doc[k].lower_ == "und" and doc[k - 1].lower_.endswith("innen")
    return paired and doc[k + 1].lower_.startswith(woman[:-1])


def _genitive_next(doc: Doc, k: int, end: int) -> bool:
    n = k + 1
    while n < end and is_adjective(doc[n]):
        n += 1
    return n < end and is_noun(doc[n])


def _phrase_start(doc: Doc, k: int, start: int) -> int:
    """The first token of the noun phrase that ends before `k` (*einer Analyse der russischen BBC* zufolge)."""
    n = k
    while n > start and not doc[n - 1].is_space:
        token = doc[n - 1]
        if token.tag_ in DETERMINERS and n < k and not _genitive_next(doc, n - 1, k):
            break
        if doc[n].tag_ in DETERMINERS and doc[n].lower_ in _DATIVES and n < k and is_noun(token):
            break  # seien die Emissionen | den Forschern zufolge
        if is_noun(token) or is_adjective(token) or token.tag_ in (*DETERMINERS, "CARD"):
            n -= 1
        else:
            break
    return n


def holder(doc: Doc, first: int, last: int, rule: str) -> Holder | None:
    """The phrase as a holder: a name in it by its resolved name, else its words without the leading article."""
    if first >= last:
        return None
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    for name in items.read(doc, items.NAMES):
        if (
            (start <= name["start"] < end or name["start"] < start < name["end"])
            and name["label"] in ("PER", "ORG", "STATE")
            and not _adjectival(doc, name)
        ):
            role = name["role"]
            begin = min(start, role[0]) if role and role[1] <= name["start"] else start
            return Holder(start=begin, end=max(end, name["end"]), name=name["name"], verb="", rule=rule)
    while first < last - 1 and doc[first].tag_ in ("ART", "PDAT"):
        first += 1
    if (first == last - 1 and doc[first].lower_ in _EMPTY) or not any(is_noun(doc[k]) for k in range(first, last)):
        return None
    return Holder(start=doc[first].idx, end=end, name=_plain(_nominative(doc, first, last)), verb="", rule=rule)


def _nominative(doc: Doc, first: int, last: int) -> str:
    """The phrase without article as a subject would read: *(der) südkoreanischen Agentur* → *südkoreanische Agentur*.

    Adjectives get their strong ending, a noun in the genitive or dative its own form where the lemma tells it.
    """
    noun = next((k for k in range(first, last) if is_noun(doc[k])), -1)
    if noun < 0:
        return doc[first:last].text
    token, words = doc[noun], [doc[k].text for k in range(first, last)]
    plural = token.morph.get("Number", []) == ["Plur"]
    ending = "e" if plural else _STRONG.get("".join(token.morph.get("Gender", [])), "")
    for k in range(first, noun):
        stem = re.fullmatch(r"(\w+?)(?:en|em|er|es|e)", doc[k].text)
        if is_adjective(doc[k]) and doc[k].text[0].islower() and stem and ending:
            words[k - first] = stem[1] + ending
    lemma, text = token.lemma_, token.text
    shortened = text.startswith(lemma) and text[len(lemma) :] in (("n",) if plural else ("s", "es", "n", "en"))
    if shortened and (not plural or lemma.endswith(("er", "el"))):
        words[noun - first] = lemma
    elif plural and first > 0 and doc[noun].morph.get("Case", []) == ["Dat"]:
        words[noun - first] = nominative(token, plural=True, dative=True)
    spaced = [word + doc[first + k].whitespace_ for k, word in enumerate(words)]
    return "".join(spaced).strip()


def _adjectival(doc: Doc, name: items.NameItem) -> bool:
    """Names inside an adjective or a genitive that only describes (*südkoreanische Geheimdienste*)."""
    span = doc.char_span(name["start"], name["end"], alignment_mode="expand")
    return span is not None and is_adjective(span[-1]) and not is_noun(span[-1])


def _plain(text: str) -> str:
    """*Polizeiangaben* → *Polizei*."""
    for ending in ("angaben", "informationen"):
        if text.endswith(ending) and " " not in text and len(text) > len(ending) + 3:
            return text[: -len(ending)].removesuffix("s") if text.endswith("s" + ending) else text[: -len(ending)]
    return text
