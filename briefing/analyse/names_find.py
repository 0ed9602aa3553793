"""Where names stand: the entities of the trained pipeline, corrected and completed by word lists and position."""

from __future__ import annotations

import re
from collections import Counter

from briefing.analyse.names_text import Mention, Words
from briefing.german import organisations, persons, states, titles

_NAME_WORD = re.compile(r"[A-ZÀ-ÖØ-ÞŁŠŽČİĐ][\w’'.-]*$")
_LOWER_PART = re.compile(r"-[a-zäöüß]")
# Hyphen compounds whose first part is a name are common nouns, except these.
_COMPOUND_HEADS = re.compile(
    r"-(?:Kommission|Rat|Sicherheitsrat|Parlament|Fraktion|Bundestagsfraktion|Kongress|Senat|Armee|Ministerium|Behörde|"
    r"Institut|Stiftung|Universität|Klinik|Konzern|Zentralbank|Notenbank|Gipfel|Vollversammlung|Generalversammlung|"
    r"\w*ministerium|\w*gericht|\w*behörde|\w*werk|\w*amt|Verband|Gruppe|Miliz|Partei|Liga|Cup|Pokal|WM|EM|Affäre|"
    r"Platz|Straße|Allee|Brücke|Park|Stadion|Arena|Halle|Haus|Schule|Gymnasium|Kirche|Holstein|Westfalen|Anhalt|"
    r"Württemberg|Vorpommern|Pfalz|Bank|Zeitung|Verlag|Palast|Bissau|Neuguinea|Arabien)s?$"
)
_NAME_TITLES = frozenset("Lady Lord Sir Don Donna Dame Prinz Prinzessin Graf Gräfin Freiherr Scheich Baron Baronin".split())
# Names of media that are common words: only between quotation marks.
_COMMON_WORDS = frozenset({"Bild", "ABC", "Spiegel", "Focus", "Guardian", "Telegraph", "Economist"})
_INITIAL = re.compile(r"[A-ZÄÖÜ]\.$")
_EDGE_MARKS = frozenset({'"', ",", ":", ";", "(", "-", "–"})


def mentions_of(words: Words) -> list[Mention]:
    """All names outside boilerplate, in text order, without overlaps; not yet resolved."""
    found = _entities(words)
    taken = _covered(found)
    _state_names(words, found, taken)
    _listed_organisations(words, found, taken)
    _titled_persons(words, found, taken)
    found = [mention for mention in found if words.sentence[mention.start] >= 0]
    _repeated(words, found, _covered(found))
    _majority_labels(words, found)
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
        if mention.start < mention.end and not _is_no_name(words, mention):
            found.append(mention)
    return found


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
        return False
    word = words.text[mention.start]
    state = states.look_up(word)
    if state is not None and state.kind in ("adjective", "inhabitant") and not word.endswith("er"):
        return True
    if word[:1].islower() and state is not None:
        return True
    if "-" in word and mention.label in ("PER", "LOC", "MISC") and titles.title_of(word) is not None:
        return not persons.is_first_name(word)
    return False


def _state_names(words: Words, found: list[Mention], taken: set[int]) -> None:
    """Names and seats of states where the trained pipeline found nothing; a state it called something else is LOC."""
    by_start = {mention.start: mention for mention in found}
    for start in range(len(words)):
        if not words.is_capitalised(start):
            continue
        for length in range(min(states.longest_form(), len(words) - start), 0, -1):
            if not words.same_sentence(start, start + length - 1):
                continue
            state = states.look_up(words.string(start, start + length))
            if state is None or state.kind in ("adjective", "inhabitant"):
                continue
            inside = range(start, start + length)
            if not any(number in taken for number in inside):
                if (state.kind == "capital" and words.tag[start] not in ("", "NE")) or _is_club(words, start):
                    break
                found.append(Mention(start, start + length, "LOC", "gazetteer"))
                taken.update(inside)
            elif start in by_start and by_start[start].end == start + length and state.kind != "capital":
                by_start[start].label = "LOC" if by_start[start].label in ("PER", "MISC") else by_start[start].label
            elif length > 1 and start in by_start and by_start[start].end < start + length:
                by_start[start].end, by_start[start].label = start + length, "LOC"
                taken.update(inside)
            break


def _is_club(words: Words, number: int) -> bool:
    """Part of a longer name ("FC Monaco", "Lady Elliot Island") or of an amount ("US $")."""
    before, after = words.word(number - 1, number), words.word(number + 1, number)
    if before in ("FC", "SC", "FK", "AS", "AC", "Radio", "Miss", "Team", "Air") or after in ("$", "Dollar"):
        return True
    return before[:1].isupper() and words.tag[number - 1] == "NE"


def _listed_organisations(words: Words, found: list[Mention], taken: set[int]) -> None:
    """Organisations of the word list; they also lengthen an entity that was cut short."""
    by_start = {mention.start: mention for mention in found}
    for start in range(len(words)):
        if not any(char.isupper() for char in words.text[start]) and words.text[start] != "ver.di":
            continue
        for length in range(min(organisations.longest_form(), len(words) - start), 0, -1):
            if not words.same_sentence(start, start + length - 1):
                continue
            phrase = words.string(start, start + length)
            known = organisations.exact(phrase) if length == 1 else organisations.look_up(phrase)
            if known is None or not _is_whole(words, start, start + length):
                continue
            inside = range(start, start + length)
            mention = by_start.get(start)
            if not any(number in taken for number in inside):
                found.append(Mention(start, start + length, "ORG", "gazetteer"))
                taken.update(inside)
            elif mention is not None and mention.end <= start + length and (length > 1 or _is_abbreviation(phrase)):
                longer = mention.end < start + length
                mention.end, mention.label = start + length, "ORG" if longer or mention.label != "LOC" else "LOC"
                taken.update(inside)
            break


def _is_whole(words: Words, start: int, end: int) -> bool:
    """Whether a listed name ends in a word and does not begin with an article that belongs to the sentence."""
    if not any(char.isalpha() for char in words.text[end - 1]):
        return False
    if words.text[start] in _COMMON_WORDS and end == start + 1:
        return words.word(start - 1, start) in ('"', "'")
    return words.text[start] not in ("Der", "Die", "Das", "The") or words.string(start, end) == "Die Linke"


def _is_abbreviation(word: str) -> bool:
    return sum(char.isupper() for char in word) > 1


def _titled_persons(words: Words, found: list[Mention], taken: set[int]) -> None:
    """Title before a name (*Ministerin Anna Muster*), or a first name with a capitalised word behind it."""
    for number in range(len(words) - 1):
        if number in taken or not words.is_capitalised(number):
            continue
        titled = titles.title_of(words.text[number]) is not None or titles.is_address(words.text[number])
        start = number + 1
        while titled and start < len(words) and titles.is_address(words.text[start]):
            start += 1
        if not titled and persons.is_first_name(words.text[number]) and not words.first[number]:
            start = number
        elif not titled:
            continue
        end = _name_end(words, start, taken)
        if end - start >= 2 and persons.is_first_name(words.text[start]):
            found.append(Mention(start, end, "PER", "title" if titled else "first name"))
            taken.update(range(start, end))
        elif titled and end > start and all(words.tag[i] in ("NE", "APPR", "ART") for i in range(start, end)):
            found.append(Mention(start, end, "PER", "title"))
            taken.update(range(start, end))


def _name_end(words: Words, start: int, taken: set[int]) -> int:
    """End of the run of name words from `start`; particles count inside it. `start` where there is none."""
    end = number = start
    while words.same_sentence(start, number) and number not in taken and number - start < 5:
        word = words.text[number]
        if number > start and word in persons.PARTICLES and word not in ("und", "zum", "zur", "vom"):
            number += 1
            continue
        noun = titles.title_of(word) is not None and number > start and words.tag[number] == "NN"
        if not _NAME_WORD.match(word) or noun or (_LOWER_PART.search(word) and number == start):
            break
        if words.tag[number] not in ("", "NE", "NN", "FM", "XY") or states.look_up(word) is not None:
            break
        number += 1
        end = number
    return end


def _repeated(words: Words, found: list[Mention], taken: set[int]) -> None:
    """Family names of persons who are named in full somewhere in the article, wherever they stand alone."""
    families: dict[str, str] = {}
    for mention in found:
        if mention.label == "PER" and mention.end - mention.start >= 2:
            name = persons.split(words.string(mention.start, mention.end))
            if name.given and name.family[-3:].isalpha() and name.family.split(" ")[-1][:1].isupper() and states.look_up(name.family) is None:
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
                noun = length == 1 and words.tag[number] not in ("", "NE")
                common = noun and titles.title_of(words.text[number]) is not None
                if not any(i in taken for i in inside) and not common and not words.first[number]:
                    start = number - bool(_INITIAL.match(words.word(number - 1, number)))
                    found.append(Mention(start, number + length, "PER", "repeated"))
                    taken.update(inside)
                break


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
