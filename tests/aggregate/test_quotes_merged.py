"""The same statement in several articles is one entry."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.aggregate.quotes import evidence_of, merge
from briefing.aggregate.quotes_entries import content_text
from briefing.model import Actor, Analysis, Article, Block, Quantity, Quote, QuoteGroup, QuoteKind, Role, Sentence, Span


@dataclass
class People:
    """Every speaker name is an actor of its own; `others` are organisations."""

    names: tuple[str, ...]
    others: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()  # of all persons

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All of them, persons first."""
        return tuple(self._actor(name) for name in (*self.names, *self.others))

    def of(self, article_id: str, name: str) -> Actor | None:
        """By the last word of the name."""
        return next((actor for actor in self.actors if actor.name.split()[-1] == name.split()[-1]), None)

    def _actor(self, name: str) -> Actor:
        kind = "ORG" if name in self.others else "PER"
        return Actor(id=f"A-{name}", name=name, kind=kind, aliases=(), roles=self._roles(kind), mentions=1, sources=())  # type: ignore[arg-type]

    def _roles(self, kind: str) -> tuple[Role, ...]:
        return tuple(Role(role=role, evidence=()) for role in self.roles if kind == "PER")


_PART = re.compile(r"\[(direct|indirect|reported|free)\|([^|\]]*)\|(.*?)\]", re.DOTALL)


def article(ident: str, marked: str, opinion: bool = False) -> tuple[Article, Analysis]:
    """An article of one sentence a line; `[kind|speaker|words]` is a quotation."""
    text, quotes, at = "", [], 0
    for match in _PART.finditer(marked):
        text += marked[at : match.start()]
        kind, speaker, words = match.groups()
        start = len(text)
        text += words
        terms = tuple(w.lower() for w in re.findall(r"\w{4,}", words))
        rule = {"direct": "direct/frame-before", "indirect": "indirect/dass", "reported": "reported/preposition"}.get(
            kind, "free"
        )
        real: QuoteKind = "indirect_free_indirect" if kind == "free" else kind  # type: ignore[assignment]
        quotes.append(
            Quote(
                kind=real,
                content=(Span(article=ident, start=start, end=len(text)),),
                speaker_name=speaker or None,
                terms=terms,
                rule=rule,
            )
        )
        at = match.end()
    text += marked[at:]
    sentences, start = [], 0
    for line in text.split("\n"):
        span = Span(article=ident, start=start, end=start + len(line))
        sentences.append(Sentence(span=span, block="body", terms=tuple(w.lower() for w in re.findall(r"\w{4,}", line))))
        start += len(line) + 1
    blocks = (Block(start=0, end=len(text), kind="opinion" if opinion else "body"),)
    return (
        Article(id=ident, file=f"{ident}.txt", text=text, blocks=blocks),
        Analysis(article=ident, sentences=tuple(sentences), quotes=tuple(quotes)),
    )


def merged(*texts: str, people: People | None = None, opinion: int = -1) -> tuple[QuoteGroup, ...]:
    made = [article(f"a{n}", text, opinion=n == opinion) for n, text in enumerate(texts)]
    return merge(
        {a.id: a for a, _ in made},
        {a.id: b for a, b in made},
        {a.id: a.id for a, _ in made},
        people or People(("Mark Rutte", "Anna Weber")),
    )


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
