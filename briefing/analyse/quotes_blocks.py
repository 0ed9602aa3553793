"""Direct speech without marks: a paragraph behind *Der Minister erklärte:*, and the answers of an interview."""

from __future__ import annotations

from briefing.analyse.quotes_cues import Cue
from briefing.analyse.quotes_draft import Draft
from briefing.analyse.quotes_speakers_turns import Turns
from briefing.analyse.quotes_subjects import frame_start, subject_of
from briefing.analyse.quotes_view import View

ANSWER = 6
"""Fewest words of a sentence of an answer that says something by itself."""
_MARKS = frozenset({'"', "“", "”", "«", "»"})


def find_blocks(view: View, cues: list[Cue]) -> list[Draft]:
    """A paragraph without marks after a line that ends in a reporting verb and a colon: set off as a block."""
    found: list[Draft] = []
    by_sentence = {view.sentence[cue.head]: cue for cue in cues if cue.frames & {"d"} and not cue.passive}
    for number, (first, last) in enumerate(view.sentences[:-1]):
        cue = by_sentence.get(number)
        if cue is None or view.text[last - 1] != ":" or not line_break(view, last) or view.quoted[last] >= 0:
            continue
        if cue.last_clause + 1 != view.by_sentence[number][1] or last - first < 3:
            continue
        end = last
        while end < len(view.text) and (end == last or not line_break(view, end)):
            if view.blocks[view.sentence[end]] == "boilerplate":
                break
            end += 1
            if view.text[end - 1] in _MARKS and view.quoted[end - 1] < 0:
                break  # the closing mark of a quotation whose opening mark was left out
        if (
            end == last
            or any(view.quoted[i] >= 0 for i in (last, end - 1))
            or not any(view.is_finite(i) for i in range(last, end))
        ):
            continue
        begin = frame_start(view, cue)
        speaker = subject_of(view, cue, begin)
        if speaker is not None:
            frame = (view.clauses[begin].start, last)
            found.append(
                Draft("direct", [(last, end)], speaker, list(cue.words), [frame], rule="direct/block", cue_of=cue)
            )
    return found


def line_break(view: View, i: int) -> bool:
    """Whether a line ends before the word `i`."""
    return "\n" in view.plain[view.end[i - 1] : view.start[i]]


def find_answers(view: View, turns: Turns) -> list[Draft]:
    """The sentences of answers in an interview: direct speech without marks of the person who has the turn."""
    found: list[Draft] = []
    for turn in turns.turns:
        if turn.name is None or turn.first >= turn.last:
            continue
        for number in range(view.sentence[turn.first], view.sentence[turn.last - 1] + 1):
            first, last = max(view.sentences[number][0], turn.first), min(view.sentences[number][1], turn.last)
            tells = last - first >= ANSWER and view.text[last - 1] not in ("?", ":")
            if tells and any(view.is_finite(i) for i in range(first, last)):
                found.append(Draft("direct", [(first, last)], rule="direct/turn"))
    return found
