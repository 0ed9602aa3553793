"""An edited Markdown briefing as a tree in the shape of our HTML, so that the same style sheets fit.

Raw HTML in the Markdown is shown as text; of attributes only harmless ones stay; images are replaced by
their description.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement, tostring

import tinyhtml5  # type: ignore[import-untyped]
from markdown import Markdown
from markdown.extensions.toc import slugify_unicode

FRONT = ("core", "changes", "disputes", "figures", "open")
_TWICE = {"figures": "numbers", "disputes": "disagreements"}  # same heading on the first page and in its section
_ROW_HEADS = frozenset({"actors", "figures", "timeline", "sources", "matrix"})
_KEPT = frozenset({"id", "class", "href", "scope", "colspan", "rowspan", "start", "style"})
_LINK = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)
_ALIGN = re.compile(r"text-align: (?:left|right|center);\Z")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def convert(text: str) -> Element:
    """The Markdown `text` as a tree: tables, footnotes, attributes, headings with ids."""
    reader = Markdown(
        extensions=["tables", "footnotes", "attr_list", "toc", "sane_lists"],
        extension_configs={"footnotes": {"BACKLINK_TEXT": "↑"}, "toc": {"slugify": slugify_unicode}},
    )
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    page = tinyhtml5.parse(reader.convert(_CONTROL.sub("", text)), namespace_html_elements=False)
    root: Element = page.find("body")
    _harmless(root)
    return root


def _harmless(root: Element) -> None:
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag == "img":
                child.tag, child.text = "span", child.get("alt", "")
        for key, value in list(parent.attrib.items()):
            plain = "".join(value.split())
            if (
                key not in _KEPT
                or (key == "href" and not _LINK.match(plain))
                or (key == "style" and not _ALIGN.match(value))
            ):
                del parent.attrib[key]


def shape(root: Element, words: Mapping[str, str]) -> tuple[Element, list[str]]:
    """References and footnotes as in our HTML, every heading with what follows it in a section.

    Returns the tree of the page without its title, and the facts of the line under the title.
    """
    _references(root, words)
    footnotes = next((e for e in root if e.get("class") == "footnote"), None)
    if footnotes is not None:
        root.remove(footnotes)
    main = Element("div")
    facts: list[str] = []
    keys = _Keys(words)
    section = main
    for element in root:
        if element.tag == "h1":
            continue
        level = int(element.tag[1]) if re.fullmatch(r"h[2-4]", str(element.tag)) else 0
        if level and (key := keys.of(level, _text(element))) is not None:
            section = SubElement(main, "section", {"class": key})
        elif not facts and not len(main) and element.tag == "p" and _text(element).startswith(words["briefing"]):
            facts = _text(element).split(" · ")[1:]
            continue
        section.append(element)
    for section in main.iter("section"):
        _tables(section)
    if footnotes is not None:
        target = next((s for s in main if s.get("class") == "evidence"), None)
        _passages(footnotes, SubElement(main, "section", {"class": "evidence"}) if target is None else target)
    return main, facts


class _Keys:
    """Which section a heading begins, by its words; the first page's headings come first in a chapter."""

    def __init__(self, words: Mapping[str, str]) -> None:
        names = (*FRONT, "stories", "actors", "quotes", "numbers", "disagreements", "open_questions", "timeline")
        self.keys: dict[str, list[str]] = {}
        for key in (*names, "matrix", "sources", "method", "problems", "evidence"):
            self.keys.setdefault(words[key], []).append(key)
        self.seen: set[str] = set()

    def of(self, level: int, text: str) -> str | None:
        """The key of the section; `chapter` for an unknown heading of the second level, None for a lower one."""
        for key in self.keys.get(text, []):
            if key not in self.seen:
                self.seen.add(key)
                return key
        if level == 2:
            self.seen.clear()
            return "chapter"
        return None


def _references(root: Element, words: Mapping[str, str]) -> None:
    """`<sup>` footnote marks become [Q1.3]; marks that follow each other share their brackets."""
    for parent in list(root.iter()):
        last: Element | None = None
        for child in list(parent):
            link = child[0] if child.tag == "sup" and len(child) and child[0].tag == "a" else None
            if link is None or not link.get("href", "").startswith("#fn:"):
                last = None
                continue
            label = link.get("href", "").removeprefix("#fn:")
            reference = Element("a", {"class": "ref", "id": child.get("id", ""), "href": link.get("href", "")})
            reference.set("aria-label", f"{words['proof']} {label}")
            reference.text, reference.tail = label, "]"
            if last is not None and not (last.tail or "").strip():
                last[-1].tail = ", "
                last.append(reference)
                last.tail = child.tail
                parent.remove(child)
                continue
            last = Element("span", {"class": "refs"})
            last.text, last.tail = "\u202f[", child.tail
            last.append(reference)
            parent[list(parent).index(child)] = last


def _passages(footnotes: Element, section: Element) -> None:
    for item in footnotes.iter("li"):
        paragraphs = [p for p in item if p.tag == "p"]
        if not paragraphs:
            continue
        passage = SubElement(section, "p", {"class": "passage", "id": item.get("id", "")})
        label = SubElement(passage, "b", {"class": "label"})
        label.text, label.tail = item.get("id", "").removeprefix("fn:"), " "
        for paragraph in paragraphs:
            last = passage[-1]
            last.tail = (last.tail or "") + (paragraph.text or "")
            passage.extend(list(paragraph))
        for child in passage:
            if child.tag == "strong":
                child.tag = "mark"
            if child.get("class") == "footnote-backref":
                child.set("class", "back")
                child.set("aria-label", "zurück zur Aussage")


def _tables(section: Element) -> None:
    key = section.get("class", "")
    for table in section.iter("table"):
        for head in table.iter("th"):
            head.set("scope", "col")
        if key in _ROW_HEADS:
            for row in table.iter("tr"):
                if len(row) and row[0].tag == "td":
                    row[0].tag = "th"
                    row[0].set("scope", "row")


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def front(main: Element) -> Element:
    """The sections of the first page only; the whole page where there are none."""
    chosen = [s for s in main if s.get("class") in FRONT or s.get("class") == "chapter"]
    part = Element("div")
    part.extend(chosen or list(main))
    return part


def plain(part: Element) -> str:
    """The text of a part for the mail: headings, list items and table rows on lines of their own."""
    lines: list[str] = []
    for element in part.iter():
        if element.tag in ("h2", "h3", "h4"):
            lines += ["", _text(element), ""]
        elif element.tag == "li":
            lines.append(f"- {_text(element)}")
        elif element.tag == "tr" and element.find("td") is not None:
            lines.append("- " + ": ".join(_text(cell) for cell in element if _text(cell)))
        elif element.tag == "p" and element.get("class") != "passage":
            lines.append(_text(element))
    return "\n".join(lines)


def headings(main: Element) -> Iterator[dict[str, str]]:
    """Id and text of every section's heading."""
    for section in main:
        if len(section) and section[0].get("id"):
            yield {"id": section[0].get("id", ""), "text": _text(section[0])}


def serialised(element: Element) -> str:
    """The children of `element` as HTML, everything in them escaped."""
    return "\n".join(tostring(child, encoding="unicode", method="html") for child in element)
