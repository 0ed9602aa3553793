"""Names in hand-made documents: entities are marked in the text as a trained pipeline would give them.

`[PER Mark Rutte]` is an entity of the pipeline; the tests say what the rules make of it. No trained pipeline is used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from briefing.analyse import items
from briefing.analyse.names import find_names

NLP = spacy.blank("de")
MARK = re.compile(r"\[(PER|ORG|LOC|MISC) ([^\]]+)\]")


@dataclass(frozen=True)
class Found:
    """A name as the tests look at it: offsets as text."""

    text: str
    label: str
    name: str
    role: str | None
    acts: bool
    gender: str
    rule: str


def names(marked: str, tags: str = "") -> list[Found]:
    """The names found in a text with marked entities; `tags` are STTS tags, one per token, or nothing."""
    text, spans, end = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[end : match.start()]
        spans.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        end = match.end()
    doc = NLP.make_doc(text + marked[end:])
    doc.ents = [doc.char_span(start, stop, label=label, alignment_mode="expand") for start, stop, label in spans]
    if tags:
        doc = Doc(
            doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc], tags=tags.split(),
            ents=[f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in doc],
        )  # fmt: skip
    return written(find_names(doc))


def written(doc: Doc) -> list[Found]:
    return [
        Found(
            doc.text[n["start"] : n["end"]], n["label"], n["name"],
            doc.text[n["role"][0] : n["role"][1]] if n["role"] else None, n["acts"], n["gender"], n["rule"],
        )
        for n in items.read(doc, items.NAMES)
    ]  # fmt: skip


def resolved(marked: str) -> dict[str, str]:
    return {found.text: found.name for found in names(marked)}


# ── full names ──────────────────────────────────────────────────────────────────────────────────


def test_family_name_and_genitive_stand_for_the_full_name() -> None:
    found = resolved("[PER Wladimir Putin] kam. [PER Putins] Plan war alt, doch [PER Putin] lachte.")
    assert found == {"Wladimir Putin": "Wladimir Putin", "Putins": "Wladimir Putin", "Putin": "Wladimir Putin"}


def test_family_first_names() -> None:
    text = "Machthaber [PER Kim Jong Un] reiste. [PER Kim] schwieg. Minister [PER Kim Yong-hyun] kam später."
    assert resolved(text)["Kim"] == "Kim Jong Un"


def test_a_bare_name_that_fits_two_people_stays_as_printed() -> None:
    text = "[PER Kim Jong Un] und [PER Kim Yong-hyun] trafen sich nicht. Dann sprach [PER Kim] davon."
    assert resolved(text)["Kim"] == "Kim"


def test_function_decides_between_two_people_of_one_name() -> None:
    text = (
        "Machthaber [PER Kim Jong Un] und Verteidigungsminister [PER Kim Yong-hyun] schwiegen. "
        "Später sagte Verteidigungsminister [PER Kim], man warte."
    )
    assert [found.name for found in names(text)][-1] == "Kim Yong-hyun"


def test_form_of_address_decides_in_a_couple() -> None:
    text = "[PER Ingo Kuhl] und [PER Nora Kuhl] klagten. Frau [PER Kuhl] sprach zuerst."
    assert [found.name for found in names(text)][-1] == "Nora Kuhl"


def test_particles_belong_to_the_name() -> None:
    found = resolved("[PER Ursula von der Leyen] kam, [PER von der Leyen] ging.")
    assert found["von der Leyen"] == "Ursula von der Leyen"


@pytest.mark.parametrize(
    ("printed", "name"),
    [("NATO", "Nato"), ("Europäischen Union", "EU"), ("Vereinten Nationen", "UN"), ("Muster GmbH", "Muster GmbH")],
)
def test_organisations_by_their_usual_name(printed: str, name: str) -> None:
    assert resolved(f"Das sagte ein Vertreter der [ORG {printed}] gestern.")[printed] == name


def test_an_abbreviation_explained_in_the_article() -> None:
    text = "Die [ORG Deutsche Hügelhilfe] ([ORG DHH]) warnt. Die [ORG DHH] hilft."
    assert {found.name for found in names(text)} == {"Deutsche Hügelhilfe"}


# ── where names stand ───────────────────────────────────────────────────────────────────────────


def test_states_and_listed_organisations_without_a_trained_pipeline() -> None:
    found = resolved("Nordkoreas Truppen sind nach Angaben der NATO in Russland.")
    assert found == {"Nordkoreas": "Nordkorea", "NATO": "Nato", "Russland": "Russland"}


def test_a_title_before_a_name_without_a_trained_pipeline() -> None:
    (found,) = names("Gestern sprach Ministerin Anna Muster lange.")
    assert (found.text, found.label, found.role, found.gender) == ("Anna Muster", "PER", "Ministerin", "f")


def test_titles_are_cut_off_persons() -> None:
    found = names("Da kam [PER Präsident Joe Biden] herein.")
    assert [(f.text, f.role) for f in found] == [("Joe Biden", "Präsident")]


def test_adjectives_inhabitants_and_compounds_are_no_names() -> None:
    assert names("Der [MISC ukrainische] Dienst, die [LOC Russen] und der [PER US-Präsident] schwiegen.") == []


def test_a_name_read_over_the_border_of_a_headline_is_cut() -> None:
    (found,) = names("Hauptziel ist es, [PER Moskaus Vormarsch] zu stoppen.")
    assert (found.text, found.label, found.name) == ("Moskaus", "STATE", "Russland")


def test_a_family_name_is_found_again_where_the_pipeline_missed_it() -> None:
    found = names("[PER Andreas Geisel] kam. Am Abend sagte Geisel nichts.")
    assert [f.name for f in found] == ["Andreas Geisel", "Andreas Geisel"]


def test_a_family_name_that_is_a_common_noun_here() -> None:
    found = names("[PER Andreas Geisel] kam . Die Geisel lebt .", "NE NE VVFIN $. ART NN VVFIN $.")
    assert [f.text for f in found] == ["Andreas Geisel"]


def test_what_a_noun_calls_an_organisation() -> None:
    (found,) = names('Dazu hatte die Initiative "Querdenken 711" aufgerufen.')
    assert (found.text, found.label) == ("Querdenken 711", "ORG")


def test_a_paper_whose_name_is_a_common_word_needs_marks() -> None:
    assert names("Das Bild der Lage ist Bild und Ton.") == []
    assert [f.text for f in names('Das schrieb der "Spiegel" gestern.')] == ["Spiegel"]


def test_nothing_is_found_in_boilerplate() -> None:
    doc = NLP.make_doc("Russland zieht ab.\nLesen Sie auch: USA und China")
    doc.user_data[items.ARTICLE] = {
        "published": None, "title": None, "blocks": [(0, 18, "body"), (19, len(doc.text), "boilerplate")]}  # fmt: skip
    assert [found.text for found in written(find_names(doc))] == ["Russland"]


# ── functions ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Das sagte Nato-Generalsekretär [PER Mark Rutte] gestern.", "Nato-Generalsekretär"),
        ("Der ukrainische Präsident [PER Wolodymyr Selenskyj] warnte.", "ukrainische Präsident"),
        ("Nordkoreas Machthaber [PER Kim Jong Un] reiste ab.", "Nordkoreas Machthaber"),
        ("Laut [PER Kyrylo Budanow], Chef des ukrainischen Militärgeheimdienstes, war es so.",
         "Chef des ukrainischen Militärgeheimdienstes"),
        ("[PER Mark Rutte], der Generalsekretär des Bündnisses, kam.", "Generalsekretär des Bündnisses"),
        ("Der Generalsekretär des Bündnisses, [PER Mark Rutte], kam.", "Generalsekretär des Bündnisses"),
        ("Die Sprecherin des Innenministeriums [PER Tanja Muster] schwieg.", "Sprecherin des Innenministeriums"),
        ("Der frühere Minister für Bergbau und Verkehr, [PER Max Muster], starb.",
         "frühere Minister für Bergbau und Verkehr"),
        ("Der Stabschef von Präsident [PER Max Muster], [PER Andrij Jermak], schrieb.",
         "Stabschef von Präsident Max Muster"),
        ("Berlins Regierender Bürgermeister [PER Michael Müller] kam.", "Berlins Regierender Bürgermeister"),
        ("Der 57-jährige Präsident [PER Max Muster] kam.", "Präsident"),
        ("Professor [PER Max Muster] forscht.", "Professor"),
        ("Der Gewinner [PER Max Muster] (CDU), Bürgermeister von Musterstadt, kam.", "Gewinner"),
    ],
)  # fmt: skip
def test_roles(text: str, role: str) -> None:
    assert names(text)[-1 if "Jermak" in text else _person(text)].role == role


def _person(text: str) -> int:
    return next(i for i, found in enumerate(names(text)) if found.label == "PER")


@pytest.mark.parametrize(
    "text",
    [
        "Am Montag [PER Mark Rutte] zu treffen, ist schwer.",
        "Der Anwalt [PER Putins] kam, [PER Putin] nicht.",
        "Das sagte [PER Max Muster], der Präsident habe gelogen.",
        "Da kamen [PER Max Muster], Kanzlerin [PER Angela Merkel] und andere.",
        "Es kamen die Sprecher, [PER Max Muster] und andere.",
    ],
)
def test_what_is_no_role(text: str) -> None:
    assert names(text)[0].role is None


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Sprecherin [PER Kim Muster] kam.", "f"),
        ("Der Vorsitzende [PER Kim Muster] kam.", "m"),
        ("Die Vorsitzende [PER Kim Muster] kam.", "f"),
        ("Frau [PER Muster] kam.", "f"),
        ("[PER Olaf Muster] kam.", "m"),
        ("[PER Muster] kam.", ""),
    ],
)
def test_gender(text: str, gender: str) -> None:
    assert names(text)[0].gender == gender


# ── who acts ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "Laut [ORG Yonhap] ist das so.",
        "Nach Angaben der [ORG NATO] ist das so.",
        "Das sei falsch, sagte [PER Mark Rutte].",
        '"Nein", sagte Präsident [PER Joe Biden] dazu.',
        "Das sei so, so [PER Mark Rutte] weiter.",
        "[ORG Yonhap] zufolge ist das so.",
    ],
)
def test_speakers_act(text: str) -> None:
    assert names(text)[0].acts


def test_who_is_only_spoken_of_does_not_act() -> None:
    assert not names("Es ging um [PER Mark Rutte] und die [ORG NATO].")[0].acts


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("Das ist laut [LOC Moskau] falsch.", "STATE", "Russland"),
        ("Gespräche zwischen [LOC Moskau] und [LOC Kiew] laufen.", "STATE", "Russland"),
        ("Das nützt [LOC Moskaus] Vormarsch.", "STATE", "Russland"),
        ("Das tat der [LOC Kreml] nie.", "STATE", "Russland"),
        ("Er reiste nach [LOC Moskau] und schwieg.", "LOC", "Moskau"),
        ("[LOC Moskaus] Bürgermeister schwieg.", "LOC", "Moskau"),
        ("Er lebt in [LOC Russland] und schweigt.", "STATE", "Russland"),
        ("Das geschah in [LOC Bayern] gestern.", "LOC", "Bayern"),
    ],
)
def test_capitals_stand_for_governments_only_where_they_act(text: str, label: str, name: str) -> None:
    (found, *_) = names(text)
    assert (found.label, found.name) == (label, name)


def test_agents_by_the_parse() -> None:
    words = ["Moskau", "fordert", "Antworten", "."]
    doc = Doc(
        NLP.vocab, words=words, tags=["NE", "VVFIN", "NN", "$."], deps=["nsubj", "ROOT", "obj", "punct"],
        heads=[1, 1, 1, 1], lemmas=["Moskau", "fordern", "Antwort", "."], ents=["B-LOC", "O", "O", "O"],
    )  # fmt: skip
    (found,) = written(find_names(doc))
    assert (found.label, found.name, found.acts) == ("STATE", "Russland", True)


def parsed(words: str, tags: str, deps: str, heads: str, lemmas: str, ents: str) -> list[Found]:
    """The names of a parsed sentence; every argument has one entry per word, `heads` are word numbers."""
    doc = Doc(
        NLP.vocab, words=words.split(), tags=tags.split(), deps=deps.split(), heads=[int(h) for h in heads.split()],
        lemmas=lemmas.split(), ents=ents.split(),
    )  # fmt: skip
    return written(find_names(doc))


@pytest.mark.parametrize(
    ("text", "verb", "label"),
    [
        ("Madrid warnte", "warnen", "STATE"),
        ("Madrid gewann", "gewinnen", "LOC"),
        ("Bayern warnte", "warnen", "STATE"),
        ("Bayern gewann", "gewinnen", "LOC"),
        ("Berlin warnte", "warnen", "LOC"),  # the town or the Land, while no other government is spoken of
    ],
)
def test_a_capital_acts_only_by_verbs_of_politics(text: str, verb: str, label: str) -> None:
    lemmas = f"{text.split()[0]} {verb} ."
    (found,) = parsed(text + " .", "NE VVFIN $.", "nsubj ROOT punct", "1 1 1", lemmas, "B-LOC O O")
    assert found.label == label


def test_berlin_means_the_government_beside_other_capitals() -> None:
    berlin, paris = parsed(
        "Berlin warnte Paris .", "NE VVFIN NE $.", "nsubj ROOT obj punct", "1 1 1 1", "Berlin warnen Paris .",
        "B-LOC O B-LOC O",
    )  # fmt: skip
    assert (berlin.label, berlin.name, paris.label) == ("STATE", "Deutschland", "LOC")


def test_the_party_in_brackets_does_not_act() -> None:
    person, party = parsed(
        "Merkel ( CDU ) sagte nichts .", "NE $( NE $( VVFIN PIS $.", "nsubj punct appos punct ROOT obj punct",
        "4 2 0 2 4 4 4", "Merkel ( CDU ) sagen nichts .", "B-PER O B-ORG O O O O",
    )  # fmt: skip
    assert (person.acts, party.acts) == (True, False)


def test_the_partner_of_a_person_is_no_part_of_the_name() -> None:
    found = names("[PER Boris Johnson] schwieg. [PER Johnsons Verlobte] [PER Carrie Symonds] sprach.")
    assert [(f.name, f.role) for f in found][1:] == [("Boris Johnson", None), ("Carrie Symonds", "Johnsons Verlobte")]


def test_a_first_name_the_pipeline_cut_off() -> None:
    found = names("Da sprach Manager Vedat [PER Muftuoglu] .", "ADV VVFIN NN NE NE $.")
    assert [(f.text, f.role) for f in found] == [("Vedat Muftuoglu", "Manager")]


def test_a_compound_with_an_organisation_is_a_role_not_a_name() -> None:
    (found,) = names("Das sagte [ORG Human Rights Watch-Sprecher] [PER Malinowski] .", "PDS VVFIN NE NE NN NE $.")
    assert (found.text, found.role) == ("Malinowski", "Human Rights Watch-Sprecher")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das zitiert die [ORG New York Times Joel Harding].", [("New York Times", "ORG"), ("Joel Harding", "PER")]),
        ("Es siegte die [PER Französin Angélique Papon] klar.", [("Angélique Papon", "PER")]),
        ("Es siegte [ORG Bayer Leverkusen] klar.", [("Bayer Leverkusen", "ORG")]),
        ("Es kam [LOC Heidi Muster] herein.", [("Heidi Muster", "PER")]),
        ("Es war in [LOC Christian Bay] kalt.", [("Christian Bay", "LOC")]),
        ("Die [ORG Russische Föderation] schwieg.", [("Russische Föderation", "STATE")]),
        ("[PER Néstor Kirchner] kam. Dann ging [LOC Kirchner].", [("Néstor Kirchner", "PER"), ("Kirchner", "PER")]),
    ],
)
def test_borders_and_labels_of_entities(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(found.text, found.label) for found in names(text)] == expected


def test_a_name_broken_over_two_lines_of_one_sentence() -> None:
    words = ["Da", "kam", "Präsident", "Emmanuel", "\n", "Macron", "."]
    doc = Doc(
        NLP.vocab, words=words, tags=["ADV", "VVFIN", "NN", "NE", "_SP", "NE", "$."], sent_starts=[True] + [False] * 6,
        ents=["O", "O", "O", "B-PER", "O", "B-PER", "O"],
    )  # fmt: skip
    (found,) = written(find_names(doc))
    assert (found.name, found.role) == ("Emmanuel Macron", "Präsident")


def test_a_genitive_at_the_beginning_is_the_person_named_in_full_elsewhere() -> None:
    found = names("[PER Mark Rutte] kam. Ruttes Besuch war kurz.", "NE NE VVFIN $. NN NN VAFIN ADJD $.")
    assert [(name.text, name.name) for name in found] == [("Mark Rutte", "Mark Rutte"), ("Ruttes", "Mark Rutte")]


def test_a_common_noun_taken_for_a_family_name_is_not_repeated() -> None:
    found = names("Da schickt [PER Kim Truppen] los. Die Truppen kamen. Viele sahen Truppen dort.",
                  "ADV VVFIN NE NN PTKVZ $. ART NN VVFIN $. PIS VVFIN NN ADV $.")  # fmt: skip
    assert [name.text for name in found] == ["Kim Truppen"]


def test_a_name_with_particles_that_never_stands_in_full() -> None:
    tags = "NN $, VVFIN APPR ART NE $. APPR ART NE VVFIN NN $. ADV VVFIN PPER APPR ART NN $."
    found = names("Ja, sagte von der Leyen. Von der Leyen sah Geld. Dort sprach er von der Bahn.", tags)
    assert [(name.text, name.label) for name in found] == [("von der Leyen", "PER"), ("Von der Leyen", "PER")]
    assert {name.name for name in found} == {"von der Leyen"}


# ── any text ────────────────────────────────────────────────────────────────────────────────────

PIECES = st.sampled_from(
    ["Putin", "Mark Rutte", "der Präsident", "Kim", ",", ".", "(", ")",
     '"', "Russlands", "Nato", "\n", "Dr.", "von der",
     "Chef des", "und", "sagte", "Kim Jong Un", "'", "\u00ad", "Die Linke", "US-", "Weißen Haus", "ver.di", "Frau"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25), st.data())
def test_names_lie_in_the_text_in_order_and_apart(pieces: list[str], data: st.DataObject) -> None:
    doc = NLP.make_doc(" ".join(pieces))
    if len(doc) > 2:
        start = data.draw(st.integers(0, len(doc) - 2))
        label = data.draw(st.sampled_from(["PER", "ORG", "LOC", "MISC"]))
        doc.ents = [doc.char_span(doc[start].idx, doc[start + 1].idx + len(doc[start + 1]), label=label)]
    found = items.read(find_names(doc), items.NAMES)
    for one, other in pairwise(found):
        assert one["end"] <= other["start"]
    for name in found:
        printed = doc.text[name["start"] : name["end"]]
        assert printed.strip() == printed != ""
        assert name["name"]
        assert name["rule"]
        assert name["role"] is None or 0 <= name["role"][0] < name["role"][1] <= len(doc.text)
