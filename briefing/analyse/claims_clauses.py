"""Clauses of a sentence by its marks.

A clause here is the stretch between two clause marks (comma, colon, dash, semicolon); German sets a
comma at every clause border. A coordinate clause begins at *und*, *aber* … before a finite verb.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

MARKS = frozenset({",", ";", ":", "–", "—", "-", "(", ")"})
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
    von vor während wegen zu zum zur zwischen als gegenüber laut gemäß infolge angesichts anlässlich
    hinsichtlich bezüglich per hinter neben samt mangels mithilfe anhand entgegen""".split()
)
_SUBORDINATORS = frozenset(
    """dass daß ob weil nachdem obwohl während wie wo wer was wenn falls da indem wonach wodurch worüber warum weshalb
    wann inwieweit inwiefern welche welcher welches welchen womit wofür wozu damit sodass seit seitdem bis bevor
    als""".split()
)
_RELATIVES = frozenset(
    {"der", "die", "das", "dem", "den", "denen", "deren", "dessen", "was", "welche", "welcher", "welches"}
)
LISTING = frozenset({"und", "sowie", "oder", "der", "die", "das"})
DETERMINERS = frozenset(
    """der die das den dem des ein eine einen einem einer eines kein keine seine ihre sein ihr seiner ihrer seinem ihrem
    mehrere einige viele manche alle beide beiden zwei drei diese dieser dieses jene andere zahlreiche""".split()
)
PRONOUNS = frozenset({"er", "sie", "es", "ich", "wir", "man", "dieser", "diese", "jener", "jene", "beide"})


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `start` to `end` (half-open) of one clause; `joined` where it is coordinate to the one before.

    `verb` is the first token in it that is known to be a verb, None if there is none.
    """

    start: int
    end: int
    joined: bool = False
    verb: int | None = None


def is_finite(token: Token) -> bool:
    """A finite verb by its tag, or by form where there are no tags."""
    if token.doc.has_annotation("TAG"):
        return token.tag_ in _FINITE_TAGS
    return token.lower_ in AUXILIARIES


def clauses(sentence: Span, verbs: frozenset[int]) -> list[Clause]:
    """The clauses of a sentence; `verbs` are tokens known to be verbs besides those the tagger finds."""
    doc, found, start, joined = sentence.doc, list[Clause](), sentence.start, False

    def close(end: int) -> None:
        if end > start:
            verb = next((i for i in range(start, end) if i in verbs or is_finite(doc[i])), None)
            found.append(Clause(start, end, joined, verb))

    for i in range(sentence.start, sentence.end):
        token = doc[i]
        if token.text in MARKS and not (token.text == "-" and token.i and not doc[i - 1].whitespace_):
            close(i)
            start, joined = i + 1, False
        elif token.lower_ in _JOINTS and start < i < sentence.end - 1 and (i + 1 in verbs or is_finite(doc[i + 1])):
            close(i)
            start, joined = i + 1, True
    close(sentence.end)
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
    if doc[clause.start].is_sent_start:
        return False
    last = next((doc[i] for i in range(clause.end - 1, clause.start, -1) if not doc[i].is_punct), None)
    return first in _RELATIVES and last is not None and (is_finite(last) or last.text[:1].islower())
