"""Annotated and plain text for the recogniser of names, as numbers of forms and tags."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import torch  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.vocab import Vocab

from briefing.analyse.recogniser import TAGS, ends, features, pieces
from briefing.analyse.word_classes import WordClasses

UNKNOWN = -1
"""The tag of a token that is not annotated."""


class Forms:
    """The forms of all texts: their numbers, and what the network reads of each."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self.numbers: dict[str, int] = {}
        self.vectors = self.bits = self.rows = torch.zeros(0)

    def encode(self, words: Iterable[str]) -> np.ndarray:
        """Return the numbers of `words`, new forms with new ones."""
        return np.array([self.numbers.setdefault(word, len(self.numbers)) for word in words], "int32")

    def fill(self) -> None:
        """Look up what the network reads of the forms; to be called after the last new one."""
        classes = WordClasses.of(self.vocab)
        words = list(self.numbers)
        self.bits = torch.tensor([classes.get(word) for word in words])
        self.rows = torch.tensor([features(self.vocab[word]) for word in words], dtype=torch.int32)
        parts = [self.vocab.vectors.get_batch(words[i : i + 10_000]) for i in range(0, len(words), 10_000)]
        self.vectors = torch.tensor(np.concatenate(parts).astype("float16"))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of text: its forms, their tags (`UNKNOWN` where open) and the number of its corpus."""

    forms: np.ndarray
    tags: np.ndarray
    source: int


def tagged(doc: Doc) -> np.ndarray:
    """Return the tags of an annotated document's tokens."""
    tags = np.array([0 if token.ent_iob else UNKNOWN for token in doc], "int8")
    for name in doc.ents:
        inside = TAGS.index(f"I-{name.label_}")
        tags[name.start : name.end] = inside
        tags[name.start], tags[name.end - 1] = TAGS.index(f"B-{name.label_}"), TAGS.index(f"E-{name.label_}")
        if len(name) == 1:
            tags[name.start] = TAGS.index(f"S-{name.label_}")
    return tags


def cut(forms: Forms, docs: Iterable[Doc], source: int) -> Iterator[Piece]:
    """Cut documents into pieces as the analysis does; what a border leaves of a name is not annotated."""
    for doc in docs:
        tags, numbers = tagged(doc), forms.encode(token.text for token in doc)
        for start, end in pieces(ends(doc)):
            for name in doc.ents:
                if name.start < start < name.end or name.start < end < name.end:
                    tags[name.start : name.end] = UNKNOWN
            yield Piece(forms=numbers[start:end], tags=tags[start:end], source=source)


def batches(found: Sequence[Piece], size: int, draw: random.Random) -> list[list[Piece]]:
    """Put pieces of like length together, at most `size` tokens with their padding, in a random order."""
    ordered = sorted(found, key=lambda piece: len(piece.forms) + 8 * draw.random())
    groups: list[list[Piece]] = [[]]
    for piece in ordered:
        if groups[-1] and (len(groups[-1]) + 1) * len(piece.forms) > size:
            groups.append([])
        groups[-1].append(piece)
    draw.shuffle(groups)
    return groups


def tensors(group: Sequence[Piece]) -> tuple[Any, Any, Any, Any]:
    """Return forms, tags, lengths and corpora of a batch; the padding counts as outside a name."""
    longest = max(len(piece.forms) for piece in group)
    forms = torch.zeros(len(group), longest, dtype=torch.long)
    tags = torch.zeros(len(group), longest, dtype=torch.long)
    for row, piece in enumerate(group):
        forms[row, : len(piece.forms)] = torch.from_numpy(piece.forms.astype("int64"))
        tags[row, : len(piece.tags)] = torch.from_numpy(piece.tags.astype("int64"))
    lengths = torch.tensor([len(piece.forms) for piece in group])
    return forms, tags, lengths, torch.tensor([piece.source for piece in group])
