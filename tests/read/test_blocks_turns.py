"""Blocks of interviews: who asks, who answers, and what only looks like an interview."""

from __future__ import annotations

from briefing.read.blocks import label

LEAD = "Die Stadt plant eine neue Brücke. Ein Gespräch über Geld, Lärm und die Frage, wann sie endlich steht."


def labelled(*lines: str) -> list[tuple[str, str]]:
    text = "\n".join(lines)
    return [(block.kind, text[block.start : block.end]) for block in label(text)]


def test_turns_with_labels() -> None:
    assert labelled(
        "„Wir brauchen die Brücke“",
        LEAD,
        "BLATT: Frau Kunz, wann wird gebaut?",
        "Anna Kunz: Im Mai. Das Geld ist da.",
        "BLATT: Das klingt nach einem Versprechen.",
        "Kunz: Es ist eines.",
        "Wir haben lange genug gewartet.",
        "BLATT: Und der Lärm?",
        "Kunz: Der bleibt.",
    ) == [
        ("headline", "„Wir brauchen die Brücke“"),
        ("lead", LEAD),
        ("dateline", "BLATT:"),
        ("heading", "Frau Kunz, wann wird gebaut?"),
        ("dateline", "Anna Kunz:"),
        ("body", "Im Mai. Das Geld ist da."),
        ("dateline", "BLATT:"),
        ("heading", "Das klingt nach einem Versprechen."),
        ("dateline", "Kunz:"),
        ("body", "Es ist eines."),
        ("body", "Wir haben lange genug gewartet."),
        ("dateline", "BLATT:"),
        ("heading", "Und der Lärm?"),
        ("dateline", "Kunz:"),
        ("body", "Der bleibt."),
    ]


def test_a_label_on_a_line_of_its_own() -> None:
    found = labelled(
        "Das Gespräch", LEAD, "BLATT:", "Wann?", "Kunz:", "Im Mai.", "BLATT:", "Sicher?", "Kunz:", "Ja, ganz sicher."
    )
    assert [kind for kind, _ in found] == ["headline", "lead", *["dateline", "heading", "dateline", "body"] * 2]


def test_label_before_the_first_question_only() -> None:
    found = labelled(
        "„Wir brauchen die Brücke“",
        LEAD,
        "SZ: Frau Kunz, wann bauen Sie?",
        "Im Mai. Das Geld ist da, die Pläne auch, und die Stadt hat zugestimmt.",
        "Haben Sie die Nachbarn gefragt?",
        "Ja, alle. Die meisten wollen die Brücke, manche fürchten den Lärm der Züge.",
        "Den gibt es ja auch heute schon.",
        "Das stimmt. Er wird nicht mehr werden, aber anders klingen, sagen die Fachleute.",
        "Und was wünschen Sie sich?",
        "Dass es schnell geht und niemand klagt, das wäre für alle das Beste.",
    )
    assert [kind for kind, _ in found] == ["headline", "lead", "dateline", *["heading", "body"] * 4]


def test_questions_without_a_label() -> None:
    found = labelled(
        "„Wir brauchen die Brücke“",
        LEAD,
        *("Wann wird gebaut?", "KUNZ: Im Mai. Das Geld ist da.", "Und der Lärm?", "LANG: Der bleibt.") * 2,
        "Freuen Sie sich?",
        "KUNZ: Ja, sehr.",
    )
    assert [kind for kind, _ in found] == ["headline", "lead", *["heading", "dateline", "body"] * 5]


def test_what_is_no_interview() -> None:
    report = "Die Gewerkschaft hat zu einem Warnstreik aufgerufen. Betroffen sind alle Linien in der Stadt."
    for lines in (
        (
            "Vorteile: Man spart Geld.",
            "Nachteile: Man spart keine Zeit.",
            "Vorteile: Es ist leise.",
            "Nachteile: Keine.",
        ),
        ("Was ist passiert?", report, "Wer ist betroffen?", report, "Was sagen die Arbeitgeber?", report),
        ("Berlin: Die Züge stehen.", "Köln: Die Züge fahren.", "Berlin: Es geht weiter.", "Köln: Es ist ruhig."),
    ):
        assert "dateline" not in [kind for kind, _ in labelled(report, *lines, report)]
