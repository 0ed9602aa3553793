"""What happens to what is counted (events), and what stands of it: done, planned, expected, estimated …"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from briefing.analyse.quantities_clauses import clause_of, lemma, takes_lives
from briefing.analyse.quantities_nouns import Phrase, governing_verb
from briefing.analyse.quantities_numbers import Counted
from briefing.german.words import load
from briefing.model import Status

_DATA = load("quantities")
_VERBS = {name: frozenset(lemmas) for name, lemmas in _DATA["verbs"].items()}
_WORDS = {name: frozenset(forms) for name, forms in _DATA["words"].items()}
_YEAR = re.compile(r"20\d\d")
_AHEAD = ("kommende", "nächste", "künftig", "werde", "wird", "bald", "jahr", "zukunft", "folgende")
_FINITE = ("VVFIN", "VAFIN", "VMFIN")


def events(doc: Doc, counted: Counted, phrase: Phrase) -> list[Token]:
    """The full verbs that govern the counted noun, with those coordinated to them; then a relative clause's."""
    relative = [child for child in doc[phrase.head].children if _relative(child)] if phrase.found else []
    start = phrase.head if phrase.found and phrase.rule != "subject" else counted.last - 1
    verb = governing_verb(doc, start)
    own = _group(verb) if verb is not None and _is_event(verb) else []
    if not own:
        own = [doc[k] for k in clause_of(doc, counted.last - 1) if _is_event(doc[k])]
    return [*own, *(token for child in relative for token in _group(child) if _is_event(token))]


def event_lemmas(doc: Doc, deeds: list[Token]) -> list[str]:
    """The lemmas of the verbs; *ums Leben kommen* and *das Leben verlieren* are *sterben*."""
    found = []
    for verb in deeds:
        life = any(doc[k].lower_ == "leben" and doc[k].tag_ != "VVFIN" for k in clause_of(doc, verb.i))
        low = "kosten" if takes_lives(verb) else lemma(verb)
        found.append("sterben" if life and low in ("kommen", "verlieren", "lassen") else low)
    return list(dict.fromkeys(found))


def _relative(child: Token) -> bool:
    """Whether the verb heads a relative clause; the parse also hangs main clauses behind a comma on nouns."""
    if child.dep_ not in ("acl", "acl:relcl") or not child.tag_.startswith("VV"):
        return False
    return any(child.doc[k].tag_.startswith("PREL") for k in clause_of(child.doc, child.i))


def _group(verb: Token) -> list[Token]:
    """A verb with those coordinated to it that share its subject (*getötet oder verwundet*), in text order."""
    first = verb.head if verb.dep_ == "conj" and verb.head.tag_[:4] == verb.tag_[:4] and _shares(verb) else verb
    found = [
        first,
        *(child for child in first.children if child.dep_ == "conj" and child.tag_ == first.tag_ and _shares(child)),
    ]
    return sorted(found, key=lambda token: token.i)


def _shares(verb: Token) -> bool:
    """Whether a coordinated verb has no subject, comma or finite verb between itself and the first one."""
    if any(child.dep_.startswith("nsubj") for child in verb.children):
        return False
    low, high = sorted((verb.i, verb.head.i))
    return not any(verb.doc[k].text == "," or verb.doc[k].tag_ in _FINITE for k in range(low + 1, high))


def _is_event(token: Token) -> bool:
    low = lemma(token)
    said = low in _VERBS["says"] and not takes_lives(token)
    return token.tag_.startswith("VV") and not said and low not in _VERBS["auxiliary"]


def status_of(doc: Doc, counted: Counted, phrase: Phrase, deeds: list[Token], reporting: str) -> Status:
    """The status by adverbs and adjectives near the number, then by the form of the verb.

    `reporting` is the lemma of the verb that reports the number, if one does (*schätzen, dementieren*).
    """
    clause = clause_of(doc, counted.last - 1)
    near = {*clause, *range(counted.first, max(counted.after, phrase.end))}
    lows = {doc[k].lower_ for k in near if not _compared_to(doc, k) and not takes_lives(doc[k])}
    if reporting in _VERBS["denies"]:
        return "denied"
    if lows & _WORDS["estimated"] or reporting in _VERBS["estimates"]:
        return "estimated"
    if reporting in _VERBS["claims"]:
        return "claimed"
    if {"keine", "rede"} <= lows:
        return "denied"
    relative = [verb for verb in deeds if _relative(verb)]
    if not relative and phrase.found:  # Infizierte, die gemeldet wurden, könnten …
        relative = [child for child in doc[phrase.head].children if _relative(child)]
    plans = {doc[k].lower_ for k in phrase.adjectives} & _WORDS["planned"]
    if plans and _form(doc, deeds[0] if deeds else None, clause, lows - plans) == "done":
        return "done"  # alle 785 geplanten Flüge fielen aus
    form = _form(doc, relative[-1] if relative else (deeds[0] if deeds else None), clause, lows)
    if form != "reported":
        return form
    if lows & _WORDS["planned"] or _governed_by(doc, counted, "plans"):
        return "planned"
    if lows & _WORDS["expected"] or reporting in ("erwarten", "prognostizieren", "befürchten"):
        return "expected"
    if {"geht", "aus"} <= lows or {"gehen", "aus"} <= lows:
        ahead = any(low.startswith(_AHEAD) or _YEAR.fullmatch(low) for low in lows)
        return "expected" if ahead or counted.unit or counted.number.change else "estimated"
    if "anpeilen" in {lemma(verb) for verb in deeds}:
        return "expected"
    return form


def _compared_to(doc: Doc, k: int) -> bool:
    """*mehr als geplant, weniger als ursprünglich veranschlagt*: the plan is what a number is compared with."""
    first = k - 2 if k > 1 and doc[k - 1].tag_ in ("ADJD", "ADV") else k - 1
    return first > 0 and doc[first].lower_ == "als" and doc[k].tag_ in ("VVPP", "ADJD")


def _form(doc: Doc, verb: Token | None, clause: range, lows: set[str]) -> Status:
    """Status by tense, mood and modal verbs of the verb group."""
    tokens = [doc[k] for k in clause]
    if verb is not None:
        inner = clause_of(doc, verb.i)
        tokens = [doc[k] for k in inner]
    finite = {lemma(token) for token in tokens if token.tag_ in ("VAFIN", "VMFIN")}
    forms = {token.lower_ for token in tokens if token.tag_ in ("VAFIN", "VMFIN")}
    participle = any(token.tag_ in ("VVPP", "VAPP") for token in tokens)
    perfect = participle and bool(
        {"haben", "sein", "worden"} & {token.lower_ for token in tokens if token.tag_ in ("VAINF", "VAPP", "VAFIN")}
    )
    infinitive = any(token.tag_ in ("VVINF", "VVIZU", "VAINF") for token in tokens) or (
        verb is not None and verb.tag_ == "VVFIN"
    )
    if forms & {"soll", "sollen", "solle", "sollten", "will", "wollen", "wolle", "wollten"}:
        if perfect or lows & {"derzeit", "bereits", "schon", "inzwischen", "aktuell"}:
            return "reported"
        return "planned" if infinitive or participle else "reported"
    if forms & {"könnte", "könnten", "dürfte", "dürften", "wird", "werden", "werde", "würde", "würden"} and infinitive:
        return (
            "expected"
            if not (participle and forms & {"wird", "werden", "werde"} and not _has_infinitive(tokens))
            else "reported"
        )
    if participle and (finite & {"haben", "sein"} or forms & {"wurde", "wurden"}):
        return "planned" if lows & _WORDS["planned"] else "expected" if lows & {"erwartet"} else "done"
    if lows & _WORDS["planned"]:
        return "planned"
    if forms & {"hätte", "hätten", "wäre", "wären"} and not participle:
        return "expected"
    past = verb is not None and verb.tag_ == "VVFIN" and verb.morph.get("Tense", []) == ["Past"]
    past = past and verb is not None and verb.morph.get("Mood", []) != ["Sub"]
    return "done" if past or (lows & _WORDS["done"] and verb is not None) else "reported"


def _has_infinitive(tokens: list[Token]) -> bool:
    return any(token.tag_ in ("VVINF", "VVIZU", "VAINF") for token in tokens)


def _governed_by(doc: Doc, counted: Counted, group: str) -> bool:
    """Whether a verb above the number's own says that it is planned (*plant, … zu schicken*)."""
    token = doc[counted.last - 1]
    for _ in range(8):
        if token.tag_.startswith("V") and lemma(token) in _VERBS[group] and not takes_lives(token):
            return True
        if token.head.i == token.i:
            return False
        token = token.head
    return False
