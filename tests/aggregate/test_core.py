"""The key sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest
from comparison_builder import Draft, NoActors, story

from briefing.aggregate import core

SHARED = "Nordkorea hat nach Angaben der Behörden 1500 Soldaten nach Russland geschickt."
RESTATED = "Die Behörden teilten mit, Nordkorea habe 1500 Soldaten nach Russland geschickt."
NEWS_TOLD = "Nordkorea schickt im kommenden Winter rund 1500 Soldaten an die Grenze von Russland."
ASIDE = "Im Stadtpark blühen in diesem warmen Herbst noch immer viele bunte Rosen."


def chosen(*drafts: Draft) -> list[str]:
    articles, analyses, origins = story(*drafts)
    found = core.choose(articles, analyses, origins, NoActors())
    return [articles[c.text.article].text[c.text.start : c.text.end] for c in found]


def test_what_two_origins_report_comes_first_once_with_its_support() -> None:
    articles, analyses, origins = story(Draft("a", f"{ASIDE} {SHARED}"), Draft("b", RESTATED))
    first, *others = core.choose(articles, analyses, origins, NoActors())
    assert {span.article for span in first.evidence} == {"a", "b"}
    assert first.origins == 2
    assert all(other.text.article == "a" for other in others if other.text.start == 0)
    assert not {SHARED, RESTATED} <= set(chosen(Draft("a", f"{ASIDE} {SHARED}"), Draft("b", RESTATED)))


@pytest.mark.parametrize(
    "sentence",
    [
        "Er hat nach Angaben der Behörden 1500 Soldaten nach Russland geschickt.",
        "Dies sei nach Angaben der Behörden in Russland ein großer Fehler gewesen.",
        "Hat Nordkorea nach Angaben der Behörden wirklich Soldaten nach Russland geschickt?",
        "Soldaten nach Russland geschickt",
        "Weil dort nach Angaben der Behörden 1500 Soldaten aus Nordkorea sind, droht Russland.",
        "Um diesen Punkt stritten die Behörden in Russland mit den Soldaten aus Nordkorea.",
        "Die Behörden sprachen dagegen von 1500 Soldaten aus Nordkorea in Russland.",
        "Laut forderten Behörden wie die in Russland 1500 Soldaten aus Nordkorea.",
        "Andererseits hat Nordkorea nach Angaben der Behörden 1500 Soldaten nach Russland geschickt.",
        "Wir haben Soldaten aus Nordkorea in Russland mit eigenen Augen gesehen.",
        "Aus seiner Sicht sind 1500 Soldaten aus Nordkorea nach Russland geschickt worden.",
        "Nordkorea habe 1500 Soldaten nach Russland geschickt, erklärte er am Montag.",
        "Wie der Kanzler aus Nordkorea sprach er von 1500 Soldaten der Behörden in Russland.",
        "Liegt die Zusage vor, schickt Nordkorea nach Angaben der Behörden 1500 Soldaten nach Russland.",
        "Die Behörden hätten 1500 Soldaten aus Nordkorea an der Grenze von Russland gezählt.",
        "Nordkorea hat nach Angaben der Behörden zwar Soldaten nach Russland geschickt, in Kursk sind sie.",
        "Das klang nach Angaben der Behörden in Russland nach Soldaten aus Nordkorea.",
        "Bewiesen hat das nach Angaben der Behörden in Russland ein Soldat aus Nordkorea.",
        "Die Behörden in Russland haben sich über Soldaten aus Nordkorea entsprechend geäußert.",
        "Soldaten und Behörden, Züge und Lager, Grenzen und Posten aus Nordkorea in Russland.",
        "Eine Sorge für Russland, die auch die Behörden und Soldaten in Nordkorea haben.",
        "Nach Angaben der Behörden schickt Nordkorea meine 1500 Soldaten nach Russland.",
        "Endlich schickt Nordkorea nach Angaben der Behörden 1500 Soldaten nach Russland!",
        "Angaben der Behörden über Soldaten aus Nordkorea in Russland stehen unter www.behörden.de bereit.",
        "Nordkorea schickt Soldaten nach Russland: Was die Behörden über die 1500 wissen.",
        "Was die Behörden in Russland über die 1500 Soldaten aus Nordkorea denken.",
        "Von dort schickt Nordkorea nach Angaben der Behörden 1500 Soldaten nach Russland.",
        "Der Minister der Behörden für Soldaten aus Nordkorea in Russland kennt das.",
        "Da kann Nordkorea nach Angaben der Behörden noch 1500 Soldaten nach Russland schicken.",
        "Bei den Behörden in Russland stößt das auf Sorge um Soldaten aus Nordkorea.",
        "In Russland, wo die Behörden suchten, waren dagegen nur zwei Soldaten aus Nordkorea.",
        "Irre, da standen nach Angaben der Behörden in Russland Soldaten aus Nordkorea.",
        "Muss Nordkorea nach Angaben der Behörden Soldaten schicken, sind es 1500 in Russland.",
    ],
)
def test_sentences_that_cannot_stand_alone_are_not_chosen(sentence: str) -> None:
    assert sentence not in chosen(Draft("a", f"{sentence} {SHARED}"))


@pytest.mark.parametrize("block", ["opinion", "boilerplate", "headline", "heading"])
def test_only_reports_are_chosen(block: str) -> None:
    assert chosen(Draft("a", SHARED, block=block)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "An diesem Dienstag schickt Nordkorea nach Angaben der Behörden 1500 Soldaten nach Russland.",
        "Laut einem Bericht der Behörden schickt Nordkorea 1500 Soldaten nach Russland.",
        "Nordkorea hat Soldaten nach Russland geschickt, nämlich 1500 nach Angaben der Behörden.",
        "Nordkorea hat zwar 1500 Soldaten nach Russland geschickt, die Behörden wissen aber nicht, wohin.",
        "Die Behörden in Russland wehren sich nicht dagegen, dass Nordkorea Soldaten schickt.",
        "Wenn es nach den Behörden in Russland geht, schickt Nordkorea bald 1500 Soldaten.",
        "Was Nordkorea nach Angaben der Behörden an Soldaten schickt, ist für Russland wichtig.",
        "Die Soldaten aus Nordkorea sollen nach Kursk, aber die Behörden in Russland schweigen.",
        "Das verbündete Nordkorea schickt nach Angaben der Behörden 1500 Soldaten nach Russland.",
        "Die Grenze, der Zug und das Lager in Russland gehören nach Angaben der Behörden Nordkorea.",
        'Nordkorea schickt nach Angaben der Behörden Soldaten "zu unserem Freund" Russland.',
    ],
)
def test_sentences_that_stand_alone_are_chosen(sentence: str) -> None:
    assert sentence in chosen(Draft("a", sentence))


def test_what_one_of_several_origins_says_only_fills_up() -> None:
    asides = [
        f"Im Stadtpark {verb} in diesem warmen Herbst noch immer viele bunte {flower} am {place}."
        for verb, flower, place in (
            ("blühen", "Rosen", "Teich"),
            ("welken", "Tulpen", "Tor"),
            ("wachsen", "Nelken", "Zaun"),
            ("duften", "Astern", "Brunnen"),
        )
    ]
    found = chosen(Draft("a", f"{' '.join(asides)} {SHARED}"), Draft("b", RESTATED))
    assert found[0] in (SHARED, RESTATED)
    assert len(found) <= core.LEAST


def test_a_copy_is_no_support() -> None:
    articles, analyses, _ = story(Draft("a", SHARED), Draft("b", SHARED))
    (only,) = core.choose(articles, analyses, {"a": "a", "b": "a"}, NoActors())
    assert only.origins == 1


def test_nothing_comes_of_nothing() -> None:
    assert core.choose({}, {}, {}, NoActors()) == ()


@pytest.mark.parametrize(("words", "value", "origins"), [("1500 Soldaten", 1500, 2), ("3000 Soldaten", 3000, 1)])
def test_a_sentence_with_other_numbers_is_no_support(words: str, value: float, origins: int) -> None:
    other = Draft("b", RESTATED.replace("1500 Soldaten", words)).number(words, value)
    articles, analyses, origin_of = story(Draft("a", SHARED).number("1500 Soldaten", 1500), other)
    assert max(c.origins for c in core.choose(articles, analyses, origin_of, NoActors())) == origins


def test_two_sentences_that_share_only_names_say_different_things() -> None:
    one = "Müller aus Nordkorea forderte in Berlin von Russland den sofortigen Rücktritt aller Minister."
    other = "Müller aus Nordkorea lobte in Berlin gegenüber Russland die schöne Sammlung alter Bilder."
    articles, analyses, origins = story(Draft("a", one), Draft("b", other))
    assert {c.origins for c in core.choose(articles, analyses, origins, NoActors())} == {1}


def test_a_sentence_is_supported_by_a_longer_one_that_says_it_too() -> None:
    short = "Die Behörden meldeten fünfzehnhundert nordkoreanische Soldaten im Gebiet von Kursk."
    longer = (
        "Die Behörden meldeten am Montag in einer langen Mitteilung nach einer Sitzung des Rates, an der auch Gäste "
        "teilnahmen, fünfzehnhundert nordkoreanische Soldaten im Gebiet von Kursk und weitere Züge im Osten."
    )
    articles, analyses, origins = story(Draft("a", short), Draft("b", longer))
    origins_of = {
        articles[c.text.article].text[c.text.start : c.text.end]: c.origins
        for c in core.choose(articles, analyses, origins, NoActors())
    }
    assert origins_of.get(short) == 2


def test_what_the_openings_tell_comes_before_what_later_passages_share() -> None:
    news = "Die Bahn streicht nach Angaben des Vorstands im kommenden Winter rund tausend Züge im Fernverkehr."
    retold = "Im Fernverkehr der Bahn fallen im Winter tausend Züge weg, wie der Vorstand am Montag mitteilte."
    filler = [f"{noun} stehen seit Langem {verb} vor verschlossenen bunten Türen am {place}." for noun, verb, place in (
        ("Kinder", "geduldig", "Hafen"), ("Händler", "frierend", "Markt"), ("Gäste", "lachend", "Bahnhof"),
        ("Boten", "schweigend", "Rathaus"), ("Nachbarn", "wartend", "Stadion"),
    )]  # fmt: skip
    late = "Die Gewerkschaft der Lokführer verlangt seit Jahren höhere Löhne und kürzere Schichten für ihre Mitglieder."
    found = chosen(
        Draft("a", " ".join([news, *filler, late])), Draft("b", " ".join([retold, *filler[:3], late])), Draft("c", late)
    )
    assert found[0] in (news, retold)


def test_indirect_speech_without_its_frame_is_not_chosen() -> None:
    speech = "Nordkorea habe nach Angaben der Behörden 1500 Soldaten nach Russland geschickt."
    assert speech not in chosen(Draft("a", speech).quote(speech, "Müller"))
    assert speech in chosen(Draft("a", speech))


def test_what_the_next_sentence_says_who_told_is_chosen() -> None:
    draft = Draft("a", f"{NEWS_TOLD} Das teilten die Behörden in Russland am Montag mit.").quote(NEWS_TOLD, "Behörden")
    assert NEWS_TOLD not in chosen(draft)
    draft.quotes = [replace(quote, rule="source/das") for quote in draft.quotes]
    assert NEWS_TOLD in chosen(draft)


def test_who_is_meant_by_an_article_alone_stands_after_a_named_one() -> None:
    unnamed = "Der Konzern streicht im kommenden Winter rund tausend Züge im gesamten Fernverkehr."
    named = "Die Bahn streicht im kommenden Winter rund tausend Züge im gesamten Fernverkehr."
    assert chosen(Draft("a", unnamed), Draft("b", named))[0] == named
    assert chosen(Draft("a", named), Draft("b", unnamed))[0] == named


def test_what_came_before_the_news_stands_after_it() -> None:
    before = "Bereits im Frühjahr hatte die Bahn für den Winter die Streichung von tausend Zügen angekündigt."
    news = "Die Bahn streicht im Winter weitere tausend Züge, wie aus einer Ankündigung hervorgeht."
    found = chosen(Draft("a", f"{news} {before}"), Draft("b", before), Draft("c", news))
    assert found.index(news) < found.index(before)


def test_what_is_told_in_the_pluperfect_stands_after_the_news() -> None:
    before = "Die Bahn hatte die Züge für den Winter in Berlin gestrichen."
    news = "Die Bahn hat nun die Züge für den Winter in Berlin gestrichen."
    found = chosen(Draft("a", f"{before} {news}"), Draft("b", f"{news} {before}"))
    assert found == [news]


def test_a_denial_is_no_support() -> None:
    one = "Die Bahn will den Sieg der Gewerkschaft vor dem Gericht in Berlin nicht anerkennen."
    other = "Die Bahn will den Sieg der Gewerkschaft vor dem Gericht in Berlin anerkennen."
    articles, analyses, origins = story(Draft("a", one), Draft("b", other))
    assert {c.origins for c in core.choose(articles, analyses, origins, NoActors())} == {1}


def test_what_was_to_come_stands_after_what_has_come() -> None:
    old = "Die Bahn will in den kommenden Wochen eine Zulassung für neue Züge beantragen."
    new = "Die Bahn hat am Montag eine Zulassung für neue Züge beantragt, heißt es in Berlin."
    found = chosen(Draft("a", old, published="2024-10-14"), Draft("b", new, published="2024-10-28"))
    assert found[0] == new


def test_a_sentence_without_a_new_name_or_number_is_no_second_line() -> None:
    first = "Die Wirtschaft der Insel bricht nach Ansicht der Institute stärker ein als im Frühjahr erwartet."
    again = "Die Wirtschaft schrumpft stärker als im Frühjahr erwartet wurde."
    found = chosen(Draft("a", f"{first} {ASIDE}"), Draft("b", f"{again} {ASIDE}"))
    assert len({first, again} & set(found)) == 1


def test_the_same_number_is_given_once_and_by_the_fuller_sentence() -> None:
    short = "In Leipzig zogen am Samstag 45000 Menschen durch die Straßen der Innenstadt."
    fuller = "Am Samstag demonstrierten in Leipzig 45000 Menschen, und 31 Beamte wurden verletzt."
    a = Draft("a", short).number("45000 Menschen", 45000)
    b = Draft("b", fuller).number("45000 Menschen", 45000).number("31 Beamte", 31)
    assert chosen(a, b) == [fuller]


def test_the_same_telling_number_of_the_same_thing_is_support() -> None:
    one = "Die Institute rechnen für die Insel mit einem Minus von 5,4 Prozent in diesem Jahr."
    other = "Um 5,4 Prozent, so die Institute, werde es auf der Insel in diesem Jahr abwärts gehen."
    a, b = Draft("a", f"{one} {ASIDE}"), Draft("b", f"{other} {ASIDE}")
    articles, analyses, origins = story(a.number("5,4 Prozent", 5.4), b.number("5,4 Prozent", 5.4))
    found = core.choose(articles, analyses, origins, NoActors())
    assert [c.origins for c in found if c.text.start == 0] == [2]


@pytest.mark.parametrize(("bound", "origins"), [("exact", 2), ("at most", 1)])
def test_an_upper_limit_is_no_support_of_a_number(bound: str, origins: int) -> None:
    one = "Der Rat der Insel hat sich 160 Millionen Impfdosen bei dem Hersteller gesichert."
    other = "In Gesprächen mit dem Hersteller geht es nach Angaben aus Brüssel um 160 Millionen Impfdosen."
    a = Draft("a", f"{one} {ASIDE}").number("160 Millionen Impfdosen", 160000000)
    b = Draft("b", f"{other} {ASIDE}").number("160 Millionen Impfdosen", 160000000, bound=bound)
    articles, analyses, origin_of = story(a, b)
    found = core.choose(articles, analyses, origin_of, NoActors())
    assert [c.origins for c in found if c.text.start == 0][:1] == [origins]


def test_who_told_it_is_no_support() -> None:
    one = "Der Flughafen in Kassel bleibt nach Angaben der Behörden in Hessen bis Montag geschlossen."
    other = "Das teilten die Behörden in Hessen am Flughafen in Kassel mit."
    articles, analyses, origins = story(Draft("a", one), Draft("b", other))
    assert {c.origins for c in core.choose(articles, analyses, origins, NoActors())} == {1}


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Stadt hat nach Angaben der Behörden angekündigt, Soldaten andernfalls nach Russland zu schicken.",
        "Die Behörden in Russland scheiterten mit einer Klage gegen diese Auflage für Soldaten aus Nordkorea.",
        "Der parteilose Politiker war nach Angaben der Behörden mit Soldaten nach Russland gereist.",
        "Das meldeten nach Angaben der Behörden mehrere Agenturen in Russland über Soldaten aus Nordkorea.",
        "Ließe man Nordkorea gewähren, wären nach Angaben der Behörden bald 1500 Soldaten in Russland.",
        '"Nordkorea hat bereits Soldaten", sagte nach Angaben der Behörden in Russland Minister Meier.',
        "Ein Kommentar Nordkorea hat nach Angaben der Behörden 1500 Soldaten nach Russland geschickt.",
    ],
)
def test_sentences_that_point_elsewhere_are_not_chosen(sentence: str) -> None:
    assert sentence not in chosen(Draft("a", f"{sentence} {SHARED}"))


@pytest.mark.parametrize("link", ["aber", "ebenfalls", "jedoch", "nämlich"])
def test_where_an_article_begins_nothing_is_linked_to_a_sentence_before(link: str) -> None:
    linked = f"Die Behörden in Russland wissen {link} von Soldaten aus Nordkorea in Kursk."
    assert linked in chosen(Draft("a", f"{linked} {ASIDE}"))
    assert linked not in chosen(Draft("a", f"{ASIDE} {linked}"))


def test_whom_a_pronoun_means_stands_in_the_sentence_where_an_article_begins() -> None:
    news = "Die Behörden in Russland meldeten Soldaten aus Nordkorea, jetzt zählen sie 1500 an der Grenze."
    assert news in chosen(Draft("a", f"{news} {ASIDE}"))
    assert news not in chosen(Draft("a", f"{ASIDE} {news}"))


def test_a_mere_quotation_is_not_chosen() -> None:
    said = "Nordkorea hat nach unserer Kenntnis 1500 Soldaten nach Russland geschickt"
    text = f'"{said}", sagte der Minister Meier.'
    assert text not in chosen(Draft("a", f"{text} {SHARED}").quote(said, "Meier", kind="direct"))


def test_the_news_of_the_headlines_comes_first() -> None:
    told = "Mit Wasserwerfern löst die Polizei in Kassel eine Kundgebung vor dem Rathaus auf."
    aside = "Viele Menschen waren in Kassel gegen die neuen Regeln vor das Rathaus gezogen."
    headline = "Polizei löst Kundgebung auf."
    articles, analyses, origins = story(
        Draft("a", f"{headline} {aside} {told}"), Draft("b", f"{headline} {told} {aside}")
    )
    analyses = {
        id_: replace(found, sentences=(replace(found.sentences[0], block="headline"), *found.sentences[1:]))
        for id_, found in analyses.items()
    }
    first = core.choose(articles, analyses, origins, NoActors())[0]
    assert articles[first.text.article].text[first.text.start : first.text.end] == told


def test_what_is_not_known_is_no_key_statement() -> None:
    unknown = "Noch vor wenigen Wochen war in Russland unklar, ob Nordkorea nach Ansicht der Behörden Soldaten schickt."
    assert unknown not in chosen(Draft("a", f"{unknown} {SHARED}").question(unknown))
    assert unknown in chosen(Draft("a", f"{unknown} {SHARED}").question(unknown, "no_comment"))
