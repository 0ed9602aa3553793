"""Proof that a briefing says nothing its sources do not: every evidence and every quotation verbatim."""

from __future__ import annotations

import email
import email.policy
import html
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from briefing.errors import BriefingError
from briefing.model import Article

_QUOTED = re.compile(r"„([^„“]{1,4000})“")
_TAG = re.compile(r"<[^<>]*>")
# Every tag but those inside a line of text ends the line.
_INLINE = "a|abbr|b|cite|em|i|mark|q|s|small|span|strong|sub|sup|u|wbr"
_BLOCK = re.compile(rf"</?(?!(?:{_INLINE})\b)[a-z][^<>]*>", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+|>]|\d+\.|\[\^))")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")

_NO_WORD = re.compile(r"[\W_]+")


class VerifyError(BriefingError):
    """Something in the briefing does not stand in its sources."""


def verify_files(files: Mapping[str, bytes], articles: Mapping[str, Article]) -> int:
    """Check all text formats of one briefing against the articles (by id); the number of proofs made.

    Raises `VerifyError` on the first evidence that is not verbatim, and on the first quotation in
    Markdown, HTML, plain text or the texts of a mail whose words stand neither in an article nor in the JSON.
    """
    if "briefing.json" not in files:
        return 0
    record = _Record(articles)
    record.read(files["briefing.json"])
    # Sources of the first stories come first: what is printed is theirs, and found early.
    texts = [articles[source].text for source in record.sources.values()]
    known = "\n".join(map(_plain, (*texts, *record.strings)))
    quotations = _Quotations(known)
    for name, content in files.items():
        for text, is_html in _texts(name, content):
            quotations.verify(name, text, is_html=is_html)
    return record.proofs + quotations.proofs


class _Record:
    """Reads the JSON of a briefing object by object and keeps only what the proofs need.

    As objects, the JSON of five thousand articles takes more than a gigabyte.
    """

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._articles = articles
        self.sources: dict[str, str] = {}
        self.strings: dict[str, None] = {}
        self.proofs = 0
        self._waiting: list[dict[str, Any]] = []

    def read(self, content: bytes) -> None:
        """Prove every evidence in `content`; raises `VerifyError`."""
        json.loads(content, object_hook=self._object)
        for evidence in self._waiting:
            self._prove(evidence)

    def _object(self, item: dict[str, Any]) -> None:
        if item.keys() >= {"source", "start", "end", "text"}:
            if item["source"] in self.sources:
                self._prove(item)
            else:
                self._waiting.append(item)
            return
        if item.keys() >= {"id", "article"}:
            if item["article"] not in self._articles:
                raise VerifyError(f"{item['id']}: no article {item['article']}")
            self.sources[item["id"]] = item["article"]
        for value in item.values():
            values = value if isinstance(value, list) else [value]
            self.strings.update((text, None) for text in values if isinstance(text, str))

    def _prove(self, evidence: Mapping[str, Any]) -> None:
        source = evidence["source"]
        if source not in self.sources:
            raise VerifyError(f"briefing.json: unknown source {source}")
        text = self._articles[self.sources[source]].text
        if text[evidence["start"] : evidence["end"]] != evidence["text"]:
            raise VerifyError(f"briefing.json: not verbatim in {source} at {evidence['start']}")
        self.proofs += 1


class _Quotations:
    """Proves that every quotation stands in `known` (letters and digits only); each wording once."""

    def __init__(self, known: str) -> None:
        self._known = known
        self._proved: set[str] = set()
        self.proofs = 0

    def verify(self, name: str, text: str, *, is_html: bool) -> None:
        """All quotations of one text; raises `VerifyError`."""
        for line in _lines(text, is_html):
            for match in _QUOTED.finditer(line):
                # An ellipsis joins parts that stand apart in the source, or marks where a passage was cut.
                for part in match[1].replace("[…]", "…").split("…"):
                    self._prove(name, part)
                self.proofs += 1

    def _prove(self, name: str, part: str) -> None:
        plain = _plain(part)
        if plain not in self._proved:
            if plain not in self._known:
                raise VerifyError(f"{name}: quotation „{part.strip()[:80]}“ stands in no source")
            self._proved.add(plain)


def _texts(name: str, content: bytes) -> Iterator[tuple[str, bool]]:
    """The texts of one file, and whether each is HTML: the file itself, or the text parts of a mail."""
    if name.endswith((".md", ".html", ".txt")):
        yield content.decode("utf-8"), name.endswith(".html")
    elif name.endswith(".eml"):
        for part in email.message_from_bytes(content, policy=email.policy.default).walk():
            if part.get_content_maintype() == "text":
                yield str(part.get_content()), part.get_content_subtype() == "html"


def _lines(content: str, is_html: bool) -> list[str]:
    """The text a reader sees, a paragraph a line: a quotation never runs from one into the next."""
    if is_html:
        content = _BLOCK.sub("\n", " ".join(content.split()))
        return html.unescape(_TAG.sub("", content)).split("\n")
    paragraphs = _PARAGRAPH.split(html.unescape(content))
    return [_ESCAPED.sub(r"\1", paragraph.replace("**", "")) for paragraph in paragraphs]


def _plain(text: str) -> str:
    """Letters and digits only, lower case: marks, spaces and line ends may differ between formats."""
    return _NO_WORD.sub("", unicodedata.normalize("NFKC", text).lower())
