"""Open questions: what the text itself calls unknown, unconfirmed, unanswered or doubtful, and what it asks."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span

from briefing.analyse import items
from briefing.analyse.questions_patterns import finding, is_real_question
from briefing.analyse.terms import Terms
from briefing.german.words import load

_LABEL = re.compile(r"((?:[\w-]+ ){0,2}[\w-]+):\s")


def find_questions(doc: Doc) -> Doc:
    """Write what `doc` leaves open (`items.QUESTIONS`), one per sentence, in text order."""
    terms = Terms(doc)
    sentences = [s for s in doc.sents if s.text.strip() and items.block_at(doc, _bounds(s)[0]) != "boilerplate"]
    found: list[items.QuestionItem] = []
    for number, sentence in enumerate(sentences):
        before = sentences[number - 1].text if number else ""
        start, end = _bounds(sentence)
        kind = items.block_at(doc, start)
        text = items.text_of(doc)[start:end]
        if _is_answer(doc, start, text):
            continue
        if text.rstrip('"').endswith("?"):
            what = ("asked", "question") if _is_asked(doc, sentence, kind, before) else None
        else:
            shown = kind not in ("heading", "headline") and not text.startswith("[")
            hit = finding(text) if shown else None
            what = (hit.kind, hit.rule) if hit is not None else None
        if what is not None:
            found.append({"start": start, "end": end, "kind": what[0], "terms": terms.of(start, end), "rule": what[1]})
    asked = sum(item["kind"] == "asked" for item in found)
    if asked > int(load("questions")["asked"]["at_most"]):
        found = [item for item in found if item["kind"] != "asked"]
    items.write(doc, items.QUESTIONS, found)
    return doc


def _is_answer(doc: Doc, start: int, text: str) -> bool:
    """Whether a sentence opens with the name of who speaks, in an interview (*Jung: Es stellt sich die Frage …*)."""
    label = _LABEL.match(text)
    end = start + label.end(1) if label is not None else start
    return any(n["label"] == "PER" and start <= n["start"] < n["end"] == end for n in items.read(doc, items.NAMES))


def _bounds(sentence: Span) -> tuple[int, int]:
    """First and last character (half-open) of a sentence without white space around it."""
    text = sentence.text
    return sentence.start_char + len(text) - len(text.lstrip()), sentence.end_char - (len(text) - len(text.rstrip()))


def _is_asked(doc: Doc, sentence: Span, kind: str, before: str) -> bool:
    """A question in running text, put by the text itself or by someone who is said to ask."""
    if kind in ("headline", "heading", "dateline") or _alone(doc, sentence):
        return False
    start, end = _bounds(sentence)
    for quote in items.read(doc, items.QUOTES):
        inside = any(s <= end - 2 and e > start for s, e in quote["content"])
        if quote["kind"] == "direct" and inside:
            askers = load("questions")["asked"]["askers"]
            if not any(items.text_of(doc)[s:e] in askers for s, e in quote["cue"]):
                return False
    if '"' in items.text_of(doc)[start:end] or items.text_of(doc)[max(0, start - 2) : start].strip() == '"':
        return False
    return is_real_question(items.text_of(doc)[start:end], before)


def _alone(doc: Doc, sentence: Span) -> bool:
    """Whether the sentence is a paragraph of its own: a heading that no label marks."""
    start, end = _bounds(sentence)
    before = items.text_of(doc)[:start].rstrip(' \t"')
    after = items.text_of(doc)[end:].lstrip(' \t"')
    return (not before or before.endswith("\n")) and (not after or after.startswith("\n"))
