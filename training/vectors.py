"""Word vectors (floret: character n-grams hashed into a small table) from the unlabelled texts."""

from __future__ import annotations

from pathlib import Path

DIMENSIONS = 96
ROWS = 50_000
EPOCHS = 4
SHORTEST, LONGEST = 4, 5
"""Lengths of the character n-grams, as spaCy recommends them for German."""
HASHES = 2


def train(plain: Path, table: Path, *, threads: int = 2) -> None:
    """Train the vectors on the tokens in `plain` and write floret's table of rows to `table`."""
    import floret

    model = floret.train_unsupervised(
        str(plain),
        model="cbow",
        mode="floret",
        hashCount=HASHES,
        bucket=ROWS,
        minn=SHORTEST,
        maxn=LONGEST,
        minCount=5,
        dim=DIMENSIONS,
        epoch=EPOCHS,
        neg=10,
        lr=0.05,
        thread=threads,
        verbose=1,
    )
    model.save_floret_vectors(str(table))
