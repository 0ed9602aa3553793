"""Which noun phrase is the subject of the frame: agreement, genitives before it, conjuncts; no trained model."""

from __future__ import annotations

import pytest
from quotes_marked import found_in, tagged

from briefing.analyse.quotes_view import view_of

PEOPLE = {
    "Rutte": ("PER", "m"),
    "Merkel": ("PER", "f"),
    "Peter Meier": ("PER", "m"),
    "ZEIT": ("ORG", ""),
}


def spoken(text: str, **morphs: str) -> list[tuple[str, str | None]]:
    """Contents and speakers; `morphs` are features of words."""
    doc = tagged(text, PEOPLE)
    for token in doc:
        if token.text in morphs:
            token.set_morph(morphs[token.text])
    drafts, _, names = found_in(doc)
    view = view_of(doc)
    parts = (" … ".join(doc.text[slice(*view.span(a, b))] for a, b in draft.content) for draft in drafts)
    return list(zip(parts, names, strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a conjunct behind an infinitive goes on with the subject before it
        (
            "Rutte kündigte{VVFIN} an{PTKVZ}, zur Wahl bereit zu{PTKZU} stehen{VVINF} und erklärte{VVFIN}: „Ich will.“",
            [("zur Wahl bereit zu stehen", "Rutte"), ("„Ich will.“", "Rutte")],
        ),
        (
            "Rutte kündigte{VVFIN} an{PTKVZ}, bald zu{PTKZU} kommen{VVINF} und zu{PTKZU} bleiben{VVINF}.",
            [("bald zu kommen und zu bleiben", "Rutte")],
        ),
        # with um and ohne the subject of the main clause
        (
            "Rutte kam{VVFIN}, um gleich{ADV} Hilfe anzukündigen{VVIZU}: „Wir helfen gern.“",
            [("„Wir helfen gern.“", "Rutte")],
        ),
    ],
)
def test_who_goes_on_behind_an_infinitive(text: str, expected: list[tuple[str, str]]) -> None:
    assert spoken(text) == expected


def test_the_noun_behind_a_genitive_speaks() -> None:
    text = "Russlands{NE} früherer{ADJA} Präsident Peter Meier erklärte, das sei zu spät."
    assert spoken(text) == [("das sei zu spät", "Peter Meier")]


def test_a_paper_that_is_called_like_a_time() -> None:
    assert spoken("Auch{ADV} die ZEIT{NE} berichtete{VVFIN}, das sei falsch.")[0][1] == "ZEIT"
    assert spoken("Die Zeit{NN} berichtete{VVFIN}, das sei falsch.")[0][1] is None


def test_a_name_in_the_singular_is_no_subject_of_a_plural() -> None:
    text = "Ihre{PPOSAT} Kritiker{NN} gestehen{VVFIN} Merkel zu{PTKVZ}, dass das gut ist."
    assert spoken(text)[0][1] == "Ihre Kritiker"


def test_a_name_behind_several_is_another_phrase() -> None:
    text = "Sofort{ADV} forderten{VVFIN} 16{CARD} Anwälte{NN} Rutte auf{PTKVZ}, das zu{PTKZU} lassen{VVINF}."
    assert spoken(text)[0][1] == "16 Anwälte"


def test_a_verb_alone_between_commas() -> None:
    text = "Die Kritiker, darunter{PAV} Fachleute, beteuern{VVINF}, sie sei klug."
    assert spoken(text) == [("sie sei klug", "Die Kritiker")]
