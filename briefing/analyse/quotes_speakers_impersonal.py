"""Whose words *heißt es* gives where no source stands with it: a text named just before, or the last body to speak."""

from __future__ import annotations

from briefing.analyse.quotes_anaphora import Discourse, Resolved
from briefing.analyse.quotes_cues import Cue
from briefing.analyse.quotes_draft import Draft
from briefing.analyse.quotes_phrases import Phrase
from briefing.analyse.quotes_speakers_frame import subject_of_sentence
from briefing.analyse.quotes_speakers_phrases import NOBODY, PhraseSpeakers, is_group
from briefing.analyse.quotes_subjects import can_speak
from briefing.analyse.quotes_view import View
from briefing.german import reporting
from briefing.german.titles import title_of

_INSIDE = frozenset({"darin", "hierin"})
# What may stand in a bare frame; *hieß es damals*, *hieß es oft* is what was generally said.
_BARE = frozenset("heißt hieß es so weiter weiterhin zudem ferner außerdem dazu dann".split())
_ARTICLES = {"Masc": "der", "Fem": "die", "Neut": "das"}
_SHARES = frozenset({"Prozent", "Zweite", "Dritte", "Vierte", "Fünfte", "Hälfte", "Drittel", "Viertel", "Befragten"})
_NEAR = 2  # sentences from *heißt es* back to who spoke last
_BACK = 1  # sentences from *darin* back to the text that is meant


def is_impersonal(draft: Draft) -> bool:
    """Whether the frame is *es heißt* without a source."""
    return draft.cue_of is not None and draft.cue_of.lemma == "heißen" and draft.speaker is None


class Impersonal:
    """Resolves frames of *es heißt*; one frame has one speaker, whatever parts of its content are asked for."""

    def __init__(self, view: View, discourse: Discourse, phrases: PhraseSpeakers) -> None:
        self._view, self._discourse, self._phrases = view, discourse, phrases
        self._known: dict[int, Resolved] = {}

    def speaker(self, draft: Draft, at: int) -> Resolved:
        """The text that *darin* means, or the body that was said to speak, or acts, just before the word `at`."""
        cue = draft.cue_of
        if cue is None:
            return NOBODY
        if cue.words[0] not in self._known:
            self._known[cue.words[0]] = self._found(draft, cue, at)
        return self._known[cue.words[0]]

    def _found(self, draft: Draft, cue: Cue, at: int) -> Resolved:
        text = text_meant(self._view, cue, at)
        if text is not None:
            return Resolved([self._view.span(text[0], text[0] + 1)], text[1], None)
        if not is_bare(self._view, draft):
            return NOBODY
        last = self._discourse.last(at, _NEAR)
        if last is None or not last.name:
            phrase = body_before(self._view, at)
            last = self._phrases.speaker(phrase, at) if phrase and self._is_body(phrase) else NOBODY
        return last._replace(role=None) if is_group(last) else NOBODY

    def _is_body(self, phrase: Phrase) -> bool:
        noun = self._view.text[phrase.head]
        named = self._view.tag[phrase.head] != "NN" and can_speak(self._view, phrase)
        return named or reporting.is_institution(noun) or reporting.is_person(noun) or title_of(noun) is not None


def text_meant(view: View, cue: Cue, at: int) -> tuple[int, str] | None:
    """The last text named before *darin heißt es*, with its article (*der Beschluss*), and the word where it stands.

    `at` is where the content begins: what is named in the content is no text meant.
    """
    clause = view.clauses[cue.clause]
    if not _INSIDE & set(view.low[clause.start : clause.end]):
        return None
    return text_before(view, min(at, clause.start))


def text_before(view: View, at: int) -> tuple[int, str] | None:
    """The last text named before the word `at`, in its sentence or the one before, and the word where it stands."""
    begin = view.sentences[max(0, view.sentence[at] - _BACK)][0]
    for word in range(at - 1, begin - 1, -1):
        if view.tag[word] == "NN" and reporting.is_text(view.text[word]) and view.quoted[word] < 0:
            token = view.doc[view.index[word]]
            gender = token.morph.get("Gender", [])
            plural = token.morph.get("Number", []) == ["Plur"]
            article = "" if plural or not gender else _ARTICLES.get(gender[0], "")
            return word, f"{article} {view.text[word]}".strip()
    return None


def is_share(name: str | None) -> bool:
    """Whether a speaker is a part of those who were asked: *73 Prozent der Teilnehmer*, *jeder Zweite*."""
    words = (name or "").split()
    return bool(words) and (words[0][0].isdigit() or bool(_SHARES & set(words)))


def is_bare(view: View, draft: Draft) -> bool:
    """Whether the frame behind the words is just *heißt es*, *hieß es weiter*."""
    cue = draft.cue_of
    if cue is None or not draft.rule.startswith(("indirect/behind", "direct/frame-behind")):
        return False
    clause = view.clauses[cue.clause]
    return set(view.low[clause.start : clause.end]) <= _BARE


def body_before(view: View, at: int) -> Phrase | None:
    """The body or group that the sentence before tells of, in one paragraph: *Die Grünen forderten ein Verbot.*"""
    number = view.sentence[at]
    first = view.sentences[number][0]
    if number == 0 or "\n" in view.plain[view.end[first - 1] : view.start[first]]:
        return None
    return subject_of_sentence(view, number - 1, first)
