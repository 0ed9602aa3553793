"""Words in quotation marks: whose they are, or that they are none (titles, names, irony)."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analyse.quotes_addressee import addressee_of
from briefing.analyse.quotes_blocks import line_break
from briefing.analyse.quotes_cues import Cue
from briefing.analyse.quotes_indirect import Draft, Range, frame_speaker
from briefing.analyse.quotes_inside import enclosing, inside_frame, is_view_of
from briefing.analyse.quotes_mood import mood
from briefing.analyse.quotes_phrases import Phrase, phrase_from, phrases_in, with_apposition
from briefing.analyse.quotes_shape import (
    is_part_of_compound,
    is_sentence,
    is_title_of,
    looks_like_title,
    lower_word,
    names_something,
    words_of,
)
from briefing.analyse.quotes_speakers_source import is_own_saying
from briefing.analyse.quotes_subjects import can_speak, frame_start
from briefing.analyse.quotes_view import View
from briefing.analyse.quotes_views import inside_view

_HEADINGS = 50  # quotations without a frame that are looked for again in the article
_CALLS = frozenset({"skandieren", "rufen", "brüllen", "schreien", "grölen", "zurufen", "ausrufen"})
_LONG = 7  # words from which a stretch is speech unless it looks like a title


def find_direct(view: View, cues: list[Cue], drafts: list[Draft], views: Sequence[Cue] = ()) -> list[Draft]:
    """Direct quotations with the speaker of their frame, or of the clause or the draft in which they stand.

    `views` are verbs of expecting and judging, in whose clauses words in marks are also somebody's.
    """
    found: list[Draft] = []
    by_clause, judging = _by_clause(cues), _by_clause(views)
    by_sentence = _by_sentence(view, drafts)
    for stretch in view.stretches:
        first, last = view.tokens_in(stretch.start, stretch.end)
        if last - first < 3:
            continue
        numbers = (view.sentence[first], view.sentence[last - 1], view.sentence[last - 1] + 1)
        near = [draft for number in sorted(set(numbers)) for draft in by_sentence.get(number, ())]
        draft = _one(view, first, last, by_clause, near) or inside_view(view, first, last, judging)
        draft = draft or _candidate(view, first, last, by_clause, near)
        if draft:
            found.append(draft)
    found = _joined(view, found)
    _repeated(view, found)
    return found


def _joined(view: View, found: list[Draft]) -> list[Draft]:
    """*„…“ „…“, sagte X* and *„…“ und „…“, sagte X*: what stands before the framed words is said with them."""
    kept: list[Draft] = []
    for draft in found:
        before = kept[-1] if kept and kept[-1].rule in ("direct/alone", "direct/long") else None
        if before is not None and draft.rule == "direct/frame-behind":
            end, start = before.content[-1][1], draft.content[0][0]
            between = view.low[end:start]
            if between in ([], ["und"]) and not line_break(view, start):
                kept.pop()
                whole = [(before.content[0][0], draft.content[0][1])]
                draft.content = whole if not between else [*before.content, *draft.content]
        kept.append(draft)
    return kept


def _by_clause(cues: Sequence[Cue]) -> dict[int, list[Cue]]:
    table: dict[int, list[Cue]] = {}
    for cue in cues:
        for k in range(cue.clause, cue.last_clause + 1):
            table.setdefault(k, []).append(cue)
    return table


def _by_sentence(view: View, drafts: list[Draft]) -> dict[int, list[Draft]]:
    """Drafts by the sentences in which their content or frame stands."""
    table: dict[int, list[Draft]] = {}
    for draft in drafts:
        numbers = {
            n for a, b in (*draft.content, *draft.frame) for n in range(view.sentence[a], view.sentence[b - 1] + 1)
        }
        for number in sorted(numbers):
            table.setdefault(number, []).append(draft)
    return table


def _repeated(view: View, found: list[Draft]) -> None:
    """Words set off as a heading and quoted again with a frame have that frame's speaker; other headings none."""
    headings = [d for d in found if d.speaker_of == "last"][:_HEADINGS]
    framed = [d for d in found if d.rule in ("direct/frame-before", "direct/frame-behind", "direct/alone")]
    texts = [(d, " ".join(view.low[d.content[0][0] + 1 : d.content[0][1] - 1])) for d in framed]
    for draft in headings:
        first, last = draft.content[0]
        if draft.speaker_of != "last" or not (first == 0 or line_break(view, first)):
            continue
        if last < len(view.text) and not line_break(view, last):
            continue
        own = " ".join(view.low[first + 1 : last - 1])
        other = next((d for d, text in texts if d is not draft and own.rstrip(" .") in text), None)
        if other is not None:
            draft.speaker, draft.speaker_of, draft.cue_of = other.speaker, other.speaker_of, other.cue_of
            draft.rule = "direct/repeated"
        elif view.text[last - 2] not in (".", "!", "?", "…"):
            draft.speaker_of = ""


def _candidate(view: View, first: int, last: int, by_clause: dict[int, list[Cue]], drafts: list[Draft]) -> Draft | None:
    """What no rule takes, for the judge: with the speaker of the quotation or clause around it.

    What a noun before it or a compound behind it (*„Bild“-Zeitung*) calls a name is none.
    """
    words = words_of(view, first, last)
    if not words or is_title_of(view, first) or is_part_of_compound(view, first):
        return None
    content: list[Range] = [(first, last)]
    holder = enclosing(view, first, last, drafts)
    draft = inside_frame(view, first, last, content, by_clause)
    if holder:
        draft = Draft(
            "direct",
            content,
            holder.speaker,
            list(holder.cue),
            list(holder.frame),
            holder.addressee,
            cue_of=holder.cue_of,
            speaker_of=holder.speaker_of,
        )
    if draft is None:
        draft = Draft("direct", content, speaker_of="last")
    draft.rule = "direct/inside/candidate" if holder else "direct/candidate"
    return draft


def _one(view: View, first: int, last: int, by_clause: dict[int, list[Cue]], drafts: list[Draft]) -> Draft | None:
    words = words_of(view, first, last)
    if not words:
        return None
    content: list[Range] = [(first, last)]
    title = looks_like_title(view, words)
    named = names_something(view, first, words)
    sentence = is_sentence(view, words)
    if (named and not (sentence and len(words) >= _LONG and view.text[first - 1] == ":")) or (
        title and len(words) > 1 and not sentence and len(words) < 12 and named
    ):
        return None
    draft = _after_frame(view, first, last, content, by_clause)
    if draft and draft.rule == "direct/colon":  # a colon without a reporting verb yields to a frame behind
        draft = _before_frame(view, first, last, content, by_clause, drafts) or draft
        if draft.rule == "direct/colon" and not sentence and view.text[last - 2] not in (".", "!", "?", "…"):
            return None  # the title of a work
    if draft and (sentence or not title or len(words) >= _LONG or view.text[first - 1] == ":"):
        return draft
    draft = _before_frame(view, first, last, content, by_clause, drafts) if len(words) > 1 or sentence else None
    if draft and (sentence or not title or _set_before(view, first, last, draft)):
        return draft
    holder = enclosing(view, first, last, drafts)
    if holder:
        if title and len(words) <= 3 and not lower_word(view, words):
            return None
        return Draft(
            "direct",
            content,
            holder.speaker,
            list(holder.cue),
            list(holder.frame),
            holder.addressee,
            rule="direct/inside/view" if is_view_of(view, holder) else "direct/inside",
            cue_of=holder.cue_of,
            speaker_of=holder.speaker_of,
        )
    draft = inside_frame(view, first, last, content, by_clause)
    if draft and _is_called(view, first, draft.cue_of):
        draft.rule = "direct/call"
        return draft
    if draft and not (title and not lower_word(view, words) and draft.rule == "direct/clause"):
        return draft
    if sentence and len(words) >= 4 and not title and _stands_alone(view, first, last):
        return Draft("direct", content, rule="direct/alone", speaker_of="last")
    if len(words) >= _LONG and sentence and not title and not _is_part_of_told(view, first, last):
        return Draft("direct", content, rule="direct/long", speaker_of="last")
    return None


def _is_called(view: View, first: int, cue: Cue | None) -> bool:
    """*riefen „Freiheit“*: behind a verb of calling, not *das ins Leben gerufene „Forum“*."""
    if cue is None or cue.lemma not in _CALLS or cue.passive or cue.head > first or is_part_of_compound(view, first):
        return False
    clause = view.clauses[cue.clause]
    return "leben" not in view.low[clause.start : clause.end]


def _set_before(view: View, first: int, last: int, draft: Draft) -> bool:
    """*„Nieder mit ihm“, rief sie*: words that begin the sentence and stand off by a comma are said, title or not."""
    begins = view.sentences[view.sentence[first]][0] == first and last < len(view.text) and view.text[last] == ","
    return begins and draft.speaker is not None and draft.cue_of is not None and "d" in draft.cue_of.frames


def _is_part_of_told(view: View, first: int, last: int) -> bool:
    """Whether the words stand in a sentence in the Konjunktiv I, which as a whole goes on reporting."""
    number = view.sentence[first]
    if view.sentences[number][0] == first or view.sentence[last - 1] != number:
        return False
    begin, end = view.by_sentence[number]
    main = next((c for c in view.clauses[begin:end] if c.kind == "main" and c.finite >= 0), None)
    return main is not None and main.finite < first and mood(view, main) == 1


def _stands_alone(view: View, first: int, last: int) -> bool:
    """The marks hold whole sentences: a sentence begins with them and a stop stands inside them."""
    begins = any(view.sentences[view.sentence[j]][0] == first for j in (first,))
    return begins and (
        view.text[last - 2] in (".", "!", "?", "…")
        or last >= len(view.text)
        or view.sentence[last - 1] != view.sentence[min(last, len(view.text) - 1)]
    )


def _after_frame(
    view: View, first: int, last: int, content: list[Range], by_clause: dict[int, list[Cue]]
) -> Draft | None:
    """`X sagte: „…“`: the frame ends in a colon (or comma) directly before the marks."""
    at = first - 1
    if at < 1 or view.text[at] not in (":", ",") or view.sentence[at] < view.sentence[first] - 1:
        return None
    number = view.clause_at[at - 1]
    if number < 0:
        return None
    begin_sentence = view.by_sentence[view.clauses[number].sentence][0]
    k = number
    while k >= begin_sentence:
        usable = [
            c
            for c in by_clause.get(k, ())
            if c.frames & {"d", "v", "s", "q", "r"} and c.words[-1] < first
            if not (c.passive and mood(view, view.clauses[c.clause]) == 1)  # seien beschrieben worden: itself reported
        ]
        if usable:
            cue = usable[-1]
            begin = frame_start(view, cue)
            if view.text[at] == "," and (not cue.frames & {"d"} or view.clauses[cue.clause].kind in ("sub", "inf")):
                return None
            speaker, _ = frame_speaker(view, cue, begin)
            return Draft(
                "direct",
                content,
                speaker,
                list(cue.words),
                [(view.clauses[begin].start, first)],
                addressee_of(view, cue, speaker),
                rule="direct/frame-before",
                cue_of=cue,
            )
        if view.text[at] == "," or view.clauses[k].kind == "main":
            break
        k -= 1
    if view.text[at] != ":":
        return None
    clause = view.clauses[max(k, begin_sentence)]
    subject = _first_subject(view, clause.start, at)
    goes_on = mood(view, clause) == 1
    speaks = subject is not None and (can_speak(view, subject) or is_own_saying(view, subject.first, subject.last))
    speaker = subject if speaks and not goes_on else None
    # Kurzum: „…“ goes on with nobody in particular; Die Polizei müsse handeln: „…“ with the last speaker
    of = "last" if subject is None or goes_on else ""
    return Draft("direct", content, speaker, [], [(clause.start, first)], rule="direct/colon", speaker_of=of)


def _first_subject(view: View, start: int, end: int) -> Phrase | None:
    clause = view.clauses[view.clause_at[start]]
    for phrase in phrases_in(view, start, end, clause.finite):
        if phrase.preposition < 0 and view.low[phrase.first] not in ("den", "dem", "des", "es"):
            return with_apposition(view, phrase)
    return None


def _before_frame(
    view: View, first: int, last: int, content: list[Range], by_clause: dict[int, list[Cue]], drafts: list[Draft]
) -> Draft | None:
    """`„…“, sagte X` and `„…“, so X`: the frame begins directly behind the marks."""
    at = last
    if at < len(view.text) and view.text[at] in (",", "–", "-"):
        at += 1
    elif not (last >= 2 and view.text[last - 2] in (",", "!", "?", "…", "–")) and not (
        at < len(view.text)
        and view.clause_at[at] >= 0
        and view.is_finite(at)
        and view.sentences[view.sentence[first]][0] == first
    ):
        return None
    if at >= len(view.text) or view.clause_at[at] < 0 or view.sentence[at] > view.sentence[last - 1] + 1:
        return None
    number = view.clause_at[at]
    clause = view.clauses[number]
    for draft in drafts:  # ", so X" and ", wie X mitteilte" are already found
        if draft.frame and any(a <= at < b for a, b in draft.frame) and draft.rule in ("source/so", "indirect/wie"):
            return Draft(
                "direct",
                content,
                draft.speaker,
                list(draft.cue),
                list(draft.frame),
                rule="direct/frame-behind",
                cue_of=draft.cue_of,
            )
    for cue in by_clause.get(number, ()):
        starts = cue.words[0] in (at, at + 1) and (cue.words[0] == at or view.low[at] in ("so", "und", "das"))
        if not starts or not cue.frames & {"d", "v", "s", "q", "r"}:
            continue
        end = number + 1
        final = view.by_sentence[clause.sentence][1]
        speaker, _ = frame_speaker(view, cue, number)
        stop = clause.end
        if cue.last_clause > number:
            stop, end = view.clauses[cue.last_clause].end, cue.last_clause + 1
        if speaker and speaker.last > stop:
            stop = speaker.last
            end = view.clause_at[speaker.last - 1] + 1
        while end < final and view.clauses[end].kind == "rel":
            stop, end = view.clauses[end].end, end + 1
        start = last if view.text[last] == "," else at
        return Draft(
            "direct",
            content,
            speaker,
            list(cue.words),
            [(start, stop)],
            addressee_of(view, cue, speaker),
            rule="direct/frame-behind",
            cue_of=cue,
        )
    if view.low[at] == "so" and at + 1 < clause.end:
        phrase = phrase_from(view, at + 1, clause.end)
        if phrase and view.noun(phrase.head):
            phrase = with_apposition(view, phrase)
            start = last if view.text[last] == "," else at
            return Draft(
                "direct", content, phrase, [at], [(start, max(phrase.last, clause.end))], rule="direct/frame-behind"
            )
    return None
