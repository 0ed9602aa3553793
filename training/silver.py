"""Further training material: the words and parts of speech of a larger treebank, annotated by a first pipeline.

The universal parts of speech are gold; the first pipeline only chooses among the tags and features that agree with
them. Trees are kept where two pipelines built them alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from briefing.analyse.lemmatizer import POS_OF_TAG

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


def masks(labels: Sequence[str], parts: Sequence[str]) -> dict[str, np.ndarray]:
    """Return for each part of speech which labels (of parts `parts`) agree with it."""
    return {upos: np.array([part in allowed for part in parts], dtype=bool) for upos, allowed in COMPATIBLE.items()}


def annotate(nlp: Language, docs: Iterable[Doc]) -> Iterator[Doc]:
    """Yield `docs` with tags, morphology and trees of `nlp`, within their gold parts of speech."""
    tagger: Any = nlp.get_pipe("tagger")
    morphologizer: Any = nlp.get_pipe("morphologizer")
    tag_masks = masks(tagger.labels, [POS_OF_TAG.get(tag, "") for tag in tagger.labels])
    parts = [
        dict(f.split("=", 1) for f in label.split("|") if "=" in f).get("POS", "") for label in morphologizer.labels
    ]
    morph_masks = masks(morphologizer.labels, parts)
    exact = {part: np.array([p == part for p in parts], dtype=bool) for part in sorted(set(parts))}
    for doc in docs:
        work = nlp.make_doc(doc.text)
        for token in doc:
            work[token.i].is_sent_start = token.is_sent_start
        nlp.get_pipe("tok2vec")(work)
        tag_scores = tagger.model.predict([work])[0]
        morph_scores = morphologizer.model.predict([work])[0]
        nlp.get_pipe("parser")(work)
        tags, poses, morphs = [], [], []
        for token in doc:
            if token.is_space:
                tag, morph = "_SP", ""
            else:
                tag = tagger.labels[_best(tag_scores[token.i], tag_masks.get(token.pos_))]
                mask = exact.get(POS_OF_TAG.get(tag, ""), morph_masks.get(token.pos_))
                label = morphologizer.labels[_best(morph_scores[token.i], mask)]
                morph = "|".join(f for f in label.split("|") if f and f != "_" and not f.startswith("POS="))
            tags.append(tag)
            poses.append(POS_OF_TAG.get(tag, token.pos_))
            morphs.append(morph)
        yield Doc(
            nlp.vocab,
            words=[token.text for token in work],
            spaces=[bool(token.whitespace_) for token in work],
            tags=tags,
            pos=poses,
            morphs=morphs,
            heads=[token.head.i for token in work],
            deps=[token.dep_ for token in work],
        )


def _best(scores: np.ndarray, mask: np.ndarray | None) -> int:
    if mask is None or not mask.any():
        return int(scores.argmax())
    return int(np.where(mask, scores, -np.inf).argmax())


def alike(first: Doc, second: Doc) -> float:
    """Return the share of tokens that have the same head and relation in both."""
    same = sum(a.head.i == b.head.i and a.dep_ == b.dep_ for a, b in zip(first, second, strict=True))
    return same / max(len(first), 1)


def without_tree(doc: Doc) -> Doc:
    """Return a copy of `doc` whose trees and sentence borders are not annotated."""
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in doc],
        pos=[token.pos_ for token in doc],
        morphs=[str(token.morph) for token in doc],
    )
