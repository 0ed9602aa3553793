"""The assembly: every section is a function in a module of its own, called in the order of their needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.aggregate import actors, copies, core, disagreements, numbers, questions, quotes, stories, timeline
from briefing.aggregate.ids import stable_id
from briefing.model import Analysis, Article, Briefing, Coverage, Problem, Source, Story

MOST = {"quotes": 800, "quantities": 300, "claims": 300, "questions": 300}
"""Findings of one article that are compared with others: twice what the longest reports hold, and more."""

_GERMAN = {"quotes": "Zitaten", "quantities": "Zahlen", "claims": "Behauptungen", "questions": "offenen Fragen"}


def aggregate(
    articles: Sequence[Article],
    analyses: Mapping[str, Analysis],
    *,
    problems: Sequence[Problem] = (),
    title: str = "",
    date: str = "",
    single: bool = False,
    made_with: Sequence[tuple[str, str]] = (),
) -> Briefing:
    """The briefing of `articles` (unique ids) with their `analyses` (by article id).

    `date` is the day of the briefing; empty: that of the newest article. `single` puts all articles
    into one story. The result does not depend on the order of the articles. Analyses are looked up story
    by story, each once: a mapping that makes them on demand keeps the memory to those of one story.
    """
    ordered = {article.id: article for article in sorted(articles, key=_reading_order)}
    origins = copies.find_origins(ordered)
    clusters = [tuple(ordered)] if single else stories.cluster(ordered)
    groups = sorted(clusters, key=lambda ids: _prominence(ids, origins, ordered))
    sources = _sources(groups, ordered, origins)
    trouble: dict[str, tuple[Problem, ...]] = {}
    made = []
    for ids in groups:
        found = {id_: _bounded(analyses[id_]) for id_ in ids}
        trouble.update((id_, analysis.problems) for id_, analysis in found.items())
        made.append(_story(ids, ordered, found, origins, sources))
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


def _bounded(analysis: Analysis) -> Analysis:
    """At most `MOST` findings of each kind, the first ones: comparing each with each takes their square."""
    over = {kind: len(found) for kind in MOST if len(found := getattr(analysis, kind)) > MOST[kind]}
    if not over:
        return analysis
    kept = {kind: getattr(analysis, kind)[: MOST[kind]] for kind in over}
    message = ", ".join(f"{MOST[kind]} von {count} {_GERMAN[kind]}" for kind, count in over.items())
    problem = Problem(where=analysis.article, message=f"nur die ersten {message} verglichen")
    return replace(analysis, **kept, problems=(*analysis.problems, problem))


def _reading_order(article: Article) -> tuple[str, str]:
    return article.file, article.id


def _prominence(ids: Sequence[str], origins: Mapping[str, str], articles: Mapping[str, Article]) -> tuple[int, str]:
    """Stories with more independent origins come first; ties by the first article's id."""
    return -len({origins[id_] for id_ in ids}), min(ids)


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


def _story(
    ids: Sequence[str],
    articles: Mapping[str, Article],
    found: Mapping[str, Analysis],
    origins: Mapping[str, str],
    sources: Mapping[str, Source],
) -> Story:
    own = {id_: articles[id_] for id_ in ids}
    origin = {id_: origins[id_] for id_ in ids}
    who = actors.merge(own, found, origin)
    topics = numbers.topics(own, found, origin, who)
    statements = quotes.merge(own, found, origin, who)
    title = _title(own, found)
    return Story(
        id=stable_id("S", title),
        title=title,
        sources=tuple(sources[id_].id for id_ in ids),
        core=core.choose(own, found, origin, who),
        actors=actors.with_positions(who.actors, statements),
        quotes=statements,
        numbers=topics,
        disagreements=disagreements.find(own, found, origin, who, topics),
        open_questions=questions.merge(own, found, origin, who),
        timeline=timeline.order(own, found, origin),
    )


def _title(articles: Mapping[str, Article], analyses: Mapping[str, Analysis]) -> str:
    """The headline whose words most articles share; a question, which names no fact, only if there is no other."""
    titles = {id_: headline(article) for id_, article in articles.items() if headline(article)}
    if not titles:
        return _first_words(next(iter(articles.values())).text)
    spread = Counter(
        term
        for analysis in analyses.values()
        for term in {term for sentence in analysis.sentences for term in sentence.terms if len(term) > 3}
    )

    def centrality(id_: str) -> tuple[bool, float, int, str]:
        title = titles[id_]
        lowered = title.lower()
        shared = sum(count - 1 for term, count in spread.items() if count > 1 and term in lowered)
        # Divided by the length, or the longest headline would always win; a floor, or the shortest would.
        return "?" in title, -shared / max(8, len(title.split())), len(title), title

    return titles[min(titles, key=centrality)]


def headline(article: Article) -> str:
    """The title as read, else the headline block, with single spaces; empty if there is none."""
    if article.title:
        return " ".join(article.title.split())
    for block in article.blocks:
        if block.kind == "headline":
            return " ".join(article.text[block.start : block.end].split())
    return ""


def _first_words(text: str) -> str:
    words = text.split()[:10]
    return " ".join(words) + (" …" if len(text.split()) > 10 else "")


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
