"""Sources named in a phrase: laut X, X zufolge, nach Angaben von X, seiner Meinung nach, so X, demnach."""

from __future__ import annotations

from briefing.analyse.quotes_cues import find_cues
from briefing.analyse.quotes_indirect import Draft, Range
from briefing.analyse.quotes_mood import mood
from briefing.analyse.quotes_phrases import Phrase, phrase_from, phrases_in, with_apposition
from briefing.analyse.quotes_pointing import find_pointing, points_back
from briefing.analyse.quotes_sources_ends import within_source
from briefing.analyse.quotes_speakers_source import is_statement
from briefing.analyse.quotes_subjects import can_speak
from briefing.analyse.quotes_view import View
from briefing.german import reporting

_LAUT = frozenset({"laut", "lt.", "zufolge", "gemäß", "nach", "aus"})
_SIGHT = frozenset({"Sicht", "Perspektive"})
_OCCASIONS = ("rede", "interview", "tweet")
_EVENTS = frozenset("Beschluss Erklärung Erklärungen Antwort Brief Schreiben Urteil Meldung Anklage Ansage".split())
_DURATION = (
    "langen",
    "langem",
    "langer",
    "stündigen",
    "tägigen",
    "wöchigen",
    "monatigen",
    "jährigen",
)  # nach tagelangen Berichten
_NUMBERING = frozenset({"weit", "viel", "wie", "etwas"})


def find_sources(view: View) -> list[Draft]:
    """Sentences and clauses attributed by a prepositional phrase or by *so* and a name."""
    found: list[Draft] = []
    for i, low in enumerate(view.low):
        if view.quoted[i] >= 0 or view.clause_at[i] < 0 or view.bracketed[i]:
            continue
        draft = None
        if low in _LAUT:
            draft = _prepositional(view, i)
        elif low == "so":
            draft = _so(view, i)
        elif low in ("demnach", "demzufolge", "wonach") or (
            low == "danach" and i == view.sentences[view.sentence[i]][0]
        ):
            draft = _pronominal(view, i)
        if draft:
            found.append(draft)
    if any(points_back(view, first) for first, _ in view.sentences):
        named = {view.sentence[draft.content[0][0]] for draft in found}
        found += find_pointing(view, find_cues(view), named)
    return found


def _prepositional(view: View, i: int) -> Draft | None:
    clause = view.clauses[view.clause_at[i]]
    low = view.low[i]
    if low == "zufolge" or (low in ("nach", "gemäß") and _is_postposition(view, i)):
        before = [p for p in phrases_in(view, clause.start, i) if p.last == i]
        if not before:
            return None
        phrase = _reach_back(view, clause.start, i, before[-1])
        if low != "zufolge" and not _statement(view, phrase):
            return None
        return _attributed(view, (phrase.first, i + 1), phrase, [i], f"source/{low}")
    mistagged = low == "laut" and i + 1 < clause.end and view.tag[i] == "ADJD" and view.noun(i + 1)
    if view.tag[i] in ("ADJD", "ADV", "PTKVZ", "KOKOM") and not mistagged:
        return None
    phrase_ = phrase_from(view, i + 1, clause.end, fronted=True)
    if phrase_ is None or phrase_.last <= i + 1:
        return None
    phrase = within_source(view, phrase_)
    if low == "nach" and any(view.low[j].endswith(_DURATION) for j in range(phrase.first, phrase.head)):
        return None
    named = low == "gemäß" and view.tag[phrase.head] == "NE"
    if low in ("nach", "gemäß") and not named and not _statement(view, phrase):
        return None
    if low == "nach" and (_is_occasion(view, phrase) or _is_event(view, phrase)):
        return None
    if low == "aus" and not _is_view(view, phrase):
        return None
    if view.low[phrase.head] in ("ende", "worten") and low == "laut":
        return None
    phrase = with_apposition(view, phrase)
    return _attributed(view, (i, phrase.last), phrase, [i], f"source/{low}")


def _is_view(view: View, phrase: Phrase) -> bool:
    """*aus Sicht der Stadt*, *aus ihrer Sicht*; not *aus deutscher Sicht*, *aus heutiger Sicht*."""
    if view.text[phrase.first] in _SIGHT:
        return phrase.last > phrase.first + 1
    return view.text[phrase.head] in _SIGHT and view.tag[phrase.first] != "ADJA"


def _is_occasion(view: View, phrase: Phrase) -> bool:
    """Whether the first noun is something that is over: *nach seiner Rede*, *nach einem Interview*."""
    noun = next((view.low[j] for j in range(phrase.first, phrase.last) if view.noun(j)), "")
    return noun.endswith(_OCCASIONS)


def _is_event(view: View, phrase: Phrase) -> bool:
    """*nach dem Beschluss*, *nach Piazolos Erklärung*: when something was; not *nach einem Urteil des Gerichts*."""
    return phrase.last == phrase.head + 1 and view.text[phrase.head] in _EVENTS


def _is_postposition(view: View, i: int) -> bool:
    """*seiner Meinung nach*: a statement noun directly before, no noun phrase directly behind."""
    if i == 0 or view.text[i - 1] not in reporting.nouns("statement"):
        return False
    if view.low[i + 1 : i + 2] in (["außen"], ["innen"], ["oben"], ["unten"], ["vorn"], ["draußen"]):
        return False  # als die ersten Meldungen nach außen drangen
    return (
        view.tag[i] in ("APPO", "PTKVZ")
        or i + 1 >= len(view.low)
        or not (view.noun(i + 1) or view.tag[i + 1] in ("ART", "ADJA"))
    )


def _reach_back(view: View, first: int, end: int, phrase: Phrase) -> Phrase:
    """With *zufolge* the whole chain before it: *einem Bericht der Zeitung „X“ zufolge*."""
    begin = phrase.first
    for candidate in reversed(phrases_in(view, first, end)):
        low = view.low[candidate.first]
        if candidate.last < begin and not all(
            view.tag[j].startswith("APPR") or view.tag[j] == "$(" for j in range(candidate.last, begin)
        ):
            break
        begin = candidate.first
        if (
            low in ("dem", "den", "einem", "der", "einer", "ersten", "eigenen", "ihrem", "ihren", "seinen", "seinem")
            and candidate.preposition < 0
        ):
            break
        if candidate.preposition < 0 and view.text[candidate.head] in reporting.nouns("statement"):
            break
    return Phrase(begin, end, phrase.head)


def _statement(view: View, phrase: Phrase) -> bool:
    return any(is_statement(view.text[j]) for j in range(phrase.first, phrase.head + 1))


def _so(view: View, i: int) -> Draft | None:
    number = view.clause_at[i]
    clause = view.clauses[number]
    if clause.start != i or clause.finite >= 0 or clause.before not in (",", "–", "-", "") or i + 1 >= clause.end:
        return None
    first, last = view.by_sentence[clause.sentence]
    begins = view.sentences[clause.sentence][0] == i
    if begins and not (i and view.quoted[i - 1] >= 0):
        return None
    phrase = phrase_from(view, i + 1, clause.end)
    if phrase is None or view.low[i + 1] in _NUMBERING or view.tag[i + 1] in ("ADJD", "ADV", "PTKNEG"):
        return None
    if not (view.noun(phrase.head) or view.tag[phrase.head] in ("PPER", "PDS")):
        return None
    if view.low[i + 1] in ("einen", "einem", "eines"):
        return None  # so einen historischen Schritt
    if view.low[i + 1] in ("ein", "eine") and not can_speak(view, phrase):
        return None  # so eine leere Bühne
    phrase = with_apposition(view, phrase)
    end = view.clause_at[phrase.last - 1] + 1
    stop = view.clauses[end - 1].end
    while end < last and view.clauses[end].kind == "rel":
        stop = view.clauses[end].end
        end += 1
    parts: list[Range] = []
    if number > first:
        parts.append((view.clauses[first].start, view.clauses[number - 1].end))
    if end < last:
        parts.append((view.clauses[end].start, view.clauses[last - 1].end))
    if not parts:
        return None
    frame = (i - 1 if clause.before == "," else i, stop + (1 if end < last else 0))
    return Draft("indirect", parts, phrase, [i], [frame], rule="source/so")


def _pronominal(view: View, i: int) -> Draft | None:
    number = view.clause_at[i]
    clause = view.clauses[number]
    low = view.low[i]
    last = view.by_sentence[clause.sentence][1]
    if low == "danach" and not (
        mood(view, clause) == 1 or (clause.finite >= 0 and view.low[clause.finite] in ("soll", "sollen"))
    ):
        return None
    if low == "wonach":
        end = number + 1
        while end < last and view.clauses[end].kind != "main":
            end += 1
        if clause.end <= i + 1:
            return None
        return (
            Draft(
                "indirect",
                [(i + 1, view.clauses[end - 1].end)],
                None,
                [i],
                [(i, i + 1)],
                rule="source/wonach",
                speaker_of="last",
            )
            if clause.start == i
            else None
        )
    parts = [(a, b) for a, b in ((clause.start, i), (i + 1, view.clauses[last - 1].end)) if b > a]
    if not parts:
        return None
    return Draft("indirect", parts, Phrase(i, i + 1, i), [i], [(i, i + 1)], rule=f"source/{low}", speaker_of="last")


def _is_told(view: View, number: int) -> bool:
    """Whether a frame stands before the clause: *Meier schreibt, nach Ansicht der Stadt sei das falsch*."""
    clause, before = view.clauses[number], view.clauses[number - 1]
    if clause.kind != "main" or not mood(view, clause) or clause.before != "," or before.finite < 0:
        return False
    return before.kind == "main" and not mood(view, before) and clause.finite > clause.start


def _attributed(view: View, frame: Range, phrase: Phrase, cue: list[int], rule: str) -> Draft | None:
    """The sentence, or the subordinate clause, in which the phrase stands, without the phrase."""
    number = view.clause_at[frame[0]]
    clause = view.clauses[number]
    first, last = view.by_sentence[clause.sentence]
    begin, end = first, last
    if clause.kind in ("sub", "rel", "that", "w"):
        begin, end = number, number + 1
        while end < last and view.clauses[end].kind != "main" and view.clauses[end].before == ",":
            end += 1
    elif number > first and (view.clauses[number].before in (";", ":") or _is_told(view, number)):
        begin = number
    start, stop = view.clauses[begin].start, view.clauses[end - 1].end
    after = frame[1]
    if after < stop and view.text[after] == "," and view.clause_at[after - 1] != number:
        after += 1
    parts: list[Range] = []
    left_end = frame[0]
    while left_end > start and view.text[left_end - 1] in (",", "–", "-"):
        left_end -= 1
    if left_end > start:
        parts.append((start, left_end))
    while after < stop and view.text[after] in (",", "–", "-"):
        after += 1
    if after < stop:
        parts.append((after, stop))
    if not parts:
        return None
    return Draft("indirect", parts, phrase, cue, [(frame[0], frame[1])], rule=rule)
