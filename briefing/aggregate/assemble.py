"""The assembly: copies, stories, and what each story tells (`chapter`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor

from briefing.aggregate import chapter, copies, spread, stories
from briefing.aggregate.chapter import Made
from briefing.aggregate.kept import Kept
from briefing.aggregate.stories_order import newsworthiness
from briefing.model import Analysis, Article, Briefing, Coverage, Problem, Source


def aggregate(
    articles: Sequence[Article],
    analyses: Mapping[str, Analysis],
    *,
    problems: Sequence[Problem] = (),
    title: str = "",
    date: str = "",
    single: bool = False,
    made_with: Sequence[tuple[str, str]] = (),
    executor: Executor | None = None,
    kept: Kept | None = None,
) -> Briefing:
    """The briefing of `articles` (unique ids) with their `analyses` (by article id).

    `date` is the day of the briefing; empty: that of the newest article. `single` puts all articles
    into one story. The result does not depend on the order of the articles. Analyses are looked up story
    by story, each once: a mapping that makes them on demand keeps the memory to those of one story.
    `executor`: processes that make the stories; None: this one. `kept`: where stories of the same articles are
    kept between builds.
    """
    ordered = {article.id: article for article in sorted(articles, key=_reading_order)}
    elsewhere = spread.origins_by(executor, ordered) if executor is not None else None
    clusters = [tuple(ordered)] if single else stories.cluster(ordered)
    origins = elsewhere.result() if elsewhere is not None else copies.find_origins(ordered)
    groups = sorted(clusters, key=lambda ids: _prominence(ids, origins, ordered))
    sources = _sources(groups, ordered, origins)
    names = {id_: source.id for id_, source in sources.items()}
    trouble: dict[str, tuple[Problem, ...]] = {}
    made = []
    for story, found in _kept_or_made(kept, executor, groups, ordered, analyses, origins, names):
        made.append(story)
        trouble.update(found)
    newest = max((a.published for a in ordered.values() if a.published), default=None)
    briefing_date = date or newest or ""
    return Briefing(
        title=title or (made[0].title if len(made) == 1 else "Nachrichtenlage"),
        date=briefing_date,
        coverage=_coverage(ordered, origins, problems),
        sources=tuple(sources[id_] for ids in groups for id_ in ids),
        stories=tuple(made),
        problems=(*problems, *(problem for id_ in ordered for problem in trouble[id_])),
        made_with=tuple(made_with),
    )


def _kept_or_made(
    kept: Kept | None,
    executor: Executor | None,
    groups: Sequence[tuple[str, ...]],
    articles: Mapping[str, Article],
    analyses: Mapping[str, Analysis],
    origins: Mapping[str, str],
    sources: Mapping[str, str],
) -> Iterator[Made]:
    """The stories of `groups`, in their order: those that are kept, the others made and kept."""
    if kept is None:
        yield from _made(executor, groups, articles, analyses, origins, sources)
        return
    keys = {ids: kept.key(ids, origins) for ids in groups}
    missing = [ids for ids in groups if not kept.has(keys[ids])]
    new = set(missing)
    made = _made(executor, missing, articles, analyses, origins, sources)
    for ids in groups:
        found = None if ids in new else kept.get(keys[ids], [sources[id_] for id_ in ids])
        if found is None:
            # One that was there a moment ago may be damaged, or another build has trimmed the cache.
            found = next(made if ids in new else _made(None, [ids], articles, analyses, origins, sources))
            kept.put(keys[ids], found)
        yield found


def _made(
    executor: Executor | None,
    groups: Sequence[tuple[str, ...]],
    articles: Mapping[str, Article],
    analyses: Mapping[str, Analysis],
    origins: Mapping[str, str],
    sources: Mapping[str, str],
) -> Iterator[Made]:
    """The stories of `groups`, in their order."""
    if executor is not None:
        yield from spread.made_by(executor, groups, articles, analyses, origins, sources)
        return
    for ids in groups:
        own = {id_: articles[id_] for id_ in ids}
        yield chapter.make(own, analyses, {id_: origins[id_] for id_ in ids}, {id_: sources[id_] for id_ in ids})


def _reading_order(article: Article) -> tuple[str, str]:
    return article.file, article.id


def _prominence(
    ids: Sequence[str], origins: Mapping[str, str], articles: Mapping[str, Article]
) -> tuple[int, int, str]:
    """Stories with more independent origins come first, then news of the day; ties by the first article's id."""
    return -len({origins[id_] for id_ in ids}), -newsworthiness([articles[id_] for id_ in ids]), min(ids)


def _sources(
    groups: Sequence[Sequence[str]], articles: Mapping[str, Article], origins: Mapping[str, str]
) -> dict[str, Source]:
    number = {id_: f"Q{n}" for n, id_ in enumerate((id_ for ids in groups for id_ in ids), 1)}
    return {
        id_: Source(
            id=number[id_],
            article=id_,
            copy_of=number[origins[id_]] if origins[id_] != id_ else None,
            opinion=_is_opinion(articles[id_]),
        )
        for id_ in number
    }


def _is_opinion(article: Article) -> bool:
    """Whether more than half of the article (characters outside boilerplate) is opinion."""
    size = {"opinion": 0, "text": 0}
    for block in article.blocks:
        if block.kind != "boilerplate":
            size["opinion" if block.kind == "opinion" else "text"] += block.end - block.start
    return size["opinion"] > size["text"]


def _coverage(articles: Mapping[str, Article], origins: Mapping[str, str], problems: Sequence[Problem]) -> Coverage:
    dates = sorted(a.published for a in articles.values() if a.published)
    return Coverage(
        read=len(articles),
        skipped=len({p.where for p in problems} - {a.file for a in articles.values()} - set(articles)),
        outlets=len({a.publisher for a in articles.values() if a.publisher}),
        origins=len(set(origins.values())),
        oldest=dates[0] if dates else None,
        newest=dates[-1] if dates else None,
        undated=sum(a.published is None for a in articles.values()),
    )
