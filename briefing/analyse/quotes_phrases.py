"""Noun phrases around reporting verbs: how far they reach, and which of them is the subject."""

from __future__ import annotations

from typing import NamedTuple

from briefing.analyse.quotes_cues import Cue, opens_with_verb
from briefing.analyse.quotes_view import Clause, View
from briefing.german import reporting
from briefing.german.states import look_up
from briefing.german.titles import title_of

_DETERMINERS = frozenset({"ART", "PDAT", "PIAT", "PPOSAT", "PIDAT"})
_CORE = frozenset({"NN", "NE", "FM", "XY", "TRUNC"})
_PRONOUNS = frozenset({"PPER", "PDS", "PIS", "PRELS", "PWS"})
_GENITIVE = frozenset(
    "des eines dieses seines ihres unseres keines der einer dieser seiner ihrer zweier dreier mehrerer aller".split()
)
_OBLIQUE = frozenset(
    """den dem einem einen ihm ihn ihnen diesem diesen seinem seinen ihrem ihren des eines dieses seines ihres
    deren dessen denen jedem jeden welchem welchen keinem keinen uns mir mich dir dich sich einander euch""".split()
)
_TIME = frozenset(
    """montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag morgen mittag nachmittag abend nacht
    vormittag tag tage tagen woche wochen monat monate monaten jahr jahre jahren uhr stunde stunden minuten januar
    februar märz april mai juni juli august september oktober november dezember wochenende sonntagabend montagabend
    dienstagabend mittwochabend donnerstagabend freitagabend samstagabend montagmorgen mal male ende anfang mitte
    sonntagmorgen vortag zeit zeitpunkt anschluss rande folge grund ergebnis hinblick""".split()
)
_OF = frozenset(
    {
        "von",
        "vom",
        "für",
        "aus",
        "bei",
        "beim",
        "in",
        "im",
        "an",
        "am",
        "gegen",
        "zu",
        "zur",
        "zum",
        "auf",
        "über",
        "unter",
        "mit",
        "um",
        "nach",
        "zwischen",
        "ohne",
    }
)
_OF_AFTER = frozenset({"von", "vom", "für", "aus"})


_RELATIVE = frozenset({"der", "die", "das", "welcher", "welche", "welches"})


_TIME_ENDS = ("morgen", "mittag", "nachmittag", "vormittag", "abend", "nacht")
_DAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag")


def is_time(low: str) -> bool:
    """Whether the (lower-case) noun names a time: *montag*, *samstagmorgen*, *jahr*."""
    return low in _TIME or (low.startswith(_DAYS) and low.endswith(_TIME_ENDS))


class Phrase(NamedTuple):
    """Words `first` to `last` (half-open); `head` is the last word of the first nominal group."""

    first: int
    last: int
    head: int
    preposition: int = -1


def _group(view: View, i: int, limit: int) -> int:
    """End of the nominal group (determiner, adjectives, nouns) that starts at `i`, or `i` if there is none."""
    j, nominal = i, False
    while j < limit:
        tag = view.tag[j]
        if tag in _CORE or (not tag and view.noun(j)):
            if nominal and not _joins(view, j):
                break
            nominal = True
        elif tag in _DETERMINERS:
            if nominal:
                break
        elif tag in ("ADJA", "CARD") or (
            not tag and view.low[j] in ("der", "die", "das", "ein", "eine", "einer", "eines", "dem", "den", "des")
        ):
            if nominal and (tag == "ADJA" or _counts(view, j, limit)):
                break
            if nominal and not tag:
                break
        elif nominal or view.bracketed[j]:
            break
        elif tag in ("ADV", "ADJD", "PTKA", "KON") and _adjective_follows(view, j, limit):
            pass
        elif tag in ("APPR", "APPRART", "PTKNEG") and j > i and _participle_follows(view, j, limit):
            pass
        elif view.quoted[j] >= 0 and j > i and (not nominal or _is_name(view, j, limit)):
            nominal = True
            while j + 1 < limit and view.quoted[j + 1] == view.quoted[j]:
                j += 1
        else:
            break
        j += 1
    return j if nominal else i


def _counts(view: View, j: int, limit: int) -> bool:
    """Whether a number at `j` counts a noun behind it (and so belongs to no phrase before it)."""
    return view.tag[j] == "CARD" and j + 1 < limit and view.tag[j + 1] in ("NN", "ADJA", "CARD", "NE")


def _joins(view: View, j: int) -> bool:
    """Whether a noun or name goes on with the one before it: *Präsident Bush*, not *die Regierung Georgien*."""
    before, tag = view.tag[j - 1], view.tag[j]
    if view.person[j - 1] and not view.person[j]:
        return False
    if before not in ("NN", "NE", "FM") or not view.text[j - 1][:1].isupper():
        return True
    if tag == "NN" and before == "NN":
        return title_of(view.text[j - 1]) is not None or title_of(view.text[j]) is None and _is_foreign(view, j)
    if tag == "NE" and before == "NN":
        known = look_up(view.text[j])
        return known is None or known.kind != "name" or view.low[j - 1].endswith(_PLACES)
    return True


def _is_foreign(view: View, j: int) -> bool:
    return view.doc[view.index[j]].ent_type_ in ("PER", "ORG") and view.doc[view.index[j]].ent_iob_ == "I"


_PLACES = (
    "republik",
    "staat",
    "land",
    "stadt",
    "königreich",
    "insel",
    "provinz",
    "region",
    "amt",
    "bank",
    "kammer",
    "gericht",
)


def _is_name(view: View, at: int, limit: int) -> bool:
    """Whether the words in marks from `at` on are a name: no adjective or verb in lower case."""
    j = at
    while j < limit and view.quoted[j] == view.quoted[at]:
        if view.text[j][:1].islower() and view.tag[j] in (
            "ADJA",
            "ADJD",
            "ADV",
            "VVFIN",
            "VAFIN",
            "VVPP",
            "PTKNEG",
            "VMFIN",
        ):
            return False
        j += 1
    return True


def _adjective_follows(view: View, j: int, limit: int) -> bool:
    return (
        j + 1 < limit
        and view.tag[j + 1] in ("ADJA", "CARD")
        or (j + 2 < limit and view.tag[j + 1] in ("ADV", "ADJD") and view.tag[j + 2] in ("ADJA", "CARD"))
    )


def _participle_follows(view: View, j: int, limit: int) -> bool:
    """Whether words between determiner and noun carry on to an attribute (*der in Bonn lebende Autor*)."""
    return any(view.tag[k] == "ADJA" for k in range(j + 1, min(limit, j + 6))) and view.tag[j - 1] in _DETERMINERS


def _extend(view: View, end: int, limit: int, fronted: bool, barred: frozenset[str] = frozenset()) -> int:
    """End of the phrase with brackets, genitives, names in marks, prepositions and coordination."""
    while end < limit:
        low, tag = view.low[end], view.tag[end]
        grown = end
        if view.bracketed[end]:
            while grown < limit and view.bracketed[grown]:
                grown += 1
        elif view.quoted[end] >= 0 and _is_name(view, end, limit):
            while grown < limit and view.quoted[grown] == view.quoted[end]:
                grown += 1
        elif low in _GENITIVE and (tag in _DETERMINERS or not tag) and _may_be_genitive(view, end):
            grown = _group(view, end, limit)
        elif low in (_OF if fronted else _OF_AFTER) and tag.startswith("APPR") and low not in barred:
            grown = _group(view, end + 1, limit)
            if grown == end + 1 and grown < limit and view.quoted[grown] >= 0 and _is_name(view, grown, limit):
                while grown < limit and view.quoted[grown] == view.quoted[end + 1]:
                    grown += 1
            elif grown == end + 1 or is_time(view.low[grown - 1]):
                grown = end
        elif low in ("und", "sowie", "oder", "&") and tag in ("KON", ""):
            grown = _group(view, end + 1, limit)
            if grown == end + 1:
                grown = end
        elif tag in _CORE and view.tag[end - 1] in ("NN", "NE", "FM"):
            grown = end + 1 if _joins(view, end) else end
        elif tag == "NE" or (tag == "CARD" and view.tag[end - 1] in _CORE and not _counts(view, end, limit)):
            grown = end + 1
        if grown == end:
            return end
        end = grown
    return end


def _may_be_genitive(view: View, at: int) -> bool:
    low = view.low[at]
    if low.endswith("s") and low != "des" or low == "des":
        return True
    if view.text[at - 1] in reporting.nouns("statement"):
        return True
    if view.tag[at - 1] == "NE" or view.low[at - 1].endswith(("jährige", "jähriger")):
        return False  # sagte Müller der Zeitung: a dative
    case = view.doc[view.index[at]].morph.get("Case")
    return not case or case[0] == "Gen"


def phrase_from(
    view: View, i: int, limit: int, *, fronted: bool = False, barred: frozenset[str] = frozenset()
) -> Phrase | None:
    """The noun phrase that starts at word `i` and ends before `limit`; `barred` prepositions are none of its own."""
    if i < limit and view.tag[i] in _PRONOUNS:
        return Phrase(i, i + 1, i)
    group = _group(view, i, limit)
    if group == i:
        if i < limit and view.quoted[i] >= 0 and view.text[i + 1 : i + 2] and i + 1 < limit:
            end = i
            while end < limit and view.quoted[end] == view.quoted[i]:
                end += 1
            return Phrase(i, end, max(i, end - 2))
        return None
    return Phrase(i, _extend(view, group, limit, fronted, barred), group - 1)


def phrases_in(
    view: View, first: int, limit: int, finite: int = -1, barred: frozenset[str] = frozenset()
) -> list[Phrase]:
    """The noun phrases between two words, left to right; before the finite verb they reach further."""
    found: list[Phrase] = []
    i = first
    while i < limit:
        if view.bracketed[i]:
            i += 1
            continue
        stop = finite if first <= i < finite else limit
        phrase = phrase_from(view, i, stop, fronted=i < finite, barred=barred if i > finite else frozenset())
        if phrase is None:
            i += 1
            continue
        before = i - 1 if i > first and _governs(view, i - 1) else -1
        found.append(Phrase(phrase.first, phrase.last, phrase.head, before))
        i = phrase.last
    return found


def _governs(view: View, i: int) -> bool:
    """Whether the word makes the phrase behind it no subject: a preposition, *als*, or *wie* in a comparison."""
    if view.tag[i].startswith("APPR"):
        return True
    if view.tag[i] != "KOKOM" and view.low[i] != "wie":
        return False
    clause = view.clauses[view.clause_at[i]]
    return view.low[i] != "wie" or clause.start != i or clause.finite < clause.end - 2


def with_apposition(view: View, phrase: Phrase) -> Phrase:
    """The phrase with an apposition between commas: *Platter, der Minister Österreichs,*."""
    number = view.clause_at[phrase.first]
    clause = view.clauses[number]
    if phrase.last != clause.end or clause.after != "," or number + 1 >= len(view.clauses):
        return phrase
    following = view.clauses[number + 1]
    if following.sentence != clause.sentence or following.kind != "frag" or following.after not in (",", "", "–", ":"):
        return phrase
    inner = phrase_from(view, following.start, following.end, fronted=True)
    if inner is None or view.low[following.start] in _OBLIQUE or inner.last != following.end:
        return phrase
    return Phrase(phrase.first, inner.last, phrase.head, phrase.preposition)


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
    opening = phrase_from(view, view.clauses[back].start, view.clauses[back].end, fronted=True)
    if opening is None or opening.last < view.clauses[back].end or view.quoted[view.clauses[back].start] >= 0:
        return number
    return back


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
        or (view.low[i] in ("der", "ein") and view.doc[view.index[i]].morph.get("Case") == ["Nom"])
    )


def _first_word(view: View, clause: Clause) -> int:
    i = clause.start
    while i + 1 < clause.end and (view.bracketed[i] or view.low[i] in ("so", "auch", "und", "aber", "doch")):
        i += 1
    return i


def subject_of(view: View, cue: Cue, begin: int) -> Phrase | None:
    """The subject of a reporting verb (the agent of a passive), or None; `begin` is the first frame clause."""
    clause = view.clauses[cue.clause]
    if clause.kind == "inf":
        return None
    if begin < cue.clause:
        opening = view.clauses[begin]
        phrase = phrase_from(view, opening.start, opening.end, fronted=True)
        return with_apposition(view, phrase) if phrase else None
    best: tuple[int, Phrase] | None = None
    barred = reporting.prepositional(cue.lemma)
    phrases = phrases_in(view, clause.start, clause.end, clause.finite, barred)
    for phrase in phrases:
        score = _score(view, cue, clause, phrase)
        if score > 0 and (best is None or score > best[0]):
            best = (score, phrase)
    if best is None and clause.kind == "rel" and not cue.passive and view.low[clause.start] in _RELATIVE:
        return Phrase(clause.start, clause.start + 1, clause.start)
    if best and cue.lemma == "zitieren" and not cue.passive:
        best = (0, _quoted_person(phrases, best[1]))
    return with_apposition(view, best[1]) if best else None


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
    if phrase.preposition >= 0 or is_time(head) or low in _OBLIQUE:
        return 0
    if low == "es" or (low in ("dies", "das", "was") and phrase.head == phrase.first):
        return 0
    score = 3
    token = view.doc[view.index[phrase.head]]
    case = token.morph.get("Case")
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


def _phrase_between(view: View, first: int, last: int) -> bool:
    return any(view.noun(i) for i in range(first, last))


__all__ = ["Phrase", "frame_start", "opens_with_verb", "phrase_from", "phrases_in", "subject_of", "with_apposition"]
