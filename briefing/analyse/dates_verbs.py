"""Tense of the verb on which a time expression hangs, from the parsed sentence.

past, future, present, or "" where the tree does not tell: no finite verb, one of saying in the present (*sagt am
Montag*: told of what has been said), a subjunctive that leaves the time open.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc, Token

_NO_LEMMA = frozenset({"sind", "tun"})
_VERBS = ("VV", "VA", "VM")
_HELP = frozenset({"aux", "aux:pass", "cop"})
_CHAIN = 4  # infinitives that hang on each other
_STEPS = 6  # heads between an expression and its verb
_ENDS = ("Past", "Pres")
_TOLD = frozenset({
    "sagen", "mitteilen", "teilen", "heißen", "melden", "berichten", "erklären", "schreiben", "betonen", "bestätigen",
    "fordern", "kritisieren", "zitieren", "warnen", "äußern", "erzählen", "lauten", "zeigen",
})  # fmt: skip
_PLANS = frozenset({
    "aufrufen", "planen", "vorsehen", "beabsichtigen", "ankündigen", "vereinbaren", "beschließen", "entscheiden",
    "vorschlagen", "fordern", "bitten", "hoffen", "erwarten", "einladen", "verpflichten", "versprechen", "auffordern",
    "empfehlen", "verabreden", "drohen", "rechnen", "bereit", "wollen",
})  # fmt: skip
_OPEN_PAST = frozenset({"sollen", "wollen"})  # *sollte am Freitag beginnen* may be to come


class Tenses:
    """Tells the tense of the verbs of one document; each verb is looked at once, however many days hang on it."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._heads: dict[int, bool] = {}
        self._tenses: dict[int, str] = {}

    def at(self, start: int, end: int) -> str:
        """past, future, present or "" of the verb that characters `start` to `end` of the document hang on."""
        span = self._doc.char_span(start, end, alignment_mode="expand")
        verb = None if span is None else _verb_of(span.root, self._is_verb)
        if verb is None:
            return ""
        if verb.i not in self._tenses:
            self._tenses[verb.i] = _tense(verb.head if verb.dep_ in _HELP else verb, _CHAIN)
        return self._tenses[verb.i]

    def _is_verb(self, node: Token) -> bool:
        if node.i not in self._heads:
            self._heads[node.i] = _is_verb(node)
        return self._heads[node.i]


def _is_verb(node: Token) -> bool:
    return node.tag_[:2] in _VERBS or any(child.dep_ in _HELP for child in node.children)


def _verb_of(node: Token, is_verb: Callable[[Token], bool]) -> Token | None:
    for _ in range(_STEPS):
        if is_verb(node):
            return node
        if node.head == node:
            return None
        node = node.head
    return None


def _tense(verb: Token, chain: int) -> str:
    helpers = [child for child in verb.children if child.dep_ in _HELP]
    finite = next((child for child in helpers if _is_finite(child)), verb if _is_finite(verb) else None)
    if finite is None:
        return _without_finite(verb, helpers, chain)
    time, mood = finite.morph.get("Tense", []), finite.morph.get("Mood", [])
    if not time or time[0] not in _ENDS:
        return ""
    if finite == verb:
        return _own(verb, _time(verb, time[0]), mood == ["Sub"])
    perfect = verb.tag_ in ("VVPP", "VAPP", "VVFIN", "VVINF") and finite.lemma_ in ("haben", "sein")
    if mood == ["Sub"]:
        if time[0] == "Past":  # hätte, wäre, würde
            return ""
        return "past" if perfect and finite.lemma_ == "haben" else "future" if finite.lemma_ in _AHEAD else ""
    if finite.lemma_ in _AHEAD and finite.lemma_ != "werden" and time[0] == "Past":
        return "" if finite.lemma_ in _OPEN_PAST else "past"
    if time[0] == "Past":
        return "past"
    if finite.lemma_ in _AHEAD:
        return "past" if any(child.lower_ == "worden" for child in helpers) else "future"
    if verb.lemma_ in _PLANS and finite.lemma_ == "sein" and all(child.lower_ != "worden" for child in helpers):
        return "future"  # *ist für Freitag geplant, sind aufgerufen*
    return "past" if perfect else "present"


_AHEAD = frozenset({"werden", "sollen", "wollen", "können", "müssen", "dürfen", "mögen"})


def _own(verb: Token, time: str, subjunctive: bool) -> str:
    """The tense of a finite full verb."""
    if subjunctive or (time == "Pres" and verb.lemma_ in _TOLD):
        return ""
    return "past" if time == "Past" else "present"


def _time(verb: Token, tagged: str) -> str:
    """The tense of a plural form by its shape, which is surer than the tag: the present's is the infinitive's."""
    if verb.morph.get("Number", []) != ["Plur"]:
        return tagged
    return (
        "Pres"
        if verb.lemma_.endswith(verb.lower_)
        else "Past"
        if tagged == "Pres" and verb.lower_ not in _NO_LEMMA
        else tagged
    )


def _is_finite(token: Token) -> bool:
    return token.tag_.endswith("FIN")


def _without_finite(verb: Token, helpers: list[Token], chain: int) -> str:
    """The tense of an infinitive with *zu* by the verb that governs it; of a form at a clause's end, *die am Donnerstag
    ihre Zahlen vorlegt*, which the tagger takes for a participle, the present."""
    if verb.tag_ == "VVIZU" or (verb.tag_ == "VVINF" and any(child.tag_ == "PTKZU" for child in verb.children)):
        governor = _verb_of(verb.head, _is_verb) if verb.head != verb and chain else None
        if governor is None:
            return ""
        return "future" if governor.lemma_ in _PLANS or _tense(governor, chain - 1) in ("present", "future") else ""
    if verb.tag_ == "VVPP" and not helpers and verb.text.endswith("t") and _is_subordinate(verb):
        return "present"
    return ""


def _is_subordinate(verb: Token) -> bool:
    """Whether a verb ends a clause that a relative pronoun or a conjunction opens."""
    return any(child.tag_ in ("PRELS", "KOUS") or child.dep_ == "mark" for child in verb.children)
