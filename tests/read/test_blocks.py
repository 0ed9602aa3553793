"""Blocks: labels on real forms of articles, and the promise that nothing is ever lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Block
from briefing.read.blocks import label
from briefing.read.lines import paragraphs

SHORT = {"h": "headline", "l": "lead", "b": "body", "u": "heading", "d": "dateline", "o": "opinion", "x": "boilerplate"}

REPORT = (
    "Die Gewerkschaft hat für Donnerstag zu einem Warnstreik im Nahverkehr aufgerufen. Betroffen sind nach Angaben "
    "der Verkehrsbetriebe alle Linien in der Stadt und im Umland."
)
MORE = (
    "Die Arbeitgeber kritisierten den Aufruf als unverhältnismäßig. Man habe ein faires Angebot vorgelegt, sagte eine "
    "Sprecherin am Mittwoch, und sei jederzeit zu weiteren Gesprächen bereit."
)


def marked(*lines: str) -> tuple[str, list[tuple[str, str]]]:
    """Lines written `kind|text`; a line `d|…||b|…` holds two blocks."""
    texts: list[str] = []
    expected: list[tuple[str, str]] = []
    for line in lines:
        parts = [part.split("|", 1) for part in line.split("||")] if line else []
        expected += [(SHORT[kind], text) for kind, text in parts]
        texts.append(" ".join(text for _, text in parts))
    return "\n".join(texts), expected


def labelled(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in label(text, title)]


def check(*lines: str, title: str | None = None) -> None:
    text, expected = marked(*lines)
    assert labelled(text, title) == expected


def test_headline_lead_dateline_and_headings() -> None:
    check(
        "h|Warnstreik legt Nahverkehr lahm",
        "l|Busse und Bahnen stehen am Donnerstag still. Was Pendler wissen müssen.",
        f"d|Köln/Bonn (dpa) -||b|{REPORT}",
        "u|Arbeitgeber weisen Forderung zurück",
        f"b|{MORE}",
    )


def test_text_without_headline_is_all_body() -> None:
    check(f"b|{REPORT}", f"b|{MORE}")


def test_given_title_is_found_although_it_ends_like_a_sentence() -> None:
    check("h|Nun wird gestreikt.", f"l|{REPORT}", f"b|{MORE}", title="Nun wird gestreikt.")


def test_kicker_above_the_headline() -> None:
    check("u|Tarifkonflikt", "h|Warnstreik legt den Nahverkehr lahm", f"l|{REPORT}", f"b|{MORE}")


def test_datelines() -> None:
    check(f"d|Hamburg –||b|{REPORT}", f"b|{MORE}")
    check(f"d|Essen.||b|{REPORT}", f"b|{MORE}")
    check(f"d|BERLIN (AFP) -||b|{REPORT}", f"b|{MORE}")
    check(f"d|Berlin (Deutschland), 28.10.2024 –||b|{REPORT}", f"b|{MORE}")
    check(f"d|Kleinkleckersdorf (dpa/lby) -||b|{REPORT}", f"b|{MORE}")


def test_what_looks_like_a_dateline_and_is_none() -> None:
    check(f"b|Donald Trump – Er bleibt dabei. {REPORT}", f"b|{MORE}")
    check(f"b|Nein. {REPORT}", f"b|{MORE}")
    check(f"b|Berlin (West) war lange geteilt. {REPORT}", f"b|{MORE}")


def test_signature_and_credit_close_a_report() -> None:
    check(f"b|{REPORT}", f"b|{MORE}||x|(mg)")
    check(f"b|{REPORT}", f"b|{MORE}||x|(dpa/AFP)")
    check(f"b|{REPORT}", f"b|{MORE}", "x|OZD / ©AFP")
    check(f"b|{REPORT}", f"b|{MORE} (Er lebt.)")


def test_teaser_list_ends_where_the_report_goes_on() -> None:
    check(
        f"b|{REPORT}",
        "x|Lesen Sie auch",
        "x|Streik bei der Bahn: Was Reisende wissen müssen",
        "x|Wie viel verdienen Busfahrer?",
        f"b|{MORE}",
    )


def test_navigation_and_offers() -> None:
    check(
        "x|Zum Inhalt springen",
        "x|Beispiel.de - Nachrichten aus aller Welt",
        "x|QR-Code zu www.beispiel.de",
        "h|Warnstreik legt Nahverkehr lahm",
        f"l|{REPORT}",
        "x|Meine news",
        f"b|{MORE}",
        "x|[Wenn Sie aktuelle Nachrichten live auf Ihr Handy haben wollen, empfehlen wir Ihnen unsere App.]",
        "x|Hier können Sie den Newsletter kostenlos bestellen.",
        "x|© 2024 Alle Rechte vorbehalten",
        title="Warnstreik legt Nahverkehr lahm",
    )


def test_aside_inside_a_paragraph_is_cut_out() -> None:
    check(f"b|{REPORT}||x|[Lesen Sie auch: Wie der Streik die Pendler in der Region trifft]", f"b|{MORE}")


def test_sentences_that_begin_like_boilerplate_stay() -> None:
    for sentence in (
        "Mehr dazu wollte die Sprecherin nicht sagen.",
        "Quelle der Verunreinigung war nach Angaben der Behörde ein defektes Rohr im Keller.",
        "Zum Thema Rente schwieg der Minister auf der Pressekonferenz beharrlich.",
        "Der Newsletter der Partei ging an 20.000 Mitglieder.",
        "Was ist passiert?",
        "Foto und Film waren im Gerichtssaal verboten.",
        "Das Copyright an den Bildern liegt bei der Stadt.",
        "Der Autor Max Muster ist bei einem Angriff in Leipzig verletzt worden.",
        "„Sie können Ihr Abo jederzeit kostenlos kündigen“, sagte ein Sprecher der Verkehrsbetriebe.",
        "Melden Sie sich sofort, wenn Sie in der Nacht etwas gesehen haben.",
        "Empfehlungen",
        "Teilen der Stadt fehlt noch immer der Strom.",
    ):
        kinds = [kind for kind, _ in labelled(f"{REPORT}\n{sentence}\n{MORE}")]
        assert "boilerplate" not in kinds, sentence


def test_boxes_at_the_end_are_boilerplate_in_the_middle_they_are_not() -> None:
    box = "Erika Beispiel ist seit 2019 Vorsitzende der Gewerkschaft. Sie lebt in Bremen."
    long = f"{REPORT}\n{MORE}\n{REPORT}"
    at_end = labelled(f"{long}\nWer ist Erika Beispiel?\n{box}\nHinweise:\nAlle Angaben ohne Gewähr.")
    assert [kind for kind, _ in at_end] == ["body"] * 3 + ["boilerplate"] * 4
    asked = labelled(f"{long}\nWas ist Ihr Wunsch für die Zukunft?\nIch denke, dass für die Zukunft Ruhe wichtig ist.")
    assert "boilerplate" not in [kind for kind, _ in asked]
    inside = labelled(f"{REPORT}\nWer ist Erika Beispiel?\n{box}\nDer Streik\n{MORE}")
    assert "boilerplate" not in [kind for kind, _ in inside]


def test_opinion_section_lasts_until_what_ends_it() -> None:
    check(
        "h|Warnstreik legt Nahverkehr lahm",
        f"l|{REPORT}",
        f"b|{MORE}",
        "u|XYZ-Kommentar:",
        "u|Wer hat die Macht?",
        f"o|{MORE}",
        f"o|{REPORT}",
        "u|Hintergrund",
        f"b|{REPORT}",
    )


def test_opening_that_calls_itself_an_opinion() -> None:
    text = f"Streiken ist richtig\n{REPORT} Ein Kommentar.\n{MORE}\n{MORE}"
    assert [kind for kind, _ in labelled(text)] == ["headline", "opinion", "opinion", "opinion"]
    for quiet in ("Ein Kommentar des Ministers sorgte für Streit.", "Einen Kommentar lehnte sie ab."):
        assert "opinion" not in [kind for kind, _ in labelled(f"Streik\n{REPORT} {quiet}\n{MORE}\n{MORE}")]


def test_hard_line_breaks_make_one_paragraph() -> None:
    text = (
        "Die Polizei in Minsk hat bei\nProtesten von Ärztinnen und Ärzten gegen den Machthaber Dutzende\nMenschen "
        "festgenommen. Das\n Menschenrechtszentrum sprach\nvon 36 Personen.\nNach dem Einsatz wurden die meisten\n"
        "wieder freigelassen."
    )
    assert [kind for kind, _ in labelled(text)] == ["body", "body"]


def test_chronicle_keeps_its_dates() -> None:
    text = f"Montag, 4. März 2024\n{REPORT}\nDienstag, 5. März 2024\n{MORE}"
    assert "boilerplate" not in [kind for kind, _ in labelled(text)]


def test_byte_order_mark_is_white_space() -> None:
    assert label("\ufeff" + REPORT)[0].start == 1


def covers(text: str, blocks: tuple[Block, ...]) -> None:
    at = 0
    for block in blocks:
        assert at <= block.start < block.end <= len(text)
        assert not text[at : block.start].replace("\ufeff", "").strip()
        at = block.end
    assert not text[at:].replace("\ufeff", "").strip()


ASIDE = "[Lesen Sie hier mehr darüber, wie es weitergeht]"
MARKS = ["\n", "\r\n", "\n\n", "\u2028", "[", "]", " ", "\ufeff", "\x0b", "\x1c", "- ", "„", "die\n"]
OPENERS = [
    "Lesen Sie auch",
    "Kommentar:",
    "Wer ist Erika?",
    "Berlin (dpa) - ",
    "(mg)",
    "Ein Kommentar.",
    "Hinweise:",
    "©AFP",
]
PIECES = st.sampled_from([REPORT, MORE, ASIDE, "Von Max Muster", *MARKS, *OPENERS])


@given(st.one_of(st.text(max_size=300), st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=25).map("".join)))
def test_blocks_cover_every_text_in_order(text: str) -> None:
    covers(text, label(text))
    covers(text, label(text, title=text[:40]))
    assert all(part.text == text[part.start : part.end] for part in paragraphs(text))


WRAPPED = (
    "Die Regierung hat am Montag mitgeteilt, dass sie die\nneuen Regeln prüfen will. Bis dahin\ngelten die alten.\n"
)


def test_where_lines_are_wrapped_a_short_one_in_the_middle_of_a_sentence_goes_on() -> None:
    for broken in ("Der britische Thronfolger\nPrinz Charles hat gratuliert.", "Am 10. Juli\n2020 kam er frei."):
        assert broken in [part.text for part in paragraphs(WRAPPED + broken)]


def test_where_lines_are_wrapped_a_heading_stays_one() -> None:
    for heading, text in (
        ("Der Streit um die Regeln", "Die Opposition ist dagegen."),
        ("THEMA DES TAGES", "Schulen bleiben offen."),
        ("Von Anna Weber", "Schulen bleiben offen."),
    ):
        assert [part.text for part in paragraphs(f"{WRAPPED}{heading}\n{text}")][-2:] == [heading, text]


def test_a_heading_that_ends_in_the_prefix_of_its_verb_stays_one() -> None:
    heading = "Die Demonstranten hielten die Auflagen nicht ein"
    text = f"{heading}\nAm Ende des Tages bilanzierte die Polizei den Einsatz."
    assert paragraphs(text)[0].text == heading
    assert len(paragraphs("Sie sprach am\nMontag mit dem\nPräsidenten darüber.")) == 1
