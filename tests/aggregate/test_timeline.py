"""Dated events in order."""

from __future__ import annotations

import pytest
from comparison_builder import Draft, story

from briefing.aggregate import timeline


def test_events_come_in_order_of_time() -> None:
    a = Draft(
        "a",
        "Am Freitag begann das Parlament in Berlin seine Beratung. Am 23. Oktober trafen Soldaten in Kursk ein.",
    )
    a.date("Am Freitag", "2024-10-25").date("Am 23. Oktober", "2024-10-23")
    events = timeline.order(*story(a))
    assert [(e.date, e.planned) for e in events] == [("2024-10-23", False), ("2024-10-25", False)]


def test_an_announced_event_is_planned() -> None:
    a = Draft("a", "Am Freitag soll das Parlament in Berlin über das Gesetz abstimmen.").date(
        "Am Freitag", "2024-11-01"
    )
    assert [e.planned for e in timeline.order(*story(a))] == [True]


def test_the_same_event_of_two_articles_is_one() -> None:
    drafts = [
        Draft(i, "Am 23. Oktober trafen Soldaten aus Nordkorea in Kursk ein.").date("Am 23. Oktober", "2024-10-23")
        for i in "ab"
    ]
    (event,) = timeline.order(*story(*drafts))
    assert [span.article for span in event.evidence] == ["a", "b"]


def test_vague_times_and_weeks_are_no_events() -> None:
    a = Draft(
        "a", "Derzeit kämpfen Soldaten in Kursk. In der Woche begann der Angriff auf Kursk. Ab 2022 war Krieg in Polen."
    )
    a.date("Derzeit", "PRESENT_REF").date("In der Woche", "2024-W43").date("Ab 2022", "2022")
    assert timeline.order(*story(a)) == ()


def test_a_sentence_is_one_event_with_its_most_precise_date() -> None:
    a = Draft("a", "Im Oktober, genau am 23. Oktober, trafen Soldaten in Kursk ein.")
    a.date("Im Oktober", "2024-10").date("am 23. Oktober", "2024-10-23")
    assert [e.date for e in timeline.order(*story(a))] == ["2024-10-23"]


def test_opinion_gives_no_events() -> None:
    a = Draft("a", "Am 23. Oktober trafen Soldaten in Kursk ein.", block="opinion").date("Am 23. Oktober", "2024-10-23")
    assert timeline.order(*story(a)) == ()


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Das sagte der Minister am Montag nach der Sitzung in Berlin.", "am Montag", "2024-10-28"),
        ("In diesem November denkt man an die Soldaten von Kursk.", "In diesem November", "2024-11"),
        ("Soldaten und Helfer trafen am Tag danach in Kursk ein.", "am Tag danach", "2024-11-04"),
        ("Der Parteitag in Berlin gab am Samstag ein schlechtes Bild ab.", "am Samstag", "2024-11-02"),
        ("Bewohner dürfen bis zum 13. Oktober das Haus nicht verlassen.", "13. Oktober", "2024-10-13"),
        ("Das Verfahren gegen Roth im September endete ohne Ergebnis.", "im September", "2018-09"),
        ("Haben Soldaten am 23. Oktober Kursk erreicht?", "am 23. Oktober", "2024-10-23"),
        ("Ich habe am 23. Oktober Soldaten in Kursk getroffen.", "am 23. Oktober", "2024-10-23"),
        ("Berlin prüft die Verlängerung der bis Juni 2021 vereinbarten Hilfen.", "Juni 2021", "2021-06"),
        ("Der Minister erläutert den am Mittwoch in Berlin beschlossenen Kurs.", "am Mittwoch", "2024-10-30"),
        ("Die Behörden in Berlin zählten 3000 Fälle mehr als am Mittwoch.", "am Mittwoch", "2024-10-23"),
        ("So geht es nicht weiter, erklärte der Rat aus Berlin, Müller, am Mittwoch.", "am Mittwoch", "2024-10-23"),
        ("Normalerweise schätzt der Rat die Einnahmen jeweils im Mai.", "im Mai", "2024-05"),
        ("Dieser Parteitag in Berlin ist am 16. November geplant.", "16. November", "2024-11-16"),
        ("Läden in Berlin bleiben vom 23. bis zum 31. Oktober geschlossen.", "31. Oktober", "2024-10-31"),
        ("Die Zahl der Fälle lag in Berlin bei 3826 (Stand: 26. Oktober).", "26. Oktober", "2024-10-26"),
        ("Die Systeme der Ämter in Berlin hätten schon im März kommen können.", "im März", "2024-03"),
        ("Eine Öffnung von Kursk am 1. Mai hätte zu mehr Fällen in Polen geführt.", "1. Mai", "2024-05-01"),
        ("Es schien gerade so, als sei am 9. Oktober der Krieg um Kursk vorbei.", "9. Oktober", "2024-10-09"),
        ("Wäre das Gespräch in Berlin am Freitag gezeichnet worden, sähe es so aus.", "am Freitag", "2024-10-25"),
        ("Die Lage in Kursk wurde „deutlich besser“ als im September beurteilt.", "im September", "2024-09"),
        ("Bilder aus Kursk wie im August wurden in Berlin vermieden.", "im August", "2024-08"),
        ("Er zeigte bessere Zahlen aus Berlin, als Kursk noch im September ermittelt hatte.", "September", "2024-09"),
        ("Das Ergebnis aus Berlin liegt in der Regel am Freitag vor.", "Freitag", "2024-11-01"),
        ("Gegenüber dem vergangenen Dienstag ist die Zahl der Fälle in Berlin gestiegen.", "Dienstag", "2024-10-22"),
        ("Insgesamt wurden seit Februar 5541 Fälle in Berlin gezählt.", "Februar", "2024-02"),
        ("Der Wert lag\nnach Angaben\naus Berlin vom Mittwoch\nbei 0,97 in Kursk.", "Mittwoch", "2024-10-23"),
        ("Der R-Wert lag nach Angaben aus Berlin am Mittwoch bei 0,89.", "am Mittwoch", "2024-10-23"),
        ("Die Schüler in Berlin müssen nicht schon am 7. Januar zurück in die Schule.", "7. Januar", "2025-01-07"),
        ("Das Parlament in Berlin hofft, dass die Läden im Dezember öffnen.", "im Dezember", "2024-12"),
        ("Vor der Sitzung am Donnerstag schien die Mehrheit in Berlin in Gefahr.", "Donnerstag", "2024-10-24"),
        ("Der Mann ist seit der Tat am 4. Oktober in einer Klinik in Kursk.", "4. Oktober", "2024-10-04"),
        ("Das bestätigte eine Sprecherin der Behörde in Berlin am Freitag.", "am Freitag", "2024-10-25"),
    ],
)
def test_no_event(text: str, words: str, value: str) -> None:
    assert timeline.order(*story(Draft("a", text).date(words, value))) == ()


def test_of_a_day_denied_and_the_one_that_holds_the_second_counts() -> None:
    a = Draft("a", "Letzter Schultag in Berlin ist nicht mehr der 22. Dezember, sondern der 18. Dezember.")
    a.date("der 22. Dezember", "2024-12-22").date("der 18. Dezember", "2024-12-18")
    assert [e.date for e in timeline.order(*story(a))] == ["2024-12-18"]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Trump hat sich in der Nacht zu Freitag in Ohio zum Sieger erklärt.", "Freitag", "2024-10-25"),
        ("Nach Angaben der Polizei wurden am Freitag in Berlin 20 Soldaten verletzt.", "Freitag", "2024-10-25"),
        ("Die für Freitag geplante Kundgebung in Berlin ist wegen Regen abgesagt.", "Freitag", "2024-11-01"),
        ("Das Museum in Berlin lädt vom 25. November bis zum 16. Dezember ein.", "25. November", "2024-11-25"),
        ("Am Freitag stand in Berlin eine Frau mit dem Schild „Mein Kursk“ auf der Bühne.", "Freitag", "2024-10-25"),
        ("An diesem Freitag wird das Gutachten des Anwalts in Berlin vorgelegt.", "diesem Freitag", "2024-11-01"),
        ("Nach seinem Studium in Berlin eröffnete der Mann im Juli ein Café in Kursk.", "im Juli", "2024-07"),
    ],
)
def test_what_is_an_event_all_the_same(text: str, words: str, value: str) -> None:
    assert [e.date for e in timeline.order(*story(Draft("a", text).date(words, value)))] == [value]


def test_another_events_day_to_come_is_told_only_where_nothing_else_tells_of_it() -> None:
    aside = Draft("a", "Vor der Sitzung am Freitag zeichnet sich in Berlin keine Mehrheit ab.")
    aside.date("Freitag", "2024-11-01")
    assert [e.date for e in timeline.order(*story(aside))] == ["2024-11-01"]
    own = Draft("b", "Am Freitag soll das Parlament über Hilfen für Kursk beraten.").date("Am Freitag", "2024-11-01")
    assert [e.text.article for e in timeline.order(*story(aside, own))] == ["b"]


def test_a_day_has_few_events() -> None:
    told = ("trafen Soldaten in Kursk ein", "schlossen Banken in Polen", "standen Züge in Ungarn", "fiel Schnee in Rom")
    drafts = [Draft(f"a{n}", f"Am Freitag {what}.").date("Am Freitag", "2024-10-25") for n, what in enumerate(told)]
    assert [e.text.article for e in timeline.order(*story(*drafts))] == ["a0", "a1", "a2"]


def test_what_somebody_says_of_a_day_is_no_event() -> None:
    a = Draft("a", "Der Sprecher: Am 23. Oktober trafen Soldaten in Kursk ein.").date("Am 23. Oktober", "2024-10-23")
    a.quote("Am 23. Oktober trafen Soldaten in Kursk ein.", "Sprecher", "direct")
    assert timeline.order(*story(a)) == ()


@pytest.mark.parametrize(("words", "dates"), [("am Mittwochnachmittag", ["2024-10-23"]), ("um 20 Uhr", [])])
def test_a_time_of_a_named_day_is_that_day(words: str, dates: list[str]) -> None:
    a = Draft("a", f"Das Parlament in Berlin stimmte {words} dem Gesetz über Kursk zu.")
    a.date(words, "2024-10-23TAF", "TIME")
    assert [e.date for e in timeline.order(*story(a))] == dates


@pytest.mark.parametrize(
    ("newest", "dates"), [("2024-10-28", ["2024-10-23"]), ("2025-01-05", ["2024-10-23"]), ("2024-10", ["2024-10-23"])]
)
def test_a_day_without_a_year_lies_near_the_story(newest: str, dates: list[str]) -> None:
    a = Draft("a", "Am 23. Oktober trafen die ersten Soldaten in Kursk ein.", published=None)
    a.date("Am 23. Oktober", "XXXX-10-23")
    b = Draft("b", "Die Lage in Polen ist unklar.", published=newest)
    assert [e.date for e in timeline.order(*story(a, b))] == dates


def test_a_far_month_without_a_year_is_no_plan() -> None:
    a = Draft("a", "Bilder wie im August vor dem Reichstag wolle Berlin unbedingt vermeiden.")
    a.date("im August", "2025-08")
    assert timeline.order(*story(a)) == ()


def test_what_is_to_come_by_somebodys_word_is_an_event() -> None:
    a = Draft("a", "Die Behörde hat mitgeteilt, dass ab dem 1. November ein Test für Flüge nach Polen verbindlich ist.")
    a.date("1. November", "2024-11-01")
    assert [(e.date, e.planned) for e in timeline.order(*story(a))] == [("2024-11-01", True)]


def test_a_day_without_a_year_stays_so_in_an_undated_story_and_stands_last() -> None:
    a = Draft(
        "a",
        "Am 17. Dezember soll Müller vor dem Ausschuss in Berlin aussagen. Im Mai 2024 war das Unternehmen zerbrochen.",
        published=None,
    )
    a.date("17. Dezember", "XXXX-12-17").date("Mai 2024", "2024-05")
    found = [(e.date, e.planned) for e in timeline.order(*story(a))]
    assert found == [("2024-05", False), ("XXXX-12-17", True)]


def test_a_day_that_only_the_present_tense_puts_ahead_is_none_where_the_story_has_it_a_week_before() -> None:
    a = Draft("a", "Am Mittwoch protestieren Hunderte in Kursk gegen die Regeln.").date("Am Mittwoch", "2024-10-30")
    b = Draft("b", "Am Mittwoch versammelten sich Menschen auf dem Marktplatz von Kursk.")
    b.date("Am Mittwoch", "2024-10-23")
    assert [e.date for e in timeline.order(*story(a, b))] == ["2024-10-23"]
