"""The network of the parser that annotates running text (`training.teacher`).

Windows of words as in the pipeline, then one BiLSTM, then biaffine attention (Dozat and Manning 2017), which scores
every pair of words; tags and features are learned beside the trees. It knows which treebank a sentence is of, as their
guidelines differ, and, where they are given, the words' universal parts of speech.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch  # type: ignore[import-not-found]
from torch import nn
from torch.nn import functional  # type: ignore[import-not-found]

from training.parses import Labels, Sentence

HASHES = 8000
"""Rows of the table of prefixes and suffixes."""
WIDTH, DEPTH, RECURRENT, ARC, LABEL = 320, 4, 192, 256, 96
PIECES = 3
DROPOUT, DROPOUT_BELOW = 0.33, 0.2
"""Of the recurrent layer and what is above it; of the windows."""
PARTS = ("", *"NOUN PROPN VERB ADJ ADV ADP PRON DET CCONJ SCONJ NUM PUNCT".split())
"""Universal parts of speech that are told apart; an auxiliary is a verb."""
SOURCES = 4


class Forms:
    """What the networks read of each form: ids of the frequent words and of hashed affixes, dense features."""

    def __init__(self, dense: Mapping[str, np.ndarray], frequent: Sequence[str]) -> None:
        self._rows = {word: row for row, word in enumerate(dense)}
        ids = {word: place + 1 for place, word in enumerate(frequent)}
        self.words = torch.tensor([ids.get(word.lower(), 0) for word in dense])
        self.affixes = torch.tensor([[_hashed(affix) for affix in _affixes(word)] for word in dense])
        table = np.array([[*row, *_shape(word)] for word, row in dense.items()], dtype="float32")
        self.dense = torch.tensor(table)

    def rows(self, words: Sequence[str]) -> list[int]:
        """Return the rows of `words`."""
        return [self._rows[word] for word in words]


def _affixes(word: str) -> tuple[str, ...]:
    low = word.lower()
    return ("3" + low[-3:], "2" + low[-2:], "4" + low[-4:], "p" + low[:3])


def _hashed(text: str) -> int:
    return zlib.crc32(text.encode()) % (HASHES - 1) + 1


def _shape(word: str) -> list[bool]:
    return [
        *(word[:1].isupper(), word.isupper(), word.isdigit(), any(c.isdigit() for c in word), word.isalpha()),
        *("-" in word, not any(c.isalnum() for c in word), len(word) == 1),
    ]


class Maxout(nn.Module):  # type: ignore[misc]
    """The largest of several projections, normalised."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.project, self.norm = nn.Linear(inputs, outputs * PIECES), nn.LayerNorm(outputs)

    def forward(self, values: Any) -> Any:
        """Return the layer's output."""
        return self.norm(self.project(values).unflatten(-1, (-1, PIECES)).amax(-1))


class Network(nn.Module):  # type: ignore[misc]
    """One teacher."""

    def __init__(self, labels: Labels, dense: int, frequent: int) -> None:
        super().__init__()
        self.words, self.affixes = nn.Embedding(frequent + 1, 96), nn.Embedding(HASHES, 48)
        self.parts, self.sources = nn.Embedding(len(PARTS), 48), nn.Embedding(SOURCES, 16)
        self.dense, self.mix = nn.Linear(dense, 192), Maxout(96 + 4 * 48 + 48 + 16 + 192, WIDTH)
        self.windows = nn.ModuleList(Maxout(3 * WIDTH, WIDTH) for _ in range(DEPTH))
        self.recurrent = nn.LSTM(WIDTH, RECURRENT, batch_first=True, bidirectional=True)
        size = WIDTH + 2 * RECURRENT
        self.root = nn.Parameter(torch.randn(size) * 0.1)
        self.views = nn.Linear(size, 2 * (ARC + LABEL))
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.label = nn.Parameter(torch.randn(len(labels.relations), LABEL + 1, LABEL + 1) * 0.02)
        self.tags, self.morphs = nn.Linear(WIDTH, len(labels.tags)), nn.Linear(size, len(labels.morphs))
        for table, spread in ((self.words, 0.1), (self.affixes, 0.1), (self.parts, 0.3)):
            nn.init.normal_(table.weight, std=spread)

    def _embedded(self, forms: Forms, batch: Mapping[str, Any]) -> Any:
        rows, parts, sources = batch["rows"], batch["parts"], batch["sources"]
        words = forms.words[rows]
        count, length = rows.shape
        if self.training:
            words = words * (torch.rand(count, length) >= 0.25)
            parts = parts * (torch.rand(count, 1) < 0.6) * (torch.rand(count, length) < 0.95)
            sources = sources * (torch.rand(count) < 0.9)
        read = (
            *(self.words(words), self.affixes(forms.affixes[rows]).flatten(2), self.parts(parts)),
            *(self.sources(sources)[:, None].expand(count, length, 16), self.dense(forms.dense[rows])),
        )
        return self.mix(functional.dropout(torch.cat(read, -1), DROPOUT_BELOW, self.training))

    def forward(self, forms: Forms, batch: Mapping[str, Any]) -> tuple[Any, Any, Any, Any, Any]:
        """Return scores of arcs, the views of dependents and heads, scores of tags and of features."""
        count, length = batch["rows"].shape
        inside = (torch.arange(length)[None] < batch["lengths"][:, None])[..., None]
        state = self._embedded(forms, batch) * inside
        for window in self.windows:
            wide = functional.pad(state, (0, 0, 1, 1))
            wide = torch.cat([wide[:, :-2], state, wide[:, 2:]], -1)
            state = (state + self._drop(window(wide), DROPOUT_BELOW)) * inside
        tags = self.tags(self._drop(state, DROPOUT_BELOW))
        state = torch.cat([state, self._drop(self.recurrent(self._drop(state))[0])], -1)
        morphs = self.morphs(self._drop(state, DROPOUT_BELOW))
        state = torch.cat([self.root.expand(count, 1, -1), state], 1)
        views = self._drop(functional.leaky_relu(self.views(state), 0.1))
        dependent, head, labelled, labelling = views.split([ARC, ARC, LABEL, LABEL], -1)
        arcs = ((_one(dependent) @ self.arc) @ head.transpose(1, 2))[:, 1:].float()
        beyond = torch.arange(length + 1)[None] > batch["lengths"][:, None]
        return arcs.masked_fill(beyond[:, None], -1e4), _one(labelled)[:, 1:], _one(labelling), tags, morphs

    def _drop(self, values: Any, share: float = DROPOUT) -> Any:
        """Drop features of a whole sentence at once."""
        if not self.training:
            return values
        return values * ((torch.rand(values.shape[0], 1, values.shape[2]) > share) / (1 - share))

    def relations(self, labelled: Any, labelling: Any, heads: Any) -> Any:
        """Score the relations of each word to the head given (0 is the root)."""
        index = heads.clamp(min=0)[..., None].expand(-1, -1, labelling.shape[2])
        chosen = torch.gather(labelling, 1, index)
        return torch.einsum("btks,bts->btk", torch.einsum("btr,krs->btks", labelled, self.label), chosen)


def _one(values: Any) -> Any:
    return torch.cat([values, torch.ones_like(values[..., :1])], -1)


def tensors(forms: Forms, labels: Labels, sentences: Sequence[Sentence]) -> dict[str, Any]:
    """Return a batch: everything of the sentences that is known, filled up to the longest."""
    length = max(len(s.words) for s in sentences)
    tags = {tag: place for place, tag in enumerate(labels.tags)}
    morphs = {morph: place for place, morph in enumerate(labels.morphs)}
    relations = {name: place for place, name in enumerate(labels.relations)}

    def padded(rows: Sequence[Sequence[int]], fill: int) -> Any:
        return torch.tensor([[*row, *[fill] * (length - len(row))] for row in rows])

    return {
        "rows": padded([forms.rows(s.words) for s in sentences], 0),
        "parts": padded([[_part(part) for part in s.parts] for s in sentences], 0),
        "tags": padded([[tags.get(tag, 0) for tag in s.tags] for s in sentences], 0),
        "morphs": padded([[morphs[morph] for morph in s.morphs] for s in sentences], -1),
        "heads": padded([[0 if h == i else h + 1 for i, h in enumerate(s.heads)] for s in sentences], -1),
        "relations": padded([[relations[name] for name in s.relations] for s in sentences], 0),
        "lengths": torch.tensor([len(s.words) for s in sentences]),
        "sources": torch.tensor([s.source for s in sentences]),
    }


def _part(part: str) -> int:
    known = "VERB" if part == "AUX" else part
    return PARTS.index(known) if known in PARTS else 0
