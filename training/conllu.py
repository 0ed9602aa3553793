"""Reading treebank files: sentences of words with positions in folded running text."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from briefing.analyse import lemmatizer
from training.labels import TAGS, features, penn_to_stts, relation
from training.text import fold, glue


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A syntactic word: `start`, `end` are characters of the sentence's text, `head` an index of its words."""

    form: str
    start: int
    end: int
    lemma: str = ""
    pos: str = ""
    tag: str = ""
    morph: str = ""
    head: int | None = None
    relation: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a treebank in folded text; `document` groups sentences that follow each other."""

    text: str
    words: tuple[Word, ...]
    document: str = ""


def read_conllu(path: Path, *, penn: bool = False, spaced: bool = False) -> Iterator[Sentence]:
    """Read a CoNLL-U file; `penn`: its tags are PUD's; `spaced`: its text has a space between all tokens."""
    document, text, rows = "", "", []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("# newdoc id"):
            document = line.partition("=")[2].strip()
        elif line.startswith("# text ="):
            text = line.partition("=")[2].strip()
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            if sum(row[1] in ("``", "''") for row in rows) == len(re.findall(r"``|'{2,}", text)) and "'''" not in text:
                text = _typewriter(text)
                rows = [[row[0], _typewriter(row[1]), *row[2:]] for row in rows]
            if spaced:
                text = glue([fold(form) for form in _surface(rows)])[0]
            yield _sentence(fold(text), rows, document, penn=penn)
            text, rows = "", []


def _typewriter(text: str) -> str:
    """Old treebank texts write quotation marks as `` and ''."""
    return text.replace("``", '"').replace("''", '"')


def _surface(rows: Iterable[list[str]]) -> Iterator[str]:
    """Yield the words as they stand in the text: a contraction, not its two parts."""
    last = 0
    for row in rows:
        if "-" in row[0]:
            last = int(row[0].split("-")[1])
            yield row[1]
        elif "." not in row[0] and int(row[0]) > last:
            yield row[1]


def _sentence(text: str, rows: list[list[str]], document: str, *, penn: bool) -> Sentence:
    words: list[Word] = []
    position, multiword_end, span = 0, 0, (0, 0)
    for row in rows:
        if "-" in row[0]:
            start, end = _find(text, fold(row[1]), position)
            span, position, multiword_end = (start, end), end, int(row[0].split("-")[1])
            continue
        if "." in row[0]:
            continue
        form = fold(row[1])
        if int(row[0]) <= multiword_end:
            start, end = span
        else:
            start, end = _find(text, form, position)
            position = end
        pos, tag, raw = row[3], row[4], row[5]
        finite = penn and tag == "VBC"
        if pos == "NOUN" and "Proper=True" in row[9]:
            pos = "PROPN"
        tag = penn_to_stts(form, row[2], pos, tag, raw) if penn and not tag.startswith("AP") and tag != "ART" else tag
        if pos == "PROPN" and tag == "NN":
            tag = "NE"
        tag = TAGS.get(tag, tag)
        pos = _pos(pos, tag)
        words.append(
            Word(
                form=form,
                start=start,
                end=end,
                lemma=_lemma(fold(row[2]), form, pos),
                pos=pos,
                tag=tag,
                morph=features(raw, pos, tag, finite=finite),
                head=int(row[6]) - 1 if row[6] != "0" else len(words),
                relation=relation(row[7]),
            )
        )
    return Sentence(text=text, words=tuple(words), document=document)


def _lemma(lemma: str, form: str, pos: str) -> str:
    """Without the treebanks' slips: capital letters at the start of a sentence, marks in old notation."""
    if pos == "PUNCT":
        return form
    return lemma if pos in ("NOUN", "PROPN", "X") or lemma == "unknown" else lemma.lower()


def _find(text: str, form: str, position: int) -> tuple[int, int]:
    start = text.find(form, position)
    if start < 0 or start > position + 3:
        raise ValueError(f"word {form!r} is not at character {position} of {text!r}")
    return start, start + len(form)


def read_upos(path: Path) -> Iterator[Sentence]:
    """Read the file of words and universal parts of speech; `_` marks a contraction before its two parts."""
    rows: list[tuple[str, str]] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.strip():
            form, pos = line.split("\t")
            rows.append((fold(form), pos))
            continue
        if rows:
            forms, poses, skip = [], [], 0
            for form, pos in rows:
                if skip:
                    skip -= 1
                    continue
                if pos == "_":
                    skip, pos = 2, "ADP"
                forms.append(form)
                poses.append(pos)
            yield _glue(forms, poses=poses)
        rows = []


def read_empirist(path: Path) -> Iterator[Sentence]:
    """Read EmpiriST's vertical file: tokens with extended STTS; tags outside STTS are left open."""
    forms: list[str] = []
    tags: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) > 4:
            tag = TAGS.get(cells[1], cells[1])
            forms.append(fold(cells[0]))
            tags.append(tag if re.fullmatch(r"[A-Z$(,.]{2,8}", tag) and tag not in _FOREIGN_TAGS else "")
        elif line == "</s>" and forms:
            yield _glue(forms, tags=tags)
            forms, tags = [], []


_FOREIGN_TAGS = frozenset("EMOASC EMOIMG AKW HST ADR URL EML ONO VVPPER VAPPER VMPPER KOUSPPER PPERPPER ADVART".split())


def _glue(forms: Sequence[str], *, poses: Sequence[str] = (), tags: Sequence[str] = ()) -> Sentence:
    text, spans = glue(forms)
    words = tuple(
        Word(form=form, start=start, end=end, pos=poses[i] if poses else "", tag=tags[i] if tags else "")
        for i, (form, (start, end)) in enumerate(zip(forms, spans, strict=True))
    )
    return Sentence(text=text, words=words)


def _pos(pos: str, tag: str) -> str:
    """The part of speech follows from the tag, so that the two never contradict each other."""
    return lemmatizer.POS_OF_TAG.get(tag, "AUX" if tag[:2] in ("VA", "VM") else pos)
