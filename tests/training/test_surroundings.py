"""The layer that adds what is written around a word."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from spacy.tokens import Doc
from thinc.api import Model, get_current_ops

from briefing.analyse.surroundings import surroundings, window_sums


def passing() -> Model[list[Any], list[Any]]:
    return Model("passing", lambda model, rows, is_train: (rows, lambda gradients: gradients))


def layer(reach: int = 2) -> Model[list[Doc], list[Any]]:
    model: Model[list[Doc], list[Any]] = surroundings(passing(), 3, reach)
    model.initialize()
    return model


def rows(length: int) -> np.ndarray:
    return np.random.default_rng(length).normal(size=(length, 3)).astype("float32")


@pytest.mark.parametrize("length", [0, 1, 3, 9])
def test_sums_over_the_words_around(length: int) -> None:
    values = rows(length)
    wanted = [values[max(place - 2, 0) : place + 3].sum(axis=0) for place in range(length)]
    np.testing.assert_allclose(window_sums(values, 2), np.reshape(wanted, (length, 3)), atol=1e-5)


def test_it_begins_without_influence() -> None:
    values = [rows(4), rows(7)]
    for found, wanted in zip(layer().predict(values), values, strict=True):  # type: ignore[arg-type]
        np.testing.assert_array_equal(found, wanted)


def test_gradients() -> None:
    model, values = layer(), [rows(5), rows(0), rows(2)]
    node = model.layers[1]
    node.set_param("W", np.random.default_rng(1).normal(size=(3, 3)).astype("float32"))

    def loss() -> float:
        return float(sum((found**2).sum() for found in model.predict(values)) / 2)  # type: ignore[arg-type]

    found, backprop = model(values, is_train=True)  # type: ignore[arg-type]
    gradients: Any = backprop(found)
    weights = node.get_param("W")
    for array, gradient in ((weights, node.get_grad("W")), (values[0], gradients[0]), (values[2], gradients[2])):
        for place in np.ndindex(array.shape):
            kept = float(array[place])
            array[place] = kept + 1e-2
            up = loss()
            array[place] = kept - 1e-2
            down = loss()
            array[place] = kept
            assert (up - down) / 2e-2 == pytest.approx(float(gradient[place]), rel=0.05, abs=0.05)


def test_the_numbers_are_those_of_the_processor() -> None:
    assert layer().predict([rows(3)])[0].dtype == get_current_ops().alloc2f(1, 1).dtype  # type: ignore[list-item]
