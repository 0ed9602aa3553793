"""Further training material: running text that the teachers (`training.teacher`) annotate.

The sentences of a larger treebank, of which only the words and their universal parts of speech are there, and news
and encyclopedia articles. Where the parts of speech are known, only tags that agree with them are chosen, and
everywhere only features that the tag's part of speech may have. No relation is left open, however unsure: spaCy makes
trees projective before it learns from them, takes a word without a head for a root there, and so spoils every relation
that reaches over it.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from briefing.analyse.lemmatizer import POS_OF_TAG, Lexicon, set_mood
from training.parses import Labels, Parse, Sentence
from training.text import fold

COMPATIBLE = {
    "NOUN": ("NOUN",),
    "PROPN": ("PROPN",),
    "VERB": ("VERB", "AUX"),
    "AUX": ("VERB", "AUX"),
    "ADJ": ("ADJ",),
    "ADV": ("ADV",),
    "ADP": ("ADP",),
    "PRON": ("PRON",),
    "DET": ("DET",),
    "CCONJ": ("CCONJ",),
    "SCONJ": ("SCONJ",),
    "NUM": ("NUM",),
    "PUNCT": ("PUNCT",),
}
"""Parts of speech as the larger treebank has them, and what they may be in the pipeline."""
PIECE = 500
"""Characters of a piece of an article, at least."""
ENCYCLOPEDIA = 90_000
"""Tokens that are taken from it."""
SHORTEST, LONGEST = 8, 28
"""Words in a sentence of the encyclopedia."""


def masks(parts: Sequence[str]) -> dict[str, np.ndarray]:
    """Return for each universal part of speech which labels, whose own parts are `parts`, agree with it."""
    return {upos: np.array([part in allowed for part in parts], dtype=bool) for upos, allowed in COMPATIBLE.items()}


def features_of(gold: Iterable[Sentence], labels: Labels) -> dict[str, np.ndarray]:
    """Return for each part of speech in `gold` which features it has there."""
    seen: dict[str, set[str]] = {}
    for sentence in gold:
        for tag, morph in zip(sentence.tags, sentence.morphs, strict=False):
            seen.setdefault(POS_OF_TAG.get(tag, ""), set()).add(morph)
    return {part: np.array([morph in found for morph in labels.morphs]) for part, found in seen.items()}


def sentences(doc: Doc, source: int) -> Iterator[tuple[Sentence, list[int]]]:
    """Yield the sentences of a `Doc` without white space, with the places of their tokens."""
    trees = doc.has_annotation("DEP")
    for span in doc.sents:
        tokens = [token for token in span if not token.is_space]
        place = {token.i: number for number, token in enumerate(tokens)}
        words = Sentence(
            words=[token.text for token in tokens],
            source=source,
            parts=[token.pos_ for token in tokens],
            tags=[token.tag_ for token in tokens],
            morphs=[str(token.morph) for token in tokens] if trees else (),
            heads=[place.get(token.head.i, place[token.i]) for token in tokens] if trees else (),
            relations=[token.dep_ for token in tokens] if trees else (),
        )
        if tokens:
            yield words, list(place)


class Annotator:
    """Makes training texts of the teachers' parses."""

    def __init__(self, gold: Sequence[Sentence], labels: Labels, lexicon: Lexicon) -> None:
        self._labels = labels
        self._lexicon = lexicon
        self._parts = [POS_OF_TAG.get(tag, "") for tag in labels.tags]
        self._tags = masks(self._parts)
        self._features = features_of(gold, labels)
        self._relations = np.array([name not in ("", "ROOT") for name in labels.relations])

    def document(self, doc: Doc, parses: Iterable[tuple[Parse, list[int]]]) -> Doc:
        """Return a copy of `doc` with the annotation of its sentences; white space hangs on what is before it."""
        tags, morphs, relations = ["_SP"] * len(doc), [""] * len(doc), ["dep"] * len(doc)
        heads = [max(token.i - 1, 0) for token in doc]
        for parse, places in parses:
            for number, place in enumerate(places):
                heads[place] = places[parse.heads[number]]
                relations[place] = self._relation(parse, number)
                tag = self._tag(parse.tags[number], doc[place].pos_)
                tags[place] = self._labels.tags[tag]
                scores = parse.morphs[number] * self._features.get(self._parts[tag], 1)
                morphs[place] = self._labels.morphs[int(scores.argmax())]
        done = Doc(
            doc.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            tags=tags,
            pos=[POS_OF_TAG.get(tag, "X") for tag in tags],
            morphs=morphs,
            heads=heads,
            deps=relations,
        )
        for token in done:
            if token.tag_.endswith("FIN"):
                set_mood(token, self._lexicon)
        return done

    def _relation(self, parse: Parse, number: int) -> str:
        if parse.heads[number] == number:
            return "ROOT"
        return self._labels.relations[int((parse.relations[number] * self._relations).argmax())]

    def _tag(self, scores: np.ndarray, part: str) -> int:
        allowed = scores[1:] * self._tags[part][1:] if part in self._tags else scores[1:]
        return 1 + int((allowed if allowed.any() else scores[1:]).argmax())


def articles(path: Path) -> Iterator[str]:
    """Yield the pieces of news articles, cut at line breaks."""
    for line in path.read_text("utf-8").splitlines():
        piece = ""
        for part in re.split(r"(?<=\n)(?=[^\n])", fold(json.loads(line)["text"])):
            piece += part
            if len(piece) > PIECE:
                yield piece
                piece = ""
        if piece.strip():
            yield piece


def encyclopedia(nlp: Language, path: Path, draw: random.Random) -> Iterator[Doc]:
    """Yield texts of one to four sentences, drawn from all articles; a line of the encyclopedia is a sentence."""
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        lines = [fold(row.strip()) for row in rows if not row.startswith("# doc")]
    lines = [line for line in lines if SHORTEST <= len(line.split()) <= LONGEST and line.endswith(".")]
    draw.shuffle(lines)
    count = 0
    while lines and count < ENCYCLOPEDIA:
        chosen = [lines.pop() for _ in range(min(draw.choice((1, 2, 3, 4)), len(lines)))]
        doc = nlp.make_doc(" ".join(chosen))
        starts = {sum(len(line) + 1 for line in chosen[:number]) for number in range(len(chosen))}
        if starts <= {token.idx for token in doc}:
            for token in doc:
                token.is_sent_start = token.idx in starts
            count += len(doc)
            yield doc
