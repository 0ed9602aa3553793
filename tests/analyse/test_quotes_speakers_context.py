"""Who speaks where the sentence itself does not say it: what stood before, what goes on; no trained model."""

from __future__ import annotations

import pytest
from quotes_marked import found_in, tagged

from briefing.analyse import items
from briefing.analyse.quotes_speakers_source import behind_attribute
from briefing.analyse.quotes_view import view_of

PEOPLE = {
    "Rutte": ("PER", "m"),
    "Merkel": ("PER", "f"),
    "Peter Meier": ("PER", "m"),
    "Anna Kunz": ("PER", "f"),
    "Nato": ("ORG", ""),
}


def speakers(text: str) -> list[str | None]:
    return found_in(tagged(text, PEOPLE))[2]


def kinds(text: str) -> list[str]:
    return [draft.kind for draft in found_in(tagged(text, PEOPLE))[0]]


# ── runs ────────────────────────────────────────────────────────────────────────────────────────


def test_plans_behind_an_act_are_nobodys_words() -> None:
    assert kinds("Die Polizei kam gestern. Die Straße soll bald geschlossen{VVPP} werden{VAINF}.") == []
    text = "Die Polizei sagte, die Lage sei ernst. Die Straße soll bald leer bleiben."
    assert kinds(text) == ["indirect", "free_indirect"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Polizei sagte, die Lage sei ernst. Damit soll die Straße bald leer bleiben.", "Die Polizei"),
        ("Die Polizei sagte, die Lage sei ernst. Die Straße soll zudem{ADV} bald leer bleiben.", "Die Polizei"),
        ("Die Lage ist laut Rutte ernst. Die Straße soll bald leer bleiben.", "Rutte"),
        ("Die Lage ist gut, hieß es in einem Brief. Die Straße soll bald leer bleiben.", "ein Brief"),
        ("Die Polizei sagte, die Lage sei ernst. Am Montag soll Rutte der Nato helfen.", None),
        ("Die Polizei sagte, die Lage sei ernst.\nDamit soll die Straße bald leer bleiben.", None),
    ],
)
def test_plans_go_on_only_where_a_word_ties_them(text: str, name: str | None) -> None:
    doc = tagged(text, PEOPLE)
    for token in doc:
        if token.text == "Brief":
            token.set_morph("Gender=Masc|Number=Sing")
    assert found_in(doc)[2][1] == name


def test_a_rumour_of_the_past_has_no_speaker() -> None:
    text = "Die Polizei kam gestern. Rutte soll Hilfe geschickt haben{VAINF}."
    assert kinds(text) == ["free_indirect"]
    assert speakers(text) == [None]


def test_who_speaks_to_us_opens_no_run() -> None:
    assert speakers("Wir kamen{VVFIN} gestern. Die Straße sei geschlossen.") == [None]


def test_who_acts_in_a_relative_clause_does_not_go_on() -> None:
    text = (
        "Rutte sagte, die Lage sei ernst. Er lobte Leute, die{PRELS} das Amt kritisierten{VVFIN}. Die Straße sei leer."
    )
    assert speakers(text)[-1] == "Rutte"


# ── pronouns ────────────────────────────────────────────────────────────────────────────────────


def test_whoever_acts_again_before_the_pronoun_is_meant() -> None:
    other = "Auch Peter Meier kam. Rutte wartete{VVFIN}."
    assert speakers(f"Rutte sagte, die Lage sei ernst. {other} Er sagte, die Straße sei leer.") == ["Rutte", "Rutte"]


@pytest.mark.parametrize(
    ("between", "name"),
    [
        ("Er wartete{VVFIN} lange. Er schlief{VVFIN} bald.", "Rutte"),
        ("Er wartete{VVFIN} lange. Die Lage sei ernst.", "Rutte"),
        ("Er wartete{VVFIN} lange. Das Haus brannte{VVFIN}.", None),
        ("Er wartete{VVFIN} dort heute bald sehr lange auf Peter Meier. Er schlief{VVFIN} bald.", None),
    ],
)
def test_pronouns_go_on_with_a_name(between: str, name: str | None) -> None:
    other = "Peter Meier fuhr."
    assert speakers(f"{other} Rutte kam{{VVFIN}}. {between} „Die Straße ist leer“, sagte er.")[-1] == name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Die Nato kam{VVFIN} gestern.", "Nato"),
        ("Die Parteispitze kam{VVFIN} gestern.", "Die Parteispitze"),
        ("Der Verband kam{VVFIN} gestern.", None),
        ("Das Amt kam{VVFIN} gestern.", None),
    ],
)
def test_a_body_that_is_the_subject_before(before: str, name: str | None) -> None:
    doc = tagged(f"{before} „Die Straße ist leer“, sagte sie.", PEOPLE)
    for token in doc:
        if token.text in ("kam", "sagte"):
            token.set_morph("Number=Sing")
        if token.text == "Amt":
            token.set_morph("Gender=Neut|Number=Sing")
    assert found_in(doc)[2] == [name]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Die Experten kamen{VVFIN} gestern.", "Die Experten"),
        ("Die Pläne halfen{VVFIN} sehr.", None),
        ("Die Experten kamen{VVFIN} gestern.\n", None),
    ],
)
def test_a_group_that_is_the_subject_before(before: str, name: str | None) -> None:
    text = f"{before} Sie sagten, die Lage sei ernst."
    doc = tagged(text, PEOPLE)
    for token in doc:
        if token.text in ("Experten", "Pläne", "kamen", "sagten", "halfen"):
            token.set_morph("Number=Plur")
    assert found_in(doc)[2] == [name]


def test_the_only_one_near_is_not_meant_beside_a_pronoun() -> None:
    behind = "„Die Straße ist leer“, sagte er."
    assert speakers(f"Er wartete{{VVFIN}} dort heute bald sehr lange auf Peter Meier. {behind}") == [None]
    assert speakers(f"Groß ist dort heute bald auch der Druck auf Peter Meier; er ist leer. {behind}") == [
        "Peter Meier"
    ]


def test_whose_words_a_clause_without_a_verb_announces() -> None:
    doc = tagged("Anna Kunz kam gestern. Meiers Fazit: „Wir müssen handeln.“ Peter Meier kam.", PEOPLE)
    start = doc.text.index("Meiers")
    name = {"start": start, "end": start + 6, "label": "PER", "name": "Peter Meier", "role": None, "acts": False,
            "gender": "m", "number": "s", "rule": "test"}  # fmt: skip
    items.write(doc, items.NAMES, sorted([name, *items.read(doc, items.NAMES)], key=lambda n: n["start"]))
    next(token for token in doc if token.text == "Meiers").tag_ = "NE"
    assert found_in(doc)[2] == ["Peter Meier"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gestern kam die Gesundheitsbehörde Nato. Rutte half{VVFIN}. Die Behörde sagte, die Lage sei ernst.", "Nato"),
        ("Gestern kam die Nato. Das Bündnis half{VVFIN}. Die Organisation sagte, die Lage sei ernst.", "Nato"),
        ("Gestern kamen Nato und AfD. Die Partei sagte, die Lage sei ernst.", "AfD"),
        ("Gestern kamen Nato und AfD. Die Organisation sagte, die Lage sei ernst.", "Die Organisation"),
        ("Gestern kam die Nato. Die Partei sagte, die Lage sei ernst.", "Die Partei"),
        ("Gestern kam die Nato. Die russische Organisation sagte, die Lage sei ernst.", "Die russische Organisation"),
    ],
)
def test_which_body_its_kind_means(text: str, name: str) -> None:
    assert found_in(tagged(text, {**PEOPLE, "AfD": ("ORG", "")}))[2][-1] == name


def test_a_minister_of_another_state() -> None:
    text = "Der französische{ADJA} Minister Rutte kam. Die Lage sei ernst, sagte der Minister{extra}."
    roles = _spoken_by_minister(text.replace("{extra}", ""))
    assert (roles, _spoken_by_minister(text.replace("{extra}", " Malaysias{NE}"))) == ("Rutte", "der Minister")


def _spoken_by_minister(text: str) -> str | None:
    doc = tagged(text, PEOPLE)
    found = items.read(doc, items.NAMES)
    found[0]["role"] = [4, 4 + len("französische Minister")]
    items.write(doc, items.NAMES, found)
    return found_in(doc)[2][-1]


# ── heißt es ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Die Polizei sagte, die Lage sei ernst.", "Die Polizei"),
        ("Die Nato kam gestern.", "Nato"),
        ("Rutte sagte, die Lage sei ernst.", None),
        ("Rutte kam gestern.", None),
        ("Das Haus brannte{VVFIN}.", None),
    ],
)
def test_what_is_said_behind_a_body_is_said_by_it(before: str, name: str | None) -> None:
    assert speakers(f"{before} Die Straße sei geschlossen, hieß es.")[-1] == name


def test_what_was_said_at_another_time_is_said_by_nobody() -> None:
    assert speakers("Die Polizei sagte, die Lage sei ernst. Die Straße sei geschlossen, hieß es damals.")[-1] is None


def test_the_text_in_which_it_is_said() -> None:
    text = "Gestern stellte Merkel den Beschluss vor{PTKVZ}. Darin{PAV} heißt es, die Straße sei geschlossen."
    doc = tagged(text, PEOPLE)
    next(token for token in doc if token.text == "Beschluss").set_morph("Gender=Masc|Number=Sing")
    assert found_in(doc)[2] == ["der Beschluss"]


@pytest.mark.parametrize(
    ("subject", "name"), [("ein Sprecher", "ein Sprecher"), ("die Vorsitzende", "die Vorsitzende")]
)
def test_a_bearer_of_a_function_speaks_of_a_thing(subject: str, name: str) -> None:
    assert speakers(f"Die neue Regelung kritisierte {subject} gestern.") == [name]


def test_who_speaks_in_what_is_reported_does_not_go_on() -> None:
    text = "Rutte sagte, die Lage sei ernst. Merkel habe gesagt, das Haus sei leer. Die Straße sei leer."
    drafts, _, names = found_in(tagged(text, PEOPLE))
    runs = [(d, n) for d, n in zip(drafts, names, strict=True) if d.rule == "free/indirect_free_indirect"]
    assert [(d.content, n) for d, n in runs] == [([(8, 22)], "Rutte")]


def test_a_new_paragraph_that_tells_ends_a_run() -> None:
    text = "Rutte sagte, die Lage sei ernst. Er sei krank.\nDie Experten stellten{VVFIN} das klar. Die Straße sei leer."
    _, spans, names = found_in(tagged(text, PEOPLE))
    assert spans["F"] == ["Er sei krank.", "Die Straße sei leer."]
    assert names[-1] == "Die Experten"


def test_words_in_marks_before_the_frame_of_their_sentence() -> None:
    text = "Rutte kam gestern. „Wir brauchen bald sehr viel mehr Hilfe“, bei Merkel sei das nicht so, sagte Anna Kunz."
    assert set(speakers(text)) == {"Anna Kunz"}


@pytest.mark.parametrize("noun", ["Rede", "Interview"])
def test_after_an_occasion_nobody_is_quoted(noun: str) -> None:
    assert kinds(f"Nach seiner{{PPOSAT}} {noun} ist die Lage ernst.") == []


@pytest.mark.parametrize("view", ["aus heutiger{ADJA} Sicht", "aus medizinischer{ADJA} Sicht"])
def test_a_way_of_looking_is_no_source(view: str) -> None:
    assert kinds(f"Die Lage ist {view} ernst.") == []
    assert speakers("Die Lage ist aus Sicht der Nato ernst.") == ["Nato"]


# ── named behind ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("behind", "name"),
    [
        ("Das teilte{VVFIN} die Polizei mit{PTKVZ}.", "die Polizei"),
        ("Dies bestätigte Rutte am Montag.", "Rutte"),
        ("Das geht aus einem Bericht der Nato hervor{PTKVZ}.", "Nato"),
        ("Das zeigt{VVFIN} eine Studie.", "eine Studie"),
    ],
)
def test_a_frame_that_points_back(behind: str, name: str) -> None:
    drafts, spans, names = found_in(tagged(f"Gestern brannte{{VVFIN}} dort das Haus. {behind}", PEOPLE))
    assert [(d.rule, n) for d, n in zip(drafts, names, strict=True)] == [("source/das", name)]
    assert spans["I"] == ["Gestern brannte dort das Haus."]


@pytest.mark.parametrize(
    "text",
    [
        "Gestern brannte{VVFIN} dort das Haus. Das kritisierte Rutte am Montag.",
        "Gestern brannte{VVFIN} dort das Haus. Das kann Rutte bestätigen.",
        "Gestern brannte{VVFIN} dort das Haus. Das sage{VVFIN} ich am Montag.",
        "Gestern brannte{VVFIN} dort das Haus. Das zeigt{VVFIN} Rutte.",
        "Gestern brannte{VVFIN} dort das Haus. Das hat noch nie ein Minister gesagt.",
        "Gestern brannte{VVFIN} dort das Haus.\nDas teilte{VVFIN} die Polizei mit{PTKVZ}.",
    ],
)
def test_what_does_not_attribute_the_sentence_before(text: str) -> None:
    assert all(draft.rule != "source/das" for draft in found_in(tagged(text, PEOPLE))[0])


def test_a_sentence_with_a_source_has_no_second_one() -> None:
    text = "Laut Rutte brannte{VVFIN} das Haus. Das bestätigte die Polizei am Montag."
    assert [d.rule for d in found_in(tagged(text, PEOPLE))[0] if d.kind == "indirect"] == ["source/laut"]


def test_who_is_named_only_behind_the_sentence() -> None:
    text = "Der Sprecherin zufolge brannte{VVFIN} dort das Haus. Das teilte{VVFIN} Anna Kunz mit{PTKVZ}."
    doc = tagged(text, PEOPLE)
    next(token for token in doc if token.text == "Sprecherin").set_morph("Gender=Fem|Number=Sing")
    assert found_in(doc)[2] == ["Anna Kunz"]
    other = text.replace("Anna Kunz", "Peter Meier")
    doc = tagged(other, PEOPLE)
    next(token for token in doc if token.text == "Sprecherin").set_morph("Gender=Fem|Number=Sing")
    assert found_in(doc)[2] != ["Peter Meier"]


def test_what_follows_from_what_was_said_behind() -> None:
    text = "Dort brannte{VVFIN} gestern das Haus. Das teilte{VVFIN} die Polizei mit{PTKVZ}. Demnach starb{VVFIN} Rutte."
    assert speakers(text) == ["die Polizei", "die Polizei"]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("In der Studie sagten 73 Prozent, die Lage sei ernst.", "die Studie"),
        ("Gestern sagten 73 Prozent, die Lage sei ernst.", None),
    ],
)
def test_what_follows_from_shares_follows_from_the_study(before: str, name: str | None) -> None:
    doc = tagged(f"{before} Nur wenige{{PIS}} wollen demnach helfen.", PEOPLE)
    for token in doc:
        if token.text == "Studie":
            token.set_morph("Gender=Fem|Number=Sing")
    assert found_in(doc)[2][-1] == name


def test_two_functions_of_one_person() -> None:
    text = "Das bestätigte die Präsidentin der Nato und Ministerin Anna Kunz gestern."
    assert speakers(f"Dort brannte{{VVFIN}} gestern das Haus. {text}") == ["Anna Kunz"]


def test_a_source_inside_what_somebody_says() -> None:
    text = "Rutte schrieb, nach Ansicht der Nato sei die Lage ernst. Die Straße sei leer."
    drafts, spans, names = found_in(tagged(text, PEOPLE))
    assert [(d.rule, n) for d, n in zip(drafts, names, strict=True)][-1] == ("free/indirect_free_indirect", "Rutte")
    assert "sei die Lage ernst" in spans["I"]


def test_words_in_marks_that_open_a_sentence_are_no_subject() -> None:
    text = "Rutte sagte, die Lage sei ernst. „Wichtig“ ist{VAFIN} das Amt. Die Straße sei leer."
    assert speakers(text)[-1] == "Rutte"


# ── what is printed ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("phrase", "noun", "morph", "name"),
    [
        ("Nach Ansicht der Forscher", "Forscher", "Gender=Masc|Number=Plur|Case=Gen", "die Forscher"),
        ("Nach Ansicht der Länder", "Länder", "Gender=Neut|Number=Plur|Case=Gen", "die Länder"),
        ("Nach Ansicht der lokalen{ADJA} Polizei", "Polizei", "Gender=Fem|Number=Sing|Case=Gen", "die lokale Polizei"),
        ("Nach Ansicht der lokalen{ADJA} Behörden", "Behörden", "Gender=Fem|Number=Plur", "die lokalen Behörden"),
        ("Nach Ansicht der Länder in{APPR} Zukunft", "Länder", "Gender=Neut|Number=Plur|Case=Gen", "die Länder"),
        ("Laut einem am Montag verbreiteten{ADJA} Brief", "Brief", "Gender=Masc|Number=Sing", "ein Brief"),
        ("Laut einem am Montag verbreiteten{ADJA} Bericht der Nato", "Bericht", "Gender=Masc", "Nato"),
        ("Nach RKI-Angaben", "RKI-Angaben", "", "RKI"),
        ("Laut einem Schreiben der Behörde an das Amt", "Behörde", "Gender=Fem|Number=Sing", "die Behörde"),
        ("Nach einer Studie aus dem Jahr{NN} 2017", "Studie", "Gender=Fem|Number=Sing", "eine Studie"),
    ],
)
def test_the_author_in_the_nominative(phrase: str, noun: str, morph: str, name: str) -> None:
    doc = tagged(f"{phrase} ist die Lage ernst.", PEOPLE)
    next(token for token in doc if token.text == noun).set_morph(morph)
    assert found_in(doc)[2] == [name]


def test_the_noun_behind_an_attribute() -> None:
    view = view_of(tagged("einem in großen{ADJA} Blättern gedruckten{ADJA} Brief der Nato"))
    assert view.text[behind_attribute(view, 0, len(view.text))] == "Brief"
    assert behind_attribute(view_of(tagged("einem neuen{ADJA} Brief")), 0, 3) == 0
