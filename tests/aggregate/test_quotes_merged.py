"""The same statement in several articles is one entry."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quotes_builder import People, article, merged

from briefing.aggregate.quotes import evidence_of, merge
from briefing.aggregate.quotes_entries import content_text
from briefing.model import Analysis, Article, Quantity, Quote, Span


def test_same_words_are_one_entry() -> None:
    (group,) = merged(
        "Rutte sagte: [direct|Rutte|„Die Lage an der Grenze ist sehr ernst.“]",
        "[direct|Mark Rutte|„Die Lage an der Grenze ist sehr ernst“], so Rutte.",
    )
    assert len(group.variants) == 2
    assert group.speaker is not None
    assert group.speaker.actor == "A-Mark Rutte"


def test_direct_and_indirect_are_one_entry_shown_direct() -> None:
    (group,) = merged(
        "Er sagte, [indirect|Rutte|dass die Lage an der Grenze zum Nachbarland ernst sei].",
        "Er sagte: [direct|Rutte|„Die Lage an der Grenze zum Nachbarland ist ernst.“]",
    )
    assert [v.kind for v in group.variants] == ["direct", "indirect"]
    assert group.kind == "direct"


def test_short_partial_quotation_belongs_to_the_longer_one() -> None:
    (group,) = merged(
        "Er sprach von einer [direct|Rutte|„erheblichen Eskalation“].",
        "Er sagte, [indirect|Rutte|das sei Zeichen einer „erheblichen Eskalation“ an der Front].",
    )
    assert group.kind == "indirect"


def test_different_statements_of_one_speaker_stay_apart() -> None:
    groups = merged(
        "Er sagte, [indirect|Rutte|dass die Truppen in der Region Kursk eingetroffen seien].",
        "Er sagte, [indirect|Rutte|dass die Truppen neue Waffen und Munition brauchten].",
    )
    assert len(groups) == 2


def test_different_numbers_keep_statements_apart() -> None:
    groups = merged(
        "Er sagte, [indirect|Rutte|dass 1500 Soldaten in die Region Kursk geschickt worden seien].",
        "Er sagte, [indirect|Rutte|dass 3000 Soldaten in die Region Kursk geschickt worden seien].",
    )
    assert len(groups) == 2


def test_denial_is_another_statement() -> None:
    groups = merged(
        "Er sagte, [indirect|Rutte|dass die Truppen in der Region Kursk eingetroffen seien].",
        "Er sagte, [indirect|Rutte|dass die Truppen nicht in der Region Kursk eingetroffen seien].",
    )
    assert len(groups) == 2


def test_two_persons_never_share_an_entry() -> None:
    groups = merged(
        "[direct|Rutte|„Die Lage an der Grenze ist sehr ernst und schwierig.“]",
        "[direct|Anna Weber|„Die Lage an der Grenze ist sehr ernst und schwierig.“]",
    )
    assert len(groups) == 2


def test_organisation_and_its_head_share_the_very_same_words() -> None:
    people = People(("Mark Rutte",), ("Nato",))
    (group,) = merged(
        "[direct|Rutte|„Das ist eine Bedrohung für die Sicherheit in ganz Europa.“]",
        "[direct|Nato|„eine Bedrohung für die Sicherheit in ganz Europa“]",
        people=people,
    )
    assert len(group.variants) == 2


def test_words_in_marks_inside_an_indirect_quotation_are_no_entry() -> None:
    first, analysis = article("a0", "Er sagte, [indirect|Rutte|die Lage sei „sehr ernst“ an der Grenze].")
    start = first.text.index("„sehr")
    inner = Quote(
        kind="direct",
        content=(Span(article="a0", start=start, end=start + 12),),
        speaker_name="Rutte",
        rule="direct/inside",
    )
    both = Analysis(article="a0", sentences=analysis.sentences, quotes=(*analysis.quotes, inner))
    (group,) = merge({"a0": first}, {"a0": both}, {"a0": "a0"}, People(("Mark Rutte",)))
    assert group.kind == "indirect"


def test_acts_of_unknown_speakers_are_left_out() -> None:
    assert merged("[reported|Beobachter|Beobachter sprachen von einer ernsten Lage.]") == ()
    assert len(merged("[reported|Rutte|Rutte sprach von einer ernsten Lage.]")) == 1


@pytest.mark.parametrize(
    ("text", "cue", "speaker", "shown"),
    [
        ("Man darf annehmen, dass die Lage ernst ist.", ["annehmen"], "Man", False),
        ("Sie weiß, dass die Lage ernst ist.", ["weiß"], "Sie", False),
        ("Sie ließ wissen, dass die Lage ernst sei.", ["ließ", "wissen"], "Sie", True),
        ("Sie sagte, dass die Lage ernst sei.", ["sagte"], "Sie", True),
    ],
)
def test_only_statements_of_somebody_are_shown(text: str, cue: list[str], speaker: str, shown: bool) -> None:
    def span(words: str) -> Span:
        return Span(article="a0", start=text.index(words), end=text.index(words) + len(words))

    first, analysis = article("a0", text)
    quote = Quote(
        kind="indirect", content=(span(text[text.index("dass") : -1]),), speaker=(span(speaker),),
        cue=tuple(span(word) for word in cue), terms=("lage",), rule="indirect/dass",
    )  # fmt: skip
    analysis = replace(analysis, quotes=(quote,))
    assert bool(merge({"a0": first}, {"a0": analysis}, {"a0": "a0"}, People(()))) is shown


def test_independent_origins_come_first() -> None:
    groups = merged(
        "[direct|Anna Weber|„Das ist ein ganz anderer Satz über Brot.“]\n"
        "[direct|Rutte|„Die Lage an der Grenze ist sehr ernst.“]",
        "[direct|Rutte|„Die Lage an der Grenze ist sehr ernst.“]",
    )
    assert [len(g.variants) for g in groups] == [2, 1]


def test_opinion_is_marked_and_shown_last() -> None:
    (group,) = merged(
        "[direct|Rutte|„Die Lage an der Grenze ist sehr ernst.“]",
        "Er meinte, [indirect|Rutte|die Lage an der Grenze sei sehr ernst].",
        opinion=0,
    )
    assert [v.opinion for v in group.variants] == [False, True]


def test_evidence_is_the_whole_sentence() -> None:
    first, analysis = article("a0", "Gestern kam er.\nEr sagte: [direct|Rutte|„Die Lage ist ernst.“]\nDann ging er.")
    span = evidence_of(analysis.quotes[0], first, analysis)
    assert first.text[span.start : span.end] == "Er sagte: „Die Lage ist ernst.“"
    assert content_text(first, analysis.quotes[0]) == "Die Lage ist ernst."


def test_ids_do_not_depend_on_the_order_of_articles() -> None:
    one = "[direct|Rutte|„Die Lage an der Grenze ist sehr ernst.“]"
    two = "[indirect|Anna Weber|dass Brot im Sommer deutlich teurer werde]"
    assert {g.id for g in merged(one, two)} == {g.id for g in merged(two, one)}


_SAYING = st.builds(
    lambda kind, who, words: f"[{kind}|{who}|{' '.join(words)}]",
    st.sampled_from(["direct", "indirect", "free", "reported"]),
    st.sampled_from(["Rutte", "Anna Weber", "", "ein Sprecher"]),
    st.lists(
        st.sampled_from(["Lage", "ernst", "Truppen", "nicht", "1500", "3000", "Kursk", "Waffen", "sei"]),
        min_size=1,
        max_size=9,
    ),
)


@given(st.lists(st.lists(_SAYING, max_size=4).map("\n".join), min_size=1, max_size=4))
def test_every_group_has_one_person_at_most(texts: list[str]) -> None:
    groups = merged(*texts)
    assert len({group.id for group in groups}) == len(groups)
    for group in groups:
        assert group.variants
        assert all(v.evidence[0].start <= v.content[0].start for v in group.variants)


@pytest.mark.parametrize("words", ["", " ", "„“"])
def test_empty_content_never_fails(words: str) -> None:
    merged(f"Vorher. [direct|Rutte|{words}x]")


@pytest.mark.parametrize(("printed", "role"), [("Von der", None), ("Kommissionschefin", "Kommissionschefin")])
def test_a_part_of_the_name_is_no_role(printed: str, role: str | None) -> None:
    text, analysis = article("a", f"{printed} Leyen sagte: [direct|Ursula von der Leyen|Wir brauchen jetzt Klarheit.]")
    printed_role = Span(article="a", start=0, end=len(printed))
    analysis = replace(analysis, quotes=(replace(analysis.quotes[0], speaker_role=printed_role),))
    (group,) = merge({"a": text}, {"a": analysis}, {"a": "a"}, People(("Ursula von der Leyen",)))
    assert group.speaker is not None
    assert group.speaker.role == role


@pytest.mark.parametrize(("kind", "opinion", "found"), [("free", True, 0), ("free", False, 1), ("direct", True, 1)])
def test_free_speech_in_a_commentary_is_the_writer_s_own(kind: str, opinion: bool, found: int) -> None:
    text, analysis = article("a", f"[{kind}|Karl Maier|Das könnte schwere Folgen für alle Beteiligten haben.]", opinion)
    assert len(merge({"a": text}, {"a": analysis}, {"a": "a"}, People(("Karl Maier",)))) == found


def test_a_name_that_leaves_open_who_speaks_does_not_part_nearly_equal_statements() -> None:
    (group,) = merged(
        "[indirect|die Unternehmen|dass ihr neuer Impfstoff einen hohen Schutz vor schwerer Krankheit biete]",
        "[indirect|das Mainzer Unternehmen|ihr neuer Impfstoff biete einen hohen Schutz vor jeder schweren Krankheit]",
        people=People(()),
    )
    assert len(group.variants) == 2


def test_two_named_speakers_of_similar_statements_stay_apart() -> None:
    groups = merged(
        "[indirect|Weber|dass ihr neuer Impfstoff einen hohen Schutz vor schwerer Krankheit biete]",
        "[indirect|Rutte|ihr Impfstoff biete einen sehr hohen Schutz vor schwerer Krankheit]",
    )
    assert len(groups) == 2


@pytest.mark.parametrize(("value", "entries"), [(500_000_000, 1), (600_000_000, 2)])
def test_numbers_are_compared_by_value(value: int, entries: int) -> None:
    one = article("a0", "[indirect|Rutte|Deutschland beteilige sich mit mehr als 500 Millionen Euro]")
    other = article("a1", "[indirect|Rutte|Deutschland beteilige sich daran mit mehr als einer halben Milliarde Euro]")

    def counted(made: tuple[Article, Analysis], words: str, low: int) -> Analysis:
        start = made[0].text.index(words)
        span = Span(article=made[0].id, start=start, end=start + len(words))
        return replace(
            made[1], quantities=(Quantity(span=span, low=Decimal(low), high=None, bound="more than", rule="test"),)
        )

    groups = merge(
        {"a0": one[0], "a1": other[0]},
        {
            "a0": counted(one, "500 Millionen Euro", value),
            "a1": counted(other, "einer halben Milliarde Euro", 500_000_000),
        },
        {"a0": "a0", "a1": "a1"},
        People(("Mark Rutte",)),
    )
    assert len(groups) == entries
