"""Clauses of a sentence, and who stands in them as subject: by marks and word order, the parse as first witness.

A clause here is the stretch between two clause marks (comma, colon, dash, semicolon); German sets a
comma at every clause border. A coordinate clause begins at *und*, *aber* … before a finite verb.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from briefing.german.words import load

_MARKS = frozenset({",", ";", ":", "–", "—", "-", "(", ")"})
_JOINTS = frozenset({"und", "oder", "aber", "doch", "sondern", "sowie", "sowohl"})
_FINITE_TAGS = frozenset({"VVFIN", "VAFIN", "VMFIN"})
AUXILIARIES = frozenset(
    """hat habe haben hatte hatten hätte hätten ist sei sind seien war waren wäre wären wird werde werden wurde wurden
    würde würden kann könne können konnte konnten könnte könnten will wolle wollen wollte wollten soll solle sollen
    sollte sollten muss müsse müssen musste mussten müsste müssten darf dürfe dürfen durfte durften dürfte dürften mag
    möge möchte möchten mochte mochten""".split()
)
PREPOSITIONS = frozenset(
    """an am ans auf aufs aus bei beim bis durch für gegen in im ins mit nach ohne seit trotz über übers um unter vom
    von vor während wegen zu zum zur zwischen als gegenüber laut gemäß infolge angesichts anlässlich hinsichtlich bezüglich
    per hinter neben samt mangels mithilfe anhand entgegen""".split()
)
_SUBORDINATORS = frozenset(
    """dass daß ob weil nachdem obwohl während wie wo wer was wenn falls da indem wonach wodurch worüber warum weshalb
    wann inwieweit inwiefern welche welcher welches welchen womit wofür wozu damit sodass seit seitdem bis bevor
    als""".split()
)
_RELATIVES = frozenset(
    {"der", "die", "das", "dem", "den", "denen", "deren", "dessen", "was", "welche", "welcher", "welches"}
)
_DETERMINERS = frozenset(
    """der die das den dem des ein eine einen einem einer eines kein keine seine ihre sein ihr seiner ihrer seinem ihrem
    mehrere einige viele manche alle beide beiden zwei drei diese dieser dieses jene andere zahlreiche""".split()
)
PRONOUNS = frozenset({"er", "sie", "es", "ich", "wir", "man", "dieser", "diese", "jener", "jene", "beide"})


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `start` to `end` (half-open) of one clause; `joined` where it is coordinate to the one before."""

    start: int
    end: int
    joined: bool = False


def is_finite(token: Token) -> bool:
    """A finite verb by its tag, or by form where there are no tags."""
    if token.doc.has_annotation("TAG"):
        return token.tag_ in _FINITE_TAGS
    return token.lower_ in AUXILIARIES


def clauses(sentence: Span, verbs: frozenset[int]) -> list[Clause]:
    """The clauses of a sentence; `verbs` are tokens known to be verbs besides those the tagger finds."""
    doc, found, start, joined = sentence.doc, [], sentence.start, False
    for i in range(sentence.start, sentence.end):
        token = doc[i]
        if token.text in _MARKS and not (token.text == "-" and token.i and not doc[i - 1].whitespace_):
            if i > start:
                found.append(Clause(start, i, joined))
            start, joined = i + 1, False
        elif token.lower_ in _JOINTS and start < i < sentence.end - 1 and (i + 1 in verbs or is_finite(doc[i + 1])):
            found.append(Clause(start, i, joined))
            start, joined = i + 1, True
    if start < sentence.end:
        found.append(Clause(start, sentence.end, joined))
    return found


def clause_of(found: list[Clause], i: int) -> int:
    """Index of the clause that holds token `i`."""
    return next((k for k, clause in enumerate(found) if clause.start <= i < clause.end), 0)


def is_subordinate(doc: Doc, clause: Clause) -> bool:
    """Whether the clause begins with a subordinating or relative word (after a preposition, too)."""
    words = [doc[i].lower_ for i in range(clause.start, min(clause.end, clause.start + 3)) if not doc[i].is_punct]
    if not words:
        return False
    return words[0] in _SUBORDINATORS or (
        words[0] in PREPOSITIONS and len(words) > 1 and words[1] in _RELATIVES - {"das"}
    )


def is_relative(doc: Doc, clause: Clause) -> bool:
    """Whether the clause may be a relative clause: begins with a relative word and ends in a finite verb."""
    first = doc[clause.start].lower_
    last = next((doc[i] for i in range(clause.end - 1, clause.start, -1) if not doc[i].is_punct), None)
    return first in _RELATIVES and last is not None and (is_finite(last) or last.text[:1].islower())


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
            if i == first and token.is_sent_start and _opens_only(token):
                return None
            if token.lower_ not in _DETERMINERS:
                last = i
        elif token.lower_ in _DETERMINERS or token.lower_ in ("und", "von", "van", "bin", "al", "de"):
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


def _opens_only(token: Token) -> bool:
    """A capital that only the sentence's beginning gives: an adverb or particle (*Nun*, *Davon*, *Gleichzeitig*)."""
    if token.doc.has_annotation("TAG"):
        return not token.tag_.startswith(("N", "A", "PI", "PD", "CARD", "FM", "TRUNC"))
    lower = token.lower_
    return lower not in _DETERMINERS and (token.is_stop or lower in load("claims")["words"]["adverbs"])


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
    phrase = _parsed_subject(verb) or _subject_by_order(doc, verb, found)
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
    if verb.i == found[k].start and k > 1 and is_relative(doc, found[k - 1]):
        return noun_phrase(doc, found[k - 2].start, found[k - 2].end)
    return None


def _parsed_subject(verb: Token) -> Span | None:
    if not verb.doc.has_annotation("DEP"):
        return None
    node = verb
    for _ in range(3):
        child = next((c for c in node.children if c.dep_ in ("nsubj", "nsubj:pass", "sb")), None)
        if child is not None:
            return _trim(child)
        if node.dep_ not in ("conj", "aux", "aux:pass", "xcomp"):
            return None
        node = node.head
    return None


def _trim(head: Token) -> Span:
    """The phrase of `head` without what follows a comma or dash."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    for i in range(head.i + 1, end):
        if head.doc[i].text in _MARKS and not (head.doc[i].text == "-" and not head.doc[i - 1].whitespace_):
            end = i
            break
    for i in range(head.i - 1, start - 1, -1):
        if head.doc[i].text in _MARKS or head.doc[i].is_space:
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
        finite = verb.i if verb is not None else None
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
            if phrase is not None:
                return phrase
    return None
