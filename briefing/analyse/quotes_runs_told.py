"""Who is told of in a sentence without a quotation, and may be the one whose words go on in the next."""

from __future__ import annotations

from functools import cache

from briefing.analyse.quotes_clauses import Clause
from briefing.analyse.quotes_phrases import Phrase
from briefing.analyse.quotes_view import View
from briefing.german import reporting
from briefing.german.titles import title_of

_AUXILIARY = frozenset(
    """hat haben hatte hatten ist sind war waren wird werden wurde wurden geht gehen ging gingen gibt geben gab gaben
    macht machen machte machten nimmt nehmen nahm nahmen kommt kommen kam kamen hält halten hielt hielten zeigt
    zeigen zeigte zeigten findet finden fand fanden""".split()
)


def is_somebody(view: View, phrase: Phrase) -> bool:
    """Whether the phrase means persons: a name, a pronoun, or the bearer of a function."""
    if view.person[phrase.head] or view.tag[phrase.first] in ("PPER", "PDS"):
        return True
    return view.tag[phrase.head] == "NN" and title_of(view.text[phrase.head]) is not None


def speaks(view: View, clause: Clause) -> bool:
    """Whether a verb of the clause is one of speech or judgement: *legte sich fest*, *hat angekündigt*."""
    low = view.low[clause.finite]
    said = set(view.text[clause.start : clause.end])
    if any(words & said for _, words, _ in reporting.phrases().get(low, ())):
        return True  # davon ist die Nato überzeugt
    if low.startswith(("zeig", "gab", "gib")) and {"sich", "Entwarnung", "Auskunft"} & said:
        return True
    verbs = (i for i in range(clause.start, clause.end) if i == clause.finite or view.tag[i].startswith("VV"))
    return any(view.low[i] in _verbs() and view.low[i] not in _AUXILIARY for i in verbs)


@cache
def _verbs() -> frozenset[str]:
    tables = (reporting.forms(), reporting.forms("view"))
    return frozenset(
        text for table in tables for text, forms in table.items() if any(f.kind == "finite" for f in forms)
    )
