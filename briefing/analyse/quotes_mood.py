"""The Konjunktiv of clauses, and how far the content of a reporting clause reaches."""

from __future__ import annotations

from briefing.analyse.quotes_clauses import Clause
from briefing.analyse.quotes_view import View

_COORDINATE = frozenset({"und", "aber", "doch", "sondern", "oder", "jedoch", "sowie", "dann", "daraufhin"})

_ADVICE = frozenset({"sollte", "sollten"})
_MODAL = _ADVICE | {"wollte", "wollten", "dürfte", "dürften"}


# *Allen sei gesagt, …*, *Verwiesen sei auf …*: the writer's own remark.
_SAID_HERE = frozenset("gesagt empfohlen verwiesen erwähnt angemerkt erinnert dahingestellt vorweggenommen".split())
_IMAGINE = frozenset("denke erinnere nehme bedenke vergleiche beachte".split())


def mood(view: View, clause: Clause) -> int:
    """1 or 2 if the finite verb of the clause is a Konjunktiv, by its form or by the tagger."""
    i = clause.finite
    if i < 0 or _is_formula(view, clause):
        return 0
    sure = view.konjunktiv(i)
    if sure:
        return 0 if _first_person(view, clause) else sure
    if view.tag[i].startswith(("VA", "VM")):
        return 0  # all their Konjunktiv forms are listed
    if _first_person(view, clause):
        return 0
    tags = view.doc[view.index[i]].morph.get("Mood", [])
    if tags and tags[0] == "Sub" and not view.low[i].endswith(("te", "ten")):
        return 1
    return 0


def _is_formula(view: View, clause: Clause) -> bool:
    """*es sei denn*, *sei es hier oder dort*, *Allen sei gesagt*, *Man stelle sich vor*: nobody's words."""
    i = clause.finite
    if view.low[i] in ("sei", "seien"):
        if view.low[i - 1 : i + 2] == ["es", "sei", "denn"]:
            return True
        last = view.sentences[clause.sentence][1]
        if i == clause.start and view.low[i : i + 2] == ["sei", "es"] and "oder" in view.low[i:last]:
            return True
        return view.low[clause.end - 1] in _SAID_HERE and clause.end - 1 > i and clause.kind == "main"
    imagined = view.low[i] in _IMAGINE or (view.low[i] == "stelle" and view.low[clause.end - 1] == "vor")
    return imagined and "man" in view.low[max(clause.start, i - 1) : i + 2]


def advises(view: View, clause: Clause) -> bool:
    """*Die Grenzen sollten offen bleiben*: preterite or Konjunktiv by its form, and no condition (*Sollte er …*)."""
    fronted = clause.finite > clause.start or view.low[view.sentences[clause.sentence][0]] in ("anstatt", "statt", "um")
    return fronted and view.low[clause.finite] in _ADVICE and not _first_person(view, clause)


def may_be_told(view: View, clause: Clause) -> bool:
    """*…, die Grenzen sollten offen bleiben*: a modal whose Konjunktiv is no other than its preterite, or *dürfte*."""
    return clause.finite > clause.start and view.low[clause.finite] in _MODAL and not _first_person(view, clause)


def _first_person(view: View, clause: Clause) -> bool:
    return any(
        view.low[i] == "ich" for i in (clause.finite - 1, clause.finite + 1, clause.start) if 0 <= i < len(view.low)
    )


def _opens_subordinate(view: View, clause: Clause) -> bool:
    return view.tag[clause.start] in ("KOUS", "PRELS", "PRELAT", "PWAV", "PWS") or view.low[clause.start] in (
        "was",
        "wo",
        "wie",
    )


def _starts_anew(view: View, opening: Clause, clause: Clause) -> bool:
    """Whether a clause cannot belong to the content: behind a stop, words in marks or a sentence behind a colon.

    Also the rest of the clause around an infinitive: *die Forderung, schnell zu handeln, ab*.
    """
    if clause.before == ".":
        return True
    if clause.before == ":" and opening.kind in ("that", "w", "inf"):
        first = view.text[clause.start]
        return view.quoted[clause.start] >= 0 or (clause.finite >= 0 and first[:1].isupper() and not mood(view, clause))
    if opening.kind != "inf" or clause.before != ",":
        return False
    rest = view.tag[clause.start] in ("PTKVZ", "VVPP", "VVINF") or view.low[clause.start] in ("nicht", "allerdings")
    return clause.kind in ("frag", "main") and rest and not mood(view, clause)


def content_end(view: View, first: int, stops: set[int]) -> int:
    """First clause behind the content that begins with clause `first`; `stops` are words that open other frames."""
    opening = view.clauses[first]
    last = view.by_sentence[opening.sentence][1]
    subjunctive = opening.kind == "main" and mood(view, opening) > 0
    waiting = 1 if opening.kind in ("that", "w") and opening.finite < 0 else 0
    for k in range(first + 1, last):
        clause = view.clauses[k]
        if any(clause.start <= s < clause.end for s in stops) or _starts_anew(view, opening, clause):
            return k
        if clause.kind == "frag" and _opens_subordinate(view, clause):
            waiting += 1  # its verb comes after an apposition or an enumeration
        elif waiting and clause.kind in ("main", "frag") and clause.finite >= clause.end - 2:
            waiting -= 1
            continue
        if clause.kind != "main" or clause.finite < 0:
            continue
        if clause.before == ":" and opening.kind in ("that", "w", "inf"):
            return k
        if mood(view, clause):
            subjunctive = True
            continue
        begins = view.low[clause.start]
        if opening.kind in ("that", "w", "inf") or subjunctive:
            nested = view.clauses[k - 1].kind in ("sub", "that", "rel", "inf") and clause.finite == clause.start
            if nested and opening.kind == "main":
                continue
            if begins in _COORDINATE or clause.before in (";", ":", "–") or not nested or opening.kind != "main":
                return k
        elif clause.before == ";":
            return k
    return last
