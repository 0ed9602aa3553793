"""Indirect speech: a reporting clause and the clauses that hang on it."""

from __future__ import annotations

from briefing.analyse.quotes_addressee import addressee_of
from briefing.analyse.quotes_behind import (
    ADVERB_OF_CONTENT,
    belongs_to_frame,
    cue_words,
    find_behind,
    find_comment,
    follows_report,
    frame_speaker,
    is_behind,
    is_comment,
)
from briefing.analyse.quotes_clauses import Clause
from briefing.analyse.quotes_cues import Cue
from briefing.analyse.quotes_doubt import reports, without_writer
from briefing.analyse.quotes_draft import Draft, Range
from briefing.analyse.quotes_mood import content_end, may_be_told, mood
from briefing.analyse.quotes_phrases import OBLIQUE, phrase_from
from briefing.analyse.quotes_subjects import frame_start
from briefing.analyse.quotes_view import View
from briefing.german import reporting

__all__ = ["Draft", "Range", "find_indirect", "frame_speaker"]

_COORDINATE = frozenset({"und", "aber", "doch", "sondern", "oder", "jedoch", "sowie", "dann", "daraufhin", "denn"})


def find_indirect(view: View, cues: list[Cue]) -> list[Draft]:
    """Clauses, infinitives and whole sentences that a reporting verb introduces, interrupts or ends."""
    found: list[Draft] = []
    claimed: dict[int, Draft] = {}
    by_sentence: dict[int, list[Cue]] = {}
    for cue in cues:
        by_sentence.setdefault(view.sentence[cue.head], []).append(cue)
    for sentence_cues in by_sentence.values():
        for cue in reversed(sentence_cues):
            draft = None if follows_report(view, cue) else _right(view, cue, claimed, sentence_cues)
            if draft:
                found.append(draft)
        done = {id(d.cue_of) for d in found}
        for cue in sentence_cues:
            if id(cue) in done:
                continue
            draft = find_comment(view, cue) or find_behind(view, cue, sentence_cues)
            if draft and reports(view, cue, draft.speaker, None):
                found.append(draft)
    return sorted(without_writer(view, found), key=lambda d: d.content[0])


def _right(view: View, cue: Cue, claimed: dict[int, Draft], others: list[Cue]) -> Draft | None:
    clause = view.clauses[cue.last_clause]
    last = view.by_sentence[clause.sentence][1]
    k = cue.last_clause + 1
    while k < last and k < cue.last_clause + 5 and belongs_to_frame(view, k):
        if view.low[view.clauses[k].start] in ("um", "ohne", "statt", "anstatt"):
            return None
        k += 1
    if k >= last or k in claimed:
        return None
    content = view.clauses[k]
    if content.before not in (",", ":", "–", "-"):
        return None
    if view.text[content.start - 2] == "Frage" and content.kind in ("that", "w") and cue.phrase != "Frage":
        k = _behind_question(view, k, last)  # auf die Frage, ob …: the answer comes behind it
        if k < 0 or k in claimed:
            return None
        content = view.clauses[k]
    apart = k > cue.last_clause + 1
    if content.kind == "inf" and apart and view.low[view.clauses[k - 1].start] in _COORDINATE:
        return None  # sieht Eingriffe vor, und das Mandat, sie zu ergreifen, …
    rule = _fits(view, cue, content, apart)
    if rule and apart and (_verb_closes(view, cue) or rule == "v2-inverted" or _enumerates(view, cue, content)):
        k = cue.last_clause + 1  # an enumeration or apposition inside the content
        content = view.clauses[k]
    if not rule:
        return None
    begin = frame_start(view, cue)
    stops = {o.head for o in others if o is not cue and _ends(view, o)}
    end = content_end(view, k, stops)
    frame = (view.clauses[begin].start, content.start)
    speaker, of = frame_speaker(view, cue, begin)
    if not reports(view, cue, speaker, content):
        return None
    draft = Draft(
        "indirect",
        [(content.start, view.clauses[end - 1].end)],
        speaker,
        cue_words(view, cue),
        [frame],
        rule=f"indirect/{rule}",
        cue_of=cue,
        speaker_of=of,
    )
    draft.addressee = addressee_of(view, cue, speaker)
    claimed[k] = draft
    return draft


def _behind_question(view: View, k: int, last: int) -> int:
    """The clause in the Konjunktiv that answers a question told before it, or -1."""
    for number in range(k + 1, last):
        clause = view.clauses[number]
        if clause.kind == "main" and mood(view, clause) and clause.finite != clause.start:
            return number
    return -1


def _ends(view: View, other: Cue) -> bool:
    """Whether another frame ends the content: one behind it or a comment, not one inside it (*habe er gesagt*)."""
    return is_comment(view, other) or (is_behind(view, other) and mood(view, view.clauses[other.clause]) != 1)


def _verb_closes(view: View, cue: Cue) -> bool:
    """Whether the frame is complete: its last word is the verb or *es*, so what follows belongs to the content."""
    last = view.clauses[cue.last_clause].end - 1
    if view.low[last] in ("es", "er", "man") and last - 1 == cue.head:
        last = cue.words[-1]
    return cue.words[-1] == last and view.clauses[cue.last_clause + 1].kind == "frag"


def _subject_first(view: View, content: Clause) -> bool:
    """Whether nothing but one noun phrase stands between the comma and the finite verb, and more behind it."""
    if content.before != "," or view.tag[content.start] == "PRELS" or content.finite == content.end - 1:
        return False
    subject = phrase_from(view, content.start, content.finite, fronted=True)
    joined = any(view.tag[i] == "KON" for i in range(content.start, content.finite))
    return subject is not None and (subject.last == content.finite or joined)


def _enumerates(view: View, cue: Cue, content: Clause) -> bool:
    """*X erklärte am Montag, Reisende aus A, B und C dürften kommen*: the fragments are the subject of the content."""
    if content.kind != "main" or not any(view.tag[i] == "KON" for i in range(content.start, content.finite)):
        return False
    opening, own = view.clauses[cue.last_clause + 1], view.clauses[cue.clause]
    phrase = phrase_from(view, opening.start, opening.end, fronted=True)
    whole = phrase is not None and phrase.last == opening.end and view.low[opening.start] not in OBLIQUE
    return whole and any(view.noun(i) or view.tag[i] == "PPER" for i in range(own.start, cue.head))


def _fits(view: View, cue: Cue, content: Clause, apart: bool) -> str:
    """The rule by which the clause is content of the verb, empty if it is not; `apart`: not directly behind it."""
    frames = cue.frames
    if content.kind == "that":
        return "dass" if "s" in frames and content.before != ":" else ""
    if content.kind == "w":
        return "w-clause" if "s" in frames and _is_question(view, cue, content) else ""
    if content.kind == "inf":
        first = view.low[content.opener] if content.opener >= 0 else ""
        return "infinitive" if "i" in frames and first not in ("um", "ohne", "anstatt", "statt") else ""
    if content.kind != "main" or content.finite < 0 or view.low[content.start] in _COORDINATE:
        return ""
    if cue.lemma in _ONLY_ASKING or (cue.passive and cue.lemma in _DONE):
        return ""
    subjunctive = mood(view, content)
    if "v" not in frames and not ("s" in frames and subjunctive):
        return ""
    if content.finite == content.start:
        if not subjunctive or content.before != ",":
            return ""
        fragment = apart and view.clauses[cue.last_clause + 1].kind == "frag" and not is_behind(view, cue)
        if fragment and _opens_sentence(view, cue):
            return "v2-inverted"
        return "v2-konjunktiv" if _verb_closes(view, cue) else ""
    if subjunctive:
        return "v2-konjunktiv"
    if may_be_told(view, content) and view.clauses[cue.clause].kind == "main" and _subject_first(view, content):
        return "v2-modal"
    if content.before == ":":
        return _behind_colon(view, cue, content)
    return _indicative(view, cue, content)


def _opens_sentence(view: View, cue: Cue) -> bool:
    """*X sagte, die Lage, die sich verschärft habe, sei ernst*: the fragment behind the frame is the subject."""
    opening = view.clauses[cue.last_clause + 1]
    at = opening.start + 1 if view.tag[opening.start] == "APPR" else opening.start
    phrase = phrase_from(view, at, opening.end, fronted=True)
    if phrase is None or phrase.last != opening.end or view.tag[opening.start] not in _OPENING:
        return False
    if at == opening.start and view.low[at].endswith(("em", "en", "er", "es")) and view.low[at] != "der":
        return False  # an apposition in another case
    own = view.clauses[cue.clause]
    return any(view.noun(i) or view.tag[i] == "PPER" for i in range(own.start, own.end) if i not in cue.words)


def _is_question(view: View, cue: Cue, content: Clause) -> bool:
    """Whether a w-clause is what is asked or explained, not a relative clause or a comment (*wie er es nennt*)."""
    first = view.low[content.opener] if content.opener >= 0 else ""
    if first not in _INDIRECT_QUESTIONS or view.low[content.start] != first or content.before != ",":
        return False
    if first == "wie" and content.finite >= 0 and _is_reporting(view, content):
        return False
    asks = cue.lemma in _ASKING or any(view.low[i] in ADVERB_OF_CONTENT for i in range(cue.head, content.start))
    before = content.start - 2
    if cue.lemma not in _ONLY_ASKING and view.tag[before] == "NN" and before > cue.words[-1]:
        subject = frame_speaker(view, cue, cue.clause)[0]
        if subject is None or not subject.first <= before < subject.last:
            return False  # die Art, wie …; die Fehler, welche …
    return asks or first in ("warum", "wieso", "weshalb", "inwieweit", "wie")


def _behind_colon(view: View, cue: Cue, content: Clause) -> str:
    if cue.lemma == "heißen" and not {"es", "hieß"} & set(view.low[view.clauses[cue.clause].start : cue.head + 3]):
        return ""  # Für uns heißt das: …
    if cue.lemma not in _PLAIN_SAYING | _ANNOUNCING or cue.passive:
        return ""
    return "colon" if view.text[content.start][:1].isupper() or "d" in cue.frames else ""


def _indicative(view: View, cue: Cue, content: Clause) -> str:
    """*X sagt, das ist falsch*: after plain verbs of saying only, with the subject directly before the verb."""
    own = view.clauses[cue.clause]
    direct = content.before == "," and cue.words[-1] >= content.start - 4
    if cue.lemma not in _PLAIN_SAYING or not direct or own.kind != "main" or own.finite == own.start or cue.passive:
        return ""
    subject = phrase_from(view, content.start, content.end, fronted=True)
    if subject is None or subject.last != content.finite:
        return ""
    tense = view.doc[view.index[content.finite]].morph.get("Tense", [])
    past = view.low[content.finite].endswith("en") and tense == ["Past"]
    return "v2-preterite" if past else "v2-indicative"


_PLAIN_SAYING = frozenset(
    "sagen erklären meinen betonen behaupten berichten schreiben glauben finden ergänzen hinzufügen".split()
)


_OPENING = ("ART", "NE", "PPOSAT", "PIAT", "APPR")
_ANNOUNCING = frozenset(
    """mitteilen ankündigen bekanntgeben verkünden warnen fordern versprechen enthüllen heißen rufen erzählen fragen
    erläutern feststellen begründen bestätigen verraten lauten urteilen melden argumentieren empfehlen""".split()
)
# In the passive these say what was done, not what was said: sie wurden ermittelt, …
_DONE = frozenset("ermitteln anordnen genehmigen verbieten erlauben beantragen planen beauftragen vorsehen".split())
_ONLY_ASKING = frozenset({"fragen", "nachfragen", "erkundigen"})


_INDIRECT_QUESTIONS = frozenset("wie was wer wo warum wieso weshalb wann inwieweit welche welcher welches".split())


_ASKING = frozenset(
    "fragen nachfragen erkundigen wissen überlegen sagen erklären erläutern verraten schildern mitteilen".split()
)


def _is_reporting(view: View, clause: Clause) -> bool:
    forms = reporting.forms().get(view.low[clause.finite], ())
    return any(f.verb.frames & {"s", "d"} or f.verb.lemma in ("nennen", "bezeichnen") for f in forms)
