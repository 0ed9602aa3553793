"""Names that word lists and neighbours give away: states, organisations, persons behind a title or first name."""

from __future__ import annotations

import re

from briefing.analyse.names_text import Mention, Words
from briefing.german import organisations, persons, states, titles

_NAME_WORD = re.compile(r"[A-ZÀ-ÖØ-ÞŁŠŽČİĐ][\w’'.-]*$")
_LOWER_PART = re.compile(r"-[a-zäöüß]")
# Names of media that are common words: only between quotation marks.
_COMMON_WORDS = frozenset({"Bild", "ABC", "Spiegel", "Focus", "Guardian", "Telegraph", "Economist"})


def add_states(words: Words, found: list[Mention], taken: set[int]) -> None:
    """Names and seats of states where the trained pipeline found nothing; a state it called something else is LOC."""
    by_start = {mention.start: mention for mention in found}
    for start in range(len(words)):
        if not words.is_capitalised(start):
            continue
        for length in range(min(states.reach(words.text[start]), len(words) - start), 0, -1):
            if not words.same_sentence(start, start + length - 1):
                continue
            state = states.look_up(words.string(start, start + length))
            if state is None or state.kind in ("adjective", "inhabitant"):
                continue
            inside = range(start, start + length)
            if not any(number in taken for number in inside):
                bare = words.tag[start] not in ("", "NE") and states.base_form(words.text[start]) == words.text[start]
                if (state.kind == "capital" and bare) or _is_club(words, start):
                    break
                found.append(Mention(start, start + length, "LOC", "gazetteer"))
                taken.update(inside)
            elif start in by_start and by_start[start].end == start + length and state.kind != "capital":
                wrong = by_start[start].label in ("PER", "MISC") or (length > 1 and state.kind == "name")
                by_start[start].label = "LOC" if wrong else by_start[start].label
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


def add_organisations(words: Words, found: list[Mention], taken: set[int]) -> None:
    """Organisations of the word list; they also lengthen an entity that was cut short."""
    by_start = {mention.start: mention for mention in found}
    for start in range(len(words)):
        if not any(char.isupper() for char in words.text[start]) and words.text[start] != "ver.di":
            continue
        for length in range(min(organisations.reach(words.text[start]), len(words) - start), 0, -1):
            if not words.same_sentence(start, start + length - 1):
                continue
            phrase = words.string(start, start + length)
            known = organisations.exact(phrase) if length == 1 else organisations.look_up(phrase)
            if known is None or not _is_whole(words, start, start + length) or _is_member(words, start):
                continue
            inside = range(start, start + length)
            mention = by_start.get(start)
            if not any(number in taken for number in inside):
                found.append(Mention(start, start + length, "ORG", "gazetteer"))
                taken.update(inside)
            elif mention is not None and length == 1 and mention.label == "PER" and mention.end == start + 1:
                if not _is_somebody(words, start):
                    mention.label, mention.rule = "ORG", "gazetteer"
            elif mention is not None and mention.end <= start + length and (length > 1 or _is_abbreviation(phrase)):
                longer = mention.end < start + length
                mention.end, mention.label = start + length, "ORG" if longer or mention.label != "LOC" else "LOC"
                taken.update(inside)
            break


def _is_member(words: Words, number: int) -> bool:
    """Whether a word for the members of a party means one of them (*den Demokraten Joe Biden*, *ein Republikaner*)."""
    if not organisations.is_party_member(words.text[number]):
        return False
    named = words.tag[number + 1 : number + 2] == ["NE"] and words.word(number + 1, number)[:1].isupper()
    single = words.doc[words.token[number]].morph.get("Number", []) == ["Sing"]
    return named or single or words.word(number - 1, number).lower() in ("ein", "einem", "einen", "dem", "des")


def _is_somebody(words: Words, number: int) -> bool:
    """Whether a word that also names an organisation is a family name in the article (*Herr Siemens*)."""
    before = words.word(number - 1, number)
    if titles.is_address(before) or titles.title_of(before) is not None or persons.is_first_name(before):
        return True
    return any(" " in name for name in words.people.get(words.text[number], ()))


def _is_whole(words: Words, start: int, end: int) -> bool:
    """Whether a listed name ends in a word and does not begin with an article that belongs to the sentence."""
    if not any(char.isalpha() for char in words.text[end - 1]):
        return False
    if words.text[start] in _COMMON_WORDS and end == start + 1:
        return words.word(start - 1, start) in ('"', "'")
    return words.text[start] not in ("Der", "Die", "Das", "The") or words.string(start, end) == "Die Linke"


# Nouns that announce a company even where its name is that of its founder: der Konzern Eli Lilly.
_COMPANIES = ("konzern", "hersteller", "airline", "fluggesellschaft", "versicherer", "reederei", "anbieter")
_ADDRESSES = 8  # words like *Herr Prof. Dr. Dr.* before a name at most


def _is_abbreviation(word: str) -> bool:
    return sum(char.isupper() for char in word) > 1


def add_titled(words: Words, found: list[Mention], taken: set[int]) -> None:
    """Title before a name (*Ministerin Anna Muster*), or a first name with a capitalised word behind it."""
    for number in range(len(words) - 1):
        if number in taken or not words.is_capitalised(number):
            continue
        titled = titles.title_of(words.text[number]) is not None or titles.is_address(words.text[number])
        start = number + 1
        while titled and start < min(len(words), number + _ADDRESSES) and titles.is_address(words.text[start]):
            start += 1
        if not titled and persons.is_first_name(words.text[number]) and not words.first[number]:
            start = number
        elif not titled:
            continue
        end = _name_end(words, start, taken)
        if end - start >= 2 and persons.is_first_name(words.text[start]):
            found.append(Mention(start, end, "PER", "title" if titled else "first name"))
            taken.update(range(start, end))
        elif titled and end > start and not words.tag[start] and not titles.is_no_function(words.text[start]):
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
        second = words.tag[number] == "NN" and number <= start + 1
        if not (second or words.tag[number] in ("", "NE", "FM", "XY")) or states.look_up(word) is not None:
            break
        number += 1
        end = number
    return end


def add_announced(words: Words, found: list[Mention], taken: set[int]) -> None:
    """What a noun calls an organisation: *die Initiative „Querdenken 711“*, *der Konzern Muster*."""
    by_start = {mention.start: mention for mention in found}
    for number in range(len(words) - 1):
        if not _is_organisation_noun(words.text[number]) or number in taken:
            continue
        start = number + 1
        quoted = words.word(start, number) in ('"', "'")
        start += quoted
        mention = by_start.get(start)
        if mention is not None:
            company = words.text[number].lower().removesuffix("s").endswith(_COMPANIES)
            if mention.label == "MISC" or (mention.label == "PER" and company and not quoted):
                mention.label, mention.rule = "ORG", "organisation noun"
            continue
        end = start
        while words.same_sentence(end, number) and end not in taken and end - start < 5:
            word = words.text[end]
            name_like = word.isdigit() or (word[:1].isupper() and (quoted or words.tag[end] in ("NE", "FM")))
            if not name_like:
                break
            end += 1
        closed = words.word(end, number) in ('"', "'")
        if end > start and words.is_capitalised(start) and closed == quoted:
            found.append(Mention(start, end, "ORG", "organisation noun"))
            taken.update(range(start, end))


def _is_organisation_noun(word: str) -> bool:
    low = word.lower().removesuffix("s")
    return word[:1].isupper() and low.endswith(organisations.introducing_nouns()) and not word.endswith("-")
