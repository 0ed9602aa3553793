"""Where the numbers of one topic differ, and how far: contradiction, spread, update, scope, status.

A contradiction is only what two named holders say of the same thing, scope, time and status with
bounds that exclude each other. Rounded numbers (*etwa*, *rund*, few digits) are as wide as they are
rounded. Everything else is told with its reason and never called a contradiction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import combinations

from briefing.aggregate.disagreements_case import Case, Group, contrasted
from briefing.aggregate.disagreements_scopes import find_misprints, find_other_scopes
from briefing.aggregate.ids import stable_id
from briefing.aggregate.numbers_features import Feature, features, is_currency
from briefing.aggregate.numbers_intervals import exclude, middle
from briefing.aggregate.numbers_text import is_vague, precise, worded
from briefing.aggregate.similarity import Weights
from briefing.model import Analysis, Article, Assessment, Disagreement, NumberTopic, NumberValue, Side

_AHEAD = frozenset({"planned", "expected"})
_MOST = 8  # sides a disagreement shows
_STATISTIC = 3  # values of one holder in one text: a statistic
_MANY = 4  # more values than these are a development or a statistic, not two accounts of one thing
_FARTHEST = Decimal(100)
_SUMS = 6  # times that two sums for one thing may lie apart
_FAR = Decimal("1.5")  # closer values are a spread: counts and estimates of one event differ that much
_AT_LEAST = frozenset({"more than", "at least"})
_ORDER_OF_MAGNITUDE = (Decimal(1000), Decimal(1_000_000))


def find_number_disagreements(
    articles: Mapping[str, Article],
    analyses: Mapping[str, Analysis],
    origins: Mapping[str, str],
    topics: tuple[NumberTopic, ...],
) -> list[Disagreement]:
    """The disagreements within number topics, in the order of the topics, then topics easily confused."""
    known = {feature.quantity.span: feature for feature in features(articles, analyses, origins)}
    found: list[Disagreement] = []
    series = _series(known.values())
    for topic in topics:
        sides = _groups(topic)
        if len(sides) < 2 or any(count >= _STATISTIC for count in _repeats(sides, origins).values()):
            continue
        if any(_series_key(known[span]) in series for value in topic.values for span in value.evidence):
            continue
        case = Case(topic, articles, known, analyses)
        opposed = _contradicting(case, sides)
        if len(opposed) >= 2:
            found.append(_disagreement(case, _by_holder(opposed), "contradiction", _reason(topic, opposed)))
        if len(opposed) < len(sides) <= _MOST and _worth(case, sides, origins):
            assessment, reason = _assess(case, sides)
            told = _by_holder(sides)
            if len(told) > 1 and (assessment == "spread" or _any_two_holders(sides)):
                found.append(_disagreement(case, told, assessment, reason))
    return [*found, *find_other_scopes(topics, known), *find_misprints(topics, known, Weights(analyses))]


def _series(features: Iterable[Feature]) -> frozenset[tuple[object, ...]]:
    """Counts of people of which one text gives several from one holder, each several times the last: a statistic."""
    points: dict[tuple[object, ...], set[Decimal]] = {}
    for feature in features:
        if feature.person and feature.quantity.holder_name and not is_vague(feature.quantity):
            points.setdefault(_series_key(feature), set()).add(feature.point)
    return frozenset(key for key, found in points.items() if len(found) >= _STATISTIC)


def _series_key(feature: Feature) -> tuple[object, ...]:
    return feature.article, feature.quantity.holder_name, feature.thing, feature.scope, feature.ahead


def _groups(topic: NumberTopic) -> list[Group]:
    found: dict[Decimal, list[NumberValue]] = {}
    for value in precise(topic.values):
        if value.low is not None or value.high is not None:
            found.setdefault(middle(value), []).append(value)
    return [Group(point, tuple(values)) for point, values in sorted(found.items())]


def _by_holder(sides: list[Group]) -> list[Group]:
    """The sides with those of one and the same single holder made one: nobody disagrees with himself."""
    kept: list[Group] = []
    for side in sides:
        same = next((k for k in kept if len(side.holders) == 1 and _holder(k) == _holder(side) != ""), None)
        if same is None:
            kept.append(side)
        else:
            kept[kept.index(same)] = Group(same.point, (*same.values, *side.values))
    return kept


def _holder(side: Group) -> str:
    """The single holder of all values of a side that have one, empty if there are several or none."""
    return side.holders[0] if len(side.holders) == 1 else ""


def _contradicting(case: Case, sides: list[Group]) -> list[Group]:
    """The sides that contradict another one, if any."""
    if len(sides) > _MANY or case.is_register:
        return []
    opposed: set[int] = set()
    for i, one in enumerate(sides):
        for j in range(i + 1, len(sides)):
            if _contradict(case, one, sides[j]):
                opposed |= {i, j}
    return [sides[i] for i in sorted(opposed)]


def _contradict(case: Case, one: Group, other: Group) -> bool:
    if any(not exclude(a, b) for a in one.values for b in other.values):
        return False
    if _misprint(case.topic, one, other):
        return True
    if case.is_template(one, other):
        return False
    held = [(a, b) for a in one.values for b in other.values if _same_ground(case, a, b)]
    if not held or set(one.holders) & set(other.holders):
        return False
    # Counts that grow by the hour are updates of each other unless both give the same time; where bodies are still
    # found, one text must give both.
    if case.grows and not all(a.as_of and a.as_of == b.as_of for a, b in held):
        return False
    if case.finds and any(a.evidence[0].article != b.evidence[0].article for a, b in held):
        return False
    small, large = sorted((one.point, other.point))
    return small > 0 and _FAR <= large / small <= _FARTHEST


def _same_ground(case: Case, a: NumberValue, b: NumberValue) -> bool:
    """Two named holders, both of what has happened, in no other place and not of another day."""
    if not a.attributed_to or not b.attributed_to or a.attributed_to == b.attributed_to:
        return False
    if a.status in _AHEAD or b.status in _AHEAD or "denied" in (a.status, b.status):
        return False
    first, second = case.known[a.evidence[0]], case.known[b.evidence[0]]
    if case.reach(a) != case.reach(b):
        return False
    if first.places != second.places and not first.places & second.places:
        return False
    if not _same_thing(first, second) or first.qualifiers != second.qualifiers or first.years != second.years:
        return False
    if first.article == second.article and not contrasted(first, second, case.articles[first.article].text):
        return False
    return a.as_of == b.as_of and (bool(a.as_of) or (bool(first.published) and first.published == second.published))


def _same_thing(a: Feature, b: Feature) -> bool:
    """The same class, or the same fate of people (*120 Festnahmen*, *3000 Menschen* arrested)."""
    return a.thing == b.thing or (bool(a.scope) and {a.thing, b.thing} <= a.scope | {"people"})


def _misprint(topic: NumberTopic, one: Group, other: Group) -> bool:
    """The same digits a thousand or a million times apart (*1,8 Milliarden*, *1,8 Billionen*)."""
    small, large = sorted((one.point, other.point))
    several = len(small.normalize().as_tuple().digits) > 1
    return bool(topic.unit) and several and small > 0 and large / small in _ORDER_OF_MAGNITUDE


def _worth(case: Case, sides: list[Group], origins: Mapping[str, str]) -> bool:
    """Whether two numbers differ between accounts: two holders or two origins part them.

    What one text, or the same texts, tell side by side is a development. Amounts, shares and cases of an
    illness are as often statistics of different days or places: there both sides must have a holder.
    """
    values = [v for side in sides for v in side.values]
    if len({origins[v.evidence[0].article] for v in values}) == 1 and all(v.status in _AHEAD for v in values):
        return False
    if case.is_register:
        return False
    if case.grows and all(v.bound in _AT_LEAST for v in values):
        return False  # *mehr als ein Dutzend*, *mehr als zwanzig*: both hold
    if not any(side.holders for side in sides) or sides[-1].point > _FARTHEST * max(sides[0].point, Decimal(1)):
        return False
    pairs = [(one, other) for one, other in combinations(sides, 2) if not case.is_template(one, other)]
    if case.counts_people:
        several = len({origins[v.evidence[0].article] for v in values}) > 1
        held = [pair for pair in pairs if _two_holders(*pair) and (several or case.contrasts(*pair))]
        return bool(held) or any(_two_origins(*pair, origins) for pair in pairs)
    if any(case.told_by_two(*pair) for pair in pairs):
        return True
    pairs = [(a, b) for a, b in pairs if all(exclude(v, w) for v in a.values for w in b.values) or not case.is_rate]
    apart = [pair for pair in pairs if _two_origins(*pair, origins) and case.same_period(*pair)]
    return any(_two_holders(*pair) or _are_sums(case.topic, *pair) for pair in apart)


def _are_sums(topic: NumberTopic, one: Group, other: Group) -> bool:
    """Whether two texts give other sums for one thing that has happened, one of them with a holder."""
    small, large = sorted((one.point, other.point))
    values = (*one.values, *other.values)
    ahead = any(value.status in _AHEAD or value.status == "denied" for value in values)
    return is_currency(topic.unit) and not ahead and small > 0 and large <= _SUMS * small


def _any_two_holders(sides: list[Group]) -> bool:
    return any(_two_holders(one, other) for i, one in enumerate(sides) for other in sides[i + 1 :])


def _two_holders(one: Group, other: Group) -> bool:
    return bool(one.holders) and bool(other.holders) and not set(one.holders) & set(other.holders)


def _two_origins(one: Group, other: Group, origins: Mapping[str, str]) -> bool:
    sources = [{origins[v.evidence[0].article] for v in side.values} for side in (one, other)]
    return not sources[0] & sources[1]


def _repeats(sides: list[Group], origins: Mapping[str, str]) -> Counter[tuple[str, str]]:
    """How many different values one holder (or no one) gives in one origin."""
    return Counter(
        key for side in sides for key in {(origins[v.evidence[0].article], v.attributed_to or "") for v in side.values}
    )


def _assess(case: Case, sides: list[Group]) -> tuple[Assessment, str]:
    """The kindest reading of what sets the sides apart, with the reason in words."""
    if any(case.told_by_two(one, other) for one, other in combinations(sides, 2)):
        return "spread", "Zwei Stellen nennen für dieselbe Größe verschiedene Werte."
    own = sorted({case.reach(value) for side in sides for value in side.values} - {""})
    if own:
        return "different_scope", f"Andere Bezugsgröße: „{own[0]}“ gezählt oder insgesamt."
    ahead = [all(v.status in _AHEAD for v in side.values) for side in sides]
    if any(ahead) and not all(ahead):
        return "different_status", f"Teils geplant oder erwartet, teils bereits berichtet ({case.topic.note})."
    excluding = [
        (one, other)
        for i, one in enumerate(sides)
        for other in sides[i + 1 :]
        if all(exclude(a, b) for a in one.values for b in other.values)
    ]
    if case.grows and _later(sides, case.articles):
        return "later_update", "Die Angaben haben einen verschiedenen Stand."
    if not excluding:
        return "spread", "Die Angaben sind gerundet oder nach oben oder unten offen und schließen einander nicht aus."
    if _later(sides, case.articles):
        return "later_update", "Die Angaben haben einen verschiedenen Stand."
    if case.grows:
        return "later_update", "Solche Zahlen ändern sich laufend; der Stand ist nicht bei allen Angaben genannt."
    return "spread", "Die Angaben gehen auseinander; Zeitpunkt oder Bezugsgröße sind nicht bei allen dieselben."


def _later(sides: list[Group], articles: Mapping[str, Article]) -> bool:
    """Whether every two sides have times and those differ."""
    times = [{v.as_of or articles[v.evidence[0].article].published or "" for v in side.values} for side in sides]
    return all("" not in t for t in times) and all(
        not one & other for i, one in enumerate(times) for other in times[i + 1 :]
    )


def _reason(topic: NumberTopic, sides: list[Group]) -> str:
    if len(sides) == 2 and _misprint(topic, *sides):
        return "Dieselben Ziffern in verschiedener Größenordnung; vermutlich ein Druckfehler."
    told = [f"{worded(side.values[0], topic.unit)} ({', '.join(side.holders[:2])})" for side in sides]
    return f"Dieselbe Größe, einander ausschließende Angaben: {' – '.join(told)}."


def _disagreement(case: Case, sides: list[Group], assessment: Assessment, reason: str) -> Disagreement:
    topic = case.topic
    return Disagreement(
        id=stable_id("D", "number", topic.id, "contradiction" if assessment == "contradiction" else ""),
        kind="number",
        about=topic.topic,
        assessment=assessment,
        reason=reason,
        sides=tuple(_side(case, side) for side in sides),
        rule="number-contradiction" if assessment == "contradiction" else "number-range",
    )


def _side(case: Case, side: Group) -> Side:
    """A side with the sentence of its first number, and the words around each of them as evidence."""
    spans = list(dict.fromkeys(span for value in side.values for span in value.evidence))
    told = tuple(dict.fromkeys(case.told(span) for span in spans))
    return Side(holders=side.holders, statement=case.sentence(spans[0]), evidence=told)
