"""What a number counts, in words that can stand as a heading: the noun in the nominative with its attributes.

*mit rund 58 offenen Holzbooten* gives *offene Holzboote*, *der operative Verlust betrug …* gives *operativer Verlust*.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from briefing.analyse.quantities_antecedent import is_money
from briefing.analyse.quantities_clauses import clause_of, lemma, whole_verb
from briefing.analyse.quantities_nouns import Phrase, governing_verb, is_adjective, is_noun, noun_phrase
from briefing.analyse.quantities_numbers import Counted
from briefing.analyse.quantities_said import fronted, is_demanded_for
from briefing.german.words import load

_DATA = load("quantities")
_NOMINAL: dict[str, str] = _DATA["nominal"]
_VAGUE = frozenset(_DATA["counting"]["empty_adjectives"])
_VOTED = re.compile(r"\d+-\w+")  # mit 5 zu 4-Mehrheit
_LINKS = frozenset({"von", "an", "für", "als", "der", "des", "vom", "am", "zugunsten", "durch"})
_STRONG = {"Masc": "er", "Fem": "e", "Neut": "es"}
_ENDINGS = ("en", "em", "er", "es", "e")
_UNINFLECTED = ("rosa", "lila", "prima")
_GENITIVE = frozenset({"der", "des", "aller", "dieser", "dieses", "ihres", "ihrer", "seines", "seiner", "unserer"})
_POSSESSIVE = frozenset({"ihres", "ihrer", "seines", "seiner", "unserer"})
_SHARES = frozenset({"Prozent", "Promille"})
_DATIVE = frozenset({"mit", "von", "aus", "bei", "nach", "seit", "zu", "unter", "neben", "den"})
_COUNTS = frozenset({"number+noun", "number+noun-pair", "part-of", "of-them", "more-of"})
# Nouns with a plural in -en: masculine ones by their ending, the few neuter ones.
_WEAK = {
    "Masc": (
        "ant", "ent", "ist", "at", "oge", "oph", "ad", "nom", "arch", "mensch", "held", "herr", "bär", "or", "nerv",
        "and", "pilot", "patriot", "planet", "athlet", "poet", "prophet", "schmerz", "strahl", "mast", "fleck",
    ),
    "Neut": ("bett", "hemd", "ohr", "insekt", "herz", "statement"),
}  # fmt: skip
_NOMINALISED = tuple(f"{stem}en" for stem in _DATA["counting"]["nominalised"])
_NO_PARTICIPLES = ("kunde", "experte", "bote", "gatte", "pate", "heide", "asiate")  # plural -en, not -e
_PLURAL_ONLY = ("schulden", "kosten", "daten", "finanzen", "ferien", "spesen")
_AMBIGUOUS = frozenset({"des", "dem", "zum", "vom", "im", "am", "beim", "einem", "eines", "seinem", "ihrem"})
_FORMS = {  # article and ending of the adjective → gender of a noun in the singular
    **dict.fromkeys((("den", "en"), ("einen", "en"), ("der", "e"), ("ein", "er"), ("kein", "er")), "Masc"),
    **dict.fromkeys((("die", "e"), ("eine", "e"), ("der", "en"), ("einer", "en"), ("zur", "en")), "Fem"),
    **dict.fromkeys((("das", "e"), ("ein", "es"), ("kein", "es"), ("ins", "e")), "Neut"),
}
_SAYS = frozenset(_DATA["verbs"]["says"])
_TRADE = frozenset(_DATA["trade"]["verbs"])
_DETERMINERS = ("ART", "PPOSAT", "PDAT", "PIAT")
_ATTRIBUTE = 3  # tokens from a noun to the one behind *von Bund*
DISTANCE = "Entfernung"
_FAR = ("entfernt", "westlich", "östlich", "nördlich", "südlich")
_DIMENSIONS = ("entfernt", "schwer", "lang", "breit", "hoch", "tief", "teuer", "teur", "groß", "weit", "dick", "hoh")


def label(doc: Doc, counted: Counted, phrase: Phrase) -> str:
    """The counted phrase as a heading, *pro Monat* with it; empty where there is none."""
    if counted.term:
        return counted.term
    name, end = _label(doc, counted, phrase), per_end(doc, counted)
    rate = doc[counted.after : end].text.replace("im ", "pro ")
    return f"{name} {rate}".strip() if name and rate.rpartition(" ")[2] not in name else name


def _label(doc: Doc, counted: Counted, phrase: Phrase) -> str:
    near = (doc[k].lower_ for k in (counted.after, *phrase.adjectives) if k < len(doc))
    if counted.unit and any(word.startswith(_FAR) for word in near):
        return DISTANCE
    if not phrase.found:
        return _from_verb(doc, counted)
    if phrase.rule == "compound" or _VOTED.fullmatch(doc[phrase.head].text):
        return doc[phrase.head].text.rpartition("-")[2]
    if counted.number.kind == "fraction" and phrase.rule == "number+noun" and doc[phrase.head].tag_ == "NE":
        return f"Anteil ({doc[phrase.head].lemma_ or doc[phrase.head].text})"  # die Hälfte Amerikas
    start = phrase.start
    while start < phrase.head and doc[start].lower_ in _LINKS:
        start += 1
    behind = _text(doc, phrase.head + 1, phrase.end)
    behind += _and_more(doc, phrase)
    behind = "" if behind.count('"') % 2 else behind  # the phrase goes on
    if phrase.rule == "sum-for":
        return f"Geld für {_text(doc, phrase.start + 1, phrase.end)}"
    share = counted.unit in _SHARES or counted.number.kind == "fraction"
    if phrase.rule == "share-of" and share and doc[phrase.start].lower_ in _GENITIVE - _POSSESSIVE:
        return f"Anteil {_text(doc, phrase.start, phrase.end)}"
    plural = doc[phrase.head].morph.get("Number", []) != ["Sing"] or (phrase.rule in _COUNTS and not counted.unit)
    before = [doc[k] for k in range(start, phrase.head) if _tells(doc[k])]
    if counted.unit:
        before = [token for token in before if not token.lower_.startswith(_DIMENSIONS)]
    printed = any(is_noun(token) for token in before)
    if printed:
        words = [_text(doc, start, phrase.head)]  # *Staats- und Regierungschefs, Zahl der Toten*: as printed
    else:
        words = [_adjective(token, doc[phrase.head], plural) if is_adjective(token) else token.text for token in before]
    dative = phrase.rule in _COUNTS and counted.first > 0 and doc[counted.first - 1].lower_ in _DATIVE
    of_them = printed and doc[phrase.head - 1].lower_ in _GENITIVE
    noun = doc[phrase.head].text if of_them else nominative(doc[phrase.head], plural=plural, dative=dative)
    behind = behind or _second(doc, counted, phrase)
    words += [told] if (told := fronted(doc, counted, phrase)) else []
    name = " ".join(filter(None, (*words, noun, behind)))
    if counted.first > 2 and doc[counted.first - 3 : counted.first].text.lower() == "im wert von":
        return f"{name} (Wert)"  # 100 Millionen Dosen im Wert von …
    if counted.unit in _SHARES and phrase.rule in ("share-of", "of-them", "part-of") and not counted.number.change:
        return f"Anteil ({name})"  # 25 Prozent ihres Gehaltes
    if is_demanded_for(doc, counted, phrase):
        return f"{name} (Forderung)"
    return f"{name} {_compared(doc, counted)}".strip()


def _and_more(doc: Doc, phrase: Phrase) -> str:
    """*Beschäftigte von Bund und Kommunen*: the second noun behind the preposition of an attribute."""
    k = phrase.end
    if k + 1 >= len(doc) or k - phrase.head != _ATTRIBUTE or doc[k].lower_ != "und":
        return ""
    joined = doc[k + 1].dep_ == "conj" and doc[k + 1].head.i == k - 1 and is_noun(doc[k + 1])
    plain = doc[phrase.head + 1].tag_ == "APPR" and is_noun(doc[k - 1])
    return f" und {doc[k + 1].text}" if joined and plain else ""


def _second(doc: Doc, counted: Counted, phrase: Phrase) -> str:
    """*Zehntausende Rumänen und Bulgaren*: the plural noun that is counted with the first one."""
    k = phrase.end
    if counted.unit or phrase.rule != "number+noun" or k + 1 >= len(doc) or doc[k].lower_ != "und":
        return ""
    second = doc[k + 1]
    joined = second.dep_ == "conj" and second.head.i == phrase.head and second.tag_ == "NN"
    plural = all(token.morph.get("Number", []) == ["Plur"] for token in (second, doc[phrase.head]))
    own = any(token.tag_ == "CARD" for token in second.subtree)  # 21 Schulen und Kinder aus 22 Kitas
    return f"und {nominative(second, plural=True)}" if joined and plural and not own else ""


def per_end(doc: Doc, counted: Counted) -> int:
    """The token behind *pro Monat, je Einwohner, im Jahr* after a sum or a measure; the end of the number without."""
    k = counted.after
    if not counted.unit or counted.closed or k + 1 >= len(doc) or doc[k + 1].tag_ != "NN":
        return k
    each = doc[k].lower_ in ("pro", "je") and doc[k + 1].text[:1].isupper()
    regular = doc[k].lower_ == "im" and doc[k + 1].lower_ in ("jahr", "monat")
    dated = k + 2 < len(doc) and (doc[k + 2].like_num or doc[k + 2].tag_ in ("NE", "ART"))
    return k + 2 if each or (regular and not dated) else k


def _compared(doc: Doc, counted: Counted) -> str:
    """*gegenüber dem Vorjahr* behind a number."""
    k = counted.after
    if k >= len(doc) or doc[k].lower_ != "gegenüber":
        return ""
    inner = noun_phrase(doc, k + 2 if k + 1 < len(doc) and doc[k + 1].tag_ in _DETERMINERS else k + 1)
    return _text(doc, k, inner.end) if inner.found else ""


def _text(doc: Doc, first: int, last: int) -> str:
    return " ".join(doc[first:last].text.split()).rstrip(" .,;:")


def _tells(token: Token) -> bool:
    return not token.is_space and token.lower_ not in _VAGUE and token.tag_ not in ("ART", "PPOSAT", "PDAT", "PIAT")


def _from_verb(doc: Doc, counted: Counted) -> str:
    """*setzte 29 Milliarden Euro um*: Umsatz."""
    added = counted.after < len(doc) and doc[counted.after].lower_ in ("zum", "zur")
    sum_of = counted.unit and (counted.unit not in _SHARES or counted.number.change or added)
    verb = governing_verb(doc, counted.last - 1) if sum_of else None
    if verb is not None and counted.first and doc[counted.first - 1].lower_ == "für" and lemma(verb) in _TRADE:
        return "Preis"
    if verb is None or not (is_money(counted.unit) or counted.unit in _SHARES):
        return ""
    name = _NOMINAL.get(lemma(verb)) or _NOMINAL.get(whole_verb(verb), "")
    k = counted.after
    if name and k + 1 < len(doc) and doc[k].lower_ in ("zum", "zur") and is_noun(doc[k + 1]):
        return f"{name} {_text(doc, k, k + 2)}"
    return name


def _adjective(token: Token, noun: Token, plural: bool) -> str:
    """An attributive adjective with the ending it has in the nominative without an article."""
    ending = next((e for e in _ENDINGS if token.text.endswith(e)), "")
    if not ending or not token.text[0].islower() or token.lower_ in _UNINFLECTED:
        return token.text  # *Berliner*
    stem = token.text[: -len(ending)]
    if ending == "e" and not plural:
        stem = token.text[:-1]
    first = token.i
    while first > 0 and is_adjective(token.doc[first - 1]):
        first -= 1
    article = token.doc[first - 1].lower_ if first else ""
    gender = _FORMS.get((article, ending)) or "".join(noun.morph.get("Gender", []))
    if not plural and article in _AMBIGUOUS and gender != "Fem":
        return ""  # no safe ending
    wanted = "e" if plural else _STRONG.get(gender, "")
    return stem + wanted if wanted and len(stem) > 2 else token.text


def nominative(noun: Token, *, plural: bool, dative: bool = False) -> str:
    """A noun's nominative of its own number, where form and lemma tell it; else as printed."""
    form, base = noun.text, noun.lemma_
    if noun.tag_ != "NN" or not base:
        return form
    if not plural:
        longer = form.startswith(base) and form[len(base) :] in ("s", "es", "en", "n")
        return base if longer else form
    if not form.endswith("n"):
        return form
    low, stem, gender = form.lower(), base.lower(), "".join(noun.morph.get("Gender", []))
    if low.endswith("leuten"):
        return form[:-1]
    if low.endswith(_PLURAL_ONLY):
        return form
    agent = stem.endswith(("er", "el", "leute")) and low == stem + "n" and gender != "Fem"  # Teilnehmern
    shifted = low.endswith("en") and _umlauts(low) > _umlauts(stem)  # Todesfällen
    neuter = low.endswith("ern") and not stem.endswith(("er", "ern")) and low != stem  # Häusern
    formed = stem.endswith(("te", "nde")) and low == stem + "n" and gender == "Masc"  # Abgeordneten
    plain = low == stem + "en" and gender in _WEAK and not stem.endswith((*_WEAK[gender], "e"))  # Booten
    formed = (formed and not stem.endswith(_NO_PARTICIPLES)) or low.endswith(_NOMINALISED)
    if agent or shifted or neuter or formed:
        return form[:-1]
    return form[:-1] if plain and (dative or noun.morph.get("Case", []) == ["Dat"]) else form


def _umlauts(word: str) -> int:
    return sum(word.count(letter) for letter in "äöü")


def frames(doc: Doc, counted: Counted, phrase: Phrase) -> list[str]:
    """Nouns the count belongs to: *Notlager für 7000 Migranten*, *der Verkauf der Sparte, aus dem 15 Millionen …*."""
    first = counted.first - 1
    behind = not phrase.found or phrase.start >= counted.last
    if counted.unit and phrase.found and any(doc[k].lower_.startswith(_FAR) for k in phrase.adjectives):
        return [doc[phrase.head].text]  # 100 Kilometer entferntes Marokko
    if counted.unit and not phrase.found and (place := _far_from(doc, counted)):
        return [place]
    if first >= 1 and doc[first].tag_.startswith("APPR") and behind and not counted.unit:
        k = first - 1
        while k > doc[first].sent.start and (doc[k].tag_ == "ADV" or doc[k].text == '"'):
            k -= 1
        if doc[k].tag_ == "NN" and doc[k].sent.start == doc[first].sent.start:
            return [nominative(doc[k], plural=doc[k].morph.get("Number", []) == ["Plur"])]
    clause = clause_of(doc, counted.first)
    k = clause[0]
    related = k > 1 and doc[k].tag_.startswith("APPR") and doc[k + 1].tag_ == "PRELS" and doc[k - 1].text == ","
    if not related or doc[k - 2].tag_ != "NN":
        return _owner(doc, counted, phrase)
    noun = start = k - 2
    while start > doc[noun].sent.start and (is_adjective(doc[start - 1]) or doc[start - 1].tag_ in _DETERMINERS):
        start -= 1
    if start < noun and doc[start].lower_ in _GENITIVE and doc[start - 1].tag_ == "NN":
        owner = nominative(doc[start - 1], plural=doc[start - 1].morph.get("Number", []) == ["Plur"])
        return [f"{owner} {_text(doc, start, noun + 1)}"]
    return [nominative(doc[noun], plural=doc[noun].morph.get("Number", []) == ["Plur"])]


def _far_from(doc: Doc, counted: Counted) -> str:
    """*100 Kilometer westlich der Küste Westafrikas; der Senegal, der 1.600 Kilometer entfernt ist*."""
    k = counted.after
    if k + 2 >= len(doc) or not doc[k].lower_.startswith(_FAR):
        return ""
    if doc[k + 1].tag_ in _DETERMINERS:
        inner = noun_phrase(doc, k + 2)
        named = inner.found and inner.end < len(doc) and doc[inner.end].tag_ == "NE"
        return _text(doc, k + 2, inner.end + named) if inner.found else ""
    start = clause_of(doc, counted.first)[0]
    related = start > 1 and doc[start].tag_ == "PRELS" and doc[start - 1].text == ","
    return doc[start - 2].text if related and is_noun(doc[start - 2]) else ""


def _owner(doc: Doc, counted: Counted, phrase: Phrase) -> list[str]:
    """*Das Stahlgeschäft schrieb einen Verlust von …*: whose sum it is, where a common noun says so."""
    verb = governing_verb(doc, counted.last - 1) if counted.unit and phrase.rule == "sum-of" else None
    if verb is None or lemma(verb) in _SAYS:
        return []
    subjects = [
        child for child in verb.children if child.dep_ == "nsubj" and child.tag_ == "NN" and child.i != phrase.head
    ]
    return [nominative(subjects[0], plural=subjects[0].morph.get("Number", []) == ["Plur"])] if subjects else []
