"""The quality gate: no measured figure may fall below its floor, and floors only rise.

`python tests/quality/test_gate.py` measures again and raises the floors; it never lowers one.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from measure import figures, score

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = HERE / "floors.json"
EVENTS = HERE / "events"
# Another processor's arithmetic may tip a finding or two of the trained pipeline: shares, and points of a score.
SLACK = {"samples": 0.03, "events": 0.03, "development": 0.5}
pytestmark = [pytest.mark.quality, pytest.mark.slow]

# Development scorers, where they lie beside the checkout: script, data, what the figure is called.
SCORERS = {
    "seeds": ("brief.py", "gold/seeds.json seeds", r"brief score ([\d.]+)"),
    "eu_gipfel": (
        "brief.py", "corpora/clusters/eu_gipfel_2020-07-21.json corpora/clusters/eu_gipfel_2020-07-21",
        r"brief score ([\d.]+)",
    ),
    "demo_berlin": (
        "brief.py", "corpora/clusters/demo_berlin_2020-08-01.json corpora/clusters/demo_berlin_2020-08-01",
        r"brief score ([\d.]+)",
    ),
    "quotes": ("quotes.py", "corpora/quotes/dev", r"joint F ([\d.]+)"),
    "names germeval": ("names.py", "corpora/names/germeval-dev.conll", r"PER\+ORG\+LOC .* F ([\d.]+);"),
    "names wikinews": ("names.py", "corpora/names/wikinews-dev.jsonl", r"PER\+ORG\+LOC .* F ([\d.]+);"),
    "dates": ("dates.py", "corpora/dates/die-zeit", r"with value F ([\d.]+)"),
    "stories": ("stories.py", "corpora/clusters/stories-dev", r"B-cubed F ([\d.]+)"),
}  # fmt: skip


def floors() -> dict[str, dict[str, float]]:
    """The floors as committed."""
    found: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))
    return found


def built(*inputs: Path) -> dict[str, object]:
    """The briefing of some inputs."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "briefing", "build", *map(str, inputs), "-o", folder, "-f", "json", "--single"]
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
        found: dict[str, object] = json.loads((Path(folder) / "briefing.json").read_text("utf-8"))
        return found


def measured_samples() -> dict[str, float]:
    """Figures of the briefing of the samples."""
    return figures(built(ROOT / "seeds"))


def measured_event(name: str) -> float:
    """The score of the briefing of an invented event."""
    event = EVENTS / name
    return score(built(event / "1.json", event / "2.json"), event)


def development(name: str) -> float:
    """What a development scorer prints, in percent."""
    script, data, pattern = SCORERS[name]
    command = [sys.executable, str(SHARED / "score" / script), *(str(SHARED / part) for part in data.split())]
    if script == "brief.py":
        command += ["--command", f"{sys.executable} -m briefing build --single -f json"]
    if script == "stories.py":
        command += ["--command", f"{sys.executable} -m briefing build -f json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    found = re.search(pattern, done.stdout)
    assert found, done.stdout[-400:]
    return float(found[1])


def test_the_samples_keep_their_floors() -> None:
    measured = measured_samples()
    fallen = {
        name: (measured[name], floor)
        for name, floor in floors()["samples"].items()
        if measured[name] < floor - SLACK["samples"]
    }
    assert not fallen, f"measured and floor: {fallen}"


@pytest.mark.parametrize("name", sorted(folder.name for folder in EVENTS.iterdir()))
def test_invented_events_of_other_kinds_keep_their_floors(name: str) -> None:
    assert measured_event(name) >= floors()["events"][name] - SLACK["events"]


@pytest.mark.parametrize("name", SCORERS)
def test_development_scores_keep_their_floors(name: str) -> None:
    if not SHARED.is_dir():
        pytest.skip("the development corpora do not lie beside this checkout (../shared)")
    assert development(name) >= floors()["development"][name] - SLACK["development"]


def main() -> None:
    """Raise the floors to what is measured now."""
    old = floors() if FLOORS.exists() else {}
    new = {
        "samples": measured_samples(),
        "events": {folder.name: measured_event(folder.name) for folder in sorted(EVENTS.iterdir())},
        "development": {name: development(name) for name in SCORERS},
    }
    for part, values in new.items():
        for name, value in values.items():
            floor = old.setdefault(part, {}).get(name, 0.0)
            mark = "raised" if value > floor else "FELL" if value < floor else "kept"
            sys.stdout.write(f"{part:12} {name:24} {floor:7} → {value:7} {mark}\n")
            old[part][name] = max(floor, value)
    FLOORS.write_text(json.dumps(old, indent=1, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
