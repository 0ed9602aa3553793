"""References lead to the sentence in which the cited characters stand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Article, Block, Bound, Briefing, Coverage, NumberValue, Source, Span
from briefing.render import typography
from briefing.render.context import Context
from briefing.render.evidence import AROUND, PASSAGE, REACH, References, sentence_of
from briefing.render.places import Places

BRIEFING = Briefing(
    title="",
    date="",
    coverage=Coverage(read=1, skipped=0, outlets=1, origins=1, oldest=None, newest=None),
    sources=(Source(id="Q1", article="a"),),
    stories=(),
)


def references(text: str) -> References:
    return References(Places(BRIEFING, {"a": Article(id="a", file="a", text=text)}))


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(article="a", start=start, end=start + len(words))


# The cited words stand in *…*, the sentence that must be shown in {…}.
SENTENCES = [
    "Er kam. {Sie *ging* am 28. Oktober um 5 Uhr.} Dann schwieg er.",
    "{Am 3. Mai sagte Dr. Meier *nichts*, z. B. zum Haushalt.} Danach ging er.",
    "„Ich komme.“ {„Du *bleibst*!“, rief er.} Alle lachten.",
    "Titel ohne Punkt\n{Das *Ende* kam schnell.}\nNeuer Absatz.",
    "{Rund 2 Mio. Euro fehlen *noch*.} Mehr nicht.",
    "Vorher. {Er fragte: Kommt *sie*?} Nein.",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_the_passage_is_the_sentence(marked: str) -> None:
    shown = marked[marked.index("{") + 1 : marked.index("}")].replace("*", "").strip()
    cited = marked.split("*")[1]
    text = marked.replace("*", "").replace("{", "").replace("}", "")
    found = references(text)
    found.cite([span(text, cited)])
    passage = found.finish()["Q1"][0]
    assert "".join(part["text"] for part in passage["parts"]) == shown
    assert [part["text"] for part in passage["parts"] if part["mark"]] == [cited]


@pytest.mark.parametrize("marked", SENTENCES)
@pytest.mark.parametrize("far", ["", "Wort " * REACH])
def test_the_sentence_of_a_place_is_the_same(marked: str, far: str) -> None:
    shown = marked[marked.index("{") + 1 : marked.index("}")].replace("*", "").strip()
    cited = marked.split("*")[1]
    text = f"{far}\n{marked.replace('*', '').replace('{', '').replace('}', '')}"
    found = sentence_of(Article(id="a", file="a", text=text), span(text, cited))
    assert text[found.start : found.end] == shown


def test_a_line_that_breaks_inside_a_block_goes_on() -> None:
    text = "Titel\nDie Länder wollen\nam Mittwoch beraten.\nEnde"
    blocks = tuple(Block(start=start, end=end, kind="body") for start, end in ((0, 5), (6, 44), (45, 49)))
    article = Article(id="a", file="a", text=text, blocks=blocks)
    found = sentence_of(article, span(text, "Mittwoch"))
    assert text[found.start : found.end] == "Die Länder wollen\nam Mittwoch beraten."


def test_a_dateline_is_no_part_of_the_sentence() -> None:
    text = "Bonn (dpa) - Die Länder beraten."
    blocks = (Block(start=0, end=12, kind="dateline"), Block(start=13, end=32, kind="body"))
    article = Article(id="a", file="a", text=text, blocks=blocks)
    found = sentence_of(article, span(text, "beraten"))
    assert text[found.start : found.end] == "Die Länder beraten."


@pytest.mark.parametrize(
    ("text", "number", "shown"),
    [
        ("Es ist so. Die Ferien beginnen in elf Ländern.", "elf Ländern", "Die Ferien beginnen in elf Ländern."),
        ("Er kam. " + "Sehr " * 40 + "viel kosten 3 Dinge.", "3 Dinge", "Sehr viel kosten 3 Dinge."),
    ],
)
def test_a_number_is_shown_in_its_sentence(text: str, number: str, shown: str) -> None:
    places = Places(BRIEFING, {"a": Article(id="a", file="a", text=text)})
    context = Context(briefing=BRIEFING, places=places, references=References(places), words={})
    value = NumberValue(
        low=Decimal(1), high=Decimal(1), bound="exact", status="reported", attributed_to=None, as_of=None, scope="",
        evidence=(span(text, number),),
    )  # fmt: skip
    found = context.wording([value])
    assert found == shown or (found.startswith("… ") and found.endswith(shown))
    assert context.wording([]) == ""


def test_passages_are_numbered_in_the_order_of_the_text_and_linked_both_ways() -> None:
    text = "Eins ist da. Zwei ist da. Drei ist da."
    found = references(text)
    late, early = found.cite([span(text, "Drei")]), found.cite([span(text, "Eins"), span(text, "Drei")])
    silent = found.cite([span(text, "Drei ist")], back=False)
    passages = found.finish()["Q1"]
    assert [p["label"] for p in passages] == ["Q1.1", "Q1.2"]
    assert [r["label"] for r in late] == ["Q1.2"]
    assert [r["label"] for r in early] == ["Q1.1", "Q1.2"]
    assert [r["target"] for r in silent] == [passages[1]["id"]]
    assert [b["target"] for b in passages[1]["back"]] == [late[0]["id"], early[1]["id"]]


def test_several_spans_of_one_sentence_are_one_reference() -> None:
    text = "Hier stehen 20 Tote und 30 Verletzte."
    found = references(text)
    cited = found.cite([span(text, "20 Tote"), span(text, "30 Verletzte")])
    passages = found.finish()["Q1"]
    assert len(cited) == len(passages) == 1
    assert [p["text"] for p in passages[0]["parts"] if p["mark"]] == ["20 Tote", "30 Verletzte"]


def test_a_long_passage_loses_its_middle() -> None:
    text = "Anfang " + "wort " * 500 + "Ende"
    found = references(text)
    found.cite([Span(article="a", start=0, end=len(text))])
    shown = "".join(part["text"] for part in found.finish()["Q1"][0]["parts"])
    assert len(shown) < PASSAGE + 20
    assert shown.startswith("Anfang")
    assert shown.endswith("Ende")
    assert "[…]" in shown


@given(st.text(alphabet="ab. \n\u00a0!?„“A1", min_size=1, max_size=200), st.data())
def test_any_span_finds_its_passage(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = references(text)
    cited = found.cite([Span(article="a", start=start, end=end)])
    passage = found.finish()["Q1"][0]
    assert cited[0]["target"] == passage["id"]
    shown = "".join(part["text"] for part in passage["parts"])
    assert "".join(text[start:end].split()) in "".join(shown.split())
    assert max(len(passage["before"]), len(passage["after"])) <= AROUND + 4


LONG = (
    "Anfangs war alles ruhig. " + "Sie lobte die Helfer in den Bergen und versprach neue Zelte für alle Familien " * 2
)


@pytest.mark.parametrize(
    ("focus", "beginning"), [(LONG, "Anfangs"), (LONG[25:], "… Sie lobte"), ("alle Familien Sie lobte", "… ")]
)
def test_an_excerpt_shows_its_focus_from_the_beginning(focus: str, beginning: str) -> None:
    found = references(LONG)
    context = Context(briefing=BRIEFING, places=found.places, references=found, words={})
    shown = context.excerpt(span(LONG, LONG), 96, [span(LONG, focus)])
    assert shown.startswith(beginning)
    assert focus[:20].strip() in shown


@pytest.mark.parametrize(
    ("text", "bound", "word"),
    [
        ("knapp 9,6 Milliarden Euro", "less than", "knapp"),
        ("Fast 300 Menschen", "less than", "fast"),
        ("weniger als 300 Menschen", "less than", ""),
        ("gut 100 Millionen US-Bürger", "more than", "gut"),
        ("mehr als 100 gut ausgebildete Helfer", "more than", ""),
    ],
)
def test_a_word_that_says_more_than_the_bound_is_kept(text: str, bound: Bound, word: str) -> None:
    found = references(text)
    context = Context(briefing=BRIEFING, places=found.places, references=found, words={})
    value = NumberValue(
        low=None, high=Decimal(1), bound=bound, status="reported", attributed_to=None, as_of=None, scope="",
        evidence=(span(text, text),),
    )  # fmt: skip
    assert context.near([value]) == word
    assert context.near([value, replace(value, bound="exact")]) == ""


@pytest.mark.parametrize(
    ("text", "counted", "bound", "shown"),
    [
        ("Fast die Hälfte der Wiener kam.", "Fast die Hälfte der Wiener", "less than", "weniger als die Hälfte"),
        ("Es sind sieben von zehn Arbeitern.", "sieben von zehn Arbeitern", "exact", "sieben von zehn"),
        ("Jeder zweite Deutsche hat Angst.", "Jeder zweite Deutsche", "exact", "Jeder zweite"),
        ("Der Wert liegt bei 0,5.", "0,5", "exact", "0,5"),
    ],
)
def test_a_share_is_told_in_the_words_of_the_text(text: str, counted: str, bound: Bound, shown: str) -> None:
    half = Decimal("0.5")
    value = NumberValue(
        low=None if bound == "less than" else half,
        high=half,
        bound=bound,
        status="reported",
        attributed_to=None,
        as_of=None,
        scope="",
        evidence=(span(text, counted),),
    )
    places = Places(BRIEFING, {"a": Article(id="a", file="a", text=text)})
    context = Context(briefing=BRIEFING, places=places, references=References(places), words={})
    assert typography.amount(value.low, value.high, bound, share=context.share([value])) == shown
