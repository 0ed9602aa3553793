"""Sentences that go on reporting beside the runs: before a colon and words in marks, and advice with *sollte*."""

from __future__ import annotations

from briefing.analyse.quotes_draft import Draft
from briefing.analyse.quotes_mood import advises, mood
from briefing.analyse.quotes_shape import behind_words
from briefing.analyse.quotes_view import View

# Words with which a sentence goes on with what was said before it.
_GOES_ON = frozenset(
    """zudem außerdem auch vielmehr stattdessen daher deshalb deswegen darum entsprechend dafür dabei ebenso zugleich
    gleichzeitig zwar dennoch trotzdem insbesondere grundsätzlich künftig insofern folglich überdies ferner weiterhin
    zuallererst jedoch allerdings sonst anstatt""".split()
)
_SAID = (
    "source/das",
    "direct/frame",
    "direct/alone",
    "direct/inside",
    "indirect/",
    "free/indirect_free_indirect",
    "free/colon",
)


def find_onward(view: View, drafts: list[Draft]) -> list[Draft]:
    """Sentences in which nothing is found yet and which go on with the statement beside them, in text order."""
    covered = {i for d in drafts if d.kind != "reported" for a, b in d.content for i in range(a, b)}
    found = [d for d in (_before_colon(view, draft, covered) for draft in drafts) if d is not None]
    covered |= {i for d in found for a, b in d.content for i in range(a, b)}
    found += _opened_by_marks(view, covered)
    covered |= {i for d in found for a, b in d.content for i in range(a, b)}
    found += _advice(view, [*drafts, *found], covered)
    return sorted(found, key=lambda d: d.content[0])


def _before_colon(view: View, draft: Draft, covered: set[int]) -> Draft | None:
    """*Die WHO müsse gestärkt werden: „Wir brauchen …“*: a sentence in the Konjunktiv that words in marks go on."""
    first = draft.content[0][0]
    if not draft.rule.startswith("direct/") or first < 2 or view.text[first - 1] != ":":
        return None
    start = view.sentences[view.sentence[first - 1]][0]
    number = view.clause_at[first - 2]
    if number < 0 or view.quoted[start] >= 0:
        return None
    mains = [
        clause
        for clause in view.clauses[view.by_sentence[view.sentence[first - 1]][0] : number + 1]
        if clause.kind == "main" and clause.finite >= 0
    ]
    if not mains or any(not mood(view, c) or c.finite in covered or c.finite in draft.cue for c in mains):
        return None
    if mood(view, mains[0]) == 2 and (start == 0 or (start - 1 not in covered and start - 2 not in covered)):
        return None
    behind = draft.rule == "direct/frame-behind"
    return Draft(
        "indirect_free_indirect",
        [(start, first - 1)],
        draft.speaker if behind else None,
        rule="free/colon",
        cue_of=draft.cue_of if behind else None,
        speaker_of=draft.speaker_of if behind else "last",
    )


def _opened_by_marks(view: View, covered: set[int]) -> list[Draft]:
    """*„Wichtig“ sei die „Einigkeit der Länder“*: a sentence in the Konjunktiv I that begins with words in marks."""
    found = []
    for number, (first, last) in enumerate(view.sentences):
        if view.quoted[first] < 0 or last - first < 4 or view.quoted[last - 2] == view.quoted[first]:
            continue
        begin, end = view.by_sentence[number]
        mains = [c for c in view.clauses[begin:end] if c.kind == "main" and c.finite >= 0]
        if mains and mood(view, mains[0]) == 1 and mains[0].finite not in covered:
            begin = behind_words(view, first) or first
            if begin > first and view.is_finite(begin):
                continue  # „…“, habe er gesagt: a frame
            content = [(begin, last)]
            found.append(Draft("indirect_free_indirect", content, rule="free/opened-by-marks", speaker_of="last"))
    return found


def _advice(view: View, drafts: list[Draft], covered: set[int]) -> list[Draft]:
    """*Stattdessen sollten die Grenzen geschlossen bleiben.* behind a sentence that reports."""
    begun = {d.content[0][0]: d for d in drafts if d.rule == "free/indirect_free_indirect"}
    ends: dict[int, Draft] = {}
    for draft in drafts:
        if draft.kind == "reported" or (draft.rule.startswith(_SAID) and not _is_thought(draft)):
            for _a, b in (*draft.content, *draft.frame):
                ends[view.sentence[b - 1]] = draft
    found: list[Draft] = []
    for number, (first, last) in enumerate(view.sentences):
        begin, end = view.by_sentence[number]
        mains = [c for c in view.clauses[begin:end] if c.kind == "main" and c.finite >= 0]
        source = ends.get(number - 1)
        if not mains or source is None or not advises(view, mains[0]):
            continue
        if view.quoted[first] >= 0 or _new_paragraph(view, first):
            continue
        rest = next((begun[i] for i in range(first + 1, last) if i in begun), None)
        if rest is not None and mains[0].finite < rest.content[0][0]:
            rest.content[0] = (first, rest.content[0][1])
            continue
        if any(c.finite in covered for c in mains) or not _belongs(view, number, source):
            continue
        draft = Draft(
            "indirect_free_indirect",
            [(first, last)],
            source.speaker,
            rule="free/advice",
            source_rule=source.rule,
            speaker_of=source.speaker_of,
            cue_of=source.cue_of,
        )
        found.append(draft)
        ends[number] = draft
    return found


def _belongs(view: View, number: int, source: Draft) -> bool:
    """Whether the sentence surely goes on: with a Konjunktiv of its own, or a word that ties it to what was said."""
    begin, end = view.by_sentence[number]
    clauses = [c for c in view.clauses[begin:end] if c.finite >= 0]
    if any(mood(view, c) for c in clauses):
        return True
    if (source.kind == "reported" and source.rule != "told") or any(
        c.kind == "main" and not advises(view, c) for c in clauses
    ):
        return False
    first = view.sentences[number][0]
    finite = next(c.finite for c in clauses if c.kind == "main")
    return any(view.low[i] in _GOES_ON for i in (*range(first, finite), finite + 1, finite + 2) if i < len(view.low))


def _is_thought(draft: Draft) -> bool:
    return draft.cue_of is not None and "t" in draft.cue_of.frames


def _new_paragraph(view: View, first: int) -> bool:
    return first > 0 and "\n" in view.plain[view.end[first - 1] : view.start[first]]
