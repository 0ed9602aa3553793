"""The language model as which the recogniser's encoder begins (Peters and others 2017, arXiv:1705.00108).

One LSTM reads running text forward and foretells the next word, one reads it backward and foretells the word before.
Only what both share with the recogniser is kept: the embedding of the forms and the two LSTMs.
"""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch  # type: ignore[import-not-found]
from spacy.language import Language
from torch import nn

from training.recogniser_data import Forms
from training.recogniser_network import LOWER, WIDTH, Encoder
from training.text import fold

FILES: Final = ("wikipedia_klexikon_articles.txt.gz", "klexikon.txt.gz", "bundestag_wp21.txt.gz")
LINES: Final = 8
"""Lines that are tokenised together."""
LENGTH, BATCH, TOKENS = 64, 128, 45_000_000
"""Tokens of a piece, pieces of a batch, tokens read in all (two and a half times the text)."""
WORDS: Final = 30_000
"""Frequent words that are foretold."""
SAMPLED: Final = 1280
"""Other words drawn for each batch, which the right one must beat (sampled softmax, Jean and others 2015)."""
OUT: Final = 160
"""Width of the vectors of the words foretold."""
REPORT: Final = 250
RATE, WARM, DROPOUT = 2.5e-3, 300, 0.1


def read(corpora: Path, blank: Language, forms: Forms) -> np.ndarray:
    """Return the running text as rows of `LENGTH` numbers of forms; what is left of a block of lines is left out."""
    rows = []
    for name in FILES:
        for block in _blocks(corpora / "text" / name):
            numbers = forms.encode(token.text for token in blank.make_doc(block))
            rows += [numbers[i : i + LENGTH] for i in range(0, len(numbers) - LENGTH + 1, LENGTH)]
    return np.stack(rows)


def _blocks(path: Path) -> Iterator[str]:
    lines: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in rows:
            begins = row.startswith("# doc =")
            if lines and (begins or len(lines) == LINES):
                yield " ".join(lines)
                lines = []
            if not begins and row.strip():
                lines.append(fold(row.strip()))
    if lines:
        yield " ".join(lines)


class Model(nn.Module):  # type: ignore[misc]
    """The encoder and what foretells words from its states."""

    def __init__(self, encoder: Encoder, shares: Any) -> None:
        super().__init__()
        self.encoder = encoder
        self.projections = nn.ModuleList([nn.Linear(LOWER, OUT), nn.Linear(LOWER, OUT)])
        self.words = nn.Embedding(len(shares), OUT)
        nn.init.normal_(self.words.weight, std=0.05)
        self.bias = nn.Parameter(shares.log().float())
        self.register_buffer("shares", shares)

    def _rarity(self, words: Any) -> Any:
        """Return the log of the probability that a word is among the sampled ones."""
        return torch.log(1 - (1 - self.shares[words]) ** SAMPLED).float()

    def forward(self, forms: Any, targets: Any) -> Any:
        """Return the mean loss of both directions; `targets` are the forms as words to foretell, -1 for rare ones."""
        drawn = torch.multinomial(self.shares.float(), SAMPLED, replacement=True).unique()
        column = torch.full_like(self.shares, -1, dtype=torch.long)
        column[drawn] = torch.arange(len(drawn))
        words = self.encoder.words(forms)
        words = words * ((torch.rand(len(words), 1, WIDTH) > DROPOUT) / (1 - DROPOUT))
        ahead = self.encoder.ahead(words)[0][:, :-1]
        back = self.encoder.back(words.flip(1))[0].flip(1)[:, 1:]
        losses = [
            self._loss(self.projections[0](ahead), targets[:, 1:], drawn, column),
            self._loss(self.projections[1](back), targets[:, :-1], drawn, column),
        ]
        return sum(losses) / 2

    def _loss(self, states: Any, targets: Any, drawn: Any, column: Any) -> Any:
        known = targets >= 0
        states, right = states[known], targets[known]
        others = (states @ self.words(drawn).T).float() + (self.bias - self._rarity(torch.arange(len(self.bias))))[
            drawn
        ]
        hits = (column[right] >= 0).nonzero()[:, 0]
        others = others.index_put((hits, column[right][hits]), torch.tensor(-1e4))
        own = (states * self.words(right)).sum(1).float() + self.bias[right] - self._rarity(right)
        return (torch.logaddexp(torch.logsumexp(others, 1), own) - own).mean()


def train(encoder: Encoder, text: np.ndarray, *, seed: int, tokens: int = TOKENS) -> float:
    """Train `encoder` in place on the rows of `text`; return the last batch's loss."""
    torch.manual_seed(seed)
    counts = np.bincount(text.ravel(), minlength=len(encoder.forms.numbers))
    frequent = np.argsort(-counts, kind="stable")[:WORDS]
    place = torch.full((len(counts),), -1, dtype=torch.long)
    place[torch.from_numpy(frequent.copy())] = torch.arange(len(frequent))
    weights = torch.from_numpy(counts[frequent].astype("float64") ** 0.75)
    model = Model(encoder, weights / weights.sum())
    optimiser = torch.optim.Adam(model.parameters(), lr=RATE, betas=(0.9, 0.99), fused=True)
    rows = torch.from_numpy(text)
    steps = max(1, tokens // (BATCH * LENGTH))
    started, losses = time.monotonic(), [0.0]
    plan: list[Any] = []
    for step in range(1, steps + 1):
        plan = plan or list(torch.randperm(len(rows)).split(BATCH))
        forms = rows[plan.pop()].long()
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(1.0, step / WARM) * max(0.02, 1 - step / steps)
        with torch.autocast("cpu", torch.bfloat16):
            loss = model(forms, place[forms])
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        losses.append(float(loss.detach()))
        if step % REPORT == 0:
            mean = sum(losses[-REPORT:]) / REPORT
            print(f"{step} of {steps} steps, {time.monotonic() - started:.0f} s, loss {mean:.3f}", flush=True)
    return losses[-1]
