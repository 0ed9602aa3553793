"""Blocks: what a newsroom says of its own work is no news, and what only looks like it is."""

from __future__ import annotations

from briefing.read.blocks import label
from briefing.read.lines import paragraphs

REPORT = (
    "Die Gewerkschaft hat für Donnerstag zu einem Warnstreik im Nahverkehr aufgerufen. Betroffen sind nach Angaben "
    "der Verkehrsbetriebe alle Linien in der Stadt und im Umland."
)
MORE = (
    "Die Arbeitgeber kritisierten den Aufruf als unverhältnismäßig. Man habe ein faires Angebot vorgelegt, sagte eine "
    "Sprecherin am Mittwoch, und sei jederzeit zu weiteren Gesprächen bereit."
)


def boilerplate(*paragraphs: str) -> list[str]:
    text = "\n".join(paragraphs)
    return [text[block.start : block.end] for block in label(text) if block.kind == "boilerplate"]


def test_notes_on_corrections() -> None:
    for note in (
        "Korrekturhinweis: In einer früheren Fassung dieses Artikels hieß es, die Züge führen. Das ist falsch.",
        "In einer früheren Version des Textes war die Rede davon, dass nur Busse fahren. Es fahren auch Bahnen.",
        "[In einer vorherigen Fassung hieß es, dass alle Linien fahren. Das ist nicht der Fall.]",
        "*Anmerkung der Redaktion: Zunächst hatten wir fälschlicherweise berichtet, auch am Freitag werde gestreikt.",
        "Transparenzhinweis: Die Redakteurin dieser Seite ist Mitglied der Gewerkschaft.",
        "Im Newsletter am Morgen haben wir sie als Ministerin bezeichnet. Wir bitten, den Fehler zu entschuldigen.",
    ):
        assert boilerplate(REPORT, MORE, note) == [note]


def test_note_at_the_end_of_a_paragraph() -> None:
    note = "Korrektur: In einer früheren Version wurde sie als Präsidentin bezeichnet. Das ist falsch."
    assert boilerplate(REPORT, f"{MORE} (dpa){note}") == ["(dpa)", note]


def test_what_a_correction_leaves_open_is_news() -> None:
    note = "Hinweis: In einer früheren Version dieses Artikels hieß es, nur Busse führen."
    assert boilerplate(REPORT, MORE, f"{note} Die Stadt kann zurzeit nicht sagen, welche Linien fahren.") == [note]


def test_earlier_drafts_of_others_are_news() -> None:
    for sentence in (
        "In einer früheren Fassung des Gesetzentwurfs hieß es, dass die Steuer steigen soll, sagte der Minister.",
        "In der ersten Version des Papiers war von einer Frist die Rede, die nun fehlt.",
        "Der Minister sagte, man habe den Fehler in der Verordnung korrigiert.",
        "„Wir haben den Fehler korrigiert“, sagte die Sprecherin.",
    ):
        assert not boilerplate(REPORT, sentence, MORE)


def test_offers_are_cut_out_of_paragraphs() -> None:
    for offer in (
        "Sie können die „Fragen des Tages“ auch als Newsletter kostenlos bestellen. Zur Anmeldung geht es hier.",
        "Unsere Stadt-Newsletter, inzwischen rund 230.000 Mal abonniert, bringen Ihnen Aktuelles aus Ihrem Bezirk.",
        "Schreiben Sie uns eine E-Mail an stadt@example.org",
        "Weitere Informationen gibt es unter Telefon 0176/46 03 78 41 oder unter www.example.org.",
    ):
        assert boilerplate(f"{REPORT} {offer}", MORE) == [offer]
        assert boilerplate(REPORT, f"{offer} {MORE}") == [offer]


def test_an_offer_in_brackets_is_one() -> None:
    offer = "[Die Stadt wählt. Nun informieren wir in unserem Newsletter täglich. Zum kostenlosen Abo geht es hier.]"
    assert boilerplate(REPORT, offer, MORE) == [offer]


def test_newsletters_and_subscriptions_in_the_news_stay() -> None:
    for sentence in (
        "Kollegen übersetzen die Regeln des Landratsamtes, verschicken Newsletter und vermitteln Betreuung.",
        "„Und die allermeisten haben ihr Abo auch für diese Saison verlängert“, erzählt sie.",
        "Wir haben Leserinnen und Leser des Newsletters „Stadtpost“ gefragt, wo und wie sie sich einschränken.",
        "Das Haus bittet: „Abonnieren Sie unseren Newsletter, dann erfahren Sie alles“, heißt es im Newsletter.",
        "Schreiben, Sie ahnen es, ist ihr Beruf.",
        "Weitere Informationen wollte die Polizei nicht geben.",
        "Informationen der Stadt zufolge fahren am Montag wieder 300 Züge.",
    ):
        assert not boilerplate(REPORT, f"{sentence} {MORE}")


def test_list_of_contributors() -> None:
    crew = "Anna Kunz, ZeithistorikerinBea Lang, Soziologin und BeraterinEva Maria Roth, AutorinIna Berg, Journalistin"
    assert boilerplate(REPORT, crew, MORE) == [crew]
    assert not boilerplate(REPORT, "Dabei waren Anna Kunz, Autorin, Bea Lang, Soziologin, Ina Berg, Ärztin.", MORE)


def paragraphs_of(text: str) -> list[str]:
    return [part.text for part in paragraphs(text)]


def test_no_paragraph_ends_in_the_middle_of_a_phrase() -> None:
    for whole in (
        "Die Länder halten den Zeitraum vom 23. Dezember bis zum 1. \nJanuar für zu lang.",
        "Die Tragik des 21.\nJahrhunderts ist eine andere.",
        "Der Angreifer habe anders als vermutet keinen\n \nSprengstoff bei sich getragen.",
        "Sie haben in der Stadt dieses Studio, in dem\nSie tagelang arbeiten.",
        "Die Stücke sind ganz aus schwarzem Stoff, da sich an schwarzen \nKleidern die Zeit ablesen lässt.",
        "Nach Informationen der Deutschen Presse-Agentur aus \nVerhandlungskreisen will sie das.",
        "ZEIT\nONLINE: Herr Malik, wie geht es Ihnen?",
    ):
        assert paragraphs_of(whole) == [whole], whole


def test_what_ends_a_paragraph_still_does() -> None:
    for first, second in (
        ("Der Verein steht mit acht Punkten auf Platz 14.", "Dabei wäre mehr möglich gewesen."),
        ("Die Teilnahme ist in den großen Städten geringer ", "Bisher hätten sich mehr als tausend Menschen gemeldet."),
        ("US-Polarisierung reicht weit zurück ", "Lora Kunz, Professorin, erklärt das."),
        ("Weitere Meldungen ", "Außerdem wichtig"),
    ):
        assert paragraphs_of(f"{first}\n{second}") == [first.strip(), second]
