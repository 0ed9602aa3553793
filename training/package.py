"""Put the trained parts together into one pipeline folder."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from briefing.analyse import lemmatizer, recogniser
from briefing.analyse import word_classes as known
from training import classes

VERSION = "1.2.0"
BATCH = 32
"""Texts that go through the pipeline at a time: a larger batch of articles no longer fits the processor's caches."""
DESCRIPTION = "German pipeline for news: tags, morphology, trees, lemmas, names."
SOURCES: tuple[Mapping[str, str], ...] = (
    {"name": "UD German GSD (dev, test; train: words and parts of speech)", "license": "CC BY-SA 4.0"},
    {"name": "UD German PUD", "license": "CC BY-SA 3.0"},
    {"name": "Hamburg Dependency Treebank, UD conversion (1,402 sentences)", "license": "CC BY-SA 4.0"},
    {"name": "EmpiriST 2015 web and chat texts", "license": "CC BY-SA 4.0"},
    {"name": "GermEval 2014 (NoSta-D) training set", "license": "CC BY 4.0"},
    {"name": "German Wikinews 2004-2022, annotated for this project; self-training", "license": "texts CC BY 2.5"},
    {"name": "Europarl names (Faruqui and Padó 2010)", "license": "freely available"},
    {"name": "DFKI SmartData", "license": "CC BY 4.0"},
    {"name": "WikiANN German (word classes)", "license": "CC BY-SA"},
    {"name": "First names of many countries, after Jörg Michael's gender.c (word classes)", "license": "GFDL"},
    {"name": "Politicians (Wikidata), states, organisations (word classes)", "license": "CC0, facts"},
    {
        "name": "Klexikon and German Wikipedia articles (word vectors, language model, self-training)",
        "license": "CC BY-SA 4.0",
    },
    {
        "name": "Plenary minutes of the German Bundestag (word vectors, language model, self-training)",
        "license": "official works",
    },
    {
        "name": "LanguageTool German full-form dictionary (lemmas, word classes, readings)",
        "license": "CC BY-SA 4.0",
    },
)


def assemble(syntax: Path, names: Path, word_classes: Path, lexicon: Path) -> Language:
    """Return one pipeline: shared tok2vec, tagger, morphologizer, parser, lemmatizer, names."""
    nlp = spacy.load(syntax)
    table = classes.read_classes(str(word_classes)).get_table(known.TABLE)
    nlp.vocab.lookups.add_table(known.TABLE, dict(table))
    lemmas = nlp.add_pipe("german_lemmatizer", last=True)
    assert isinstance(lemmas, lemmatizer.GermanLemmatizer)
    lemmas.from_disk(lexicon)
    recognised = nlp.add_pipe("name_recogniser", name="ner", last=True)
    assert isinstance(recognised, recogniser.NameRecogniser)
    recognised.from_disk(names)
    return nlp


def average(first: Path, second: Path, target: Path, *, share: float = 0.5) -> None:
    """Write a pipeline whose weights are the mean of two, the second of which went on from the first.

    `share` is the weight of the second.
    """
    nlp, other = spacy.load(first), spacy.load(second)
    for name, pipe in nlp.pipeline:
        own: Any = pipe
        more: Any = other.get_pipe(name)
        for node, twin in zip(own.model.walk(), more.model.walk(), strict=True):
            for param in node.param_names:
                if node.has_param(param):
                    mean = (1 - share) * node.get_param(param) + share * twin.get_param(param)
                    node.set_param(param, mean.astype("float32"))
    nlp.to_disk(target)


def write(nlp: Language, target: Path, figures: Mapping[str, float]) -> None:
    """Write the pipeline to `target`, which is emptied first; meta data name sources and scores.

    Of the words seen in training only the labels are kept: spaCy adds a text's words again when it reads it.
    """
    meta: dict[str, Any] = nlp.meta
    meta.update(
        name="briefing", version=VERSION, description=DESCRIPTION, license="CC BY-SA 4.0", author="", url="", email=""
    )
    nlp.batch_size = BATCH
    meta["spacy_version"] = ">=3.8,<3.9"
    meta["sources"] = [dict(source) for source in SOURCES]
    meta["performance"] = dict(sorted(figures.items()))
    default = spacy.util.load_config(spacy.language.DEFAULT_CONFIG_PATH)
    for section in ("paths", "corpora", "training", "initialize"):
        nlp.config[section] = default[section]
    if target.is_dir():
        shutil.rmtree(target)
    nlp.to_disk(target)
    kept = {label for labels in nlp.pipe_labels.values() for label in labels}
    kept |= {part for label in nlp.pipe_labels["morphologizer"] for part in label.split("|")}
    strings = json.dumps(sorted(kept), ensure_ascii=False)
    (target / "vocab" / "strings.json").write_text(strings, encoding="utf-8")
