"""The recogniser of names as PyTorch trains it; `briefing/analyse/recogniser.py` applies it.

An encoder (embedding of the forms and one LSTM in each direction), which begins as a language model
(`training.language_model`), a bidirectional LSTM above it, and a CRF. While it learns, it is told which corpus a piece
of text is from, since the corpora's guidelines differ; once in a while it is not, and so it is when it is applied.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import torch  # type: ignore[import-not-found]
from torch import nn

from briefing.analyse.recogniser import ROWS, TAGS
from briefing.analyse.word_classes import CLASSES
from training.recogniser_data import Forms

WIDTHS: Final = (24, 16, 16, 16, 12, 16)
"""Width of a row of each table of hashed features."""
WIDTH, LOWER, UPPER = 192, 256, 128
"""Width of the embedding; states of a direction of the first and of the second LSTM."""
SOURCES: Final = ("germeval", "wikinews", "europarl", "smartdata", "any")
SOURCE_WIDTH: Final = 8
DROPOUT: Final = 0.33
WORD_DROPOUT: Final = 0.05
NEVER: Final = -1e4


class Encoder(nn.Module):  # type: ignore[misc]
    """Embedding of the forms and an LSTM in each direction."""

    def __init__(self, forms: Forms) -> None:
        super().__init__()
        self.forms = forms
        self.tables = nn.ModuleList(nn.Embedding(n, width) for n, width in zip(ROWS, WIDTHS, strict=True))
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.3)
        self.mix = nn.Linear(forms.vectors.shape[1] + len(CLASSES) + sum(WIDTHS), 2 * WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.ahead = nn.LSTM(WIDTH, LOWER, batch_first=True)
        self.back = nn.LSTM(WIDTH, LOWER, batch_first=True)

    def words(self, forms: Any) -> Any:
        """Return the embeddings of the numbers of forms, each form computed once."""
        different, places = torch.unique(forms, return_inverse=True)
        rows, bits = self.forms.rows[different].long(), self.forms.bits[different]
        parts = [self.forms.vectors[different].float(), ((bits[:, None] >> torch.arange(len(CLASSES))) & 1).float()]
        parts += [table(rows[:, column]) for column, table in enumerate(self.tables)]
        mixed = self.mix(torch.cat(parts, 1))
        return self.norm(torch.maximum(mixed[:, :WIDTH], mixed[:, WIDTH:]))[places]


def reverse(values: Any, lengths: Any) -> Any:
    """Turn each row of a padded batch round; the padding stays behind it."""
    places = torch.arange(values.shape[1])[None]
    turned = torch.where(places < lengths[:, None], lengths[:, None] - 1 - places, places)
    return values.gather(1, turned.unsqueeze(2).expand(-1, -1, values.shape[2]))


def both(ahead: nn.LSTM, back: nn.LSTM, values: Any, lengths: Any) -> Any:
    """Run a padded batch through the LSTMs of both directions."""
    return torch.cat([ahead(values)[0], reverse(back(reverse(values, lengths))[0], lengths)], 2)


class CRF(nn.Module):  # type: ignore[misc]
    """A linear chain over the tags of `TAGS`; only what is well formed is possible (Lafferty and others 2001)."""

    def __init__(self) -> None:
        super().__init__()
        self.learned = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        allowed = torch.tensor([[follows(first, second) for second in TAGS] for first in TAGS])
        self.register_buffer("forbidden", torch.where(allowed, 0.0, NEVER))

    def transitions(self) -> Any:
        """Return the scores of tag after tag; piece borders count as outside a name."""
        return self.learned + self.forbidden

    def _total(self, scores: Any, mask: Any) -> Any:
        transitions = self.transitions()
        state = scores[:, 0] + transitions[0]
        for step in range(1, scores.shape[1]):
            after = torch.logsumexp(state.unsqueeze(2) + transitions, 1) + scores[:, step]
            state = torch.where(mask[:, step, None], after, state)
        return torch.logsumexp(state + transitions[:, 0], 1)

    def loss(self, scores: Any, tags: Any, mask: Any) -> Any:
        """Return the mean negative log likelihood of `tags`; where a tag is -1, of all that it can be."""
        wanted = torch.full_like(scores, NEVER).scatter(2, tags.clamp(min=0).unsqueeze(2), 0.0)
        given = torch.where((tags >= 0).unsqueeze(2), scores + wanted, scores)
        return (self._total(scores, mask) - self._total(given, mask)).mean()


def follows(first: str, second: str) -> bool:
    """Whether the tag `second` may stand after `first`."""
    if first[0] in "OES":
        return second[0] in "OBS"
    return second[0] in "IE" and first[2:] == second[2:]


class Recogniser(nn.Module):  # type: ignore[misc]
    """The whole network."""

    def __init__(self, forms: Forms) -> None:
        super().__init__()
        self.encoder = Encoder(forms)
        self.sources = nn.Embedding(len(SOURCES), SOURCE_WIDTH)
        nn.init.normal_(self.sources.weight, std=0.1)
        self.ahead = nn.LSTM(WIDTH + 2 * LOWER + SOURCE_WIDTH, UPPER, batch_first=True)
        self.back = nn.LSTM(WIDTH + 2 * LOWER + SOURCE_WIDTH, UPPER, batch_first=True)
        self.tags = nn.Linear(2 * UPPER, len(TAGS))
        self.crf = CRF()

    def _drop(self, values: Any) -> Any:
        """Leave out the same dimensions all along a piece (Gal and Ghahramani 2016)."""
        if not self.training:
            return values
        kept = torch.rand(values.shape[0], 1, values.shape[2]) > DROPOUT
        return values * (kept.to(values.dtype) / (1 - DROPOUT))

    def forward(self, forms: Any, lengths: Any, sources: Any) -> Any:
        """Return the scores of the tags for a padded batch of pieces."""
        words = self.encoder.words(forms) * (torch.arange(forms.shape[1])[None] < lengths[:, None]).unsqueeze(2)
        if self.training:
            words = words * (torch.rand(*words.shape[:2], 1) > WORD_DROPOUT)
        words = self._drop(words)
        lower = self._drop(both(self.encoder.ahead, self.encoder.back, words, lengths))
        source = self.sources(sources)[:, None].expand(-1, forms.shape[1], -1).to(words.dtype)
        return self.tags(self._drop(both(self.ahead, self.back, torch.cat([words, lower, source], 2), lengths)))


def export(network: Recogniser, source: str = "any") -> dict[str, np.ndarray]:
    """Return the weights as `briefing.analyse.recogniser` reads them, for text whose corpus is called `source`."""
    encoder = network.encoder
    weights: dict[str, Any] = {f"table{i}": table.weight for i, table in enumerate(encoder.tables)}
    weights |= {"mix": encoder.mix.weight.T, "mix_bias": encoder.mix.bias}
    weights |= {"norm_scale": encoder.norm.weight, "norm_bias": encoder.norm.bias}
    inputs, bias, weights["first_recurrent"] = _gates([encoder.ahead, encoder.back])
    weights |= {"first": inputs, "first_bias": bias}
    inputs, bias, weights["second_recurrent"] = _gates([network.ahead, network.back])
    vector = network.sources.weight[SOURCES.index(source)]
    weights |= {"second_forms": inputs[:, :WIDTH], "second_lower": inputs[:, WIDTH : WIDTH + 2 * LOWER]}
    weights["second_bias"] = bias + (vector @ inputs[:, WIDTH + 2 * LOWER :])[:, None]
    weights |= {"tags": network.tags.weight.T, "tags_bias": network.tags.bias}
    weights["transitions"] = network.crf.transitions()
    return {name: value.detach().float().numpy() for name, value in weights.items()}


def _gates(directions: Sequence[nn.LSTM]) -> tuple[Any, Any, Any]:
    """Return input weights, biases and recurrent weights; PyTorch's gates are input, forget, cell, output."""
    inputs = torch.stack([_ordered(lstm.weight_ih_l0).T for lstm in directions])
    bias = torch.stack([_ordered((lstm.bias_ih_l0 + lstm.bias_hh_l0)[:, None]).T for lstm in directions])
    return inputs, bias, torch.stack([_ordered(lstm.weight_hh_l0).T for lstm in directions])


def _ordered(rows: Any) -> Any:
    into, keep, new, show = rows.chunk(4)
    return torch.cat([into / 2, keep / 2, show / 2, new])
