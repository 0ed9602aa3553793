"""The steps of the training, in order; each reads what the ones before it wrote."""

from __future__ import annotations

import collections
import dataclasses
import json
from collections.abc import Callable, Mapping
from pathlib import Path

import spacy
from spacy.cli.train import train as spacy_train
from spacy.language import Language
from spacy.tokens import DocBin

from briefing.analyse.lemmatizer import GermanLemmatizer, Lexicon
from training import classes, evaluate, forms, lexicon, package, prepare, selftrain, text, tokenizer, vectors

HERE = Path(__file__).parent
PACKAGED = HERE.parent / "briefing" / "analyse" / "model"
CASES = HERE.parent / "tests" / "training" / "data" / "sentence_cases.txt"
DICTIONARY = Path("gazetteers") / "languagetool_german_morph.tsv.gz"
PARSERS = (1,)
"""Seeds of the parsers that annotate running text; several would vote."""
TEACHERS = (20261122, 20261123)
"""Seeds of the recognisers of names that annotate running text."""
LEAST_COUNT = 3
"""Words rarer than this in the texts do not count for the choice of lemmas."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where the corpora lie, where the work goes, and the model folder."""

    corpora: Path
    work: Path
    model: Path
    threads: int = 2

    @property
    def data(self) -> Path:
        """Folder of the training files."""
        return self.work / "data"


def make_text(places: Places) -> None:
    """Write the plain tokens and their counts."""
    places.work.mkdir(parents=True, exist_ok=True)
    plain = places.work / "plain.txt"
    print(f"{text.write_plain(places.corpora, plain)} tokens")
    counts: collections.Counter[str] = collections.Counter()
    with plain.open(encoding="utf-8") as lines:
        for line in lines:
            counts.update(line.split())
    kept = {word: count for word, count in sorted(counts.items()) if count >= LEAST_COUNT}
    (places.work / "counts.json").write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")


def make_vectors(places: Places) -> None:
    """Train the word vectors and pack them for spaCy."""
    table = places.work / "floret.vec"
    vectors.train(places.work / "plain.txt", table, threads=places.threads)
    counts = _counts(places)
    frequent = sorted(counts, key=lambda word: (-counts[word], word))[:5000]
    vectors.package(table, places.work / "vectors", frequent)


def _counts(places: Places) -> dict[str, int]:
    return dict(json.loads((places.work / "counts.json").read_text("utf-8")))


def make_lexicon(places: Places) -> None:
    """Induce the suffix tables; the treebanks' training part corrects the choice of lemmas."""
    prepare.trees(places.corpora, places.data, Lexicon({}))
    gold: dict[tuple[str, str], collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for doc in DocBin().from_disk(places.data / "syntax" / "trees.spacy").get_docs(prepare.blank().vocab):
        for token in doc:
            if token.lemma_ and token.tag_:
                gold[token.lower_, token.tag_][token.lemma_] += 1
    component = GermanLemmatizer(prepare.blank())
    component.lexicon = Lexicon(lexicon.build(places.corpora / DICTIONARY, _counts(places), gold))
    component.to_disk(places.work / "lexicon")


def make_classes(places: Places) -> None:
    """Write the table of word classes."""
    classes.build(places.corpora).lookups().to_disk(places.work / "classes")


def make_forms(places: Places) -> None:
    """Write the table of word forms."""
    forms.build(places.corpora).lookups().to_disk(places.work / "forms")


def make_data(places: Places) -> None:
    """Write the training and development files of treebanks and names."""
    component = GermanLemmatizer(prepare.blank()).from_disk(places.work / "lexicon")
    print(prepare.trees(places.corpora, places.data, component.lexicon))
    print(prepare.entities(places.corpora, places.data))


def make_first(places: Places) -> None:
    """Train tagger, morphologizer and parser over one tok2vec on what is annotated by hand."""
    (places.data / "syntax" / SILVER).unlink(missing_ok=True)
    _train(places, "syntax", places.work / "first", {})


SILVER = "silver.spacy"


def make_silver(places: Places) -> None:
    """Annotate running text by graph-based parsers; the first pipeline only tells where its sentences begin."""
    from training import annotate

    component = GermanLemmatizer(prepare.blank()).from_disk(places.work / "lexicon")
    borders = spacy.load(places.work / "first" / "model-best")
    docs = annotate.silver(places.corpora, borders, component.lexicon, seeds=PARSERS)
    print(prepare.write(docs, places.data / "syntax" / SILVER))


LAST_SHARE = 0.7
"""Weight of the pipeline that has learned from the silver trees too, against the one before it."""


def make_syntax(places: Places) -> None:
    """Go on from the first pipeline with the silver trees; the mean of both is kept."""
    first, last = places.work / "first" / "model-best", places.work / "syntax-last" / "model-last"
    _train(places, "syntax", last.parent, {"paths.first": str(first)}, "syntax-last")
    package.average(first, last, places.work / "syntax", share=LAST_SHARE)


def make_language(places: Places) -> None:
    """Train the encoder of the recogniser of names as a language model."""
    import torch  # type: ignore[import-not-found]

    from training import language_model
    from training.recogniser_data import Forms
    from training.recogniser_network import Encoder

    forms = Forms(_tables(places).vocab)
    read = language_model.read(places.corpora, prepare.blank(), forms)
    forms.fill()
    torch.manual_seed(TEACHERS[0])
    encoder = Encoder(forms)
    language_model.train(encoder, read, seed=TEACHERS[0])
    torch.save(encoder.state_dict(), places.work / "encoder.pt")


def _tables(places: Places) -> Language:
    """Return a pipeline with the project's tokenizer, the word vectors and the word classes."""
    nlp = spacy.load(places.work / "vectors")
    tokenizer.customise(nlp)
    nlp.vocab.lookups = classes.read_classes(str(places.work / "classes"))
    return nlp


def make_names(places: Places) -> None:
    """Train the recogniser of names: two on the annotated corpora, then one also on what those two find.

    Each begins with the encoder that has learned to foretell words.
    """
    from training import recogniser

    nlp, encoder = _tables(places), places.work / "encoder.pt"
    gold = [(places.data / "names" / f"{corpus}.spacy", corpus, 1) for corpus in prepare.NAME_CORPORA]
    made = [recogniser.build(nlp.vocab, encoder, gold, recogniser.TEACHER, seed=seed) for seed in TEACHERS]
    teachers = [recogniser.component(nlp.vocab, network) for network in made]
    silver = places.data / "names" / "silver.spacy"
    print(prepare.write(selftrain.annotate(teachers, nlp, places.corpora), silver))
    both = [(path, corpus, TIMES[corpus]) for path, corpus, _ in gold]
    network = recogniser.build(nlp.vocab, encoder, [*both, (silver, "any", 1)], recogniser.STUDENT, seed=TEACHERS[0])
    recogniser.component(nlp.vocab, network).to_disk(places.work / "names")


TIMES = {"germeval": 2, "wikinews": 2, "europarl": 1, "smartdata": 1}
"""How often a corpus stands beside the text that the recognisers annotated."""


def _train(places: Places, config: str, output: Path, overrides: Mapping[str, object], settings: str = "") -> None:
    paths = {
        "paths.train": str(places.data / config),
        "paths.dev": str(places.data / "trees-dev.spacy"),
        "paths.vectors": str(places.work / "vectors"),
    }
    paths["paths.forms"] = str(places.work / "forms")
    spacy_train(HERE / "configs" / f"{settings or config}.cfg", output, overrides={**paths, **overrides})


def make_package(places: Places) -> None:
    """Assemble the pipeline, measure it, write it to the model folder with its sources and scores."""
    nlp = package.assemble(
        places.work / "syntax", places.work / "names", places.work / "classes", places.work / "lexicon"
    )
    figures = evaluate.report(nlp, places.data, CASES)
    package.write(nlp, places.model, figures)


def evaluate_model(places: Places) -> None:
    """Measure the pipeline in the model folder; the development files are made where they are missing."""
    files = [places.data / f"{name}.spacy" for name in ("trees-dev", *evaluate.NAME_SETS)]
    if not all(file.is_file() for file in files):
        component = GermanLemmatizer(prepare.blank()).from_disk(places.model / "german_lemmatizer")
        prepare.trees(places.corpora, places.data, component.lexicon)
        prepare.entities(places.corpora, places.data)
    evaluate.report(spacy.load(places.model), places.data, CASES)


def make_quotes(places: Places) -> None:
    """Train the judge of quotations on what the packaged pipeline makes of the annotated articles."""
    from training import quotes

    quotes.train(places.corpora / "quotes-own" / "train.jsonl")


STEPS: dict[str, Callable[[Places], None]] = {
    "text": make_text,
    "vectors": make_vectors,
    "lexicon": make_lexicon,
    "classes": make_classes,
    "forms": make_forms,
    "data": make_data,
    "first": make_first,
    "silver": make_silver,
    "syntax": make_syntax,
    "language": make_language,
    "names": make_names,
    "package": make_package,
    "quotes": make_quotes,
}
