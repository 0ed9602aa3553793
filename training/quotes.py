"""Train the judge of quotations (`briefing/analyse/quotes_model.json`) on our own annotation.

    python -m training quotes --corpora ../corpora
    python -m training.quotes ../corpora/quotes-own/train.jsonl [--folds FILE]

Every candidate that the rules find is an example: right if an annotated quotation of the kind covers
it (token F1 over one half), wrong otherwise. Logistic regression with an L2 penalty, one for each
kind; thresholds from predictions on held-out fifths of the articles. Features seen in fewer than
three articles and weights near zero are left out. Deterministic.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from briefing.analyse import pipeline, quotes_judge
from briefing.analyse.fold import fold
from briefing.analyse.names import find_names
from briefing.analyse.quotes import find_drafts
from briefing.analyse.quotes_indirect import Draft
from briefing.analyse.quotes_view import RAW, View, view_of

OUT = Path(__file__).parents[1] / "briefing" / "analyse" / quotes_judge.MODEL
KINDS = ("direct", "indirect", "indirect_free_indirect", "free_indirect", "reported")
PENALTY = {"direct": 1.0, "indirect": 2.0, "indirect_free_indirect": 2.0, "free_indirect": 3.0, "reported": 1.5}
THRESHOLD = {"direct": 0.4, "indirect": 0.2, "indirect_free_indirect": 0.35, "free_indirect": 0.3, "reported": 0.7}
FOLDS = 5


def examples(path: Path) -> Iterator[tuple[int, str, list[str], bool]]:
    """Article number, classifier, features and rightness of every candidate."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    nlp = pipeline.load()
    docs = nlp.pipe((fold(row["text"]) for row in rows), batch_size=16)
    for number, (row, doc) in enumerate(zip(rows, docs, strict=True)):
        doc.user_data[RAW] = row["text"]
        find_names(doc)
        view = view_of(doc)
        gold = [(quote["kind"], _characters(quote["content"])) for quote in row["quotes"]]
        found: dict[int, tuple[Draft, list[str]]] = {}
        find_drafts(view, partial(_record, found, quotes_judge.text_counts(view)))
        for draft, names in found.values():
            own = _characters([view.span(a, b) for a, b in draft.content])
            yield number, quotes_judge.group_of(draft), names, _right(draft.kind, own, gold)


def _record(
    found: dict[int, tuple[Draft, list[str]]], counts: dict[str, int], view: View, drafts: list[Draft]
) -> list[Draft]:
    """Note all candidates of a step with their features; the rules alone decide what stays."""
    for draft in drafts:
        found[len(found)] = draft, quotes_judge.features(view, draft, counts)
    return [draft for draft in drafts if not draft.rule.endswith("/candidate")]


def _characters(spans: list[list[int]]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def _right(kind: str, own: set[int], gold: list[tuple[str, set[int]]]) -> bool:
    free = ("free_indirect", "indirect_free_indirect")
    for other, content in gold:
        alike = (
            kind == other or (kind in free and other in (*free, "indirect")) or (kind == "indirect" and other in free)
        )
        if alike and 2 * len(own & content) > 0.5 * (len(own) + len(content)):
            return True
    return False


def fit(rows: list[tuple[list[str], bool]], penalty: float) -> dict[str, float]:
    """Weights by feature name, with `#bias`."""
    seen = Counter(name for names, _ in rows for name in set(names))
    index = {name: place for place, name in enumerate(sorted(n for n, c in seen.items() if c >= 3))}
    data = [[index[n] for n in set(names) if n in index] for names, _ in rows]
    pointers = np.cumsum([0, *(len(d) for d in data)])
    flat = np.array([j for d in data for j in sorted(d)], dtype=np.int32)
    matrix = csr_matrix((np.ones(len(flat)), flat, pointers), shape=(len(rows), len(index)))
    wanted = np.array([1.0 if right else 0.0 for _, right in rows])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = matrix @ w[:-1] + w[-1]
        p = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
        value = -np.sum(wanted * np.log(p + 1e-12) + (1 - wanted) * np.log(1 - p + 1e-12))
        gradient = np.append(matrix.T @ (p - wanted) + penalty * w[:-1], np.sum(p - wanted))
        return float(value + 0.5 * penalty * np.sum(w[:-1] ** 2)), gradient

    best = minimize(loss, np.zeros(len(index) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    weights = {name: round(float(best[place]), 3) for name, place in index.items() if abs(best[place]) >= 0.03}
    return {"#bias": round(float(best[-1]), 3), **weights}


def main() -> None:
    """Train from the command line."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", type=Path)
    options.add_argument("--folds", type=Path, help="write the held-out probabilities of all candidates here (JSON)")
    args = options.parse_args()
    train(args.corpus, args.folds)


def train(corpus: Path, folds: Path | None = None) -> None:
    """Train, report held-out precision and recall for each kind, write the model."""
    by_kind: dict[str, list[tuple[int, list[str], bool]]] = defaultdict(list)
    for number, kind, names, right in examples(corpus):
        by_kind[kind].append((number, names, right))
    model = {}
    held_out = {}
    for kind in KINDS:
        rows = by_kind[kind]
        predicted = np.zeros(len(rows))
        for fold_number in range(FOLDS):
            others = [(names, right) for number, names, right in rows if number % FOLDS != fold_number]
            weights = fit(others, PENALTY[kind])
            for place, (number, names, _) in enumerate(rows):
                if number % FOLDS == fold_number:
                    predicted[place] = quotes_judge.probability(weights, names)
        wanted = np.array([right for *_, right in rows])
        for threshold in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
            chosen = predicted >= threshold
            print(
                f"{kind:24} n={len(rows)} right={wanted.mean():.3f} threshold {threshold} "
                f"P={wanted[chosen].mean():.3f} R={wanted[chosen].sum() / wanted.sum():.3f} kept={chosen.mean():.2f}"
            )
        held_out[kind] = predicted.round(4).tolist()
        model[kind] = {
            "#threshold": THRESHOLD[kind],
            **fit([(names, right) for _, names, right in rows], PENALTY[kind]),
        }
    OUT.write_text(json.dumps(model, ensure_ascii=False, sort_keys=True, indent=0) + "\n", "utf-8")
    print(OUT, OUT.stat().st_size, "bytes")
    if folds:
        folds.write_text(json.dumps(held_out), "utf-8")


if __name__ == "__main__":
    main()
