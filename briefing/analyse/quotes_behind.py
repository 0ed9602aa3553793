"""Frames behind or inside their content: *…, sagte X*, *…, wie X mitteilte, …*."""

from __future__ import annotations

from briefing.analyse.quotes_addressee import addressee_of
from briefing.analyse.quotes_clauses import Clause
from briefing.analyse.quotes_cues import Cue, opens_with_verb
from briefing.analyse.quotes_draft import Draft, Range
from briefing.analyse.quotes_mood import mood
from briefing.analyse.quotes_phrases import Phrase, phrase_from, with_apposition
from briefing.analyse.quotes_subjects import can_speak
from briefing.analyse.quotes_subjects import frame_speaker as frame_speaker
from briefing.analyse.quotes_view import View
from briefing.german import reporting

_COORDINATE = frozenset({"und", "aber", "doch", "sondern", "oder", "jedoch", "sowie", "dann", "daraufhin"})


def find_comment(view: View, cue: Cue) -> Draft | None:
    """*Wie die Polizei mitteilte, …* and *…, wie die Polizei mitteilte*."""
    begin = _comment_start(view, cue.clause)
    if begin < 0 or not cue.frames & {"s", "v"} or cue.lemma in _NO_COMMENT:
        return None
    clause = view.clauses[cue.clause]
    if clause.kind == "w" and cue.words[-1] < clause.end - 4 and cue.head != clause.finite:
        return None
    if not _comments(view, cue, begin):
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


def _comments(view: View, cue: Cue, begin: int) -> bool:
    """Not *die Art, wie …*, *so lange, wie …*, *so dass …*, *Regeln, wie sie die Stadt beschloss*."""
    opening = view.clauses[begin]
    first = view.by_sentence[opening.sentence][0]
    following = view.low[opening.start + 1 : opening.start + 2]
    if following and following[0] in ("dass", "sehr", "viel", "lange", "oft"):
        return False
    if begin > first:
        before = range(view.clauses[begin - 1].start, opening.start - 1)
        if view.text[opening.start - 2] in ("Weise", "Art", "Form"):
            return False
        if any(view.low[i] in ("so", "ebenso", "genauso") and view.tag[i + 1] in _GRADED for i in before):
            return False
    if following and following[0] in ("sie", "ihn", "es", "ihnen") and cue.lemma not in ("heißen", "verlauten"):
        clause = view.clauses[cue.clause]
        if any(view.noun(i) for i in range(opening.start + 2, clause.end)):
            whole = any(c.kind == "main" for c in view.clauses[first:begin])
            return following[0] == "es" and whole and cue.last_clause + 1 == view.by_sentence[opening.sentence][1]
    return cue.lemma != "heißen" or "es" in view.low[opening.start : view.clauses[cue.last_clause].end]


def is_comment(view: View, cue: Cue) -> bool:
    """*…, wie die Polizei sagte*: where the content before it ends."""
    clause = view.clauses[cue.clause]
    return (
        clause.kind == "w" and view.low[clause.start] == "wie" and bool(cue.frames & {"s", "v"})
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
    told = end < last and view.clauses[end].kind == "main" and _is_told(view, view.clauses[end])
    if told and parts and _is_reported(view, view.clauses[first:begin]):
        return parts  # the article itself goes on
    if end < last and (view.clauses[end].before != "-" or view.clauses[end].kind == "main"):
        stop = last
        if parts:
            for k in range(end, last):
                if _tells(view, k):
                    stop = k
                    break
        if stop > end:
            parts.append((view.clauses[end].start, view.clauses[stop - 1].end))
    return parts


def _tells(view: View, k: int) -> bool:
    """Whether behind the frame the article itself speaks on: a second indicative, a colon, words in marks."""
    clause = view.clauses[k]
    if clause.before in (":", ".") and (not mood(view, clause) or view.quoted[clause.start] >= 0):
        return True
    return clause.kind == "main" and not mood(view, clause) and view.low[clause.start] in _COORDINATE


def find_behind(view: View, cue: Cue, others: list[Cue]) -> Draft | None:
    """*…, sagte X.* and *…, sagte X, …*: the frame behind or inside its content."""
    if not is_behind(view, cue) or not cue.frames & {"v", "s"} or cue.lemma in _NOT_BEHIND:
        return None
    clause = view.clauses[cue.clause]
    first, last = view.by_sentence[clause.sentence]
    if first == cue.clause or clause.before not in (",", "–", "-") or view.low[clause.start] in _COORDINATE:
        return None  # also a second conjunct: X kam – und forderte mehr
    if cue.lemma == "heißen" and "es" not in view.low[clause.start : clause.start + 4]:
        return None
    speaker, of = frame_speaker(view, cue, cue.clause)
    reported = cue.passive and view.low[cue.head] in ("wird", "wurde", "wurden", "werden")
    if speaker is None and cue.lemma != "heißen" and not reported and cue.phrase != "bekannt":
        return None
    if cue.lemma == "finden" and (speaker is None or speaker.last < clause.end):
        return None  # er ging heim, fand seine Frau krank
    begin = _content_start(view, first, cue.clause)
    if not _is_content(view, cue, begin, speaker) or _goes_on(view, cue, begin, speaker, others):
        return None
    end = cue.last_clause + 1
    while end < last and belongs_to_frame(view, end) and end < cue.last_clause + 4:
        relative = view.tag[view.clauses[end].start] == "PRELS"
        if end + 1 < last and view.clauses[end].kind == "frag" and not relative and not _is_apposition(view, end):
            break
        end += 1
    if end < last and view.tag[view.clauses[end - 1].start] == "PRELS" and view.clauses[end].before in ("-", "–"):
        last = end  # the relative clause goes on behind its own parenthesis
    parts = _around(view, begin, cue.clause, end, last)
    if not parts:
        return None
    words = cue_words(view, cue)
    if view.low[clause.start] == "so":
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


def follows_report(view: View, cue: Cue) -> bool:
    """Whether a frame stands behind a clause in the Konjunktiv: *Er sei krank, sagte er, …*."""
    if not is_behind(view, cue):
        return False
    first = view.by_sentence[view.clauses[cue.clause].sentence][0]
    return _is_reported(view, view.clauses[_content_start(view, first, cue.clause) : cue.clause])


def _is_reported(view: View, left: list[Clause]) -> bool:
    """Whether one of the clauses is a statement in the Konjunktiv; *der Vorwurf, es sei so* is only its noun's."""
    nouns = reporting.nouns("content")
    for k, clause in enumerate(left):
        if clause.kind == "main" and mood(view, clause):
            before = left[k - 1] if k and left[k - 1].kind == "frag" and clause.finite != clause.start else None
            if before is None or not any(view.text[i] in nouns for i in range(before.start, before.end)):
                return True
    return False


def _content_start(view: View, first: int, frame: int) -> int:
    """First clause of the content before a frame: behind a colon, a stop, or clauses that only tell."""
    begin = max((k for k in range(first, frame) if view.clauses[k].before in (":", ".")), default=first)
    mains = [k for k in range(begin, frame) if view.clauses[k].kind == "main" and view.clauses[k].finite >= 0]
    told = [k for k in mains if _is_told(view, view.clauses[k])]
    reported = [k for k in mains if mood(view, view.clauses[k])]
    if not told or not reported or view.clauses[begin].kind != "main" or told[-1] > reported[0]:
        return begin
    start = told[-1] + 1
    while start < reported[0] and view.clauses[start].before == "," and view.clauses[start].kind in _DEPENDENT:
        start += 1
    cut = view.clauses[start].before in (",", ";", "–", "-") and view.clauses[start].finite != view.clauses[start].start
    return start if cut else begin


def _is_told(view: View, clause: Clause) -> bool:
    """A main clause surely in the indicative and outside of marks; *Sollte er kommen, …* is a condition."""
    if mood(view, clause) or view.quoted[clause.start] >= 0 or clause.finite == clause.start:
        return False
    return not (view.tag[clause.finite] == "VVFIN" and view.low[clause.finite].endswith(("te", "ten")))


def _is_content(view: View, cue: Cue, begin: int, speaker: Phrase | None) -> bool:
    """Whether the clauses before the frame can be what is said with it."""
    left = view.clauses[begin : cue.clause]
    clause = view.clauses[cue.clause]
    if any(view.quoted[c.start] >= 0 for c in left) or _is_reported(view, left) or view.low[clause.start] == "so":
        return True
    if mood(view, clause) == 1 or (speaker is not None and speaker.first < clause.start):
        return False  # …, habe er gesagt; X kam, sagte aber nichts
    opening = left[0]
    if opening.kind == "that":
        return view.low[opening.opener] != "ob" or cue.lemma in ("fragen", "bezweifeln", "zweifeln")
    mains = [c for c in left if c.kind == "main" and c.finite >= 0 and not _is_subordinate(view, c)]
    if mains:
        return speaker is None or cue.lemma in ("heißen", "lauten") or _can_say(view, speaker)
    following = cue.last_clause + 1
    while following + 1 < view.by_sentence[clause.sentence][1] and belongs_to_frame(view, following):
        following += 1
    if opening.kind not in ("sub", "frag") or following >= view.by_sentence[clause.sentence][1]:
        return False
    return view.clauses[following].kind == "main" and mood(view, view.clauses[following]) > 0


def _can_say(view: View, speaker: Phrase) -> bool:
    return can_speak(view, speaker) or view.tag[speaker.head] != "NN" or reporting.is_person(view.text[speaker.head])


def _is_subordinate(view: View, clause: Clause) -> bool:
    """*Wenige Tage bevor sie kam*: a conjunction behind the first words, the verb at the end."""
    inner = [i for i in range(clause.start, clause.finite) if view.tag[i] == "KOUS"]
    return bool(inner) and clause.finite >= clause.end - 2


def _goes_on(view: View, cue: Cue, begin: int, speaker: Phrase | None, others: list[Cue]) -> bool:
    """Whether the verb is a second conjunct: *X kritisierte den Plan, forderte aber …*."""
    left = view.clauses[begin : cue.clause]
    if cue.head + 1 < len(view.low) and view.low[cue.head + 1] in _CONTRAST:
        return True
    if any(view.quoted[c.start] >= 0 for c in left) or _is_reported(view, left):
        return False
    if speaker is not None and speaker.first == cue.head + 1:
        return False
    return (
        bool(cue.frames & {"q"})
        and len(left) <= 2
        and any(
            c.clause == begin and view.clauses[begin].kind == "main" and view.clauses[begin].finite == c.head
            for c in others
            if c is not cue and c.head < cue.head
        )
    )


def _is_apposition(view: View, k: int) -> bool:
    clause = view.clauses[k]
    phrase = phrase_from(view, clause.start, clause.end, fronted=True)
    return phrase is not None and phrase.last == clause.end


def is_behind(view: View, cue: Cue) -> bool:
    """Whether the cue opens its clause after a comma: a frame behind or inside its content."""
    clause = view.clauses[cue.clause]
    if not clause.before or clause.kind not in ("main", "frag") or view.low[cue.head] in ("sollte", "sollten"):
        return False  # …, sollte er das sagen: a condition
    return opens_with_verb(view, clause, cue.head)


def cue_words(view: View, cue: Cue) -> list[int]:
    """The words of the cue with *es* and the adverb that stands for the content (*davon*)."""
    if cue.lemma == "heißen":
        near = [i for i in (cue.head + 1, cue.head + 2, cue.head - 1) if 0 <= i < len(view.low) and view.low[i] == "es"]
        return sorted([*cue.words, *near[:1]])
    clause = view.clauses[cue.last_clause]
    if cue.lemma in ("ausgehen", "hinweisen", "plädieren", "rechnen", "warnen", "begründen", "bestehen", "sprechen"):
        extra = [i for i in range(clause.start, clause.end) if view.low[i] in ADVERB_OF_CONTENT]
        return sorted({*cue.words, *extra[-1:]})
    return cue.words


def belongs_to_frame(view: View, k: int) -> bool:
    """Whether the clause behind a frame still describes who speaks: an apposition or a relative clause."""
    clause = view.clauses[k]
    if clause.kind == "rel":
        return True
    if clause.kind == "w" and view.low[clause.start] == "wie" and clause.finite >= 0:
        return view.low[clause.finite] in ("nennt", "nennen", "nannte", "nannten")  # wie sich die Gruppe nennt
    return (
        clause.kind == "frag"
        and clause.before in (",", "–")
        and all(view.quoted[i] < 0 for i in (clause.start, clause.end - 1))
    )


ADVERB_OF_CONTENT = frozenset(
    {"davon", "darauf", "dafür", "dagegen", "damit", "dazu", "darum", "daran", "darüber", "davor"}
)
_DEPENDENT = frozenset({"rel", "that", "inf"})
_CONTRAST = frozenset("aber jedoch allerdings zugleich gleichzeitig".split())
_GRADED = ("ADJD", "ADV", "PIAT", "PIS")
_NO_COMMENT = frozenset(
    """wünschen erhoffen wissen planen vorsehen vorhaben beabsichtigen bestehen denken erwarten verfügen attackieren
    angreifen verdächtigen kennen hoffen freuen drängen""".split()
)
_NOT_BEHIND = frozenset(
    "sprechen reden unterstützen verbieten bestehen angreifen feststellen verfügen genehmigen einladen erlauben".split()
)
