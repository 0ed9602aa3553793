"""Proof that a briefing says nothing its sources do not: every evidence and every quotation verbatim."""

from __future__ import annotations

import email
import email.policy
import html
import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
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

# A hyphen at the end of a line, as PDFium tells it.
_LINE_END = re.compile("[\ufffe\ufffd\x02]\\s*")
_LATIN = re.compile("[a-z0-9\u00c0-\u024f]+")
STRETCH = 12
"""Letters by which words on a page of a PDF are compared."""
_NO_WORD = re.compile(r"[\W_]+")


class VerifyError(BriefingError):
    """Something in the briefing does not stand in its sources."""


def verify_files(files: Mapping[str, bytes], articles: Mapping[str, Article]) -> int:
    """Check all formats of one briefing against the articles (by id); the number of proofs made.

    0 without `briefing.json`. Raises `VerifyError` as `Verifier` does.
    """
    if "briefing.json" not in files:
        return 0
    verifier = Verifier(files["briefing.json"], articles)
    # What the paper shows is proved against the other formats too.
    for name in sorted(files, key=lambda name: name.endswith(".pdf")):
        verifier.check(name, files[name])
    return verifier.proofs


def _absent(plain: str, known: str) -> bool:
    return plain not in known


def _foreign(plain: str, known: str) -> bool:
    """Whether more than half of the stretches of `STRETCH` letters of a text on paper stand nowhere in `known`.

    Only Latin letters are compared: other scripts are drawn in an order and in forms that no reader of a PDF undoes.
    """
    if plain in known:
        return False
    runs = [plain] if _LATIN.fullmatch(plain) else [run for run in _LATIN.findall(plain) if len(run) >= STRETCH]
    stretches = [run[i : i + STRETCH] for run in runs for i in range(0, max(1, len(run) - STRETCH + 1), STRETCH // 2)]
    return 2 * sum(stretch not in known for stretch in stretches) > len(stretches)


class Verifier:
    """Proves the JSON of a briefing, then the other formats one after the other.

    Raises `VerifyError` on the first evidence that is not verbatim, and on the first quotation in
    Markdown, HTML, plain text, the texts of a mail or a PDF whose words stand neither in an article nor in the JSON.
    """

    def __init__(self, record: bytes, articles: Mapping[str, Article]) -> None:
        found = _Record(articles)
        found.read(record)
        # Sources of the first stories come first: what is printed is theirs, and found early.
        texts = [articles[source].text for source in found.sources.values()]
        self._known = "\n".join(map(_plain, (*texts, *found.strings)))
        self._proved: set[str] = set()
        self._shown: list[str] = []
        self.proofs = found.proofs

    def check(self, name: str, content: bytes) -> None:
        """Prove every quotation in one file; other files than texts, mails and PDFs are left alone."""
        if name.endswith(".pdf"):
            self._check_pages(name, content)
        for text, is_html in _texts(name, content):
            lines = _lines(text, is_html)
            for line in lines:
                self._check(name, line, self._known)
            self._shown.append("".join(map(_plain, lines)))

    def _check_pages(self, name: str, content: bytes) -> None:
        """A page has no paragraphs, only words in the order of their drawing: labels, arrows and foot lines stand
        between marks that belong to different passages. So a quotation counts as foreign where most of it does."""
        shown = "\n".join((self._known, *self._shown))
        for page in _pages(name, content):
            self._check(name, page, shown, _foreign)

    def _check(self, name: str, line: str, known: str, foreign: Callable[[str, str], bool] = _absent) -> None:
        for match in _QUOTED.finditer(line):
            # An ellipsis joins parts that stand apart in the source, or marks where a passage was cut.
            for part in match[1].replace("[…]", "…").split("…"):
                plain = _plain(part)
                if plain not in self._proved:
                    if foreign(plain, known):
                        raise VerifyError(f"{name}: quotation „{' '.join(part.split())[:80]}“ stands in no source")
                    self._proved.add(plain)
            self.proofs += 1


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


def _pages(name: str, content: bytes) -> Iterator[str]:
    """The texts of the pages of a PDF in the order of their drawing, without line ends inside words."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
        for page in document:
            yield _LINE_END.sub("", page.get_textpage().get_text_range())
    except pypdfium2.PdfiumError as error:
        raise VerifyError(f"{name}: no readable PDF ({error})") from error


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
