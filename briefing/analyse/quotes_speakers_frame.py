"""Who speaks where the words in marks have no frame of their own: the rest of the sentence, or the one before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from briefing.analyse.quotes_anaphora import Discourse, Resolved, as_speaker
from briefing.analyse.quotes_behind import is_behind
from briefing.analyse.quotes_cues import Cue
from briefing.analyse.quotes_indirect import Draft
from briefing.analyse.quotes_mood import mood
from briefing.analyse.quotes_phrases import Phrase
from briefing.analyse.quotes_subjects import can_speak, frame_start, subject_of
from briefing.analyse.quotes_view import View
from briefing.german import reporting

_OPENING = frozenset({"für", "bei", "auch", "und", "doch", "aber"})


def reporting_subject(view: View, cues: Sequence[Cue], word: int) -> Phrase | None:
    """The subject of a reporting verb in the sentence of `word`: *X sagte, das sei „falsch“*; `cues` are all verbs."""
    for cue in cues:
        clause = view.clauses[cue.clause]
        if clause.sentence != view.sentence[word] or cue.passive or view.quoted[cue.head] >= 0:
            continue
        if clause.start <= word < clause.end or clause.finite < 0 or not cue.frames & {"d", "v", "s"}:
            continue
        behind = clause.start > word
        if view.low[clause.start] != "wie" and (behind or clause.kind != "main" or mood(view, clause)):
            continue
        if not behind and not _leads_to(view, cue.last_clause, word):
            continue
        subject = subject_of(view, cue, frame_start(view, cue))
        if subject is not None and can_speak(view, subject):
            return subject
    return None


def subject_behind(view: View, cues: Sequence[Cue], word: int) -> Phrase | None:
    """The subject of a frame behind all of the sentence: *„…“, das sei bei Meier nicht zu erkennen, sagte Kunz.*"""
    for cue in cues:
        clause = view.clauses[cue.clause]
        if clause.sentence != view.sentence[word] or clause.start <= word or not cue.frames & {"d", "v", "s"}:
            continue
        if is_behind(view, cue) and not cue.passive and clause.before == ",":
            subject = subject_of(view, cue, cue.clause)
            if subject is not None and subject.first > cue.head and can_speak(view, subject):
                return subject
    return None


def telling_subject(view: View, word: int) -> tuple[Phrase, bool] | None:
    """Who acts in the sentence of `word`, in the indicative, and whether a colon leads from there to the word."""
    first, last = view.by_sentence[view.sentence[word]]
    for number in range(first, last):
        clause = view.clauses[number]
        if clause.start > word:
            return None
        if clause.kind != "main" or clause.finite < 0 or view.quoted[clause.finite] >= 0 or mood(view, clause):
            continue
        cue = Cue([clause.finite], clause.finite, number, number, "", frozenset())
        subject = subject_of(view, cue, frame_start(view, cue))
        if subject is not None and can_speak(view, subject):
            return subject, clause.end <= word and clause.after == ":"
    return None


def subject_before(view: View, word: int) -> Phrase | None:
    """The subject of the sentence of `word`, before it, else of the sentence before in the same paragraph."""
    number = view.sentence[word]
    first = view.sentences[number][0]
    found = subject_of_sentence(view, number, word)
    if found is not None or number == 0 or "\n" in view.plain[view.end[first - 1] : view.start[first]]:
        return found
    return subject_of_sentence(view, number - 1, first)


def subject_of_sentence(view: View, number: int, word: int) -> Phrase | None:
    """The subject of the first main clause of a sentence, if it ends before `word`."""
    for k in range(*view.by_sentence[number]):
        clause = view.clauses[k]
        if clause.end > word:
            return None
        if clause.kind == "main" and clause.finite >= 0 and view.quoted[clause.finite] < 0:
            cue = Cue([clause.finite], clause.finite, k, k, "", frozenset())
            return subject_of(view, cue, frame_start(view, cue))
    return None


def _leads_to(view: View, number: int, word: int) -> bool:
    """Whether no other main clause in the indicative stands between the clause and the word."""
    target = view.clause_at[word]
    between = view.clauses[number + 1 : target]
    return not any(c.kind == "main" and c.finite >= 0 and not mood(view, c) for c in between)


def quoting_sentences(view: View, drafts: Sequence[Draft]) -> set[int]:
    """The sentences in which somebody is quoted, or in which a frame stands."""
    spoken = (d for d in drafts if d.kind != "reported")
    parts = [part for draft in spoken for part in (*draft.content, *draft.frame)]
    return {view.sentence[i] for first, last in parts if last > first for i in (first, last - 1)}


def introduced(view: View, discourse: Discourse, quoting: set[int], word: int) -> tuple[bool, Resolved | None]:
    """Whether the sentence before tells of somebody, and who that is: the only one, who then speaks.

    (True, None): several people of whom none is surely the speaker. (False, None): it tells of nobody.
    """
    number = view.sentence[word] - 1
    if number < 0 or number in quoting:
        return False, None
    people = discourse.people_in(number)
    subjects = {p.name: p for p in people if p.subject}
    if len(subjects) == 1:
        return True, as_speaker(next(iter(subjects.values())))
    if subjects:
        return True, None
    named = {p.name: p for p in people}
    first = view.sentences[number][0]
    if len(named) == 1 and {"für", "bei"} & set(view.low[first : first + 2]) and view.low[first] in _OPENING:
        return True, as_speaker(next(iter(named.values())))
    return False, None


def speaks_before(view: View, sentence: int) -> bool:
    """Whether the sentence before, in one paragraph, opens with an act of speech: *X betonte seinen Widerstand.*"""
    first = view.sentences[sentence][0]
    if sentence == 0 or "\n" in view.plain[view.end[first - 1] : view.start[first]]:
        return False
    start, end = view.by_sentence[sentence - 1]
    clause = next((c for c in view.clauses[start:end] if c.kind == "main" and c.finite >= 0), None)
    return clause is not None and not mood(view, clause) and view.low[clause.finite] in _speech()


@cache
def _speech() -> frozenset[str]:
    """Forms of verbs that are followed by a clause of what is said."""
    whole = ((text, form) for text, forms in reporting.forms().items() for form in forms if not form.split)
    return frozenset(text for text, form in whole if form.kind == "finite" and "d" in form.verb.frames)


def named_before(discourse: Discourse, view: View, word: int) -> tuple[bool, Resolved | None]:
    """Whether the sentence that ends in a colon before `word` names somebody, and who that is if it is one person."""
    if word == 0:
        return False, None
    people = {p.name: p for p in discourse.people_in(view.sentence[word - 1]) if p.word < word}
    if not people:
        owner = _owner_of_words(discourse, view, word)
        return owner is not None, owner
    return True, as_speaker(next(iter(people.values()))) if len(people) == 1 else None


def _owner_of_words(discourse: Discourse, view: View, word: int) -> Resolved | None:
    """Whose words a verbless clause announces: *Meiers Fazit: „…“*."""
    number = view.clause_at[word - 2] if word > 1 else -1
    if number < 0 or view.clauses[number].finite >= 0:
        return None
    first = view.clauses[number].start
    return discourse.named_at(first) if view.owner & {first, first + 1, first + 2} else None


def goes_on_speaking(view: View, draft: Draft) -> bool:
    """Whether the frame leaves out the subject of the sentence before: *Und fügt hinzu: „…“*."""
    cue = draft.cue_of
    if cue is None or draft.speaker is not None or cue.passive or not draft.frame or cue.lemma == "heißen":
        return False
    first = draft.frame[0][0]
    return (
        view.low[first] in ("und", "doch", "aber")
        and cue.head == first + 1
        and view.sentences[view.sentence[first]][0] == first
    )
