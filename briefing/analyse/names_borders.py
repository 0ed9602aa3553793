"""Where a name ends: what the trained pipeline read on into the next phrase, or two names side by side."""

from __future__ import annotations

from briefing.analyse.names_text import Mention, Words
from briefing.german import organisations, persons, states, titles

_CONTRACTED = frozenset({"zum", "zur", "vom", "im", "beim", "am"})
_SUFFIXES = frozenset({"jr.", "jr", "sr.", "sr", "junior", "senior"})
_LEGAL_FORMS = frozenset({"AG", "SE", "GmbH", "KG", "KGaA", "Inc", "Ltd", "Corp"})
_ARTICLES = frozenset({"der", "die", "das", "den", "dem"})


def single_names(words: Words, mention: Mention) -> list[Mention]:
    """The mention cut where another phrase begins; two names that stand side by side are two.

    *Salman zum Auftakt*, *Juan Andres von Moderna*, *empfing Trump Machado*, *hat Liberty Steel Kaufinteresse*,
    *notierte Franz das Datum*, *Nina und Max*, *Zhu Liu von der*, *Bidens Haus*.
    """
    _cut_at_count(words, mention)
    if mention.end - mention.start < 2:
        return [mention]
    if mention.label == "PER":
        _cut_at_preposition(words, mention)
        _cut_at_article(words, mention)
        _cut_at_owned(words, mention)
        if words.text[mention.end - 1] in _LEGAL_FORMS:
            mention.label = "ORG"  # Ludwig Beck AG
            return [mention]
        _cut_behind_full_name(words, mention)
        return [part for one in _series(words, mention) for part in _two_families(words, one)]
    if mention.label == "ORG":
        _cut_at_purpose(words, mention)
        return _two_houses(words, mention) or _before_other(words, mention)
    return [mention]


def _cut_at_count(words: Words, mention: Mention) -> None:
    """A number and what it counts are no part of a name (*meldete das Gesundheitsministerium 95 Tote*)."""
    for at in range(mention.start + 1, mention.end - 1):
        if words.tag[at] == "CARD" and words.tag[at + 1] in ("NN", "ADJA") and "/" not in words.text[at]:
            mention.end = at
            return


def _cut_at_preposition(words: Words, mention: Mention) -> None:
    """A preposition with its article before a common noun, or *von* before an organisation, is no part of a name."""
    for at in range(mention.start + 1, mention.end - 1):
        low, noun = words.text[at], at + 1
        if low in _CONTRACTED and words.tag[noun] == "NN":
            mention.end = at
            return
        if low == "von" and at - mention.start > 1 and _is_house(words, words.string(noun, mention.end)):
            mention.end = at
            return


def _cut_at_article(words: Words, mention: Mention) -> None:
    """An article before a common noun begins another phrase, unless it follows a particle (*von der Leyen*)."""
    last = mention.end - 1
    if words.text[last] in persons.PARTICLES and words.same_sentence(mention.end, last):
        free = not words.doc[words.token[mention.end]].ent_type_
        mention.end += words.tag[mention.end] == "NE" and free  # Luiz Inácio Lula da | Silva
    while mention.end - mention.start > 1 and words.text[mention.end - 1] in persons.PARTICLES:
        mention.end -= 1
    for at in range(mention.start + 1, mention.end - 1):
        noun, before = at + 1, words.text[at - 1]
        if words.text[at] in _ARTICLES and words.tag[noun] == "NN" and before not in persons.PARTICLES:
            mention.end = at
            return


def _cut_at_owned(words: Words, mention: Mention) -> None:
    """A genitive and the common noun it owns (*Bidens Haus*); *Hans Müller* is no genitive."""
    first, last = words.text[mention.start], mention.end - 1
    genitive = first.endswith(("s", "'")) and not persons.is_first_name(first) and len(first) > 3
    if genitive and last == mention.start + 1 and words.tag[last] == "NN" and words.tag[mention.start] == "NE":
        mention.end = last


def _cut_behind_full_name(words: Words, mention: Mention) -> None:
    """A further word behind a name that the article prints in full elsewhere (*wie Joe Biden Staaten verliert*), or
    the noun that somebody owns (*Nora Musters Drama*)."""
    last = mention.end - 1
    if last - mention.start < 2 or not persons.is_first_name(words.text[mention.start]):
        return
    family, name = words.text[last - 1], words.string(mention.start, last)
    if family.lower() in persons.PARTICLES | _ARTICLES:
        return  # Oliver Das Gupta
    known = name in words.people.get(family, ()) and words.text[last].lower() not in _SUFFIXES
    own_place = words.tag[last] == "NN" and words.dep[last] not in ("flat", "flat:name", "")
    if known or (own_place and family[:1].isupper() and family.endswith("s")):
        mention.end = last


def _series(words: Words, mention: Mention) -> list[Mention]:
    """*Nina und Max* are two, in *Hendrik und der Rest* only one is named; *von und zu Guttenberg* is one name."""
    for at in range(mention.start + 1, mention.end):
        if words.text[at] == "und" and words.text[at - 1] not in persons.PARTICLES:
            rest = Mention(at + 1, mention.end, mention.label, mention.rule)
            first = Mention(mention.start, at, mention.label, mention.rule)
            named = rest.start < rest.end and words.tag[rest.start] in ("", "NE", "FM")
            return [first, *(_series(words, rest) if named else ())]
    return [mention]


def _two_houses(words: Words, mention: Mention) -> list[Mention]:
    """*Biontech und Pfizer*: two organisations that are named alone as well; [] for all others."""
    middle = mention.start + 1
    if mention.end - mention.start != 3 or words.text[middle] != "und":
        return []
    first, second = words.text[mention.start], words.text[mention.end - 1]
    if not all(word in words.houses or organisations.exact(word) is not None for word in (first, second)):
        return []
    return [
        Mention(mention.start, middle, "ORG", mention.rule), Mention(middle + 1, mention.end, "ORG", mention.rule)
    ]  # fmt: skip


def _cut_at_purpose(words: Words, mention: Mention) -> None:
    """*für* belongs to a name behind a noun for bodies (*Amt für …*), not behind a proper one (*Yonhap für …*)."""
    for at in range(mention.start + 1, mention.end):
        before = at - 1
        if words.text[at] == "für" and words.tag[before] == "NE" and not organisations.is_body(words.text[before]):
            mention.end = at
            return


def _is_house(words: Words, name: str) -> bool:
    """Whether the article names an organisation so, and nobody of that family elsewhere."""
    if organisations.look_up(name) is not None:
        return True
    return name in words.houses and states.look_up(name) is None


def _two_families(words: Words, mention: Mention) -> list[Mention]:
    """Two family names of two persons who are named in full elsewhere stand side by side: subject and object, or
    the second owns what follows (*warf Gauland Meuthens Rede vor*). What somebody owns is an organisation
    (*Salvinis Lega*)."""
    if mention.end - mention.start != 2:
        return [mention]
    first, second = words.text[mention.start], words.text[mention.start + 1]
    if first == second or persons.is_first_name(first) or titles.title_of(first) is not None:
        return [mention]
    at = mention.start + 1
    owned = words.tag[mention.end : mention.end + 1] in (["NN"], ["ADJA"]) and words.same_sentence(at, mention.end)
    if owned and _is_printed(words, first) and any(_is_printed(words, base) for base in persons.genitive_bases(second)):
        return [Mention(mention.start, at, "PER", mention.rule), Mention(at, mention.end, "PER", mention.rule)]
    if _in_full(words, first) and (_in_full(words, second) or _is_owner(words, second)):
        return [Mention(mention.start, at, "PER", mention.rule), Mention(at, mention.end, "PER", mention.rule)]
    if _is_owner(words, first) and not _in_full(words, first) and not _in_full(words, second):
        return [Mention(mention.start, at, "PER", mention.rule), Mention(at, mention.end, "ORG", mention.rule)]
    return [mention]


def _is_owner(words: Words, word: str) -> bool:
    """Whether a word is the genitive of a family name of somebody named in full (*Meuthens*)."""
    return any(_in_full(words, base) for base in persons.genitive_bases(word))


def _is_printed(words: Words, family: str) -> bool:
    """Whether somebody is called by that family name in the article, alone or with a first name."""
    names = words.people.get(family, ())
    return any(name == family or persons.is_first_name(name.split(" ")[0]) for name in names)


def _in_full(words: Words, family: str) -> bool:
    """Whether somebody of that family name is named with a first name in the article."""
    return any(persons.is_first_name(name.split(" ")[0]) and " " in name for name in words.people.get(family, ()))


def _before_other(words: Words, mention: Mention) -> list[Mention]:
    """An organisation known without its last word: behind it stands a person or a noun with its own place."""
    at = mention.end - 1
    name = words.string(mention.start, at)
    if organisations.look_up(words.string(mention.start, mention.end)) is not None:
        return [mention]
    if at == mention.start + 1 and _in_full(words, name) and organisations.is_party_member(words.text[at]):
        first = Mention(mention.start, at, "PER", mention.rule)  # kritisierte Muster Grüne und Linke
        return [first, Mention(at, mention.end, "ORG", mention.rule)]
    if at == mention.start + 1 and name.endswith("er") and words.tag[at] == "NE" and _in_full(words, words.text[at]):
        return [Mention(at, mention.end, "PER", mention.rule)]  # der Gladbacher Muster
    house = organisations.look_up(name) is not None or name in words.houses  # im Senat Conte vorwerfen
    if house and _in_full(words, words.text[at]):
        return [Mention(mention.start, at, "ORG", mention.rule), Mention(at, mention.end, "PER", mention.rule)]
    own_place = words.tag[at] == "NN" and words.dep[at] in ("obj", "nsubj") and words.head[at] >= mention.end
    if own_place and name in words.houses:
        mention.end = at
    return [mention]
