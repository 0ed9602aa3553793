"""Actors merged over hand-made analyses.

`{Putins=PER!Wladimir Putin}` is a name as printed, its label, `!` where it acts, and the resolved name (as printed if
left out); `‹Präsident›` before it is its role.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.aggregate.actors import Actors, merge, with_positions
from briefing.model import Actor, Analysis, Article, Name, Quote, QuoteGroup, Span, Speaker

MARK = re.compile(r"(?:‹([^›]+)› )?\{([^=}]+)=(PER|ORG|STATE|LOC|MISC)(!?)([^}]*)\}")


def story(*texts: str, quotes: dict[str, str] | None = None, origins: dict[str, str] | None = None) -> Actors:
    """The actors of articles a, b, c, …; `quotes` gives an article a statement by a speaker name."""
    articles, analyses = {}, {}
    for id_, marked in zip("abcdefgh", texts, strict=False):
        text, names, end = "", [], 0
        for match in MARK.finditer(marked):
            text += marked[end : match.start()]
            role = None
            if match[1]:
                role = Span(article=id_, start=len(text), end=len(text) + len(match[1]))
                text += match[1] + " "
            span = Span(article=id_, start=len(text), end=len(text) + len(match[2]))
            text += match[2]
            end = match.end()
            names.append(
                Name(span=span, label=match[3], name=match[5] or match[2], role=role, acts=bool(match[4]))  # type: ignore[arg-type]
            )
        text += marked[end:]
        said = ()
        if quotes and id_ in quotes:
            start = text.find(quotes[id_])
            place = Span(article=id_, start=max(start, 0), end=max(start, 0) + len(quotes[id_]))
            said = (Quote(kind="direct", content=(place,), speaker=(place,), speaker_name=quotes[id_]),)
        articles[id_] = Article(id=id_, file=id_, text=text)
        analyses[id_] = Analysis(article=id_, names=tuple(names), quotes=said)
    return merge(articles, analyses, origins or {id_: id_ for id_ in articles})


def only(actors: Actors) -> Actor:
    assert len(actors.actors) == 1, [actor.name for actor in actors.actors]
    return actors.actors[0]


# ── persons ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("{Kim Jong-un=PER!}", "{Kim Jong Un=PER!} und {Kim Jong Un=PER!}", "Kim Jong Un"),
        ("{Wolodymyr Selenskyj=PER!}", "{Wolodymyr Selenski=PER}", "Wolodymyr Selenskyj"),
        ("{Joe Biden=PER!} {Joe Biden=PER!}", "{Joseph R. Biden=PER}", "Joe Biden"),
        ("{Mark Rutte=PER!}", "{Ruttes=PER!Rutte}", "Mark Rutte"),
    ],
)
def test_one_person_in_two_articles(one: str, other: str, name: str) -> None:
    actors = story(one, other)
    assert only(actors).name == name
    assert only(actors).sources == ("a", "b")


def test_aliases_are_printed_forms_without_genitive() -> None:
    actor = only(story("{Wladimir Putin=PER!} lobt {Putins=PERWladimir Putin} Heer, {Putin=PERWladimir Putin} lacht"))
    assert actor.aliases == ("Wladimir Putin", "Putin")
    assert actor.mentions == 3


@pytest.mark.parametrize(("times", "name"), [(3, "GSV"), (2, "Gewerkschaft Schiene")])
def test_an_abbreviation_used_far_more_often_is_the_name_shown(times: int, name: str) -> None:
    again = "{GSV=ORG!Gewerkschaft Schiene} " * times
    assert only(story("{Gewerkschaft Schiene=ORG!} " + again, "{GSV=ORG!}" if times > 2 else "")).name == name


def test_the_railway_alone_is_the_one_named_with_its_adjective() -> None:
    assert only(story("{Deutsche Bahn=ORG!}", quotes={"a": "Deutsche Bahn"})).name == "Deutsche Bahn"
    actors = story("{Deutsche Bahn=ORG!} sprach.", "die Bahn sprach.", quotes={"b": "die Bahn"})
    assert only(actors).sources == ("a", "b")


@pytest.mark.parametrize(
    ("text", "quote", "number"),
    [("{Spiegel=ORG!} fragt.", "", 0), ("{Spiegel=ORG!} fragt. {Spiegel=ORG!} druckt.", "", 1),
     ("{Spiegel=ORG!} fragt.", "Spiegel", 1), ("{Lufthansa=ORG!} fragt.", "", 1)],
)  # fmt: skip
def test_a_medium_in_which_somebody_speaks_is_no_actor(text: str, quote: str, number: int) -> None:
    assert len(story(text, quotes={"a": quote} if quote else None).actors) == number


def test_people_of_one_family_name_stay_apart() -> None:
    actors = story("{Kim Jong Un=PER!} {Kim=PER!Kim Jong Un}", "{Kim Yong-hyun=PER!}", "{Kim=PER!} {Kim=PER!}")
    assert sorted(actor.name for actor in actors.actors) == ["Kim", "Kim Jong Un", "Kim Yong-hyun"]


def test_state_in_the_function_decides_for_a_bare_family_name() -> None:
    actors = story(
        "‹Nordkoreas Machthaber› {Kim Jong Un=PER!}", "‹südkoreanischer Verteidigungsminister› {Kim Yong-hyun=PER!}",
        "‹nordkoreanische Machthaber› {Kim=PER!}",
    )  # fmt: skip
    found = actors.of("c", "Kim")
    assert found is not None
    assert found.name == "Kim Jong Un"


def test_a_family_name_without_its_hyphen_is_the_same() -> None:
    actors = story("{Anna Muster-Kunz=PER!} {Muster-Kunz=PER!Anna Muster-Kunz}", "{Anna Muster Kunz=PER!}")
    assert only(actors).name == "Anna Muster-Kunz"
    assert actors.of("b", "Anna Muster Kunz") is only(actors)


def test_le_is_no_given_name() -> None:
    assert only(story("{Bruno Le Maire=PER!}", "{Le Maire=PER!}")).mentions == 2


def test_a_couple_stays_two() -> None:
    assert len(story("{Ingo Kuhl=PER!}", "{Nora Kuhl=PER!}").actors) == 2


def test_a_full_name_joins_only_if_it_fits_all_members() -> None:
    actors = story("{George Bush=PER!}", "{George H. W. Bush=PER!}", "{George W. Bush=PER!}")
    assert actors.of("b", "George H. W. Bush") is not actors.of("c", "George W. Bush")


# ── organisations and states ────────────────────────────────────────────────────────────────────


def test_organisation_by_abbreviation_and_long_form() -> None:
    actor = only(story("{NATO=ORG!Nato}", "{Nordatlantikpakts=ORG!Nato}", "{Nato=ORG}"))
    assert actor.name == "Nato"
    assert set(actor.aliases) == {"Nato", "NATO", "Nordatlantikpakt"}


def test_abbreviation_explained_in_another_article() -> None:
    actor = only(story("{Deutsche Hügelhilfe=ORG!} ({DHH=ORGDeutsche Hügelhilfe})", "{DHH=ORG!}"))
    assert actor.sources == ("a", "b")
    assert actor.name == "Deutsche Hügelhilfe"


def test_long_forms_lose_their_case() -> None:
    assert "Europäische Union" in only(story("der {Europäischen Union=ORG!EU}")).aliases


def test_the_form_behind_an_article_is_an_alias_without_the_genitive() -> None:
    text = "Das {Deutsche Rote Kreuz=ORG!Deutsches Rotes Kreuz}, des {Deutschen Roten Kreuzes=ORGDeutsches Rotes Kreuz}"
    actor = only(story(text))
    assert actor.name == "Deutsches Rotes Kreuz"
    assert actor.aliases == ("Deutsches Rotes Kreuz", "Deutsche Rote Kreuz", "Deutschen Roten Kreuz")


def test_the_declined_form_of_a_party_is_an_alias() -> None:
    assert only(story("die {Grünen=ORG!Grüne}, {Grüne=ORGGrüne}")).aliases == ("Grüne", "Grünen")


def test_a_body_without_the_adjective_of_its_name_is_the_same() -> None:
    actor = only(story("{Internationale Föderation der Kreuze=ORG!}", "{Föderation der Kreuze=ORG!}"))
    assert actor.name == "Internationale Föderation der Kreuze"


def test_state_with_capital_and_seat() -> None:
    actor = only(story("{Russlands=STATERussland} {Moskaus=STATE!Russland} {Kremls=STATERussland}"))
    assert actor.kind == "STATE"
    assert set(actor.aliases) == {"Russland", "Moskau", "Kreml"}


def test_one_slip_of_a_label_is_outvoted() -> None:
    actors = story("{Querdenken 711=ORG!}", "{Querdenken 711=ORG}", "{Querdenken 711=MISC}")
    assert only(actors).sources == ("a", "b", "c")


def test_an_organisation_taken_for_a_person_once() -> None:
    assert only(story("{Biontech=ORG!} {Biontech=ORG}", "{Biontech=PER!}")).kind == "ORG"


def test_a_first_name_with_the_same_office_joins() -> None:
    actor = only(story("‹Wirtschaftsminister› {Peter Altmaier=PER!}", "‹Bundeswirtschaftsminister› {Peter=PER!}"))
    assert actor.name == "Peter Altmaier"


def test_organisations_named_twice_are_actors_media_are_not() -> None:
    actors = story("{Wirecard=ORG} {Wirecard=ORG}", "{Reuters=ORG} {Reuters=ORG}")
    assert [actor.name for actor in actors.actors] == ["Wirecard"]


def test_bodies_that_speak_are_actors() -> None:
    actors = story("Die Berliner Polizei zählte.", "Die Polizei schwieg.",
                   quotes={"a": "Die Berliner Polizei", "b": "Die Polizei"})  # fmt: skip
    assert only(actors).name == "Berliner Polizei"
    assert actors.of("b", "Die Polizei") is only(actors)


def test_bodies_of_two_states_stay_apart() -> None:
    actors = story("der südkoreanische Geheimdienst", "der ukrainische Geheimdienst",
                   quotes={"a": "der südkoreanische Geheimdienst", "b": "der ukrainische Geheimdienst"})  # fmt: skip
    assert {actor.name for actor in actors.actors} == {"südkoreanischer Geheimdienst", "ukrainischer Geheimdienst"}


def test_bodies_of_one_state_are_one() -> None:
    actors = story("der südkoreanische Geheimdienst", "dem Geheimdienst in Seoul", "der Geheimdienst",
                   quotes={"a": "der südkoreanische Geheimdienst", "b": "dem Geheimdienst in Seoul",
                           "c": "der Geheimdienst"})  # fmt: skip
    assert only(actors).name == "südkoreanischer Geheimdienst"
    assert only(actors).sources == ("a", "b", "c")


def test_adjectives_that_name_no_place_do_not_name_the_body() -> None:
    actors = story("die örtliche Polizei", "die Regierung in Kiew",
                   quotes={"a": "die örtliche Polizei", "b": "die Regierung in Kiew"})  # fmt: skip
    assert [actor.name for actor in actors.actors] == ["Regierung in Kiew", "Polizei"]


def test_a_body_called_by_its_noun_joins_the_only_compound_of_its_article() -> None:
    actors = story("Die {Bundesregierung=ORG!} handelte. die Regierung", quotes={"a": "die Regierung"})
    assert only(actors).aliases == ("Bundesregierung", "Regierung")
    two = "Die {Bundesregierung=ORG!} und die {Landesregierung=ORG!} handelten. die Regierung"
    assert len(story(two, quotes={"a": "die Regierung"}).actors) == 3


def test_the_ministry_of_the_federation_is_called_by_its_field_too() -> None:
    federal = "Das {Bundeswirtschaftsministerium=ORG!} warnt."
    actors = story(federal, "das Wirtschaftsministerium", quotes={"b": "das Wirtschaftsministerium"})
    assert only(actors).aliases == ("Bundeswirtschaftsministerium", "Wirtschaftsministerium")
    assert len(story(federal, "Das {Wirtschaftsministerium=ORG!} warnt.").actors) == 1
    land = "das sächsische Wirtschaftsministerium"
    quotes = {"b": "das Wirtschaftsministerium", "c": land}
    assert len(story(federal, "das Wirtschaftsministerium", land, quotes=quotes).actors) == 3


def test_a_noun_printed_beside_one_name_means_it() -> None:
    actors = story("Die ‹US-Gesundheitsbehörde› {CDC=ORG!} kam. die Gesundheitsbehörde",
                   quotes={"a": "die Gesundheitsbehörde"})  # fmt: skip
    assert only(actors).aliases == ("CDC", "Gesundheitsbehörde")
    assert [role.role for role in only(actors).roles] == ["US-Gesundheitsbehörde"]


def test_a_full_name_in_the_genitive_is_the_same_person() -> None:
    actors = story("{Wladimir Putins=PER!} Krieg", "{Wladimir Putin=PER!} {Anna Peters=PER!}")
    assert {actor.aliases for actor in actors.actors} == {("Anna Peters",), ("Wladimir Putin",)}
    assert actors.of("a", "Wladimir Putins") is actors.of("b", "Wladimir Putin")


def test_two_family_names_side_by_side_are_nobody() -> None:
    full = "{Jörg Meuthen=PER!} {Alexander Gauland=PER!} {Kim Meuthen=PER!}"
    names = {actor.name for actor in story(full, "{Gauland Meuthen=PER!} {Kim Meuthen=PER!}").actors}
    assert names == {"Jörg Meuthen", "Alexander Gauland", "Kim Meuthen"}


def test_an_abbreviation_that_nobody_explains_is_the_only_name_with_its_initials() -> None:
    actors = story("Das {Statens Serum Institut=ORG!} warnt.", "Das {SSI=ORG!} warnt.")
    assert only(actors).aliases == ("Statens Serum Institut", "SSI")
    two = "Das {Statens Serum Institut=ORG!} und das {Sozial-Service Institut=ORG!} warnen."
    assert len(story(two, "Das {SSI=ORG!} warnt.").actors) == 3


# ── roles ───────────────────────────────────────────────────────────────────────────────────────


def test_roles_fold_inflected_and_shorter_forms_and_keep_their_evidence() -> None:
    actor = only(
        story("‹russischen Präsidenten› {Putin=PERWladimir Putin} {Wladimir Putin=PER}",
              "‹russische Präsident› {Wladimir Putin=PER}", "‹Präsident› {Wladimir Putin=PER}",
              "‹Kreml-Chef› {Wladimir Putin=PER}")
    )  # fmt: skip
    assert [role.role for role in actor.roles] == ["russische Präsident", "Kreml-Chef"]
    assert [span.article for span in actor.roles[0].evidence] == ["a", "b", "c"]


# ── who is an actor, and in which order ─────────────────────────────────────────────────────────


NAMED = "{Mark Rutte=PER} {Nato=ORG} {Universität Erlangen=ORG} {Russland=STATE} {Paris=LOC!} {Hartz IV=MISC!}"


def test_who_is_only_named_is_an_actor_of_a_small_story() -> None:
    names = sorted(actor.name for actor in story(NAMED, NAMED).actors)
    assert names == ["Mark Rutte", "Nato", "Russland", "Universität Erlangen"]
    assert story(NAMED).actors == story(NAMED, "").actors == ()


def test_who_is_only_named_once_is_no_actor_of_a_large_story() -> None:
    assert story(NAMED, "", "", "", "").actors == ()


@pytest.mark.parametrize(
    "text",
    [
        "Anna Schmidt ({CDU=ORG}, {Frankreich=STATE})",
        "{Tagesspiegel=ORG} {Hitlers=PER}",
        "in {Deutschland=STATE} beim {Adria Cup=ORG}",
    ],
)
def test_parties_and_origins_in_brackets_media_and_the_home_country_are_no_actors_where_only_named(text: str) -> None:
    assert story(text).actors == ()


def test_a_body_called_by_its_noun_comes_behind_who_has_a_name() -> None:
    text = "{Anna Muster=PER!} {Peter Beispiel=PER!} die Behörden"
    actors = story(text, quotes={"a": "die Behörden"})
    assert [actor.name for actor in actors.actors] == ["Anna Muster", "Peter Beispiel", "Behörden"]


def test_independent_origins_count_more_than_mentions() -> None:
    many = " ".join(["{Anna Muster=PER!}"] * 5)
    actors = story(many, "{Max Beispiel=PER!}", "{Max Beispiel=PER!}", "{Max Beispiel=PER!}")
    assert [actor.name for actor in actors.actors] == ["Max Beispiel", "Anna Muster"]
    copies = story(many, *["{Max Beispiel=PER!}"] * 3, origins={"a": "a", "b": "b", "c": "b", "d": "b"})
    assert [actor.name for actor in copies.actors] == ["Anna Muster", "Max Beispiel"]


def test_speaking_counts_more_than_acting() -> None:
    actors = story("{Anna Muster=PER!} {Max Beispiel=PER!}", quotes={"a": "Max Beispiel"})
    assert [actor.name for actor in actors.actors] == ["Max Beispiel", "Anna Muster"]


def test_of_knows_resolved_names_and_printed_forms_per_article() -> None:
    actors = story("{Mark Rutte=PER!} {Rutte=PERMark Rutte}", "{Moskau=STATE!Russland}")
    assert actors.of("a", "Mark Rutte") is actors.of("a", "Rutte")
    assert actors.of("b", "Moskau") is actors.of("b", "Russland")
    assert actors.of("b", "Mark Rutte") is None
    assert actors.of("z", "Rutte") is None


def test_positions_are_the_statements_of_the_speaker() -> None:
    actors = story("{Mark Rutte=PER!} {Joe Biden=PER!}").actors
    rutte = next(actor for actor in actors if actor.name == "Mark Rutte")
    speakers = [Speaker(name="Mark Rutte", actor=rutte.id), None, Speaker(name="wer", actor=None)]
    speakers.append(speakers[0])
    groups = [QuoteGroup(id=f"Z{n}", kind="direct", speaker=s, variants=()) for n, s in enumerate(speakers)]
    found = {actor.name: actor.positions for actor in with_positions(actors, groups)}
    assert found == {"Mark Rutte": ("Z0", "Z3"), "Joe Biden": ()}


PEOPLE = st.sampled_from(["Kim Jong Un", "Kim", "Kim Yong-hyun", "Joe Biden", "Joseph Biden", "Biden", "Anna Muster"])


@given(st.lists(st.lists(PEOPLE, min_size=1, max_size=4), min_size=1, max_size=5))
def test_every_name_belongs_to_exactly_one_actor_and_ids_differ(articles: list[list[str]]) -> None:
    actors = story(*(" ".join(f"{{{name}=PER!}}" for name in names * 2) for names in articles))
    assert sum(actor.mentions for actor in actors.actors) == sum(2 * len(names) for names in articles)
    assert len({actor.id for actor in actors.actors}) == len(actors.actors)
    for actor in actors.actors:
        families = {alias.split()[0] if "Kim" in alias else alias.split()[-1] for alias in actor.aliases}
        assert len(families) == 1


def test_a_company_taken_for_a_person_once_is_a_company() -> None:
    found = story("Sein ‹Partner› {Pfizer=PER!} kam.", "{Pfizer=ORG!} kam.", "{Pfizer=ORG!} ging.").actors
    assert [actor.kind for actor in found] == ["ORG"]


def test_who_is_only_one_word_and_named_once_is_left_out() -> None:
    assert story("{Popcorn=PER!} kam.").actors == ()
    assert [actor.name for actor in story("{Merkel=PER!} kam.", quotes={"a": "Merkel"}).actors] == ["Merkel"]
    assert [actor.name for actor in story("‹Kanzlerin› {Merkel=PER!} kam.").actors] == ["Merkel"]


def test_the_state_where_it_happens_is_an_actor() -> None:
    assert [one.name for one in story("{Moldau=STATE} {Moldau=STATE} {Moldau=STATE} {Moldau=STATE}").actors] == [
        "Moldau"
    ]
    assert story("{Moldau=STATE} {Moldau=STATE} {Moldau=STATE}").actors == ()
