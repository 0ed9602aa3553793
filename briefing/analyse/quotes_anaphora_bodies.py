"""Which organisation its kind alone means: *das Ministerium*, *die Behörde*, *das Unternehmen*, *die Partei*."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analyse import items
from briefing.analyse.quotes_anaphora import Resolved
from briefing.analyse.quotes_view import View

# Bodies that are introduced with their name before they are called by their kind alone.
_BODIES = tuple(
    """ministerium amt behörde verband institut konzern gewerkschaft stiftung kommission gesellschaft bank agentur
    verein organisation kammer dienst rat klinik klinikum hochschule""".split()
)
# Kinds by which the only organisation named shortly before is called.
_GENERIC = frozenset(
    """partei unternehmen konzern firma behörde organisation verband gewerkschaft institut verein klub sender stiftung
    hersteller betreiber""".split()
)
_PARTIES = frozenset({"AfD", "CDU", "CSU", "SPD", "FDP", "Grüne", "Die Grünen", "Linke", "Die Linke", "Linkspartei"})
_NAMED, _PARTY_NAMED = 350, 700  # characters in which it is named


class Bodies:
    """The organisations of an article, and by which nouns they are called."""

    def __init__(self, view: View, names: Sequence[items.NameItem]) -> None:
        self._view = view
        self._bodies = [n for n in names if n["label"] == "ORG"]

    def meant(self, noun: str, word: int, *, alone: bool) -> Resolved | None:
        """The one organisation named before the word that the noun fits; None where there are several.

        It is named so (*Bundesamt*), printed with the noun (*die Gesundheitsbehörde CDC*), or, where the phrase is
        the noun `alone`, the only one named shortly before.
        """
        start, low = self._view.start[word], noun.lower()
        before = [n for n in self._bodies if n["start"] < start]
        found = {n["name"]: n for n in before if low.endswith(_BODIES) and _holds(n["name"], low)}
        found = found or {n["name"]: n for n in before if self._kind(n).endswith(low)}
        if not found and alone and low in _GENERIC:
            party = low == "partei"
            near = [n for n in before if n["start"] >= start - (_PARTY_NAMED if party else _NAMED)]
            found = {n["name"]: n for n in near if not party or n["name"] in _PARTIES}
        if len(found) != 1:
            return None
        (body,) = found.values()
        return Resolved([], body["name"], None, "ORG", body["gender"], body["number"])

    def _kind(self, name: items.NameItem) -> str:
        """The noun directly before the name: *die Gesundheitsbehörde CDC*; empty without one."""
        at = self._view.token_at(name["start"]) - 1
        return self._view.low[at] if at >= 0 and self._view.tag[at] == "NN" else ""


def _holds(name: str, noun: str) -> bool:
    return any(word.lower().endswith(noun) for word in name.split(" "))
