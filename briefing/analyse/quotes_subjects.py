"""The subject of a reporting verb, also where appositions and relative clauses stand between."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from briefing.analyse.quotes_agreement import disagrees, is_feminine_object
from briefing.analyse.quotes_clauses import Clause
from briefing.analyse.quotes_cues import Cue
from briefing.analyse.quotes_mood import mood
from briefing.analyse.quotes_phrases import (
    OBLIQUE,
    Phrase,
    is_name,
    is_time,
    names_time,
    phrase_from,
    phrases_in,
    with_apposition,
)
from briefing.analyse.quotes_speakers_source import behind_attribute
from briefing.analyse.quotes_view import View
from briefing.german import reporting
from briefing.german.titles import title_of

_PARTICIPLE = re.compile(r"(?:\w{2,5})?ge[a-zäöüß]{2,12}(?:t|en)|[a-zäöüß]+iert|(?:be|ver|er|ent)[a-zäöüß]+t")
_BEFORE = frozenset("und auch doch aber selbst sogar denn sowohl".split())
_RELATIVE = frozenset({"der", "die", "das", "welcher", "welche", "welches"})


def frame_start(view: View, cue: Cue) -> int:
    """First clause of the frame: an interrupted subject reaches back over appositions and relative clauses."""
    number = cue.clause
    clause = view.clauses[number]
    first = view.by_sentence[clause.sentence][0]
    if clause.kind != "main" or clause.finite != _first_word(view, clause):
        return number
    back = number
    while (
        back - 1 >= first
        and view.clauses[back - 1].kind in ("frag", "rel", "inf")
        and view.clauses[back].before in (",", "–", "-")
    ):
        back -= 1
    if (
        back == number
        or view.clauses[back].kind != "frag"
        or (back > first and view.clauses[back].before not in ("", ":", ";"))
    ):
        return number
    if _has_own_subject(view, clause):
        return number
    opening = _opening(view, view.clauses[back])
    if opening is not None and _is_participle(view, opening) and not view.low[clause.finite].endswith("en"):
        return number
    if opening is None or opening.last < view.clauses[back].end or view.quoted[view.clauses[back].start] >= 0:
        return number
    return back


def _opening(view: View, clause: Clause) -> Phrase | None:
    """The phrase with which the frame begins, behind *und*, *auch*: *Und der Chef, Peter Meier, sagte: …*."""
    at = clause.start
    while at + 1 < clause.end and view.low[at] in _BEFORE:
        at += 1
    return phrase_from(view, at, clause.end, fronted=True)


def _has_own_subject(view: View, clause: Clause) -> bool:
    """Whether a certain nominative follows the finite verb at once: *…, fügte er hinzu, …*."""
    i = clause.finite + 1
    if i >= clause.end:
        return False
    if view.tag[i] == "PPER":
        return view.low[i] in ("er", "sie", "wir", "ich", "man", "es")
    return (
        view.tag[i] == "NE"
        or view.low[i] in ("man", "er")
        or (view.low[i] in ("der", "ein") and view.doc[view.index[i]].morph.get("Case", []) == ["Nom"])
    )


def _is_participle(view: View, phrase: Phrase) -> bool:
    """*Angesprochen auf die Bilder, sagte er*: a capitalised participle, which would be a plural as a noun."""
    i = phrase.first
    behind = i + 1 < len(view.tag) and view.tag[i + 1].startswith("APPR")
    return behind and view.tag[i] not in ("ART", "NE") and _PARTICIPLE.fullmatch(view.low[i]) is not None


def _first_word(view: View, clause: Clause) -> int:
    i = clause.start
    while i + 1 < clause.end and (view.bracketed[i] or view.low[i] in ("so", "auch", "und", "aber", "doch", "sondern")):
        i += 1
    return i


def subject_of(view: View, cue: Cue, begin: int) -> Phrase | None:
    """The subject of a reporting verb (the agent of a passive), or None; `begin` is the first frame clause."""
    clause = view.clauses[cue.clause]
    if clause.kind == "inf":
        return _purpose_of(view, cue)
    if begin < cue.clause:
        phrase = _opening(view, view.clauses[begin])
        return with_apposition(view, phrase) if phrase else None
    if cue.passive and clause.finite < 0 and view.low[clause.start] == "wie":
        cue = replace(cue, passive=False)  # wie die Zeitung berichtet: a finite verb that looks like a participle
    best: tuple[int, Phrase] | None = None
    barred = reporting.prepositional(cue.lemma)
    phrases = phrases_in(view, clause.start, clause.end, clause.finite, barred)
    for phrase in phrases:
        score = _score(view, cue, clause, phrase)
        if score > 0 and (best is None or _better(view, (score, phrase), best, clause)):
            best = (score, phrase)
    if best is None and clause.kind == "rel" and not cue.passive and view.low[clause.start] in _RELATIVE:
        return Phrase(clause.start, clause.start + 1, clause.start)
    if best is None and not cue.passive:
        return _subject_before(view, cue)
    if best and cue.lemma == "zitieren" and not cue.passive:
        best = (0, _quoted_person(phrases, best[1]))
    return with_apposition(view, best[1]) if best else None


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
                return _whole(view, phrase, clause.end), "source"
        return None, ""
    subject = subject_of(view, cue, begin)
    if subject is None and cue.passive:
        inside = body_inside(view, view.clauses[cue.clause])
        return inside, "source" if inside else ""
    return subject, ""


def body_inside(view: View, clause: Clause) -> Phrase | None:
    """The body in which something is said: *Im Ministerium wurde betont, …*, *Bei der Polizei wird vermutet, …*."""
    for phrase in phrases_in(view, clause.start, clause.end, clause.finite):
        if phrase.preposition < 0 or view.low[phrase.preposition] not in ("in", "im", "bei", "beim"):
            continue
        noun = view.text[phrase.head]
        if view.tag[phrase.head] == "NN" and reporting.is_institution(noun) and title_of(noun) is None:
            return phrase
    return None


def _whole(view: View, phrase: Phrase, limit: int) -> Phrase:
    """The phrase from its article on, where it is an attribute: *aus einer im Magazin X erschienenen Studie*."""
    article = phrase.preposition - 1
    if article < 1 or not view.tag[article - 1].startswith("APPR"):
        return phrase
    noun = behind_attribute(view, article, limit)
    behind = phrase_from(view, noun, limit, fronted=True) if noun else None
    return Phrase(article, behind.last, behind.head, article - 1) if behind else phrase


def _purpose_of(view: View, cue: Cue) -> Phrase | None:
    """*X nahm an, um den nächsten Schritt anzukündigen: „…“*: with *um* and *ohne* the subject of the main clause."""
    clause = view.clauses[cue.clause]
    if view.low[clause.start] not in ("um", "ohne"):
        return None
    first = view.by_sentence[clause.sentence][0]
    for k in range(cue.clause - 1, first - 1, -1):
        other = view.clauses[k]
        if other.kind == "main" and other.finite >= 0 and view.quoted[other.finite] < 0:
            verb = Cue([other.finite], other.finite, k, k, "", frozenset())
            subject = subject_of(view, verb, frame_start(view, verb))
            return subject if subject is not None and can_speak(view, subject) else None
    return None


def _subject_before(view: View, cue: Cue) -> Phrase | None:
    """*X nannte den Plan gut, sagte aber: …*: a clause that begins with its verb goes on with the subject before it."""
    clause = view.clauses[cue.clause]
    first = view.by_sentence[clause.sentence][0]
    if clause.kind != "main" or clause.finite != _first_word(view, clause) or clause.before not in (",", "und", "aber"):
        return None
    for k in range(cue.clause - 1, first - 1, -1):
        other = view.clauses[k]
        if other.kind != "main" or other.finite < 0 or other.start == other.finite:
            continue
        if mood(view, other) or view.quoted[other.finite] >= 0:
            return None
        verb = Cue([other.finite], other.finite, k, k, "", frozenset())
        subject = subject_of(view, verb, frame_start(view, verb))
        return subject if subject is not None and can_speak(view, subject) else None
    return None


def _better(view: View, new: tuple[int, Phrase], best: tuple[int, Phrase], clause: Clause) -> bool:
    """A person beside what cannot speak, whatever the parser says (*nannte Meier eine Zahl*), else the score."""
    persons = [_is_somebody(view, p) and not disagrees(view, clause.finite, p) for p in (new[1], best[1])]
    if persons[0] != persons[1] and not can_speak(view, best[1] if persons[0] else new[1]):
        return persons[0]
    return new[0] > best[0]


def _is_somebody(view: View, phrase: Phrase) -> bool:
    """Whether the phrase names a person or a single bearer of a function: *der Vorsitzende des Rates*."""
    if view.person[phrase.head]:
        return True
    plural = view.doc[view.index[phrase.head]].morph.get("Number", []) == ["Plur"]
    single = view.low[phrase.first] in ("der", "die", "ein", "eine") and not plural
    return single and title_of(view.text[phrase.head]) is not None


def _quoted_person(phrases: list[Phrase], subject: Phrase) -> Phrase:
    """*X zitiert Y mit den Worten*: Y speaks, if it is named."""
    return next((p for p in phrases if p.preposition < 0 and p.first > subject.first), subject)


def _score(view: View, cue: Cue, clause: Clause, phrase: Phrase) -> int:
    low, head = view.low[phrase.first], view.low[phrase.head]
    if any(phrase.first <= w < phrase.last for w in cue.words):
        return 0
    if cue.passive and cue.lemma != "zitieren":
        agent = phrase.preposition >= 0 and view.low[phrase.preposition] in ("von", "vom", "durch", "seitens")
        return 5 if agent and not is_time(head) else 0
    if phrase.preposition >= 0 and not _is_conjunction(view, clause, phrase.preposition):
        return 0
    if names_time(view, phrase.head):
        return 0
    owned = low in ("deren", "dessen") and phrase.last > phrase.first + 1  # ließ sich deren Chefin zitieren
    if (low in OBLIQUE and not owned) or (low in ("und", "sowie", "oder") and phrase.first > clause.start):
        return 0
    if low in ("es", "anderes") or (low in ("dies", "das", "was") and phrase.head == phrase.first):
        return 0
    if view.quoted[phrase.first] >= 0 and not is_name(view, phrase.first, clause.end):
        return 0
    if is_feminine_object(view, phrase):
        return 0
    score = 3 if view.text[phrase.head] not in _abstract() else 1
    if disagrees(view, clause.finite, phrase):
        if not can_speak(view, phrase):
            return 0
        score = 1
    token = view.doc[view.index[phrase.head]]
    case = token.morph.get("Case", [])
    if case and case[0] == "Nom":
        score += 1
    for i in range(phrase.first, phrase.last):
        word = view.doc[view.index[i]]
        if word.dep_.startswith("nsubj") and view.index[cue.head] in (word.head.i, *(c.i for c in word.head.children)):
            score += 3
            break
    if clause.finite >= 0 and clause.kind == "main":
        if phrase.last <= clause.finite:
            score += 2 if phrase.last == clause.finite else 0
        else:
            score += 1 if not _phrase_between(view, clause.finite + 1, phrase.first) else 0
    elif clause.kind != "main" and phrase.first - clause.start <= 2:
        score += 2
    return score


def _is_conjunction(view: View, clause: Clause, word: int) -> bool:
    """Whether *als* opens a clause that ends with its verb, whatever its tag: *etwa als Meier sagte, …*."""
    return view.low[word] == "als" and clause.finite == clause.end - 1 and word <= clause.start + 1


@cache
def _abstract() -> frozenset[str]:
    """Nouns of what is said: they stand before the verb as its object more often than they speak."""
    return reporting.nouns("content") | reporting.nouns("statement")


def _phrase_between(view: View, first: int, last: int) -> bool:
    return any(view.noun(i) for i in range(first, last))


def can_speak(view: View, phrase: Phrase) -> bool:
    """Whether the head of the phrase is a name, a function or an institution."""
    head = phrase.head
    if view.tag[phrase.first] == "CARD":
        return False
    if view.tag[phrase.first] in ("PPER", "PIS", "PDS", "PRELS"):
        return True
    if len(view.text[head]) == 1 and view.low[phrase.first] in ("ein", "kein", "das"):
        return False  # ein Schema F
    if view.tag[head] == "NE" or view.person[head] or view.doc[view.index[head]].ent_type_ in ("PER", "ORG"):
        return True
    return title_of(view.text[head]) is not None or reporting.is_institution(view.text[head])
