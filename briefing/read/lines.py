"""A text as paragraphs with positions: lines without white space at their ends, hard line breaks joined."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefing.german import words

# A line from its first to its last character that is no white space. U+FEFF (a byte order mark left
# in the text) counts as white space. Both parts are bounded by the line: linear.
_LINE = re.compile(r"[^\s\ufeff](?:[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]*[^\s\ufeff])?")
_BLANK = re.compile(r"\n[^\S\n]*\n|\r[^\S\r\n]*\r|\r\n[^\S\n]*\r\n|\u2029")
_ASIDE = re.compile(r"\[[^\[\]\n]{40,450}\]")
_WHITE = "".join(c for c in map(chr, range(0x3001)) if c.isspace()) + "\ufeff"
_ORDINAL = re.compile(r"(?<![\w.,:])\d{1,2}\.$")
# What opens a turn of an interview, a name in front of a colon; and such a line broken off behind its first words.
_LABEL = re.compile(r"[A-ZÄÖÜ][\w-]{1,20}:")
_ASKED = re.compile(r"[A-ZÄÖÜ]{2,20}(?: [A-ZÄÖÜ]{2,20})?:(?: ?[^\W\d]\w{0,15}){1,3}")
_CLOSERS = "\"'“”„‟’‘‚»«›‹)]}*_ "
_FINAL = (".", "!", "?", "…", ":", ";")

WIDTH = 50
"""Characters from which on a line without final punctuation is a wrapped one, in texts with hard line breaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A stretch of text between line breaks; `gap` tells that an empty line stands before it."""

    start: int
    end: int
    text: str
    gap: bool

    @property
    def last(self) -> str:
        """The last character before closing quotation marks and brackets, or an empty string."""
        return self.text.rstrip(_CLOSERS)[-1:]


def fold(text: str) -> str:
    """For comparison: lower case, single spaces, no punctuation at either end."""
    return " ".join(text.lower().split()).strip(" \t.,:;!?…-–—|>»›→•*#_[]()\"'“”„‚‘’«‹\ufeff")


def lines(text: str) -> list[Paragraph]:
    """The lines of `text` that are not white space only."""
    found: list[Paragraph] = []
    end = 0
    for match in _LINE.finditer(text):
        start = match.start()
        gap = bool(found) and _BLANK.search(text, end, start) is not None
        end = match.end()
        found.append(Paragraph(start=start, end=end, text=match.group(), gap=gap))
    return found


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of `text`: its lines, those broken within a sentence joined, long asides in brackets cut out."""
    single = lines(text)
    pairs = itertools.pairwise(single)
    wrapped = sum(_lower_start(b) and not _ended(a) and not b.gap for a, b in pairs) >= 2
    joined: list[Paragraph] = []
    start = 0
    for i in range(1, len(single) + 1):
        if i < len(single) and (
            _continues(single[i - 1], single[i], text, wrapped)
            or (wrapped and _runs_on(single[i - 1], single[i], inside=start < i - 1))
        ):
            continue
        if single:
            joined.extend(_without_asides(text, single[start].start, single[i - 1].end, single[start].gap))
        start = i
    return joined


def _without_asides(text: str, start: int, end: int, gap: bool) -> Iterator[Paragraph]:
    """A paragraph, or what stands before, in and behind its asides (`[Lesen Sie auch: …]`)."""
    cuts = [start]
    for match in _ASIDE.finditer(text, start, end):
        cuts += [match.start(), match.end()]
    cuts.append(end)
    for a, b in itertools.pairwise(cuts):
        part = text[a:b].strip(_WHITE)
        if part:
            a += len(text[a:b]) - len(text[a:b].lstrip(_WHITE))
            yield Paragraph(start=a, end=a + len(part), text=part, gap=gap and a == start)


def _continues(before: Paragraph, line: Paragraph, text: str, wrapped: bool) -> bool:
    """Whether `line` goes on with the sentence that the line before it began."""
    if _ORDINAL.search(before.text) and line.text.lower().startswith(_counted()) and not line.gap:
        return True
    last_word = before.text.rsplit(maxsplit=1)[-1].lower()
    if _ended(before) or (line.gap and last_word not in _words("never")):
        return False
    if last_word in _words("never") and line.text.startswith(("Sie ", "Ihnen ", "Ihr ", "Ihre ", "Ihren ", "Ihrer ")):
        return True
    if line.gap:
        return line.text.split(maxsplit=1)[0].lower() not in _words("openers")
    if _lower_start(line) or before.text.endswith((",", "-")):
        return True
    if _torn(before, line, text) or _name_torn(before, line, wrapped):
        return True
    if last_word in _words("always"):  # but headlines end in prefixes of verbs: *… hielten die Auflagen nicht ein*
        return line.text.split(maxsplit=1)[0].lower() not in _words("openers")
    if not wrapped:
        return False
    blank = text[before.end : line.start]
    return last_word in _words("broken") or len(before.text) >= WIDTH or blank.strip("\r\n") != ""


def _name_torn(before: Paragraph, line: Paragraph, wrapped: bool) -> bool:
    """Whether a line ends inside the label of a turn (*ZEIT / ONLINE:*) or a few words on (*FRAGE: Herr / Kunz*)."""
    if _LABEL.match(line.text) and " " not in before.text:
        return before.text.isupper() or (wrapped and before.text.istitle())
    return wrapped and _ASKED.fullmatch(before.text) is not None


def _torn(before: Paragraph, line: Paragraph, text: str) -> bool:
    """Whether a line with the blank of its wrapping left at its end breaks before a noun: *von schwarzen / Stoffen*."""
    blank = text[before.end : line.start]
    last_word, follows = before.text.rsplit(maxsplit=1)[-1], line.text.split(maxsplit=1)[0]
    if blank[:1] in "\r\n" or not line.text[:2].istitle() or follows.lower() in _words("openers"):
        return False
    long = WIDTH - 10 if last_word in _words("broken") else WIDTH + 10
    return len(before.text) >= long and last_word.isalpha() and last_word.islower()


def _runs_on(before: Paragraph, line: Paragraph, *, inside: bool) -> bool:
    """Whether a short line, broken at a width, is no heading: it is the middle of a sentence, or only begins one.

    *Der britische Thronfolger / Prinz Charles hat …*: what a heading precedes begins as sentences do.
    """
    if line.gap or _ended(before) or before.text.endswith("•") or before.text.isupper() or line.text.isupper():
        return False
    first, follows = before.text.split(maxsplit=1)[0].lower(), line.text.split(maxsplit=1)[0].lower()
    if follows in _words("openers") or (first in ("von", "ihr", "ihre") and before.text.istitle()):
        return False
    return inside or _lower_start(before) or (first in _words("openers") and " " in before.text)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(words.load("blocks")["wrap"][key])


@cache
def _counted() -> tuple[str, ...]:
    """What an ordinal number counts, in lower case: months above all."""
    return tuple(words.load("blocks")["wrap"]["counted"])


def _lower_start(line: Paragraph) -> bool:
    return line.text[:1].islower()


def _ended(line: Paragraph) -> bool:
    return line.last in _FINAL
