"""Files arrive all together or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing import deliver
from briefing.errors import BriefingError

OLD = {"briefing.md": b"alt", "briefing.pdf": b"alt"}
NEW = {"briefing.md": b"neu", "briefing.html": b"neu"}


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


# ── files ───────────────────────────────────────────────────────────────────────────────────────


def test_a_new_folder_appears_with_all_files(tmp_path: Path) -> None:
    deliver.write(tmp_path / "a" / "2024-10-28", NEW)
    assert content(tmp_path / "a" / "2024-10-28") == NEW
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["2024-10-28"]


def test_a_later_build_replaces_the_earlier_and_leaves_other_files_alone(tmp_path: Path) -> None:
    folder = tmp_path / "x"
    deliver.write(folder, OLD)
    (folder / "notiz.txt").write_bytes(b"bleibt")
    (folder / "unterordner").mkdir()
    deliver.write(folder, NEW)
    assert content(folder) == {**NEW, "notiz.txt": b"bleibt"}
    assert (folder / "unterordner").is_dir()
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("failing", [1, 2, 3, 4, 5])
def test_a_failure_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int, whole: bool
) -> None:
    folder = tmp_path / "x"
    deliver.write(folder, OLD)
    monkeypatch.setattr(deliver, "exchange", lambda *_: False)  # as on a file system that cannot
    if not whole:
        monkeypatch.setattr(deliver, "_replaced", lambda *_: False)  # as with a folder that is mounted
    real = Path.rename
    calls = 0

    def rename(self: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == failing or (whole and calls > failing and self.name != folder.name):
            raise OSError(28, "No space left on device", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    if failing <= (2 if whole else 4):
        with pytest.raises(BriefingError, match="No space left"):
            deliver.write(folder, NEW)
        assert content(folder) == OLD
    else:
        deliver.write(folder, NEW)
        assert content(folder) == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_a_folder_put_aside_by_a_killed_build_is_put_back(tmp_path: Path) -> None:
    deliver.write(tmp_path / ".briefing-tot" / "aside" / "x", OLD)
    deliver.write(tmp_path / ".briefing-alt" / "aside" / "y", OLD)
    deliver.write(tmp_path / "y", NEW)
    for name in (".briefing-tot", ".briefing-alt"):
        os.utime(tmp_path / name, (0, 0))
    deliver.write(tmp_path / "z", NEW)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".briefing-tot", "y", "z"]
    (tmp_path / ".briefing-tot" / "aside" / "x" / "notiz.txt").write_bytes(b"bleibt")
    deliver.write(tmp_path / "x", NEW)
    assert content(tmp_path / "x") == {**NEW, "notiz.txt": b"bleibt"}


@pytest.mark.parametrize("possible", [True, False])
def test_folders_links_and_mode_of_the_folder_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, possible: bool
) -> None:
    if not possible:
        monkeypatch.setattr(deliver, "exchange", lambda *_: False)
    folder = tmp_path / "x"
    deliver.write(folder, OLD)
    (folder / "edited").mkdir()
    (folder / "edited" / "briefing.md").write_bytes(b"bearbeitet")
    (folder / "weg").symlink_to("nirgends")
    folder.chmod(0o750)
    deliver.write(folder, NEW)
    assert content(folder) == NEW
    assert (folder / "edited" / "briefing.md").read_bytes() == b"bearbeitet"
    assert (folder / "weg").readlink() == Path("nirgends")
    assert folder.stat().st_mode & 0o777 == 0o750
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_remains_of_killed_builds_are_removed_later(tmp_path: Path) -> None:
    for name in (".briefing-alt", ".briefing-jung", ".briefing-einzige"):
        (tmp_path / name / "new").mkdir(parents=True)
    (tmp_path / ".briefing-einzige" / "old").mkdir()
    for name in (".briefing-alt", ".briefing-einzige"):
        os.utime(tmp_path / name, (0, 0))
    deliver.write(tmp_path / "x", NEW)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".briefing-einzige", ".briefing-jung", "x"]


def test_a_full_disk_while_writing_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "x"
    deliver.write(folder, OLD)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BriefingError, match="not written: No space left"):
        deliver.write(folder, NEW)
    assert content(folder) == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_the_link_is_switched_last(tmp_path: Path) -> None:
    latest = tmp_path / "latest"
    deliver.write(tmp_path / "27", OLD, latest=latest)
    assert latest.readlink() == Path("27")
    deliver.write(tmp_path / "28", NEW, latest=latest)
    assert content(latest) == NEW
    assert sorted(path.name for path in tmp_path.iterdir()) == ["27", "28", "latest"]


def test_a_real_folder_is_never_replaced_by_the_link(tmp_path: Path) -> None:
    (tmp_path / "latest").mkdir()
    with pytest.raises(BriefingError, match="no link"):
        deliver.write(tmp_path / "28", NEW, latest=tmp_path / "latest")
    assert (tmp_path / "latest").is_dir()


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("Datei", "utf-8")
    with pytest.raises(BriefingError, match="x"):
        deliver.write(tmp_path / "x" / "y", NEW)
    assert (tmp_path / "x").read_text("utf-8") == "Datei"
