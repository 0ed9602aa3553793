"""The content of attributed sentences without what belongs to the source or to another frame."""

from __future__ import annotations

from briefing.analyse.quotes_draft import Draft, Range
from briefing.analyse.quotes_mood import mood
from briefing.analyse.quotes_phrases import is_time
from briefing.analyse.quotes_shape import behind_words
from briefing.analyse.quotes_view import View
from briefing.german import reporting

_AFTER = frozenset(
    """streben strebt strebte strebten suchen sucht suchte suchten sehnen sehnt sehnte sehnten aussieht aussehen greifen
    greift riecht klingt verlangt""".split()
)
_INQUIRE = frozenset({"fragen", "erkundigen", "nachfragen", "befragen"})


def trim_sources(view: View, drafts: list[Draft]) -> list[Draft]:
    """What `laut X`, `nach Angaben von X` attribute, without clauses and dates of the source and frames behind."""
    frames = sorted(d.frame[0] for d in drafts if d.frame and d.rule == "indirect/behind")
    kept = []
    for draft in drafts:
        if draft.rule.startswith("source/"):
            if _inquires(view, draft) or _compares(view, draft) or _goes_after(view, draft):
                continue
            draft.content = _with_subject(view, draft, _trimmed(view, draft, frames))
        elif draft.rule == "indirect/behind":
            _without_words(view, draft)
        if draft.content:
            kept.append(draft)
    return kept


def _without_words(view: View, draft: Draft) -> None:
    """*„Wir brauchen Hilfe“, das sei klar, sagte X*: reported is what stands behind the sentence in marks."""
    first, last = draft.content[0]
    start = behind_words(view, first) if view.quoted[first] >= 0 else 0
    if first < start < last and any(
        mood(view, c) for c in view.clauses[view.clause_at[start] : view.clause_at[last - 1] + 1]
    ):
        draft.content[0] = (start, last)


def _with_subject(view: View, draft: Draft, parts: list[Range]) -> list[Range]:
    """*Der Test, der zählt, muss demnach …*: content that begins with its verb, with the subject before its clause."""
    if not parts or draft.rule not in ("source/demnach", "source/demzufolge"):
        return parts
    number = view.clause_at[parts[0][0]]
    clause = view.clauses[number]
    if clause.finite != parts[0][0] or clause.start != clause.finite:
        return parts
    k, first = number - 1, view.by_sentence[clause.sentence][0]
    while k > first and view.clauses[k].kind in ("rel", "inf", "that"):
        k -= 1
    if k < first or k == number - 1 or view.clauses[k].kind != "frag":
        return parts
    return [(view.clauses[k].start, parts[0][1]), *parts[1:]]


def _inquires(view: View, draft: Draft) -> bool:
    """*Sie fragte ihn nach seinen Plänen*: the preposition belongs to the verb."""
    if draft.rule != "source/nach":
        return False
    number = view.clause_at[draft.cue[0]]
    if number < 0:
        return False
    clause = view.clauses[number]
    verbs = (view.low[i] for i in range(clause.start, clause.end) if not view.noun(i))
    return any(form.verb.lemma in _INQUIRE for low in verbs for form in reporting.forms().get(low, ()))


def _goes_after(view: View, draft: Draft) -> bool:
    """*wonach die Menschen streben*: the clause says what somebody is after, no source."""
    if draft.rule != "source/wonach":
        return False
    clause = view.clauses[view.clause_at[draft.cue[0]]]
    return view.low[clause.end - 1] in _AFTER


def _compares(view: View, draft: Draft) -> bool:
    """*…, so viele wie möglich* and *…, so sie einwilligen*: no source behind *so*."""
    if draft.rule != "source/so" or draft.cue[0] + 2 >= len(view.low):
        return False
    following = draft.cue[0] + 1
    if view.low[following] in ("viele", "viel", "wenige", "wenig", "lange", "oft"):
        return True
    return view.tag[following] == "PPER" and view.text[following + 1][:1].isalnum()


def _trimmed(view: View, draft: Draft, frames: list[Range]) -> list[Range]:
    parts = []
    source_end = draft.frame[0][1] if draft.frame else -1
    for first, last in draft.content:
        start, stop = first, last
        if source_end <= first <= source_end + 1:
            start = _behind_source(view, first, last)
        while start < stop and view.text[start] in (":", ",", ";"):
            start += 1
        for a, b in frames:
            if start < a < stop <= b + 1 and not a <= draft.cue[0] < b:
                stop = a
        if stop > start:
            parts.append((start, stop))
    return parts


def _behind_source(view: View, first: int, last: int) -> int:
    """Where the content begins behind its source: *laut Bericht vom Sonntag*, *laut der Studie, die 2017 erschien,*."""
    start = first
    if view.low[start] == "vom" and start + 2 < last and is_time(view.low[start + 1]):
        start += 2
    number = view.clause_at[start]
    if start != first or number < 0 or view.clauses[number].start != start or view.text[start - 1] != ",":
        return start
    following = view.clauses[number + 1] if number + 1 < len(view.clauses) else None
    if following is None or following.sentence != view.clauses[number].sentence or following.start >= last:
        return start
    inserted = view.clauses[number].kind in ("rel", "frag") and following.finite == following.start
    return following.start if inserted else start
