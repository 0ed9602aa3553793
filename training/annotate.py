"""From treebanks and running text to the silver trees: the teachers learn, then they annotate."""

from __future__ import annotations

import collections
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from briefing.analyse.forms import WordForms, unpacked
from briefing.analyse.lemmatizer import Lexicon
from briefing.analyse.sentences import split_sentences
from training import conllu, forms, prepare, teacher
from training.network import Forms
from training.parses import Labels, Parse
from training.silver import Annotator, articles, encyclopedia, sentences

EPOCHS = 18
SOURCE_OF = (1, 1, 2, 3)
"""What the teachers call the treebanks of `prepare.TREEBANKS`: the first two are parts of one."""
LARGER, RUNNING = 1, 0
"""The treebank after whose guidelines the larger treebank's sentences and running text are annotated; 0 is none: what
the teachers think likeliest."""


def silver(corpora: Path, borders: Language, lexicon: Lexicon, *, seeds: Sequence[int]) -> Iterator[Doc]:
    """Train teachers and yield annotated texts; `borders` tells where the articles' sentences begin."""
    gold = [s for place, doc in prepare.gold(corpora, lexicon)[0] for s, _ in sentences(doc, SOURCE_OF[place])]
    gold += [s for doc in prepare.web(corpora) for s, _ in sentences(doc, 0)]
    labels = Labels.of([s for s in gold if s.heads])
    texts = list(_texts(corpora, borders))
    units = [(number, *pair) for number, (doc, source) in enumerate(texts) for pair in sentences(doc, source)]
    counts = collections.Counter(word.lower() for s in gold if s.heads for word in s.words)
    frequent = [word for word, count in sorted(counts.items()) if count > 1]
    known = {word for s in gold for word in s.words} | {word for _, s, _ in units for word in s.words}
    table = Forms(dense(borders, forms.build(corpora), sorted(known)), frequent)
    networks = [teacher.train(table, labels, len(frequent), gold, seed=seed, epochs=EPOCHS) for seed in seeds]
    annotator = Annotator(gold, labels, lexicon)
    found: dict[int, list[tuple[Parse, list[int]]]] = collections.defaultdict(list)
    parses = teacher.parse(networks, table, labels, [s for _, s, _ in units])
    for (number, _, places), parse in zip(units, parses, strict=True):
        found[number].append((parse, places))
    yield from (annotator.document(doc, found[number]) for number, (doc, _) in enumerate(texts))


def _texts(corpora: Path, borders: Language) -> Iterator[tuple[Doc, int]]:
    """Yield texts with sentence borders and the treebank after whose guidelines they are to be annotated."""
    draw = random.Random(prepare.SEED)
    larger = conllu.read_upos(corpora / "treebank" / "de_gsd-ud-train.upos.conll")
    yield from ((doc, LARGER) for doc in prepare.paragraphs(borders, larger, draw))
    news = articles(corpora / "names" / "wikinews-train.jsonl")
    for doc in borders.pipe(split_sentences(borders.make_doc(text)) for text in news):
        yield _bare(doc), RUNNING
    path = corpora / "text" / "wikipedia_klexikon_articles.txt.gz"
    yield from ((doc, RUNNING) for doc in encyclopedia(borders, path, draw))


def _bare(doc: Doc) -> Doc:
    """Return a copy with words and sentence borders alone."""
    words, spaces = [token.text for token in doc], [bool(token.whitespace_) for token in doc]
    return Doc(doc.vocab, words=words, spaces=spaces, sent_starts=[bool(token.is_sent_start) for token in doc])


def dense(nlp: Language, table: WordForms, words: Sequence[str]) -> dict[str, np.ndarray]:
    """Return for each word its vector and the dictionary's readings."""
    bits = unpacked(np.array([table.get(word) for word in words], dtype="uint64"))
    rows = zip(words, bits, strict=True)
    return {word: np.concatenate([nlp.vocab[word].vector, row]) for word, row in rows}
