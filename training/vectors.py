"""Word vectors (floret: character n-grams hashed into a small table) from the unlabelled texts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import spacy
from spacy.training.initialize import convert_vectors

DIMENSIONS = 80
ROWS = 100_000
EPOCHS = 3
WINDOW = 3
"""Words on either side: a narrow window groups words of a kind, a wide one words of a subject."""
SHORTEST, LONGEST = 4, 5
"""Lengths of the character n-grams, as spaCy recommends them for German."""
HASHES = 2


def train(plain: Path, table: Path, *, threads: int = 2) -> None:
    """Train the vectors on the tokens in `plain` and write floret's table of rows to `table`."""
    import floret

    model = floret.train_unsupervised(
        str(plain),
        model="skipgram",
        mode="floret",
        hashCount=HASHES,
        bucket=ROWS,
        minn=SHORTEST,
        maxn=LONGEST,
        minCount=5,
        dim=DIMENSIONS,
        epoch=EPOCHS,
        neg=5,
        ws=WINDOW,
        lr=0.05,
        thread=threads,
        verbose=1,
    )
    model.save_floret_vectors(str(table))


RMS = 0.5
"""Root mean square of a frequent word's vector after scaling: the range in which the embedding layers start."""


def package(table: Path, target: Path, frequent: Sequence[str]) -> None:
    """Turn floret's table into a spaCy pipeline folder with vectors, scaled and rounded to 11 bits of mantissa.

    The rounding costs nothing measurable and lets the array compress to about half.
    """
    nlp = spacy.blank("de")
    convert_vectors(nlp, table, truncate=0, prune=-1, mode="floret")
    vectors = nlp.vocab.vectors
    sample = vectors.get_batch([nlp.vocab.strings.add(word) for word in frequent])
    scaled = vectors.data * np.float32(RMS / np.sqrt((sample**2).mean()))
    vectors.data = scaled.astype(np.float16).astype(np.float32)
    nlp.to_disk(target)
