"""A flat view of a parsed article: words, clauses, quotation marks. All rules on quotations read this.

Clauses are cut at punctuation and typed by their first word and the place of the finite verb, not by
the parse, which is least sure exactly in long reporting sentences.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Doc

from briefing.analyse import items
from briefing.analyse.quotes_marks import Stretch, find_single, find_stretches
from briefing.german import reporting

RAW = "briefing_raw"

_COMPLEMENT = {"dass", "daß", "ob"}
_W_WORDS = frozenset(
    """wie was wer wen wem wessen wo warum wieso weshalb weswegen wann wohin woher woran worauf woraus worüber wovon
    wozu womit wofür wogegen worin wodurch welche welcher welches welchen welchem inwieweit inwiefern""".split()
)
_SUBORDINATE = frozenset(
    """weil nachdem während obwohl obgleich wenn falls sofern sobald solange bevor ehe bis damit da indem sodass
    seit seitdem als zumal obschon wobei wodurch wonach woraufhin worauf weshalb weswegen""".split()
)
_COORDINATE = frozenset({"und", "oder", "aber", "sondern", "denn", "doch", "sowie", "beziehungsweise", "bzw."})
_RELATIVE = frozenset({"der", "die", "das", "den", "dem", "dessen", "deren", "denen", "welcher", "welche", "welches"})
_BREAKS = frozenset({",", ";", ":", "–", "—", "-", "..."})
_CLOSERS = frozenset({'"', "'", ")", "]", "“", "”", "«", "»", "’", "‘"})


@dataclass(slots=True)
class Clause:
    """Tokens `start` to `end` (half-open, without the mark that ends it) of sentence `sentence`.

    kind: main (verb-first or verb-second), that (dass/ob), w, sub, rel, inf (zu-infinitive), frag (no verb).
    `finite` is the token of the finite verb or -1; `before` and `after` are the marks around it.
    """

    start: int
    end: int
    sentence: int
    kind: str = "frag"
    finite: int = -1
    before: str = ""
    after: str = ""
    opener: int = -1


@dataclass(slots=True)
class View:
    """Words of a `Doc` (white space left out) in parallel lists, with clauses and stretches in marks."""

    doc: Doc
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
        if self.tag[i].startswith("VV") and reporting.looks_konjunktiv(low):
            return 1
        return 0


_AUXILIARIES = frozenset(
    """ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können konnte konnten muss müssen musste
    mussten soll sollen sollte sollten will wollen wollte wollten darf dürfen durfte durften mag mögen mochte gab gibt
    bin bist seid habe hast habt""".split()
)


def view_of(doc: Doc) -> View:
    """Build the view of a parsed document. Linear in its length."""
    view = View(doc)
    new = True
    has_borders = doc.has_annotation("SENT_START")
    for token in doc:
        if token.is_space:
            new = new or "\n" in token.text
            continue
        if not new and has_borders and token.is_sent_start:
            new = True
        if not new and not has_borders:
            new = _sentence_ended(view)
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
    _mark_blocks(view)
    _mark_stretches(view)
    _cut_clauses(view)
    return view


def _sentence_ended(view: View) -> bool:
    at = len(view.text) - 1
    while at > 0 and view.text[at] in _CLOSERS:
        at -= 1
    return at >= 0 and view.text[at] in (".", "!", "?")


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
    raw = view.doc.user_data.get(RAW) or view.doc.text
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


def _cut_clauses(view: View) -> None:
    view.clause_at = [-1] * len(view.text)
    for number, (first, last) in enumerate(view.sentences):
        begin = len(view.clauses)
        start, before = first, ""
        for i in range(first, last + 1):
            cut = i == last or (
                view.text[i] in _BREAKS and not view.bracketed[i]
                and (view.quoted[i] < 0)
                and not (view.text[i] == "-" and view.start[i] == view.end[i - 1] if i > first else False)
            )
            if not cut:
                continue
            mark = view.text[i] if i < last else ""
            end = i
            while i == last and end > start and view.text[end - 1] in (".", "!", "?", "…") and view.quoted[end - 1] < 0:
                end -= 1
            if end > start:
                clause = Clause(start, end, number, before=before, after=mark)
                _classify(view, clause)
                for j in range(start, end):
                    view.clause_at[j] = len(view.clauses)
                view.clauses.append(clause)
            start, before = i + 1, mark
        view.by_sentence.append((begin, len(view.clauses)))


def _classify(view: View, clause: Clause) -> None:
    """Set kind, finite verb and opener of a clause."""
    words = [i for i in range(clause.start, clause.end)
             if view.quoted[i] < 0 and not view.bracketed[i] and view.text[i] not in _CLOSERS]
    finite = [i for i in words if view.is_finite(i)]
    if not words:
        return
    head = words[0]
    skipped = head
    position = 0
    while position + 1 < len(words) and view.low[words[position]] in _COORDINATE:
        position += 1
    head = words[position]
    low, tag = view.low[head], view.tag[head]
    if finite:
        clause.finite = finite[0]
    clause.opener = head
    second = words[position + 1] if position + 1 < len(words) else -1
    if low in _COMPLEMENT:
        clause.kind = "that"
    elif not finite:
        if _has_zu_infinitive(view, words):
            clause.kind = "inf"
        return
    elif tag == "KOUS" or (low in _SUBORDINATE and finite[-1] >= words[-1] - 1 and tag != "APPR"):
        clause.kind = "w" if low in ("wie", "warum") else "sub"
    elif low in _W_WORDS and finite[0] != second:
        clause.kind = "w"
    elif tag in ("PRELS", "PRELAT") or (
        second >= 0 and view.tag[second] in ("PRELS", "PRELAT") and tag.startswith("APPR")
    ):
        clause.kind = "rel"
    elif low in _RELATIVE and clause.before == "," and finite[0] >= words[-1] - 1 and len(words) > 3 and finite[0] > head + 2:
        clause.kind = "rel"
    elif low in _W_WORDS:
        clause.kind = "w"
    else:
        clause.kind = "main"
    if clause.kind in ("that", "w", "sub", "rel") and finite:
        clause.finite = finite[-1]
    if skipped != head and clause.kind == "main" and not finite:
        clause.kind = "frag"


def _has_zu_infinitive(view: View, words: list[int]) -> bool:
    for position, i in enumerate(words):
        if view.tag[i] == "VVIZU":
            return True
        if view.low[i] == "zu" and view.tag[i] in ("PTKZU", "") and position + 1 < len(words):
            following = words[position + 1]
            if view.tag[following].endswith("INF") or (not view.tag[following] and view.low[following].endswith("n")):
                return True
    return False
