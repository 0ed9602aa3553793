"""A statement in other words is the same entry, other statements of one speaker are not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from quotes_builder import People, article, merged

from briefing.aggregate.quotes import merge
from briefing.model import Quote, Span


def test_two_statements_in_one_frame_are_shown_once() -> None:
    groups = merged(
        "Rutte bestritt, [indirect|Rutte|dass Truppen da seien] und [indirect|Rutte|dass Waffen fehlten].",
    )
    assert [len(group.variants) for group in groups] == [1]


def test_a_statement_that_two_rules_find_in_one_sentence_has_one_variant() -> None:
    words = "die Truppen an der Grenze zum Nachbarland fast vollständig eingetroffen seien"
    (group,) = merged(
        f"Laut Rutte sagten viele, [indirect|Rutte|dass {words}], und [indirect|Rutte|dass {words} bald]."
    )
    assert [variant.kind for variant in group.variants] == ["indirect"]


_ONE_SPEAKER = [
    (  # short words in marks, repeated
        "Er nannte das [direct|Rutte|„falsch“].",
        "Das sei [direct|Rutte|„falsch“].",
    ),
    (  # numbers in words and in figures
        "[direct|Rutte|„Es ist 5 vor 12 an der Grenze zum Nachbarland“]",
        "[indirect|Rutte|es ist fünf vor zwölf an der Grenze zum Nachbarland]",
    ),
    (  # a negation in another clause
        "[direct|Rutte|„Wir hatten lange überlegt, ob es einen milderen Weg gibt“]",
        "[indirect|Rutte|sie hätten lange überlegt, ob es einen milderen Weg gebe, aber dort finde ihn keiner]",
    ),
    (  # the same words in marks
        "[indirect|Rutte|dass man bei Vernunft aller einen „erträglichen Dezember“ erleben werde]",
        "[indirect|Rutte|dann gebe es Hoffnung auf einen „erträglichen Dezember“]",
    ),
    (  # one of two sentences
        "[free|Rutte|Der Landkreis sei an seiner Grenze.\nDie Beamten brauchten dringend mehr Unterstützung.]",
        "[indirect|Rutte|die Beamten in der Stadt brauchten ganz dringend Unterstützung]",
    ),
]


@pytest.mark.parametrize(("one", "other"), _ONE_SPEAKER)
def test_one_speaker_s_statement_in_other_words_is_one_entry(one: str, other: str) -> None:
    (group,) = merged(one, other)
    assert len(group.variants) == 2


_APART = [
    (  # a question, and what it asks about
        "[indirect|Rutte|wer den Aufsichtsrat und die Wirtschaftsprüfer getäuscht habe]",
        "[indirect|Rutte|dass jemand den Aufsichtsrat und die Wirtschaftsprüfer getäuscht habe]",
    ),
    (  # a common phrase
        "[indirect|Rutte|es sei „nicht in Ordnung“, wie die Länder ihre Rechnungen vorlegten]",
        "[indirect|Rutte|der Umgang mit dem Bundestag sei „nicht in Ordnung“]",
    ),
    (  # a formula of rates
        "[indirect|Rutte|bei 50 Neuinfektionen je 100.000 Einwohner gelte die Sperrstunde]",
        "[indirect|Rutte|Reisende aus Orten mit 50 Neuinfektionen je 100.000 Einwohner müssten zum Test]",
    ),
]


@pytest.mark.parametrize(("one", "other"), _APART)
def test_other_statements_of_one_speaker_stay_apart(one: str, other: str) -> None:
    assert len(merged(one, other)) == 2


def test_numbers_of_no_variant_contradict_each_other() -> None:
    groups = merged(
        "[indirect|Rutte|dass Soldaten in die umkämpfte Region Kursk geschickt worden seien]",
        "[indirect|Rutte|dass 1500 Soldaten in die Region Kursk geschickt worden seien]",
        "[indirect|Rutte|dass 3000 Soldaten in die Region Kursk geschickt worden seien]",
    )
    assert len(groups) == 2


@pytest.mark.parametrize(
    ("speaker", "people", "entries"),
    [
        ("die Kanzlerin", People(("Anna Weber",), roles=("Bundeskanzlerin",)), 1),
        ("die Opposition", People(("Anna Weber",), roles=("Bundeskanzlerin",)), 2),
        ("", People(("Anna Weber",)), 1),
        ("", People(()), 1),
        ("die Partei", People(("Anna Weber",), others=("die Partei",)), 2),
    ],
)
def test_a_speaker_s_function_or_missing_name_does_not_part_a_statement(
    speaker: str, people: People, entries: int
) -> None:
    groups = merged(
        "[indirect|Anna Weber|trotz der Kurzarbeit seien in der Industrie viele Stellen verloren gegangen]",
        f"[indirect|{speaker}|dass in der Industrie trotz Kurzarbeit sehr viele Stellen weggefallen seien]",
        people=people,
    )
    assert len(groups) == entries


def test_unnamed_words_in_marks_are_not_given_to_somebody_who_said_the_like() -> None:
    groups = merged(
        "[indirect|Anna Weber|sicher sei, dass kein Sportler eine Infektion auf die leichte Schulter nehmen solle]",
        "[direct||„Ich weise Sportler darauf hin, dass sie eine Infektion nicht auf die leichte Schulter nehmen“]",
    )
    assert len(groups) == 2


@pytest.mark.parametrize(
    "again", ["[direct|Rutte|„Die Lage an der Grenze ist sehr ernst“]", "[indirect|Rutte|die Lage an der Grenze]"]
)
def test_words_that_an_article_prints_twice_are_one_variant_with_two_places(again: str) -> None:
    (group,) = merged(
        f"{again}\n[direct|Rutte|„Die Lage an der Grenze ist sehr ernst.“]",
        "[direct|Rutte|„Die Lage an der Grenze ist sehr ernst.“]",
    )
    assert sorted(len(variant.evidence) for variant in group.variants) == [1, 2]


def test_what_somebody_reports_of_another_s_words_is_shown_once() -> None:
    text = "Viele Menschen hätten sich geweigert, den großen Platz zu räumen, sagte Weber."
    first, analysis = article("a0", text)

    def quote(words: str, speaker: str, cue: str, rule: str) -> Quote:
        spans = [Span(article="a0", start=text.index(w), end=text.index(w) + len(w)) for w in (words, cue)]
        return Quote(kind="indirect", content=tuple(spans[:1]), cue=tuple(spans[1:]), speaker_name=speaker, rule=rule)

    quotes = (
        quote(text.removesuffix(", sagte Weber."), "Anna Weber", "sagte", "indirect/behind"),
        quote("den großen Platz zu räumen", "viele Menschen", "geweigert", "indirect/infinitive"),
    )
    groups = merge({"a0": first}, {"a0": replace(analysis, quotes=quotes)}, {"a0": "a0"}, People(("Anna Weber",)))
    assert [group.speaker.name for group in groups if group.speaker] == ["Anna Weber"]


@pytest.mark.parametrize(("number", "entries"), [("5.400", 1), ("54", 2)])
def test_one_rare_number_of_one_thing_is_one_statement(number: str, entries: int) -> None:
    groups = merged(
        f"[indirect|Rutte|die Pleiten könnten im Quartal auf {number} steigen]",
        f"[reported|Rutte|Rutte sagt schon für dieses Quartal {number} Pleiten voraus.]"
        "\nGestern regnete es.\nHeute scheint die Sonne.\nMorgen schneit es wieder.",
    )
    assert len(groups) == entries


def test_two_statements_that_one_run_of_sentences_holds_stay_apart() -> None:
    groups = merged(
        "[free|Rutte|Veranstaltungen mit vielen Leuten seien über Wochen nicht möglich.\n"
        "Kitas und Schulen blieben so lange wie möglich offen.]",
        "[direct|Rutte|„Veranstaltungen mit vielen Leuten sind über Wochen nicht möglich“]",
        "[indirect|Rutte|Kitas und Schulen sollten so lange wie möglich offen bleiben]",
    )
    assert sorted(len(group.variants) for group in groups) == [1, 2]


def test_an_act_of_others_does_not_hide_the_words_that_tell_of_it() -> None:
    first, analysis = article("a0", "[indirect|Anna Weber|hätten sich viele Menschen geweigert, den Platz zu räumen].")
    act = Quote(
        kind="reported", content=(Span(article="a0", start=0, end=len(first.text)),), speaker_name="viele Menschen"
    )
    both = replace(analysis, quotes=(act, *analysis.quotes))
    (group,) = merge({"a0": first}, {"a0": both}, {"a0": "a0"}, People(("Anna Weber",)))
    assert group.kind == "indirect"


def test_long_direct_speech_is_known_again_under_the_name_of_a_body() -> None:
    groups = merged(
        "[direct|Rutte|„Die Staaten, die es heute schaffen, werden besser durch die Krise kommen und weiter sein.“]",
        "[direct|Nato|„Das ist es: Die Staaten, die es heute schaffen, werden besser durch die Krise kommen.“]",
        people=People(("Mark Rutte",), ("Nato",)),
    )
    assert [group.speaker.name for group in groups if group.speaker] == ["Mark Rutte"]
