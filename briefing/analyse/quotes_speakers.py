"""Who speaks: from the noun phrase at the reporting verb to the full name, or the phrase as printed.

Precision first: a pronoun or a bare title is resolved only to somebody who fits in gender, number and
title and was named or quoted shortly before; otherwise the printed words stay.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analyse import items
from briefing.analyse.quotes_anaphora import FAR, Discourse, Resolved, as_speaker
from briefing.analyse.quotes_cues import Cue, find_cues
from briefing.analyse.quotes_indirect import Draft
from briefing.analyse.quotes_mood import mood
from briefing.analyse.quotes_phrases import Phrase
from briefing.analyse.quotes_pointing import RULE as POINTING
from briefing.analyse.quotes_pointing import pointers, points_back
from briefing.analyse.quotes_speakers_frame import (
    goes_on_speaking,
    introduced,
    named_before,
    quoting_sentences,
    reporting_subject,
    speaks_before,
    subject_behind,
    telling_subject,
)
from briefing.analyse.quotes_speakers_impersonal import Impersonal, is_impersonal, is_share, text_before
from briefing.analyse.quotes_speakers_phrases import NOBODY, SHARE, PhraseSpeakers, is_institution
from briefing.analyse.quotes_speakers_turns import Turns
from briefing.analyse.quotes_view import View
from briefing.analyse.terms import Terms
from briefing.german import reporting
from briefing.german.titles import title_of


class Speakers:
    """Resolves the speakers of the quotations of one article, in text order."""

    def __init__(self, view: View, names: list[items.NameItem], drafts: Sequence[Draft] = ()) -> None:
        self._view = view
        names = sorted(names, key=lambda name: name["start"])
        self._cache: dict[tuple[int, int], Resolved] = {}
        self._discourse = Discourse(view, names, _told(drafts))
        self._phrases = PhraseSpeakers(view, names, self._discourse)
        self._impersonal = Impersonal(view, self._discourse, self._phrases)
        self._turns = Turns(view, names)
        self._quoting = quoting_sentences(view, drafts)
        self._terms = Terms(view.doc)
        self._opened: list[tuple[tuple[int, int], Resolved]] = []
        self._cues: list[Cue] | None = None  # looked for when first needed
        self._pointers: dict[int, tuple[Cue, Phrase, str]] | None = None  # likewise

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
        resolved = self._named_behind(draft, resolved) or resolved
        if draft.rule.startswith("free/") and self._phrases.speaks_of_itself(draft.content, resolved):
            resolved = NOBODY
            self._discourse.said(at, NOBODY)
        if self._in_passing(draft):
            return resolved
        if resolved.name or resolved.label == SHARE or (draft.cue and draft.speaker is None and not draft.speaker_of):
            self._discourse.said(draft.frame[0][0] if draft.rule == POINTING else at, resolved)
        return resolved

    def _in_passing(self, draft: Draft) -> bool:
        """Whether an act is told in a relative clause, whose people do not go on speaking: *Leute, die das lobten*."""
        phrase = draft.speaker
        act = draft.kind == "reported" or draft.rule == "direct/act"
        return act and phrase is not None and self._view.tag[phrase.first] == "PRELS"

    def _named_behind(self, draft: Draft, found: Resolved) -> Resolved | None:
        """Who is named only in the sentence behind: *Bidens Sprecherin zufolge … Das teilte Jen Psaki mit.*"""
        view, alone = self._view, draft.rule in ("direct/alone", "direct/long")
        number = view.sentence[draft.content[-1][1] - 1] + 1
        if draft.rule == POINTING or not (alone or draft.rule.startswith(("source/", "direct/inside"))):
            return None
        if found.label and not alone:
            return None
        if number >= len(view.sentences) or not points_back(view, view.sentences[number][0]):
            return None
        if self._pointers is None:
            self._pointers = pointers(view, self._reporting())
        if number - 1 not in self._pointers:
            return None
        cue, other, _ = self._pointers[number - 1]
        first = view.sentences[number][0]
        if view.low[cue.head + 1] == "auch" or "\n" in view.plain[view.end[first - 1] : view.start[first]]:
            return None
        person = self._phrases.speaker(other, draft.content[0][0])
        phrase = draft.speaker
        somebody = phrase is not None and title_of(view.text[phrase.head]) is not None and found.number == "s"
        if person.label != "PER" or not (alone or (somebody and found.gender in ("", person.gender))):
            return None
        return person._replace(role=None) if alone else person._replace(spans=found.spans, role=None)

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
        announced = self._announced(at)
        if announced is not None:
            return announced
        if speaks_before(view, sentence):
            told, person = introduced(view, self._discourse, self._quoting, at)
            last = self._discourse.last(at)
            if told and person and not (last and last.label):
                return person
        if draft.rule != "free/indirect_free_indirect":
            return None
        acting = telling_subject(view, at)
        if acting is not None:
            known = (
                self._phrases.speaker(acting[0], draft.content[0][0])
                if view.sentence[acting[0].first] == sentence
                else NOBODY
            )
            ruling = acting[1] and bool(known.name) and is_institution(known)  # fällte das Gericht das Urteil: …
            return known if ruling or (known.label in ("PER", "ORG") and len(known.spans) == 1) else None
        opening = view.clauses[view.clause_at[at]]
        if mood(view, opening) or opening.kind not in ("main", "frag"):
            return None
        return self._discourse.subject_in(sentence) or self._phrases.acting_in(sentence)

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
            self._cache[key] = self._phrases.speaker(draft.speaker, draft.content[0][0])
        return self._cache[key]

    def _without_phrase(self, draft: Draft, at: int) -> Resolved:
        """demnach, and words in marks without a frame: who was said to speak around them or just before."""
        view = self._view
        if is_impersonal(draft):
            return self._impersonal.speaker(draft, at)
        judged = draft.rule == "direct/judged"
        own = [view.span(draft.speaker.first, draft.speaker.last)] if draft.speaker is not None else []
        if self._turns.inside(at):
            return NOBODY._replace(spans=own)
        if draft.speaker_of == "last" and (judged or draft.rule == "direct/long"):
            phrase = reporting_subject(view, self._reporting(), at) if judged else None
            if phrase is None and (not judged or mood(view, view.clauses[view.clause_at[at]])):
                phrase = subject_behind(view, self._reporting(), at)
            if phrase is not None:
                return self._phrases.speaker(phrase, draft.content[0][0])
            acting = None if judged else self._acting_behind(at)
            if acting is not None:
                return acting
        told = judged and not mood(view, view.clauses[view.clause_at[at]])
        source = draft.rule.startswith("source/")
        goes_on = draft.speaker_of == "last" or goes_on_speaking(view, draft)
        last = self._discourse.last(at, 1 if told else FAR) if goes_on else None
        if last and source and self._discourse.last(at, 1) is None and not reporting.is_text(last.name or ""):
            last = None  # only a text is still meant some sentences later
        if last and source and is_share(" ".join(view.plain[a:b] for a, b in last.spans) or last.name):
            text = text_before(view, at)
            last = Resolved([], text[1], None) if text else None
        if judged and draft.speaker_of == "last":
            last = self._told_of(draft, at, last)
        if judged or draft.rule in ("direct/alone", "direct/long"):
            known, person = introduced(view, self._discourse, self._quoting, at)
            if known and judged:  # a few words in marks: surely not those of somebody else
                last = last if last and person and person.name == last.name else None
            elif known:
                last = person
        if draft.rule == "direct/colon" and "wortlaut" in view.low[max(0, at - 4) : at]:
            text = text_before(view, at)
            return Resolved([], text[1], None) if text else NOBODY
        if draft.rule == "direct/colon":
            known, person = named_before(self._discourse, view, at)
            last = person if known else last
        return (last or NOBODY)._replace(spans=own or (last.spans if last else []))

    def _announced(self, at: int) -> Resolved | None:
        """Who is named before the verb of a clause that opens the sentence and ends in a colon before `at`."""
        view = self._view
        first = view.sentences[view.sentence[at]][0]
        clause = view.clauses[view.clause_at[first]]
        if at < 1 or view.text[at - 1] != ":" or clause.end != at - 1 or mood(view, clause):
            return None
        people = {p.name: p for p in self._discourse.people_in(view.sentence[at]) if p.word < clause.finite}
        return as_speaker(next(iter(people.values()))) if len(people) == 1 else None

    def _acting_behind(self, at: int) -> Resolved | None:
        """Who acts behind long words in marks, without a verb of speech: *„…“, musste Suhr einräumen, „…“*."""
        view, people = self._view, self._discourse.people_in(self._view.sentence[at])
        first, last = view.sentences[view.sentence[at]]
        for person in people:
            verb = person.word - 1
            while verb > first and view.tag[verb] in ("ART", "ADJA", "NN"):
                verb -= 1
            before = verb - 2 if view.text[verb - 1] == "," else verb - 1
            if first < before and verb < person.word < last and view.quoted[before] >= 0 and view.quoted[verb] < 0:
                return as_speaker(person) if view.tag[verb].endswith("FIN") else None
        return None

    def _told_of(self, draft: Draft, at: int, last: Resolved | None) -> Resolved | None:
        """The last speaker of words in marks, unless their sentence tells of somebody else."""
        acting = telling_subject(self._view, at)
        if acting is not None:
            phrase, leads = acting
            known = self._phrases.speaker(phrase, draft.content[0][0])
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


def _told(drafts: Sequence[Draft]) -> list[tuple[int, int]]:
    """The contents of quotations that somebody utters; what is only attributed to a source tells of its people."""
    spoken = (d for d in drafts if d.kind != "reported" and not d.rule.startswith("source/"))
    return [part for draft in spoken for part in draft.content]
