"""From the noun phrase of a speaker to the full name, or to the phrase as printed."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analyse import items
from briefing.analyse.quotes_anaphora import NEAR, Discourse, Resolved
from briefing.analyse.quotes_anaphora_owned import Owned
from briefing.analyse.quotes_anaphora_titles import Titles
from briefing.analyse.quotes_cues import Cue
from briefing.analyse.quotes_mood import mood
from briefing.analyse.quotes_phrases import Phrase, is_time
from briefing.analyse.quotes_speakers_frame import subject_before, telling_subject
from briefing.analyse.quotes_speakers_names import PhraseNames
from briefing.analyse.quotes_speakers_print import (
    first_noun,
    gender_of,
    is_bare_share,
    number_of,
    printed,
    without_paper,
)
from briefing.analyse.quotes_speakers_source import is_release, is_script, is_thing, source_in
from briefing.analyse.quotes_subjects import can_speak, frame_start, subject_of
from briefing.analyse.quotes_view import View
from briefing.german import reporting
from briefing.german.titles import title_of

_HE = frozenset({"er", "dieser", "ihm", "seiner", "seinen", "seinem", "seines", "ihn"})
_SHE = frozenset({"sie", "diese", "ihrer", "ihren", "ihrem", "ihres", "jene"})
_HEADS = ("spitze", "führung")
_LETTERS = ("schreiben", "brief", "mail", "antwort", "nachricht", "botschaft")
_COLLECTIVES = ("Team", "team", "Lager", "lager", "Stab", "stab", "Umfeld", "umfeld", "Bündnis", "bündnis")
NOBODY = Resolved([], None, None)
SHARE = "SHARE"  # label of a share of people that are not named: *73 Prozent*


class PhraseSpeakers:
    """Resolves noun phrases and pronouns that stand for a speaker, in text order."""

    def __init__(self, view: View, names: Sequence[items.NameItem], discourse: Discourse) -> None:
        self._view = view
        self._names = PhraseNames(view, list(names))
        self._discourse = discourse
        self._titles = Titles(view, self._names.all, discourse)
        self._owned = Owned(view, self._names.all, discourse)

    def speaker(self, phrase: Phrase, since: int) -> Resolved:
        """Who speaks by the phrase, in a quotation that begins at the word `since`."""
        view = self._view
        first, last = phrase.first, phrase.last
        while last > first + 1 and view.text[last - 1] in (",", "–", "-"):
            last -= 1
        spans = [view.span(first, last)]
        noun = first_noun(view, first, last, phrase.head)
        if is_time(view.low[noun]) and not self._names.between(noun, noun + 1):
            return NOBODY  # im September hieß es
        if is_script(view, first, last):
            speaker = self._discourse.subject_in(view.sentence[first]) or self._discourse.last(first, 1)
            return speaker._replace(spans=spans, role=None) if speaker else NOBODY._replace(spans=spans)
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
            sender = self._sender(phrase, since)
            if sender is not None:
                return sender._replace(spans=spans, role=None)
        return self._noun(source.at, _without_recipient(view, first, source.at, last), spans, since)

    def speaks_of_itself(self, content: Sequence[tuple[int, int]], speaker: Resolved) -> bool:
        """Whether what goes on without a frame names its speaker in the Konjunktiv: *Meier habe das so gewollt.*

        Of himself one says *er*; a body may say its own name, but as the subject: *Die Polizei wolle handeln.*
        """
        if speaker.label not in ("PER", "ORG"):
            return False
        view = self._view
        for first, last in content:
            opening = view.sentences[view.sentence[first]][1]
            for name in self._names.between(first, last):
                at = view.token_at(name["start"])
                clause = view.clauses[view.clause_at[at]] if view.clause_at[at] >= 0 else None
                if name["name"] != speaker.name or clause is None or view.quoted[at] >= 0:
                    continue
                acting = clause.kind == "main" and mood(view, clause) and not self._names.owns(name, last)
                begins = at < opening or at < clause.finite  # not: wisse Meier aber auch, …
                if speaker.label == "PER" and acting and begins:
                    return True
                if speaker.label == "ORG" and view.low[at - 2 : at] == ["wie", "die"]:
                    return True
        return False

    def _sender(self, phrase: Phrase, since: int) -> Resolved | None:
        """The institution whose release it is (*heißt es in der Mitteilung*): it acts in the sentence or spoke last."""
        acting = telling_subject(self._view, phrase.first)
        if acting is not None and not acting[0].first <= phrase.first < acting[0].last:
            known = self.speaker(acting[0], since)
            return known if is_group(known) else None
        last = self._discourse.last(since)
        return last if last is not None and is_group(last) else None

    def _noun(self, inner: int, last: int, spans: list[list[int]], since: int) -> Resolved:
        view = self._view
        low = view.low[inner]
        if (
            inner == last - 1
            and (view.tag[inner] in ("PPER", "PDS", "PRELS") or low in _HE | _SHE)
            and low not in ("man", "es")
        ):
            return self._pronoun(inner, spans, since)
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
        if is_bare_share(view, inner, last):
            return (self._counted(inner) or Resolved([], None, None, SHARE, "", "p"))._replace(spans=spans)
        known = self._owned.meant(inner, last) or self._titles.meant(inner, without_paper(view, inner, last))
        if known:
            return known._replace(spans=spans, role=None)
        owner = bool(spans) and view.start[inner] > spans[0][0] and view.low[inner - 1] not in ("von", "vom", "aus")
        name = printed(view, inner, last, owner=owner)
        number = number_of(view, inner)
        by_article = {"die": "f", "der": "" if owner else "m"}.get(low, "") if number == "s" else ""
        return Resolved(spans, name, None, "", gender_of(view, inner) or by_article, number)

    def _counted(self, word: int) -> Resolved | None:
        """Of whom a share is: the people of the share before it (*60 Prozent der Befragten …, 30 Prozent …*)."""
        last = self._discourse.last(word, NEAR)
        if last is None or not last.spans:
            return None
        return last if "Prozent" in self._view.plain[last.spans[0][0] : last.spans[0][1]] else None

    def _possessive(self, first: int, last: int, spans: list[list[int]]) -> Resolved:
        low = self._view.low[first]
        found: Resolved | None = None
        if any(self._view.low[j].startswith("eigen") for j in range(first, last)):
            found = self._actor_of(first)
        elif low.startswith(("sein", "ihr")):
            found = self._discourse.pronoun(first, "m" if low.startswith("sein") else "f", plural=False)
        return (found or NOBODY)._replace(spans=spans, role=None)

    def _actor_of(self, word: int) -> Resolved | None:
        """Whose *own* statement it is: the subject of the sentence."""
        view = self._view
        sentence = view.sentence[word]
        found = self._discourse.subject_in(sentence) or self.acting_in(sentence)
        clause = view.clauses[view.clause_at[word]]
        if found or clause.finite < 0:
            return found
        number = view.clause_at[word]
        cue = Cue([clause.finite], clause.finite, number, number, "", frozenset())
        subject = subject_of(view, cue, frame_start(view, cue))
        if subject is None or subject.first <= word < subject.last or not can_speak(view, subject):
            return None
        return self._noun(subject.first, subject.last, [], word)

    def acting_in(self, sentence: int) -> Resolved | None:
        """The only name of the sentence that acts in it."""
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

    def _pronoun(self, at: int, spans: list[list[int]], since: int) -> Resolved:
        view = self._view
        low = view.low[at]
        found: Resolved | None = None
        if view.tag[at] == "PRELS":
            found = self._antecedent(at)
        elif low == "dieser" and at == view.sentences[view.sentence[at]][0]:
            found = self._discourse.named_last(view.sentence[at] - 1, "m")
            found = found or self._discourse.pronoun(at, "m", plural=False, since=since)
        elif low in _HE:
            found = self._discourse.pronoun(at, "m", plural=False, since=since)
        elif low in _SHE:
            found = self._discourse.pronoun(at, "f", plural=self._is_plural(at), since=since)
        if found is None and low in ("er", "sie"):
            found = self._noun_before(at, "m" if low == "er" else "f", "p" if self._is_plural(at) else "s", since)
        return found._replace(spans=spans, role=None) if found else Resolved(spans, None, None)

    def _noun_before(self, at: int, gender: str, number: str, since: int) -> Resolved | None:
        """The group or body that is the subject before a pronoun: *Die Gutachter kamen. Sie erwarten, …*."""
        view = self._view
        phrase = subject_before(view, at)
        if phrase is None or not (can_speak(view, phrase) or view.low[phrase.head].endswith(_HEADS)):
            return None
        if view.tag[phrase.first] not in ("ART", "ADJA", "NN", "PIAT", "PDAT", "CARD"):
            return None
        known = self._noun(phrase.first, phrase.last, [view.span(phrase.first, phrase.last)], since)
        if number == "s" and (known.label == "ORG" or known.number == "p") and not self._is_plural(phrase.first):
            named = {"der": "m", "die": "f"}.get(view.low[phrase.first], "")
            return known._replace(number="s", gender=gender) if named == gender else None
        same = known.number == number and (number == "p" or known.gender == gender)
        return known if same and known.label != "PER" and view.tag[phrase.head] == "NN" else None

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


def is_institution(speaker: Resolved) -> bool:
    """Whether the speaker is a body, by its label or by a noun of its phrase."""
    if speaker.label:
        return speaker.label in ("ORG", "STATE")
    words = (speaker.name or "").split()[:3]
    return any((reporting.is_institution(w) or w.endswith(_COLLECTIVES)) and title_of(w) is None for w in words)


def is_group(speaker: Resolved) -> bool:
    """Whether the speaker is a body, or several."""
    return speaker.label != "PER" and (speaker.number == "p" or is_institution(speaker))


def _without_recipient(view: View, first: int, author: int, last: int) -> int:
    """Where the author ends before whom a letter is for: *in einem Schreiben des Anwalts an das Gericht*."""
    if author == first or not any(view.low[j].endswith(_LETTERS) for j in range(first, author)):
        return last
    return next((j for j in range(author + 1, last) if view.low[j] in ("an", "ans")), last)


def _series(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " und " + names[-1]
