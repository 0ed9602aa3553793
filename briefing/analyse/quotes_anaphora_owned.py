"""Who belongs to somebody: *Brauns Anwalt*, *der Anwalt von Braun*, *sein Verteidiger*, as the article names them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.analyse import items
from briefing.analyse.quotes_anaphora import Discourse, Resolved
from briefing.analyse.quotes_view import View
from briefing.german import titles

_LAWYERS = ("rechtsanwalt", "strafverteidiger", "verteidiger", "anwalt", "anwält")
_LAWYER = "anwalt"
_OFFICIALS = ("staatsanwalt", "staatsanwält", "generalanwalt", "generalanwält")
_HIS = frozenset("sein seine seinen seinem seiner seines".split())
_HER = frozenset("ihr ihre ihren ihrem ihrer ihres".split())
_NEAR = 1  # sentences from an owner to the possessive


class _Bond(NamedTuple):
    """Somebody who is named as the `bond` (*anwalt*) of `owner`."""

    bond: str
    owner: str
    name: items.NameItem


class Owned:
    """The people an article names by whom they belong to."""

    def __init__(self, view: View, names: Sequence[items.NameItem], discourse: Discourse) -> None:
        """`names` in text order."""
        self._view, self._discourse = view, discourse
        self._people = [n for n in names if n["label"] == "PER"]
        self._bonds = [bond for name in self._people if (bond := self._bond_of(name)) is not None]

    def meant(self, first: int, last: int) -> Resolved | None:
        """Whom the words `first` to `last` mean; None where the article names nobody, or several, by that bond."""
        if not self._bonds:
            return None
        view = self._view
        alone = last == first + 2 and view.low[first] in ("der", "die", "dem", "des")
        if alone and _bond(titles.nominative(view.text[first + 1]).removesuffix("s")) == _LAWYER:
            lawyers = {b.name["name"]: b.name for b in self._bonds if b.bond == _LAWYER}
            return self._only(lawyers)  # der Anwalt, where one lawyer is named in the article
        owner, noun = "", last - 1
        if view.low[first] in _HIS | _HER and last == first + 2:
            found = self._discourse.pronoun(first, "m" if view.low[first] in _HIS else "f", plural=False)
            owner = (found.name or "") if found else ""
        elif view.low[first] in ("der", "die", "dem") and first + 3 < last and view.low[first + 2] == "von":
            noun = first + 1
            owner = self._named_by(view.start[first + 3], view.end[last - 1])
        elif last - first <= 4:
            owner = self._named_by(view.start[first], view.end[noun - 1])
        bond = _bond(view.text[noun])
        if not owner or not bond:
            return None
        return self._only({b.name["name"]: b.name for b in self._bonds if b.bond == bond and b.owner == owner})

    @staticmethod
    def _only(fitting: dict[str, items.NameItem]) -> Resolved | None:
        if len(fitting) != 1:
            return None
        (name,) = fitting.values()
        return Resolved([], name["name"], None, "PER", name["gender"])

    def _named_by(self, start: int, end: int) -> str:
        """The person who alone is named by the characters `start` to `end`."""
        return next((n["name"] for n in self._people if n["start"] == start and n["end"] == end), "")

    def _bond_of(self, name: items.NameItem) -> _Bond | None:
        role, view = name["role"], self._view
        if role is None:
            return None
        first, last = view.tokens_in(*role)
        bond = next((found for word in range(first, last) if (found := _bond(view.text[word]))), "")
        if not bond:
            return None
        inside = [n for n in self._people if role[0] <= n["start"] and n["end"] <= role[1]]
        owner = inside[0]["name"] if len(inside) == 1 else "" if inside else self._before(first - 1)
        return _Bond(bond, owner, name) if owner and owner != name["name"] else None

    def _before(self, possessive: int) -> str:
        """To whom a possessive before a function points back: the last person named, if the gender fits."""
        view = self._view
        if possessive < 0 or view.low[possessive] not in _HIS | _HER:
            return ""
        before = [p for p in self._discourse.people if p.word < possessive]
        if not before or self._discourse.distance(before[-1].word, possessive) > _NEAR:
            return ""
        wrong = "f" if view.low[possessive] in _HIS else "m"
        return before[-1].name if before[-1].gender != wrong else ""


def _bond(noun: str) -> str:
    """What somebody is to somebody (*anwalt*, *sprecher*), also in other words for it; empty for no function."""
    low = noun.lower()
    if low.startswith(_OFFICIALS) or titles.title_of(noun) is None:
        return ""
    return _LAWYER if any(word in low for word in _LAWYERS) else titles.stem(noun)
