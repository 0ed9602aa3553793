"""Train the recogniser of names; it is applied without PyTorch (`briefing/analyse/recogniser.py`)."""

from __future__ import annotations

import dataclasses
import random
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import torch  # type: ignore[import-not-found]
from spacy.tokens import DocBin
from spacy.vocab import Vocab
from torch import nn

from briefing.analyse.recogniser import NameRecogniser
from training.moving import MovingAverage
from training.recogniser_data import Forms, Piece, batches, cut, tensors
from training.recogniser_network import SOURCES, Recogniser, export

BATCH: Final = 3000
"""Tokens in a batch, with the padding."""
WARM: Final = 200
"""Steps until the rate is at its height."""
ANY_SHARE: Final = 0.15
"""How often a piece does not tell its corpus."""
REPORT: Final = 250
MEAN_FROM, MEAN_RATE = 0.6, 0.005
"""The weights kept are a moving average that begins at this share of the steps."""


def train(
    network: Recogniser,
    found: Sequence[Piece],
    *,
    steps: int,
    rate: float,
    seed: int,
    encoder_rate: float = 1.0,
) -> None:
    """Train `network` in place; the rate falls to nothing, the encoder's is `encoder_rate` times as high."""
    torch.manual_seed(seed)
    draw = random.Random(seed)
    encoder = list(network.encoder.parameters())
    above = [weights for name, weights in network.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": encoder, "share": encoder_rate}, {"params": above, "share": 1.0}]
    optimiser = torch.optim.AdamW(groups, lr=rate, weight_decay=0.01, fused=True)
    mean = MovingAverage(network, MEAN_RATE)
    plan: list[list[Piece]] = []
    network.train()
    started, losses = time.monotonic(), [0.0]
    for step in range(1, steps + 1):
        plan = plan or batches(found, BATCH, draw)
        forms, tags, lengths, sources = tensors(plan.pop())
        sources[torch.rand(len(sources)) < ANY_SHARE] = SOURCES.index("any")
        for group in optimiser.param_groups:
            group["lr"] = group["share"] * rate * min(1.0, step / WARM) * max(0.01, 1 - step / steps)
        with torch.autocast("cpu", torch.bfloat16):
            scores = network(forms, lengths, sources)
        loss = network.crf.loss(scores.float(), tags, torch.arange(forms.shape[1])[None] < lengths[:, None])
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimiser.step()
        losses.append(float(loss.detach()))
        if step > MEAN_FROM * steps:
            mean.update()
        if step % REPORT == 0:
            loss = sum(losses[-REPORT:]) / REPORT
            print(f"{step} of {steps} steps, {time.monotonic() - started:.0f} s, loss {loss:.3f}", flush=True)
    mean.keep()
    network.eval()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """How long and how fast a network learns; `encoder` is the encoder's rate as a share of the others'."""

    steps: int
    rate: float = 2e-3
    encoder: float = 0.5


TEACHER: Final = Schedule(steps=2000)
STUDENT: Final = Schedule(steps=4800)


def build(
    vocab: Vocab, encoder: Path, files: Iterable[tuple[Path, str, int]], schedule: Schedule, *, seed: int
) -> Recogniser:
    """Train a network on training files, each with its corpus and how often it counts.

    `encoder` is the file of the encoder's weights to begin with.
    """
    forms = Forms(vocab)
    found: list[Piece] = []
    for path, corpus, times in files:
        found += list(cut(forms, DocBin().from_disk(path).get_docs(vocab), SOURCES.index(corpus))) * times
    forms.fill()
    torch.manual_seed(seed)
    network = Recogniser(forms)
    network.encoder.load_state_dict(torch.load(encoder))
    train(network, found, steps=schedule.steps, rate=schedule.rate, encoder_rate=schedule.encoder, seed=seed)
    return network


def component(vocab: Vocab, network: Recogniser, source: str = "any") -> NameRecogniser:
    """Return the pipeline's component with the weights of a trained network."""
    made = NameRecogniser(vocab)
    made.weights = export(network, source)
    return made
