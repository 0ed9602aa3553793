"""Bodies without a proper name that speak: *die Polizei*, *die Staatsanwaltschaft*, *das Innenministerium*.

They are no names, but in many stories (an accident, a strike, an earthquake) they are the ones who say what is known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.aggregate.actors_local import Local
from briefing.german.words import load
from briefing.model import Analysis, Article

_ARTICLE = re.compile(r"^(?:der|die|das|dem|den|des|ein|eine|einer|eines|einem|einen)\s+", re.IGNORECASE)


def collectives(articles: Mapping[str, Article], analyses: Mapping[str, Analysis]) -> list[Local]:
    """Speaking bodies, one per article and noun; the name is the bare noun."""
    nouns = frozenset(load("organisations")["collectives"])
    found: list[Local] = []
    for id_, analysis in analyses.items():
        named = {name.name for name in analysis.names}
        table: dict[str, Local] = {}
        for quote in analysis.quotes:
            if quote.speaker_name is None or not quote.speaker or quote.speaker_name in named:
                continue
            noun = _noun(quote.speaker_name, nouns)
            if noun is None:
                continue
            local = table.setdefault(noun, Local(id_, "ORG", noun))
            span = quote.speaker[0]
            local.forms[noun] = local.forms.get(noun, 0) + 1
            local.forms.setdefault(_ARTICLE.sub("", " ".join(quote.speaker_name.split())), 0)
            local.spans.append(span)
            local.speaking.append(span)
        found += table.values()
    return found


def _noun(phrase: str, nouns: frozenset[str]) -> str | None:
    """The body a speaker phrase is headed by: *die Berliner Polizei* → *Polizei*; None for all other phrases."""
    words = _ARTICLE.sub("", phrase).split()
    head = next((word for word in words if word[:1].isupper() and not word.endswith("er")), "")
    return head if head in nouns else head.removesuffix("s") if head.removesuffix("s") in nouns else None
