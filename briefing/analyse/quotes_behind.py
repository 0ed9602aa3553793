"""Frames behind or inside their content: *…, sagte X*, *…, wie X mitteilte, …*."""

from __future__ import annotations

from briefing.analyse.quotes_addressee import addressee_of
from briefing.analyse.quotes_cues import Cue, opens_with_verb
from briefing.analyse.quotes_draft import Draft, Range
from briefing.analyse.quotes_mood import mood
from briefing.analyse.quotes_phrases import Phrase, phrase_from, phrases_in, with_apposition
from briefing.analyse.quotes_subjects import subject_of
from briefing.analyse.quotes_view import View

_COORDINATE = frozenset({"und", "aber", "doch", "sondern", "oder", "jedoch", "sowie", "dann", "daraufhin"})


def find_comment(view: View, cue: Cue) -> Draft | None:
    """*Wie die Polizei mitteilte, …* and *…, wie die Polizei mitteilte*."""
    begin = _comment_start(view, cue.clause)
    if begin < 0 or not cue.frames & {"s", "d"} or cue.lemma in _NO_COMMENT:
        return None
    clause = view.clauses[cue.clause]
    if clause.kind == "w" and cue.words[-1] < clause.end - 4 and cue.head != clause.finite:
        return None
    first, last = view.by_sentence[clause.sentence]
    end = cue.last_clause + 1
    while end < last and belongs_to_frame(view, end) and end < cue.last_clause + 4:
        end += 1
    parts = _around(view, first, begin, end, last)
    if not parts:
        return None
    opening = view.clauses[begin]
    if begin < cue.clause:
        phrase = phrase_from(view, opening.start + 1, opening.end, fronted=True)
        speaker, of = with_apposition(view, phrase) if phrase else None, ""
    else:
        speaker, of = frame_speaker(view, cue, cue.clause)
        if speaker and view.low[opening.start + 1] in ("sie", "ihn") and speaker.first > opening.start + 1:
            return None  # Regeln, wie sie die Stadt beschlossen hat
    words = sorted({opening.start, *cue.words})
    return Draft(
        "indirect",
        parts,
        speaker,
        words,
        [_frame_range(view, begin, end)],
        rule="indirect/wie",
        cue_of=cue,
        speaker_of=of,
    )


def is_comment(view: View, cue: Cue) -> bool:
    """*…, wie die Polizei sagte*: where the content before it ends."""
    clause = view.clauses[cue.clause]
    return (
        clause.kind == "w" and view.low[clause.start] == "wie" and bool(cue.frames & {"s", "d"})
    ) and cue.lemma not in _NO_COMMENT


def _comment_start(view: View, number: int) -> int:
    """The clause in which the comment begins with *wie* (its subject may be interrupted), or -1."""
    clause = view.clauses[number]
    if (
        clause.kind in ("w", "frag", "sub")
        and view.low[clause.start] in ("wie", "so")
        and clause.opener == clause.start
    ):
        return number
    first = view.by_sentence[clause.sentence][0]
    if clause.finite < 0 or clause.finite < clause.end - 2:
        return -1
    k = number - 1
    while k >= first and view.clauses[k].kind in ("frag", "rel"):
        if view.low[view.clauses[k].start] == "wie" and view.clauses[k].finite < 0:
            return k
        k -= 1
    return -1


def _frame_range(view: View, begin: int, end: int) -> Range:
    """Words of the frame with the comma before it and, inside a sentence, the one behind it."""
    start, stop = view.clauses[begin].start, view.clauses[end - 1].end
    if view.clauses[begin].before == ",":
        start -= 1
    if view.clauses[end - 1].after in (",", ":"):
        stop += 1
    return start, stop


def _around(view: View, first: int, begin: int, end: int, last: int) -> list[Range]:
    """What a sentence says besides the clauses `begin` to `end`: the part before and the part behind."""
    parts: list[Range] = []
    if (
        begin > first
        and any(view.clauses[k].finite >= 0 or view.quoted[view.clauses[k].start] >= 0 for k in range(first, begin))
    ) or (begin > first and end < last):
        parts.append((view.clauses[first].start, view.clauses[begin - 1].end))
    if end < last:
        stop = last
        if parts:
            for k in range(end, last):
                clause = view.clauses[k]
                if clause.kind == "main" and not mood(view, clause) and view.low[clause.start] in _COORDINATE:
                    stop = k
                    break
        if stop > end:
            parts.append((view.clauses[end].start, view.clauses[stop - 1].end))
    return parts


def find_behind(view: View, cue: Cue, others: list[Cue]) -> Draft | None:
    """*…, sagte X.* and *…, sagte X, …*: the frame behind or inside its content."""
    if not is_behind(view, cue) or not cue.frames & {"d", "v", "s"} or cue.lemma in _NOT_BEHIND:
        return None
    clause = view.clauses[cue.clause]
    first, last = view.by_sentence[clause.sentence]
    left = view.clauses[first : cue.clause]
    if not left or clause.before not in (",", "–", "-"):
        return None
    so = view.low[clause.start] == "so"
    if view.low[clause.start] in _COORDINATE:
        return None  # a second conjunct: X kam – und forderte mehr
    if view.low[left[0].start] == "wie" and not any(c.kind == "main" for c in left):
        return None
    if cue.lemma == "heißen" and "es" not in view.low[clause.start : clause.start + 4]:
        return None
    kinds = {c.kind for c in left}
    if not kinds & {"main", "that", "w"} and not so and not any(view.quoted[c.start] >= 0 for c in left):
        if not kinds & {"sub", "frag"} or cue.last_clause + 1 >= last:
            return None
        following = view.clauses[cue.last_clause + 1]
        if following.kind != "main" or not mood(view, following) or kinds & {"inf"}:
            return None
    if cue.frames & {"q"} and any(
        c is not cue
        and c.head < cue.head
        and view.clauses[c.clause].kind == "main"
        and not mood(view, view.clauses[c.clause])
        and c.clause == first
        and view.clauses[c.clause].finite == c.head
        and len(left) <= 2
        for c in others
    ):
        return None
    begin = max((k for k in range(first, cue.clause) if view.clauses[k].before == ":"), default=first)
    end = cue.last_clause + 1
    while end < last and belongs_to_frame(view, end) and end < cue.last_clause + 4:
        if end + 1 < last and view.clauses[end].kind == "frag" and not _is_apposition(view, end):
            break
        end += 1
    parts = _around(view, begin, cue.clause, end, last)
    if not parts:
        return None
    speaker, of = frame_speaker(view, cue, cue.clause)
    reported = cue.passive and view.low[cue.head] in ("wird", "wurde", "wurden", "werden")
    if speaker is None and cue.lemma != "heißen" and not reported and cue.phrase != "bekannt":
        return None
    words = cue_words(view, cue)
    if so:
        words = sorted({clause.start, *words})
    draft = Draft(
        "indirect",
        parts,
        speaker,
        words,
        [_frame_range(view, cue.clause, end)],
        rule="indirect/behind",
        cue_of=cue,
        speaker_of=of,
    )
    draft.addressee = addressee_of(view, cue, speaker)
    return draft


def _is_apposition(view: View, k: int) -> bool:
    clause = view.clauses[k]
    phrase = phrase_from(view, clause.start, clause.end, fronted=True)
    return phrase is not None and phrase.last == clause.end


def frame_speaker(view: View, cue: Cue, begin: int) -> tuple[Phrase | None, str]:
    """The subject of the frame; for impersonal frames the source that is named in it."""
    if cue.lemma in ("heißen", "verlauten", "hervorgehen"):
        clause = view.clauses[cue.clause]
        for phrase in phrases_in(view, clause.start, clause.end, clause.finite):
            if (
                phrase.preposition >= 0
                and view.low[phrase.preposition]
                in (
                    "in",
                    "im",
                    "aus",
                    "bei",
                    "beim",
                    "von",
                    "vom",
                    "seitens",
                )
                and view.noun(phrase.head)
            ):
                return phrase, "source"
        return None, ""
    return subject_of(view, cue, begin), ""


def is_behind(view: View, cue: Cue) -> bool:
    """Whether the cue opens its clause after a comma: a frame behind or inside its content."""
    clause = view.clauses[cue.clause]
    return bool(clause.before) and clause.kind in ("main", "frag") and opens_with_verb(view, clause, cue.head)


def cue_words(view: View, cue: Cue) -> list[int]:
    """The words of the cue with *es* and the adverb that stands for the content (*davon*)."""
    if cue.lemma == "heißen":
        near = [i for i in (cue.head + 1, cue.head + 2, cue.head - 1) if 0 <= i < len(view.low) and view.low[i] == "es"]
        return sorted([*cue.words, *near[:1]])
    clause = view.clauses[cue.last_clause]
    if cue.lemma in ("ausgehen", "hinweisen", "plädieren", "rechnen", "warnen", "begründen", "bestehen", "sprechen"):
        extra = [i for i in range(clause.start, clause.end) if view.low[i] in _ADVERB_OF_CONTENT]
        return sorted({*cue.words, *extra[-1:]})
    return cue.words


def belongs_to_frame(view: View, k: int) -> bool:
    """Whether the clause behind a frame still describes who speaks: an apposition or a relative clause."""
    clause = view.clauses[k]
    if clause.kind == "rel":
        return True
    return (
        clause.kind == "frag"
        and clause.before in (",", "–")
        and all(view.quoted[i] < 0 for i in (clause.start, clause.end - 1))
    )


_ADVERB_OF_CONTENT = frozenset(
    {"davon", "darauf", "dafür", "dagegen", "damit", "dazu", "darum", "daran", "darüber", "davor"}
)
_NO_COMMENT = frozenset("wünschen erhoffen wissen planen vorsehen vorhaben beabsichtigen bestehen".split())
_NOT_BEHIND = frozenset(
    "unterstützen verbieten bestehen angreifen feststellen verfügen genehmigen einladen erlauben".split()
)
