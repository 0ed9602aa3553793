"""Dates, agencies, authors, publishers: found where they stand, never invented."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.config import Limits
from briefing.model import Article
from briefing.read import blocks, date_articles, lines, mail, metadata, openings, plain, published
from briefing.read.draft import Draft

REPORT = (
    "Bei dem Erdbeben sind nach Angaben der Behörden mindestens 40 Menschen ums Leben gekommen. Die Suche nach "
    "Verschütteten dauerte am Abend an, wie ein Sprecher des Zivilschutzes sagte."
)


def article(text: str, id: str = "a", **given: object) -> Article:
    draft = Draft(text=text, sha256="", **given)  # type: ignore[arg-type]
    return metadata.article(draft, id=id, file=f"{id}.txt", blocks=blocks.label(text, draft.title))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-10-28", "2024-10-28"),
        ("2024-10-28 08:00:23", "2024-10-28"),
        ("2024-10-28T23:30:00+02:00", "2024-10-28"),
        ("2024-10", "2024-10"),
        ("2024", "2024"),
        ("20241028", "2024-10-28"),
        ("28.10.2024, 14 Uhr", "2024-10-28"),
        ("Montag, 28. Oktober 2024", "2024-10-28"),
        ("1. Jänner 2025", "2025-01-01"),
        ("Mon, 28 Oct 2024 06:00:00 +0100", "2024-10-28"),
        ("2024-13-01", None),
        ("31.02.2024", None),
        ("gestern", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_in_common_forms(value: str | None, expected: str | None) -> None:
    assert published.normal(value) == expected


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_in_three_forms(day: date) -> None:
    month = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()[day.month - 1]
    for form in (day.isoformat(), f"{day.day}.{day.month}.{day.year}", f"{day.day}. {month} {day.year}"):
        assert published.normal(form) == day.isoformat()


@given(st.text(max_size=60))
def test_no_text_breaks_the_dates(text: str) -> None:
    assert published.normal(text) is None or published.middle(published.normal(text) or "")


@pytest.mark.parametrize(
    ("text", "expected", "rule"),
    [
        (f"Beben erschüttert Küste\nStand: 28.10.2024, 14:03 Uhr\n{REPORT}\n{REPORT}", "2024-10-28", "stamp"),
        (f"Beben erschüttert Küste\nMontag, 28. Oktober 2024\n{REPORT}\n{REPORT}", "2024-10-28", "stamp"),
        (f"Izmir (Türkei), 28.10.2024 – {REPORT}", "2024-10-28", "dateline"),
        (f"Izmir, 28. Oktober 2024 (AFP) - {REPORT}", "2024-10-28", "dateline"),
        (f" date 2024-10 Quelle: (c) Copyright Beispiel 2024.\n\n{REPORT}", "2024-10", "marked"),
        (f"{REPORT} Das letzte große Beben gab es am 30. Oktober 2020.", None, ""),
        (f"Montag, 28. Oktober 2024\n{REPORT}\nDienstag, 29. Oktober 2024\n{REPORT}", None, ""),
        (REPORT, None, ""),
    ],
)
def test_date_of_an_article(text: str, expected: str | None, rule: str) -> None:
    found = article(text)
    assert (found.published, found.dated_by) == (expected, rule)


def test_given_date_goes_before_all_others() -> None:
    found = article(f"Stand: 28.10.2024\n{REPORT}", published="2024-10-29", given=True)
    assert (found.published, found.dated_by) == ("2024-10-29", "given")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Er sagte das diesem Montag (28. Oktober) in Brüssel.", "2024-10-28"),
        ("Er sagte das am Montag, dem 28. Oktober, in Brüssel.", "2024-10-28"),
        ("Er sagte das am Montag, 28.10., in Brüssel.", "2024-10-28"),
        ("Er sagte das am Dienstag (28. Oktober) in Brüssel.", None),  # a Tuesday in 2025 and 2014: too far away
        ("Er reist am kommenden Montag (28. Oktober) nach Brüssel.", None),
        ("Bereits am 23. Oktober 2024 hatte er das angekündigt.", "2024-10-23"),
        ("Am 24. Februar 2022 begann der Krieg.", None),
        ("Am Montag reiste er ab.", None),
    ],
)
def test_dates_that_need_the_other_articles(sentence: str, expected: str | None) -> None:
    others = [article(REPORT, "b", published="2024-10"), article(REPORT, "c", published="2024-10-29")]
    undated = article(f"{REPORT} {sentence}")
    assert undated.published is None
    for seed in range(3):
        every = [undated, *others]
        random.Random(seed).shuffle(every)
        dated = date_articles(every)
        assert [a.id for a in dated] == [a.id for a in every]
        assert next(a for a in dated if a.id == "a").published == expected
    assert date_articles([undated]) == [undated]


def test_dated_articles_keep_their_date() -> None:
    every = [
        article(f"{REPORT} Am Montag (28. Oktober).", "a", published="2024-11-02"),
        article(REPORT, "b", published="2024-10"),
    ]
    assert date_articles(every) == every


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Izmir (Reuters) - {REPORT}", "Reuters"),
        (f"{REPORT}\n\nOZD / ©AFP", "AFP"),
        (f"{REPORT} (dpa)", "dpa"),
        (f"{REPORT} (mit Reuters, dpa)", "Reuters, dpa"),
        (f"{REPORT} (Tsp/dpa/AFP)", "dpa, AFP"),
        (f"{REPORT}\n(Quelle: APA/sda/dpa)", "APA, Keystone-SDA, dpa"),
        (f"{REPORT} Das sagte er der Nachrichtenagentur Reuters.", None),
        (f"{REPORT} Die AP (Reuters bestätigte das) meldete mehr.", None),
        (f"{REPORT} (Foto links)", None),
    ],
)
def test_agency(text: str, expected: str | None) -> None:
    assert article(text).agency == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Beben an der Küste\nVon Erika Beispiel\n{REPORT}\n{REPORT}", "Erika Beispiel"),
        (
            f"Beben an der Küste\nVon Erika Beispiel und Max von der Heide\n{REPORT}\n{REPORT}",
            "Erika Beispiel und Max von der Heide",
        ),
        (f"{REPORT} (mg)", "mg"),
        (f"{REPORT} (dpa)", None),
        (f"Von Izmir bis Athen\n{REPORT}\n{REPORT}", None),
    ],
)
def test_author(text: str, expected: str | None) -> None:
    assert article(text).author == expected


def test_publisher_names_itself() -> None:
    found = article(
        f"Zum Inhalt springen\nBeispiel.news - Nachrichten aus aller Welt\nBeben an der Küste\n{REPORT}\n{REPORT}"
    )
    assert (found.publisher, found.title) == ("Beispiel.news", "Beben an der Küste")
    for line in ("Beispiel.com – ein Konzern wächst weiter.", "Beispiel.com - Aktie bricht nach Zahlen ein"):
        assert article(f"{line}\n{REPORT}").publisher is None


def test_given_metadata_is_never_replaced() -> None:
    found = article(f"Beben\nVon Erika Beispiel\n{REPORT} (dpa)", title="T", author="A", agency="AFP", publisher="P")
    assert (found.title, found.author, found.agency, found.publisher) == ("T", "A", "AFP", "P")
    assert replace(found, text="") != found


WORST: list[tuple[str, Callable[[str], object]]] = [
    ("A ", blocks.label),
    ("A.\n", blocks.label),
    ("[a", blocks.label),
    ("[" + "a" * 50 + "]", blocks.label),
    ("Ein Kommentar von A", blocks.label),
    ("\ufeff ", lines.paragraphs),
    ("a \ufeff", lines.paragraphs),
    ("\n \r", lines.paragraphs),
    ("A/", openings.dateline),
    ("A-a ", openings.author),
    (" (a", openings.signature),
    ("dpa/", openings.agencies),
    ("Montag, 2", lambda text: published.near(text, blocks.label(text), date(2024, 1, 1))),
    ("1.1", published.normal),
    ("stand ", lambda text: published.of(Draft(text=text, sha256=""), blocks.label(text))),
    ("=?utf-8?q?a?= ", lambda text: list(mail.read("x", b"Subject: " + text.encode() + b"\n\nText", Limits()))),
    ("<", plain.to_text),
    ("<!", plain.to_text),
    ("&#", plain.to_text),
]


def spent(function: Callable[[str], object], text: str) -> float:
    best = 9.0
    for _ in range(2):
        start = time.process_time()
        function(text)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize(("piece", "function"), WORST, ids=lambda value: repr(value) if isinstance(value, str) else "")
def test_twice_the_input_costs_about_twice_the_time(piece: str, function: Callable[[str], object]) -> None:
    # Four doublings at once: linear costs 16 times as much, quadratic 256 times.
    count = 4_000 // len(piece) + 1
    small, large = spent(function, piece * count), spent(function, piece * count * 16)
    assert large < 0.05 or large < 64 * small
