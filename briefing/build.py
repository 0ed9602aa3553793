"""The whole product on one page: read → analyse → aggregate → render → verify → deliver."""

from __future__ import annotations

import contextlib
import importlib.metadata
import json
import os
from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefing import __version__, analyse, deliver, processes, read
from briefing.aggregate.assemble import aggregate
from briefing.aggregate.changes import changes_since
from briefing.aggregate.kept import Kept
from briefing.config import FORMATS, Config
from briefing.errors import BriefingError
from briefing.intake import Progress, analyse_all, cache_path, executor_for, read_all
from briefing.model import Article, Briefing, Problem
from briefing.render import PAPER, Work, pdf
from briefing.store import Packed, Store
from briefing.verify import Verifier, verify_files

SPREAD_FROM = 200  # articles from which comparing them in several processes pays


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What one build is asked for besides the configuration.

    `folder` None: a folder named by the briefing's date in the configured output folder, with the
    link `latest` beside it.
    """

    inputs: tuple[str, ...]
    folder: Path | None = None
    date: str = ""
    since: Path | None = None
    single: bool = False
    story: str = ""
    cache: bool = True
    cluster: str = ""


@dataclass(slots=True, kw_only=True)
class Result:
    """What a build did: the briefing, its files, how many articles were analysed anew."""

    briefing: Briefing
    articles: dict[str, Article]
    folder: Path
    files: tuple[str, ...] = ()
    analysed: int = 0
    problems: tuple[Problem, ...] = field(default=())


def build(config: Config, options: Options, progress: Progress | None = None) -> Result:
    """Build the briefing of `options.inputs` and write its files.

    Raises `BriefingError` when there is nothing to read or the result does not verify; then
    nothing in the folder has changed.
    """
    with _paper(config) as paper:
        articles, problems = read_all(options.inputs, config)
        if not articles:
            reasons = "; ".join(f"{p.where}: {p.message}" for p in problems[:3])
            raise BriefingError(
                f"no readable article in {', '.join(options.inputs)}{': ' + reasons if reasons else ''}"
            )
        analyses, analysed = analyse_all(
            articles, config, cache=options.cache, cluster=options.cluster, progress=progress
        )
        briefing = _compared(articles, analyses, problems, config, options)
        by_id = {article.id: article for article in articles}
        files = _proved(briefing, by_id, config, paper)
    folder = options.folder or Path(config.output) / (briefing.date or "undatiert")
    deliver.write(folder, files, latest=None if options.folder else Path(config.output) / "latest")
    return Result(
        briefing=briefing,
        articles=by_id,
        folder=folder,
        files=tuple(files),
        analysed=analysed,
        problems=briefing.problems,
    )


@contextlib.contextmanager
def _paper(config: Config) -> Iterator[Executor | None]:
    """A process that makes itself ready to set the PDF while this one reads and compares; None if it does not pay."""
    if config.jobs == 1 or (os.cpu_count() or 1) == 1 or not set(PAPER) & set(config.formats):
        yield None
        return
    with processes.pool(1) as executor:
        executor.submit(pdf.warm_up)
        yield executor


def _compared(
    articles: list[Article], analyses: Packed, problems: list[Problem], config: Config, options: Options
) -> Briefing:
    """The briefing that the options ask for."""
    spread = len(articles) if len(articles) >= SPREAD_FROM else 0
    with (
        Store(cache_path() if options.cache else None, config.cache_megabytes) as store,
        executor_for(config.jobs, spread) as executor,
    ):
        briefing = aggregate(
            articles,
            analyses,
            problems=problems,
            title=config.title,
            date=options.date,
            single=options.single,
            made_with=made_with(config.model),
            executor=executor,
            kept=Kept(store, analyses) if options.cache else None,
        )
    if options.story:
        briefing = one_story(briefing, options.story)
    return briefing if options.since is None else changes_since(briefing, options.since)


def _proved(
    briefing: Briefing, articles: dict[str, Article], config: Config, paper: Executor | None
) -> dict[str, bytes]:
    """The files of the briefing, every one proved; all the others are while the PDF is being set."""
    work = Work(briefing=briefing, articles=articles, look=config.look, templates=templates_of(config), paper=paper)
    work.begin(config.formats)
    files = work.files([name for name in config.formats if name not in PAPER])
    verifier = Verifier(work.json, articles)
    for name, content in files.items():
        verifier.check(name, content)
    if printed := [name for name in config.formats if name in PAPER]:
        verifier.check("print.html", work.page.encode("utf-8", "backslashreplace"))
        verifier.check("briefing.pdf", work.pdf)
        files.update(work.files(printed))
        if "briefing.eml" in files:
            verifier.check("briefing.eml", files["briefing.eml"])
    return {name: files[name] for name in (f"briefing.{format_}" for format_ in FORMATS) if name in files}


def templates_of(config: Config) -> Path | None:
    """The user's own template folder, if one is configured."""
    if not config.templates:
        return None
    folder = Path(config.templates)
    if not folder.is_dir():
        raise BriefingError(f"{folder}: no such template folder")
    return folder


def made_with(model: str) -> tuple[tuple[str, str], ...]:
    """The versions that decide the briefing's bytes."""
    return (
        ("briefing", __version__),
        ("model", analyse.describe_model(model)),
        ("spacy", importlib.metadata.version("spacy")),
    )


def verify_folder(folder: Path, config: Config) -> int:
    """Read the sources of the briefing in `folder` again and prove all its files; the number of proofs.

    Sources are looked for where the build read them, relative to the current folder. Raises
    `BriefingError` for a source that is gone or has changed, `VerifyError` for what is not verbatim.
    """
    try:
        data = json.loads((folder / "briefing.json").read_bytes())
        wanted = {source["article"]: source for source in data["sources"]}
        inputs = tuple(dict.fromkeys(source["file"] for source in data["sources"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BriefingError(f"{folder}: no readable briefing.json ({type(error).__name__})") from error
    articles: dict[str, Article] = {}
    for found in read.read(inputs, limits=config.limits):
        if isinstance(found, Article) and found.id in wanted:
            if wanted[found.id].get("sha256", found.sha256) != found.sha256:
                raise BriefingError(f"{found.file}: article {found.id} has changed since the briefing was built")
            articles[found.id] = found
    if gone := sorted(wanted.keys() - articles.keys()):
        raise BriefingError(f"{wanted[gone[0]]['file']}: article {gone[0]} cannot be read any more")
    files = {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
    return verify_files(files, articles)


def one_story(briefing: Briefing, wanted: str) -> Briefing:
    """The briefing with only the story whose id is `wanted` or whose title contains it."""
    hits = [s for s in briefing.stories if s.id == wanted or wanted.lower() in s.title.lower()]
    if not hits:
        known = "; ".join(f"{s.id} {s.title}" for s in briefing.stories[:5])
        raise BriefingError(f"no story {wanted!r} (there are: {known})")
    return replace(briefing, stories=(hits[0],), title=hits[0].title)
