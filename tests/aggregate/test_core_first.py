"""The key sentences: which comes first, what counts as support, teasers as a whole."""

from __future__ import annotations

from dataclasses import replace

from comparison_builder import Draft, NoActors, story

from briefing.aggregate import core
from briefing.aggregate.core_candidates import candidates
from briefing.aggregate.core_support import SUPPORTS, alike
from briefing.aggregate.similarity import Weights
from briefing.model import Analysis, Article, BlockKind, Name

NEWS = "Die Bahn streicht im Winter nach Angaben des Vorstands rund tausend Züge im Fernverkehr."
FILLER = [
    f"{noun} stehen in Berlin {verb} vor verschlossenen bunten Türen am {place}."
    for noun, verb, place in (
        ("Kinder", "geduldig", "Hafen"), ("Händler", "frierend", "Markt"), ("Gäste", "lachend", "Bahnhof"),
        ("Boten", "schweigend", "Rathaus"), ("Nachbarn", "wartend", "Stadion"), ("Bauern", "betend", "Dom"),
        ("Lehrer", "singend", "Museum"),
    )
]  # fmt: skip
MORE = [f"{n}. Tor: {noun} warten dort." for n, noun in enumerate(("Enten", "Hunde", "Katzen", "Ziegen", "Schafe"), 1)]


def chosen(articles: dict[str, Article], analyses: dict[str, Analysis], origins: dict[str, str]) -> list[str]:
    found = core.choose(articles, analyses, origins, NoActors())
    return [articles[c.text.article].text[c.text.start : c.text.end] for c in found]


def origins_of(*drafts: Draft, publisher: str | None = None) -> set[int]:
    articles, analyses, origins = story(*drafts)
    articles = {id_: replace(article, publisher=publisher) for id_, article in articles.items()}
    return {c.origins for c in core.choose(articles, analyses, origins, NoActors())}


def titled(
    draft: Draft, headline: str, lead: int = 0
) -> tuple[dict[str, Article], dict[str, Analysis], dict[str, str]]:
    """A story whose first sentence is the headline, and the next `lead` sentences its teaser."""
    articles, analyses, origins = story(draft)
    analysis = analyses[draft.article.id]
    assert draft.article.text.startswith(headline)
    first, *others = analysis.sentences
    kinds: tuple[BlockKind, BlockKind] = ("lead", "body")
    sentences = [replace(s, block=kinds[place >= lead]) for place, s in enumerate(others)]
    analyses[draft.article.id] = replace(analysis, sentences=(replace(first, block="headline"), *sentences))
    return articles, analyses, origins


def test_the_first_line_is_looked_for_where_the_article_begins() -> None:
    late = "Die Bahn streicht im Winter nach Angaben des Vorstands auch hundert Züge im Nahverkehr in Berlin."
    found = chosen(*titled(Draft("a", " ".join(["Bahn streicht Züge.", NEWS, *FILLER, late])), "Bahn streicht Züge."))
    assert found[0] == NEWS


def test_a_later_sentence_comes_first_where_only_it_says_the_headline() -> None:
    found = chosen(*titled(Draft("a", " ".join(["Bahn streicht Züge.", *FILLER, NEWS])), "Bahn streicht Züge."))
    assert found[0] == NEWS


def test_what_everybody_knows_is_not_the_first_line() -> None:
    known = "Dass die Bahn im Winter rund tausend Züge im Fernverkehr streicht, ist nicht neu."
    news = "Der Vorstand der Bahn verkauft im Winter rund hundert Züge aus dem Nahverkehr."
    found = chosen(*titled(Draft("a", f"Bahn streicht Züge. {known} {news}"), "Bahn streicht Züge."))
    assert found[0] == news


def test_a_teaser_that_turns_from_what_was_to_what_is_may_come_first() -> None:
    teaser = "Lange hat die Bahn im Winter alle Züge fahren lassen. Doch nun streicht der Vorstand tausend."
    found = chosen(*titled(Draft("a", f"Bahn streicht Züge. {teaser} {FILLER[0]}"), "Bahn streicht Züge.", lead=2))
    assert found[0] == teaser


def test_a_teaser_of_short_sentences_is_shown_as_a_whole() -> None:
    teaser = (
        "Die Bahn hatte im Winter tausend Züge im Fernverkehr gestrichen. Nun ändert der Vorstand in Berlin den Plan."
    )
    found = chosen(*titled(Draft("a", f"Neuer Plan der Bahn. {teaser} {FILLER[0]}"), "Neuer Plan der Bahn.", lead=2))
    assert teaser in found
    assert not {part for part in found if part != teaser and part in teaser}


def supported(one: Draft, other: Draft, *, role: bool = False) -> bool:
    """Whether the second article says what the first sentence of the first one says."""
    articles, analyses, origins = story(one, other)
    if role:
        analyses = {
            id_: replace(found, names=tuple(_with_role(name, articles[id_].text) for name in found.names))
            for id_, found in analyses.items()
        }
    every = candidates(articles, analyses, origins)
    return any(like >= SUPPORTS for like, _ in alike(every[0], every, Weights(analyses)))


def test_the_function_of_a_person_is_nothing_that_two_sentences_have_in_common() -> None:
    one = "Der langjährige Vorstandschef Müller der Bahn aus Berlin hofft auf Einigung."
    other = "Der langjährige Vorstandschef Müller der Bahn aus Berlin lobt Gäste."
    told = Draft("b", " ".join([other, *MORE]))
    assert supported(Draft("a", one), told)
    assert not supported(Draft("a", one), told, role=True)


def _with_role(name: Name, text: str) -> Name:
    start = text.index("langjährige")
    if name.name != "Müller":
        return name
    return replace(name, label="PER", role=replace(name.span, start=start, end=text.index(" Müller")))


def test_a_sentence_of_one_house_in_two_of_its_articles_is_one_origin() -> None:
    assert origins_of(Draft("a", NEWS), Draft("b", NEWS), publisher="Blatt") == {1}
    assert origins_of(Draft("a", NEWS), Draft("b", NEWS)) == {2}


def test_a_sentence_that_lacks_the_telling_number_is_no_support() -> None:
    one = "Mehr als 3523 Menschen starben in Berlin bislang an einer schweren Erkrankung."
    other = Draft("b", " ".join(["Viele Menschen starben in Berlin bislang jung an einer schweren Krankheit.", *MORE]))
    assert supported(Draft("a", one), other)
    assert not supported(Draft("a", one).number("3523 Menschen", 3523), other)


def test_a_line_that_shares_much_and_more_than_names_with_another_is_none_beside_it() -> None:
    first = "Zur Entlastung der Stationen verlangt Müller in Berlin mehr Vertrauen, Geduld und Disziplin aller Bürger."
    again = (
        "Mehr Vertrauen aller Bürger verlangt Müller in Berlin von Russland, "
        "weil viele Kliniken sonst ohne Betten leer ausgehen könnten."
    )
    text = " ".join([first, again, *FILLER[:4], *MORE])
    found = chosen(*story(Draft("a", text)))
    assert len({first, again} & set(found)) == 1
