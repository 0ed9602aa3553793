"""Name corpora → spaCy `Doc`s with the entities PER, ORG, LOC, MISC."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from training.text import fold, glue

LABELS = ("PER", "ORG", "LOC", "MISC")
SMARTDATA = {
    "person": "PER",
    "organization": "ORG",
    "organization-company": "ORG",
    "location": "LOC",
    "location-city": "LOC",
    "location-street": "LOC",
    "location-stop": "LOC",
}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Folded running text and its names as (start, end, label) in characters."""

    text: str
    names: tuple[tuple[int, int, str], ...]


def read_bio(path: Path) -> Iterator[Text]:
    """Read a file of one token and its BIO label a line, a blank line after each sentence; yield sentences."""
    rows: list[tuple[str, str]] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.strip() and not line.startswith("# "):
            form, label = re.split(r"[\t ]+", line.rstrip())[:2]
            rows.append((fold(form), label))
        elif rows:
            yield _from_bio(rows)
            rows = []


def _from_bio(rows: list[tuple[str, str]]) -> Text:
    text, spans = glue([form for form, _ in rows])
    names: list[tuple[int, int, str]] = []
    for (start, end), (_, label) in zip(spans, rows, strict=True):
        position, _, kind = label.partition("-")
        kind = "MISC" if kind == "OTH" else kind
        if position == "I" and names and names[-1][2] == kind and start - names[-1][1] <= 1:
            names[-1] = (names[-1][0], end, kind)
        elif position in ("B", "I") and kind in LABELS:
            names.append((start, end, kind))
    return Text(text=text, names=tuple(names))


def read_articles(path: Path) -> Iterator[Text]:
    """Read annotated articles (JSON Lines with `text` and `names`)."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Text(text=fold(row["text"]), names=tuple((s, e, label) for s, e, label in row["names"]))


def read_smartdata(path: Path) -> Iterator[Text]:
    """Read the news and RSS items of SmartData with its finer types mapped; adjectives are no names here."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        text = fold(row["text"])
        found = ((s, e, SMARTDATA.get(kind, "")) for s, e, kind in row["entities"])
        names = tuple(
            sorted({n for n in found if n[2] and not text[n[0]].islower() and not _ADJECTIVE.search(text[n[0] : n[1]])})
        )
        if row["source"] != "tweet":
            yield Text(text=text, names=names)


_ADJECTIVE = re.compile(r"isch(?:e[nrsm]?)?\Z")


def pieces(text: Text, size: int) -> Iterator[Text]:
    """Cut an article at its line breaks into pieces of about `size` characters."""
    start = 0
    for match in re.finditer(r"\n+|\Z", text.text):
        end = match.end()
        if end - start >= size or end == len(text.text):
            names = tuple((s - start, e - start, label) for s, e, label in text.names if start <= s and e <= end)
            if end > start:
                yield Text(text=text.text[start:end], names=names)
            start = end


def join(texts: list[Text], gaps: list[str]) -> Text:
    """Join texts with white space `gaps[i]` after text i."""
    whole, names = "", []
    for text, gap in zip(texts, gaps, strict=True):
        names += [(s + len(whole), e + len(whole), label) for s, e, label in text.names]
        whole += text.text + gap
    return Text(text=whole, names=tuple(names))


def document(nlp: Language, text: Text) -> Doc:
    """Make a `Doc`; tokens of a name that does not begin and end at a token are marked as not annotated."""
    doc = nlp.make_doc(text.text)
    entities: list[Span] = []
    missing: list[Span] = []
    last = 0
    for start, end, label in sorted(text.names):
        span = doc.char_span(start, end, label=label)
        if span is None:
            span = doc.char_span(start, end, label=label, alignment_mode="expand")
            target = missing
        else:
            target = missing if any(token.is_space for token in span) else entities
        if span is not None and span.start >= last:
            target.append(span)
            last = span.end
    doc.set_ents(entities, missing=missing, default="outside")
    return doc
