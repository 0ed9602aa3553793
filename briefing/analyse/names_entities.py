"""The entities of the trained pipeline, with borders and labels corrected by titles, states and name parts."""

from __future__ import annotations

import re

from briefing.analyse.names_borders import single_names
from briefing.analyse.names_text import Mention, Words
from briefing.german import organisations, persons, states, titles
from briefing.german.dates_forms import WEEKDAYS

_NAME_TITLES = frozenset(
    "Lady Lord Sir Don Donna Dame Prinz Prinzessin Graf Gräfin Freiherr Scheich Baron Baronin".split()
)
_INITIAL = re.compile(r"[A-ZÄÖÜ]\.$")
_OFTEN = 3  # times a common noun stands in the article
_EDGE_MARKS = frozenset({'"', ",", ":", ";", "(", "-", "–"})
_DECIMAL = re.compile(r"\d+,\d+")


def entities(words: Words) -> list[Mention]:
    """The entities of the trained pipeline with corrected borders and labels; what is no name is dropped."""
    found = []
    for entity in words.doc.ents:
        inside = [words.at[token.i] for token in entity if token.i in words.at]
        if not inside or entity.label_ not in ("PER", "ORG", "LOC", "MISC"):
            continue
        mention = Mention(inside[0], inside[-1] + 1, entity.label_, "model")
        if any(words.sentence[i] != words.sentence[mention.start] for i in inside):
            continue  # a name never crosses the border of a sentence
        mention = _trimmed(words, mention)
        if mention.label == "PER" and _INITIAL.match(words.word(mention.start - 1, mention.start)):
            mention.start -= 1
        if mention.label == "PER" and mention.end - mention.start == 1 and _is_cut(words, mention.start - 1):
            mention.start -= 1
        if mention.label == "LOC" and mention.end - mention.start == 1 and _is_behind_first_name(words, mention.start):
            mention.start, mention.label = mention.start - 1, "PER"
        if words.word(mention.start - 1, mention.start).lower() in persons.PARTICLES:
            _add_particles(words, mention)
        if mention.label == "PER" and mention.end - mention.start == 1:
            _add_family(words, mention)
        if mention.start < mention.end and not _is_no_name(words, mention):
            pieces = [part for piece in single_names(words, mention) for part in _split_at_person(words, piece)]
            found += [part for piece in pieces for part in _split_at_state(words, piece)]
    return found


def _split_at_person(words: Words, mention: Mention) -> list[Mention]:
    """*New York Times Joel Harding*, *Französin Angélique Papon*: what stands before a person is a name or none."""
    if mention.end - mention.start > 1:
        first, second = words.text[mention.start], words.text[mention.start + 1]
        origin = states.look_up(first)
        # "Luxemburger Bahnhof", "Bayer Leverkusen": in -er only before a first name
        sure = first.endswith(("in", "e")) or persons.is_first_name(second)
        if sure and origin is not None and origin.kind == "inhabitant":
            return [Mention(mention.start + 1, mention.end, "PER", mention.rule)]
    for at in range(mention.start + 1, mention.end - 1):
        before = words.string(mention.start, at)
        if persons.is_first_name(words.text[at]) and organisations.look_up(before) is not None:
            return [Mention(mention.start, at, "ORG", mention.rule), Mention(at, mention.end, "PER", mention.rule)]
    return [mention]


def _is_cut(words: Words, number: int) -> bool:
    """Whether the name word before a single family name was left out by the pipeline (*Vedat* Muftuoglu)."""
    if not words.same_sentence(number, number + 1) or words.tag[number] != "NE" or not words.is_capitalised(number):
        return False
    if words.first[number] or words.tag[number - 1] in ("ART", "ADJA", "APPRART") or words.case[number + 1] == "Gen":
        return False  # a heading, or a noun of its own: "des Heiligen Pankratius", "in den Fußstapfen Joaquins"
    word, free = words.text[number], not words.doc[words.token[number]].ent_type_
    known = titles.title_of(word) is not None or titles.is_address(word) or states.look_up(word) is not None
    return free and not known and organisations.look_up(word) is None and word.isalpha() and not word.isupper()


def _is_behind_first_name(words: Words, number: int) -> bool:
    """Whether a word taken for a place is the family name behind a first name that looks like another word
    (*Anders* Tegnell)."""
    first = words.word(number - 1, number)
    if not persons.is_first_name(first) or words.doc[words.token[number - 1]].ent_type_:
        return False
    return words.tag[number] == "NE" and states.look_up(words.text[number]) is None


def _add_family(words: Words, mention: Mention) -> None:
    """The family name behind a first name, where the pipeline took only the first name (*Waleri* Gartung glaubt)."""
    at, particle = mention.end, mention.end
    if not persons.is_first_name(words.text[mention.start]):
        return
    while words.word(particle, mention.start) in persons.PARTICLES and particle - at < 2:
        particle += 1
    word = words.word(particle, mention.start)
    if not word[:1].isupper() or not word.replace("-", "").isalpha() or "\n" in words.gap(at):
        return
    tag = words.tag[particle]
    named = tag == "NE" or (particle > at and tag == "NN") or _can_only_be_name(words, mention, particle)
    free = all(not words.doc[words.token[i]].ent_type_ for i in range(at, particle + 1))
    known = (titles.title_of(word) is not None and tag == "NE") or states.look_up(word) is not None
    if named and free and not known and organisations.look_up(word) is None:
        mention.end = particle + 1


def _can_only_be_name(words: Words, mention: Mention, number: int) -> bool:
    """*Bundeskanzler Sebastian Kurz*: a capital letter that no adjective or adverb has; behind a title a noun too,
    that a verb or mark follows (*die Expertin Sibylle Meister hält …*)."""
    if words.tag[number] in ("ADJD", "ADJA", "ADV", "PTKVZ", "VVPP", "VVIMP"):
        return True
    titled = titles.title_of(words.word(mention.start - 1, number)) is not None
    after = words.tag[number + 1 : number + 2]
    return titled and words.tag[number] == "NN" and bool(after) and (after[0].endswith("FIN") or after[0][:1] == "$")


def _add_particles(words: Words, mention: Mention) -> None:
    """*von der Leyen* where the pipeline took only *Leyen*, if a full name in the article has these particles."""
    start = mention.start
    while words.word(start - 1, mention.start).lower() in persons.PARTICLES and mention.start - start < 3:
        start -= 1
    for at in range(start, mention.start):
        printed = words.string(at, mention.end)
        family = printed[:1].lower() + printed[1:]
        if any(persons.split(name).family == family != name for name in words.people.get(family.split(" ")[-1], ())):
            mention.start, mention.label = at, "PER"
            return


def _split_at_state(words: Words, mention: Mention) -> list[Mention]:
    """A person that begins or ends with a state or capital was read over a headline's border: *Moskaus Vormarsch*."""
    if mention.label != "PER":
        word = words.text[mention.start]
        if mention.end - mention.start == 1 and states.base_form(word) != word:
            mention.label = "LOC"  # the genitive of a state or capital is no club
        return [mention]
    single = mention.end - mention.start == 1
    if single:
        state = states.look_up(words.text[mention.start])
        place = state is not None and state.kind in ("name", "capital", "seat")
        if place and not _is_family(words, mention.start):
            mention.label = "LOC"
        elif titles.title_of(words.text[mention.start]) is not None:
            return [] if words.text[mention.start] in _common_nouns(words) else [mention]
        return [mention]
    first, last = (states.look_up(words.text[i]) for i in (mention.start, mention.end - 1))
    begins = persons.is_first_name(words.text[mention.start])
    owns = states.base_form(words.text[mention.start]) != words.text[mention.start]
    if first is not None and not begins and (first.kind == "name" or (first.kind == "capital" and owns)):
        return [Mention(mention.start, mention.start + 1, "LOC", "gazetteer")]
    if last is not None and last.kind == "name" and not begins:
        rest = Mention(mention.start, mention.end - 1, "PER", mention.rule)
        return [rest, Mention(mention.end - 1, mention.end, "LOC", "gazetteer")]
    at = mention.end - 1
    if at == mention.start + 1 and titles.title_of(words.text[at]) is not None and _owner(words, mention.start):
        return [Mention(mention.start, at, "PER", mention.rule)]  # "Johnsons Verlobte"
    if at == mention.start + 1 and words.tag[at] == "NN" and _is_noun_beside(words, mention.start, at):
        mention.end = at
        return [mention]
    if words.tag[at] == "NN" and words.dep[at] in ("obj", "nsubj", "obl") and words.head[at] >= mention.end:
        alone = words.string(mention.start, at)
        if any(form in words.people.get(form.split(" ")[-1], ()) for form in (alone, alone + "s")):
            mention.end = at  # "Dass Kim Truppen schickt": the noun has a place of its own in the sentence
    return [mention]


def _is_noun_beside(words: Words, number: int, noun: int) -> bool:
    """*Dass Kim Truppen schickt*: a noun that stands often in the article, behind whom it names so without it."""
    family, word = words.text[number], words.text[noun]
    if any(not name.startswith(family) for name in words.people.get(word, ())):
        return False
    people = (name for names in words.people.values() for name in names)
    if not any(persons.split(name).family == family and word not in name for name in people):
        return False
    return sum(words.text[i] == word and words.tag[i] == "NN" for i in range(len(words)) if i != noun) >= _OFTEN


def _owner(words: Words, number: int) -> bool:
    """Whether a word is the genitive of a person named elsewhere in the article."""
    bases = persons.genitive_bases(words.text[number])
    return any(base in words.people for base in bases)


def _common_nouns(words: Words) -> set[str]:
    return {word for word, tag in zip(words.text, words.tag, strict=True) if tag in ("NN", "")}


def _is_family(words: Words, number: int) -> bool:
    """Whether a word that also names a state is a family name here: behind a title, or in a full name elsewhere."""
    before = words.word(number - 1, number)
    if titles.title_of(before) is not None or titles.is_address(before):
        return True
    return any(" " in name for name in words.people.get(words.text[number], ()))


def _trimmed(words: Words, mention: Mention) -> Mention:
    """The mention without titles before a person, marks around it, and shares (*die Linke 11,4*) and days behind it."""
    while mention.start < mention.end and words.text[mention.start] in _EDGE_MARKS:
        mention.start += 1
    if words.text[mention.start : mention.start + 1] == ["'"] and words.text[mention.end - 1] == "'":
        mention.start, mention.end = mention.start + 1, mention.end - 1
    while mention.start < mention.end and _is_edge(words.text[mention.end - 1]):
        mention.end -= 1
    days = (i for i in range(mention.start + 1, mention.end - 1) if words.text[i] == "am")
    mention.end = next((i for i in days if words.text[i + 1].lower() in WEEKDAYS), mention.end)
    if mention.label == "PER":
        while mention.end - mention.start > 1 and _is_title(words, mention.start, mention.end):
            mention.start += 1
    return mention


def _is_edge(word: str) -> bool:
    return word in _EDGE_MARKS or _DECIMAL.fullmatch(word) is not None


def _is_title(words: Words, number: int, end: int) -> bool:
    word = words.text[number]
    if titles.is_address(word):
        return word not in _NAME_TITLES
    # "Richter Müller" but "Kaiser Wilhelm", "Roland Koch": a title stands before at least one more name word
    return titles.title_of(word) is not None and not persons.is_first_name(word) and number + 1 < end


def _is_no_name(words: Words, mention: Mention) -> bool:
    """Adjectives of states, inhabitants and titles alone, which the trained pipeline sometimes takes for names."""
    if mention.end - mention.start > 1:
        last = words.text[mention.end - 1]  # "Human Rights Watch-Sprecher"
        return "-" in last and mention.label != "PER" and titles.title_of(last) is not None
    word = words.text[mention.start]
    state = states.look_up(word)
    if state is not None and state.kind in ("adjective", "inhabitant") and not word.endswith("er"):
        return True
    if word[:1].islower() and state is not None:
        return True
    if "-" in word and titles.title_of(word) is not None:
        family = any(" " in name for name in words.people.get(word, ()))  # Kramp-Karrenbauer
        return not persons.is_first_name(word) and not family
    return False
