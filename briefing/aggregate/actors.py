"""Actors of a story: persons, organisations and states, merged over its articles.

Persons merge when their full names agree (`german.persons.same_person`), a bare family name only where it fits one
person of the story; organisations by their listed or explained forms; states by name, adjective excluded, with
capitals and seats where the article lets them act. String similarity alone never merges.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefing.aggregate.actors_collective import collectives
from briefing.aggregate.actors_local import Local, locals_of
from briefing.aggregate.actors_people import Group, group_people
from briefing.aggregate.actors_roles import merge_roles
from briefing.aggregate.actors_weight import matters, rank
from briefing.aggregate.ids import stable_id
from briefing.german import organisations, persons, states
from briefing.model import Actor, ActorKind, Analysis, Article, QuoteGroup, Span

_EVIDENCE = 12
_ABBREVIATION = 6  # letters
_RATHER = 2  # times an abbreviation stands more often than the long name before readers know it better


@dataclass(frozen=True, slots=True)
class Actors:
    """The actors of a story, most active first, and whom a resolved name stands for in an article."""

    actors: tuple[Actor, ...]
    _by_name: Mapping[tuple[str, str], Actor] = field(default_factory=dict, repr=False)

    def of(self, article_id: str, name: str) -> Actor | None:
        """The actor that the resolved name (or a printed form) stands for in the article; None if it is no actor."""
        return self._by_name.get((article_id, name))


def merge(articles: Mapping[str, Article], analyses: Mapping[str, Analysis], origins: Mapping[str, str]) -> Actors:
    """The actors of the articles of one story.

    `origins` maps an article to the one it copies: acts are weighed by independent origins. Who is only mentioned
    in passing is left out (see `actors_weight.matters`). `Actor.sources` are article ids in source order.
    """
    named = locals_of(articles, analyses)
    found = [*named, *collectives(analyses, named)]
    groups = [
        *group_people([local for local in found if local.kind == "PER"]),
        *_group_organisations([local for local in found if local.kind == "ORG"]),
        *_group_states([local for local in found if local.kind == "STATE"]),
    ]
    groups = [group for group in groups if matters(group, articles)]
    groups.sort(key=lambda group: rank(group, origins))
    made = [(_actor(group), group) for group in groups]
    return Actors(tuple(actor for actor, _ in made), _index(made))


def with_positions(actors: tuple[Actor, ...], groups: Sequence[QuoteGroup]) -> tuple[Actor, ...]:
    """The actors, each with the ids of the quotations it is the speaker of, in the order of `groups`."""
    positions: dict[str, list[str]] = {}
    for group in groups:
        if group.speaker is not None and group.speaker.actor is not None:
            positions.setdefault(group.speaker.actor, []).append(group.id)
    return tuple(replace(actor, positions=tuple(positions.get(actor.id, ()))) for actor in actors)


def _group_organisations(found: list[Local]) -> list[Group]:
    """Organisations that share a listed name, or any printed form (an abbreviation explained in one article)."""
    groups: list[Group] = []
    by_key: dict[str, Group] = {}
    called = {**_called_short(found), **_abbreviated(found)}
    for local in found:
        forms = (local.name, *local.forms, *called.get(local.name, ()))
        keys = sorted({key(form) for form in forms for key in (organisations.key, organisations.closed_key)} - {""})
        group = next((by_key[key] for key in keys if key in by_key), None)
        if group is None:
            group = Group()
            groups.append(group)
        group.members.append(local)
        for key in keys:
            by_key.setdefault(key, group)
    return groups


def _called_short(found: list[Local]) -> dict[str, tuple[str, ...]]:
    """Bodies called by their noun alone (*Ethikrat*) where the story knows only one with an adjective before it."""
    names = sorted({local.name for local in found})
    full: dict[str, list[str]] = {}
    for name in names:
        full.setdefault(organisations.bare_head(name), []).append(name)
    for name in names:
        federal = "Bundes" + name[:1].lower() + name[1:]
        lands = any(other.endswith(f" {name}") for other in names)
        if name.endswith("ministerium") and federal in names and not lands:
            full.setdefault(name, []).append(federal)  # of the federation, if no Land's is named
    return {name: tuple(full[name]) for name in names if name and len(full.get(name, ())) == 1}


def _abbreviated(found: list[Local]) -> dict[str, tuple[str, ...]]:
    """Abbreviations that nobody explains, where they are the initials of only one name of the story (*SSI*)."""
    full: dict[str, set[str]] = {}
    for local in found:
        full.setdefault(organisations.initials(local.name), set()).add(organisations.nominative(local.name))
    short = {local.name for local in found if local.name.isupper() and local.name.isalpha()}
    return {name: tuple(full[name]) for name in sorted(short) if len(full.get(name, ())) == 1}


def _group_states(found: list[Local]) -> list[Group]:
    groups: dict[str, Group] = {}
    for local in found:
        groups.setdefault(local.name, Group()).members.append(local)
    return list(groups.values())


def _actor(group: Group) -> Actor:
    kind: ActorKind = group.members[0].kind
    forms: dict[str, int] = {}
    for local in group.members:
        for form, number in local.forms.items():
            forms[form] = forms.get(form, 0) + number
    name = _shown_name(kind, group, forms)
    inflected = sorted({form for local in group.members for form in local.inflected} - set(forms))
    acting = [span for local in group.members for span in (*local.speaking, *local.acting)]
    spans = sorted({span for local in group.members for span in local.spans})
    return Actor(
        id=stable_id("A", kind, _id_name(kind, name)),
        name=name,
        kind=kind,
        aliases=(*sorted(forms, key=lambda form: (form != name, -forms[form], form)), *inflected),
        roles=merge_roles(group.members),
        mentions=len(spans),
        sources=tuple(dict.fromkeys(local.article for local in group.members)),
        evidence=_evidence(spans, acting),
        stance=tuple(sorted({span for local in group.members for span in local.stances})),
    )


def _id_name(kind: ActorKind, name: str) -> str:
    """What tomorrow's briefing will share: the spelling class of a person's name, the key of an organisation."""
    return persons.fold(name) if kind == "PER" else organisations.key(name) if kind == "ORG" else name


def _shown_name(kind: ActorKind, group: Group, forms: Mapping[str, int]) -> str:
    """Most complete, then most frequent form; a state by its usual name."""
    if kind == "STATE":
        return group.members[0].name
    if kind == "PER":
        full = [form for form in forms if persons.split(form).given] or [local.name for local in group.members]
        return min(full, key=lambda form: (-forms.get(form, 0), -len(form), form))
    listed = organisations.look_up(group.members[0].name)
    if listed is not None:
        return listed.name if listed.name in forms else min(forms, key=lambda form: (-forms[form], form))
    names = {local.name for local in group.members}
    whole = min(names, key=lambda name: (-len(name.split()), -forms.get(name, 0), name))
    return _abbreviation(whole, forms) or whole


def _abbreviation(full: str, forms: Mapping[str, int]) -> str:
    """The abbreviation of a long name that the articles print far more often than it; "" without one."""
    short = [form for form in sorted(forms) if form.isupper() and form.isalpha() and form[0] == full[0]]
    fitting = [form for form in short if len(form) <= _ABBREVIATION and forms[form] > _RATHER * forms.get(full, 0)]
    return max(fitting, key=lambda form: forms[form]) if fitting and " " in full else ""


def _evidence(spans: list[Span], acting: list[Span]) -> tuple[Span, ...]:
    """Places where the actor speaks or acts, each article's first mention, at most a dozen."""
    first: dict[str, Span] = {}
    for span in spans:
        first.setdefault(span.article, span)
    own = set(spans)
    chosen = [*first.values(), *(span for span in acting if span in own)]
    return tuple(sorted(dict.fromkeys(chosen[:_EVIDENCE])))


def _index(made: list[tuple[Actor, Group]]) -> dict[tuple[str, str], Actor]:
    """(article, name) → actor, also for printed forms and for the name shown where no other actor claims them."""
    table: dict[tuple[str, str], Actor] = {}
    for actor, group in made:
        for local in group.members:
            for phrase in sorted({local.name, *local.phrases}):
                table.setdefault((local.article, phrase), actor)
    for actor, group in made:
        for local in group.members:
            for form in (*local.forms, actor.name):
                table.setdefault((local.article, form), actor)
                state = states.state_of(form) if actor.kind == "STATE" else None
                if state == actor.name:
                    table.setdefault((local.article, state), actor)
    return table
