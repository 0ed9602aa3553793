"""The best tree of a table of scores."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from training.mst import tree


def by_trying(scores: np.ndarray) -> float:
    """The score of the best tree with one word at the root, of all there are."""
    size = len(scores)
    best = -np.inf
    for heads in itertools.product(range(size), repeat=size - 1):
        if sum(head == 0 for head in heads) == 1 and all(_reaches_root(heads, word) for word in range(1, size)):
            best = max(best, sum(scores[word, heads[word - 1]] for word in range(1, size)))
    return float(best)


def _reaches_root(heads: tuple[int, ...], word: int) -> bool:
    for _ in heads:
        word = heads[word - 1]
        if word == 0:
            return True
    return False


@pytest.mark.parametrize("seed", range(30))
def test_no_tree_is_better(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(5, 5))
    heads = tree(scores)
    assert sum(head == 0 for head in heads[1:]) == 1
    assert all(_reaches_root(tuple(heads[1:].tolist()), word) for word in range(1, 5))
    assert sum(scores[word, heads[word]] for word in range(1, 5)) == pytest.approx(by_trying(scores))


def test_one_word_is_the_root() -> None:
    assert tree(np.array([[0.0, 0.0], [-3.0, 5.0]])).tolist()[1] == 0
