"""Who gives a number: a source phrase, the speaker of the quotation around it, or the subject of a verb of telling."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.analyse import items
from briefing.analyse.quantities_anaphora import meant_by, named, told_next
from briefing.analyse.quantities_nouns import is_adjective, is_noun
from briefing.analyse.quantities_numbers import Counted
from briefing.analyse.quantities_sources import DETERMINERS, Holder, frame, holder, phrase_end
from briefing.analyse.quantities_status import clause_of, lemma
from briefing.german.words import load

_DATA = load("quantities")
_REPORTS = frozenset(_DATA["sources"]["reports"])
_HOLDS, _SAYS = frozenset(_DATA["verbs"]["holds"]), frozenset(_DATA["verbs"]["says"])
# Verbs whose subject gives the number itself, even inside another one's words.
_DIRECT = frozenset({"sprechen", "zählen", "schätzen", "beziffern", "taxieren", "wissen", "ausgehen"})
# Konjunktiv I that differs from the indicative.
_INDIRECT = frozenset(
    {"sei", "seien", "habe", "werde", "könne", "müsse", "solle", "wolle", "dürfe", "gebe", "komme", "liege"}
)
_PLANS = frozenset({"planen", "beabsichtigen", "vorhaben", "anstreben", "erwägen", "vorbereiten", "versuchen"})
_BEFALLS = frozenset({"verzeichnen", "registrieren", "zählen", "vermelden", "erfassen", "feststellen"})
_INSEPARABLE = ("ver", "be", "er", "ent", "zer")
_OWN = 4  # tokens behind the number in which a subject is the counted noun itself
_CARRIED = 300  # characters
# Subjects of these measure something, they hold no number: "die Kosten beziffern sich auf".
_THINGS = frozenset(
    {
        "zahl",
        "anzahl",
        "kosten",
        "preis",
        "umsatz",
        "wert",
        "anteil",
        "quote",
        "programm",
        "paket",
        "fonds",
        "schaden",
        "tote",
        "opfer",
        "verletzte",
        "mensch",
        "leute",
        "bild",
        "zielgröße",
    }
)


def holder_of(doc: Doc, counted: Counted, index: HolderIndex) -> Holder | None:
    """Who gives the number, None where nobody is named."""
    found = _holder_of(doc, counted, index)
    return None if found is None else named(doc, found)


def _holder_of(doc: Doc, counted: Counted, index: HolderIndex) -> Holder | None:
    sentence = doc[counted.first].sent
    direct = _teller(doc, counted, _DIRECT)
    if direct is not None:
        return direct
    own = frame(doc, counted, sentence.start, sentence.end)
    if own is not None and own.rule == "following":
        own = index.before(sentence.start) or own
    if own is not None and own.name and own.rule != "so":
        return own
    quoted = index.quoted(counted)
    return (
        quoted
        or (own if own is not None and own.name else None)
        or _teller(doc, counted, _HOLDS)
        or index.carried(doc, counted)
        or told_next(doc, counted)
    )


class HolderIndex:
    """The quotations of a document, and who spoke last before a place."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._quotes: list[items.QuoteItem] = items.read(doc, items.QUOTES)

    def quoted(self, counted: Counted) -> Holder | None:
        """The speaker of the smallest quotation whose content holds the number; nested scare quotes count too."""
        at = counted.number.digits_start
        best: tuple[int, items.QuoteItem] | None = None
        for quote in self._quotes:
            if self._cue(quote) in _PLANS:  # who plans something does not tell how much it is
                continue
            for start, end in quote["content"]:
                if start <= at < end and quote["speaker_name"] and (best is None or end - start < best[0]):
                    best = (end - start, quote)
        if best is None:
            return None
        quote = best[1]
        spans = quote["speaker"] or [[at, at]]
        return Holder(
            start=spans[0][0], end=spans[-1][1], name=quote["speaker_name"] or "", verb=self._cue(quote), rule="quote"
        )

    def carried(self, doc: Doc, counted: Counted) -> Holder | None:
        """Reported speech that goes on in Konjunktiv I keeps the speaker of the sentences before it."""
        clause = clause_of(doc, counted.last - 1)
        if not any(doc[k].lower_ in _INDIRECT for k in clause):
            return None
        at, best = counted.number.start, None
        for quote in self._quotes:
            ends = [end for _, end in quote["content"] if end <= at and at - end < _CARRIED]
            ends = [end for end in ends if _adjacent(doc, end, at)]
            if ends and quote["speaker_name"] and (best is None or ends[-1] > best[0]):
                best = (ends[-1], quote)
        if best is None:
            return None
        quote = best[1]
        spans = quote["speaker"] or [[at, at]]
        name = quote["speaker_name"] or ""
        return Holder(start=spans[0][0], end=spans[-1][1], name=name, verb="", rule="carried")

    def _cue(self, quote: items.QuoteItem) -> str:
        for start, end in quote["cue"]:
            span = self._doc.char_span(start, end, alignment_mode="expand")
            if span is not None:
                verbs = [lemma(token) for token in span if token.tag_.startswith("V")]
                if verbs:
                    return verbs[0]
        return ""

    def before(self, at: int) -> Holder | None:
        """*Demnach* in the sentence from token `at`: the source named before, a report's author before its subject."""
        last = at - 1
        while last >= 0 and self._doc[last].is_space:
            last -= 1
        if last < 0:
            return None
        sentence = self._doc[last].sent
        found = frame(self._doc, None, sentence.start, sentence.end)
        if found is not None and found.name:
            return found
        names = [n for n in items.read(self._doc, items.NAMES) if sentence.start_char <= n["start"] < sentence.end_char]
        reports = [token for token in sentence if lemma(token).split("-")[-1] in _REPORTS]
        if reports:
            later = [n for n in names if n["start"] >= reports[0].idx and n["label"] in ("ORG", "PER")]
            agency = [n for n in names if n["start"] >= reports[0].idx and n["label"] == "MISC"]
            for name in (*later, *agency):
                return Holder(start=name["start"], end=name["end"], name=name["name"], verb="", rule="following-report")
            token = reports[-1]
            return Holder(
                start=token.idx, end=token.idx + len(token), name=token.text, verb="", rule="following-report"
            )
        for name in names:
            if name["acts"] and name["label"] in ("PER", "ORG", "STATE"):
                return Holder(start=name["start"], end=name["end"], name=name["name"], verb="", rule="following-name")
        return None


def _adjacent(doc: Doc, end: int, at: int) -> bool:
    """Whether at most one sentence ends, and nothing new is introduced by a colon, between two characters."""
    between = doc.char_span(end, at, alignment_mode="contract")
    marks = [token.text for token in between] if between is not None else []
    return ":" not in marks and sum(mark in ".!?" for mark in marks) <= 1


def _teller(doc: Doc, counted: Counted, telling: frozenset[str]) -> Holder | None:
    """The subject of a verb of counting, estimating, demanding … in the number's clause or right above it."""
    clause = [*clause_of(doc, counted.last - 1)]
    if clause[0] > 1 and doc[clause[0] - 1].text == '"' and counted.first - clause[0] < _OWN:
        clause = [*clause_of(doc, clause[0] - 2), *clause]  # auf „wenigstens 45.000“ Menschen
    verbs = [doc[k] for k in clause if _told_by(doc[k], telling) and doc[k].tag_.startswith("VV")]
    token = doc[counted.last - 1]
    for _ in range(6 if telling is _HOLDS else 0):
        if token.tag_.startswith("VV") and _told_by(token, _SAYS) and token not in verbs:
            verbs.append(token)
        if token.head.i == token.i:
            break
        token = token.head
    for verb in verbs:
        if lemma(verb) == "zählen" and {"zu", "zum", "zur"} & {doc[k].lower_ for k in clause}:
            continue  # zählt zu den fünf Spielern
        subject = _subject(doc, verb)
        if subject is None and (meant := meant_by(doc, verb)) is not None:
            return replace(meant, verb=lemma(verb))
        if subject is None or lemma(subject) in _THINGS or _dated(doc, subject):
            continue
        if counted.first <= subject.i < counted.after + _OWN or any(
            c.lower_.startswith("kein") for c in subject.children
        ):
            continue
        if lemma(verb) in _BEFALLS and _is_place(doc, subject):
            continue
        first, last = _subject_span(doc, subject)
        found = holder(doc, first, last, "teller")
        if found is not None:
            return Holder(start=found.start, end=found.end, name=found.name, verb=lemma(verb), rule="teller")
    return None


def _told_by(verb: Token, telling: frozenset[str]) -> bool:
    """Whether a verb is one of telling; a preposition may have been taken for its prefix (*an + vermerken*)."""
    low = lemma(verb)
    return low in telling or any(low.endswith(word) for word in telling if word.startswith(_INSEPARABLE))


def _is_place(doc: Doc, token: Token) -> bool:
    """Whether the token is in the name of a place: cases are registered there, nobody tells of them."""
    names = items.read(doc, items.NAMES)
    return any(n["start"] <= token.idx < n["end"] and n["label"] in ("LOC", "STATE") for n in names)


def _dated(doc: Doc, token: Token) -> bool:
    return any(d["start"] <= token.idx < d["end"] for d in items.read(doc, items.DATES))


def _subject(doc: Doc, verb: Token) -> Token | None:
    """The active subject of a verb, a noun or name; of the verb it is coordinated with too."""
    if any(child.dep_ in ("aux:pass", "nsubj:pass") for child in verb.children):
        return None
    if verb.tag_ == "VVPP" and any(child.lower_ in ("wurde", "wurden", "werden", "wird") for child in verb.children):
        return None
    for source in (verb, verb.head if verb.dep_ == "conj" else verb):
        subjects = [child for child in source.children if child.dep_ == "nsubj" and is_noun(child)]
        known = [child for child in subjects if child.tag_ == "NE" or any(n.dep_ == "det" for n in child.children)]
        named = [child for child in subjects if _is_name(doc, child)]
        if subjects:
            return (named or known or subjects)[0]
    return None


def _is_name(doc: Doc, token: Token) -> bool:
    """Whether the token is in the name of a person or organisation, or in the role before it."""
    return any(
        (name["role"] or [name["start"]])[0] <= token.idx < name["end"] and name["label"] in ("PER", "ORG")
        for name in items.read(doc, items.NAMES)
    )


def _subject_span(doc: Doc, subject: Token) -> tuple[int, int]:
    first = subject.i
    while first > subject.sent.start and (is_adjective(doc[first - 1]) or doc[first - 1].tag_ in DETERMINERS):
        first -= 1
    return first, phrase_end(doc, subject.i, subject.sent.end)
