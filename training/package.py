"""Put the trained parts together into one pipeline folder."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from briefing.analyse import lemmatizer

VERSION = "1.0.0"
DESCRIPTION = "German pipeline for news: tags, morphology, trees, lemmas, names."
SOURCES: tuple[Mapping[str, str], ...] = (
    {"name": "UD German GSD (dev, test; train: words and parts of speech)", "license": "CC BY-SA 4.0"},
    {"name": "UD German PUD", "license": "CC BY-SA 3.0"},
    {"name": "Hamburg Dependency Treebank, UD conversion (1,402 sentences)", "license": "CC BY-SA 4.0"},
    {"name": "EmpiriST 2015 web and chat texts", "license": "CC BY-SA 4.0"},
    {"name": "GermEval 2014 (NoSta-D) training set", "license": "CC BY 4.0"},
    {"name": "German Wikinews 2004-2022, annotated for this project", "license": "texts CC BY 2.5"},
    {"name": "Europarl names (Faruqui and Padó 2010)", "license": "freely available"},
    {"name": "DFKI SmartData", "license": "CC BY 4.0"},
    {"name": "Klexikon and German Wikipedia articles (word vectors)", "license": "CC BY-SA 4.0"},
    {"name": "Plenary minutes of the German Bundestag (word vectors)", "license": "official works"},
    {"name": "LanguageTool German full-form dictionary (lemmas, mood)", "license": "CC BY-SA 4.0"},
)


def assemble(syntax: Path, names: Path, lexicon: Path) -> Language:
    """Return one pipeline: shared tok2vec, tagger, morphologizer, parser, lemmatizer, names."""
    nlp = spacy.load(syntax)
    component = nlp.add_pipe("german_lemmatizer", last=True)
    assert isinstance(component, lemmatizer.GermanLemmatizer)
    component.from_disk(lexicon)
    nlp.add_pipe("ner", source=spacy.load(names, vocab=nlp.vocab), last=True)
    return nlp


def write(nlp: Language, target: Path, figures: Mapping[str, float]) -> None:
    """Write the pipeline to `target`, which is emptied first; meta data name sources and scores.

    Of the words seen in training only the labels are kept: spaCy adds a text's words again when it reads it.
    """
    meta: dict[str, Any] = nlp.meta
    meta.update(
        name="briefing", version=VERSION, description=DESCRIPTION, license="CC BY-SA 4.0", author="", url="", email=""
    )
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
