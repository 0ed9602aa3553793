"""Blocks: opinion pieces that do not say so in their text."""

from __future__ import annotations

from briefing.read.blocks import label
from briefing.read.opinion import by_address, by_headline, first_person

TEXT = "Streiken ist richtig\nDie Züge stehen still, und das ist gut so.\nNiemand muss sich dafür entschuldigen."


def kinds(text: str, url: str | None = None) -> list[str]:
    return [block.kind for block in label(text, None, url)]


def test_the_address_tells() -> None:
    for url in (
        "https://example.org/meinung/streik-ist-richtig-1.5102567",
        "https://example.org/sport/kommentar-mit-trommelwirbel-1.5101224",
        "https://example.org/muenchen/corona-alkohol-lieferservice-glosse-1.5105623",
        "https://example.org/politik/2020-11/symptome-gesundheit-erfahrungswissen-10nach8",
    ):
        assert by_address(url), url
        assert kinds(TEXT, url) == ["headline", "opinion", "opinion"]
    for url in (
        None,
        "https://example.org/politik/debatte-ueber-corona-massnahmen-1.51",
        "https://example.org/leben/gespraechsfuehrung-konversation-meinung-sprechen",
        "https://example.org/politik/kommentarfunktion-abgeschaltet.html",
        "https://example.org/suche?rubrik=/meinung/",
    ):
        assert not by_address(url), url


def test_an_author_who_says_i_throughout() -> None:
    mine = "Ich habe meine Maske vergessen, und mir ist das peinlich, weil ich mich ärgere."
    told = "„Ich habe meine Maske vergessen, und mir ist das peinlich, weil ich mich ärgere“, sagte sie."
    assert first_person("Meine Maske", [mine, mine])
    assert not first_person("Meine Maske", [told, told])
    assert not first_person("„Ich habe meine Maske vergessen“", [mine, mine])
    assert not first_person("Meine Maske", [f"Kunz: {mine}", f"Lang: {mine}"] * 2)
    assert not first_person("Meine Maske", [mine, mine, "Die Züge stehen still. " * 500])
    assert kinds(f"Meine Maske\n{mine}\n{mine}") == ["headline", "opinion", "opinion"]


def test_a_headline_that_calls_upon_people() -> None:
    for title in ("Lasst die Schulen offen!", "Vergesst die Jugend nicht schon wieder!", "Verschieben wir das Fest!"):
        assert by_headline(title), title
    for title in ("„Lasst die Schulen offen!“", "Gericht stoppt den Bau!", "Wasser marsch!", "Lasst die Schulen offen"):
        assert not by_headline(title), title
