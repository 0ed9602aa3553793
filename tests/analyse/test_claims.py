"""Who takes which stand towards what. Marks: [holder], {proposition}; no model, sentences by rule."""

from __future__ import annotations

import re

import pytest
import spacy
from spacy.tokens import Doc

from briefing.analyse import items
from briefing.analyse.claims import find_claims
from briefing.analyse.sentences import split_sentences

NLP = spacy.blank("de")


def analysed(
    text: str, quotes: list[items.QuoteItem] | None = None, blocks: list[tuple[int, int, str]] | None = None
) -> Doc:
    doc = split_sentences(NLP(text))
    if blocks is not None:
        doc.user_data[items.ARTICLE] = {"published": None, "title": None, "blocks": blocks}
    items.write(doc, items.QUOTES, quotes or [])
    return find_claims(doc)


def marked(text: str) -> tuple[str, str, str]:
    """The sentence without marks, the holder, the proposition."""
    holder, about = (re.findall(mark, text)[0] for mark in (r"\[(.*?)\]", r"\{(.*?)\}"))
    return re.sub(r"[\[\]{}]", "", text), holder, about


STANDS = [
    ("denies", "denial", "[Russland] dementierte {Berichte über Soldaten an der Front}."),
    ("denies", "denial", "[Der Konzern] bestreitet, {dass Arbeitsplätze wegfallen}."),
    ("denies", "denial", "[Die Bahn] wies {den Vorwurf der Blockade} am Montag entschieden zurück."),
    ("denies", "denial", "[Weselsky] wies den Vorwurf zurück, {die GDL verweigere Verhandlungen}."),
    ("denies", "denial", "[Ein Sprecher] hat {Gerüchte über eine Insolvenz} dementiert."),
    ("denies", "denial-phrase", "[Das Ministerium] bezeichnete {Berichte über Stromausfälle} als haltlos."),
    ("denies", "denial-phrase", "[Moskau] hatte {Berichte über einen Angriff} als Falschmeldung zurückgewiesen."),
    ("denies", "rejection", "[Die Gewerkschaft] lehnt {das neue Angebot der Arbeitgeber} ab."),
    ("denies", "opposition", "[Der Verband] sprach sich {gegen eine Erhöhung der Beiträge} aus."),
    ("denies", "refusal", "[Die Gewerkschaft] will {das Angebot der Bahn} nicht akzeptieren."),
    ("confirms", "confirmation", "[Die Polizei] bestätigte {den Fund einer Leiche im Hafen}."),
    ("confirms", "confirmation", "[Der Vorstand] bestätigte, {dass Werke in Sachsen schließen}."),
    ("confirms", "admission", "[Der Minister] räumte {schwere Fehler bei der Beschaffung} ein."),
    ("doubts", "doubt", "[Experten] bezweifeln, {dass die Maßnahme wirkt}."),
    ("doubts", "doubt-phrase", "[Die Opposition] äußerte Zweifel {am Zeitplan der Regierung}."),
    ("asserts", "assumption", "[Experten] gehen davon aus, {dass die Zahl der Opfer steigt}."),
    ("asserts", "accusation", "[Die Opposition] wirft der Regierung vor, {Wahlzettel gefälscht zu haben}."),
    ("asserts", "accusation", "[Die Opposition] macht {die Energiepolitik der Regierung} mitverantwortlich."),
    ("asserts", "accusation", "[Der Verband] gab {dem Ministerium die Schuld an dem Unfall}."),
    ("asserts", "investigation", "[Die Staatsanwaltschaft] ermittelt gegen {den früheren Vorstand wegen Betrugs}."),
    ("asserts", "disapproval-phrase", "[Der Minister] nannte {die Zulassung der Kundgebung} unverantwortlich."),
    ("asserts", "approval-phrase", "[Die Ministerin] stellte sich hinter {die Führung der Polizei}."),
    ("denies", "rejection-phrase", "[Der Präsident] betonte erneut seinen Widerstand {gegen das Abkommen von Paris}."),
    ("demands", "demand-on", "[Die Abgeordneten] beharren {auf einem Erscheinen der Zeugen}."),
    ("demands", "demand", "[Die Ministerin] rief die Bürger auf, {zu Hause zu bleiben}."),
    ("demands", "demand-to", "[Das Amt] appellierte an die Eltern, {ihre Kinder zu Hause zu lassen}."),
    ("asserts", "disapproval-phrase", "[Die Verbände] sehen {die Senkung der Steuer} kritisch."),
    ("asserts", "approval-phrase", "[Die Ökonomen] bewerten {das Vorgehen der Regierung} positiv."),
    ("denies", "denial", "In einer Rede vor dem Parlament bestritt [der Präsident] {jegliches Fehlverhalten}."),
    ("denies", "denial-phrase", '[Der Minister] wies {den Bericht der Zeitung} als "ohne Basis" und falsch zurück.'),
    ("denies", "resistance", "[Der Manager] hat sich {gegen sein Erscheinen} gewehrt und dies begründet."),
    ("denies", "rejection", "{Pauschale Maßnahmen} lehnen [die Ökonomen] ab."),
    ("asserts", "approval", "[Der Bürgermeister] begrüßte {die Entscheidung des Gerichts}."),
    ("asserts", "disapproval", "[Umweltverbände] kritisierten {den Bau der Leitung}."),
    ("announces", "announcement", "[Die Gewerkschaft] kündigte {weitere Streiks im Nahverkehr} an."),
    ("demands", "demand", "[Die Gewerkschaft] fordert {sieben Prozent mehr Lohn}."),
]  # fmt: skip


@pytest.mark.parametrize(("stance", "rule", "sentence"), STANDS)
def test_a_stand_has_holder_and_proposition(stance: str, rule: str, sentence: str) -> None:
    text, holder, about = marked(sentence)
    doc = analysed(text)
    (claim,) = items.read(doc, items.CLAIMS)
    assert (claim["stance"], claim["rule"]) == (stance, rule)
    assert text[slice(*claim["holder"])] == holder
    assert about in text[slice(*claim["proposition"])]


@pytest.mark.parametrize(
    "text",
    [
        "Am Donnerstag widersprach dem der Präsident jedoch nicht.",
        "Der Präsident wollte nicht dementieren, dass Truppen eingetroffen seien.",
        "Das Ministerium bestätigte den Vorfall nicht.",
        "Niemand bestreitet die Bedeutung der Wahl.",
        "Der Konzern würde einen Verkauf an Investoren bestreiten.",
        "Wenn die Bahn den Vorwurf der Blockade bestreitet, eskaliert der Streit.",
        "Bestreitet die Regierung den Bericht über Verluste?",
        "Der bestätigte Termin für die Wahl rückt näher.",
        "Der Minister räumte dem Ausbau der Netze Vorrang ein.",
        "Sie sprach über Gerüchte am Hof.",
        "Der Spieler hat zuletzt ein Ligaspiel in Hamburg bestritten.",
        "Der Präsident versuchte, das Ergebnis der Wahl zu bestreiten.",
        "Der Verein muss sich die Leistungen der Kasse bestätigen lassen.",
        "Sie sagte, dass der Einsatz den Absprachen aus dem Juli widerspricht.",
        "Es wurde die von Trump nominierte Richterin im Senat bestätigt.",
        "Ein Wechsel der Stimmung kündigt sich an.",
        "Der Löwe im Zoo kann sich seiner Existenz versichern.",
        "Die Sperren für Ausländer bleiben seinen Angaben zufolge bestehen.",
        "Ein Erfolg bestand daraus, das Amt zu behalten.",
    ],
)
def test_a_stand_not_taken_is_no_claim(text: str) -> None:
    assert items.read(analysed(text), items.CLAIMS) == []


@pytest.mark.parametrize(
    ("text", "told", "rule"),
    [
        (
            "Experten gehen davon aus, dass Russland Raketen einsetzt, was von beiden Ländern bestritten wird.",
            "Experten gehen davon aus, dass Russland Raketen einsetzt",
            "denial/anaphora",
        ),
        (
            "Der Konzern soll Bilanzen gefälscht haben. Der Vorstand wies die Vorwürfe zurück.",
            "Der Konzern soll Bilanzen gefälscht haben.",
            "denial/anaphora",
        ),
        (
            'Der Konzern soll Bilanzen gefälscht haben. Der Vorstand wies die Vorwürfe als "ohne Grundlage" zurück.',
            "Der Konzern soll Bilanzen gefälscht haben.",
            "denial/anaphora",
        ),
        (
            'Der Konzern soll Bilanzen gefälscht haben. Er wies die Vorwürfe als "ohne Basis" und "falsch" zurück.',
            "Der Konzern soll Bilanzen gefälscht haben.",
            "denial-phrase/anaphora",
        ),
        (
            "Das Gericht lehnte seinen Antrag auf Haftprüfung ab. Die Staatsanwaltschaft ermittelt gegen ihn wegen "
            "Betrugs in großem Stil. Der Manager weist alle Vorwürfe zurück.",
            "Die Staatsanwaltschaft ermittelt gegen ihn wegen Betrugs in großem Stil.",
            "denial/anaphora",
        ),
        (
            "Experten warfen dem Minister schwere Fehler bei der Wahl vor. Der Minister wies das zurück; die Experten "
            "seien schlecht informiert.",
            "dem Minister schwere Fehler bei der Wahl",
            "denial/anaphora",
        ),
        (
            "Geplant ist eine Kürzung der Subventionen für Bauern. Ungarn und Polen lehnen dies aber ab.",
            "Geplant ist eine Kürzung der Subventionen für Bauern.",
            "rejection/anaphora",
        ),
    ],
)
def test_a_pointing_object_stands_for_what_was_said_before(text: str, told: str, rule: str) -> None:
    claim = items.read(analysed(text), items.CLAIMS)[-1]
    assert claim["rule"] == rule
    assert text[slice(*claim["proposition"])] == told


def test_the_agent_of_a_passive_is_the_holder() -> None:
    text = "Das wird von der Regierung in Teheran bestritten, die Rebellen melden Verluste."
    (claim,) = items.read(analysed("Rebellen melden schwere Verluste der Armee. " + text), items.CLAIMS)
    assert claim["holder_name"] == "Regierung"


def test_a_passive_without_agent_is_no_ones_stand() -> None:
    assert items.read(analysed("Der Bericht über Verluste der Armee wurde bestätigt."), items.CLAIMS) == []


def test_a_chain_of_denials_keeps_the_matter() -> None:
    text = "Russland wies Berichte über einen Einsatz von Söldnern zurück. Nordkorea hat von Gerüchten gesprochen."
    first, second = items.read(analysed(text), items.CLAIMS)
    assert first["proposition"] == second["proposition"]
    assert second["rule"] == "denial-phrase/anaphora"


def test_two_denials_of_one_matter_in_one_sentence_are_one_claim() -> None:
    text = "Russland dementierte Berichte über Soldaten an der Front und wies die Vorwürfe zurück."
    (claim,) = items.read(analysed(text), items.CLAIMS)
    assert text[claim["start"] : claim["end"]] == text


def test_an_enumeration_is_one_holder() -> None:
    text = "Es geht um Strafen für Staaten. Ungarn, Polen, Slowenien und Tschechien lehnen dies aber ab."
    (claim,) = items.read(analysed(text), items.CLAIMS)
    assert claim["holder_name"] == "Ungarn, Polen, Slowenien und Tschechien"


def test_a_named_subject_after_the_verb_is_preferred() -> None:
    doc = split_sentences(NLP("Eine erneute Verschiebung der Wahl lehnte Siemens ab."))
    name = {"start": 42, "end": 49, "label": "ORG", "name": "Siemens"}
    items.write(doc, items.NAMES, [name])
    (claim,) = items.read(find_claims(doc), items.CLAIMS)
    assert claim["holder_name"] == "Siemens"
    assert "Verschiebung der Wahl" in claim["about"]


def test_i_in_a_quotation_is_its_speaker() -> None:
    text = '"Heute kann ich bestätigen, dass Truppen in Kursk eingesetzt werden", sagte Mark Rutte.'
    speaker = [text.index("Mark"), len(text) - 1]
    quote: items.QuoteItem = {
        "kind": "direct", "content": [[1, text.index('",')]], "speaker": [speaker], "speaker_name": "Mark Rutte",
        "speaker_role": None, "cue": [[text.index("sagte"), text.index(" Mark")]], "frame": [], "addressee": [],
        "terms": [], "rule": "test",
    }  # fmt: skip
    (claim,) = items.read(analysed(text, [quote]), items.CLAIMS)
    assert (claim["stance"], claim["holder_name"]) == ("confirms", "Mark Rutte")


def test_a_claim_does_not_end_within_a_noun_phrase() -> None:
    words = "Die Partei warb für das im Antrag skizzierte , lange entwickelte Konzept .".split()
    tags = "ART NN VVFIN APPR ART APPRART NN ADJA $, ADJD ADJA NN $.".split()
    doc = split_sentences(Doc(NLP.vocab, words=words, tags=tags))
    items.write(doc, items.QUOTES, [])
    (claim,) = items.read(find_claims(doc), items.CLAIMS)
    assert doc.text[claim["start"] : claim["end"]].rstrip(" .").endswith("Konzept")


def test_the_subject_stands_on_the_same_side_of_a_colon_as_its_verb() -> None:
    words = "Streit um Geld : Der Minister lehnt Kürzungen ab .".split()
    tags = "NN APPR NN $. ART NN VVFIN NN PTKVZ $.".split()
    heads = [6, 2, 0, 6, 5, 6, 6, 6, 6, 6]
    deps = ["nsubj", "case", "nmod", "punct", "det", "appos", "ROOT", "obj", "compound:prt", "punct"]
    doc = Doc(NLP.vocab, words=words, tags=tags, heads=heads, deps=deps)
    items.write(doc, items.QUOTES, [])
    (claim,) = items.read(find_claims(doc), items.CLAIMS)
    assert claim["holder_name"] == "Minister"


def test_the_holder_of_a_relative_clause_is_its_antecedent() -> None:
    words = "Kritikern , die eine Versammlung ablehnen , hielt er Mut entgegen .".split()
    tags = "NN $, PRELS ART NN VVFIN $, VVFIN PPER NN PTKVZ $.".split()
    heads = [7, 2, 4, 4, 4, 0, 7, 7, 7, 7, 7, 7]
    deps = ["obj", "punct", "nsubj", "det", "obj", "acl", "punct", "ROOT", "nsubj", "obj", "compound:prt", "punct"]
    heads[2], heads[4], heads[3] = 5, 5, 4
    lemmas = ["Kritiker", *words[1:]]
    doc = Doc(NLP.vocab, words=words, tags=tags, heads=heads, deps=deps, lemmas=lemmas)
    items.write(doc, items.QUOTES, [])
    (claim,) = items.read(find_claims(doc), items.CLAIMS)
    assert claim["holder_name"] == "Kritiker"


def test_boilerplate_gives_no_claims() -> None:
    text = "Russland dementierte Berichte über Soldaten an der Front."
    assert items.read(analysed(text, blocks=[(0, len(text), "boilerplate")]), items.CLAIMS) == []


@pytest.mark.parametrize(
    "text",
    [
        "Der Verband lehnte das Angebot der Bahn ab und kritisierte die Führung der Bahn für ihr Vorgehen.",
        "Der Verband bedauerte, dass die Bahn schweige, und kritisierte die Führung der Bahn für ihr Vorgehen.",
    ],
)
def test_a_coordinate_clause_shares_the_subject(text: str) -> None:
    doc = analysed(text)
    assert [c["holder_name"] for c in items.read(doc, items.CLAIMS)] == ["Verband", "Verband"]


def test_what_is_quoted_beside_a_denial_is_not_denied() -> None:
    text = 'Die Behörde wies die Vorwürfe der Opposition zurück: "Die Wahl in Berlin war sicher."'
    quote: items.QuoteItem = {
        "kind": "direct", "content": [[text.index('"'), len(text)]], "speaker": [[0, 11]], "speaker_name": "Behörde",
        "speaker_role": None, "cue": [[12, 16]], "frame": [], "addressee": [], "terms": [], "rule": "test",
    }  # fmt: skip
    for claim in items.read(analysed(text, [quote]), items.CLAIMS):
        assert "sicher" not in claim["about"]


def test_of_a_sentence_that_is_mostly_quoted_the_words_are_denied_not_the_frame() -> None:
    text = '"Die Pendler leiden unter diesem Streik", sagte der Sprecher. Die Gewerkschaft wies den Vorwurf zurück.'
    start, end = text.index("Die Pendler"), text.index('", sagte')
    quote: items.QuoteItem = {
        "kind": "direct", "content": [[start, end]], "speaker": [], "speaker_name": None, "speaker_role": None,
        "cue": [], "frame": [], "addressee": [], "terms": [], "rule": "test",
    }  # fmt: skip
    claim = items.read(analysed(text, [quote]), items.CLAIMS)[-1]
    assert claim["about"] == "Die Pendler leiden unter diesem Streik"
