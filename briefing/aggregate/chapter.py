"""One story: every section is a function in a module of its own, called in the order of their needs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from briefing.aggregate import actors, core, disagreements, numbers, questions, quotes, timeline
from briefing.aggregate.ids import stable_id
from briefing.aggregate.similarity import Weights, concepts
from briefing.model import Analysis, Article, CoreStatement, Problem, Span, Story

T = TypeVar("T")
_MARKS = "\"'„“”‚‘’«»‹›"
_DOUBLE = '"„“”«»'
_OF_FIRST, _TOLD = 0.05, 0.25  # what it gains if it tells the first key statement, which is of its article
_FACT = 3  # longer words of a headline that tells a fact, unless it names somebody
_WORDS = 0.1  # what somebody's words in a headline cost it
_PROMISE = re.compile(
    r"^(?:Wie|Warum|Weshalb|Wieso|So|Was|Wer|Wen|Wem|Wo|Wann|Wohin|Woher|Worum|Womit|Welche[rsmn]?|"
    r"Das (?:ist|sind|war|waren)|Auf (?:dies|welch)\w+|Diese \w+) "
    r"|\b(?:Überblick|FAQ|Chronologie|(?:News|Live)-?(?:[Bb]log|[Tt]icker))\b"
)
MOST = {"quotes": 800, "quantities": 300, "claims": 300, "questions": 300}
"""Findings of one article that are compared with others: twice what the longest reports hold, and more."""

_GERMAN = {"quotes": "Zitaten", "quantities": "Zahlen", "claims": "Behauptungen", "questions": "offenen Fragen"}

Made = tuple[Story, dict[str, tuple[Problem, ...]]]
"""A story, and the problems of its articles by their ids."""
_FAILED = "Abschnitt {} fehlgeschlagen"


def make(
    articles: Mapping[str, Article],
    analyses: Mapping[str, Analysis],
    origins: Mapping[str, str],
    sources: Mapping[str, str],
) -> Made:
    """The story of `articles` (by id) with their analyses, origins and source ids (all by article id)."""
    found = {id_: _bounded(analyses[id_]) for id_ in articles}
    sections = _Sections(next(iter(articles)))
    own = (articles, found, origins)
    who = sections.make("Akteure", actors.Actors(()), actors.merge, *own)
    topics = sections.many("Zahlen", numbers.topics, *own, who)
    statements = sections.many("Zitate", quotes.merge, *own, who)
    key = sections.many("Kernlage", core.choose, *own, who)
    title = _title(articles, found, key)
    story = Story(
        id=stable_id("S", title),
        title=title,
        sources=tuple(sources[id_] for id_ in articles),
        core=key,
        actors=actors.with_positions(who.actors, statements),
        quotes=statements,
        numbers=topics,
        disagreements=sections.many("Streitpunkte", disagreements.find, *own, who, topics),
        open_questions=sections.many("Offene Fragen", questions.merge, *own, who),
        timeline=sections.many("Zeitleiste", timeline.order, *own),
    )
    problems = {id_: analysis.problems for id_, analysis in found.items()}
    problems[sections.where] += tuple(sections.problems)
    return story, problems


def is_whole(made: Made) -> bool:
    """Whether every section of the story could be made."""
    start = _FAILED.partition("{")[0]
    return not any(problem.message.startswith(start) for found in made[1].values() for problem in found)


class _Sections:
    """Makes the sections of a story; one that fails is empty and named, and costs no other."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.problems: list[Problem] = []

    def many(self, name: str, function: Callable[..., tuple[T, ...]], *args: Any) -> tuple[T, ...]:
        """What `function` makes of `args`, nothing where it fails."""
        return self.make(name, (), function, *args)

    def make(self, name: str, empty: T, function: Callable[..., T], *args: Any) -> T:
        """What `function` makes of `args`; `empty` and a problem where it fails."""
        try:
            return function(*args)
        except Exception as error:
            message = f"{_FAILED.format(name)} ({type(error).__name__}: {error})"
            self.problems.append(Problem(where=self.where, message=" ".join(message.split())[:200]))
            return empty


def _bounded(analysis: Analysis) -> Analysis:
    """At most `MOST` findings of each kind, the first ones: comparing each with each takes their square."""
    over = {kind: len(found) for kind in MOST if len(found := getattr(analysis, kind)) > MOST[kind]}
    if not over:
        return analysis
    kept = {kind: getattr(analysis, kind)[: MOST[kind]] for kind in over}
    message = ", ".join(f"{MOST[kind]} von {count} {_GERMAN[kind]}" for kind, count in over.items())
    problem = Problem(where=analysis.article, message=f"nur die ersten {message} verglichen")
    return replace(analysis, **kept, problems=(*analysis.problems, problem))


def _title(articles: Mapping[str, Article], analyses: Mapping[str, Analysis], key: Sequence[CoreStatement]) -> str:
    """The headline that says most of the key statements, the first counting twice as much as the others, then the one
    whose words most articles share; a question, a promise (*So geht es weiter*) or a mere quotation, which name no
    fact, only if there is no other, before them what names too little (*Der gute Stoff*); one with somebody's words in
    marks stands behind others."""
    titles = {id_: headline(article) for id_, article in articles.items() if headline(article)}
    if not titles:
        return _first_words(next(iter(articles.values())).text)
    spread = Counter(
        term
        for analysis in analyses.values()
        for term in {term for sentence in analysis.sentences for term in sentence.terms if len(term) > 3}
    )
    weights = Weights(analyses)
    counted = (*(key[0] for _ in (*key, *key)), *key[1:])
    news = [concepts(_terms_at(analyses, statement.text)) for statement in counted]

    def centrality(id_: str) -> tuple[bool, bool, float, float, int, str]:
        title = titles[id_]
        lowered = title.lower()
        shared = sum(count - 1 for term, count in spread.items() if count > 1 and term in lowered)
        told = concepts(term for s in analyses[id_].sentences if s.block == "headline" for term in s.terms)
        # Divided by the length, or the longest headline would always win; a floor, or the shortest would.
        central = shared / max(8, len(title.split()))
        no_fact = "?" in title or bool(_PROMISE.search(title)) or (title[0] in _MARKS and title[-1] in _MARKS)
        opaque = sum(len(word) > 3 for word in title.split()) < _FACT and not any(weights.is_name(i) for i in told)
        said = sum(weights.dice(told, statement) for statement in news) / max(1, len(news))
        if key and key[0].text.article == id_ and weights.dice(told, news[0]) >= _TOLD:
            said += _OF_FIRST
        return (
            no_fact,
            opaque,
            -round(said - (_WORDS if any(m in title for m in _DOUBLE) else 0), 2),
            -central,
            len(title),
            title,
        )

    return titles[min(titles, key=centrality)]


def _terms_at(analyses: Mapping[str, Analysis], span: Span) -> tuple[str, ...]:
    """The terms of the sentences in `span`."""
    inside = (s for s in analyses[span.article].sentences if span.start <= s.span.start and s.span.end <= span.end)
    return tuple(term for sentence in inside for term in sentence.terms)


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
