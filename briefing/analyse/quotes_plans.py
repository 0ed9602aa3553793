"""Plans: *X plant, Tausende Soldaten zu entsenden* tells what somebody means to do, not what was said."""

from __future__ import annotations

from briefing.analyse.quotes_draft import Draft
from briefing.analyse.quotes_mood import mood
from briefing.analyse.quotes_view import View

_PLANS = frozenset({"planen", "beabsichtigen", "vorhaben", "vornehmen", "weigern"})


def plans_as_acts(view: View, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with infinitives that hang on a verb of planning as reported acts: the frame is a part of them."""
    return [_act(view, draft) if _is_plan(view, draft) else draft for draft in drafts]


def _is_plan(view: View, draft: Draft) -> bool:
    if draft.rule != "indirect/infinitive" or draft.cue_of is None or draft.speaker is None or not draft.frame:
        return False
    if mood(view, view.clauses[draft.cue_of.clause]):
        return False  # told by somebody: die Leute hätten sich geweigert, …
    return draft.cue_of.lemma in _PLANS and draft.frame[0][1] == draft.content[0][0]


def _act(view: View, draft: Draft) -> Draft:
    start, end = draft.frame[0][0], draft.content[-1][1]
    if end + 1 == view.sentences[view.sentence[end - 1]][1]:
        end += 1  # the full stop
    return Draft("reported", [(start, end)], draft.speaker, rule="reported/plan", cue_of=draft.cue_of)
