"""The same statement in several articles is one entry: shortened, reworded, once direct and once indirect.

Two quotations are the same statement if the same actor says them and they share most of their
characters or of their rare terms (`quotes_alike`); words without a common speaker must agree
(nearly) verbatim. Words in marks inside an indirect quotation belong to its entry. Bare acts of
speech (*kritisierte den Entwurf*) are listed only for actors that the merger knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from briefing.aggregate.ids import stable_id
from briefing.aggregate.quotes_alike import VERBATIM_WORDS, Words, contained, same_statement, words_of
from briefing.aggregate.quotes_amounts import Amounts
from briefing.aggregate.quotes_frame import shown_content
from briefing.aggregate.quotes_neighbours import neighbours
from briefing.aggregate.quotes_overlaps import WEAK_RULES, Overlaps, holds, is_inside_other
from briefing.aggregate.similarity import Weights
from briefing.model import Actor, Analysis, Article, Quote, QuoteGroup, QuoteVariant, Span, Speaker

# A direct quotation of so many words is shown before a longer indirect one.
_SHOWN_DIRECT = 6
# Subjects that stand for nobody who could be asked.
_NOBODY = frozenset({"man", "wer", "ich", "wir", "niemand", "jemand", "keiner", "jeder", "jede"})
_KNOWS = frozenset({"weiß", "wissen", "wusste", "wussten"})
_OPENING = "„“”‟«»″\"‚‘’›‹'"


class Actors(Protocol):
    """What is asked of the merged actors."""

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All actors of the story, the most important first."""

    def of(self, article_id: str, name: str) -> Actor | None:
        """The actor that a name in an article stands for."""


@dataclass(frozen=True, slots=True, eq=False)
class _Entry:
    """A quotation in its article with what is compared."""

    article: str
    order: int
    quote: Quote
    words: Words
    marked: tuple[Words, ...]
    actor: Actor | None
    name: str
    opinion: bool
    role: str | None


def merge(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], origins: Mapping[str, str], actors: Actors
) -> tuple[QuoteGroup, ...]:
    """All statements of a story with their variants.

    Sorted by independent origins (most first), rank of the speaker, position in the sources.
    """
    weights = Weights(analyses)
    entries = [
        entry for article in articles for entry in _entries(articles[article], analyses[article], weights, actors)
    ]
    groups = _grouped(entries, weights)
    rank = {actor.id: place for place, actor in enumerate(actors.actors)}

    def order(group: list[_Entry]) -> tuple[int, int, int]:
        independent = {origins.get(e.article, e.article) for e in group}
        best = min((rank.get(e.actor.id, len(rank)) for e in group if e.actor), default=len(rank) + 1)
        return -len(independent), best, min(e.order for e in group)

    made = [_group(group, articles, analyses) for group in sorted(groups, key=order)]
    return tuple(_unique(_told_once(made)))


def _told_once(groups: Iterable[QuoteGroup]) -> Iterable[QuoteGroup]:
    """No passage twice: two statements of one sentence that needs its frame are shown by the same words."""
    told: set[tuple[Span, ...]] = set()
    for group in groups:
        variants = []
        passages: set[tuple[Span, ...]] = set()  # of this statement: found by two rules in one sentence
        for variant in group.variants:
            again = variant.kind != "direct" and variant.evidence in passages
            if variant.content not in told and not again:
                told.add(variant.content)
                variants.append(variant)
                if variant.kind != "direct":
                    passages.add(variant.evidence)
        if variants:
            yield replace(group, kind=variants[0].kind, variants=tuple(variants))


def _unique(groups: Iterable[QuoteGroup]) -> list[QuoteGroup]:
    """Groups with ids of their own: where two share their terms, the later one is numbered."""
    seen: dict[str, int] = {}
    found = []
    for group in groups:
        count = seen[group.id] = seen.get(group.id, 0) + 1
        found.append(group if count == 1 else replace(group, id=stable_id("T", group.id, str(count))))
    return found


def _entries(article: Article, analysis: Analysis, weights: Weights, actors: Actors) -> list[_Entry]:
    quotes = [q for q in analysis.quotes if q.content and _block(article, q.content[0].start) != "boilerplate"]
    overlaps, amounts, found = Overlaps(quotes), Amounts(article, analysis), []
    for place, quote in enumerate(quotes):
        if is_inside_other(quote, overlaps):
            continue
        actor = _actor(article.id, quote, actors)
        if quote.rule in WEAK_RULES and not (quote.kind == "direct" and actor):
            continue
        if quote.kind == "indirect" and (_is_nobody(article, quote) or _is_knowing(article, quote)):
            continue
        if quote.kind == "reported" and actor is None:
            continue
        opinion = _block(article, quote.content[0].start) == "opinion"
        if opinion and quote.kind in _WITHOUT_FRAME:
            continue
        text = content_text(article, quote)
        name = actor.name if actor else quote.speaker_name or ""
        found.append(
            _Entry(
                article=article.id,
                order=place,
                quote=quote,
                words=words_of(text, quote.terms, weights, amounts.of(quote)),
                actor=actor,
                marked=_marked(article, quote, overlaps, weights),
                name=name,
                role=_role(article, quote, name),
                opinion=opinion,
            )
        )
    return found


def _is_nobody(article: Article, quote: Quote) -> bool:
    """Whether the printed subject means no one in particular, or whoever writes (*ich*)."""
    return any(article.text[span.start : span.end].lower() in _NOBODY for span in quote.speaker)


def _is_knowing(article: Article, quote: Quote) -> bool:
    """*Sie weiß, dass …*: the author tells what someone knows; *ließ wissen* has two words."""
    return [article.text[span.start : span.end].lower() in _KNOWS for span in quote.cue] == [True]


def _marked(article: Article, quote: Quote, overlaps: Overlaps, weights: Weights) -> tuple[Words, ...]:
    """The longer words in marks inside a quotation: the speaker's own, recognised under whatever name."""
    inside = (other for other in overlaps.of(quote) if other.kind == "direct" and holds(quote, other))
    found = (words_of(content_text(article, other), other.terms, weights) for other in inside)
    return tuple(words for words in found if words.count >= VERBATIM_WORDS)


def _block(article: Article, offset: int) -> str:
    return next((b.kind for b in article.blocks if b.start <= offset < b.end), "body")


def _actor(article: str, quote: Quote, actors: Actors) -> Actor | None:
    return actors.of(article, quote.speaker_name) if quote.speaker_name else None


def content_text(article: Article, quote: Quote) -> str:
    """The words of a quotation, its parts joined by a space, without the marks around it."""
    parts = (article.text[span.start : span.end] for span in quote.content)
    return " ".join(" ".join(parts).split()).strip(_OPENING + " ")


def _grouped(entries: list[_Entry], weights: Weights) -> list[list[_Entry]]:
    """Single-linkage groups, but never two entries with different actors that are persons."""
    ordered = sorted(entries, key=lambda e: -e.words.count)
    near = neighbours([e.words for e in ordered], [e.marked for e in ordered], weights)
    groups: list[list[_Entry]] = []
    persons: list[str | None] = []
    home: list[int] = []
    for entry, others in zip(ordered, near, strict=True):
        number = _home(entry, [(home[o], ordered[o]) for o in others if o < len(home)], persons, weights)
        if number is None:
            number = len(groups)
            groups.append([])
            persons.append(None)
        groups[number].append(entry)
        persons[number] = persons[number] or _person(entry)
        home.append(number)
    return groups


def _home(
    entry: _Entry, near: Iterable[tuple[int, _Entry]], persons: Sequence[str | None], weights: Weights
) -> int | None:
    """The first group with an entry that says the same, unless another person says it."""
    own = _person(entry)
    for number, other in sorted(near, key=lambda pair: pair[0]):
        if own is not None and persons[number] not in (None, own):
            continue
        if _alike(entry, other, weights):
            return number
    return None


def _person(entry: _Entry) -> str | None:
    """The person who says it, None for another actor: two different persons never say one statement."""
    return entry.actor.id if entry.actor is not None and entry.actor.kind == "PER" else None


def _alike(entry: _Entry, other: _Entry, weights: Weights) -> bool:
    same, vague = _same_speaker(entry, other), entry.actor is None or other.actor is None
    if same_statement(entry.words, other.words, weights, same_speaker=same, may_be_same=vague):
        return True
    pairs = [(mark, other.words) for mark in entry.marked] + [(mark, entry.words) for mark in other.marked]
    return any(contained(mark, whole) for mark, whole in pairs)


def _same_speaker(one: _Entry, other: _Entry) -> bool:
    if one.actor and other.actor:
        return one.actor.id == other.actor.id
    if not one.name or not other.name:
        return False
    small, large = sorted((one.name.lower(), other.name.lower()), key=len)
    return small == large or (len(small) > 3 and f" {small} " in f" {large} ")


def _group(group: list[_Entry], articles: Mapping[str, Article], analyses: Mapping[str, Analysis]) -> QuoteGroup:
    shown = sorted(group, key=_shown_first)
    first = shown[0]
    named = _named(shown)
    speaker = None
    if named:
        role = next((e.role for e in shown if e.role and e.name == named.name), None)
        speaker = Speaker(name=named.name, actor=named.actor.id if named.actor else None, role=role)
    key = " ".join([*sorted(first.words.terms), *sorted(first.words.numbers)]) or first.words.plain
    return QuoteGroup(
        id=stable_id("T", named.name if named else "", key),
        kind=first.quote.kind,
        speaker=speaker,
        variants=tuple(_variant(e, articles[e.article], analyses[e.article]) for e in shown),
    )


def _named(shown: Sequence[_Entry]) -> _Entry | None:
    """The entry whose speaker is shown: a known person's, else one of the name that most entries have."""
    counts = Counter(e.name for e in shown if e.name)
    named = [e for e in shown if e.name]
    return min(named, key=lambda e: (_person(e) is None, -counts[e.name], e.actor is None), default=None)


# In a commentary such sentences are the writer's own guesses, not the words of whoever was named last.
_WITHOUT_FRAME = ("free_indirect", "indirect_free_indirect")
_KIND_RANK = {"direct": 0, "indirect": 1, "indirect_free_indirect": 2, "free_indirect": 3, "reported": 4}


def _role(article: Article, quote: Quote, name: str) -> str | None:
    """The function printed with the speaker; what is only a part of the name (*Von der* Leyen) is none."""
    if quote.speaker_role is None:
        return None
    role = article.text[quote.speaker_role.start : quote.speaker_role.end]
    return None if set(role.lower().split()) <= set(name.lower().split()) else role


def _shown_first(entry: _Entry) -> tuple[bool, int, int, int, str]:
    kind = _KIND_RANK[entry.quote.kind]
    if entry.quote.kind == "direct" and entry.words.count < _SHOWN_DIRECT:
        kind = 3
    return entry.opinion, kind, -entry.words.count, entry.order, entry.article


def _variant(entry: _Entry, article: Article, analysis: Analysis) -> QuoteVariant:
    quote = entry.quote
    evidence = evidence_of(quote, article, analysis)
    return QuoteVariant(
        kind=quote.kind,
        content=shown_content(quote, article, evidence),
        evidence=(evidence,),
        opinion=entry.opinion,
        rule=quote.rule,
    )


def evidence_of(quote: Quote, article: Article, analysis: Analysis) -> Span:
    """The whole sentences that hold content, cue and frame, and the speaker if it stands with them."""
    spans = [*quote.content, *quote.cue, *quote.frame]
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    touched = [s.span for s in analysis.sentences if s.span.start < end and s.span.end > start]
    if touched:
        start, end = min(start, touched[0].start), max(end, touched[-1].end)
    text = article.text
    while end < len(text) and text[end] in "“”\"«»‘’'.!?":
        end += 1
    return Span(article=article.id, start=start, end=end)
