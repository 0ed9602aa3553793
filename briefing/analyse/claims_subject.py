"""Noun phrases and subjects: the parse as first witness, word order where it does not know."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from briefing.analyse.claims_clauses import (
    AUXILIARIES,
    DETERMINERS,
    LISTING,
    MARKS,
    PREPOSITIONS,
    PRONOUNS,
    Clause,
    clause_of,
    is_relative,
    is_subordinate,
)
from briefing.german import reporting
from briefing.german.titles import title_of
from briefing.german.words import load

_PARTICIPLE_ENDINGS = ("te", "ten", "ter", "tes", "ene", "enen", "ener")


def noun_phrase(doc: Doc, start: int, end: int) -> Span | None:
    """The noun phrase that begins at token `start`: determiner, adjectives, nouns, a genitive or name after it."""
    i = start
    while i < end and (doc[i].is_punct or doc[i].is_space):
        i += 1
    first, last = i, -1
    while i < end:
        token = doc[i]
        if token.is_punct or token.is_space:
            if token.text in ('"', "'") or (token.text == "-" and not token.whitespace_):
                i += 1
                continue
            break
        if token.text[:1].isupper() or token.text[:1].isdigit():
            if token.lower_ in PREPOSITIONS and i == first:
                return None
            if i == first and _opens(token) and _opens_only(token):
                return None
            if token.lower_ not in DETERMINERS:
                last = i
        elif token.lower_ in DETERMINERS or token.lower_ in ("und", "von", "van", "bin", "al", "de"):
            if last >= 0 and token.lower_ not in (
                "der",
                "des",
                "von",
                "und",
                "seiner",
                "ihrer",
                "van",
                "bin",
                "al",
                "de",
            ):
                break
        elif not _adjective(token) or last == i - 1:
            break
        i += 1
    return doc[first : last + 1] if last >= 0 else None


def _opens(token: Token) -> bool:
    """Whether the token begins a sentence or a quotation."""
    return bool(token.is_sent_start) or token.i == 0 or token.doc[token.i - 1].text in ('"', ":", "'")


def _opens_only(token: Token) -> bool:
    """A capital that only the sentence's beginning gives: an adverb or particle (*Nun*, *Davon*, *Gleichzeitig*)."""
    if token.doc.has_annotation("TAG"):
        return not token.tag_.startswith(("N", "A", "PI", "PD", "CARD", "FM", "TRUNC"))
    lower = token.lower_
    return lower not in DETERMINERS and (token.is_stop or lower in load("claims")["words"]["adverbs"])


def _adjective(token: Token) -> bool:
    if token.doc.has_annotation("TAG"):
        return (
            token.tag_ in ("ADJA", "PIAT", "PIDAT", "CARD", "ADV", "ADJD")
            and token.lower_ not in load("claims")["words"]["adverbs"]
        )
    lower = token.lower_
    return (
        lower.endswith(("e", "en", "er", "es", "em"))
        and lower not in PREPOSITIONS
        and lower not in AUXILIARIES
        and (lower not in load("claims")["words"]["adverbs"])
    )


def subject(doc: Doc, verb: Token, found: list[Clause]) -> Span | None:
    """The subject of `verb`: by the parse, else by word order; None where neither knows."""
    phrase = _parsed_subject(verb)
    if phrase is None or any(doc[i].text == ":" for i in range(phrase.end, verb.i)):
        phrase = _subject_by_order(doc, verb, found) or phrase  # *Streit um die Bahn: Der Minister lehnt … ab*
    return _enumeration(doc, phrase, found) if phrase is not None else None


def _enumeration(doc: Doc, phrase: Span, found: list[Clause]) -> Span:
    """*Slowenien und Tschechien* with the members before the comma (*Ungarn, Polen, Slowenien und Tschechien*)."""
    k = clause_of(found, phrase.start)
    if found[k].start != phrase.start or not any(t.lower_ in ("und", "sowie") for t in phrase):
        return phrase
    start = phrase.start
    while k > 0 and doc[found[k].start - 1].text == "," and found[k - 1].end - found[k - 1].start <= 3:
        member = noun_phrase(doc, found[k - 1].start, found[k - 1].end)
        if member is None or member.start != found[k - 1].start or member.end != found[k - 1].end:
            break
        k, start = k - 1, member.start
    return doc[start : phrase.end]


def _subject_by_order(doc: Doc, verb: Token, found: list[Clause]) -> Span | None:
    k = clause_of(found, verb.i)
    while k > 0 and found[k].joined and found[k].start == verb.i:
        k -= 1
    while True:
        by_order = _ordered_subject(doc, verb if found[k].start <= verb.i < found[k].end else None, found[k])
        if by_order is not None:
            return by_order
        if not found[k].joined or k == 0:
            break
        k -= 1
    if verb.i == found[k].start and k > 1:
        opening = _before_insertion(doc, found, k)
        if opening is not None:
            return noun_phrase(doc, found[opening].start, found[opening].end)
    return None


def _before_insertion(doc: Doc, found: list[Clause], k: int) -> int | None:
    """The clause that an insertion between dashes, or a relative clause, parts from its verb in clause `k`."""
    if doc[found[k].start - 1].text in ("–", "—", "-"):
        for j in range(k - 1, 0, -1):
            if doc[found[j].start - 1].text in ("–", "—", "-"):
                return j - 1
        return None
    return k - 2 if is_relative(doc, found[k - 1]) else None


def _parsed_subject(verb: Token) -> Span | None:
    if not verb.doc.has_annotation("DEP"):
        return None
    node = verb
    for _ in range(3):
        child = next((c for c in node.children if c.dep_ in ("nsubj", "nsubj:pass", "sb")), None)
        if child is not None and child.tag_ == "PRELS":
            return _antecedent(child)
        if child is not None:
            phrase = _trim(child)
            return phrase if _may_act(phrase) else None
        if node.dep_ not in ("conj", "aux", "aux:pass", "xcomp"):
            return None
        node = node.head
    return None


def _antecedent(relative: Token) -> Span | None:
    """*Kritiker, die das unverantwortlich finden*: the noun right before the comma, if it takes stands.

    None where a noun that does stands in the clause itself, for then the pronoun may be the object.
    """
    doc, noun = relative.doc, relative.i - 2
    if noun < 0 or doc[relative.i - 1].text != "," or not takes_stands(doc[noun]):
        return None
    return None if any(takes_stands(t) for t in relative.head.subtree if t.i > relative.i) else doc[noun : noun + 1]


def takes_stands(token: Token) -> bool:
    """Whether a noun names persons, a function or a body."""
    noun = token.text
    if not noun[:1].isupper():
        return False
    return token.ent_type_ in ("PER", "ORG") or (
        reporting.is_person(noun) or reporting.is_institution(noun) or title_of(noun) is not None
    )


def _may_act(phrase: Span) -> bool:
    """A parser's subject must hold a noun, a name or a personal pronoun (never only *Das*, *Gleichzeitig*)."""
    adverbs = load("claims")["words"]["adverbs"]
    if len(phrase) == 1 and phrase[0].lower_ in PRONOUNS:
        return True
    if len(phrase) == 1 and phrase[0].lower_ in load("claims")["words"]["anaphoric"]:
        return False
    return any(
        t.text[:1].isupper()
        and t.lower_ not in DETERMINERS
        and t.lower_ not in adverbs
        and t.lower_ not in PREPOSITIONS
        for t in phrase
    )


def _trim(head: Token) -> Span:
    """The phrase of `head` without what follows a comma or dash, but with all members of an enumeration."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    members = [i for i in range(head.i + 1, end) if not head.doc[i].is_punct]
    listed = members and all(head.doc[i].text[:1].isupper() or head.doc[i].lower_ in LISTING for i in members)
    for i in range(head.i + 1, start if listed else end):
        if head.doc[i].text in MARKS and not (head.doc[i].text == "-" and not head.doc[i - 1].whitespace_):
            end = i
            break
    for i in range(head.i - 1, start - 1, -1):
        if head.doc[i].text in MARKS or head.doc[i].is_space:
            start = i + 1
            break
    while start < head.i and head.doc[start].is_punct:
        start += 1
    return head.doc[start:end]


def _ordered_subject(doc: Doc, verb: Token | None, clause: Clause) -> Span | None:
    """Subject by position: before the finite verb, else right after it; first phrase of a subordinate clause."""
    if is_subordinate(doc, clause) or (is_relative(doc, clause) and verb is not None and verb.i > clause.start + 1):
        for i in range(clause.start + 1, min(clause.start + 3, clause.end)):
            if doc[i].lower_ in PREPOSITIONS:
                return None
            phrase = noun_phrase(doc, i, verb.i if verb is not None else clause.end)
            if phrase is not None and not phrase[0].is_sent_start:
                return phrase
        return None
    finite = next((i for i in range(clause.start, clause.end) if doc[i].lower_ in AUXILIARIES), None)
    if finite is None or (verb is not None and verb.i < finite):
        finite = verb.i if verb is not None else clause.verb
    if finite is None:
        return None
    before = noun_phrase(doc, clause.start, finite)
    after = _after(doc, finite + 1, clause.end)
    if before is not None and doc[before.start].lower_ not in PREPOSITIONS and before.end >= finite - 2:
        accounts = load("claims")["words"]["accounts"]
        if after is not None and before[-1].text in accounts and doc[after.start].lower_ not in ("den", "dem", "einen"):
            return after
        return before
    pronoun = next((i for i in range(clause.start, finite) if doc[i].lower_ in PRONOUNS), None)
    if pronoun is not None and finite - pronoun <= 2:
        return doc[pronoun : pronoun + 1]
    if after is not None:
        return after
    if finite + 1 < clause.end and doc[finite + 1].lower_ in PRONOUNS:
        return doc[finite + 1 : finite + 2]
    return None


def _after(doc: Doc, start: int, end: int) -> Span | None:
    """The noun phrase right after the finite verb, past pronouns and adverbs."""
    words = load("claims")["words"]
    i = start
    while i < end and (
        doc[i].lower_ in words["adverbs"] or doc[i].lower_ in ("dem", "das", "dies", "sich", "ihm", "ihr")
    ):
        if (
            doc[i].lower_ in ("dem", "das")
            and i + 1 < end
            and noun_phrase(doc, i, end) is not None
            and (not doc[i + 1].text[:1].isupper() or doc[i].lower_ == "das")
        ):
            break
        i += 1
    if i >= end or doc[i].lower_ in PREPOSITIONS:
        return None
    return noun_phrase(doc, i, end)


def passive_agent(doc: Doc, clause: Clause, verb: int) -> Span | None:
    """The phrase after *von* in a passive clause, before the participle."""
    for i in range(clause.start, verb):
        if doc[i].lower_ in ("von", "vom"):
            phrase = noun_phrase(doc, i + 1, verb)
            if phrase is not None and not _attribute_follows(doc, phrase):
                return phrase
    return None


def _attribute_follows(doc: Doc, phrase: Span) -> bool:
    """*die von Trump nominierte Richterin*: the phrase belongs to the participle after it."""
    if phrase.end + 1 >= len(doc):
        return False
    following = doc[phrase.end]
    participle = following.text[:1].islower() and following.text.endswith(_PARTICIPLE_ENDINGS)
    return participle and doc[phrase.end + 1].text[:1].isupper()
