"""Teasers of short sentences, which are understood together only, as candidates for key statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.aggregate.core_candidates import Candidate
from briefing.model import Span

_SENTENCES, _TEASER = 3, 280  # sentences and characters of a teaser that is shown as one


def teasers(every: Sequence[Candidate]) -> list[Candidate]:
    """The short sentences of a teaser as one candidate, where the others need the first or are too short to be shown.

    *Bisher hat die Justiz die Regeln gebilligt. Nun hat auch das Bundesverfassungsgericht entschieden.*
    """
    found = []
    for first, start in enumerate(every):
        if start.place or start.sentence.block != "lead" or start.unframed:
            continue
        parts = [start]
        for other in every[first + 1 : first + _SENTENCES]:
            length = other.sentence.span.end - start.sentence.span.start
            follows = other.sentence.block == "lead" and other.place == parts[-1].place + 1
            if not follows or length > _TEASER or (other.eligible and start.eligible):
                break
            parts.append(other)
        if len(parts) > 1:
            found.append(_joined(parts))
    return found


def _joined(parts: Sequence[Candidate]) -> Candidate:
    """Sentences that follow each other as one."""
    first, span = parts[0], parts[0].sentence.span
    whole = Span(article=span.article, start=span.start, end=parts[-1].sentence.span.end)
    terms = tuple(term for part in parts for term in part.sentence.terms)
    return replace(
        first,
        sentence=replace(first.sentence, span=whole, terms=terms),
        text=" ".join(part.text for part in parts),
        about=frozenset().union(*(part.about for part in parts)),
        amounts=frozenset().union(*(part.amounts for part in parts)),
        ceilings=frozenset().union(*(part.ceilings for part in parts)),
        days=frozenset().union(*(part.days for part in parts)),
        verbs=frozenset().union(*(part.verbs for part in parts)),
        names=tuple(name for part in parts for name in part.names),
        roles=frozenset().union(*(part.roles for part in parts)),
        doubtful=any(part.doubtful for part in parts),
        unknown=any(part.unknown for part in parts),
        negated=any(part.negated for part in parts),
        quoted=any(part.quoted for part in parts),
        unframed=any(part.unframed for part in parts),
    )
