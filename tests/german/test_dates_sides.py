"""On which side of the article's day a weekday or a month without a year lies."""

from __future__ import annotations

import pytest

from briefing.german.dates import find_dates

WEDNESDAY = "2020-11-04"
SIDES = [
    # the participle that it stands before
    ("Der Report geht aus dem am [Freitag] veröffentlichten Bericht hervor.", "2020-10-30"),
    ("So heißt das am [Freitag] erscheinende Album.", "2020-11-06"),
    ("So heißt das am [Freitag] erscheinende 15. Album.", "2020-11-06"),
    ("Er sagte den für [Freitag] geplanten Auftritt ab.", "2020-11-06"),
    ("Sie begrüßten den am [Freitag] beginnenden Prozess.", "2020-11-06"),
    # what it is compared with, since when, and whose it is
    ("Das sind 51 Tote mehr als am [Montag].", "2020-11-02"),
    ("Immer wieder protestieren Eltern, wie am [Samstag] in Schweinfurt.", "2020-10-31"),
    ("Die Zahl liegt unter dem Höchstwert von [Samstag].", "2020-10-31"),
    ("Er legt in der Sitzung von [Donnerstag] auf Freitag letzte Hand an.", "2020-11-05"),
    # the event that it belongs to
    ("Die Länder hatten für die Beratungen mit der Kanzlerin am [Freitag] einen Plan vorgelegt.", "2020-11-06"),
    ("Drei Tage vor der Partie gegen Bayern am [Samstag] traf er zweimal.", "2020-11-07"),
    ("Der Verband fordert im Vorfeld des Luftverkehrsgipfels der Regierung am [Freitag] Hilfen.", "2020-11-06"),
    ("In der [Nacht zu Mittwoch] erklärte er sich zum Sieger.", "2020-11-03TNI"),
    ("Im Juli 2018 floh er, im April vergangenen Jahres wurde er verurteilt. Im [Dezember] kam er frei.", "2019-12"),
    ("Sollte vor dem Spitzenspiel am [Samstag] keiner krank werden, ist alles gut.", "2020-11-07"),
    ("Vor der Anhörung am [Dienstag] hielten sie das für unwahrscheinlich.", "2020-11-03"),
    ("Der Senat will die am Montag erzielten Ergebnisse voraussichtlich am [Freitag] beraten.", "2020-11-06"),
    # the verb
    ("Informiert worden ist er davon am [Dienstag] durch einen Anruf.", "2020-11-03"),
    ("Die Sicherheit wurde spätestens an [diesem Montagabend] zerstört.", "2020-11-02TEV"),
    ("An [diesem Dienstagabend] sieht er müde aus.", "2020-11-03TEV"),
    ("Lukas ist am [Dienstag] in der Stadt unterwegs.", "2020-11-03"),
    ("Am [Montagabend] kommt sie in den Kreißsaal.", "2020-11-02TEV"),
    ("Am [Montag] tagt der Ausschuss.", "2020-11-09"),
    # the week that is named
    ("Er war am [Montag] dieser Woche dort.", "2020-11-02"),
    ("Sie sind am [Montag] und Dienstag dieser Woche untersucht worden.", "2020-11-02"),
    ("Es soll am [Mittwoch] kommender Woche neue Beratungen geben.", "2020-11-11"),
    ("Das sind mehr als am [Dienstag] vergangener Woche.", "2020-10-27"),
    ("Das war am [Samstag] vor anderthalb Wochen.", "2020-10-24"),
    ("Vergangene Woche klang das anders. Am [Dienstag] veröffentlichte der Rat einen Bericht.", "2020-10-27"),
    ("Am [morgigen Mittwoch] wird der Plan beschlossen.", "2020-11-04"),
    ("Am [gestrigen Dienstag] wurde er gewählt.", "2020-11-03"),
    ("Es war an einem [Freitag], als er kam.", "XXXX-WXX-5"),
    ("An einem warmen [Mittwoch] kamen sie.", "XXXX-WXX-3"),
    ("Es wird vom [übernächsten Donnerstag] an darum gehen.", "2020-11-12"),
    ("Das Team, das in Heimen und von [Freitag] an auch in Schulen testet, wuchs.", "2020-11-06"),
    ("Eigentlich hätte die Bahn bereits am [Samstag] genutzt werden sollen.", "2020-10-31"),
    ("Ab [Montag] galt das Verbot.", "2020-11-02"),
    # months
    ("Die Antwort aus [dem August] nennt nur wenige Hundert, es könnten mehr sein.", "2020-08"),
    ("Er wird seit [Februar] mit Haftbefehl gesucht.", "2020-02"),
    ("Die Länder einigten sich darauf, die Regeln bis zum [20. Dezember] zu verlängern.", "2020-12-20"),
    ("Der Beginn war schon zuvor auf [den 19. Dezember] gesetzt worden.", "2020-12-19"),
    ("Sie hoffe, im [Dezember] Millionen zu impfen, sagte die Ministerin.", "2020-12"),
    ("Im [Dezember] fanden die ersten Sitzungen statt.", "2019-12"),
    ("Die im [Dezember] auf Bali tagende Konferenz rief sie dazu auf.", "2020-12"),
    ("Koki willigte ein, im [März] sollten die Verträge unterzeichnet werden.", "2020-03"),
    ("Im [März] soll der Vertrag unterzeichnet werden.", "2021-03"),
    ("Damit ist spätestens im [Februar] ein weiterer Lockdown nötig.", "2021-02"),
    ("Für [Januar] bis April 2021 sind weitere Millionen geplant.", "2021-01"),
    ("Die Befragung soll die vom [April] und Juni dieses Jahres ergänzen.", "2020-04"),
    ("Die Hilfe gilt von [November] bis Ende Februar 2021.", "2020-11"),
    ("Das Museum schließt vom [21. Dezember] bis zum 10. Januar 2022.", "2021-12-21"),
    ("Das Votum galt als Test vor der für [Mitte Januar] geplanten Wahl eines Chefs.", "2021-01"),
    # a log: the day of its entry
    ("Neues\nMontag, 2. November, 9.12 Uhr: Wie am [Freitag] bekannt wurde, gilt das.", "2020-10-30"),
]


@pytest.mark.parametrize(("marked", "value"), SIDES)
def test_the_side_on_which_a_day_lies(marked: str, value: str) -> None:
    at = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    assert [d.value for d in find_dates(text, WEDNESDAY) if d.start == at] == [value]


def test_entries_of_a_log_are_told_from_their_own_day() -> None:
    text = (
        "Mehr Fälle\nDienstag, 3. November, 8.00 Uhr: Die Zahl stieg.\n"
        "Verbote\nFreitag, 30. Oktober, 21:15 Uhr: Am Montag sollen sie in Kraft treten, wie es heute heißt."
    )
    assert [d.value for d in find_dates(text, WEDNESDAY) if d.type == "DATE"] == [
        "2020-11-03", "2020-10-30", "2020-11-02", "2020-10-30",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Er verlor von heute auf morgen jede Perspektive.",
        "Das sagte er der Bild am Sonntag.",
        "So der Kardiologe Nikolaus Haas.",
        "1060 gelten als genesen.",
    ],
)
def test_what_only_looks_like_a_day(text: str) -> None:
    assert find_dates(text, WEDNESDAY) == []


def test_a_story_told_long_before_leaves_no_year() -> None:
    text = (
        "Die Firma wurde 2004 gegründet. " + "Sie wuchs und wuchs mit jedem neuen Auftrag. " * 6 + "Im August kam mehr."
    )
    assert [d.value for d in find_dates(text, WEDNESDAY)] == ["2004", "2020-08"]


@pytest.mark.parametrize(
    ("verb", "value"), [("past", "2020-10-30"), ("present", "2020-11-06"), ("future", "2020-11-06")]
)
def test_the_parsed_verb_tells_where_the_words_of_the_clause_do_not(verb: str, value: str) -> None:
    text = "Die Firma, die am Freitag Zahlen vorlegt, hat Stellen gestrichen."
    assert [d.value for d in find_dates(text, WEDNESDAY, lambda start, end: verb)] == [value]
