"""The trained pipeline's own embedding layer: hashed features, floret vector and readings of a token's type.

As spaCy's `MultiHashEmbed`, with two differences. Everything it reads depends on the word's form alone, so in
prediction each form of a batch is embedded once, and its features and vector are kept for later texts. And it may
read what the dictionary knows of the form (`WordForms`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import numpy as np
from spacy.attrs import ORTH  # type: ignore[import-not-found]
from spacy.lexeme import Lexeme
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab
from thinc.api import HashEmbed, Maxout, Model, concatenate, glorot_uniform_init

from briefing.analyse.forms import READINGS, WordForms, cases_of, finite_of, kind_of, unpacked

_MOST_TYPES: Final = 60_000


class Knowledge:
    """What the dictionary table that a vocabulary carries holds of a form."""

    def __init__(self, vocab: Vocab) -> None:
        self.forms = WordForms.of(vocab)
        self._last = ("", 0)

    def readings(self, word: str) -> int:
        """Return what the dictionary knows of a form; several columns ask for the same one in turn."""
        if self._last[0] != word:
            self._last = (word, self.forms.get(word))
        return self._last[1]


Feature = Callable[[Lexeme, Knowledge], int]
FEATURES: Final[Mapping[str, Feature]] = {
    "NORM": lambda lexeme, _: lexeme.norm,
    "PREFIX": lambda lexeme, _: lexeme.prefix,
    "SUFFIX": lambda lexeme, _: lexeme.suffix,
    "SHAPE": lambda lexeme, _: lexeme.shape,
    "KIND": lambda lexeme, known: kind_of(known.readings(lexeme.text)) + 1,
    "CASES": lambda lexeme, known: cases_of(known.readings(lexeme.text)) + 1,
    "FINITE": lambda lexeme, known: finite_of(known.readings(lexeme.text)) + 1,
}
"""What a column of the layer may read of a form."""


class Types:
    """Features and vectors of the forms seen so far, at most about `_MOST_TYPES`; then it begins anew."""

    def __init__(self, vocab: Vocab, attrs: Sequence[str], readings: bool = False) -> None:
        self.vocab = vocab
        self.vectors: Any = vocab.vectors
        self._known = Knowledge(vocab)
        self._with_readings = readings
        self._readers = [FEATURES[name] for name in attrs]
        self._clear()

    def _clear(self) -> None:
        self._rows: dict[int, int] = {}
        self._features = np.zeros((0, len(self._readers)), dtype="uint64")
        self._table = np.zeros((0, _dense(self.vocab, self._with_readings)), dtype="float32")

    def _grow(self, wanted: int) -> None:
        more = max(wanted, 2 * len(self._features)) - len(self._features)
        if wanted > len(self._features):
            self._features = np.pad(self._features, ((0, more), (0, 0)))
            self._table = np.pad(self._table, ((0, more), (0, 0)))

    def get(self, keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return features and vectors of the different forms `keys`, a row each."""
        wanted = keys.tolist()
        new = [key for key in wanted if key not in self._rows]
        if new and len(self._rows) + len(new) > _MOST_TYPES and self._rows:
            self._clear()
            new = wanted
        if new:
            lexemes = [self.vocab[key] for key in new]
            found = [[read(lexeme, self._known) for read in self._readers] for lexeme in lexemes]
            first = len(self._rows)
            self._rows.update({key: first + place for place, key in enumerate(new)})
            self._grow(len(self._rows))
            self._features[first : len(self._rows)] = np.array(found, dtype="uint64")
            width = self.vectors.shape[1]
            self._table[first : len(self._rows), :width] = self.vectors.get_batch(new)
            if self._with_readings:
                bits = np.array([self._known.readings(lexeme.text) for lexeme in lexemes], dtype="uint64")
                self._table[first : len(self._rows), width:] = unpacked(bits)
        rows = np.fromiter((self._rows[key] for key in wanted), dtype="int64", count=len(wanted))
        return self._features[rows], self._table[rows]


def _dense(vocab: Vocab, readings: bool) -> int:
    return int(vocab.vectors.shape[1]) + (len(READINGS) if readings else 0)


@registry.architectures("briefing.TypeEmbed.v1")  # type: ignore[untyped-decorator]
def type_embed(width: int, attrs: list[str], rows: list[int], readings: bool = False) -> Model[list[Doc], list[Any]]:
    """Make the layer: hash embeddings of `attrs` with `rows` rows each, and the floret vector, mixed to `width`.

    With `readings`, the dictionary's readings of the form stand beside the vector, one dimension each.
    """
    tables: list[Model[Any, Any]] = [HashEmbed(width, n, column=i, seed=8 + i, dropout=0.0) for i, n in enumerate(rows)]
    mix = Maxout(width, width * (len(attrs) + 1), nP=3, dropout=0.0, normalize=True)
    return Model(
        "type_embed",
        _Forward(tuple(attrs), readings),
        init=_init,
        layers=[concatenate(*tables), mix],
        params={"W": None},
        dims={"nO": width, "nM": None},
        attrs={"dropout_rate": 0.0, "readings": readings},
    )


def _init(model: Model[list[Doc], list[Any]], X: list[Doc] | None = None, Y: Any = None) -> None:  # noqa: N803
    if X:
        model.set_dim("nM", _dense(X[0].vocab, model.attrs["readings"]))
    model.set_param("W", glorot_uniform_init(model.ops, (model.get_dim("nO"), model.get_dim("nM"))))
    for layer in model.layers:
        layer.initialize()


class _Forward:
    """The layer's function, with what it remembers of the forms of one vocabulary."""

    def __init__(self, attrs: tuple[str, ...], readings: bool = False) -> None:
        self.attrs = attrs
        self.readings = readings
        self._types: Types | None = None

    def __deepcopy__(self, memo: object) -> _Forward:
        return _Forward(self.attrs, self.readings)

    def __reduce__(self) -> tuple[type[_Forward], tuple[tuple[str, ...], bool]]:
        return _Forward, (self.attrs, self.readings)

    def _of(self, vocab: Vocab) -> Types:
        if self._types is None or self._types.vocab is not vocab or self._types.vectors is not vocab.vectors:
            self._types = Types(vocab, self.attrs, self.readings)
        return self._types

    def __call__(
        self, model: Any, docs: list[Doc], is_train: bool
    ) -> tuple[list[Any], Callable[[list[Any]], list[Doc]]]:
        """Embed every token of `docs`; the second result passes the gradient on to the tables."""
        lengths = [len(doc) for doc in docs]
        if not sum(lengths):
            return [model.ops.alloc2f(0, model.get_dim("nO")) for _ in docs], lambda _: []
        forms = np.concatenate([doc.to_array(ORTH) for doc in docs])
        keys, place = np.unique(forms, return_inverse=True)
        features, vectors = self._of(docs[0].vocab).get(keys)
        if is_train:  # every token by itself, so that dropout and gradients are those of tokens
            features, vectors = features[place], vectors[place]
        tables, mix = model.layers
        width = model.get_dim("nO")
        weights = model.get_param("W")
        hashed, back_tables = tables(features, is_train)
        projected = model.ops.gemm(vectors, weights, trans2=True)
        mask = model.ops.get_dropout_mask((width,), model.attrs["dropout_rate"]) if is_train else None
        if mask is not None:
            projected *= mask
        mixed, back_mix = mix(np.concatenate([hashed, projected], axis=1), is_train)
        out = model.ops.unflatten(mixed if is_train else mixed[place], model.ops.asarray1i(lengths))

        def backprop(gradient: list[Any]) -> list[Doc]:
            wide = back_mix(model.ops.flatten(gradient))
            split = wide.shape[1] - width
            last = np.ascontiguousarray(wide[:, split:])
            if mask is not None:
                last *= mask
            model.inc_grad("W", model.ops.gemm(last, vectors, trans1=True))
            back_tables(np.ascontiguousarray(wide[:, :split]))
            return []

        return out, backprop
