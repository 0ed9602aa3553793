"""Whom one article names: every person, organisation and state with its printed forms, acts, statements and roles."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefing.german import organisations, persons, states, titles
from briefing.model import ActorKind, Analysis, Article, Claim, Name, Sentence, Span

KINDS: dict[str, ActorKind] = {"PER": "PER", "ORG": "ORG", "STATE": "STATE"}
_SEVERAL = re.compile(r"\b(?:die|beiden|zwei|drei)\s+$", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_POINTING = re.compile(r"\b(?:das|dies)\b(?! +[A-ZÄÖÜ])")
_MARKS = frozenset("„“”\"»«‚‘'")
_CUT = 4  # words that a stance has at least: verb, holder or matter
_LONGEST = 220  # characters of a sentence that is shown for a stance
_NEAR = 10  # characters before a function in which the article of a plural is looked for
BODY = "body"
"""Rule of the names of bodies without a proper name (*die Polizei*), see `actors_collective`."""


@dataclass(slots=True)
class Local:
    """One name of one article: what it stands for there and every place where it is printed.

    `acting` and `speaking` are places; `roles` are (text as printed, place); `phrases` are speaker phrases
    without a name that mean this actor; `inflected` are forms as printed behind an article (*Deutsche Ethikrat*).
    """

    article: str
    kind: ActorKind
    name: str
    forms: dict[str, int] = field(default_factory=dict)
    inflected: set[str] = field(default_factory=set)
    spans: list[Span] = field(default_factory=list)
    acting: list[Span] = field(default_factory=list)
    speaking: list[Span] = field(default_factory=list)
    roles: list[tuple[str, Span]] = field(default_factory=list)
    stances: list[Span] = field(default_factory=list)
    phrases: set[str] = field(default_factory=set)


def locals_of(articles: Mapping[str, Article], analyses: Mapping[str, Analysis]) -> list[Local]:
    """The named persons, organisations and states of all articles, in source order, first mention first."""
    kinds, families = _kinds(articles, analyses), _families(analyses)
    found: list[Local] = []
    for id_, analysis in analyses.items():
        table: dict[tuple[ActorKind, str], Local] = {}
        for name in analysis.names:
            kind = None if name.rule == BODY else _kind(name, kinds, families)
            if kind is None:
                continue
            local = table.setdefault((kind, name.name), Local(id_, kind, name.name))
            _add_mention(local, name, articles[id_].text)
        for name in analysis.names:
            if name.rule == BODY and ("ORG", name.name) in table:  # called by the noun of its name: die Föderation
                _add_mention(table["ORG", name.name], name, articles[id_].text)
        _add_statements(table, analysis, articles[id_].text)
        found += table.values()
    return found


def _text(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].replace("\u00ad", "").split())


def _kinds(articles: Mapping[str, Article], analyses: Mapping[str, Analysis]) -> dict[str, str]:
    """The label most articles give a name: one article's slip (a party taken for a work) is outvoted."""
    votes: dict[str, dict[str, int]] = {}
    for analysis in analyses.values():
        for name in (name for name in analysis.names if name.rule != BODY):
            count = votes.setdefault(organisations.key(name.name), {})
            count[name.label] = count.get(name.label, 0) + 1
    return {key: max(sorted(count), key=count.__getitem__) for key, count in votes.items()}


def _families(analyses: Mapping[str, Analysis]) -> frozenset[str]:
    """Family names of the persons who are named in full."""
    names = (name.name for analysis in analyses.values() for name in analysis.names if name.label == "PER")
    return frozenset(persons.split(name).family for name in names if " " in name)


def _kind(name: Name, kinds: Mapping[str, str], families: frozenset[str]) -> ActorKind | None:
    if name.label == "STATE":
        return "STATE"
    label = kinds[organisations.key(name.name)]
    if name.label in ("ORG", "MISC") and organisations.look_up(name.name) is not None:
        return "ORG"
    if name.label == "LOC" and label == "ORG" and states.look_up(name.name) is not None:
        return None
    if label == "PER" and name.label != "PER" and " " not in name.name:
        return None  # a place or a work that bears a person's name
    if name.label == "PER" and _is_two(name.name, families):
        return None  # "der von Gauland Meuthen …": subject and object side by side
    if name.label == "PER" and (label != "ORG" or " " in name.name or name.name in families):
        return "PER"  # but "sein Partner Pfizer" is what the other articles say
    return KINDS.get(label)


def _is_two(name: str, families: frozenset[str]) -> bool:
    """Whether a name consists of the family names of two persons of the story."""
    first, _, second = name.partition(" ")
    return first != second and first in families and second in families and not persons.is_first_name(first)


def _add_mention(local: Local, name: Name, text: str) -> None:
    printed = _text(text, name.span)
    form = base_form(printed, local.kind, local.name)
    local.forms[form] = local.forms.get(form, 0) + 1
    declined = " " in printed or printed == f"{form}n"  # Deutschen Ethikrat, Grünen
    if local.kind == "ORG" and form != printed and declined and organisations.key(form) == organisations.key(printed):
        local.inflected.add(organisations.without_genitive(printed))
    local.spans.append(name.span)
    if name.acts:
        local.acting.append(name.span)
    if name.role is not None:
        local.roles.append((_function(text, name.role, local), name.role))


def _function(text: str, span: Span, local: Local) -> str:
    """A function as printed; one that several share (*die Senatoren A und B*) as what each of them is."""
    role = _text(text, span)
    title = titles.title_of(role) if local.kind == "PER" and " " not in role else None
    if title is None:
        return role
    masculine = title.gender != "f" and (not titles.is_adjectival(role) or role.endswith("en"))
    several = _SEVERAL.search(text, max(0, span.start - _NEAR), span.start) is not None and masculine
    if title.number != "p" and not several:
        return role
    return titles.singular(role, persons.first_name_gender(local.name)) or role


def base_form(printed: str, kind: ActorKind, name: str) -> str:
    """The printed form without case ending: *Putins* → *Putin*, *Moskaus* → *Moskau*."""
    if kind == "STATE":
        return states.base_form(printed)
    if kind == "PER":
        words, family = name.split(), persons.split(name).family
        if family.endswith(" " + printed):
            return family  # "von der Leyen" broken over two lines
        for base in persons.genitive_bases(printed):
            if base.split()[-1] in words or base == name:
                return base
        return printed
    listed = organisations.listed_form(printed)
    if listed is not None:
        return listed
    for base in persons.genitive_bases(printed):
        if base == name:
            return base
    same = organisations.key(printed) == organisations.key(name) and printed[:2].isupper() == name[:2].isupper()
    return name if same else organisations.nominative(printed)  # OVG Bautzen stays beside its long form


def _add_statements(table: dict[tuple[ActorKind, str], Local], analysis: Analysis, text: str) -> None:
    """What is said by the named, and the stances they take."""
    for quote in analysis.quotes:
        local = _named(table, quote.speaker_name)
        if local is not None:
            local.speaking.append((quote.speaker or quote.content or quote.frame)[0])
            role = quote.speaker_role
            if role is not None and local.kind == "PER" and _is_function(_text(text, role)):
                role = _without_mark(text, role)
                local.roles.append((_text(text, role), role))
    for claim in analysis.claims:
        local = _named(table, claim.holder_name)
        stance = _stance(claim, analysis.sentences, text) if local is not None else None
        if local is not None and stance is not None:
            local.stances.append(stance)


def _stance(claim: Claim, sentences: Sequence[Sentence], text: str) -> Span | None:
    """Where a stance is told with its matter: the claim, or its sentence where that is cut too short to be read.

    None where the sentence does not name the holder, is long, or only points back (*wies das zurück*).
    """
    printed = text[claim.span.start : claim.span.end]
    number = len(_WORD.findall(printed))
    if number <= _CUT and _POINTING.search(printed):
        return None
    if number >= (2 * _CUT if printed[:1] in _MARKS else _CUT):
        return claim.span
    at = bisect_right(sentences, claim.span.start, key=lambda sentence: sentence.span.start) - 1
    whole = sentences[at].span if at >= 0 else claim.span
    holder = claim.holder if claim.holder is not None else claim.span
    named = whole.start <= holder.start and holder.end <= whole.end and claim.span.end <= whole.end
    told = len(_WORD.findall(text[whole.start : whole.end])) >= _CUT
    return whole if named and told and whole.end - whole.start <= _LONGEST else None


def _without_mark(text: str, span: Span) -> Span:
    """The span without punctuation at its end."""
    printed = text[span.start : span.end]
    return replace(span, end=span.start + len(printed.rstrip(" ,;:.\n")))


def _is_function(text: str) -> bool:
    return any(titles.title_of(word) is not None for word in text.split())


def _named(table: Mapping[tuple[ActorKind, str], Local], name: str | None) -> Local | None:
    if name is None:
        return None
    kinds: tuple[ActorKind, ...] = ("PER", "ORG", "STATE")
    return next((table[kind, name] for kind in kinds if (kind, name) in table), None)
