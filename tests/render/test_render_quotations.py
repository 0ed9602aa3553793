"""Which statements of a speaker are shown where not all are."""

from __future__ import annotations

from dataclasses import replace

from fixture import articles, at, briefing

from briefing.model import QuoteGroup, QuoteVariant, Speaker
from briefing.render import render

SPEAKER = Speaker(name="Anton Belis", actor="p-belis", role="Präsident")


def group(number: int, article: str, words: str, rule: str = "test") -> QuoteGroup:
    span = at(article, words)
    variant = QuoteVariant(kind="direct", content=(span,), evidence=(span,), rule=rule)
    return QuoteGroup(id=f"z-{number}", kind="direct", speaker=SPEAKER, variants=(variant,))


def test_a_short_statement_that_points_back_yields_to_those_that_stand_alone() -> None:
    back = "Es war das schwerste in der Region seit 1988"
    whole = [
        ("a1", "Jede Stunde zählt"),
        ("a5", "Wir werden Talin wieder aufbauen"),
        ("a1", "Wir rechnen damit, dass die Zahl der Opfer weiter steigt"),
        ("a2", "Dort oben ist niemand, der zählt"),
        ("a3", "Deutschland steht an der Seite der Menschen in Sarvanien"),
    ]
    groups = tuple(group(n, *place) for n, place in enumerate([("a3", back), *whole]))
    made = briefing()
    made = replace(made, stories=(replace(made.stories[0], quotes=groups),))
    shown = render(made, articles(), formats=("md",))["briefing.md"].decode().partition("## Zahlen\n\n###")[0]
    quoted = shown[shown.index("## Zitate") :]
    assert back not in quoted
    assert all(words in quoted for _, words in whole)


def test_of_an_interview_those_sentences_are_shown_that_tell_most() -> None:
    empty = ["Jede Stunde zählt", "Dort oben ist niemand, der zählt", "Wir werden Talin wieder aufbauen"]
    telling = [
        ("a1", "Wir rechnen damit, dass die Zahl der Opfer weiter steigt"),
        ("a3", "Deutschland steht an der Seite der Menschen in Sarvanien"),
        ("a1", "Nach Angaben des Innenministeriums kamen mindestens 412 Menschen ums Leben"),
        ("a1", "Die Regierung habe den Notstand ausgerufen und 3.000 Soldaten in das Gebiet geschickt"),
        ("a5", "Am 15. Dezember soll eine Geberkonferenz in Wien stattfinden"),
    ]
    places = [("a1", empty[0]), ("a2", empty[1]), ("a5", empty[2]), *telling]
    groups = tuple(group(n, *place, "direct/turn") for n, place in enumerate(places))
    made = briefing()
    made = replace(made, stories=(replace(made.stories[0], quotes=groups),), sources=made.sources)
    shown = render(made, articles(), formats=("md",))["briefing.md"].decode().partition("## Zahlen\n\n###")[0]
    quoted = shown[shown.index("## Zitate") :]
    assert empty[0] not in quoted
    assert all(words.replace("15. D", "15.\u00a0D") in quoted for _, words in telling)
