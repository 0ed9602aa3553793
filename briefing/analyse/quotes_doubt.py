"""Frames that only look like reports: the writer's own thoughts, things as subjects, open or denied facts."""

from __future__ import annotations

from briefing.analyse import items
from briefing.analyse.quotes_clauses import Clause
from briefing.analyse.quotes_cues import Cue
from briefing.analyse.quotes_draft import Draft
from briefing.analyse.quotes_mood import mood
from briefing.analyse.quotes_phrases import Phrase, phrases_in
from briefing.analyse.quotes_speakers_source import is_statement
from briefing.analyse.quotes_speakers_turns import Turns
from briefing.analyse.quotes_subjects import can_speak
from briefing.analyse.quotes_view import View
from briefing.german import reporting

_FIRST = frozenset({"ich", "wir", "du"})
_REFLEXIVE = frozenset({"sich", "mich", "uns"})
_NOT = frozenset({"nicht", "weder", "nie", "niemals", "kein", "keine", "keinen", "keiner"})
_MODAL = frozenset("kann können konnte konnten muss müssen musste mussten darf dürfen durfte durften".split())
_NOBODY = frozenset({"niemand", "keiner", "wer"})

# Verbs of feeling: with a thing as subject (es wundert ihn) they are no speech; as speech they are reflexive.
_FEELING = frozenset("wundern freuen ärgern empören beschweren brüsten beruhigen".split())
# What shows by itself: es bestätigt sich, dass …
_BY_ITSELF = frozenset({"bestätigen", "ergeben", "herausstellen", "andeuten"})
_CONJECTURE = frozenset("dürfte dürften könnte könnten mag mögen wird werden würde würden".split())
_ASKED = frozenset({"erwarten", "verlangen", "fordern", "erhoffen", "wünschen"})
_AUXILIARY = frozenset("hat haben hatte hatten habe wird werden wurde wurden".split())
_INSISTS = frozenset({"darauf", "einigkeit", "konsens", "verdacht"})
# What can also be done by things: only persons and bodies say something with them.
_DEED = frozenset(
    """erlauben gestatten verbieten untersagen gebieten garantieren drohen androhen erinnern offenbaren verraten
    signalisieren demonstrieren unterstreichen verdeutlichen veranschaulichen illustrieren meinen fordern
    verlangen versprechen verpflichten bedeuten erwarten voraussetzen nötigen ermuntern ermutigen beziffern""".split()
)
# What texts and their results also tell.
_TELL = frozenset(
    """bestätigen beweisen belegen ergeben dokumentieren nahelegen andeuten vorsehen beinhalten zeigen hinweisen
    beschreiben verbieten erlauben gebieten fordern verlangen voraussetzen verdeutlichen veranschaulichen
    signalisieren erwarten beziffern""".split()
)
# Verbs whose denial tells nothing: wollte nicht bestätigen, dass …
_UNKNOWN = frozenset({"ahnen", "vermuten", "befürchten"})
_TELLING = frozenset(
    """bestätigen sagen mitteilen bekanntgeben festlegen äußern verraten einigen erklären angeben berichten behaupten
    beschließen entscheiden versprechen erwähnen""".split()
)
# Verbs with which an *ob*-clause is a question that somebody asks or leaves open in words.
_OPEN = frozenset(
    """fragen nachfragen erkundigen zweifeln bezweifeln überlegen spekulieren streiten diskutieren debattieren äußern
    rätseln grübeln wissen sagen mitteilen antworten""".split()
)


def reports(view: View, cue: Cue, subject: Phrase | None, content: Clause | None) -> bool:
    """Whether the frame tells what somebody said or thinks; `content` is the clause that hangs on it, if one does."""
    clause = view.clauses[cue.clause]
    if _is_impersonal(view, cue, clause):
        return False
    if subject is not None and view.low[subject.first] in _NOBODY and subject.last == subject.first + 1:
        return False
    if cue.lemma == "bestehen" and not cue.phrase and not _INSISTS & set(view.low[clause.start : clause.end]):
        return False
    if _is_another_verb(view, cue, clause):
        return False
    if cue.lemma == "nahelegen" and _is_owner(view, subject):
        return False
    explains = cue.lemma == "erklären" and content is not None and content.kind == "w"
    if not _can_do(view, cue, subject, _DEED | _TELL | {"erklären"} if explains else _DEED | _TELL):
        return False
    if _is_imagined(view, cue, content) or _is_asked_of(view, cue, content):
        return False
    if cue.lemma in _UNKNOWN and mood(view, clause) != 1 and _is_denied(view, cue, clause):
        return False
    if content is None:
        return not _is_aside(view, cue, subject)
    if cue.lemma in _BY_ITSELF and "sich" in view.low[clause.start : clause.end]:
        return False
    if view.text[view.sentences[clause.sentence][1] - 1] == "?" and _asks(view, clause):
        return False
    if view.low[content.start] == "ob" and not _leaves_open(view, cue, clause):
        return False
    return not (cue.lemma in _TELLING and _is_denied(view, cue, clause))


def _is_imagined(view: View, cue: Cue, content: Clause | None) -> bool:
    """*Der Sieger wird behaupten, …*, *dann dürfte er glauben, dass …*: nobody has said so yet."""
    clause = view.clauses[cue.clause]
    if content is None or cue.passive or cue.phrase or clause.kind == "inf" or clause.finite < 0:
        return False
    if _FIRST & set(view.low[clause.start : clause.end]):
        return False  # Ich würde sagen, dass …
    if cue.head == clause.finite:
        return view.low[cue.head] in _CONJECTURE and any(view.tag[i] == "VVINF" for i in cue.words)
    modal = view.tag[clause.finite].startswith("VM") and view.low[clause.finite] in _CONJECTURE
    return modal and clause.kind == "main" and clause.finite < cue.head and view.low[cue.head].endswith("en")


def _is_asked_of(view: View, cue: Cue, content: Clause | None) -> bool:
    """*Von X wird erwartet, dass er …*: it is asked of X, who says nothing."""
    if content is None or not cue.passive or cue.lemma not in _ASKED or content.start + 1 >= content.end:
        return False
    clause = view.clauses[cue.clause]
    fronted = view.low[clause.start] in ("von", "vom")
    return fronted and content.kind == "that" and view.low[content.start + 1] in ("er", "sie", "es")


def _is_owner(view: View, subject: Phrase | None) -> bool:
    """*Aussagen einiger Spieler legen nahe, dass …*: what they said elsewhere suggests it, they do not say it."""
    return subject is not None and subject.first > 0 and is_statement(view.text[subject.first - 1])


def _is_aside(view: View, cue: Cue, subject: Phrase | None) -> bool:
    """*…, so würde man sagen*, *Wie erklären Sie sich, …?*, *…, wie es ausgehen würde*: comments of nobody."""
    clause = view.clauses[cue.clause]
    if subject is not None and view.low[subject.first] == "man" and mood(view, clause) == 2:
        return True
    asked = view.text[view.sentences[clause.sentence][1] - 1] == "?"
    comment = view.low[clause.start] == "wie" and clause.before != ","
    return (asked and comment) or (cue.lemma == "ausgehen" and view.low[clause.start] == "wie")


def _is_another_verb(view: View, cue: Cue, clause: Clause) -> bool:
    """*über Geld verfügen*, *in Verdacht geraten*, *sich erlauben*: not what the form says elsewhere."""
    words = set(view.low[clause.start : clause.end])
    if cue.lemma == "verfügen":
        return "über" in words
    if cue.lemma == "erlauben":
        return "sich" in words
    if cue.lemma in ("sprechen", "reden"):
        return "davon" not in words  # dafür spricht, dass; darüber sprechen, wie
    if cue.lemma == "finden":
        return _finds_things(view, cue, clause)
    return cue.lemma == "raten" and "geraten" in words and not words & _AUXILIARY


def _finds_things(view: View, cue: Cue, clause: Clause) -> bool:
    """*fand Zustimmung*, *findet klare Worte*: more than one noun, without *es* for a content."""
    phrases = phrases_in(view, clause.start, clause.end, clause.finite)
    plain = [p for p in phrases if p.preposition < 0 and view.tag[p.head] not in ("PPER", "PDS", "PIS", "PWS", "PRELS")]
    pronoun = any(view.low[i] in ("er", "sie", "ich", "wir", "man") for i in range(clause.start, clause.end))
    return "es" not in view.low[clause.start : clause.end] and len(plain) + pronoun > 1


def without_writer(view: View, drafts: list[Draft]) -> list[Draft]:
    """The drafts whose frame does not speak of *ich*, *wir*, *Sie*: in the turns of an interview all of them."""
    own = {id(draft) for draft in drafts if draft.cue_of is not None and _is_writer(view, draft.cue_of)}
    if not own:
        return drafts
    turns = Turns(view, items.read(view.doc, items.NAMES))
    return [draft for draft in drafts if id(draft) not in own or turns.inside(draft.content[0][0])]


def _is_writer(view: View, cue: Cue) -> bool:
    """*Ich glaube, …* outside of marks, and *wenn Sie überlegen, …*: whoever writes, or the reader."""
    for number in range(cue.clause, cue.last_clause + 1):
        clause = view.clauses[number]
        for i in range(clause.start, clause.end):
            if view.quoted[i] >= 0 or view.bracketed[i]:
                continue
            if view.low[i] in _FIRST and view.tag[i] in ("PPER", ""):
                return True
            if view.text[i] == "Sie" and view.tag[i] == "PPER" and i != view.sentences[clause.sentence][0]:
                return True
            if view.low[i] in ("mich", "uns") and cue.lemma == "erinnern":
                return True
    return False


def _is_impersonal(view: View, cue: Cue, clause: Clause) -> bool:
    """*Es ist zu befürchten*, *lässt sich erkennen*, *es wundert ihn*, *damit bestätigt sich*."""
    words = view.low[clause.start : clause.end]
    finite = view.low[clause.finite] if clause.finite >= 0 else ""
    if view.low[cue.words[0]] == "zu" and finite in ("ist", "war", "sei", "wäre", "bleibt", "blieb", "gilt", "sind"):
        return True
    if cue.lemma.endswith(" lassen") and cue.phrase not in ("zitieren", "vernehmen") and "sich" in words:
        return True
    return cue.lemma in _FEELING and not _REFLEXIVE & set(words)


def _can_do(view: View, cue: Cue, subject: Phrase | None, deeds: frozenset[str]) -> bool:
    if cue.passive or subject is None or cue.lemma not in deeds:
        return True
    if view.tag[subject.first] in ("PRELS", "PDS") and view.low[subject.first] not in ("dieser", "diese"):
        return _speaks(view, _antecedent(view, subject.first), cue)
    if view.tag[subject.head] != "NN" or can_speak(view, subject):
        return True
    return _speaks(view, subject.head, cue)


def _speaks(view: View, noun: int, cue: Cue) -> bool:
    if noun < 0 or view.tag[noun] != "NN":
        return True
    if can_speak(view, Phrase(noun, noun + 1, noun)) or view.doc[view.index[noun]].ent_type_:
        return True
    if reporting.is_person(view.text[noun]):
        return True
    return cue.lemma in _TELL and reporting.is_text(view.text[noun])


def _antecedent(view: View, relative: int) -> int:
    """The noun before the clause of a relative pronoun, or -1."""
    begin = view.clauses[view.clause_at[relative]].start
    first = view.sentences[view.sentence[relative]][0]
    for i in range(begin - 1, max(first, begin - 4) - 1, -1):
        if view.noun(i):
            return i
    return -1


def _asks(view: View, clause: Clause) -> bool:
    """A direct question of the author: verb first or a question word before the verb."""
    first = view.low[clause.start]
    return clause.kind == "w" or clause.finite == clause.start or first in ("wer", "wen", "wem", "warum", "wie", "was")


def _leaves_open(view: View, cue: Cue, clause: Clause) -> bool:
    if cue.phrase:
        return True
    if cue.lemma in ("wissen", "sagen", "mitteilen", "antworten"):
        return mood(view, clause) == 1 or bool(_NOT & set(view.low[clause.start : clause.end]))
    return cue.lemma in _OPEN or bool(cue.frames & {"d"} and "t" not in cue.frames and cue.lemma not in _DECIDING)


_DECIDING = frozenset("entscheiden urteilen analysieren festlegen berichten prüfen feststellen beraten".split())


def _is_denied(view: View, cue: Cue, clause: Clause) -> bool:
    """*nicht* or *weder* directly before the verb: not *nicht nur*, *nicht weiter bezeichnete Quellen*."""
    for i in range(clause.start, clause.end):
        if view.low[i] in _NOT and view.quoted[i] < 0:
            j = i + 1
            while j < clause.end and view.tag[j] in ("ADJD", "ADV", "PTKVZ") and view.low[j] not in ("nur", "zuletzt"):
                j += 1
            if view.low[i].startswith(("nicht", "weder")) and (j >= clause.end or view.tag[j].startswith("V")):
                return True
    return False
