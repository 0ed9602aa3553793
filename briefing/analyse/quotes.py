"""Quotations: direct, indirect, free indirect and reported speech with speaker, cue, frame and addressee."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from briefing.analyse import items
from briefing.analyse.quotes_blocks import find_answers, find_blocks
from briefing.analyse.quotes_cues import find_cues
from briefing.analyse.quotes_direct import find_direct
from briefing.analyse.quotes_indirect import Draft, find_indirect
from briefing.analyse.quotes_judge import keep
from briefing.analyse.quotes_nominal import find_nominal
from briefing.analyse.quotes_onward import find_onward
from briefing.analyse.quotes_plans import plans_as_acts
from briefing.analyse.quotes_relayed import name_quoted
from briefing.analyse.quotes_runs import find_reported, find_runs
from briefing.analyse.quotes_sources import find_sources
from briefing.analyse.quotes_speakers import Speakers
from briefing.analyse.quotes_speakers_turns import Turns
from briefing.analyse.quotes_trim import trim_sources
from briefing.analyse.quotes_view import View, view_of
from briefing.analyse.quotes_views import find_views, goes_on_told, name_stances

Select = Callable[[View, list[Draft]], list[Draft]]


def find_quotes(doc: Doc) -> Doc:
    """Write the quotations of a document to `items.QUOTES`, in the order of their beginnings.

    Needs the names (`items.NAMES`) for full names of speakers; without them noun phrases stand in.
    """
    view = view_of(doc)
    drafts = in_turn(view, find_drafts(view)) if view.text else []
    drafts = [d for d in drafts if view.blocks[view.sentence[d.content[0][0]]] not in ("boilerplate", "dateline")]
    speakers = Speakers(view, items.read(doc, items.NAMES), drafts)
    items.write(doc, items.QUOTES, [_item(view, draft, speakers) for draft in drafts])
    return doc


def in_turn(view: View, drafts: list[Draft]) -> list[Draft]:
    """In an interview the answers as direct speech instead of what is reported in them; nothing of the questions."""
    turns = Turns(view, items.read(view.doc, items.NAMES))
    if not turns.turns:
        return drafts
    outside = [d for d in drafts if not turns.inside(d.content[0][0])]
    unnamed = {turn.first for turn in turns.turns if turn.name is None and not turn.asks}
    unknown = [d for d in drafts if (turn := turns.at(d.content[0][0])) is not None and turn.first in unnamed]
    return sorted([*outside, *unknown, *find_answers(view, turns)], key=_order)


def find_drafts(view: View, select: Select = keep) -> list[Draft]:
    """All quotations of the view in words, in text order.

    `select` decides at each step which candidates stay: indirect speech first, as direct speech may
    stand inside it; then direct speech, acts, and what goes on without a frame.
    """
    cues, views = find_cues(view), find_cues(view, "view")
    drafts = name_quoted(view, cues, [*find_indirect(view, cues), *find_sources(view)])
    drafts = trim_sources(view, drafts)
    drafts = sorted([*drafts, *find_nominal(view, drafts)], key=_order)
    drafts = plans_as_acts(view, select(view, drafts))
    blocks = find_blocks(view, cues)
    blocked = {i for block in blocks for a, b in block.content for i in range(a, b)}
    drafts = [d for d in drafts if d.content[0][0] not in blocked]
    direct = [*blocks, *select(view, find_direct(view, cues, drafts, views))]
    spoken = {i for d in direct if not d.rule.startswith("direct/inside") for a, b in d.content for i in range(a, b)}
    drafts = sorted([*(d for d in drafts if not _is_only_direct(view, d, spoken)), *direct], key=_order)
    seen = find_views(view, views, drafts)
    told = {i for d in seen for a, b in d.content for i in range(a, b)}
    acts = [*(d for d in find_reported(view, cues, drafts) if d.content[0][0] not in told), *seen]
    opening = [d for d in acts if d not in seen or not goes_on_told(view, d)]
    free = select(view, find_runs(view, sorted([*drafts, *opening], key=_order)))
    free = sorted([*free, *find_onward(view, sorted([*drafts, *acts, *free], key=_order))], key=_order)
    reported = name_stances(view, select(view, acts))
    if free:  # words in marks inside them have their speaker
        framed = {d.content[0] for d in direct if d.rule not in ("direct/judged", "direct/clause", "direct/act")}
        inside = [d for d in find_direct(view, cues, free) if d.rule.startswith("direct/inside")]
        late = select(view, [d for d in inside if d.content[0] not in framed])
        taken = {d.content[0] for d in late}
        drafts = [*(d for d in drafts if d.content[0] not in taken or d.kind != "direct"), *late]
    return sorted([*drafts, *reported, *free], key=_order)


def _order(draft: Draft) -> tuple[int, int]:
    return draft.content[0][0], -draft.content[-1][1]


def _is_only_direct(view: View, draft: Draft, spoken: set[int]) -> bool:
    """Whether the content of an indirect draft is just words of direct quotations (and punctuation)."""
    return all(i in spoken for a, b in draft.content for i in range(a, b) if view.text[i][:1].isalnum())


def _item(view: View, draft: Draft, speakers: Speakers) -> items.QuoteItem:
    resolved = speakers.resolve(draft)
    content = [view.span(a, b) for a, b in draft.content]
    return {
        "kind": draft.kind,
        "content": content,
        "speaker": resolved.spans,
        "speaker_name": resolved.name,
        "speaker_role": resolved.role,
        "cue": [view.span(i, i + 1) for i in draft.cue],
        "frame": [view.span(a, b) for a, b in draft.frame if b > a],
        "addressee": [view.span(*draft.addressee)] if draft.addressee else [],
        "terms": speakers.terms(draft),
        "rule": draft.rule,
    }
