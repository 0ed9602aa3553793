"""More material for the names: running text of the encyclopedia and of parliament, annotated by several recognisers.

A name that most of them find is kept; one that only some find is left open (neither a name nor none), save where
its article settles it: there, a name has one label (Gale, Church and Yarowsky 1992: one sense per discourse).
"""

from __future__ import annotations

import collections
import gzip
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from briefing.analyse.recogniser import NameRecogniser
from training.text import fold

TEXTS = {"wikipedia_klexikon_articles.txt.gz": 6, "bundestag_wp21.txt.gz": 24}
"""Files and which block of each is taken: every sixth, every twenty-fourth."""
BLOCK = 5
"""Lines that stand together in one piece of text; a line of the encyclopedia is a sentence."""
LEAST = 2
"""How often an article must have a name with a label to settle the open ones."""
SHARE = 0.75
"""Share of the label among all labels of that name in the article from which on it is settled."""

Spans = frozenset[tuple[int, int, str]]


def articles(corpora: Path) -> Iterator[list[str]]:
    """Yield for each article or minute the chosen pieces of folded text."""
    for name, every in TEXTS.items():
        lines: list[str] = []
        with gzip.open(corpora / "text" / name, "rt", encoding="utf-8") as rows:
            for row in rows:
                if row.startswith("# doc ="):
                    yield pieces(lines, every)
                    lines = []
                else:
                    lines.append(fold(row.strip()))
        yield pieces(lines, every)


def pieces(lines: Sequence[str], every: int) -> list[str]:
    """Return every `every`-th block of `BLOCK` lines, beginning with the first."""
    starts = range(0, len(lines), BLOCK * every)
    return [" ".join(lines[start : start + BLOCK]) for start in starts]


def find(recogniser: NameRecogniser, nlp: Language, texts: Iterable[str]) -> list[Spans]:
    """Return the names that one recogniser finds in each text, as characters and label; `nlp` has its vocabulary."""
    docs = recogniser.pipe(nlp.make_doc(text) for text in texts)
    return [frozenset((e.start_char, e.end_char, e.label_) for e in doc.ents) for doc in docs]


def vote(found: Sequence[Spans]) -> tuple[set[tuple[int, int, str]], set[tuple[int, int, str]]]:
    """Return the names that more than half of the recognisers found, and those that fewer found, without overlaps."""
    counts = collections.Counter(name for names in found for name in names)
    sure = {name for name, count in counts.items() if 2 * count > len(found)}
    taken = {at for start, end, _ in sure for at in range(start, end)}
    open_ = {name for name in counts if name not in sure and taken.isdisjoint(range(name[0], name[1]))}
    return sure, open_


def known(texts: Sequence[str], sure: Sequence[set[tuple[int, int, str]]]) -> dict[str, str]:
    """Return the label of each name that an article uses in one way; a person's surname counts with the full name."""
    counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for text, names in zip(texts, sure, strict=True):
        for start, end, label in sorted(names):
            name = text[start:end]
            counts[name][label] += 1
            if label == "PER" and " " in name:
                counts[name.rsplit(" ", 1)[1]][label] += 1
    settled = {}
    for name, labels in counts.items():
        label, count = min(labels.items(), key=lambda item: (-item[1], item[0]))
        if count >= LEAST and count >= SHARE * sum(labels.values()):
            settled[name] = label
    return settled


def settle(
    text: str, sure: set[tuple[int, int, str]], open_: set[tuple[int, int, str]], settled: Mapping[str, str]
) -> tuple[list[tuple[int, int, str]], list[tuple[int, int, str]]]:
    """Return the names of a text, and the characters that stay open, after its article has settled what it can."""
    names = {(start, end): settled.get(text[start:end], label) for start, end, label in sure}
    left: set[tuple[int, int]] = set()
    for start, end, _ in sorted(open_, key=lambda name: (name[0] - name[1], name)):
        label = settled.get(text[start:end])
        if label is not None and all(end <= s or e <= start for s, e in names):
            names[start, end] = label
        else:
            left.add((start, end))
    kept = [(start, end, label) for (start, end), label in sorted(names.items())]
    return kept, [(s, e, "") for s, e in sorted(left) if all(e <= a or b <= s for a, b, _ in kept)]


def document(
    nlp: Language, text: str, names: Iterable[tuple[int, int, str]], open_: Iterable[tuple[int, int, str]]
) -> Doc:
    """Make a `Doc` with `names`; the tokens of `open_` are marked as not annotated."""
    doc = nlp.make_doc(text)
    entities = [span for s, e, label in names if (span := doc.char_span(s, e, label=label)) is not None]
    taken = {token.i for span in entities for token in span}
    spans = [span for s, e, _ in open_ if (span := doc.char_span(s, e)) is not None]
    missing = sorted({token.i for span in spans for token in span} - taken)
    doc.set_ents(entities, missing=[Span(doc, i, i + 1) for i in missing], default="outside")
    return doc


def annotate(recognisers: Sequence[NameRecogniser], nlp: Language, corpora: Path) -> Iterator[Doc]:
    """Yield the annotated pieces of text that hold a name; `nlp` has the tokenizer and the recognisers' vocabulary."""
    every = list(articles(corpora))
    flat = [text for texts in every for text in texts]
    votes = [vote(found) for found in zip(*(find(recogniser, nlp, flat) for recogniser in recognisers), strict=True)]
    first = 0
    for texts in every:
        own = votes[first : first + len(texts)]
        first += len(texts)
        settled = known(texts, [sure for sure, _ in own])
        for text, (sure, open_) in zip(texts, own, strict=True):
            if sure:
                yield document(nlp, text, *settle(text, sure, open_, settled))
