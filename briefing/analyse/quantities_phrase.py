"""What a number counts: the noun phrase behind it, the whole it is a share of, or the subject it measures."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefing.analyse import items
from briefing.analyse.quantities_nouns import (
    Phrase,
    around_noun,
    attributes,
    governing_verb,
    is_adjective,
    is_noun,
    noun_phrase,
    wrapped,
)
from briefing.analyse.quantities_numbers import Counted
from briefing.analyse.quantities_status import clause_of
from briefing.german.units import unit_at_text
from briefing.german.words import load

_WORDS = load("quantities")["counting"]
_COUNTING, _PORTIONS = frozenset(_WORDS["nouns"]), frozenset(_WORDS["portions"])
_LEVELS, _VALUES = frozenset(_WORDS["levels"]), frozenset(_WORDS["values"])
_FRAMES, _VAGUE = frozenset(_WORDS["frames"]), frozenset(_WORDS["vague_adjectives"])
_GENITIVES = frozenset({
    "der", "des", "aller", "dieser", "dieses", "seiner", "ihrer", "unserer", "eines", "einer", "deutscher", "beider",
    "ihres", "seines", "unseres", "jedes", "derer", "meiner",
})  # fmt: skip
_ATTRIBUTES = frozenset({"von", "aus", "in", "mit", "für", "an", "gegen", "bei", "im", "am", "auf", "ohne", "vom"})
_BACK = 40  # tokens before a number in which its noun is looked for
_NO_SUMS = _FRAMES | frozenset(load("quantities")["sources"]["nouns"])  # "nach Angaben bei 59 Prozent"
_MONEY = 10**7  # without a noun, a number from here on is a sum of money
_LONGEST = 7  # tokens between the number and its noun
_MEANT = frozenset(_WORDS["meant"])
_GIVES = frozenset({"angeben", "beziffern", "schätzen", "taxieren"})  # Die Stärke gab die Warte mit 7,0 an
_VALUE_ENDS = ("inzidenz", "stärke", "magnitude", "siebentagewert")
_CHAIN = 3  # nouns on the way to the one that is measured
_SIZES = tuple(_WORDS["sizes"])
_PURPOSES = frozenset({"für", "zugunsten"})


def phrase_of(doc: Doc, counted: Counted) -> Phrase:
    """The phrase behind the number; for shares and sums also the genitive or the noun they belong to."""
    j = counted.after
    if counted.number.compound:  # 20-Milliarden-Dollar-Fonds
        return Phrase(head=j - 1, start=j - 1, end=j, near_end=j, rule="compound")
    if counted.closed:
        return _sum(doc, counted) if counted.unit else _counting_noun(doc, counted)
    found = noun_phrase(doc, j)
    if found.found and counted.unit and not _in_apposition(doc, counted, found):
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
    share = _of_them(doc, counted)
    share = share if share.found else _share(doc, j, bool(counted.unit) or counted.number.kind == "fraction")
    if share.found:
        return share
    figures = "stellig" in doc[counted.first : counted.last].text
    if counted.unit or figures or (counted.number.low or counted.number.high or 0) >= _MONEY:
        return _sum(doc, counted)
    return _counting_noun(doc, counted)


def _in_apposition(doc: Doc, counted: Counted, found: Phrase) -> bool:
    """*250 Quadratkilometer Territorium*: the noun right behind the unit, unless it is the clause's next phrase."""
    if found.head == counted.after:
        return doc[found.head].tag_ != "NE" or counted.unit not in ("Prozent", "Euro")
    return bool(found.adjectives) and found.head - counted.after <= 3


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
    if low in _GENITIVES or low == "von" or (portion and low in ("vom", "an", "am")):
        inner = noun_phrase(doc, j + 1)
        if not inner.found and j + 2 < len(doc) and doc[j + 1].tag_ in ("ART", "PPOSAT", "PDAT"):
            inner = noun_phrase(doc, j + 2)
        nominative = low == "der" and any(doc[a].lower_.endswith("e") for a in inner.adjectives)
        many = portion and inner.found and doc[inner.head].morph.get("Number", []) == ["Plur"]
        sure = low not in ("der", "an", "am") or (low == "der" and many)
        if inner.found and not nominative and (sure or _belongs(doc, inner.head, j)):
            inner.start, inner.near_end = j, j
            inner.rule = "share-of"
            return inner
    return Phrase()


def _past_number(doc: Doc, k: int) -> int:
    """The token after a number with its bound words at `k`; `k` if there is none."""
    n = k
    while n < len(doc) and n - k < 4 and (doc[n].tag_ in ("ADV", "ADJD") or doc[n].lower_ in ("mehr", "als")):
        n += 1
    return n + 1 if n < len(doc) and doc[n].like_num else k


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


def _sum(doc: Doc, counted: Counted) -> Phrase:
    """*Hilfen von 5 Milliarden Euro, ein Paket in Höhe von …, 390 Milliarden Euro an Zuschüssen, … als Kredite*."""
    j = counted.after
    before = _sized(doc, counted)
    share = counted.unit in ("Prozent", "Prozentpunkte")
    if j < len(doc) and doc[j].lower_ in ("an", "als", "für", "zugunsten") and not before.found and not share:
        with_article = j + 1 < len(doc) and doc[j + 1].tag_ in ("ART", "PPOSAT", "PDAT")
        inner = noun_phrase(doc, j + 2 if with_article else j + 1)
        if inner.found and not (doc[j].lower_ == "an" and (with_article or doc[inner.head].tag_ == "NE")):
            inner.start, inner.near_end, inner.rule = j, j, "sum-for" if doc[j].lower_ in _PURPOSES else "sum-as"
            return inner
    if before.found:
        return before
    found = subject_phrase(doc, counted)
    return found if found.found or share else _meant_for(doc, counted)


def _meant_for(doc: Doc, counted: Counted) -> Phrase:
    """*650 Millionen sind für die ländliche Entwicklung vorgesehen; 360 Milliarden, die als Kredit vergeben werden*."""
    for k in range(counted.after, min(len(doc) - 1, counted.after + 2 * _CHAIN)):
        low = doc[k].lower_
        if low in ("für", "als") and (low == "für" or doc[k - 1].tag_ == "PRELS"):
            return _purpose(doc, counted, k)
        if (
            doc[k].tag_ not in ("VAFIN", "VMFIN", "VVFIN", "$,", "$(", "PRELS", "ADV")
            and unit_at_text(doc[k].text) is None
        ):
            break
    clause = clause_of(doc, counted.first)
    needed = any(doc[k].lower_ in _MEANT for k in clause)  # sind für die Umrüstung 30 Milliarden Euro erforderlich
    for k in range(clause[0], counted.first - 1):
        if doc[k].text == "Für" or (doc[k].text == "für" and needed):
            return _purpose(doc, counted, k)
    return Phrase()


def _purpose(doc: Doc, counted: Counted, k: int) -> Phrase:
    """The noun phrase behind *für* or *als* at token `k`, what a sum is meant for or given as."""
    inner = noun_phrase(doc, k + 2 if doc[k + 1].tag_ in ("ART", "PPOSAT", "PDAT") else k + 1)
    outside = inner.end <= counted.first or inner.start >= counted.last
    if not inner.found or not outside or (doc[inner.head].tag_ != "NN" and k < counted.first):
        return Phrase()
    inner.start, inner.near_end, inner.rule = k, counted.after, "sum-for" if doc[k].lower_ == "für" else "sum-as"
    return inner


def _sized(doc: Doc, counted: Counted) -> Phrase:
    """The noun before a number that is its size: *Hilfen von, ein Verlust im dreistelligen Millionenbereich*."""
    k = _before(doc, counted.first)
    if "stellig" in doc[counted.first : counted.last].text:
        while k > 0 and (doc[k].lower_ in ("im", "in", "einem", "einen", "einer", "eine", "ein") or doc[k].text == '"'):
            k -= 1
        if k >= 0 and is_noun(doc[k]) and not _apart(doc, doc[k]):
            return around_noun(doc, doc[_measured(doc, k)], "sum-of")
        return Phrase()
    if k >= 0 and doc[k].lower_ in ("von", "über", "mit", "bei"):
        k = _before(doc, k)
        if k > 0 and doc[k].lower_ in _FRAMES and doc[k - 1].lower_ in ("in", "im"):
            k -= 2
        if k > 1 and doc[k].text == ")":
            k = next((n - 1 for n in range(k, max(0, k - 6), -1) if doc[n].text == "("), k)
        if k >= 0 and is_noun(doc[k]) and doc[k].lower_ not in _NO_SUMS and not _apart(doc, doc[k]):
            noun = doc[_measured(doc, k)]
            if noun.tag_ == "NN":
                found = around_noun(doc, noun, "sum-of")
                found.near_end = counted.after
                return found
    if k >= 1 and doc[k].lower_ == "um" and doc[k - 1].lower_.endswith(_SIZES):  # ein Abschlag um sechs Prozent
        return around_noun(doc, doc[k - 1], "sum-of")
    if k >= 0 and is_noun(doc[k]) and counted.first - 1 == k and doc[k].lower_ in _FRAMES and k and is_noun(doc[k - 1]):
        return Phrase(head=k - 1, start=k - 1, end=k, near_end=counted.after, rule="sum-of")
    return Phrase()


def _before(doc: Doc, k: int) -> int:
    """The token before token `k`, past the end of a line within the sentence."""
    return k - 2 if k > 1 and wrapped(doc, k - 1) else k - 1


def _measured(doc: Doc, k: int) -> int:
    """The noun whose size is meant in a chain that ends with the noun `k`: *Verlust (Ebit) im Geschäft von …*."""
    n = k
    for _ in range(_CHAIN):
        if doc[n].lower_.endswith(_SIZES):
            return n
        m = n - 1
        while m > 0 and (is_adjective(doc[m]) or doc[m].tag_ in ("ART", "PPOSAT", "PDAT", "CARD")):
            m -= 1
        linked = doc[m].tag_.startswith("APPR") or (doc[m + 1].lower_ in _GENITIVES and m < n - 1)
        m -= 1 if doc[m].tag_.startswith("APPR") else 0
        if m > 1 and doc[m].text == ")":
            m = next((i - 1 for i in range(m, max(0, m - 6), -1) if doc[i].text == "("), m)
        m -= 1 if m > 0 and wrapped(doc, m) else 0
        if not linked or m < 0 or not is_noun(doc[m]) or doc[m].sent.start != doc[k].sent.start:
            return k if doc[k].tag_ == "NN" else n
        n = m
    return k if doc[k].tag_ == "NN" else n


def _apart(doc: Doc, noun: Token) -> bool:
    """Whether the noun before a sum is a date or a unit, so that the sum is not its size."""
    dated = any(d["start"] <= noun.idx < d["end"] for d in items.read(doc, items.DATES))
    return dated or unit_at_text(noun.text) is not None


def subject_phrase(doc: Doc, counted: Counted) -> Phrase:
    """*Der Umsatz stieg um 5 Prozent*: the subject is what is measured; *steigerte den Umsatz um …*: the object."""
    verb = governing_verb(doc, counted.last - 1)
    if verb is None:
        return Phrase()
    share = counted.unit in ("Prozent", "Prozentpunkte")  # a party's share is the party's
    things = [child for child in verb.children if is_noun(child) and (share or not _is_actor(doc, child))]
    things = [
        child for child in things if not counted.first <= child.i < counted.after and unit_at_text(child.text) is None
    ]
    level = (verb.lemma_ or verb.text).lower() in _LEVELS
    things = [child for child in things if not any(inner.tag_ == "CARD" for inner in child.children)]
    given = (verb.lemma_ or verb.text).lower() in _GIVES
    moved = counted.first > 0 and doc[counted.first - 1].lower_ in ("um", "auf", "von", *(("mit",) if given else ()))
    for wanted in ((("obj",), ("nsubj:pass",)) if moved else ()) + ((("nsubj", "nsubj:pass"),) if level else ()):
        for child in things:
            if child.dep_ in wanted:
                return around_noun(doc, child, "subject")
    return Phrase()


def _is_actor(doc: Doc, noun: Token) -> bool:
    """Whether the noun is a name or bears one (*Präsident Macron*): somebody acts, nothing is measured."""
    return any(
        (name["start"] <= noun.idx and noun.idx + len(noun) <= name["end"])
        or (name["role"] and name["role"][0] <= noun.idx < name["role"][1])
        for name in items.read(doc, items.NAMES)
    )


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
        if doc[k - 1].lower_ not in _COUNTING and not dated and not _is_actor(doc, doc[k - 1]):
            return found
    for k in range(counted.first - 1, max(sentence.start, counted.first - _BACK) - 1, -1):
        token = doc[k]
        if not is_noun(token):
            continue
        low = token.lower_
        if low in _COUNTING and k + 1 < len(doc) and doc[k + 1].lower_ in (*_GENITIVES, "an", "von"):
            inner = noun_phrase(doc, k + 2)
            if inner.found and inner.end <= counted.first:
                inner.near_end, inner.rule = -1, "number-of"
                return inner
        if low.endswith(("zahl", "zahlen")) and low not in _COUNTING:
            return around_noun(doc, token, "number-compound")
    verb = governing_verb(doc, counted.last - 1)
    low = "" if verb is None else (verb.lemma_ or verb.text).lower()
    given = low in _GIVES and counted.first > 0 and doc[counted.first - 1].lower_ in ("mit", "auf")
    return subject_phrase(doc, counted) if low in _LEVELS or given else Phrase()
