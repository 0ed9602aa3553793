"""A build killed at any moment, or without room or permission, leaves the last good output whole."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing import deliver
from briefing.build import Options, build
from briefing.config import Config

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs POSIX signals"),
]

OLD = {"briefing.md": b"alt", "briefing.pdf": b"alt"}
NEW = {"briefing.md": b"neu", "briefing.html": b"neu"}

# Kills itself before its n-th step in the file system.
KILLED_AT = """
import os, signal, sys
from pathlib import Path
from briefing import deliver, exchange
if sys.argv[3] == "renames":
    deliver.exchange = lambda *_: False
left = int(sys.argv[2])
steps = {"open", "os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir", "os.symlink", "ctypes.dlsym"}
def hook(event, arguments):
    global left
    if event in steps:
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
root = Path(sys.argv[1])
deliver.write(root / "x", {"briefing.md": b"neu", "briefing.html": b"neu"}, latest=root / "latest")
left = 0
"""

BUILD = """
import sys
from briefing.cli import main
sys.exit(main())
"""


def python(code: str, *arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False, **options
    )


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_killed_before_any_step_of_writing_the_old_or_the_new_files_are_there(tmp_path: Path) -> None:
    seen = set()
    for step in range(1, 200):
        deliver.write(tmp_path / "x", OLD, latest=tmp_path / "latest")
        (tmp_path / "x" / "notiz.txt").write_bytes(b"bleibt")
        done = python(KILLED_AT, str(tmp_path), str(step), "swap")
        found = content(tmp_path / "x")
        assert found.pop("notiz.txt") == b"bleibt"
        assert found in (OLD, NEW), f"killed before step {step}"
        assert content(tmp_path / "latest").keys() >= found.keys()
        seen.add(found == NEW)
        if done.returncode == 0:
            break
    assert done.returncode == 0, done.stderr
    assert step > 10
    assert seen == {True, False}


def test_killed_between_two_renames_one_briefing_is_whole(tmp_path: Path) -> None:
    places = set()
    for step in range(1, 200):
        work = tmp_path / str(step)
        deliver.write(work / "x", OLD)
        done = python(KILLED_AT, str(work), str(step), "renames")
        folder = work / "x" if (work / "x").is_dir() else next(work.glob(".briefing-*/aside/x"))
        places.add(folder.parent == work)
        assert content(folder) in (OLD, NEW), f"killed before step {step}"
        deliver.write(work / "x", NEW)
        assert content(work / "x") == NEW
        if done.returncode == 0:
            break
    assert done.returncode == 0, done.stderr
    assert places == {True, False}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Three short articles and a briefing of them with the title *Alt*, in a cache of their own."""
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(3):
        text = f"Bürgermeister Karl Maier sagte am Montag: „Rund {n + 2}00 Menschen kamen nach Köln.“ Mehr ist unklar."
        (folder / f"{n}.txt").write_text(text, "utf-8")
    build(Config(formats=("md", "html", "json"), title="Alt"), Options(inputs=(str(folder),), folder=tmp_path / "out"))
    return folder


def arguments(articles: Path) -> list[str]:
    out = articles.parent / "out"
    return ["build", str(articles), "-o", str(out), "-f", "md,html,json", "--title", "Neu"]


def titles(out: Path) -> set[str]:
    """The titles that the files of a briefing carry."""
    return {"Neu" if b"Neu" in data else "Alt" if b"Alt" in data else "?" for data in content(out).values()}


def test_a_build_killed_at_a_random_moment_leaves_a_whole_briefing(articles: Path) -> None:
    out, dice = articles.parent / "out", random.Random(3)
    started = time.perf_counter()
    assert python(BUILD, *arguments(articles)).returncode == 0
    whole = time.perf_counter() - started
    for _ in range(5):
        command = [sys.executable, "-c", BUILD, *arguments(articles)]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(dice.uniform(0, whole))
        process.kill()
        process.wait()
        assert set(content(out)) == {"briefing.md", "briefing.html", "briefing.json"}
        assert len(titles(out)) == 1
    assert python(BUILD, *arguments(articles)).returncode == 0
    assert titles(out) == {"Neu"}


def test_an_interrupted_build_goes_on_where_it_stopped(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(24):
        (folder / f"{n:02}.txt").write_text(f"Karl Maier sagte, rund {n}00 Menschen seien gekommen.", "utf-8")
    code = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from briefing import analyse\n"
        "from briefing.build import Options, build\n"
        "from briefing.config import Config\n"
        "analyse.fingerprint = lambda model='': 'fixed'\n"
        "def progress(done, total):\n"
        "    if done == int(sys.argv[3]): os.kill(os.getpid(), signal.SIGKILL)\n"
        "options = Options(inputs=(sys.argv[1],), folder=Path(sys.argv[2]))\n"
        "print(build(Config(formats=('json',), jobs=1), options, progress).analysed)\n"
    )
    environment = {**os.environ, "BRIEFING_CACHE": str(tmp_path / "cache.sqlite")}
    killed = python(code, str(folder), str(tmp_path / "out"), "10", env=environment, cwd=root)
    assert killed.returncode == -signal.SIGKILL
    assert not (tmp_path / "out").exists()
    assert python(code, str(folder), str(tmp_path / "out"), "0", env=environment, cwd=root).stdout.strip() == "14"
    assert python(code, str(folder), str(tmp_path / "out"), "0", env=environment, cwd=root).stdout.strip() == "0"


def test_a_full_disk_is_one_line_and_leaves_the_old_briefing(articles: Path) -> None:
    full = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
    done = python(full + BUILD, *arguments(articles))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "not written: File too large" in done.stderr.strip().splitlines()[-1]
    assert titles(articles.parent / "out") == {"Alt"}
    assert sorted(path.name for path in articles.parent.iterdir()) == ["in", "out"]


def test_a_cache_without_room_costs_nothing_but_time(articles: Path, tmp_path: Path) -> None:
    code = (
        "import resource, sys\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "from briefing.config import Config\n"
        "from briefing.intake import analyse_all, read_all\n"
        "articles, _ = read_all([sys.argv[1]], Config())\n"
        "print([len(analyse_all(articles, Config(jobs=1))[0]) for _ in range(2)])\n"
    )
    environment = {**os.environ, "BRIEFING_CACHE": str(tmp_path / "full.sqlite")}
    done = python(code, str(articles), env=environment)
    assert done.stdout.strip() == "[3, 3]", done.stderr


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter, unlike those of pytest."""
    path = Path(tempfile.mkdtemp())
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


def test_lost_permission_is_one_line_and_leaves_the_old_briefing(open_folder: Path) -> None:
    deliver.write(open_folder / "x", OLD)
    open_folder.chmod(0o555)
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from briefing import deliver\n"
        "from briefing.errors import BriefingError\n"
        "if os.geteuid() == 0: os.setuid(65534)\n"
        "try:\n"
        "    deliver.write(Path(sys.argv[1]), {'briefing.md': b'neu'})\n"
        "except BriefingError as error:\n"
        "    print(error)\n"
    )
    done = python(code, str(open_folder / "x"))
    assert "not written: Permission denied" in done.stdout, done.stderr
    assert content(open_folder / "x") == OLD
