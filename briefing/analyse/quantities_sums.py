"""The noun a sum of money or a share is the size of: *Hilfen von …, ein Verlust im Geschäft von …, Geld für Zelte*."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefing.analyse import items
from briefing.analyse.quantities_clauses import clause_of, lemma, whole_verb
from briefing.analyse.quantities_nouns import (
    GENITIVES,
    Phrase,
    around_noun,
    governing_verb,
    is_adjective,
    is_noun,
    noun_phrase,
)
from briefing.analyse.quantities_numbers import Counted, unit_token
from briefing.german.units import unit_at_text
from briefing.german.words import load

_WORDS = load("quantities")["counting"]
_LEVELS, _FRAMES = frozenset(_WORDS["levels"]), frozenset(_WORDS["frames"])
_NO_SUMS = _FRAMES | frozenset(load("quantities")["sources"]["nouns"])  # "nach Angaben bei 59 Prozent"
_MEANT = frozenset(_WORDS["meant"])
GIVES = frozenset({"angeben", "beziffern", "schätzen", "taxieren"})  # Die Stärke gab die Warte mit 7,0 an
_LISTED = frozenset({"und", "beziehungsweise", "bzw.", "oder", "sowie"})
_NEAR = 10  # tokens behind a sum in which its noun is looked for
_CHAIN = 3  # nouns on the way to the one that is measured
_SIZES = tuple(_WORDS["sizes"])
_MEASURED = tuple(load("quantities")["shares"]["no_bearers"])
_DIRECTIONS = load("quantities")["directions"]
_MOVES = frozenset(_DIRECTIONS["falls"]) | frozenset(_DIRECTIONS["rises"]) | {"liegen", "betragen"}
_CHANGES = (*_DIRECTIONS["fall_nouns"], *_DIRECTIONS["rise_nouns"])
_PRONOUNS = {
    "dieser": "Masc",
    "diese": "Fem",
    "dieses": "Neut",
    "er": "Masc",
    "der": "Masc",
    "sie": "Fem",
    "die": "Fem",
    "es": "Neut",
    "das": "Neut",
}
_PURPOSES = frozenset({"für", "zugunsten"})


def sum_phrase(doc: Doc, counted: Counted) -> Phrase:
    """*Hilfen von 5 Milliarden Euro, ein Paket in Höhe von …, 390 Milliarden Euro an Zuschüssen, … als Kredite*."""
    j = counted.after
    if j + 2 < len(doc) and doc[j].lower_ in ("pro", "je") and doc[j + 2].lower_ == "für":
        j += 2  # 100 Dollar pro Tag für Essen
    if j + 1 < len(doc) and doc[j].text == '"' and doc[j + 1].lower_ == "als":
        j += 1  # das „unter zwei Grad“ als Ziel vorgibt
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
    verb = governing_verb(doc, counted.last - 1) if needed else None
    for child in verb.children if verb is not None else ():  # dass für Hilfen, auch für alte, nun 5 Milliarden …
        case = next((c for c in child.children if c.dep_ == "case" and c.lower_ == "für"), None)
        if case is not None and child.dep_ == "obl" and child.i < counted.first:
            return _purpose(doc, counted, case.i)
    return Phrase()


def _purpose(doc: Doc, counted: Counted, k: int) -> Phrase:
    """The noun phrase behind *für* or *als* at token `k`, what a sum is meant for or given as."""
    inner = noun_phrase(doc, k + 2 if doc[k + 1].tag_ in ("ART", "PPOSAT", "PDAT") else k + 1)
    outside = inner.end <= counted.first or inner.start >= counted.last
    if (
        not inner.found
        or not outside
        or unit_at_text(doc[inner.head].text) is not None
        or (doc[inner.head].tag_ != "NN" and k < counted.first)
    ):
        return Phrase()
    inner.start, inner.near_end, inner.rule = k, counted.after, "sum-for" if doc[k].lower_ == "für" else "sum-as"
    return inner


def _sized(doc: Doc, counted: Counted) -> Phrase:
    """The noun before a number that is its size: *Hilfen von, ein Verlust im dreistelligen Millionenbereich*."""
    k = counted.first - 1
    if "stellig" in doc[counted.first : counted.last].text:
        while k > 0 and (doc[k].lower_ in ("im", "in", "einem", "einen", "einer", "eine", "ein") or doc[k].text == '"'):
            k -= 1
        if k >= 0 and is_noun(doc[k]) and not _apart(doc, doc[k]):
            return around_noun(doc, doc[_measured(doc, k)], "sum-of")
        return Phrase()
    k += doc[counted.first].lower_ == "von"  # ein Minus von 10 bis 20 Prozent
    if k >= 0 and doc[k].lower_ in ("von", "über", "mit", "bei"):
        k = _before_date(doc, k - 1)
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
    if k >= 1 and doc[k].lower_ == "um" and is_noun(doc[k - 1]):  # ein Rückgang der Wirtschaftskraft um sechs Prozent
        noun = doc[_measured(doc, k - 1)]
        if noun.lower_.endswith((*_SIZES, *_CHANGES)):
            return around_noun(doc, noun, "sum-of")
    beside = k > 0 and doc[k].text == "," and unit_token(doc, counted).dep_ == "appos" and doc[k - 1].tag_ == "NN"
    if beside and doc[k - 1].lower_.endswith(_SIZES):  # das sind vor allem Hilfen, insgesamt 25 Milliarden Euro
        return around_noun(doc, doc[k - 1], "sum-of")
    closed = counted.after < len(doc) and doc[counted.after].text == ")"
    if k > 0 and doc[k].text == "(" and closed and is_noun(doc[k - 1]):  # Kredite für Notlagen (2 Milliarden)
        noun = doc[_measured(doc, k - 1)]
        return around_noun(doc, noun, "sum-of") if noun.lower_.endswith(_SIZES) else Phrase()
    if k > 0 and counted.first - 1 == k and doc[k].text == ":" and _headed(doc, k - 1):  # Jahresumsatz: 5 Millionen
        found = around_noun(doc, doc[k - 1], "sum-of")
        found.near_end = counted.after
        return found
    if k >= 0 and is_noun(doc[k]) and counted.first - 1 == k and doc[k].lower_ in _FRAMES and k and is_noun(doc[k - 1]):
        return Phrase(head=k - 1, start=k - 1, end=k, near_end=counted.after, rule="sum-of")
    return Phrase()


def _headed(doc: Doc, k: int) -> bool:
    """Whether the noun at token `k` before a colon is all that stands before it, so that the sum is its size."""
    clause = [doc[n] for n in clause_of(doc, k) if n <= k]
    verbless = not any(token.tag_.startswith(("V", "APPR")) for token in clause)
    return doc[k].tag_ == "NN" and verbless and len(clause) <= _CHAIN and doc[k].lower_ not in _NO_SUMS


def _before_date(doc: Doc, k: int) -> int:
    """The noun before the date that ends at token `k` (*der Einbruch im Frühjahr mit*); `k` where there is none."""
    at = doc[k].idx
    date = next((d for d in items.read(doc, items.DATES) if d["start"] <= at < d["end"]), None)
    if date is None:
        return k
    n = k
    while n > 0 and doc[n].idx > date["start"]:
        n -= 1
    n -= 1 if n > 0 and not is_noun(doc[n - 1]) else 0
    while n > 0 and (doc[n].tag_.startswith("APPR") or doc[n].tag_ == "ART"):
        n -= 1
    return n if is_noun(doc[n]) and doc[n].lower_.endswith((*_SIZES, *_CHANGES)) else k


def _measured(doc: Doc, k: int) -> int:
    """The noun whose size is meant in a chain that ends with the noun `k`: *Verlust (Ebit) im Geschäft von …*."""
    n = first = k
    for _ in range(_CHAIN):
        if doc[n].lower_.endswith(_SIZES):
            return n
        m = n - 1
        while m > 0 and (is_adjective(doc[m]) or doc[m].tag_ in ("ART", "PPOSAT", "PDAT", "CARD")):
            m -= 1
        linked = doc[m].tag_.startswith("APPR") or (doc[m + 1].lower_ in GENITIVES and m < n - 1)
        m -= 1 if doc[m].tag_.startswith("APPR") else 0
        if m > 1 and doc[m].text == ")":
            m = next((i - 1 for i in range(m, max(0, m - 6), -1) if doc[i].text == "("), m)
        if not linked or m < 0 or not is_noun(doc[m]) or doc[m].sent.start != doc[k].sent.start:
            return k if doc[k].tag_ == "NN" else first
        first = m if doc[first].tag_ != "NN" else first
        n = m
    return k if doc[k].tag_ == "NN" else first


def _apart(doc: Doc, noun: Token) -> bool:
    """Whether the noun before a sum is a date or a unit, so that the sum is not its size."""
    dated = any(d["start"] <= noun.idx < d["end"] for d in items.read(doc, items.DATES))
    return dated or unit_at_text(noun.text) is not None


def subject_phrase(doc: Doc, counted: Counted) -> Phrase:
    """*Der Umsatz stieg um 5 Prozent*: the subject is what is measured; *steigerte den Umsatz um …*: the object."""
    verb = governing_verb(doc, counted.last - 1)
    found = Phrase() if verb is None else _measured_by(doc, counted, verb)
    if found.found or not counted.unit:
        return found
    for k in clause_of(doc, counted.last - 1):  # where the parse hangs the number elsewhere: *stieg preisbereinigt um*
        if doc[k].tag_ == "VVFIN" and whole_verb(doc[k]) in _MOVES and doc[k] != verb:
            return _measured_by(doc, counted, doc[k])
    if _with(doc, counted):
        sized = _sized_behind(doc, counted)
        return around_noun(doc, sized[0], "subject") if len(sized) == 1 else Phrase()
    return Phrase()


def _measured_by(doc: Doc, counted: Counted, verb: Token) -> Phrase:
    """The subject or object of a verb, if a number with this verb is its measure."""
    share = counted.unit in ("Prozent", "Prozentpunkte")  # a party's share is the party's
    children = [meant_noun(child) for child in verb.children]
    things = [child for child, _ in children if is_noun(child) and (share or not is_actor(doc, child))]
    role = {child.i: dep for child, dep in children}
    things = [
        child for child in things if not counted.first <= child.i < counted.after and unit_at_text(child.text) is None
    ]
    things = [child for child in things if not any(c.tag_ == "CARD" and c.i < child.i for c in child.children)]
    low = whole_verb(verb)
    level, given = low in _LEVELS or lemma(verb) in _LEVELS, low in GIVES
    before = doc[counted.first - 1].lower_ if counted.first else ""
    moved = before in ("um", "auf", "von", *(("mit",) if given else ()))
    for wanted in ((("obj",), ("nsubj:pass",)) if moved else ()) + ((("nsubj", "nsubj:pass"),) if level else ()):
        for child in things:
            if role[child.i] in wanted:
                return around_noun(doc, child, "subject")
    sized = [child for child in things if child.lower_.endswith(_SIZES) and child.dep_ in ("nsubj", "obj")]
    with_sum = counted.unit and len(sized) == 1 and _with(doc, counted)
    return around_noun(doc, sized[0], "subject") if with_sum else Phrase()


def meant_noun(token: Token) -> tuple[Token, str]:
    """The noun a relative or personal pronoun stands for, where the sentence has just one; with the pronoun's role."""
    doc, role = token.doc, token.dep_
    if not role.startswith("nsubj"):
        return token, role
    if token.tag_ == "PRELS" and token.i > token.sent.start + 1 and doc[token.i - 1].text == ",":
        return _related(token) or token, role
    if token.tag_ == "PPER" and token.lower_ in _PRONOUNS:
        earlier = [t for t in doc[token.sent.start : token.i] if t.dep_.startswith("nsubj") and t.tag_ == "NN"]
        fits = [t for t in earlier if _agree(token, t) and not is_actor(doc, t)]
        if len(fits) == 1:
            return fits[0], role
        return (token if fits else _told_before(token) or token), role
    if token.tag_ == "PDS" and token.lower_ in ("dieser", "diese", "dieses"):
        return _told_before(token) or token, role
    return token, role


def _told_before(pronoun: Token) -> Token | None:
    """The one subject of the sentence before, in the same paragraph, that a pronoun agrees with; a measure."""
    doc, start = pronoun.doc, pronoun.sent.start
    if start == 0 or doc[start - 1].is_space:
        return None
    before = [t for t in doc[start - 1].sent if t.dep_.startswith("nsubj") and t.tag_ == "NN"]
    fits = [t for t in before if _agree(pronoun, t)]
    measured = len(fits) == 1 and fits[0].lower_.endswith((*_SIZES, *_MEASURED)) and not is_actor(doc, fits[0])
    return fits[0] if measured else None


def _related(pronoun: Token) -> Token | None:
    """The noun before a relative clause: of *die Preise für die Lebenshaltung, die* the outermost that agrees."""
    verb = pronoun.head
    finite = [verb, *(child for child in verb.children if child.tag_ in ("VAFIN", "VMFIN"))]
    number = next((form.morph.get("Number", []) for form in finite if form.tag_.endswith("FIN")), [])
    found, noun = None, pronoun.doc[pronoun.i - 2]
    for _ in range(_CHAIN):
        if noun.tag_ == "NN" and _agree(pronoun, noun) and (not number or noun.morph.get("Number", []) == number):
            found = noun
        if noun.dep_ not in ("nmod", "appos", "conj") or not is_noun(noun.head) or noun.head.i > noun.i:
            break
        noun = noun.head
    return found


def _agree(pronoun: Token, noun: Token) -> bool:
    """Whether the form of a pronoun goes with gender and number of a noun."""
    if noun.morph.get("Number", []) == ["Plur"]:
        return pronoun.lower_ in ("die", "sie", "diese")
    return noun.morph.get("Gender", []) == [_PRONOUNS.get(pronoun.lower_, "")]


def _with(doc: Doc, counted: Counted) -> bool:
    """Whether a sum stands behind *mit*, also as the second of two (*mit 5 beziehungsweise 3 Milliarden Euro*)."""
    k = counted.first - 1
    if k > 0 and doc[k].lower_ in _LISTED:
        k -= 1
        while k > doc[k].sent.start and (unit_at_text(doc[k].text) or doc[k].like_num or doc[k].tag_ in ("CARD", "NN")):
            k -= 1
    return k >= 0 and doc[k].lower_ == "mit"


def _sized_behind(doc: Doc, counted: Counted) -> list[Token]:
    """*mit 118 Milliarden Euro dürften „beträchtliche Fehlbeträge“ auflaufen*: what has a size, a few words on."""
    near = doc[counted.after : min(counted.after + _NEAR, doc[counted.last - 1].sent.end)]
    return [token for token in near if token.tag_ == "NN" and token.lower_.endswith(_SIZES)]


def is_actor(doc: Doc, noun: Token) -> bool:
    """Whether the noun is a name or bears one (*Präsident Macron*): somebody acts, nothing is measured."""
    return any(
        (name["start"] <= noun.idx and noun.idx + len(noun) <= name["end"])
        or (name["role"] and name["role"][0] <= noun.idx < name["role"][1])
        for name in items.read(doc, items.NAMES)
    )
