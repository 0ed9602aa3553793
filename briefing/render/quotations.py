"""The section of quotations: by speaker, every statement once with its printed variants."""

from __future__ import annotations

import difflib
import re
from typing import Any

from briefing.german.roles import without_article
from briefing.model import QuoteGroup, QuoteVariant, Span, Story
from briefing.render import typography
from briefing.render.context import Context

STATEMENTS, VARIANTS = 32, 2
SHARES = (5, 5, 4, 3, 3, 2, 2, 2)  # statements of the most quoted speakers
ALIKE = 0.5  # share of equal words from which differing words are worth marking
_SHORT = 10  # words
_ENOUGH, _LONG = 7, 45  # words with a capital that make a sentence of an interview tell enough; its longest in words
_FILLER = re.compile(r"(?:Ja|Nein|Nee|Schon|Na|Naja|Also|Und|Aber|Doch|Genau|Natürlich|Sicher|Klar|Schauen|Sehen)\b")
_BACK = re.compile(
    r"[„“\"‚»]?(?:Das|Dies\w*|Es (?!gibt|geht)|Er|Sie|Ihn|Ihm|Ihnen|Genau|Da|Dafür|Dagegen|Dazu|Damit|Daran|Davon|So|"
    r"Solche\w*)\b"
)


def quotes(story: Story, context: Context) -> dict[str, Any] | None:
    """Statements by speaker; speakers in the order of how many sources quote them."""
    by_speaker: dict[tuple[str, str], list[QuoteGroup]] = {}
    for group in story.quotes:
        speaker = group.speaker
        key = (speaker.actor or "", "" if speaker.actor else speaker.name) if speaker else ("", "")
        by_speaker.setdefault(key, []).append(group)
    ranked = sorted(
        by_speaker.items(), key=lambda item: (not item[0][0], item[0] == ("", ""), *_weight(item[1], context))
    )
    rooms = _rooms([len(groups) for _, groups in ranked])
    items = [_speaker(groups, room, context) for (_, groups), room in zip(ranked, rooms, strict=True) if room]
    if not items:
        return None
    shown = sum(rooms)
    missing = len(story.quotes) - shown
    several = [item for item in items if len(item["statements"]) > 1]
    single = [item for item in items if item not in several]
    return {
        "key": "quotes",
        "title": context.words["quotes"],
        "anchor": f"{context.anchor}-quotes",
        "html": "sections/quotes.html",
        "md": "sections/quotes.md",
        "entries": several,
        "single": single,
        "note": f"… und {missing} weitere, siehe JSON" if missing else "",
    }


def _rooms(counts: list[int]) -> list[int]:
    """How many statements of each speaker are shown: the most quoted get several, the others one."""
    rooms: list[int] = []
    left = STATEMENTS
    for index, count in enumerate(counts):
        share = SHARES[index] if index < len(SHARES) else 1
        rooms.append(min(count, share, left))
        left -= rooms[-1]
    return rooms


def _weight(groups: list[QuoteGroup], context: Context) -> tuple[int, int]:
    spans = [span for group in groups for variant in group.variants for span in variant.content]
    return (-len(context.sources_of(spans)), -len(groups))


def _speaker(groups: list[QuoteGroup], room: int, context: Context) -> dict[str, Any]:
    speaker = groups[0].speaker
    name = context.words["unknown_speaker"]
    if speaker is not None:
        name = context.actor_names.get(speaker.actor or "") or typography.spaced(speaker.name)
        name = typography.headed(name)
    order = sorted(
        range(len(groups)),
        key=lambda i: (
            -_sources(groups[i], context),
            _points_back(groups[i], context),
            groups[i].kind != "direct",
            -_substance(groups[i], context),
            i,
        ),
    )
    chosen = sorted(order[:room])
    return {
        "speaker": name,
        "role": _role(groups, context),
        "actor": f"{context.anchor}-{speaker.actor}" if speaker and speaker.actor in context.actor_names else "",
        "statements": [_statement(groups[index], context) for index in chosen],
        "note": f"{len(chosen)} von {len(groups)}" if len(groups) > len(chosen) else "",
    }


def _role(groups: list[QuoteGroup], context: Context) -> str:
    """The speaker's foremost function in the story, else the first printed with a statement, else nothing."""
    speakers = [group.speaker for group in groups if group.speaker]
    known = next((context.roles[s.actor] for s in speakers if s.actor in context.roles), "")
    return known or next((typography.spaced(without_article(s.role)) for s in speakers if s.role), "")


def _points_back(group: QuoteGroup, context: Context) -> bool:
    """Whether a short statement opens with a word whose meaning stands before it (*Das wäre eine große Hilfe*)."""
    text = context.text(*group.variants[0].content)
    return len(text.split()) < _SHORT and bool(_BACK.match(text))


def _substance(group: QuoteGroup, context: Context) -> int:
    """How much a sentence of an interview tells by itself: its nouns, names and numbers, up to enough.

    All sentences of the answers are quotations; other speech was chosen by whoever quoted it.
    """
    shown = group.variants[0]
    if shown.rule != "direct/turn":
        return _ENOUGH
    words = context.text(*shown.content).split()
    if len(words) > _LONG or _FILLER.match(words[0]):
        return 0
    return min(_ENOUGH, sum(word[:1].isupper() or word[:1].isdigit() for word in words[1:]))


def _sources(group: QuoteGroup, context: Context) -> int:
    return len(context.sources_of(span for variant in group.variants for span in variant.content))


def _statement(group: QuoteGroup, context: Context) -> dict[str, Any]:
    shown, *others = group.variants
    text = context.said(shown.kind, shown.content)
    same: list[Span] = list(shown.evidence or shown.content)
    forms: list[tuple[str, QuoteVariant]] = []
    for variant in others:
        form = context.said(variant.kind, variant.content)
        if _words(form) == _words(text) or any(_words(form) == _words(other) for other, _ in forms):
            same += variant.evidence or variant.content
        else:
            forms.append((form, variant))
    return {
        "anchor": f"{context.anchor}-{group.id}",
        "kind": context.words[shown.kind],
        "direct": shown.kind == "direct",
        "text": typography.shorten(text, 600) if shown.kind != "direct" else text,
        "opinion": shown.opinion,
        "references": context.cite(same),
        "variants": [
            {
                "kind": context.words[variant.kind],
                "direct": variant.kind == "direct",
                "parts": differences(text, form),
                "references": context.cite(variant.evidence or variant.content),
            }
            for form, variant in forms[:VARIANTS]
        ],
        "note": f"… und {len(forms) - VARIANTS} weitere, siehe JSON" if len(forms) > VARIANTS else "",
    }


def _words(text: str) -> list[str]:
    return [word.strip("„“‚‘.,;:!?…–—-").lower() for word in text.split()]


def differences(shown: str, other: str) -> list[dict[str, Any]]:
    """`other` in runs; `new` marks words that `shown` does not have in this place."""
    first, second = shown.split(), other.split()
    matcher = difflib.SequenceMatcher(None, _words(shown), _words(other), autojunk=False)
    if len(first) * len(second) > 40_000 or matcher.ratio() < ALIKE:
        return [{"text": other, "new": False}]
    parts: list[dict[str, Any]] = []
    for tag, _, _, start, end in matcher.get_opcodes():
        if start < end:
            words = " ".join(second[start:end])
            parts.append({"text": words, "new": tag != "equal" and any(_words(words))})
    return parts
