"""Who gives a number, told by a pronoun or in the next sentence: *er rechnet mit …*, *… Das teilte die Polizei mit.*"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.analyse import items
from briefing.analyse.quantities_clauses import lemma
from briefing.analyse.quantities_named import DETERMINERS, Holder, holder, phrase_end
from briefing.analyse.quantities_nouns import is_adjective, is_noun
from briefing.analyse.quantities_numbers import Counted
from briefing.analyse.quantities_sources import given_out
from briefing.german.words import load

_THAT = frozenset({"das", "dies"})
_TOLD = frozenset({
    "teilen", "mitteilen", "sagen", "geben", "bekanntgeben", "angeben", "melden", "berichten", "erklären", "bestätigen",
    "ergeben", "zeigen", "schreiben", "betonen",
})  # fmt: skip
_GENDERS = {"er": ("Masc", "m"), "sie": ("Fem", "f")}
_GENERIC = frozenset({
    "unternehmen", "konzern", "firma", "behörde", "organisation", "verband", "gewerkschaft", "institut", "ministerium",
    "kommission", "bank", "partei", "verein", "klub", "sender", "stiftung", "amt",
})  # fmt: skip
_COMPANIES = frozenset({"unternehmen", "konzern", "firma"})
_KINDS: dict[str, list[str]] = load("quantities")["kinds"]
_DEFINITE = frozenset({"der", "die", "das", "dem", "den", "des"})
_NO_TELLERS = ("zahlen", "fälle", "kosten", "preise", "maßnahmen", "regeln", "ungen", "heiten", "keiten", "tionen")
_WHOLE = 4  # letters from which on a word may be the last part of a compound
_NEAR = 350  # characters in which the organisation is named
_LONGEST = 40  # tokens of a sentence that only says who told


def told_next(doc: Doc, counted: Counted) -> Holder | None:
    """*Das teilte die Sozialbehörde mit, Das geht aus einer Umfrage hervor* right behind the number's sentence."""
    k = doc[counted.last - 1].sent.end
    if k + 2 >= len(doc) or doc[k].lower_ not in _THAT or doc[k - 1].is_space:
        return None
    sentence, verb = doc[k].sent, doc[k + 1]
    if len(sentence) > _LONGEST or not verb.tag_.startswith("VVFIN"):
        return None
    lows = {token.lower_ for token in sentence}
    if verb.lower_ in ("geht", "ging", "gehen") and "hervor" in lows:
        start = next((token.i + 1 for token in sentence if token.lower_ == "aus"), 0)
        if not start:
            return None
        given = given_out(doc, start - 1, sentence.end)  # aus neuen Zahlen der Konferenz
        return given or holder(doc, start, phrase_end(doc, start, sentence.end), "told-next")
    if lemma(verb) not in _TOLD or (lemma(verb) == "geben" and not {"bekannt", "an"} & lows):
        return None
    subject = next((child for child in verb.children if child.dep_ == "nsubj" and is_noun(child)), None)
    if subject is None or subject.i < verb.i:
        return None
    return holder(doc, _start(doc, subject), phrase_end(doc, subject.i, sentence.end), "told-next")


def meant_by(doc: Doc, verb: Token) -> Holder | None:
    """Who *er* or *sie* is before a verb of telling: the subject of the sentence before, in gender and number."""
    parts = [verb, *(child for child in verb.children if child.tag_.startswith(("VA", "VM")))]
    pronoun = next((c for v in parts for c in v.children if c.lower_ in _GENDERS and c.dep_ == "nsubj"), None)
    if pronoun is None or verb.sent.start == 0 or doc[verb.sent.start - 1].is_space:
        return None
    if pronoun.text == "Sie" and pronoun.i > verb.sent.start:
        return None  # werden Sie feststellen, dass …
    before = doc[verb.sent.start - 1].sent
    subjects = [token for token in before if token.dep_ == "nsubj" and is_noun(token)]
    if pronoun.lower_ == "sie" and any("Plur" in part.morph.get("Number", []) for part in parts):
        return _several(doc, subjects, before.end)
    grammatical, natural = _GENDERS[pronoun.lower_]
    for token in subjects:
        gender = _gender_of_name(doc, token)
        if gender == natural or (gender is None and token.morph.get("Gender", []) == [grammatical]):
            return holder(doc, _start(doc, token), phrase_end(doc, token.i, before.end), "pronoun")
    return None


def _several(doc: Doc, subjects: list[Token], end: int) -> Holder | None:
    """The one plural subject of a sentence, with the noun it is coordinated with."""
    plural = [token for token in subjects if token.morph.get("Number", []) == ["Plur"] and token.tag_ == "NN"]
    if len(plural) != 1 or plural[0].lower_.endswith(_NO_TELLERS):
        return None
    return holder(doc, _start(doc, plural[0]), phrase_end(doc, plural[0].i, end), "pronoun")


def named(doc: Doc, found: Holder) -> Holder:
    """*das Unternehmen, die Behörde*: the only one of its kind named shortly before; any other holder as it is."""
    article, _, noun = found.name.rpartition(" ")
    if noun.lower() not in _GENERIC or article.lower() not in ("", "der", "die", "das"):
        return found
    before = doc.char_span(max(0, found.start - 4), found.start, alignment_mode="contract")
    definite = article or (before is not None and len(before) > 0 and before[-1].lower_ in _DEFINITE)
    near = [
        name["name"]
        for name in items.read(doc, items.NAMES)
        if name["label"] == "ORG" and found.start - _NEAR <= name["start"] and name["end"] <= found.start
    ]
    meant = {name for name in near if _fits(name, noun.lower())}
    if not meant and noun.lower() not in _COMPANIES:
        meant = set(near)
    if not definite or len(meant) != 1:
        return found
    return replace(found, name=meant.pop())


def _fits(name: str, noun: str) -> bool:
    """Whether a name tells that it is of the kind of a noun; a company is what tells no other kind."""
    words = name.lower().replace("-", " ").split()
    kinds = {kind for kind, signs in _KINDS.items() if any(_ends(word, sign) for word in words for sign in signs)}
    return not kinds if noun in _COMPANIES else noun in kinds


def _ends(word: str, sign: str) -> bool:
    """Abbreviations and short words are the whole word (*Rat, WHO*); others may be its last part (*Bundesbank*)."""
    return word == sign or (len(sign) >= _WHOLE and word.endswith(sign))


def _gender_of_name(doc: Doc, token: Token) -> str | None:
    """Gender of the person whose name or role the token is in; None where it is none's."""
    for name in items.read(doc, items.NAMES):
        start = name["role"][0] if name["role"] else name["start"]
        if name["label"] == "PER" and start <= token.idx < name["end"]:
            return str(name["gender"])
    return None


def _start(doc: Doc, noun: Token) -> int:
    """The first token of the noun phrase of a subject."""
    first = noun.i
    while first > noun.sent.start and (is_adjective(doc[first - 1]) or doc[first - 1].tag_ in DETERMINERS):
        first -= 1
    return first
