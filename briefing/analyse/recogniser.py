"""The recogniser of names: two bidirectional LSTM layers over embeddings of the forms, and a CRF above them.

The network of Huang, Xu and Yu (2015, arXiv:1508.01991) and Lample and others (2016, arXiv:1603.01360); its first
layer begins as a language model (Peters and others 2017, arXiv:1705.00108). It is trained with PyTorch
(`training/recogniser.py`) and applied here with numpy alone.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np
from spacy.attrs import IS_SPACE, ORTH  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.lexeme import Lexeme
from spacy.strings import get_string_id
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

from briefing.analyse.word_classes import CLASSES, WordClasses

LABELS: Final = ("PER", "ORG", "LOC", "MISC")
TAGS: Final = ("O", *(f"{place}-{label}" for label in LABELS for place in "BIES"))
"""A token's place in a name (begin, inside, end, single) and the name's label, as the CRF numbers them."""
ROWS: Final = (60_000, 10_000, 10_000, 20_000, 2_000, 20_000)
"""Rows of the tables of hashed features, in the order of `features`."""
LONGEST: Final = 100
"""Tokens that the network reads in one piece at most."""
SHORTEST: Final = 20
"""Tokens that a piece has at least where it is cut at the end of a sentence."""
STOPS: Final = (".", "!", "?")
_MOST_FORMS: Final = 40_000
_FILE: Final = "weights.npz"

Array = np.ndarray
Weights = Mapping[str, Array]


def features(lexeme: Lexeme) -> list[int]:
    """Return the rows of a form in the tables: norm, first three letters, last three, last four, shape, first five."""
    text = lexeme.text
    read = (lexeme.norm_, text[:3] + "|", "|" + text[-3:], "|" + text[-4:], lexeme.shape_, text[:5] + "|5")
    return [int(get_string_id(part)) % rows for part, rows in zip(read, ROWS, strict=True)]


def ends(doc: Doc) -> Array:
    """Return for each token whether a sentence may end with it: a full stop or the like, or white space."""
    stops = np.array([doc.vocab.strings[stop] for stop in STOPS], "uint64")
    flags = doc.to_array([ORTH, IS_SPACE])
    return np.asarray(np.isin(flags[:, 0], stops) | (flags[:, 1] > 0))


def pieces(ends: Sequence[bool] | Array) -> list[tuple[int, int]]:
    """Cut tokens into pieces of at most `LONGEST`, where there are any at those that are `ends`; return the borders."""
    found, start = [], 0
    while len(ends) - start > LONGEST:
        last = range(start + LONGEST, start + SHORTEST, -1)
        end = next((place for place in last if ends[place - 1]), start + LONGEST)
        found.append((start, end))
        start = end
    return [*found, (start, len(ends))] if start < len(ends) else found


class Forms:
    """The network's embedding of each form, computed once; beyond `_MOST_FORMS` forms it begins anew."""

    def __init__(self, vocab: Vocab, weights: Weights) -> None:
        self.vocab = vocab
        self._classes = WordClasses.of(vocab)
        self._weights = weights
        self._width = len(weights["norm_scale"])
        self._clear()

    def _clear(self) -> None:
        self._rows: dict[int, int] = {}
        self._table = np.zeros((0, self._width), "float32")

    def get(self, keys: Array) -> Array:
        """Return the embeddings of the different forms `keys`, a row each."""
        wanted = keys.tolist()
        new = [key for key in wanted if key not in self._rows]
        if new and len(self._rows) + len(new) > _MOST_FORMS:
            self._clear()
            new = wanted
        if new:
            first = len(self._rows)
            self._rows.update({key: first + place for place, key in enumerate(new)})
            if len(self._rows) > len(self._table):
                more = max(len(self._rows), 2 * len(self._table)) - len(self._table)
                self._table = np.pad(self._table, ((0, more), (0, 0)))
            self._table[first : len(self._rows)] = self._embed(new)
        return self._table[[self._rows[key] for key in wanted]]

    def _embed(self, keys: Sequence[int]) -> Array:
        lexemes = [self.vocab[key] for key in keys]
        rows = np.array([features(lexeme) for lexeme in lexemes])
        bits = np.array([self._classes.get(lexeme.text) for lexeme in lexemes])
        weights = self._weights
        parts = [self.vocab.vectors.get_batch(list(keys)), (bits[:, None] >> np.arange(len(CLASSES))) & 1]
        parts += [weights[f"table{column}"][rows[:, column]] for column in range(len(ROWS))]
        mixed = np.concatenate(parts, axis=1, dtype="float32") @ weights["mix"] + weights["mix_bias"]
        best = np.maximum(mixed[:, : self._width], mixed[:, self._width :])
        centred = best - best.mean(1, keepdims=True)
        scaled = centred / np.sqrt(centred.var(1, keepdims=True) + 1e-5)
        return np.asarray(scaled * weights["norm_scale"] + weights["norm_bias"])


class Batch:
    """Pieces of text, the longest first, and where the tokens of each step lie among all tokens."""

    def __init__(self, sizes: Sequence[int]) -> None:
        """Take the sizes of the pieces in tokens; the pieces follow one another."""
        lengths = np.array(sizes)
        order = np.argsort(-lengths, kind="stable")
        starts, lengths = (np.cumsum(lengths) - lengths)[order], lengths[order]
        self.sizes = lengths
        self.running = [int((lengths > step).sum()) for step in range(int(lengths[0]))]
        self.forward = [starts[:n] + step for step, n in enumerate(self.running)]
        self.backward = [(starts + lengths - 1)[:n] - step for step, n in enumerate(self.running)]


def recur(batch: Batch, forms: Array, places: Array, recurrent: Array, inputs: Array | None = None) -> Array:
    """Run a bidirectional LSTM; return its states, forward and backward side by side, a row for each token.

    Its input is projected already: that of each form (`forms`, 2 × forms × four gates; `places` tells each token's
    form) and, where there is more, that of each token (`inputs`, 2 × tokens × four gates). `recurrent` are the weights
    (2 × states × four gates). The gates are input, forget, output, cell; all that belongs to the first three is
    halved, so that one tanh serves all: σ(x) = (1 + tanh(x / 2)) / 2.
    """
    size = recurrent.shape[1]
    states = np.zeros((2, len(batch.sizes), size), "float32")
    cells = np.zeros_like(states)
    out = np.empty((len(places), 2, size), "float32")
    for count, ahead, back in zip(batch.running, batch.forward, batch.backward, strict=True):
        gates = np.matmul(states[:, :count], recurrent)
        for direction, rows in enumerate((ahead, back)):
            gates[direction] += forms[direction].take(places[rows], axis=0)
            if inputs is not None:
                gates[direction] += inputs[direction].take(rows, axis=0)
        np.tanh(gates, out=gates)
        gates[:, :, : 3 * size] += 1.0
        gates[:, :, : 3 * size] *= 0.5
        into, keep, show, new = (gates[:, :, k * size : (k + 1) * size] for k in range(4))
        cells = cells[:, :count] * keep
        cells += into * new
        states = show * np.tanh(cells)
        out[ahead, 0], out[back, 1] = states
    return out.reshape(len(places), 2 * size)


def decode(batch: Batch, scores: Array, transitions: Array) -> Array:
    """Return the best tag of each token (Viterbi); `scores` are those of tokens × tags, the longest piece first.

    The first row of `transitions` also says which tags may begin a piece, its first column which may end one, as
    outside a name.
    """
    best = scores[batch.forward[0]] + transitions[0]
    backs: list[Array] = []
    for count, rows in zip(batch.running[1:], batch.forward[1:], strict=True):
        paths = best[:count, :, None] + transitions
        backs.append(paths.argmax(1))
        best = best.copy()
        best[:count] = paths.max(1) + scores[rows]
    tags = np.zeros(len(scores), dtype="int64")
    tag = (best + transitions[:, 0]).argmax(1)
    for step in range(len(batch.running) - 1, -1, -1):
        count = batch.running[step]
        tags[batch.forward[step]] = tag[:count]
        if step:
            tag[:count] = backs[step - 1][np.arange(count), tag[:count]]
    return tags


def spans(doc: Doc, tags: Sequence[int]) -> Iterator[Span]:
    """Yield the names that the tags of a document's tokens mark."""
    start = 0
    for place, number in enumerate(tags):
        if number:
            position, label = TAGS[number].split("-")
            if position in "BS":
                start = place
            if position in "ES":
                yield Span(doc, start, place + 1, label=label)


@cache
def _threads() -> ThreadpoolController:
    """Return what keeps numpy's matrix products to one core: the analysis runs a process on each."""
    return ThreadpoolController()


class NameRecogniser:
    """The pipeline's component; sets `Doc.ents`."""

    def __init__(self, vocab: Vocab, name: str = "ner") -> None:
        self.vocab = vocab
        self.name = name
        self.weights: dict[str, Array] = {}
        self._forms: Forms | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of names."""
        return LABELS

    def __call__(self, doc: Doc) -> Doc:
        """Recognise the names of one document."""
        return self._recognise([doc])[0]

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 32) -> Iterator[Doc]:
        """Recognise the names of documents, `batch_size` of them at a time."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            yield from self._recognise(batch)

    def _recognise(self, docs: list[Doc]) -> list[Doc]:
        cuts = [end - start for doc in docs for start, end in pieces(ends(doc))]
        if cuts and self.weights:
            keys = np.concatenate([doc.to_array(ORTH) for doc in docs])
            with _threads().limit(limits=1, user_api="blas"):
                tags = self._tags(keys, Batch(cuts)).tolist()
            first = 0
            for doc in docs:
                doc.ents = tuple(spans(doc, tags[first : first + len(doc)]))
                first += len(doc)
        return docs

    def _tags(self, keys: Array, batch: Batch) -> Array:
        if self._forms is None or self._forms.vocab is not self.vocab:
            self._forms = Forms(self.vocab, self.weights)
        weights = self.weights
        forms, places = np.unique(keys, return_inverse=True)
        embedded = self._forms.get(forms)
        first = embedded @ weights["first"] + weights["first_bias"]
        lower = recur(batch, first, places, weights["first_recurrent"])
        second = embedded @ weights["second_forms"] + weights["second_bias"]
        upper = recur(batch, second, places, weights["second_recurrent"], lower @ weights["second_lower"])
        return decode(batch, upper @ weights["tags"] + weights["tags_bias"], weights["transitions"])

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return the weights, at half precision, as an archive of numpy arrays that is the same for the same ones."""
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for key in sorted(self.weights):
                part = BytesIO()
                np.save(part, self.weights[key].astype("float16"))
                archive.writestr(zipfile.ZipInfo(f"{key}.npy"), part.getvalue())
        return buffer.getvalue()

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> NameRecogniser:
        """Take the weights that `to_bytes` has written."""
        with np.load(BytesIO(data), allow_pickle=False) as arrays:
            self.weights = {key: arrays[key].astype("float32") for key in arrays.files}
        self._forms = None
        return self

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write the weights into the folder `path`."""
        Path(path).mkdir(parents=True, exist_ok=True)
        (Path(path) / _FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> NameRecogniser:
        """Read the weights from the folder `path`."""
        return self.from_bytes((Path(path) / _FILE).read_bytes())


@Language.factory("name_recogniser", assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def create_recogniser(nlp: Language, name: str) -> NameRecogniser:
    """Create the component without weights; `spacy.load` fills it from the model folder."""
    return NameRecogniser(nlp.vocab, name)
