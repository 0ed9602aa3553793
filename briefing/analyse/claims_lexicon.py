"""Which verb, alone or with a noun, takes which stand: the word list as look-up tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Doc, Span, Token

from briefing.analyse.claims_clauses import PREPOSITIONS, Clause
from briefing.analyse.claims_verbs import VerbForm, index
from briefing.german.words import load

_ARTICLES = frozenset("der die das den dem des ein eine einen einem einer eines".split())


@dataclass(frozen=True, slots=True)
class Sense:
    """A way to take a stand: the stance, the entry's name, prepositions that must introduce what it is about."""

    stance: str
    rule: str
    prepositions: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb in the text that takes a stand: its token, its separated prefix, the word of the phrase."""

    verb: int
    sense: Sense
    form: str
    particle: int | None = None
    word: int | None = None

    @property
    def tokens(self) -> tuple[int, ...]:
        """All tokens of the cue, in text order."""
        return tuple(sorted(i for i in (self.verb, self.particle, self.word) if i is not None))


def _group_sense(rule: str, group: dict[str, Any]) -> Sense:
    return Sense(
        group["stance"], rule, tuple(group.get("prepositions", ())), objects=frozenset(group.get("objects", ()))
    )


@cache
def senses() -> dict[str, tuple[Sense, ...]]:
    """Infinitive → its senses; phrases (verb and noun) before the bare verb."""
    data = load("claims")
    table: dict[str, tuple[Sense, ...]] = {}

    def add(entries: list[str], sense: Sense) -> None:
        for entry in entries:
            verb = entry.split()[0].replace("|", "")
            table[verb] = (*table.get(verb, ()), sense)

    for phrase in data["phrases"]:
        before = (phrase["preposition"],) if "preposition" in phrase else ()
        add(phrase["verbs"], Sense(phrase["stance"], phrase["rule"], before, frozenset(phrase["words"])))
    for rule, group in data["verbs"].items():
        add(group["words"], _group_sense(rule, group))
    return table


@cache
def _forms() -> dict[str, tuple[VerbForm, ...]]:
    data = load("claims")
    groups: list[dict[str, Any]] = list(data["verbs"].values())
    entries = [*(e for g in groups for e in g["words"]), *(e for p in data["phrases"] for e in p["verbs"])]
    return index(tuple(dict.fromkeys(entries)))


def _particle(doc: Doc, verb: int, end: int, particle: str) -> int | None:
    """The separated prefix: the next such word, at the end of a clause."""
    for i in range(verb + 1, min(end, verb + 40)):
        if doc[i].lower_ == particle:
            following = doc[i + 1] if i + 1 < end else None
            closes = (
                following is None
                or following.is_punct
                or following.lower_ in ("und", "oder", "als", "wie", "sowie", "aber")
            )
            if closes or (following is not None and following.is_space):
                return i
    return None


def candidates(sentence: Span) -> list[tuple[int, VerbForm, int | None]]:
    """Every token that may be a form of a listed verb, with its separated prefix."""
    doc, found = sentence.doc, []
    for token in sentence:
        text = token.lower_ if token.i == sentence.start or not token.text[:1].isupper() else ""
        for reading in _forms().get(text, ()):
            if token.doc.has_annotation("TAG") and not token.tag_.startswith("V") and reading.form != "participle":
                continue
            if _attributive(token):
                continue
            where = _particle(doc, token.i, sentence.end, reading.particle) if reading.particle else None
            if reading.particle and where is None:
                continue
            if (
                not reading.particle
                and reading.form == "finite"
                and _has_particle(doc, token.i, sentence.end, reading.verb)
            ):
                continue
            found.append((token.i, reading, where))
    return found


def _attributive(token: Token) -> bool:
    """*der bestätigte Termin*: between an article and a noun, where no tagger tells."""
    doc = token.doc
    if doc.has_annotation("TAG") or token.i == 0 or token.i + 1 >= len(doc):
        return False
    return doc[token.i - 1].lower_ in _ARTICLES and doc[token.i + 1].text[:1].isupper()


def _has_particle(doc: Doc, verb: int, end: int, infinitive: str) -> bool:
    """Whether a form that could stand alone belongs to a verb with separated prefix instead (ging … aus)."""
    readings = _forms().get(doc[verb].lower_, ())
    return any(
        r.particle and r.verb != infinitive and _particle(doc, verb, end, r.particle) is not None for r in readings
    )


def sense_of(doc: Doc, clause: Clause, verb: int, reading: VerbForm) -> tuple[Sense, int | None] | None:
    """The sense of a verb in its clause, with the phrase's word; None where no sense has what it needs."""
    tokens = [doc[i] for i in range(clause.start, clause.end)]
    idiom = load("claims")["idioms"].get(reading.verb, ())
    if any(t.text in idiom for t in tokens) or _with_zu(doc, verb, reading):
        return None
    for sense in senses()[reading.verb]:
        if sense.words:
            word = next((t for t in tokens if t.text in sense.words and _introduced(t.i, clause, doc, sense)), None)
            if word is not None:
                return sense, word.i
        elif sense.objects:
            if any(t.text in sense.objects and _stands_alone(t) for t in tokens):
                return sense, None
        elif sense.prepositions:
            if any(t.lower_ in sense.prepositions for t in tokens):
                return sense, None
        else:
            return sense, None
    return None


def _stands_alone(token: Token) -> bool:
    """A noun, or a pronoun that is neither an article nor part of a prepositional phrase (*aus dem Juli*)."""
    if token.text[:1].isupper():
        return True
    doc, before, after = token.doc, token.i - 1, token.i + 1
    if before >= 0 and doc[before].lower_ in PREPOSITIONS:
        return False
    return after >= len(doc) or not doc[after].text[:1].isupper() or doc[after].ent_type_ == "PER"


def _with_zu(doc: Doc, verb: int, reading: VerbForm) -> bool:
    """An infinitive with *zu* tells what someone is to do, not a stand taken (*in Zweifel zu ziehen*)."""
    joined = reading.form == "infinitive" and doc[verb].lower_ != reading.verb
    return joined or (verb > 0 and doc[verb - 1].lower_ == "zu")


def _introduced(i: int, clause: Clause, doc: Doc, sense: Sense) -> bool:
    """Whether the phrase's preposition stands within three words before token `i`."""
    if not sense.prepositions:
        return True
    return any(doc[k].lower_ in sense.prepositions for k in range(max(clause.start, i - 3), i)) or (
        doc[i].text == "Infrage" or doc[i].text == "infrage"
    )
