"""Where names stand: entities with corrected borders and labels, word lists, repetitions; no trained pipeline."""

from __future__ import annotations

import pytest
from names_marked import NLP, names, resolved, written
from spacy.tokens import Doc

from briefing.analyse import items
from briefing.analyse.names import find_names


def test_states_and_listed_organisations_without_a_trained_pipeline() -> None:
    found = resolved("Nordkoreas Truppen sind nach Angaben der NATO in Russland.")
    assert found == {"Nordkoreas": "Nordkorea", "NATO": "Nato", "Russland": "Russland"}


def test_a_title_before_a_name_without_a_trained_pipeline() -> None:
    (found,) = names("Gestern sprach Ministerin Anna Muster lange.")
    assert (found.text, found.label, found.role, found.gender) == ("Anna Muster", "PER", "Ministerin", "f")


def test_a_share_is_no_part_of_the_name_before_it() -> None:
    found = names("Die [ORG Linke 11,4], der Sender [ORG Muster 2] auch.")
    assert [(f.text, f.label) for f in found] == [("Linke", "ORG"), ("Muster 2", "ORG")]


def test_a_day_is_no_part_of_the_name_before_it() -> None:
    found = names("Das teilte das [ORG Landesamt für Muster am Sonntag] mit.")
    assert [f.text for f in found] == ["Landesamt für Muster"]


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


def test_a_family_name_with_particles_is_found_at_the_beginning_of_a_sentence() -> None:
    found = names("[PER Ursula von der Leyen] kam. Von der Leyen sagte nichts.")
    assert [f.name for f in found] == ["Ursula von der Leyen", "Ursula von der Leyen"]


@pytest.mark.parametrize("label", ["PER", "ORG"])
def test_the_particles_of_a_family_name_the_pipeline_cut_off(label: str) -> None:
    found = names(f"[PER Ursula von der Leyen] kam. Von der [{label} Leyen] sagte nichts.")
    assert [(f.text, f.label, f.name) for f in found[1:]] == [("Von der Leyen", "PER", "Ursula von der Leyen")]


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


def test_a_genitive_at_the_beginning_is_the_person_named_in_full_elsewhere() -> None:
    found = names("[PER Mark Rutte] kam. Ruttes Besuch war kurz.", "NE NE VVFIN $. NN NN VAFIN ADJD $.")
    assert [(name.text, name.name) for name in found] == [("Mark Rutte", "Mark Rutte"), ("Ruttes", "Mark Rutte")]


def test_a_common_noun_taken_for_a_family_name_is_not_repeated() -> None:
    found = names("Da schickt [PER Kim Truppen] los. Die Truppen kamen. Viele sahen Truppen dort.",
                  "ADV VVFIN NE NN PTKVZ $. ART NN VVFIN $. PIS VVFIN NN ADV $.")  # fmt: skip
    assert [name.text for name in found] == ["Kim Truppen"]


def test_a_noun_the_article_often_prints_is_no_part_of_a_name_before_it() -> None:
    found = names("[PER Kim Jong Un] kam. Da schickt [PER Kim Truppen] los. Truppen, Truppen, Truppen.",
                  "NE NE NE VVFIN $. ADV VVFIN NE NN PTKVZ $. NN $, NN $, NN $.")  # fmt: skip
    assert [(name.text, name.name) for name in found] == [("Kim Jong Un", "Kim Jong Un"), ("Kim", "Kim Jong Un")]


@pytest.mark.parametrize(
    ("text", "tags", "label"),
    [
        ("Das sagte Vizepräsident [LOC Oktay] .", "PDS VVFIN NN NE $.", "PER"),
        ("Das sagte Innenminister [MISC Toska] .", "PDS VVFIN NN NE $.", "PER"),
        ("Das sagte Tabellenführer [LOC Hügelstadt] .", "PDS VVFIN NN NE $.", "LOC"),
        ("Das sagte Polizeipräsident [LOC Köln-Süd] .", "PDS VVFIN NN NE $.", "LOC"),
        ("Da sagte [LOC Oktay] nichts .", "ADV VVFIN NE PIS $.", "LOC"),
    ],
)
def test_a_word_behind_an_office_is_a_person(text: str, tags: str, label: str) -> None:
    assert [name.label for name in names(text, tags)] == [label]


def test_a_place_of_the_article_stays_one_behind_an_office() -> None:
    found = names("Regen in [LOC Oktay] . Das sagte Minister [LOC Oktay] .", "NN APPR NE $. PDS VVFIN NN NE $.")
    assert [name.label for name in found] == ["LOC", "LOC"]


def test_a_name_with_particles_whose_last_word_the_pipeline_takes_for_a_body() -> None:
    tags = "NN $, VVFIN APPR ART NE $. APPR ART NE VVFIN NN $."
    found = names("Ja, sagte von der [ORG Leyen]. Von der [ORG Leyen] sah Geld.", tags)
    assert [(name.text, name.label) for name in found] == [("von der Leyen", "PER"), ("Von der Leyen", "PER")]


def test_a_name_with_particles_that_never_stands_in_full() -> None:
    tags = "NN $, VVFIN APPR ART NE $. APPR ART NE VVFIN NN $. ADV VVFIN PPER APPR ART NN $."
    found = names("Ja, sagte von der Leyen. Von der Leyen sah Geld. Dort sprach er von der Bahn.", tags)
    assert [(name.text, name.label) for name in found] == [("von der Leyen", "PER"), ("Von der Leyen", "PER")]
    assert {name.name for name in found} == {"von der Leyen"}


def test_a_family_name_that_the_tagger_takes_for_a_noun() -> None:
    text = "[PER André Schrieber] kam. Das sagt Schrieber. Hier sieht Schrieber nichts. Dort lacht Schrieber."
    tags = "NE NE VVFIN $. PDS VVFIN NN $. ADV VVFIN NN PIS $. ADV VVFIN NN $."
    assert [f.name for f in names(text, tags)] == ["André Schrieber"] * 4


def test_a_double_name_that_ends_like_a_title() -> None:
    text = "[PER Anna Kamp-Bauer] kam. [PER Kamp-Bauer] sprach. Der [PER US-Bauer] schwieg."
    found = names(text, "NE NE VVFIN $. NE VVFIN $. ART NN VVFIN $.")
    assert [f.name for f in found] == ["Anna Kamp-Bauer", "Anna Kamp-Bauer"]


@pytest.mark.parametrize(
    ("text", "tags", "name"),
    [
        ("Da glaubt [PER Olaf] Gartung alles.", "ADV VVFIN NE NE PIS $.", "Olaf Gartung"),
        ("Da glaubt [PER Olaf] von Gartung alles.", "ADV VVFIN NE APPR NE PIS $.", "Olaf von Gartung"),
        ("Da glaubt [PER Olaf] Minister alles.", "ADV VVFIN NE NN PIS $.", "Olaf"),
        ("Da glaubt [PER Olaf] Russland alles.", "ADV VVFIN NE NE PIS $.", "Olaf"),
    ],
)
def test_a_family_name_the_pipeline_cut_off(text: str, tags: str, name: str) -> None:
    assert names(text, tags)[0].name == name


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Das bleibt der [PER Lockdown] hier.", "PDS VVFIN ART NN ADV $."),
        ("Das bleibt der [PER Andrang] hier.", "PDS VVFIN ART NN ADV $."),
        ("Das bleibt die [ORG Wetter-Krise] hier.", "PDS VVFIN ART NN ADV $."),
        ("Das sagt [ORG Virologe] hier.", "PDS VVFIN NN ADV $."),
        ("Dort war [ORG Corona] schuld.", "ADV VAFIN NE ADJD $."),
    ],
)
def test_common_nouns_are_no_actors(text: str, tags: str) -> None:
    assert names(text, tags) == []


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Das sagt die [ORG Muster-Stiftung] hier.", "PDS VVFIN ART NN ADV $."),
        ("Das sagt die [ORG Muster-Gruppe] hier.", "PDS VVFIN ART NN ADV $."),
        ("Das sagt [PER Andrang] hier.", "PDS VVFIN NN ADV $."),
    ],
)
def test_names_that_look_like_nouns_stay(text: str, tags: str) -> None:
    assert len(names(text, tags)) == 1


def test_a_family_name_taken_for_an_organisation() -> None:
    found = names("[PER Martin McKee] kam. Dann ging [ORG McKee].")
    assert [(f.label, f.name) for f in found] == [("PER", "Martin McKee")] * 2


def test_the_name_of_a_founder_is_a_company_behind_its_noun() -> None:
    (found,) = names("Das sagte ein Vertreter des US-Pharmakonzerns [PER Eli Lilly] gestern.")
    assert (found.text, found.label) == ("Eli Lilly", "ORG")


def _cut(words: str, tags: str, ents: str) -> list[tuple[str, str]]:
    doc = Doc(NLP.vocab, words=words.split(), tags=tags.split(), ents=ents.split())
    return [(f.text, f.name) for f in written(find_names(doc))]


def test_a_preposition_before_a_common_noun_ends_a_name() -> None:
    found = _cut("Da bat König Salman zum Auftakt .", "ADV VVFIN NN NE APPRART NN $.", "O O O B-PER I-PER I-PER O")
    assert found == [("Salman", "König Salman")]


def test_the_organisation_behind_von_is_no_family_name() -> None:
    found = _cut(
        "Juan Muster von Creditor kam . Creditor schwieg .", "NE NE APPR NE VVFIN $. NE VVFIN $.",
        "B-PER I-PER I-PER I-PER O O B-ORG O O",
    )  # fmt: skip
    assert [text for text, _ in found] == ["Juan Muster", "Creditor", "Creditor"]


def test_two_persons_side_by_side_are_two() -> None:
    found = _cut(
        "Da traf Meier Kunz . Peter Meier und Anna Kunz kamen .", "ADV VVFIN NE NE $. NE NE KON NE NE VVFIN $.",
        "O O B-PER I-PER O B-PER I-PER O B-PER I-PER O O",
    )  # fmt: skip
    assert found[:2] == [("Meier", "Peter Meier"), ("Kunz", "Anna Kunz")]


def test_a_dignity_and_a_given_name_are_a_person_of_their_own() -> None:
    found = resolved("Kronprinz [PER Mohammed bin Salman] kam, König [PER Salman] nicht.")
    assert found == {"Mohammed bin Salman": "Mohammed bin Salman", "Salman": "König Salman"}
    found = resolved("Kronprinz [PER Mohammed bin Salman] kam, aber Kronprinz [PER Mohammed] schwieg.")
    assert found["Mohammed"] == "Mohammed bin Salman"


def test_what_a_proper_name_does_for_something_is_no_part_of_it() -> None:
    tags = "ADV VVFIN NE APPR NN ART NN $."
    (found,) = names("Dann sorgte [ORG Yonhap für Aufsehen] im Land .", tags)
    assert found.text == "Yonhap"
    (found,) = names("Das sagt das [ORG Amt für Statistik] .", "PDS VVFIN ART NN APPR NN $.")
    assert found.text == "Amt für Statistik"


@pytest.mark.parametrize(("text", "number"), [("Kopfer selbst zeigte es .", 2), ("Kopfer rot zeigten es .", 1)])
def test_a_family_name_before_adverb_and_verb_is_no_noun(text: str, number: int) -> None:
    tags = "NN ADV VVFIN PPER $." if "selbst" in text else "NN ADJD VVFIN PPER $."
    found = names("Da kam [PER Dominik Kopfer] an . " + text, "ADV VVFIN NE NE PTKVZ $. " + tags)
    assert len(found) == number
