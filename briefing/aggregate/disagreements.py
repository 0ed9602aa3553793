"""Where the accounts disagree, and how far they exclude each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefing.aggregate.disagreements_adverbs import find_adverbial_contrasts
from briefing.aggregate.disagreements_claims import find_claim_disagreements
from briefing.aggregate.disagreements_compliance import find_compliance
from briefing.aggregate.disagreements_contrast import find_contrasts
from briefing.aggregate.disagreements_corrections import find_corrections
from briefing.aggregate.disagreements_counter import find_counter_statements
from briefing.aggregate.disagreements_decisions import find_criticised_decisions
from briefing.aggregate.disagreements_denials import find_denials
from briefing.aggregate.disagreements_integrity import find_disputed_votes
from briefing.aggregate.disagreements_judgements import find_judgements
from briefing.aggregate.disagreements_lawsuits import find_dismissed_suits
from briefing.aggregate.disagreements_numbers import find_number_disagreements
from briefing.aggregate.disagreements_opposed import find_opposed
from briefing.aggregate.disagreements_proposals import find_rejected_proposals
from briefing.aggregate.disagreements_registers import find_two_registers
from briefing.aggregate.disagreements_rejoinder import find_rejoinders
from briefing.aggregate.disagreements_replies import find_replies
from briefing.aggregate.disagreements_reproach import find_reproaches, touch
from briefing.aggregate.disagreements_sentences import find_sentence_contrasts
from briefing.aggregate.disagreements_statements import Actors
from briefing.aggregate.disagreements_titles import readable
from briefing.aggregate.numbers_holders import with_holders
from briefing.model import Analysis, Article, Disagreement, NumberTopic, Side

_BOTH_HELD = frozenset({"opposing-positions", "opposing-judgements"})
_ORDER = ("contradiction", "spread", "different_scope", "different_status", "later_update")


def find(
    articles: Mapping[str, Article],
    analyses: Mapping[str, Analysis],
    origins: Mapping[str, str],
    actors: Actors,
    topics: tuple[NumberTopic, ...],
) -> tuple[Disagreement, ...]:
    """All disagreements, contradictions first; within an assessment claims before numbers."""
    found = [
        *find_claim_disagreements(articles, analyses, origins, actors),
        *find_number_disagreements(articles, analyses, origins, topics),
        *find_two_registers(articles, analyses, topics),
        *find_contrasts(articles, analyses, actors),
        *find_corrections(articles, analyses, origins),
        *find_judgements(articles, analyses, actors),
        *find_reproaches(articles, analyses, actors),
        *find_criticised_decisions(articles, analyses, actors),
        *find_replies(articles, analyses, actors),
        *find_counter_statements(articles, analyses, topics, actors),
        *find_denials(articles, analyses, actors),
        *find_rejoinders(articles, analyses, actors),
        *find_rejected_proposals(articles, analyses, actors),
        *find_opposed(articles, analyses, actors),
        *find_adverbial_contrasts(articles, analyses, actors),
        *find_sentence_contrasts(articles, analyses, actors),
        *find_compliance(articles, analyses, actors),
        *find_disputed_votes(articles, analyses, actors),
        *find_dismissed_suits(articles, analyses, actors),
    ]
    known = dict(analyses)
    shown = [
        _named_once(_titled(item, articles), actors)
        for item in (with_holders(item, known) for item in found)
        if item is not None and _is_held(item, actors)
    ]
    return tuple(sorted(_distinct(shown), key=_rank))


def _titled(item: Disagreement, articles: Mapping[str, Article]) -> Disagreement:
    if item.kind != "claim":
        return item
    said = [side.statement for side in item.sides]
    text = " ".join(articles[span.article].text[span.start : span.end] for span in said)
    return replace(item, about=readable(item.about, text))


def _named_once(item: Disagreement, actors: Actors) -> Disagreement:
    """Without holders who are named by a function that another holder of their side has (*Sachsens Innenminister*)."""
    sides = []
    for side in item.sides:
        known = [actor for name in side.holders if (actor := actors.of(side.statement.article, name)) is not None]
        functions = {role.role.split()[-1].lower() for actor in known for role in actor.roles}
        named = {actor.name for actor in known}
        kept = tuple(h for h in side.holders if h in named or h.split()[-1].lower() not in functions)
        sides.append(replace(side, holders=kept or side.holders))
    return replace(item, sides=tuple(sides))


def _distinct(found: list[Disagreement]) -> list[Disagreement]:
    """Without those that set the same passages against each other as one before, by whatever rule."""
    kept: list[Disagreement] = []
    for item in found:
        if all(item.id != other.id and not _same_sides(item, other) for other in kept):
            kept.append(item)
    return kept


def _same_sides(one: Disagreement, other: Disagreement) -> bool:
    """Whether two sides of `one` each share a passage with another side of `other`."""
    shared = {
        (a, b)
        for a, side in enumerate(one.sides)
        for b, counter in enumerate(other.sides)
        if any(touch(x, y) for x in side.evidence for y in counter.evidence)
    }
    return len({a for a, _ in shared}) >= 2 and len({b for _, b in shared}) >= 2


def _is_held(item: Disagreement, actors: Actors) -> bool:
    """Whether the sides of a claim have holders where they must, and not one and the same (*Merkel*, *Kanzlerin*)."""
    if item.kind != "claim":
        return True
    if item.rule in _BOTH_HELD and not all(side.holders for side in item.sides):
        return False
    one, other = (_called(side, actors) for side in item.sides[:2])
    return not (len(item.sides[0].holders) == len(item.sides[1].holders) == 1 and one & other)


def _called(side: Side, actors: Actors) -> set[str]:
    """What the holders of a side are called: their names and functions, lower case."""
    found: set[str] = set()
    for holder in side.holders:
        actor = actors.of(side.statement.article, holder)
        found |= {holder.lower(), *((role.role.lower() for role in actor.roles) if actor is not None else ())}
    return found


def _rank(item: Disagreement) -> tuple[int, bool, int, str]:
    return _ORDER.index(item.assessment), item.kind == "number", -sum(len(s.evidence) for s in item.sides), item.id
