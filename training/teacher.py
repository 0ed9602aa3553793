"""The parser that annotates running text for the pipeline's own: slower, and better.

It is not shipped: it needs PyTorch, the pipeline does not.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import torch  # type: ignore[import-not-found]
from torch import nn
from torch.nn import functional  # type: ignore[import-not-found]

from training.moving import MovingAverage
from training.mst import tree
from training.network import Forms, Network, tensors
from training.parses import Labels, Parse, Sentence

RATE = 2e-3
WARM = 150
BATCH = 1500
"""Tokens in a batch."""


def _batches(sentences: Sequence[Sentence], draw: random.Random | None) -> list[list[int]]:
    """Return the places of sentences of like length, together at most `BATCH` tokens; shuffled with `draw`."""
    noise = [2 * draw.random() if draw else 0.0 for _ in sentences]
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i].words) + noise[i])
    found: list[list[int]] = [[]]
    for place in order:
        if found[-1] and (len(found[-1]) + 1) * len(sentences[place].words) > BATCH:
            found.append([])
        found[-1].append(place)
    if draw:
        draw.shuffle(found)
    return found


def train(forms: Forms, labels: Labels, frequent: int, gold: Sequence[Sentence], *, seed: int, epochs: int) -> Network:
    """Train one teacher; its weights are the moving average over the last two fifths of the steps."""
    torch.manual_seed(seed)
    draw = random.Random(seed)
    network = Network(labels, forms.dense.shape[1], frequent)
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, betas=(0.9, 0.98), weight_decay=0.01)
    mean = MovingAverage(network, 0.01)
    plan = [batch for _ in range(epochs) for batch in _batches(gold, draw)]
    network.train()
    for step, places in enumerate(plan, 1):
        batch = tensors(forms, labels, [gold[place] for place in places])
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(1.0, step / WARM) * max(0.02, 1 - step / len(plan))
        with torch.autocast("cpu", torch.bfloat16):
            arcs, labelled, labelling, tags, morphs = network(forms, batch)
            relations = network.relations(labelled, labelling, batch["heads"])
        optimiser.zero_grad()
        scored = ((arcs, "heads", -1, 1.0), (relations, "relations", 0, 1.0), (tags, "tags", 0, 0.5))
        sum(_loss(batch, *row) for row in (*scored, (morphs, "morphs", -1, 0.5))).backward()
        nn.utils.clip_grad_norm_(network.parameters(), 3.0)
        optimiser.step()
        if step > 0.6 * len(plan):
            mean.update()
    mean.keep()
    network.eval()
    return network


def _loss(batch: Mapping[str, Any], scores: Any, name: str, unknown: int, weight: float) -> Any:
    wanted = batch[name].flatten()
    known = wanted != unknown
    if not known.any():
        return torch.zeros(())
    return weight * functional.cross_entropy(scores.float().flatten(0, 1)[known], wanted[known])


def parse(networks: Sequence[Network], forms: Forms, labels: Labels, sentences: Sequence[Sentence]) -> Iterator[Parse]:
    """Yield the parses of `sentences`, in their order, by the mean of the networks' probabilities."""
    found: dict[int, Parse] = {}
    for places in _batches(sentences, None):
        chosen = [sentences[place] for place in places]
        found.update(zip(places, _parse(networks, forms, labels, chosen), strict=True))
    yield from (found[place] for place in range(len(sentences)))


@torch.no_grad()  # type: ignore[untyped-decorator]
def _parse(networks: Sequence[Network], forms: Forms, labels: Labels, chosen: Sequence[Sentence]) -> list[Parse]:
    batch = tensors(forms, labels, chosen)
    with torch.autocast("cpu", torch.bfloat16):
        outs = [network(forms, batch) for network in networks]
    arcs = sum(out[0].softmax(-1) for out in outs).numpy() / len(outs)
    heads = torch.zeros_like(batch["rows"])
    for place, sentence in enumerate(chosen):
        size = len(sentence.words)
        scores = np.zeros((size + 1, size + 1))
        scores[1:] = np.log(arcs[place, :size, : size + 1] + 1e-9)
        heads[place, :size] = torch.tensor(tree(scores)[1:])
    scored = [n.relations(out[1].float(), out[2].float(), heads) for n, out in zip(networks, outs, strict=True)]
    relations, tags, morphs = (
        sum(scores.float().softmax(-1) for scores in part).numpy() / len(outs)
        for part in (scored, [out[3] for out in outs], [out[4] for out in outs])
    )
    sizes = [len(sentence.words) for sentence in chosen]
    return [
        Parse(
            heads=[head - 1 if head else word for word, head in enumerate(heads[i, :size].tolist())],
            arcs=np.take_along_axis(arcs[i, :size], heads[i, :size, None].numpy(), 1)[:, 0],
            relations=relations[i, :size],
            tags=tags[i, :size],
            morphs=morphs[i, :size],
        )
        for i, size in enumerate(sizes)
    ]
