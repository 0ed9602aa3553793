"""Whom a pronoun, a bare title or an epithet means: er, die Ministerin, der 57-Jährige, der Niederländer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.analyse import items
from briefing.analyse.quotes_view import View
from briefing.german.states import look_up, state_of
from briefing.german.titles import title_of

FAR = 4  # sentences over which a pronoun reaches back to the last speaker
_NEAR = 2  # sentences over which an epithet reaches back
_KNOWN = 20  # sentences over which a printed function is remembered
_LONGEST = 4  # words of a name in which a genitive is looked for
_AGE = re.compile(r"^(\d{1,3})-?[Jj]ährige[rn]?$")


class Resolved(NamedTuple):
    """Speaker spans in characters, the name they stand for and the printed function."""

    spans: list[list[int]]
    name: str | None
    role: list[int] | None
    label: str = ""
    gender: str = ""
    number: str = "s"


class Person(NamedTuple):
    """A mention of a person in the text."""

    word: int
    sentence: int
    name: str
    gender: str
    subject: bool


class Discourse:
    """Who was named and who spoke, in text order."""

    def __init__(self, view: View, names: list[items.NameItem], told: Sequence[tuple[int, int]] = ()) -> None:
        """`told` are the words of contents: who is named only there is spoken of, and seldom speaks next."""
        self._view = view
        self._told = told
        self._people = [_person(view, name) for name in names if name["label"] == "PER"]
        self._roles: dict[str, set[str]] = {}
        self._ages: dict[str, set[str]] = {}
        text = view.plain
        for name in names:
            if name["label"] != "PER":
                continue
            if name["role"]:
                role = text[name["role"][0] : name["role"][1]].lower()
                self._roles.setdefault(name["name"], set()).add(role)
            near = text[max(0, name["start"] - 40) : name["end"] + 25]
            self._ages.setdefault(name["name"], set()).update(re.findall(r"(?<!\d)\d{2}(?!\d)", near))
        self._past: list[tuple[int, Resolved]] = []

    def said(self, word: int, speaker: Resolved) -> None:
        """Remember a speaker, at the word where the quotation begins."""
        self._past.append((word, speaker))

    def last(self, word: int, far: int = FAR) -> Resolved | None:
        """The last speaker before `word`, if not more than `far` sentences back."""
        for place, speaker in reversed(self._past):
            if place <= word:
                return speaker if self._distance(place, word) <= far else None
        return None

    def names_another(self, speaker: Resolved, word: int) -> bool:
        """Whether the sentence of `word` names a person besides the speaker, whose words they may be."""
        number, owner = self._view.sentence[word], self._view.owner
        others = (p for p in self._people if p.sentence == number and p.name != speaker.name)
        return any(not owner & set(range(p.word, p.word + _LONGEST)) for p in others)  # not: Putins Truppen

    def _distance(self, place: int, word: int) -> int:
        return self._view.sentence[word] - self._view.sentence[place]

    def pronoun(self, word: int, gender: str, *, plural: bool) -> Resolved | None:
        """The person (or, in the plural, the group) a pronoun stands for; None if nobody fits for certain."""
        speaker, place = self._last_fitting(word, gender, plural)
        if plural:
            return speaker
        subject = self._last_subject(word, gender)
        if speaker and subject and subject.name != speaker.name and subject.word > place:
            return _as_speaker(subject)
        if speaker:
            return speaker
        if subject:
            return _as_speaker(subject)
        near = {
            p.name: p
            for p in self._people
            if p.word < word and self._distance(p.word, word) <= _NEAR and p.gender in (gender, "")
        }
        return _as_speaker(next(iter(near.values()))) if len(near) == 1 else None

    def _last_fitting(self, word: int, gender: str, plural: bool) -> tuple[Resolved | None, int]:
        for place, speaker in reversed(self._past):
            if place > word:
                continue
            if self._distance(place, word) > FAR:
                break
            if plural:
                return (speaker, place) if speaker.number == "p" else (None, -1)
            if speaker.number == "p" or not speaker.name:
                return None, -1
            if speaker.gender == gender or (speaker.label == "PER" and not speaker.gender):
                return speaker, place
            return None, -1
        return None, -1

    def _last_subject(self, word: int, gender: str) -> Person | None:
        """The person that is the subject of this sentence so far, or of the one before."""
        fitting = [p for p in self._people if p.word < word and p.subject and p.gender in (gender, "")]
        fitting = [p for p in fitting if not self._only_told(p, word)]
        if not fitting:
            return None
        latest = max(p.sentence for p in fitting)
        return next(p for p in fitting if p.sentence == latest) if self._view.sentence[word] - latest <= 1 else None

    def _only_told(self, person: Person, word: int) -> bool:
        """Whether the person is named in a content that does not hold `word`."""
        return any(first <= person.word < last and not first <= word < last for first, last in self._told)

    def subject_in(self, sentence: int) -> Resolved | None:
        """The person that is the subject of the sentence, if there is one only."""
        found = {p.name: p for p in self._people if p.sentence == sentence and p.subject}
        return _as_speaker(next(iter(found.values()))) if len(found) == 1 else None

    def titled(self, first: int, last: int) -> Resolved | None:
        """Someone named before who is meant by a definite phrase without a name."""
        view = self._view
        if view.low[first] not in ("der", "die", "das", "dieser", "diese"):
            return self._head_of(state_of(view.text[first]), view.text[first + 1], first) if last == first + 2 else None
        head = first + 1
        while head < last and view.tag[head] in ("ADJA", "CARD", "ADV", "ADJD"):
            head += 1
        if head >= last:
            head = last - 1
        noun = view.text[head]
        age = _AGE.match(noun)
        if age:
            return self._unique_age(age.group(1), first)
        if not (head + 1 >= last or view.text[head + 1] == ","):
            return None
        gender = "f" if view.low[first] in ("die", "diese") else "m"
        title = title_of(noun)
        people = look_up(noun)
        inhabitant = people is not None and people.kind == "inhabitant"
        if title is None and not inhabitant:
            return None
        if title and title.number == "p":
            return None
        state = next((s for s in (state_of(view.text[j]) for j in range(first + 1, head)) if s), None)
        return self._by_function(noun.lower(), state, first, gender) or self._epithet(
            first, gender, noun.lower(), state
        )

    def _head_of(self, state: str | None, noun: str, word: int) -> Resolved | None:
        """*Frankreichs Staatschef*: the one person named with that state and a function of the same rank."""
        rank = next((r for r in _RANKS if noun.lower() in r), None)
        if state is None or rank is None:
            return None
        found = {
            name
            for name, roles in self._roles.items()
            for role in roles
            if any(part in rank for part in re.findall(r"\w+", role)) and state in _states_in(role)
        }
        near = [p for p in self._people if p.name in found]
        return _as_speaker(near[0]) if len(found) == 1 and near else None

    def _unique_age(self, age: str, word: int) -> Resolved | None:
        found = [p for p in self._people if p.word < word and age in self._ages.get(p.name, ())]
        if found:
            return _as_speaker(found[-1])
        gender = "m" if self._view.low[word] in ("der", "dieser") else "f"
        return self._epithet(word, gender, "", None)

    def _by_function(self, noun: str, state: str | None, word: int, gender: str) -> Resolved | None:
        """The last speaker with that printed function, else the last person named with it."""
        pattern = re.compile(rf"(?:^|[\s\w-]){re.escape(noun)}(?:$|[\s,])")

        def holds(name: str) -> bool:
            return any(pattern.search(role) and _agrees(role, state) for role in self._roles.get(name, ()))

        for place, speaker in reversed(self._past):
            if place < word and speaker.name and self._distance(place, word) <= _KNOWN and holds(speaker.name):
                return speaker
        named = [p for p in self._people if p.word < word and self._distance(p.word, word) <= _KNOWN and holds(p.name)]
        named = [p for p in named if p.gender in (gender, "")]
        return _as_speaker(named[-1]) if named else None

    def _epithet(self, word: int, gender: str, noun: str, state: str | None) -> Resolved | None:
        """The only person of the last sentences, last speaker or subject, if nothing speaks against it."""
        near = [
            p
            for p in self._people
            if p.word < word and self._distance(p.word, word) <= _NEAR and p.gender in (gender, "")
        ]
        speaker = next(
            (s for place, s in reversed(self._past) if place < word and self._distance(place, word) <= _NEAR), None
        )
        if speaker and speaker.label == "PER" and speaker.gender in (gender, ""):
            others = {p.name for p in near if p.subject and p.gender in (gender, speaker.gender)} - {speaker.name}
            return None if others or not self._may_be(speaker.name, noun, state) else speaker
        subjects = {p.name: p for p in near if p.subject}
        if len(subjects) == 1:
            (person,) = subjects.values()
            return _as_speaker(person) if self._may_be(person.name, noun, state) else None
        return None

    def _may_be(self, name: str | None, noun: str, state: str | None) -> bool:
        """Whether no printed function contradicts: another state, or (for a sex) another title of the same kind."""
        roles = self._roles.get(name or "", set())
        return all(_agrees(role, state) for role in roles)


_RANKS = (
    frozenset({"staatschef", "präsident", "staatspräsident", "staatsoberhaupt", "machthaber"}),
    frozenset({"regierungschef", "ministerpräsident", "premier", "premierminister", "kanzler", "bundeskanzler"}),
    frozenset({"regierungschefin", "ministerpräsidentin", "premierministerin", "kanzlerin", "bundeskanzlerin"}),
    frozenset({"außenminister", "chefdiplomat"}),
)


def _states_in(role: str) -> set[str]:
    return {found for found in (state_of(w) or state_of(w.capitalize()) for w in role.split()) if found}


def _agrees(role: str, state: str | None) -> bool:
    if state is None:
        return True
    states = _states_in(role)
    return not states or state in states


def _as_speaker(person: Person) -> Resolved:
    return Resolved([], person.name, None, "PER", person.gender)


def _person(view: View, name: items.NameItem) -> Person:
    word = min(view.token_at(name["start"]), len(view.text) - 1)
    return Person(word, view.sentence[word], name["name"], name["gender"], _is_subject(view, name, word))


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
    return word == start or (name["acts"] and word - start <= 6)
