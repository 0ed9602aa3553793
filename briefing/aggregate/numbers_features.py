"""What a number counts, in a form that can be compared across articles."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

from briefing.aggregate.numbers_changes import folded, with_changes
from briefing.aggregate.numbers_clause import CLAUSE, clause_words
from briefing.aggregate.numbers_fates import own_fate
from briefing.aggregate.numbers_people import IN_HOSPITAL, of_people, own_scopes, role, scopes, subevents
from briefing.aggregate.numbers_periods import around as words_around
from briefing.aggregate.numbers_periods import is_fresh, other_years, parts_of_year, period, recent_years
from briefing.aggregate.numbers_places import is_name, main_places, named_places, placed
from briefing.aggregate.numbers_polls import with_polls
from briefing.aggregate.numbers_votes import stand
from briefing.aggregate.numbers_where import lands_of, with_totals
from briefing.aggregate.once import once_per_story
from briefing.aggregate.similarity import base_class, concept, concepts, stem
from briefing.german.states import is_state, state_of
from briefing.german.titles import title_of
from briefing.german.units import units
from briefing.german.words import load
from briefing.model import Analysis, Article, Quantity, Sentence

_BEARER = re.compile(
    r"(?:Anteil|[\wäöüß-]*(?:[Ss]timmen?|[Ww]ahlleuten?|[Ww]ahlmännern?|[Ss]itze|[Mm]andate|[Ee]rgebnis))\b[^:(]*\(([^()]+)\)"
)
_SURELY_MONEY = Decimal(10) ** 8  # *500 Milliarden als Zuschüsse*: no count of things is that large
_NO_NAME = " geld"  # erhaltenes Geld: what a verb tells of a sum is no thing it has in common with another
_PERSONAL = ("", "Prozent", "Prozentpunkte")  # units in which people are counted
_HEAD = 4  # letters of a noun that compounds are counted under
_OWN_WORDS = frozenset({"", concept("entfernung")})  # what the analysis calls a number, not the text
_AROUND = 350  # characters around a number in which other numbers belong to the same report
_MANY = 20  # counts up to here are often the same by chance
_BASE = 5  # letters of a base word
_FUTURE = frozenset({"planned", "expected"})
Kind = Literal["", "rate", "limit", "part"]


@dataclass(frozen=True, slots=True)
class Feature:
    """A quantity with all it is compared by; the sets hold concepts (see `similarity`)."""

    article: str
    origin: str
    quantity: Quantity
    sentence: int
    thing: str
    person: bool
    scope: frozenset[str]
    states: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]
    theme: frozenset[str]
    context: frozenset[str]
    subevents: frozenset[str]
    years: frozenset[str]
    subject: str
    fresh: bool
    published: str
    period: str = ""
    kind: Kind = ""
    parts: frozenset[str] = frozenset()
    stand: str = ""
    direction: str = ""
    measured: frozenset[str] = frozenset()
    recent: bool = False
    away: bool = False
    region: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    near: frozenset[tuple[str, Decimal]] = frozenset()
    polled: str = ""

    @property
    def bucket(self) -> tuple[str, bool, frozenset[str], str, Kind]:
        """Numbers of different buckets never count the same."""
        return *self._counted, self.kind

    @property
    def _counted(self) -> tuple[str, bool, frozenset[str], str]:
        unit = self.quantity.unit
        if self.person:
            return unit, self.quantity.change, self.scope, "persons"
        counted = self.quantity.rule.startswith(("number+noun", "known"))  # 1,3 Milliarden Impfdosen
        if is_currency(unit) or (not unit and self.point >= _SURELY_MONEY and not counted):
            return "money", self.quantity.change, frozenset(), ""
        return unit, self.quantity.change, frozenset(), "" if unit else self.thing

    @property
    def counts(self) -> bool:
        """Whether it is a plain count of things that are of no known class."""
        return not self.person and not self.quantity.unit and self.thing not in load("topics")["things"]

    @property
    def known(self) -> bool:
        """Whether the text names what it has counted before (*die drei Manager*)."""
        return self.quantity.rule.startswith("known")

    @property
    def qualifiers(self) -> frozenset[str]:
        """What the counted noun is qualified by besides nationality and what happened to it."""
        plain = (m.lower() for m in self.quantity.modifiers)
        return frozenset(m for m in plain if m not in self.states and not base_class(m, "scopes"))

    @property
    def ahead(self) -> bool:
        """Whether the number tells what is planned or expected."""
        return self.quantity.status in _FUTURE

    @property
    def point(self) -> Decimal:
        """One value to compare by: the middle of a range, else the end that is given."""
        low, high = self.quantity.low, self.quantity.high
        if low is not None and high is not None:
            return low if low == high else (low + high) / 2
        return low if low is not None else high if high is not None else Decimal(0)


@cache
def is_currency(unit: str) -> bool:
    """Whether a unit is money."""
    known = units().get(unit)
    return known is not None and (known.dimension[0].isupper() or " Dollar" in known.dimension)


@once_per_story
def features(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], origins: Mapping[str, str]
) -> list[Feature]:
    """The features of every quantity, in the order of the articles and of the text."""
    found: list[Feature] = []
    for article_id, analysis in analyses.items():
        names = frozenset(stem(part) for name in analysis.names for part in name.name.lower().split())
        article, origin = articles[article_id], origins[article_id]
        found += [_feature(article, origin, quantity, analysis, names) for quantity in analysis.quantities]
    now, here, home = recent_years(articles), main_places(analyses), named_places(analyses)
    found = [replace(f, region=home[f.article]) for f in found]
    found = [placed(replace(f, recent=bool(now) and f.years <= now), here) for f in found]
    found = with_polls(with_totals(with_changes(found, articles)), analyses)
    bases = _bases(frozenset(item for feature in found for item in feature.theme), _BASE)
    heads = _bases(frozenset(part for f in found if f.counts for part in (f.thing, _last(f.quantity.head))), _HEAD)
    return [
        replace(
            f,
            theme=frozenset(bases.get(item, item) for item in f.theme),
            thing=folded(heads.get(f.thing, f.thing)) if f.counts else f.thing,
        )
        for f in found
    ]


def _last(head: str) -> str:
    """The concept of the last part of a hyphenated noun (*Impfstoff-Dose*: Dose)."""
    return concept(head.rpartition("-")[2])


def _bases(vocabulary: frozenset[str], shortest: int) -> dict[str, str]:
    """Compounds whose base word the story uses alone: *Finanzpaket* and *Gesamtpaket* are the *Paket*."""
    bases = {item for item in vocabulary if len(item) >= shortest and item[0] != "#"}
    found = {}
    for item in sorted(vocabulary):
        # The shortest base: the last letters first.
        base = next((item[cut:] for cut in range(len(item) - shortest, 0, -1) if item[cut:] in bases), None)
        if base is not None:
            found[item] = base
    return found


def is_state_name(item: str) -> bool:
    """Whether a concept is the name of a state."""
    return item in _state_concepts()


@cache
def _state_concepts() -> frozenset[str]:
    return frozenset(concept(name) for name in load("states") if is_state(name))


def sentence_at(analysis: Analysis, offset: int) -> Sentence | None:
    """The sentence that holds the character `offset`."""
    number = bisect_right(analysis.sentences, offset, key=lambda sentence: sentence.span.start)
    found = analysis.sentences[number - 1] if number else None
    return found if found is not None and offset < found.span.end else None


def _feature(article: Article, origin: str, quantity: Quantity, analysis: Analysis, names: frozenset[str]) -> Feature:
    sentence = sentence_at(analysis, quantity.span.start)
    around = clause_words(article.text, quantity)
    clause = frozenset(item for item in (concept(word) for word in around) if item) - names
    deeds = (*quantity.modifiers, *quantity.events)
    head = state_of(quantity.head.capitalize()) if quantity.head else None
    thing = base_class(quantity.head, "things") if quantity.head else ""
    if not thing and quantity.head and (head or title_of(quantity.head.capitalize()) is not None):
        thing = "people"
    terms = sentence.terms if sentence is not None else ()
    before = sentence_at(analysis, sentence.span.start - 2) if sentence is not None else None
    thing = role(thing, (*deeds, *around), (*terms, *(before.terms if before is not None else ())))
    states = {m.lower() for m in (*quantity.modifiers, head or "") if is_state(m) or is_state(m.capitalize())}
    own = (quantity.head, *deeds, *quantity.what.split(), *(w for w in around if w.lower().startswith(IN_HOSPITAL)))
    words = concepts((*deeds, *quantity.places))
    nouns = concepts(word for event in quantity.events if " " in event for word in event.split() if word[0].isupper())
    own_name = quantity.head and not head and not quantity.head.endswith(_NO_NAME)
    name = concept(quantity.head) if own_name else ""
    if not quantity.head and not quantity.unit and of_people(quantity.events):
        thing = role("people", quantity.events, ())
    around_it = words_around(article, sentence, quantity, analysis)
    measures = _measures()
    scope = own_scopes(scopes(thing, own), " ".join(around_it))
    voted = ""
    if thing == "votes" or (thing in load("topics")["persons"]["classes"] and not quantity.unit):
        voted = stand(article.text, sentence, quantity, analysis.quantities)
        thing = "votes" if voted else thing
    alone = (
        sentence is None
        or sum(sentence.span.start <= q.span.start < sentence.span.end for q in analysis.quantities) == 1
    )
    return Feature(
        article=article.id,
        origin=origin,
        quantity=quantity,
        sentence=sentence.span.start if sentence is not None else -1,
        thing=thing or name or stem(quantity.head),
        person=thing in load("topics")["persons"]["classes"] and quantity.unit in _PERSONAL,
        scope=own_fate(scope - {thing}, article.text, quantity) | (scope & {thing}),
        states=frozenset(states),
        places=frozenset(
            p.lower() for p in quantity.places if not is_state(p) and state_of(p) is None and is_name(p, names)
        ),
        words=words | ({name} if name else frozenset()),
        theme=frozenset(map(folded, (clause | words | nouns | {name}) - measures - _OWN_WORDS)),
        context=concepts(terms),
        subevents=subevents((*around, *deeds)) or (subevents(terms) if alone else frozenset()),
        years=other_years(article, sentence, quantity, analysis),
        subject=bearer(quantity) or _subject(article.text, analysis, quantity),
        fresh=is_fresh(article.text, quantity),
        published=article.published or "",
        period=period(article.text, sentence, quantity),
        parts=parts_of_year(article, sentence, quantity, analysis),
        stand=voted,
        lands=lands_of(article.text, sentence, quantity, analysis),
        near=_near(quantity, analysis),
    )


def _near(quantity: Quantity, analysis: Analysis) -> frozenset[tuple[str, Decimal]]:
    """The other numbers around one that are seldom the same by chance, with their units."""
    start = quantity.span.start
    others = (q for q in analysis.quantities if q is not quantity and abs(q.span.start - start) < _AROUND)
    values = ((q.unit, q.low if q.low is not None else q.high) for q in others)
    return frozenset((unit, value) for unit, value in values if value is not None and (value > _MANY or unit))


def bearer(quantity: Quantity) -> str:
    """Whose a share, votes or seats are by the analysis: *SPD* of *Anteil der Stimmen (SPD)*; empty where untold."""
    told = _BEARER.fullmatch(quantity.what)
    return told[1] if told else ""


def _subject(text: str, analysis: Analysis, quantity: Quantity) -> str:
    """The name whose number it is: the nearest before it in the clause, else the first after it; empty if none."""
    start, end = quantity.span.start, quantity.span.end
    near80 = (n for n in analysis.names if start - 80 <= n.span.start and n.span.end <= start)
    before = [n for n in near80 if n.label != "LOC" and n.name != quantity.holder_name and n.name not in units()]
    near = max(before, key=lambda n: n.span.start, default=None)
    if near is not None and not CLAUSE.search(text, near.span.end, start):
        return near.name
    near50 = (n for n in analysis.names if end <= n.span.start <= end + 50)
    after = [n for n in near50 if n.label != "LOC" and n.name != quantity.holder_name and n.name not in units()]
    near = min(after, key=lambda n: n.span.start, default=None)
    if near is not None and not CLAUSE.search(text, end, near.span.start):
        return near.name
    return ""


@cache
def _measures() -> frozenset[str]:
    return frozenset(concept(word) for word in load("topics")["measures"]["words"])
