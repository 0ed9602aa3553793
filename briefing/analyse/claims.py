"""Claims: who takes which stand towards what (*Moskau wies die Berichte als Falschmeldungen zurück*).

A stand not taken is none: *widersprach dem nicht*, *wollte nicht dementieren* and *bestätigte nicht*
give no claim. Where the text names the proposition only by *das*, *was* or *die Vorwürfe*, the clause
or sentence before it is taken.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from briefing.analyse import items
from briefing.analyse.claims_clauses import (
    AUXILIARIES,
    PREPOSITIONS,
    PRONOUNS,
    Clause,
    clause_of,
    clauses,
    is_subordinate,
    passive_agent,
    subject,
)
from briefing.analyse.claims_lexicon import Cue, candidates, sense_of
from briefing.analyse.terms import Terms
from briefing.german.words import load

_PASSIVE = frozenset({"wird", "werde", "werden", "wurde", "wurden", "worden"})
_STATE_PASSIVE = frozenset({"ist", "sind", "sei", "seien", "war", "waren"})
_INTRANSITIVE = frozenset({"assumption", "assertion-phrase"})  # perfect with sein
_AFTERWARDS = frozenset(  # a clause that begins so belongs no longer to the proposition
    """sagte sagten so teilte erklärte wie was wogegen berichtet berichtete""".split()
)
_CLAUSE_OPENERS = ("dass", "daß", "ob", "wonach", "inwieweit", "inwiefern", "wie", "warum", "wann", "wo")
_WORTH = 2  # a proposition needs so many terms to be compared


@dataclass(slots=True)
class _State:
    """What a component run carries from sentence to sentence."""

    doc: Doc
    terms: Terms
    names: list[items.NameItem]
    quotes: list[items.QuoteItem]
    last: tuple[list[int], list[str]] | None = None
    last_at: int = -10
    found: list[items.ClaimItem] = field(default_factory=list)


def find_claims(doc: Doc) -> Doc:
    """Write every stand taken in `doc` (`items.CLAIMS`), in text order; boilerplate and questions give none."""
    state = _State(doc, Terms(doc), items.read(doc, items.NAMES), items.read(doc, items.QUOTES))
    before: Span | None = None
    for number, sentence in enumerate(doc.sents):
        if not sentence.text.strip() or items.block_at(doc, sentence[0].idx) == "boilerplate":
            continue
        if not sentence.text.rstrip().rstrip('"').endswith("?"):
            _claims_in(state, sentence, before, number)
        before = sentence
    items.write(doc, items.CLAIMS, _without_repeats(state.found))
    return doc


def _claims_in(state: _State, sentence: Span, before: Span | None, number: int) -> None:
    doc = state.doc
    readings = candidates(sentence)
    if not readings:
        return
    verbs = frozenset(i for i, _, _ in readings)
    parts = clauses(sentence, verbs)
    used: set[int] = set()
    for verb, reading, particle in sorted(readings, key=lambda r: (r[0], r[1].form == "finite")):
        k = clause_of(parts, verb)
        if verb in used or (reading.form == "infinitive" and doc[verb].lower_ in AUXILIARIES):
            continue
        sense = sense_of(doc, parts[k], verb, reading)
        if sense is None or (reading.form == "participle" and not _real_participle(doc, parts[k], verb)):
            continue
        used.add(verb)
        cue = Cue(verb, sense[0], reading.form, particle, sense[1])
        _claim(state, sentence, before, parts, k, cue, number)


def _real_participle(doc: Doc, clause: Clause, verb: int) -> bool:
    """A participle takes a stand only as part of a verb (hat … bestätigt), not as an attribute."""
    return any(doc[i].lower_ in AUXILIARIES for i in range(clause.start, clause.end) if i != verb)


def _denied(doc: Doc, clause: Clause, cue: Cue) -> bool:
    """Whether the stand is not taken: negated, unreal, conditional."""
    words = load("claims")["words"]
    lower = [doc[i].lower_ for i in range(clause.start, clause.end)]
    if any(word in words["negation"] for word in lower):
        return True
    if cue.form != "finite" and any(word in words["unreal"] for word in lower):
        return True
    return lower[0] in words["conditional"]


def _claim(
    state: _State, sentence: Span, before: Span | None, parts: list[Clause], k: int, cue: Cue, number: int
) -> None:
    doc, clause = state.doc, parts[k]
    passive = _is_passive(doc, clause, cue)
    who = passive_agent(doc, clause, cue.verb) if passive else subject(doc, doc[cue.verb], parts)
    what = _proposition(state, sentence, before, parts, k, cue, who, passive, number)
    if what is None:
        return
    offsets, terms, own = what
    state.last, state.last_at = (offsets, terms), number
    if _denied(doc, clause, cue) or (passive and who is None):
        return
    holder, name = _holder(state, doc[cue.verb], who)
    if holder is None or (name is None and doc[cue.verb].lower_ == "bestätigt"):
        return
    start, end = _extent(doc, clause, cue, offsets if own else None, holder)
    state.found.append(
        {
            "start": start,
            "end": end,
            "stance": cue.sense.stance,
            "holder": holder,
            "holder_name": name,
            "about": doc.text[offsets[0] : offsets[1]].strip(' ,;:–-"'),
            "proposition": offsets,
            "terms": terms,
            "rule": cue.sense.rule + ("" if own else "/anaphora"),
        }
    )


def _is_passive(doc: Doc, clause: Clause, cue: Cue) -> bool:
    """*wird bestritten*, *worden*; *ist bestätigt* too, where the verb builds its perfect with *haben*."""
    if cue.form != "participle":
        return False
    lower = {doc[i].lower_ for i in range(clause.start, clause.end)}
    return bool(lower & _PASSIVE) or (bool(lower & _STATE_PASSIVE) and cue.sense.rule not in _INTRANSITIVE)


# ── what it is about ────────────────────────────────────────────────────────────────────────────


def _proposition(
    state: _State, sentence: Span, before: Span | None, parts: list[Clause], k: int, cue: Cue,
    who: Span | None, passive: bool, number: int,
) -> tuple[list[int], list[str], bool] | None:  # fmt: skip
    """Offsets and terms of the proposition, and whether it stands in the cue's own sentence part."""
    doc = state.doc
    quoted = _quoted(state, cue)
    if quoted is not None:
        return quoted, state.terms.of(*quoted), True
    clause = _clause_after(doc, sentence, parts, k, cue)
    if (
        clause is None
        and k > 0
        and is_subordinate(doc, parts[0])
        and doc[parts[0].start].lower_ in ("dass", "ob", "wie")
    ):
        clause = [doc[parts[0].start].idx, _end(doc[parts[k - 1].end - 1])]
    if cue.sense.rule == "admission" and clause is None and not _admitted(doc, parts[k]):
        return None
    if clause is not None:
        terms = [*state.terms.of(*clause), *_object_terms(state, parts[k], cue, who)]
        return clause, list(dict.fromkeys(terms)), True
    words = _object(doc, parts[k], cue, who)
    if passive and who is not None:
        words = [t for t in words if not who.start <= t.i < who.end]
    offsets = _run(words)
    terms = _terms_of(state, words)
    accounts = load("claims")["words"]["accounts"]
    content = [t for t in words if t.text not in accounts]
    if offsets is not None and len(_terms_of(state, content)) >= _WORTH:
        return offsets, terms, True
    told = _told_before(state, sentence, before, parts, k, number, who)
    if told is None:
        return (offsets, terms, True) if offsets is not None and terms else None
    anaphoric = load("claims")["words"]["anaphoric"]
    points = any(t.lower_ in anaphoric or t.text in accounts for t in words) or not terms
    points = points or any(doc[i].lower_ in anaphoric for i in range(parts[k].start, parts[k].end) if i != cue.verb)
    if not points:
        return (offsets, terms, True) if offsets is not None else None
    return told[0], list(dict.fromkeys([*told[1], *terms])), False


def _admitted(doc: Doc, clause: Clause) -> bool:
    admitted = load("claims")["words"]["admitted"]
    return any(doc[i].text in admitted for i in range(clause.start, clause.end))


def _quoted(state: _State, cue: Cue) -> list[int] | None:
    """The content of the quotation that the cue introduces."""
    at = state.doc[cue.verb].idx
    for quote in state.quotes:
        if any(start <= at < end for start, end in quote["cue"]) and quote["content"]:
            return [quote["content"][0][0], quote["content"][-1][1]]
    return None


def _clause_after(doc: Doc, sentence: Span, parts: list[Clause], k: int, cue: Cue) -> list[int] | None:
    """A dass-clause, question clause or clause of content right after the cue's clause."""
    if k + 1 >= len(parts) or parts[k + 1].start <= max(cue.tokens):
        return None
    first = doc[parts[k + 1].start].lower_
    if first not in _CLAUSE_OPENERS and not _infinitive(doc, parts[k + 1]):
        return None
    end = parts[-1].end
    for later in parts[k + 2 :]:
        if doc[later.start].lower_ in _AFTERWARDS:
            end = later.start - 1
            break
    last = doc[end - 1]
    while last.is_punct or last.is_space:
        last = doc[last.i - 1]
    return [doc[parts[k + 1].start].idx, _end(last)]


def _infinitive(doc: Doc, clause: Clause) -> bool:
    """Whether the clause is an infinitive with *zu*."""
    for i in range(clause.start, clause.end):
        if (
            doc[i].lower_ == "zu"
            and i + 1 < clause.end
            and doc[i + 1].text.endswith(("en", "ern", "eln", "sein", "tun"))
        ):
            return doc[i + 1].text[:1].islower()
        if doc[i].tag_ == "VVIZU":
            return True
    return False


def _end(token: Token) -> int:
    return token.idx + len(token)


def _object(doc: Doc, clause: Clause, cue: Cue, who: Span | None) -> list[Token]:
    """The words of the clause that are neither subject, verb, adverb nor time."""
    adverbs = load("claims")["words"]["adverbs"]
    words = []
    for i in range(clause.start, clause.end):
        token = doc[i]
        inside = who is not None and who.start <= i < who.end
        if inside or i in cue.tokens or token.is_space or token.lower_ in adverbs or token.lower_ in AUXILIARIES:
            continue
        words.append(token)
    return _without_time(words)


_TIMES = frozenset(
    """montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag woche wochenende monat jahr abend morgen
    mittag nachmittag vormittag nacht tag januar februar märz april mai juni juli august september oktober november
    dezember montagabend dienstagabend mittwochabend donnerstagabend freitagabend samstagabend sonntagabend""".split()
)


def _without_time(words: list[Token]) -> list[Token]:
    """Without phrases such as *am Montag*, *in der vergangenen Woche*."""
    drop: set[int] = set()
    for position, token in enumerate(words):
        if token.lower_ in _TIMES:
            k = position
            while (
                k > 0
                and position - k < 4
                and words[k - 1].i == words[k].i - 1
                and words[k].lower_ not in PREPOSITIONS | {"am", "im"}
            ):
                if words[k - 1].text[:1].isupper() and words[k - 1].lower_ not in PREPOSITIONS | {"am", "im"}:
                    break
                k -= 1
            drop.update(w.i for w in words[k : position + 1])
    return [w for w in words if w.i not in drop]


def _run(words: list[Token]) -> list[int] | None:
    """Offsets of the longest stretch of adjacent words with a capital letter in it."""
    best: list[Token] = []
    current: list[Token] = []
    for token in words:
        if current and token.i > current[-1].i + 2:
            best, current = max(best, current, key=_weight), []
        current.append(token)
    best = max(best, current, key=_weight)
    while best and best[0].is_punct:
        best = best[1:]
    while best and best[-1].is_punct:
        best = best[:-1]
    return [best[0].idx, _end(best[-1])] if _weight(best) else None


def _weight(words: list[Token]) -> int:
    return sum(1 for token in words if token.text[:1].isupper())


def _terms_of(state: _State, words: list[Token]) -> list[str]:
    return list(dict.fromkeys(term for token in words for term in state.terms.of(token.idx, _end(token))))


def _object_terms(state: _State, clause: Clause, cue: Cue, who: Span | None) -> list[str]:
    accounts = load("claims")["words"]["accounts"]
    return _terms_of(state, [t for t in _object(state.doc, clause, cue, who) if t.text not in accounts])


def _told_before(
    state: _State, sentence: Span, before: Span | None, parts: list[Clause], k: int, number: int, who: Span | None
) -> tuple[list[int], list[str]] | None:
    """What an anaphoric object points to: earlier in the sentence, the last proposition, the sentence before."""
    doc = state.doc
    if k > 0 and not parts[k].joined and not (who is not None and who.start < parts[k].start):
        start, end = doc[parts[0].start].idx, _end(doc[parts[k - 1].end - 1])
        terms = state.terms.of(start, end)
        if len(terms) >= _WORTH:
            return [start, end], terms
    if state.last is not None and number - state.last_at <= 2 and state.last[1]:
        return state.last
    if before is not None and items.block_at(doc, before[0].idx) == items.block_at(doc, sentence[0].idx):
        offsets = [before[0].idx, before.end_char - (len(before.text) - len(before.text.rstrip()))]
        return offsets, state.terms.of(*offsets)
    return None


# ── who ─────────────────────────────────────────────────────────────────────────────────────────


def _holder(state: _State, verb: Token, who: Span | None) -> tuple[list[int] | None, str | None]:
    """Where the holder stands and the name; in a quotation *ich*, *wir*, *er* are its speaker."""
    quote = next((q for q in state.quotes if any(s <= verb.idx < e for s, e in q["cue"]) and q["speaker"]), None)
    if quote is not None:
        return list(quote["speaker"][0]), quote["speaker_name"]
    around = next((q for q in state.quotes if any(s <= verb.idx < e for s, e in q["content"])), None)
    if who is None:
        return None, None
    pronoun = len(who) == 1 and who[0].lower_ in PRONOUNS
    if pronoun and around is not None and around["speaker"] and who[0].lower_ != "es":
        return list(around["speaker"][0]), around["speaker_name"]
    offsets = [who.start_char, who.end_char]
    inside = [n for n in state.names if n["start"] >= offsets[0] and n["end"] <= offsets[1] and n["label"] != "MISC"]
    if pronoun:
        return offsets, _antecedent(state, who)
    persons = [n for n in inside if n["label"] == "PER"]
    if len(inside) == 1 or persons:
        chosen = (persons or inside)[0]
        if persons or _is_head(state.doc, chosen, who):
            return offsets, chosen["name"]
    return offsets, _plain(who)


def _is_head(doc: Doc, name: items.NameItem, who: Span) -> bool:
    """A name is the holder itself where no other noun heads the phrase (*Russland*, not *Russlands Präsident*)."""
    others = [t for t in who if t.text[:1].isupper() and not name["start"] <= t.idx < name["end"] and t.i != who.start]
    return not others


def _plain(who: Span) -> str:
    """The phrase as printed, without a definite article before it."""
    words = who.text.split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in ("der", "die", "das", "dem", "den") else words)


def _antecedent(state: _State, who: Span) -> str | None:
    """The speaker that another component found for the same pronoun, if any."""
    for quote in state.quotes:
        if any(s <= who.start_char < e for s, e in quote["speaker"]):
            return quote["speaker_name"]
    return None


def _extent(doc: Doc, clause: Clause, cue: Cue, offsets: list[int] | None, holder: list[int]) -> tuple[int, int]:
    """From the first to the last character of clause, cue and proposition."""
    inside = [doc[i] for i in range(clause.start, clause.end) if not doc[i].is_space and doc[i].text not in ('"', "'")]
    cue_end = _end(doc[max(cue.tokens)])
    start = min([inside[0].idx, *([offsets[0]] if offsets else [])])
    end = max([_end(inside[-1]), cue_end, *([offsets[1]] if offsets else [])])
    return start, end


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
