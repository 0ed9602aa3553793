"""Claims: who takes which stand towards what (*Moskau wies die Berichte als Falschmeldungen zurück*).

A stand not taken is none: *widersprach dem nicht*, *wollte nicht dementieren* and *bestätigte nicht*
give no claim. Where the text names the proposition only by *das*, *was* or *die Vorwürfe*, the clause
or sentence before it is taken.
"""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from briefing.analyse import items
from briefing.analyse.claims_clauses import (
    AUXILIARIES,
    DETERMINERS,
    Clause,
    clause_of,
    clauses,
    is_subordinate,
)
from briefing.analyse.claims_holder import holder_of
from briefing.analyse.claims_lexicon import Cue, candidates, sense_of
from briefing.analyse.claims_matter import State, end_of, proposition
from briefing.analyse.claims_subject import noun_phrase, passive_agent, subject, takes_stands
from briefing.analyse.claims_terms import ClaimTerms
from briefing.german import reporting
from briefing.german.words import load

_PASSIVE = frozenset({"wird", "werde", "werden", "wurde", "wurden", "worden"})
_NOMINATIVE = frozenset({"er", "sie", "wir", "ich"})
_ANYONE = frozenset({"wer", "man", "jeder", "jede", "niemand", "keiner", "jemand"})
_STATE_PASSIVE = frozenset({"ist", "sind", "sei", "seien", "war", "waren"})
_INTRANSITIVE = frozenset({"assumption", "assertion-phrase"})  # perfect with sein
_MATTERS = re.compile(
    r"(?:ung|heit|keit|tion|nahme|ismus|ität|plan|idee|schlag|stoß|gesetz|reform|kurs)(?:e?n|e|s)?$|^[A-ZÄÖÜ][a-zäöüß]+ieren$"
)
# With *sich* these verbs mean something else (ein Wechsel kündigt sich an, behauptet sich, bestätigt sich).
_NOT_REFLEXIVE = frozenset({"announcement", "assertion", "approval", "confirmation", "denial", "objection"})


def find_claims(doc: Doc) -> Doc:
    """Write every stand taken in `doc` (`items.CLAIMS`), in text order; boilerplate and questions give none."""
    state = State(doc, ClaimTerms(doc), items.read(doc, items.NAMES), items.read(doc, items.QUOTES))
    before: Span | None = None
    for number, sentence in enumerate(doc.sents):
        if not sentence.text.strip() or items.block_at(doc, sentence[0].idx) == "boilerplate":
            continue
        if not sentence.text.rstrip().rstrip('"').endswith("?"):
            _claims_in(state, sentence, before, number)
        before = sentence
    items.write(doc, items.CLAIMS, _without_repeats(state.found))
    return doc


def _claims_in(state: State, sentence: Span, before: Span | None, number: int) -> None:
    doc = state.doc
    readings = candidates(sentence)
    if not readings:
        return
    verbs = frozenset(i for i, _, _ in readings)
    parts = _finished(doc, clauses(sentence, verbs))
    used: set[int] = set()
    for verb, reading, particle in sorted(readings, key=lambda r: (r[0], r[1].form == "finite")):
        k = clause_of(parts, verb)
        if verb in used or (reading.form == "infinitive" and doc[verb].lower_ in AUXILIARIES):
            continue
        sense = sense_of(doc, parts[k], verb, reading)
        if sense is None or (reading.form == "participle" and not _real_participle(doc, parts[k], verb)):
            continue
        if sense[0].rule in _NOT_REFLEXIVE and _reflexive(doc, parts[k], verb):
            continue
        used.add(verb)
        cue = Cue(verb, sense[0], reading.form, particle, sense[1])
        _claim(state, sentence, before, parts, k, cue, number)


def _reflexive(doc: Doc, clause: Clause, verb: int) -> bool:
    """Whether *sich* belongs to the verb: within two words of it, or of the finite verb of its clause."""
    verbs = {verb, clause.verb if clause.verb is not None else verb}
    return any(
        doc[i].lower_ == "sich" and any(0 < abs(i - v) <= 2 for v in verbs) for i in range(clause.start, clause.end)
    )


def _real_participle(doc: Doc, clause: Clause, verb: int) -> bool:
    """A participle takes a stand only as part of a verb (hat … bestätigt), not as an attribute."""
    return any(doc[i].lower_ in AUXILIARIES for i in range(clause.start, clause.end) if i != verb)


def _negated(doc: Doc, clause: Clause, verb: int) -> bool:
    """Whether a negation stands in the clause, outside of words quoted beside the verb (*als „ohne Grundlage“*)."""
    negation = load("claims")["words"]["negation"]
    marks = [i for i in range(clause.start, clause.end) if doc[i].text == '"']
    quoted = [(a, b) for a, b in zip(marks[::2], marks[1::2], strict=False) if not a < verb < b]
    return any(
        doc[i].lower_ in negation and not any(a < i < b for a, b in quoted) for i in range(clause.start, clause.end)
    )


def _denied(doc: Doc, clause: Clause, cue: Cue) -> bool:
    """Whether the stand is not taken: negated, unreal, conditional."""
    words = load("claims")["words"]
    lower = [doc[i].lower_ for i in range(clause.start, clause.end)]
    if _negated(doc, clause, cue.verb):
        return True
    if cue.form != "finite" and any(word in words["unreal"] for word in lower):
        return True
    return lower[0] in words["conditional"]


def _claim(
    state: State, sentence: Span, before: Span | None, parts: list[Clause], k: int, cue: Cue, number: int
) -> None:
    doc, clause = state.doc, parts[k]
    passive = _is_passive(doc, clause, cue)
    who = passive_agent(doc, clause, cue.verb) if passive else _actor(state, doc[cue.verb], parts, clause)
    what = proposition(state, sentence, before, parts, k, cue, who, passive, number)
    if what is None:
        return
    offsets, terms, own = what
    state.last, state.last_at = (offsets, terms), number
    refused = cue.sense.rule == "acceptance" and _negated(doc, clause, cue.verb)
    if (not refused and _denied(doc, clause, cue)) or (passive and who is None):
        return
    if (who is not None and who[0].lower_ in _ANYONE) or (not own and _is_title(doc, sentence)):
        return
    holder, name = holder_of(state, doc[cue.verb], who)
    if holder is None or (name is None and doc[cue.verb].lower_ == "bestätigt"):
        return
    start, end = _extent(doc, clause, cue, offsets if own else None, holder)
    state.found.append(
        {
            "start": start,
            "end": end,
            "stance": "denies" if refused else cue.sense.stance,
            "holder": holder,
            "holder_name": name,
            "about": items.text_of(doc)[offsets[0] : offsets[1]].strip(' ,;:–-"'),
            "proposition": offsets,
            "terms": terms,
            "rule": ("refusal" if refused else cue.sense.rule) + ("" if own else "/anaphora"),
        }
    )


def _is_title(doc: Doc, sentence: Span) -> bool:
    """Whether a sentence stands in a title: what it points to is the whole article, not the sentence before."""
    return items.block_at(doc, sentence[0].idx) in ("headline", "heading")


def _actor(state: State, verb: Token, parts: list[Clause], clause: Clause) -> Span | None:
    """The subject; a name right after the finite verb is preferred to a phrase without one before it.

    *Eine Verschiebung lehnte das Innenministerium ab*: the object may come first.
    """
    doc = state.doc
    who = subject(doc, verb, parts)
    first = verb.i == clause.start and clause.joined
    first = first or (verb.i == clause.start + 1 and doc[clause.start].lower_ in ("und", "aber", "sondern"))
    if first and (who is None or who.start > verb.i):
        return _shared_subject(doc, parts, clause)  # *und kritisierte die Regierung*: its subject was told before
    if who is None or verb.i < clause.start or who.end > verb.i or any(_overlaps(n, who) for n in state.names):
        return who
    if len(who) == 1 and who[0].lower_ in _NOMINATIVE:
        return who  # *Sie widersprach Trumps Darstellung*: what stands behind the verb is its object
    finite = clause.verb if clause.verb is not None else verb.i
    after = noun_phrase(doc, finite + 1, clause.end)
    if after is None:
        return _pronoun_after(doc, finite, clause, who)
    if doc[after.start].lower_ in ("den", "dem", "einen", "einem"):
        return who
    named = any(_overlaps(n, after) and n["label"] != "LOC" for n in state.names)
    return after if named or (_is_matter(who) and _takes_stands(after)) else who


def _pronoun_after(doc: Doc, finite: int, clause: Clause, who: Span) -> Span:
    """*Diese Maßnahmen hält sie für falsch*: the pronoun, where what stands before the verb is a matter."""
    if finite + 1 < clause.end and doc[finite + 1].lower_ in ("er", "sie", "wir", "ich") and _is_matter(who):
        return doc[finite + 1 : finite + 2]
    return who


def _takes_stands(phrase: Span) -> bool:
    """Whether the first noun of a phrase with an article takes stands."""
    noun = next((t for t in phrase if t.text[:1].isupper() and t.lower_ not in DETERMINERS), None)
    return phrase[0].lower_ in DETERMINERS and noun is not None and takes_stands(noun)


def _is_matter(phrase: Span) -> bool:
    """Whether the first noun of a phrase names a matter, not somebody (*Maßnahmen*, *das Schielen auf Gewinn*)."""
    noun = next((t.text for t in phrase if t.text[:1].isupper() and t.i > phrase.start), phrase[-1].text)
    return _MATTERS.search(noun) is not None and not reporting.is_institution(noun)


def _shared_subject(doc: Doc, parts: list[Clause], clause: Clause) -> Span | None:
    """The subject of the clause to which a coordinate clause without one belongs."""
    for before in reversed(parts[: parts.index(clause)]):
        if before.verb is not None and not is_subordinate(doc, before):
            who = subject(doc, doc[before.verb], parts)
            return who if who is not None and who.end <= clause.start else None
    return None


def _overlaps(name: items.NameItem, phrase: Span) -> bool:
    return name["start"] < phrase.end_char and phrase.start_char < name["end"]


def _is_passive(doc: Doc, clause: Clause, cue: Cue) -> bool:
    """*wird bestritten*, *worden*; *ist bestätigt* too, where the verb builds its perfect with *haben*."""
    if cue.form != "participle":
        return False
    lower = {doc[i].lower_ for i in range(clause.start, clause.end)}
    return bool(lower & _PASSIVE) or (bool(lower & _STATE_PASSIVE) and cue.sense.rule not in _INTRANSITIVE)


def _finished(doc: Doc, parts: list[Clause]) -> list[Clause]:
    """The clauses; one that ends within a phrase goes on in the next (*das skizzierte, lange entwickelte Konzept*)."""
    joined: list[Clause] = []
    for part in parts:
        if joined and part.verb is None and _ends_in_attribute(doc, joined[-1]):
            joined[-1] = replace(joined[-1], end=part.end)
        else:
            joined.append(part)
    return joined


def _ends_in_attribute(doc: Doc, clause: Clause) -> bool:
    """Whether the last word is an attribute; taggers take *skizzierte* for a second finite verb."""
    last = doc[clause.end - 1]
    finite = last.tag_ == "VVFIN" and any(
        doc[i].tag_ in ("VVFIN", "VAFIN", "VMFIN") for i in range(clause.start, last.i)
    )
    return last.tag_ == "ADJA" or (finite and not is_subordinate(doc, clause))


def _extent(doc: Doc, clause: Clause, cue: Cue, offsets: list[int] | None, holder: list[int]) -> tuple[int, int]:
    """From the first to the last character of clause, cue and proposition."""
    inside = [doc[i] for i in range(clause.start, clause.end) if not doc[i].is_space and doc[i].text not in ('"', "'")]
    cue_end = end_of(doc[max(cue.tokens)])
    before = [holder[0]] if holder[1] <= inside[-1].idx and _adjacent(doc, holder, inside[0].idx) else []
    start = min([inside[0].idx, *before, *([offsets[0]] if offsets else [])])
    end = max([end_of(inside[-1]), cue_end, *([offsets[1]] if offsets else [])])
    return start, end


def _adjacent(doc: Doc, holder: list[int], start: int) -> bool:
    """Whether the holder's phrase reaches into the clause that begins at `start`."""
    return holder[0] < start < holder[1]


def _without_repeats(found: list[items.ClaimItem]) -> list[items.ClaimItem]:
    """One claim per holder, stance and proposition (*dementierte Berichte und wies die Vorwürfe zurück*)."""
    kept: list[items.ClaimItem] = []
    for item in sorted(found, key=lambda i: (i["start"], i["end"])):
        same = next(
            (
                k for k in kept
                if k["stance"] == item["stance"] and k["holder_name"] == item["holder_name"]
                and k["proposition"] == item["proposition"] and item["start"] - k["end"] < 40
            ),
            None,
        )  # fmt: skip
        if same is not None:
            same["end"] = max(same["end"], item["end"])
        else:
            kept.append(item)
    return kept
