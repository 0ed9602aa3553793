"""Where names stand: the entities of the trained pipeline, corrected and completed by word lists and position."""

from __future__ import annotations

import re
from collections import Counter

from briefing.analyse import names_lists
from briefing.analyse.names_text import Mention, Words
from briefing.german import organisations, persons, states, titles

_NAME_TITLES = frozenset(
    "Lady Lord Sir Don Donna Dame Prinz Prinzessin Graf Gräfin Freiherr Scheich Baron Baronin".split()
)
_INITIAL = re.compile(r"[A-ZÄÖÜ]\.$")
_EDGE_MARKS = frozenset({'"', ",", ":", ";", "(", "-", "–"})


def mentions_of(words: Words) -> list[Mention]:
    """All names outside boilerplate, in text order, without overlaps; not yet resolved."""
    found = _entities(words)
    taken = _covered(found)
    names_lists.add_states(words, found, taken)
    names_lists.add_organisations(words, found, taken)
    names_lists.add_titled(words, found, taken)
    names_lists.add_announced(words, found, taken)
    found = [mention for mention in found if words.sentence[mention.start] >= 0]
    _repeated(words, found, _covered(found))
    _same_again(words, found, _covered(found))
    _majority_labels(words, found)
    _persons_by_title(words, found)
    return sorted(found, key=lambda mention: mention.start)


def _covered(found: list[Mention]) -> set[int]:
    return {number for mention in found for number in range(mention.start, mention.end)}


def _entities(words: Words) -> list[Mention]:
    found = []
    for entity in words.doc.ents:
        inside = [words.at[token.i] for token in entity if token.i in words.at]
        if not inside or entity.label_ not in ("PER", "ORG", "LOC", "MISC"):
            continue
        mention = Mention(inside[0], inside[-1] + 1, entity.label_, "model")
        if any(words.sentence[i] != words.sentence[mention.start] for i in inside):
            continue  # a name never crosses a line break
        mention = _trimmed(words, mention)
        if mention.label == "PER" and _INITIAL.match(words.word(mention.start - 1, mention.start)):
            mention.start -= 1
        if mention.label == "PER" and mention.end - mention.start == 1 and _is_cut(words, mention.start - 1):
            mention.start -= 1
        if mention.label == "PER" and words.word(mention.start - 1, mention.start) in persons.PARTICLES:
            _add_particles(words, mention)
        if mention.start < mention.end and not _is_no_name(words, mention):
            found += _split_at_state(words, mention)
    return found


def _is_cut(words: Words, number: int) -> bool:
    """Whether the name word before a single family name was left out by the pipeline (*Vedat* Muftuoglu)."""
    if not words.same_sentence(number, number + 1) or words.tag[number] != "NE" or not words.is_capitalised(number):
        return False
    if words.first[number] or words.tag[number - 1] in ("ART", "ADJA", "APPRART") or words.case[number + 1] == "Gen":
        return False  # a heading, or a noun of its own: "des Heiligen Pankratius", "in den Fußstapfen Joaquins"
    word, token = words.text[number], words.doc.char_span(words.start[number], words.end[number])
    free = token is not None and not token[0].ent_type_
    known = titles.title_of(word) is not None or titles.is_address(word) or states.look_up(word) is not None
    return free and not known and organisations.look_up(word) is None and word.isalpha() and not word.isupper()


def _add_particles(words: Words, mention: Mention) -> None:
    """*von der Leyen* where the pipeline took only *Leyen*, if a full name in the article has these particles."""
    start = mention.start
    while words.word(start - 1, mention.start) in persons.PARTICLES and mention.start - start < 3:
        start -= 1
    for at in range(start, mention.start):
        family = words.string(at, mention.end)
        if any(e.label_ == "PER" and persons.split(e.text).family == family != e.text for e in words.doc.ents):
            mention.start = at
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
    if words.tag[at] == "NN" and words.dep[at] in ("obj", "nsubj", "obl") and words.head[at] >= mention.end:
        alone = {entity.text.removesuffix("s") for entity in words.doc.ents if entity.label_ == "PER"}
        if words.string(mention.start, at) in alone:
            mention.end = at  # "Dass Kim Truppen schickt": the noun has a place of its own in the sentence
    return [mention]


def _owner(words: Words, number: int) -> bool:
    """Whether a word is the genitive of a person named elsewhere in the article."""
    bases = persons.genitive_bases(words.text[number])
    return any(e.label_ == "PER" and e.text.split(" ")[-1] in bases for e in words.doc.ents)


def _common_nouns(words: Words) -> set[str]:
    return {word for word, tag in zip(words.text, words.tag, strict=True) if tag in ("NN", "")}


def _is_family(words: Words, number: int) -> bool:
    """Whether a word that also names a state is a family name here: behind a title, or in a full name elsewhere."""
    before = words.word(number - 1, number)
    if titles.title_of(before) is not None or titles.is_address(before):
        return True
    return any(e.label_ == "PER" and e.text.endswith(" " + words.text[number]) for e in words.doc.ents)


def _trimmed(words: Words, mention: Mention) -> Mention:
    """The mention without titles before a person and without marks around it."""
    while mention.start < mention.end and words.text[mention.start] in _EDGE_MARKS:
        mention.start += 1
    if words.text[mention.start:mention.start + 1] == ["'"] and words.text[mention.end - 1] == "'":
        mention.start, mention.end = mention.start + 1, mention.end - 1
    while mention.start < mention.end and words.text[mention.end - 1] in _EDGE_MARKS:
        mention.end -= 1
    if mention.label == "PER":
        while mention.end - mention.start > 1 and _is_title(words, mention.start, mention.end):
            mention.start += 1
    return mention


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
        return not persons.is_first_name(word)
    return False


def _repeated(words: Words, found: list[Mention], taken: set[int]) -> None:
    """Family names of persons who are named in full somewhere in the article, wherever they stand alone."""
    families: dict[str, str] = {}
    for mention in found:
        if mention.label == "PER" and mention.end - mention.start >= 2:
            name = persons.split(words.string(mention.start, mention.end))
            last = name.family.split(" ")[-1]
            usual = last[:1].isupper() and not last.isupper() and states.look_up(last) is None
            if name.given and len(last) > 1 and usual:
                families[name.family] = name.family
    names: dict[tuple[str, ...], str] = {}
    for family in sorted(families):
        for form in (family, family + "s", family + "'"):
            names.setdefault(tuple(form.split(" ")), family)
    longest = max((len(form) for form in names), default=0)
    for number in range(len(words)):
        for length in range(longest, 0, -1):
            if words.same_sentence(number, number + length - 1) and tuple(words.text[number:number + length]) in names:
                inside = range(number, number + length)
                alone = not _in_longer_name(words, number, number + length, taken)
                if alone and not any(i in taken for i in inside) and not _may_be_noun(words, number, number + length):
                    start = number - bool(_INITIAL.match(words.word(number - 1, number)))
                    found.append(Mention(start, number + length, "PER", "repeated"))
                    taken.update(inside)
                break


def _same_again(words: Words, found: list[Mention], taken: set[int]) -> None:
    """An organisation found once is the same wherever its words stand again (several words, or tagged as a name)."""
    forms: set[tuple[str, ...]] = set()
    for mention in found:
        form = tuple(words.text[mention.start:mention.end])
        if mention.label == "ORG" and (len(form) > 1 or len(form[0]) > 2):
            forms.add(form)
    firsts = {form[0] for form in forms}
    longest = max((len(form) for form in forms), default=0)
    for start, word in enumerate(words.text):
        if word not in firsts or start in taken:
            continue
        for length in range(longest, 0, -1):
            end, inside = start + length, range(start, start + length)
            known = tuple(words.text[start:end]) in forms and words.same_sentence(start, end - 1)
            if not known or any(number in taken for number in inside):
                continue
            if (length > 1 or words.tag[start] == "NE") and not _in_longer_name(words, start, end, taken):
                found.append(Mention(start, end, "ORG", "repeated"))
                taken.update(inside)
            break


def _in_longer_name(words: Words, start: int, end: int, taken: set[int]) -> bool:
    """Whether a further name word touches it (*General Dynamics*, *Li Fei*): then it is someone or something else."""
    return any(
        number not in taken and words.tag[number] == "NE" and words.is_capitalised(number)
        for number in (start - 1, end)
        if words.same_sentence(number, start)
    )


def _may_be_noun(words: Words, start: int, end: int) -> bool:
    """Whether a word that is someone's family name may be a common noun here (*die Geisel*, *Koch*)."""
    if end - start > 1 or words.tag[start] in ("", "NE"):
        return words.first[start] and words.tag[start] == "" and titles.title_of(words.text[start]) is not None
    if words.first[start]:
        return not words.tag[end:end + 1] or not words.tag[end].endswith("FIN")
    before = words.tag[start - 1]
    return before in ("ART", "ADJA", "PPOSAT", "PIAT", "PDAT", "CARD", "APPRART")


def _persons_by_title(words: Words, found: list[Mention]) -> None:
    """*Präsident Yoon Suk Yeol* is a person, whatever the trained pipeline calls it."""
    for mention in found:
        before = words.word(mention.start - 1, mention.start)
        if mention.label == "PER" or mention.end - mention.start < 2 or titles.title_of(before) is None:
            continue
        name = words.string(mention.start, mention.end)
        person = persons.is_first_name(words.text[mention.start]) or persons.split(name).family_first
        if person and organisations.look_up(name) is None and states.look_up(name) is None:
            mention.label, mention.rule = "PER", "title"


def _majority_labels(words: Words, found: list[Mention]) -> None:
    """One surface form has one label in an article, unless the minority is strong: a sure PER stays."""
    votes: dict[str, Counter[str]] = {}
    for mention in found:
        votes.setdefault(words.string(mention.start, mention.end), Counter())[mention.label] += 1
    for mention in found:
        count = votes[words.string(mention.start, mention.end)]
        best, number = max(sorted(count.items()), key=lambda item: item[1])
        if number >= 3 and number >= 3 * count[mention.label]:
            mention.label = best
