"""Proof that a briefing says nothing its sources do not: every evidence and every quotation verbatim."""

from __future__ import annotations

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


class VerifyError(BriefingError):
    """Something in the briefing does not stand in its sources."""


def verify_files(files: Mapping[str, bytes], articles: Mapping[str, Article]) -> int:
    """Check all text formats of one briefing against the articles (by id); the number of proofs made.

    Raises `VerifyError` on the first evidence that is not verbatim, and on the first quotation in
    Markdown, HTML or mail text whose words stand neither in an article nor in the JSON.
    """
    if "briefing.json" not in files:
        return 0
    data = json.loads(files["briefing.json"])
    texts = {source["id"]: articles[source["article"]].text for source in data["sources"]}
    proofs = _verify_evidence(data, texts)
    known = "\n".join(_plain(article.text) for article in articles.values()) + "\n" + _plain(" ".join(_strings(data)))
    for name, content in files.items():
        if name.endswith((".md", ".html", ".txt")):
            proofs += _verify_quotations(name, content.decode("utf-8"), known)
    return proofs


def evidence_of(data: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every evidence object in the JSON of a briefing, with the path to it."""
    if isinstance(data, dict):
        if {"source", "start", "end", "text"} <= data.keys():
            yield path, data
        for key, value in data.items():
            yield from evidence_of(value, f"{path}/{key}")
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from evidence_of(value, f"{path}/{number}")


def _verify_evidence(data: Any, texts: Mapping[str, str]) -> int:
    proofs = 0
    for path, evidence in evidence_of(data):
        text = texts.get(evidence["source"])
        if text is None:
            raise VerifyError(f"{path}: unknown source {evidence['source']}")
        if text[evidence["start"] : evidence["end"]] != evidence["text"]:
            raise VerifyError(f"{path}: not verbatim in {evidence['source']} at {evidence['start']}")
        proofs += 1
    return proofs


def _verify_quotations(name: str, content: str, known: str) -> int:
    proofs = 0
    for line in _lines(name, content):
        for match in _QUOTED.finditer(line):
            # An ellipsis joins parts that stand apart in the source, or marks where a passage was cut.
            for part in match[1].replace("[…]", "…").split("…"):
                if _plain(part) not in known:
                    raise VerifyError(f"{name}: quotation „{part.strip()[:80]}“ stands in no source")
            proofs += 1
    return proofs


def _lines(name: str, content: str) -> list[str]:
    """The text a reader sees, a paragraph a line: a quotation never runs from one into the next."""
    if name.endswith(".html"):
        content = _BLOCK.sub("\n", " ".join(content.split()))
        return html.unescape(_TAG.sub("", content)).split("\n")
    paragraphs = _PARAGRAPH.split(html.unescape(content))
    return [_ESCAPED.sub(r"\1", paragraph.replace("**", "")) for paragraph in paragraphs]


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value)


def _plain(text: str) -> str:
    """Letters and digits only, lower case: marks, spaces and line ends may differ between formats."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).lower() if c.isalnum())
