"""Who gives a number, as a phrase: where it ends, the name in it, and its words as a subject would read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from briefing.analyse import items
from briefing.analyse.quantities_label import nominative
from briefing.analyse.quantities_nouns import is_adjective, is_noun

DETERMINERS = ("ART", "PPOSAT", "PDAT", "PIAT", "PIDAT")
_STRONG = {"Masc": "er", "Neut": "es", "Fem": "e"}


_DATIVES = frozenset({"dem", "den", "einem", "ihren", "seinen", "diesem", "diesen"})
EMPTY = frozenset({"angaben", "angabe", "informationen", "berichten", "bericht", "schätzungen"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Characters of who gives the number, the name resolved, the reporting verb's lemma, and the rule."""

    start: int
    end: int
    name: str
    verb: str
    rule: str


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


def phrase_start(doc: Doc, k: int, start: int) -> int:
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
    if (first == last - 1 and doc[first].lower_ in EMPTY) or not any(is_noun(doc[k]) for k in range(first, last)):
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
