"""Articles with marked quotations, for the tests of statements over articles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.aggregate.quotes import merge
from briefing.model import Actor, Analysis, Article, Block, Quote, QuoteGroup, QuoteKind, Role, Sentence, Span


@dataclass
class People:
    """Every speaker name is an actor of its own; `others` are organisations."""

    names: tuple[str, ...]
    others: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()  # of all persons

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All of them, persons first."""
        return tuple(self._actor(name) for name in (*self.names, *self.others))

    def of(self, article_id: str, name: str) -> Actor | None:
        """By the last word of the name."""
        return next((actor for actor in self.actors if actor.name.split()[-1] == name.split()[-1]), None)

    def _actor(self, name: str) -> Actor:
        kind = "ORG" if name in self.others else "PER"
        return Actor(id=f"A-{name}", name=name, kind=kind, aliases=(), roles=self._roles(kind), mentions=1, sources=())  # type: ignore[arg-type]

    def _roles(self, kind: str) -> tuple[Role, ...]:
        return tuple(Role(role=role, evidence=()) for role in self.roles if kind == "PER")


_PART = re.compile(r"\[(direct|indirect|reported|free)\|([^|\]]*)\|(.*?)\]", re.DOTALL)


def article(ident: str, marked: str, opinion: bool = False) -> tuple[Article, Analysis]:
    """An article of one sentence a line; `[kind|speaker|words]` is a quotation."""
    text, quotes, at = "", [], 0
    for match in _PART.finditer(marked):
        text += marked[at : match.start()]
        kind, speaker, words = match.groups()
        start = len(text)
        text += words
        terms = tuple(w.lower() for w in re.findall(r"\w{4,}", words))
        rule = {"direct": "direct/frame-before", "indirect": "indirect/dass", "reported": "reported/preposition"}.get(
            kind, "free"
        )
        real: QuoteKind = "indirect_free_indirect" if kind == "free" else kind  # type: ignore[assignment]
        quotes.append(
            Quote(
                kind=real,
                content=(Span(article=ident, start=start, end=len(text)),),
                speaker_name=speaker or None,
                terms=terms,
                rule=rule,
            )
        )
        at = match.end()
    text += marked[at:]
    sentences, start = [], 0
    for line in text.split("\n"):
        span = Span(article=ident, start=start, end=start + len(line))
        sentences.append(Sentence(span=span, block="body", terms=tuple(w.lower() for w in re.findall(r"\w{4,}", line))))
        start += len(line) + 1
    blocks = (Block(start=0, end=len(text), kind="opinion" if opinion else "body"),)
    return (
        Article(id=ident, file=f"{ident}.txt", text=text, blocks=blocks),
        Analysis(article=ident, sentences=tuple(sentences), quotes=tuple(quotes)),
    )


def merged(*texts: str, people: People | None = None, opinion: int = -1) -> tuple[QuoteGroup, ...]:
    made = [article(f"a{n}", text, opinion=n == opinion) for n, text in enumerate(texts)]
    return merge(
        {a.id: a for a, _ in made},
        {a.id: b for a, b in made},
        {a.id: a.id for a, _ in made},
        people or People(("Mark Rutte", "Anna Weber")),
    )
