"""A quotation on its way: content, speaker, cue and frame in words of the view."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.analyse.quotes_cues import Cue
from briefing.analyse.quotes_phrases import Phrase

Range = tuple[int, int]


@dataclass(slots=True)
class Draft:
    """A quotation in words of the view; ranges are half-open. `cue_of` is the verb it rests on."""

    kind: str
    content: list[Range]
    speaker: Phrase | None = None
    cue: list[int] = field(default_factory=list)
    frame: list[Range] = field(default_factory=list)
    addressee: Range | None = None
    rule: str = ""
    cue_of: Cue | None = None
    speaker_of: str = ""
    source_rule: str = ""
