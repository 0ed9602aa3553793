"""Other words for the function printed with a person: *der Rathauschef* for a mayor, *die Medizinerin* for a doctor."""

from __future__ import annotations

import re

_WORDS = re.compile(r"[\w-]+")
_LEADERS = tuple(
    """vorsitzende vorsitzender vorsitzenden präsident präsidentin präsidenten geschäftsführer geschäftsführerin leiter
    leiterin vorstand direktor direktorin boss obmann obfrau intendant intendantin chef chefin""".split()
)
_DEPUTIES = ("vize", "stellvertret", "ex-", "früher", "ehemalig")
_SHORTEST = 3  # characters of a modifier
# Nouns and what they may stand for, as ends of the words of a function, without the ending of gender.
_STANDS_FOR = {
    "rathauschef": "bürgermeister",
    "stadtoberhaupt": "bürgermeister",
    "regierungschef": "ministerpräsident premier premierminister kanzler",
    "ministerpräsident": "regierungschef",
    "premierminister": "regierungschef premier",
    "premier": "regierungschef premierminister ministerpräsident",
    "staatschef": "präsident staatsoberhaupt",
    "staatsoberhaupt": "präsident staatschef",
    "unternehmer": "gründer inhaber geschäftsführer gesellschafter eigentümer firmenchef unternehmenschef unternehmer",
    "geschäftsmann": "gründer inhaber gesellschafter eigentümer unternehmer investor",
    "firmenchef": "gründer inhaber geschäftsführer unternehmer",
    "mediziner": "arzt ärzt virologe virolog immunologe immunolog epidemiologe epidemiolog chirurg internist",
    "wissenschaftler": "forscher professor ologe olog ökonom physiker historiker",
    "forscher": "wissenschaftler professor ologe olog",
    "ökonom": "volkswirt wirtschaftswissenschaftler wirtschaftsforscher konjunkturchef",
    "wirtschaftswissenschaftler": "ökonom volkswirt wirtschaftsforscher",
    "volkswirt": "ökonom",
    "jurist": "anwalt anwält rechtswissenschaftler staatsrechtler",
}
_KINDS = frozenset(
    """unternehmer geschäftsmann firmenchef mediziner wissenschaftler forscher ökonom wirtschaftswissenschaftler
    volkswirt jurist""".split()
)
_STANDS = {noun: tuple(words.split()) for noun, words in _STANDS_FOR.items()}
# A chief by these alone leads a firm: Chef der Muster AG, no Fraktionschef.
_CHIEFS = frozenset({"chef", "chefin", "vorstandschef", "vorstandschefin", "konzernchef", "konzernchefin"})
_NO_FIRM = ("partei", "fraktion", "regierung", "polizei", "behörde", "amt", "staat", "land", "verband", "institut",
            "gewerkschaft", "klinik", "abteilung")  # fmt: skip


def may_be_many(noun: str) -> bool:
    """Whether several persons of an article may be called so: *der Unternehmer*, not *der Rathauschef*."""
    return noun.lower().removesuffix("in") in _KINDS


def same_function(noun: str, role: str) -> bool:
    """Whether the noun (nominative, lower case) is another word for the printed role (lower case).

    A compound means whoever leads what it names (*Fraktionschef*: *Vorsitzende der Fraktion*).
    """
    if any(part in role for part in _DEPUTIES):
        return False
    base = noun.removesuffix("in") if noun.endswith(("erin", "chefin", "tin", "omin", "gin")) else noun
    words = _WORDS.findall(role)
    ends = _STANDS.get(base)
    if ends is not None:
        if any(word.removesuffix("in").endswith(ends) for word in words):
            return True
        firm = not any(part in role for part in _NO_FIRM)
        return base in ("unternehmer", "firmenchef") and firm and bool(_CHIEFS & set(words))
    head = next((leader for leader in _LEADERS if noun.endswith(leader) and noun != leader), "")
    modifier = noun[: -len(head)].rstrip("-").removesuffix("s") if head else ""
    if len(modifier) < _SHORTEST:
        return False
    heads = _LEADERS if head.startswith("chef") else (head, "chef", "chefin")
    return any(modifier in word for word in words) and any(word.endswith(heads) for word in words)
