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
    groups: list[Group] = []
    for local in people:
        if persons.split(local.name).given:
            fitting = [group for group in groups if _agrees(group, local)]
            _join(groups, fitting, local)
    named = list(groups)
    bare: list[Group] = []
    for local in people:
        if not persons.split(local.name).given:
            fitting = _called(named, local)
            _join(bare if not fitting else groups, fitting or _alike(bare, local), local)
    return groups + bare


def _join(groups: list[Group], fitting: list[Group], local: Local) -> None:
    if len(fitting) == 1:
        fitting[0].members.append(local)
    else:
        groups.append(Group([local]))


def _agrees(group: Group, local: Local) -> bool:
    """All full names of the group and the new one can be one person (not only some of them)."""
    return all(persons.same_person(name, local.name) for name in group.full_names())


def _called(groups: list[Group], local: Local) -> list[Group]:
    """The persons a bare family name can mean: by family name, then by function and state."""
    family = [group for group in groups if any(_same_family(name, local.name) for name in group.full_names())]
    if not family and _offices([local]):
        # "Bundeswirtschaftsminister Peter" before a line break: the first name with the same office
        return _only([group for group in groups if _is_first_name_of(group, local)])
    compatible = [group for group in family if not _conflict(group, local)]
    if len(compatible) > 1:
        offices = _offices([local])
        compatible = [group for group in compatible if offices & _offices(group.members)]
    return _only(compatible)


def _only(groups: list[Group]) -> list[Group]:
    return groups if len(groups) == 1 else []


def _is_first_name_of(group: Group, local: Local) -> bool:
    first = any(persons.split(name).given[0] == local.name for name in group.full_names())
    return first and bool(_offices([local]) & _offices(group.members))


def _same_family(full: str, bare: str) -> bool:
    return persons.same_family(persons.split(full).family, bare)


def _alike(groups: list[Group], local: Local) -> list[Group]:
    """Bare names of other articles, equal in spelling and not in different service."""
    return [
        group for group in groups
        if persons.same_family(group.members[0].name, local.name) and not _conflict(group, local)
    ]  # fmt: skip


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
