"""The trained German pipeline: which one, how it is loaded, and how a text goes through it."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from briefing.analyse import OWN_MODEL, embedding, items, lemmatizer, recogniser, surroundings
from briefing.analyse.fold import fold
from briefing.analyse.sentences import split_sentences
from briefing.errors import UsageError
from briefing.model import Article

RAW = "briefing_raw"
# The packaged pipeline names what these modules register; importing them makes it known to spaCy without an
# installation that declares entry points.
REGISTERED = (lemmatizer.__name__, embedding.__name__, surroundings.__name__, recogniser.__name__)

# Other pipelines name the same things differently; everything after `load` sees our names only.
ENTITY_LABELS = {
    "PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "MISC": "MISC",
    "OTH": "MISC", "NORP": "MISC", "EVENT": "MISC", "WORK_OF_ART": "MISC", "PRODUCT": "MISC",
}  # fmt: skip
# TIGER labels, which the official German pipelines use, in terms of Universal Dependencies.
TIGER_TO_UD = {
    "sb": "nsubj", "sbp": "nsubj:pass", "oa": "obj", "oa2": "obj", "da": "iobj", "og": "obj", "op": "obl",
    "mo": "advmod",
    "oc": "ccomp", "re": "xcomp", "rc": "acl", "ag": "nmod", "pg": "nmod", "mnr": "nmod", "app": "appos", "pnc": "flat",
    "nk": "amod", "cj": "conj", "cd": "cc", "cp": "mark", "cc": "advcl", "ng": "advmod", "par": "parataxis",
    "pd": "xcomp", "svp": "compound:prt", "punct": "punct", "ROOT": "ROOT", "rs": "parataxis", "ep": "expl",
    "ph": "expl", "ac": "case", "nmc": "nummod", "dep": "dep", "vo": "vocative", "cm": "case", "pm": "mark",
    "uc": "dep", "avc": "advmod", "dm": "discourse", "ju": "cc", "ams": "nmod", "adc": "dep",
}  # fmt: skip


@cache
def load(model: str = "") -> Language:
    """The pipeline `model` (an installed package or a folder), our own if empty, loaded once.

    Without any trained pipeline (a checkout before training), tokens and sentences by rule only.
    Raises `UsageError` when the named pipeline is not there or cannot be loaded.
    """
    if not model:
        return _with_borders(spacy.load(OWN_MODEL)) if (OWN_MODEL / "meta.json").is_file() else _bare()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            nlp = spacy.load(model)
    except (OSError, ImportError, ValueError) as error:
        raise UsageError(f"model {model!r} cannot be loaded: {str(error).splitlines()[0]}") from error
    return _with_borders(nlp)


def _bare() -> Language:
    nlp = spacy.blank("de")
    nlp.add_pipe("briefing_sentences")
    return nlp


def _with_borders(nlp: Language) -> Language:
    nlp.add_pipe("briefing_sentences", first=True)
    if "sb" in nlp.pipe_labels.get("parser", ()):
        nlp.add_pipe("briefing_tiger_to_ud", last=True)
    return nlp


Language.component("briefing_sentences", func=split_sentences, assigns=["token.is_sent_start"])


@Language.component("briefing_tiger_to_ud")
def _tiger_to_ud(doc: Doc) -> Doc:
    for token in doc:
        token.dep_ = TIGER_TO_UD.get(token.dep_, token.dep_)
    return doc


def make_doc(nlp: Language, article: Article, limit: int) -> Doc:
    """The article's first `limit` characters as tokens, with what components may know of it."""
    text = article.text[:limit]
    doc = nlp.make_doc(fold(text))
    doc.user_data[RAW] = text
    doc.user_data[items.ARTICLE] = {
        "published": article.published,
        "title": article.title,
        "blocks": [(b.start, b.end, b.kind) for b in article.blocks],
    }
    return doc


def parse(nlp: Language, articles: Iterable[Article], limit: int) -> Iterator[Doc]:
    """The articles as parsed documents, in order."""
    nlp.max_length = max(nlp.max_length, limit + 1)
    docs = (make_doc(nlp, article, limit) for article in articles)
    for doc in nlp.pipe(docs, batch_size=16):
        doc.ents = tuple(_relabelled(doc))
        yield doc


def _relabelled(doc: Doc) -> Iterator[spacy.tokens.Span]:
    for entity in doc.ents:
        label = ENTITY_LABELS.get(entity.label_)
        if label:
            yield spacy.tokens.Span(doc, entity.start, entity.end, label=label)
