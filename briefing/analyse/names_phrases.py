"""The noun phrase of a function: its noun, what stands before it, its attributes, and where it ends."""

from __future__ import annotations

import re

from briefing.analyse.names_text import Mention, Words
from briefing.german import organisations, states, titles

ARTICLES = frozenset(
    """der die das dem den des ein eine einer einem einen eines sein seine seiner seinem seinen ihr ihre ihrer ihrem
    ihren unser unsere dessen deren""".split()
)
POSSESSIVE = frozenset("seine seiner ihre ihrer dessen deren meine meiner".split())
_GENITIVE = frozenset("des der eines einer seines seiner ihres ihrer deren dessen".split())
_PREPOSITIONS = frozenset(
    "von vom für in im beim bei am an aus zu zum zur gegen über auf mit unter nach ohne ab".split()
)
CLOSE = frozenset([",", ".", ";", ":", ")", "(", "-", "–", "!", "?", '"'])
AGE = re.compile(r"\d|jährig|alte[nrsm]?$")
REACH = 12
_LONG = 12  # letters: longer words with a capital inside are two that were run together
# Ends of nouns that may be a function, though no list has them.
_PERSON_ENDS = tuple(
    """er in ist ant ent at oge or eur eut ling är arch mann frau gast boss star coach vize kumpel kompagnon gatte knabe
    junge weise held zeuge rat rätin chef profi guru clown rabbi""".split()
)
_AT = frozenset("im in bei beim auf gegenüber am zum zur".split())
_MEDIA = tuple("rundfunk fernsehen interview gespräch zeitung magazin podcast twitter facebook sender".split())
_GENITIVE_ARTICLES = frozenset("des eines seines ihres dieses unseres jenes meines dessen deren".split())
# Ends of nouns that are no function, whatever the parser joins to them: what is abstract, and times.
_NO_PERSON_ENDS = tuple(
    """ung heit keit schaft tion tät ium tag tages tage tagen woche wochen monat monate monaten jahr jahre jahren stunde
    stunden minuten zeit zeiten nis nissen medien militär sender""".split()
)


def is_adjective(words: Words, number: int) -> bool:
    """Whether the word limits a noun of function: *ukrainische*, *Regierender*, *Berliner*."""
    word, tag = words.text[number], words.tag[number]
    if tag and word[:1].islower():
        hyphened = "-" in word and tag in ("NN", "NE")  # der rot-grünen "Liste"
        return (tag == "ADJA" or hyphened) and words.dep[number] != "ROOT"
    if word[:1].islower():
        known = states.look_up(word)
        return titles.is_function_adjective(word) or (known is not None and known.kind == "adjective")
    if titles.is_function_adjective(word.lower()) and words.word(number + 1, number)[:1].isupper():
        return True  # "Regierender Bürgermeister", "Erster Minister"
    if titles.is_adjectival(word) and titles.title_of(words.word(number + 1, number)) is not None:
        return not organisations.is_party_member(word)  # "Vorsitzende Richter", not "SPD und Grünen Minister X"
    known = states.look_up(word)
    return known is not None and known.kind == "adjective" and word.endswith(("er", "sche", "schen", "scher"))


def _is_town_adjective(words: Words, number: int) -> bool:
    """*Nürnberger*, *Mainzer* between article and noun, whatever the tagger thinks of them."""
    word, before = words.text[number], words.word(number - 1, number).lower()
    determined = before in ARTICLES or before in _PREPOSITIONS
    town = word[:1].isupper() and word.endswith("er") and len(word) > 4
    return determined and town and titles.title_of(word) is None


def is_function(words: Words, number: int, *, known: bool = True) -> bool:
    """A noun of function; `known=False` admits every common noun that is no unit, time or collective."""
    word = words.text[number]
    if titles.is_address(word) and word not in ("Professor", "Prinz", "Prinzessin", "Graf", "Baron", "Scheich", "Lord"):
        return False
    if titles.title_of(word) is not None and words.tag[number] not in ("ADJA", "ADV", "VVFIN"):
        return True
    origin = states.look_up(word)
    if origin is not None and (origin.kind == "inhabitant" or word.startswith("Deutsche")):
        return words.tag[number] != "ADJA"
    if known or words.tag[number] != "NN" or len(word) < 3 or not word.lower().endswith(_PERSON_ENDS):
        return False
    return not titles.is_no_function(word)


def is_plural(words: Words, number: int) -> bool:
    """Whether a noun of function stands in the plural: by its form, or by the article or lack of one before it."""
    noun, title = words.text[number], titles.title_of(words.text[number])
    if title is None:
        origin = states.look_up(noun)
        return origin is not None and noun.endswith("er") and _article(words, number) == "die"
    if title.number == "p" or title.gender != "m":
        return title.number == "p"
    if _article(words, number) == "die" and (titles.nominative(noun) != noun or noun.endswith("er")):
        return True  # "dass die Demokraten Biden wählen", not "Regeln, die Ministerpräsident Söder nannte"
    return noun.endswith("s") and titles.nominative(noun) != noun and not _has_genitive(words, number)


def _article(words: Words, number: int) -> str:
    """The article before the noun and its adjectives, lower case; "" for other words, as relative pronouns."""
    at = number - 1
    while words.same_sentence(at, number) and words.tag[at] in ("ADJA", "TRUNC", "KON"):
        at -= 1
    return words.word(at, number).lower() if at >= 0 and words.tag[at] in ("", "ART") else ""


def _has_genitive(words: Words, number: int) -> bool:
    """Whether something before the noun shows that its -s is no plural (*gratulierten Regierungschefs Joe Biden*)."""
    near = (words.word(i, number).lower() for i in range(number - 1, max(number - 7, -1), -1))
    return any(word in _GENITIVE_ARTICLES for word in near)


def extend_left(words: Words, start: int, covered: dict[int, Mention]) -> int:
    """First word of the noun phrase without article: adjectives, and a genitive in front of it."""
    at = start = _first_of_two(words, start, covered)
    while "-" in words.text[start] and words.same_sentence(at - 1, start) and words.tag[at - 1] in ("NE", "FM"):
        at -= 1  # "Human Rights Watch-Sprecher"
    if words.text[start - 1] in ("und", "oder") and words.text[start - 2].endswith("-"):
        at = start - 2  # "Obst- und Gemüsehändler"
    while words.same_sentence(at - 1, start):
        joins = words.text[at - 1] in ("und", "sowie") and at < start and words.same_sentence(at - 2, start)
        limits = is_adjective(words, at - 1) or _is_town_adjective(words, at - 1)
        if not (limits or (joins and is_adjective(words, at - 2))):
            break
        if AGE.search(words.text[at - 1]):
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
        if owner and mention is not None and is_genitive(words, mention):
            return mention.start
    return at


def _first_of_two(words: Words, start: int, covered: dict[int, Mention]) -> int:
    """*Vizekanzler und Finanzminister X*: one person's two functions, if no article makes them two persons."""
    one, other = words.word(start - 2, start), words.text[start]
    if words.word(start - 1, start) != "und" or not one or start - 2 in covered or one.endswith("-"):
        return start
    first, second = titles.title_of(one), titles.title_of(other)
    if first is None or second is None or "p" in (first.number, second.number):
        return start
    if first.gender != second.gender and "" not in (first.gender, second.gender):
        return start
    before = words.word(start - 3, start).lower()
    two = (
        before in ("die", "den", "andere", "anderen", "viele", "einige", "mehrere", "alle", "zwei", "beide")
        or before[:1].isupper()
        or words.word(start - 3, start) in ("und", "sowie", "oder")
    )
    return start if two and not words.first[start - 2] else start - 2


def _is_determined(words: Words, at: int) -> bool:
    """Whether a noun phrase may begin at `at`: article, preposition, genitive or border before it."""
    before = words.word(at - 1, at)
    if words.first[at] or before.lower() in ARTICLES or before.lower() in _PREPOSITIONS or not before[:1].isalpha():
        return True
    return (before[:1].isupper() and before.endswith("s")) or before in ("und", "laut", "dass", "als", "wie")


def is_genitive(words: Words, mention: Mention) -> bool:
    """A name in the genitive (*Nordkoreas Machthaber*), not one that only ends in -s (*Paris*)."""
    word = words.string(mention.start, mention.end)
    state = states.look_up(word)
    if state is not None:
        return states.base_form(word) != word or word.endswith("'")
    if mention.rule == "genitive of a place":
        return True
    return words.case[mention.end - 1] in ("Gen", "") or mention.label in ("PER", "ORG")


def agrees(words: Words, at: int, mention: Mention) -> bool:
    """Whether an unlisted noun is the head of the name: the parser joins them, and no preposition rules the noun."""
    heads = {words.head[number] for number in range(mention.start, mention.end)}
    joined = at in heads or mention.start <= words.head[at] < mention.end
    form = words.doc[words.token[at]].morph
    thing = form.get("Gender", []) == ["Neut"] or form.get("Number", []) == ["Plur"]  # "haben US-Medien Biden …"
    return joined and not thing and not words.text[at].lower().endswith(_NO_PERSON_ENDS)


def attributes(words: Words, start: int, covered: dict[int, Mention], *, persons_title: bool = False) -> int:
    """End of the attributes from `start`: genitives, prepositional groups, names; `start` where there are none.

    With `persons_title` an attribute may hold another person with a title (*Stabschef von Präsident X*).
    """
    end = at = start
    while words.same_sentence(at, start) and at - start < REACH:
        low = words.text[at].lower()
        named = at == start and at in covered and covered[at].label != "PER"
        opens = low in _GENITIVE or low in _PREPOSITIONS or named
        joins = low == "und" and end > start
        if not opens and not joins:
            break
        number, inside = (at + 1 if low in _GENITIVE or low in _PREPOSITIONS or joins else at), 0
        if words.word(number, start).lower() in ARTICLES:
            number += 1
        quoted = 0
        while words.same_sentence(number, start):
            word = words.text[number]
            if word == '"' and quoted < 2:
                quoted += 1
            elif number in covered and covered[number].label == "PER":
                titled = persons_title and titles.title_of(words.text[number - 1]) is not None
                if inside and not titled:
                    break
                number = inside = covered[number].end  # "Stabschef von Präsident X", "Anwalt von X"
                continue
            elif word[:1].isupper() or _is_brand(word) or _ends_name(number, covered):
                inside = number + 1
                if word.endswith(".") and len(word) > 3:
                    break  # "der Muster GmbH. Gerade": the end of its sentence
            elif not (is_adjective(words, number) or number in covered or word == "/"):
                break
            number += 1
        if not inside or (end > start and _tells_where(words, at, inside)):
            break
        if words.word(inside, start) == '"' and quoted == 2:
            inside += 1
        end = at = inside
    return end


def _is_brand(word: str) -> bool:
    """A proper name by its capital inside (*möLab*)."""
    return word.isalpha() and len(word) < _LONG and word[1:] != word[1:].lower()


def _ends_name(number: int, covered: dict[int, Mention]) -> bool:
    """Whether the word is the last of a name that is no person's (*Verband für Tanz e.V.*)."""
    return number in covered and covered[number].end == number + 1 and covered[number].label != "PER"


def _tells_where(words: Words, start: int, end: int) -> bool:
    """Whether an attribute names the medium in which somebody spoke (*Chef der Bank im Rundfunk*), no function."""
    medium = any(words.text[i].lower().endswith(_MEDIA) for i in range(start + 1, end))
    return words.text[start].lower() in _AT and medium


def after_brackets(words: Words, at: int) -> int:
    """The word behind brackets that open at `at`, else `at`."""
    if at < len(words) and words.text[at] == "(":
        for number in range(at + 1, min(at + 8, len(words))):
            if words.text[number] == ")":
                return number + 1
    return at


def before_brackets(words: Words, at: int) -> int:
    """The word before brackets that close at `at`, else `at`."""
    if words.text[at] == ")":
        for number in range(at - 1, max(at - 8, 0), -1):
            if words.text[number] == "(":
                return number - 1
    return at


def ends_apposition(words: Words, end: int, mention: Mention, determined: bool) -> bool:
    """Only a mark may follow: *sagte Müller, der Präsident habe …* is a clause, not an apposition."""
    if not words.same_sentence(end, mention.start):
        return True
    if words.text[end] in CLOSE:
        return True
    low = words.text[end].lower()
    if words.same_sentence(end + 1, end) and _tells_where(words, end, min(end + 5, len(words))):
        return True
    return low in ("und", "sowie", "seit", "dem", "gegenüber") and not determined
