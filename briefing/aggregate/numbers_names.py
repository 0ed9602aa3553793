"""What a number topic is called: the texts' own wording, told apart from the other topics of the story.

A wording that says nothing (*Zahl*, *Euro*), or that two topics share, is joined by what qualifies these numbers
and not the others: the noun they belong to, whose they are, the deed, a place, a year, the holder.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from briefing.aggregate.numbers_changes import SHARES, printed_what, tells_what
from briefing.aggregate.numbers_fates import brackets
from briefing.aggregate.numbers_features import Feature, sentence_at
from briefing.aggregate.numbers_holders import plain_holder
from briefing.aggregate.numbers_labels import change_words, event_word, vote_word, year_word
from briefing.aggregate.numbers_phrases import phrase
from briefing.aggregate.numbers_text import is_vague
from briefing.aggregate.numbers_where import ALL, place_words
from briefing.aggregate.similarity import base_class, stem
from briefing.german.participles import participle
from briefing.german.units import units
from briefing.german.words import load
from briefing.model import Analysis, Article

_LONGEST = 110  # characters of a topic's name
_WORD = 40  # characters of a word that tells two topics apart
_SEVERAL = 2  # origins that make a number worth showing even if nobody names what it counts
_ARTICLES = frozenset(
    "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem".split()
)
_CHANGE = "(Veränderung)"
_PLURAL = re.compile(
    r"\b(?:\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|[Vv]iele|[Mm]ehrere|[Ee]inige|[Aa]lle|[Tt]ausende|[Hh]underte)"
    r"\s+([A-ZÄÖÜ][a-zäöüß]{3,})\b"
)
_OF_ALL = re.compile(r"\bvon\b|\b[Jj]ede")
_SUFFERED = re.compile(r"\b(?:wurden?|worden|werden?|wird|sind|seien|sei|ist|waren?)\b")
_NAMELESS = ("Betrag", "Anteil", "Anzahl")  # what is counted in general
_LOANS = ("enten", "anten", "isten", "aten", "uten")  # Patienten, Polizisten: their plural ends like this in any case
_SAME = 5  # letters at the beginning of a word by which it is one with another
_ELECTING = frozenset({"wählen", "stimmen", "abstimmen"})
_SURE = 2  # kinds of attributes of which half the numbers need to have one


class Names:
    """Names for the topics of one story."""

    def __init__(self, articles: Mapping[str, Article], analyses: Mapping[str, Analysis]) -> None:
        self._articles = articles
        self._analyses = analyses
        self._owners = {
            part
            for analysis in analyses.values()
            for name in analysis.names
            if name.label not in ("LOC", "STATE")
            for part in (name.name, name.name.split()[-1])
        }
        self._plurals = {word for article in articles.values() for word in _PLURAL.findall(article.text)}

    def of(self, groups: Sequence[list[Feature]]) -> list[str]:
        """One name for every group, no two the same where the texts tell them apart; empty for what nobody names."""
        plain = [self._named(group) for group in groups]
        same: dict[str, list[int]] = {}
        for number, name in enumerate(plain):
            same.setdefault(_key(name), []).append(number)
        names = list(plain)
        for key, numbers in same.items():
            weak = key in _weak()
            if len(numbers) == 1 and not weak and key not in _thin():
                continue
            # The one that clearly more origins give is the topic of that name.
            spread = sorted((len({f.origin for f in groups[n]}), -n) for n in numbers)
            clear = len(spread) > 1 and spread[-1][0] > spread[-2][0] and not weak and key not in _thin()
            main = -spread[-1][1] if clear else -1
            told = {n: self._attributes(groups[n]) for n in numbers}
            for number in (n for n in numbers if n != main):
                others = {_key(word) for n in numbers if n != number for word in told[n]}
                word = next(
                    (
                        w
                        for w in told[number]
                        if (_key(w) not in others or len(numbers) == 1) and not _repeats(w, plain[number])
                    ),
                    "",
                )
                alone = weak and len({f.origin for f in groups[number]}) < _SEVERAL and not _measures(groups[number])
                names[number] = _with(plain[number], word) if word else "" if alone else plain[number]
        return names

    def _named(self, group: list[Feature]) -> str:
        """The most frequent wording of what is counted, one of several words if two numbers share it.

        What happened to those counted is added where the wording does not say it, and what kind of
        number it is.
        """
        forms: dict[tuple[str, ...], list[str]] = {}
        for feature in _specific(group):
            what = self._upright(_bare(feature.quantity.what.removesuffix(_CHANGE).strip()), feature)
            if what and what != "Veränderung" and len(what) <= _LONGEST:
                forms.setdefault(tuple(stem(word) for word in what.lower().split()), []).append(what)
        most = max(forms, key=lambda key: (len(forms[key]), key), default=())
        told = {k: f for k, f in forms.items() if len(k) > 1 and len(f) > 1 and _fuller(k, most, forms)} or forms
        if told:
            found = min(told.values(), key=lambda found: (-len(found), -len(found[0]), found[0]))
            name = min(Counter(found).items(), key=lambda item: (-item[1], item[0]))[0]
        elif group[0].quantity.change:
            printed = [printed_what(f, self._articles[f.article].text) for f in group]
            name = next(filter(None, printed), "Veränderung")
            if name == "Veränderung":
                return name if group[0].quantity.unit in SHARES else f"{_unnamed(group[0])} ({name})"
        else:
            name = _unnamed(group[0])
        if name in self._owners and not group[0].quantity.change and self._is_owned(group[0]):
            return f"{_unnamed(group[0])} ({name})"
        if group[0].point < 1 and not group[0].quantity.unit and all(map(self._is_fraction, group)):
            return name if name.startswith("Anteil") else f"Anteil ({name})" if told else "Anteil"
        more = [*brackets(group, name, self._articles), *filter(None, [self._place(group)])]
        more += change_words(group, name) if group[0].quantity.change else []
        if ": " in name:
            return name  # the predicate of a share says it all
        return _with(name, ", ".join(more)) if more else name

    @staticmethod
    def _is_owned(feature: Feature) -> bool:
        """Whether a number is a share or money, which somebody has but is not."""
        return feature.quantity.unit == "Prozent" or feature.bucket[0] == "money"

    def _is_fraction(self, feature: Feature) -> bool:
        """Whether the text tells a share in numbers (*neun von zehn Menschen*, *jeder zweite Bewohner*)."""
        span = feature.quantity.span
        return bool(_OF_ALL.search(self._articles[feature.article].text[span.start : span.end]))

    def _upright(self, what: str, feature: Feature) -> str:
        """A wording with its noun in the nominative plural where it is sure to stand in the dative."""
        words = what.split()
        place = next((n for n, word in enumerate(words) if word[0].isupper()), -1)
        if place < 0 or not words[place].endswith("n") or words[place].endswith("innen"):
            return what
        noun = words[place]
        bare, head = noun[:-1], feature.quantity.head
        shifted = bool(head) and noun.endswith("en") and not head.endswith("en") and _umlauts(noun) > _umlauts(head)
        agent = feature.person and head.endswith("er") and noun.lower() == head + "n"
        formed = (  # Beschäftigte, Streikender, but not Patienten
            feature.person
            and noun.endswith(("ten", "enden"))
            and not noun.endswith(_LOANS)
            and bare.lower() in (head, head[:-1])
        )
        if not (shifted or agent or formed or bare in self._plurals):
            return what
        before = [word[:-1] if word.endswith("en") else word for word in words[:place]]
        return " ".join([*before, bare, *words[place + 1 :]])

    def _attributes(self, group: list[Feature]) -> list[str]:
        """What tells a group from others of its name, best first: what half of its numbers stand with.

        Nouns the count belongs to (*Notlager für 7000 Migranten*), whose it is, the deed, places, years, who says it.
        """
        nameless = not any(f.quantity.head for f in group)
        kinds: tuple[list[str], ...] = ([], [], [], [], [], [], [], [], [])
        for feature in group:
            q, holder = feature.quantity, plain_holder(feature.quantity.holder_name)
            owner = [feature.subject] if feature.subject and q.unit and not feature.person else []
            deeds = self._deeds(feature)
            around = phrase(feature, self._articles[feature.article].text)
            told = (
                [vote_word(feature)],
                [event for event in q.events if event[0].isupper() and _key(event) not in _weak()],
                [around] if not (q.unit or nameless) else (),
                [event_word(feature)],
                deeds if nameless else owner,
                owner if nameless else deeds,
                q.places if len(q.places) == 1 else (),
                [year_word(feature)],
                [f"laut {holder}"] if holder else (),
            )
            for found, words in zip(kinds, told, strict=True):
                found += filter(None, words)
        half = len(group) / 2
        best: list[str] = []
        if nameless:  # who says it and where does not tell what it is
            kinds = kinds[:6] if group[0].bucket[0] == "money" else kinds[:5]
        for rank, words in enumerate(kinds):
            few = half if rank < _SURE else half + 0.5  # a noun the count belongs to is surely its own
            best += [word for word, n in Counter(words).most_common() if n >= few and len(word) <= _WORD]
        return best

    def _place(self, group: list[Feature]) -> str:
        """The state of a toll in the words of the text, where the story tells those of several."""
        land = next(iter(group[0].lands), ALL)
        if land == ALL:
            return ""
        found = []
        for feature in group:
            analysis = self._analyses[feature.article]
            sentence = sentence_at(analysis, feature.quantity.span.start)
            found.append(place_words(self._articles[feature.article].text, sentence, land, analysis))
        told = Counter(filter(None, found))
        return min(told, key=lambda words: (-told[words], words), default="")

    def _deeds(self, feature: Feature) -> list[str]:
        """Participles of the deeds that stand in the sentence (*beigesteuert*)."""
        sentence = sentence_at(self._analyses[feature.article], feature.quantity.span.start)
        if sentence is None or feature.scope:
            return []
        text = self._articles[feature.article].text[sentence.span.start : sentence.span.end].lower()
        verbs = [event for event in feature.quantity.events if event[0].islower() and event not in _light()]
        told = [verb for verb in verbs if feature.bucket[0] == "money" and verb in _spending()]
        if told:  # of money it is clear without the form itself what is done with it
            return [form for form in map(participle, told) if form]
        # Money is not elected: wer 50.000 bis 100.000 Dollar verdient, hat ihn gewählt.
        forms = (participle(verb) for verb in verbs if feature.bucket[0] != "money" or verb not in _ELECTING)
        if feature.person and not _SUFFERED.search(text):  # *250 Menschen haben eine Kundgebung abgehalten*
            return []
        return [form for form in forms if form and re.search(rf"\b{form}\b", text)]


def _specific(group: list[Feature]) -> list[Feature]:
    """The numbers whose noun says more than *Menschen* or *Personen*, all if none does."""
    if group[0].direction or group[0].measured:
        return [f for f in group if tells_what(f)] or group
    if not group[0].person:
        return group
    return [f for f in group if base_class(f.quantity.head, "things") not in ("people", "")] or group


def _fuller(key: tuple[str, ...], most: tuple[str, ...], forms: Mapping[tuple[str, ...], list[str]]) -> bool:
    """Whether a wording of several words says the most frequent one and more, or is nearly as frequent."""
    return set(most) <= set(key) or 3 * len(forms[key]) > len(forms[most])


def _repeats(word: str, name: str) -> bool:
    """Whether an attribute says again what the name says: *Schulen in Köpenick (Köpenick)*, *Grenzwert, Grenze*."""
    last = word.split()[-1].lower()
    return last[:_SAME] in name.lower()


def _with(name: str, word: str) -> str:
    """*Menschen*, *Kundgebung* → *Menschen (Kundgebung)*."""
    plain, _, more = name.partition(" (")
    if not plain:
        return f"Anzahl ({word})"
    return f"{plain} ({more.rstrip(')')}, {word})" if more else f"{plain} ({word})"


def _bare(what: str) -> str:
    """A wording without the article before it."""
    words = what.split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in _ARTICLES else words)


def _measures(group: Sequence[Feature]) -> bool:
    """Whether the numbers are sums or shares as such: their sentence, which is shown beside them, says of what."""
    return all((f.bucket[0] == "money" or f.quantity.unit == "Prozent") and not is_vague(f.quantity) for f in group)


def _unnamed(feature: Feature) -> str:
    """What is counted in general where no noun says it: people, an amount, a share, the unit."""
    unit = feature.quantity.unit
    if feature.person:
        return "Menschen"
    if feature.bucket[0] == "money":
        return "Betrag"
    return "Anteil" if unit == "Prozent" else unit or "Anzahl"


def _key(name: str) -> str:
    return " ".join(stem(word.lower()) for word in name.split())


def _umlauts(word: str) -> int:
    return sum(word.lower().count(letter) for letter in "äöü")


@cache
def _weak() -> frozenset[str]:
    """Names that say nothing: units and words for numbers as such."""
    words = ("", _CHANGE, "Veränderung", *_NAMELESS, *load("topics")["measures"]["words"], *units())
    return frozenset(_key(name) for word in words for name in (word, f"{word} {_CHANGE}"))


@cache
def _thin() -> frozenset[str]:
    """Names that say little alone."""
    return frozenset(_key(word) for word in ("Menschen", "Personen", "Leute", "Minus", "Plus"))


@cache
def _spending() -> frozenset[str]:
    """Verbs of giving, taking and asking for money."""
    return frozenset(load("topics")["light"]["spending"])


@cache
def _light() -> frozenset[str]:
    """Verbs that tell no deed."""
    return frozenset(load("topics")["light"]["verbs"])
