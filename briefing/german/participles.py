"""The perfect participle of a verb: *beisteuern → beigesteuert, abschreiben → abgeschrieben*."""

from __future__ import annotations

import re

from briefing.german.words import load

_STRONG: dict[str, str] = load("participles")["strong"]
_SEPARABLE: tuple[str, ...] = tuple(load("participles")["prefixes"]["separable"])
_INSEPARABLE: tuple[str, ...] = tuple(load("participles")["prefixes"]["inseparable"])
_SHORTEST = 5  # letters of a weak verb behind a prefix: *ernten* and *beten* have none
_HARD = re.compile(r"(?:[td]|(?:ch|[^aeiouäöülrhnm])[nm])$")  # before -et: gerechnet, gearbeitet


def participle(lemma: str) -> str | None:
    """The perfect participle of the infinitive `lemma` (lower case); None for what has no form of an infinitive."""
    if not lemma.isalpha() or not lemma.endswith(("en", "eln", "ern", "tun", "sein")):
        return None
    if lemma in _STRONG:
        return _STRONG[lemma]
    for prefix in _SEPARABLE:
        rest = lemma.removeprefix(prefix)
        if rest.startswith("zu") and _is_verb(rest[2:]):  # einzuwerben
            rest = rest[2:]
        if rest != lemma and _is_verb(rest):
            inner = participle(rest)
            return None if inner is None else prefix + inner
    for prefix in _INSEPARABLE:
        rest = lemma.removeprefix(prefix)
        if rest != lemma and _is_verb(rest):
            return prefix + (_STRONG[rest].removeprefix("ge") if rest in _STRONG else _weak(rest, ""))
    return _weak(lemma, "" if lemma.endswith("ieren") else "ge")


def _is_verb(rest: str) -> bool:
    return rest in _STRONG or (len(rest) >= _SHORTEST and rest.endswith(("en", "eln", "ern")))


def _weak(lemma: str, ge: str) -> str:
    stem = lemma[:-1] if lemma.endswith(("eln", "ern")) else lemma[:-2]
    return f"{ge}{stem}{'et' if _HARD.search(stem) else 't'}"
