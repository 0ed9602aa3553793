"""Shares that say how far something is so: *zu 90 Prozent sicher*; and moves: *0,1 Prozent tiefer*.

What is so, or moves, is the subject of the clause.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.analyse.quantities_clauses import clause_of, lemma, whole_verb
from briefing.analyse.quantities_named import holder, phrase_end
from briefing.analyse.quantities_nouns import Phrase, around_noun, governing_verb, is_adjective, is_noun
from briefing.analyse.quantities_numbers import Counted, unit_token
from briefing.analyse.quantities_sums import is_actor, meant_noun
from briefing.german.words import load

_WORDS = load("quantities")["moves"]
_COMPARED, _MOVED = frozenset(_WORDS["compared"]), frozenset(_WORDS["verbs"])
_SHARES = frozenset({"Prozent", "Prozentpunkte"})
_DATIVES = frozenset({"dem", "der", "den"})
_LIES = frozenset({"liegen", "bleiben", "notieren", "ausfallen"})
_REACH = 7  # tokens from *weniger* to its *als*
_LONGEST = 60  # characters of what is so


def degree_of(doc: Doc, counted: Counted) -> str:
    """*Die Schnelltests sind zu 90 Prozent sicher* → *Schnelltests (sicher)*; empty where nothing is said to be so."""
    unit = unit_token(doc, counted)
    k = counted.first - 1
    while k > 0 and doc[k].tag_ in ("ADV", "ADJD"):
        k -= 1
    near = {doc[n].lower_ for n in range(max(k, 0), counted.last)}
    so = unit.head
    if (
        unit.dep_.startswith("nsubj")
        or counted.unit != "Prozent"
        or "zu" not in near
        or so.tag_ not in ("VVPP", "ADJD")
        or so.i < counted.last
    ):
        return ""
    subject = _subject(so)
    if subject is None or so.text[0].isupper():
        return ""
    first = subject.i
    while first > subject.sent.start and (is_adjective(doc[first - 1]) or doc[first - 1].tag_ in ("ART", "PDAT")):
        first -= 1
    found = holder(doc, first, phrase_end(doc, subject.i, subject.sent.end), "degree")
    return f"{found.name} ({so.text})" if found is not None and len(found.name) <= _LONGEST else ""


def moved(doc: Doc, counted: Counted, phrase: Phrase) -> tuple[Counted, Phrase]:
    """The number as a change where it tells how far something moved, and what moved: *schloss 0,1 Prozent tiefer*."""
    if not counted.unit and _fewer(doc, phrase):
        return replace(counted, number=replace(counted.number, change=True)), phrase
    if counted.unit not in _SHARES or counted.term:
        return counted, phrase
    if not (counted.number.change or _compared(doc, counted) or _lost(doc, counted, phrase)):
        return counted, phrase
    if not phrase.found:
        verb = governing_verb(doc, unit_token(doc, counted).i)
        subject = _subject(verb, named=True) if verb is not None and whole_verb(verb) in _MOVED else None
        phrase = phrase if subject is None else around_noun(doc, subject, "subject")
    number = counted.number if counted.number.change else replace(counted.number, change=True)
    return replace(counted, number=number), phrase


def _compared(doc: Doc, counted: Counted) -> bool:
    """*0,1 Prozent tiefer, fünf Prozent im Plus*."""
    k = counted.after
    if k >= len(doc) or counted.closed:
        return False
    sign = k + 1 < len(doc) and doc[k].lower_ in ("im", "ins") and doc[k + 1].lower_ in ("plus", "minus")
    level = doc[counted.first - 1].lower_ in ("mit", "bei")  # liegt mit 12 Prozent über der Grenze
    lies = any(lemma(doc[n]) in _LIES for n in clause_of(doc, counted.first))
    above = (
        lies and not level and k + 1 < len(doc) and doc[k].lower_ in ("über", "unter") and doc[k + 1].lower_ in _DATIVES
    )
    return doc[k].lower_ in _COMPARED or sign or above


def _fewer(doc: Doc, phrase: Phrase) -> bool:
    """*werden zwei Millionen Autos weniger verkauft als zuvor*: how many fewer, told with *als* in the same clause."""
    k = phrase.end
    if phrase.rule != "number+noun" or k >= len(doc) or doc[k].lower_ not in ("weniger", "mehr"):
        return False
    clause = clause_of(doc, k)
    return any(doc[n].lower_ == "als" for n in range(k + 1, min(k + _REACH, clause[-1] + 1)))


def _lost(doc: Doc, counted: Counted, phrase: Phrase) -> bool:
    """*Die Papiere verloren 1,3 Prozent*, but not a party that lost some of its votes."""
    verb = governing_verb(doc, unit_token(doc, counted).i)
    if phrase.rule != "subject" or verb is None or unit_token(doc, counted).dep_ != "obj":
        return False
    return whole_verb(verb) in ("verlieren", "einbüßen", "nachgeben", "zulegen") and not is_actor(doc, doc[phrase.head])


def _subject(verb: Token, *, named: bool = False) -> Token | None:
    """The subject of a verb, a thing, also through a pronoun; with `named` also what bears a name (*der Dax*)."""
    for child in verb.children:
        if child.dep_.startswith("nsubj"):
            noun = meant_noun(child)[0]
            return noun if is_noun(noun) and (named or (noun.tag_ == "NN" and not is_actor(noun.doc, noun))) else None
    return None
