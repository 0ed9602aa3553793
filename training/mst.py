"""The best tree of a table of scores: Chu and Liu 1965, Edmonds 1967, with one word at the root."""

from __future__ import annotations

import numpy as np

_NEVER = -1e9


def tree(scores: np.ndarray) -> np.ndarray:
    """Return the head of each word: `scores[i, j]` is that of word j as the head of word i.

    Row and column 0 stand for the root, to which exactly one word is attached; the first head has no meaning.
    """
    open_ = scores.astype("float64")
    np.fill_diagonal(open_, _NEVER)
    heads = _arborescence(open_)
    roots = [word for word in range(1, len(heads)) if heads[word] == 0]
    if len(roots) <= 1:
        return heads
    candidates = []
    for root in roots:
        table = open_.copy()
        table[:, 0] = _NEVER
        table[root] = _NEVER
        table[root, 0] = open_[root, 0]
        found = _arborescence(table)
        candidates.append((float(table[np.arange(1, len(found)), found[1:]].sum()), -root, found))
    return max(candidates, key=lambda candidate: candidate[:2])[2]


def _arborescence(scores: np.ndarray) -> np.ndarray:
    """Return the best heads without circles; words of a circle are drawn together to one, and so on."""
    heads: np.ndarray = scores.argmax(axis=1)
    heads[0] = 0
    circle = _circle(heads)
    if not circle:
        return heads
    inside = np.array(circle)
    rest = np.array([word for word in range(len(scores)) if word not in set(circle)])
    size = len(rest)
    smaller = np.full((size + 1, size + 1), _NEVER)
    smaller[:size, :size] = scores[np.ix_(rest, rest)]
    entering = scores[np.ix_(inside, rest)] - scores[inside, heads[inside]][:, None]
    smaller[size, :size] = entering.max(axis=0)
    leaving = scores[np.ix_(rest, inside)]
    smaller[:size, size] = leaving.max(axis=1)
    found = _arborescence(smaller)
    for place, word in enumerate(rest.tolist()):
        if place:
            head = int(found[place])
            heads[word] = rest[head] if head < size else inside[leaving[place].argmax()]
    outer = int(found[size])
    heads[inside[entering[:, outer].argmax()]] = rest[outer]
    return heads


def _circle(heads: np.ndarray) -> list[int]:
    """Return the words of some circle, none if there is none."""
    seen = [0] * len(heads)
    for start in range(1, len(heads)):
        path: list[int] = []
        word = start
        while word and not seen[word]:
            seen[word] = start
            path.append(word)
            word = int(heads[word])
        if word and seen[word] == start:
            return path[path.index(word) :]
    return []
