"""Functions of persons as printed: *der ukrainische Präsident X*, *X, Chef des Y,* and *Der Chef des Y, X,*."""

from __future__ import annotations

import re

from briefing.analyse.names_text import Mention, Words
from briefing.german import persons, states, titles

_ARTICLES = frozenset(
    """der die das dem den des ein eine einer einem einen eines sein seine seiner seinem seinen ihr ihre ihrer ihrem
    ihren unser unsere dessen deren""".split()
)
_POSSESSIVE = frozenset("seine seiner ihre ihrer dessen deren meine meiner".split())
_GENITIVE = frozenset("des der eines einer seines seiner ihres ihrer deren dessen".split())
_PREPOSITIONS = frozenset(
    "von vom für in im beim bei am an aus zu zum zur gegen über auf mit unter nach ohne ab".split()
)
_CLOSE = frozenset([",", ".", ";", ":", ")", "(", "-", "–", "!", "?", '"'])
_AGE = re.compile(r"\d|jährig|alte[nrsm]?$")
_REACH = 12
# Ends of nouns that are no function, whatever the parser joins to them: what is abstract, and times.
_NO_PERSON_ENDS = tuple(
    """ung heit keit schaft tion tät ium tag tages tage tagen woche wochen monat monate monaten jahr jahre jahren stunde
    stunden minuten zeit zeiten nis nissen medien militär sender""".split()
)


def add_roles(words: Words, mentions: list[Mention]) -> None:
    """Set `role` and `gender` of the persons among `mentions` (in text order)."""
    starts = {mention.start: mention for mention in mentions}
    covered = {number: mention for mention in mentions for number in range(mention.start, mention.end)}
    printed = {words.text[mention.end - 1] for mention in mentions if mention.label == "PER"}
    for mention in mentions:
        if mention.label != "PER":
            continue
        role = None if _owns(words, mention, printed) else _before(words, mention, covered)
        role = role or _before_comma(words, mention, covered)
        if role is None:
            role = _after(words, mention, starts, covered) or _is_called(words, mention, covered)
        mention.role = role
        mention.gender = _gender(words, mention)


def _owns(words: Words, mention: Mention, printed: set[str]) -> bool:
    """Whether the name is a genitive (*die Vorwürfe Gysis*): then the noun before it is not its function."""
    name = words.string(mention.start, mention.end)
    for base in persons.genitive_bases(name):
        if words.case[mention.end - 1] == "Gen" or base.split(" ")[-1] in printed:
            return True
    return False


def _is_adjective(words: Words, number: int) -> bool:
    word, tag = words.text[number], words.tag[number]
    if tag and word[:1].islower():
        return tag == "ADJA" and words.dep[number] != "ROOT"
    if word[:1].islower():
        known = states.look_up(word)
        return titles.is_function_adjective(word) or (known is not None and known.kind == "adjective")
    if titles.is_function_adjective(word.lower()) and words.word(number + 1, number)[:1].isupper():
        return True  # "Regierender Bürgermeister", "Erster Minister"
    if titles.is_adjectival(word) and titles.title_of(words.word(number + 1, number)) is not None:
        return True  # "Vorsitzende Richter"
    known = states.look_up(word)
    return known is not None and known.kind == "adjective" and word.endswith(("er", "sche", "schen", "scher"))


def _is_town_adjective(words: Words, number: int) -> bool:
    """*Nürnberger*, *Mainzer* between article and noun, whatever the tagger thinks of them."""
    word, before = words.text[number], words.word(number - 1, number).lower()
    determined = before in _ARTICLES or before in _PREPOSITIONS
    town = word[:1].isupper() and word.endswith("er") and len(word) > 4
    return determined and town and titles.title_of(word) is None


def _is_function(words: Words, number: int, *, known: bool = True) -> bool:
    """A noun of function; `known=False` admits every common noun that is no unit, time or collective."""
    word = words.text[number]
    if titles.is_address(word) and word not in ("Professor", "Prinz", "Prinzessin", "Graf", "Baron", "Scheich", "Lord"):
        return False
    if titles.title_of(word) is not None and words.tag[number] not in ("ADJA", "ADV", "VVFIN"):
        return True
    origin = states.look_up(word)
    if origin is not None and (origin.kind == "inhabitant" or word.startswith("Deutsche")):
        return words.tag[number] != "ADJA"
    if known or words.tag[number] != "NN" or len(word) < 3 or word.endswith(("ers", "atur")):
        return False
    return not titles.is_no_function(word)


def _plural(words: Words, number: int) -> bool:
    title = titles.title_of(words.text[number])
    return title is not None and title.number == "p"


def _extend_left(words: Words, start: int, covered: dict[int, Mention]) -> int:
    """First word of the noun phrase without article: adjectives, and a genitive in front of it."""
    at = start = _first_of_two(words, start, covered)
    while "-" in words.text[start] and words.same_sentence(at - 1, start) and words.tag[at - 1] in ("NE", "FM"):
        at -= 1  # "Human Rights Watch-Sprecher"
    if words.text[start - 1] in ("und", "oder") and words.text[start - 2].endswith("-"):
        at = start - 2  # "Obst- und Gemüsehändler"
    while words.same_sentence(at - 1, start):
        joins = words.text[at - 1] in ("und", "sowie") and at < start and words.same_sentence(at - 2, start)
        limits = _is_adjective(words, at - 1) or _is_town_adjective(words, at - 1)
        if not (limits or (joins and _is_adjective(words, at - 2))):
            break
        if _AGE.search(words.text[at - 1]):
            break
        at -= 1
    if not _is_determined(words, at):
        # an adverb or object belongs to the first adjective: "in dem Zusammenhang angeklagte Arzt"; or it is a verb
        while at < start and words.text[at][:1].islower() and not titles.is_function_adjective(words.text[at]):
            at += 1
    if words.same_sentence(at - 1, start):
        before = words.text[at - 1]
        mention = covered.get(at - 1)
        owner = mention is not None and mention.label != "MISC" and before.endswith(("s", "'"))
        if owner and mention is not None and _is_genitive(words, mention):
            return mention.start
    return at


def _first_of_two(words: Words, start: int, covered: dict[int, Mention]) -> int:
    """*Vizekanzler und Finanzminister X*: one person's two functions, if no article makes them two persons."""
    one, other = words.word(start - 2, start), words.text[start]
    if words.word(start - 1, start) != "und" or not one or start - 2 in covered or one.endswith("-"):
        return start
    first, second = titles.title_of(one), titles.title_of(other)
    if first is None or second is None or first.gender != second.gender or "p" in (first.number, second.number):
        return start
    before = words.word(start - 3, start).lower()
    two = before in ("die", "den") or before[:1].isupper() or words.word(start - 3, start) in ("und", "sowie", "oder")
    return start if two and not words.first[start - 2] else start - 2


def _is_determined(words: Words, at: int) -> bool:
    """Whether a noun phrase may begin at `at`: article, preposition, genitive or border before it."""
    before = words.word(at - 1, at)
    if words.first[at] or before.lower() in _ARTICLES or before.lower() in _PREPOSITIONS or not before[:1].isalpha():
        return True
    return (before[:1].isupper() and before.endswith("s")) or before in ("und", "laut", "dass", "als", "wie")


def _is_genitive(words: Words, mention: Mention) -> bool:
    """A name in the genitive (*Nordkoreas Machthaber*), not one that only ends in -s (*Paris*)."""
    word = words.string(mention.start, mention.end)
    state = states.look_up(word)
    if state is not None:
        return states.base_form(word) != word or word.endswith("'")
    return words.case[mention.end - 1] in ("Gen", "") or mention.label in ("PER", "ORG")


def _before(words: Words, mention: Mention, covered: dict[int, Mention]) -> tuple[int, int] | None:
    """Title directly before the name, also with a genitive or prepositional attribute between."""
    at = mention.start - 1
    while titles.is_address(words.word(at, mention.start)) and words.text[at] != "Professor":
        if words.text[at] == "Frau" and words.word(at - 1, at).lower() in _POSSESSIVE:
            return at, at + 1  # "seine Frau X"
        at -= 1
    if words.same_sentence(at, mention.start) and words.text[at] in ("namens", "'", '"') and at > 0:
        at -= 1
    if titles.title_of(words.word(at, mention.start).removeprefix("-")) and words.word(at - 1, at) == '"':
        opening = next((i for i in range(at - 3, at - 6, -1) if words.word(i, at) == '"'), at)
        return (opening, at + 1) if opening < at and words.text[at].startswith("-") else None  # "Muster"-Gründer
    if not words.same_sentence(at, mention.start) or not words.is_capitalised(at) or at in covered:
        return _over_attribute(words, mention, at, covered)
    if _is_function(words, at):
        if _plural(words, at):
            return None
        return _extend_left(words, at, covered), at + 1
    found = _over_attribute(words, mention, at, covered)
    if found is None and _is_function(words, at, known=False) and _agrees(words, at, mention):
        return _extend_left(words, at, covered), at + 1
    return found


def _agrees(words: Words, at: int, mention: Mention) -> bool:
    """Whether an unlisted noun is the head of the name: the parser joins them, and no preposition rules the noun."""
    heads = {words.head[number] for number in range(mention.start, mention.end)}
    joined = at in heads or mention.start <= words.head[at] < mention.end
    form = words.doc[words.token[at]].morph
    thing = form.get("Gender", []) == ["Neut"] or form.get("Number", []) == ["Plur"]  # "haben US-Medien Biden …"
    return joined and not thing and not words.text[at].lower().endswith(_NO_PERSON_ENDS)


def _over_attribute(words: Words, mention: Mention, at: int, covered: dict[int, Mention]) -> tuple[int, int] | None:
    """*Sprecherin des Innenministeriums Tanja Muster*: the noun of function stands before its own attribute."""
    for number in range(at, max(at - 7, -1), -1):
        if not words.same_sentence(number, mention.start) or words.text[number] in _CLOSE:
            return None
        label = covered[number].label if number in covered else ""
        if label == "PER":
            return None
        if label == "" and number < at and _is_function(words, number) and words.is_capitalised(number):
            end = _attributes(words, number + 1, covered)
            if end == at + 1 and end > number + 1 and not _plural(words, number):
                return _extend_left(words, number, covered), end
            return None
    return None


def _attributes(words: Words, start: int, covered: dict[int, Mention], *, persons_title: bool = False) -> int:
    """End of the attributes from `start`: genitives, prepositional groups, names; `start` where there are none.

    With `persons_title` an attribute may hold another person with a title (*Stabschef von Präsident X*).
    """
    end = at = start
    while words.same_sentence(at, start) and at - start < _REACH:
        low = words.text[at].lower()
        named = at == start and at in covered and covered[at].label != "PER"
        opens = low in _GENITIVE or low in _PREPOSITIONS or named
        joins = low == "und" and end > start
        if not opens and not joins:
            break
        number, inside = (at + 1 if low in _GENITIVE or low in _PREPOSITIONS or joins else at), 0
        if words.word(number, start).lower() in _ARTICLES:
            number += 1
        quoted = 0
        while words.same_sentence(number, start):
            word = words.text[number]
            if word == '"' and quoted < 2:
                quoted += 1
            elif inside and number in covered and covered[number].label == "PER":
                if not persons_title or titles.title_of(words.text[number - 1]) is None:
                    break
                number = inside = covered[number].end  # "Stabschef von Präsident X"
                continue
            elif word[:1].isupper():
                inside = number + 1
            elif not (_is_adjective(words, number) or number in covered or word == "/"):
                break
            number += 1
        if not inside:
            break
        if words.word(inside, start) == '"' and quoted == 2:
            inside += 1
        end = at = inside
    return end


def _before_comma(words: Words, mention: Mention, covered: dict[int, Mention]) -> tuple[int, int] | None:
    """*Der Generalsekretär des Bündnisses, Mark Rutte, …*."""
    comma = mention.start - 1
    while words.same_sentence(comma, mention.start) and titles.is_address(words.text[comma]):
        comma -= 1
    if words.word(comma, mention.start) != "," or not _closed(words, mention):
        return None
    best, last = None, _before_brackets(words, comma - 1)
    for number in range(last, max(last - _REACH, -1), -1):
        if not words.same_sentence(number, mention.start) or words.text[number] in (",", ";", ":", ".", "("):
            break
        if words.is_capitalised(number) and number not in covered and _is_function(words, number):
            end = _attributes(words, number + 1, covered, persons_title=True)
            if _after_brackets(words, end) != comma or _plural(words, number):
                continue
            start = _extend_left(words, number, covered)
            if words.word(start - 1, mention.start).lower() in _ARTICLES or start < number or words.first[start]:
                best = (start, end)
    return best


def _closed(words: Words, mention: Mention) -> bool:
    """Whether the name ends an apposition: a comma, a mark or the end of the sentence follows (after brackets)."""
    at = _after_brackets(words, mention.end)
    return not words.same_sentence(at, mention.start) or words.text[at] in _CLOSE


def _after_brackets(words: Words, at: int) -> int:
    if at < len(words) and words.text[at] == "(":
        for number in range(at + 1, min(at + 8, len(words))):
            if words.text[number] == ")":
                return number + 1
    return at


def _before_brackets(words: Words, at: int) -> int:
    if words.text[at] == ")":
        for number in range(at - 1, max(at - 8, 0), -1):
            if words.text[number] == "(":
                return number - 1
    return at


def _after(
    words: Words, mention: Mention, starts: dict[int, Mention], covered: dict[int, Mention]
) -> tuple[int, int] | None:
    """*Kyrylo Budanow, Chef des ukrainischen Militärgeheimdienstes, …*."""
    comma = _after_brackets(words, mention.end)
    if words.word(comma, mention.start) != ",":
        return None
    at = comma + 1
    if words.word(at, mention.start).lower() in ("ebenfalls", "selbst", "damals", "heute", "zugleich", "auch"):
        at += 1
    determined = words.word(at, mention.start).lower() in _ARTICLES
    at += determined
    start = at
    while words.same_sentence(at, mention.start) and _is_adjective(words, at):
        if _AGE.search(words.text[at]):
            start = at + 1
        at += 1
    genitive = covered.get(at)
    if genitive is not None and genitive.label != "PER" and _is_genitive(words, genitive) and genitive.end < len(words):
        at = genitive.end
        while words.same_sentence(at, mention.start) and _is_adjective(words, at):
            at += 1
    if not words.same_sentence(at, mention.start) or at in covered or not _is_function(words, at) or _plural(words, at):
        return None
    end = _attributes(words, at + 1, covered)
    if (end in starts and starts[end].label == "PER") or not words.is_capitalised(at):
        return None
    if not _ends_apposition(words, end, mention, determined):
        return None
    return start, end


def _is_called(words: Words, mention: Mention, covered: dict[int, Mention]) -> tuple[int, int] | None:
    """*Anna Muster ist Rektorin der Schule in Musterstadt.*: the name opens its clause, the function closes it."""
    before = mention.start - titles.is_address(words.word(mention.start - 1, mention.start))
    first = words.first[before] or words.word(before - 1, mention.start) in (",", ":", ";")
    at = _after_brackets(words, mention.end)
    if not first or words.word(at, mention.start) != "ist":
        return None
    at += 1 + (words.word(at + 1, mention.start).lower() in _ARTICLES)
    start = at
    while words.same_sentence(at, mention.start) and _is_adjective(words, at):
        at += 1
    if not words.same_sentence(at, mention.start) or at in covered or titles.title_of(words.text[at]) is None:
        return None
    end = _attributes(words, at + 1, covered)
    closed = not words.same_sentence(end, mention.start) or words.text[end] in _CLOSE or words.text[end] == "und"
    fits = not _plural(words, at) and words.is_capitalised(at) and words.tag[at] in ("", "NN")
    return (start, end) if closed and fits else None


def _ends_apposition(words: Words, end: int, mention: Mention, determined: bool) -> bool:
    """Only a mark may follow: *sagte Müller, der Präsident habe …* is a clause, not an apposition."""
    if not words.same_sentence(end, mention.start):
        return True
    if words.text[end] in _CLOSE:
        return True
    low = words.text[end].lower()
    return low in ("und", "sowie", "seit") and not determined


def _gender(words: Words, mention: Mention) -> str:
    """By title, form of address, first name, and the article of the role."""
    if mention.role is not None:
        for number in range(mention.role[0], mention.role[1]):
            title = titles.title_of(words.text[number])
            if title is not None and title.gender:
                # "Model Anna Muster", "Gast Anna Muster": a masculine noun may name a woman
                return "f" if _first_name_is(words, mention, "f") else title.gender
    for number in range(mention.start - 1, max(mention.start - 4, -1), -1):
        word = words.word(number, mention.start)
        if word in ("Frau", "Lady", "Königin", "Prinzessin", "Gräfin"):
            return "f"
        if word in ("Herr", "Herrn", "Sir", "Lord"):
            return "m"
        if not titles.is_address(word):
            break
    return persons.first_name_gender(words.string(mention.start, mention.end)) or _by_article(words, mention)


def _first_name_is(words: Words, mention: Mention, gender: str) -> bool:
    return persons.first_name_gender(words.string(mention.start, mention.end)) == gender


def _by_article(words: Words, mention: Mention) -> str:
    """*der Vorsitzende X* is a man, *die Vorsitzende X* a woman."""
    if mention.role is None:
        return ""
    article = words.word(mention.role[0] - 1, mention.start).lower()
    noun = words.text[mention.role[1] - 1]
    if article == "die" and noun.endswith("e"):
        return "f"
    weak = noun.endswith("e") or (noun.endswith("en") and article != "der")
    if article in ("der", "dem", "des") and weak:
        return "m"
    return ""
