"""Articles and analyses by hand, for the tests of the comparison."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from briefing.model import Actor, Analysis, Article, Claim, Date, Name, Quantity, Question, Quote, Sentence, Span

NAMES = ("Russland", "Nordkorea", "Kursk", "Müller", "Bahn", "GDL", "Ungarn", "Polen", "Izmir", "Berlin", "Roth")
_ENDS = re.compile(r"(?:[^.!?\n]|(?<=\d)\.)+[.!?]?")
_STOP = frozenset(
    """der die das dass den dem des ein eine einen einer in im an am auf vom und oder für mit hat haben habe über seien
    sei
    ist sind wie viele wurde wurden worden nach ob unklar offen blieb bei aus will etwa""".split()
)


class NoActors:
    """No name stands for a merged actor."""

    def of(self, article_id: str, name: str) -> Actor | None:
        """None, for every name."""
        return None


class Draft:
    """An article whose findings are added by the words they stand on."""

    def __init__(self, id_: str, text: str, published: str | None = "2024-10-28", block: str = "body") -> None:
        self.article = Article(id=id_, file=f"{id_}.txt", text=text, published=published)
        self._block = block
        self.quantities: list[Quantity] = []
        self.claims: list[Claim] = []
        self.quotes: list[Quote] = []
        self.questions: list[Question] = []
        self.dates: list[Date] = []

    def span(self, words: str) -> Span:
        """Where `words` first stand."""
        start = self.article.text.index(words)
        return Span(article=self.article.id, start=start, end=start + len(words))

    def number(self, words: str, low: float | None, high: float | None = None, **more: Any) -> Draft:
        """A quantity; `low` and `high` as far as the bound leaves them."""
        more.setdefault("bound", "exact")
        top = low if high is None and more["bound"] in ("exact", "about", "at most") else high
        bottom = None if more["bound"] in ("at most", "less than") else low
        top = None if more["bound"] in ("at least", "more than") else top
        more.setdefault("what", more.get("head", ""))
        decimals = [Decimal(str(end)) if end is not None else None for end in (bottom, top)]
        self.quantities.append(Quantity(span=self.span(words), low=decimals[0], high=decimals[1], rule="test", **more))
        return self

    def claim(self, words: str, stance: Any, holder: str, about: str, rule: str, told: str = "") -> Draft:
        """A stand; `told` where the proposition stands elsewhere."""
        self.claims.append(
            Claim(
                span=self.span(words), stance=stance, holder_name=holder, about=about,
                proposition=self.span(told or about), terms=terms(told or about),
                rule=f"{rule}/anaphora" if told else rule,
            )
        )  # fmt: skip
        return self

    def quote(self, words: str, speaker: str | None, kind: Any = "indirect") -> Draft:
        """A quotation."""
        self.quotes.append(
            Quote(kind=kind, content=(self.span(words),), speaker_name=speaker, terms=terms(words), rule="test")
        )
        return self

    def question(self, words: str, kind: Any = "unknown") -> Draft:
        """An open question."""
        self.questions.append(Question(span=self.span(words), kind=kind, terms=terms(words), rule="test"))
        return self

    def date(self, words: str, value: str, kind: Any = "DATE") -> Draft:
        """A date."""
        self.dates.append(Date(span=self.span(words), type=kind, value=value, rule="test"))
        return self

    @property
    def analysis(self) -> Analysis:
        """All that was added, with sentences and names by rule."""
        text, id_ = self.article.text, self.article.id
        sentences = []
        for match in _ENDS.finditer(text):
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            if start < match.end():
                span = Span(article=id_, start=start, end=match.end())
                sentences.append(Sentence(span=span, block=self._block, terms=terms(match.group())))
        names = tuple(
            Name(span=Span(article=id_, start=m.start(), end=m.end()), label="STATE", name=m.group(), acts=True)
            for m in re.finditer("|".join(NAMES), text)
        )
        return Analysis(
            article=id_, sentences=tuple(sentences), names=names, quotes=tuple(self.quotes), claims=tuple(self.claims),
            quantities=tuple(self.quantities), questions=tuple(self.questions), dates=tuple(self.dates),
        )  # fmt: skip


def terms(text: str) -> tuple[str, ...]:
    """The words of a text that are no function words, lower case."""
    words = (word.lower() for word in re.findall(r"[\wäöüÄÖÜß-]{3,}", text))
    return tuple(word for word in words if word not in _STOP)


def story(*drafts: Draft) -> tuple[dict[str, Article], dict[str, Analysis], dict[str, str]]:
    """Articles, analyses and origins (every article its own) of some drafts."""
    articles = {draft.article.id: draft.article for draft in drafts}
    return articles, {draft.article.id: draft.analysis for draft in drafts}, {id_: id_ for id_ in articles}
