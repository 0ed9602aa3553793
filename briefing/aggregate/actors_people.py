"""Which names of several articles are one person: full names that agree, then bare family names that fit only one."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.aggregate.actors_local import Local
from briefing.german import persons, states, titles


@dataclass(slots=True)
class Group:
    """Names of several articles that stand for one actor."""

    members: list[Local] = field(default_factory=list)

    def full_names(self) -> list[str]:
        """The names with a given name, in source order."""
        return [local.name for local in self.members if persons.split(local.name).given]


def group_people(people: list[Local]) -> list[Group]:
    """Persons in source order. Conflicting given names stay apart; an ambiguous family name stays by itself."""
    named, bare = _Table(), _Table()
    _without_genitive(people)
    _with_hyphen(people)
    for local in people:
        if persons.split(local.name).given:
            named.put([group for group in named.of_family(local) if _agrees(group, local)], local)
    for local in people:
        if not persons.split(local.name).given:
            fitting = _called(named, local)
            if fitting:
                fitting[0].members.append(local)
            else:
                bare.put([group for group in bare.of_family(local) if not _conflict(group, local)], local)
    return named.groups + bare.groups


def _without_genitive(people: list[Local]) -> None:
    """*Wladimir Putins*, where the story names *Wladimir Putin* elsewhere, is him in the genitive."""
    names = {local.name for local in people}
    for local in people:
        base = next((base for base in persons.genitive_bases(local.name) if " " in base and base in names), None)
        if base is not None:
            local.forms = {base if form == local.name else form: n for form, n in local.forms.items()}
            local.phrases.add(local.name)
            local.name = base


def _with_hyphen(people: list[Local]) -> None:
    """*Annegret Kramp Karrenbauer*, where the story names *Annegret Kramp-Karrenbauer* elsewhere, is her."""
    known = {local.name.replace("-", " "): local.name for local in people if "-" in local.name}
    for local in people:
        name = known.get(local.name)
        if name is not None:
            local.forms = {name if form == local.name else form: n for form, n in local.forms.items()}
            local.phrases.add(local.name)
            local.name = name


class _Table:
    """Groups in source order, found by the spelling class of the family name or by a given name."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._by_family: dict[str, list[Group]] = {}
        self._by_given: dict[str, list[Group]] = {}

    def put(self, fitting: list[Group], local: Local) -> None:
        """Join the one fitting group, else open a new one."""
        if len(fitting) == 1:
            fitting[0].members.append(local)
            return
        group, parts = Group([local]), persons.split(local.name)
        self.groups.append(group)
        self._by_family.setdefault(persons.family_key(parts.family), []).append(group)
        if parts.given:
            self._by_given.setdefault(parts.given[0], []).append(group)

    def of_family(self, local: Local) -> list[Group]:
        return self._by_family.get(persons.family_key(persons.split(local.name).family), [])

    def of_given(self, local: Local) -> list[Group]:
        return self._by_given.get(local.name, [])


def _agrees(group: Group, local: Local) -> bool:
    """All full names of the group and the new one can be one person (not only some of them)."""
    return all(persons.same_person(name, local.name) for name in group.full_names())


def _called(named: _Table, local: Local) -> list[Group]:
    """The persons a bare family name can mean: by family name, then by function and state."""
    family = named.of_family(local)
    if not family and _offices([local]):
        # "Bundeswirtschaftsminister Peter" before a line break: the first name with the same office
        return _only([group for group in named.of_given(local) if _offices([local]) & _offices(group.members)])
    compatible = [group for group in family if not _conflict(group, local)]
    if len(compatible) > 1:
        offices = _offices([local])
        compatible = [group for group in compatible if offices & _offices(group.members)]
    return _only(compatible)


def _only(groups: list[Group]) -> list[Group]:
    return groups if len(groups) == 1 else []


def _conflict(group: Group, local: Local) -> bool:
    """Whether function or state tell them apart (*Südkoreas Präsident Kim*, *Nordkoreas Machthaber Kim Jong Un*)."""
    one, other = _states(group.members), _states([local])
    return bool(one and other and not one & other)


def _words(members: list[Local]) -> list[str]:
    return [word for local in members for role, _ in local.roles for word in role.replace("-", " ").split()]


def _states(members: list[Local]) -> frozenset[str]:
    found = (states.look_up(word) for word in _words(members))
    return frozenset(state.state for state in found if state is not None and not state.land)


def _offices(members: list[Local]) -> frozenset[str]:
    words = (word for word in _words(members) if titles.title_of(word) is not None)
    return frozenset(titles.stem(word) for word in words)
