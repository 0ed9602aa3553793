"""The command line: parses options, prints results. Stages are imported inside the commands that need them."""

from __future__ import annotations

import contextlib
import gc
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing import __version__
from briefing.config import FORMATS, Config, load, merged
from briefing.errors import BriefingError, UsageError

if TYPE_CHECKING:
    from briefing.build import Result

DONE, FAILED, USAGE, WITH_PROBLEMS, INTERRUPTED = 0, 1, 2, 3, 130
_CONTEXT = {"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "BRIEFING", "max_content_width": 100}


def main() -> None:
    """Run the command line; exit 0 done, 1 failed, 2 usage, 3 done with problems, 130 interrupted."""
    # A build makes millions of objects that live until its end: looking for garbage less often saves 5 to 8 %.
    gc.set_threshold(200_000, 20, 100)
    try:
        status = commands.main(standalone_mode=False)
    except UsageError as error:
        status = _fail(str(error), USAGE)
    except BriefingError as error:
        status = _fail(str(error), FAILED)
    except click.ClickException as error:
        error.show()
        status = USAGE
    except (KeyboardInterrupt, click.Abort):
        status = _fail("interrupted; analyses made so far are kept", INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = DONE
    sys.exit(status or DONE)


def _fail(message: str, status: int) -> int:
    click.echo(click.style("briefing: ", fg="red") + message, err=True)
    return status


@click.group(context_settings=_CONTEXT)
@click.version_option(__version__, prog_name="briefing")
@click.option("--config", type=click.Path(path_type=Path), help="Configuration file  [default: ./briefing.toml]")
@click.pass_context
def commands(context: click.Context, config: Path | None) -> None:
    """German news briefings from many articles: extracted, never invented.

    Standard output is the product, standard error is talk. Every option can also be set in the
    environment (BRIEFING_BUILD_DATE=…) or in briefing.toml.
    """
    context.obj = load(config)


def _formats(_: click.Context, __: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    if value is None:
        return None
    wanted = tuple(part.strip().lower() for part in value.split(",") if part.strip())
    for part in wanted:
        if part not in FORMATS:
            raise click.BadParameter(f"unknown format {part!r} (known: {', '.join(FORMATS)})")
    return wanted


def _day(_: click.Context, __: click.Parameter, value: str | None) -> str:
    if not value:
        return ""
    try:
        return time.strftime("%Y-%m-%d", time.strptime(value, "%Y-%m-%d"))
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is not a date like 2024-10-28") from error


_model_option = click.option("--model", help="Another installed spaCy pipeline for German.")
_jobs_option = click.option("-j", "--jobs", type=click.IntRange(0), help="Processes (0: one per core when it pays).")


@commands.command("build")
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the files  [default: output/DATE, with output/latest pointing to it]",
)
@click.option("-f", "--formats", callback=_formats, help=f"Comma-separated formats  [default: {','.join(FORMATS)}]")
@click.option("--date", callback=_day, help="Day of the briefing, YYYY-MM-DD  [default: newest article]")
@click.option("--since", type=click.Path(path_type=Path, exists=True), help="Earlier briefing to compare with.")
@click.option("--title", help="Title of the briefing  [default: the most central headline]")
@click.option("--single", is_flag=True, help="All articles are one story.")
@click.option("--story", default="", help="Only the story with this id, or with this in its title.")
@click.option("--strict", is_flag=True, help="Exit 3 when an input had a problem.")
@click.option("--no-cache", is_flag=True, help="Analyse every article anew.")
@click.option("--templates", type=click.Path(file_okay=False), help="Folder of your own templates.")
@click.option("--cluster", default="", help="Dask scheduler that analyses, tcp://HOST:PORT.")
@_model_option
@_jobs_option
@click.pass_obj
def build_command(config: Config, /, inputs: tuple[str, ...], output: Path | None, **given: Any) -> int:
    """Build the briefing of all articles in INPUT: files, folders or - (default: seeds/).

    Reads .txt .md .html .jsonl .xml .rss .atom .eml; writes Markdown, HTML, PDF, e-mail and JSON.
    """
    from briefing import build as stage

    config = merged(
        config, formats=given["formats"], title=given["title"], templates=given["templates"],
        model=given["model"], jobs=given["jobs"],
    )  # fmt: skip
    options = stage.Options(
        inputs=inputs or (config.input,),
        folder=output,
        date=given["date"],
        since=given["since"],
        single=given["single"],
        story=given["story"],
        cache=not given["no_cache"],
        cluster=given["cluster"],
    )
    started = time.perf_counter()
    with _progress("Analyse") as progress:
        result = stage.build(config, options, progress)
    _summary(result, time.perf_counter() - started)
    for name in result.files:
        click.echo(result.folder / name)
    return WITH_PROBLEMS if given["strict"] and result.problems else DONE


@contextlib.contextmanager
def _progress(label: str) -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar on a terminal; silence elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)

        def show(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield show


def _summary(result: Result, seconds: float) -> None:
    """What was read, found and skipped, on standard error."""
    coverage, stories = result.briefing.coverage, result.briefing.stories
    for problem in result.problems:
        click.echo(click.style("  ! ", fg="yellow") + f"{problem.where}: {problem.message}", err=True)
    counted = {
        "actors": sum(len(story.actors) for story in stories),
        "statements": sum(len(story.quotes) for story in stories),
        "number topics": sum(len(story.numbers) for story in stories),
        "disagreements": sum(len(story.disagreements) for story in stories),
        "open questions": sum(len(story.open_questions) for story in stories),
    }
    click.echo(
        f"{coverage.read} articles ({coverage.origins} independent), {result.analysed} analysed anew, "
        f"{len(stories)} {'story' if len(stories) == 1 else 'stories'}, {seconds:.1f} s",
        err=True,
    )
    click.echo(", ".join(f"{count} {name}" for name, count in counted.items()), err=True)


@commands.command("analyse")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines, one object per article.")
@click.option("--text", "with_text", is_flag=True, help="With --json: the whole text as well.")
@click.option("--cache/--no-cache", default=False, help="Use the cache of analyses.")
@_model_option
@_jobs_option
@click.pass_obj
def analyse_command(
    config: Config,
    /,
    inputs: tuple[str, ...],
    as_json: bool,
    with_text: bool,
    cache: bool,
    model: str | None,
    jobs: int | None,
) -> int:
    """Show what is found in each article: marked in its text, or as JSON Lines."""
    from briefing.intake import analyse_all, read_all
    from briefing.render.contract import analysis_json
    from briefing.show import marked

    config = merged(config, model=model, jobs=jobs)
    articles, problems = read_all(inputs, config)
    with _progress("Analyse") as progress:
        analyses, _ = analyse_all(articles, config, cache=cache, progress=progress)
    for article in articles:
        analysis = analyses[article.id]
        if as_json:
            click.echo(_json_line(analysis_json(article, analysis, with_text=with_text)))
        else:
            click.echo(marked(article, analysis))
    for problem in problems:
        click.echo(f"  ! {problem.where}: {problem.message}", err=True)
    return FAILED if problems and not articles else DONE


def _json_line(record: Mapping[str, Any]) -> str:
    """One line of JSON: what other programs take for the end of a line is escaped, and what is no UTF-8."""
    line = json.dumps(record, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8")
    return line.replace("\x85", "\\u0085").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


@commands.command("explain")
@click.argument("id_", metavar="ID")
@click.option("--in", "folder", type=click.Path(path_type=Path), help="The briefing's folder  [default: output/latest]")
@click.pass_obj
def explain_command(config: Config, /, id_: str, folder: Path | None) -> int:
    """Show what the line with this ID rests on: its spans in the sources and the rule that made it."""
    from briefing.show import explained

    click.echo(explained(_read_briefing(_built(config, folder)), id_))
    return DONE


@commands.command("verify")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.pass_obj
def verify_command(config: Config, /, folder: Path | None) -> int:
    """Read the sources again and prove every evidence and quotation of a built briefing verbatim."""
    from briefing.build import verify_folder

    where = _built(config, folder)
    click.echo(f"{where}: {verify_folder(where, config)} proofs, all verbatim")
    return DONE


@commands.command("render")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the files  [default: edited/ beside FILE]",
)
@click.option("-f", "--formats", callback=_formats, default="html,pdf,eml", show_default=True, help="Formats to write.")
@click.option("--templates", type=click.Path(file_okay=False), help="Folder of your own templates.")
@click.pass_obj
def render_command(
    config: Config, /, file: Path, output: Path | None, formats: tuple[str, ...], templates: str | None
) -> int:
    """Turn an edited Markdown briefing into HTML, PDF and mail with the same style."""
    from briefing import deliver
    from briefing.build import templates_of
    from briefing.render.edited import render_markdown

    config = merged(config, templates=templates)
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BriefingError(f"{file}: {error}") from error
    files = render_markdown(text, formats=formats, templates=templates_of(config), look=config.look)
    folder = output or file.parent / "edited"
    deliver.write(folder, files)
    for name in files:
        click.echo(folder / name)
    return DONE


@commands.command("send")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--bcc", multiple=True, metavar="GROUP", help="Only this group of blind copies (repeatable).")
@click.option("--dry-run", is_flag=True, help="Say who would get what; send nothing.")
@click.option("--again", is_flag=True, help="Send even if this briefing was sent before.")
@click.pass_obj
def send_command(config: Config, /, folder: Path | None, bcc: tuple[str, ...], dry_run: bool, again: bool) -> int:
    """Mail the built briefing to the recipients in briefing.toml. A build never mails."""
    from briefing import deliver

    sent = deliver.send(config.mail, _built(config, folder), groups=bcc or None, dry_run=dry_run, again=again)
    recipients = ", ".join((*sent.to, *sent.cc)) or "nobody openly"
    click.echo(f"{'would send' if dry_run else 'sent'} “{sent.subject}” to {recipients}, {sent.blind} blind copies")
    for address in sent.refused:
        click.echo(f"refused by the server: {address}", err=True)
    return FAILED if sent.refused else DONE


@commands.command("check")
@click.pass_obj
def check_command(config: Config, /) -> int:
    """Check configuration, model, fonts, templates and mail server."""
    from briefing.check import checks

    failed = False
    for name, good, text in checks(config):
        mark = click.style("ok", fg="green") if good else click.style("!!", fg="red")
        click.echo(f"{mark}  {name}: {text}")
        failed |= not good
    return FAILED if failed else DONE


@commands.command("schema")
@click.option("--view", is_flag=True, help="What a template receives instead.")
def schema_command(view: bool) -> int:
    """Print the JSON Schema of `analyse --json` and of `briefing.json`."""
    from briefing.render.schema import schema, view_schema

    click.echo(json.dumps(view_schema() if view else schema(), ensure_ascii=False, indent=2))
    return DONE


@commands.command("templates")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def templates_command(folder: Path) -> int:
    """Copy the built-in templates to FOLDER, to make them your own; files that are there stay."""
    from briefing.render.templates import own_files

    for name, content in own_files():
        path = folder / name
        if path.exists():
            click.echo(f"{path}: kept", err=True)
            continue
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError as error:
            raise BriefingError(f"{path}: {error.strerror}") from error
        click.echo(path)
    return DONE


@commands.command("cache")
@click.option("--clear", is_flag=True, help="Drop every entry.")
@click.pass_obj
def cache_command(config: Config, /, clear: bool) -> int:
    """Show (or clear) the cache of analyses and stories."""
    from briefing.intake import cache_path
    from briefing.store import Store

    with Store(cache_path(), config.cache_megabytes) as store:
        if clear:
            store.clear()
        entries, size = store.size()
    click.echo(f"{cache_path()}: {entries} entries, {size / 1e6:.1f} MB of at most {config.cache_megabytes} MB")
    return DONE


def _built(config: Config, folder: Path | None) -> Path:
    where = folder or Path(config.output) / "latest"
    if not where.exists():
        raise BriefingError(f"{where}: no briefing there; build one first")
    return where


def _read_briefing(folder: Path) -> dict[str, Any]:
    path = folder / "briefing.json" if folder.is_dir() else folder
    try:
        data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BriefingError(f"{path}: {error}") from error
    return data


def documented() -> Sequence[str]:
    """The names of all commands, for the test that each is documented."""
    return sorted(commands.commands)
