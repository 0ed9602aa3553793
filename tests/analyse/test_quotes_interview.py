"""Interviews with printed turns: who has the turn speaks; no trained model."""

from __future__ import annotations

from quotes_marked import found_in, tagged

from briefing.analyse.quotes_view import view_of

PEOPLE = {"Anna Kunz": ("PER", "f"), "Kunz": ("PER", "f")}

INTERVIEW = """„Wir müssen sehr bald handeln“
Anna{NE} Kunz ist Forscherin.
BLATT: Sie sagten, die Lage sei ernst. Was gilt heute?
Anna Kunz: Ich sagte, die Lage sei gut. Es hieß, die Straße sei geschlossen.
BLATT: Warum ist das so?
Kunz: Heute meint man, das sei falsch. „Wir werden alle sehr bald helfen.“ Das gilt."""


def test_turns_of_an_interview() -> None:
    doc = tagged(INTERVIEW, {"Anna Kunz": ("PER", "f")})
    drafts, _, names = found_in(doc)
    view = view_of(doc)
    told = {view.text[draft.content[0][0] + 1]: name for draft, name in zip(drafts, names, strict=True)}
    assert told == {
        "Wir": "Anna Kunz",  # in the heading or in a turn of hers, without a frame
        "Lage": "Anna Kunz",  # Sie sagten, ich sagte
        "Straße": None,  # es hieß
        "sei": None,  # man
    }


def test_a_label_once_makes_no_interview() -> None:
    text = "Berlin: Ich sagte, die Lage sei gut. Das gilt.\nKunz kam. Ich sagte, die Lage sei ernst."
    assert not any(found_in(tagged(text, PEOPLE))[2])
