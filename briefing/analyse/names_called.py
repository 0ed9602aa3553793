"""Functions by which somebody is called again: *sagte Anna Muster. Die Unternehmerin …*, *„…“, so der Präsident*."""

from __future__ import annotations

from functools import cache

from briefing.analyse.names_phrases import AGE, CLOSE, attributes, is_adjective, is_plural
from briefing.analyse.names_text import Mention, Words
from briefing.german import reporting, states, titles
from briefing.german.words import load

# Relational nouns that an attribute makes an office of one person (der Gründer des Konzerns).
_DEFINED = frozenset("gründer gründerin chef chefin betreiber inhaber kandidat kandidatin sieger siegerin".split())
_RELATIONAL_ENDS = tuple("sprecher mitarbeiter kandidat partner spieler stürmer verteidiger profi".split())


def add_called_again(words: Words, mentions: list[Mention]) -> None:
    """Set the missing `role` of who alone is named in the sentence before a definite noun of function."""
    covered = {number: mention for mention in mentions for number in range(mention.start, mention.end)}
    taken = {number for m in mentions if m.role is not None for number in range(*m.role)}
    people: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.label == "PER":
            people.setdefault(words.sentence[mention.start], []).append(mention)
    borne = _borne(words, mentions)
    introduced = {mention.name for mention in mentions if mention.label == "PER" and mention.role is not None}
    for number in range(1, len(words)):
        noun = _head(words, number, covered, taken)
        if noun is None or people.get(words.sentence[number]):
            continue
        person = _only(people.get(words.sentence[number] - 1, []))
        if person is None or person.role is not None or not _fits(words, number, noun, person):
            continue
        end = attributes(words, noun + 1, covered)
        new = end > noun + 1 and person.name not in introduced
        if _is_relational(words.text[noun]) and not (new and words.text[noun].lower() in _DEFINED):
            continue
        bearers = borne.get(titles.stem(words.text[noun]), set()) & {"", _gender(words, number)}
        if bearers and not (new and _is_another(words, noun, end, mentions)):
            continue  # somebody has been introduced so already
        told = words.word(noun + 1, noun) in ("über", "zu", "auf", "mit")  # of what, as in a headline
        if _tells(words, number - 1):
            told = words.word(noun + 1, noun) not in ("der", "des")  # sagte der Minister am Freitag in Berlin
        person.role = (number + 1, noun + 1 if told else end)


def _is_another(words: Words, noun: int, end: int, mentions: list[Mention]) -> bool:
    """Whether the attribute of an office tells its bearer from all others of the article, who have attributes too."""
    own = {words.text[i] for i in range(noun + 1, end) if words.is_capitalised(i)}
    if any(states.look_up(word) is not None for word in own):
        return False  # der Präsident der USA may be the US-Präsident
    office = titles.stem(words.text[noun])
    for mention in mentions:
        told = words.text[mention.role[0] : mention.role[1]] if mention.role is not None else []
        same = [word for word in told if titles.title_of(word) is not None and titles.stem(word) == office]
        if same and (own & set(told) or (len(told) == 1 and "-" not in same[0])):
            return False
    return bool(own)


def add_served_as(words: Words, mentions: list[Mention]) -> None:
    """*Als Gouverneur der Region soll Muster …*, *Muster muss als Präsident …*: the only one of the sentence."""
    covered = {number: mention for mention in mentions for number in range(mention.start, mention.end)}
    people: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.label == "PER":
            people.setdefault(words.sentence[mention.start], []).append(mention)
    for number in range(len(words) - 1):
        if words.text[number] not in ("als", "Als") or words.sentence[number] < 0:
            continue
        person = _only(people.get(words.sentence[number], []))
        at = number + 1
        while words.same_sentence(at, number) and at not in covered and is_adjective(words, at):
            at += 1
        office = words.same_sentence(at, number) and at not in covered and words.tag[at] in ("", "NN")
        title = titles.title_of(words.text[at]) if office else None
        if person is None or person.role is not None or title is None or is_plural(words, at) or not person.acts:
            continue
        if title.gender and person.gender not in ("", title.gender):
            continue
        if _is_judged(words, number) or _is_relational(words.text[at]):
            continue
        person.role = (number + 1, attributes(words, at + 1, covered))


def add_said_to_be(words: Words, mentions: list[Mention]) -> None:
    """*… berichtet Anna Muster. Sie ist Leiterin der Schule und …*: a pronoun for the only one named before."""
    covered = {number: mention for mention in mentions for number in range(mention.start, mention.end)}
    people: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.label == "PER":
            people.setdefault(words.sentence[mention.start], []).append(mention)
    for number in range(1, len(words) - 2):
        gender = {"Er": "m", "Sie": "f"}.get(words.text[number], "")
        if not gender or not words.first[number] or words.word(number + 1, number) != "ist":
            continue
        person = _only(people.get(words.sentence[number] - 1, []))
        if person is None or person.role is not None or " " not in person.name or person.gender not in ("", gender):
            continue
        role = _predicate(words, number + 2, covered)
        if role is not None:
            person.role = role


def _predicate(words: Words, at: int, covered: dict[int, Mention]) -> tuple[int, int] | None:
    """The function that closes its clause behind *ist* (*seit 2015 die neue Leiterin der Schule*)."""
    first = at
    while words.tag[at] == "ADV" or words.word(at, first) == "seit" or words.tag[at] == "CARD":
        at += 1
    at += words.word(at, first).lower() in ("der", "die", "ein", "eine")
    start = at
    while words.same_sentence(at, first) and at not in covered and is_adjective(words, at):
        at += 1
    if not words.same_sentence(at, first) or at in covered or words.tag[at] not in ("", "NN"):
        return None
    if titles.title_of(words.text[at]) is None or is_plural(words, at) or words.text[at].lower() in _relational():
        return None
    end = attributes(words, at + 1, covered)
    closed = not words.same_sentence(end, at) or words.text[end] in CLOSE or words.text[end] in ("und", "sowie")
    aged = any(AGE.search(words.text[i]) for i in range(start, at))
    return (start, end) if closed and not aged else None


def _is_judged(words: Words, number: int) -> bool:
    """Whether *als* compares, or follows a verb by which one is called or held to be something."""
    before = {words.word(i, number).lower() for i in range(number - 4, number)}
    if before & {"mehr", "weniger", "eher", "anders", "lieber", "sowohl"}:
        return True
    if words.tag[number - 1] in ("ADJD", "PIAT", "PIS", "ADV", "PIDAT") and words.same_sentence(number - 1, number):
        return True
    first = last = number
    while words.same_sentence(first - 1, number):
        first -= 1
    while words.same_sentence(last + 1, number):
        last += 1
    return any(words.lemma[i] in _judging() for i in range(first, last + 1))


@cache
def _judging() -> frozenset[str]:
    return frozenset(load("titles")["judging"].split())


def _head(words: Words, number: int, covered: dict[int, Mention], taken: set[int]) -> int | None:
    """The noun of function behind a definite article that begins a sentence or follows *so*; None for all others."""
    if words.text[number].lower() not in ("der", "die", "das") or words.sentence[number] < 0:
        return None
    before = words.word(number - 1, number)
    if not (words.first[number] or before == "so" or _tells(words, number - 1)):
        return None
    at = number + 1
    while words.same_sentence(at, number) and at not in covered and is_adjective(words, at):
        if AGE.search(words.text[at]):
            return None
        at += 1
    if not words.same_sentence(at, number) or at in covered or at in taken or words.tag[at] not in ("", "NN"):
        return None
    title = titles.title_of(words.text[at])
    if title is None or is_plural(words, at):
        return None
    return at


def _tells(words: Words, number: int) -> bool:
    """Whether a verb of saying stands behind what is said (*„…“, sagte der Tennisspieler*)."""
    behind = words.word(number - 1, number) in (",", '"')
    return behind and words.tag[number] == "VVFIN" and words.lemma[number] in _reporting()


@cache
def _reporting() -> frozenset[str]:
    return frozenset(verb.lemma for verb in reporting.verbs())


def _only(people: list[Mention]) -> Mention | None:
    """The person, where a sentence names just one."""
    return people[-1] if people and len({person.name for person in people}) == 1 else None


def _gender(words: Words, number: int) -> str:
    """The gender that a definite article in the nominative shows."""
    return {"der": "m", "die": "f"}.get(words.text[number].lower(), "")


def _fits(words: Words, number: int, noun: int, person: Mention) -> bool:
    """Whether article, noun and person agree in gender, and the person is named in full."""
    title, article = titles.title_of(words.text[noun]), _gender(words, number)
    gender = title.gender if title is not None else ""
    if " " not in person.name or not article:
        return " " in person.name and words.text[noun].lower().endswith(("mitglied", "oberhaupt"))
    return (gender or article) == article and person.gender in ("", article)


def _borne(words: Words, mentions: list[Mention]) -> dict[str, set[str]]:
    """The offices that persons of the article bear, with the genders of those persons."""
    found: dict[str, set[str]] = {}
    for mention in mentions:
        for number in range(*mention.role) if mention.role is not None and mention.label == "PER" else ():
            if titles.title_of(words.text[number]) is not None:
                found.setdefault(titles.stem(words.text[number]), set()).add(mention.gender)
    return found


def _is_relational(noun: str) -> bool:
    """Whether a noun alone means somebody else than who was named, or anybody (*der Vater*, *die Sprecherin*)."""
    low = noun.lower().rsplit("-", 1)[-1]
    return low in _relational() or low.removesuffix("in").endswith(_RELATIONAL_ENDS)


@cache
def _relational() -> frozenset[str]:
    return frozenset(load("titles")["relational"].split())
