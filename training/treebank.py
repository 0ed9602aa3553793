"""Treebank sentences → spaCy `Doc`s in the pipeline's own tokens.

Words that a treebank splits but running text does not (*im* = *in dem*, *Social-Media-Übergänge*) become one token
again: it takes tag, features and relation of the part whose head lies outside the word.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from training.conllu import Sentence, Word


def paragraph(nlp: Language, sentences: Sequence[Sentence], gaps: Sequence[str]) -> Doc | None:
    """Make one `Doc` of sentences with `gaps[i]` (white space) after sentence i, in the pipeline's own tokens.

    A token of several words takes the annotation of the word whose head lies outside it; a token of white space
    hangs on the token before it. Returns None where a word covers several tokens or no token, in a tree.
    """
    text, offset = "", 0
    words: list[Word] = []
    for sentence, gap in zip(sentences, gaps, strict=True):
        base, shift = len(words), len(text)
        for word in sentence.words:
            head = None if word.head is None else word.head + base
            words.append(dataclasses.replace(word, start=word.start + shift, end=word.end + shift, head=head))
        text += sentence.text + gap
        offset = len(words)
    doc = nlp.make_doc(text)
    inside: list[list[int]] = [[] for _ in doc]
    token_of: dict[int, int] = {}
    first = 0
    for token in doc:
        end = token.idx + len(token.text)
        while first < offset and words[first].start < end:
            if words[first].end > end and words[first].start >= token.idx and words[first].head is not None:
                return None
            token_of[first] = token.i
            inside[token.i].append(first)
            first += 1
    annotated = _annotate(doc, words, inside, token_of)
    if annotated is not None and not annotated.has_annotation("DEP"):
        _set_starts(annotated, sentences, gaps)
    return annotated


def _set_starts(doc: Doc, sentences: Sequence[Sentence], gaps: Sequence[str]) -> None:
    starts, position = set(), 0
    for sentence, gap in zip(sentences, gaps, strict=True):
        starts.add(position)
        position += len(sentence.text) + len(gap)
    for token in doc:
        token.is_sent_start = token.idx in starts


def _annotate(doc: Doc, words: Sequence[Word], inside: list[list[int]], token_of: dict[int, int]) -> Doc | None:
    tags: list[str] = []
    poses: list[str] = []
    morphs: list[str] = []
    lemmas: list[str] = []
    relations: list[str] = []
    heads: list[int | None] = []
    trees = any(word.head is not None for word in words)
    for token, members in zip(doc, inside, strict=True):
        if token.is_space:
            previous = max(token.i - 1, 0)
            row = ("_SP", "SPACE", "", token.text, previous if trees else None, "dep" if token.i else "ROOT")
        elif not members:
            if trees:
                return None
            row = ("", "", "", "", None, "")
        else:
            top = _top(words, members)
            word = words[top]
            head = None if word.head is None else token_of.get(word.head)
            tag = word.tag
            if len(members) > 1 and word.pos == "ADP":
                tag = "APPRART"
            if len(members) > 1 and not trees and word.form != token.text:
                word, tag = dataclasses.replace(word, pos=""), ""
            root = head == token.i
            lemma = word.lemma if len(members) == 1 or tag == "APPRART" else ""
            row = (tag, word.pos, word.morph, lemma, head, "ROOT" if root else word.relation)
        for values, value in zip((tags, poses, morphs, lemmas, relations), (*row[:4], row[5]), strict=True):
            values.append(value)
        heads.append(row[4])
    missing = any(head is None for head in heads)
    if trees and (missing or _cyclic(heads)):
        return None
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=tags,
        pos=poses,
        morphs=morphs if trees else None,
        lemmas=lemmas if trees else None,
        heads=None if missing else [head or 0 for head in heads],
        deps=None if missing else relations,
    )


def _cyclic(heads: Sequence[int | None]) -> bool:
    """Tell whether some word is its own ancestor; merging words into a token may do that."""
    for start in range(len(heads)):
        node, steps = start, 0
        while (head := heads[node]) is not None and head != node:
            node, steps = head, steps + 1
            if steps > len(heads):
                return True
    return False


def _top(words: Sequence[Word], members: Sequence[int]) -> int:
    within = set(members)
    for member in members:
        head = words[member].head
        if head is not None and (head not in within or head == member):
            return member
    return members[0]


def groups(sentences: Iterable[Sentence], sizes: Sequence[int]) -> Iterator[list[Sentence]]:
    """Cut sentences into paragraphs of the given sizes, in turn; a paragraph never spans two documents."""
    group: list[Sentence] = []
    turn = 0
    for sentence in sentences:
        if group and (len(group) >= sizes[turn % len(sizes)] or sentence.document != group[-1].document):
            yield group
            group, turn = [], turn + 1
        group.append(sentence)
    if group:
        yield group
