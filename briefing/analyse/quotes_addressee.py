"""Who is spoken to: *gegenüber X*, the dative of a verb of telling, the accusative of one of asking."""

from __future__ import annotations

from briefing.analyse.quotes_cues import Cue
from briefing.analyse.quotes_phrases import Phrase, phrases_in
from briefing.analyse.quotes_view import View

Range = tuple[int, int]


def addressee_of(view: View, cue: Cue, speaker: Phrase | None) -> Range | None:
    """Who is spoken to: *gegenüber X*, *zu X*, or the dative object of a verb of telling."""
    clause = view.clauses[cue.clause]
    for phrase in phrases_in(view, clause.start, clause.end, clause.finite):
        if speaker and phrase.first < speaker.last and speaker.first < phrase.last:
            continue
        low = view.low[phrase.first]
        if phrase.preposition >= 0:
            if view.low[phrase.preposition] == "gegenüber":
                return phrase.first, phrase.last
            continue
        dative = low in ("dem", "den", "der", "einem", "einer", "ihm", "ihnen", "ihr") and view.doc[
            view.index[phrase.first]
        ].morph.get("Case", []) == ["Dat"]
        if dative and cue.lemma in _TELL and phrase.first > cue.head and view.noun(phrase.head):
            return phrase.first, phrase.last
        accusative = low in ("den", "die", "das", "einen", "eine", "ihn", "sie") and cue.lemma in _ASK
        if (
            accusative
            and not cue.passive
            and phrase.first > clause.finite
            and speaker
            and phrase.first != speaker.first
        ):
            return phrase.first, phrase.last
        if (
            cue.passive
            and cue.lemma in _ASK | {"vorwerfen"}
            and phrase.preposition < 0
            and phrase.last <= clause.finite
        ):
            return phrase.first, phrase.last
    return None


_TELL = frozenset(
    """sagen mitteilen berichten erzählen erklären bestätigen vorwerfen raten empfehlen versichern vorhalten drohen
    zusagen zusichern versprechen unterstellen nachsagen antworten entgegnen schreiben vorschlagen verraten""".split()
)


_ASK = frozenset(
    """auffordern bitten ermahnen beschuldigen bezichtigen anklagen drängen anweisen beauftragen aufrufen warnen
    ersuchen""".split()
)
