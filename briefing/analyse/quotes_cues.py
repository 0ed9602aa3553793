"""Reporting verbs in the text: finite with particle, perfect and passive, modal, light-verb phrases."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.analyse.quotes_clauses import Clause
from briefing.analyse.quotes_view import View
from briefing.german import reporting

_HAVE = frozenset("hat haben hatte hatten habe hätte hätten".split())
_BECOME = frozenset("wird werden wurde wurden werde würde würden worden".split())
_BE = frozenset("ist sind war waren sei seien wäre wären".split())
_MODAL = frozenset(
    """will wollen wollte wollten kann können konnte konnten könne muss müssen musste mussten soll sollen sollte
    sollten darf dürfen durfte durften möchte möchten mag""".split()
)
_FINITE_ONLY = frozenset({"finden", "beginnen"})  # zu finden, gefunden: no speech
_SECOND = frozenset({"skandierten", "grölten", "schrien", "riefen"})
_COORDINATE = frozenset({"und", "oder", "aber", "sondern", "denn", "doch", "sowie"})


@dataclass(slots=True, eq=False)
class Cue:
    """A reporting verb in its clause.

    `words` are its tokens in text order, `head` the finite verb or, in an infinitive, the verb itself;
    `clause` and `last_clause` the first and last clause its words stand in.
    """

    words: list[int]
    head: int
    clause: int
    last_clause: int
    lemma: str
    frames: frozenset[str]
    passive: bool = False
    phrase: str = ""


def find_cues(view: View, verbs: str = "group") -> list[Cue]:
    """All reporting verbs outside of quotation marks, in text order; at most one per verb cluster.

    With `verbs` "view" the verbs of expecting and judging instead.
    """
    cues: list[Cue] = []
    taken: set[int] = set()
    table = reporting.forms(verbs)
    light = reporting.phrases() if verbs == "group" else {}
    for i, low in enumerate(view.low):
        if view.quoted[i] >= 0 or view.clause_at[i] < 0 or i in taken:
            continue
        tag = view.tag[i]
        finite = view.clauses[view.clause_at[i]].finite == i
        if (
            tag
            and not finite
            and not (
                tag.startswith("V")
                or _calls_on(view, i)
                or (tag == "ADJD" and low in table and low.endswith(("t", "en")))
            )
        ):
            continue
        if (
            not tag
            and view.text[i][:1].isupper()
            and view.low[i] != "laut"
            and i != view.sentences[view.sentence[i]][0]
        ):
            continue
        cue = (_plain_cue(view, i, table[low]) if low in table else None) or (
            _light_cue(view, i, light[low]) if low in light else None
        )
        if cue:
            cues.append(cue)
            taken.update(cue.words)
    clusters = {word for cue in cues if len(cue.words) > 1 for word in cue.words}
    cues = [cue for cue in cues if len(cue.words) > 1 or cue.words[0] not in clusters]
    return sorted(cues, key=lambda c: c.head)


def _calls_on(view: View, i: int) -> bool:
    """*zogen durch die Stadt und skandierten …*: a second verb that the tagger took for an adjective."""
    return view.tag[i] == "ADJA" and view.low[i] in _SECOND and view.low[i - 1 : i] == ["und"]


def _plain_cue(view: View, i: int, forms: tuple[reporting.Form, ...]) -> Cue | None:
    tag = view.tag[i]
    number = view.clause_at[i]
    clause = view.clauses[number]
    inflected = tag.endswith("FIN") or clause.finite == i
    forms = tuple(f for f in forms if f.verb.lemma not in _FINITE_ONLY or (inflected and f.kind == "finite"))
    if not forms:
        return None
    if tag.endswith(("FIN", "IMP")) or clause.finite == i or _calls_on(view, i):
        split = [f for f in forms if f.kind == "finite" and f.split]
        for form in split:
            if view.low[i - 1 : i] == [form.verb.prefix] and view.clause_at[i - 1] == number:
                return Cue([i - 1, i], i, number, number, form.verb.lemma, form.verb.frames)
            at = _particle(view, i, form.verb.prefix)
            if at >= 0 and form.verb.lemma == "vorhaben" and at + 1 < view.clauses[view.clause_at[at]].end:
                continue  # haben sie vor und nach der Wahl befragt
            if at >= 0:
                return Cue([i, at], i, number, view.clause_at[at], form.verb.lemma, form.verb.frames)
        whole = [f for f in forms if f.kind == "finite" and not f.split]
        if not whole:
            return _participle_cue(view, i, forms) if tag and i != clause.finite else None
        if _other_particle(view, i):
            return None
        verb = _united(whole)
        words = [i]
        if _reflexive(view, i) and verb[0] in ("äußern", "beklagen", "beschweren", "weigern", "erhoffen", "wünschen"):
            words = sorted([i, _reflexive(view, i)])
        return Cue(words, i, number, number, verb[0], verb[1])
    if tag.endswith("INF") or tag == "VVIZU":
        return _infinitive_cue(view, i, forms) or _participle_cue(view, i, forms)
    return _participle_cue(view, i, forms)


def _other_particle(view: View, i: int) -> bool:
    """Whether a separated prefix makes another verb of it: findet … statt, stellt … ein."""
    clause = view.clauses[view.clause_at[i]]
    words = (j for j in range(i + 1, clause.end) if view.low[j] not in ("zufolge", "gemäß"))
    return any(view.tag[j] == "PTKVZ" and j + 1 >= clause.end - 1 for j in words)


def _united(forms: list[reporting.Form]) -> tuple[str, frozenset[str]]:
    return forms[0].verb.lemma, frozenset().union(*(f.verb.frames for f in forms))


def _reflexive(view: View, i: int) -> int:
    for j in range(i + 1, min(i + 4, len(view.low))):
        if view.low[j] == "sich" and view.clause_at[j] == view.clause_at[i]:
            return j
    return 0


def _particle(view: View, i: int, prefix: str) -> int:
    """Position of the separated prefix of the finite verb at `i`, or -1."""
    last = view.sentences[view.sentence[i]][1]
    own = view.clause_at[i]
    for j in range(i + 1, min(last, i + 60)):
        if view.quoted[j] >= 0 or view.clause_at[j] < 0:
            continue
        clause = view.clauses[view.clause_at[j]]
        if view.clause_at[j] != own and clause.kind == "main" and clause.finite >= 0 and j >= clause.finite:
            return -1
        if view.clause_at[j] != own and clause.kind == "that":
            return -1
        if (view.low[j] == prefix or (prefix == "hin" and view.low[j] == "daraufhin")) and (
            view.tag[j] == "PTKVZ" or (j + 1 == clause.end and view.tag[j] != "NN")
        ):
            return j
    return -1


def _finite_before(view: View, i: int) -> int:
    """The finite auxiliary that a participle or infinitive at `i` belongs to, or -1."""
    number = view.clause_at[i]
    own = view.clauses[number]
    if own.finite >= 0:
        return own.finite
    first = view.by_sentence[own.sentence][0]
    for k in range(number - 1, max(first, number - 5) - 1, -1):
        clause = view.clauses[k]
        if clause.kind == "main" and clause.finite >= 0:
            return clause.finite
        if clause.kind in ("that", "inf"):
            return -1
    return -1


def _participle_cue(view: View, i: int, forms: tuple[reporting.Form, ...]) -> Cue | None:
    found = [f for f in forms if f.kind == "participle"]
    if not found or view.tag[i] == "ADJA":
        return None
    lemma, frames = _united(found)
    number = view.clause_at[i]
    finite = _finite_before(view, i)
    low = view.low[finite] if finite >= 0 else ""
    clause = view.clauses[number]
    if finite < 0 or low not in _HAVE | _BECOME | _BE | _MODAL:
        opener = view.low[clause.opener] if clause.opener >= 0 else ""
        if opener == "wie" and finite < 0:
            return Cue([i], i, number, number, lemma, frames, passive=True)
        return None
    near = [
        j
        for j in (i + 1, i + 2)
        if j < len(view.low) and view.clause_at[j] == number and view.low[j] in ("worden", "werden", "haben", "sein")
    ]
    passive = low in _BECOME or any(view.low[j] in ("worden", "werden") for j in near)
    if low in _BE and not passive:
        return None  # ist gesagt: a state, or the perfect of a verb of motion
    words = sorted({finite, i, *near})
    first, last = view.clause_at[words[0]], view.clause_at[words[-1]]
    return Cue(words, finite, min(first, number), max(last, number), lemma, frames, passive)


def _infinitive_cue(view: View, i: int, forms: tuple[reporting.Form, ...]) -> Cue | None:
    found = [f for f in forms if f.kind == "infinitive"] or [f for f in forms if f.verb.lemma == view.low[i]]
    if not found:
        return None
    lemma, frames = _united(found)
    number = view.clause_at[i]
    clause = view.clauses[number]
    if clause.kind == "inf" or view.tag[i] == "VVIZU" or (i and view.low[i - 1] == "zu"):
        words = [i - 1, i] if i and view.low[i - 1] == "zu" else [i]
        return Cue(words, i, number, number, lemma, frames - {"r", "q"})
    finite = _finite_before(view, i)
    if finite < 0 or view.low[finite] not in _MODAL | _BECOME:
        return None
    words = sorted([finite, i])
    first = view.clause_at[finite]
    return Cue(words, finite, min(first, number), max(first, number), lemma, frames - {"r"})


def _light_cue(view: View, i: int, entries: tuple[tuple[str, frozenset[str], frozenset[str]], ...]) -> Cue | None:
    number = view.clause_at[i]
    clause = view.clauses[number]
    finite = i if view.tag[i].endswith("FIN") or clause.finite == i else _finite_before(view, i)
    if finite < 0 or (finite != i and view.low[finite] not in _HAVE | _BE | _BECOME | _MODAL):
        return None
    for lemma, fillers, frames in entries:
        for j in range(clause.start, clause.end):
            if view.text[j] in fillers and view.quoted[j] < 0 and j != i and not _governs(view, j):
                words = sorted({finite, i, j})
                first = view.clause_at[words[0]]
                return Cue(
                    words,
                    finite,
                    min(first, number),
                    max(first, number),
                    f"{view.text[j]} {lemma}",
                    frames,
                    phrase=view.text[j],
                )
    return None


def _governs(view: View, j: int) -> bool:
    """*laut RKI*, *laut einer Studie*: the preposition, not the adverb of *laut werden*."""
    if view.low[j] != "laut" or j + 1 >= len(view.low):
        return False
    return view.noun(j + 1) or view.tag[j + 1] in ("ART", "ADJA", "PPOSAT", "PDAT", "CARD", "$(")


def opens_with_verb(view: View, clause: Clause, head: int) -> bool:
    """Whether the clause begins with the verb at `head` (after *so* and conjunctions): a frame behind its content."""
    i = clause.start
    while i < head and (
        view.low[i] in ("so", "auch")
        or view.low[i] in _COORDINATE
        or view.bracketed[i]
        or view.quoted[i] >= 0
        or not view.text[i][:1].isalnum()
    ):
        i += 1
    return i == head
