"""Who gives a number: a source phrase, the speaker of the quotation around it, or the subject of a verb of telling."""

from __future__ import annotations

from spacy.tokens import Doc

from briefing.analyse import items
from briefing.analyse.quantities_anaphora import named, told_next
from briefing.analyse.quantities_clauses import clause_of, lemma
from briefing.analyse.quantities_named import Holder
from briefing.analyse.quantities_numbers import Counted
from briefing.analyse.quantities_running import INDIRECT
from briefing.analyse.quantities_sources import frame
from briefing.analyse.quantities_tellers import own_account, own_forecast, shown_by, teller
from briefing.german.words import load

_DATA = load("quantities")
_REPORTS = frozenset(_DATA["sources"]["reports"])
_HOLDS = frozenset(_DATA["verbs"]["holds"])
# Verbs whose subject gives the number itself, even inside another one's words.
_DIRECT = frozenset({"sprechen", "zählen", "schätzen", "beziffern", "taxieren", "wissen", "ausgehen"})
_PLANS = frozenset({"planen", "beabsichtigen", "vorhaben", "anstreben", "erwägen", "vorbereiten", "versuchen"})
_DENIES = frozenset(
    {"dementieren", "bestreiten", "abstreiten", "leugnen", "verneinen", "widersprechen", "zurückweisen"}
)
_CARRIED = 300  # characters


def holder_of(doc: Doc, counted: Counted, index: HolderIndex) -> Holder | None:
    """Who gives the number, None where nobody is named."""
    if index.is_undenied(counted):
        return None  # who does not deny what others say does not tell it
    found = _holder_of(doc, counted, index)
    found = None if found is None else own_account(doc, found)
    return None if found is None else named(doc, found)


def _holder_of(doc: Doc, counted: Counted, index: HolderIndex) -> Holder | None:
    sentence = doc[counted.first].sent
    direct = teller(doc, counted, _DIRECT)
    if direct is not None:
        return direct
    own = frame(doc, counted, sentence.start, sentence.end)
    if own is not None and own.rule == "following":
        span = doc.char_span(own.start, own.end, alignment_mode="expand")
        at = counted.first if span is None else span.start
        own = index.before(at, doc[at].lower_) or own
    if own is not None and own.name and own.rule != "so":
        return own
    quoted = index.quoted(counted)
    return (
        quoted
        or (own if own is not None and own.name else None)
        or teller(doc, counted, _HOLDS, upwards=True)
        or shown_by(doc, counted)
        or own_forecast(doc, counted)
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
            if any(start < counted.end and counted.number.start < end for start, end in quote["speaker"]):
                continue  # nobody who is counted tells it
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
        first = doc[clause[0]].sent.start if doc[clause[0]].lower_ in ("dass", "ob") else clause[0]
        if not any(doc[k].lower_ in INDIRECT for k in range(first, clause[-1] + 1)):  # habe man beobachtet, dass
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

    def is_undenied(self, counted: Counted) -> bool:
        """Whether the number stands in what somebody only does not deny."""
        at = counted.number.digits_start
        undenied = (quote for quote in self._quotes if self._is_undenied(quote))
        return any(start <= at < end for quote in undenied for start, end in quote["content"])

    def _is_undenied(self, quote: items.QuoteItem) -> bool:
        """*wollte nicht dementieren, dass …*: what others say."""
        cues = [self._doc.char_span(start, end, alignment_mode="expand") for start, end in quote["cue"]]
        spans = [span for span in cues if span is not None]
        denies = any(lemma(token) in _DENIES for span in spans for token in span)
        return denies and any(
            self._doc[k].lower_ == "nicht" for span in spans for k in clause_of(self._doc, span.start)
        )

    def before(self, at: int, word: str) -> Holder | None:
        """*Demnach* (`word`) at token `at`: who is named before the colon of its sentence or in the one before."""
        sentence = self._doc[at].sent
        colon = next((k for k in range(at, sentence.start, -1) if self._doc[k].text == ":"), -1)
        if colon > 0 and (found := self._reported(sentence.start, colon, word)) is not None:
            return found
        last = sentence.start - 1
        while last >= 0 and self._doc[last].is_space:
            last -= 1
        return None if last < 0 else self._reported(self._doc[last].sent.start, self._doc[last].sent.end, word)

    def _reported(self, first: int, end: int, word: str) -> Holder | None:
        """The source in the tokens `first` to `end`: a report's author before its subject, the only one who acts."""
        found = frame(self._doc, None, first, end)
        if found is not None and found.name:
            return found
        span = self._doc[first:end]
        names = [n for n in items.read(self._doc, items.NAMES) if span.start_char <= n["start"] < span.end_char]
        reports = [token for token in span if lemma(token).split("-")[-1] in _REPORTS]
        if reports:
            later = [n for n in names if n["start"] >= reports[0].idx and n["label"] in ("ORG", "PER")]
            agency = [n for n in names if n["start"] >= reports[0].idx and n["label"] == "MISC"]
            for name in (*later, *agency):
                return Holder(start=name["start"], end=name["end"], name=name["name"], verb="", rule="following-report")
            token = reports[-1]
            return Holder(
                start=token.idx, end=token.idx + len(token), name=token.text, verb="", rule="following-report"
            )
        acting = [n for n in names if n["acts"] and n["label"] in ("PER", "ORG", "STATE")]
        if word == "danach" or len({n["name"] for n in acting}) != 1:  # also: afterwards
            return None
        name = acting[0]
        return Holder(start=name["start"], end=name["end"], name=name["name"], verb="", rule="following-name")


def _adjacent(doc: Doc, end: int, at: int) -> bool:
    """Whether at most one sentence ends, and nothing new is introduced by a colon, between two characters."""
    between = doc.char_span(end, at, alignment_mode="contract")
    marks = [token.text for token in between] if between is not None else []
    return ":" not in marks and sum(mark in ".!?" for mark in marks) <= 1
