"""Noun phrases by part of speech: a noun with its adjectives, genitive and prepositional attribute."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from briefing.german.states import look_up
from briefing.german.words import load

_WORDS = load("quantities")["counting"]
_COUNTING, _PORTIONS = frozenset(_WORDS["nouns"]), frozenset(_WORDS["portions"])
_LEVELS, _VALUES = frozenset(_WORDS["levels"]), frozenset(_WORDS["values"])
_FRAMES, _VAGUE = frozenset(_WORDS["frames"]), frozenset(_WORDS["vague_adjectives"])
GENITIVES = frozenset({
    "der", "des", "aller", "dieser", "dieses", "seiner", "ihrer", "unserer", "eines", "einer", "deutscher", "beider",
    "ihres", "seines", "unseres", "jedes", "derer", "meiner",
})  # fmt: skip
_ATTRIBUTES = frozenset({"von", "aus", "in", "mit", "für", "an", "gegen", "bei", "im", "am", "auf", "ohne", "vom"})
_BACK = 40  # tokens in which "von ihnen" finds its noun
_MONEY = 10**7  # without a noun, a number from here on is a sum of money
_DATES = frozenset({"jahr", "jahre", "jahren", "monat", "woche", "quartal", "halbjahr", "uhr", "tag", "tagen"})
_FAR = 18  # tokens of a long attribute before its noun
_LONGEST = 7  # tokens between the number and its noun
_PLAIN = str.maketrans("äöü", "aou")
_ENDING = 2  # letters of the plural of a man's noun beyond the stem of the woman's


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
    if token.is_space:
        return False
    if token.tag_:
        return token.tag_ == "ADJA" or (
            token.tag_ in ("PIAT", "VVPP", "PIDAT") and token.lower_.endswith(("e", "en", "er"))
        )
    return token.text[:1].islower() and token.lower_.endswith(("e", "en", "er", "es", "em"))


def _stops(token: Token) -> bool:
    return token.is_space or token.text in ('"', "(", ")", ":", ";", ".", "!", "?", "–", "-")


def noun_phrase(doc: Doc, j: int) -> Phrase:
    """Adjectives (with adverbs and *und* between them) and the noun from token `j`."""
    quoted = _quoted(doc, j)
    if quoted is not None:
        return quoted
    found = Phrase(start=j)
    k = j
    while k < len(doc) and k - j < _LONGEST:
        token = doc[k]
        if _stops(token):
            break
        if is_noun(token) and token.lower_ != "uhr" and not (token.tag_ == "NN" and token.text[0].islower()):
            if token.tag_ == "TRUNC" or token.text.endswith("-"):
                k = _past_truncated(doc, k)
                if k >= len(doc) or not is_noun(doc[k]):
                    break
            found.head, found.end = k, k + 1
            while found.end < len(doc) and _same_noun(doc, found):
                found.head = found.end
                found.end += 1
            _both_genders(doc, found)
            found.near_end = found.end
            return found
        if is_adjective(token) or (k == j and _counted_participle(doc, k)):
            found.adjectives.append(k)
        elif not _between(doc, k, bool(found.adjectives), k == j):
            break
        k += 1
    return Phrase()


def _quoted(doc: Doc, j: int) -> Phrase | None:
    """*rund 100 „Querdenker“*: one noun in quotation marks."""
    if j + 2 >= len(doc) or doc[j].text != '"' or doc[j + 2].text != '"' or not is_noun(doc[j + 1]):
        return None
    return Phrase(start=j + 1, head=j + 1, end=j + 2, near_end=j + 3)


def _counted_participle(doc: Doc, k: int) -> bool:
    """Whether a form tagged as a verb is an adjective: *94 bestätigte Fälle*, as a plural subject needs *-ten*."""
    token = doc[k]
    plural = k + 1 < len(doc) and doc[k + 1].tag_ == "NN" and doc[k + 1].morph.get("Number", []) == ["Plur"]
    return token.tag_ == "VVFIN" and token.lower_.endswith("te") and plural


def _both_genders(doc: Doc, found: Phrase) -> None:
    """*Bürgerinnen und Bürger, Migrantinnen und Migranten*: one noun in both genders, the second is the head."""
    k = found.end
    if k + 1 >= len(doc) or doc[k].lower_ not in ("und", "oder", "bzw.", "beziehungsweise"):
        return
    k += 1 if doc[k + 1].text == "-" and k + 2 < len(doc) else 0  # US-Bürgerinnen und -Bürger
    short = doc[k].text == "-" or doc[k + 1].text.startswith("-")
    if not is_noun(doc[k + 1]) and not short:
        return
    for woman, man in ((found.head, k + 1), (k + 1, found.head)):
        whole = doc[woman].lower_.rpartition("-")[2] if short else doc[woman].lower_
        stem, form = whole.removesuffix("innen").translate(_PLAIN), doc[man].lower_.lstrip("-").translate(_PLAIN)
        if whole.endswith("innen") and form.startswith(stem) and len(form) - len(stem) <= _ENDING:
            found.head, found.end = (found.head if short else man), k + 2
            return


def _between(doc: Doc, k: int, after_adjective: bool, first: bool) -> bool:
    """Adverbs before adjectives and *und*, *oder*, commas between them."""
    token = doc[k]
    joined = k + 1 < len(doc) and is_adjective(doc[k + 1])
    if token.lower_ in ("und", "oder", "bzw.", ",", "sowie"):
        return after_adjective and joined
    adverb = token.tag_ in ("ADV", "ADJD", "PTKNEG", "PAV") if token.tag_ else False
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


def attributes(doc: Doc, found: Phrase) -> None:
    """Extends the phrase by a genitive and by a prepositional attribute that the parse hangs on the noun."""
    behind = genitive(doc, found.end, found.head)
    if behind is not None:
        found.end = behind
    if found.end + 1 < len(doc) and doc[found.end].lower_ in ("pro", "je"):  # Ansteckungen pro 100.000 Einwohner
        rate = found.end + 2 if doc[found.end + 1].like_num else found.end + 1
        if rate < len(doc) and is_noun(doc[rate]):
            found.end = rate + 1
            return
    k = found.end
    if k + 1 < len(doc) and doc[k].lower_ in _ATTRIBUTES:
        inner = noun_phrase(doc, k + 1) if doc[k + 1].tag_ not in ("ART", "PPOSAT", "PDAT") else noun_phrase(doc, k + 2)
        cut = (
            inner.found and inner.end < len(doc) and doc[inner.end].tag_ in ("NE", "NN", "ADJA")
        )  # Niklas | Luhmanns …
        cut = cut or (inner.found and doc[inner.head].lower_ in _DATES)  # Impfdosen im Jahr 2021
        if inner.found and not cut and doc[inner.head].dep_ == "nmod" and doc[inner.head].head.i == found.head:
            found.end = inner.end


def genitive(doc: Doc, k: int, head: int) -> int | None:
    """The end of a genitive attribute that starts at token `k`: *der russischen Abteilung*."""
    if k + 1 >= len(doc) or doc[k].lower_ not in GENITIVES:
        return None
    inner = noun_phrase(doc, k + 1)
    if not inner.found:
        return None
    if doc[k].lower_ == "der" and any(
        not doc[a].lower_.endswith("en") for a in inner.adjectives if doc[a].tag_ == "ADJA"
    ):
        return None  # "der persönliche Austausch" is a nominative
    noun = doc[inner.head]
    case = noun.morph.get("Case", [])
    witness = (noun.dep_ in ("nmod", "appos") and noun.head.i == head) or (case == ["Gen"] and noun.dep_ != "iobj")
    return inner.end if witness or doc[k].lower_ in ("aller", "beider", "des", "eines") else None


def around_noun(doc: Doc, noun: Token, rule: str) -> Phrase:
    """The phrase of a known noun; of *die Zahl der Toten* the dead are the head."""
    start = noun.i
    while start > noun.sent.start and is_adjective(doc[start - 1]):
        start -= 1
    found = Phrase(head=noun.i, start=start, end=noun.i + 1, near_end=-1, rule=rule)
    found.adjectives = list(range(start, noun.i))
    behind = genitive(doc, found.end, noun.i)
    counted = _far_genitive(doc, noun) if behind is None else None
    if counted is not None:
        first = counted.i - 1 if is_adjective(doc[counted.i - 1]) else counted.i
        return Phrase(
            head=counted.i, start=first, end=counted.i + 1, adjectives=[*range(first, counted.i)], rule="number-of"
        )
    if behind is not None and noun.lower_ in _COUNTING:
        inner = noun_phrase(doc, found.end + 1)
        found.head, found.adjectives = inner.head, inner.adjectives
    found.end = behind or found.end
    return found


def _far_genitive(doc: Doc, noun: Token) -> Token | None:
    """*die Zahl der seit Beginn der Pandemie in Hamburg gestorbenen Menschen*: the noun behind the long attribute."""
    if noun.lower_ not in _COUNTING or noun.i + 2 >= len(doc) or doc[noun.i + 1].lower_ not in ("der", "des"):
        return None
    for child in noun.children:
        near = noun.i + 2 < child.i < noun.i + _FAR and child.dep_ == "nmod" and child.tag_ == "NN"
        if near and is_adjective(doc[child.i - 1]) and not any(inner.dep_ == "case" for inner in child.children):
            return child
    return None


def governing_verb(doc: Doc, index: int) -> Token | None:
    """The full verb that token `index` hangs on, over noun phrases, at most eight steps up."""
    token = doc[index]
    for _ in range(8):
        if token.tag_.startswith("VV") and token.i != index:
            low, high = sorted((token.i, index))
            ended = any(doc[k].text in (".", "!", "?") for k in range(low, high))
            return None if ended else token
        if token.head.i == token.i:
            break
        token = token.head
    return token if token.tag_.startswith("V") else None


def head_lemma(doc: Doc, phrase: Phrase) -> str:
    """Lower-case lemma of the noun; of a compound with a number its last part."""
    if phrase.rule == "compound":
        return doc[phrase.head].text.rpartition("-")[2].lower()
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
