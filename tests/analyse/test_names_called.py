"""Functions by which somebody is called again or serves; hand-made documents, no trained pipeline."""

from __future__ import annotations

import pytest
from names_marked import names, parsed


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Da kam [PER Anna Muster]. Die Unternehmerin aus Berlin betreibt das Haus.", "Unternehmerin aus Berlin"),
        (
            'Das sagte [PER Max Muster] gestern. "Es ist gut", so der Präsident des Instituts.',
            "Präsident des Instituts",
        ),
        ("Da kam [PER Anna Muster]. Die Physikerin über das Virus und uns.", "Physikerin"),
        ("Da kam [PER Anna Muster]. Die SPD-Chefin schwieg.", "SPD-Chefin"),
        ("Da kam [PER Anna Muster]. Das Ex-Vorstandsmitglied schwieg.", "Ex-Vorstandsmitglied"),
        ("Minister [PER Max Kunz] kam. Dann kam [PER Anna Muster]. Die Ministerin schwieg.", "Ministerin"),
        ("Da kam [PER Anna Muster]. Die Polizeisprecherin schwieg.", None),
        ("Da kam [PER Anna Muster]. Der Unternehmer betreibt das Haus.", None),  # somebody else
        ("Da kam [PER Anna Muster] mit [PER Eva Kunz]. Die Unternehmerin betreibt das Haus.", None),
        ("Da kam [PER Anna Muster]. Die Mutter betreibt das Haus.", None),
        ("Da kam [PER Anna Muster]. Die Unternehmerin [PER Eva Kunz] betreibt das Haus.", None),
        ("Da kam [PER Max Muster]. Der Gründer des Konzerns Kunz lachte.", "Gründer des Konzerns Kunz"),
        ("Da kam [PER Max Muster]. Der Gründer lachte.", None),
        ("US-Präsident [PER Ed Kunz] ging. Da kam [PER Max Muster]. Der Präsident des Bundes Holz lachte.",
         "Präsident des Bundes Holz"),
        ("Präsident [PER Ed Kunz] ging. Da kam [PER Max Muster]. Der Präsident des Bundes Holz lachte.", None),
        ("US-Präsident [PER Ed Kunz] ging. Da kam [PER Max Muster]. Der Präsident der USA lachte.", None),
        ("Kanzlerin [PER Eva Kunz] kam. Dann kam [PER Anna Muster]. Die Kanzlerin schwieg.", None),
        ("Da kam [PER Muster]. Die Unternehmerin betreibt das Haus.", None),
    ],
)  # fmt: skip
def test_a_definite_function_means_who_alone_was_named_before(text: str, role: str | None) -> None:
    anna = next(found for found in names(text) if "Kunz" not in found.text)
    assert anna.role == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Als Gouverneur nahm Max Muster Geld .", "Gouverneur"),
        ("Als Gouverneur galt Max Muster viel .", None),
        ("Mehr als Gouverneur war Muster nie .", None),
    ],
)
def test_as_what_somebody_acts(text: str, role: str | None) -> None:
    words = text.split()
    at = words.index("Muster")
    verb = next(i for i, word in enumerate(words) if word in ("nahm", "galt", "war"))
    tags = ["KOKOM" if word.lower() == "als" else "NN" if word == "Gouverneur" else "NE" for word in words]
    tags[verb] = "VVFIN"
    deps = ["dep"] * len(words)
    deps[verb], deps[at] = "ROOT", "nsubj"
    lemmas = text.replace("nahm", "nehmen").replace("galt", "gelten").replace("war", "sein")
    ents = ["O"] * len(words)
    ents[at] = "I-PER" if words[at - 1] == "Max" else "B-PER"
    if words[at - 1] == "Max":
        ents[at - 1], deps[at - 1] = "B-PER", "nsubj"
    (found,) = parsed(text, " ".join(tags), " ".join(deps), " ".join([str(verb)] * len(words)), lemmas, " ".join(ents))
    assert found.role == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Da kam [PER Anna Muster]. Sie ist Leiterin der Schule und half.", "Leiterin der Schule"),
        ("Da kam [PER Anna Muster]. Sie ist die neue Präsidentin.", "neue Präsidentin"),
        ("Da kam [PER Anna Muster]. Er ist Leiter der Schule.", None),
        ("Da kam [PER Anna Muster]. Sie ist Mutter.", None),
        ("Da kam [PER Anna Muster]. Sie ist Leiterin geworden.", None),
        ("Da kam [PER Anna Muster] mit [PER Eva Kunz]. Sie ist Leiterin der Schule.", None),
    ],
)
def test_what_a_pronoun_is_said_to_be(text: str, role: str | None) -> None:
    anna = names(text)[0]
    assert anna.role == role


def test_a_function_behind_its_verb_of_saying_is_that_of_who_was_named_before() -> None:
    text = 'Anna Muster kam . " Es ist gut " , sagte die Ministerin am Freitag .'
    tags = "NE NE VVFIN $. $( PPER VAFIN ADJD $( $, VVFIN ART NN APPRART NN $."
    ents = "B-PER I-PER O O O O O O O O O O O O O O"
    (anna,) = parsed(text, tags, " ".join(["dep"] * 16), " ".join(["2"] * 4 + ["10"] * 12),
                     text.replace("sagte", "sagen"), ents)  # fmt: skip
    assert anna.role == "Ministerin"
