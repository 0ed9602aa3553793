"""Words around a number that open or blur it: *mindestens, bis zu, rund, knapp, oder mehr*."""

from __future__ import annotations

from typing import cast

from briefing.german import words
from briefing.german.numerals_tokens import Tokens
from briefing.model import Bound

_DATA = words.load("numerals")
_LONGEST = 4  # words of a bound phrase


def _table(section: str) -> dict[tuple[str, ...], Bound]:
    found: dict[tuple[str, ...], Bound] = {}
    for bound, phrases in _DATA[section].items():
        for phrase in phrases:
            parts = phrase.replace(".", " .").split()
            found[tuple(parts)] = cast(Bound, bound)
    return found


_BEFORE, _AFTER = _table("bounds"), _table("after")
_FILLERS = frozenset(_DATA["fillers"]["words"])
# Where two bounds meet, the one that excludes more says it: "mehr als rund 100", "bis zu etwa 50".
_RANK = {"exact": 0, "about": 1, "range": 1, "at most": 2, "at least": 2, "less than": 3, "more than": 3}
_ABOUT_UEBER = frozenset({
    "bericht", "berichte", "berichtet", "berichteten", "berichtete", "sprach", "sprachen", "spricht", "sprechen",
    "diskutiert", "entscheidet", "entscheiden", "abgestimmt", "verhandelt", "beraten", "verfügt", "verfügen",
    "verfügte", "verfügten", "informiert", "freut", "freuen", "herrscht", "stimmt", "stimmen",
})  # fmt: skip

# These ask for *über* wherever in the clause they stand.
_DISPOSE = frozenset(
    "verfügen verfügt verfüge verfügte verfügten verfügend herrschen herrscht herrschte herrschten gebieten".split()
)
_CLAUSE = 9  # tokens on each side in which they stand

# What is made out for a sum, said with *über*; also as the last part of a compound.
_AMOUNTS = (
    "scheck", "schecks", "kredit", "kredite", "krediten", "vertrag", "verträge", "vertrags", "auftrag", "aufträge",
    "aufträgen", "rechnung", "rechnungen", "darlehen", "bürgschaft", "bürgschaften", "anleihe", "anleihen", "bescheid",
    "bescheide", "gutschein", "gutscheine", "quittung", "überweisung", "police", "hypothek", "schuldschein", "bußgeld",
    "strafbefehl", "vereinbarung", "wechsel", "kreditlinie", "kreditrahmen", "abkommen", "spendenscheck", "zusage",
    "zusagen", "bestellung", "bestellungen", "kaufvertrag", "lieferung", "garantie", "garantien", "programm", "paket",
    "hilfspaket", "finanzierung", "investition", "investitionen", "deal", "order", "bestleistung",
    "fonds", "prämie", "kartellstrafe", "geldstrafe", "diskussion", "debatte", "abstimmung", "kontrolle",
)  # fmt: skip


def _single(tokens: Tokens, i: int) -> tuple[int, Bound] | None:
    """The longest bound phrase that ends right before token `i`: its first token and its sense."""
    for length in range(_LONGEST, 0, -1):
        first = i - length
        if first < 0:
            continue
        if any(not tokens.joined(k) for k in range(first + 1, i + 1)):
            continue
        bound = _BEFORE.get(tuple(tokens.at(k).low for k in range(first, i)))
        if bound is not None:
            return first, bound
    return None


def _is_bound_here(tokens: Tokens, first: int, i: int, low: str) -> bool:
    """Words that open a number only in some places: *über, unter, ab, bis, gut, gegen, um die*."""
    before = tokens.at(first - 1)
    if low == "über" and before.low in ("von", "auf", "bei", "mit", "um", "aus", "als"):
        return True
    if low == "über" and before.text[:1].isupper() and before.low.endswith(_AMOUNTS):
        return False  # ein Kredit über 96 Milliarden
    if low == "über":
        return not _is_governed(tokens, first, i)
    if low == "bis":
        return False
    if low == "etwas":  # a frequent misprint
        return tokens.at(i).digits
    if low == "gegen":
        number = tokens.at(i)
        return number.digits and number.text.endswith("0")
    if low == "ab":
        return not (tokens.at(i).digits and len(tokens.at(i).text) == 4 and tokens.at(i).text[:2] in ("19", "20"))
    if low in ("gut", "bald"):
        return before.low not in ("so", "sehr", "zu", "wie", "nicht")
    return True


def _is_governed(tokens: Tokens, first: int, i: int) -> bool:
    """Whether a verb asks for *über* (*verfügen die drei Parteien über 44 Sitze, dass er über 44 Sitze verfügt*)."""
    if any(tokens.at(k).low in _ABOUT_UEBER for k in range(max(0, first - 3), first)):
        return True
    clause = []
    for step, k in ((-1, first - 1), (1, i)):
        for _ in range(_CLAUSE):
            if not 0 <= k < len(tokens) or tokens.at(k).text in (",", ".", ";", ":", "!", "?"):
                break
            clause.append(tokens.at(k).low)
            k += step
    return any(word in _DISPOSE for word in clause)


def bound_before(tokens: Tokens, i: int) -> tuple[int, Bound]:
    """Bound of the number that starts at token `i`, and the first token of number with bound and fillers."""
    first, at = i, i
    bound: Bound = "exact"
    while tokens.joined(at):
        if tokens.at(at - 1).low in _FILLERS:
            at -= 1
            continue
        found = _single(tokens, at)
        if found is None or not _is_bound_here(
            tokens, found[0], at, tokens.at(found[0]).low if found[0] == at - 1 else ""
        ):
            break
        at = first = found[0]
        if bound == "at most" and found[1] == "less than" and tokens.at(first).low in ("knapp", "fast"):
            continue
        if _RANK[found[1]] >= _RANK[bound]:
            bound = found[1]
    while first > 0 and tokens.joined(first) and tokens.at(first - 1).low in _FILLERS:
        first -= 1
    if tokens.at(first).low in ("weitere", "weiteren", "weiterer", "noch") and first < i and bound == "exact":
        return first, bound
    return first, bound


def bound_after(tokens: Tokens, j: int) -> tuple[int, Bound] | None:
    """*oder mehr, und älter, aufwärts* at token `j`: the token after it and the sense; not before *als*."""
    for length in (2, 1):
        if any(not tokens.joined(k) for k in range(j, j + length)):
            continue
        bound = _AFTER.get(tuple(tokens.at(k).low for k in range(j, j + length)))
        if bound is not None and tokens.at(j + length).low != "als" and not tokens.at(j + length).digits:
            if length == 1 and bound != "at least" and not _closes(tokens, j + 1):
                continue
            if length == 1 and tokens.at(j).low in ("plus", "mindestens") and not _closes(tokens, j + 1):
                continue
            return j + length, bound
    return None


def _closes(tokens: Tokens, k: int) -> bool:
    """Whether the sentence or clause ends before token `k`."""
    return k >= len(tokens) or tokens.at(k).text in ".,;:!?)" or not tokens.joined(k)
