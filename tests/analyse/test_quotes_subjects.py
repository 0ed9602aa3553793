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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the frame begins with und and an interrupted subject
        ("Und der Chef, Peter Meier, meint: „Das ist gut.“", [("„Das ist gut.“", "Peter Meier")]),
        # sondern goes on with the subject
        ("Rutte kam{VVFIN} nicht, sondern{KON} ergänzte: „Das ist gut.“", [("„Das ist gut.“", "Rutte")]),
        # nobody has said so yet
        ("Rutte wird behaupten{VVINF}, dass das gut ist.", []),
        ("Dann{ADV} dürfte{VMFIN} Rutte glauben{VVINF}, dass das gut ist.", []),
        ("Von Rutte wird erwartet{VVPP}, dass er geht{VVFIN}.", []),
        ("Von Rutte wird erwartet{VVPP}, dass das Haus bleibt{VVFIN}.", [("dass das Haus bleibt", "Rutte")]),
    ],
)
def test_frames(text: str, expected: list[tuple[str, str]]) -> None:
    assert spoken(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # media that pass on what somebody said
        (
            "Rutte sagte Berichten{NN} zufolge{PTKVZ}, das sei gut.",
            [("Rutte sagte … das sei gut", "Rutte"), ("das sei gut", "Rutte")],
        ),
        (
            "Nach Angaben der ZEIT sagte Rutte: „Das ist gut.“",
            [("sagte Rutte: „Das ist gut.", "Rutte"), ("„Das ist gut.“", "Rutte")],
        ),
        (
            "Nach Angaben der Kollegen{NN} hat Rutte erklärt{VVPP}, dass das gut ist.",
            [("hat Rutte erklärt, dass das gut ist", "die Kollegen"), ("dass das gut ist", "Rutte")],
        ),
        ("Nach Angaben der ZEIT kam{VVFIN} Rutte gestern.", [("kam Rutte gestern", "ZEIT")]),
        # whose statement it is
        ("Merkel kam{VVFIN}. Ihr{PPOSAT} Statement lautete{VVFIN}: „Das ist gut.“", [("„Das ist gut.“", "Merkel")]),
        ("Merkel kam{VVFIN}. Ihr{PPOSAT} Fazit: „Das ist gut.“", [("„Das ist gut.“", "Merkel")]),
        # a release and a reasoning are their institution's
        (
            "Das Gericht kritisierte den Plan. Das sei schlecht, hieß es in der Begründung.",
            [("Das Gericht kritisierte den Plan.", "Das Gericht"), ("Das sei schlecht", "Das Gericht")],
        ),
        (
            "Das Team kritisierte den Plan. Das sei schlecht, hieß es.",
            [("Das Team kritisierte den Plan.", "Das Team"), ("Das sei schlecht", "Das Team")],
        ),
        ("Gestern kam{VVFIN} das Gericht zum Urteil: Das sei schlecht.", [("Das sei schlecht", "das Gericht")]),
    ],
)
def test_who_stands_behind_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert spoken(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # formulas in the Konjunktiv are nobody's words
        ("Rutte sagte, das sei gut. Allen sei das Buch empfohlen{VVPP}.", [("das sei gut", "Rutte")]),
        ("Rutte sagte, das sei gut. Man denke{VVFIN} an das Haus.", [("das sei gut", "Rutte")]),
        # who only does something does not speak next, unless it is a person
        ("Die Bank bekommt{VVFIN} Geld. Das sei gut.", [("Das sei gut.", None)]),
        ("Davon{PAV} ist die Bank überzeugt{ADJD}. Das sei gut.", [("Das sei gut.", "die Bank")]),
        ("Rutte kam{VVFIN} gestern. Das sei gut.", [("Das sei gut.", "Rutte")]),
        # nobody speaks of himself by his name
        ("Rutte kam{VVFIN} gestern. Rutte sei krank.", [("Rutte sei krank.", None)]),
    ],
)
def test_what_goes_on(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert spoken(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the preposition of a verb that stands behind an infinitive
        (
            "Von einem „großen{ADJA} Erfolg“, das zu{PTKZU} schaffen{VVINF}, sprach Rutte.",
            [("„großen Erfolg“", "Rutte")],
        ),
        # dieser is the one named last
        (
            "Rutte hoffte{VVFIN}, dass Peter Meier bleibt{VVFIN}. Dieser sagte, das sei gut.",
            [("dass Peter Meier bleibt", "Rutte"), ("das sei gut", "Peter Meier")],
        ),
        # a perfect of speech
        ("Die Bank hat das gestern kritisiert{VVPP}. Das sei gut.", [("Das sei gut.", "Die Bank")]),
    ],
)
def test_who_is_meant(text: str, expected: list[tuple[str, str]]) -> None:
    assert [found for found in spoken(text) if found[0] in {content for content, _ in expected}] == expected


def test_a_feminine_noun_behind_der_is_no_subject() -> None:
    text = "Gestern gab{VVFIN} der Behörde{NN} Peter Meier die Schuld."
    assert spoken(text, Behörde="Gender=Fem|Case=Dat|Number=Sing") == [
        (text.replace("{VVFIN}", "").replace("{NN}", ""), "Peter Meier")
    ]


def test_a_name_with_a_compound_in_marks() -> None:
    text = "„Querdenker“-Gründer{NN} Peter Meier sagte, das sei gut."
    assert spoken(text) == [("das sei gut", "Peter Meier")]


def test_behind_an_event_nobody_speaks() -> None:
    assert spoken("Nach dem Beschluss kam{VVFIN} Rutte gestern.") == []
    assert spoken("Nach einem Urteil von Rutte ist das falsch.") == [("ist das falsch", "Rutte")]
