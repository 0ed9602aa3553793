"""Whom a phrase without a name means: die Ministerin, der 57-Jährige, der Niederländer, das Ministerium.

Precision first: an office needs a printed function that fits; what anybody may be (*der Politiker*) needs a
person who alone was acting just before; *der Sprecher* or *ihr Anwalt* is never the person spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.analyse import items
from briefing.analyse.quotes_anaphora import NEAR, Discourse, Person, Resolved, as_speaker
from briefing.analyse.quotes_anaphora_bodies import Bodies
from briefing.analyse.quotes_anaphora_functions import may_be_many, same_function
from briefing.analyse.quotes_view import View
from briefing.german import titles
from briefing.german.states import look_up, state_of
from briefing.german.titles import title_of

_KNOWN = 20  # sentences over which a printed function is remembered
_AGE = re.compile(r"^(\d{1,3})-?[Jj]ährige[rn]?$")
_PARTY = re.compile(r"\s?\(([A-ZÖÜa-zöü]{3,9})[,)]")  # Maria Muster (SPD)
_PARTIES = frozenset("cdu csu spd fdp afd grüne linke bsw övp fpö spö neos svp".split())
_DEFINITE = frozenset("der die das dem den des dieser diese dieses diesem".split())
# Not the same office: der Präsident is no Vizepräsident.
_OTHER_OFFICE = ("vize", "ex-", "alt-", "altkanzler", "altbundes", "stellvertretend")
# A body or one of its members: der Vorstand, der Stadtrat.
_COLLEGES = ("vorstand", "stadtrat", "gemeinderat", "betriebsrat", "aufsichtsrat", "bundesrat", "nationalrat", "beirat")
# Who speaks for others or belongs to others; without a printed function they are nobody known.
_FOR_OTHERS = frozenset(
    """sprecher anwalt rechtsanwalt verteidiger vertreter stellvertreter mitarbeiter kollege berater assistent bruder
    sohn vater onkel neffe freund partner zeuge augenzeuge richter staatsanwalt polizist soldat bewohner anwohner
    nachbar kritiker gegner beobachter demonstrant ermittler insasse täter nachfolger vorgänger mann frau mutter
    tochter schwester ehefrau ehemann moderator reporter korrespondent journalist""".split()
)
_OFFICES = frozenset(
    """präsident minister kanzler senator bürgermeister gouverneur könig papst premier botschafter landrat general
    staatschef regierungschef ministerpräsident kommissar staatssekretär""".split()
)
# When an office is held: der künftige Präsident is not whom the article calls Präsident.
_TIMES = {
    "future": "künftig zukünftig designiert gewählt neugewählt nächst angehend",
    "past": "früher ehemalig einstig vormalig damalig abgewählt",
    "present": "amtierend bisherig scheidend jetzig derzeitig",
}
_ADJECTIVE_END = re.compile(r"(?:e|er|en|em|es)$")
_RANKS = (
    frozenset({"staatschef", "präsident", "staatspräsident", "staatsoberhaupt", "machthaber"}),
    frozenset({"regierungschef", "ministerpräsident", "premier", "premierminister", "kanzler", "bundeskanzler"}),
    frozenset({"regierungschefin", "ministerpräsidentin", "premierministerin", "kanzlerin", "bundeskanzlerin"}),
    frozenset({"außenminister", "chefdiplomat"}),
)


class Titles:
    """Functions and ages printed with the persons of an article, and whom they lead to."""

    def __init__(self, view: View, names: list[items.NameItem], discourse: Discourse) -> None:
        self._view = view
        self._discourse = discourse
        self._roles: dict[str, set[str]] = {}
        self._ages: dict[str, set[str]] = {}
        self._parties: dict[str, set[str]] = {}
        self._bodies = Bodies(view, names)
        text = view.plain
        for name in names:
            if name["label"] != "PER":
                continue
            if name["role"]:
                role = text[name["role"][0] : name["role"][1]].lower()
                self._roles.setdefault(name["name"], set()).add(role)
            party = _PARTY.match(text, name["end"])
            if party:
                self._parties.setdefault(name["name"], set()).add(_party(party.group(1)))
            near = text[max(0, name["start"] - 40) : name["end"] + 25]
            self._ages.setdefault(name["name"], set()).update(re.findall(r"(?<!\d)\d{2}(?!\d)", near))

    def meant(self, first: int, last: int) -> Resolved | None:
        """Who was named before and is meant by the words `first` to `last`; None where it is not safe."""
        view = self._view
        if view.low[first] not in _DEFINITE:
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
        attribute = self._attribute(head, last)
        if noun.lower().endswith(_COLLEGES):
            return None if attribute or self._is_plural(head) else self._by_other_word(noun, first, "m")
        title = title_of(noun)
        people = look_up(noun)
        inhabitant = people is not None and people.kind == "inhabitant"
        if title is None and not inhabitant:
            return (
                None if attribute or self._is_plural(head) else self._bodies.meant(noun, first, alone=head == first + 1)
            )
        gender = self._gender(first, noun, title)
        if not gender:
            return None
        state = next((s for s in (state_of(view.text[j]) for j in range(first + 1, head)) if s), None)
        if state is None and last < len(view.text) and view.tag[last] == "NE":
            state = state_of(view.text[last])  # der Handelsminister Malaysias
        time = _time(view.low[first + 1 : head])
        known = self._by_function(noun, state, first, gender, attribute, time)
        if known or attribute:
            return known
        found = self._epithet(first, gender, noun, state)
        other = None if time or state or self._is_plural(head) else self._by_other_word(noun, first, gender)
        if other is not None:
            return None if found and found.name != other.name and may_be_many(noun) else other
        return None if time and found and self._held_otherwise(found.name, titles.stem(noun), time) else found

    def _held_otherwise(self, name: str | None, office: str, time: str) -> bool:
        """Whether the person is printed with the office at another time."""
        roles = (role for role in self._roles.get(name or "", ()) if _time(role.split()) != time)
        return any(titles.stem(word) == office for role in roles for word in re.findall(r"[\w-]+", role))

    def _attribute(self, head: int, last: int) -> list[str]:
        """The nouns and names behind the head, up to a comma (*der Chef der Krankenhausgesellschaft*)."""
        view = self._view
        end = head + 1
        while end < last and view.text[end] != ",":
            end += 1
        while end > head + 1 and view.bracketed[end - 1]:
            end -= 1  # der Chef des Instituts für Weltwirtschaft (IfW)
        return [view.low[j] for j in range(head + 1, end) if view.noun(j)] or (["?"] if end > head + 1 else [])

    def _gender(self, first: int, noun: str, title: titles.Title | None) -> str:
        """m or f of a singular phrase; empty for a plural, which means nobody alone."""
        low = self._view.low[first]
        if title is None:
            if low in ("die", "diese"):
                return "f" if noun.endswith(("in", "e")) else ""
            return "m" if low in ("der", "dieser", "dem", "des") else ""
        if title.number == "p":
            return ""
        feminine = low in ("die", "diese")
        if title.gender == "m":
            return "" if feminine or low == "den" else "m"
        if title.gender == "f":
            return "f"
        if noun.endswith("en") and low in ("die", "diese", "den"):
            return ""  # die Vorsitzenden
        return "f" if feminine else "m"

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
        near = [p for p in self._discourse.people if p.name in found]
        return as_speaker(near[0]) if len(found) == 1 and near else None

    def _unique_age(self, age: str, word: int) -> Resolved | None:
        found = [p for p in self._discourse.people if p.word < word and age in self._ages.get(p.name, ())]
        if found:
            return as_speaker(found[-1])
        gender = "f" if self._view.low[word] in ("die", "diese") else "m"
        fitting = [p for p in self._discourse.people if p.word < word and p.gender in (gender, "")]
        if len({p.name for p in fitting}) == 1:
            return as_speaker(fitting[-1])
        return self._epithet(word, gender, "", None)

    def _by_function(
        self, noun: str, state: str | None, word: int, gender: str, attribute: list[str], time: str
    ) -> Resolved | None:
        """The last speaker with that printed function, else the last person named with it, or the only one later."""
        base = titles.nominative(noun).lower()
        pattern = re.compile(rf"(?<!\w)([\w-]*){re.escape(base)}(?:e?[nrs]|es)?(?!\w)")

        holders = {
            name
            for name, roles in self._roles.items()
            for role in roles
            for match in pattern.finditer(role)
            if self._fits(match.group(1), role, time) and _agrees(role, state) and all(_in(a, role) for a in attribute)
        }
        office = titles.stem(noun)
        if not holders and office in _OFFICES and not (attribute or time or state):
            incumbents = {name for name, roles in self._roles.items() if any("amtsinhaber" in role for role in roles)}
            holders = {name for name in incumbents if len(incumbents) == 1 and self._may_be(name, office, state)}
        discourse = self._discourse
        for place, speaker in reversed(discourse.past):
            if place < word and speaker.name and discourse.distance(place, word) <= _KNOWN and speaker.name in holders:
                return speaker
        named = [p for p in discourse.people if p.word < word and discourse.distance(p.word, word) <= _KNOWN]
        named = [p for p in named if p.gender in (gender, "") and p.name in holders]
        if named:
            return as_speaker(named[-1])
        unnamed = None if attribute else self._unnamed(noun, word)
        if unnamed or office in _FOR_OTHERS:
            return unnamed
        later = {p.name: p for p in discourse.people if p.gender in (gender, "") and p.name in holders}
        return as_speaker(next(iter(later.values()))) if len(later) == 1 else None

    def _by_other_word(self, noun: str, word: int, gender: str) -> Resolved | None:
        """*der Rathauschef*: the last speaker, if that may be his function, or the only one named before who has it."""
        low, discourse = titles.nominative(noun).lower(), self._discourse
        kin = {name for name, roles in self._roles.items() if any(same_function(low, role) for role in roles)}
        if not kin:
            return None
        speaker = discourse.last(word, _KNOWN)
        if speaker is not None and speaker.name in kin and speaker.gender in (gender, ""):
            return speaker
        named = [p for p in discourse.people if p.word < word and p.name in kin and p.gender in (gender, "")]
        near = [p for p in named if discourse.distance(p.word, word) <= _KNOWN]
        return as_speaker(near[-1]) if near and len({p.name for p in named}) == 1 else None

    @staticmethod
    def _fits(before: str, role: str, time: str) -> bool:
        other = before.startswith(_OTHER_OFFICE) or role.startswith(_OTHER_OFFICE)
        held = "past" if "ex-" in before else _time(role.split())
        if not time:
            return not other
        return held == time if time != "present" else held in ("", time) and not other

    def _unnamed(self, noun: str, word: int) -> Resolved | None:
        """*der Sprecher*: the last speaker who was introduced without a name (*ein Sprecher der Polizei*)."""
        base = noun.lower()
        for place, speaker in reversed(self._discourse.past):
            if place >= word or speaker.label or not speaker.name:
                continue
            if self._discourse.distance(place, word) > _KNOWN:
                return None
            words = speaker.name.split(" ")
            if words[0].lower() in ("ein", "eine"):
                head = next((w for w in words[1:] if w[:1].isupper()), "")
                return speaker if head.lower().endswith(base) else None
        return None

    def _is_plural(self, word: int) -> bool:
        view = self._view
        return view.doc[view.index[word]].morph.get("Number", []) == ["Plur"]

    def _epithet(self, word: int, gender: str, noun: str, state: str | None) -> Resolved | None:
        """The only person of the last sentences, last speaker or subject, if nothing speaks against it."""
        office = titles.stem(noun) if noun else ""
        if office in _FOR_OTHERS:
            return None
        party = _party(noun.partition("-")[0]) if "-" in noun else ""
        discourse = self._discourse
        everybody = [
            p
            for p in discourse.people
            if p.word < word and discourse.distance(p.word, word) <= NEAR and p.gender in (gender, "")
        ]
        near = [p for p in everybody if self._of_party(p.name, party)]
        speaker = next(
            (s for place, s in reversed(discourse.past) if place < word and discourse.distance(place, word) <= NEAR),
            None,
        )
        if speaker and not self._of_party(speaker.name or "", party):
            speaker = None
        if speaker and speaker.label == "PER" and speaker.number == "s" and speaker.gender in (gender, ""):
            near = [p for p in near if not discourse.only_told(p, word)]
            others = {p.name for p in near if p.subject and p.gender in (gender, speaker.gender)} - {speaker.name}
            return None if others or not self._may_be(speaker.name, office, state) else speaker
        subjects = {p.name: p for p in near if p.subject}
        if len(subjects) == 1:
            (person,) = subjects.values()
            return as_speaker(person) if self._may_be(person.name, office, state) else None
        return None if subjects else self._by_party(everybody, near, party)

    def _of_party(self, name: str, party: str) -> bool:
        """Whether the person is not printed with another party than the phrase names (*der SPD-Politiker*)."""
        known = self._parties.get(name)
        if not party or not known or party in known:
            return True
        return party not in _PARTIES and party not in set().union(*self._parties.values())

    def _by_party(self, near: Sequence[Person], fitting: Sequence[Person], party: str) -> Resolved | None:
        """*Der CDU-Politiker*, behind one of another party: the only person named just before who may be meant."""
        if party not in _PARTIES or len(near) == len(fitting) or len({p.name for p in fitting}) != 1:
            return None
        return as_speaker(fitting[-1])

    def _may_be(self, name: str | None, office: str, state: str | None) -> bool:
        """Whether no printed function contradicts: one of another state, or another office."""
        roles = self._roles.get(name or "", set())
        if not all(_agrees(role, state) for role in roles):
            return False
        held = {titles.stem(w) for role in roles for w in re.findall(r"[\w-]+", role) if title_of(w.capitalize())}
        return office not in _OFFICES or not held & _OFFICES or any(_same_rank(office, other) for other in held)


def _time(words: Sequence[str]) -> str:
    """Whether adjectives put an office into the future, the past or the present; empty where they say nothing."""
    stems = {_ADJECTIVE_END.sub("", word) for word in words} | set(words)
    return next((time for time, adjectives in _TIMES.items() if stems & set(adjectives.split())), "")


def _party(printed: str) -> str:
    """The party by one form of its name: *Grünen*, *Grüne*."""
    low = printed.lower()
    return low.removesuffix("n") if low.startswith(("grüne", "linke")) else low


def _same_rank(one: str, other: str) -> bool:
    return one == other or any(one in rank and other in rank for rank in _RANKS)


def _in(word: str, role: str) -> bool:
    """Whether a noun of an attribute stands in the role, whatever its ending."""
    return word.removesuffix("s") in role


def _states_in(role: str) -> set[str]:
    return {found for found in (state_of(w) or state_of(w.capitalize()) for w in role.split()) if found}


def _agrees(role: str, state: str | None) -> bool:
    if state is None:
        return True
    states = _states_in(role)
    return not states or state in states
