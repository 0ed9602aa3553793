"""What goes into the teachers (`training.teacher`) and what comes out; nothing here needs PyTorch."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Words of a sentence; `source` is the treebank, 0 for a text without trees; lists are empty where unknown."""

    words: Sequence[str]
    source: int
    parts: Sequence[str] = ()
    tags: Sequence[str] = ()
    morphs: Sequence[str] = ()
    heads: Sequence[int] = ()
    relations: Sequence[str] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The inventories; place 0 of tags and relations stands for none."""

    tags: Sequence[str]
    relations: Sequence[str]
    morphs: Sequence[str]

    @classmethod
    def of(cls, sentences: Sequence[Sentence]) -> Labels:
        """Collect the labels of annotated sentences."""
        return cls(
            tags=("", *sorted({tag for s in sentences for tag in s.tags if tag})),
            relations=("", *sorted({name for s in sentences for name in s.relations})),
            morphs=sorted({morph for s in sentences for morph in s.morphs}),
        )


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """What the teachers make of a sentence.

    Heads count from 0, the root is its own head; probabilities of relations given the heads, of tags and features.
    """

    heads: list[int]
    arcs: np.ndarray
    relations: np.ndarray
    tags: np.ndarray
    morphs: np.ndarray
