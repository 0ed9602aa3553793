"""Tense of the clause around a time expression, told from verb forms alone: past, future, present, or unknown."""

from __future__ import annotations

from briefing.german.dates_forms import DATA
from briefing.german.numerals_tokens import Tokens

_TENSE = DATA["tense"]
_PAST, _FUTURE = frozenset(_TENSE["past"]), frozenset(_TENSE["future"])
_PERFECT, _REPORTS = frozenset(_TENSE["perfect"]), frozenset(_TENSE["reports"])
_MONTHS = frozenset(DATA["months"])
_AT_LATEST = frozenset({"spätestens", "frühestens", "voraussichtlich"})  # to come where no verb tells else
_UNREAL = frozenset({"hätte", "hätten"})  # *hätte am Samstag genutzt werden sollen*
_WINDOW = 40  # tokens on either side in which verbs are looked for
_CLAUSE = frozenset({",", ";", ":", "–", "(", ")", '"', "„", "“", "»", "«"})


def tense_at(tokens: Tokens, first: int, last: int) -> tuple[str, str]:
    """Tense around tokens `first` to `last`: past, future, present, open (*sollten*: to come, then or
    now), or "" where no verb tells; and of its clause only.

    The clause (between commas) decides if it has a finite verb form that tells, else the sentence does.
    """
    clause, sentence = _around(tokens, first, last)
    own = _told(clause)
    if own:
        return own, own
    told = _told(sentence)
    reported = any(low in _REPORTS for _, low in sentence)
    return (_present(sentence) if not told or (told in ("future", "open") and reported) else told), ""


def _told(words: list[tuple[int, str]]) -> str:
    """past or future by the nearest form that tells; a participle beside *hat, ist* is past, *sollten* is open."""
    if any(low in _UNREAL for _, low in words):
        return "past"
    past = future = None
    modal = ""
    perfect = participle = False
    for distance, low in words:
        if low in _PAST or _preterite(low):
            past = distance if past is None else past
        elif low in _FUTURE:
            future, modal = (distance, low) if future is None else (future, modal)
        elif low in _PERFECT:
            perfect = True
        elif _participle(low):
            participle = True
    if past is not None and (future is None or past <= future):
        return "past"
    if future is not None:
        return "past" if perfect and participle and past is None and future > 12 else _ahead(modal)
    if perfect and participle:
        return "past"
    return "future" if any(low in _AT_LATEST for _, low in words) else ""


def _ahead(modal: str) -> str:
    return "open" if modal in ("sollten", "wollten") else "future"


def _present(words: list[tuple[int, str]]) -> str:
    return "" if not words or any(low in _REPORTS for _, low in words) else "present"


def _participle(low: str) -> bool:
    prefixed = low.startswith(("ge", "ver", "be", "er", "ent", "zer")) or "ge" in low[2:6]
    return len(low) > 5 and low.endswith(("t", "en")) and prefixed


_NO_PRETERITE = frozenset({
    "heute", "heutigen", "rechten", "letzten", "ersten", "nächsten", "zweiten", "dritten", "vierten", "fünften",
    "sechsten",
    "siebten", "zehnten", "seiten", "leute", "experten", "sollten", "könnten", "müssten", "dürften", "beste", "besten",
    "erste", "letzte", "nächste", "zweite", "dritte", "weite", "weiten", "zeiten", "kosten", "arbeiten", "halten",
    "warten", "bieten", "leisten", "starten", "treten", "bitten", "bedeuten", "gelten", "rechte", "alten", "guten",
    "könnte", "sollte", "müsste", "dürfte", "möchte", "möchten", "wollten", "konkrete", "konkreten", "bereiten",
    "erhalten", "enthalten", "verhalten", "behalten", "auftreten", "vertreten", "anbieten", "weitesten", "meisten",
    "neuesten", "größten", "höchsten", "gesamte", "gesamten", "bekannte", "bekannten", "geplante", "geplanten",
})  # fmt: skip


def _preterite(low: str) -> bool:
    """Forms of regular preterites (*sagte, mussten*); superlatives and other words in -te, -ten are no verbs."""
    if len(low) < 5 or not low.endswith(("te", "ten")) or low in _NO_PRETERITE or low.startswith("ge"):
        return False
    return not low.endswith(("ste", "sten")) or low.endswith(("sste", "ssten", "istete", "isteten"))


def _around(tokens: Tokens, first: int, last: int) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """Lower-case words of the clause and of the sentence around the match with their distance, nearest first."""
    clause: list[tuple[int, str]] = []
    sentence: list[tuple[int, str]] = []
    for step, start in ((-1, first - 1), (1, last)):
        k, inside = start, True
        while 0 <= k < len(tokens) and abs(k - start) < _WINDOW:
            token = tokens[k]
            if _ends(tokens, k) or not tokens.joined(k if step > 0 else k + 1):
                break
            inside = inside and token.text not in _CLAUSE
            opens = not tokens.joined(k) or tokens.at(k - 1).text in '.!?:„"'
            if token.word and (token.text[0].islower() or opens) and not _passive(tokens, k):
                sentence.append((abs(k - start), token.low))
                if inside:
                    clause.append((abs(k - start), token.low))
            k += step
    return sorted(clause), sorted(sentence)


def _passive(tokens: Tokens, k: int) -> bool:
    """A participle that a preterite looks like (*beraten und entschieden werden soll*)."""
    ahead = k + 3 if tokens.at(k + 1).low == "und" else k + 1
    return tokens.at(k).low.endswith("en") and tokens.at(ahead).low == "werden"


def _ends(tokens: Tokens, k: int) -> bool:
    """Whether token `k` ends the sentence; not within figures and before a month (*22.45 Uhr, 3. Mai*)."""
    if tokens.at(k).text not in (".", "!", "?"):
        return False
    return not (tokens.at(k - 1).digits and (tokens.at(k + 1).glued or tokens.at(k + 1).low in _MONTHS))
