"""Frames that point back to the sentence before them: *Die Straße ist leer. Das teilte die Polizei mit.*

In our two annotated collections 37 of 39 such sentences have the one before as their content.
"""

from __future__ import annotations

from collections.abc import Container

from briefing.analyse.quotes_cues import Cue
from briefing.analyse.quotes_draft import Draft
from briefing.analyse.quotes_mood import mood
from briefing.analyse.quotes_phrases import Phrase
from briefing.analyse.quotes_subjects import can_speak, frame_speaker, subject_of
from briefing.analyse.quotes_view import View
from briefing.german import reporting

RULE = "source/das"
_POINTERS = frozenset({"das", "dies"})
# Verbs whose object is what was said; what is criticised or known is a fact that somebody else tells.
_VERBS = frozenset(
    """mitteilen bekanntgeben geben berichten melden vermelden sagen erklären bestätigen ankündigen hervorgehen
    schreiben verkünden angeben twittern entscheiden urteilen erzählen verraten betonen verlauten versichern
    vorhersagen aussagen
    prognostizieren bekräftigen beteuern behaupten klarstellen bekanntmachen machen""".split()
)
# Verbs by which a text tells something: *Das zeigt eine Studie.*
_SHOWS = frozenset("zeigt zeigen zeigte zeigten ergab ergaben ergibt ergeben belegt belegen besagt besagen".split())
_HAVE = frozenset({"hat", "haben", "hatte", "hatten"})
_NEVER = frozenset({"nie", "niemals", "niemand", "nicht", "kein", "keine", "kaum"})
_FIRST_PERSON = frozenset({"ich", "wir"})
_FEWEST = 4  # words of a sentence that can be a statement


def points_back(view: View, first: int) -> bool:
    """Whether the sentence that begins at the word opens with *Das* or *Dies* and a verb of telling or *haben*."""
    if view.low[first] not in _POINTERS or view.quoted[first] >= 0 or first + 1 >= len(view.low):
        return False
    verb = view.low[first + 1]
    known = verb in _SHOWS or verb in _HAVE or verb in reporting.forms()
    return known and view.sentence[first + 1] == view.sentence[first] and view.is_finite(first + 1)


def pointers(view: View, cues: list[Cue]) -> dict[int, tuple[Cue, Phrase, str]]:
    """By the number of the sentence before: the verb, who says that sentence, and which part of the phrase it is."""
    found = {}
    for cue in cues:
        number = view.sentence[cue.head]
        first = view.sentences[number][0]
        if number == 0 or cue.head != first + 1 or not points_back(view, first) or cue.lemma not in _VERBS:
            continue
        if cue.phrase not in ("", "bekannt") or cue.passive or mood(view, view.clauses[cue.clause]):
            continue
        if view.tag[cue.head] == "VMFIN" or _NEVER & set(view.low[first : view.sentences[number][1]]):
            continue  # Das kann Meier erzählen; das hat noch nie jemand gesagt
        speaker, of = frame_speaker(view, cue, cue.clause)
        if speaker is not None and view.low[speaker.first] in _FIRST_PERSON:
            continue
        if speaker is not None and speaker.first > cue.head and (of or can_speak(view, speaker)):
            found[number - 1] = (cue, speaker, of)
    for number, (first, _) in enumerate(view.sentences):
        if number and number - 1 not in found and view.low[first + 1 : first + 2] and view.low[first + 1] in _SHOWS:
            shown = _shown_by(view, first) if points_back(view, first) else None
            if shown is not None:
                found[number - 1] = shown
    return found


def _shown_by(view: View, first: int) -> tuple[Cue, Phrase, str] | None:
    """The text that shows it: *Das zeigt eine neue Studie*."""
    clause = view.clause_at[first + 1]
    cue = Cue([first + 1], first + 1, clause, clause, "zeigen", frozenset())
    speaker = subject_of(view, cue, clause)
    if speaker is None or speaker.first <= cue.head or view.low[speaker.first].startswith("unser"):
        return None
    return (cue, speaker, "") if reporting.is_text(view.text[speaker.head]) else None


def _behind_dateline(view: View, first: int) -> int:
    """Where the sentence begins behind the rubric and the place of an agency: *Fußball, Portugal: Der Spieler …*."""
    for number in range(*view.by_sentence[view.sentence[first]]):
        clause = view.clauses[number]
        if clause.finite >= 0 or not all(view.noun(i) or view.text[i] == "," for i in range(clause.start, clause.end)):
            return first
        if clause.after == ":":
            return first if view.quoted[clause.end + 1] >= 0 or view.person[clause.end - 1] else clause.end + 1
    return first


def find_pointing(view: View, cues: list[Cue], taken: Container[int]) -> list[Draft]:
    """The sentences that such a frame behind them attributes; `taken` are the numbers of those that name a source."""
    speaking = {view.sentence[c.head] for c in cues if c.frames & {"d", "v", "s"} and view.quoted[c.head] < 0}
    found = []
    for number, (cue, speaker, of) in pointers(view, cues).items():
        first, last = view.sentences[number]
        begin, end = view.sentences[number + 1]
        if number in taken or number in speaking or last - first < _FEWEST or view.text[last - 1] in ("?", ":"):
            continue
        if view.quoted[first] >= 0 or view.blocks[number] != view.blocks[number + 1]:
            continue
        if "\n" in view.plain[view.end[last - 1] : view.start[begin]]:
            continue
        first = _behind_dateline(view, first)
        stop = end - 1 if view.text[end - 1] in (".", "!") else end
        found.append(
            Draft(
                "indirect", [(first, last)], speaker, cue.words, [(begin, stop)], rule=RULE, cue_of=cue, speaker_of=of
            )
        )
    return found
