"""The functions of one person over all articles: inflected and shorter forms folded, the most informative first."""

from __future__ import annotations

import re

from briefing.aggregate.actors_local import Local
from briefing.german import persons, titles
from briefing.model import Role, Span

_ENDING = re.compile(r"(?<=\w{3})(?:ern|en|er|es|em|e|s|n)$")
_ARTICLES = frozenset("der die das dem den des ein eine einer eines einem einen".split())
# What alone says nothing of a person's function: massiger Mann, Kollegin, seine Ehefrau, auf seinen Kontrahenten.
_NO_ROLES = frozenset(
    """Mann Mannes Mensch Menschen Kollege Kollegen Kollegin Freund Freundin Frau Ehefrau Ehemann Ehemannes Witwe Vater
    Vaters Mutter Sohn Sohnes Tochter Bruder Bruders Schwester Onkel Tante Neffe Nichte Enkel Enkelin Nachbar Nachbarin
    Partner Partnerin Kontrahent Kontrahenten Kontrahentin Gegner Gegners Gegnerin Rivale Rivalen Rivalin Konkurrent
    Konkurrenten Konkurrentin Mitstreiter Mitstreiterin Gast Landsmann Landsmanns Senior Junior""".split()
)
_PAST = re.compile(r"^(?:(?:früher|ehemalig|einstig|vormalig|damalig)\w*|ex-.+)$")


def merge_roles(members: list[Local]) -> tuple[Role, ...]:
    """Roles with all their evidence. *russischen Präsidenten* and *russische Präsident* are one role; a role whose
    words all stand in a longer one (*Präsident*) is evidence for the longer."""
    printed: dict[tuple[str, ...], list[tuple[str, Span]]] = {}
    for local in members:
        for text, span in local.roles:
            key = _key(text)
            if text.split()[-1] in _NO_ROLES:
                continue
            if key and (text, span) not in printed.setdefault(key, []):
                printed[key].append((text, span))
    if any(not _is_affiliation(key) for key in printed):
        printed = {key: found for key, found in printed.items() if not _is_affiliation(key)}
    keys = sorted(printed, key=lambda key: (-_information(key), -len(printed[key]), key))
    shown: dict[tuple[str, ...], list[tuple[str, Span]]] = {}
    for key in keys:
        longer = next((other for other in shown if _within(key, other)), None)
        shown.setdefault(longer or key, []).extend(printed[key])
    past = [item for key in shown if _is_past(key) for item in shown[key]]
    former = _weight(past) > _weight([item for key in shown if not _is_past(key) for item in shown[key]])
    ordered = sorted(shown, key=lambda key: (_is_past(key) != former, -_weight(shown[key]), -_information(key), key))
    return tuple(_role(key, shown[key]) for key in ordered)


def _is_past(key: tuple[str, ...]) -> bool:
    """Whether it is a function somebody bore before (*frühere Managerin*, *Ex-Minister*)."""
    return _PAST.match(key[0]) is not None or (key[0] == "ex" and len(key) > 1)


def _is_affiliation(key: tuple[str, ...]) -> bool:
    """Whether only a party or a house is told (*CDU*, *von der Universität Musterstadt*)."""
    return key[0] in ("von", "vom") or persons.is_party(" ".join(key))


def _key(text: str) -> tuple[str, ...]:
    words = (word for word in re.split(r"[\s\-]+", text.lower()) if word not in _ARTICLES)
    return tuple(_ENDING.sub("", word.strip("\"'„“”‚‘,")) for word in words if any(char.isalpha() for char in word))


def _information(key: tuple[str, ...]) -> int:
    """Words that say more than the bare office."""
    return min(len(key), 6)


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether all words of `short` stand in `long` (the office itself, *Präsident*, as the end of a compound too)."""
    if short == long:
        return True
    return len(short) < len(long) and all(
        any(word == other or (len(word) > 4 and other.endswith(word)) for other in long) for word in short
    )


def _weight(printed: list[tuple[str, Span]]) -> int:
    return len({span.article for _, span in printed})


def _role(key: tuple[str, ...], printed: list[tuple[str, Span]]) -> Role:
    own = [text for text, _ in printed if _key(text) == key]
    count = {text: own.count(text) for text in own}
    text = min(count, key=lambda form: (_inflected(form), -count[form], form))
    spans = sorted({span for _, span in printed})
    return Role(role=text, evidence=tuple(spans))


def _inflected(form: str) -> int:
    """0 for a form that can be a nominative, more the surer it is none."""
    words = form.split()
    head = next((word for word in words if titles.title_of(word) is not None), words[-1])
    adjectives = words[: words.index(head)]
    oblique = sum(word.islower() and word.endswith(("en", "em", "es")) for word in adjectives)
    return oblique + (titles.nominative(head) != head)
