"""Where names stand: the entities of the trained pipeline, corrected and completed by word lists and position."""

from __future__ import annotations

import re
from collections import Counter

from briefing.analyse import names_entities, names_heads, names_lists
from briefing.analyse.names_common import BEFORE_NOUN, without_common
from briefing.analyse.names_text import Mention, Words
from briefing.german import organisations, persons, states, titles

_PLACE = re.compile(
    r"(?:straße|platz|allee|weg|ufer|brücke|park|hof|haus|stadion|arena|halle|schule|kirche|burg|berg|insel|tal|see|"
    r"city|island|islands|beach|lake|hill|street|park|airport|county|falls|bay|river|valley)s?$",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"[A-ZÄÖÜ]\.$")
# Verbs that take no "von": "berichtete von der Krim"; what stands behind the subject at the end of its clause.
_SAYS = frozenset("sagt sagte erklärt erklärte betont betonte meint meinte mahnt mahnte fordert forderte so".split())
# Masculine nouns that name no person's trade: der Autozulieferer Muster, aber der Händler Muster.
_FIRMS = (
    "konzern", "verein", "verband", "hersteller", "zulieferer", "versicherer", "autobauer", "dienstleister", "rüster"
)  # fmt: skip
_OFFICES = tuple(
    """präsident minister kanzler sprecher direktor sekretär vorsitzende kommissar senator richter general anwalt
    beauftragte professor abgeordnete manager""".split()
)
_STOPS = frozenset(".,:;!?")
_EDGE_MARKS = frozenset({'"', ",", ":", ";", "(", "-", "–"})


def mentions_of(words: Words) -> list[Mention]:
    """All names outside boilerplate, in text order, without overlaps; not yet resolved."""
    found = names_entities.entities(words)
    taken = _covered(found)
    names_lists.add_states(words, found, taken)
    names_lists.add_organisations(words, found, taken)
    names_lists.add_titled(words, found, taken)
    names_lists.add_announced(words, found, taken)
    found = [mention for mention in found if words.sentence[mention.start] >= 0]
    names_heads.add_spelled(words, found)
    names_heads.lengthen(words, found)
    names_heads.add_abbreviations(words, found)
    _only_with_particle(words, found, _covered(found))
    _repeated(words, found, _covered(found))
    _same_again(words, found, _covered(found))
    _majority_labels(words, found)
    _persons_by_title(words, found)
    _persons_by_family(words, found)
    _organisations_by_noun(words, found)
    _places_by_genitive(words, found)
    return sorted(without_common(words, found), key=lambda mention: mention.start)


def _covered(found: list[Mention]) -> set[int]:
    return {number for mention in found for number in range(mention.start, mention.end)}


def _only_with_particle(words: Words, found: list[Mention], taken: set[int]) -> None:
    """*sagte von der Leyen*: who speaks in an article that never names them in full; then wherever they stand again."""
    spots = [
        i
        for i in range(len(words) - 2)
        if words.text[i].lower() in ("von", "van") and words.text[i + 1] in ("der", "den", "dem")
        and words.same_sentence(i, i + 2) and words.tag[i + 2] == "NE" and not taken & {i, i + 1}
    ]  # fmt: skip
    alone = {mention.start: mention for mention in found if mention.end - mention.start == 1}
    spoke = {words.text[i + 2] for i in spots if words.word(i - 1, i) in _SAYS and words.word(i + 3, i) in _STOPS}
    for i in spots:
        name = words.text[i + 2]
        if name in spoke and states.look_up(name) is None and organisations.look_up(name) is None:
            if i + 2 in alone:  # the pipeline took *Leyen* for an organisation
                found.remove(alone[i + 2])
            if i + 2 in alone or i + 2 not in taken:
                found.append(Mention(i, i + 3, "PER", "particle"))


def _repeated(words: Words, found: list[Mention], taken: set[int]) -> None:
    """Family names of persons who are named in full somewhere in the article, wherever they stand alone."""
    families: dict[str, str] = {}
    tags = Counter(zip(words.text, words.tag, strict=True))
    nouns = {words.text[i] for i in range(1, len(words)) if words.tag[i] == "NN" and words.tag[i - 1] in BEFORE_NOUN}
    for mention in found:
        if mention.label == "PER" and mention.end - mention.start >= 2:
            name = persons.split(words.string(mention.start, mention.end))
            last = name.family.split(" ")[-1]
            usual = last[:1].isupper() and not last.isupper() and states.look_up(last) is None
            common = last in nouns and tags[last, "NN"] > max(2, 2 * tags[last, "NE"])  # "Dass Kim Truppen schickt"
            if name.given and len(last) > 1 and usual and not common:
                families[name.family] = name.family
    names: dict[tuple[str, ...], str] = {}
    for family in sorted(families):
        for form in (family, family + "s", family + "'"):
            names.setdefault(tuple(form.split(" ")), family)
            names.setdefault(tuple((form[:1].upper() + form[1:]).split(" ")), family)  # Von der Leyen betonte
    longest = max((len(form) for form in names), default=0)
    for number in range(len(words)):
        for length in range(longest, 0, -1):
            if (
                words.same_sentence(number, number + length - 1)
                and tuple(words.text[number : number + length]) in names
            ):
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
        form = tuple(words.text[mention.start : mention.end])
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
        if words.text[start].endswith("s") and words.tag[end : end + 1] in (["NN"], ["ADJA"]):
            return False  # a genitive without an article: "Ruttes Besuch"
        while words.tag[end : end + 1] == ["ADV"] and words.same_sentence(end, start):
            end += 1  # "Koch selbst zeigte": no noun stands so without an article
        return not words.tag[end : end + 1] or not words.tag[end].endswith("FIN")
    before = words.tag[start - 1]
    return before in BEFORE_NOUN


def _persons_by_title(words: Words, found: list[Mention]) -> None:
    """*Präsident Yoon Suk Yeol*, *Vizepräsident Oktay* are persons, whatever the trained pipeline calls them."""
    places = {words.text[m.start] for m in found if m.label == "LOC" and words.tag[m.start - 1].startswith("APPR")}
    for mention in found:
        before = words.word(mention.start - 1, mention.start)
        name = words.string(mention.start, mention.end)
        if (
            mention.label in ("LOC", "MISC")
            and mention.end - mention.start == 1
            and _is_officer(words, mention, places)
        ):
            mention.label, mention.rule = "PER", "title"
        if mention.label == "PER" or mention.end - mention.start < 2:
            continue
        if mention.label == "LOC" and persons.first_name_gender(name) and not _PLACE.search(name):
            mention.label, mention.rule = "PER", "first name"
        if titles.title_of(before) is None:
            continue
        person = persons.is_first_name(words.text[mention.start]) or persons.split(name).family_first
        if person and organisations.look_up(name) is None and states.look_up(name) is None:
            mention.label, mention.rule = "PER", "title"


def _is_officer(words: Words, mention: Mention, places: set[str]) -> bool:
    """Whether a single word stands behind an office and is nowhere a place (but *Tabellenführer Leipzig*)."""
    word, before = words.text[mention.start], words.word(mention.start - 1, mention.start)
    office = titles.title_of(before)
    if mention.rule != "model" or office is None or office.number == "p" or not titles.stem(before).endswith(_OFFICES):
        return False
    genitive = words.case[mention.start] == "Gen" and word.endswith("s")
    known = states.look_up(word) is not None or organisations.look_up(word) is not None
    return not (genitive or known or word in places or "-" in word or _PLACE.search(word))


def _persons_by_family(words: Words, found: list[Mention]) -> None:
    """A single word taken for a place or work is a person where the article names one in full by it."""
    full = [words.string(m.start, m.end) for m in found if m.label == "PER" and m.end - m.start > 1]
    families = {persons.split(name).family for name in full}
    for mention in found:
        if mention.label == "PER" or mention.end - mention.start > 1:
            continue
        word = words.text[mention.start]
        if mention.label == "ORG" and (organisations.look_up(word) is not None or word.isupper()):
            continue
        if states.look_up(word) is None and families & {word, *persons.genitive_bases(word)}:
            mention.label, mention.rule = "PER", "repeated"


def _organisations_by_noun(words: Words, found: list[Mention]) -> None:
    """*die Kanzlei Müller Schultz*, *die Tui-Tochter Robinson* are none, whatever the trained pipeline calls them."""
    families = {words.text[m.end - 1] for m in found if m.label == "PER" and m.end - m.start > 1}
    for mention in found:
        noun = mention.start - 1 - (words.word(mention.start - 1, mention.start) in ('"', "'"))
        if mention.label != "PER" or not words.same_sentence(noun, mention.start):
            continue
        word, first = words.text[noun], words.text[mention.start]
        gender, base = organisations.describing(word)
        alone = mention.end - mention.start == 1
        somebody = alone and bool(families & {first, *persons.genitive_bases(first)})
        somebody = somebody or words.case[mention.end - 1] == "Gen" or persons.is_first_name(first)
        thing = gender in ("f", "n") or base.lower().endswith(_FIRMS)
        relative = titles.title_of(word) is not None and not word.endswith("-Tochter")
        if relative or somebody or not thing:
            continue
        name = words.string(mention.start, mention.end)
        for same in found:
            if same.label == "PER" and words.string(same.start, same.end) == name:
                same.label, same.rule = "ORG", "organisation noun"


def _places_by_genitive(words: Words, found: list[Mention]) -> None:
    """*Kalkars Bürgermeisterin*: who is no person elsewhere in the article owns an office as a town does."""
    printed = {(m.label, words.text[m.end - 1]) for m in found}
    for mention in found:
        if mention.label != "PER" or mention.end - mention.start > 1 or mention.rule != "model":
            continue
        base = next(iter(persons.genitive_bases(words.text[mention.start])), "")
        after = mention.end
        while words.same_sentence(after, mention.start) and words.tag[after] == "ADJA":
            after += 1
        office = titles.title_of(words.word(after, mention.start)) is not None
        somebody = ("PER", base) in printed or base in words.people or persons.is_first_name(base)
        if (
            base
            and not somebody
            and (("LOC", base) in printed or (office and words.word(after + 1, after)[:1].isupper()))
        ):
            mention.label, mention.rule = "LOC", "genitive of a place"


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
