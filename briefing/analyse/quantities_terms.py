"""Spans of time that a reader wants: the length of something, a deadline, a waiting time; not ages and narration.

*drei Jahre Haft* and *ein Abstand von drei Wochen* name what they are the length of. *müssen sieben Tage zu Hause
bleiben*, *höchstens drei Tage vor der Abreise*, *es dauert mindestens ein Jahr* are rules and terms of the matter;
*vor drei Jahren*, *seit zwei Wochen*, *in den vergangenen Tagen*, *zwei Tage später* only tell when something was.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefing.analyse import items
from briefing.analyse.quantities_clauses import clause_of, lemma, whole_verb
from briefing.analyse.quantities_nouns import is_adjective, is_noun, noun_phrase
from briefing.german.units import unit_at_text
from briefing.german.words import load

_WORDS = load("quantities")["terms"]
_LASTING = tuple(load("quantities")["counting"]["lasting"])
_RULES, _RULED = frozenset(_WORDS["rules"]), frozenset(_WORDS["ruled"])
_LASTS, _TOLD, _AFTER = frozenset(_WORDS["lasts"]), frozenset(_WORDS["told_before"]), frozenset(_WORDS["told_after"])
_RATES = tuple(_WORDS["rates"])
_DETERMINERS = ("ART", "PPOSAT", "PDAT", "PIAT", "APPRART")
_FINITE = ("VVFIN", "VAFIN", "VMFIN")
_PREPOSITIONS = frozenset({"vor", "nach"})
_LONGEST = 3  # words of the noun phrase in a name
_CLAUSE = 70  # characters of a clause in a name
_BACK = 3  # words before the number that tell it is narration


def length_of(doc: Doc, first: int, after: int, closed: bool) -> bool:
    """Whether the span from token `first` to `after` is the length of a noun beside it."""
    k = first - 1
    if k > 0 and doc[k].lower_ in ("und", ",") and unit_at_text(doc[k - 1].text) is not None:
        return False  # drei Jahre und sechs Monate Haft
    behind = doc[after] if after < len(doc) and not closed else None
    if behind is not None and _lasts(behind):
        return True
    return k > 0 and doc[k].lower_ == "von" and _lasts(doc[k - 1])


def _lasts(token: Token) -> bool:
    """Whether a noun means something of a certain length (*Frist, Haft, Wartezeit, Quarantäne*)."""
    return token.tag_ == "NN" and token.lower_.endswith(_LASTING)


def term_of(doc: Doc, first: int, after: int, unit: str) -> str:
    """What a rule or a term from token `first` to `after` is called; empty where it only tells when something was."""
    clause = clause_of(doc, first)
    if _narrates(doc, first, after) or any(doc[k].lower_.endswith(_RATES) for k in clause):
        return ""
    if {"nicht", "älter"} <= {doc[k].lower_ for k in clause} and unit != "Jahre":
        return "Höchstalter"
    aged = unit in ("Jahre", "Monate") and _aged(doc, first)
    if (
        not aged
        and (stay := _stay(doc, after))
        and not _of_a_person(doc, [doc[k] for k in clause if doc[k].tag_.startswith("V")])
    ):
        return f"Dauer ({stay})"
    anchored = _anchored(doc, after)
    verbs = [doc[k] for k in clause if doc[k].tag_.startswith("V")]
    above = [] if any(verb.tag_ in _FINITE for verb in verbs) else [*doc[after - 1].ancestors]
    ruled = any(_rules(verb) for verb in (*verbs, *above))  # fordert auf, sieben Tage zu Hause zu bleiben
    ruled = ruled or any(doc[k].lower_ in _RULED for k in clause)
    lasting = next((verb for verb in verbs if whole_verb(verb) in _LASTS), None)
    if lasting is not None and not anchored:
        return _lasting_name(doc, lasting, first, ruled=ruled)
    if not ruled or (aged and not anchored) or _of_a_person(doc, verbs):
        return ""
    if anchored:
        return f"Frist {anchored}"
    kind = "Abstand" if doc[first - 1].lower_ in ("alle", "spätestens") else "Dauer"
    if doc[first - 1].lower_ in ("nach", "in") and first:
        return ""
    full = [verb for verb in verbs if verb.tag_ in ("VVINF", "VVPP", "VVIZU") and verb.i > first]
    return f"{kind} ({_done(doc, full[0], after)})" if full else ""


def _stay(doc: Doc, after: int) -> str:
    """*14 Tage in strikte Quarantäne, zwei Wochen in Haft*: where somebody is for so long."""
    if after + 1 >= len(doc) or doc[after].lower_ not in ("in", "im", "unter"):
        return ""
    found = noun_phrase(doc, after + 2 if doc[after + 1].tag_ in _DETERMINERS else after + 1)
    return doc[found.head].text if found.found and _lasts(doc[found.head]) else ""


def _narrates(doc: Doc, first: int, after: int) -> bool:
    before = {doc[k].lower_ for k in range(max(doc[first].sent.start, first - _BACK), first)}
    if before & _TOLD and not (doc[first - 1].lower_ == "den" and before & {"in", "innerhalb"} and not before & _PAST):
        return True
    early = after + 1 < len(doc) and doc[after].lower_ == "zu" and doc[after + 1].lower_ in ("früh", "spät", "lang")
    return early or (after < len(doc) and doc[after].lower_ in _AFTER)


_PAST = frozenset({"vergangenen", "letzten", "vorigen"})


def _rules(verb: Token) -> bool:
    """Whether a verb says what must, shall or may be; *soll … gewesen sein* is hearsay."""
    low = lemma(verb)
    if verb.tag_ == "VMFIN" and low in ("müssen", "sollen", "dürfen"):
        clause = [verb.doc[k] for k in clause_of(verb.doc, verb.i)]
        done = any(t.tag_ in ("VVPP", "VAPP") for t in clause)
        told = ("haben", "sein") if low == "sollen" else ("haben", "gewesen", "worden")  # gelöst sein müssen is a rule
        return not (done and any(t.lower_ in told for t in clause))
    return verb.tag_.startswith("VV") and whole_verb(verb) in _RULES


def _aged(doc: Doc, first: int) -> bool:
    """*Kinder ab drei Jahren, bis 14 Jahre*: an age."""
    near = {doc[first].lower_, doc[first - 1].lower_}
    return first > 0 and (bool(near & {"ab", "unter", "bis", "über"}) or is_noun(doc[first - 1]))


def _anchored(doc: Doc, after: int) -> str:
    """*vor der Abreise*, *nach dem zweiten Test* behind a span of time."""
    if after + 1 >= len(doc) or doc[after].lower_ not in _PREPOSITIONS:
        return ""
    k = after + 2 if doc[after + 1].tag_ in _DETERMINERS else after + 1
    found = noun_phrase(doc, k)
    if not found.found or found.end - k > _LONGEST or unit_at_text(doc[found.head].text) is not None:
        return ""
    return doc[after : found.end].text


def _lasting_name(doc: Doc, verb: Token, first: int, *, ruled: bool) -> str:
    """*Die Zulassung dauert drei Monate* → *Dauer (Zulassung)*; waiting only where it must be."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj" and child.tag_ == "NN"), None)
    if lemma(verb) == "warten":
        return "Wartezeit" if ruled and not _of_a_person(doc, [verb]) else ""
    if subject is None and (until := _until(doc, verb)):
        return f"Dauer ({until})"
    if subject is None or subject.i == first or unit_at_text(subject.text) is not None:
        return ""
    return subject.text if subject.lower_.endswith(("dauer", "zeit", "frist")) else f"Dauer ({subject.text})"


def _until(doc: Doc, verb: Token) -> str:
    """*Es dauerte fünf Wochen, bis das Ergebnis feststand*: the clause that says of what."""
    if lemma(verb) != "dauern" or not any(child.lower_ == "es" for child in verb.children):
        return ""
    start = next((k for k in range(verb.sent.end - 1, verb.i + 1, -1) if doc[k].lower_ == "bis"), -1)
    clause = [doc[k] for k in clause_of(doc, start) if k >= start] if start > 0 else []
    if not any(token.tag_.startswith("V") for token in clause):
        return ""  # vier bis fünf Wochen
    text = "".join(token.text_with_ws for token in clause).strip(" ,.!?–-")
    plain = not any(token.is_space or token.text in ('"', "(", ")") for token in clause)
    return text if plain and len(text) <= _CLAUSE else ""


def _of_a_person(doc: Doc, verbs: list[Token]) -> bool:
    """Whether somebody by name, *ich* or *du* does it: what happens to one person is no rule."""
    subjects = [child for verb in verbs for child in verb.children if child.dep_ == "nsubj"]
    named = [n for n in items.read(doc, items.NAMES) if n["label"] == "PER"]
    return any(
        token.lower_ in ("ich", "du", "er") or any(n["start"] <= token.idx < n["end"] for n in named)
        for token in subjects
    )


def _done(doc: Doc, verb: Token, after: int) -> str:
    """*zu Hause bleiben*: the verb with what stands between it and the span of time, if that is short."""
    between = doc[after : verb.i]
    odd = any(token.is_punct or token.is_space or token.tag_ in ("CARD", "VMFIN", "VAFIN") for token in between)
    short = len(between) <= _LONGEST and not odd
    words = between.text + " " if short and len(between) else ""
    adjective = any(is_adjective(token) for token in between) and not any(is_noun(token) for token in between)
    form = lemma(verb) if verb.tag_ in ("VVPP", "VVIZU") else verb.text
    return form if adjective else f"{words.removesuffix('zu ')}{form}"
