"""Sentences with inline marks as expectation: `[S Rutte] [C sagte], [I er könne das bestätigen].`

S speaker, C cue, D direct, I indirect, F indirect free indirect, H free indirect, R reported. Marks may be
nested. Words get their tag from `TAGS`, other words by their shape, so no trained model is needed.
"""

from __future__ import annotations

import re

import spacy
from spacy.tokens import Doc

from briefing.analyse import items
from briefing.analyse.quotes import find_drafts
from briefing.analyse.quotes_indirect import Draft
from briefing.analyse.quotes_speakers import Speakers
from briefing.analyse.quotes_view import RAW, View, view_of

KINDS = {"D": "direct", "I": "indirect", "F": "indirect_free_indirect", "H": "free_indirect", "R": "reported"}

TAGS = {
    tag: words.split()
    for tag, words in {
        "ART": "der die das den dem des ein eine einen einem einer eines",
        "PPER": "er sie es wir ich man ihm ihnen",
        "PPOSAT": "seine seiner seinem ihre ihrer ihren",
        "PDS": "dies",
        "PIAT": "keine mehrere einige viele",
        "APPR": "von in aus nach für mit laut vor bei gegen auf zu über gegenüber seit unter als-ob zufolge-vor",
        "APPO": "zufolge",
        "APPRART": "am im vom zum zur beim",
        "KOUS": "dass ob weil wenn nachdem",
        "KON": "und oder aber",
        "KOKOM": "als wie",
        "PTKNEG": "nicht",
        "PAV": "davon darauf demnach danach damit daran",
        "VAFIN": "hat haben hatte hatten ist sind war waren wird werden wurde wurden habe hätten sei seien würde werde",
        "VMFIN": "kann könne könnte könnten soll sollen will müsse müssten wolle muss",
        "VVFIN": "sagte sagten erklärte teilte kündigte gab warnte kritisierte nannte sprach betonte berichtete "
        "mitteilte hieß heißt stellte forderte geht lehnte bezeichnete schätzen begann fuhr kam bestätigte lobte "
        "äußerte berichten zitierte ergänzte schrieb warf rechnet verläuft meint findet gilt brachte",
        "VVPP": "gesagt mitgeteilt angekündigt worden bestätigt gekommen verletzt geschlossen geschickt",
        "VVINF": "bestätigen handeln bringen kommen helfen liefern senken bleiben",
        "VAINF": "haben-inf sein werden-inf",
        "PTKZU": "zu-inf",
        "VVIZU": "auszubauen anzubieten",
        "PTKVZ": "mit-vz an-vz bekannt vor-vz ab-vz",
        "ADJA": "neue neuen schwere russische russischen hohe falsche weitere lange",
        "ADJD": "falsch krank klar gut ernst schwierig ruhig bald",
        "ADV": "so gestern heute dort auch bereits jedoch sehr bald-adv",
        "PRELS": "",
    }.items()
    for words in [words]
}  # fmt: skip
_TAG_OF = {word: tag for tag, words in TAGS.items() for word in words}
_NLP = spacy.blank("de")
_MARK = re.compile(r"\[([SCDIFHR]) |\]|([^\[\]]+)")


def read_marks(marked: str) -> tuple[str, dict[str, list[str]]]:
    """The plain text and what is marked in it, by letter, in text order."""
    text, stack, found = "", [], []
    for match in _MARK.finditer(marked):
        if match.group(1):
            stack.append((match.group(1), len(text)))
        elif match.group(2):
            text += match.group(2)
        else:
            letter, start = stack.pop()
            found.append((start, letter, len(text)))
    spans: dict[str, list[str]] = {}
    for start, letter, end in sorted(found):
        spans.setdefault(letter, []).append(text[start:end])
    return text, spans


def tagged(text: str, names: dict[str, tuple[str, str]] | None = None) -> Doc:
    """A document with tags from the table; `words{TAG}` in the text sets a tag by hand.

    `names` are names of persons or organisations: as written → (label, gender).
    """
    by_hand = {}
    plain = ""
    at = 0
    for match in re.finditer(r"\{(\w+)\}", text):
        plain += text[at : match.start()]
        by_hand[len(plain)] = match.group(1)
        at = match.end()
    plain += text[at:]
    doc = _NLP.make_doc(plain)
    for token in doc:
        token.tag_ = by_hand.get(token.idx + len(token)) or _tag(token.text)
    doc.user_data[RAW] = plain
    found = []
    for name, (label, gender) in (names or {}).items():
        for match in re.finditer(rf"\b{re.escape(name)}\b", plain):
            for token in doc.char_span(*match.span(), alignment_mode="expand"):
                token.tag_ = "NE"
            found.append(
                {"start": match.start(), "end": match.end(), "label": label, "name": name, "role": None, "acts": True,
                 "gender": gender, "number": "s", "rule": "test"}
            )  # fmt: skip
    items.write(doc, items.NAMES, sorted(found, key=lambda n: n["start"]))
    return doc


def _tag(word: str) -> str:
    known = _TAG_OF.get(word) or _TAG_OF.get(word.lower())
    if known:
        return known
    if word[:1].isdigit():
        return "CARD"
    if not word[:1].isalpha():
        return "$," if word == "," else "$." if word in ".!?:;" else "$("
    return "NN" if word[:1].isupper() else "ADV"


def rules_only(view: View, drafts: list[Draft]) -> list[Draft]:
    """What the rules alone take."""
    return [draft for draft in drafts if not draft.rule.endswith("/candidate")]


def found_in(doc: Doc) -> tuple[list[Draft], dict[str, list[str]], list[str | None]]:
    """Drafts, their parts by mark letter in text order, and the resolved speakers."""
    view = view_of(doc)
    drafts = find_drafts(view, rules_only)
    speakers = Speakers(view, items.read(doc, items.NAMES), drafts)
    parts: set[tuple[int, int, str]] = set()
    names = []
    letters = {kind: letter for letter, kind in KINDS.items()}
    for draft in drafts:
        resolved = speakers.resolve(draft)
        names.append(resolved.name)
        parts |= {(*view.span(a, b), letters[draft.kind]) for a, b in draft.content}
        parts |= {(start, end, "S") for start, end in resolved.spans}
        parts |= {(*view.span(i, i + 1), "C") for i in draft.cue}
    spans: dict[str, list[str]] = {}
    for start, end, letter in sorted(parts, key=lambda p: (p[0], p[1])):
        spans.setdefault(letter, []).append(doc.text[start:end])
    return drafts, spans, names
