"""`briefing.toml` as frozen dataclasses. An unknown key is an error that names the nearest known one."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from briefing.errors import UsageError

if sys.version_info >= (3, 11):
    import tomllib
else:  # pragma: no cover - the standard library has it from 3.11 on
    import tomli as tomllib

T = TypeVar("T")
FORMATS = ("md", "html", "pdf", "eml", "json")
SECTIONS = ("actors", "quotes", "numbers", "disagreements", "open_questions", "timeline", "matrix", "sources", "method")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What is read at most; each excess is a problem named in the briefing.

    `file_bytes` per file (JSON Lines: per line), `article_chars` per article (characters), `articles` per build,
    `seconds` of processor time for the extractors per article (0: any).
    """

    file_bytes: int = 20_000_000
    article_chars: int = 200_000
    articles: int = 50_000
    seconds: int = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How documents look: sections in order, colours, logo (a file), font size in points, fixed words."""

    sections: tuple[str, ...] = SECTIONS
    accent: str = "#1d4e79"
    logo: str = ""
    font_size: float = 9.5
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """How `briefing send` mails. The password comes from BRIEFING_SMTP_PASSWORD or `password_command`.

    `security` is `starttls`, `ssl` or `none`; `bcc` names groups of blind copies.
    """

    host: str = ""
    port: int = 587
    security: str = "starttls"
    user: str = ""
    password_command: str = ""
    sender: str = ""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    bcc: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    subject: str = ""
    timeout: float = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The whole configuration; the defaults are what a build without `briefing.toml` does."""

    title: str = ""
    input: str = "seeds"
    output: str = "output"
    formats: tuple[str, ...] = FORMATS
    templates: str = ""
    model: str = ""
    jobs: int = 0
    cache_megabytes: int = 2_000
    limits: Limits = field(default_factory=Limits)
    look: Look = field(default_factory=Look)
    mail: Mail = field(default_factory=Mail)


def load(path: Path | None = None) -> Config:
    """The configuration of `path`, or of `briefing.toml` in the current folder, or the defaults.

    Raises `UsageError` for a file that is missing (when named), is no TOML, or holds an unknown key
    or a value of the wrong type.
    """
    explicit = path is not None
    path = path or Path(os.environ.get("BRIEFING_CONFIG", "briefing.toml"))
    if not path.is_file():
        if explicit:
            raise UsageError(f"{path}: no such configuration file")
        return Config()
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise UsageError(f"{path}: {error}") from error
    config = _fill(Config, data, str(path))
    _check(config, str(path))
    return config


def merged(config: Config, **given: Any) -> Config:
    """`config` with the options that were given on the command line (None: not given)."""
    return replace(config, **{key: value for key, value in given.items() if value is not None})


def _fill(kind: type[T], data: Mapping[str, Any], where: str) -> T:
    hints = get_type_hints(kind)
    known = [f.name for f in fields(kind)]  # type: ignore[arg-type]
    values: dict[str, Any] = {}
    for key, value in data.items():
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            hint = f", did you mean {near[0]!r}?" if near else f" (known: {', '.join(known)})"
            raise UsageError(f"{where}: unknown key {key!r}{hint}")
        values[key] = _value(hints[key], value, f"{where}: {key}")
    return kind(**values)


def _value(kind: Any, value: Any, where: str) -> Any:
    if is_dataclass(kind):
        if not isinstance(value, dict):
            raise UsageError(f"{where}: expected a table")
        return _fill(kind, value, where)  # type: ignore[arg-type]
    text = str(kind)
    if "Mapping" in text:
        inner: Any = tuple[str, ...] if "tuple" in text else str
        if not isinstance(value, dict):
            raise UsageError(f"{where}: expected a table")
        return {key: _value(inner, item, f"{where}.{key}") for key, item in value.items()}
    if "tuple" in text:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise UsageError(f"{where}: expected a list of strings")
        return tuple(value)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise UsageError(f"{where}: expected {kind.__name__}, found {type(value).__name__}")
    return value


def _check(config: Config, where: str) -> None:
    for name, given, known in (("formats", config.formats, FORMATS), ("look.sections", config.look.sections, SECTIONS)):
        for item in given:
            if item not in known:
                raise UsageError(f"{where}: {name}: unknown value {item!r} (known: {', '.join(known)})")
    if config.mail.security not in ("starttls", "ssl", "none"):
        raise UsageError(f"{where}: mail.security: expected starttls, ssl or none, found {config.mail.security!r}")
