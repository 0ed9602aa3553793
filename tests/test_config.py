"""briefing.toml: known keys only, right types only, one clear line otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.config import Config, load, merged
from briefing.errors import UsageError


def test_defaults_without_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load() == Config()


def test_values_and_nested_tables_are_read(tmp_path: Path) -> None:
    path = tmp_path / "b.toml"
    path.write_text(
        'title = "Lage"\nformats = ["md"]\n[look]\nfont_size = 10\n[look.words]\ncore = "Kern"\n'
        '[mail]\nhost = "mx"\n[mail.bcc]\nchefs = ["a@b.de"]\n',
        "utf-8",
    )
    config = load(path)
    assert config.title == "Lage"
    assert config.formats == ("md",)
    assert config.look.font_size == 10.0
    assert config.look.words == {"core": "Kern"}
    assert config.mail.bcc == {"chefs": ("a@b.de",)}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('titel = "x"', "unknown key 'titel', did you mean 'title'?"),
        ("[limits]\nfile_byte = 3", "unknown key 'file_byte', did you mean 'file_bytes'?"),
        ("jobs = true", "jobs: expected int, found bool"),
        ('jobs = "2"', "jobs: expected int, found str"),
        ('formats = "md"', "formats: expected a list of strings"),
        ('formats = ["docx"]', "formats: unknown value 'docx'"),
        ("look = 3", "look: expected a table"),
        ('[mail]\nsecurity = "tls"', "mail.security: expected starttls, ssl or none"),
        ("title =", "Invalid value"),
    ],
)
def test_a_mistake_is_one_clear_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "b.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError) as error:
        load(path)
    assert message in str(error.value)
    assert "b.toml" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_named_file_must_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such configuration file"):
        load(tmp_path / "none.toml")


def test_options_win_where_they_are_given() -> None:
    config = merged(Config(title="a", jobs=3), title="b", jobs=None)
    assert (config.title, config.jobs) == ("b", 3)
