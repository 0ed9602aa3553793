"""Who of those named belongs among the actors of a story, and in which order."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from briefing.aggregate.actors_local import Local
from briefing.aggregate.actors_people import Group
from briefing.german import bodies, organisations, persons
from briefing.model import Article, Span

_SPEECH = 2  # a statement counts as much as two other acts
_PASSIVE = 4  # who only is named must be so in one of so many articles
_BARE = 0.5  # a body without a name leads only where it does far more than those named
_SCENE = 4  # times an article names the state that it is about
_ACTIVE = 2  # acts of a medium that make it an actor
_HOME = "Deutschland"  # named in passing in almost every article of a German paper


def matters(group: Group, articles: Mapping[str, Article]) -> bool:
    """Who acts, speaks or bears a role; who is named twice; in a story of few articles also whom two of them name.

    Media are actors only where they act; states in passing only beside the home country of the papers.
    """
    kind = group.members[0].kind
    if (kind == "PER" and _is_passing(group)) or (kind == "ORG" and _is_only_source(group)):
        return False
    if any(local.acting or local.speaking or (kind == "PER" and local.roles) for local in group.members):
        return True
    named_twice = sum(len(local.spans) for local in group.members) > 1
    if kind == "PER":
        given = [persons.split(name).given for name in group.full_names()]
        return bool(given) and (named_twice or (_is_wide(group, articles) and _is_first_name(given)))
    if kind == "STATE":
        return group.members[0].name != _HOME and (_is_wide(group, articles) or _is_scene(group, articles))
    return _is_house(group.members, named_twice or _is_wide(group, articles), named_twice)


def _is_passing(group: Group) -> bool:
    """Whether a single word, called by no function and named once, only acts: half of those are no persons at all."""
    spans = [span for local in group.members for span in local.spans]
    known = group.full_names() or any(local.speaking or local.roles for local in group.members)
    return len(spans) == 1 and not known


def _is_only_source(group: Group) -> bool:
    """Whether a medium is only where somebody spoke (*sagte Muster der „Bild“*): it acts once and says nothing."""
    known = organisations.look_up(group.members[0].name)
    if known is None or not known.medium or any(local.speaking for local in group.members):
        return False
    return sum(len(local.acting) for local in group.members) < _ACTIVE


def _is_first_name(given: Sequence[Sequence[str]]) -> bool:
    return any(persons.is_first_name(words[0]) for words in given)


def _is_house(members: Sequence[Local], wide: bool, named_twice: bool) -> bool:
    """An organisation that is listed, told by its noun (*Universität Erlangen*, *Klub X*) or named twice."""
    known = organisations.look_up(members[0].name)
    if known is not None:
        return wide and not known.medium
    told = organisations.describing(members[0].name.split(" ")[0])[0] or any(local.roles for local in members)
    return wide and (named_twice or bool(told))


def _is_wide(group: Group, articles: Mapping[str, Article]) -> bool:
    """Whether enough articles, two at least, name it in their running text: in brackets stand parties and origins."""
    told = {local.article for local in group.members for span in local.spans if not _in_brackets(span, articles)}
    return len(told) >= 2 and len(told) * _PASSIVE >= len(articles)


def _is_scene(group: Group, articles: Mapping[str, Article]) -> bool:
    """Whether an article of a story of few names the state several times in its text: there it happens."""
    told = [[span for span in local.spans if not _in_brackets(span, articles)] for local in group.members]
    return len(articles) <= _PASSIVE and any(len(spans) >= _SCENE for spans in told)


def _in_brackets(span: Span, articles: Mapping[str, Article]) -> bool:
    before = articles[span.article].text[max(0, span.start - 40) : span.start]
    return before.rfind("(") > before.rfind(")")


def rank(group: Group, origins: Mapping[str, str]) -> tuple[float, int, str]:
    """Acts and statements, summed over independent origins with diminishing weight inside one."""
    per_origin: dict[str, int] = {}
    for local in group.members:
        origin = origins.get(local.article, local.article)
        per_origin[origin] = per_origin.get(origin, 0) + len(local.acting) + _SPEECH * len(local.speaking)
    activity = sum(math.log2(1 + number) for number in per_origin.values())
    if all(_is_bare(local) for local in group.members):
        activity *= _BARE
    return -round(activity, 6), -sum(len(local.spans) for local in group.members), group.members[0].name


def _is_bare(local: Local) -> bool:
    """Whether a body is called by its noun alone (*Behörden*, *die Regierung*)."""
    name = local.name
    if local.kind != "ORG" or " " in name or "-" in name or name.startswith("Bund"):
        return False
    return bool(bodies.gender_of(name)) and organisations.look_up(name) is None
