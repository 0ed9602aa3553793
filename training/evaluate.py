"""Measure a pipeline: tags, morphology, trees, sentences on held-back treebank parts, names on development sets."""

from __future__ import annotations

import collections
import dataclasses
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Token

NAME_SETS = ("germeval-dev", "wikinews-dev")
MAIN_LABELS = ("PER", "ORG", "LOC")


@dataclasses.dataclass(slots=True)
class Counts:
    """Right answers, answers and gold answers, for precision, recall and F."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, found: set[tuple[object, ...]], gold: set[tuple[object, ...]]) -> None:
        """Count one document's sets."""
        self.right += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)

    def scores(self) -> tuple[float, float, float]:
        """Return precision, recall and F in per cent."""
        p = self.right / self.found if self.found else 0.0
        r = self.right / self.gold if self.gold else 0.0
        return 100 * p, 100 * r, 200 * p * r / (p + r) if p + r else 0.0


def load(path: Path, nlp: Language) -> list[Doc]:
    """Read a training file."""
    return list(DocBin().from_disk(path).get_docs(nlp.vocab))


def trees(nlp: Language, gold: Sequence[Doc]) -> dict[str, float]:
    """Return accuracies in per cent over the tokens of `gold` that are annotated and no white space.

    `las` leaves punctuation out, as spaCy does; `las_punct` counts it, as the CoNLL shared tasks do.
    `mood_sub` is the F of *Mood=Sub* over finite verbs, `mood` their accuracy.
    """
    right: collections.Counter[str] = collections.Counter()
    total: collections.Counter[str] = collections.Counter()
    subjunctive, sentences = Counts(), Counts()

    def count(name: str, good: bool) -> None:
        total[name] += 1
        right[name] += good

    for number, (want, have) in enumerate(zip(gold, nlp.pipe(doc.text for doc in gold), strict=True)):
        sentences.add(_starts(have), _starts(want))
        for a, b in zip(want, have, strict=True):
            if a.is_space:
                continue
            if a.tag_:
                count("tag", a.tag_ == b.tag_)
            if a.pos_:
                count("pos", a.pos_ == b.pos_)
                count("morph", str(a.morph) == str(b.morph))
            if a.lemma_ and a.tag_:
                count("lemma", a.lemma_ == b.lemma_)
            if a.morph.get("Mood", []):
                count("mood", a.morph.get("Mood", []) == b.morph.get("Mood", []))
            subjunctive.add(_sub(b, number), _sub(a, number))
            same = b.head.i == a.head.i
            count("uas_punct", same)
            count("las_punct", same and a.dep_ == b.dep_)
            if a.dep_ != "punct":
                count("uas", same)
                count("las", same and a.dep_ == b.dep_)
    scores = {name: 100 * right[name] / total[name] for name in total}
    return {**scores, "mood_sub": subjunctive.scores()[2], "sents_f": sentences.scores()[2]}


def _starts(doc: Doc) -> set[tuple[object, ...]]:
    return {(sentence.start,) for sentence in doc.sents}


def _sub(token: Token, number: int) -> set[tuple[object, ...]]:
    return {(number, token.i)} if "Sub" in token.morph.get("Mood", []) else set()


def names(nlp: Language, gold: Sequence[Doc]) -> dict[str, Counts]:
    """Return counts by label and, under `main`, over PER, ORG and LOC; a name counts with exact characters."""
    counts: dict[str, Counts] = collections.defaultdict(Counts)
    for want, have in zip(gold, nlp.pipe(doc.text for doc in gold), strict=True):
        a = {(e.start_char, e.end_char, e.label_) for e in want.ents}
        b = {(e.start_char, e.end_char, e.label_) for e in have.ents}
        for label in (*MAIN_LABELS, "MISC"):
            counts[label].add({x for x in b if x[2] == label}, {x for x in a if x[2] == label})
        counts["main"].add({x for x in b if x[2] != "MISC"}, {x for x in a if x[2] != "MISC"})
        counts["all"].add(set(b), set(a))
    return counts


def read_cases(path: Path) -> list[list[str]]:
    """Read sentence-border cases: one text a line, `|` between its sentences, `\\n` for a line break."""
    lines = (line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#"))
    return [[part.replace("\\n", "\n") for part in line.split("|")] for line in lines]


def sentence_cases(nlp: Language, cases: Iterable[Sequence[str]]) -> tuple[float, list[str]]:
    """Return the share of cases (per cent) whose sentences are all found, and the wrong ones as found."""
    wrong: list[str] = []
    count = 0
    for parts in cases:
        count += 1
        doc = nlp("".join(parts))
        found = [sentence.text_with_ws for sentence in doc.sents]
        if [part.strip() for part in found] != [part.strip() for part in parts]:
            wrong.append("|".join(found).replace("\n", "\\n"))
    return (100 * (count - len(wrong)) / count if count else 0.0), wrong


def speed(nlp: Language, texts: Sequence[str], *, clock: Callable[[], float] = time.process_time) -> float:
    """Return words (tokens) per second of processor time over `texts`."""
    list(nlp.pipe(texts[:20]))
    started = clock()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    return words / max(clock() - started, 1e-9)


def with_borders(nlp: Language) -> Language:
    """Return the pipeline as the analysis runs it: sentence borders by rule before the parser."""
    from briefing.analyse.sentences import split_sentences

    if "borders" not in nlp.pipe_names:
        Language.component("borders", func=split_sentences)
        nlp.add_pipe("borders", first=True)
    return nlp


def report(nlp: Language, data: Path, cases: Path) -> dict[str, float]:
    """Print all figures; return them by name for the model's meta data.

    Sentence borders are measured twice: `parser_sents_f` by the parser alone, `sents_f` with the rules before it;
    everything else as the analysis runs it, with the rules.
    """
    gold_trees = load(data / "trees-dev.spacy", nlp)
    parser_sents = trees(nlp, gold_trees)["sents_f"]
    speed_texts = [doc.text for doc in load(data / "wikinews-dev.spacy", nlp)]
    words_per_second, blank_speed = speed(nlp, speed_texts), speed(spacy.blank("de"), speed_texts)
    nlp = with_borders(nlp)
    figures = {**trees(nlp, gold_trees), "parser_sents_f": parser_sents}
    print("treebanks, held back: " + "  ".join(f"{name} {value:.1f}" for name, value in figures.items()))
    for name in NAME_SETS:
        for label, counts in names(nlp, load(data / f"{name}.spacy", nlp)).items():
            p, r, f = counts.scores()
            print(f"{name:14} {label:5} P {p:5.1f}  R {r:5.1f}  F {f:5.1f}  ({counts.gold})")
            figures[f"{name}_{label}_f"] = f
    share, wrong = sentence_cases(nlp, read_cases(cases))
    print(f"sentence cases right: {share:.0f} %", *wrong, sep="\n  wrong: ")
    print(f"speed: {words_per_second:.0f} words/s of processor time; spacy.blank('de') {blank_speed:.0f}")
    nlp.remove_pipe("borders")
    figures |= {"sentence_cases": share, "words_per_second": words_per_second, "blank_words_per_second": blank_speed}
    return {name: round(value, 2) for name, value in figures.items()}
