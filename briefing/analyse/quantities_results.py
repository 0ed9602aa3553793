"""What an election's results are told with besides the verb of getting: the rank, another time, a party's own name."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from briefing.analyse.quantities_clauses import clause_of, lemma
from briefing.analyse.quantities_nouns import is_noun
from briefing.analyse.quantities_numbers import Counted

_PARTIES = frozenset({"Bündnis", "Liste", "Team", "Wahlbündnis"})
_COPULAS = frozenset({"sein", "werden"})
_RANKS = re.compile(r"(?:kraft|partei|fraktion|gruppe|bündnis|lager|macht)|(?:wahl)?sieger(?:in)?")
_BEST = re.compile(r"(?:st|größt)e[nrs]?$|^(?:klare|eindeutige)[rs]?$")
_BEFORE = re.compile(
    r"\b(?:vor (?:\w+ ){1,2}(?:Jahr(?:en)?|Monat(?:en)?|Wochen)|bei der (?:letzten|vergangenen|vorigen|früheren)"
    r" [A-ZÄÖÜ]\w*wahl|[Dd]amals)\b",
    re.IGNORECASE,
)


def led(doc: Doc, k: int) -> str:
    """*das Bündnis Sahra Wagenknecht, die Liste Pilz*: the noun by which a party bears a person's name."""
    return doc[k - 1].text if k and doc[k - 1].text in _PARTIES else ""


def ranked(doc: Doc, clause: range) -> Token | None:
    """*Mit 31 Prozent ist die CDU stärkste Kraft*: who comes first by a share, told with *sein, werden, bleiben*."""
    linked = any(doc[k].tag_.startswith("VA") and lemma(doc[k]) in _COPULAS for k in clause)
    linked = linked or any(lemma(doc[k]) == "bleiben" for k in clause)
    rank = next((k for k in clause if _RANKS.fullmatch(doc[k].lower_) and doc[k].tag_ == "NN"), None)
    if rank is None or not linked or not rank or not _BEST.search(doc[rank - 1].lower_):
        return None
    subjects = [doc[k] for k in clause if doc[k].dep_.startswith("nsubj") and is_noun(doc[k]) and k != rank]
    return subjects[0] if len(subjects) == 1 else None


def told_of(doc: Doc, counted: Counted) -> str:
    """*vor fünf Jahren hatte sie 15 Prozent*: the words for another time a share is of; empty where there are none."""
    clause = clause_of(doc, counted.first)
    match = _BEFORE.search(doc[clause[0] : clause[-1] + 1].text)
    return match[0][:1].lower() + match[0][1:] if match else ""
