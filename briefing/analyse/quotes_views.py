"""What somebody expects or thinks of something, told without words of theirs: forecasts and judgements.

*X rechnet mit einem Minus von 5 Prozent* · *X geht von Brandstiftung aus* · *X hält das für falsch* · *X sieht keine
Gefahr*. They are reported acts, and words in marks inside them are words of who expects or judges.
"""

from __future__ import annotations

from briefing.analyse.quotes_clauses import Clause
from briefing.analyse.quotes_cues import Cue
from briefing.analyse.quotes_draft import Draft, Range
from briefing.analyse.quotes_mood import mood
from briefing.analyse.quotes_phrases import Phrase
from briefing.analyse.quotes_shape import looks_like_title, words_of
from briefing.analyse.quotes_subjects import can_speak, frame_start, subject_of
from briefing.analyse.quotes_view import View
from briefing.german import reporting

_WITH = {
    "rechnen": ("mit",), "kalkulieren": ("mit",), "ausgehen": ("von", "vom"), "schätzen": ("auf",),
    "taxieren": ("auf",), "beziffern": ("auf", "mit"), "veranschlagen": ("auf", "mit"),
}  # fmt: skip
_AMOUNT = frozenset({"schätzen", "taxieren", "beziffern", "veranschlagen", "annehmen", "einplanen", "einkalkulieren"})
_SPEECH = frozenset("Rede Vortrag Ansprache Plädoyer Laudatio Predigt Vorlesung Daumen".split())
_GRADES = frozenset(
    """kritisch skeptisch positiv negativ gelassen anders ähnlich pessimistisch optimistisch zwiespältig problematisch
    bestätigt gefährdet bedroht benachteiligt überfordert gerechtfertigt""".split()
)
# Adverbs that look like judgements: findet schnell Anhänger.
_MANNER = frozenset(
    """schnell leicht schwer wieder kaum endlich oft häufig überall regelmäßig zunehmend bald rasch statt dort hier
    zeitgleich digital online virtuell täglich jährlich""".split()
)
_ARTICLES = frozenset("ein eine einen einem einer kein keine keinen keinem keiner darin als".split())
# Verbs whose object tells the stance without a clause: fordert den Rücktritt, weist den Vorwurf zurück.
_STANCES = frozenset(
    """fordern einfordern verlangen zurückweisen bestreiten dementieren kritisieren bemängeln monieren rügen verurteilen
    begrüßen loben würdigen ablehnen vorwerfen empfehlen befürworten anprangern zusagen vorschlagen anmahnen""".split()
)
_PLACES = frozenset({"hintergrund", "vordergrund", "untergrund"})
_SURELY = frozenset("kein keine keinen keinerlei in im darin".split())
_NOBODY = frozenset({"man", "ich", "wir", "du", "ihr", "es", "wer", "niemand", "keiner", "das", "dies", "was", "alle"})


def find_views(view: View, cues: list[Cue], drafts: list[Draft]) -> list[Draft]:
    """Forecasts and judgements by the verbs `cues` in clauses that are neither content nor frame of `drafts`."""
    taken = {i for d in drafts if d.kind != "reported" for a, b in (*d.content, *d.frame) for i in range(a, b)}
    taken |= {i for d in drafts if d.kind == "reported" for a, b in d.content for i in range(a, b)}
    found: list[Draft] = []
    done: set[int] = set()
    for cue in cues:
        if cue.head in taken or cue.clause in done:
            continue
        speaker = holder_of(view, cue)
        if speaker is None or not _tells(view, cue, speaker):
            continue
        done.add(cue.clause)
        rule = "reported/forecast" if "p" in cue.frames else "reported/judgement"
        found.append(Draft("reported", [_extent(view, cue)], speaker, rule=rule, cue_of=cue))
    return found


def name_stances(view: View, acts: list[Draft]) -> list[Draft]:
    """The acts, those by a sure rule of their own with which somebody demands, rejects or blames something named."""
    for act in acts:
        if act.rule == "reported/object" and _is_stance(view, act):
            act.rule = "reported/stance"
    return acts


def _is_stance(view: View, act: Draft) -> bool:
    cue, speaker = act.cue_of, act.speaker
    if cue is None or speaker is None or cue.passive or cue.lemma not in _STANCES or not can_speak(view, speaker):
        return False
    clause = view.clauses[cue.clause]
    if clause.kind != "main" or view.blocks[clause.sentence] in ("headline", "heading"):
        return False
    if view.tag[clause.finite].startswith("VM") or view.tag[speaker.first] in ("PRELS", "PDS", "PIS"):
        return False
    start, end = act.content[0]
    if view.quoted[start] >= 0 or any(view.text[i] in ".!?" and view.quoted[i] >= 0 for i in range(start, cue.head)):
        return False  # words in marks with a second verb behind their frame
    return any(view.tag[i] == "NN" and not speaker.first <= i < speaker.last for i in range(start, end))


def goes_on_told(view: View, draft: Draft) -> bool:
    """Whether its sentence goes on in the Konjunktiv: *X sieht das positiv: Man sei froh.*"""
    begin, end = view.by_sentence[view.sentence[draft.content[0][0]]]
    return any(c.kind == "main" and mood(view, c) == 1 for c in view.clauses[begin:end])


def inside_view(view: View, first: int, last: int, by_clause: dict[int, list[Cue]]) -> Draft | None:
    """Words in marks in such a clause: *sieht eine „Kampagne“*, *findet das „nicht mehr witzig“*."""
    number = view.clause_at[first]
    for cue in by_clause.get(number, ()):
        speaker = holder_of(view, cue)
        if speaker is None or speaker.first <= first < speaker.last or not _follows(view, cue, first, last):
            continue
        clause = view.clauses[cue.clause]
        frame = [(a, b) for a, b in ((clause.start, first), (last, view.clauses[cue.last_clause].end)) if b > a]
        return Draft("direct", [(first, last)], speaker, list(cue.words), frame, rule="direct/view", cue_of=cue)
    return None


def _follows(view: View, cue: Cue, first: int, last: int) -> bool:
    """Whether the words in marks can be what is expected or thought, and no title or name."""
    if first < cue.head and first > view.clauses[cue.clause].start + 1:
        return False
    if cue.lemma in _WITH and not any(view.low[i] in _WITH[cue.lemma] for i in range(first - 3, first)):
        return False
    words = words_of(view, first, last)
    bare = not words or (looks_like_title(view, words) and view.low[first - 1] not in _ARTICLES)
    return not bare or (cue.lemma == "halten" and view.low[first - 1] == "für")


def holder_of(view: View, cue: Cue) -> Phrase | None:
    """Who expects or judges: the subject of a sure clause, if it is somebody."""
    clause = view.clauses[cue.clause]
    if cue.passive or clause.kind not in ("main", "sub") or clause.finite < 0 or mood(view, clause):
        return None
    if clause.kind == "sub" and view.low[clause.opener] in ("wenn", "ob", "falls", "damit", "sofern", "sobald"):
        return None
    if view.tag[clause.finite].startswith("VM") or view.low[clause.finite] in ("wird", "werden"):
        return None
    if view.text[view.sentences[clause.sentence][1] - 1] == "?":
        return None
    speaker = subject_of(view, cue, frame_start(view, cue))
    if speaker is None or view.text[speaker.first] == "Sie":
        return None
    if speaker.last == speaker.first + 1 and view.low[speaker.first] in _NOBODY:
        return None
    named = can_speak(view, speaker) or (
        view.tag[speaker.head] == "NN" and reporting.is_person(view.text[speaker.head])
    )
    return speaker if named and view.tag[speaker.first] not in ("PRELS", "PIS", "PDS") else None


def _tells(view: View, cue: Cue, speaker: Phrase) -> bool:
    clause = view.clauses[cue.clause]
    last = view.clauses[cue.last_clause].end
    rest = [i for i in range(clause.start, last) if not speaker.first <= i < speaker.last and i not in cue.words]
    if "p" in cue.frames:
        return _expects(view, cue, rest)
    following = cue.last_clause + 1
    end = view.by_sentence[clause.sentence][1]
    told = following < end and view.clauses[following].kind in ("that", "inf")
    if not told and not any(view.noun(i) for i in rest):
        return False  # sieht das ähnlich: nothing that could stand by itself
    return _judges(view, cue, clause, rest)


def _expects(view: View, cue: Cue, rest: list[int]) -> bool:
    """An amount or a change is expected; with the preposition of the verb anything."""
    nouns = [i for i in rest if view.tag[i] == "NN"]
    amount = any(view.tag[i] == "CARD" and not _is_year(view, i) for i in rest)
    if cue.lemma in _WITH:
        governs = [i for i in rest if view.low[i] in _WITH[cue.lemma] and view.tag[i].startswith("APPR")]
        expected = [i for i in governs if any(i < j <= i + 6 for j in nouns)]
        return bool(expected) and (amount or cue.lemma not in _AMOUNT)
    if cue.lemma in _AMOUNT:
        return amount and bool(nouns)
    return any(reporting.ends_like(view.text[i], "change") for i in nouns) or (amount and bool(nouns))


def _is_year(view: View, i: int) -> bool:
    return len(view.text[i]) == 4 and view.text[i].isdigit() and view.text[i][:2] in ("19", "20")


def _judges(view: View, cue: Cue, clause: Clause, rest: list[int]) -> bool:
    if cue.lemma == "halten":
        return _holds_for(view, [*rest, *_behind_relative(view, cue)])
    if cue.lemma == "erklären":
        return _declares(view, rest)
    end = [i for i in (*rest, *_behind_relative(view, cue)) if i > cue.head] if clause.kind == "main" else rest
    nouns = [i for i in rest if view.tag[i] == "NN"]
    final = end[-1] if end else -1
    if cue.lemma in ("finden", "empfinden"):
        object_ = bool(nouns) or any(view.low[i] in ("es", "das", "dies") for i in rest)
        return final >= 0 and view.tag[final] == "ADJD" and view.low[final] not in _MANNER and object_
    if cue.lemma == "sehen":
        if final >= 0 and view.tag[final] in ("ADJD", "VVPP") and view.low[final] in _GRADES:
            return True
        if view.low[cue.head] in ("sah", "sahen") and not any(view.low[i] in _SURELY for i in rest):
            return False  # die Zuschauer sahen eine Chance
        if any(view.low[i] == "sich" for i in rest):
            return False
        return any(reporting.ends_like(view.text[i], "seen") and view.low[i] not in _PLACES for i in nouns)
    return any(i > cue.head for i in nouns)


def _behind_relative(view: View, cue: Cue) -> range:
    """The rest of a clause that a relative clause interrupts: *findet den Tag, den er nicht mag, falsch*."""
    k, last = cue.last_clause + 1, view.by_sentence[view.clauses[cue.clause].sentence][1]
    while k < last and view.clauses[k].kind == "rel":
        k += 1
    rest = view.clauses[k] if cue.last_clause + 1 < k < last else None
    if rest is None or rest.kind != "frag" or rest.end - rest.start > 3:
        return range(0)
    return range(rest.start, rest.end)


def _holds_for(view: View, rest: list[int]) -> bool:
    """*hält … für falsch*, *hält … für einen Fehler*: not *hält eine Rede für …*."""
    if any(view.text[i] in _SPEECH for i in rest):
        return False
    for i in rest:
        if view.low[i] != "für":
            continue
        behind = [j for j in rest if j > i]
        if behind and view.tag[behind[-1]] in ("ADJD", "VVPP", "VVIZU"):
            return True
        if behind and view.low[behind[0]] in ("ein", "eine", "einen") and len(behind) <= 6:
            return True
    return False


def _declares(view: View, rest: list[int]) -> bool:
    """*erklärt den Kampf zu einem seiner wichtigsten Ziele*: nothing but the noun phrase follows the preposition."""
    at = next((i for i in reversed(rest) if view.low[i] in ("zu", "zum", "zur") and view.tag[i].startswith("APPR")), -1)
    behind = [i for i in rest if i > at]
    return (
        at >= 0 and bool(behind) and view.tag[behind[-1]] == "NN" and reporting.ends_like(view.text[behind[-1]], "aim")
    )


def _extent(view: View, cue: Cue) -> Range:
    """The clause with what depends on it and the full stop behind it."""
    clause = view.clauses[cue.clause]
    last = view.by_sentence[clause.sentence][1]
    k = cue.last_clause + 1
    while k < last and view.clauses[k].before in (",", "–", "(") and view.clauses[k].kind not in ("main", "sub", "w"):
        k += 1
    stop = view.sentences[clause.sentence][1] if k == last else view.clauses[k - 1].end
    return clause.start, stop
