"""What a number counts: the noun phrase behind it, the whole it is a share of, or the subject it measures."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from briefing.analyse import items
from briefing.analyse.quantities_nouns import (
    GENITIVES,
    Phrase,
    around_noun,
    attributes,
    governing_verb,
    is_noun,
    noun_phrase,
)
from briefing.analyse.quantities_numbers import Counted
from briefing.analyse.quantities_sums import GIVES, is_actor, subject_phrase, sum_phrase
from briefing.german.units import unit_at_text
from briefing.german.words import load

_WORDS = load("quantities")["counting"]
_COUNTING = frozenset(_WORDS["nouns"])
_LEVELS, _VALUES = frozenset(_WORDS["levels"]), frozenset(_WORDS["values"])
_BACK = 40  # tokens before a number in which its noun is looked for
_MONEY = 10**7  # without a noun, a number from here on is a sum of money
_LASTING = tuple(_WORDS["lasting"])
_TIMES = frozenset({"Stunden", "Tage", "Wochen", "Monate", "Jahre"})
_PAIRS = frozenset({"zu", "gegen", "oder", "und", "beziehungsweise", "bzw."})
_ATTRIBUTE = 10  # tokens of an attribute before its participle
_SCALES = frozenset({"million", "millionen", "milliarde", "milliarden", "tausend"})
_DECIDED = ("-mehrheit", "-entscheidung", "-votum", "-urteil", "-beschluss")
_VOTED = re.compile(r"\d+-zu-\d+-\w+")
_PARTICIPLE = re.compile(r"(?:t|en)(?:e[nr]?)?$")
_BEST = re.compile(r"(?:st|größt)e[nr]?$")  # stärkste, zweitstärkste, größte
_STOPS = frozenset({"(", ")", '"', "–", ":", ";", ","})
_NO_WHOLE = frozenset({"vornherein", "anfang", "einen", "eine", "ein", "das", "einer", "einem"})
_VALUE_ENDS = ("inzidenz", "stärke", "magnitude", "siebentagewert")


def phrase_of(doc: Doc, counted: Counted) -> Phrase:
    """The phrase behind the number; for shares and sums also the genitive or the noun they belong to."""
    j = counted.after
    if counted.term:
        return Phrase()
    if counted.number.compound or _VOTED.fullmatch(
        doc[counted.first].text
    ):  # 5-zu-4-Mehrheit, 20-Milliarden-Dollar-Fonds
        return Phrase(head=j - 1, start=j - 1, end=j, near_end=j, rule="compound")
    if counted.closed:
        return sum_phrase(doc, counted) if counted.unit else _counting_noun(doc, counted)
    if counted.unit in _TIMES and counted.first > 1 and doc[counted.first - 1].lower_ == "von":
        lasting = doc[counted.first - 2]
        if lasting.tag_ == "NN" and lasting.lower_.endswith(_LASTING):
            return around_noun(doc, lasting, "sum-of")  # bei einer Laufzeit von zwölf Monaten
    found = noun_phrase(doc, j)
    if found.found and counted.unit == "Prozent" and _is_rank(doc, counted, found):
        found = Phrase()
    if found.found and counted.unit and (not _in_apposition(doc, counted, found) or _is_object(doc, counted, found)):
        found = Phrase()
    if found.found:
        attributes(doc, found)
        found.rule = "measure+noun" if counted.unit else "number+noun"
        return found
    if j + 1 < len(doc) and doc[j].lower_ in ("mehr", "weniger") and doc[j + 1].lower_ != "als":
        more = noun_phrase(doc, j + 1)
        if more.found:
            more.rule = "more-of"
            return more
    if not counted.unit:
        paired = _paired(doc, j)
        distant = paired if paired.found else _behind_participle(doc, j)
        if distant.found:
            attributes(doc, distant)
            distant.rule = "number+noun-pair" if paired.found else "number+noun"
            return distant
    share = _of_them(doc, counted)
    share = share if share.found else _share(doc, j, bool(counted.unit) or counted.number.kind == "fraction")
    if share.found:
        return share
    figures = "stellig" in doc[counted.first : counted.last].text
    if counted.unit or figures or (counted.number.low or counted.number.high or 0) >= _MONEY:
        return sum_phrase(doc, counted)
    return _counting_noun(doc, counted)


def _paired(doc: Doc, j: int) -> Phrase:
    """*321 zu 259 Stimmen, 12 oder 14 Klassen*: the first of two numbers counts what stands behind the second."""
    if j + 1 < len(doc) and doc[j].lower_ in ("zu", "gegen") and doc[j + 1].lower_.endswith(_DECIDED):
        return Phrase(head=j + 1, start=j + 1, end=j + 2, near_end=j)  # mit 5 zu 4-Mehrheit
    linked = j + 2 < len(doc) and doc[j].lower_ in _PAIRS and doc[j + 1].tag_ == "CARD"
    return noun_phrase(doc, j + 2) if linked and unit_at_text(doc[j + 2].text) is None else Phrase()


def _behind_participle(doc: Doc, j: int) -> Phrase:
    """*17 von der Firma gecharterte Flugzeuge*: the noun behind a participle with its own object or agent."""
    if j >= len(doc) or doc[j].tag_ not in ("APPR", "APPRART"):
        return Phrase()
    inside = False
    for k in range(j + 1, min(j + _ATTRIBUTE, len(doc) - 1)):
        token = doc[k]
        if token.text in _STOPS or token.is_space or token.tag_.startswith(("VVF", "VAF", "VMF", "$")):
            break
        if inside and token.tag_ == "ADJA" and _PARTICIPLE.search(token.lower_) and is_noun(doc[k + 1]):
            found = noun_phrase(doc, k)
            plural = found.found and doc[found.head].morph.get("Number", []) != ["Sing"]
            return found if plural and doc[found.head].tag_ == "NN" else Phrase()
        inside = inside or is_noun(token)
    return Phrase()


def _in_apposition(doc: Doc, counted: Counted, found: Phrase) -> bool:
    """*250 Quadratkilometer Territorium*: the noun right behind the unit, unless it is the clause's next phrase."""
    if found.head == counted.after:
        return doc[found.head].tag_ != "NE" or counted.unit not in ("Prozent", "Euro")
    return bool(found.adjectives) and found.head - counted.after <= 3


def _is_rank(doc: Doc, counted: Counted, found: Phrase) -> bool:
    """*mit 31 Prozent stärkste Kraft*: what somebody becomes by a share is no part of it."""
    best = any(_BEST.search(doc[k].lower_) for k in found.adjectives)
    return best and counted.first > 0 and doc[counted.first - 1].lower_ == "mit"


def _is_object(doc: Doc, counted: Counted, found: Phrase) -> bool:
    """*20 Prozent haben Probleme, 70 Prozent nutzten private Geräte*: the share has what the noun says, it is none."""
    noun = doc[found.head]
    if counted.unit != "Prozent" or noun.dep_ != "obj" or not noun.head.tag_.startswith("V"):
        return False
    verb = noun.head
    parts = [verb, *(verb.head.children if verb.dep_ == "xcomp" else ())]
    subjects = [c for part in parts for c in part.children if c.dep_.startswith(("nsubj", "expl"))]
    return all(counted.first <= c.i < counted.after for c in subjects) and verb.tag_ != "VVINF"


def _share(doc: Doc, j: int, portion: bool) -> Phrase:
    """*40 Prozent der Befragten, drei von ihnen, zwei Drittel aller Deutschen, 28 Prozent davon*."""
    if j >= len(doc):
        return Phrase()
    low = doc[j].lower_
    if low in ("von", "der") and j + 1 < len(doc):
        whole = _past_number(doc, j + 1)
        if whole > j + 1:  # 55 von rund 1200 Personen
            inner = noun_phrase(doc, whole)
            inner.start, inner.near_end, inner.rule = whole, j, "part-of"
            return inner
    said = low in ("von", "an") and j + 1 < len(doc) and doc[j + 1].lower_ in _NO_WHOLE  # von vornherein, an einen
    if not said and (low in GENITIVES or low == "von" or (portion and low in ("vom", "an", "am"))):
        inner = noun_phrase(doc, j + 1)
        if not inner.found and j + 2 < len(doc) and doc[j + 1].tag_ in ("ART", "PPOSAT", "PDAT"):
            inner = noun_phrase(doc, j + 2)
        nominative = low == "der" and any(doc[a].lower_.endswith("e") for a in inner.adjectives)
        many = portion and inner.found and doc[inner.head].morph.get("Number", []) == ["Plur"]
        if low == "von" and inner.found and inner.start == j + 1 and _is_agent(doc, inner):
            return Phrase()
        sure = low not in ("der", "an", "am") or (low == "der" and many)
        if inner.found and not nominative and (sure or _belongs(doc, inner.head, j)):
            inner.start, inner.near_end = j, j
            inner.rule = "share-of"
            return inner
    return Phrase()


def _is_agent(doc: Doc, inner: Phrase) -> bool:
    """*15 Prozent (sind) von Armut bedroht*: what the participle behind it tells, no whole."""
    noun = doc[inner.head]
    one = noun.tag_ == "NN" and noun.morph.get("Number", []) == ["Sing"] and not inner.adjectives
    return one and inner.end < len(doc) and doc[inner.end].tag_ in ("VVPP", "ADJD")


def _past_number(doc: Doc, k: int) -> int:
    """The token after a number with its bound words at `k`; `k` if there is none."""
    n = k
    while n < len(doc) and n - k < 4 and (doc[n].tag_ in ("ADV", "ADJD") or doc[n].lower_ in ("mehr", "als")):
        n += 1
    if n >= len(doc) or not (doc[n].like_num or doc[n].tag_ == "CARD"):
        return k
    return n + 2 if n + 2 < len(doc) and doc[n + 1].lower_ in _SCALES else n + 1


def _of_them(doc: Doc, counted: Counted) -> Phrase:
    """*mehrere Beamte wurden verletzt, drei von ihnen …*: a part of the plural noun before."""
    j = counted.after
    if (
        j + 1 >= len(doc)
        or doc[j].lower_ not in ("von", "unter")
        or doc[j + 1].lower_ not in ("ihnen", "denen", "diesen")
    ):
        return Phrase()
    for k in range(counted.first - 1, max(-1, counted.first - _BACK), -1):
        if doc[k].tag_ == "NN" and doc[k].morph.get("Number", []) == ["Plur"]:
            found = around_noun(doc, doc[k], "of-them")
            found.near_end = j + 2
            return found
    return Phrase()


def _belongs(doc: Doc, noun: int, j: int) -> bool:
    """Whether the noun hangs on the number or its unit in the parse, or is a genitive."""
    token = doc[noun]
    return (token.head.i < noun and token.head.i in range(max(0, j - 3), j)) or token.morph.get("Case", []) == ["Gen"]


def _counting_noun(doc: Doc, counted: Counted) -> Phrase:
    """*die Zahl der Toten stieg auf 45, Opferzahl: 45*: the noun before names what is counted."""
    sentence = doc[counted.first].sent
    k = counted.first - 1
    k -= 1 if k > sentence.start and doc[k].text == '"' else 0
    if k > sentence.start and doc[k].lower_ == "von" and doc[k - 1].lower_.endswith(_VALUE_ENDS):
        return around_noun(doc, doc[k - 1], "named-value")
    if k >= sentence.start and (doc[k].lower_.rpartition("-")[2] in _VALUES or doc[k].lower_.endswith(_VALUE_ENDS)):
        return around_noun(doc, doc[k], "named-value")
    start_level = counted.last < len(doc) and doc[counted.last].lower_ == "auf"
    if (
        k > sentence.start
        and doc[k].lower_ == "von"
        and doc[k - 1].tag_ == "NN"
        and is_noun(doc[k - 1])
        and not start_level
    ):
        found = around_noun(doc, doc[k - 1], "value-of")
        dated = any(d["start"] <= doc[k - 1].idx < d["end"] for d in items.read(doc, items.DATES))
        if doc[k - 1].lower_ not in _COUNTING and not dated and not is_actor(doc, doc[k - 1]):
            return found
    for k in range(counted.first - 1, max(sentence.start, counted.first - _BACK) - 1, -1):
        token = doc[k]
        if not is_noun(token):
            continue
        low = token.lower_
        if low in _COUNTING and k + 1 < len(doc) and doc[k + 1].lower_ in (*GENITIVES, "an", "von"):
            inner = noun_phrase(doc, k + 2)
            if inner.found and inner.end <= counted.first:
                inner.near_end, inner.rule = -1, "number-of"
                return inner
        if low.endswith(("zahl", "zahlen")) and low not in _COUNTING:
            return around_noun(doc, token, "number-compound")
    verb = governing_verb(doc, counted.last - 1)
    low = "" if verb is None else (verb.lemma_ or verb.text).lower()
    given = low in GIVES and counted.first > 0 and doc[counted.first - 1].lower_ in ("mit", "auf")
    return subject_phrase(doc, counted) if low in _LEVELS or given else Phrase()
