"""From the folder of corpora to spaCy's training files."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from briefing.analyse.lemmatizer import Lexicon, set_mood
from training import conllu, names, treebank
from training.tokenizer import customise

SEED = 20261122
HELD_BACK = 8
"""Every eighth paragraph of a treebank is kept for measuring."""

TREEBANKS: tuple[tuple[str, dict[str, bool]], ...] = (
    ("de_gsd-ud-dev.conllu", {}),
    ("de_gsd-ud-test.conllu", {}),
    ("de_pud-ud-test.conllu", {"penn": True}),
    ("de_hdt-bugs-dedup.conllu", {"spaced": True}),
)
ENDS = (".", "!", "?", ":", '."', '!"', '?"', ".)", "...")
"""How a text ends that another may follow in the same line."""

SIZES = (1, 2, 4, 1, 3, 6)


def blank() -> Language:
    """Return an empty pipeline with the project's tokenizer."""
    nlp = spacy.blank("de")
    customise(nlp)
    return nlp


def gaps(texts: Sequence[str], draw: random.Random) -> list[str]:
    """White space after each text: mostly a space, a line break after a headline, often nothing at the end."""
    between = [draw.choice((" ", " ", " ", " ", "\n", "\n\n")) for _ in texts]
    found = [gap if text.endswith(ENDS) else "\n" for text, gap in zip(texts, between, strict=True)]
    return [*found[:-1], draw.choice(("", "", "\n"))]


def paragraphs(nlp: Language, sentences: Iterable[conllu.Sentence], draw: random.Random) -> Iterator[Doc]:
    """Yield `Doc`s of one to six sentences; where one cannot be aligned, its sentences stand alone."""
    for group in treebank.groups(sentences, SIZES):
        doc = treebank.paragraph(nlp, group, gaps([part.text for part in group], draw))
        if doc is not None:
            yield doc
            continue
        for sentence in group:
            doc = treebank.paragraph(nlp, [sentence], [""])
            if doc is not None:
                yield doc


def correct_mood(docs: Iterable[Doc], lexicon: Lexicon) -> None:
    """Give finite verbs the mood that their form shows; one treebank never marks the Konjunktiv."""
    for doc in docs:
        for token in doc:
            if token.tag_.endswith("FIN"):
                set_mood(token, lexicon)


def write(docs: Iterable[Doc], path: Path) -> int:
    """Write `docs` as a training file; return the number of tokens."""
    path.parent.mkdir(parents=True, exist_ok=True)
    bin_ = DocBin(store_user_data=False)
    count = 0
    for doc in docs:
        bin_.add(doc)
        count += len(doc)
    bin_.to_disk(path)
    return count


GOLD_TIMES = 3
"""Gold trees count three times beside the texts that the teachers annotated."""


def gold(corpora: Path, lexicon: Lexicon) -> tuple[list[tuple[int, Doc]], list[Doc]]:
    """Return the treebanks' paragraphs for training, each with the place of its treebank, and those held back."""
    nlp, draw = blank(), random.Random(SEED)
    train: list[tuple[int, Doc]] = []
    dev: list[Doc] = []
    for place, (name, options) in enumerate(TREEBANKS):
        sentences = conllu.read_conllu(corpora / "treebank" / name, **options)
        for i, doc in enumerate(paragraphs(nlp, sentences, draw)):
            if i % HELD_BACK == HELD_BACK - 1:
                dev.append(doc)
            else:
                train.append((place, doc))
    correct_mood((doc for _, doc in train), lexicon)
    correct_mood(dev, lexicon)
    return train, dev


def web(corpora: Path) -> list[Doc]:
    """Return the web and chat texts, which have tags, but no trees."""
    texts = conllu.read_empirist(corpora / "treebank" / "empirist.vrt")
    return list(paragraphs(blank(), texts, random.Random(SEED)))


def trees(corpora: Path, target: Path, lexicon: Lexicon) -> dict[str, int]:
    """Write the trees for training and `trees-dev.spacy`."""
    train, dev = gold(corpora, lexicon)
    docs = [doc for _, doc in train]
    return {
        "trees": write(docs * GOLD_TIMES, target / "syntax" / "trees.spacy") // GOLD_TIMES,
        "tags": write(web(corpora), target / "syntax" / "tags.spacy"),
        "trees-dev": write(dev, target / "trees-dev.spacy"),
    }


NAMES_HELD_BACK = 20
"""Every twentieth block of GermEval's sentences and of the Wikinews articles chooses settings and checkpoints."""
BLOCK = 60
NAME_CORPORA = ("germeval", "wikinews", "europarl", "smartdata")


def entities(corpora: Path, target: Path) -> dict[str, int]:
    """Write one file of names for training a corpus, `names-held.spacy` for choosing, one development file a corpus."""
    nlp, draw = blank(), random.Random(SEED)
    folder = corpora / "names"
    train: dict[str, list[names.Text]] = {corpus: [] for corpus in NAME_CORPORA}
    held: list[names.Text] = []
    sentences = list(names.read_bio(folder / "germeval-train.conll"))
    for i, first in enumerate(range(0, len(sentences), BLOCK)):
        block = sentences[first : first + BLOCK]
        if i % NAMES_HELD_BACK == NAMES_HELD_BACK - 1:
            held += tens(block)
        else:
            train["germeval"] += joined(block, draw)
    train["europarl"] += joined(list(names.read_bio(folder / "europarl_pado-train.conll")), draw)
    for i, article in enumerate(names.read_articles(folder / "wikinews-train.jsonl")):
        if i % NAMES_HELD_BACK == NAMES_HELD_BACK - 1:
            held.append(article)
        else:
            train["wikinews"] += names.pieces(article, draw.choice((100, 400, 1200)))
    for part in ("train", "test"):
        for article in names.read_smartdata(folder / f"smartdata-{part}.jsonl"):
            train["smartdata"] += names.pieces(article, 600)
    files = {
        **{f"names/{corpus}": texts for corpus, texts in train.items()},
        "names-held": held,
        "germeval-dev": tens(list(names.read_bio(folder / "germeval-dev.conll"))),
        "wikinews-dev": list(names.read_articles(folder / "wikinews-dev.jsonl")),
    }
    return {
        name: write((names.document(nlp, text) for text in texts), target / f"{name}.spacy")
        for name, texts in files.items()
    }


def tens(sentences: Sequence[names.Text]) -> list[names.Text]:
    """Return texts of ten sentences each, a line for each."""
    groups = (sentences[i : i + 10] for i in range(0, len(sentences), 10))
    return [names.join(list(group), ["\n"] * len(group)) for group in groups]


def joined(sentences: Sequence[names.Text], draw: random.Random) -> Iterator[names.Text]:
    """Yield texts of one to five sentences each."""
    first = 0
    while first < len(sentences):
        group = list(sentences[first : first + draw.choice((1, 1, 2, 3, 5))])
        yield names.join(group, gaps([part.text for part in group], draw))
        first += len(group)
