"""Noun phrases in the nominative, and the trained judge without its weights."""

from __future__ import annotations

import pytest
from quotes_marked import found_in, tagged

from briefing.analyse import quotes_judge
from briefing.analyse.quotes_print import nominative
from briefing.analyse.quotes_speakers_print import printed
from briefing.analyse.quotes_view import view_of


@pytest.mark.parametrize(
    ("phrase", "head", "gender", "lemma", "printed"),
    [
        ("des Ministeriums in Bonn", "Ministeriums", "Neut", "Ministerium", "das Ministerium in Bonn"),
        ("dem neuen Bericht", "Bericht", "Masc", "Bericht", "der neue Bericht"),
        ("der Polizei", "Polizei", "Fem", "Polizei", "die Polizei"),
        ("einem weiteren Bericht", "Bericht", "Masc", "Bericht", "ein weiterer Bericht"),
        ("einer neuen Studie", "Studie", "Fem", "Studie", "eine neue Studie"),
        ("Die Regierung in Kiew", "Regierung", "Fem", "Regierung", "Die Regierung in Kiew"),
        ("der Minister", "Minister", "Masc", "Minister", "der Minister"),
    ],
)
def test_nominative(phrase: str, head: str, gender: str, lemma: str, printed: str) -> None:
    doc = tagged(phrase)
    for token in doc:
        if token.text in ("neuen", "weiteren"):
            token.tag_ = "ADJA"
        if token.text == head:
            token.set_morph(f"Gender={gender}|Number=Sing")
            token.lemma_ = lemma
    view = view_of(doc)
    assert nominative(view, 0, len(view.text)) == printed


def test_unknown_gender_stays_as_printed() -> None:
    view = view_of(tagged("des Ministeriums"))
    assert nominative(view, 0, 2) == "des Ministeriums"


def test_without_weights_the_rules_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotes_judge, "_weights", dict)
    doc = tagged("Das „große Los“ gab es nicht. Merkel sagte, die Lage sei ernst.")
    drafts, _, _ = found_in(doc)
    assert quotes_judge.keep(view_of(doc), drafts) == drafts


def test_weights_drop_what_is_unlikely(monkeypatch: pytest.MonkeyPatch) -> None:
    doc = tagged("Merkel kritisierte die Entscheidung der Regierung.")
    drafts, _, _ = found_in(doc)
    assert [d.kind for d in drafts] == ["reported"]
    monkeypatch.setattr(quotes_judge, "_weights", lambda: {"reported": {"#threshold": 0.5, "#bias": -3.0}})
    assert quotes_judge.keep(view_of(doc), drafts) == []
    likely = {"#threshold": 0.5, "#bias": -3.0, "cue=kritisieren": 5.0}
    monkeypatch.setattr(quotes_judge, "_weights", lambda: {"reported": likely})
    assert quotes_judge.keep(view_of(doc), drafts) == drafts


@pytest.mark.parametrize(
    ("phrase", "head", "morph", "expected"),
    [
        ("den{ART} Chef des{ART} Amts", "Chef", "Gender=Masc|Number=Sing|Case=Acc", "der Chef des Amts"),
        ("dem{ART} Präsidenten", "Präsidenten", "Gender=Masc|Number=Sing|Case=Dat", "der Präsident"),
        ("einen{ART} neuen{ADJA} Sprecher", "Sprecher", "Gender=Masc|Number=Sing|Case=Acc", "ein neuer Sprecher"),
        ("aktueller{ADJA} Schätzung", "Schätzung", "Gender=Fem|Number=Sing|Case=Gen", "aktuelle Schätzung"),
        ("Berliner{ADJA} Polizei", "Polizei", "Gender=Fem|Number=Sing|Case=Nom", "Berliner Polizei"),
        ("einiger{PIAT} Spieler", "Spieler", "Gender=Masc|Number=Plur|Case=Gen", "einige Spieler"),
        ("deutscher{ADJA} Behörden", "Behörden", "Gender=Fem|Number=Plur|Case=Gen", "deutsche Behörden"),
        ("den{ART} neuen{ADJA} Plänen", "Plänen", "Gender=Masc|Number=Plur|Case=Dat", "die neuen Pläne"),
        ("der{ART} Präsident der{ART} Neuen{ADJA} Zeitung", "Präsident", "Gender=Masc|Number=Sing", "der Präsident"),
        ("der{ART} Reporter der{ART} Zeitung", "Reporter", "Gender=Masc|Number=Sing", "der Reporter der Zeitung"),
        ("der{ART} Politiker", "Politiker", "Gender=Masc|Number=Plur|Case=Gen", "der Politiker"),
        ("selbst{ADV} 31{CARD} Leute", "Leute", "Number=Plur|Case=Nom", "selbst 31 Leute"),
        ("deutscher{ADJA} Forscher", "Forscher", "Gender=Masc|Number=Sing|Case=Nom", "deutscher Forscher"),
        ("etlichen{ADJA} neuen{ADJA} Quellen", "Quellen", "Gender=Fem|Number=Plur|Case=Dat", "etliche neue Quellen"),
        ("auch{ADV} deutsche{ADJA} Spieler", "Spieler", "Gender=Masc|Number=Plur|Case=Nom", "deutsche Spieler"),
    ],
)  # fmt: skip
def test_printed(phrase: str, head: str, morph: str, expected: str) -> None:
    doc = tagged(phrase)
    for token in doc:
        if token.text == head:
            token.set_morph(morph)
            token.lemma_ = {"Behörden": "Behörde", "Quellen": "Quelle", "Plänen": "Plan"}.get(head, head)
    view = view_of(doc)
    assert printed(view, 0, len(view.text)) == expected
