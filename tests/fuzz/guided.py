"""Coverage-guided fuzzing: `python tests/fuzz/guided.py NAME [-max_total_time=SECONDS]`, NAME as in `targets.py`."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["briefing"]):
    from targets import BYTES, TEXTS


def main() -> None:
    """Fuzz the named target until the time is up or something breaks."""
    name = sys.argv.pop(1)

    def once(data: bytes) -> None:
        if name in BYTES:
            BYTES[name](data)
        else:
            TEXTS[name](data.decode("utf-8", "surrogateescape"))

    atheris.Setup(sys.argv, once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
