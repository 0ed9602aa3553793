"""From the folder of corpora to the packaged pipeline, step by step or all at once.

    python -m training all --corpora ../corpora            everything, about four hours on two cores
    python -m training evaluate --corpora ../corpora       measure the packaged pipeline
    python -m training STEP                                one of text, vectors, lexicon, classes, forms, data, first,
                                                           silver, syntax, language, names, package, quotes

Intermediate files lie in `--work` (default `training/work`, not part of the repository). `training/README.md`
says which corpora are needed and what each step takes.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from training import steps

HERE = Path(__file__).parent


def main() -> int:
    """Run the steps that the command line names."""
    options = argparse.ArgumentParser(prog="python -m training", description=__doc__.splitlines()[0])
    options.add_argument("step", choices=[*steps.STEPS, "evaluate", "all"])
    options.add_argument("--corpora", type=Path, default=HERE.parent.parent / "shared" / "corpora")
    options.add_argument("--work", type=Path, default=HERE / "work")
    options.add_argument("--model", type=Path, default=steps.PACKAGED, help="pipeline folder to measure or to write")
    options.add_argument("--threads", type=int, default=2, help="for the word vectors only")
    args = options.parse_args()
    if not args.corpora.is_dir():
        print(f"{args.corpora}: no such folder of corpora (--corpora)", file=sys.stderr)
        return 1
    places = steps.Places(corpora=args.corpora, work=args.work, model=args.model, threads=args.threads)
    for name in [*steps.STEPS, "evaluate"] if args.step == "all" else [args.step]:
        print(f"== {name}", file=sys.stderr)
        (steps.evaluate_model if name == "evaluate" else steps.STEPS[name])(places)
    return 0


if __name__ == "__main__":
    sys.exit(main())
