"""What excludes each other, and what only seems to."""

from __future__ import annotations

from typing import Any

import pytest
from comparison_builder import Draft, NoActors, story

from briefing.aggregate import disagreements, numbers
from briefing.aggregate.disagreements_judgements import judgement
from briefing.model import Disagreement


def found(*drafts: Draft) -> tuple[Disagreement, ...]:
    articles, analyses, origins = story(*drafts)
    topics = numbers.topics(articles, analyses, origins, NoActors())
    return disagreements.find(articles, analyses, origins, NoActors(), topics)


def counted(id_: str, n: str, low: float, holder: str | None, published: str = "2024-10-28", **more: Any) -> Draft:
    draft = Draft(id_, f"Nach Angaben kamen {n} Menschen zur Kundgebung in Berlin.", published)
    more.setdefault("head", "mensch")
    return draft.number(
        f"{n} Menschen", low, holder_name=holder, what="Menschen bei der Kundgebung", places=("berlin",), **more
    )


def test_two_holders_who_exclude_each_other_contradict() -> None:
    (item,) = found(counted("a", "20.000", 20000, "Polizei"), counted("b", "1.300.000", 1300000, "Veranstalter"))
    assert (item.kind, item.assessment) == ("number", "contradiction")
    assert [side.holders for side in item.sides] == [("Polizei",), ("Veranstalter",)]
    assert "20.000 (Polizei)" in item.reason


@pytest.mark.parametrize(
    ("why", "assessment", "one", "other"),
    [
        ("bounds are open", "spread", {"bound": "more than", "low": 600000}, {"bound": "about", "low": 650000}),
        ("rounded", "spread", {"low": 1074}, {"bound": "about", "low": 1100}),
        (
            "planned",
            "different_status",
            {"low": 1500, "status": "done", "head": "soldat"},
            {"low": 12000, "status": "planned", "head": "soldat"},
        ),
        ("no holder", "spread", {"low": 400, "holder": None}, {"low": 2500}),
        ("another day", "later_update", {"low": 400, "as_of": "2024-10-27"}, {"low": 2500, "as_of": "2024-10-28"}),
        ("published later", "later_update", {"low": 400, "published": "2024-10-26"}, {"low": 2500}),
        ("close", "spread", {"low": 17000}, {"low": 20000}),
    ],
)
def test_no_contradiction(why: str, assessment: str, one: dict[str, Any], other: dict[str, Any]) -> None:
    one, other = ({"holder": name, **values} for name, values in (("Polizei", one), ("Veranstalter", other)))
    (item,) = found(*(counted(id_, str(v["low"]), **v) for id_, v in (("a", one), ("b", other))))
    assert item.assessment == assessment, why
    assert item.reason


def test_nobody_disagrees_with_himself() -> None:
    assert found(counted("a", "16.000", 16000, "Polizei"), counted("b", "20.000", 20000, "Polizei")) == ()


def test_one_holder_is_one_side() -> None:
    drafts = [
        counted(i, str(n), n, who)
        for i, n, who in (("a", 16000, "Polizei"), ("b", 20000, "Polizei"), ("c", 45000, "Roth"))
    ]
    (item,) = found(*drafts)
    assert [side.holders for side in item.sides] == [("Polizei",), ("Roth",)]


def test_two_lower_bounds_of_victims_both_hold() -> None:
    dead = {"head": "tote", "events": ("sterben",), "bound": "more than"}
    assert found(counted("a", "12", 12, "Polizei", **dead), counted("b", "20", 20, "Rotes Kreuz", **dead)) == ()


def test_counts_that_grow_are_updates() -> None:
    dead = {"head": "tote", "events": ("sterben",)}
    (item,) = found(counted("a", "40", 40, "Polizei", **dead), counted("b", "90", 90, "Rotes Kreuz", **dead))
    assert item.assessment == "later_update"


def test_the_same_digits_a_thousand_times_apart_are_called_a_misprint() -> None:
    drafts = []
    for id_, word, value in (("a", "1,8 Billionen Euro", 1.8e12), ("b", "1,8 Milliarden Euro", 1.8e9)):
        draft = Draft(id_, f"Das Paket umfasst {word} für den Haushalt der Union.")
        drafts.append(draft.number(word, value, unit="Euro", head="paket", what="Paket"))
    (item,) = found(*drafts)
    assert item.assessment == "contradiction"
    assert "Druckfehler" in item.reason


def test_equal_numbers_do_not_disagree() -> None:
    assert found(counted("a", "20.000", 20000, "Polizei"), counted("b", "20.000", 20000, "Veranstalter")) == ()


def test_a_counter_statement_without_a_number_opposes_the_number_before() -> None:
    text = "Müller sagte, etwa 31.000 Soldaten seien tot. Schätzungen zufolge ist diese Zahl weitaus höher."
    draft = Draft("a", text).number("31.000 Soldaten", 31000, head="soldat", events=("töten",), holder_name="Müller")
    draft.claim(
        "Schätzungen zufolge ist diese Zahl weitaus höher", "asserts", "Schätzungen", "diese Zahl", "assumption"
    )
    (item,) = found(draft)
    assert (item.rule, item.assessment) == ("number-counter-statement", "contradiction")
    assert [s.holders for s in item.sides] == [("Müller",), ("Schätzungen",)]


def test_a_counter_statement_after_a_semicolon_opposes_the_number_before_it() -> None:
    text = "Der Schaden wird auf 500 Millionen Euro geschätzt; Experten halten diese Zahl für deutlich zu niedrig."
    draft = Draft("a", text).number("500 Millionen Euro", 5e8, unit="Euro", head="schaden")
    (item,) = found(draft)
    shown = item.sides[1].statement
    assert draft.article.text[shown.start : shown.end] == "Experten halten diese Zahl für deutlich zu niedrig."


@pytest.mark.parametrize(
    "text",
    [
        "Die Zahlen seien weiterhin zu hoch, sagte sie.",
        "Dennoch weisen die Zahlen auf eine Rezession hin.",
        "Die Zahl der Fälle ist deutlich höher als im Frühjahr.",
        "In Frankreich (43,5) liegen diese Werte deutlich höher.",
    ],
)
def test_numbers_that_are_high_are_no_counter_statement(text: str) -> None:
    draft = Draft("a", f"Es gab 251 Fälle. {text}").number("251 Fälle", 251, head="fall")
    assert found(draft) == ()


def test_who_rejects_criticism_or_a_fear_contradicts_no_fact() -> None:
    said = "Wer das Gesetz ändere, gefährde die Forschung, schrieb Roth."
    a = Draft("a", f"{said} Müller wies Kritik zurück.")
    a.claim(said, "asserts", "Roth", "Wer das Gesetz ändere", "disapproval")
    a.claim("Müller wies Kritik zurück.", "denies", "Müller", "", "denial", told=said)
    assert all(item.assessment == "spread" for item in found(a))


def test_arrests_and_people_arrested_are_one_count() -> None:
    a = Draft("a", "Die Polizei nahm rund 3000 Menschen fest.")
    a.number(
        "3000 Menschen", 3000, head="mensch", events=("festnehmen",), holder_name="Ministerium", as_of="2024-10-28"
    )
    b = Draft("b", "Die Gruppe Roth sprach von 120 Festnahmen.")
    b.number("120 Festnahmen", 120, head="festnahme", holder_name="Roth", as_of="2024-10-28")
    (item,) = found(a, b)
    assert item.assessment == "contradiction"


@pytest.mark.parametrize(
    ("why", "one", "other"),
    [
        ("far too far", 12, 90000),
        ("another qualifier", 20000, 1300000),
    ],
)
def test_doubtful_pairs_are_no_contradiction(why: str, one: int, other: int) -> None:
    more = {"modifiers": ("aktiv",)} if why == "another qualifier" else {}
    items = found(counted("a", str(one), one, "Polizei"), counted("b", str(other), other, "Veranstalter", **more))
    assert all(item.assessment != "contradiction" for item in items)


def test_a_statistic_of_one_holder_is_no_disagreement() -> None:
    text = "In Berlin kamen 100 Menschen zur Kundgebung, 300 Menschen zur Kundgebung und 900 Menschen zur Kundgebung."
    draft = Draft("a", text)
    for n in (100, 300, 900):
        draft.number(f"{n} Menschen", n, head="mensch", holder_name="Polizei")
    assert found(draft, counted("b", "5000", 5000, "Veranstalter")) == ()


def test_a_correction_is_an_update_of_what_others_report() -> None:
    a = Draft("a", "Mehrere Beamte wurden in Berlin verletzt.")
    b = Draft("b", "Die Agentur korrigierte ihre Angabe, die Beamten seien in Berlin verletzt worden.")
    (item,) = found(a, b)
    assert (item.rule, item.assessment) == ("correction", "later_update")


DENIAL = (
    "Russland dementierte Berichte über nordkoreanische Soldaten in Kursk.",
    "Berichte über nordkoreanische Soldaten in Kursk",
)


def denial(text: str = DENIAL[0], about: str = DENIAL[1]) -> Draft:
    return Draft("b", text).claim(text, "denies", "Russland", about, "denial")


def test_denial_against_confirmation() -> None:
    text = "Müller bestätigte, dass nordkoreanische Soldaten in Kursk kämpfen."
    a = Draft("a", text).claim(text, "confirms", "Müller", "nordkoreanische Soldaten in Kursk kämpfen", "confirmation")
    (item,) = found(a, denial())
    assert (item.kind, item.assessment, item.rule) == ("claim", "contradiction", "denial")
    assert [s.holders for s in item.sides] == [("Müller",), ("Russland",)]
    assert item.about == DENIAL[1]


def test_denial_against_a_quotation() -> None:
    a = Draft("a", "Nordkoreanische Soldaten seien in Kursk im Einsatz, sagte Müller.")
    a.quote("Nordkoreanische Soldaten seien in Kursk im Einsatz", "Müller")
    (item,) = found(a, denial())
    assert item.assessment == "contradiction"


@pytest.mark.parametrize(
    ("why", "said", "speaker"),
    [
        ("another matter", "Die Ernte in Polen sei gut ausgefallen", "Müller"),
        ("only names shared", "Kursk liege in Russland weit im Westen", "Müller"),
        ("negated", "In Kursk seien keine nordkoreanischen Soldaten", "Müller"),
        ("possible only", "Nordkoreanische Soldaten könnten in Kursk kämpfen", "Müller"),
        ("the same holder", "Nordkoreanische Soldaten seien in Kursk im Einsatz", "Russland"),
        ("nobody says it", "Nordkoreanische Soldaten seien in Kursk im Einsatz", None),
    ],
)
def test_no_claim_disagreement(why: str, said: str, speaker: str | None) -> None:
    a = Draft("a", f"{said}, hieß es.").quote(said, speaker)
    assert found(a, denial()) == (), why


def test_a_denial_of_the_clause_before_opposes_its_holder() -> None:
    first = "Experten gehen davon aus, dass Russland Raketen einsetzt"
    a = Draft("a", f"{first}, was von Nordkorea bestritten wird.")
    a.claim(first, "asserts", "Experten", "Russland Raketen einsetzt", "assumption")
    a.claim("was von Nordkorea bestritten wird", "denies", "Nordkorea", "", "denial", told=first)
    (item,) = found(a)
    assert item.assessment == "contradiction"
    assert [s.holders for s in item.sides] == [("Experten",), ("Nordkorea",)]
    assert all(side.statement.end <= len(a.article.text) for side in item.sides)


def test_a_denial_of_vague_charges_does_not_oppose_the_next_best_sentence() -> None:
    told = "Der Gerichtshof hielt einen Antrag für unbegründet."
    a = Draft("a", f"{told} Müller wies alle Vorwürfe zurück.")
    a.claim(told, "asserts", "Gerichtshof", "einen Antrag", "assumption")
    a.claim("Müller wies alle Vorwürfe zurück.", "denies", "Müller", "", "denial", told=told)
    assert found(a) == ()


def test_a_denied_accusation_is_opposed() -> None:
    told = "Roth warf Müller vor, Bilanzen gefälscht zu haben."
    a = Draft("a", f"{told} Müller wies die Vorwürfe zurück.")
    a.claim(told, "asserts", "Roth", "Bilanzen gefälscht zu haben", "assertion")
    a.claim("Müller wies die Vorwürfe zurück.", "denies", "Müller", "", "denial", told=told)
    (item,) = found(a)
    assert item.assessment == "contradiction"


def test_only_what_is_planned_can_be_rejected() -> None:
    told = "Der Gipfel dauerte vier Tage."
    a = Draft("a", f"{told} Ungarn lehnt dies ab.").claim(
        "Ungarn lehnt dies ab.", "denies", "Ungarn", "", "rejection", told=told
    )
    assert found(a) == ()


def test_who_rejects_a_plan_opposes_the_plan() -> None:
    plan = "Geplant ist eine Kürzung der Hilfen für Staaten."
    a = Draft("a", f"{plan} Ungarn lehnt dies ab.").claim(
        "Ungarn lehnt dies ab.", "denies", "Ungarn", "", "rejection", told=plan
    )
    (item,) = found(a)
    assert (item.assessment, item.sides[1].holders) == ("spread", ("Ungarn",))


def test_who_announces_resistance_does_not_reject_the_sentence_before() -> None:
    plan = "Verdi will die Zahl der Sonntage begrenzen."
    said = "Die Gewerkschaft kündigte Widerstand an."
    a = Draft("a", f"{plan} {said}").claim(said, "denies", "Die Gewerkschaft", "", "rejection-phrase", told=plan)
    assert found(a) == ()


def test_a_contrast_in_the_text_is_told() -> None:
    text = "Während die Bahn das Angebot als fair bezeichnete, sprach die GDL von einer Provokation."
    drafts = [Draft("a", text), Draft("b", text)]
    (item,) = found(*drafts)
    assert item.rule == "contrast-while"
    assert [s.holders for s in item.sides] == [("Bahn",), ("GDL",)]
    assert [len(s.evidence) for s in item.sides] == [2, 2]


def test_during_is_no_contrast() -> None:
    assert (
        found(Draft("a", "Während der Sitzung bezeichnete die Bahn das Angebot als fair, sprach die GDL von Streit."))
        == ()
    )


def test_opposite_judgements_of_one_matter() -> None:
    filler = " ".join(f"Im Ort {letter} blühen Rosen." for letter in "abcdefghijklmnop")
    a = Draft("a", f"Die Einigung ist ein Erfolg. {filler}")
    a.quote("Die Einigung ist ein Erfolg", "Müller")
    b = Draft("b", "Die Einigung sei ein Skandal.").quote("Die Einigung sei ein Skandal", "Roth")
    (item,) = found(a, b)
    assert (item.about, item.assessment) == ("Einigung", "spread")


def test_shares_of_those_asked_are_no_view_of_who_asked_them() -> None:
    filler = " ".join(f"Im Ort {letter} blühen Rosen." for letter in "abcdefghijklmnop")
    share = "Die Einigung halten 54 Prozent der Befragten für richtig"
    a = Draft("a", f"{share}. {filler}").quote(share, "Institut")
    b = Draft("b", "Die Einigung sei ein Skandal.").quote("Die Einigung sei ein Skandal", "Roth")
    assert found(a, b) == ()


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Das ist ein großer Erfolg", "good"),
        ("ein fataler Fehler", "bad"),
        ("Das ist kein Erfolg", ""),
        ("Ein Erfolg, aber gefährlich", ""),
        ("Der Zug kam um acht", ""),
    ],
)
def test_judgement(text: str, verdict: str) -> None:
    assert judgement(text) == verdict


def test_two_forecasts_of_one_text_with_two_holders_are_set_side_by_side() -> None:
    text = "Die Wirtschaft bricht ein. Die Institute erwarten ein Minus von 5,4 Prozent."
    a = Draft("a", f"{text} Die Regierung erwartet ein Minus von 5,8 Prozent.")
    for words, value, holder in (("5,4 Prozent", 5.4, "Institute"), ("5,8 Prozent", 5.8, "Regierung")):
        a.number(words, value, unit="Prozent", head="minus", holder_name=holder, status="expected")
    b = Draft("b", "Die Wirtschaft schrumpft um 5,4 Prozent.")
    b.number("um 5,4 Prozent", 5.4, unit="Prozent", head="wirtschaft", change=True)
    (item,) = found(a, b)
    assert (item.assessment, [side.holders for side in item.sides]) == ("spread", [("Institute",), ("Regierung",)])


def test_another_sum_of_another_text_is_told_with_its_sentence() -> None:
    a = Draft("a", "Ungarn beteilige sich mit 500 Millionen Euro, sagte Müller.")
    a.number("500 Millionen Euro", 5e8, unit="Euro", events=("beteiligen",), holder_name="Müller")
    b = Draft("b", "Ungarn hat 100 Millionen Euro beigesteuert.")
    b.number("100 Millionen Euro", 1e8, unit="Euro", events=("beisteuern",))
    (item,) = found(a, b)
    assert item.assessment == "spread"
    texts = {"a": a.article.text, "b": b.article.text}
    told = [[texts[s.article][s.start : s.end] for s in (side.statement, *side.evidence)] for side in item.sides]
    assert told == [
        ["Ungarn hat 100 Millionen Euro beigesteuert.", "Ungarn hat 100 Millionen Euro beigesteuert."],
        ["Ungarn beteilige sich mit 500 Millionen Euro, sagte Müller.", "Ungarn beteilige sich mit 500 Millionen Euro"],
    ]


def test_daily_counts_of_an_office_never_contradict() -> None:
    a = Draft("a", "Laut Robert Koch-Institut starben 300 Menschen.")
    a.number("300 Menschen", 300, head="mensch", events=("sterben",), holder_name="Robert Koch-Institut", as_of="x")
    b = Draft("b", "Laut Roth starben 600 Menschen.")
    b.number("600 Menschen", 600, head="mensch", events=("sterben",), holder_name="Roth", as_of="x")
    assert all(item.assessment != "contradiction" for item in found(a, b))


def test_one_sentence_for_two_places_is_no_disagreement() -> None:
    text = "Insgesamt gingen {} Anträge von kleinen Betrieben mit Sitz in unserem eigenen Landkreis ein, sagte {}."
    drafts = []
    for id_, value, holder in (("a", 212, "Müller"), ("b", 465, "Roth")):
        draft = Draft(id_, text.format(value, holder))
        draft.number(f"{value} Anträge", value, head="antrag", holder_name=holder, what="Anträge")
        drafts.append(draft)
    assert found(*drafts) == ()


@pytest.mark.parametrize("own", ["im eigenen Konzern", "konzernweit", "in der eigenen Partei"])
def test_who_counts_only_his_own_contradicts_nobody(own: str) -> None:
    part = Draft("a", f"Die Bahn bezifferte die Zahl der Streikenden {own} auf 12.000.")
    part.number("12.000", 12000, head="streikender", what="Streikende", holder_name="Bahn")
    whole = Draft("b", "Verdi sprach von 120.000 Streikenden insgesamt.")
    whole.number("120.000 Streikenden", 120000, head="streikender", what="Streikende", holder_name="Verdi")
    (item,) = found(part, whole)
    assert item.assessment == "different_scope"
    assert own in item.reason
