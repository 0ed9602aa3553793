"""Who speaks: from the noun phrase at the reporting verb to the full name, or the phrase as printed.

Precision first: a pronoun or a bare title is resolved only to somebody who fits in gender, number and
title and was named or quoted shortly before; otherwise the printed words stay.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from briefing.analyse import items
from briefing.analyse.quotes_anaphora import FAR, Discourse, Resolved
from briefing.analyse.quotes_indirect import Draft
from briefing.analyse.quotes_mood import mood
from briefing.analyse.quotes_phrases import Phrase
from briefing.analyse.quotes_print import nominative
from briefing.analyse.quotes_view import View
from briefing.analyse.terms import Terms
from briefing.german import reporting
from briefing.german.titles import title_of

_HE = frozenset({"er", "dieser", "ihm", "seiner", "seinen", "seinem", "seines", "ihn"})
_SHE = frozenset({"sie", "diese", "ihrer", "ihren", "ihrem", "ihres", "jene"})

_NOBODY = Resolved([], None, None)


class Speakers:
    """Resolves the speakers of the quotations of one article, in text order."""

    def __init__(self, view: View, names: list[items.NameItem], drafts: Sequence[Draft] = ()) -> None:
        self._view = view
        self._names = sorted(names, key=lambda n: n["start"])
        self._starts = [n["start"] for n in self._names]
        self._cache: dict[tuple[int, int], Resolved] = {}
        self._discourse = Discourse(view, self._names, _told(drafts))
        self._terms = Terms(view.doc)

    def terms(self, draft: Draft) -> list[str]:
        """Content terms of the quotation."""
        found: list[str] = []
        for first, last in draft.content:
            found += self._terms.of(*self._view.span(first, last))
        return found

    def resolve(self, draft: Draft) -> Resolved:
        """The speaker of a draft; drafts must come in text order."""
        at = draft.content[0][0]
        resolved = self._resolve(draft, at)
        if resolved.name:
            self._discourse.said(at, resolved)
        return resolved

    def _resolve(self, draft: Draft, at: int) -> Resolved:
        if draft.speaker_of == "last" or draft.speaker is None:
            # demnach, and words in marks inside a sentence: what was said just before
            judged = draft.rule == "direct/judged"
            told = judged and not mood(self._view, self._view.clauses[self._view.clause_at[at]])
            far = 1 if told or draft.rule.startswith("source/") else FAR
            last = self._discourse.last(at, far) if draft.speaker_of == "last" else None
            if last and judged and self._discourse.names_another(last, at):
                last = None
            if draft.speaker is not None:
                own = self._view.span(draft.speaker.first, draft.speaker.last)
                return (last or _NOBODY)._replace(spans=[own])
            return last or _NOBODY
        key = (draft.speaker.first, draft.speaker.last)
        if key not in self._cache:
            self._cache[key] = self._phrase(draft.speaker, draft)
        return self._cache[key]

    # ── noun phrases ────────────────────────────────────────────────────────────────────────────

    def _phrase(self, phrase: Phrase, draft: Draft) -> Resolved:
        view = self._view
        first, last = phrase.first, phrase.last
        while last > first + 1 and view.text[last - 1] in (",", "–", "-"):
            last -= 1
        spans = [view.span(first, last)]
        inner = self._inside_statement(first, last)
        if inner is None:
            return self._possessive(first, last, spans)
        low = view.low[inner]
        if (
            inner == last - 1
            and (view.tag[inner] in ("PPER", "PDS", "PRELS") or low in _HE | _SHE)
            and low not in ("man", "es")
        ):
            return self._pronoun(inner, spans)
        person = self._person_in(inner, last)
        if person:
            return self._named(person, spans, inner)
        other = self._head_name(inner, last)
        if other:
            return Resolved(spans, other["name"], None, other["label"], other["gender"], other["number"])
        if view.quoted[inner] >= 0 and view.quoted[last - 1] == view.quoted[inner]:
            return Resolved(spans, None, None)  # words in marks that are no name speak for nobody
        known = self._discourse.titled(inner, last)
        if known:
            return known._replace(spans=spans, role=None)
        return Resolved(spans, self._printed(inner, last), None, "", self._gender(inner), self._number(inner))

    def _inside_statement(self, first: int, last: int) -> int | None:
        """Where the source begins in *Angaben der Polizei*; None for *eigenen Angaben*, *seiner Meinung*."""
        view = self._view
        nouns = reporting.nouns("statement")
        at = first
        while at < last and view.tag[at] in ("ADJA", "PPOSAT", "ART", "PIAT", "CARD", "PDAT"):
            at += 1
        if at >= last or view.text[at] not in nouns:
            return first
        rest = at + 1
        if rest < last and view.low[rest] in (
            "der",
            "des",
            "von",
            "vom",
            "eines",
            "einer",
            "aus",
            "dieser",
            "seines",
            "seiner",
            "ihrer",
            "ihres",
        ):
            return rest + 1 if view.low[rest] in ("von", "vom", "aus") else rest
        if rest < last and (view.tag[rest] == "NE" or view.quoted[rest] >= 0):
            return rest
        if any(view.low[j] in ("eigenen", "eigener", "eigene") or view.tag[j] == "PPOSAT" for j in range(first, at)):
            return None
        return first

    def _possessive(self, first: int, last: int, spans: list[list[int]]) -> Resolved:
        low = self._view.low[first]
        found: Resolved | None = None
        if any(self._view.low[j].startswith("eigen") for j in range(first, last)):
            found = self._discourse.subject_in(self._view.sentence[first]) or self._acting_in(
                self._view.sentence[first]
            )
        elif low.startswith(("sein", "ihr")):
            found = self._discourse.pronoun(first, "m" if low.startswith("sein") else "f", plural=False)
        return (found or _NOBODY)._replace(spans=spans)

    def _acting_in(self, sentence: int) -> Resolved | None:
        first, last = self._view.sentences[sentence]
        acting = [n for n in self._names_between(first, last) if n["acts"] and n["label"] in ("ORG", "STATE", "PER")]
        if len({n["name"] for n in acting}) != 1:
            return None
        return Resolved([], acting[0]["name"], None, acting[0]["label"], acting[0]["gender"], acting[0]["number"])

    def _names_between(self, first: int, last: int) -> list[items.NameItem]:
        start, end = self._view.span(first, last)
        at = bisect_left(self._starts, start - 40)
        found = []
        while at < len(self._names) and self._names[at]["start"] < end:
            if self._names[at]["end"] > start:
                found.append(self._names[at])
            at += 1
        return found

    def _person_in(self, first: int, last: int) -> items.NameItem | None:
        """The person that is the head of the phrase, not one in an attribute of it."""
        view = self._view
        for name in self._names_between(first, last):
            if name["label"] != "PER":
                continue
            at = view.token_at(name["start"])
            if self._owns(name, last):
                continue
            between = range(first + 1, at)
            if any(
                view.tag[j].startswith("APPR") and view.text[at - 1] != "," and not self._closes_title(j, at)
                for j in between
            ):
                continue
            opened = [
                j
                for j in between
                if view.low[j] in ("der", "des", "eines", "einer", "dieser", "seiner", "ihrer", "seines", "ihres")
                and "," not in view.text[j:at]
            ]
            if opened and self._title_noun(at - 1):
                continue
            if at > first and view.low[at - 1] in ("von", "vom", "für", "gegen", "um"):
                continue
            if any(view.low[j] in ("und", "sowie") and view.noun(j - 1) and at == j + 1 for j in between):
                return None
            return name
        return None

    def _in_genitive(self, name: items.NameItem) -> bool:
        printed = self._view.plain[name["start"] : name["end"]]
        return printed.endswith(("s", "’", "'")) and not name["name"].endswith(printed.split()[-1])

    def _owns(self, name: items.NameItem, last: int) -> bool:
        """Whether the name is a genitive before the head of the phrase: *Peters Mutter*."""
        view = self._view
        after = view.token_at(name["end"] - 1) + 1
        return self._in_genitive(name) and after < last and view.tag[after] in ("NN", "ADJA")

    def _closes_title(self, preposition: int, at: int) -> bool:
        """*der Sprecher für Wirtschaft Peter Meier*: after the attribute a name in apposition."""
        view = self._view
        return (
            view.tag[at - 1] == "NN"
            and preposition < at - 1
            and view.low[preposition] in ("für", "im", "in", "bei", "beim", "am", "an")
        )

    def _title_noun(self, at: int) -> bool:
        return title_of(self._view.text[at]) is not None

    def _head_name(self, first: int, last: int) -> items.NameItem | None:
        """A name without a noun before it: the institution or state itself speaks."""
        view = self._view
        for name in self._names_between(first, last):
            at = view.token_at(name["start"])
            if self._owns(name, last):
                return None
            lead = [
                j
                for j in range(first, at)
                if view.tag[j] not in ("ART", "ADJA", "PDAT", "ADV", "PIAT", "$(", "APPRART")
                and view.text[j] not in ('"', "'", "„", "»")
            ]
            if not lead:
                end = view.token_at(name["end"] - 1) + 1
                if end < last and view.tag[end] == "NN" and not view.bracketed[end] and view.quoted[end] < 0:
                    continue
                return name
            head = [j for j in lead if view.tag[j] == "NN"]
            if len(head) == len(lead) == 1 and name["label"] == "ORG" and head[0] == at - 1:
                return name  # die Zeitung X, das Unternehmen X
            return None
        return None

    def _named(self, name: items.NameItem, spans: list[list[int]], first: int) -> Resolved:
        role = name["role"]
        start = self._view.start[first]
        if role is not None and not (spans[0][0] <= role[0] and role[1] <= spans[0][1]):
            role = None
        if role is None and not self._in_genitive(name):
            at = self._view.token_at(name["start"])
            j = first
            while j < at and self._view.tag[j] in ("ART", "PIAT", "PDAT"):
                j += 1
            if j < at and any(self._view.noun(i) for i in range(j, at)):
                role = [max(start, self._view.start[j]), self._view.end[at - 1]]
        return Resolved(spans, name["name"], role, "PER", name["gender"], name["number"])

    def _printed(self, first: int, last: int) -> str | None:
        """The noun phrase as printed, without an apposition behind a comma."""
        view = self._view
        end = first
        while end < last and view.text[end] != ",":
            end += 1
        text = nominative(view, first, end)
        if end == first + 1 and view.text[first] in reporting.nouns("statement") - {"Augenzeugen", "Zeugen"}:
            return None
        return None if text.lower() in ("man", "es", "wer", "was", "das", "dies") else text

    def _gender(self, first: int) -> str:
        view = self._view
        for j in range(first, min(first + 4, len(view.low))):
            if view.tag[j] == "NN":
                low = view.low[j]
                if low.endswith("in") and not low.endswith(("ein", "termin")):
                    return "f"
                tags = view.doc[view.index[j]].morph.get("Gender", [])
                return {"Masc": "m", "Fem": "f"}.get(tags[0], "") if tags else ""
        return ""

    def _number(self, first: int) -> str:
        view = self._view
        for j in range(first, min(first + 4, len(view.low))):
            if view.tag[j] == "NN":
                tags = view.doc[view.index[j]].morph.get("Number", [])
                return "p" if tags and tags[0] == "Plur" else "s"
        return "s"

    def _pronoun(self, at: int, spans: list[list[int]]) -> Resolved:
        view = self._view
        low = view.low[at]
        found: Resolved | None = None
        if view.tag[at] == "PRELS":
            found = self._antecedent(at)
        elif low in _HE:
            found = self._discourse.pronoun(at, "m", plural=False)
        elif low in _SHE:
            found = self._discourse.pronoun(at, "f", plural=self._is_plural(at))
        return found._replace(spans=spans, role=None) if found else Resolved(spans, None, None)

    def _is_plural(self, at: int) -> bool:
        view = self._view
        clause = view.clauses[view.clause_at[at]] if view.clause_at[at] >= 0 else None
        if clause is None or clause.finite < 0:
            return False
        tags = view.doc[view.index[clause.finite]].morph.get("Number", [])
        if tags:
            return bool(tags[0] == "Plur")
        return view.low[clause.finite].endswith(("en", "ind"))

    def _antecedent(self, at: int) -> Resolved | None:
        """The noun or name directly before a relative pronoun."""
        view = self._view
        before = at - 1
        while before >= 0 and (
            not view.text[before][:1].isalnum() or view.tag[before].startswith("APPR") or view.bracketed[before]
        ):
            before -= 1
        if before < 0:
            return None
        for name in self._names_between(before, before + 1):
            return Resolved([], name["name"], None, name["label"], name["gender"], name["number"])
        start = before
        while (
            start > 0
            and view.tag[start - 1] in ("ADJA", "ART", "NN", "CARD", "PIAT")
            and (view.clause_at[start - 1] == view.clause_at[before])
        ):
            start -= 1
        return Resolved([], self._printed(start, before + 1), None) if view.noun(before) else None


def _told(drafts: Sequence[Draft]) -> list[tuple[int, int]]:
    """The contents of quotations that somebody utters; what is only attributed to a source tells of its people."""
    spoken = (d for d in drafts if d.kind != "reported" and not d.rule.startswith("source/"))
    return [part for draft in spoken for part in draft.content]
