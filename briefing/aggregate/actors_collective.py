"""Bodies without a proper name that speak or act: *die Polizei*, *die Staatsanwaltschaft*, *das Innenministerium*.

They are no names, but in many stories (an accident, a strike, an earthquake) they are the ones who say what is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from briefing.aggregate.actors_local import BODY, Local
from briefing.german import bodies
from briefing.model import Analysis, Span


def collectives(analyses: Mapping[str, Analysis], named: list[Local]) -> list[Local]:
    """Bodies that speak or act, one per article and body; the name is the noun with town or state (*Berliner Polizei*).

    Bodies of one state are one (*Geheimdienst in Seoul*, *südkoreanischer Geheimdienst*), those of two states two; a
    bare noun joins where the story knows only one. `named` are the proper names of the story.
    """
    found: dict[tuple[str, str], Local] = {}
    shown: dict[tuple[str, str], str] = {}
    for id_, phrase, span, speaks in _places(analyses):
        body = bodies.body_of(phrase)
        if body is None:
            continue
        name = shown.setdefault((body.noun, body.state), body.name) if body.state else body.name
        local = found.setdefault((id_, name), Local(id_, "ORG", name))
        local.forms[name] = local.forms.get(name, 0) + 1
        local.spans.append(span)
        (local.speaking if speaks else local.acting).append(span)
        local.phrases.add(phrase)
    return _only_one(list(found.values()), named, analyses)


def _places(analyses: Mapping[str, Analysis]) -> Iterator[tuple[str, str, Span, bool]]:
    """Article, phrase and place of what is no proper name, and whether it speaks there."""
    for id_, analysis in analyses.items():
        names = {name.name for name in analysis.names if name.rule != BODY}
        for quote in analysis.quotes:
            if quote.speaker and quote.speaker_name not in names:
                yield id_, quote.speaker_name or "", quote.speaker[0], True
        for name in analysis.names:
            if name.rule == BODY and name.name not in names:
                yield id_, name.name, name.span, False


def _only_one(found: list[Local], named: list[Local], analyses: Mapping[str, Analysis]) -> list[Local]:
    """The bare noun joins the fuller name where the story knows only one (*Berliner Polizei*, *Polizei Berlin*).

    *Regierung*, *Gericht* and the like join a compound too (*Bundesregierung*), the only one of their article; a noun
    that the article prints beside one name (*die US-Gesundheitsbehörde CDC*) means it. The body of a state is not
    meant before it is named, nor in an article that speaks more of another state.
    """
    full: dict[str, set[str]] = {}
    inside: dict[str, set[str]] = {}
    for local in found:
        if " " in local.name:
            full.setdefault(bodies.noun_of(local.name), set()).add(local.name)
    for local in named:
        noun, _, place = local.name.partition(" ")
        if local.kind == "ORG" and place and bodies.gender_of(noun):
            full.setdefault(noun, set()).add(local.name)
        if local.kind == "ORG" and bodies.gender_of(place) and noun.endswith(("e", "er", "es")):
            full.setdefault(place, set()).add(local.name)  # Deutsche Bahn, Europäische Kommission
    for local in (*found, *named):
        if local.kind == "ORG":
            inside.setdefault(local.article, set()).add(local.name)
            if local.name.startswith("Bundes") and local.name.endswith("ministerium"):
                full.setdefault(local.name.removeprefix("Bundes").capitalize(), set()).add(local.name)
            if "-" in local.name and " " not in local.name:  # Wirecard-Untersuchungsausschuss
                full.setdefault(local.name.rpartition("-")[2], set()).add(local.name)
    described = _described(named)
    first = {(local.article, local.name): min(span.start for span in local.spans) for local in found}
    for local in found:
        compounds = {name for name in inside[local.article] if bodies.is_short_for(local.name, name)}
        told = described.get((local.article, local.name), set())
        fuller = _longest(told or compounds or full.get(local.name, set()))
        if len(fuller) == 1 and _may_mean(local, next(iter(fuller)), first, analyses[local.article]):
            local.name = next(iter(fuller))
    return found


def _may_mean(local: Local, fuller: str, first: Mapping[tuple[str, str], int], analysis: Analysis) -> bool:
    """Whether a bare noun may mean the body `fuller`; `first` has the first place of every body by its article."""
    body = bodies.body_of(fuller)
    if body is None or not body.state:
        return True
    if (local.article, fuller) in first:
        return first[local.article, fuller] < first[local.article, local.name]
    told = Counter(name.name for name in analysis.names if name.label == "STATE")
    return not told or told[body.state] == max(told.values())


def _described(named: list[Local]) -> dict[tuple[str, str], set[str]]:
    """By article and noun the organisations that are called so beside their name (*die US-Gesundheitsbehörde CDC*)."""
    found: dict[tuple[str, str], set[str]] = {}
    for local in named:
        nouns = {bodies.nominative(role.split(" ")[-1]) for role, _ in local.roles} if local.kind == "ORG" else set()
        for noun in nouns | {noun.rpartition("-")[2] for noun in nouns}:
            found.setdefault((local.article, noun), set()).add(local.name)
    return found


def _longest(names: set[str]) -> set[str]:
    """Without those that begin another (*Staatsanwaltschaft München*, *Staatsanwaltschaft München I*)."""
    return {name for name in names if not any(other.startswith(name + " ") for other in names)}
