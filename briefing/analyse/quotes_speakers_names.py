"""The names in the phrase of a speaker: which of them is its head, and who speaks together."""

from __future__ import annotations

from bisect import bisect_left

from briefing.analyse import items
from briefing.analyse.quotes_speakers_source import is_statement
from briefing.analyse.quotes_view import View
from briefing.german import reporting
from briefing.german.titles import title_of

_REACH = 40  # characters by which a name may begin before the words that are looked at
_LEAD = ("ART", "ADJA", "PDAT", "ADV", "PIAT", "$(", "APPRART")
_GENITIVE = ("der", "des", "eines", "einer", "dieser", "seiner", "ihrer", "seines", "ihres")
_COUNCIL = ("rat", "vorstand")  # Berliner Stadtrat: a person or a body
_MOST = 4  # names that speak together


class PhraseNames:
    """The names of the article in text order, looked up by words."""

    def __init__(self, view: View, names: list[items.NameItem]) -> None:
        self._view = view
        self.all = sorted(names, key=lambda n: n["start"])
        self._starts = [n["start"] for n in self.all]

    def between(self, first: int, last: int) -> list[items.NameItem]:
        """The names that touch the words `first` to `last` (half-open)."""
        start, end = self._view.span(first, last)
        at = bisect_left(self._starts, start - _REACH)
        found = []
        while at < len(self.all) and self.all[at]["start"] < end:
            if self.all[at]["end"] > start:
                found.append(self.all[at])
            at += 1
        return found

    def person(self, first: int, last: int) -> items.NameItem | None:
        """The person that is the head of the phrase, not one in an attribute of it."""
        view = self._view
        for name in self.between(first, last):
            if name["label"] != "PER":
                continue
            at = view.token_at(name["start"])
            if self.owns(name, last):
                continue
            between = range(first + 1, at)
            if any(
                view.tag[j].startswith("APPR")
                and view.text[at - 1] != ","
                and view.tag[at - 1] != "ADJA"  # der für den Spielbetrieb verantwortliche X
                and not self._closes_title(j, at)
                for j in between
            ):
                continue
            opened = [j for j in between if view.low[j] in _GENITIVE and not {",", "und"} & set(view.text[j:at])]
            if opened and title_of(view.text[at - 1]) is not None:
                continue
            if at > first and view.low[at - 1] in ("von", "vom", "für", "gegen", "um"):
                continue
            if any(view.low[j] in ("und", "sowie") and view.noun(j - 1) and at == j + 1 for j in between):
                return None
            if any(other["label"] == "ORG" and other is not name for other in self.between(max(first, at - 1), at)):
                return None  # die New York Times Biden: subject and object side by side
            return name
        return None

    def institution(self, first: int, last: int) -> items.NameItem | None:
        """A name without a noun before it: the institution or state itself speaks."""
        view = self._view
        for name in self.between(first, last):
            at = view.token_at(name["start"])
            if name["label"] == "ORG" and self._is_somebody_of(name, at):
                continue
            if self.owns(name, last):
                if name["label"] in ("ORG", "PER"):
                    return None
                continue
            lead = [
                j
                for j in range(first, at)
                if view.tag[j] not in _LEAD and view.text[j] not in ('"', "'", "„", "»") and not self._owner_at(j)
            ]
            if not lead:
                end = view.token_at(name["end"] - 1) + 1
                if end < last and view.tag[end] == "NN" and not view.bracketed[end] and view.quoted[end] < 0:
                    continue
                if end + 1 < last and view.quoted[end] >= 0 and view.quoted[end - 1] < 0:
                    continue  # die Wiener Zeitung „Der Standard“
                return name
            head = [j for j in lead if view.tag[j] == "NN"]
            if len(head) == len(lead) == 1 and name["label"] == "ORG" and head[0] == at - 1:
                return name  # die Zeitung X, das Unternehmen X
            return None
        return None

    def _is_somebody_of(self, name: items.NameItem, at: int) -> bool:
        """*der Münchner Gastronom*: a person by trade and town, which looks like the name of a body."""
        view = self._view
        last = view.token_at(name["end"] - 1)
        title = title_of(view.text[last])
        if title is None or title.number == "p" or last != at + 1 or view.low[last].endswith(_COUNCIL):
            return False
        town = view.tag[at] == "ADJA" and view.text[at].endswith("er")
        return (
            town and view.low[at - 1] in ("der", "die", "dem", "des") and not reporting.is_institution(view.text[last])
        )

    def in_genitive(self, name: items.NameItem) -> bool:
        """Whether the name is printed with an ending that its full form does not have."""
        printed = self._view.plain[name["start"] : name["end"]]
        return printed.endswith(("s", "’", "'")) and not name["name"].endswith(printed.split()[-1])

    def owns(self, name: items.NameItem, last: int) -> bool:
        """Whether the name is a genitive before the head of the phrase: *Peters Mutter*."""
        view = self._view
        after = view.token_at(name["end"] - 1) + 1
        if not self.in_genitive(name) or after >= last:
            return False
        return view.tag[after] in ("NN", "ADJA") or (view.tag[after] == "NE" and view.text[after][:1].isupper())

    def owner_of_statement(self, first: int, last: int) -> items.NameItem | None:
        """Whose statement the phrase is: *Meiers Einschätzung*; None for any other phrase."""
        view = self._view
        for name in self.between(first, first + 1):
            after = view.token_at(name["end"] - 1) + 1
            while after < last and view.tag[after] == "ADJA":
                after += 1
            if self.in_genitive(name) and after < last and is_statement(view.text[after]):
                return name
        return None

    def _owner_at(self, word: int) -> bool:
        """Whether the word is a genitive of a state before the name (*Brasiliens Gesundheitsagentur*)."""
        return any(n["label"] in ("STATE", "LOC") and self.in_genitive(n) for n in self.between(word, word + 1))

    def _closes_title(self, preposition: int, at: int) -> bool:
        """*der Sprecher für Wirtschaft Peter Meier*: after the attribute a name in apposition."""
        view = self._view
        return (
            view.tag[at - 1] == "NN"
            and preposition < at - 1
            and view.low[preposition] in ("für", "im", "in", "bei", "beim", "am", "an")
        )

    def together(self, name: items.NameItem, last: int) -> list[str]:
        """The names of those who speak together, from `name` on: *A (SPD) und B*; one if nobody joins."""
        found, current = [name["name"]], name
        while len(found) < _MOST:
            following = self._next(current, last)
            if following is None or following["name"] in found:
                break
            found.append(following["name"])
            current = following
        return found

    def _next(self, name: items.NameItem, last: int) -> items.NameItem | None:
        """The next member of a series of names of one kind."""
        view = self._view
        at = view.token_at(name["end"] - 1) + 1
        while at < last and view.bracketed[at]:
            at += 1
        if at + 1 >= last or view.low[at] not in ("und", "sowie"):
            return None
        begin = at + 1
        person = name["label"] == "PER"
        for other in self.between(begin, last):
            start = view.token_at(other["start"])
            if start < begin or (other["label"] == "PER") != person or other["label"] in ("LOC", "MISC"):
                return None
            lead = range(begin, start)
            if any(view.tag[j] not in ("ART", "ADJA", "NN") for j in lead):
                return None
            if any(view.tag[j] == "NN" and (not person or title_of(view.text[j]) is None) for j in lead):
                return None
            return None if self.owns(other, last) else other
        return None
