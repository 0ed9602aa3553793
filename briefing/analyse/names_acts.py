"""Who acts: agents of active verbs and speakers; capitals that stand for a government get the label STATE."""

from __future__ import annotations

from collections import Counter
from functools import cache

from briefing.analyse.names_text import Mention, Words
from briefing.german import states
from briefing.german.words import load

_CLIMB = frozenset({"appos", "flat", "flat:name", "compound", "nmod", "conj"})
# Verbs that tell no act of their subject.
_STATIVE = frozenset(
    """sein werden bleiben heißen liegen gelten scheinen stehen gehören befinden betragen umfassen existieren fehlen
    grenzen stammen haben bekommen erhalten leiden sterben leben wohnen geraten fallen""".split()
)
_ACCORDING = frozenset({"laut", "gemäß"})
_REPORT_NOUNS = frozenset(
    """Angaben Angabe Aussage Aussagen Ansicht Einschätzung Meinung Darstellung Auffassung Informationen Auskunft Worten
    Überzeugung Lesart Mitteilung Aussagen Erkenntnissen Berechnungen Schätzung Schätzungen""".split()
)
_PLACE_NOUNS = frozenset(
    """Bürgermeister Oberbürgermeister Stadtrat Straßen Innenstadt Vororte Vorort Altstadt Flughafen Bahnhof Zentrum
    Stadtzentrum Einwohner Bewohner Stadtteil Stadtteile Bezirk Bezirke Börse Museen Museum Theater Universität
    Stadtverwaltung Bürgermeisterin Oberbürgermeisterin Hauptbahnhof Nachtleben Kneipen Clubs Dom Hafen Norden Süden
    Osten Westen Stadtgebiet Umland Straßenbild U-Bahn""".split()
)
_TOWN_NOUNS = _PLACE_NOUNS | frozenset(
    """Polizei Polizeipräsident Polizeipräsidentin Landespolizeidirektion Feuerwehr Rettung Rettungsdienst Berufsrettung
    Kliniken Klinikum Krankenhäuser Staatsanwaltschaft Landesgericht Landgericht Amtsgericht Stadträtin
    Gesundheitsamt Messe Staatsoper Verkehrsbetriebe Linien""".split()
)
_SCENE = 2  # organs and places of the town itself that make it the scene of an article
_AGAINST = frozenset({"mit", "gegen", "gegenüber", "zwischen", "durch"})


def add_acts(words: Words, mentions: list[Mention]) -> None:
    """Set `acts`, and turn LOC into STATE for states, and for capitals and seats that stand for a government."""
    covered = {number: mention for mention in mentions for number in range(mention.start, mention.end)}
    for mention in mentions:
        mention.acts = _is_subject(words, mention) or _is_speaker(words, mention) or _is_agent(words, mention)
    _add_companions(words, mentions)
    scenes = _scenes(words)
    for mention in mentions:
        if mention.label not in ("LOC", "ORG"):
            continue
        word = words.string(mention.start, mention.end)
        state = states.look_up(word)
        if state is None or (mention.label == "ORG" and (state.land or state.kind != "seat")):
            continue
        if state.land:
            # "Bayern verschärft die Regeln": a Land acts as a state does, in sport ("Bayern gewann") it does not.
            acts = _is_speaker(words, mention) or _governs(words, mention)
            mention.label = "STATE" if state.kind == "name" and acts else mention.label
            continue
        if state.kind in ("name", "seat"):
            mention.label = "STATE"
        elif state.kind != "capital" or states.base_form(word) in scenes:
            continue
        elif _stands_for_government(words, mention, covered):
            mention.label, mention.rule = "STATE", "capital"


def _head(words: Words, mention: Mention) -> int:
    """The word of the name that depends on a word outside of it."""
    for number in range(mention.start, mention.end):
        if not mention.start <= words.head[number] < mention.end:
            return number
    return mention.start


def _is_subject(words: Words, mention: Mention) -> bool:
    """Agent of an active, not stative verb, directly, as apposition or as a further member of a series."""
    if words.word(mention.start - 1, mention.start) == "(":
        return False  # "Kanzlerin Angela Merkel (CDU) sagte": the party says nothing
    at = _head(words, mention)
    for _ in range(4):
        head = words.head[at]
        if words.dep[at] == "nsubj":
            # The parser may join the subject to the auxiliary: "Muster hat … verlauten lassen".
            return is_act(words, words.head[head] if words.dep[head] == "aux" else head)
        if words.dep[at] == "obj" and _is_other_accusative(words, at):
            return is_act(words, head)
        if words.dep[at] == "nmod" and not _joins_title(words, at, head):
            return False
        if words.dep[at] not in _CLIMB or head == at or not words.same_sentence(at, head):
            return False
        at = head
    return False


def _is_other_accusative(words: Words, at: int) -> bool:
    """*der Fonds, den die Regierung eingerichtet hat*: beside *den* the other noun must be the subject."""
    verb, near = words.head[at], range(max(0, at - 8), min(len(words), at + 8))
    told = any(words.dep[i] == "nsubj" and words.head[i] == verb for i in near)
    relative = any(words.text[i] == "den" and words.tag[i] == "PRELS" and words.head[i] == verb for i in near)
    determined = words.word(at - 1, at).lower() in ("der", "die", "das")  # not "den alle hier Winni nennen"
    return relative and determined and not told


def _joins_title(words: Words, at: int, head: int) -> bool:
    """A name that hangs on the title before it (*Präsident Putin*), not on another noun (*Putins Krieg*)."""
    return (
        head < at
        and at - head <= 3
        and words.case[at] != "Gen"
        and all(words.text[number][:1].isupper() or words.text[number] == '"' for number in range(head, at))
    )


def _is_agent(words: Words, mention: Mention) -> bool:
    """*die Besetzung durch die Guerilla MRTA*, *wurde von der Bafin angezeigt*: who does it is no subject."""
    if mention.label not in ("PER", "ORG") or _owns_next(words, mention):
        return False
    start = mention.role[0] if mention.role is not None and mention.role[0] < mention.start else mention.start
    before = start - 1 - (words.word(start - 1, start).lower() in _DETERMINERS)
    preposition = words.word(before, start).lower()
    if preposition == "durch":
        return True
    at = _head(words, mention)
    while words.dep[at] in ("appos", "flat", "flat:name", "nmod") and start <= words.head[at] < min(mention.start, at):
        at = words.head[at]
    verb = words.head[at]
    passive = words.tag[verb] == "VVPP" and words.same_sentence(verb, start) and _has_passive(words, verb)
    return preposition in ("von", "vom") and words.dep[at].startswith("obl") and passive


def _owns_next(words: Words, mention: Mention) -> bool:
    """Whether the name is a genitive before what acts (*durch Trumps Verhalten*)."""
    at = _head(words, mention)
    return words.dep[at] == "nmod" and words.head[at] >= mention.end


def _has_passive(words: Words, verb: int) -> bool:
    near = range(max(0, verb - 30), min(len(words), verb + 6))
    return any(words.dep[i] == "aux:pass" and words.head[i] == verb for i in near)


def _add_companions(words: Words, mentions: list[Mention]) -> None:
    """*zusammen mit dem Institut A, dem B und dem C*: those with whom somebody acts do so too."""
    following = {mention.start: mention for mention in mentions if mention.label in ("PER", "ORG", "STATE")}
    for number in range(1, len(words)):
        if words.text[number] != "mit" or words.text[number - 1].lower() not in ("gemeinsam", "zusammen"):
            continue
        at = number + 1
        while words.same_sentence(at, number):
            mention = following.get(at)
            if mention is not None and not _owns_next(words, mention):
                mention.acts = True
            at = mention.end if mention is not None else at + 1
            if mention is None and not _leads_on(words, at - 1, following):
                break


def _leads_on(words: Words, number: int, following: dict[int, Mention]) -> bool:
    """Whether the word may stand between the members of a series of names: article, *und*, comma, role of the next."""
    low = words.text[number].lower()
    if low in _DETERMINERS or low in ("und", "sowie", ","):
        return True
    roles = (mention.role for start, mention in following.items() if number < start <= number + 4)
    return any(role is not None and role[0] <= number < role[1] for role in roles)


def is_act(words: Words, verb: int) -> bool:
    """Whether a word is a verb that tells an act of its subject."""
    return words.tag[verb][:1] == "V" and words.lemma[verb] not in _STATIVE


def _governs(words: Words, mention: Mention) -> bool:
    """Whether a verb of politics has the name as its subject (*Moskau fordert*), not one of sport or daily life."""
    at = _head(words, mention)
    for _ in range(3):
        if words.dep[at] == "nsubj":
            return words.lemma[words.head[at]] in _political_verbs()
        if words.dep[at] != "conj":
            return False
        at = words.head[at]
    return False


@cache
def _political_verbs() -> frozenset[str]:
    return frozenset(load("names_classes")["political_verbs"].split())


def _is_speaker(words: Words, mention: Mention) -> bool:
    """*laut X*, *X zufolge*, *nach Angaben von X*, *so X*, *… , sagte X*: by words alone."""
    start = mention.role[0] if mention.role is not None and mention.role[0] < mention.start else mention.start
    at = start - 1
    while words.same_sentence(at, start) and words.text[at].lower() in _DETERMINERS | {"von", "vom"}:
        at -= 1
    before = words.word(at, start)
    if before.lower() in _ACCORDING or before in _REPORT_NOUNS:
        return True
    if words.word(mention.end, mention.start) == "zufolge":
        return True
    if before == "so" and words.word(at - 1, start) in (",", '"', "-", "–"):
        return True
    # verb first after a quotation or clause: "… , sagte X"
    if words.word(at - 1, start) in (",", '"', "'") and words.same_sentence(at, start):
        past = before.islower() and before.endswith(("te", "ten"))
        return words.tag[at] == "VVFIN" or (not words.tag[at] and past)
    return False


_DETERMINERS = frozenset("der die das dem den des ein eine einer einem eines".split())


def _abroad(words: Words) -> bool:
    """Whether the article speaks of other governments by their capitals."""
    capitals = (states.look_up(word) for word in words.text if word != "Berlin" and word[:1].isupper())
    return any(state is not None and state.kind in ("capital", "seat") for state in capitals)


def _scenes(words: Words) -> frozenset[str]:
    """Towns whose own organs and places an article names (*Wiener Polizei*): there the town is the town."""
    nouns = (i for i in range(1, len(words)) if words.text[i] in _TOWN_NOUNS and words.same_sentence(i - 1, i))
    towns = Counter(words.text[i - 1].removesuffix("er") for i in nouns if words.text[i - 1].endswith("er"))
    return frozenset(town for town, number in towns.items() if number >= _SCENE and town[:1].isupper())


def _stands_for_government(words: Words, mention: Mention, covered: dict[int, Mention]) -> bool:
    """Whether a capital means the government: it acts or speaks, stands beside another capital, or owns an act."""
    if _is_speaker(words, mention) or _governs(words, mention):
        # A German paper's Berlin is the town and the Land as well: only abroad does it mean the government.
        return words.text[mention.start] != "Berlin" or _abroad(words)
    before, after = words.word(mention.start - 1, mention.start), words.word(mention.end, mention.start)
    name = words.string(mention.start, mention.end)
    if states.base_form(name) != name and not name.endswith("'"):
        owned = mention.end
        while words.same_sentence(owned, mention.start) and words.tag[owned] in ("ADJA", "CARD"):
            owned += 1
        noun = words.word(owned, mention.start)
        if noun[:1].isupper() and owned not in covered:
            return noun not in _PLACE_NOUNS
    if before in ("zwischen", "gegen", "gegenüber"):
        return True
    if states.base_form(name) != name and before[:1].isupper():
        return before not in _PLACE_NOUNS  # "die Streitkräfte Moskaus"
    if before == "und" or after == "und":
        other = covered.get(mention.start - 2) if before == "und" else covered.get(mention.end + 1)
        if other is not None and other is not mention and other.label in ("LOC", "STATE"):
            paired = states.look_up(words.string(other.start, other.end))
            lead = words.word(min(mention.start, other.start) - 1, mention.start)
            return paired is not None and paired.kind == "capital" and lead in _AGAINST
    return False
