"""Inflected forms of reporting verbs."""

from __future__ import annotations

import pytest

from briefing.german import reporting


def lemmas(form: str, kind: str, *, split: bool = False) -> set[str]:
    return {f.verb.lemma for f in reporting.forms().get(form, ()) if f.kind == kind and f.split is split}


@pytest.mark.parametrize(
    ("form", "kind", "lemma"),
    [
        ("sagte", "finite", "sagen"),
        ("sagten", "finite", "sagen"),
        ("gesagt", "participle", "sagen"),
        ("sprach", "finite", "sprechen"),
        ("spricht", "finite", "sprechen"),
        ("gesprochen", "participle", "sprechen"),
        ("mitteilte", "finite", "mitteilen"),
        ("mitgeteilt", "participle", "mitteilen"),
        ("mitzuteilen", "infinitive", "mitteilen"),
        ("kritisiert", "participle", "kritisieren"),
        ("berichtet", "finite", "berichten"),
        ("berichtet", "participle", "berichten"),
        ("empfahl", "finite", "empfehlen"),
        ("rechnet", "finite", "rechnen"),
        ("erklärt", "participle", "erklären"),
        ("bat", "finite", "bitten"),
        ("beschlossen", "participle", "beschließen"),
        ("vorgeworfen", "participle", "vorwerfen"),
        ("äußerte", "finite", "äußern"),
        ("eingeräumt", "participle", "einräumen"),
        ("gab", "finite", ""),
    ],
)
def test_form(form: str, kind: str, lemma: str) -> None:
    found = lemmas(form, kind)
    assert lemma in found if lemma else not found


def test_separated_prefix() -> None:
    assert "mitteilen" in lemmas("teilte", "finite", split=True)
    assert {"angeben", "bekanntgeben", "zugeben"} <= lemmas("gab", "finite", split=True)


def test_there_are_several_hundred_verbs_and_each_has_a_frame() -> None:
    assert len(reporting.verbs()) >= 350
    assert all(verb.frames for verb in reporting.verbs())


def test_weak_verbs_with_stems_in_er_and_el() -> None:
    forms, participle = reporting.weak_forms("fordern")
    assert {"fordert", "forderte", "forderten", "fordern"} <= forms
    assert participle == "gefordert"
    assert "schwindelt" in reporting.weak_forms("schwindeln")[0]


def test_thought_is_marked_as_weaker_than_speech() -> None:
    by_lemma = {verb.lemma: verb for verb in reporting.verbs()}
    assert "t" in by_lemma["glauben"].frames
    assert "t" not in by_lemma["sagen"].frames


@pytest.mark.parametrize("form", "sei habe werde könne handele bestehe arbeite biete gerate träten".split())
def test_konjunktiv_one(form: str) -> None:
    assert reporting.looks_konjunktiv(form)


@pytest.mark.parametrize("form", ["sagte", "war", "wurde", "hatte", "machte", "meinte", "ist", "teilte", "sie"])
def test_indicative(form: str) -> None:
    assert not reporting.looks_konjunktiv(form)


def test_konjunktiv_two_is_told_apart() -> None:
    assert reporting.konjunktiv("wären") == 2
    assert reporting.konjunktiv("seien") == 1
    assert reporting.konjunktiv("waren") == 0


def test_institutions_by_the_end_of_the_word() -> None:
    assert reporting.is_institution("Landgericht")
    assert reporting.is_institution("Innenministerium")
    assert not reporting.is_institution("Straße")


def test_prepositional_objects() -> None:
    assert "von" in reporting.prepositional("sprechen")
    assert reporting.prepositional("kritisieren") == frozenset()
