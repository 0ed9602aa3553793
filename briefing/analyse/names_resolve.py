"""Full names inside one article: *Rutte* → *Mark Rutte*, *NATO* → *Nato*, *Moskau* → *Russland*."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefing.analyse.names_text import Mention, Words
from briefing.german import organisations, persons, states, titles

_ACRONYM = re.compile(r"(?=.*[A-ZÄÖÜ].*[A-ZÄÖÜ])[A-Za-zÄÖÜäöü.]{2,9}$")
_NAME_ENDS = ("us", "is", "as", "os", "es", "ns", "rs", "x")  # Carstens, Jonas: the -s may be part of the name
_PLURAL_NAMES = frozenset("USA Niederlande Philippinen Malediven Emirate UN Grüne Taliban Vereinigte".split())


@dataclass(slots=True)
class _Person:
    """One person of the article: the fullest printed name, where it stands first, and what is known."""

    name: str
    first: int
    gender: str = ""
    roles: set[str] = field(default_factory=set)


class _People:
    """The persons of the article, found by family name and by given name."""

    def __init__(self) -> None:
        self._by_family: dict[str, list[_Person]] = {}
        self.by_given: dict[str, list[_Person]] = {}

    def add(self, person: _Person) -> None:
        family = persons.family_key(persons.split(person.name).family)
        self._by_family.setdefault(family, []).append(person)
        for word in _given_words(person.name):
            self.by_given.setdefault(word, []).append(person)

    def of_family(self, family: str) -> list[_Person]:
        return self._by_family.get(persons.family_key(family), [])

    def same(self, name: str) -> _Person | None:
        fitting = self.of_family(persons.split(name).family)
        return next((p for p in fitting if p.name == name or persons.same_person(p.name, name)), None)


def resolve(words: Words, mentions: list[Mention]) -> None:
    """Set `name` (and for persons `gender`) of all `mentions` (in text order); ambiguous names stay as printed."""
    houses = {mention.start for mention in mentions if mention.label == "ORG"}
    _persons(words, [mention for mention in mentions if mention.label == "PER"], houses)
    _organisations(words, mentions)
    for mention in mentions:
        if mention.label in ("STATE", "LOC"):
            mention.name = _place(words, mention)
        elif mention.label == "MISC":
            mention.name = words.string(mention.start, mention.end)
        if mention.label in ("STATE", "ORG"):
            mention.number = "p" if mention.name.split(" ")[0] in _PLURAL_NAMES else "s"
            mention.gender = mention.gender or _article_gender(words, mention)
    _places_without_genitive(mentions)


def _article_gender(words: Words, mention: Mention) -> str:
    article = words.word(mention.start - 1, mention.start).lower()
    if article == "die" and mention.number == "s":
        return "f"
    return "m" if article == "der" and words.case[mention.end - 1] == "Nom" else ""


# ── persons ─────────────────────────────────────────────────────────────────────────────────────


def _persons(words: Words, mentions: list[Mention], houses: set[int]) -> None:
    printed = {words.string(mention.start, mention.end) for mention in mentions}
    lasts = {name.split(" ")[-1] for name in printed}
    people = _People()
    kept = {words.string(m.start, m.end) for m in mentions if words.case[m.end - 1] != "Gen" or _is_titled(words, m)}
    for mention in mentions:
        mention.name = _nominative(words, mention, lasts, houses, kept)
        if words.first[mention.start] and mention.name.startswith(("Von ", "Van ")):
            mention.name = mention.name[0].lower() + mention.name[1:]  # a particle at the beginning of a sentence
    known = {
        (given, role) for mention in mentions for given in persons.split(mention.name).given[:1]
        for role in _role_words(words, mention)
    }  # fmt: skip
    for mention in mentions:
        mention.name = _reigning(words, mention, known) or mention.name
    full = [mention for mention in mentions if persons.split(mention.name).given]
    bare = [mention for mention in mentions if not persons.split(mention.name).given]
    for mention in full:
        _join(people, mention, words)
    for mention in full:
        person = people.same(mention.name)
        if person is not None:
            mention.name, mention.gender = person.name, person.gender or mention.gender
    for mention in bare:
        person = _called(people, mention, words)
        if person is not None:
            mention.name, mention.gender = person.name, person.gender or mention.gender


def _reigning(words: Words, mention: Mention, known: set[tuple[str, str]]) -> str:
    """*König Salman*, *Papst Franziskus*: dignity and given name are a full name, not that of *Mohammed bin Salman*.

    `known` are given names and functions of those named in full (*Kronprinz Mohammed* is *Mohammed bin Salman*).
    """
    dignity = words.word(mention.start - 1, mention.start)
    if " " in mention.name or not persons.is_dignity(dignity):
        return ""
    dignity = titles.nominative(dignity)
    return "" if (mention.name, dignity.lower()) in known else f"{dignity} {mention.name}"


def _is_titled(words: Words, mention: Mention) -> bool:
    """*Abwehrchef Mats Hummels fehlt*: behind a function a name that owns nothing has no ending of the genitive."""
    behind = mention.role is not None and mention.role[1] == mention.start
    return behind and words.tag[mention.end : mention.end + 1] not in (["NN"], ["ADJA"], ["CARD"])


def _nominative(words: Words, mention: Mention, lasts: set[str], houses: set[int], kept: set[str]) -> str:
    """The name without genitive ending, where the article or the syntax shows that it is one.

    `houses` are the first words of organisations: *Silvio Berlusconis Forza Italia*; `kept` are full names printed
    where they are no genitive.
    """
    name = words.string(mention.start, mention.end)
    last = name.split(" ")[-1]
    for base in persons.genitive_bases(name):
        if base.split(" ")[-1] in lasts:
            return base
        if name.endswith("'"):
            return base
        if " " in name and (mention.end in houses or _owns_next(words, mention)):
            return base
        genitive = words.case[mention.end - 1] == "Gen" and _is_ruled(words, mention) and name not in kept
        if genitive and not last.endswith(_NAME_ENDS) and len(last) > 4:
            return base
    return name


def _is_ruled(words: Words, mention: Mention) -> bool:
    """Whether the name depends on a noun, as a genitive must; without a parse nothing speaks against it."""
    inside = range(mention.start, mention.end)
    heads = [i for i in inside if words.head[i] not in inside]
    return not any(words.dep) or any(words.dep[i] in ("nmod", "dep", "appos", "flat", "obl") for i in heads)


def _owns_next(words: Words, mention: Mention) -> bool:
    """Whether the parser sees the name as the genitive of the noun behind it (*Wladimir Putins Krieg*)."""
    last = mention.end - 1
    heads = {words.head[i] for i in range(mention.start, mention.end)} - set(range(mention.start, mention.end))
    ruled = words.dep[last] == "nmod" or any(words.dep[i] == "nmod" for i in range(mention.start, last))
    return ruled and any(last < head <= last + 3 and words.tag[head] == "NN" for head in heads)


def _join(people: _People, mention: Mention, words: Words) -> None:
    person = people.same(mention.name)
    if person is None:
        person = _Person(mention.name, mention.start, mention.gender)
        people.add(person)
    elif len(mention.name) > len(person.name) and "." not in mention.name:
        person.name = mention.name
    person.gender = person.gender or mention.gender
    person.roles |= _role_words(words, mention)


def _role_words(words: Words, mention: Mention) -> set[str]:
    if mention.role is None:
        return set()
    inside = (words.text[number] for number in range(*mention.role))
    return {word.lower().removesuffix("en").removesuffix("s") for word in inside if titles.title_of(word) is not None}


def _called(people: _People, mention: Mention, words: Words) -> _Person | None:
    """The only person that a bare name can mean here; None where there are several or none."""
    fitting = people.of_family(mention.name) or people.by_given.get(mention.name, [])
    if mention.gender:
        fitting = [person for person in fitting if person.gender in ("", mention.gender)]
    if len(fitting) > 1:
        roles = _role_words(words, mention)
        by_role = [person for person in fitting if roles & person.roles]
        before = [person for person in fitting if person.first < mention.start]
        # Who alone has been introduced is meant; once two are known, only the function tells them apart.
        fitting = by_role if roles else before if len(before) == 1 else []
    return fitting[0] if len(fitting) == 1 else None


def _given_words(name: str) -> list[str]:
    parts = persons.split(name)
    return [] if parts.family_first else list(parts.given)


# ── organisations ───────────────────────────────────────────────────────────────────────────────


def _organisations(words: Words, mentions: list[Mention]) -> None:
    own = [mention for mention in mentions if mention.label == "ORG"]
    introduced = _introduced(words, own)
    heads = _heads(words, own)
    shown: dict[str, str] = {}
    for mention in own:
        printed = words.string(mention.start, mention.end)
        known = organisations.look_up(printed)
        if known is not None:
            mention.name = known.name
            continue
        printed = introduced.get(printed, introduced.get(printed.removesuffix("s"), printed))
        printed = heads.get(organisations.nominative(printed), printed)
        known = organisations.look_up(printed)
        key = organisations.key(printed)
        mention.name = known.name if known else shown.setdefault(key, _base(printed, own, words))


def _introduced(words: Words, mentions: list[Mention]) -> dict[str, str]:
    """Abbreviations that the article explains: *Internationale Atomenergiebehörde (IAEA)*."""
    found = {}
    for mention in mentions:
        if words.word(mention.end, mention.start) == "(" and words.word(mention.end + 2, mention.start) == ")":
            short = words.text[mention.end + 1]
            if _ACRONYM.match(short) and short not in found:
                found[short] = words.string(mention.start, mention.end)
    return found


def _heads(words: Words, mentions: list[Mention]) -> dict[str, str]:
    """Bodies called by their noun alone (*das Bundesamt*) where the article knows one full name that begins with it."""
    full: dict[str, set[str]] = {}
    for mention in mentions:
        name = organisations.nominative(words.string(mention.start, mention.end))
        head, _, rest = name.partition(" ")
        if rest[:1].islower() and organisations.is_body(head) and organisations.look_up(name) is None:
            full.setdefault(head, set()).add(name)
    return {head: next(iter(names)) for head, names in full.items() if len(names) == 1}


def _base(printed: str, mentions: list[Mention], words: Words) -> str:
    """The form without genitive -s, where that form stands in the article too, else as printed."""
    forms = {words.string(mention.start, mention.end) for mention in mentions}
    for base in persons.genitive_bases(printed):
        if base in forms:
            return base
    return organisations.nominative(printed)


# ── states and places ───────────────────────────────────────────────────────────────────────────


def _place(words: Words, mention: Mention) -> str:
    printed = words.string(mention.start, mention.end)
    state = states.look_up(printed)
    if state is None:
        return printed
    if mention.label == "STATE":
        return state.state
    return states.base_form(printed) if state.kind in ("capital", "seat") else state.state


def _places_without_genitive(mentions: list[Mention]) -> None:
    names = {mention.name for mention in mentions if mention.label in ("LOC", "MISC")}
    for mention in mentions:
        if mention.label in ("LOC", "MISC"):
            base = next((base for base in persons.genitive_bases(mention.name) if base in names), None)
            mention.name = base or mention.name
