"""Words in marks inside the clause or the quotation of somebody: *nannte das „falsch“*, *sagte, das sei „falsch“*."""

from __future__ import annotations

from briefing.analyse.quotes_addressee import addressee_of
from briefing.analyse.quotes_cues import Cue
from briefing.analyse.quotes_draft import Draft, Range
from briefing.analyse.quotes_shape import is_sentence, looks_like_title, words_of
from briefing.analyse.quotes_subjects import frame_start, subject_of
from briefing.analyse.quotes_view import View
from briefing.german import reporting

_INDEFINITE = frozenset("ein eine einen kein keine keinen".split())
_CHARGES = frozenset("vorwerfen anklagen beschuldigen bezichtigen vorhalten anlasten unterstellen".split())
_VIEWS = frozenset("Auffassung Ansicht Meinung Einschätzung Überzeugung Sicht Darstellung Lesart Urteil".split())
_WITH_OBJECT = frozenset(
    """fordern einfordern verlangen vorwerfen bescheinigen attestieren vorschlagen anmahnen versprechen zusagen melden
    voraussagen prognostizieren vorhersagen feststellen beklagen ankündigen vermuten befürchten erwarten konstatieren
    empfehlen unterstellen vermissen""".split()
)


def enclosing(view: View, first: int, last: int, drafts: list[Draft]) -> Draft | None:
    """The shortest other quotation whose content holds the marks."""
    holding = [
        draft
        for draft in drafts
        if any(a <= first and last <= b + 1 and (a, b) != (first, last) for a, b in draft.content)
    ]
    return min(holding, key=lambda draft: sum(b - a for a, b in draft.content), default=None)


def is_view_of(view: View, holder: Draft) -> bool:
    """Whether the quotation is somebody's view or charge: *nach Auffassung des Gerichts …*, *warf ihm vor, …*.

    Words in marks inside it are words of whoever holds it.
    """
    if holder.cue_of is not None:
        return holder.cue_of.lemma in _CHARGES and not holder.cue_of.passive
    if holder.speaker is None or not holder.rule.startswith("source/"):
        return False
    return any(view.text[i] in _VIEWS for i in range(holder.speaker.first, holder.speaker.last))


def inside_frame(
    view: View, first: int, last: int, content: list[Range], by_clause: dict[int, list[Cue]]
) -> Draft | None:
    """A few words in marks inside the reporting clause itself: nannte das „falsch“, sprach von „…“."""
    number = view.clause_at[first]
    usable = [c for c in by_clause.get(number, ()) if c.frames & {"q", "r", "d"} and c.frames != {"d"}]
    usable = usable or _governing(view, number, by_clause)
    if not usable:
        return None
    cue = min(usable, key=lambda c: abs(c.head - first))
    begin = frame_start(view, cue)
    speaker = subject_of(view, cue, begin)
    apart = cue.clause > number
    if speaker is None and (cue.passive or apart or view.clauses[number].kind == "frag"):
        return None
    if speaker is not None and speaker.first <= first and last <= speaker.last:
        return None
    start, stop = view.clauses[min(begin, number)].start, view.clauses[max(number, cue.last_clause)].end
    frame = [(a, b) for a, b in ((start, first), (last, stop)) if b > a]
    words = words_of(view, first, last)
    strong = bool(cue.frames & {"q"}) or is_sentence(view, words) or _is_object(view, cue, first, words)
    return Draft(
        "direct",
        content,
        speaker,
        list(cue.words),
        frame,
        addressee_of(view, cue, speaker),
        rule="direct/act" if strong else "direct/clause",
        cue_of=cue,
    )


def _governing(view: View, number: int, by_clause: dict[int, list[Cue]]) -> list[Cue]:
    """*Von einem „Erfolg“, das zu schaffen, sprach X*: the verb behind, for the preposition that opens the sentence."""
    clause = view.clauses[number]
    first, last = view.by_sentence[clause.sentence]
    if number != first or clause.kind != "frag" or not view.tag[clause.start].startswith("APPR"):
        return []
    main = next((k for k in range(number + 1, last) if view.clauses[k].kind == "main"), -1)
    if main < 0 or view.clauses[main].finite != view.clauses[main].start:
        return []
    preposition = view.low[clause.start]
    return [
        c for c in by_clause.get(main, ()) if preposition in reporting.prepositional(c.lemma) and c.frames & {"q", "r"}
    ]


def _is_object(view: View, cue: Cue, first: int, words: list[int]) -> bool:
    """*forderte einen „langfristigen Plan“*, *meldete „schwere Folgen“*: what is demanded, blamed or found."""
    if cue.lemma not in _WITH_OBJECT or cue.passive or looks_like_title(view, words):
        return False
    before = view.tag[first - 1]
    return view.low[first - 1] in _INDEFINITE or first - 1 in cue.words or before in ("NN", "NE", "ADV")
