"""The templates: ours and the user's, file by file; environments that treat article text as text.

Jinja's sandbox runs them; a template sees plain dicts and strings only. In HTML every value is escaped
by autoescape, in Markdown by `finalize`; nothing an article says is interpreted as markup.
"""

from __future__ import annotations

import base64
import contextlib
import functools
import re
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jinja2
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from briefing.errors import BriefingError, UsageError

_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})\Z")
_FONT_URL = re.compile(r'url\("\.\./fonts/([\w-]+)\.(?:ttf|woff2)"\)')
_MARKDOWN = re.compile(r"([\\`*_{}\[\]#|])")
_ENTITY = re.compile(r"&(?=#?\w{1,40};)")  # another & needs no escape and is easier to read without
_ENTITIES = {"<": "&lt;", ">": "&gt;", "~": "&#126;"}
_LINE_START = re.compile(r"^(\s*)([-+=:]|\d{1,9}[.)])(?=\s|$|-|=)")
LOGOS = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}


def home() -> Path:
    """The folder of our own templates: in the wheel beside the code, in a checkout at the top level."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "templates", package.parent / "templates"):
        if (folder / "briefing.html").is_file():
            return folder
    raise BriefingError(f"templates are missing: neither {package / 'templates'} nor {package.parent / 'templates'}")


def own_files() -> Iterator[tuple[str, bytes]]:
    """Every file of our templates (path with slashes, content), for `briefing templates DIR`."""
    folder = home()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


class Templates:
    """Templates of the user's folder, where it has them, else ours.

    Raises `UsageError` when the user's folder does not exist.
    """

    def __init__(self, folder: Path | None = None) -> None:
        if folder is not None and not folder.is_dir():
            raise UsageError(f"{folder}: no such folder of templates")
        self.folders = [path for path in (folder, home()) if path is not None]
        loader = jinja2.FileSystemLoader([str(path) for path in self.folders])
        self.html = _environment(loader)
        self.markdown = _environment(loader, finalize=_markdown)
        self.text = _environment(loader, autoescape=False)

    def check(self) -> int:
        """Number of templates, ours and the user's; raises `BriefingError` for the first that does not compile."""
        names = {path.relative_to(folder).as_posix() for folder in self.folders for path in folder.rglob("*.*")}
        templates = sorted(name for name in names if name.endswith((".html", ".md", ".txt")) and "fonts/" not in name)
        for name in templates:
            with _explained(name):
                self.html.get_template(name)
        return len(templates)

    def read(self, name: str) -> bytes:
        """The bytes of the file `name`; raises `BriefingError` when there is none or it leads outside."""
        for folder in self.folders:
            path = (folder / name).resolve()
            if path.is_relative_to(folder.resolve()) and path.is_file():
                return path.read_bytes()
        raise BriefingError(f"{name}: no such template file")

    def style(self, name: str, look: Mapping[str, str]) -> str:
        """The style sheet `print` or `screen` after the user's colour and font size as custom properties."""
        settings = f":root {{ --accent: {look['accent']}; --size: {look['font_size']}pt; }}\n"
        return settings + self.read(f"style/{name}.css").decode("utf-8")

    def with_fonts(self, css: str) -> str:
        """`css` with the fonts it names as data URIs (WOFF2)."""

        def inline(match: re.Match[str]) -> str:
            return f'url("data:font/woff2;base64,{_font(self.read(f"fonts/{match[1]}.woff2"))}")'

        return _FONT_URL.sub(inline, css)


@functools.lru_cache(maxsize=16)
def _font(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _environment(loader: jinja2.BaseLoader, *, autoescape: bool = True, finalize: Any = None) -> SandboxedEnvironment:
    return SandboxedEnvironment(
        loader=loader,
        autoescape=autoescape,
        finalize=finalize,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def fill(environment: SandboxedEnvironment, name: str, data: Mapping[str, Any]) -> str:
    """The template `name` filled with `data`. A mistake in it is a `BriefingError` with file and line."""
    with _explained(name):
        return environment.get_template(name).render(**data)


@contextlib.contextmanager
def _explained(name: str) -> Iterator[None]:
    try:
        yield
    except jinja2.TemplateSyntaxError as error:
        raise BriefingError(f"template {error.filename or error.name}, line {error.lineno}: {error.message}") from error
    except jinja2.TemplateNotFound as error:
        raise BriefingError(f"template {name}: {error.name}: no such template") from error
    except (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        raise BriefingError(f"template {_place(error, name)}: {error}") from error


def _place(error: Exception, name: str) -> str:
    """File and line of the innermost template in the traceback of `error`."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if not f.filename.endswith((".py", "<template>"))]
    return f"{frames[-1].filename}, line {frames[-1].lineno}" if frames else name


def markdown_escaped(text: str) -> str:
    """`text` as Markdown that shows exactly these characters."""
    escaped = _MARKDOWN.sub(r"\\\1", " ".join(text.splitlines()))
    escaped = _ENTITY.sub("&amp;", escaped)
    for character, entity in _ENTITIES.items():
        escaped = escaped.replace(character, entity)
    return _LINE_START.sub(_escape_start, escaped)


def _escape_start(match: re.Match[str]) -> str:
    mark = match[2]
    return f"{match[1]}\\{mark}" if len(mark) == 1 else f"{match[1]}{mark[:-1]}\\{mark[-1]}"


def _markdown(value: Any) -> Markup:
    return value if isinstance(value, Markup) else Markup(markdown_escaped(str(value)))


def colour(value: str) -> str:
    """A colour of the configuration; raises `UsageError` unless it is `#rgb` or `#rrggbb`."""
    if not _COLOUR.match(value):
        raise UsageError(f"look.accent: expected a colour such as #1d4e79, found {value!r}")
    return value


def logo(file: str) -> str:
    """The logo file as a data URI; empty without one. Raises `UsageError` for other than PNG, JPEG, SVG."""
    if not file:
        return ""
    path = Path(file)
    kind = LOGOS.get(path.suffix.lower())
    if kind is None or not path.is_file():
        raise UsageError(f"look.logo: {file}: expected a PNG, JPEG or SVG file")
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode('ascii')}"
