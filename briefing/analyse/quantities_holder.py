"""Who gives a number: the speaker of the quotation around it, *nach Angaben*, *laut*, *zufolge*, *so …*, or the subject
of a verb of counting and telling.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from briefing.analyse import items
from briefing.analyse.quantities_nouns import is_adjective, is_noun
from briefing.analyse.quantities_numbers import Counted
from briefing.analyse.quantities_status import clause_of, lemma
from briefing.german.words import load

_DATA = load("quantities")
_NOUNS = frozenset(_DATA["sources"]["nouns"])
_COMPOUNDS = tuple(_DATA["sources"]["compounds"])
_REPORTS = frozenset(_DATA["sources"]["reports"])
_FOLLOWING = frozenset(_DATA["sources"]["following"])
_HOLDS, _SAYS = frozenset(_DATA["verbs"]["holds"]), frozenset(_DATA["verbs"]["says"])
# Verbs whose subject gives the number itself, even inside another one's words.
_DIRECT = frozenset({"sprechen", "zählen", "schätzen", "beziffern", "wissen", "ausgehen"})
# Konjunktiv I that differs from the indicative.
_INDIRECT = frozenset(
    {"sei", "seien", "habe", "werde", "könne", "müsse", "solle", "wolle", "dürfe", "gebe", "komme", "liege"}
)
_PLANS = frozenset({"planen", "beabsichtigen", "vorhaben", "anstreben", "erwägen", "vorbereiten", "versuchen"})
_CARRIED = 300  # characters
_DETERMINERS = ("ART", "PPOSAT", "PDAT", "PIAT", "PIDAT")
# Subjects of these measure something, they hold no number: "die Kosten beziffern sich auf".
_THINGS = frozenset(
    {"zahl", "kosten", "preis", "umsatz", "wert", "anteil", "quote", "programm", "paket", "fonds", "schaden"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Characters of who gives the number, the name resolved, the reporting verb's lemma, and the rule."""

    start: int
    end: int
    name: str
    verb: str
    rule: str


def holder_of(doc: Doc, counted: Counted, index: HolderIndex) -> Holder | None:
    """Who gives the number, None where nobody is named."""
    sentence = doc[counted.first].sent
    direct = _teller(doc, counted, _DIRECT)
    if direct is not None:
        return direct
    own = _frame(doc, counted, sentence.start, sentence.end)
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
        found = _frame(self._doc, None, sentence.start, sentence.end)
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


def _frame(doc: Doc, counted: Counted | None, start: int, end: int) -> Holder | None:
    """A source phrase in the tokens `start` to `end`; in a long sentence the one nearest to the number wins."""
    best: tuple[int, Holder] | None = None
    for k in range(start, end):
        found = _source_at(doc, k, start, end)
        if found is None:
            continue
        distance = 0 if counted is None else abs(k - counted.first) + (40 if _apart(doc, k, counted) else 0)
        if distance < 60 and (best is None or distance < best[0]):
            best = (distance, found)
    return best[1] if best else None


def _apart(doc: Doc, k: int, counted: Counted) -> bool:
    low, high = sorted((k, counted.first))
    return any(doc[n].text == ";" or doc[n].is_space for n in range(low, high))


def _source_at(doc: Doc, k: int, start: int, end: int) -> Holder | None:
    low = doc[k].lower_
    if low in ("seitens", "vonseiten") and not {"rede", "hieß", "heißt"} & {doc[n].lower_ for n in range(start, end)}:
        return None
    if low in ("laut", "gemäß", "seitens", "vonseiten") and k + 1 < end:
        return _holder(doc, k + 1, _phrase_end(doc, k + 1, end), "laut")
    if low == "nach" and k + 1 < end:
        return _after_nach(doc, k, end)
    if low == "zufolge":
        first = _phrase_start(doc, k, start)
        return _holder(doc, first, k, "zufolge") if first < k else None
    if (
        low == "so"
        and k > start
        and doc[k - 1].text in (",", '"')
        and k + 1 < end
        and doc[k + 1].tag_ in ("NE", "ART", "NN", "PPOSAT")
    ):
        return _holder(doc, k + 1, _phrase_end(doc, k + 1, end), "so")
    if low in ("aus", "in", "bei") and k + 1 < end:
        return _document(doc, k, start, end)
    if low in _FOLLOWING:
        return Holder(start=doc[k].idx, end=doc[k].idx + len(doc[k]), name="", verb="", rule="following")
    return None


def _document(doc: Doc, k: int, start: int, end: int) -> Holder | None:
    """*wie aus dem Bericht hervorgeht, aus der Antwort geht hervor, heißt es in dem Papier*."""
    last = _phrase_end(doc, k + 1, end)
    behind = {doc[n].lower_ for n in range(last, min(end, last + 5))}
    ahead = [doc[n].lower_ for n in range(max(start, k - 3), k)]
    told = doc[k].lower_ == "aus" and behind & {"hervorgeht", "hervor", "hervorging"}
    if told or ahead[-2:] == ["heißt", "es"] or ahead[-2:] == ["hieß", "es"]:
        return _holder(doc, k + 1, last, "document")
    return None


def _after_nach(doc: Doc, k: int, end: int) -> Holder | None:
    """*nach Angaben der Polizei, nach Einschätzung von X, nach ukrainischen Angaben, nach Polizeiangaben*."""
    first = k + 1
    while first < end and (is_adjective(doc[first]) or doc[first].tag_ in _DETERMINERS):
        first += 1
    if first >= end or not is_noun(doc[first]):
        return None
    low = doc[first].lower_
    compound = low.endswith(_COMPOUNDS) and low not in _NOUNS
    if low not in _NOUNS and not compound:
        return None
    follows = first + 1
    if follows < end and doc[follows].lower_ in ("von", "vom", "der", "des", "aus", "dieser", "seiner", "ihrer"):
        inner = follows + 1 if doc[follows].lower_ in ("von", "vom", "aus") else follows
        return _holder(doc, inner, _phrase_end(doc, inner, end), "nach-angaben")
    if follows < end and doc[follows].tag_ == "NE":
        return _holder(doc, follows, _phrase_end(doc, follows, end), "nach-angaben")
    if first > k + 1 or compound:
        return _holder(doc, k + 1, first + 1, "nach-angaben")
    return None


def _phrase_end(doc: Doc, k: int, end: int) -> int:
    """The token after the noun phrase at `k`, with a genitive or name behind its noun."""
    noun = False
    while k < end and not doc[k].is_space:
        token = doc[k]
        if is_noun(token):
            noun = True
        elif (
            noun
            and token.lower_ in ("der", "des", "von", "für")
            and token.lower_ in ("der", "des")
            and _genitive_next(doc, k, end)
        ):
            noun = False
        elif noun or not (is_adjective(token) or token.tag_ in (*_DETERMINERS, "ADV", "CARD") or token.text == "-"):
            break
        k += 1
    return k


def _genitive_next(doc: Doc, k: int, end: int) -> bool:
    n = k + 1
    while n < end and is_adjective(doc[n]):
        n += 1
    return n < end and is_noun(doc[n])


def _phrase_start(doc: Doc, k: int, start: int) -> int:
    """The first token of the noun phrase that ends before `k` (*einer Analyse der russischen BBC* zufolge)."""
    n = k
    while n > start and not doc[n - 1].is_space:
        token = doc[n - 1]
        if is_noun(token) or is_adjective(token) or token.tag_ in (*_DETERMINERS, "CARD"):
            n -= 1
        else:
            break
    return n


_EMPTY = frozenset({"angaben", "angabe", "informationen", "berichten", "bericht", "schätzungen"})


def _holder(doc: Doc, first: int, last: int, rule: str) -> Holder | None:
    """The phrase as a holder: a name in it by its resolved name, else its words without the leading article."""
    if first >= last:
        return None
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    for name in items.read(doc, items.NAMES):
        if start <= name["start"] < end and name["label"] in ("PER", "ORG", "STATE") and not _adjectival(doc, name):
            role = name["role"]
            begin = min(start, role[0]) if role and role[1] <= name["start"] else start
            return Holder(start=begin, end=max(end, name["end"]), name=name["name"], verb="", rule=rule)
    while first < last - 1 and doc[first].tag_ in ("ART", "PDAT"):
        first += 1
    if first == last - 1 and doc[first].lower_ in _EMPTY:
        return None
    text = doc[first:last].text
    return Holder(start=doc[first].idx, end=end, name=_plain(text), verb="", rule=rule)


def _adjectival(doc: Doc, name: items.NameItem) -> bool:
    """Names inside an adjective or a genitive that only describes (*südkoreanische Geheimdienste*)."""
    span = doc.char_span(name["start"], name["end"], alignment_mode="expand")
    return span is not None and is_adjective(span[-1]) and not is_noun(span[-1])


def _plain(text: str) -> str:
    """*Polizeiangaben* → *Polizei*."""
    for ending in ("angaben", "informationen"):
        if text.endswith(ending) and " " not in text and len(text) > len(ending) + 3:
            return text[: -len(ending)].removesuffix("s") if text.endswith("s" + ending) else text[: -len(ending)]
    return text


def _teller(doc: Doc, counted: Counted, telling: frozenset[str]) -> Holder | None:
    """The subject of a verb of counting, estimating, demanding … in the number's clause or right above it."""
    clause = clause_of(doc, counted.last - 1)
    verbs = [doc[k] for k in clause if lemma(doc[k]) in telling and doc[k].tag_.startswith("VV")]
    token = doc[counted.last - 1]
    for _ in range(6 if telling is _HOLDS else 0):
        if token.tag_.startswith("VV") and lemma(token) in _SAYS and token not in verbs:
            verbs.append(token)
        if token.head.i == token.i:
            break
        token = token.head
    for verb in verbs:
        subject = _subject(doc, verb)
        if subject is None or lemma(subject) in _THINGS or _dated(doc, subject):
            continue
        if counted.first <= subject.i < counted.after + 1:
            continue
        first, last = _subject_span(doc, subject)
        found = _holder(doc, first, last, "teller")
        if found is not None:
            return Holder(start=found.start, end=found.end, name=found.name, verb=lemma(verb), rule="teller")
    return None


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
        if subjects:
            return (known or subjects)[0]
    return None


def _subject_span(doc: Doc, subject: Token) -> tuple[int, int]:
    first = subject.i
    while first > subject.sent.start and (is_adjective(doc[first - 1]) or doc[first - 1].tag_ in _DETERMINERS):
        first -= 1
    return first, _phrase_end(doc, subject.i, subject.sent.end)
