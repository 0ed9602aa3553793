"""The command line: what it prints, how it exits, and that the README tells of every command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cli import documented


def run(*arguments: str, cwd: Path | None = None, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run `python -m briefing` as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "briefing", *arguments],
        cwd=cwd, input=stdin, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.mark.parametrize("command", documented())
def test_every_command_has_help_and_stands_in_the_readme(command: str, root: Path) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert "Usage:" in done.stdout
    assert f"briefing {command}" in (root / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["build", "/nonexistent/folder"], 1, "no readable article"),
        (["build", "--date", "morgen"], 2, "is not a date like 2024-10-28"),
        (["build", "-f", "docx"], 2, "unknown format 'docx'"),
        (["bild"], 2, "No such command"),
        (["--config", "/nonexistent.toml", "build"], 2, "no such configuration file"),
        (["verify", "/nonexistent/folder"], 1, "no briefing there"),
        (["analyse", "--model", "no_such_model", "-"], 2, "cannot be loaded"),
    ],
)
def test_a_mistake_is_one_line_on_standard_error(arguments: list[str], status: int, message: str) -> None:
    done = run(*arguments, stdin="Ein Satz mit genug Wörtern, damit er ein Artikel ist.")
    assert done.returncode == status
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_analyse_prints_one_object_per_article_in_order(tmp_path: Path) -> None:
    lines = [
        {"id": str(n), "text": f"Bürgermeister Karl Maier sagte am Montag, es seien {n}00 Menschen gekommen."}
        for n in (3, 1, 2)
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    done = run("analyse", "--json", "--text", str(path))
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["id"] for record in records] == ["3", "1", "2"]
    assert records[0]["text"] == lines[0]["text"]


def test_no_character_of_a_text_breaks_its_line(tmp_path: Path) -> None:
    text = "Ein Satz\u2028mit\u2029allem\x85was Zeilen trennt, und mehr."
    given = "x" * 900
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": given, "text": text}) + "\n", "utf-8")
    (line,) = run("analyse", "--json", "--text", str(tmp_path / "a.jsonl")).stdout.splitlines()
    assert json.loads(line)["text"] == text
    assert json.loads(line)["id"] == given


def test_schema_is_json() -> None:
    done = run("schema")
    assert done.returncode == 0
    assert json.loads(done.stdout)


@pytest.mark.slow
def test_build_prints_its_files_and_explain_their_items(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run("build", str(root / "seeds"), "-o", str(out), "-f", "md,json")
    assert done.returncode == 0, done.stderr
    assert set(done.stdout.split()) == {str(out / "briefing.md"), str(out / "briefing.json")}
    assert "5 articles" in done.stderr
    quote = json.loads((out / "briefing.json").read_text("utf-8"))["stories"][0]["quotes"][0]
    explained = run("explain", quote["id"], "--in", str(out))
    assert explained.returncode == 0
    assert quote["evidence"][0]["source"] in explained.stdout
    assert run("verify", str(out)).returncode == 0
    assert run("explain", "X0", "--in", str(out)).returncode == 1


@pytest.mark.slow
def test_without_an_output_folder_the_date_names_it_and_latest_points_to_it(root: Path, tmp_path: Path) -> None:
    done = run("build", str(root / "seeds"), "-f", "json", "--date", "2024-10-29", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "output" / "2024-10-29" / "briefing.json").is_file()
    assert (tmp_path / "output" / "latest").resolve() == (tmp_path / "output" / "2024-10-29").resolve()
