"""Quantities of an article: what is counted, how sure, by whom, as of when, and what stands of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Doc

from briefing.analyse import items
from briefing.analyse.quantities_antecedent import antecedent, money_unit, of_them, same_sums, whole_of
from briefing.analyse.quantities_bearers import bearer_of, is_divided, is_vote, says_again, shared
from briefing.analyse.quantities_clauses import clause_of, lemma
from briefing.analyse.quantities_degrees import degree_of, moved
from briefing.analyse.quantities_direction import CHANGE, directed, direction, unsigned
from briefing.analyse.quantities_gapped import with_units
from briefing.analyse.quantities_holder import HolderIndex, holder_of
from briefing.analyse.quantities_label import DISTANCE, frames, label, per_end
from briefing.analyse.quantities_named import Holder
from briefing.analyse.quantities_nouns import Phrase, head_lemma, modifiers
from briefing.analyse.quantities_numbers import Counted, candidates, unit_token
from briefing.analyse.quantities_phrase import phrase_of
from briefing.analyse.quantities_predicates import predicate_of
from briefing.analyse.quantities_results import told_of
from briefing.analyse.quantities_running import Running
from briefing.analyse.quantities_said import fronted, is_demanded_for
from briefing.analyse.quantities_status import event_lemmas, events, status_of

_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_FEW = 12  # number words up to this count only with a noun or a unit
_BARE = 1000  # and exact figures without either only above this
_REACH = 4  # tokens between a number and the whole it is a part of (*sieben von rund 34 Zimmern*)
_NEAR = 250  # characters between two shares of the same
_FAR = 500  # characters: a date further away is not the number's
_LONGEST = 110  # characters of what is counted
_NEEDED = ("notwendige", "nötige", "erforderliche", "benötigte")
_SHORT = 4  # letters of words that tell no term apart (*vor, nach, der*)
_LINKS = frozenset({"von", "an", "für", "als", "der", "des", "vom", "am", "zugunsten", "durch"})
# über dem Vorjahr, im Vergleich zur Prognose vom Mai, doppelt so viele wie am Montag
_ABOVE = re.compile(
    r"\b(?:über|unter)(?: (?:dem|der|den|denen)(?: \w+)?(?: (?:von|vom|des|aus|im))?)? $"
    r"|\b(?:[Vv]ergleich|verglichen|[Gg]egenüber)\b[^,;.!?]{0,40}$|\bso \w+ wie (?:\w+ ){0,2}$"
)
_BORDERS = frozenset({"seit", "bis", "ab", "gegenüber", "als", "vergleich"})


def find_quantities(doc: Doc) -> Doc:
    """Write the quantities of `doc` outside boilerplate under `items.QUANTITIES`."""
    items.write(doc, items.QUANTITIES, _Reader(doc).found())
    return doc


class _Reader:
    """One document; its text, dates and numbers are fetched once, as spaCy builds them anew on each access."""

    def __init__(self, doc: Doc) -> None:
        self._doc, self._text = doc, doc.text
        self._counts = with_units(self._text, candidates(doc, self._text))
        self._index, self._running = HolderIndex(doc), Running(doc)
        self._dates: list[items.DateItem] = items.read(doc, items.DATES)
        self._names: list[items.NameItem] = sorted(items.read(doc, items.NAMES), key=lambda name: name["start"])
        self._starts = [counted.number.start for counted in self._counts]
        self._date_starts = [date["start"] for date in self._dates]
        self._name_starts = [name["start"] for name in self._names]
        self._plain: dict[int, str] = {}  # what the quantity at a character counts, without the way it goes
        self._plain_words: dict[int, list[str]] = {}  # and the words it is told apart by, without whose it is
        self._before: tuple[int, str] | None = None  # where the last number ended, and whose or what it was
        self._published = items.article_of(doc)["published"]

    def found(self) -> list[items.QuantityItem]:
        """The quantities in the order of the text."""
        found: list[items.QuantityItem] = []
        for counted in self._counts:
            counted, phrase = moved(self._doc, counted, phrase_of(self._doc, counted))
            if counted.number.change and is_demanded_for(self._doc, counted, phrase):  # für 500 Beschäftigte mehr Lohn
                counted = replace(counted, number=replace(counted.number, change=False))
            if not phrase.found or phrase.rule == "sum-of":
                counted = replace(counted, unit=money_unit(counted, found))
            whole = None if phrase.found or counted.term else whole_of(self._text, counted, found)
            former = None if phrase.found or counted.term or whole else antecedent(self._text, counted, found)
            if self._bare_count(phrase):
                former = antecedent(self._text, counted, found)  # die Zahl liegt bei 149
                phrase = phrase if former is None else Phrase()
            if former is None and whole is None and not phrase.found:
                former = self._of_the_same(counted, found)
            if former is not None and former["change"] and former["unit"] != counted.unit:
                counted = replace(counted, number=replace(counted.number, change=True))
            if not phrase.found and ((former is None and not self._stands_alone(counted)) or counted.known):
                continue
            found.append(self._item(counted, phrase, former, whole))
        return same_sums(found)

    def _bare_count(self, phrase: Phrase) -> bool:
        """*die Zahl*, with nothing that says of what."""
        if not phrase.found or phrase.end != phrase.head + 1 or self._doc[phrase.head].lower_ != "zahl":
            return False
        return phrase.end >= len(self._doc) or self._doc[phrase.end].lower_ not in ("der", "des", "von", "an")

    def _of_the_same(self, counted: Counted, found: list[items.QuantityItem]) -> items.QuantityItem | None:
        """*14 Prozent der Befragten nutzten sie. 85 Prozent fanden sie gut*: a share that acts is one of the same."""
        unit = unit_token(self._doc, counted)
        share = counted.unit == "Prozent" and unit.dep_ == "nsubj" and not counted.number.change
        verb = unit.head
        last = found[-1] if found and share and lemma(verb) != "entfallen" else None
        if last is None or last["unit"] != "Prozent" or not last["what"].startswith("Anteil "):
            return None
        between = self._text[last["end"] : counted.number.start]
        return last if len(between) < _NEAR and "\n" not in between else None

    def _stands_alone(self, counted: Counted) -> bool:
        """Whether a number without a noun is worth keeping: with a unit, a bound and above a dozen, or large."""
        if of_them(self._text, counted):
            return True
        number = counted.number
        if self._doc[counted.first].lower_ == "ab" and not counted.unit:  # Menschen ab 55
            return False
        value = number.low if number.low is not None else number.high
        if counted.unit or number.bound not in ("exact", "range"):
            return bool(counted.unit) or (value is not None and value > _FEW)
        return value is not None and value > _BARE

    def _item(
        self,
        counted: Counted,
        phrase: Phrase,
        former: items.QuantityItem | None,
        whole: items.QuantityItem | None = None,
    ) -> items.QuantityItem:
        doc = self._doc
        signed, counted = counted, unsigned(doc, counted, phrase)
        number, way = counted.number, direction(doc, counted, phrase, fell=counted is not signed)
        deeds = events(doc, counted, phrase)
        holder = holder_of(doc, counted, self._index)
        holder = holder or self._running.holder(counted, status_of(doc, counted, phrase, deeds, ""))
        status = status_of(doc, counted, phrase, deeds, holder.verb if holder else "")
        if is_demanded_for(doc, counted, phrase):
            status = "reported"  # they are there; what is demanded is not
        self._running.note(counted, holder, status)
        span = self._phrase_chars(phrase)
        head, extra = head_lemma(doc, phrase), modifiers(doc, phrase)
        what = label(doc, counted, phrase)
        if told := fronted(doc, counted, phrase):
            extra = [*extra, told.removesuffix("e")]
        if former is not None:
            head, span = former["head"], span or former["counted"]
            extra = self._plain_words.get(former["start"], former["modifiers"])
            what = self._plain.get(former["start"], former["what"])
        elif whole is not None:
            head, extra, what = whole["head"], whole["modifiers"], f"Anteil ({whole['what']})"
        elif counted.term:
            head, extra = _parts(counted.term)
        elif what and (not head or what == DISTANCE):
            head, extra = what.lower(), ([head] if head else extra)
        voted = "-zu-" in doc[counted.first].text and doc[counted.first].idx < number.start
        start = number.start if voted else min(number.start, doc[counted.first].idx)
        self._plain[start] = what
        self._plain_words[start] = extra
        what, whose = self._divided(counted, phrase, what, former)
        head = head or what.partition(":")[0].partition(" (")[0].lower()
        if whose:
            head, extra = head if phrase.found and what[:6] != "Anteil" else "anteil", [*extra, *whose.lower().split()]
        if way and what:
            what, extra = directed(doc, counted, phrase, what, way), [*extra, way.lower()]
        elif number.change and not counted.term:
            what = f"{what} {CHANGE}".strip()
        return {
            "start": start,
            "end": self._end(counted, phrase),
            "low": _decimal(number.low),
            "high": _decimal(number.high),
            "bound": number.bound,
            "unit": counted.unit,
            "counted": span,
            "what": what,
            "status": status,
            "holder": [holder.start, holder.end] if holder and holder.start < holder.end else None,
            "holder_name": holder.name if holder else None,
            "as_of": self._as_of(counted),
            "change": number.change,
            "head": head,
            "modifiers": extra,
            "events": [*event_lemmas(doc, deeds), *frames(doc, counted, phrase)],
            "places": self._places(counted),
            "rule": _rule(counted, phrase, former, holder),
        }

    def _divided(
        self, counted: Counted, phrase: Phrase, what: str, former: items.QuantityItem | None
    ) -> tuple[str, str]:
        """What is counted with whose it is or what they do, and whose: *Anteil (SPD)*, *Anteil: sind zufrieden*."""
        doc, share = self._doc, counted.unit == "Prozent" and not counted.number.change
        divided = is_divided(doc, counted, phrase) or (former is not None and is_vote(former["head"]))
        again = share and self._before is not None and says_again(self._text[self._before[0] : counted.number.start])
        whose = bearer_of(doc, counted, phrase) if divided and not again else ""
        if again and self._before is not None and (divided or not phrase.found):
            whose = self._before[1]
        self._before = (counted.end, whose or ("" if counted.unit else what))
        if whose:
            then = told_of(doc, counted) if share else ""
            whose = f"{whose}, {then}" if then else whose
            return (f"{what} ({whose})" if former is not None and what else shared(doc, phrase, what, whose)), whose
        if share and not what and (so := degree_of(doc, counted)):
            return so, ""
        if share and not phrase.found and doc[counted.first - 1].lower_.startswith(_NEEDED) and counted.first:
            return "notwendiger Anteil", ""
        told = predicate_of(doc, counted, phrase) if share else ""
        named = f"{what or 'Anteil'}: {told}"
        return (named if told and len(named) <= _LONGEST and (what.startswith("Anteil") or not what) else what), ""

    def _end(self, counted: Counted, phrase: Phrase) -> int:
        """The character behind the number with the counted phrase that follows it (*90 Prozent der Teilnehmer*)."""
        doc, last = self._doc, max(per_end(self._doc, counted), phrase.near_end)
        if phrase.rule == "number+noun-pair":
            return counted.end
        if phrase.rule == "compound" and self._text.startswith("-zu-", counted.number.end):
            return counted.number.end  # 5-zu-4-Mehrheit
        if phrase.rule == "compound":
            return doc[last - 1].idx + len(doc[last - 1])
        if phrase.found and phrase.start >= counted.last and phrase.start - counted.after <= _REACH:
            last = max(last, phrase.end)
        elif last < len(doc) and doc[last].lower_ == "davon":
            last += 1
        return max(counted.end, doc[last - 1].idx + len(doc[last - 1])) if last > counted.after else counted.end

    def _phrase_chars(self, phrase: Phrase) -> items.Offsets | None:
        if not phrase.found:
            return None
        start, doc = phrase.start, self._doc
        while start < phrase.head and doc[start].lower_ in _LINKS:
            start += 1
        return [doc[start].idx, doc[phrase.end - 1].idx + len(doc[phrase.end - 1])]

    def _bracketed(self, at: int) -> bool:
        """Whether the character stands inside round brackets, looked for in the hundred characters before it."""
        before = self._text[max(0, at - 100) : at]
        return before.rfind("(") > before.rfind(")")

    def _bounding(self, start: int) -> bool:
        """Whether a date only bounds or compares (*seit 2022, im Vergleich zum Vorjahr, mehr als am Sonntag*)."""
        if _ABOVE.search(self._text[max(0, start - 60) : start]):
            return True
        return bool(_BORDERS & set(self._text[max(0, start - 18) : start].lower().split()[-3:]))

    def _as_of(self, counted: Counted) -> str | None:
        """The date nearest to the number in its sentence with no other number between, else the article's own."""
        sentence = self._doc[counted.first].sent
        at = counted.number.start
        first, last = max(sentence.start_char, at - _FAR), min(sentence.end_char, at + _FAR)
        near: list[tuple[int, str]] = []
        for date in self._dates[bisect_left(self._date_starts, first) : bisect_left(self._date_starts, last)]:
            day = _DAY.match(date["value"])
            if day is None or date["type"] not in ("DATE", "TIME"):
                continue
            low, high = sorted((date["start"], at))
            between = bisect_left(self._starts, high) - bisect_right(self._starts, low)
            if between or self._bounding(date["start"]):
                continue
            if not self._bracketed(date["start"]) or self._bracketed(at):
                near.append((high - low, day[0]))
        return min(near)[1] if near else self._published[:10] if self._published else None

    def _places(self, counted: Counted) -> list[str]:
        """Places named in the clause with a preposition: where it happens, not whose it is."""
        doc = self._doc
        clause = clause_of(doc, counted.last - 1)
        first, last = doc[clause[0]].idx, doc[clause[-1]].idx + len(doc[clause[-1]])
        found = []
        for name in self._names[bisect_left(self._name_starts, first) : bisect_left(self._name_starts, last)]:
            if name["label"] not in ("LOC", "STATE"):
                continue
            span = doc.char_span(name["start"], name["end"], alignment_mode="expand")
            if span is None or span[-1].tag_ == "ADJA":  # am Roten Platz, but not: die Berliner
                continue
            before = {doc[k].lower_ for k in range(max(0, span.start - 3), span.start)}
            if {"in", "im", "nach", "aus", "bei", "vor", "an", "auf", "am"} & before:
                found.append(name["name"])
        return list(dict.fromkeys(found))


def _parts(term: str) -> tuple[str, list[str]]:
    """*Frist vor der Abreise*: what it is called, and the nouns and verbs it is told apart by."""
    head, *more = term.lower().replace("(", "").replace(")", "").split()
    return head, [word for word in more if len(word) > _SHORT]


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")


def _rule(counted: Counted, phrase: Phrase, former: items.QuantityItem | None, holder: Holder | None) -> str:
    rule = "elliptic" if former is not None else "known" if counted.known else phrase.rule
    return f"{rule}/{holder.rule}" if holder else rule
