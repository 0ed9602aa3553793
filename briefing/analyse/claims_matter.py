"""What a stand is about: a clause, an object, or what was said before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from briefing.analyse import items
from briefing.analyse.claims_clauses import AUXILIARIES, PREPOSITIONS, Clause, is_subordinate
from briefing.analyse.claims_lexicon import Cue
from briefing.analyse.claims_terms import ClaimTerms
from briefing.german.words import load

_AFTERWARDS = frozenset(  # a clause that begins so belongs no longer to the proposition
    """sagte sagten so teilte erklärte wie was wogegen berichtet berichtete""".split()
)
_CLAUSE_OPENERS = ("dass", "daß", "ob", "wonach", "inwieweit", "inwiefern", "wie", "warum", "wann", "wo")
_ENDS_IN_E = re.compile(r"[a-zäöüß]{3,}e")
_MOST = 0.5  # share of a sentence's characters
_WORTH = 2  # a proposition needs so many terms to be compared


@dataclass(slots=True)
class State:
    """What a component run carries from sentence to sentence."""

    doc: Doc
    terms: ClaimTerms
    names: list[items.NameItem]
    quotes: list[items.QuoteItem]
    last: tuple[list[int], list[str]] | None = None
    last_at: int = -10
    found: list[items.ClaimItem] = field(default_factory=list)


def proposition(
    state: State, sentence: Span, before: Span | None, parts: list[Clause], k: int, cue: Cue,
    who: Span | None, passive: bool, number: int,
) -> tuple[list[int], list[str], bool] | None:  # fmt: skip
    """Offsets and terms of the proposition, and whether it stands in the cue's own sentence part."""
    doc = state.doc
    # What is quoted beside a denial is the denier's own word (*wies Vorwürfe zurück: „Alles war sicher“*).
    quoted = _quoted(state, cue) if cue.sense.stance != "denies" else None
    if quoted is not None:
        return quoted, state.terms.of(*quoted), True
    clause = _clause_after(doc, sentence, parts, k, cue)
    if (
        clause is None
        and k > 0
        and is_subordinate(doc, parts[0])
        and doc[parts[0].start].lower_ in ("dass", "ob", "wie")
    ):
        clause = [doc[parts[0].start].idx, end_of(doc[parts[k - 1].end - 1])]
    if cue.sense.rule == "admission" and clause is None and not _admitted(doc, parts[k]):
        return None
    if clause is not None:
        terms = [*state.terms.of(*clause), *_object_terms(state, parts[k], cue, who)]
        return clause, list(dict.fromkeys(terms)), True
    words = _object(doc, parts[k], cue, who)
    if passive and who is not None:
        words = [t for t in words if not who.start <= t.i < who.end]
    offsets = _run(words, cue)
    terms = _terms_of(state, words)
    accounts = load("claims")["words"]["accounts"]
    content = [t for t in words if t.text not in accounts]
    if offsets is not None and (len(_terms_of(state, content)) >= _WORTH or _complemented(words)):
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


def _complemented(words: list[Token]) -> bool:
    """Whether an account noun says itself what it is about (*Kritik an der Polizei*, *Vorwürfe der Opposition*)."""
    accounts = load("claims")["words"]["accounts"]
    for position, token in enumerate(words[:-1]):
        following = words[position + 1]
        if token.text in accounts and following.i == token.i + 1:
            return following.lower_ in PREPOSITIONS or following.lower_ in ("der", "des", "einer", "eines")
    return False


def _admitted(doc: Doc, clause: Clause) -> bool:
    admitted = load("claims")["words"]["admitted"]
    return any(doc[i].text in admitted for i in range(clause.start, clause.end))


def _quoted(state: State, cue: Cue) -> list[int] | None:
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
    if cue.sense.stance == "denies" and doc[parts[k + 1].start - 1].text in (":", ";"):
        return None  # wies das zurück; die Firma habe Fehler gemacht: what the denier says himself
    first = doc[parts[k + 1].start].lower_
    if first not in _CLAUSE_OPENERS and not _infinitive(doc, parts[k + 1]) and not _reported(doc, parts[k + 1]):
        return None
    end = parts[-1].end
    for later in parts[k + 2 :]:
        if doc[later.start].lower_ in _AFTERWARDS:
            end = later.start - 1
            break
    last = doc[end - 1]
    while last.is_punct or last.is_space:
        last = doc[last.i - 1]
    return [doc[parts[k + 1].start].idx, end_of(last)]


def _reported(doc: Doc, clause: Clause) -> bool:
    """Whether the clause is reported speech without *dass*: a main clause with its verb in the Konjunktiv I."""
    for i in range(clause.start + 1, min(clause.end, clause.start + 6)):
        token = doc[i]
        if token.lower_ in ("sei", "seien", "habe", "werde", "könne", "müsse", "solle", "wolle", "dürfe"):
            return True
        if token.tag_ == "VVFIN" and "Mood=Sub" in str(token.morph):
            return True
        # The third person ends in -e only in the Konjunktiv (*die GDL verweigere*, not *verweigert*); taggers
        # take it for an adjective, but then the clause would have a verb elsewhere.
        verb = clause.verb is None or clause.verb == i
        if verb and i > clause.start + 1 and _ENDS_IN_E.fullmatch(token.text) and doc[i - 1].text[:1].isupper():
            return True
    return False


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


def end_of(token: Token) -> int:
    """Character after the token."""
    return token.idx + len(token)


def _object(doc: Doc, clause: Clause, cue: Cue, who: Span | None) -> list[Token]:
    """The words of the clause that are neither subject, verb, adverb nor time, nor a name for it (*als „falsch“*)."""
    adverbs = load("claims")["words"]["adverbs"]
    words = []
    called = (
        i
        for i in range(cue.verb + 1, clause.end - 1)
        if doc[i].lower_ == "als" and (doc[i + 1].text == '"' or i < (cue.word or 0))
    )
    for i in range(clause.start, next(called, clause.end)):
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


def _run(words: list[Token], cue: Cue) -> list[int] | None:
    """Offsets of the longest stretch of adjacent words with a capital letter in it; it ends at the verb.

    Where the verb has a direct object, a stretch that begins with a preposition (*Beim Umsatz*) is one only
    if there is no other.
    """
    runs: list[list[Token]] = [[]]
    for token in words:
        if runs[-1] and (
            token.i > runs[-1][-1].i + 2 or any(runs[-1][-1].i < i < token.i for i in (cue.verb, cue.particle or -1))
        ):
            runs.append([])
        runs[-1].append(token)
    direct = [run for run in runs if run and run[0].lower_ not in PREPOSITIONS and _weight(run)]
    best = max(direct if direct and not cue.sense.prepositions else runs, key=_weight)
    while best and best[0].is_punct:
        best = best[1:]
    while best and (best[-1].is_punct or best[-1].lower_ in PREPOSITIONS):
        best = best[:-1]
    return [best[0].idx, end_of(best[-1])] if _weight(best) else None


def _weight(words: list[Token]) -> int:
    return sum(1 for token in words if token.text[:1].isupper())


def _terms_of(state: State, words: list[Token]) -> list[str]:
    return list(dict.fromkeys(term for token in words for term in state.terms.of(token.idx, end_of(token))))


def _object_terms(state: State, clause: Clause, cue: Cue, who: Span | None) -> list[str]:
    accounts = load("claims")["words"]["accounts"]
    return _terms_of(state, [t for t in _object(state.doc, clause, cue, who) if t.text not in accounts])


def _told_before(
    state: State, sentence: Span, before: Span | None, parts: list[Clause], k: int, number: int, who: Span | None
) -> tuple[list[int], list[str]] | None:
    """What an anaphoric object points to: earlier in the sentence, the last proposition, the sentence before."""
    doc = state.doc
    if k > 0 and not parts[k].joined and not (who is not None and who.start < parts[k].start):
        start, end = doc[parts[0].start].idx, end_of(doc[parts[k - 1].end - 1])
        terms = state.terms.of(start, end)
        if len(terms) >= _WORTH:
            return [start, end], terms
    if before is not None and _accuses(doc, parts[k], before):
        offsets = _said_in(state, before)
        return offsets, state.terms.of(*offsets)
    if state.last is not None and number - state.last_at <= 2 and state.last[1]:
        return state.last
    if before is not None and items.block_at(doc, before[0].idx) == items.block_at(doc, sentence[0].idx):
        offsets = _said_in(state, before)
        return offsets, state.terms.of(*offsets)
    return None


def _said_in(state: State, sentence: Span) -> list[int]:
    """The words in marks that make up most of a sentence, without who says them; else the sentence."""
    start, end = sentence[0].idx, sentence.end_char - (len(sentence.text) - len(sentence.text.rstrip()))
    for quote in state.quotes:
        if quote["kind"] == "direct" and quote["content"]:
            first, last = quote["content"][0][0], quote["content"][-1][1]
            if start <= first and last <= end and last - first > (end - start) * _MOST:
                return [first, last]
    return [start, end]


_REPROACH = re.compile(r"\b(?:Vorw[uü]rf\w*|\w*[Aa]nschuldigung\w*|Beschuldigung\w*|Anklage\w*|Verdacht)\b")
_ACCUSES = re.compile(
    r"\b(?:ermittel\w+ \w*\s?gegen|ermitteln? |[Vv]orgeworfen|wirft|werfen|warf|beschuldigt|angeklagt|verdächtig\w*|"
    r"mutmaßlich\w*|Vorw[uü]rf\w*|Verdacht\w*|sollen? (?:[^\s.]+ ){0,12}?haben)\b"
)


def _accuses(doc: Doc, clause: Clause, before: Span) -> bool:
    """Whether *die Vorwürfe* in a clause are those that the sentence before tells of."""
    return bool(_REPROACH.search(doc[clause.start : clause.end].text) and _ACCUSES.search(before.text))
