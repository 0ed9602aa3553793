"""Who was named and who spoke so far, and whom a pronoun means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.analyse import items
from briefing.analyse.quotes_clauses import Clause
from briefing.analyse.quotes_mood import mood
from briefing.analyse.quotes_view import View

FAR = 4  # sentences over which a pronoun reaches back to the last speaker
NEAR = 2  # sentences over which a name or an epithet reaches back
_CHAIN = 6  # sentences over which pronouns alone go on with a name
_LONGEST = 4  # words of a name in which a genitive is looked for


class Resolved(NamedTuple):
    """Speaker spans in characters, the name they stand for and the printed function."""

    spans: list[list[int]]
    name: str | None
    role: list[int] | None
    label: str = ""
    gender: str = ""
    number: str = "s"


class Person(NamedTuple):
    """A mention of a person in the text; `span` in characters."""

    word: int
    sentence: int
    name: str
    gender: str
    subject: bool
    span: tuple[int, int]


class Discourse:
    """Who was named and who spoke, in text order."""

    def __init__(self, view: View, names: list[items.NameItem], told: Sequence[tuple[int, int]] = ()) -> None:
        """`told` are the words of contents: who is named only there is spoken of, and seldom speaks next."""
        self._view = view
        self._told = told
        self.people = [_person(view, name) for name in names if name["label"] == "PER"]
        self.past: list[tuple[int, Resolved]] = []
        self._by_sentence: dict[int, list[Person]] = {}
        for person in self.people:
            self._by_sentence.setdefault(person.sentence, []).append(person)

    def said(self, word: int, speaker: Resolved) -> None:
        """Remember a speaker, at the word where the quotation begins; without a name it was nobody in particular."""
        self.past.append((word, speaker))

    def last(self, word: int, far: int = FAR) -> Resolved | None:
        """The last speaker before `word`, if not more than `far` sentences back."""
        for place, speaker in reversed(self.past):
            if place <= word:
                return speaker if self.distance(place, word) <= far else None
        return None

    def names_another(self, speaker: Resolved, word: int) -> bool:
        """Whether the sentence of `word` names a person besides the speaker, whose words they may be."""
        return any(p.name != speaker.name for p in self.people_in(self._view.sentence[word]))

    def distance(self, place: int, word: int) -> int:
        """Sentences from the word `place` to the word `word`."""
        return self._view.sentence[word] - self._view.sentence[place]

    def pronoun(self, word: int, gender: str, *, plural: bool, since: int = -1) -> Resolved | None:
        """The person (or, in the plural, the group) a pronoun stands for; None if nobody fits for certain.

        `since` is where the quotation begins to which the pronoun belongs: its sentences hide nobody.
        """
        since = word if since < 0 else min(since, word)
        speaker, place = self._last_fitting(word, since, gender, plural)
        if plural:
            return speaker
        subject = self._last_subject(word, since, gender)
        if speaker and subject and subject.name != speaker.name and subject.word > place:
            return as_speaker(subject)
        if speaker and subject and subject.name == speaker.name and subject.word > place:
            return speaker  # Meier kam. (Kunz wartete.) Meier widersprach. Er sagte, …
        if speaker:
            return None if self._another_since(speaker, place, since, gender) else speaker
        if subject:
            return as_speaker(subject)
        near = {
            p.name: p
            for p in self.people
            if p.word < word and self.distance(p.word, since) <= NEAR and p.gender in (gender, "")
        }
        if len(near) != 1:
            return None
        (only,) = near.values()
        another = not only.subject and self._pronoun_acts(only.sentence, gender, only.word)
        return None if another else as_speaker(only)  # Er wartete auf Meier: somebody else is meant

    def _another_since(self, speaker: Resolved, place: int, since: int, gender: str) -> bool:
        """Whether somebody else of that sex was named after the last speaker, outside all contents."""
        first, last = self._view.sentence[place] + 1, self._view.sentence[since]
        people = [p for number in range(first, last) for p in self.people_in(number)]
        return any(p.name != speaker.name and p.gender == gender and not self.only_told(p, since) for p in people)

    def _last_fitting(self, word: int, since: int, gender: str, plural: bool) -> tuple[Resolved | None, int]:
        for place, speaker in reversed(self.past):
            if place > word:
                continue
            if self.distance(place, since) > FAR:
                break
            if not speaker.spans and not speaker.name:
                continue  # hieß es
            if plural:
                return (speaker, place) if speaker.number == "p" else (None, -1)
            if speaker.number == "p" or not speaker.name:
                return None, -1
            if speaker.gender == gender or (speaker.label == "PER" and not speaker.gender):
                return speaker, place
            return None, -1
        return None, -1

    def _last_subject(self, word: int, since: int, gender: str) -> Person | None:
        """The person that is the subject of this sentence so far, or of the one before."""
        fitting = [p for p in self.people if p.word < word and p.subject and p.gender in (gender, "")]
        fitting = [p for p in fitting if not self.only_told(p, word)]
        if not fitting:
            return None
        latest = max(p.sentence for p in fitting)
        near = self._goes_on(latest, self._view.sentence[since], gender)
        return next(p for p in fitting if p.sentence == latest) if near else None

    def _goes_on(self, named: int, since: int, gender: str) -> bool:
        """Whether the sentences from a name to the pronoun all go on with it: *Meier kam. Er wartete. Er sagte, …*."""
        if since - named > _CHAIN:
            return False
        return all(self._has_subject(number, gender) for number in range(named + 1, since))

    def _has_subject(self, number: int, gender: str) -> bool:
        """Whether nobody else of that sex is in the sentence, and a pronoun is its subject or it only reports."""
        if any(p.gender in (gender, "") for p in self._by_sentence.get(number, ())):
            return False
        return self._reports(number) or self._pronoun_acts(number, gender)

    def _told_clauses(self, number: int) -> list[Clause]:
        view = self._view
        clauses = view.clauses[slice(*view.by_sentence[number])]
        return [c for c in clauses if c.kind == "main" and c.finite >= 0 and view.quoted[c.finite] < 0]

    def _reports(self, number: int) -> bool:
        return any(mood(self._view, clause) for clause in self._told_clauses(number))

    def _pronoun_acts(self, number: int, gender: str, before: int | None = None) -> bool:
        """Whether *er* (or the singular *sie*) stands beside the verb of a main clause, `before` a word of it."""
        view, form = self._view, "er" if gender == "m" else "sie"
        for clause in self._told_clauses(number):
            singular = gender == "m" or not view.low[clause.finite].endswith(("en", "sind"))
            words = range(clause.start, clause.end if before is None else min(clause.end, before))
            if singular and any(view.low[i] == form and abs(i - clause.finite) == 1 for i in words):
                return True
        return False

    def only_told(self, person: Person, word: int) -> bool:
        """Whether the person is named in a content that does not hold `word`."""
        return any(first <= person.word < last and not first <= word < last for first, last in self._told)

    def people_in(self, sentence: int) -> list[Person]:
        """The persons named in a sentence, but not those who own something in it (*Putins Truppen*)."""
        owner = self._view.owner
        return [p for p in self._by_sentence.get(sentence, ()) if not owner & set(range(p.word, p.word + _LONGEST))]

    def named_last(self, sentence: int, gender: str) -> Resolved | None:
        """Whom *dieser* means: the person of that sex named last in the sentence, if more than one is named there."""
        fitting = [p for p in self.people_in(sentence) if p.gender in (gender, "")]
        several = len({p.name for p in fitting}) > 1
        return as_speaker(fitting[-1]) if several else None

    def named_at(self, word: int) -> Resolved | None:
        """The person whose name begins at the word."""
        found = next((p for p in self._by_sentence.get(self._view.sentence[word], ()) if p.word == word), None)
        return as_speaker(found) if found else None

    def subject_in(self, sentence: int) -> Resolved | None:
        """The person that is the subject of the sentence, if there is one only."""
        found = {p.name: p for p in self.people if p.sentence == sentence and p.subject}
        return as_speaker(next(iter(found.values()))) if len(found) == 1 else None


def as_speaker(person: Person) -> Resolved:
    """The person as the speaker of a quotation, where it was named."""
    return Resolved([list(person.span)], person.name, None, "PER", person.gender)


def _person(view: View, name: items.NameItem) -> Person:
    word = min(view.token_at(name["start"]), len(view.text) - 1)
    span = (name["start"], name["end"])
    return Person(word, view.sentence[word], name["name"], name["gender"], _is_subject(view, name, word), span)


def _is_subject(view: View, name: items.NameItem, word: int) -> bool:
    """Whether the parser sees the name (or the noun it is in apposition to) as a subject, or it opens the sentence."""
    if view.quoted[word] >= 0:
        return False
    start = view.sentences[view.sentence[word]][0]
    printed = view.plain[name["start"] : name["end"]]
    if printed.endswith("s") and not name["name"].endswith(printed.split()[-1]):
        return word == start  # a genitive: *Putins Truppen*
    token = view.doc[view.index[word]]
    for _ in range(4):
        if token.dep_.startswith("nsubj"):
            before = token.i - 1
            return not (before >= 0 and view.doc[before].tag_.startswith("APPR"))
        if token.dep_ not in ("flat", "appos", "compound", "nmod") or token.head.i == token.i:
            break
        if token.dep_ == "nmod" and token.morph.get("Case", []) != ["Nom"]:
            break
        token = token.head
    if name["role"] and name["role"][1] <= name["start"] and _role_is_subject(view, name["role"]):
        return True
    return word == start or (name["acts"] and word - start <= 6)


def _role_is_subject(view: View, role: list[int]) -> bool:
    """Whether the function before the name is a subject: *Der Vorsitzende der Gewerkschaft, Maria Muster, sagte*."""
    first, last = view.tokens_in(*role)
    for i in range(first, last):
        token = view.doc[view.index[i]]
        if token.dep_.startswith("nsubj"):
            return not view.tag[max(0, first - 2)].startswith("APPR") and not view.tag[first - 1].startswith("APPR")
    return False
