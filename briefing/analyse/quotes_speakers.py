"""Who speaks: from the noun phrase at the reporting verb to the full name, or the phrase as printed.

Precision first: a pronoun or a bare title is resolved only to somebody who fits in gender, number and
title and was named or quoted shortly before; otherwise the printed words stay.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analyse import items
from briefing.analyse.quotes_anaphora import FAR, Discourse, Resolved
from briefing.analyse.quotes_anaphora_owned import Owned
from briefing.analyse.quotes_anaphora_titles import Titles
from briefing.analyse.quotes_cues import Cue, find_cues
from briefing.analyse.quotes_indirect import Draft
from briefing.analyse.quotes_mood import mood
from briefing.analyse.quotes_phrases import Phrase, is_time
from briefing.analyse.quotes_speakers_frame import (
    goes_on_speaking,
    introduced,
    named_before,
    quoting_sentences,
    reporting_subject,
    speaks_before,
    telling_subject,
)
from briefing.analyse.quotes_speakers_names import PhraseNames
from briefing.analyse.quotes_speakers_print import first_noun, gender_of, number_of, printed
from briefing.analyse.quotes_speakers_source import is_release, is_script, is_thing, source_in
from briefing.analyse.quotes_speakers_turns import Turns
from briefing.analyse.quotes_subjects import can_speak, frame_start, subject_of
from briefing.analyse.quotes_view import View
from briefing.analyse.terms import Terms
from briefing.german import reporting
from briefing.german.titles import title_of

_HE = frozenset({"er", "dieser", "ihm", "seiner", "seinen", "seinem", "seines", "ihn"})
_SHE = frozenset({"sie", "diese", "ihrer", "ihren", "ihrem", "ihres", "jene"})
_NOBODY = Resolved([], None, None)


class Speakers:
    """Resolves the speakers of the quotations of one article, in text order."""

    def __init__(self, view: View, names: list[items.NameItem], drafts: Sequence[Draft] = ()) -> None:
        self._view = view
        self._names = PhraseNames(view, names)
        self._cache: dict[tuple[int, int], Resolved] = {}
        self._discourse = Discourse(view, self._names.all, _told(drafts))
        self._titles = Titles(view, self._names.all, self._discourse)
        self._owned = Owned(view, self._names.all, self._discourse)
        self._turns = Turns(view, self._names.all)
        self._quoting = quoting_sentences(view, drafts)
        self._terms = Terms(view.doc)
        self._opened: list[tuple[tuple[int, int], Resolved]] = []
        self._cues: list[Cue] | None = None  # looked for when first needed

    def terms(self, draft: Draft) -> list[str]:
        """Content terms of the quotation."""
        found: list[str] = []
        for first, last in draft.content:
            found += self._terms.of(*self._view.span(first, last))
        return found

    def resolve(self, draft: Draft) -> Resolved:
        """The speaker of a draft; drafts must come in text order."""
        at = draft.content[0][0]
        opened = self._opening(draft, at)
        if opened is not None:
            self._opened.append((draft.content[0], opened))
        resolved = self._in_turn(draft, at) or opened or self._inside_run(draft, at) or self._resolve(draft, at)
        if resolved.name or (draft.cue and draft.speaker is None and not draft.speaker_of):
            self._discourse.said(at, resolved)
        return resolved

    def _inside_run(self, draft: Draft, at: int) -> Resolved | None:
        """The speaker of the run in which words in marks stand, unless their own sentence says who speaks."""
        if not draft.rule.startswith("direct/") or draft.speaker is None:
            return None
        if self._view.sentence[draft.speaker.head] == self._view.sentence[at]:
            return None
        return next((found for (first, last), found in self._opened if first <= at < last), None)

    def _opening(self, draft: Draft, at: int) -> Resolved | None:
        """Who is named as the subject of the sentence with which a run begins: *Merkel gratulierte. Sie freue sich.*"""
        if not draft.rule.startswith("free/"):
            return None
        view, sentence = self._view, self._view.sentence[at]
        if speaks_before(view, sentence):
            told, person = introduced(view, self._discourse, self._quoting, at)
            last = self._discourse.last(at)
            if told and person and not (last and last.label):
                return person
        if draft.rule != "free/indirect_free_indirect":
            return None
        acting = telling_subject(view, at)
        if acting is not None:
            known = self._phrase(acting[0], draft) if view.sentence[acting[0].first] == sentence else _NOBODY
            return known if known.label in ("PER", "ORG") and len(known.spans) == 1 else None
        opening = view.clauses[view.clause_at[at]]
        if mood(view, opening) or opening.kind not in ("main", "frag"):
            return None
        return self._discourse.subject_in(sentence) or self._acting_in(sentence)

    def _in_turn(self, draft: Draft, at: int) -> Resolved | None:
        """In an interview with printed turns: who has the turn says what has no frame, or *ich* in it."""
        phrase = draft.speaker if draft.speaker_of != "last" else None
        if phrase is None and draft.cue and draft.speaker_of != "last":
            return None  # es hieß, es wurde gesagt
        if phrase is not None and phrase.last > phrase.first + 1:
            return None
        found = self._turns.speaker(at, self._view.text[phrase.first] if phrase else None)
        if found is None:
            return None
        spans = [self._view.span(phrase.first, phrase.last)] if phrase else []
        return Resolved(spans, found[0], None, "PER", found[1])

    def _resolve(self, draft: Draft, at: int) -> Resolved:
        if draft.speaker_of == "last" or draft.speaker is None:
            return self._without_phrase(draft, at)
        key = (draft.speaker.first, draft.speaker.last)
        if key not in self._cache:
            self._cache[key] = self._phrase(draft.speaker, draft)
        return self._cache[key]

    def _without_phrase(self, draft: Draft, at: int) -> Resolved:
        """demnach, and words in marks without a frame: who was said to speak around them or just before."""
        view = self._view
        judged = draft.rule == "direct/judged"
        own = [view.span(draft.speaker.first, draft.speaker.last)] if draft.speaker is not None else []
        if self._turns.inside(at):
            return _NOBODY._replace(spans=own)
        if judged and draft.speaker_of == "last":
            phrase = reporting_subject(view, self._reporting(), at)
            if phrase is not None:
                return self._phrase(phrase, draft)
        told = judged and not mood(view, view.clauses[view.clause_at[at]])
        far = 1 if told or draft.rule.startswith("source/") else FAR
        goes_on = draft.speaker_of == "last" or goes_on_speaking(view, draft)
        last = self._discourse.last(at, far) if goes_on else None
        if judged and draft.speaker_of == "last":
            last = self._told_of(draft, at, last)
        if judged or draft.rule in ("direct/alone", "direct/long"):
            known, person = introduced(view, self._discourse, self._quoting, at)
            if known and judged:  # a few words in marks: surely not those of somebody else
                last = last if last and person and person.name == last.name else None
            elif known:
                last = person
        if draft.rule == "direct/colon":
            known, person = named_before(self._discourse, view, at)
            last = person if known else last
        return (last or _NOBODY)._replace(spans=own or (last.spans if last else []))

    def _told_of(self, draft: Draft, at: int, last: Resolved | None) -> Resolved | None:
        """The last speaker of words in marks, unless their sentence tells of somebody else."""
        acting = telling_subject(self._view, at)
        if acting is not None:
            phrase, leads = acting
            known = self._phrase(phrase, draft)
            person = known.label == "PER" or (not known.label and title_of(self._view.text[phrase.head]) is not None)
            if known.name and (leads or person) and (last is None or known.name != last.name):
                return known if leads else None
        if last and self._discourse.names_another(last, at):
            return None
        return last

    def _reporting(self) -> list[Cue]:
        if self._cues is None:
            self._cues = find_cues(self._view)
        return self._cues

    # ── noun phrases ────────────────────────────────────────────────────────────────────────────

    def _phrase(self, phrase: Phrase, draft: Draft) -> Resolved:
        view = self._view
        first, last = phrase.first, phrase.last
        while last > first + 1 and view.text[last - 1] in (",", "–", "-"):
            last -= 1
        spans = [view.span(first, last)]
        noun = first_noun(view, first, last, phrase.head)
        if is_time(view.low[noun]) and not self._names.between(noun, noun + 1):
            return _NOBODY  # im September hieß es
        if is_script(view, first, last):
            speaker = self._discourse.subject_in(view.sentence[first]) or self._discourse.last(first, 1)
            return speaker._replace(spans=spans, role=None) if speaker else _NOBODY._replace(spans=spans)
        owner = self._names.owner_of_statement(first, last)
        if owner is not None:
            return Resolved(spans, owner["name"], None, owner["label"], owner["gender"], owner["number"])
        source = source_in(view, first, last)
        if source.kind == "owner":
            return self._possessive(first, last, spans)
        if source.kind == "state":
            return Resolved(spans, source.name, None, "STATE")
        if source.kind != "phrase":
            return Resolved(spans, source.name or None, None)
        if source.at == first and is_release(view, first, last):
            sender = self._sender(phrase, draft)
            if sender is not None:
                return sender._replace(spans=spans, role=None)
        return self._noun(source.at, last, spans, draft)

    def _sender(self, phrase: Phrase, draft: Draft) -> Resolved | None:
        """The institution whose release it is (*heißt es in der Mitteilung*): it acts in the sentence or spoke last."""
        acting = telling_subject(self._view, phrase.first)
        if acting is not None and not acting[0].first <= phrase.first < acting[0].last:
            known = self._phrase(acting[0], draft)
            return known if _is_institution(known) else None
        last = self._discourse.last(draft.content[0][0])
        return last if last is not None and _is_institution(last) else None

    def _noun(self, inner: int, last: int, spans: list[list[int]], draft: Draft) -> Resolved:
        view = self._view
        low = view.low[inner]
        if (
            inner == last - 1
            and (view.tag[inner] in ("PPER", "PDS", "PRELS") or low in _HE | _SHE)
            and low not in ("man", "es")
        ):
            return self._pronoun(inner, spans, draft)
        person = self._names.person(inner, last)
        if person:
            return self._named(person, spans, inner, last)
        body = self._names.institution(inner, last)
        if body:
            together = self._names.together(body, last)
            number = "p" if len(together) > 1 else body["number"]
            return Resolved(spans, _series(together), None, body["label"], body["gender"], number)
        if view.quoted[inner] >= 0 and view.quoted[last - 1] == view.quoted[inner]:
            return Resolved(spans, None, None)  # words in marks that are no name speak for nobody
        if is_thing(view, inner, last):
            return Resolved(spans, None, None)
        known = self._owned.meant(inner, last) or self._titles.meant(inner, last)
        if known:
            return known._replace(spans=spans, role=None)
        return Resolved(spans, printed(view, inner, last), None, "", gender_of(view, inner), number_of(view, inner))

    def _possessive(self, first: int, last: int, spans: list[list[int]]) -> Resolved:
        low = self._view.low[first]
        found: Resolved | None = None
        if any(self._view.low[j].startswith("eigen") for j in range(first, last)):
            found = self._actor_of(first)
        elif low.startswith(("sein", "ihr")):
            found = self._discourse.pronoun(first, "m" if low.startswith("sein") else "f", plural=False)
        return (found or _NOBODY)._replace(spans=spans, role=None)

    def _actor_of(self, word: int) -> Resolved | None:
        """Whose *own* statement it is: the subject of the sentence."""
        view = self._view
        sentence = view.sentence[word]
        found = self._discourse.subject_in(sentence) or self._acting_in(sentence)
        clause = view.clauses[view.clause_at[word]]
        if found or clause.finite < 0:
            return found
        number = view.clause_at[word]
        cue = Cue([clause.finite], clause.finite, number, number, "", frozenset())
        subject = subject_of(view, cue, frame_start(view, cue))
        if subject is None or subject.first <= word < subject.last or not can_speak(view, subject):
            return None
        return self._noun(subject.first, subject.last, [], Draft("indirect", [(word, word + 1)]))

    def _acting_in(self, sentence: int) -> Resolved | None:
        first, last = self._view.sentences[sentence]
        acting = [n for n in self._names.between(first, last) if n["acts"] and n["label"] in ("ORG", "STATE", "PER")]
        if len({n["name"] for n in acting}) != 1:
            return None
        name = acting[0]
        spans = [[name["start"], name["end"]]]
        return Resolved(spans, name["name"], None, name["label"], name["gender"], name["number"])

    def _named(self, name: items.NameItem, spans: list[list[int]], first: int, last: int) -> Resolved:
        together = self._names.together(name, last)
        if len(together) > 1:
            return Resolved(spans, _series(together), None, "PER", "", "p")
        role = name["role"]
        start = self._view.start[first]
        if role is not None and not (spans[0][0] <= role[0] and role[1] <= spans[0][1]):
            role = None
        if role is None and not self._names.in_genitive(name):
            at = self._view.token_at(name["start"])
            j = first
            while j < at and self._view.tag[j] in ("ART", "PIAT", "PDAT"):
                j += 1
            if j < at and any(self._view.noun(i) for i in range(j, at)):
                role = [max(start, self._view.start[j]), self._view.end[at - 1]]
        return Resolved(spans, name["name"], role, "PER", name["gender"], name["number"])

    def _pronoun(self, at: int, spans: list[list[int]], draft: Draft) -> Resolved:
        view = self._view
        since = draft.content[0][0]
        low = view.low[at]
        found: Resolved | None = None
        if view.tag[at] == "PRELS":
            found = self._antecedent(at)
        elif low in _HE:
            found = self._discourse.pronoun(at, "m", plural=False, since=since)
        elif low in _SHE:
            found = self._discourse.pronoun(at, "f", plural=self._is_plural(at), since=since)
        return found._replace(spans=spans, role=None) if found else Resolved(spans, None, None)

    def _is_plural(self, at: int) -> bool:
        view = self._view
        clause = view.clauses[view.clause_at[at]] if view.clause_at[at] >= 0 else None
        if clause is None or clause.finite < 0:
            return False
        tags = view.doc[view.index[clause.finite]].morph.get("Number", [])
        if tags:
            return bool(tags[0] == "Plur")
        return view.low[clause.finite].endswith(("en", "ind"))

    def _antecedent(self, at: int) -> Resolved | None:
        """The noun or name directly before a relative pronoun."""
        view = self._view
        before = at - 1
        while before >= 0 and (
            not view.text[before][:1].isalnum() or view.tag[before].startswith("APPR") or view.bracketed[before]
        ):
            before -= 1
        if before < 0:
            return None
        for name in self._names.between(before, before + 1):
            return Resolved([], name["name"], None, name["label"], name["gender"], name["number"])
        start = before
        while (
            start > 0
            and view.tag[start - 1] in ("ADJA", "ART", "NN", "CARD", "PIAT")
            and (view.clause_at[start - 1] == view.clause_at[before])
        ):
            start -= 1
        if not view.noun(before):
            return None
        for name in self._names.between(start - 2, start - 1) if start > 1 and view.text[start - 1] == "," else ():
            if name["label"] == "PER" and title_of(view.text[before]) is not None:  # von A, dem Trainer, der sagte
                return Resolved([], name["name"], None, "PER", name["gender"])
        return Resolved([], printed(view, start, before + 1), None)


def _is_institution(speaker: Resolved) -> bool:
    if speaker.label:
        return speaker.label in ("ORG", "STATE")
    return any(reporting.is_institution(w) and title_of(w) is None for w in (speaker.name or "").split()[:3])


def _series(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " und " + names[-1]


def _told(drafts: Sequence[Draft]) -> list[tuple[int, int]]:
    """The contents of quotations that somebody utters; what is only attributed to a source tells of its people."""
    spoken = (d for d in drafts if d.kind != "reported" and not d.rule.startswith("source/"))
    return [part for draft in spoken for part in draft.content]
