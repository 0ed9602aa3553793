"""Topics that are easily confused: the same people, but killed against killed or wounded."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.aggregate.ids import stable_id
from briefing.aggregate.numbers_features import Feature
from briefing.model import Disagreement, NumberTopic, Side, Span

_WORDS = {
    "dead": "getötet",
    "injured": "verletzt",
    "missing": "vermisst",
    "arrested": "festgenommen",
    "infected": "infiziert",
    "recovered": "genesen",
    "hospital": "im Krankenhaus",
    "rescued": "gerettet",
    "displaced": "geflohen oder obdachlos",
    "registered": "angemeldet oder angekündigt",
    "dismissed": "entlassen oder gestrichen",
    "destroyed": "zerstört",
    "damaged": "beschädigt",
}


def find_other_scopes(topics: tuple[NumberTopic, ...], known: Mapping[Span, Feature]) -> list[Disagreement]:
    """Pairs of topics on the same people where one counts only part of what the other counts."""
    found = []
    for i, one in enumerate(topics):
        for other in topics[i + 1 :]:
            narrow, wide = sorted((one, other), key=lambda t: (len(_feature(t, known).scope), t.id))
            if _confusable(_feature(narrow, known), _feature(wide, known)):
                found.append(_disagreement(narrow, wide, known))
    return found


def _feature(topic: NumberTopic, known: Mapping[Span, Feature]) -> Feature:
    return known[topic.values[0].evidence[0]]


def _confusable(narrow: Feature, wide: Feature) -> bool:
    return (
        narrow.person
        and wide.person
        and bool(narrow.scope)
        and narrow.scope < wide.scope
        and narrow.states == wide.states
        and (bool(narrow.states) or narrow.thing == wide.thing)
    )


def _disagreement(narrow: NumberTopic, wide: NumberTopic, known: Mapping[Span, Feature]) -> Disagreement:
    names = [_scope(_feature(topic, known)) for topic in (narrow, wide)]
    return Disagreement(
        id=stable_id("D", "scope", narrow.id, wide.id),
        kind="number",
        about=wide.topic,
        assessment="different_scope",
        reason=f"Andere Bezugsgröße: nur {names[0]} gegen {names[1]}.",
        sides=(_side(narrow), _side(wide)),
        rule="number-other-scope",
    )


def _scope(feature: Feature) -> str:
    return " oder ".join(_WORDS.get(scope, scope) for scope in sorted(feature.scope))


def _side(topic: NumberTopic) -> Side:
    spans = tuple(dict.fromkeys(span for value in topic.values for span in value.evidence))
    holders = tuple(dict.fromkeys(v.attributed_to for v in topic.values if v.attributed_to))
    return Side(holders=holders, statement=spans[0], evidence=spans)
