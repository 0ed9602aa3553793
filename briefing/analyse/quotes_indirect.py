"""Indirect speech: a reporting clause and the clauses that hang on it."""

from __future__ import annotations

from briefing.analyse.quotes_addressee import addressee_of
from briefing.analyse.quotes_behind import (
    belongs_to_frame,
    cue_words,
    find_behind,
    find_comment,
    frame_speaker,
    is_behind,
    is_comment,
)
from briefing.analyse.quotes_clauses import Clause
from briefing.analyse.quotes_cues import Cue
from briefing.analyse.quotes_draft import Draft, Range
from briefing.analyse.quotes_mood import content_end, mood
from briefing.analyse.quotes_phrases import phrase_from
from briefing.analyse.quotes_subjects import frame_start
from briefing.analyse.quotes_view import View
from briefing.german import reporting

__all__ = ["Draft", "Range", "find_indirect", "frame_speaker"]

_COORDINATE = frozenset({"und", "aber", "doch", "sondern", "oder", "jedoch", "sowie", "dann", "daraufhin"})


_ADVERB_OF_CONTENT = frozenset(
    {"davon", "darauf", "dafür", "dagegen", "damit", "dazu", "darum", "daran", "darüber", "davor"}
)


def find_indirect(view: View, cues: list[Cue]) -> list[Draft]:
    """Clauses, infinitives and whole sentences that a reporting verb introduces, interrupts or ends."""
    found: list[Draft] = []
    claimed: dict[int, Draft] = {}
    by_sentence: dict[int, list[Cue]] = {}
    for cue in cues:
        by_sentence.setdefault(view.sentence[cue.head], []).append(cue)
    for sentence_cues in by_sentence.values():
        for cue in reversed(sentence_cues):
            draft = _right(view, cue, claimed, sentence_cues)
            if draft:
                found.append(draft)
        done = {id(d.cue_of) for d in found}
        for cue in sentence_cues:
            if id(cue) in done:
                continue
            draft = find_comment(view, cue) or find_behind(view, cue, sentence_cues)
            if draft:
                found.append(draft)
    return sorted(found, key=lambda d: d.content[0])


def _right(view: View, cue: Cue, claimed: dict[int, Draft], others: list[Cue]) -> Draft | None:
    clause = view.clauses[cue.last_clause]
    last = view.by_sentence[clause.sentence][1]
    k = cue.last_clause + 1
    while k < last and k < cue.last_clause + 5 and belongs_to_frame(view, k):
        if view.low[view.clauses[k].start] in ("um", "ohne", "statt", "anstatt"):
            return None
        k += 1
    if k >= last or k in claimed:
        return None
    content = view.clauses[k]
    if content.before not in (",", ":", "–", "-"):
        return None
    rule = _fits(view, cue, content)
    if rule and k > cue.last_clause + 1 and _verb_closes(view, cue):
        k = cue.last_clause + 1  # an enumeration or apposition inside the content
        content = view.clauses[k]
    if not rule:
        return None
    begin = frame_start(view, cue)
    stops = {o.head for o in others if o is not cue and (is_behind(view, o) or is_comment(view, o))}
    end = content_end(view, k, stops)
    frame = (view.clauses[begin].start, content.start)
    speaker, of = frame_speaker(view, cue, begin)
    draft = Draft(
        "indirect",
        [(content.start, view.clauses[end - 1].end)],
        speaker,
        cue_words(view, cue),
        [frame],
        rule=f"indirect/{rule}",
        cue_of=cue,
        speaker_of=of,
    )
    draft.addressee = addressee_of(view, cue, speaker)
    claimed[k] = draft
    return draft


def _verb_closes(view: View, cue: Cue) -> bool:
    """Whether the frame is complete: its last word is the verb, so what follows belongs to the content."""
    return cue.words[-1] == view.clauses[cue.last_clause].end - 1 and view.clauses[cue.last_clause + 1].kind == "frag"


def _fits(view: View, cue: Cue, content: Clause) -> str:
    """The rule by which the clause is content of the verb; empty if it is not."""
    frames = cue.frames
    first = view.low[content.opener] if content.opener >= 0 else ""
    if content.kind == "that":
        return "dass" if "s" in frames and content.before != ":" else ""
    if content.kind == "w":
        comment = first == "wie" and content.finite >= 0 and _is_reporting(view, content)
        if first not in _INDIRECT_QUESTIONS or "s" not in frames or comment or view.low[content.start] != first:
            return ""
        asks = cue.lemma in _ASKING or any(view.low[i] in _ADVERB_OF_CONTENT for i in range(cue.head, content.start))
        return "w-clause" if asks or first in ("warum", "wieso", "weshalb", "inwieweit", "wie") else ""
    if content.kind == "inf":
        if first in ("um", "ohne", "anstatt", "statt") or "i" not in frames:
            return ""
        return "infinitive"
    if content.kind != "main" or content.finite < 0:
        return ""
    if "v" not in frames and not (frames & {"s"} and mood(view, content)):
        return ""
    if view.low[content.start] in _COORDINATE:
        return ""
    subjunctive = mood(view, content)
    if content.finite == content.start:
        return "v2-konjunktiv" if subjunctive and content.before == "," and _verb_closes(view, cue) else ""
    if subjunctive:
        return "v2-konjunktiv"
    if content.before == ":":
        if cue.lemma == "heißen" and not {"es", "hieß"} & set(view.low[view.clauses[cue.clause].start : cue.head + 3]):
            return ""  # Für uns heißt das: …
        return "colon" if view.text[content.start][:1].isupper() or "d" in frames else ""
    own = view.clauses[cue.clause]
    direct = content.before == "," and cue.words[-1] >= content.start - 4
    if cue.lemma in _PLAIN_SAYING and direct and own.kind == "main" and own.finite != own.start and not cue.passive:
        subject = phrase_from(view, content.start, content.end, fronted=True)
        if subject is None or subject.last != content.finite:
            return ""
        past = view.low[content.finite].endswith("en") and view.doc[view.index[content.finite]].morph.get(
            "Tense", []
        ) == ["Past"]
        return "v2-preterite" if past else "v2-indicative"
    return ""


_PLAIN_SAYING = frozenset(
    "sagen erklären meinen betonen behaupten berichten schreiben glauben finden ergänzen hinzufügen".split()
)


_INDIRECT_QUESTIONS = frozenset("wie was wer wo warum wieso weshalb wann inwieweit welche welcher welches".split())


_ASKING = frozenset(
    "fragen nachfragen erkundigen wissen überlegen sagen erklären erläutern verraten schildern mitteilen".split()
)


def _is_reporting(view: View, clause: Clause) -> bool:
    return any(f.verb.frames & {"s", "d"} for f in reporting.forms().get(view.low[clause.finite], ()))
