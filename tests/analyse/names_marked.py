"""Names in hand-made documents: entities are marked in the text as a trained pipeline would give them.

`[PER Mark Rutte]` is an entity of the pipeline; the tests say what the rules make of it. No trained pipeline is used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import spacy
from spacy.tokens import Doc

from briefing.analyse import items
from briefing.analyse.names import find_names

NLP = spacy.blank("de")
MARK = re.compile(r"\[(PER|ORG|LOC|MISC) ([^\]]+)\]")


@dataclass(frozen=True)
class Found:
    """A name as the tests look at it: offsets as text."""

    text: str
    label: str
    name: str
    role: str | None
    acts: bool
    gender: str
    rule: str


def names(marked: str, tags: str = "") -> list[Found]:
    """The names found in a text with marked entities; `tags` are STTS tags, one per token, or nothing."""
    text, spans, end = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[end : match.start()]
        spans.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        end = match.end()
    doc = NLP.make_doc(text + marked[end:])
    doc.ents = [doc.char_span(start, stop, label=label, alignment_mode="expand") for start, stop, label in spans]
    if tags:
        doc = Doc(
            doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc], tags=tags.split(),
            ents=[f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in doc],
        )  # fmt: skip
    return written(find_names(doc))


def written(doc: Doc) -> list[Found]:
    return [
        Found(
            doc.text[n["start"] : n["end"]], n["label"], n["name"],
            doc.text[n["role"][0] : n["role"][1]] if n["role"] else None, n["acts"], n["gender"], n["rule"],
        )
        for n in items.read(doc, items.NAMES)
    ]  # fmt: skip


def resolved(marked: str) -> dict[str, str]:
    return {found.text: found.name for found in names(marked)}


def parsed(words: str, tags: str, deps: str, heads: str, lemmas: str, ents: str) -> list[Found]:
    """The names of a parsed sentence; every argument has one entry per word, `heads` are word numbers."""
    doc = Doc(
        NLP.vocab, words=words.split(), tags=tags.split(), deps=deps.split(), heads=[int(h) for h in heads.split()],
        lemmas=lemmas.split(), ents=ents.split(),
    )  # fmt: skip
    return written(find_names(doc))
