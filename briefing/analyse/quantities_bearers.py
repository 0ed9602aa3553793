"""Whose a share of votes, a vote or a seat is: *Für Saleh stimmten 69 Prozent, die SPD kommt auf 16 Prozent*.

Nobody measures a party or a person: a share that stands with one is theirs and is called *Anteil (SPD)*.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from briefing.analyse import items
from briefing.analyse.quantities_anaphora import meant_by, named
from briefing.analyse.quantities_clauses import clause_of, whole_verb
from briefing.analyse.quantities_named import holder, phrase_end
from briefing.analyse.quantities_nouns import Phrase, governing_verb, is_adjective, is_noun
from briefing.analyse.quantities_numbers import Counted, unit_token
from briefing.analyse.quantities_results import led, ranked
from briefing.analyse.quantities_sums import is_actor, meant_noun
from briefing.german.units import unit_at_text
from briefing.german.words import load

_WORDS = load("quantities")["shares"]
_VOTES = tuple(_WORDS["votes"])
_SHARES = tuple(_WORDS["nouns"])
_RESULTS: dict[str, frozenset[str]] = {case: frozenset(verbs) for case, verbs in _WORDS["results"].items()}
_FOR: dict[str, frozenset[str]] = {case: frozenset(verbs) for case, verbs in _WORDS["for"].items()}
_NO_BEARERS = tuple(_WORDS["no_bearers"])
_SIZES = tuple(load("quantities")["counting"]["sizes"])
_CASES = frozenset({"auf", "bei", "mit"})
_AHEAD = frozenset({"vor", "hinter", "von", "gegen", "nach"})  # Biden liegt vor Trump mit 49 Prozent
_SKIPPED = ("ADV", "ADJD", "PTKNEG", "APPRART")
_LABELS = frozenset({"PER", "ORG", "STATE"})
_OWN = frozenset({"obj", "obl", "conj", "obl:arg", "nsubj", "nsubj:pass"})
_LONGEST = 45  # characters of the name of whom a share belongs to
_PRONOUNS = {"er": ("m", "Masc"), "sie": ("f", "Fem"), "es": ("n", "Neut")}
_CLAUSE_ENDS = frozenset({";", ",", "–"})
_REACHES = frozenset({"erreichen", "sichern"})
_LIST = 16  # tokens back to the share before in a list
_LISTED = re.compile(
    r"(?:\d|Prozent),?(?: und| sowie)? (?:auch )?(?:für )?(?:die |das |der |den )?"
    r"([A-ZÄÖÜ][\w./&-]*(?: [A-ZÄÖÜ][\w./&-]*){0,3}) (?:nur |noch )?(?:(?:auf|bei|mit) )?(?:nur |noch |rund |etwa )?$"
)
_BACK = 6  # tokens between a name and its share


def is_divided(doc: Doc, counted: Counted, phrase: Phrase) -> bool:
    """Whether a number is a share, votes or seats that somebody gets."""
    if counted.number.change or counted.term or counted.number.compound:
        return False
    low = doc[phrase.head].lower_ if phrase.found else ""
    if not counted.unit:
        return low.endswith(_VOTES)
    if counted.unit != "Prozent":
        return False
    actor = phrase.rule in ("subject", "sum-of") and is_actor(doc, doc[phrase.head])
    return (
        not low or unit_at_text(low) is not None or low.endswith((*_VOTES, *_SHARES)) or actor or _is_group(doc, phrase)
    )


def _is_group(doc: Doc, phrase: Phrase) -> bool:
    """Whether the subject a share is told of is people or a body (*die Staaten kommen auf 33 Prozent*), no measure."""
    if phrase.rule != "subject" or doc[phrase.head].lower_.endswith((*_SIZES, *_NO_BEARERS)):
        return False
    verb = governing_verb(doc, phrase.head)
    return verb is not None and whole_verb(verb) in _RESULTS["gets"]


def is_vote(head: str) -> bool:
    """Whether a lemma means votes or seats."""
    return head.endswith(_VOTES)


def bearer_of(doc: Doc, counted: Counted, phrase: Phrase) -> str:
    """Whose the share, the votes or the seats are, as a heading; empty where the clause does not say it."""
    own = doc[counted.last - 1] if phrase.rule in ("share-of", "part-of", "of-them") else doc[phrase.head]
    if not counted.unit and phrase.found and own.dep_ not in _OWN:
        return ""  # 218 der 435 Sitze
    beside = _listed(doc, counted) or _beside(doc, counted)
    found = beside if beside is not None else _by_verb(doc, counted)
    return found if len(found) <= _LONGEST else ""


def _beside(doc: Doc, counted: Counted) -> str | None:
    """*die Grünen auf 20, vor Trump mit 49,3, die AfD (9 Prozent)*: the name right before; None where there is none."""
    k = counted.first - 1
    while k > 0 and doc[k].tag_ in _SKIPPED and doc[k].lower_ not in _CASES:
        k -= 1
    if k > 0 and (doc[k].lower_ in _CASES or doc[k].text in ("(", ":")):
        k -= 1
    if k <= doc[counted.first].sent.start - 1 or not is_noun(doc[k]):
        return None
    name = _name_at(doc, doc[k])
    if name is None:
        return None
    first = doc.char_span(name["start"], name["end"], alignment_mode="expand")
    at = first.start if first is not None else k
    role = doc.char_span(name["role"][0], name["role"][1], alignment_mode="expand") if name["role"] else None
    at = role.start if role is not None and role.start < at else at  # mit Spitzenkandidat Voigt auf …
    named = led(doc, at) if name["label"] == "PER" else ""
    if named:
        return f"{named} {name['name']}"
    while at > doc[k].sent.start and (doc[at - 1].tag_ == "ART" or is_adjective(doc[at - 1])):
        at -= 1
    if doc[counted.first - 1].lower_ == "mit" and doc[k].dep_ in ("obj", "iobj", "obl:arg"):
        return None  # hängt er Trump mit 306 Wahlleuten ab
    case = doc[at - 1] if at > doc[k].sent.start else None
    if case is not None and is_noun(case) and doc[at].lower_ in ("der", "des"):
        return None  # laut einer Umfrage der ARD
    if case is not None and case.tag_.startswith("APPR") and case.lower_ not in _AHEAD:
        return None  # in Deutschland, nach Angaben von …
    if case is not None and case.lower_ in ("von", "nach", "gegen") and doc[at - 2].lower_ != "gefolgt":
        return None
    return str(name["name"])


def _listed(doc: Doc, counted: Counted) -> str:
    """*… 27,1 Prozent, die Linke 11,4 und für Biden 9,9*: who stands between two shares of one list."""
    number = doc[counted.first].idx
    near = doc[max(doc[counted.first].sent.start, counted.first - _LIST) : counted.first]
    match = _LISTED.search(near.text_with_ws) if counted.unit == "Prozent" and len(near) else None
    if match is None:
        return ""
    end = number - len(match[0]) + match.end(1) - match.start()
    span = doc.char_span(end - len(match[1]), end, alignment_mode="expand")
    if span is None or not is_noun(span[-1]) or span[-1].lower_.endswith(_NO_BEARERS):
        return ""
    name = _name_at(doc, span[-1])
    if name is not None:
        return str(name["name"])
    return "Die Linke" if match[1] in ("Linke", "Linken") else match[1]


def _by_verb(doc: Doc, counted: Counted) -> str:
    """*Für X stimmten, auf X entfielen, X erhielt, X kam auf, X wurde mit … gewählt*."""
    at = unit_token(doc, counted).i
    clause, before = clause_of(doc, counted.first), _case_before(doc, counted)
    if before == "mit" and (first := ranked(doc, clause)) is not None:
        return _whose(doc, first)
    verb = _verb(doc, counted)
    if verb is None:
        return ""
    low = whole_verb(verb)
    for case, verbs in _FOR.items():
        if low in verbs:
            for k in clause:
                near = doc[k].lower_ == case and not counted.first - 1 <= k < counted.after
                if near and (found := _whose(doc, doc[_noun_behind(doc, k)])):
                    return found
            return ""
    reached = low in _REACHES and not before
    if low not in _RESULTS["gets"] and low not in _RESULTS.get(before, frozenset()) and not reached:
        return ""
    if before not in _CASES and low not in _RESULTS["of"]:
        return ""
    parts = [verb, verb.head] if verb.dep_ == "conj" else [verb]
    moved = (reached or before in ("auf", "bei")) and low not in _RESULTS[
        "gets"
    ]  # die Quote stieg auf, die SPD liegt bei
    subjects = [
        child
        for part in parts
        for child in part.children
        if child.dep_.startswith("nsubj")
        and not counted.first <= child.i <= at
        and not (moved and child.tag_ == "NN" and not is_actor(doc, child))
    ]
    return _whose(doc, subjects[0]) if subjects else ""


def _verb(doc: Doc, counted: Counted) -> Token | None:
    """The verb the number belongs to: that of its own clause where the parse hangs it elsewhere."""
    verb = governing_verb(doc, unit_token(doc, counted).i)
    clause = clause_of(doc, counted.first)
    if verb is not None and verb.i in clause:
        return verb
    return next((doc[k] for k in clause if doc[k].tag_.startswith("VV")), None)


def _case_before(doc: Doc, counted: Counted) -> str:
    """The preposition before a number, over *jeweils, immerhin, gerade einmal*; empty where there is none."""
    k = counted.first - 1
    while k > 0 and doc[k].tag_ in ("ADV", "ADJD", "ART", "PPOSAT", "ADJA"):
        k -= 1
    inside = next((doc[n].lower_ for n in range(counted.first, counted.last) if doc[n].tag_ == "APPR"), "")
    return doc[k].lower_ if k >= 0 and doc[k].tag_ == "APPR" else inside


def _noun_behind(doc: Doc, k: int) -> int:
    """The noun of the phrase behind the preposition at token `k`; `k` where there is none."""
    n = k + 1
    while n < len(doc) and n - k < _BACK and not is_noun(doc[n]):
        if not (is_adjective(doc[n]) or doc[n].tag_ in ("ART", "PPOSAT", "ADV")):
            return k
        n += 1
    return n if n < len(doc) and n - k < _BACK else k


def _whose(doc: Doc, token: Token) -> str:
    """Who a noun or pronoun is, with those coordinated with it; empty where nobody is told."""
    related = token.tag_ == "PRELS" and token.head.dep_.startswith("acl") and is_noun(token.head.head)
    if token.tag_ == "PRELS":
        token = token.head.head if related else meant_noun(token)[0]
    if token.lower_.endswith(_SHARES):
        return _possessor(doc, token)
    if token.tag_ in ("PPER", "PDS") or token.lower_ in ("er", "sie"):
        if (near := _before(doc, token)) is not None:
            return _whose(doc, near)
        meant = meant_by(doc, token.head)
        named = {name["name"] for name in items.read(doc, items.NAMES) if name["label"] in _LABELS}
        if meant is not None and meant.name in named:
            return meant.name
        return _only(doc, token, {"er": "m", "sie": "f"}.get(token.lower_, ""))
    if not is_noun(token) or token.lower_.endswith(_NO_BEARERS) or unit_at_text(token.text) is not None:
        return ""
    others = [
        child
        for child in token.children
        if child.dep_ == "conj" and is_noun(child) and unit_at_text(child.text) is None
    ]
    told = [name for name in (_one(doc, part) for part in (token, *others)) if name]
    told = list(dict.fromkeys(told))
    return " und ".join(filter(None, (", ".join(told[:-1]), told[-1]))) if told else ""


def _before(doc: Doc, pronoun: Token) -> Token | None:
    """*Die SPD stürzt ab; vor Jahren hatte sie noch 15 Prozent*: the one subject of the clause before, if it fits."""
    border = next((k for k in range(pronoun.i, pronoun.sent.start, -1) if doc[k].text in _CLAUSE_ENDS), 0)
    last = pronoun.sent.start - 1
    alone = not border and last > 0 and not doc[last].is_space
    clause = doc[last].sent if alone else doc[pronoun.sent.start : border]
    subjects = [token for token in clause if token.dep_ == "nsubj" and is_noun(token)]
    if pronoun.lower_ not in _PRONOUNS or len(subjects) != 1:
        return None
    name = _name_at(doc, subjects[0])
    if alone and (name is None or name["label"] != "ORG"):
        return None  # people are looked for further
    gender = str(name["gender"]) if name is not None and name["label"] == "PER" else ""
    told = subjects[0].morph.get("Gender", [])
    natural, grammatical = _PRONOUNS[pronoun.lower_]
    return subjects[0] if (gender == natural if gender else told in ([], [grammatical])) else None


def _possessor(doc: Doc, noun: Token) -> str:
    """*sein Ergebnis*: the only man named in this sentence and the one before."""
    pronoun = next((child.lower_ for child in noun.children if child.tag_ == "PPOSAT"), "")
    gender = "m" if pronoun.startswith("sein") else "f" if pronoun.startswith("ihr") else ""
    return _only(doc, noun, gender)


def _only(doc: Doc, token: Token, gender: str) -> str:
    """The only person of a gender named before a token in its sentence and the one before."""
    start = doc[max(0, token.sent.start - 1)].sent.start_char
    people = {
        str(name["name"])
        for name in items.read(doc, items.NAMES)
        if name["label"] == "PER" and name["gender"] == gender and start <= name["start"] < token.idx
    }
    return people.pop() if gender and len(people) == 1 else ""


def _one(doc: Doc, token: Token) -> str:
    name = _name_at(doc, token)
    if name is not None:
        return str(name["name"])
    if token.tag_ == "NE" and doc[token.i - 1].tag_.startswith("APPR"):
        return ""
    first = token.i
    while first > token.sent.start and (is_adjective(doc[first - 1]) or doc[first - 1].tag_ == "ART"):
        first -= 1
    found = holder(doc, first, min(phrase_end(doc, token.i, token.sent.end), token.sent.end), "bearer")
    if found is None:
        return ""
    full = named(doc, found)
    return "" if full.name.lower() in _WORDS["generic"] else full.name


def _name_at(doc: Doc, token: Token) -> items.NameItem | None:
    """The name that a token is in or the role of."""
    for name in items.read(doc, items.NAMES):
        start = name["role"][0] if name["role"] and name["role"][1] <= name["start"] else name["start"]
        if start <= token.idx < name["end"]:
            return name if name["label"] in _LABELS else None
        if start > token.idx:
            break
    return None


_SAME = re.compile(
    r"[^.;:!?()\n]{0,50}[,.:–-]?\s*(?:das|dies|was)\s+(?:(?:sind|ist|waren|war|wäre|wären|seien|sei|entspricht|entsprach|entspreche|macht|bedeutet)"
    r"(?:\s+(?!Prozent)\w+){0,3}|(?:ein\w*\s+)?(?:\w+\s+)?\w*[Aa]nteil\s+von(?:\s+\w+){0,2})\s*",
    re.IGNORECASE,
)


def says_again(between: str) -> bool:
    """Whether a share tells again what the count before it tells: *182 Delegierte, was ein Anteil von … ist*."""
    return _SAME.fullmatch(between) is not None


def shared(doc: Doc, phrase: Phrase, what: str, whose: str) -> str:
    """What is counted with whose it is: *Anteil (SPD)*, *Anteil der Stimmen (SPD)*."""
    low = doc[phrase.head].lower_ if phrase.found else ""
    own = phrase.rule == "share-of" or low.endswith(_SHARES)
    counted = phrase.rule.startswith("number")
    name = what if what and (own or counted or not low) else "Anteil"
    return name if name.endswith(f"({whose})") else f"{name} ({whose})"
