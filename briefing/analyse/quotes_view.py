"""A flat view of a parsed article: words, clauses, quotation marks. All rules on quotations read this.

Clauses are cut at punctuation and typed by their first word and the place of the finite verb, not by
the parse, which is least sure exactly in long reporting sentences.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Doc

from briefing.analyse import items
from briefing.analyse.quotes_clauses import CLOSERS, Clause, cut_clauses
from briefing.analyse.quotes_marks import Stretch, find_single, find_stretches
from briefing.german import reporting

RAW = "briefing_raw"


# Words after which a sentence is cut: longer ones are lists or debris, and rules look at all clauses of a sentence.
LONGEST_SENTENCE = 250


@dataclass(slots=True)
class View:
    """Words of a `Doc` (white space left out) in parallel lists, with clauses and stretches in marks."""

    doc: Doc
    plain: str = ""
    text: list[str] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    tag: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    index: list[int] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    quoted: list[int] = field(default_factory=list)
    bracketed: list[bool] = field(default_factory=list)
    person: list[bool] = field(default_factory=list)
    owner: set[int] = field(default_factory=set)
    clauses: list[Clause] = field(default_factory=list)
    clause_at: list[int] = field(default_factory=list)
    by_sentence: list[tuple[int, int]] = field(default_factory=list)

    def token_at(self, offset: int) -> int:
        """The first word that ends behind the character `offset`."""
        return bisect_right(self.end, offset)

    def tokens_in(self, start: int, end: int) -> tuple[int, int]:
        """Half-open range of the words inside the characters `start` to `end`."""
        return bisect_right(self.end, start), bisect_left(self.start, end)

    def span(self, first: int, last: int) -> list[int]:
        """Characters of the words `first` to `last` (half-open)."""
        return [self.start[first], self.end[last - 1]]

    def noun(self, i: int) -> bool:
        """Whether the word is a common noun or a name."""
        return self.tag[i] in ("NN", "NE") or (not self.tag[i] and self.text[i][:1].isupper())

    def is_finite(self, i: int) -> bool:
        """Whether the word is a finite verb; without tags by the forms of the word lists."""
        tag = self.tag[i]
        if tag:
            return tag.endswith("FIN")
        low = self.low[i]
        if reporting.konjunktiv(low) or low in _AUXILIARIES:
            return True
        return self.text[i][:1].islower() and any(f.kind == "finite" for f in reporting.forms().get(low, ()))

    def konjunktiv(self, i: int) -> int:
        """1 Konjunktiv I, 2 Konjunktiv II, 0 neither: by form, for rare verbs with the tagger as witness."""
        low = self.low[i]
        sure = reporting.konjunktiv(low)
        if sure or i < 0:
            return sure
        if self.tag[i] == "VVFIN" and reporting.looks_konjunktiv(low):
            return 0 if self.low[i - 1 : i] == ["ich"] or self.low[i + 1 : i + 2] == ["ich"] else 1
        return 0


_AUXILIARIES = frozenset(
    """ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können konnte konnten muss müssen musste
    mussten soll sollen sollte sollten will wollen wollte wollten darf dürfen durfte durften mag mögen mochte gab gibt
    bin bist seid habe hast habt""".split()
)


def view_of(doc: Doc) -> View:
    """Build the view of a parsed document. Linear in its length."""
    view = View(doc, items.text_of(doc))
    new = True
    datelines = {end for _, end, kind in items.article_of(doc)["blocks"] if kind == "dateline"}
    has_borders = doc.has_annotation("SENT_START")
    for token in doc:
        if token.is_space:
            new = new or "\n" in token.text
            continue
        if not new and has_borders and token.is_sent_start and not _in_brackets(view):
            new = True
        if datelines and not new and view.end and any(view.end[-1] <= end <= token.idx for end in datelines):
            new = True
        if not new and not has_borders:
            new = _sentence_ended(view)
        if view.sentences and len(view.text) - view.sentences[-1][0] >= LONGEST_SENTENCE:
            new = True
        if new:
            view.sentences.append((len(view.text), len(view.text)))
            new = False
        view.text.append(token.text)
        view.low.append(token.lower_)
        view.tag.append(token.tag_)
        view.start.append(token.idx)
        view.end.append(token.idx + len(token))
        view.index.append(token.i)
        view.sentence.append(len(view.sentences) - 1)
        view.sentences[-1] = (view.sentences[-1][0], len(view.text))
    _mark_names(view)
    _mark_blocks(view)
    _mark_stretches(view)
    cut_clauses(view)
    return view


def _in_brackets(view: View) -> bool:
    """Whether a bracket of this sentence is still open (looking back over forty words at most)."""
    begin = max(view.sentences[-1][0], len(view.text) - 40)
    for i in range(len(view.text) - 1, begin - 1, -1):
        if view.text[i] == ")":
            return False
        if view.text[i] == "(":
            return True
    return False


def _sentence_ended(view: View) -> bool:
    at = last = len(view.text) - 1
    while at > max(0, last - 4) and view.text[at] in CLOSERS:
        at -= 1
    return at >= 0 and view.text[at] in (".", "!", "?")


def _mark_names(view: View) -> None:
    """Inside a person's name every word is a name, also *von der* in *von der Leyen*."""
    view.person = [False] * len(view.text)
    for name in items.read(view.doc, items.NAMES):
        if name["label"] == "PER":
            first, last = view.tokens_in(name["start"], name["end"])
            while (
                first > 0 and view.low[first - 1] in _PARTICLES and f" {view.low[first - 1]} " in name["name"].lower()
            ):
                first -= 1
            if first > 1 and view.low[first - 2 : first] in (
                ["von", "der"],
                ["van", "der"],
                ["van", "den"],
                ["de", "la"],
            ):
                first -= 2
            printed = view.plain[name["start"] : name["end"]]
            if printed.endswith("s") and not name["name"].endswith(printed.split()[-1]):
                view.owner.add(last - 1)  # a genitive: Merkels
            for i in range(first, last):
                view.person[i] = True
                if view.tag[i] and view.tag[i] != "NN":
                    view.tag[i] = "NE"


_PARTICLES = frozenset(
    {
        "von",
        "van",
        "de",
        "der",
        "den",
        "zu",
        "zur",
        "vom",
        "di",
        "da",
        "du",
        "del",
        "la",
        "le",
        "al",
        "el",
        "bin",
        "ibn",
    }
)


def _mark_blocks(view: View) -> None:
    blocks = items.article_of(view.doc)["blocks"]
    at = 0
    for start, _ in view.sentences:
        offset = view.start[start]
        while at < len(blocks) and blocks[at][1] <= offset:
            at += 1
        inside = at < len(blocks) and blocks[at][0] <= offset
        view.blocks.append(blocks[at][2] if inside else "body")


def _mark_stretches(view: View) -> None:
    raw = view.doc.user_data.get(RAW) or view.plain
    double = find_stretches(raw)
    view.stretches = sorted([*double, *find_single(raw, double)])
    view.quoted = [-1] * len(view.text)
    for number, stretch in enumerate(view.stretches):
        first, last = view.tokens_in(stretch.start, stretch.end)
        for i in range(first, last):
            view.quoted[i] = number
    view.bracketed = [False] * len(view.text)
    for first, last in view.sentences:
        open_at = -1
        for i in range(first, last):
            if view.text[i] in ("(", "[") and open_at < 0:
                open_at = i
            elif view.text[i] in (")", "]") and open_at >= 0:
                for j in range(open_at, i + 1):
                    view.bracketed[j] = True
                open_at = -1
