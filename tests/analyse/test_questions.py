"""What a text leaves open, and what only looks like it."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from briefing.analyse import items
from briefing.analyse.questions import find_questions
from briefing.analyse.questions_patterns import finding
from briefing.analyse.sentences import split_sentences

NLP = spacy.blank("de")


def analysed(text: str, blocks: list[tuple[int, int, str]] | None = None) -> Doc:
    doc = split_sentences(NLP(text))
    if blocks is not None:
        doc.user_data[items.ARTICLE] = {"published": None, "title": None, "blocks": blocks}
    return find_questions(doc)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("unknown", "Unklar ist, wie viele Menschen verschüttet wurden."),
        ("unknown", "Ob die Bahn ein neues Angebot vorlegt, blieb zunächst offen."),
        ("unknown", "Die Ursache des Brandes ist noch unklar."),
        ("unknown", "Der Ausgang der Wahl ist völlig ungewiss."),
        ("unknown", "Wer die Wahl gewinnt, steht noch nicht fest."),
        ("unknown", "Zu den Hintergründen war zunächst nichts bekannt."),
        ("unknown", "Ob das gelingt, bleibt abzuwarten."),
        ("unknown", "Beobachter rätseln, wer hinter dem Angriff steckt."),
        ("unknown", "Eine Zuordnung zu einzelnen Tätern war bislang nicht möglich."),
        ("unknown", "Noch sind viele Punkte offen."),
        ("unknown", "Die Einigung lässt Fragen offen."),
        ("unconfirmed", "Die Angaben ließen sich nicht unabhängig überprüfen."),
        ("unconfirmed", "Die Zahl der Toten konnte zunächst nicht bestätigt werden."),
        ("unconfirmed", "Offizielle Berichte über Verluste sind selten."),
        ("unconfirmed", "Unbestätigten Berichten zufolge starben zehn Menschen."),
        ("no_comment", "Der Konzern wollte sich dazu nicht äußern."),
        ("no_comment", "Die Polizei machte keine Angaben zur Identität."),
        ("no_comment", "Eine Stellungnahme des Unternehmens lag zunächst nicht vor."),
        ("no_comment", "Konkreter wurde der Minister aber nicht."),
        ("no_comment", "Das Ausmaß der Verluste blieb geheim."),
        ("no_comment", "Der Vorstand ließ offen, ob Werke schließen."),
        ("doubted", "Fachleute bezweifeln, dass die Häfen rechtzeitig öffnen."),
        ("doubted", "Fraglich ist, ob das Geld reicht."),
        ("doubted", "Der Verband zeigte sich skeptisch, ob die Frist ausreicht."),
        ("unknown", "Man wisse heute noch nicht, ob der Damm hält."),
        ("unknown", "Ob die Anlage danach wieder anläuft, weiß derzeit noch niemand."),
        ("unknown", "Zum Zeitplan lasse sich noch nichts sagen."),
        ("unknown", "Für eine Bewertung der Folgen sei es noch zu früh, um Aussagen zu treffen."),
        ("unknown", "Es ist nicht sicher, ob die Brücke hält."),
        ("unknown", "Das Risiko für die Anwohner sei bislang schwer einzuschätzen, sagte sie."),
        ("unknown", "Wie viele Häuser betroffen sind, ist derzeit kaum abzuschätzen."),
        ("unknown", "Es ist zu früh dafür, Schlüsse auf die Ursache zu ziehen."),
        ("unknown", "Über die Statik der Brücke wisse man noch zu wenig."),
        ("unknown", "Noch ist sehr wenig über die Täter bekannt."),
        ("unconfirmed", "Für eine Bewertung fehle es noch an Daten, hieß es."),
        ("unconfirmed", "Es gebe noch zu wenige Informationen."),
        ("unknown", "Im nächsten Jahr werde überprüft, ob die Frist verlängert wird."),
        ("unknown", "Der Ausschuss will aufklären, ob und in welchem Umfang Behörden versagt haben."),
        ("unknown", "Die Staatsanwaltschaft prüft derzeit, ob sie Anklage erhebt."),
        ("unknown", "Wie es dazu kommen konnte, bedarf jetzt gründlicher Aufklärung."),
        ("unknown", "Die Minister beraten, wann die Grenzen wieder öffnen sollen."),
        ("unknown", "Die Einzelheiten sollen in den kommenden Wochen noch festgelegt werden."),
        ("unknown", "Dem Vertrag muss allerdings noch das Parlament zustimmen."),
        ("unknown", "Die Zustimmung der Aktionäre steht noch aus."),
        ("unknown", "Der Erfolg hängt auch davon ab, wie schnell die Ersatzteile eintreffen."),
        ("unknown", "Weitere Schließungen seien nicht ausgeschlossen."),
        ("unknown", "Eine Einigung ist weiter nicht in Sicht."),
        ("unknown", "Die Ermittlungen zur Ursache dauern noch an."),
        ("unknown", "Eine Entscheidung darüber soll am Freitag fallen."),
        ("unknown", "Die Proben werden derzeit im Labor untersucht."),
        ("unknown", "Damit stellt sich die Frage, ob der Vertrag gilt."),
        ("unconfirmed", "Genauere Daten zu den Schäden liegen bislang nicht vor."),
        ("unknown", "Welche Schäden das Beben hinterlasse, sei derzeit allerdings nicht abschätzbar."),
        ("unknown", "Wie viele Häuser, auch auf dem Land, zerstört sind, sei derzeit schwer vorauszusehen, hieß es."),
        ("unknown", "Wie lange die Reparatur dauert, lässt sich kaum vorhersagen."),
        ("unknown", "Wann die Brücke wieder öffnet, kann noch niemand mit Sicherheit sagen."),
        ("unknown", "Er weist darauf hin, dass jede Prognose derzeit sehr unsicher ist."),
        ("unknown", "Bislang ist der Boden unter der Brücke nicht eingehend untersucht."),
        ("unknown", "Über die Gründe dafür herrscht noch Unklarheit."),
        ("unknown", "Es gibt unterschiedliche Ansichten darüber, welche Brücken noch sicher sind."),
        ("unknown", "Uneins waren sich die Gutachter über die Wirkung der Sperrung."),
        ("unknown", "Ob Lüften genügt, darüber gehen die Meinungen der Fachleute auseinander."),
        ("unknown", "Das Gericht hat noch keine Entscheidung über den Eilantrag getroffen."),
        ("unknown", "Wie es ab Dezember weitergeht, soll in der kommenden Woche beraten werden."),
        ("unknown", "Die Stadt will beobachten, ob die Sperrung wirkt."),
        ("doubted", "Es gebe Zweifel, ob dies mit dem Gesetz vereinbar sei."),
        ("no_comment", "Das Problem ist, dass sie bislang nicht gesagt haben, welche Teile fehlen."),
        ("unconfirmed", "Derzeit gibt es noch wenige Details aus dem Gutachten."),
        ("no_comment", "Von wem er das Geld bekam, sagte der Angeklagte auch auf Nachfrage nicht."),
        ("no_comment", "Auf Fragen zu seinem Komplizen verweigerte er die Aussage."),
        ("no_comment", "Der Vorstand hielt sich am Montag bedeckt."),
        ("no_comment", "Die Chefin will Stellen streichen, ohne Einzelheiten zu nennen."),
        ("unknown", "Danach war sowohl ein Sieg der Gäste möglich als auch ein Abstieg."),
        ("unknown", "Beide haben rechnerisch noch Chancen, die Wahl zu gewinnen."),
        ("unknown", "Es kann Wochen dauern, bis das Gutachten vorliegt."),
        ("unknown", "Es dürfte Tage dauern, bis die Ergebnisse aus den Bergen vorliegen."),
        ("unknown", "Derzeit ist keine stabile Koalition absehbar."),
        ("unknown", "Gerne würde man wissen, warum die Pumpen ausfielen."),
        ("unknown", "Ein Wort des Bedauerns hat man bisher nicht gehört."),
        ("unknown", "Belege für die Behauptung blieb der Präsident schuldig."),
        ("unknown", "Strittig ist noch eine Regelung für kleine Läden."),
    ],
)
def test_open(kind: str, sentence: str) -> None:
    (item,) = items.read(analysed(f"Es gab ein Erdbeben. {sentence} Das sagte ein Sprecher."), items.QUESTIONS)
    assert item["kind"] == kind
    assert item["rule"]
    assert sentence.startswith("".join(sentence[: item["end"] - item["start"]]))


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Schulen bleiben offen.",
        "Er lebt offen homosexuell.",
        "Die Schauspielerin ist in Deutschland nicht so bekannt.",
        "Die Tür war offen, ein Mann trat ein.",
        "Die Lage hat sich bestätigt.",
        "Der Plan ist umstritten.",
        "Das Gesetz regelt, wer prüft.",
        "Sie fürchten, ihre Ziele nicht zu erreichen.",
        "Die Stellungnahme des Senats liegt vor.",
        "Das kann ich so nicht bestätigen.",
        "Wir lassen Schulen und Kitas offen.",
        "Jeder möge selbst prüfen, ob er dieses Risiko eingeht.",
        "Die Behörde hat untersucht, ob das Wasser sauber ist.",
        "Ob die Kinder bleiben wollen, müssen sie selbst entscheiden.",
        "Was das bedeutet, wird individuell vor Ort entschieden.",
        "Als das Urteil noch ausstand, twitterte er.",
        "Vor 75 Jahren gab es Zweifel, ob das gelingen könnte.",
        "Die Schulen sollten offen bleiben, sagte Müller und nannte Orte, wo es keine Fälle gebe.",
        "Die Vorschriften sind nicht allen Wählern bekannt.",
        "Der genaue Ort lässt sich häufig nicht ermitteln.",
        "Wer verantwortungsvoll handeln will, kann das heute oft nicht.",
        "Manch einer weiß nicht, ob er traurig ist.",
        "Es gibt den Appell, genau zu prüfen, ob man reist.",
        "Im Ernstfall entscheidet das Amt, wer in Quarantäne muss.",
        "Auch dann werde es Wochen dauern, bis die Zahlen sinken.",
        "Es lässt sich darüber streiten, ob die Oper mehr wert sein soll.",
        "Das ist noch keine Lösung, sagte er.",
        "Er weiß nicht, wie lange er sich noch halten kann.",
        "Erfolge hängen nicht davon ab, ob eine Regierung gewählt ist.",
        "Die Regeln lassen Hintertüren offen.",
        "Sie will ihren Namen nicht sagen.",
        "Selbstständige können sich beraten lassen, welche Möglichkeiten es gibt.",
        "Dort sei untersucht worden, ob sich eine Waffe bauen lässt.",
        "Die Polizei prüft die Angaben, wie ein Sprecher mitteilte.",
        "Anfangs sei noch unklar gewesen, wer die Kosten trägt.",
        "Die Lage war noch nicht abzuschätzen, als die ersten Helfer kamen.",
        "Sie schweigen aus Scham.",
        "Man will sich nichts mehr sagen lassen.",
    ],
)
def test_not_open(sentence: str) -> None:
    assert items.read(analysed(sentence), items.QUESTIONS) == []


def test_a_question_after_a_colon_is_asked() -> None:
    text = (
        "Die Partner stehen vor einer Frage: Wie lässt sich der Konflikt ohne Gewalt beenden? Der Gipfel berät darüber."
    )
    (item,) = items.read(analysed(text), items.QUESTIONS)
    assert item["kind"] == "asked"


@pytest.mark.parametrize(
    "text",
    [
        "Wer ist Mark Rutte?\nMark Rutte ist ein Politiker.",
        "Eine neue Dimension der Eskalation?\nDie Lage ist ernst.",
        "Die Stadt wächst immer weiter. Nur: Wo endet die Stadt in zehn Jahren?",
        "Es ist still im Saal. Was soll man dazu noch sagen? Nichts.",
        'Die Frage: "Wie geht es weiter mit dem Werk in Sachsen?" Der Chef schwieg lange.',
    ],
)
def test_headings_boxes_and_rhetoric_are_not_asked(text: str) -> None:
    assert items.read(analysed(text), items.QUESTIONS) == []


def test_what_is_asked_in_an_interview_is_not_left_open() -> None:
    text = "Müller: Es stellt sich die Frage, ob das Geld reicht."
    doc = split_sentences(NLP(text))
    items.write(doc, items.NAMES, [_name("PER", text)])
    assert items.read(find_questions(doc), items.QUESTIONS) == []
    items.write(doc, items.NAMES, [_name("ORG", text)])
    assert len(items.read(find_questions(doc), items.QUESTIONS)) == 1


def _name(label: str, text: str) -> items.NameItem:
    found = {"start": 0, "end": text.index(":"), "label": label, "name": "Müller", "role": None, "acts": False}
    return items.NameItem(**found, rule="test")  # type: ignore[typeddict-item]


def test_many_questions_make_an_interview_not_open_questions() -> None:
    text = " ".join(f"Es bleibt die Frage: Wie soll das Land die {n}. Krise überstehen?" for n in "abcde")
    assert items.read(analysed(text), items.QUESTIONS) == []


def test_boilerplate_and_headings_are_skipped() -> None:
    text = "Unklar ist, wie viele kamen."
    for kind in ("boilerplate", "heading"):
        assert items.read(analysed(text, [(0, len(text), kind)]), items.QUESTIONS) == []


@given(st.text(alphabet="abcdeißü ,.?-nichtunklarobist", max_size=3000))
def test_any_text_is_read(text: str) -> None:
    found = finding(text)
    assert found is None or 0 <= found.start < found.end <= len(text)
