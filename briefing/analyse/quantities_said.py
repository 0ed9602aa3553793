"""What a clause says of those counted: that they are the ones something is demanded for, or what they are."""

from __future__ import annotations

from spacy.tokens import Doc

from briefing.analyse.quantities_clauses import clause_of, whole_verb
from briefing.analyse.quantities_nouns import Phrase, governing_verb
from briefing.analyse.quantities_numbers import Counted

_SHORTEST = 4  # tokens of *Wahlberechtigt waren 500 Menschen*
_BE = frozenset({"sind", "waren", "seien", "ist", "war"})
_NO_PREDICATES = frozenset({
    "insgesamt", "genau", "konkret", "aktuell", "derzeit", "gut", "knapp", "rund", "geplant", "dabei",
})  # fmt: skip
_WORKERS = (
    "beschäftigte",
    "mitarbeiter",
    "angestellte",
    "arbeitnehmer",
    "kollegen",
    "arbeiter",
    "pflegekräfte",
    "lehrkräfte",
)
_DEMANDS = frozenset({
    "fordern", "verlangen", "verhandeln", "bieten", "anbieten", "vereinbaren", "aushandeln", "erzielen", "erreichen",
    "gelten", "abschließen", "erkämpfen", "durchsetzen",
})  # fmt: skip


def is_demanded_for(doc: Doc, counted: Counted, phrase: Phrase) -> bool:
    """*fordert für rund 230.000 Beschäftigte mehr Lohn*: those for whom something is demanded, offered or agreed."""
    k = counted.first - 1
    while k > 0 and doc[k].tag_ in ("ART", "ADV", "PIAT", "PPOSAT"):
        k -= 1
    if counted.unit or phrase.rule != "number+noun" or k < 0 or doc[k].lower_ != "für":
        return False
    people = doc[phrase.head].lower_.startswith(_WORKERS) or doc[phrase.head].lower_.endswith(_WORKERS)
    verb = governing_verb(doc, phrase.head)
    return people and verb is not None and whole_verb(verb) in _DEMANDS


def fronted(doc: Doc, counted: Counted, phrase: Phrase) -> str:
    """*Wahlberechtigt waren 1,7 Millionen Menschen*: what they are said to be (*wahlberechtigte*)."""
    clause = clause_of(doc, counted.first)
    if (
        counted.unit
        or phrase.rule != "number+noun"
        or len(clause) < _SHORTEST
        or clause[0] != doc[clause[0]].sent.start
    ):
        return ""
    said, verb = doc[clause[0]], doc[clause[1]]
    so = said.tag_ in ("ADJD", "VVPP") and verb.tag_ == "VAFIN" and verb.lower_ in _BE
    between = all(doc[k].tag_ in ("ADV", "ADJD", "APPR") for k in range(clause[1] + 1, counted.first))
    if (
        not so
        or not between
        or said.lower_.endswith(("el", "er", "a", "viel", "wenig"))
        or said.lower_ in _NO_PREDICATES
    ):
        return ""
    return said.lower_ if said.lower_.endswith("e") else f"{said.lower_}e"
