"""A flat view of a parsed article: words, clauses, quotation marks. All rules on quotations read this.

Clauses are cut at punctuation and typed by their first word and the place of the finite verb, not by
the parse, which is least sure exactly in long reporting sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from briefing.analyse import items
from briefing.analyse.quotes_marks import Stretch, find_single, find_stretches
from briefing.german import reporting

RAW = "briefing_raw"
# Words after which a sentence is cut: longer ones are lists or debris, and rules look at all clauses of a sentence.
LONGEST_SENTENCE = 250

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


_ZU_INSIDE = re.compile(
    r"^(?:ab|an|auf|aus|bei|durch|ein|fest|fort|frei|her|hin|los|mit|nach|nieder|um|vor|weg|weiter|wieder|zu|zurück|"
    r"zusammen|teil|statt|bereit|bekannt|offen|sicher|dar|entgegen|heraus|heran|hinzu|hinaus|voran|voraus|vorbei|vorweg|"
    r"fern|hoch|klar|nahe|preis|stand|tot|unter|über|wahr|zurecht|zusammen)zu[a-zäöüß]{2,}(?:en|ern|eln)$"
)
_WRAP = re.compile(r"[^\s.!?:]\s?\n[ \t]?[a-zäöü]")
_AUXILIARIES = frozenset(
    """ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können konnte konnten muss müssen musste
    mussten soll sollen sollte sollten will wollen wollte wollten darf dürfen durfte durften mag mögen mochte gab gibt
    bin bist seid habe hast habt""".split()
)


def view_of(doc: Doc) -> View:
    """Build the view of a parsed document. Linear in its length."""
    view = View(doc, items.text_of(doc))
    new = True
    joined = False
    wrapped = _is_wrapped(view.plain)
    datelines = {end for _, end, kind in items.article_of(doc)["blocks"] if kind == "dateline"}
    has_borders = doc.has_annotation("SENT_START")
    for token in doc:
        if token.is_space:
            broken = token.text.count("\n")
            new = new or broken > 1 or (broken == 1 and not (view.text and _runs_on(view, token, wrapped)))
            joined = broken == 1 and not new
            continue
        if not new and has_borders and token.is_sent_start and not joined and not _in_brackets(view):
            new = True
        joined = False
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
    _cut_clauses(view)
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


def _is_wrapped(text: str) -> bool:
    """Whether lines are broken inside sentences: several single breaks before a small letter."""
    return len(_WRAP.findall(text)) >= 3


def _runs_on(view: View, token: Token, wrapped: bool) -> bool:
    """Whether the sentence before a single line break goes on behind it."""
    if view.text[-1] in (".", "!", "?", ":", '"') or token.i + 1 >= len(token.doc):
        return False
    if token.doc[token.i + 1].text[:1].islower():
        return True
    if not wrapped:
        return False
    line = view.plain.rfind("\n", 0, token.idx)
    return token.idx - line > 40


def _sentence_ended(view: View) -> bool:
    at = last = len(view.text) - 1
    while at > max(0, last - 4) and view.text[at] in _CLOSERS:
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


def _cut_clauses(view: View) -> None:
    view.clause_at = [-1] * len(view.text)
    for number, (first, last) in enumerate(view.sentences):
        begin = len(view.clauses)
        start, before = first, ""
        for i in range(first, last + 1):
            cut = i == last or (
                view.text[i] in _BREAKS
                and not view.bracketed[i]
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
    words = [
        i
        for i in range(clause.start, clause.end)
        if view.quoted[i] < 0 and not view.bracketed[i] and view.text[i] not in _CLOSERS
    ]
    if not words:
        return
    finite = [i for i in words if view.is_finite(i)] or _mistagged(view, words)
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
    elif _is_relative(view, clause, words[position:], finite):
        clause.kind = "rel"
    elif low == "so" and second >= 0 and view.low[second] in _COMPLEMENT:
        clause.kind = "sub"
    elif low in _W_WORDS:
        clause.kind = "w"
    else:
        clause.kind = "main"
    if clause.kind in ("that", "w", "sub", "rel") and finite:
        clause.finite = finite[-1]
    if skipped != head and clause.kind == "main" and not finite:
        clause.kind = "frag"


def _content_follows(view: View, i: int, words: list[int]) -> bool:
    """Whether a clause that opens the sentence ends in `i` and a comma or colon with a content clause follows."""
    last = view.sentences[view.sentence[i]][1]
    if view.sentences[view.sentence[i]][0] != words[0] or i + 2 >= last or view.text[i + 1] not in (",", ":"):
        return False
    return view.low[i + 2] in _COMPLEMENT or view.text[i + 1] == ":"


def _is_relative(view: View, clause: Clause, words: list[int], finite: list[int]) -> bool:
    """A relative pronoun, also after a preposition, and the finite verb at the end (or extraposed matter after it)."""
    at = 1 if view.tag[words[0]].startswith("APPR") and len(words) > 1 else 0
    tag, low = view.tag[words[at]], view.low[words[at]]
    final = _ends_with_verb(view, words, finite[-1])
    inner = [i for i in finite if view.tag[i] in ("VAFIN", "VMFIN") and i < words[-1] and words.index(i) > 1 + at]
    if inner and view.tag[words[-1]] in ("VVPP", "VAPP", "VVFIN", "VVIZU"):
        return False  # die Truppen hätten … besetzt: verb-second
    if (
        inner
        and view.tag[words[-1]].endswith("INF")
        and view.tag[words[-1]] != "VVINF"
        and words.index(inner[0]) < len(words) - 3
    ):
        return False  # … könnten … eingetreten sein
    if tag in ("PRELS", "PRELAT") and (low in _RELATIVE or low.startswith("welch") or low == "was"):
        return final or words.index(finite[0]) > 2 or clause.before != ","
    if clause.before != "," or low not in _RELATIVE:
        return False
    if len(words) == 2:
        return True
    if len(words) < 4:
        return False
    return final and words.index(finite[-1]) > 2 + at and not (len(finite) > 1 and words.index(finite[0]) <= 3)


def _mistagged(view: View, words: list[int]) -> list[int]:
    """A reporting verb in a finite form that the tagger took for an adjective, infinitive or participle."""
    if any(view.low[i] == "zu" or view.tag[i] == "VVIZU" for i in words):
        return []
    for i in words[1:]:
        tag, low = view.tag[i], view.low[i]
        if tag not in ("VVINF", "VVPP", "ADJA", "ADJD", "NE") or not view.text[i][:1].islower():
            continue
        if not any(form.kind == "finite" for form in reporting.forms().get(low, ())):
            continue
        if tag == "VVPP" and (low.startswith("ge") or (i == words[-1] and not _content_follows(view, i, words))):
            continue
        if tag == "VVINF" and i == words[-1] and len(words) < 3:
            continue
        if tag.startswith("ADJ") and not low.endswith(("te", "ten", "t")):
            continue
        return [i]
    return []


def _ends_with_verb(view: View, words: list[int], finite: int) -> bool:
    """Whether nothing but verbs follows the finite verb."""
    return all(view.tag[i].startswith("V") or view.tag[i] == "PTKVZ" for i in words[words.index(finite) + 1 :])


def _has_zu_infinitive(view: View, words: list[int]) -> bool:
    for position, i in enumerate(words):
        if view.tag[i] == "VVIZU" or (view.tag[i].startswith(("VV", "ADJ")) and _ZU_INSIDE.match(view.low[i])):
            return True
        if view.low[i] == "zu" and view.tag[i] in ("PTKZU", "") and position + 1 < len(words):
            following = words[position + 1]
            if view.tag[following].endswith("INF") or (not view.tag[following] and view.low[following].endswith("n")):
                return True
    return False
