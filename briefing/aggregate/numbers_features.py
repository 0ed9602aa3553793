"""What a number counts, in a form that can be compared across articles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from briefing.aggregate.similarity import base_class, concept, concepts, stem
from briefing.german.words import load
from briefing.model import Analysis, Article, Quantity, Sentence

_CLAUSE = re.compile(r"[,;:()–—\n\"„“”»«]| - |(?<=[a-zäöüß])[.!?](?=\s)")
_CAPITAL = re.compile(r"\b[A-ZÄÖÜ][\wäöüß-]{2,}")
_FUTURE = frozenset({"planned", "expected"})


@dataclass(frozen=True, slots=True)
class Feature:
    """A quantity with all it is compared by; the sets hold concepts (see `similarity`)."""

    article: str
    origin: str
    quantity: Quantity
    thing: str
    person: bool
    scope: frozenset[str]
    states: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]
    clause: frozenset[str]
    context: frozenset[str]
    published: str

    @property
    def bucket(self) -> tuple[str, bool, frozenset[str], str]:
        """Numbers of different buckets never count the same."""
        kind = "persons" if self.person else "" if self.quantity.unit else self.thing
        return self.quantity.unit, self.quantity.change, self.scope, kind

    @property
    def ahead(self) -> bool:
        """Whether the number tells what is planned or expected."""
        return self.quantity.status in _FUTURE

    @property
    def point(self) -> Decimal:
        """One value to compare by: the middle of a range, else the end that is given."""
        low, high = self.quantity.low, self.quantity.high
        if low is not None and high is not None:
            return (low + high) / 2
        return low if low is not None else high if high is not None else Decimal(0)


@cache
def _states() -> frozenset[str]:
    """Names of states, lower case, as they stand in `Quantity.modifiers`."""
    return frozenset(name.lower() for name in load("states"))


def features(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], origins: Mapping[str, str]
) -> list[Feature]:
    """The features of every quantity, in the order of the articles and of the text."""
    found = []
    for article_id, analysis in analyses.items():
        names = frozenset(stem(part) for name in analysis.names for part in name.name.lower().split())
        for quantity in analysis.quantities:
            sentence = sentence_at(analysis, quantity.span.start)
            found.append(_feature(articles[article_id], origins[article_id], quantity, sentence, names))
    return found


def sentence_at(analysis: Analysis, offset: int) -> Sentence | None:
    """The sentence that holds the character `offset`."""
    return next((s for s in analysis.sentences if s.span.start <= offset < s.span.end), None)


def _feature(
    article: Article, origin: str, quantity: Quantity, sentence: Sentence | None, names: frozenset[str]
) -> Feature:
    thing = base_class(quantity.head, "things") if quantity.head else ""
    own = (quantity.head, *quantity.modifiers, *quantity.events, *quantity.what.lower().split())
    scope = frozenset(s for s in (base_class(word, "scopes") for word in own) if s)
    if thing in load("topics")["scopes"]:
        scope |= {thing}
    states = frozenset(m.lower() for m in quantity.modifiers if m.lower() in _states())
    words = concepts((*quantity.modifiers, *quantity.events, *quantity.places))
    head = concept(quantity.head) if quantity.head else ""
    clause = _clause_nouns(article.text, quantity)
    return Feature(
        article=article.id,
        origin=origin,
        quantity=quantity,
        thing=thing or head,
        person=thing in load("topics")["persons"]["classes"],
        scope=scope,
        states=states,
        places=frozenset(place.lower() for place in quantity.places),
        words=words | ({head} if head else frozenset()),
        clause=clause - names,
        context=concepts(sentence.terms) if sentence is not None else frozenset(),
        published=article.published or "",
    )


def _clause_nouns(text: str, quantity: Quantity) -> frozenset[str]:
    """Concepts of the capitalised words in the clause around the number, without the number itself."""
    start, end = quantity.span.start, quantity.span.end
    before = text[max(0, start - 200) : start]
    after = text[end : end + 200]
    marks = [m.end() for m in _CLAUSE.finditer(before)]
    left = before[marks[-1] :] if marks else before
    match = _CLAUSE.search(after)
    right = after[: match.start()] if match else after
    found = (concept(word) for word in _CAPITAL.findall(f"{left} {right}"))
    return frozenset(item for item in found if item)
