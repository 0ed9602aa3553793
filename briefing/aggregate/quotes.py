"""The same statement in several articles is one entry: shortened, reworded, once direct and once indirect.

Whether two quotations say the same is told by their wording, rare terms, words in marks and numbers, and by how their
speakers are related (`quotes_alike`, `quotes_speakers`); a sentence of several is compared by itself. Words in marks
inside an indirect quotation belong to its entry, and what one article prints twice is one variant. Bare acts of speech
(*kritisierte den Entwurf*) are listed only for actors that the merger knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefing.aggregate.ids import stable_id
from briefing.aggregate.quotes_entries import Actors, Entry, entries_of
from briefing.aggregate.quotes_frame import is_broken_off, shown_content, without_next
from briefing.aggregate.quotes_groups import grouped
from briefing.aggregate.similarity import Weights
from briefing.model import Analysis, Article, Quote, QuoteGroup, QuoteVariant, Span, Speaker

# A direct quotation of so many words is shown before a longer indirect one.
_SHOWN_DIRECT = 6
# Share of a text that another one is, from which on it says little besides.
_MOST = 0.6


def merge(
    articles: Mapping[str, Article], analyses: Mapping[str, Analysis], origins: Mapping[str, str], actors: Actors
) -> tuple[QuoteGroup, ...]:
    """All statements of a story with their variants.

    Sorted by independent origins (most first), rank of the speaker, position in the sources.
    """
    weights = Weights(analyses)
    entries = [e for id_ in articles for e in entries_of(articles[id_], analyses[id_], weights, actors)]
    groups = grouped(entries, weights)
    rank = {actor.id: place for place, actor in enumerate(actors.actors)}

    def order(group: list[Entry]) -> tuple[int, int, int]:
        independent = {origins.get(e.article, e.article) for e in group}
        best = min((rank.get(e.actor.id, len(rank)) for e in group if e.actor), default=len(rank) + 1)
        return -len(independent), best, min(e.order for e in group)

    made = [_group(group, articles, analyses) for group in sorted(groups, key=order)]
    return tuple(_unique(_told_once(_without_fragments(_without_frames(made)))))


def _without_frames(groups: Sequence[QuoteGroup]) -> Iterable[QuoteGroup]:
    """No passage that is little more than another one with what is said around it: words reported by a third."""
    told: dict[str, list[Span]] = {}
    said = (v for group in groups for v in group.variants if v.kind not in ("direct", "reported"))
    for span in (variant.content[0] for variant in said if len(variant.content) == 1):
        told.setdefault(span.article, []).append(span)
    for group in groups:
        variants = tuple(v for v in group.variants if v.kind == "direct" or not _frames(v.content, told))
        if variants:
            yield replace(group, kind=variants[0].kind, variants=variants)


def _without_fragments(groups: Iterable[QuoteGroup]) -> Iterable[QuoteGroup]:
    """No fragment whose sentence is told already, by another statement of the same speaker."""
    every = list(groups)
    told: dict[tuple[str, str], list[tuple[int, Span]]] = {}
    for place, group in enumerate(every):
        for span in (span for variant in group.variants for span in variant.evidence):
            told.setdefault((_name(group), span.article), []).append((place, span))
    dropped: set[int] = set()
    for place, group in enumerate(every):
        if all(is_fragment(variant) for variant in group.variants):
            own = group.variants[0].evidence[0]
            others = [number for number, span in told[_name(group), own.article] if _covers(span, own)]
            if not dropped.issuperset(number for number in others if number != place):
                dropped.add(place)
                continue
        yield group


def _name(group: QuoteGroup) -> str:
    return group.speaker.name if group.speaker else ""


def is_fragment(variant: QuoteVariant) -> bool:
    """Whether what is shown is the sentence around a few words in marks."""
    return variant.kind == "reported" and variant.rule.startswith("direct")


def _covers(span: Span, other: Span) -> bool:
    return span.article == other.article and span.start <= other.start and other.end <= span.end


def _frames(content: tuple[Span, ...], told: Mapping[str, Sequence[Span]]) -> bool:
    whole = content[0]
    return len(content) == 1 and any(
        whole.start <= span.start and span.end <= whole.end and whole != span and 2 * _length(span) >= _length(whole)
        for span in told.get(whole.article, ())
    )


def _length(span: Span) -> int:
    return span.end - span.start


def _told_once(groups: Iterable[QuoteGroup]) -> Iterable[QuoteGroup]:
    """No passage twice: two statements of one sentence that needs its frame are shown by the same words."""
    told: set[tuple[Span, ...]] = set()
    for group in groups:
        variants = []
        passages: set[tuple[Span, ...]] = set()  # of this statement: found by two rules in one sentence
        for variant in group.variants:
            again = variant.kind != "direct" and variant.evidence[:1] in passages
            if variant.content not in told and not again:
                told.add(variant.content)
                variants.append(variant)
                if variant.kind != "direct":
                    passages.add(variant.evidence[:1])
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


def _group(group: list[Entry], articles: Mapping[str, Article], analyses: Mapping[str, Analysis]) -> QuoteGroup:
    shown = sorted(group, key=_shown_first)
    first = shown[0]
    named = _named(shown)
    speaker = None
    if named:
        role = next((e.role for e in shown if e.role and e.name == named.name), None)
        speaker = Speaker(name=named.name, actor=named.actor.id if named.actor else None, role=role)
    variants = tuple(_variant(several, articles, analyses) for several in _without_repeats(shown))
    key = " ".join([*sorted(first.words.terms), *sorted(first.words.numbers)]) or first.words.plain
    return QuoteGroup(
        id=stable_id("T", named.name if named else "", key),
        kind=variants[0].kind,
        speaker=speaker,
        variants=variants,
    )


def _named(shown: Sequence[Entry]) -> Entry | None:
    """The entry whose speaker is shown: a known person's, else one of the name that most entries have."""
    counts = Counter(e.name for e in shown if e.name)
    named = [e for e in shown if e.name]
    return min(named, key=lambda e: (not e.source.person, -counts[e.name], e.actor is None), default=None)


_KIND_RANK = {"direct": 0, "indirect": 1, "indirect_free_indirect": 2, "free_indirect": 3, "reported": 4}


def _shown_first(entry: Entry) -> tuple[bool, int, int, int, str]:
    kind = _KIND_RANK[entry.quote.kind]
    if entry.quote.kind == "direct" and entry.words.count < _SHOWN_DIRECT:
        kind = 3
    return entry.opinion, kind, -entry.words.count, entry.order, entry.article


def _without_repeats(shown: Iterable[Entry]) -> list[list[Entry]]:
    """Each entry with those that print its words again in the same article, as headings and summaries do."""
    kept: list[list[Entry]] = []
    for entry in shown:
        told = next((several for several in kept if _repeats(entry, several[0])), None)
        if told is None:
            kept.append([entry])
        else:
            told.append(entry)
    return kept


def _repeats(entry: Entry, first: Entry) -> bool:
    """Whether it says no more than the first of its article: a part of its words, or little besides them."""
    if entry.article != first.article:
        return False
    one, other = f" {entry.words.plain} ", f" {first.words.plain} "
    return one in other or (other in one and len(other) >= _MOST * len(one))


def _variant(
    several: Sequence[Entry], articles: Mapping[str, Article], analyses: Mapping[str, Analysis]
) -> QuoteVariant:
    """How the first is shown, with the places of all."""
    entry, article, analysis = several[0], articles[several[0].article], analyses[several[0].article]
    places = [evidence_of(e.quote, article, analysis) for e in several]
    shown = without_next(entry.quote, analysis.quotes, article, places[0])
    fragment = is_broken_off(entry.quote, article)
    return QuoteVariant(
        kind="reported" if fragment else entry.quote.kind,
        content=(places[0],) if fragment else shown_content(entry.quote, article, shown),
        evidence=tuple(dict.fromkeys(places)),
        opinion=entry.opinion,
        rule=entry.quote.rule,
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
