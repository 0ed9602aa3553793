"""What is written around a word, as its network reads it: the mean of the embeddings some way to both sides.

The windows of the encoder see four words to either side. What kind of text it is, they do not see.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Model, chain


@registry.architectures("briefing.Surroundings.v1")  # type: ignore[untyped-decorator]
def surroundings(embed: Model[list[Doc], list[Any]], width: int, reach: int) -> Model[list[Doc], list[Any]]:
    """Add to every vector of `embed`, which is `width` wide, a projection of the mean over `reach` words each way."""
    layer: Model[list[Any], list[Any]] = Model(
        "surroundings", _forward, init=_init, params={"W": None}, dims={"nO": width}, attrs={"reach": reach}
    )
    return chain(embed, layer)


def _init(model: Model[list[Any], list[Any]], X: Any = None, Y: Any = None) -> None:  # noqa: N803
    """Begin with no influence at all."""
    width = model.get_dim("nO")
    model.set_param("W", model.ops.alloc2f(width, width))


def _forward(model: Any, rows: list[Any], is_train: bool) -> tuple[list[Any], Callable[[list[Any]], list[Any]]]:
    weights, reach = model.get_param("W"), model.attrs["reach"]
    means = [window_sums(row, reach) / _sizes(len(row), reach) for row in rows]

    def backprop(gradients: list[Any]) -> list[Any]:
        back = []
        for gradient, mean in zip(gradients, means, strict=True):
            model.inc_grad("W", model.ops.gemm(gradient, mean, trans1=True))
            through = model.ops.gemm(gradient, weights) / _sizes(len(mean), reach)
            back.append(gradient + window_sums(through, reach))
        return back

    return [row + model.ops.gemm(mean, weights, trans2=True) for row, mean in zip(rows, means, strict=True)], backprop


def _borders(length: int, reach: int) -> tuple[np.ndarray, np.ndarray]:
    places = np.arange(length)
    return np.maximum(places - reach, 0), np.minimum(places + reach + 1, length)


def _sizes(length: int, reach: int) -> np.ndarray:
    first, last = _borders(length, reach)
    sizes: np.ndarray = (last - first).astype("float32")[:, None]
    return sizes


def window_sums(rows: np.ndarray, reach: int) -> np.ndarray:
    """Return for each row the sum of the rows at most `reach` away from it."""
    sums = np.zeros((len(rows) + 1, rows.shape[1]))
    np.cumsum(rows, axis=0, out=sums[1:], dtype="float64")
    first, last = _borders(len(rows), reach)
    return np.asarray(sums[last] - sums[first], dtype="float32")
