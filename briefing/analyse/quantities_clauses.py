"""Clauses and verbs of a parse as quantities read them: borders by marks, lemmas, verbs with their prefix."""

from __future__ import annotations

from spacy.tokens import Doc, Token

_BREAKS = frozenset({";", ":", '"', "–", "(", ")", "•"})
_VICTIMS = ("tote", "opfer", "todesopfer", "menschenleben", "leben", "verletzte", "verwundete")
_WIDE = 80  # tokens; no clause is longer to either side


def lemma(token: Token) -> str:
    """Lower-case lemma, or the form where there is none."""
    return (token.lemma_ or token.text).lower()


def whole_verb(verb: Token) -> str:
    """The lemma of a verb with the prefix that stands at the end of its clause, where the parse does not join them."""
    low = lemma(verb)
    if not verb.tag_.startswith("VVFIN"):
        return low
    apart = (verb.doc[k] for k in reversed(clause_of(verb.doc, verb.i)))
    hung = (child.lower_ for child in verb.children if child.dep_ == "compound:prt")
    prefix = next((token.lower_ for token in apart if token.tag_ == "PTKVZ"), "") or next(hung, "")
    return low if low.startswith(prefix) else prefix + low


def clause_of(doc: Doc, index: int) -> range:
    """The tokens of the clause around `index`: up to marks, line breaks, and commas with a verb on both sides."""
    sentence = doc[index].sent
    first, last = max(sentence.start, index - _WIDE), min(sentence.end, index + _WIDE)
    start, end = index, index
    while start > first and not _border(doc, start - 1):
        start -= 1
    while end + 1 < last and not _border(doc, end + 1):
        end += 1
    return range(start, end + 1)


def _border(doc: Doc, k: int) -> bool:
    token = doc[k]
    if token.is_space:
        return True
    if token.text in _BREAKS:
        return True
    if token.text != ",":
        return False
    following = doc[k + 1] if k + 1 < len(doc) else None
    if following is None:
        return True
    listing = following.tag_ in ("ADJA", "CARD") and k and doc[k - 1].tag_ in ("ADJA", "CARD")
    return not listing


def takes_lives(verb: Token) -> bool:
    """*Stürme forderten 50 Tote*: they killed, nobody demands."""
    if lemma(verb) != "fordern":
        return False
    return any(child.dep_ == "obj" and child.lower_.startswith(_VICTIMS) for child in verb.children)


def divided(doc: Doc, one: int, other: int) -> bool:
    """Whether a semicolon or a bullet stands between two tokens: what is told behind it is another's."""
    low, high = sorted((one, other))
    return any(doc[k].text in (";", "•") for k in range(low, high))
