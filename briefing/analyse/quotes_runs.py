"""Sentences without a frame of their own that go on reporting the last speaker; and bare acts of speech."""

from __future__ import annotations

from briefing.analyse.quotes_clauses import Clause
from briefing.analyse.quotes_cues import Cue
from briefing.analyse.quotes_indirect import Draft
from briefing.analyse.quotes_mood import mood
from briefing.analyse.quotes_pointing import RULE as POINTING
from briefing.analyse.quotes_runs_plans import is_rumour, is_tied, opens_paragraph
from briefing.analyse.quotes_runs_told import is_somebody, speaks
from briefing.analyse.quotes_subjects import can_speak, frame_start, subject_of
from briefing.analyse.quotes_view import View
from briefing.german import reporting

_FAR = 4  # sentences over which a speaker is still the one who goes on
# Words in marks that are only a part of their sentence.
_PARTIAL = ("direct/inside", "direct/judged", "direct/clause", "direct/act")
_HEARSAY = frozenset({"soll", "sollen"})


def find_runs(view: View, drafts: list[Draft]) -> list[Draft]:
    """Free indirect (soll, sollen) and indirect free indirect (Konjunktiv) sentences after a quotation."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        for start, end in draft.content:
            for number in range(view.sentence[start], view.sentence[end - 1] + 1):
                if draft not in by_sentence.setdefault(number, []):
                    by_sentence[number].append(draft)
    found: list[Draft] = []
    source: Draft | None = None
    last_seen = -99
    run: Draft | None = None
    for number, (first, last) in enumerate(view.sentences):
        own = by_sentence.get(number, [])
        framed = [d for d in own if not d.rule.startswith(_PARTIAL)]
        framed = [d for d in framed if d.kind != "reported" or d.speaker is None or can_speak(view, d.speaker)]
        if source is not None and number - last_seen <= 1:
            framed = [d for d in framed if not _is_told(view, d)]
        if framed:
            source, last_seen, run = _outermost(framed), number, None
        if not own:
            source, last_seen = _told(view, number, source, last_seen)
        near = source is not None and number - last_seen <= _FAR
        if framed:
            continue
        if last - first < 3 or view.quoted[first] >= 0:
            continue
        said = near and source is not None and (source.rule != "told" or _goes_on_surely(view, number + 1))
        quoted = source is not None and source.rule != "told"
        kind, start = _free(view, number, number - last_seen <= 1, near, said, quoted)
        if (
            not kind
            and near
            and number - last_seen <= 1
            and _between(view, number)
            and not opens_paragraph(view, first)
        ):
            kind, start = "indirect_free_indirect", first
        if not kind:
            run = None
            continue
        content = (start, last)
        if kind == "free_indirect" and (not quoted or not is_tied(view, number, source)):
            source = None  # a rumour, or a plan of the article's own
        if run is not None and run.kind == kind and start == first and _adjacent(view, run, first):
            run.content[-1] = (run.content[-1][0], last)
        else:
            run = Draft(
                kind,
                [content],
                source.speaker if near and source else None,
                rule=f"free/{kind}",
                source_rule=source.rule if near and source else "",
                speaker_of=source.speaker_of if near and source else "",
                cue_of=source.cue_of if near and source else None,
            )
            found.append(run)
        last_seen = number if near else last_seen
    return found


def _is_told(view: View, draft: Draft) -> bool:
    """Whether the frame itself is reported, and its subject speaks in what somebody else tells: *X sage, es sei so.*"""
    if draft.cue_of is None or not draft.frame:
        return False
    clause = view.clauses[draft.cue_of.clause]
    return clause.kind == "main" and clause.finite == draft.cue_of.head and mood(view, clause) == 1


def _told(view: View, number: int, source: Draft | None, last_seen: int) -> tuple[Draft | None, int]:
    """The person or institution that the sentence before tells of, where nobody was quoted in it."""
    if number == 0 or last_seen == number - 1:
        return source, last_seen
    begin, end = view.by_sentence[number - 1]
    for k in range(begin, end):
        clause = view.clauses[k]
        if clause.kind != "main" or clause.finite < 0 or view.quoted[clause.finite] >= 0:
            continue
        if clause.start + 3 < clause.end == clause.finite + 1:
            continue  # the verb at the end: no main clause
        verb = Cue([clause.finite], clause.finite, k, k, "", frozenset())
        subject = subject_of(view, verb, frame_start(view, verb))
        in_marks = subject is not None and view.quoted[subject.first] >= 0 and not view.person[subject.head]
        if subject is None or in_marks:
            break
        if can_speak(view, subject) and view.low[subject.first] not in _FIRST_PERSON:
            if not (is_somebody(view, subject) or speaks(view, clause)):
                # Berlin bleibt attraktiv; die Bahn bekommt Geld: nothing is said
                if source is not None and not _new_paragraph_since(view, last_seen, number):
                    return source, last_seen
                return Draft("reported", [(clause.start, clause.end)], None, rule="told"), number - 1
            return Draft("reported", [(clause.start, clause.end)], subject, rule="told"), number - 1
        break
    return source, last_seen


def _new_paragraph_since(view: View, seen: int, number: int) -> bool:
    return any(opens_paragraph(view, view.sentences[n][0]) for n in range(max(0, seen) + 1, number + 1))


def _goes_on_surely(view: View, number: int) -> bool:
    """Whether the sentence, in the same paragraph, stands in the Konjunktiv I."""
    if number >= len(view.sentences) or opens_paragraph(view, view.sentences[number][0]):
        return False
    begin, end = view.by_sentence[number]
    main = next((c for c in view.clauses[begin:end] if c.kind == "main" and c.finite >= 0), None)
    return main is not None and mood(view, main) == 1


def _outermost(drafts: list[Draft]) -> Draft:
    """The last draft that stands in no other one: its speaker is the one who goes on."""
    outer = [
        d
        for d in drafts
        if not any(
            o is not d
            and o.content[0][0] <= d.content[0][0]
            and d.content[-1][1] <= o.content[-1][1]
            and o.content != d.content
            for o in drafts
        )
    ]
    return outer[-1] if outer else drafts[-1]


def _between(view: View, number: int) -> bool:
    """A preterite in -te that may be a Konjunktiv, with a sure one in the next sentence of the paragraph."""
    if number + 1 >= len(view.sentences):
        return False
    begin, end = view.by_sentence[number]
    main = next((c for c in view.clauses[begin:end] if c.kind == "main" and c.finite >= 0), None)
    if main is None or view.tag[main.finite] != "VVFIN" or not view.low[main.finite].endswith(("te", "ten")):
        return False
    following = view.sentences[number + 1][0]
    if "\n" in view.plain[view.end[following - 1] : view.start[following]] or view.quoted[following] >= 0:
        return False
    begin, end = view.by_sentence[number + 1]
    after = next((c for c in view.clauses[begin:end] if c.kind == "main" and c.finite >= 0), None)
    return after is not None and mood(view, after) == 1


def _adjacent(view: View, run: Draft, first: int) -> bool:
    return run.content[-1][1] == first


def _free(view: View, number: int, following: bool, near: bool, said: bool, quoted: bool) -> tuple[str, int]:
    """Kind of a free sentence and where it begins; empty if it only tells.

    The Konjunktiv II alone (*das wäre gut*) goes on only behind something `said`, or before a sure Konjunktiv;
    *soll* goes on only behind somebody who was `quoted`: *Die Polizei kam. Die Straße soll gesperrt werden.*
    """
    begin, end = view.by_sentence[number]
    mains = [c for c in view.clauses[begin:end] if c.kind == "main" and c.finite >= 0]
    if not mains:
        return "", 0
    moods = [mood(view, c) for c in mains]
    start = view.sentences[number][0]
    if _is_writers(view, *view.sentences[number]):
        return "", 0
    if moods[0] == 2 and 1 in moods and (near or mains[0].finite != mains[0].start):
        return "indirect_free_indirect", start
    goes_on = not opens_paragraph(view, start) or (quoted and 0 not in moods and _is_sure(view, number, mains[0]))
    if moods[0] == 1 or (moods[0] == 2 and following and said and goes_on):
        return "indirect_free_indirect", start
    heading = view.blocks[number] in ("headline", "heading")
    hearsay = view.low[mains[0].finite] in _HEARSAY and near and following and not heading
    if hearsay and (quoted or is_rumour(view, mains[0])):
        return "free_indirect", start
    for clause, value in zip(mains[1:], moods[1:], strict=True):
        if (
            value == 1
            and clause.before in (",", ";", "–", ":")
            and view.clauses[view.clause_at[clause.start] - 1].kind != "that"
        ):
            return "indirect_free_indirect", _begin(view, begin, view.clause_at[clause.start])
    return "", 0


def _is_sure(view: View, number: int, clause: Clause) -> bool:
    """Whether a sentence in the Konjunktiv II goes on over a paragraph: a sure one follows, or its subject is *er*."""
    return _goes_on_surely(view, number + 1) or view.low[clause.start] in ("er", "sie")


def _begin(view: View, first: int, number: int) -> int:
    """Where a Konjunktiv clause begins: with what stands before its verb, if the verb comes first."""
    clause = view.clauses[number]
    if clause.finite != clause.start or clause.before == ":":
        return clause.start
    k = number - 1
    while k > first and view.clauses[k].kind != "main" and view.clauses[k].before not in (":", ";"):
        k -= 1
    opening = view.clauses[k]
    if opening.kind == "main" and opening.finite != opening.start:
        k += 1  # the clause before it tells something of its own
    return view.clauses[k].start


_FIRST_PERSON = frozenset({"ich", "mich", "mir", "wir", "uns", "unser", "unsere", "unseren", "unserem", "unserer"})


def _is_writers(view: View, first: int, last: int) -> bool:
    """Whether the sentence speaks of *ich* or *wir* outside of marks: free reported speech turns them into *er*."""
    return any(view.low[i] in _FIRST_PERSON and view.quoted[i] < 0 for i in range(first, last))


def find_reported(view: View, cues: list[Cue], drafts: list[Draft]) -> list[Draft]:
    """Clauses that tell that somebody spoke, judged or demanded, without the words."""
    used = {
        id(d.cue_of)
        for d in drafts
        if d.cue_of and not d.rule.startswith(("free/", "direct/inside", "direct/clause", "direct/act"))
    }
    covered = {i for d in drafts if d.kind != "reported" for a, b in d.content for i in range(a, b)}
    covered |= {i for d in drafts if d.rule == POINTING for i in d.cue}
    found: list[Draft] = []
    for cue in cues:
        if id(cue) in used or "r" not in cue.frames or mood(view, view.clauses[cue.clause]) == 1:
            continue
        if cue.head in covered:
            continue
        rule = _act(view, cue)
        if (
            not rule
            or cue.lemma == "nahelegen"
            or (cue.lemma == "fordern" and _claims_lives(view, view.clauses[cue.clause]))
        ):
            continue
        begin = frame_start(view, cue)
        speaker = subject_of(view, cue, begin)
        if speaker is None and not cue.passive:
            continue
        start, end = _extent(view, cue, begin)
        found.append(Draft("reported", [(start, end)], speaker, rule=f"reported/{rule}", cue_of=cue))
    return found


def _act(view: View, cue: Cue) -> str:
    clause = view.clauses[cue.clause]
    if clause.kind in ("inf", "that", "w") or (
        clause.kind == "sub" and view.low[clause.opener] in ("wenn", "ob", "falls")
    ):
        return ""
    needed = reporting.prepositional(cue.lemma)
    if needed:
        last = view.clauses[cue.last_clause].end
        span = range(clause.start, last)
        if any(view.low[i] in needed or view.text[i] in needed for i in span if i not in cue.words):
            return "preposition"
        if cue.lemma in _OBJECT_TOO and _object(view, cue, clause):
            return "object"
        return ""
    return "object" if cue.phrase or cue.passive or _object(view, cue, clause) else ""


def _claims_lives(view: View, clause: Clause) -> bool:
    """*Der Sturm forderte 50 Todesopfer*, *forderte seinen Tribut*: things that happen demand nothing."""
    return any(view.low[i].endswith(_VICTIMS) for i in range(clause.start, clause.end))


_VICTIMS = ("opfer", "opfern", "tote", "toten", "verletzte", "verletzten", "menschenleben", "leben", "tribut")
_OBJECT_TOO = frozenset("auffordern bitten begründen beklagen verteidigen bestätigen ausrufen beziffern nennen".split())


def _object(view: View, cue: Cue, clause: Clause) -> bool:
    """Whether there is more in the clause than subject and verb: something that is criticised, demanded."""
    nouns = [i for i in range(clause.start, clause.end) if view.noun(i) or view.tag[i] in ("PPER", "PDS")]
    return len(nouns) >= 2


def _extent(view: View, cue: Cue, begin: int) -> tuple[int, int]:
    """From the beginning of the clause to its end with what depends on it, with the full stop."""
    clause = view.clauses[cue.clause]
    first, last = view.by_sentence[clause.sentence]
    k = cue.last_clause + 1
    while (k < last and view.clauses[k].kind != "main" and view.clauses[k].before in (",", "–", "(")) or (
        k < last and view.clauses[k].kind == "frag"
    ):
        k += 1
    stop = view.clauses[k - 1].end
    if k == last:
        stop = view.sentences[clause.sentence][1]
    start = view.clauses[begin].start
    if begin == first or (
        clause.kind == "main"
        and all(view.clauses[j].kind in ("sub", "frag", "rel", "inf") for j in range(first, begin))
    ):
        start = view.sentences[clause.sentence][0]
    return start, stop
