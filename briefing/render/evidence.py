"""References ([Q1.3]) and the passages they lead to.

A passage is the sentence (or sentences) around cited characters; all passages together show at most two
fifths of an article, the rest a few words, so that a briefing quotes and never reprints.
Passages are numbered per source in the order of its text: Q1.3 is the third passage of source Q1, in
every format, and a reader of the printed page finds it in the appendix.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from briefing.model import Article, Span
from briefing.render.places import Places
from briefing.render.typography import clean

PASSAGE = 420  # characters of a passage at most; longer ones lose their middle
AROUND = 90  # characters of context before and after, where a format shows it
SHARE = 0.4  # of an article's characters that its passages may show; further ones are shortened to BRIEF
ALWAYS = 400  # characters of an article that may be shown however short it is
BRIEF = 80
BACK = 3  # links back from a passage at most
REACH = 600  # characters on each side in which the sentence of a place is looked for

_END = re.compile(r"[.!?…][\"“”»«'’‘)\]]{0,3}\s")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"„»])(?:\w|\d{1,2}|Dr|Prof|Nr|St|Mio|Mrd|bzw|ca|vgl|usw|geb|Abs|Art|Gen|Sen|Lt|Co|Inc|Hg|Jh|"
    r"Jan|Feb|Apr|Aug|Sept|Okt|Nov|Dez|[zuidsov]\.\s?\w)\.$"
)


@dataclass(slots=True)
class _Cited:
    """A list of references in the page, filled when all passages are known."""

    spans: tuple[Span, ...]
    back: bool
    references: list[dict[str, Any]] = field(default_factory=list)


class References:
    """Collects citations while a page is put together; `finish` numbers them and returns the passages."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self._cited: list[_Cited] = []

    def cite(self, spans: Iterable[Span], *, back: bool = True) -> list[dict[str, Any]]:
        """References for `spans`: an empty list that `finish` fills (id, target, label, source).

        `back`: whether the passage links back to here.
        """
        cited = _Cited(tuple(dict.fromkeys(spans)), back)
        self._cited.append(cited)
        return cited.references

    def finish(self) -> dict[str, list[dict[str, Any]]]:
        """Passages by source id, in text order; fills every list that `cite` gave out."""
        spans: dict[str, dict[Span, int]] = defaultdict(dict)  # with the order in which they are cited first
        for cited in self._cited:
            for span in cited.spans:
                spans[span.article].setdefault(span, len(spans[span.article]))
        found: dict[str, list[dict[str, Any]]] = {}
        passage_of: dict[Span, dict[str, Any]] = {}
        for article, source in self.places.source_of.items():
            if article in spans:
                found[source] = _passages(source, self.places.articles[article], spans[article], passage_of)
        self._fill(passage_of)
        return found

    def _fill(self, passage_of: dict[Span, dict[str, Any]]) -> None:
        serial = 0
        for cited in self._cited:
            unique = {passage_of[span]["label"]: passage_of[span] for span in cited.spans}
            for passage in unique.values():
                serial += 1
                reference = {
                    "id": f"r{serial}",
                    "target": passage["id"],
                    "label": passage["label"],
                    "source": passage["source"],
                }
                cited.references.append(reference)
                if cited.back and len(passage["back"]) < BACK:
                    passage["back"].append({"target": reference["id"], "label": str(len(passage["back"]) + 1)})
                    passage["several"] = len(passage["back"]) > 1


def _passages(
    source: str, article: Article, order: dict[Span, int], passage_of: dict[Span, dict[str, Any]]
) -> list[dict[str, Any]]:
    text = article.text
    windows = _windows(article, sorted(order))
    whole = _affordable(windows, order, len(text))
    passages = []
    for number, (start, end, members) in enumerate(windows, start=1):
        label = f"{source}.{number}"
        full = number - 1 in whole
        passage: dict[str, Any] = {
            "id": f"b-{label.replace('.', '-')}",
            "label": label,
            "source": source,
            "before": _before(text, start) if full else "",
            "after": _after(text, end) if full else "",
            "parts": _parts(text, start, end, members) if full else _brief(text, start, end, members[0]),
            "position": f"{min(s.start for s in members)}–{max(s.end for s in members)}",
            "back": [],
            "several": False,
        }
        passages.append(passage)
        for span in members:
            passage_of[span] = passage
    return passages


def _windows(article: Article, spans: list[Span]) -> list[tuple[int, int, list[Span]]]:
    """The sentences around spans, in text order, each with the spans that lie in it."""
    windows: list[tuple[int, int, list[Span]]] = []
    boundaries = _boundaries(article)
    wanted = sorted(((*_window(boundaries, span), span) for span in spans), key=lambda item: (item[0], -item[1]))
    for start, end, span in wanted:
        if windows and windows[-1][0] <= start and end <= windows[-1][1]:
            windows[-1][2].append(span)
        else:
            windows.append((start, end, [span]))
    return windows


def _affordable(windows: list[tuple[int, int, list[Span]]], order: dict[Span, int], length: int) -> set[int]:
    """Which windows are shown whole, those cited first before others, until the article's `SHARE` is used up."""
    left = max(ALWAYS, int(SHARE * length))
    whole: set[int] = set()
    ranked = sorted(range(len(windows)), key=lambda index: min(order[span] for span in windows[index][2]))
    for index in ranked:
        start, end, _ = windows[index]
        if min(end - start, PASSAGE) <= left:
            left -= min(end - start, PASSAGE)
            whole.add(index)
    return whole


def _brief(text: str, start: int, end: int, span: Span) -> list[dict[str, Any]]:
    """A few words around the beginning of `span`: enough to find the place in the source."""
    room = max(0, BRIEF - (span.end - span.start)) // 2
    left = max(start, span.start - room)
    right = min(end, left + BRIEF)
    if left > start:
        left = text.find(" ", left, span.start) + 1 or left
    if right < end:
        right = max(text.rfind(" ", left, right), span.end if span.end <= right else left + BRIEF // 2)
    parts = _parts(text, left, right, [Span(article=span.article, start=span.start, end=min(span.end, right))])
    cut = [{"text": "… ", "mark": False}] if left > start else []
    return [*cut, *parts, *([{"text": " …", "mark": False}] if right < end else [])]


def _boundaries(article: Article, first: int = 0, last: int | None = None) -> list[int]:
    """Offsets between `first` and `last` at which a sentence, a paragraph or a block begins, and `last`.

    A line that breaks inside a block goes on; a dateline is no part of the sentence behind it.
    """
    text, end = article.text, len(article.text) if last is None else last
    starts = [block.start for block in article.blocks]
    found = {first, end, *starts[bisect.bisect_left(starts, first) : bisect.bisect_right(starts, end)]}
    for match in re.compile(r"\n").finditer(text, first, end):
        block = bisect.bisect_right(starts, match.start()) - 1
        if block < 0 or match.end() >= article.blocks[block].end:
            found.add(match.end())
    for match in _END.finditer(text, first, end):
        follows = text[match.end() : match.end() + 2].lstrip("„»«“\"'‚(")
        before = text[max(0, match.start() - 8) : match.start() + 1]
        if follows[:1].islower() or _ABBREVIATION.search(before):
            continue
        found.add(match.end())
    return sorted(found)


def _window(boundaries: list[int], span: Span) -> tuple[int, int]:
    start = boundaries[max(0, bisect.bisect_right(boundaries, span.start) - 1)]
    end = boundaries[min(len(boundaries) - 1, bisect.bisect_left(boundaries, span.end))]
    return start, end


def sentence_of(article: Article, span: Span) -> Span:
    """The sentence (or sentences) around `span`, without white space at its ends."""
    text = article.text
    around = _boundaries(article, max(0, span.start - REACH), min(len(text), span.end + REACH))
    start, end = _window(around, span)
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return replace(span, start=start, end=start + len(text[start:end].rstrip()))


def _parts(text: str, start: int, end: int, spans: list[Span]) -> list[dict[str, Any]]:
    """The passage as runs of text, marked where something is cited; too long runs lose their middle."""
    cuts = sorted({start, end, *(s.start for s in spans), *(s.end for s in spans)})
    runs: list[tuple[str, bool]] = []
    for left, right in itertools.pairwise(cuts):
        marked = any(s.start <= left and right <= s.end for s in spans)
        if runs and runs[-1][1] == marked:
            runs[-1] = (runs[-1][0] + text[left:right], marked)
        else:
            runs.append((text[left:right], marked))
    runs = _marks_trimmed(runs)
    limit = max(120, PASSAGE // max(1, len(runs)))
    whole = end - start <= PASSAGE
    parts: list[dict[str, Any]] = []
    for index, (run, marked) in enumerate(runs):
        shown = _spaces_kept(run)
        parts.append({"text": shown if whole else _without_middle(shown, limit), "mark": marked})
        if index == 0:
            parts[0]["text"] = parts[0]["text"].lstrip()
        if index == len(runs) - 1:
            parts[-1]["text"] = parts[-1]["text"].rstrip()
    return [part for part in parts if part["text"]]


def _marks_trimmed(runs: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """The runs with white space at the edges of marked ones moved out of them."""
    trimmed: list[tuple[str, bool]] = []
    for run, marked in runs:
        inner = run.strip() if marked else run
        start = run.find(inner) if inner else len(run)
        trimmed += [(run[:start], False), (inner, marked), (run[start + len(inner) :], False)]
    return [(run, marked) for run, marked in trimmed if run]


def _spaces_kept(run: str) -> str:
    inner = clean(run)
    if not inner:
        return " " if run else ""
    return (" " if run[0].isspace() else "") + inner + (" " if run[-1].isspace() else "")


def _without_middle(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    head, tail = text.rfind(" ", 0, limit * 2 // 3), text.find(" ", len(text) - limit // 3)
    head, tail = (head if head > 0 else limit * 2 // 3), (tail if tail > 0 else len(text) - limit // 3)
    return f"{text[:head]} […]{text[tail:]}"


def _before(text: str, start: int) -> str:
    line = text.rfind("\n", 0, start) + 1
    context = clean(text[max(line, start - AROUND) : start])
    if line < start - AROUND:
        context = "… " + context.partition(" ")[2]
    return context


def _after(text: str, end: int) -> str:
    if end and text[end - 1 : end] == "\n":
        return ""
    line = text.find("\n", end)
    line = len(text) if line < 0 else line
    context = clean(text[end : min(line, end + AROUND)])
    if line > end + AROUND:
        context = context.rpartition(" ")[0] + " …"
    return context
