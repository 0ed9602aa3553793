"""What a number counts: the noun phrase behind it, by part of speech; the parse is only a second witness."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from briefing.analyse import items
from briefing.analyse.quantities_numbers import Counted
from briefing.german.states import look_up
from briefing.german.words import load

_WORDS = load("quantities")["counting"]
_COUNTING, _PORTIONS = frozenset(_WORDS["nouns"]), frozenset(_WORDS["portions"])
_FRAMES, _VAGUE = frozenset(_WORDS["frames"]), frozenset(_WORDS["vague_adjectives"])
_GENITIVES = frozenset({
    "der", "des", "aller", "dieser", "dieses", "seiner", "ihrer", "unserer", "eines", "einer", "deutscher", "beider",
})  # fmt: skip
_ATTRIBUTES = frozenset({"von", "aus", "in", "mit", "für", "an", "gegen", "bei", "im", "am", "auf", "ohne", "vom"})
_BACK = 40  # tokens in which "von ihnen" finds its noun
_MONEY = 10**7  # without a noun, a number from here on is a sum of money
_LONGEST = 7  # tokens between the number and its noun


@dataclass(slots=True, kw_only=True)
class Phrase:
    """The noun phrase a number counts.

    `head` is the index of its noun (-1 if there is none), `start` to `end` are tokens with attributes,
    `near_end` the token after the noun itself; `rule` names how it was found.
    """

    head: int = -1
    start: int = -1
    end: int = -1
    near_end: int = -1
    adjectives: list[int] = field(default_factory=list)
    rule: str = "number"

    @property
    def found(self) -> bool:
        """Whether there is a noun."""
        return self.head >= 0


def is_noun(token: Token) -> bool:
    """A common or proper noun by tag; by the capital letter where nothing is tagged."""
    if token.tag_:
        return token.tag_ in ("NN", "NE", "FM", "TRUNC") and token.text[:1].isalpha()
    return token.text[:1].isupper() and token.is_alpha


def is_adjective(token: Token) -> bool:
    """An attributive adjective or participle by tag and ending."""
    if token.tag_:
        return token.tag_ == "ADJA" or (
            token.tag_ in ("PIAT", "VVPP", "PIDAT") and token.lower_.endswith(("e", "en", "er"))
        )
    return token.text[:1].islower() and token.lower_.endswith(("e", "en", "er", "es", "em"))


def phrase_of(doc: Doc, counted: Counted) -> Phrase:
    """The phrase behind the number; for shares and sums also the genitive or the noun they belong to."""
    j = counted.after
    found = _noun_phrase(doc, j)
    if found.found and counted.unit and not _in_apposition(doc, counted, found):
        found = Phrase()
    if found.found:
        _attributes(doc, found)
        found.rule = "measure+noun" if counted.unit else "number+noun"
        return found
    share = _of_them(doc, counted)
    share = share if share.found else _share(doc, j)
    if share.found:
        return share
    if counted.unit or (counted.number.low or counted.number.high or 0) >= _MONEY:
        return _sum(doc, counted)
    return _counting_noun(doc, counted)


def _stops(token: Token) -> bool:
    return token.is_space or token.text in ('"', "(", ")", ":", ";", ".", "!", "?", "–", "-")


def _noun_phrase(doc: Doc, j: int) -> Phrase:
    """Adjectives (with adverbs and *und* between them) and the noun from token `j`."""
    found = Phrase(start=j)
    k = j
    while k < len(doc) and k - j < _LONGEST:
        token = doc[k]
        if _stops(token):
            break
        if is_noun(token) and token.lower_ != "uhr":
            if token.tag_ == "TRUNC" or token.text.endswith("-"):
                k = _past_truncated(doc, k)
                if k >= len(doc) or not is_noun(doc[k]):
                    break
            found.head, found.end = k, k + 1
            while found.end < len(doc) and _same_noun(doc, found):
                found.head = found.end
                found.end += 1
            found.near_end = found.end
            return found
        if is_adjective(token):
            found.adjectives.append(k)
        elif not _between(doc, k, bool(found.adjectives), k == j):
            break
        k += 1
    return Phrase()


def _between(doc: Doc, k: int, after_adjective: bool, first: bool) -> bool:
    """Adverbs before adjectives and *und*, *oder*, commas between them."""
    token = doc[k]
    joined = k + 1 < len(doc) and is_adjective(doc[k + 1])
    if token.lower_ in ("und", "oder", "bzw.", ",", "sowie"):
        return after_adjective and joined
    adverb = token.tag_ in ("ADV", "ADJD", "PTKNEG") if token.tag_ else False
    return adverb and joined and (not first or token.lower_ not in ("mehr", "weniger", "lang", "alt", "hoch"))


def _past_truncated(doc: Doc, k: int) -> int:
    """*Staats- und Regierungschefs*: the noun behind the truncated one."""
    if k + 2 < len(doc) and doc[k + 1].lower_ in ("und", "oder", "bzw."):
        return k + 2
    return k + 1


def _same_noun(doc: Doc, found: Phrase) -> bool:
    """*Schuss Munition, Quadratkilometer Territorium*: what a portion consists of."""
    follows = doc[found.end]
    return doc[found.head].lower_ in _PORTIONS and is_noun(follows) and follows.tag_ != "NE"


def _in_apposition(doc: Doc, counted: Counted, found: Phrase) -> bool:
    """*250 Quadratkilometer Territorium*: the noun right behind the unit, unless it is the clause's next phrase."""
    if found.head == counted.after:
        return doc[found.head].tag_ != "NE" or counted.unit not in ("Prozent", "Euro")
    return bool(found.adjectives) and found.head - counted.after <= 3


def _attributes(doc: Doc, found: Phrase) -> None:
    """Extends the phrase by a genitive and by a prepositional attribute that the parse hangs on the noun."""
    genitive = _genitive(doc, found.end, found.head)
    if genitive is not None:
        found.end = genitive
    if found.end + 1 < len(doc) and doc[found.end].lower_ in ("pro", "je"):  # Ansteckungen pro 100.000 Einwohner
        rate = found.end + 2 if doc[found.end + 1].like_num else found.end + 1
        if rate < len(doc) and is_noun(doc[rate]):
            found.end = rate + 1
            return
    k = found.end
    if k + 1 < len(doc) and doc[k].lower_ in _ATTRIBUTES:
        inner = (
            _noun_phrase(doc, k + 1) if doc[k + 1].tag_ not in ("ART", "PPOSAT", "PDAT") else _noun_phrase(doc, k + 2)
        )
        if inner.found and doc[inner.head].dep_ == "nmod" and doc[inner.head].head.i == found.head:
            found.end = inner.end


def _genitive(doc: Doc, k: int, head: int) -> int | None:
    """The end of a genitive attribute that starts at token `k`: *der russischen Abteilung*."""
    if k + 1 >= len(doc) or doc[k].lower_ not in _GENITIVES:
        return None
    inner = _noun_phrase(doc, k + 1)
    if not inner.found:
        return None
    noun = doc[inner.head]
    case = noun.morph.get("Case", [])
    witness = (noun.dep_ in ("nmod", "appos") and noun.head.i == head) or (case == ["Gen"] and noun.dep_ != "iobj")
    return inner.end if witness or doc[k].lower_ in ("aller", "beider", "des", "eines") else None


def _share(doc: Doc, j: int) -> Phrase:
    """*40 Prozent der Befragten, drei von ihnen, zwei Drittel aller Deutschen, 28 Prozent davon*."""
    if j >= len(doc):
        return Phrase()
    low = doc[j].lower_
    if low in _GENITIVES or low in ("von", "vom", "an", "am"):
        inner = _noun_phrase(doc, j + 1)
        if not inner.found and j + 2 < len(doc) and doc[j + 1].tag_ in ("ART", "PPOSAT", "PDAT"):
            inner = _noun_phrase(doc, j + 2)
        if inner.found and (low not in ("der", "an", "am") or _belongs(doc, inner.head, j)):
            inner.start, inner.near_end = j, j
            inner.rule = "share-of"
            return inner
    return Phrase()


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
            found = _around_noun(doc, doc[k], "of-them")
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
    if j < len(doc) and doc[j].lower_ in ("an", "als", "für", "zugunsten", "durch"):
        k = j + 2 if j + 1 < len(doc) and doc[j + 1].tag_ in ("ART", "PPOSAT", "PDAT") else j + 1
        inner = _noun_phrase(doc, k)
        if inner.found:
            inner.start, inner.near_end, inner.rule = j, j, "sum-for"
            return inner
    k = counted.first - 1
    if k >= 0 and doc[k].lower_ in ("von", "über", "mit", "um", "auf", "bei"):
        k -= 1
        if k > 0 and doc[k].lower_ in _FRAMES and doc[k - 1].lower_ in ("in", "im"):
            k -= 2
        if k >= 0 and is_noun(doc[k]) and doc[k].lower_ not in _FRAMES:
            return Phrase(head=k, start=k, end=k + 1, near_end=counted.after, rule="sum-of")
    if k >= 0 and is_noun(doc[k]) and counted.first - 1 == k and doc[k].lower_ in _FRAMES and k and is_noun(doc[k - 1]):
        return Phrase(head=k - 1, start=k - 1, end=k, near_end=counted.after, rule="sum-of")
    return subject_phrase(doc, counted)


def subject_phrase(doc: Doc, counted: Counted) -> Phrase:
    """*Der Umsatz stieg um 5 Prozent*: the subject of the clause is what is measured."""
    verb = governing_verb(doc, counted.last - 1)
    if verb is None:
        return Phrase()
    for child in verb.children:
        outside = not counted.first <= child.i < counted.after
        if (
            child.dep_.startswith("nsubj")
            and child.tag_ == "NN"
            and is_noun(child)
            and outside
            and not _is_actor(doc, child)
        ):
            return _around_noun(doc, child, "subject")
    return Phrase()


def _is_actor(doc: Doc, noun: Token) -> bool:
    """Whether the noun is a name or bears one (*Präsident Macron*): somebody acts, nothing is measured."""
    return any(
        name["start"] <= noun.idx < name["end"] or (name["role"] and name["role"][0] <= noun.idx < name["role"][1])
        for name in items.read(doc, items.NAMES)
    )


def _around_noun(doc: Doc, noun: Token, rule: str) -> Phrase:
    start = noun.i
    while start > noun.sent.start and is_adjective(doc[start - 1]):
        start -= 1
    found = Phrase(head=noun.i, start=start, end=noun.i + 1, near_end=-1, rule=rule)
    found.adjectives = list(range(start, noun.i))
    genitive = _genitive(doc, found.end, noun.i)
    if genitive is not None and noun.lower_ in _COUNTING:
        inner = _noun_phrase(doc, found.end + 1)
        found.head, found.adjectives = inner.head, inner.adjectives
    found.end = genitive or found.end
    return found


def _counting_noun(doc: Doc, counted: Counted) -> Phrase:
    """*die Zahl der Toten stieg auf 45, Opferzahl: 45*: the noun before names what is counted."""
    sentence = doc[counted.first].sent
    k = counted.first - 1
    if k > sentence.start and doc[k].lower_ in ("von", "bei") and is_noun(doc[k - 1]) and doc[k - 1].tag_ == "NN":
        found = _around_noun(doc, doc[k - 1], "value-of")
        if doc[k - 1].lower_ not in _COUNTING:
            return found
    for k in range(counted.first - 1, sentence.start - 1, -1):
        token = doc[k]
        if not is_noun(token):
            continue
        low = token.lower_
        if low in _COUNTING and k + 1 < len(doc) and doc[k + 1].lower_ in (*_GENITIVES, "an", "von"):
            inner = _noun_phrase(doc, k + 2)
            if inner.found and inner.end <= counted.first:
                inner.near_end, inner.rule = -1, "number-of"
                return inner
        if low.endswith(("zahl", "zahlen")) and low not in _COUNTING:
            return _around_noun(doc, token, "number-compound")
    return Phrase()


def governing_verb(doc: Doc, index: int) -> Token | None:
    """The full verb that token `index` hangs on, over noun phrases, at most eight steps up."""
    token = doc[index]
    for _ in range(8):
        if token.tag_.startswith("VV") and token.i != index:
            return token
        if token.head.i == token.i:
            break
        token = token.head
    return token if token.tag_.startswith("V") else None


def head_lemma(doc: Doc, phrase: Phrase) -> str:
    """Lower-case lemma of the noun."""
    return (doc[phrase.head].lemma_ or doc[phrase.head].text).lower() if phrase.found else ""


def modifiers(doc: Doc, phrase: Phrase) -> list[str]:
    """Adjectives by lemma, states by canonical name; inhabitants (*Nordkoreaner*) tell their state."""
    found: list[str] = []
    if not phrase.found:
        return found
    head = look_up(doc[phrase.head].text)
    if head is not None and head.kind in ("inhabitant", "adjective"):
        found.append(head.state)
    for k in phrase.adjectives:
        token = doc[k]
        if token.lower_ in _VAGUE:
            continue
        state = look_up(token.text)
        found.append(
            state.state if state is not None and state.kind == "adjective" else (token.lemma_ or token.text).lower()
        )
    for k in range(phrase.head + 1, phrase.end):
        state = look_up(doc[k].text)
        if state is not None and doc[k - 1].lower_ in ("aus", "von"):
            found.append(state.state)
        elif is_noun(doc[k]) and state is None and doc[k].tag_ == "NN":
            found.append((doc[k].lemma_ or doc[k].text).lower())
        elif state is not None and state.kind == "adjective":
            found.append(state.state)
    return list(dict.fromkeys(found))
