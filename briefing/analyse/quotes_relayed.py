"""Media that only pass on what somebody said: *X sagte Medienberichten zufolge, …*, *laut Y sagte X: „…“*."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analyse.quotes_cues import Cue
from briefing.analyse.quotes_draft import Draft
from briefing.analyse.quotes_mood import mood
from briefing.analyse.quotes_phrases import Phrase
from briefing.analyse.quotes_subjects import can_speak, frame_start, subject_of
from briefing.analyse.quotes_view import View
from briefing.german import organisations, reporting

# Nouns of media and of what they print, as ends of words: *Medienberichten*, *Nachrichtenagentur*.
_MEDIA = (
    "medien",
    "berichten",
    "bericht",
    "zeitung",
    "zeitungen",
    "agentur",
    "agenturen",
    "magazin",
    "magazins",
    "sender",
    "senders",
    "blatt",
    "blatts",
    "portal",
    "portals",
    "fernsehen",
    "rundfunk",
    "radio",
)
_LONGEST_NAME = 3
_PHRASES = ("source/laut", "source/nach", "source/zufolge", "source/gemäß", "source/lt.")


def name_quoted(view: View, cues: Sequence[Cue], drafts: list[Draft]) -> list[Draft]:
    """The drafts, where he who is quoted speaks and not the source that stands in his frame.

    Before words in marks the frame becomes an act of his.
    """
    told = {id(d.cue_of) for d in drafts if d.cue_of is not None and d.rule.startswith("indirect/")}
    for draft in drafts:
        relayed = _relayed(view, draft, cues, told) if draft.rule in _PHRASES else None
        if relayed is not None:
            draft.speaker, cue, by_itself = relayed
            if not by_itself:
                draft.kind, draft.rule, draft.cue_of = "reported", "reported/relayed", cue
    return drafts


def _relayed(view: View, draft: Draft, cues: Sequence[Cue], told: set[int]) -> tuple[Phrase, Cue, bool] | None:
    """Who is quoted in the clause of the source, with what verb, and whether the content is a draft of its own."""
    number = view.clause_at[draft.frame[0][0]]
    clause = view.clauses[number]
    if clause.kind != "main" or clause.finite < 0 or mood(view, clause) or view.tag[clause.finite].startswith("VM"):
        return None
    medium = is_medium(view, *draft.frame[0])
    for cue in cues:
        if cue.clause != number or cue.passive or not cue.frames & {"d", "s", "v"}:
            continue
        by_itself = medium and id(cue) in told
        if not by_itself and not _quotes(view, cue, number):
            continue
        subject = subject_of(view, cue, frame_start(view, cue))
        person = subject is not None and reporting.is_person(view.text[subject.head])
        if subject is not None and (person or can_speak(view, subject)):
            return subject, cue, by_itself
    return None


def _quotes(view: View, cue: Cue, number: int) -> bool:
    """Whether words in marks stand behind the colon of the frame, or directly before its verb."""
    clause = view.clauses[number]
    if clause.after == ":" and clause.end + 1 < len(view.text) and view.quoted[clause.end + 1] >= 0:
        return "d" in cue.frames
    before = clause.start - 1 if clause.before else clause.start
    return cue.head == clause.start and before > 0 and view.quoted[before - 1] >= 0


def is_medium(view: View, first: int, last: int) -> bool:
    """Whether the words name a paper, an agency, a broadcaster, or media at large."""
    for i in range(first, last):
        if view.tag[i] == "NN" and view.low[i].endswith(_MEDIA):
            return True
        if view.text[i][:1].isupper():
            for end in range(i + 1, min(last, i + _LONGEST_NAME) + 1):
                known = organisations.look_up(" ".join(view.text[i:end]))
                if known is not None and known.medium:
                    return True
    return False
