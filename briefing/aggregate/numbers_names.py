"""What a number topic is called: the texts' own wording, told apart from the other topics of the story.

A wording that says nothing (*Zahl*, *Euro*), or that two topics share, is joined by a word that stands
near these numbers and not near the others: a place, a quality, a noun of the sentence, the holder.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from briefing.aggregate.numbers_features import Feature, sentence_at
from briefing.aggregate.numbers_text import scope_words
from briefing.aggregate.similarity import Weights, base_class, concept, stem
from briefing.german.words import load
from briefing.model import Analysis, Article

_LONGEST = 70  # characters of a topic's name
_WORD = 28  # characters of a word that tells two topics apart
_NAME = 4  # names weigh double in `Weights`; a thing tells more about a number than a name does
_FAR = 40  # characters from the number at which a word counts half
_ARTICLES = frozenset("der die das den dem des ein eine einen einem einer eines".split())
_CAPITAL = re.compile(r"\b[A-ZÄÖÜ][\wäöüß]+(?:-[A-ZÄÖÜ]?[\wäöüß]+)*\b")
_CHANGE = "(Veränderung)"
_PLURAL = re.compile(
    r"\b(?:\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|[Vv]iele|[Mm]ehrere|[Ee]inige|[Aa]lle|[Tt]ausende|[Hh]underte)"
    r"\s+([A-ZÄÖÜ][a-zäöüß]{3,})\b"
)
_KINDS = {"limit": "Grenzwert", "rate": "Rate", "part": "Teil"}


class Names:
    """Names for the topics of one story."""

    def __init__(self, articles: Mapping[str, Article], analyses: Mapping[str, Analysis], weights: Weights) -> None:
        self._articles = articles
        self._analyses = analyses
        self._weights = weights
        self._persons = {
            concept(part) for a in analyses.values() for n in a.names if n.label == "PER" for part in n.name.split()
        }
        self._plurals = {word for article in articles.values() for word in _PLURAL.findall(article.text)}

    def of(self, groups: Sequence[list[Feature]]) -> list[str]:
        """One name for every group, no two the same where the texts tell them apart."""
        plain = [self._named(group) for group in groups]
        same: dict[str, list[int]] = {}
        for number, name in enumerate(plain):
            same.setdefault(_key(name), []).append(number)
        names = list(plain)
        for key, numbers in same.items():
            alone = len(numbers) == 1 and key not in _weak()
            taken = {_key(part) for part in plain[numbers[0]].split()}
            # The one that clearly more origins give is the topic of that name.
            spread = sorted((len({f.origin for f in groups[n]}), -n) for n in numbers)
            main = -spread[-1][1] if len(spread) > 1 and spread[-1][0] > spread[-2][0] and key not in _weak() else -1
            for number in [] if alone else (n for n in numbers if n != main):
                word = self._telling(groups[number], taken)
                if word:
                    taken.add(_key(word))
                    names[number] = _with(plain[number], word)
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
        else:
            heads = Counter(f.quantity.head.capitalize() or f.quantity.unit for f in group)
            name = min(heads, key=lambda h: (-heads[h], h))
        scope = group[0].scope - {f.thing for f in group}
        said = {base_class(word.lower(), "scopes") for word in name.split()}
        more = [scope_words(group[0].scope)] if scope and not scope <= said else []
        more += ["Veränderung"] if group[0].quantity.change else []
        more += [_KINDS[group[0].kind]] if group[0].kind and not _says_kind(name) else []
        return f"{name} ({', '.join(more)})".strip() if more else name

    def _upright(self, what: str, feature: Feature) -> str:
        """A wording with its noun in the nominative plural where it is sure to stand in the dative."""
        words = what.split()
        place = next((n for n, word in enumerate(words) if word[0].isupper()), -1)
        if place < 0 or not words[place].endswith("n"):
            return what
        noun = words[place]
        bare, head = noun[:-1], feature.quantity.head
        shifted = noun.endswith("en") and not head.endswith("en") and _umlauts(noun) > _umlauts(head)
        agent = feature.person and head.endswith("er") and noun.lower() == head + "n"
        formed = (
            feature.person and noun.endswith(("ten", "nden")) and bare.lower() in (head, head[:-1])
        )  # Beschäftigte, Streikender
        if not (shifted or agent or formed or bare in self._plurals):
            return what
        before = [word[:-1] if word.endswith("en") else word for word in words[:place]]
        return " ".join([*before, bare, *words[place + 1 :]])

    def _telling(self, group: list[Feature], taken: set[str]) -> str:
        """The best word for a group that no other group of the name has: place, noun near by, holder."""
        scores: dict[str, float] = {}
        common: Counter[str] = Counter()
        for feature in group:
            near = self._near(feature)
            common.update([*near, *feature.quantity.places, feature.quantity.holder_name or ""])
            for word, score in near.items():
                scores[word] = scores.get(word, 0.0) + score
        places = [place for f in group for place in f.quantity.places]
        holders = [f.quantity.holder_name for f in group if f.quantity.holder_name]
        nouns = sorted(scores, key=lambda word: (-scores[word], word))
        half = len(group) / 2
        fit = (w for w in (*places, *nouns, *holders) if common[w] >= half and len(w) <= _WORD)
        return next((w for w in fit if _key(w) not in taken), "")

    def _near(self, feature: Feature) -> dict[str, float]:
        """The nouns of the sentence of a number, weightier the rarer and the nearer they are."""
        span = feature.quantity.span
        sentence = sentence_at(self._analyses[feature.article], span.start)
        if sentence is None:
            return {}
        text = self._articles[feature.article].text[sentence.span.start : sentence.span.end]
        found: dict[str, float] = {}
        for match in _CAPITAL.finditer(text):
            start, end = match.start() + sentence.span.start, match.end() + sentence.span.start
            item = concept(match.group())
            if (
                item not in feature.context
                or item in _measures()
                or item in self._persons
                or span.start <= start < span.end
            ):
                continue
            distance = max(start - span.end, span.start - end, 0)
            weight = self._weights.of(item) / (_NAME if self._weights.is_name(item) else 1)
            score = weight / (1 + distance / _FAR)
            found[match.group()] = max(score, found.get(match.group(), 0.0))
        return found


def _specific(group: list[Feature]) -> list[Feature]:
    """The numbers whose noun says more than *Menschen* or *Personen*, all if none does."""
    if not group[0].person:
        return group
    return [f for f in group if base_class(f.quantity.head, "things") not in ("people", "")] or group


def _fuller(key: tuple[str, ...], most: tuple[str, ...], forms: Mapping[tuple[str, ...], list[str]]) -> bool:
    """Whether a wording of several words says the most frequent one and more, or is nearly as frequent."""
    return set(most) <= set(key) or 3 * len(forms[key]) > len(forms[most])


def _says_kind(name: str) -> bool:
    """Whether a wording itself names a rate or a limit."""
    lower = name.lower()
    return any(part in lower for part in ("inzidenz", "wert", "grenze", "schwelle", "quote", "dichte", " je ", " pro "))


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


def _key(name: str) -> str:
    return " ".join(stem(word.lower()) for word in name.split())


def _umlauts(word: str) -> int:
    return sum(word.lower().count(letter) for letter in "äöü")


@cache
def _weak() -> frozenset[str]:
    """Names that say nothing: units and words for numbers as such."""
    words = ("", *load("topics")["measures"]["words"], "Veränderung", "(Veränderung)", "Minus", "Plus", "Wert")
    return frozenset(_key(name) for word in words for name in (word, f"{word} {_CHANGE}"))


@cache
def _measures() -> frozenset[str]:
    return frozenset({"", *(concept(word) for word in load("topics")["measures"]["words"])})
