"""What is told of a share: *61 Prozent sagen, es sei schwerer* is *Anteil: sagen, es sei schwerer*.

A share of people without what they do or think tells nothing; the words are the clause's own.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefing.analyse.quantities_clauses import clause_of, lemma, whole_verb
from briefing.analyse.quantities_nouns import Phrase, is_adjective, is_noun
from briefing.analyse.quantities_numbers import Counted, unit_token
from briefing.german.words import load

_SAYS = frozenset(load("quantities")["verbs"]["says"]) | frozenset(load("quantities")["shares"]["thinking"])
_FINITE = ("VVFIN", "VAFIN", "VMFIN")
_CONTENT = ("VVINF", "VVPP", "VVIZU", "ADJD", "ITJ")
_SUBORDINATE = ("KOUS", "PRELS", "PRELAT", "PWAV", "PWS", "PWAT")
_OPEN = ("APPR", "APPRART", "ART", "KON", "PPOSAT", "PDAT", "KOUS", "PTKZU", "CARD", "ADJA", "PRELS")
_POINTERS = (
    "es",
    "davon",
    "darauf",
    "dafür",
    "dagegen",
    "daran",
    "damit",
    "darüber",
    "dazu",
    "daraus",
    "meinung",
    "ansicht",
    "auffassung",
    "überzeugung",
)
_FRONT = 6  # words before the verb that belong to it
LONGEST = 75  # characters
_STOPS = frozenset({"Prozent", "%", '"', "(", ")", ":", ";"})
_LINKS = frozenset({"waren", "sind", "war", "ist", "seien", "sei", "entspricht", "entsprach", "wären", "wäre"})
_CASES = ("auf", "mit", "zu", "bei", "um", "von")


def predicate_of(doc: Doc, counted: Counted, phrase: Phrase) -> str:
    """The predicate of a share that is the subject of its clause; empty where it is none, or too long to print."""
    if counted.unit != "Prozent" or counted.number.change or counted.closed:
        return ""
    if phrase.found and phrase.rule not in ("share-of", "of-them", "part-of"):
        return ""
    end = phrase.end if phrase.found and phrase.start >= counted.last else counted.after
    end = max(end, phrase.near_end, counted.after)
    if end >= len(doc) or not _is_subject(doc, counted, end):
        return ""
    clause = clause_of(doc, end - 1)
    last = clause[-1] + 1
    finite = [k for k in clause if doc[k].tag_ in _FINITE]
    before = [k for k in finite if k < counted.first]
    behind = [k for k in finite if k >= end]
    if any(doc[k].tag_ in _SUBORDINATE for k in range(clause[0], counted.first)):
        closing = next((k for k in behind if k + 1 >= last or doc[k + 1].tag_ == "KON" or doc[k + 1].is_punct), -1)
        return _told(doc, end, closing + 1, [], doc[closing]) if closing > 0 else ""
    if before:
        front = [doc[k] for k in range(clause[0], before[-1])]
        alone = end >= last or doc[end].is_punct
        object_ = alone and 1 < len(front) <= _FRONT and front[0].lower_ in ("von", "für", "gegen", "mit", "an", "auf")
        fronted = front if object_ or (len(front) == 1 and front[0].tag_ == "VVPP") else []
        return _told(doc, end, last, [doc[before[-1]], *fronted], doc[before[-1]])
    return _told(doc, behind[0], last, [], doc[behind[0]]) if behind else ""


def _is_subject(doc: Doc, counted: Counted, end: int) -> bool:
    """Whether the share acts: by the parse, or as a bare phrase right before the finite verb of a main clause."""
    unit = unit_token(doc, counted)
    first = counted.first
    if first and doc[first - 1].tag_.startswith("APPR"):
        return False
    inside = range(first, counted.last - 1)
    if any(doc[k].lower_ in _CASES and doc[k - 1].lower_ != "bis" for k in inside):  # bis zu 90 Prozent act
        return False
    if unit.dep_.startswith("nsubj"):
        named = is_noun(unit.head) or unit.head.tag_ == "CARD"
        linked = named and any(c.dep_ == "cop" and c.i < first for c in unit.head.children)
        return not linked and not (unit.head.lower_ in _LINKS and unit.head.i < first)
    starts = first == unit.sent.start or doc[first - 1].lower_ in ("und", ",", "aber", "doch", ":", '"', "sondern")
    return starts and doc[end].tag_ in _FINITE


def _told(doc: Doc, first: int, last: int, moved: list[Token], verb: Token) -> str:
    """The words from `first` up to `last`, those of `moved` around them, and the clause that they point to."""
    words = _alone([doc[k] for k in range(first, last)])
    while words and words[-1].is_punct:
        words.pop()
    full = verb.head if verb.dep_.startswith("aux") else verb
    said = whole_verb(full) in _SAYS or lemma(full) in _SAYS
    if not words and len(moved) < 2:
        needed = first + 1 < len(doc) and (doc[first + 1].tag_ in _SUBORDINATE or _infinitive(doc, range(first, last)))
        words = _with_clauses(doc, [], first) if said and needed else []
        if not words:
            return ""
        last = first
    if words and (words[0].tag_ == "KON" or not _whole(verb, [*words, *moved])):
        return ""
    objects = any(is_noun(t) and t.dep_ == "obj" for t in words)
    points = any(t.lower_ in _POINTERS for t in words) or (said and not objects)
    if words and points and words[-1].i < last:
        words = _with_clauses(doc, words, words[-1].i + 1)
    if words and words[-1].tag_ in _OPEN:
        return ""
    if any(token.text in _STOPS or token.is_space or _acts(token, verb) for token in words):
        return ""
    content = any(is_noun(t) or is_adjective(t) or t.tag_ in _CONTENT for t in (*words, *moved))
    if not content and not (lemma(verb) == "sein" and words[-1].lower_ in ("dagegen", "dafür")):
        return ""
    text = "".join(token.text_with_ws for token in words).strip(" .!?–-").rstrip(",")
    behind = "".join(token.text_with_ws for token in moved[1:]).strip()
    behind = behind[:1].lower() + behind[1:]
    told = " ".join(filter(None, (moved[0].text if moved else "", text, behind))).replace(" , ", ", ")
    if len(told) > LONGEST and words and words[-1].i >= last:  # the clause that is needed is a long one
        told = f"{told[:LONGEST].rpartition(' ')[0].rstrip(' ,;–-')} …"
    return told if len(told) <= LONGEST + 2 and " " in told else ""


def _alone(words: list[Token]) -> list[Token]:
    """The words up to *und* before another clause with a subject of its own."""
    for n, token in enumerate(words):
        if token.tag_ == "KON" and any(t.dep_.startswith("nsubj") and t.i > token.i for t in words[n:]):
            return words[:n]
    return words


def _whole(verb: Token, words: list[Token]) -> bool:
    """Whether prefix and full verb of the finite verb are among the words."""
    inside = {token.i for token in words} | {verb.i}
    parts = [child for child in verb.children if child.dep_ == "compound:prt"]
    full = [verb.head] if verb.dep_.startswith("aux") else []
    return all(token.i in inside for token in (*parts, *full))


def _acts(token: Token, verb: Token) -> bool:
    """Whether a word is another subject of the same verb, so that the share is none."""
    return token.dep_.startswith("nsubj") and token.head in (verb, verb.head) and token.lower_ not in ("es", "sie")


def _with_clauses(doc: Doc, words: list[Token], last: int) -> list[Token]:
    """The words with the clauses that follow, as far as one is needed to understand the one before."""
    end, made = doc[last - 1].sent.end, list(words)
    if last >= end - 1 or doc[last].text != ",":
        return made
    while last < end - 1 and doc[last].text == ",":
        clause = clause_of(doc, last + 1)
        if (
            len(made) > len(words)
            and doc[last + 1].tag_ not in (*_SUBORDINATE, "KOUI")
            and not _infinitive(doc, clause)
        ):
            break
        made += [doc[k] for k in range(last, clause[-1] + 1)]
        last = clause[-1] + 1
    return made


def _infinitive(doc: Doc, clause: range) -> bool:
    return any(doc[k].tag_ in ("PTKZU", "VVIZU") for k in clause)
