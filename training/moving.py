"""The moving average of a network's weights, which is kept in their place (Polyak and Juditsky 1992)."""

from __future__ import annotations

from typing import Any

import torch  # type: ignore[import-not-found]
from torch import nn


class MovingAverage:
    """The average of the weights of `network` since the first `update`; each one moves it by `rate`."""

    def __init__(self, network: nn.Module, rate: float) -> None:
        self._weights = list(network.parameters())
        self._rate = rate
        self._mean: list[Any] = []

    @torch.no_grad()  # type: ignore[untyped-decorator]
    def update(self) -> None:
        """Take in the weights as they are."""
        self._mean = self._mean or [weights.clone() for weights in self._weights]
        for average, weights in zip(self._mean, self._weights, strict=True):
            average.lerp_(weights, self._rate)

    @torch.no_grad()  # type: ignore[untyped-decorator]
    def keep(self) -> None:
        """Put the average in place of the weights."""
        for average, weights in zip(self._mean, self._weights, strict=True):
            weights.copy_(average)
